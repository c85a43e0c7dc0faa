//! The pages of this module: read what was sent, call a command or a query, draw.

mod answer;
mod assign;
mod classify;
mod confirm;
mod contribute;
mod discussion;
mod doubles;
mod edit;
mod export;
mod filters;
mod import;
mod list;
mod near;
mod paper;
mod queue;
mod receipt;
mod show;
mod words;

use arpent_commons::permission::{
    ANSWER_GIVE, CONTRIBUTION_IMPORT, CONTRIBUTION_KEY, CONTRIBUTION_MERGE, CONTRIBUTION_MODERATE, THEME_EDIT,
};
use arpent_web::{Access, Routes};

use jiff::civil::Date;

use crate::domain::promise::Promise;
use crate::store::queue::Waiting;
use crate::{ASSIGN, COMMENT, QUEUE, SUPPORT};
use Access::{Needs, Public, SignedIn};

/// Every page and act.
pub(crate) fn routes() -> Routes {
    everyone().merge(discussing()).merge(importing()).merge(understanding()).merge(answering())
}

/// Whether its due day is past.
pub(crate) fn is_late(one: &Waiting, today: Date) -> bool {
    Promise::of(queue::due(one), today, false).is_late()
}

fn everyone() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/contribuer", Public, contribute::begin)
        .post("/demarches/{slug}/contribuer", Public, contribute::go_on)
        .get("/demarches/{slug}/contribuer/photo/{id}", Public, contribute::photo)
        .get("/demarches/{slug}/proches", Public, near::show)
        .get("/merci/{code}", Public, receipt::thanks)
        .post("/merci/{code}/confirmer", Public, confirm::confirm)
        .post("/merci/{code}/autre-code", Public, confirm::send_again)
        .post("/merci/{code}/adresse", Public, confirm::correct)
        .get("/talon/{code}", Public, receipt::slip)
        .get("/demarches/{slug}/contributions", Public, list::show)
        .get("/demarches/{slug}/contributions.csv", Public, export::csv)
        .get("/demarches/{slug}/contributions.xlsx", Public, export::xlsx)
        .get("/demarches/{slug}/contributions.jsonl", Public, export::jsonl)
        .get("/demarches/{slug}/contributions/donnees", Public, export::dictionary)
        .get("/contributions/{id}", Public, show::show)
}

fn discussing() -> Routes {
    Routes::new()
        .post("/contributions/{id}/commenter", Needs(COMMENT), discussion::comment)
        .post("/commentaires/{id}/retirer", Needs(COMMENT), discussion::take_back)
        .post("/commentaires/{id}/moderer", Needs(CONTRIBUTION_MODERATE), discussion::moderate)
        .post("/contributions/{id}/soutenir", Needs(SUPPORT), discussion::support)
        .post("/contributions/{id}/soutiens-recueillis", Needs(CONTRIBUTION_KEY), discussion::gather)
        .get("/contributions/{id}/modifier", SignedIn, edit::edit)
        .post("/contributions/{id}/modifier", SignedIn, edit::save)
        .get("/contributions/{id}/moderer", Needs(CONTRIBUTION_MODERATE), edit::moderation)
        .post("/contributions/{id}/moderer", Needs(CONTRIBUTION_MODERATE), edit::moderate)
}

fn importing() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/saisie-papier", Needs(CONTRIBUTION_KEY), paper::begin)
        .post("/demarches/{slug}/saisie-papier", Needs(CONTRIBUTION_KEY), paper::key)
        .get("/demarches/{slug}/import", Needs(CONTRIBUTION_IMPORT), import::begin)
        .post("/demarches/{slug}/import", Needs(CONTRIBUTION_IMPORT), import::upload)
        .get("/demarches/{slug}/import/{id}", Needs(CONTRIBUTION_IMPORT), import::show)
        .post("/demarches/{slug}/import/{id}", Needs(CONTRIBUTION_IMPORT), import::map)
        .get("/demarches/{slug}/import/{id}/erreurs.csv", Needs(CONTRIBUTION_IMPORT), import::errors)
        .post("/demarches/{slug}/import/{id}/confirmer", Needs(CONTRIBUTION_IMPORT), import::confirm)
        .post("/demarches/{slug}/import/{id}/abandonner", Needs(CONTRIBUTION_IMPORT), import::give_up)
}

fn understanding() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/classer", Needs(THEME_EDIT), classify::show)
        .post("/demarches/{slug}/classer", Needs(THEME_EDIT), classify::classify)
        .get("/demarches/{slug}/classer/groupes", Needs(THEME_EDIT), classify::groups)
        .get("/themes/{id}", Needs(THEME_EDIT), classify::theme)
        .post("/themes/{id}", Needs(THEME_EDIT), classify::save_theme)
        .post("/themes/{id}/supprimer", Needs(THEME_EDIT), classify::remove_theme)
        .get("/demarches/{slug}/doublons", Needs(CONTRIBUTION_MERGE), doubles::show)
        .post("/demarches/{slug}/fusions", Needs(CONTRIBUTION_MERGE), doubles::merge)
        .post("/contributions/{id}/defusionner", Needs(CONTRIBUTION_MERGE), doubles::unmerge)
}

fn answering() -> Routes {
    Routes::new()
        .get("/demarches/{slug}/confier", Needs(ASSIGN), assign::show)
        .post("/demarches/{slug}/confier", Needs(ASSIGN), assign::give)
        .get("/contributions/{id}/confier", Needs(ASSIGN), assign::show_one)
        .post("/contributions/{id}/confier", Needs(ASSIGN), assign::give_one)
        .get("/ma-file", Needs(QUEUE), queue::show)
        .post("/ma-file/repondre", Needs(ANSWER_GIVE), queue::bulk)
        .get("/contributions/{id}/repondre", Needs(ANSWER_GIVE), answer::show)
        .post("/contributions/{id}/repondre", Needs(ANSWER_GIVE), answer::give)
        .post("/contributions/{id}/rendre", Needs(ANSWER_GIVE), answer::back)
}
