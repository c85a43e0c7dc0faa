//! The pages of this module: read what was sent, call a command or a query, draw.

mod answer;
mod asked;
mod at_wave;
mod begin;
mod collect;
mod collecting;
mod draft;
mod list;
mod place;
mod protocol;
mod replies;
pub(crate) mod results;
mod show;
mod signals;
mod waves;
mod words;

use arpent_web::Access::{Needs, Public};
use arpent_web::Routes;

use crate::PROTOCOL_EDIT;
pub(crate) use waves::answer_href;

/// The pages and acts of this module.
pub(crate) fn routes() -> Routes {
    let collecting = draft::routes().merge(settling()).merge(collecting::routes());
    reading().merge(collecting).merge(results::routes()).merge(signals::routes())
}

fn reading() -> Routes {
    Routes::new()
        .get("/barometres", Public, list::show)
        .get("/barometres/{slug}", Public, show::show)
        .get("/barometres/{slug}/protocole/{n}", Public, protocol::show)
        .get("/barometres/{slug}/protocole/{n}/fichier.json", Public, protocol::file)
        .get("/barometres/{slug}/protocole/{n}/document.json", Public, protocol::document)
        .get("/barometres/{slug}/vagues/{n}", Public, waves::show)
}

fn settling() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/barometre", Needs(PROTOCOL_EDIT), begin::show)
        .post("/demarches/{slug}/barometre", Needs(PROTOCOL_EDIT), begin::begin)
        .post("/barometres/{slug}/versions", Needs(PROTOCOL_EDIT), show::open_version)
        .get("/barometres/{slug}/vagues", Needs(PROTOCOL_EDIT), waves::begin)
        .post("/barometres/{slug}/vagues", Needs(PROTOCOL_EDIT), waves::prepare)
        .post("/barometres/{slug}/vagues/{n}/ouvrir", Needs(PROTOCOL_EDIT), waves::open)
        .post("/barometres/{slug}/vagues/{n}/fermer", Needs(PROTOCOL_EDIT), waves::close)
}
