//! The pages of this module: read what was sent, call a command or a query, draw.

mod asked;
mod base;
mod decide;
mod draw;
mod export;
mod find;
mod ground;
mod import;
mod layer;
mod lent;
mod map;
mod object;
mod observe;
mod pins;
mod programme;
mod project;
mod sketch;
mod tiles;
mod words;
mod write;

pub(crate) use asked::Asked;
pub(crate) use decide::to_decide;
pub(crate) use draw::unwritable;
pub(crate) use export::{GEOJSON, geojson_of};
pub(crate) use lent::LENT;
pub(crate) use observe::told;
pub(crate) use sketch::with_pins;
pub(crate) use words::zones;

use arpent_web::{Access, Routes};

use crate::{BASE, EDIT, FOLLOW, IMPORT, VALIDATE, VOTE};
use Access::{Needs, Public};

/// Every page and act.
pub(crate) fn routes() -> Routes {
    reading().merge(writing()).merge(importing()).merge(observing()).merge(projects())
}

fn reading() -> Routes {
    Routes::new()
        .get("/carte", Public, map::territory)
        .get("/carte.geojson", Public, export::territory_geojson)
        .get("/carte.gpx", Public, export::territory_gpx)
        .get("/carte.csv", Public, export::territory_csv)
        .get("/demarches/{slug}/carte", Public, map::show)
        .get("/demarches/{slug}/carte.geojson", Public, export::geojson)
        .get("/demarches/{slug}/carte.gpx", Public, export::gpx)
        .get("/demarches/{slug}/carte.csv", Public, export::csv)
        .get("/couches/{id}", Public, layer::show)
        .get("/lieux/{id}", Public, object::show)
        .get("/lieux/{id}/photo", Public, object::photo)
        .get("/admin/fonds-de-carte", Needs(BASE), base::show)
        .post("/admin/fonds-de-carte", Needs(BASE), base::choose)
        .post("/admin/recherche-d-adresses", Needs(BASE), base::choose_geocoder)
        .get("/tuiles/{zoom}/{x}/{y}", Public, tiles::tile)
        .get("/fonds-de-carte/{name}", Public, tiles::file)
}

fn writing() -> Routes {
    Routes::new()
        .get("/carte/nouvelle-couche", Needs(EDIT), layer::begin_territory)
        .post("/carte/nouvelle-couche", Needs(EDIT), layer::add_territory)
        .get("/demarches/{slug}/carte/nouvelle-couche", Needs(EDIT), layer::begin)
        .post("/demarches/{slug}/carte/nouvelle-couche", Needs(EDIT), layer::add)
        .get("/couches/{id}/modifier", Needs(EDIT), layer::edit)
        .post("/couches/{id}/modifier", Needs(EDIT), layer::save)
        .get("/couches/{id}/ajouter", Public, write::begin)
        .post("/couches/{id}/ajouter", Public, write::add)
        .get("/lieux/{id}/modifier", Needs(EDIT), write::edit)
        .post("/lieux/{id}/modifier", Needs(EDIT), write::save)
        .get("/lieux/{id}/suite", Needs(EDIT), write::begin_next)
        .post("/lieux/{id}/suite", Needs(EDIT), write::add_next)
        .post("/lieux/{id}/retirer", Needs(EDIT), object::remove)
        .post("/lieux/{id}/remettre", Needs(EDIT), object::put_back)
}

fn importing() -> Routes {
    Routes::new()
        .get("/couches/{id}/importer", Needs(IMPORT), import::begin)
        .post("/couches/{id}/importer", Needs(IMPORT), import::upload)
        .get("/imports-de-lieux/{id}", Needs(IMPORT), import::show)
        .post("/imports-de-lieux/{id}/confirmer", Needs(IMPORT), import::confirm)
        .post("/imports-de-lieux/{id}/abandonner", Needs(IMPORT), import::give_up)
}

fn observing() -> Routes {
    Routes::new()
        .get("/couches/{id}/inventaire", Needs(EDIT), programme::show)
        .post("/couches/{id}/inventaire", Needs(EDIT), programme::save)
        .get("/couches/{id}/observer", Public, observe::begin)
        .post("/couches/{id}/observer", Public, observe::send)
        .get("/observations/{code}", Public, observe::follow)
        .post("/observations/{code}/retirer", Public, observe::take_back)
        .post("/lieux/{id}/avis", Needs(VOTE), object::vote)
        .get("/lieux/{id}/signaler", Public, object::reporting)
        .post("/lieux/{id}/signaler", Public, object::report)
        .get("/inventaires/a-trancher", Needs(VALIDATE), decide::list)
        .post("/lieux/{id}/trancher", Needs(VALIDATE), decide::decide)
        .post("/lieux/{id}/sensible", Needs(VALIDATE), decide::set_sensitive)
}

fn projects() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/projets", Public, project::list)
        .get("/projets/{id}", Public, project::show)
        .get("/projets/{id}/modifier", Needs(EDIT), project::write)
        .post("/projets/{id}/modifier", Needs(EDIT), project::save)
        .post("/projets/{id}/suivre", Needs(FOLLOW), project::follow)
        .get("/projets/{id}/photos/{file}", Public, project::photo)
        .post("/projets/{id}/photos/{file}/retirer", Needs(EDIT), project::remove_photo)
        .post("/projets/lignes/{id}/retirer", Needs(EDIT), project::remove_line)
}
