//! Pages and acts of meetings.

use arpent_web::{Access, Routes};

use super::{meeting_agenda, meeting_desk, meeting_forms, meetings, sign_ups};
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
}

fn welcome(routes: Routes) -> Routes {
    let (welcome, note) = (Access::Needs(MEETING_WELCOME), Access::Needs(CONTRIBUTION_KEY));
    routes
        .get("/rencontres/{id}/accueil", welcome, meeting_desk::desk)
        .post("/rencontres/{id}/accueil", welcome, meeting_desk::check_in)
        .post("/rencontres/{id}/venus", welcome, meeting_desk::count_walk_ins)
        .get("/rencontres/{id}/emargement", welcome, meeting_desk::sheet)
        .post("/inscriptions/{code}/presence", welcome, sign_ups::presence)
        .get("/rencontres/{id}/notes", note, meeting_desk::notes)
        .post("/rencontres/{id}/notes", note, meeting_desk::save_note)
        .get("/rencontres/{id}/talons", note, meeting_desk::stubs)
}
