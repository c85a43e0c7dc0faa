//! Worksites of a démarche, and of the whole territory.

use arpent_commons::pages::frame::Frame;
use arpent_core::Scope;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::lines::Line;
use super::place::href;
use crate::commands::scope;
use crate::domain::shift::habits;
use crate::domain::worksite::WorksiteState;
use crate::store::shifts::ShiftRow;
use crate::store::{shifts, worksites};
use crate::texts::Texts;
use crate::{RUN, STOCK, words};

/// Shifts of the territory on one page.
pub(super) const MOST: i64 = 200;

#[derive(Debug, Template)]
#[template(path = "worksites.html")]
struct OfInitiative {
    shell: Shell,
    frame: Frame,
    t: Texts,
    coming: Vec<Line>,
    past: Vec<Line>,
    /// Worksites without a shift to show: drafts, and those called off before any.
    others: Vec<(String, String, &'static str)>,
    habits: Vec<String>,
    may_run: bool,
    may_keep: bool,
}

#[derive(Debug, Template)]
#[template(path = "worksites_everywhere.html")]
struct Everywhere {
    shell: Shell,
    t: Texts,
    coming: Vec<Line>,
    past: Vec<Line>,
    may_keep: bool,
}

/// Those to come, soonest first; those that were, latest first.
fn parted(ctx: &Ctx, mut rows: Vec<ShiftRow>, line: fn(&Ctx, &ShiftRow) -> Line) -> (Vec<Line>, Vec<Line>) {
    rows.sort_by_key(|row| row.shift.sheet.start);
    let (past, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.shift.is_past(ctx.now()));
    (coming.iter().map(|row| line(ctx, row)).collect(), past.iter().rev().map(|row| line(ctx, row)).collect())
}

/// How many sign up on weekdays and at week-ends, of the shifts that are over.
pub(super) fn told(ctx: &Ctx, t: Texts, rows: &[ShiftRow]) -> Vec<String> {
    let over = rows.iter().filter(|row| row.shift.is_past(ctx.now()));
    let known = over.map(|row| (row.shift.sheet.part_of_week(), row.held.taken() + row.held.waiting));
    let all = habits(known);
    let line = |habit: &crate::domain::shift::Habit| t.habit(habit.mean(), words::part(t, habit.part), habit.shifts);
    all.iter().map(line).collect()
}

/// Worksites of a démarche.
pub(super) async fn of_initiative(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let (t, id) = (Texts::new(ctx.lang), frame.initiative.id);
    let may_run = ctx.may(RUN, scope(id));
    let rows = shifts::of_initiative(&ctx.db, id, may_run).await?;
    let shown = |row: &worksites::WorksiteRow| rows.iter().any(|shift| shift.shift.worksite == row.worksite.id);
    let all = worksites::of_initiative(&ctx.db, id, may_run).await?;
    let bare = all.iter().filter(|row| row.worksite.state == WorksiteState::Draft || !shown(row));
    let others = bare
        .map(|row| {
            let w = &row.worksite;
            (w.sheet.title.clone(), href(w.id, ""), words::state(t, w.state))
        })
        .collect();
    let habits = if may_run { told(&ctx, t, &rows) } else { Vec::new() };
    let listed = rows.into_iter().filter(|row| row.worksite_state != WorksiteState::Draft).collect();
    let (coming, past) = parted(&ctx, listed, Line::new);
    let shell = frame.shell(&ctx, t.worksites(), "chantiers");
    let may_keep = ctx.may(STOCK, Scope::Instance);
    page(&OfInitiative { shell, frame, t, coming, past, others, habits, may_run, may_keep })
}

/// Worksites of the territory.
pub(super) async fn everywhere(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (coming, past) = parted(&ctx, shifts::everywhere(&ctx.db, MOST).await?, Line::within);
    let may_keep = ctx.may(STOCK, Scope::Instance);
    page(&Everywhere { shell: ctx.shell(t.worksites(), vec![]), t, coming, past, may_keep })
}
