//! Giving work, finding it in one's queue, answering on time or late, giving it back.

use arpent_commons::commands::contributions::{NewContribution, submit};
use arpent_commons::store::contributions;
use arpent_core::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::town::{PLACE, Town, each, page};

async fn give(town: &Town, fields: &[(&str, &str)]) {
    let unit = town.unit.to_string();
    let mut fields = fields.to_vec();
    fields.push(("unit", &unit));
    let mut facilitator = town.browser(Role::Facilitator).await;
    facilitator.submit(&format!("{PLACE}/confier"), &fields).await.ok();
}

#[tokio::test]
async fn what_is_given_to_a_unit_waits_in_the_queue_of_its_members_the_oldest_first() {
    for town in each().await {
        let old = town.said("Dit le premier").await;
        town.house.pass(SignedDuration::from_hours(24 * 20));
        let young = town.said("Dit le second").await;
        let (_, mut agent) = town.agent().await;
        agent.get("/ma-file").await.ok().says("Rien ne vous attend");
        let (a, b) = (young.id.to_string(), old.id.to_string());
        give(&town, &[("contributions", &a), ("contributions", &b), ("note", "Voir avec le paysagiste")]).await;
        town.house.pass(SignedDuration::from_hours(24 * 13));
        let queue = agent.get("/ma-file").await.ok();
        queue
            .says("2 contributions attendent votre réponse")
            .says("En retard de 3 jours")
            .says("Voir avec le paysagiste");
        let words = queue.words();
        assert!(words.find("Dit le premier") < words.find("Dit le second"), "the oldest promise first");
        assert!(queue.queries() <= 10, "{} queries", queue.queries());
        let public = town.house.browser().get(&page(&old)).await.ok();
        public.does_not_say("paysagiste");
    }
}

#[tokio::test]
async fn a_theme_given_brings_what_is_said_under_it_later() {
    for town in each().await {
        let bench = town.said("Un banc").await.id.to_string();
        let mut facilitator = town.browser(Role::Facilitator).await;
        let classify = format!("{PLACE}/classer");
        facilitator.submit(&classify, &[("contributions", bench.as_str()), ("title", "Repos")]).await.ok();
        let theme = contributions::themes(&town.house.app.db, town.initiative.id).await.expect("themes").remove(0);
        let id = theme.id.to_string();
        give(&town, &[("themes", &id)]).await;
        let later = town.said("Un hamac").await.id.to_string();
        facilitator.submit(&classify, &[("contributions", later.as_str()), ("theme", id.as_str())]).await.ok();
        let (_, mut agent) = town.agent().await;
        agent.get("/ma-file").await.ok().says("Un banc").says("Un hamac");
        let assign = facilitator.get(&format!("{PLACE}/confier")).await.ok();
        assign.says("tenu par Espaces publics").says("Yannick, Espaces publics");
        assert!(assign.queries() <= 10, "{} queries", assign.queries());
    }
}

#[tokio::test]
async fn nobody_chosen_is_said_at_the_field() {
    for town in each().await {
        let bench = town.said("Un banc").await.id.to_string();
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{PLACE}/confier");
        let refused = facilitator.post(&act, &[("contributions", bench.as_str())]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez un service ou une personne");
    }
}

#[tokio::test]
async fn an_answer_is_signed_by_a_role_tells_its_author_once_and_leaves_the_queue() {
    for town in each().await {
        let new = NewContribution { email: "lea@exemple.fr".to_owned(), ..town.words("Un banc") };
        let said = submit(&town.house.operator(), &new).await.expect("accepted");
        let id = said.id.to_string();
        give(&town, &[("contributions", &id)]).await;
        let (_, mut agent) = town.agent().await;
        let act = format!("{}/repondre", page(&said));
        agent.get(&act).await.ok().says("Que devient cette contribution ?");
        let mute = agent.post(&act, &[("status", "set_aside"), ("reason", " ")]).await;
        mute.is(StatusCode::UNPROCESSABLE_ENTITY).says("Donnez la raison");
        let fields = [("status", "retained"), ("reason", "Un banc sera posé en mars."), ("then", "next")];
        agent.submit(&act, &fields).await.ok().says("La réponse est donnée").says("Rien ne vous attend");
        let public = town.house.browser().get(&page(&said)).await.ok();
        public.says("Retenue").says("Un banc sera posé en mars.").says("service en charge");
        let letters = town.house.letters().await;
        assert_eq!(letters.iter().filter(|letter| letter.text.contains("en mars")).count(), 1);
    }
}

#[tokio::test]
async fn several_are_answered_at_once_after_being_read_again() {
    for town in each().await {
        let ids = [town.said("Un banc").await.id.to_string(), town.said("Un hamac").await.id.to_string()];
        give(&town, &[("contributions", &ids[0]), ("contributions", &ids[1])]).await;
        let (_, mut agent) = town.agent().await;
        let act = "/ma-file/repondre";
        agent.post(act, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Rien n'est coché");
        let chosen = [("contributions", ids[0].as_str()), ("contributions", ids[1].as_str())];
        agent.post(act, &chosen).await.ok().says("Donner la même réponse à 2 contributions").says("Un hamac");
        let mut preview = chosen.to_vec();
        preview.extend([("status", "under_study"), ("reason", "Le paysagiste regarde."), ("go", "preview")]);
        agent.post(act, &preview).await.ok().says("Ce que chaque personne lira").says("À l'étude");
        assert_eq!(
            contributions::list(&town.house.app.db, &contributions::Filter::of(town.initiative.id))
                .await
                .expect("read")
                .iter()
                .filter(|one| one.status.is_some())
                .count(),
            0,
            "a preview gives nothing"
        );
        *preview.last_mut().expect("go") = ("go", "give");
        agent.submit(act, &preview).await.ok().says("2 réponses sont données");
    }
}

#[tokio::test]
async fn work_given_back_returns_to_the_facilitators_with_its_reason() {
    for town in each().await {
        let said = town.said("Un banc").await;
        let id = said.id.to_string();
        give(&town, &[("contributions", &id)]).await;
        let (_, mut agent) = town.agent().await;
        let act = format!("{}/rendre", page(&said));
        agent.post(&act, &[("note", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        agent.submit(&act, &[("note", "C'est la voirie")]).await.ok().says("Rien ne vous attend");
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.get(&format!("{PLACE}/confier")).await.ok().says("rendue : C'est la voirie");
    }
}
