//! Telling what a shift gave, with photographs.

use arpent_commons::domain::text::{REASON, SHORT};
use arpent_commons::pages::loop_form::{Reader, Typed};
use arpent_core::Id;
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::{Ctx, Field, PageError, Refusal, Sent};
use axum::extract::Path;
use axum::response::Response;

use super::form::FormPage;
use super::place::href;
use super::shifts::run_shift;
use crate::commands::debriefs::{self as acts, NewDebrief};
use crate::domain::debrief::due;
use crate::domain::shift::Shift;
use crate::domain::volunteer::{Band, Volunteer};
use crate::domain::worksite::Worksite;
use crate::store::shifts::ShiftRow;
use crate::store::volunteers;
use crate::texts::Texts;
use crate::words;

/// What was already written, or what was noted at the door.
async fn stored(ctx: &Ctx, row: &ShiftRow) -> Result<Typed, Refusal> {
    if let Some(told) = &row.debrief {
        return Ok(Typed::of([
            ("version", told.version.to_string()),
            ("adults", told.adults.to_string()),
            ("minors", told.minors.to_string()),
            ("quantity", told.quantity.to_string().replace('.', ",")),
            ("unit", told.unit.clone()),
            ("done", told.done.clone()),
            ("incident", told.incident.clone()),
        ]));
    }
    let all = volunteers::of_shift(&ctx.db, row.shift.id).await?;
    let came = |band: Band| {
        let there = |one: &&Volunteer| one.present_at.is_some() && one.band == band;
        all.iter().filter(there).count().to_string()
    };
    Ok(Typed::of([("adults", came(Band::Adult)), ("minors", came(Band::Minor))]))
}

async fn form(ctx: &Ctx, id: Id<Shift>, typed: Option<&Typed>) -> Result<(Id<Worksite>, FormPage), Refusal> {
    let (place, row) = run_shift(ctx, id).await?;
    let (t, worksite, known) = (place.t, row.shift.worksite, stored(ctx, &row).await?);
    let typed = typed.unwrap_or(&known);
    let (title, last) = match row.debrief {
        Some(_) => (t.debrief_correct(), None),
        None => (t.debrief_write(), Some(t.debrief_due(date(ctx.lang, due(row.shift.sheet.end))))),
    };
    let field = |name, label| Field::text(name, label, typed.get(name));
    let mut page = FormPage::new(ctx, place, title, t.debrief_send());
    page.lead = words::when(t, &row.shift);
    page.notes = last.into_iter().chain([t.debrief_lead().to_owned()]).collect();
    page.version = Some(typed.version());
    page.fields = vec![
        field("adults", t.debrief_adults()).kind("number").hint(t.debrief_adults_hint()).required(),
        field("minors", t.debrief_minors()).kind("number").required(),
        field("quantity", t.debrief_quantity()).hint(t.debrief_quantity_hint()).required(),
        field("unit", t.debrief_unit()).hint(t.debrief_unit_hint()).required().max(SHORT),
        field("done", t.debrief_done()).kind("textarea").required().max(REASON),
        field("incident", t.debrief_incident()).kind("textarea").hint(t.debrief_incident_hint()).max(REASON),
    ];
    if row.debrief.is_some() {
        page.fields.push(field("reason", t.debrief_reason()).required().max(REASON));
    }
    Ok((worksite, page))
}

/// The form.
pub(super) async fn begin(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    form(&ctx, id, None).await?.1.draw()
}

/// Writes it.
pub(super) async fn write(ctx: Ctx, Path(id): Path<Id<Shift>>, typed: Typed) -> Result<Response, PageError> {
    let (worksite, page) = form(&ctx, id, Some(&typed)).await?;
    let mut r = Reader::new(&typed);
    let new = NewDebrief {
        version: typed.version(),
        adults: Some(r.owed("adults", Reader::whole)),
        minors: Some(r.owed("minors", Reader::whole)),
        quantity: Some(r.owed("quantity", Reader::real)),
        unit: r.text("unit"),
        done: r.text("done"),
        incident: r.text("incident"),
        reason: r.text("reason"),
    };
    let outcome = match r.done(new) {
        Ok(new) => acts::write(&ctx, id, &new).await.map(|()| href(worksite, "")),
        Err(refusal) => Err(refusal),
    };
    page.answer(&ctx, outcome, Texts::new(ctx.lang).debrief_sent())
}

async fn photo_form(ctx: &Ctx, id: Id<Shift>, alt: &str) -> Result<(Id<Worksite>, FormPage), Refusal> {
    let (place, row) = run_shift(ctx, id).await?;
    let (t, worksite) = (place.t, row.shift.worksite);
    let mut page = FormPage::new(ctx, place, t.photos_title(), t.photo_send());
    page.lead = words::when(t, &row.shift);
    page.notes = vec![t.photo_law().to_owned()];
    page.upload = true;
    page.fields = vec![
        Field::text("photo", t.photo(), "").kind("file").hint(t.photo_hint()).required(),
        Field::text("alt", t.photo_alt(), alt).hint(t.photo_alt_hint()).required().max(SHORT),
    ];
    Ok((worksite, page))
}

/// The form of a photograph.
pub(super) async fn photos(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    photo_form(&ctx, id, "").await?.1.draw()
}

/// Adds it.
pub(super) async fn add_photo(ctx: Ctx, Path(id): Path<Id<Shift>>, mut sent: Sent) -> Result<Response, PageError> {
    let (worksite, page) = photo_form(&ctx, id, sent.get("alt")).await?;
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let outcome = match sent.file.take() {
        Some(file) => acts::add_photo(&ctx, id, file.bytes, sent.get("alt")).await.map(|()| href(worksite, "")),
        None => Err(Refusal::field("photo", "missing", |l| Texts::new(l).photo_missing().into())),
    };
    page.answer(&ctx, outcome, Texts::new(ctx.lang).photo_added())
}
