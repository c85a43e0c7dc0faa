//! The results of a wave: one page for each question a reader comes with, all cut from one cube.

mod communes;
mod data;
mod figures;
mod gaps;
mod method;
pub(crate) mod mine;
mod open;
mod people;
mod priorities;
mod report;
mod service;
mod shapes;
mod voices;
mod wave;
mod words;

use Access::{Needs, Public};
use arpent_web::{Access, Routes};

pub(in crate::pages) use voices::masks;

use crate::{COLLECT, PREVIEW, PROTOCOL_EDIT, PUBLISH};

/// Pages and acts.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mes-services", Needs(PREVIEW), mine::show)
        .get("/barometres/{slug}/vagues/{n}/resultats", Public, wave::show)
        .post("/barometres/{slug}/vagues/{n}/resultats/calculer", Needs(PUBLISH), wave::compute)
        .post("/barometres/{slug}/vagues/{n}/resultats/publier", Needs(PUBLISH), wave::publish)
        .get("/barometres/{slug}/vagues/{n}/resultats/services/{code}", Public, service::show)
        .post("/barometres/{slug}/vagues/{n}/resultats/services/{code}/suivre", Needs(PROTOCOL_EDIT), service::follow)
        .get("/barometres/{slug}/vagues/{n}/resultats/populations/{code}", Public, people::show)
        .get("/barometres/{slug}/vagues/{n}/resultats/carte", Public, communes::show)
        .get("/barometres/{slug}/vagues/{n}/resultats/paroles", Public, voices::show)
        .get("/barometres/{slug}/vagues/{n}/resultats/ecarts", Public, gaps::show)
        .get("/barometres/{slug}/vagues/{n}/resultats/priorites", Public, priorities::show)
        .get("/barometres/{slug}/vagues/{n}/resultats/methode", Public, method::show)
        .get("/barometres/{slug}/vagues/{n}/resultats/donnees", Public, data::dictionary)
        .get("/barometres/{slug}/vagues/{n}/resultats/rapport.pdf", Public, report::show)
        .get("/barometres/{slug}/vagues/{n}/resultats.csv", Public, data::csv)
        .get("/barometres/{slug}/vagues/{n}/resultats.xlsx", Public, data::xlsx)
        .get("/barometres/{slug}/vagues/{n}/resultats.json", Public, data::json)
        .get("/barometres/{slug}/vagues/{n}/resultats.sav", Public, data::sav)
        .get("/barometres/{slug}/vagues/{n}/resultats.xml", Public, data::codebook)
        .post("/barometres/{slug}/vagues/{n}/resultats/reponses", Needs(COLLECT), data::answers)
}
