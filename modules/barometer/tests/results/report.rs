//! The report of a wave, read back from the file.

use arpent_barometer::domain::cube::{Cube, Reading};
use arpent_barometer::domain::question::Aspect;
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{RESULTS, Town, each, each_under};
use crate::{pdf, published, support};

async fn report(town: &Town, query: &str) -> String {
    let answer = town.house.browser().get(&format!("{RESULTS}/rapport.pdf{query}")).await.ok();
    assert!(answer.queries() <= 12, "{} queries", answer.queries());
    pdf::words(&answer.body)
}

/// What follows a label on a page, up to a word.
fn after<'a>(text: &'a str, label: &str, end: &str) -> &'a str {
    let from = text.find(label).map(|at| &text[at + label.len()..]).expect("the label");
    &from[..from.find(end).expect("the end") + end.len()]
}

pub async fn the_report_says_what_the_pages_say_in_both_languages(town: &Town) {
    let (french, english) = (report(town, "").await, report(town, "?lang=en").await);
    let mut public = town.house.browser();
    for service in support::SERVICES {
        let page = pdf::plain(&public.get(&format!("{RESULTS}/services/{service}")).await.ok().words());
        let figure = after(&page, "Part de satisfaits : ", " réponses");
        assert!(french.contains(figure), "{service}: {figure} in {french}");
    }
    let page = pdf::plain(&public.get(&format!("{RESULTS}/methode")).await.ok().words());
    let rules = after(&page, "Aucun chiffre", "médian");
    for words in [
        "Rapport : Vague 2",
        "En progrès : mobilite (+10,5 points)",
        "↓ En recul : −8,3 points depuis la vague 1",
        "Agents jugent mieux",
        "Limites",
        "Ce qui va avec une note n'est pas ce qui la cause",
        "Les questions posées",
        "Page 1 sur",
    ] {
        assert!(french.contains(words), "{words} in {french}");
    }
    for rule in rules.split(". ") {
        assert!(french.contains(rule.trim()), "{rule} in {french}");
    }
    for words in ["Report: Vague 2", "Better: mobilite (+10.5 points)", "The questions asked", "Page 1 of"] {
        assert!(english.contains(words), "{words} in {english}");
    }
    assert_eq!(french, report(town, "").await, "the same document");
}

#[tokio::test]
async fn a_figure_hidden_on_the_pages_is_hidden_in_the_report() {
    const REASON: &str = "Trop peu de réponses pour publier";
    for (least, hidden) in [(10, false), (60, true)] {
        let few = move |rules: &mut arpent_barometer::domain::protocol::Rules| {
            (rules.suppress_under, rules.pool_under) = (least, 5);
        };
        for town in each_under(few).await {
            published(&town).await;
            let document = town.house.browser().get(&format!("{RESULTS}.json")).await.ok();
            let cube: Cube = serde_json::from_slice(&document.body).expect("a cube");
            let readings = support::SERVICES.iter().map(|one| cube.reading("elus", Aspect::Satisfaction, one));
            let withheld = readings.flatten().filter(|one| matches!(one, Reading::Withheld { .. })).count();
            assert_eq!(withheld > 0, hidden, "with at least {least} answers, {withheld} figures are hidden");
            let said = report(&town, "").await;
            let elected = after(&said, "Élus : part de satisfaits", "Protocole");
            assert_eq!(elected.matches(REASON).count(), withheld, "{elected}");
            assert_eq!(elected.contains("36 réponses"), !hidden, "{elected}");
        }
    }
}

#[tokio::test]
async fn before_publication_only_those_who_publish_have_the_report() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.submit(&format!("{RESULTS}/calculer"), &[]).await.ok();
        let address = format!("{RESULTS}/rapport.pdf");
        town.house.browser().get(&address).await.is(StatusCode::NOT_FOUND);
        let mut agent = town.agent().await;
        agent.get(&address).await.is(StatusCode::NOT_FOUND);
        agent.get(RESULTS).await.ok().does_not_say("rapport à imprimer");
        facilitator.get(RESULTS).await.ok().says("rapport à imprimer");
        let early = pdf::words(&facilitator.get(&address).await.ok().body);
        assert!(early.contains("Avant publication"), "{early}");
        facilitator.submit(&format!("{RESULTS}/publier"), &[]).await.ok();
        assert!(!report(&town, "").await.contains("Avant publication"));
        town.house.browser().get(RESULTS).await.ok().says("rapport à imprimer");
    }
}
