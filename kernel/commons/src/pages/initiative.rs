//! The page of a démarche: what it is for, where it stands, what is promised, what was said.

use arpent_look::parts::{Knot, Promise, State, Step};
use arpent_texts::{date, date_short};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::frame::Frame;
use super::{map, meetings, plan};
use crate::commands::initiatives::scope;
use crate::domain::initiative::{InitiativeState, ScopeQuestion};
use crate::module::{Block, Modules};
use crate::permission::INITIATIVE_EDIT;
use crate::store::people::Partner;
use crate::store::{initiatives, people};
use crate::texts::Texts;
use crate::words;

#[derive(Debug, Template)]
#[template(path = "initiative.html")]
struct Show {
    shell: Shell,
    t: Texts,
    frame: Frame,
    steps: Vec<Step>,
    promise_level: &'static str,
    promise: Promise,
    next: Option<String>,
    meetings: Vec<meetings::Line>,
    partners: Vec<Partner>,
    map: String,
    blocks: Vec<Block>,
    /// What its template provides for, for those who run it.
    plan: Vec<Knot>,
    may_edit: bool,
}

/// The page of a démarche.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, modules: Modules, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let t = frame.t;
    let id = frame.initiative.id;
    let questions = initiatives::scope(&ctx.db, id).await?;
    let title = frame.title.clone();
    let mut shell = frame.shell(&ctx, title, "");
    shell.crumbs.truncate(1);
    let show = Show {
        t,
        steps: steps(&ctx, &frame),
        promise_level: words::promise(t, frame.initiative.promise_level),
        promise: promise(&frame, &questions),
        next: frame.initiative.next_day.map(|day| date(ctx.lang, day)),
        meetings: meetings::next(&ctx, &frame).await?,
        partners: people::partners(&ctx.db, id).await?,
        map: map::draw(&ctx, &frame).await?,
        plan: plan::read(&ctx, &modules, &frame).await?,
        blocks: modules.blocks(&ctx, &frame.initiative).await?,
        may_edit: ctx.may(INITIATIVE_EDIT, scope(id)),
        shell,
        frame,
    };
    page(&show)
}

fn steps(ctx: &Ctx, frame: &Frame) -> Vec<Step> {
    let today = ctx.today();
    let here = frame.phase(today).map(|phase| phase.step);
    let step = |phase: &crate::domain::initiative::PhaseDates| Step {
        label: words::step(frame.t, phase.step).to_owned(),
        state: match frame.initiative.state {
            InitiativeState::Closed => State::Done,
            _ if here == Some(phase.step) => State::Here,
            _ if phase.end < today => State::Done,
            _ => State::Next,
        },
        when: Some(frame.t.phase_dates(date_short(ctx.lang, phase.end), date_short(ctx.lang, phase.start))),
        href: None,
    };
    frame.phases.iter().map(step).collect()
}

fn promise(frame: &Frame, questions: &[ScopeQuestion]) -> Promise {
    let line = |q: &ScopeQuestion| {
        let stop = if q.question.ends_with(['.', '?', '!', '…']) { "" } else { "." };
        if q.reason.is_empty() { q.question.clone() } else { format!("{}{stop} {}", q.question, q.reason) }
    };
    Promise {
        words: frame.initiative.promise.clone(),
        open: questions.iter().filter(|q| q.open).map(line).collect(),
        closed: questions.iter().filter(|q| !q.open).map(line).collect(),
        decides: frame.initiative.who_decides.clone(),
        answer: format!(
            "{} {}",
            frame.t.initiative_delay(frame.initiative.answer_delay_days),
            frame.initiative.who_answers
        ),
    }
}
