use arpent_core::Role;
use arpent_store::{Author, jobs, journal};
use arpent_web::testkit::House;
use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::json;

use crate::houses;

#[tokio::test]
async fn the_administration_is_for_those_who_run_the_site() {
    let pages = ["/admin", "/admin/taches", "/admin/journal", "/admin/comptes", "/admin/reglages"];
    for house in houses().await {
        let mut public = house.browser();
        let mut inhabitant = house.sign_in_as(Role::Inhabitant).await;
        let mut administrator = house.sign_in_as(Role::Administrator).await;
        for path in pages {
            assert!(public.get(path).await.location().is_some_and(|to| to.starts_with("/connexion?retour=")), "{path}");
            let refused = inhabitant.get(path).await.is(StatusCode::FORBIDDEN);
            refused.says("administratrice ou administrateur");
            let page = administrator.get(path).await.ok();
            assert!(page.queries() <= 10, "{path} sends {} statements", page.queries());
        }
        inhabitant.get("/compte").await.ok().does_not_say("Administration");
    }
}

#[tokio::test]
async fn the_data_protection_officer_reads_the_journal_and_nothing_else() {
    for house in houses().await {
        let mut dpo = house.sign_in_as(Role::Dpo).await;
        dpo.get("/admin").await.ok().says("Journal").does_not_say("Réglages");
        dpo.get("/admin/journal").await.ok();
        dpo.get("/admin/reglages").await.is(StatusCode::FORBIDDEN);
        dpo.get("/admin/comptes").await.is(StatusCode::FORBIDDEN);
    }
}

async fn failing_job(house: &House) {
    let job = jobs::NewJob {
        id: uuid::Uuid::from_u128(99),
        kind: "no-such-kind",
        payload: json!({}),
        unique_key: None,
        run_at: house.operator().now(),
    };
    let tx = house.app.db.begin(Author { person: None, role: "system", at: job.run_at }).await.expect("begun");
    tx.enqueue(job).await.expect("asked for");
    tx.keep_house("a test asks for a job").await.expect("kept");
    for _ in 0..jobs::MOST_ATTEMPTS {
        house.work().await;
        house.pass(SignedDuration::from_hours(24));
    }
}

