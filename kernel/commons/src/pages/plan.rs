//! What the template of a démarche provides for: what is done, what remains, the next gesture of each. For those who run it.

use arpent_look::parts::{Anchor, Knot, State};
use arpent_web::{Ctx, Refusal};

use super::frame::Frame;
use crate::commands::initiatives::scope;
use crate::domain::meetings::MeetingState;
use crate::domain::templates::InitiativeTemplate;
use crate::module::{Modules, Planned};
use crate::permission::{INITIATIVE_EDIT, MEETING_RUN};
use crate::store::{initiatives, meetings};

/// What templates call meetings.
const WORKSHOPS: &str = "workshops";

/// The parts of the template in their order, each as it stands; a part that no module brings is not shown.
pub(super) async fn read(ctx: &Ctx, modules: &Modules, frame: &Frame) -> Result<Vec<Knot>, Refusal> {
    let initiative = &frame.initiative;
    if !ctx.may(INITIATIVE_EDIT, scope(initiative.id)) {
        return Ok(Vec::new());
    }
    let code = initiatives::template(&ctx.db, initiative.id).await?;
    let Some(template) = InitiativeTemplate::named(&code).filter(|template| !template.plan.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut planned = modules.planned(ctx, initiative).await?;
    planned.push(workshops(ctx, frame).await?);
    let knot = |name: &str, one: Planned| Knot {
        title: name.to_owned(),
        state: one.state,
        when: None,
        who: None,
        voice: None,
        text: Some(one.text),
        link: one.next,
    };
    let provided = template.plan.iter().filter_map(|provided| {
        let at = planned.iter().position(|one| one.code == provided.code)?;
        Some(knot(provided.name.say(ctx.lang), planned.swap_remove(at)))
    });
    Ok(provided.collect())
}

async fn workshops(ctx: &Ctx, frame: &Frame) -> Result<Planned, Refusal> {
    let (t, now) = (frame.t, ctx.now());
    let rows = meetings::of_initiative(&ctx.db, frame.initiative.id, true).await?;
    let kept = rows.iter().filter(|row| row.meeting.state != MeetingState::Cancelled);
    let (past, coming): (Vec<_>, Vec<_>) = kept.partition(|row| row.meeting.is_past(now));
    let (state, text) = match (past.len(), coming.len()) {
        (0, 0) => (State::Next, t.plan_workshops_none().to_owned()),
        (past, 0) => (State::Done, t.plan_workshops_past(past)),
        (past, coming) => (State::Here, t.plan_workshops(coming, past)),
    };
    let runs = ctx.may(MEETING_RUN, scope(frame.initiative.id));
    let next = match (rows.is_empty(), runs) {
        (true, false) => None,
        (true, true) => Some((t.plan_workshops_begin(), "rencontres/nouvelle")),
        (false, _) => Some((t.meetings_title(), "rencontres")),
    };
    let next = next.map(|(label, below)| Anchor { label: label.to_owned(), href: frame.href(below) });
    Ok(Planned { code: WORKSHOPS, state, text, next })
}
