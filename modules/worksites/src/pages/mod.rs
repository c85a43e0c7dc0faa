//! The pages of this module: read what was sent, call a command or a query, draw.

mod agenda;
mod calling_off;
mod consents;
mod debriefs;
mod desk;
mod form;
mod lines;
mod lists;
mod materials;
mod place;
mod seats;
mod shifts;
mod show;
mod sign_up;
mod stock;
mod tables;
mod worksites;

use arpent_web::{Access, Routes};

use crate::{PUBLISH, RUN, STOCK, WELCOME};
use Access::{Needs, Public};

pub(crate) use lines::Line;

/// Every page and act.
pub(crate) fn routes() -> Routes {
    reading().merge(coming()).merge(preparing()).merge(running()).merge(welcoming()).merge(lending())
}

fn reading() -> Routes {
    Routes::new()
        .get("/chantiers", Public, lists::everywhere)
        .get("/chantiers.ics", Public, agenda::everywhere)
        .get("/demarches/{slug}/chantiers", Public, lists::of_initiative)
        .get("/demarches/{slug}/chantiers.csv", Public, tables::shifts)
        .get("/chantiers/{id}", Public, show::show)
        .get("/chantiers/{id}/chantier.ics", Public, agenda::one)
        .get("/chantiers/{id}/photos/{file}", Public, show::photo)
}

fn coming() -> Routes {
    Routes::new()
        .get("/seances/{id}/inscription", Public, sign_up::begin)
        .post("/seances/{id}/inscription", Public, sign_up::take)
        .get("/volontaires/{code}", Public, seats::show)
        .post("/volontaires/{code}/rendre", Public, seats::give_back)
        .post("/volontaires/{code}/oublier", Public, seats::forget)
        .get("/accords/{code}", Public, consents::begin)
        .post("/accords/{code}", Public, consents::give)
        .get("/accords/{code}/papier", Public, consents::paper)
}

fn preparing() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/chantiers/nouveau", Needs(RUN), worksites::begin)
        .post("/demarches/{slug}/chantiers/nouveau", Needs(RUN), worksites::prepare)
        .get("/chantiers/{id}/modifier", Needs(RUN), worksites::edit)
        .post("/chantiers/{id}/modifier", Needs(RUN), worksites::save)
        .get("/chantiers/{id}/assurance", Needs(RUN), worksites::cover)
        .post("/chantiers/{id}/assurance", Needs(RUN), worksites::save_cover)
        .post("/chantiers/{id}/publier", Needs(PUBLISH), worksites::publish)
        .get("/chantiers/{id}/annuler", Needs(RUN), calling_off::worksite)
        .post("/chantiers/{id}/annuler", Needs(RUN), calling_off::save_worksite)
}

fn running() -> Routes {
    Routes::new()
        .get("/chantiers/{id}/seances", Needs(RUN), shifts::begin)
        .post("/chantiers/{id}/seances", Needs(RUN), shifts::add)
        .get("/seances/{id}/modifier", Needs(RUN), shifts::edit)
        .post("/seances/{id}/modifier", Needs(RUN), shifts::save)
        .get("/seances/{id}/annuler", Needs(RUN), calling_off::shift)
        .post("/seances/{id}/annuler", Needs(RUN), calling_off::save_shift)
        .get("/seances/{id}/materiel", Needs(RUN), materials::show)
        .post("/seances/{id}/materiel", Needs(RUN), materials::book)
        .get("/seances/{id}/bilan", Needs(RUN), debriefs::begin)
        .post("/seances/{id}/bilan", Needs(RUN), debriefs::write)
        .get("/seances/{id}/photos", Needs(RUN), debriefs::photos)
        .post("/seances/{id}/photos", Needs(RUN), debriefs::add_photo)
}

fn welcoming() -> Routes {
    Routes::new()
        .get("/seances/{id}/accueil", Needs(WELCOME), desk::show)
        .post("/seances/{id}/accueil", Needs(WELCOME), desk::check_in)
        .get("/seances/{id}/emargement", Needs(WELCOME), desk::sheet)
        .get("/seances/{id}/inscrits.csv", Needs(WELCOME), tables::volunteers)
        .get("/seances/{id}/appels", Needs(WELCOME), desk::calls)
        .post("/volontaires/{code}/presence", Needs(WELCOME), desk::presence)
        .post("/volontaires/{code}/appel", Needs(WELCOME), desk::called)
        .get("/volontaires/{code}/accord", Needs(WELCOME), consents::note)
        .post("/volontaires/{code}/accord", Needs(WELCOME), consents::save_note)
}

fn lending() -> Routes {
    Routes::new()
        .get("/materiel", Needs(STOCK), stock::list)
        .get("/materiel.csv", Needs(STOCK), tables::stock)
        .get("/materiel/nouveau", Needs(STOCK), stock::begin)
        .post("/materiel/nouveau", Needs(STOCK), stock::add)
        .get("/materiel/{id}", Needs(STOCK), stock::edit)
        .post("/materiel/{id}", Needs(STOCK), stock::save)
}
