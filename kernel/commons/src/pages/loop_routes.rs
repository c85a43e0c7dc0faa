//! Pages and acts of the second half of the loop.

use arpent_web::{Access, Routes};

use super::{
    closing, commitment_forms, commitments, consultations, decision_forms, decisions, experiments, metrics, options,
    trace,
};
use crate::permission::{
    COMMITMENT_REPORT, COMMITMENT_TAKE, CONSULTATION_RECORD, DECISION_TAKE, EXPERIMENT_AUTHORISE, EXPERIMENT_EDIT,
    INITIATIVE_CLOSE, LEARNING_WRITE, MEASURE_ENTER, OPTION_EDIT,
};

/// Adds them.
pub fn routes(routes: Routes) -> Routes {
    follow(commit(decide(design(routes))))
}

fn design(routes: Routes) -> Routes {
    let (write, attempt) = (Access::Needs(OPTION_EDIT), Access::Needs(EXPERIMENT_EDIT));
    routes
        .get("/demarches/{slug}/options", Access::Public, options::list)
        .get("/demarches/{slug}/options/nouvelle", write, options::new)
        .post("/demarches/{slug}/options/nouvelle", write, options::create)
        .get("/options/{id}", Access::Public, options::show)
        .get("/options/{id}/modifier", write, options::edit)
        .post("/options/{id}/modifier", write, options::save)
        .get("/options/{id}/appuis", write, options::roots)
        .post("/options/{id}/appuis", write, options::save_roots)
        .get("/demarches/{slug}/essais/nouveau", attempt, experiments::new)
        .post("/demarches/{slug}/essais/nouveau", attempt, experiments::create)
        .get("/essais/{id}", Access::Public, experiments::show)
        .get("/essais/{id}/modifier", attempt, experiments::edit)
        .post("/essais/{id}/modifier", attempt, experiments::save)
        .post("/essais/{id}/autoriser", Access::Needs(EXPERIMENT_AUTHORISE), experiments::authorise)
        .get("/essais/{id}/resultat", attempt, experiments::result)
        .post("/essais/{id}/resultat", attempt, experiments::save_result)
}

fn decide(routes: Routes) -> Routes {
    // Drafting is for those who decide and for those who write options: the command checks which.
    let (draft, record) = (Access::SignedIn, Access::Needs(CONSULTATION_RECORD));
    routes
        .get("/demarches/{slug}/consultations/nouvelle", record, consultations::new)
        .post("/demarches/{slug}/consultations/nouvelle", record, consultations::create)
        .get("/consultations/{id}", Access::Public, consultations::show)
        .get("/demarches/{slug}/decisions/nouvelle", draft, decision_forms::new)
        .post("/demarches/{slug}/decisions/nouvelle", draft, decision_forms::create)
        .get("/decisions/{id}", Access::Public, decisions::show)
        .get("/decisions/{id}/voix", Access::Public, decisions::voices)
        .get("/decisions/{id}/voix.csv", Access::Public, decisions::voices_csv)
        .get("/decisions/{id}/modifier", draft, decision_forms::edit)
        .post("/decisions/{id}/modifier", draft, decision_forms::save)
        .post("/decisions/{id}/publier", Access::Needs(DECISION_TAKE), decision_forms::publish)
        .get("/decisions/{id}/corriger", draft, decision_forms::correct)
        .post("/decisions/{id}/corriger", draft, decision_forms::open_correction)
}

fn commit(routes: Routes) -> Routes {
    let (take, report, measure) =
        (Access::Needs(COMMITMENT_TAKE), Access::Needs(COMMITMENT_REPORT), Access::Needs(MEASURE_ENTER));
    routes
        .get("/engagements", Access::Public, commitments::overview)
        .get("/demarches/{slug}/engagements", Access::Public, commitments::of_initiative)
        .get("/engagements/{id}", Access::Public, commitments::show)
        .get("/decisions/{id}/engagements/nouveau", take, commitment_forms::new)
        .post("/decisions/{id}/engagements/nouveau", take, commitment_forms::take)
        .get("/engagements/{id}/comptes-rendus/nouveau", report, commitment_forms::report)
        .post("/engagements/{id}/comptes-rendus/nouveau", report, commitment_forms::save_report)
        .get("/engagements/{id}/retrait", take, commitment_forms::withdraw)
        .post("/engagements/{id}/retrait", take, commitment_forms::save_withdrawal)
        .get("/engagements/{id}/mesures", measure, commitment_forms::compare)
        .post("/engagements/{id}/mesures", measure, commitment_forms::save_comparison)
        .post("/demarches/{slug}/enseignements", Access::Needs(LEARNING_WRITE), commitment_forms::learn)
        .get("/demarches/{slug}/indicateurs/nouveau", measure, metrics::new)
        .post("/demarches/{slug}/indicateurs/nouveau", measure, metrics::create)
        .get("/indicateurs/{id}", Access::Public, metrics::show)
        .get("/indicateurs/{id}/modifier", measure, metrics::edit)
        .post("/indicateurs/{id}/modifier", measure, metrics::save)
        .get("/indicateurs/{id}/mesures/nouvelle", measure, metrics::new_measure)
        .post("/indicateurs/{id}/mesures/nouvelle", measure, metrics::enter)
        .get("/mesures/{id}/corriger", measure, metrics::correct)
        .post("/mesures/{id}/corriger", measure, metrics::save_correction)
}

fn follow(routes: Routes) -> Routes {
    // Those who answer and those who close both read what is missing: the page checks which.
    let (staff, close) = (Access::SignedIn, Access::Needs(INITIATIVE_CLOSE));
    routes
        .get("/demarches/{slug}/cloture", staff, closing::show)
        .post("/demarches/{slug}/cloture", close, closing::close)
        .get("/demarches/{slug}/reponses-papier", staff, closing::paper)
        .post("/demarches/{slug}/reponses-papier", staff, closing::handed_over)
        .get("/suivi", Access::Public, trace::find)
        .post("/suivi", Access::Public, trace::open)
        .get("/suivi/{code}", Access::Public, trace::show)
}
