//! Calling off a shift or a worksite: the reason is asked, and that is all.

use arpent_commons::domain::text::REASON;
use arpent_commons::pages::loop_form::Typed;
use arpent_core::Id;
use arpent_web::{Ctx, Field, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::form::FormPage;
use super::place::{href, shift_href};
use super::shifts::run_shift;
use super::worksites::run;
use crate::commands::calling_off as acts;
use crate::domain::shift::{Shift, ShiftState};
use crate::domain::worksite::Worksite;
use crate::store::shifts;
use crate::store::shifts::ShiftRow;
use crate::texts::Texts;
use crate::words;

fn reason(t: Texts, typed: Option<&Typed>) -> Vec<Field> {
    let said = typed.map_or(t.weather(), |typed| typed.get("reason"));
    vec![Field::text("reason", t.cancel_reason(), said).kind("textarea").required().max(REASON)]
}

async fn shift_form(ctx: &Ctx, id: Id<Shift>, typed: Option<&Typed>) -> Result<FormPage, Refusal> {
    let (place, row) = run_shift(ctx, id).await?;
    let t = place.t;
    let mut form = FormPage::new(ctx, place, t.shift_cancel(), t.shift_cancel_send());
    form.lead = words::when(t, &row.shift);
    form.notes = vec![t.cancel_told(row.held.taken() + row.held.waiting)];
    form.fields = reason(t, typed);
    Ok(form)
}

/// Asks for the reason of a shift.
pub(super) async fn shift(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    shift_form(&ctx, id, None).await?.draw()
}

/// Calls it off; leads to those who must be called when there are some.
pub(super) async fn save_shift(ctx: Ctx, Path(id): Path<Id<Shift>>, typed: Typed) -> Result<Response, PageError> {
    let (_, row) = run_shift(&ctx, id).await?;
    let form = shift_form(&ctx, id, Some(&typed)).await?;
    let next = if row.to_call > 0 { shift_href(id, "appels") } else { href(row.shift.worksite, "") };
    let outcome = acts::shift(&ctx, id, typed.get("reason")).await.map(|()| next);
    form.answer(&ctx, outcome, Texts::new(ctx.lang).shift_called_off())
}

async fn worksite_form(ctx: &Ctx, id: Id<Worksite>, typed: Option<&Typed>) -> Result<FormPage, Refusal> {
    let place = run(ctx, id).await?;
    let t = place.t;
    let coming = |row: &&ShiftRow| !row.shift.is_past(ctx.now()) && row.shift.state == ShiftState::Planned;
    let rows = shifts::of_worksite(&ctx.db, id).await?;
    let people: i64 = rows.iter().filter(coming).map(|row| row.held.taken() + row.held.waiting).sum();
    let mut form = FormPage::new(ctx, place, t.worksite_cancel(), t.worksite_cancel_send());
    form.lead = t.worksite_cancel_lead(rows.iter().filter(coming).count());
    form.notes = vec![t.cancel_told(people)];
    form.fields = reason(t, typed);
    Ok(form)
}

/// Asks for the reason of a whole worksite.
pub(super) async fn worksite(ctx: Ctx, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    worksite_form(&ctx, id, None).await?.draw()
}

/// Calls it off.
pub(super) async fn save_worksite(ctx: Ctx, Path(id): Path<Id<Worksite>>, typed: Typed) -> Result<Response, PageError> {
    let form = worksite_form(&ctx, id, Some(&typed)).await?;
    let outcome = acts::worksite(&ctx, id, typed.get("reason")).await.map(|()| href(id, ""));
    form.answer(&ctx, outcome, Texts::new(ctx.lang).worksite_called_off())
}
