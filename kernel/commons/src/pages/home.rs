//! The home of the territory: what is being decided now, what was decided because of you, what waits for you.

use std::collections::HashMap;

use arpent_core::{Id, Scope};
use arpent_texts::{Lang, date};
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::response::Response;

use super::meetings;
use crate::commands::initiatives::scope;
use crate::domain::initiative::{Initiative, InitiativeState, PhaseDates, phase_on};
use crate::module::{Modules, Waiting};
use crate::permission::MEETING_RUN;
use crate::store::initiatives::{self, Numbers};
use crate::store::notes;
use crate::texts::Texts;
use crate::words;

/// Démarches shown as "now": three at most, so that each is read.
const NOW: usize = 3;

#[derive(Debug, Template)]
#[template(path = "home.html")]
struct Home {
    shell: Shell,
    t: Texts,
    open: Vec<Line>,
    closed: Vec<Line>,
    waiting: Vec<Waiting>,
    meetings: Vec<meetings::Line>,
}

/// A démarche in one line.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) title: String,
    pub(super) purpose: String,
    pub(super) href: String,
    pub(super) state: &'static str,
    pub(super) class: &'static str,
    pub(super) step: Option<String>,
    pub(super) when: Option<String>,
    pub(super) promise: &'static str,
    pub(super) numbers: String,
    /// What came of it, in one line; empty while nothing was decided.
    pub(super) chain: Option<String>,
    pub(super) accepts: bool,
}

pub(super) fn line(
    ctx: &Ctx,
    initiative: &Initiative,
    phases: &HashMap<Id<Initiative>, Vec<PhaseDates>>,
    numbers: &[Numbers],
) -> Line {
    let t = Texts::new(ctx.lang);
    let n = numbers.iter().find(|n| n.id == initiative.id);
    let open = initiative.state == InitiativeState::Open;
    let phase = phases.get(&initiative.id).and_then(|phases| phase_on(phases, ctx.today())).filter(|_| open);
    let english = ctx.lang == Lang::En;
    let pick =
        |french: &String, other: &String| if english && !other.is_empty() { other.clone() } else { french.clone() };
    Line {
        title: pick(&initiative.title, &initiative.title_en),
        purpose: pick(&initiative.purpose, &initiative.purpose_en),
        href: format!("/demarches/{}", initiative.slug),
        state: words::state(t, initiative.state),
        class: if open { "success" } else { "" },
        step: phase.map(|phase| words::step(t, phase.step).to_owned()),
        when: when(ctx, t, initiative, phase),
        promise: words::promise(t, initiative.promise_level),
        chain: n.filter(|n| n.decisions > 0).map(|n| t.chain_line(n.commitments, n.decisions, n.options, n.said)),
        numbers: t.said_answered(n.map_or(0, |n| n.answered), n.map_or(0, |n| n.said)),
        accepts: open,
    }
}

fn when(ctx: &Ctx, t: Texts, initiative: &Initiative, phase: Option<&PhaseDates>) -> Option<String> {
    if let Some(phase) = phase {
        return Some(t.until(date(ctx.lang, phase.end)));
    }
    let closed = initiative.closed_at.map(arpent_core::clock::paris_date);
    closed.map(|day| t.closed_on(date(ctx.lang, day)))
}

/// Notes of meetings that this reader may read again.
async fn notes(ctx: &Ctx, t: Texts) -> Result<Vec<Waiting>, Refusal> {
    if !ctx.may(MEETING_RUN, Scope::Anywhere) {
        return Ok(vec![]);
    }
    let all = notes::waiting(&ctx.db).await?;
    let hers = all.into_iter().filter(|one| ctx.may(MEETING_RUN, scope(one.initiative)));
    let waiting = |one: notes::WaitingNotes| Waiting {
        text: t.home_notes(one.count, &one.title),
        href: meetings::href(one.meeting, "notes"),
        count: one.count,
        late: false,
    };
    Ok(hers.map(waiting).collect())
}

/// The home page.
///
/// # Errors
/// The database does not answer.
pub async fn show(ctx: Ctx, modules: Modules) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let all = initiatives::list(&ctx.db, false).await?;
    let numbers = initiatives::numbers(&ctx.db).await?;
    let phases = initiatives::all_phases(&ctx.db).await?;
    let lines = |state: InitiativeState| {
        all.iter().filter(move |i| i.state == state).take(NOW).map(|i| line(&ctx, i, &phases, &numbers)).collect()
    };
    let (open, closed) = (lines(InitiativeState::Open), lines(InitiativeState::Closed));
    let mut waiting = if ctx.actor.is_signed_in() { modules.waiting(&ctx).await? } else { vec![] };
    waiting.extend(notes(&ctx, t).await?);
    page(&Home {
        shell: ctx.shell(t.home_title(), vec![]),
        t,
        open,
        closed,
        waiting,
        meetings: meetings::next_everywhere(&ctx).await?,
    })
}
