//! Pages and acts of meetings.

use arpent_web::{Access, Routes};

use super::{
    meeting_agenda, meeting_door, meeting_forms, meeting_guests, meeting_notes, meeting_outputs, meetings, sign_ups,
};
use crate::permission::{CONTRIBUTION_KEY, MEETING_RUN, MEETING_WELCOME};

/// Adds them.
pub fn routes(routes: Routes) -> Routes {
    welcome(run(read(routes)))
}

fn read(routes: Routes) -> Routes {
    routes
        .get("/rencontres", Access::Public, meetings::everywhere)
        .get("/rencontres.ics", Access::Public, meeting_agenda::everywhere)
        .get("/demarches/{slug}/rencontres", Access::Public, meetings::list)
        .get("/rencontres/{id}", Access::Public, meetings::show)
        .get("/rencontres/{id}/rencontre.ics", Access::Public, meeting_agenda::one)
        .get("/rencontres/{id}/inscription", Access::Public, sign_ups::new)
        .post("/rencontres/{id}/inscription", Access::Public, sign_ups::take)
        .get("/inscriptions/{code}", Access::Public, sign_ups::seat)
        .post("/inscriptions/{code}/rendre", Access::Public, sign_ups::give_back)
        .post("/inscriptions/{code}/oublier", Access::Public, sign_ups::forget)
}

fn run(routes: Routes) -> Routes {
    let run = Access::Needs(MEETING_RUN);
    routes
        .get("/demarches/{slug}/rencontres/nouvelle", run, meeting_forms::new)
        .post("/demarches/{slug}/rencontres/nouvelle", run, meeting_forms::create)
        .get("/rencontres/{id}/modifier", run, meeting_forms::edit)
        .post("/rencontres/{id}/modifier", run, meeting_forms::save)
        .post("/rencontres/{id}/annoncer", run, meeting_forms::announce)
        .post("/rencontres/{id}/tenue", run, meeting_forms::hold)
        .get("/rencontres/{id}/annuler", run, meeting_forms::cancel)
        .post("/rencontres/{id}/annuler", run, meeting_forms::save_cancel)
        .get("/rencontres/{id}/compte-rendu", run, meeting_forms::minutes)
        .post("/rencontres/{id}/compte-rendu", run, meeting_forms::save_minutes)
        .post("/rencontres/{id}/inviter", run, meeting_guests::invite)
        .post("/rencontres/{id}/notes/relire", run, meeting_notes::check)
        .get("/rencontres/{id}/suites/ajouter", run, meeting_outputs::add)
        .post("/rencontres/{id}/suites/ajouter", run, meeting_outputs::save)
        .post("/rencontres/{id}/suites/{record}/retirer", run, meeting_outputs::remove)
}

fn welcome(routes: Routes) -> Routes {
    let (welcome, note) = (Access::Needs(MEETING_WELCOME), Access::Needs(CONTRIBUTION_KEY));
    routes
        .get("/rencontres/{id}/accueil", welcome, meeting_door::door)
        .post("/rencontres/{id}/accueil", welcome, meeting_door::check_in)
        .post("/rencontres/{id}/presences", welcome, meeting_door::arrivals)
        .post("/rencontres/{id}/venus", welcome, meeting_door::count_walk_ins)
        .get("/rencontres/{id}/inscrits", welcome, meeting_guests::show)
        .get("/rencontres/{id}/emargement", welcome, meeting_guests::sheet)
        .post("/inscriptions/{code}/presence", welcome, sign_ups::presence)
        .get("/rencontres/{id}/notes", note, meeting_notes::show)
        .post("/rencontres/{id}/notes", note, meeting_notes::save)
        .post("/rencontres/{id}/feuille", note, meeting_notes::save_sheet)
        .get("/notes/{id}/corriger", note, meeting_notes::edit)
        .post("/notes/{id}/corriger", note, meeting_notes::save_edit)
        .get("/rencontres/{id}/talons", note, meeting_notes::stubs)
}
