//! Reading, supporting, commenting, correcting, moderating.

use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_core::{Role, Scope};
use arpent_web::identity;
use arpent_web::testkit::Browser;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::town::{PLACE, Town, each, page};

#[tokio::test]
async fn the_list_is_filtered_by_its_address_and_says_how_many_it_found() {
    for town in each().await {
        town.said("Un banc près du pont").await;
        town.said("Une piste pour les vélos").await;
        let mut browser = town.house.browser();
        let all = browser.get(&format!("{PLACE}/contributions")).await.ok();
        all.says("2 contributions").says("Un banc près du pont");
        assert!(all.queries() <= 10, "{} queries", all.queries());
        let found = browser.get(&format!("{PLACE}/contributions?q=velo")).await.ok();
        found.says("Une contribution").says("Une piste pour les vélos").does_not_say("Un banc");
        browser
            .get(&format!("{PLACE}/contributions?reponse=retained"))
            .await
            .ok()
            .says("Aucune contribution ne répond");
        browser.get(&format!("{PLACE}/contributions?theme=rien&page=abc&par=-3")).await.ok();
    }
}

#[tokio::test]
async fn an_empty_list_says_what_will_come_and_offers_the_first_gesture() {
    for town in each().await {
        let list = town.house.browser().get(&format!("{PLACE}/contributions")).await.ok();
        list.says("Personne n'a encore rien dit ici").says("Dire ce que je vois");
    }
}

#[tokio::test]
async fn a_long_list_has_pages_and_the_whole_fits_one_when_asked() {
    for town in each().await {
        for number in 1..=25 {
            town.said(&format!("Idée numéro {number}")).await;
        }
        let mut browser = town.house.browser();
        let first = browser.get(&format!("{PLACE}/contributions?tri=anciennes")).await.ok();
        first.says("Idée numéro 1").does_not_say("Idée numéro 25");
        browser.get(&format!("{PLACE}/contributions?tri=anciennes&page=2")).await.ok().says("Idée numéro 25");
        let whole = browser.get(&format!("{PLACE}/contributions?par=900")).await.ok();
        whole.says("Idée numéro 25").says("Idée numéro 1 ");
        assert!(whole.queries() <= 10);
    }
}

#[tokio::test]
async fn a_contribution_says_when_its_answer_is_promised_and_how_late_it_is() {
    for town in each().await {
        let said = town.said("Un banc près du pont").await;
        let mut browser = town.house.browser();
        let show = browser.get(&page(&said)).await.ok();
        show.says("Réponse promise dans 30 jours, le mercredi 2 décembre 2026").says("habitante ou habitant");
        assert!(show.queries() <= 10, "{} queries", show.queries());
        town.house.pass(SignedDuration::from_hours(24 * 33));
        browser.get(&page(&said)).await.ok().says("En retard de 3 jours");
    }
}

#[tokio::test]
async fn a_support_given_twice_counts_once_and_can_be_taken_back() {
    for town in each().await {
        let said = town.said("Un banc près du pont").await;
        let mut reader = town.house.sign_in_as(Role::Inhabitant).await;
        let act = format!("{}/soutenir", page(&said));
        reader.submit(&act, &[("support", "true")]).await.ok().says("Un soutien");
        reader.submit(&act, &[("support", "true")]).await.ok().says("Un soutien").says("Retirer mon soutien");
        let mut other = town.house.sign_in_as(Role::Inhabitant).await;
        other.submit(&act, &[("support", "true")]).await.ok().says("2 soutiens");
        reader.submit(&act, &[("support", "false")]).await.ok().says("Un soutien").says("Je soutiens");
    }
}

#[tokio::test]
async fn supports_counted_at_the_market_are_added_once_and_shown_apart() {
    for town in each().await {
        let said = town.said("Un banc près du pont").await;
        let mut agent = town.browser(Role::Agent).await;
        let act = format!("{}/soutiens-recueillis", page(&said));
        let fields = [("submission", "sheet-1"), ("count", "12"), ("channel", "oral"), ("counted_on", "2026-11-01")];
        agent.submit(&act, &fields).await.ok().says("12 soutiens").says("dont 12 recueillis hors du site");
        agent.submit(&act, &fields).await.ok().says("12 soutiens");
        let absurd = [("submission", "sheet-2"), ("count", "-4"), ("channel", "oral"), ("counted_on", "")];
        agent.post(&act, &absurd).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("de 1 à 10 000");
    }
}

