//! What people write in a questionnaire: masked before anyone reads it, answered, and read together.

use arpent_commons::commands::answers::give;
use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::domain::contribution::{AnswerStatus, Channel, NewAnswer};
use arpent_commons::domain::people::Capacity;
use arpent_commons::store::contributions::{self, Filter, Listed};
use arpent_core::Actor;
use arpent_web::caller::operator;

use crate::collecting::answer_all;
use crate::town::{Town, each};
use crate::wave::{PUBLIC, WAVE};

async fn said(town: &Town) -> Vec<Listed> {
    let filter = Filter { limit: 100, ..Filter::of(town.initiative.id) };
    contributions::list(&town.house.app.db, &filter).await.expect("listed")
}

/// Someone writes on the démarche's page while the wave is open.
async fn write(town: &Town, capacity: Capacity, text: &str) {
    let mut caller = town.house.operator();
    caller.actor = if capacity == Capacity::User { Actor::public() } else { operator() };
    let new = NewContribution {
        initiative: town.initiative.id,
        title: String::new(),
        text: text.to_owned(),
        channel: Channel::Web,
        capacity,
        organisation: None,
        area: None,
        place: String::new(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: String::new(),
        submission: format!("{text} {capacity:?}"),
        said_on: None,
        author: Author::Nobody,
    };
    submit(&caller, &new).await.expect("a contribution");
}

async fn voices(town: &Town) {
    for number in 1..=6 {
        write(town, Capacity::User, &format!("La piscine ferme trop tôt, numéro {number}.")).await;
    }
    for text in ["Plus de bus le dimanche matin vers la gare.", "Plus de bus le dimanche matin vers la gare !!"] {
        write(town, Capacity::User, text).await;
    }
    write(town, Capacity::Elected, "Un mot d'élu, Mme Dupont au 06 12 34 56 78.").await;
}

#[tokio::test]
async fn words_are_masked_before_anyone_reads_them_and_their_author_follows_the_answer() {
    for town in each().await {
        town.wave().await;
        let mut browser = town.house.browser();
        let words = "Mme Martin, au guichet, m'a bien aidé. Mon numéro : 06 12 34 56 78.";
        let thanks = answer_all(&mut browser, PUBLIC, words).await;
        thanks.says("Mme [nom masqué], au guichet").says("a été masqué").does_not_say("Martin").does_not_say("12 34");
        let kept = said(&town).await;
        assert_eq!(
            kept[0].contribution.text,
            "Mme [nom masqué], au guichet, m'a bien aidé. Mon numéro : [numéro masqué]."
        );

        let follow = thanks.addresses().into_iter().find(|one| one.starts_with("/suivi/")).expect("a thread to follow");
        browser.get(&follow).await.ok().says("m'a bien aidé").does_not_say("Merci de nous l'avoir dit");
        let agent = town.house.operator();
        let reason = "Merci de nous l'avoir dit : le guichet restera ouvert le samedi.";
        give(&agent, &[kept[0].contribution.id], &NewAnswer::new(AnswerStatus::Retained, reason), &[])
            .await
            .expect("an answer");
        browser.get(&follow).await.ok().says("le guichet restera ouvert le samedi");
    }
}

#[tokio::test]
async fn words_are_searched_near_repeats_are_together_and_nobody_is_told_apart() {
    for town in each().await {
        town.wave().await;
        let address = format!("{WAVE}/resultats/paroles");
        let mut public = town.house.browser();
        public.get(&address).await.ok().says("Personne n'a encore écrit");
        voices(&town).await;
        let page = public.get(&address).await.ok();
        assert!(page.queries() <= 10, "{} queries", page.queries());
        page.says("9 paroles").says("l'a dit presque dans les mêmes mots").says("piscine (6)");
        page.says("Mme [nom masqué] au [numéro masqué]").does_not_say("Dupont");
        // The only elected official is not named as such; users are.
        let elected =
            page.text().split("Un mot d").nth(1).expect("her words").split("</li>").next().expect("a line").to_owned();
        assert!(!elected.contains("<span>") && !elected.contains("/contributions/"), "{elected}");

        public.get(&format!("{address}?q=dimanches")).await.ok().says("2 paroles").does_not_say("piscine");
        public.get(&format!("{address}?q=dupont")).await.ok().says("Aucune parole ne correspond");
        public.get(&format!("{address}?q=06+12")).await.ok().says("Aucune parole ne correspond");
        public.get(&format!("{address}?theme=aucun&q=PISCINE")).await.ok().says("6 paroles");
        public.get(&format!("{address}?lang=en")).await.ok().says("9 texts").says("[name masked]");
    }
}
