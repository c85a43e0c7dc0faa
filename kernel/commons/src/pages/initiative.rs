//! The page of a démarche: what it is for, where it stands, what is promised, what was said.

use arpent_core::Id;
use arpent_core::disclosure::SMALL;
use arpent_look::map::{self, Place};
use arpent_look::parts::{Promise, State, Step};
use arpent_texts::{date, date_short, number};
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;

use super::frame::Frame;
use crate::commands::initiatives::scope;
use crate::domain::initiative::{InitiativeState, ScopeQuestion};
use crate::domain::people::Area;
use crate::module::{Block, Modules};
use crate::permission::INITIATIVE_EDIT;
use crate::store::people::Partner;
use crate::store::places::AreaRow;
use crate::store::{initiatives, people, places};
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
    partners: Vec<Partner>,
    map: String,
    blocks: Vec<Block>,
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
    let areas = places::of_initiative(&ctx.db, id).await?;
    let counts = places::counts(&ctx.db, id).await?;
    let title = frame.title.clone();
    let mut shell = frame.shell(&ctx, title, "");
    shell.crumbs.truncate(1);
    let show = Show {
        t,
        steps: steps(&ctx, &frame),
        promise_level: words::promise(t, frame.initiative.promise_level),
        promise: promise(&frame, &questions),
        next: frame.initiative.next_day.map(|day| date(ctx.lang, day)),
        partners: people::partners(&ctx.db, id).await?,
        map: schematic(&ctx, t, &frame, &areas, &counts),
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

/// The schematic map with the same counts as the list of communes; 1 to 4 are hidden.
fn schematic(ctx: &Ctx, t: Texts, frame: &Frame, areas: &[AreaRow], counts: &[(Id<Area>, i64)]) -> String {
    let place = |area: &AreaRow| {
        let n = counts.iter().find(|(id, _)| *id == area.id).map_or(0, |(_, n)| *n);
        let hidden = n > 0 && n < SMALL;
        Place {
            code: area.code.clone().unwrap_or_else(|| area.id.to_string()),
            name: area.name.clone(),
            weight: area.population.map_or(1.0, |p| p as f64),
            value: (!hidden && n > 0).then_some(n as f64),
            label: if hidden { t.map_hidden().to_owned() } else { number(ctx.lang, n) },
            href: Some(format!("{}?commune={}", frame.href("contributions"), area.id)),
        }
    };
    let places: Vec<Place> = areas.iter().map(place).collect();
    if places.is_empty() {
        return String::new();
    }
    let today: Date = ctx.today();
    let words =
        map::Words { title: t.map_title(), sentence: t.map_sentence(), note: &t.map_source(date(ctx.lang, today)) };
    map::schematic(&words, &places)
}