async fn comment(browser: &mut Browser, on: &str, side: &str, text: &str, key: &str) {
    let fields = [("submission", key), ("alignment", side), ("text", text)];
    browser.submit(&format!("{on}/commenter"), &fields).await.ok();
}

#[tokio::test]
async fn arguments_stand_in_two_columns_and_one_level_of_reply() {
    for town in each().await {
        let on = page(&town.said("Un banc près du pont").await);
        let mut reader = town.house.sign_in_as(Role::Inhabitant).await;
        comment(&mut reader, &on, "for", "On s'y repose.", "c1").await;
        comment(&mut reader, &on, "for", "On s'y repose.", "c1").await;
        comment(&mut reader, &on, "against", "Il gênera les vélos.", "c2").await;
        let show = reader.get(&on).await.ok();
        show.says("2 commentaires");
        let html = show.text();
        let opening =
            html.split("id=\"commentaire-").nth(1).and_then(|rest| rest.split('"').next()).expect("a comment");
        let reply =
            [("submission", "r1"), ("alignment", "neutral"), ("text", "Où exactement ?"), ("reply_to", opening)];
        reader.submit(&format!("{on}/commenter"), &reply).await.ok().says("Où exactement ?").says("3 commentaires");
    }
}

#[tokio::test]
async fn an_empty_argument_is_refused_on_the_page_itself() {
    for town in each().await {
        let on = page(&town.said("Un banc près du pont").await);
        let mut reader = town.house.sign_in_as(Role::Inhabitant).await;
        let fields = [("submission", "c1"), ("alignment", "against"), ("text", "  ")];
        let refused = reader.post(&format!("{on}/commenter"), &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Écrivez quelque chose ici").says("Un banc près du pont");
        assert!(refused.text().contains("value=\"against\" checked"), "the choice is kept");
    }
}

#[tokio::test]
async fn a_comment_is_taken_back_at_once_or_not_at_all() {
    for town in each().await {
        let on = page(&town.said("Un banc près du pont").await);
        let mut reader = town.house.sign_in_as(Role::Inhabitant).await;
        comment(&mut reader, &on, "for", "Trop vite écrit.", "c1").await;
        let html = reader.get(&on).await.ok().text();
        let address = |html: &str| {
            let act = html.split("action=\"/commentaires/").nth(1).and_then(|rest| rest.split('"').next());
            format!("/commentaires/{}", act.expect("a comment to take back"))
        };
        reader.submit(&address(&html), &[]).await.ok().says("Votre commentaire est retiré").does_not_say("Trop vite");

        comment(&mut reader, &on, "for", "Écrit puis regretté.", "c2").await;
        let late = address(&reader.get(&on).await.ok().text());
        town.house.pass(SignedDuration::from_secs(60));
        reader.get(&on).await.ok().does_not_say("Reprendre ce commentaire");
        reader.post(&late, &[]).await.is(StatusCode::CONFLICT).says("ne peut plus être repris");
    }
}

#[tokio::test]
async fn a_moderator_hides_a_comment_with_a_reason_everyone_reads() {
    for town in each().await {
        let on = page(&town.said("Un banc près du pont").await);
        let mut reader = town.house.sign_in_as(Role::Inhabitant).await;
        comment(&mut reader, &on, "against", "Monsieur Untel est un voleur.", "c1").await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let html = facilitator.get(&on).await.ok().text();
        let id = html.split("id=\"commentaire-").nth(1).and_then(|rest| rest.split('"').next()).expect("a comment");
        let act = format!("/commentaires/{id}/moderer");
        let fields = [("decision", "hide"), ("ground", "names_a_person"), ("reason", "Une personne est nommée.")];
        facilitator.submit(&act, &fields).await.ok();
        let seen = town.house.browser().get(&on).await.ok();
        seen.says("Commentaire masqué. Une personne est nommée.").does_not_say("voleur");
        reader.post(&act, &fields).await.is(StatusCode::FORBIDDEN);
    }
}

async fn signed(town: &Town, text: &str) -> (Browser, String) {
    let (person, email) = town.house.person("Léa").await;
    let actor = identity::actor_of(&town.house.app.db, person).await.expect("rights");
    let caller = town.house.app.caller(actor, arpent_web::Lang::Fr);
    let new = NewContribution { author: Author::Caller, ..town.words(text) };
    let said = submit(&caller, &new).await.expect("accepted");
    (town.house.sign_in(&email).await, page(&said))
}

#[tokio::test]
async fn whoever_saves_second_is_shown_the_difference_and_overwrites_nothing() {
    for town in each().await {
        let (mut author, on) = signed(&town, "Un banc près du pont").await;
        let edit = format!("{on}/modifier");
        let version = author.get(&edit).await.ok().hidden("version");
        let mut facilitator = town.browser(Role::Facilitator).await;
        let first = [("version", version.as_str()), ("title", "Un banc"), ("text", "Un banc rouge près du pont")];
        facilitator.submit(&edit, &first).await.ok().says("Le texte corrigé est enregistré").says("Un banc rouge");
        let second = [("version", version.as_str()), ("title", "Un banc"), ("text", "Un banc bleu près du pont")];
        let refused = author.post(&edit, &second).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Quelqu'un a enregistré avant vous").says("Retiré : rouge").says("Ajouté : bleu");
        author.get(&on).await.ok().says("Un banc rouge");
        let version = refused.hidden("version");
        let third = [("version", version.as_str()), ("title", "Un banc"), ("text", "Un banc bleu près du pont")];
        author.submit(&edit, &third).await.ok().says("Un banc bleu");
    }
}

#[tokio::test]
async fn nobody_corrects_the_words_of_another() {
    for town in each().await {
        let (_, on) = signed(&town, "Un banc près du pont").await;
        let mut other = town.house.sign_in_as(Role::Inhabitant).await;
        let fields = [("version", "1"), ("title", "Autre"), ("text", "Autre chose")];
        other.post(&format!("{on}/modifier"), &fields).await.is(StatusCode::FORBIDDEN);
        other.get(&on).await.ok().says("Un banc près du pont");
    }
}

#[tokio::test]
async fn a_hidden_contribution_is_gone_for_readers_and_explained_to_its_author() {
    for town in each().await {
        let (mut author, on) = signed(&town, "Monsieur Untel habite au 12").await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{on}/moderer");
        facilitator.get(&act).await.ok().says("Rien ne disparaît sans trace");
        let nothing = [("decision", "hide"), ("ground", "names_a_person"), ("reason", "")];
        facilitator.post(&act, &nothing).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("decision", "hide"), ("ground", "names_a_person"), ("reason", "Retirez l'adresse.")];
        facilitator.submit(&act, &fields).await.ok();
        town.house.browser().get(&on).await.is(StatusCode::NOT_FOUND);
        author.get(&on).await.ok().says("Retirez l'adresse.").says("Une personne y est nommée");
        town.house.browser().get(&format!("{PLACE}/contributions")).await.ok().does_not_say("Untel");
        let again = [("decision", "publish"), ("ground", "checked"), ("reason", "Relue.")];
        facilitator.submit(&act, &again).await.ok();
        town.house.browser().get(&on).await.ok();
    }
}

