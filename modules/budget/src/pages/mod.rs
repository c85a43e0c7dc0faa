//! The pages of this module: read what was sent, call a command or a query, draw.

mod ballot;
mod counting;
mod figures;
mod forms;
mod groups;
mod place;
mod placed;
mod prepare;
mod project_form;
mod projects;
mod receipt;
mod results;
mod sheets;
mod show;
mod study;
mod vote;
mod voters;
mod words;
mod works;

use arpent_web::{Access, Routes};

pub(crate) use placed::placed;
pub(crate) use show::said_now;

use crate::{BOOTH, COUNT, EDIT, STUDY};
use Access::{Needs, Public};

/// Every page and act.
pub(crate) fn routes() -> Routes {
    everyone().merge(preparing()).merge(booths()).merge(following())
}

fn everyone() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/budget", Public, show::show)
        .get("/demarches/{slug}/budget/projets/{number}", Public, projects::show)
        .get("/demarches/{slug}/budget/voter", Public, vote::begin)
        .post("/demarches/{slug}/budget/voter/code", Public, vote::send_code)
        .post("/demarches/{slug}/budget/voter", Public, vote::enter)
        .post("/demarches/{slug}/budget/bulletin", Public, vote::go_on)
        .get("/demarches/{slug}/budget/recu", Public, receipt::receipt_form)
        .post("/demarches/{slug}/budget/recu", Public, receipt::open_receipt)
        .get("/demarches/{slug}/budget/recu/{code}", Public, receipt::receipt)
        .post("/demarches/{slug}/budget/recu/{code}", Public, receipt::change)
        .get("/demarches/{slug}/budget/resultats", Public, results::latest)
        .get("/demarches/{slug}/budget/resultats/{count}", Public, results::show)
        .get("/demarches/{slug}/budget/resultats/{count}/bulletins.pb", Public, results::input)
        .get("/demarches/{slug}/budget/resultats/{count}/transcription.json", Public, results::transcript)
        .get("/demarches/{slug}/budget/resultats/{count}/transcription.json.sig", Public, results::signature)
        .get("/budgets/cle-publique.json", Public, results::public_key)
        .get("/demarches/{slug}/budget/realisation", Public, works::show)
}

fn preparing() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/budget/preparer", Needs(EDIT), prepare::begin)
        .post("/demarches/{slug}/budget/preparer", Needs(EDIT), prepare::save)
        .post("/demarches/{slug}/budget/publier", Needs(EDIT), prepare::publish)
        .post("/demarches/{slug}/budget/ouvrir", Needs(EDIT), prepare::open)
        .post("/demarches/{slug}/budget/fermer", Needs(EDIT), prepare::close)
        .get("/demarches/{slug}/budget/nouveau-projet", Needs(EDIT), project_form::begin)
        .post("/demarches/{slug}/budget/nouveau-projet", Needs(EDIT), project_form::create)
        .get("/demarches/{slug}/budget/projets/{number}/modifier", Needs(EDIT), project_form::edit)
        .post("/demarches/{slug}/budget/projets/{number}/modifier", Needs(EDIT), project_form::save)
        .get("/demarches/{slug}/budget/instruction", Needs(STUDY), study::list)
        .get("/demarches/{slug}/budget/projets/{number}/instruire", Needs(STUDY), study::begin)
        .post("/demarches/{slug}/budget/projets/{number}/instruire", Needs(STUDY), study::judge)
        .post("/demarches/{slug}/budget/projets/{number}/confier", Needs(EDIT), study::assign)
        .post("/demarches/{slug}/budget/projets/{number}/retirer", Needs(EDIT), study::withdraw)
        .get("/demarches/{slug}/budget/electeurs", Needs(EDIT), voters::show)
        .post("/demarches/{slug}/budget/electeurs/codes", Needs(EDIT), voters::letters)
        .post("/demarches/{slug}/budget/electeurs/registre", Needs(EDIT), voters::register)
}

fn booths() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/budget/emargement", Needs(BOOTH), voters::strike_form)
        .post("/demarches/{slug}/budget/emargement", Needs(BOOTH), voters::strike)
        .get("/demarches/{slug}/budget/feuilles", Needs(EDIT), sheets::begin)
        .post("/demarches/{slug}/budget/feuilles", Needs(EDIT), sheets::create)
        .get("/demarches/{slug}/budget/feuilles/imprimer", Needs(EDIT), sheets::print)
        .get("/demarches/{slug}/budget/saisie", Needs(BOOTH), sheets::keying)
        .post("/demarches/{slug}/budget/saisie", Needs(BOOTH), sheets::key)
        .post("/demarches/{slug}/budget/saisie/fichier", Needs(BOOTH), sheets::bring_in)
}

fn following() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/budget/depouiller", Needs(COUNT), counting::begin)
        .post("/demarches/{slug}/budget/depouiller", Needs(COUNT), counting::count)
        .get("/demarches/{slug}/budget/projets/{number}/realisation", Needs(STUDY), works::begin)
        .post("/demarches/{slug}/budget/projets/{number}/etape", Needs(STUDY), works::reach)
        .post("/demarches/{slug}/budget/projets/{number}/montant", Needs(STUDY), works::enter)
        .post("/demarches/{slug}/budget/projets/{number}/engagement", Needs(STUDY), works::tie)
}
