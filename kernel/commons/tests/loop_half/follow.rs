//! A démarche followed from a calendar and from a feed reader.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

use arpent_commons::commands::initiatives::{self, Draft};
use arpent_commons::commands::{commitments, decisions};
use arpent_commons::domain::commitments::NewCommitment;
use arpent_commons::domain::people::Capacity;
use arpent_core::verdict::Sample;
use axum::http::StatusCode;

use crate::kit::{Town, draft, towns};

const CALENDAR: &str = "/demarches/lettres/agenda.ics";
const FEED: &str = "/demarches/lettres/fil.atom";

/// Everything that can happen, up to the measure.
async fn lived(town: &Town) -> arpent_core::Id<arpent_commons::domain::decisions::Decision> {
    let (said, _) = town.say("La lettre de l’eau est illisible.", Capacity::Inhabitant).await;
    let option = town.option("Réécrire les douze lettres", &[said]).await;
    let metric = town.share("Compréhension").await;
    town.tried(metric, option, Sample::Proportion { successes: 98, n: 124 }).await;
    let decision = town.decided(&[option], &[option]).await;
    town.days(1);
    town.committed(&town.commitment_sheet(decision)).await;
    town.days(1);
    town.measure(metric, "Après", Sample::Proportion { successes: 98, n: 124 }).await;
    decision
}

async fn next_day(town: &Town) {
    let stored = arpent_commons::store::initiatives::by_id(&town.facilitator.db, town.initiative).await.expect("reads");
    let new = Draft { next_day: "2026-12-05".into(), next_text: "Atelier ; à la mairie".into(), ..draft() };
    let version = stored.expect("the démarche").version;
    initiatives::edit(&town.facilitator, town.initiative, version, &new).await.expect("edited");
}

/// Lines of a calendar, folds undone.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(ToOwned::to_owned).collect()
}

fn uids(text: &str) -> Vec<String> {
    lines(text).into_iter().filter(|line| line.starts_with("UID:")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_days_of_a_process_stand_in_a_calendar() {
    for town in towns().await {
        lived(&town).await;
        next_day(&town).await;
        let mut browser = town.house.browser();
        let file = browser.get(CALENDAR).await.ok();
        assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
        let text = file.text();
        let found = lines(&text);
        let has = |line: &str| assert!(found.iter().any(|one| one == line), "{line} is not in {found:#?}");
        has("X-WR-TIMEZONE:Europe/Paris");
        // The phase, with its last day: the end is the day after.
        has("DTSTART;VALUE=DATE:20261102");
        has("DTEND;VALUE=DATE:20270701");
        has("DTSTART;VALUE=DATE:20261205");
        has("SUMMARY:Atelier \\; à la mairie (Des lettres claires)");
        assert!(found.iter().any(|line| line.starts_with("SUMMARY:Réexamen de la décision")), "{found:#?}");
        assert!(found.iter().any(|line| line.starts_with("SUMMARY:Échéance d’un engagement")), "{found:#?}");
        assert_eq!(uids(&text).len(), 4);
        town.days(3);
        assert_eq!(browser.get(CALENDAR).await.ok().text(), text, "the same days, the same bytes");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commitment_given_up_leaves_the_calendar_and_a_moved_day_keeps_its_name() {
    for town in towns().await {
        let decision = lived(&town).await;
        let other = NewCommitment { text: "Le fournisseur est changé.".into(), ..town.commitment_sheet(decision) };
        let second = town.committed(&other).await;
        next_day(&town).await;
        let mut browser = town.house.browser();
        let before = browser.get(CALENDAR).await.ok().text();
        commitments::withdraw(&town.manager, second, "Le fournisseur a fermé.").await.expect("withdrawn");
        let stored =
            arpent_commons::store::initiatives::by_id(&town.facilitator.db, town.initiative).await.expect("reads");
        let moved = Draft { next_day: "2026-12-12".into(), next_text: "Atelier".into(), ..draft() };
        let version = stored.expect("the démarche").version;
        initiatives::edit(&town.facilitator, town.initiative, version, &moved).await.expect("edited");
        let after = browser.get(CALENDAR).await.ok().text();
        assert_eq!(uids(&after).len() + 1, uids(&before).len());
        assert!(uids(&after).iter().all(|uid| uids(&before).contains(uid)), "{after}");
        assert!(after.contains("20261212") && !after.contains("20261205"));
    }
}

/// What comes between two marks, in order.
fn between(text: &str, open: &str, close: &str) -> Vec<String> {
    text.split(open).skip(1).filter_map(|rest| rest.split(close).next()).map(ToOwned::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_is_in_the_feed_newest_first_under_names_that_stay() {
    for town in towns().await {
        let decision = lived(&town).await;
        let mut browser = town.house.browser();
        let page = browser.get("/demarches/lettres").await.ok();
        assert!(
            page.text()
                .contains("rel=\"alternate\" type=\"application/atom+xml\" href=\"/demarches/lettres/fil.atom\"")
        );
        assert!(page.addresses().iter().any(|href| href == CALENDAR), "the page leads to the calendar");
        let file = browser.get(FEED).await.ok();
        assert_eq!(file.header("content-type"), "application/atom+xml; charset=utf-8");
        let text = file.text();
        let titles = between(&text, "<title>", "</title>");
        let expected = [
            "Des lettres claires",
            "Une mesure est publiée",
            "Un engagement est pris",
            "Une décision est prise",
            "Un essai est jugé",
        ];
        for (title, words) in titles.iter().zip(&expected[..3]) {
            assert!(title.starts_with(words), "{words}: {titles:#?}");
        }
        for words in &expected[3..] {
            assert!(titles.iter().any(|title| title.starts_with(words)), "{words}: {titles:#?}");
        }
        assert!(titles.iter().any(|title| title.starts_with("La démarche est ouverte")), "{titles:#?}");
        assert!(text.contains("(atteint)") && text.contains("n = 124"), "a verdict and a measure say their n: {text}");
        let ids = between(&text, "<id>", "</id>");
        let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len());

        let corrected = decisions::correct(&town.elected, decision, "Une coquille.").await.expect("a draft");
        decisions::publish(&town.elected, corrected).await.expect("published");
        let again = browser.get(FEED).await.ok().text();
        assert!(again.contains("Une décision est corrigée"), "{again}");
        assert_eq!(
            between(&again, "<id>", "</id>").into_iter().collect::<std::collections::BTreeSet<_>>(),
            ids.into_iter().collect()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_in_preparation_is_followed_by_no_one() {
    for town in towns().await {
        initiatives::prepare_as(&town.facilitator, &Draft { title: "Autre".into(), ..draft() }, "autre")
            .await
            .expect("prepared");
        for path in ["/demarches/autre/agenda.ics", "/demarches/autre/fil.atom", "/demarches/rien/fil.atom"] {
            town.house.browser().get(path).await.is(StatusCode::NOT_FOUND);
        }
        town.browse(&town.facilitator).await.get("/demarches/autre/fil.atom").await.ok();
        let english = town.house.browser().with("accept-language", "en").get(FEED).await.ok().text();
        assert!(english.contains("The process is open") && english.contains("xml:lang=\"en\""), "{english}");
    }
}
