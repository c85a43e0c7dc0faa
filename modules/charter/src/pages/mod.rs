//! The pages of this module: read what was sent, call a command or a query, draw.

mod articles;
mod charter;
mod compare;
mod form;
mod paper;
mod place;
mod printed;
mod register;
mod reports;
mod sign;
mod signatures;
mod steer;
mod subs;
mod suggest;
mod supports;
mod words;

use arpent_commons::permission::ANSWER_GIVE;
use arpent_web::{Access, Routes};

use crate::{EDIT, PUBLISH, SIGN};
use Access::{Needs, Public};

pub(crate) use steer::alert;
pub(crate) use words::version as version_words;

/// Every page and act.
pub(crate) fn routes() -> Routes {
    reading().merge(writing()).merge(signing()).merge(following())
}

fn reading() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/charte", Public, charter::show)
        .get("/demarches/{slug}/charte/versions/{n}", Public, charter::show_version)
        .get("/demarches/{slug}/charte/comparer", Public, compare::show)
        .get("/demarches/{slug}/charte/propositions", Public, suggest::list)
        .get("/demarches/{slug}/charte/propositions/{id}", Public, suggest::show)
        .get("/demarches/{slug}/charte/versions/{n}/paragraphes/{id}", Public, suggest::begin)
        .post("/demarches/{slug}/charte/versions/{n}/paragraphes/{id}", Public, suggest::propose)
        .get("/demarches/{slug}/charte/signataires", Public, register::show)
        .get("/demarches/{slug}/charte/signataires.csv", Public, register::csv)
        .get("/demarches/{slug}/charte/charte.pdf", Public, printed::charter)
}

fn writing() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/charte/ouvrir", Needs(EDIT), steer::begin)
        .post("/demarches/{slug}/charte/ouvrir", Needs(EDIT), steer::open)
        .get("/demarches/{slug}/charte/articles", Needs(EDIT), articles::begin)
        .post("/demarches/{slug}/charte/articles", Needs(EDIT), articles::add)
        .get("/demarches/{slug}/charte/articles/{id}", Needs(EDIT), articles::edit)
        .post("/demarches/{slug}/charte/articles/{id}", Needs(EDIT), articles::save)
        .post("/demarches/{slug}/charte/articles/{id}/retirer", Needs(EDIT), articles::remove)
        .get("/demarches/{slug}/charte/volets", Needs(EDIT), subs::begin)
        .post("/demarches/{slug}/charte/volets", Needs(EDIT), subs::add)
        .get("/demarches/{slug}/charte/volets/{id}", Needs(EDIT), subs::edit)
        .post("/demarches/{slug}/charte/volets/{id}", Needs(EDIT), subs::save)
        .post("/demarches/{slug}/charte/volets/{id}/retirer", Needs(EDIT), subs::remove)
        .post("/demarches/{slug}/charte/propositions/{id}/repondre", Needs(ANSWER_GIVE), suggest::answer)
        .post("/demarches/{slug}/charte/propositions/{id}/reprendre", Needs(EDIT), suggest::take_up)
}

fn signing() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/charte/signer", Needs(SIGN), sign::begin)
        .post("/demarches/{slug}/charte/signer", Needs(SIGN), sign::who)
        .get("/demarches/{slug}/charte/signer/{id}/{step}", Needs(SIGN), sign::show)
        .post("/demarches/{slug}/charte/signer/{id}/{step}", Needs(SIGN), sign::go_on)
        .post("/demarches/{slug}/charte/signer/{id}/abandonner", Needs(SIGN), sign::give_up)
        .get("/signatures/{code}", Public, signatures::show)
        .get("/signatures/{code}/certificat.pdf", Public, printed::certificate)
        .get("/signatures/{code}/comptes-rendus", Needs(SIGN), reports::begin)
        .post("/signatures/{code}/comptes-rendus", Needs(SIGN), reports::add)
        .get("/signatures/{code}/photos/{id}", Public, reports::photo)
}

fn following() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/charte/conduire", Needs(EDIT), steer::show)
        .post("/demarches/{slug}/charte/versions", Needs(EDIT), steer::open_version)
        .get("/demarches/{slug}/charte/nommer", Needs(EDIT), steer::naming)
        .post("/demarches/{slug}/charte/nommer", Needs(EDIT), steer::rename)
        .get("/demarches/{slug}/charte/publier", Needs(PUBLISH), steer::publishing)
        .post("/demarches/{slug}/charte/publier", Needs(PUBLISH), steer::publish)
        .get("/demarches/{slug}/charte/evaluation", Needs(EDIT), steer::evaluating)
        .post("/demarches/{slug}/charte/evaluation", Needs(EDIT), steer::evaluate)
        .get("/demarches/{slug}/charte/saisie", Needs(EDIT), paper::begin)
        .post("/demarches/{slug}/charte/saisie", Needs(EDIT), paper::key)
        .get("/demarches/{slug}/charte/soutien", Public, supports::show)
        .post("/demarches/{slug}/charte/soutien", Needs(EDIT), supports::offer)
        .post("/demarches/{slug}/charte/soutien/{id}/demander", Needs(SIGN), supports::ask)
        .post("/demarches/{slug}/charte/soutien/{id}/traiter", Needs(EDIT), supports::done)
}
