//! The routes of answering and collecting.

use arpent_web::{Access, Routes};

use super::{answer, collect};
use crate::{COLLECT, KEY};
use Access::{Needs, Public};

/// Where people answer, and where those who collect work.
pub(super) fn routes() -> Routes {
    answering().merge(points()).merge(keying()).merge(inviting()).merge(importing())
}

fn answering() -> Routes {
    Routes::new()
        .get("/b/{code}", Public, answer::begin)
        .post("/b/{code}", Public, answer::go_on)
        .post("/b/{code}/lot", Public, answer::take)
        .get("/b/{code}/{secrets}", Public, answer::begin_invited)
        .post("/b/{code}/{secrets}", Public, answer::go_on_invited)
}

fn points() -> Routes {
    Routes::new()
        .get("/barometres/{slug}/vagues/{n}/collecte", Needs(COLLECT), collect::show)
        .post("/barometres/{slug}/vagues/{n}/collecte/points", Needs(COLLECT), collect::open_point)
        .post("/barometres/{slug}/vagues/{n}/collecte/points/{id}/fermer", Needs(COLLECT), collect::close_point)
        .get("/barometres/{slug}/vagues/{n}/affiches/{id}", Needs(COLLECT), collect::poster)
        .get("/barometres/{slug}/vagues/{n}/collecte/points/{id}/affiche.pdf", Needs(COLLECT), collect::poster_pdf)
}

fn keying() -> Routes {
    Routes::new()
        .get("/barometres/{slug}/vagues/{n}/feuilles", Needs(COLLECT), collect::sheets_begin)
        .post("/barometres/{slug}/vagues/{n}/feuilles", Needs(COLLECT), collect::sheets_create)
        .get("/barometres/{slug}/vagues/{n}/feuilles/imprimer", Needs(COLLECT), collect::sheets_print)
        .get("/barometres/{slug}/vagues/{n}/saisie", Needs(KEY), collect::keying_begin)
        .post("/barometres/{slug}/vagues/{n}/saisie", Needs(KEY), collect::keying_send)
        .get("/barometres/{slug}/vagues/{n}/entretien", Needs(KEY), collect::interview_begin)
        .post("/barometres/{slug}/vagues/{n}/entretien", Needs(KEY), collect::interview_send)
}

fn inviting() -> Routes {
    Routes::new()
        .get("/barometres/{slug}/vagues/{n}/invitations", Needs(COLLECT), collect::invitations_show)
        .post("/barometres/{slug}/vagues/{n}/invitations", Needs(COLLECT), collect::invitations_add)
        .post("/barometres/{slug}/vagues/{n}/invitations/envoyer", Needs(COLLECT), collect::invitations_send)
        .post("/barometres/{slug}/vagues/{n}/invitations/relancer", Needs(COLLECT), collect::invitations_remind)
        .post("/barometres/{slug}/vagues/{n}/invitations/retours", Needs(COLLECT), collect::invitations_bounced)
}

fn importing() -> Routes {
    Routes::new()
        .get("/barometres/{slug}/vagues/{n}/import", Needs(COLLECT), collect::import_begin)
        .post("/barometres/{slug}/vagues/{n}/import", Needs(COLLECT), collect::import_upload)
        .get("/barometres/{slug}/vagues/{n}/import/{id}", Needs(COLLECT), collect::import_show)
        .post("/barometres/{slug}/vagues/{n}/import/{id}", Needs(COLLECT), collect::import_map)
        .get("/barometres/{slug}/vagues/{n}/import/{id}/erreurs.csv", Needs(COLLECT), collect::import_errors)
        .post("/barometres/{slug}/vagues/{n}/import/{id}/confirmer", Needs(COLLECT), collect::import_confirm)
        .post("/barometres/{slug}/vagues/{n}/import/{id}/abandonner", Needs(COLLECT), collect::import_give_up)
}
