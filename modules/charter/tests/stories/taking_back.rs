//! Taking a signature back, hiding a report, and the balance of what was done.

use arpent_charter::commands::paper::key;
use arpent_commons::domain::people::Power;
use arpent_core::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::publishing::sheet;
use crate::reporting::signatory;
use crate::signing::{resident, with_residents};
use crate::town::{PLACE, Town, each, fill, published};

#[tokio::test]
async fn a_signature_taken_back_stays_visible_with_its_day_and_is_counted_no_more() {
    for town in published().await {
        let organisation = town.organisation("Amis du parc").await;
        let id = organisation.to_string();
        let (_, mut browser) = town.holder(organisation, &[Power::Sign], None).await;
        let (_, mut colleague) = town.holder(organisation, &[Power::Commit], None).await;
        let last = fill(&town, &mut browser, &[("who", &id)], (6, true)).await;
        let page = browser.submit(&last, &[]).await.ok().says("Retirer cette signature").path.clone();
        let act = format!("{page}/retirer");
        // A mandate to commit reports; it does not take back what a mandate to sign gave.
        colleague.get(&page).await.ok().says("Raconter une année").does_not_say("Retirer cette signature");
        colleague.post(&act, &[]).await.is(StatusCode::CONFLICT).says("par qui a mandat de signer");
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.post(&act, &[]).await.is(StatusCode::CONFLICT);
        town.house.browser().post(&act, &[]).await.is(StatusCode::UNAUTHORIZED);
        let long = "x".repeat(5_000);
        let refused = browser.post(&act, &[("why", &long)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(&long[..100]).does_not_say("La signature est retirée");

        browser.get(&act).await.ok().says("n'est plus comptée");
        let done = browser.submit(&act, &[("why", "Nos moyens ne suffisent plus.")]).await.ok();
        done.says("Signature retirée le lundi 2 novembre 2026").says("Nos moyens ne suffisent plus");
        assert_eq!(town.signed().await, 0);
        let mut visitor = town.house.browser();
        visitor.get(&page).await.ok().says("Signature retirée le").says("Nos moyens").does_not_say("certificat");
        let gone = visitor.get(&format!("{page}/certificat.pdf")).await.is(StatusCode::CONFLICT);
        gone.says("n'a plus de certificat");
        let register = visitor.get(&format!("{PLACE}/signataires")).await.ok();
        register.says("Aucun signataire").says("Un signataire a retiré sa signature").does_not_say("Amis du parc");
        let register = visitor.get(&format!("{PLACE}/signataires?liste=retirees")).await.ok();
        register.says("Amis du parc").says("Retirée").says("retirée le 2 nov");
        let csv = visitor.get(&format!("{PLACE}/signataires.csv")).await.ok().text();
        assert!(csv.contains("Retirée le") && csv.contains("Engagement volontaire"), "{csv}");
        town.house.pass(SignedDuration::from_mins(1));
        browser.post(&act, &[]).await.is(StatusCode::CONFLICT).says("déjà retirée");
        browser.get(&format!("{page}/comptes-rendus")).await.is(StatusCode::CONFLICT);

        let last = fill(&town, &mut browser, &[("who", &id)], (6, true)).await;
        browser.submit(&last, &[]).await.ok().says("C'est signé");
        assert_eq!(town.signed().await, 1, "one may sign again");
    }
}

#[tokio::test]
async fn who_signed_on_paper_takes_back_by_letter_and_someone_unnamed_keeps_her_reason_to_herself() {
    for town in each().await {
        let sub = with_residents(&town).await;
        let hidden = resident(&town, &sub, "Paul Secret", false).await;
        let signed = key(&town.house.operator(), town.charter, &sheet(&town, "Paysagistes").await).await;
        let page = format!("/signatures/{}", signed.expect("signed").code);
        let mut facilitator = town.browser(Role::Facilitator).await;
        let done = facilitator.submit(&format!("{page}/retirer"), &[("why", "Courrier du 1er novembre")]).await.ok();
        done.says("Signature retirée le");
        facilitator.post(&format!("{hidden}/retirer"), &[]).await.is(StatusCode::CONFLICT);
        assert_eq!(town.signed().await, 1);
    }
}

/// A report of the action of this rank.
async fn report(town: &Town, page: &str, (at, quantity, unit): (usize, &str, &str)) -> String {
    let mut facilitator = town.browser(Role::Facilitator).await;
    let form = format!("{page}/comptes-rendus");
    let submission = facilitator.get(&form).await.ok().hidden("submission");
    let action = town.actions(6).await[at].to_string();
    let fields = [
        ("submission", submission.as_str()),
        ("item", &action),
        ("year", "2026"),
        ("text", "Ce que nous avons fait."),
        ("quantity", quantity),
        ("unit", unit),
    ];
    facilitator.submit(&form, &fields).await.ok().says("Le compte rendu est publié").path.clone()
}

#[tokio::test]
async fn quantities_add_up_by_action_and_unit_until_a_report_is_hidden_with_its_reason() {
    for town in published().await {
        let (_, page) = signatory(&town).await;
        let mut visitor = town.house.browser();
        let balance = format!("{PLACE}/bilan");
        visitor.get(&balance).await.ok().says("Aucune action n'est encore racontée").says("n'oblige que");
        for told in [(0, "40", "arbres"), (0, "2", "Arbre"), (1, "12,5", "mètres"), (2, "", "")] {
            report(&town, &page, told).await;
        }
        let shown = visitor.get(&balance).await.ok();
        shown.says("4 comptes rendus, un signataire").says("un signataire de la version en vigueur sur 1");
        shown.says("Ce qui a été fait, en arbres").says("42").says("12,5").says("Raconté sans quantité");
        let csv = visitor.get(&format!("{balance}.csv")).await.ok().text();
        assert!(csv.contains("Action 1;2026;42;arbres;2;2;"), "{csv}");
        let pdf = crate::signing::printed(&visitor.get(&format!("{balance}.pdf")).await.ok().body);
        assert!(["Action 2", "mètres", "12,5", "2026"].iter().all(|said| pdf.contains(said)), "{pdf}");

        let mut facilitator = town.browser(Role::Facilitator).await;
        let moderate = facilitator.get(&page).await.ok().addresses();
        let moderate = moderate.into_iter().find(|to| to.ends_with("/moderer")).expect("a form");
        facilitator.get(&moderate).await.ok().says("Ce que nous avons fait").says("Publicité");
        let blank = facilitator.post(&moderate, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        blank.says("Choisissez un motif");
        let no_reason = facilitator.post(&moderate, &[("ground", "advertising")]).await;
        no_reason.is(StatusCode::UNPROCESSABLE_ENTITY).says("Écrivez quelque chose ici");
        let why = [("ground", "advertising"), ("why", "Retirez le nom du magasin.")];
        let hidden = facilitator.submit(&moderate, &why).await.ok();
        hidden.says("Masqué").says("Publicité. Retirez le nom du magasin").says("Ce que nous avons fait");
        let seen = visitor.get(&page).await.ok().says("Publicité. Retirez le nom du magasin").words();
        assert_eq!(seen.matches("Ce que nous avons fait.").count(), 3, "three remain to be read");
        visitor.get(&balance).await.ok().says("3 comptes rendus");
        visitor.get(&moderate).await.is(StatusCode::SEE_OTHER);
        let mut reader = town.browser(Role::Inhabitant).await;
        reader.post(&moderate, &why).await.is(StatusCode::FORBIDDEN);
        facilitator.submit(&moderate, &[("why", "Corrigé.")]).await.ok().does_not_say("Masqué");
        visitor.get(&balance).await.ok().says("4 comptes rendus");
    }
}

#[tokio::test]
async fn pages_documents_and_tables_all_say_that_the_charter_is_voluntary() {
    for town in published().await {
        let (_, page) = signatory(&town).await;
        let mut visitor = town.house.browser();
        let pages = ["", "/versions/1", "/propositions", "/signataires", "/soutien", "/bilan", "/comparer?de=1&a=1"];
        for below in pages {
            visitor.get(&format!("{PLACE}{below}")).await.ok().says("n'oblige que celles et ceux");
        }
        visitor.get(&page).await.ok().says("n'oblige que");
        for pdf in [format!("{PLACE}/charte.pdf"), format!("{PLACE}/bilan.pdf"), format!("{page}/certificat.pdf")] {
            let words = crate::signing::printed(&visitor.get(&pdf).await.ok().body);
            assert!(words.contains("oblige que celles"), "{pdf}: {words}");
        }
        for csv in ["signataires.csv", "bilan.csv"] {
            let table = visitor.get(&format!("{PLACE}/{csv}")).await.ok().text();
            assert!(table.contains("Engagement volontaire"), "{csv}: {table}");
        }
        let json = visitor.get("/api/v1/initiatives/parc/charter").await.ok().json();
        assert!(json["notice"].as_str().is_some_and(|notice| notice.contains("oblige que")));
    }
}
