//! Telling what a shift gave, with photographs.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, SHORT, optional, required};
use arpent_core::Id;
use arpent_store::StoreError;
use arpent_web::photo::{self, Photo, PhotoProblem};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::{open_shift, shift_event};
use crate::domain::debrief::Debrief;
use crate::domain::shift::{MOST_SEATS, Shift, ShiftState};
use crate::store::debriefs;
use crate::store::shifts::ShiftRow;
use crate::texts::Texts;

/// What a shift gave, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewDebrief {
    /// The version it corrects; 0 for the first one.
    pub version: i64,
    /// Adults who came.
    pub adults: Option<i64>,
    /// Minors who came.
    pub minors: Option<i64>,
    /// How much was done.
    pub quantity: Option<f64>,
    /// Of what.
    pub unit: String,
    /// In words.
    pub done: String,
    /// What went wrong; may be empty.
    pub incident: String,
    /// Why the version before was wrong.
    pub reason: String,
}

/// Writes what a shift gave, or corrects it: the version before stays.
///
/// # Errors
/// Not allowed, a shift that is not over or was called off, fields to correct, someone who wrote first.
pub async fn write(caller: &Caller, id: Id<Shift>, new: &NewDebrief) -> Result<(), Refusal> {
    let (tx, row) = open_shift(caller, id).await?;
    over(caller, &row)?;
    let before = row.debrief.as_ref().map_or(0, |told| told.version);
    if before != new.version {
        return Err(overtaken());
    }
    let mut told = read(new)?;
    tx.author.role.clone_into(&mut told.role);
    told.at = tx.author.at;
    debriefs::add(&tx, id, &told).await.map_err(|error| match error {
        StoreError::Duplicate { .. } => overtaken(),
        other => other.into(),
    })?;
    tx.commit(shift_event("worksite.debriefed", &row).with("version", told.version)).await?;
    Ok(())
}

fn over(caller: &Caller, row: &ShiftRow) -> Result<(), Refusal> {
    if row.shift.state == ShiftState::Cancelled || !row.shift.is_past(caller.now()) {
        return Err(Refusal::rule("shift-not-over", |l| Texts::new(l).debrief_too_soon().into()));
    }
    Ok(())
}

fn overtaken() -> Refusal {
    Refusal::rule("debrief-overtaken", |l| Texts::new(l).debrief_overtaken().into())
}

fn read(new: &NewDebrief) -> Result<Debrief, Refusal> {
    let mut p = Problems::default();
    let (adults, minors, quantity) = (new.adults, new.minors, new.quantity);
    let people = |n: Option<i64>| n.is_some_and(|n| (0..=MOST_SEATS).contains(&n));
    let problem = |field| move || FieldProblem::new(field, "range", |l| Texts::new(l).range_problem(0, MOST_SEATS));
    p.require(people(adults), problem("adults"));
    p.require(people(minors), problem("minors"));
    p.require(quantity.is_some_and(|n| n.is_finite() && n >= 0.0), || {
        FieldProblem::new("quantity", "format", |l| Texts::new(l).quantity_problem().into())
    });
    let told = Debrief {
        version: new.version + 1,
        adults: adults.unwrap_or(0),
        minors: minors.unwrap_or(0),
        quantity: quantity.unwrap_or(0.0),
        unit: p.read(required(&new.unit, "unit", SHORT)),
        done: p.read(required(&new.done, "done", REASON)),
        incident: p.read(optional(&new.incident, "incident", REASON)),
        reason: p.read(if new.version == 0 { Ok(String::new()) } else { required(&new.reason, "reason", REASON) }),
        role: String::new(),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    p.done()?;
    Ok(told)
}

/// Adds a photograph of what was done.
///
/// # Errors
/// Not allowed, a shift that is not over, a file that is no photograph, nothing said of what it shows.
pub async fn add_photo(caller: &Caller, id: Id<Shift>, bytes: Vec<u8>, alt: &str) -> Result<(), Refusal> {
    let photo = clean(bytes).await?;
    let (tx, row) = open_shift(caller, id).await?;
    over(caller, &row)?;
    let alt = required(alt, "alt", SHORT).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let file = caller.id::<Photo>().uuid();
    tx.put_file(file, "image/jpeg", Some(photo.size), photo.jpeg).await?;
    debriefs::add_photo(&tx, file, id, &alt).await?;
    tx.commit(shift_event("worksite.photographed", &row)).await?;
    Ok(())
}

/// Decoding takes tens of milliseconds: away from the threads that answer.
async fn clean(bytes: Vec<u8>) -> Result<Photo, Refusal> {
    let cleaned = tokio::task::spawn_blocking(move || photo::clean(&bytes)).await;
    cleaned.unwrap_or(Err(PhotoProblem::Damaged)).map_err(|problem| match problem {
        PhotoProblem::TooLarge => Refusal::field("photo", "too-large", |l| Texts::new(l).photo_too_large().into()),
        PhotoProblem::NotAnImage => Refusal::field("photo", "type", |l| Texts::new(l).photo_not_an_image().into()),
        PhotoProblem::Damaged => Refusal::field("photo", "damaged", |l| Texts::new(l).photo_damaged().into()),
    })
}
