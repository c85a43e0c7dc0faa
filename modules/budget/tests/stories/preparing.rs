//! From ideas to projects that one can vote on, through the pages.

use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_core::Role;
use arpent_web::testkit::Browser;
use axum::http::StatusCode;

use crate::town::{PLACE, Town, draft, each};

async fn idea(town: &Town, text: &str) -> String {
    let words = NewContribution {
        initiative: town.initiative.id,
        title: String::new(),
        text: text.to_owned(),
        channel: Channel::Web,
        capacity: Capacity::Inhabitant,
        organisation: None,
        area: None,
        place: String::new(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: String::new(),
        submission: format!("key of {text}"),
        said_on: None,
        author: Author::Nobody,
    };
    submit(&town.house.operator(), &words).await.expect("said").id.to_string()
}

async fn prepare(facilitator: &mut Browser) {
    let fields = [
        ("title", "Le budget du parc"),
        ("envelopes", "Nord ; 60 000\nSud ; 40 000,50"),
        ("criteria", "Dans le parc"),
        ("ballot", "approval"),
        ("most", "3"),
        ("rule", "equal_shares"),
        ("completion", "add1u"),
        ("ties", "votes_cost"),
        ("access", "letter"),
        ("min_age", "11"),
        ("ideas_start", "2026-10-01"),
        ("ideas_end", "2026-10-15"),
        ("study_start", "2026-10-16"),
        ("study_end", "2026-10-31"),
        ("vote_start", "2026-11-01"),
        ("vote_end", "2026-11-15"),
        ("count_start", "2026-11-16"),
        ("count_end", "2026-11-16"),
        ("works_start", "2026-11-20"),
        ("works_end", "2027-12-31"),
    ];
    facilitator.submit(&format!("{PLACE}/preparer"), &fields).await.ok().says("Le budget est enregistré");
    facilitator.submit(&format!("{PLACE}/publier"), &[]).await.ok().says("Le budget est publié");
}

#[tokio::test]
async fn ideas_become_a_project_that_a_service_judges_and_the_thread_says_so() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        prepare(&mut facilitator).await;
        let page = town.house.browser().get(PLACE).await.ok();
        page.says("100 000,50 €").says("En ce moment : Vote").says("Parts égales").says("Pas encore de projet");

        let ideas = [idea(&town, "Un banc à l'ombre").await, idea(&town, "Des bancs près du pont").await];
        let budget = town.budget().await;
        let envelopes = arpent_budget::store::budgets::envelopes(&town.house.app.db, budget.id).await.expect("read");
        let (north, unit) = (envelopes[0].id.to_string(), town.unit.to_string());
        let fields =
            [("title", "Dix bancs"), ("envelope", north.as_str()), ("sources", &ideas[0]), ("sources", &ideas[1])];
        let made = facilitator.submit(&format!("{PLACE}/nouveau-projet"), &fields).await.ok();
        made.says("Le projet est créé").says("Un banc à l'ombre").says("Des bancs près du pont");
        let given = [("unit", unit.as_str()), ("due_day", "2026-11-01")];
        facilitator.submit(&format!("{PLACE}/projets/1/confier"), &given).await.ok().says("Espaces verts");

        let (_, mut agent) = arpent_commons::testkit::agent_of(&town.house, town.unit).await;
        agent.get(&format!("{PLACE}/instruction")).await.ok().says("Pour votre service").says("Dix bancs");
        let study = format!("{PLACE}/projets/1/instruire");
        let refused = agent.post(&study, &[("verdict", "admissible"), ("cost", "cher")]).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Donnez le coût en euros");
        let opinion =
            [("verdict", "admissible"), ("cost", "12 500,50"), ("delay", "Six mois"), ("reason", "Le sol porte.")];
        agent.submit(&study, &opinion).await.ok().says("Admissible").says("12 500,50 €").says("Le sol porte.");
        let thread =
            arpent_budget::store::projects::of_contribution(&town.house.app.db, ideas[1].parse().expect("an id"));
        assert_eq!(thread.await.expect("read").len(), 1);
    }
}

#[tokio::test]
async fn a_project_dearer_than_its_envelope_is_refused_with_the_reason_shown() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        town.prepared(&draft("10 000"), &[]).await;
        facilitator.submit(&format!("{PLACE}/nouveau-projet"), &[("title", "Un pont")]).await.ok();
        let opinion = [("verdict", "admissible"), ("cost", "10 000,01"), ("reason", "Beau projet.")];
        let told = facilitator.submit(&format!("{PLACE}/projets/1/instruire"), &opinion).await.ok();
        told.says("Non admissible").says("coûte 10 000,01 €, plus que son enveloppe de 10 000 €").says("Beau projet.");
    }
}

