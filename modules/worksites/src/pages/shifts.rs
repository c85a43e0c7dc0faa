//! Adding and changing shifts.

use arpent_commons::pages::loop_form::{Reader, Typed};
use arpent_core::Id;
use arpent_core::clock::paris;
use arpent_web::{Ctx, Field, FieldProblem, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::form::FormPage;
use super::lists::{MOST, told};
use super::place::{Place, href};
use super::worksites::run;
use crate::RUN;
use crate::commands::shifts as acts;
use crate::domain::shift::{Shift, ShiftSheet};
use crate::domain::worksite::Worksite;
use crate::store::shifts;
use crate::store::shifts::ShiftRow;
use crate::texts::Texts;

fn instant(day: Date, hour: Time) -> Option<Timestamp> {
    Some(day.to_datetime(hour).to_zoned(paris()).ok()?.timestamp())
}

fn fields(t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name)).required();
    vec![
        field("day", t.shift_day()).kind("date"),
        field("start", t.shift_start()).kind("time"),
        field("end", t.shift_end()).kind("time"),
        field("capacity", t.shift_capacity()).kind("number").hint(t.shift_capacity_hint()),
        field("leaders", t.shift_leaders()).kind("number").hint(t.shift_leaders_hint()),
        field("minors_per_adult", t.shift_ratio()).kind("number").hint(t.shift_ratio_hint()),
    ]
}

fn read(typed: &Typed) -> Result<ShiftSheet, Refusal> {
    let mut r = Reader::new(typed);
    let day = r.owed("day", |r, name| Some(r.day(name)));
    let start = r.owed("start", |r, name| Some(r.hour(name)));
    let end = r.owed("end", |r, name| Some(r.hour(name)));
    let capacity = r.owed("capacity", Reader::whole);
    let leaders = r.owed("leaders", Reader::whole);
    let minors_per_adult = r.owed("minors_per_adult", Reader::whole);
    let (Some(day), Some(start), Some(end)) = (day, start, end) else {
        // Each missing one was noted by `owed`.
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    let (Some(start), Some(end)) = (instant(day, start), instant(day, end)) else {
        return Err(Refusal::Invalid(vec![FieldProblem::new("day", "range", |l| {
            Texts::new(l).shift_past_problem().into()
        })]));
    };
    r.done(ShiftSheet { start, end, capacity, leaders, minors_per_adult })
}

fn typed_of(shift: &Shift) -> Typed {
    let s = &shift.sheet;
    let (start, end) = (s.start.to_zoned(paris()), s.end.to_zoned(paris()));
    let hour = |time: Time| time.strftime("%H:%M").to_string();
    Typed::of([
        ("day", start.date().to_string()),
        ("start", hour(start.time())),
        ("end", hour(end.time())),
        ("capacity", s.capacity.to_string()),
        ("leaders", s.leaders.to_string()),
        ("minors_per_adult", s.minors_per_adult.to_string()),
    ])
}

async fn new_form(ctx: &Ctx, id: Id<Worksite>, typed: &Typed) -> Result<FormPage, Refusal> {
    let place = run(ctx, id).await?;
    let t = place.t;
    let notes = told(ctx, t, &shifts::everywhere(&ctx.db, MOST).await?);
    let mut form = FormPage::new(ctx, place, t.shift_new(), t.shift_add());
    t.shift_new_lead().clone_into(&mut form.lead);
    form.notes = notes;
    form.fields = fields(t, typed);
    Ok(form)
}

/// The form of a new shift.
pub(super) async fn begin(ctx: Ctx, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    let blank = Typed::of([("leaders", "1".to_owned()), ("minors_per_adult", "0".to_owned())]);
    new_form(&ctx, id, &blank).await?.draw()
}

/// Adds it.
pub(super) async fn add(ctx: Ctx, Path(id): Path<Id<Worksite>>, typed: Typed) -> Result<Response, PageError> {
    let form = new_form(&ctx, id, &typed).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => acts::add(&ctx, id, &sheet).await.map(|_| href(id, "")),
        Err(refusal) => Err(refusal),
    };
    form.answer(&ctx, outcome, Texts::new(ctx.lang).shift_added())
}

/// A shift, for those who run its worksite.
pub(super) async fn run_shift(ctx: &Ctx, id: Id<Shift>) -> Result<(Place, ShiftRow), Refusal> {
    let (place, row) = Place::of_shift(ctx, id).await?;
    ctx.require(RUN, place.scope())?;
    Ok((place, row))
}

async fn edit_form(ctx: &Ctx, id: Id<Shift>, typed: Option<&Typed>) -> Result<(Id<Worksite>, FormPage), Refusal> {
    let (place, row) = run_shift(ctx, id).await?;
    let (t, worksite, stored) = (place.t, row.shift.worksite, typed_of(&row.shift));
    let version = typed.map_or(row.shift.version, Typed::version);
    let mut form = FormPage::new(ctx, place, t.shift_edit(), t.save());
    t.shift_edit_lead().clone_into(&mut form.lead);
    form.version = Some(version);
    form.fields = fields(t, typed.unwrap_or(&stored));
    Ok((worksite, form))
}

/// The form of a shift.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    edit_form(&ctx, id, None).await?.1.draw()
}

/// Saves it.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Shift>>, typed: Typed) -> Result<Response, PageError> {
    let (worksite, form) = edit_form(&ctx, id, Some(&typed)).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => acts::edit(&ctx, id, typed.version(), &sheet).await.map(|()| href(worksite, "")),
        Err(refusal) => Err(refusal),
    };
    form.answer(&ctx, outcome, Texts::new(ctx.lang).saved())
}
