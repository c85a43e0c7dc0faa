//! A démarche begins from a template: the form, the scope sheet and the phases are there, and can all be changed.

use arpent_commons::store::initiatives;
use arpent_core::Role;
use arpent_web::testkit;
use axum::http::StatusCode;
use jiff::ToSpan as _;

const FORM: &[(&str, &str)] = &[
    ("title", "Le parc de la rivière"),
    ("purpose", "Dessiner un parc."),
    ("sponsor", "La ville"),
    ("promise_level", "co_build"),
    ("promise", "Le plan sera écrit avec vous."),
    ("who_decides", "Le conseil municipal."),
    ("who_answers", "Le service des espaces verts."),
    ("answer_delay_days", "30"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_template_fills_the_form_the_scope_and_the_phases() {
    for house in testkit::each(&[arpent_web::room(), arpent_commons::room()]).await {
        let today = house.operator().today();
        let mut facilitator = house.sign_in_as(Role::Facilitator).await;
        facilitator.get("/demarches/nouvelle").await.ok().says("Parc naturel urbain").does_not_say("modèle choisi");
        let form = facilitator.get("/demarches/nouvelle?template=park").await.ok();
        form.says("modèle choisi").says("Le plan du parc et sa charte seront écrits avec vous");
        facilitator.get("/demarches/nouvelle?template=magie").await.ok().does_not_say("modèle choisi");

        let refused = facilitator.post("/demarches/nouvelle", &[("template", "park")]).await;
        let refused = refused.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("modèle choisi");

        let sent: Vec<(&str, &str)> = FORM.iter().copied().chain([("template", "park")]).collect();
        let page = facilitator.submit("/demarches/nouvelle", &sent).await.ok();
        assert!(page.text().contains("Le périmètre"), "the scope sheet is not filled");
        let db = &house.app.db;
        let kept = initiatives::by_slug(db, "le-parc-de-la-riviere").await.expect("a read").expect("a démarche");
        let phases = initiatives::phases(db, kept.id).await.expect("phases");
        assert_eq!((phases.len(), phases[0].start, phases[0].end), (7, today, today + 119.days()));
        assert_eq!(initiatives::scope(db, kept.id).await.expect("a scope sheet").len(), 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_template_of_a_module_goes_on_in_that_module() {
    for house in testkit::each(&[arpent_web::room(), arpent_commons::room()]).await {
        let mut facilitator = house.sign_in_as(Role::Facilitator).await;
        let sent: Vec<(&str, &str)> = FORM.iter().copied().chain([("template", "barometer")]).collect();
        let answer = facilitator.post("/demarches/nouvelle", &sent).await;
        assert_eq!(answer.location(), Some("/demarches/le-parc-de-la-riviere/barometre"));
    }
}
