//! Pages of the shared objects.

pub mod closing;
pub mod commitment_forms;
pub mod commitments;
pub mod consultations;
pub mod contours;
pub mod decision_forms;
pub mod decisions;
pub mod experiments;
pub mod files;
pub mod follow;
pub mod forget;
pub mod frame;
pub mod home;
pub mod initiative;
pub mod initiative_edit;
pub mod initiatives;
pub mod loop_form;
pub mod loop_routes;
pub mod loop_words;
pub mod map;
pub mod meeting_agenda;
pub mod meeting_door;
pub mod meeting_forms;
pub mod meeting_guests;
pub mod meeting_notes;
pub mod meeting_outputs;
pub mod meeting_routes;
pub mod meetings;
pub mod metrics;
pub mod options;
mod plan;
pub mod sign_ups;
pub mod territory;
pub mod trace;

use arpent_web::{Access, Routes};

use crate::permission::{INITIATIVE_EDIT, TERRITORY_EDIT};

/// The pages and acts of this room.
pub fn routes() -> Routes {
    meeting_routes::routes(loop_routes::routes(Routes::new()))
        .get("/", Access::Public, home::show)
        .get("/demarches", Access::Public, initiatives::list)
        .get("/demarches/nouvelle", Access::Needs(INITIATIVE_EDIT), initiative_edit::new)
        .post("/demarches/nouvelle", Access::Needs(INITIATIVE_EDIT), initiative_edit::prepare)
        .get("/demarches/{slug}", Access::Public, initiative::show)
        .get("/demarches/{slug}/agenda.ics", Access::Public, follow::agenda)
        .get("/demarches/{slug}/fil.atom", Access::Public, follow::news)
        .get("/demarches/{slug}/modifier", Access::Needs(INITIATIVE_EDIT), initiative_edit::edit)
        .post("/demarches/{slug}/modifier", Access::Needs(INITIATIVE_EDIT), initiative_edit::save)
        .post("/demarches/{slug}/phases", Access::Needs(INITIATIVE_EDIT), initiative_edit::save_phases)
        .post("/demarches/{slug}/cadre", Access::Needs(INITIATIVE_EDIT), initiative_edit::save_scope)
        .post("/demarches/{slug}/ouvrir", Access::Needs(INITIATIVE_EDIT), initiative_edit::open)
        .get("/fichiers/{id}", Access::Public, files::show)
        .post("/suivi/{code}/oublier", Access::Public, forget::address)
        .get("/admin/territoire", Access::Needs(TERRITORY_EDIT), territory::show)
        .post("/admin/territoire/contours", Access::Needs(TERRITORY_EDIT), contours::check)
        .post("/admin/territoire/contours/confirmer", Access::Needs(TERRITORY_EDIT), contours::confirm)
        .post("/admin/territoire/contours/retirer", Access::Needs(TERRITORY_EDIT), contours::remove)
        .post("/admin/territoire/organisations", Access::Needs(TERRITORY_EDIT), territory::add_organisation)
        .post("/admin/territoire/services", Access::Needs(TERRITORY_EDIT), territory::add_unit)
        .post("/admin/territoire/rattachements", Access::Needs(TERRITORY_EDIT), territory::add_membership)
        .post("/admin/territoire/mandats", Access::Needs(TERRITORY_EDIT), territory::add_mandate)
}