#[tokio::test]
async fn a_job_that_failed_shows_why_and_is_tried_again() {
    for house in houses().await {
        failing_job(&house).await;
        let mut browser = house.sign_in_as(Role::Administrator).await;
        browser.get("/admin").await.ok().says("1 tâche a échoué");
        let page = browser.get("/admin/taches").await.ok();
        page.says("Échouée").says("no room runs jobs of kind no-such-kind").says("8 essais");
        let again = page.addresses().into_iter().find(|to| to.ends_with("/reprendre")).expect("a way to try again");
        browser.submit(&again, &[]).await.ok().says("La tâche est reprise.").says("En attente");
        let kinds = journal::kinds(&house.app.db).await.expect("kinds");
        assert!(kinds.contains(&"job.retried".to_owned()), "{kinds:?}");
        // It is no longer a failed one: trying again later changes nothing.
        house.pass(SignedDuration::from_secs(30));
        browser.post(&again, &[]).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_account_is_opened_and_a_role_given_then_ended() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        let someone = [("name", "Paul Agent"), ("email", "paul@exemple.fr")];
        let opened = browser.post("/admin/comptes/nouveau", &someone).await;
        let account = opened.location().expect("her account").to_owned();
        house.pass(SignedDuration::from_secs(30));
        let again = browser.post("/admin/comptes/nouveau", &someone).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        again.says("Un compte existe déjà avec cette adresse.");
        let give = format!("{account}/roles");
        let wrong = [("role", "roi"), ("scope_kind", "initiative"), ("scope", "?"), ("from", "hier"), ("to", "demain")];
        let refused = browser.post(&give, &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["role", "scope", "from", "to"] {
            assert!(refused.text().contains(&format!("href=\"#{field}\"")), "{field} is in the summary");
        }
        assert!(refused.text().contains("value=\"hier\""), "what was typed is kept");
        let right = [("role", "agent"), ("scope_kind", "instance"), ("from", "2026-11-01"), ("to", "2026-12-31")];
        let given = browser.submit(&give, &right).await.ok();
        given.says("agente ou agent").says("dimanche 1er novembre 2026");
        browser.get("/admin/comptes?role=agent").await.ok().says("Paul Agent");
        let end = given.addresses().into_iter().find(|to| to.ends_with("/finir")).expect("a way to end it");
        browser.submit(&end, &[]).await.ok().says("Terminé");
        browser.get("/admin/comptes?role=agent").await.ok().does_not_say("Paul Agent");
        browser.get("/admin/comptes?q=PAUL").await.ok().says("1 compte").says("paul@exemple.fr");
    }
}

#[tokio::test]
async fn a_colour_is_tried_then_kept_and_changes_the_pages() {
    for house in houses().await {
        let mut browser = house.sign_in_as(Role::Administrator).await;
        let palette = |page: &arpent_web::testkit::Answer| {
            page.addresses().into_iter().find(|to| to.starts_with("/palette.css")).expect("a palette")
        };
        let before = palette(&browser.get("/admin/reglages").await.ok());
        let tried = browser.get("/admin/reglages?colour=%23ffd500").await.ok();
        tried.says("Telle quelle, cette couleur ne se lirait pas toujours");
        assert_eq!(palette(&tried), before, "trying changes nothing");
        let wrong = [("name", ""), ("colour", "bleu"), ("contact", "")];
        let refused = browser.post("/admin/reglages", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Donnez un nom à ce site").says("Écrivez une couleur comme #1f5c4d");
        let right = [("name", "Pays Voironnais"), ("colour", "#ffd500"), ("contact", "la mission participation")];
        let saved = browser.submit("/admin/reglages", &right).await.ok();
        saved.says("Les réglages sont enregistrés.").says("Pays Voironnais");
        assert_ne!(palette(&saved), before);
        let sheet = browser.get(&palette(&saved)).await.ok();
        assert!(sheet.text().contains("#ffd500"), "{}", sheet.text());
        browser.get("/donnees-personnelles").await.ok().says("la mission participation");
    }
}

#[tokio::test]
async fn the_journal_is_paged_filtered_verified_and_exported() {
    for house in houses().await {
        let (person, _) = house.person("Léa").await;
        house.give(person, Role::Agent, arpent_core::Scope::Instance).await;
        let mut browser = house.sign_in_as(Role::Dpo).await;
        let of_her = browser.get(&format!("/admin/journal?objet={person}")).await.ok();
        of_her.says("role.granted role: agent").does_not_say("session.opened");
        browser.get("/admin/journal?objet=abc").await.ok().says("Cet identifiant n'est pas complet");
        let all = browser.get("/admin/journal").await.ok();
        all.says("session.opened").does_not_say("Lignes plus anciennes");
        for number in 0..50 {
            house.person(&format!("Personne {number}")).await;
        }
        let newest = browser.get("/admin/journal").await.ok();
        newest.says("Lignes plus anciennes").does_not_say("session.opened");
        let older = newest.addresses().into_iter().find(|to| to.contains("avant=")).expect("older lines");
        browser.get(&older).await.ok().says("session.opened");
        browser.get("/admin/journal/verification").await.ok().says("La chaîne tient");
        let csv = browser.get("/admin/journal.csv").await.ok().text();
        let lines = journal::verify(&house.app.db).await.expect("lines").lines;
        assert_eq!(i64::try_from(csv.lines().count()).expect("few"), lines + 1, "one row per line and the head");
    }
}

#[tokio::test]
async fn the_officer_sees_what_is_held_then_erases_on_request() {
    for house in houses().await {
        let (person, email) = house.person("Léa Martin").await;
        let mut hers = house.sign_in(&email).await;
        let mut dpo = house.sign_in_as(Role::Dpo).await;
        let unknown = dpo.get("/admin/personnes/effacer?email=inconnue@exemple.fr").await;
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY).says("Le site ne garde rien à cette adresse");
        let found = dpo.get(&format!("/admin/personnes/effacer?email={email}")).await.ok();
        found.says("Ce que le site garde au sujet de Léa Martin").says("sessions 1");
        let handed = dpo.post("/admin/personnes/donnees.json", &[("email", &email)]).await.ok();
        assert_eq!(handed.json()["web"]["name"], "Léa Martin");
        let unsure = dpo.post("/admin/personnes/effacer", &[("email", &email)]).await;
        unsure.is(StatusCode::UNPROCESSABLE_ENTITY).says("Cochez la case");
        hers.get("/compte").await.ok();
        let sure = [("email", email.as_str()), ("confirm", "true")];
        dpo.submit("/admin/personnes/effacer", &sure).await.ok().says("C'est fait");
        assert!(hers.get("/compte").await.status.is_redirection());
        let acts = journal::before(&house.app.db, i64::MAX, Some(person.uuid()), 10).await.expect("lines");
        let kinds: Vec<&str> = acts.iter().map(|line| line.kind.as_str()).collect();
        assert_eq!(kinds, ["person.erased", "person.exported"]);
    }
}
