//! Preparing a worksite, and what must be known before anyone is asked to come.

use arpent_core::Role;
use arpent_store::search::find;
use axum::http::StatusCode;

use crate::town::{each, published};

#[tokio::test]
async fn nothing_is_published_before_volunteers_are_covered_and_each_thing_missing_is_said() {
    for town in each().await {
        let mut team = town.browser(Role::Facilitator).await;
        let page = format!("/chantiers/{}", town.worksite);
        town.house.browser().get(&page).await.is(StatusCode::NOT_FOUND);
        let refused = team.post(&format!("{page}/publier"), &[]).await.is(StatusCode::CONFLICT);
        refused.says("quel assureur").says("numéro du contrat").says("référence de la délibération");
        refused.says("date de la délibération").says("qui répond de la sécurité").says("au moins une séance");

        let half = [
            ("insurer", "Mutuelle"),
            ("contract", "4521"),
            ("deliberation", "n° 41"),
            ("deliberated_on", "2026-09-24"),
        ];
        team.submit(&format!("{page}/assurance"), &half).await.ok().says("La fiche est enregistrée");
        let shift = [
            ("day", "2026-11-14"),
            ("start", "9h"),
            ("end", "12:30"),
            ("capacity", "20"),
            ("leaders", "1"),
            ("minors_per_adult", "3"),
        ];
        team.submit(&format!("{page}/seances"), &shift).await.ok().says("le week-end");
        let refused = team.post(&format!("{page}/publier"), &[]).await.is(StatusCode::CONFLICT);
        refused
            .says("qui répond de la sécurité")
            .does_not_say("assureur a été prévenu")
            .does_not_say("une séance à venir");

        let whole = [half.as_slice(), &[("safety", "Chef d'équipe")]].concat();
        team.submit(&format!("{page}/assurance"), &whole).await.ok();
        team.submit(&format!("{page}/publier"), &[]).await.ok().says("Le chantier est publié");
        let emptied = team.post(&format!("{page}/assurance"), &half).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        emptied.says("qui répond de la sécurité");
        let read = town.house.browser().get(&page).await.ok();
        read.says("Mené par Haies vives")
            .says("samedi 14 novembre 2026, de 9 h à 12 h 30")
            .says("collaborateur occasionnel");
        read.says("Mutuelle").does_not_say("4521").says("Chemin plat");
        let found = find(&town.house.app.db, "haie", Some("worksite"), false, (10, 0)).await.expect("search");
        assert_eq!(found.hits.len(), 1);
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_and_everything_wrong_is_said_at_once() {
    for town in each().await {
        let mut team = town.browser(Role::Facilitator).await;
        let wrong = [("title", "Une mare"), ("point", "près du pont"), ("work", "Creuser")];
        let page = team.post("/demarches/parc/chantiers/nouveau", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Écrivez deux nombres");
        assert!(page.text().contains("près du pont"));
        let wrong = [("title", "Une mare"), ("work", "Creuser")];
        let page = team.post("/demarches/parc/chantiers/nouveau", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        page.says("Choisissez qui mène le chantier");
        let shifts = format!("/chantiers/{}/seances", town.worksite);
        let wrong = [
            ("day", "2026-10-14"),
            ("start", "14h"),
            ("end", "9h"),
            ("capacity", "0"),
            ("leaders", "1"),
            ("minors_per_adult", "40"),
        ];
        let page = team.post(&shifts, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        page.says("La fin doit venir après le début").says("déjà passé").says("entre 1 et 500").says("entre 0 et 12");
    }
}

#[tokio::test]
async fn everyone_reads_what_comes_on_the_page_of_the_process_in_calendars_tables_and_by_program() {
    for (town, _, _) in published().await {
        let mut visitor = town.house.browser();
        visitor.get("/demarches/parc").await.ok().says("La haie du Muhlbach").says("en semaine").says("le week-end");
        visitor.get("/chantiers").await.ok().says("La haie du Muhlbach").says("Le parc des rives");
        let file = visitor.get(&format!("/chantiers/{}/chantier.ics", town.worksite)).await.ok().text();
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(visitor.get("/chantiers.ics").await.ok().text().matches("BEGIN:VEVENT").count(), 2);
        let table = visitor.get("/demarches/parc/chantiers.csv").await.ok().text();
        assert_eq!(table.lines().count(), 3);
        assert!(table.contains("en semaine") && table.contains("le week-end"), "{table}");
        let read = visitor.get("/api/v1/initiatives/parc/worksites").await.ok().json();
        assert_eq!(read[0]["shifts"][1]["part_of_week"], "weekend");
        assert_eq!(read[0]["shifts"][1]["capacity"], 20);
        assert!(read[0].get("contract").is_none());
    }
}