#[tokio::test]
async fn a_project_joined_to_another_says_which() {
    for town in each().await {
        town.prepared(&draft("10 000"), &[("Dix bancs", "1000"), ("Un banc", "100")]).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let study = format!("{PLACE}/projets/2/instruire");
        let fields = [("verdict", "merged"), ("into", "2"), ("reason", "Le même.")];
        facilitator.post(&study, &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("verdict", "merged"), ("into", "1"), ("reason", "Le même.")];
        let joined = facilitator.submit(&study, &fields).await.ok();
        joined.says("Réuni à un autre").says("Il est porté désormais par").says("Dix bancs");
    }
}

#[tokio::test]
async fn a_project_is_said_better_until_people_vote_and_its_point_is_in_the_file() {
    for town in each().await {
        let (mut one, mut two) = (town.browser(Role::Facilitator).await, town.browser(Role::Facilitator).await);
        town.prepared(&draft("10 000"), &[("Dis bancs", "1000"), ("Un pré", "900")]).await;
        let edit = format!("{PLACE}/projets/1/modifier");
        let version = one.get(&edit).await.ok().hidden("version");
        let typed =
            |point| [("version", version.as_str()), ("title", "Dix bancs"), ("text", "Au bord."), ("point", point)];
        one.post(&edit, &typed("au bord"))
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("une latitude puis une longitude");
        one.submit(&edit, &typed("45,3654 ; 5,5921")).await.ok().says("Dix bancs").says("45.3654,5.5921");
        two.post(&edit, &typed("")).await.is(StatusCode::CONFLICT).says("a changé ce projet");

        let codes = arpent_budget::commands::voters::letters(&town.house.operator(), &town.budget().await, 1).await;
        let opened = arpent_budget::commands::budgets::open(&town.house.operator(), &town.budget().await, PLACE).await;
        opened.expect("open");
        one.post(&edit, &typed("")).await.is(StatusCode::CONFLICT);
        town.vote(&codes.expect("codes")[0], &[1]).await.ok();
        town.closed().await;
        town.count(&mut one, &[]).await;
        let file = town.house.browser().get(&format!("{PLACE}/resultats/1/bulletins.pb")).await.ok().text();
        assert!(
            file.contains(
                "project_id;cost;name;latitude;longitude\n001;1000;Dix bancs;45.3654;5.5921\n002;900;Un pré;;\n"
            ),
            "{file}"
        );
        assert!(arpent_participatory_budget::pabulib::read(file.as_bytes()).is_ok(), "{file}");
    }
}

#[tokio::test]
async fn the_ballot_opens_when_everything_holds_and_freezes_the_rule() {
    for town in each().await {
        town.prepared(&draft("10 000"), &[("Dix bancs", "1000")]).await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.submit(&format!("{PLACE}/nouveau-projet"), &[("title", "Un pont")]).await.ok();
        let refused = facilitator.post(&format!("{PLACE}/ouvrir"), &[]).await.is(StatusCode::CONFLICT);
        refused
            .says("Un projet attend encore un avis")
            .says("au moins deux projets")
            .says("La liste des électeurs est vide");
        let opinion = [("verdict", "admissible"), ("cost", "900"), ("reason", "Oui.")];
        facilitator.submit(&format!("{PLACE}/projets/2/instruire"), &opinion).await.ok();
        let codes = [("count", "3"), ("as", "page")];
        let printed = facilitator.post(&format!("{PLACE}/electeurs/codes"), &codes).await.ok();
        printed.says("Ces codes ne sont montrés que cette fois");
        facilitator.submit(&format!("{PLACE}/ouvrir"), &[]).await.ok().says("Le vote est ouvert");

        facilitator.post(&format!("{PLACE}/projets/2/instruire"), &opinion).await.is(StatusCode::CONFLICT);
        facilitator.post(&format!("{PLACE}/nouveau-projet"), &[("title", "x")]).await.is(StatusCode::CONFLICT);
        let budget = town.budget().await;
        let changed =
            arpent_budget::commands::budgets::Draft { rule: "phragmen".into(), version: budget.version, ..draft("1") };
        let saved = arpent_budget::commands::budgets::save(&town.house.operator(), town.initiative.id, &changed).await;
        assert!(saved.is_err(), "the rule is frozen");
        facilitator
            .post(&format!("{PLACE}/fermer"), &[])
            .await
            .is(StatusCode::CONFLICT)
            .says("personne ne ferme l'urne avant");
    }
}