#[tokio::test]
async fn erasing_a_person_takes_her_name_and_supports_and_leaves_what_others_answered() {
    for town in each().await {
        let said = town.said("Un banc près du pont").await;
        let (person, email) = town.house.person("Léa Martin").await;
        let mut lea = town.house.sign_in(&email).await;
        comment(&mut lea, &page(&said), "for", "On s'y repose.", "c1").await;
        lea.submit(&format!("{}/soutenir", page(&said)), &[("support", "true")]).await.ok();
        let personal = arpent_proposals::module().room.personal;
        let copy = (personal.export)(&town.house.app.db, &person.into()).await.expect("her copy");
        assert_eq!(copy["comments"][0]["text"], "On s'y repose.");
        assert_eq!(copy["supports"].as_array().map(Vec::len), Some(1));

        let dpo = town.house.caller_as(Role::Dpo).await;
        let tx = dpo.begin(identity::ERASE, Scope::Instance).await.expect("allowed");
        assert!((personal.erase)(&tx, &person.into()).await.expect("erased") >= 2);
        tx.keep_house("the story ends here").await.expect("kept");
        let seen = town.house.browser().get(&page(&said)).await.ok();
        seen.says("On s'y repose.").says("Personne qui a quitté le site").does_not_say("Léa Martin");
        seen.says("Personne ne la soutient encore");
        let copy = (personal.export)(&town.house.app.db, &person.into()).await.expect("her copy");
        assert_eq!(copy["comments"], serde_json::json!([]));
    }
}
