//! Reporting on a year.

use arpent_commons::domain::contribution::ModerationGround;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, SHORT, optional, required};
use arpent_commons::permission::CONTRIBUTION_MODERATE;
use arpent_core::{Event, Id};
use arpent_store::Tx;
use arpent_web::photo::{self, Photo, PhotoProblem};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::signatures::acts_for;
use super::{KEY, get, held, scope, too_old};
use crate::SIGN;
use crate::domain::report::{FIRST_YEAR, Report};
use crate::domain::signature::Signature;
use crate::domain::sub::Item;
use crate::store::{reports, signatures};
use crate::texts::Texts;

/// A report, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewReport {
    /// For which action, among those chosen.
    pub item: Option<Id<Item>>,
    /// The year.
    pub year: String,
    /// What was done.
    pub text: String,
    /// Where.
    pub place: String,
    /// How much; may be empty.
    pub quantity: String,
    /// Of what.
    pub unit: String,
    /// A photograph, as it came.
    pub photo: Option<Vec<u8>>,
    /// What it shows.
    pub photo_alt: String,
    /// The form's key.
    pub submission: String,
}

/// Says what a signatory did in a year.
///
/// # Errors
/// A signature that does not count, nobody's mandate, fields to correct, a file that is no photograph.
pub async fn add(caller: &Caller, id: Id<Signature>, new: &NewReport) -> Result<Id<Report>, Refusal> {
    let signature = signatures::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, signature.charter).await?;
    let photo = match &new.photo {
        Some(bytes) => Some(clean(bytes.clone()).await?),
        None => None,
    };
    let tx = caller.begin(SIGN, scope(&charter)).await?;
    if !signature.counts() || !(held(caller, &charter) || acts_for(&tx, caller, &signature).await?) {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).report_no_mandate().into()));
    }
    if let Some(sent) = reports::sent(&tx, &new.submission).await? {
        return Ok(sent);
    }
    let mut report = read(&tx, caller, &signature, new).await?;
    if let Some(photo) = photo {
        let file = caller.id::<Photo>().uuid();
        tx.put_file(file, "image/jpeg", Some(photo.size), photo.jpeg).await?;
        report.photo = Some(file);
    }
    reports::add(&tx, &report, &new.submission).await?;
    let event = Event::new("charter.reported", "charter_signature", id).within(charter.initiative);
    tx.commit(event.with("year", report.year)).await?;
    Ok(report.id)
}

async fn read(tx: &Tx, caller: &Caller, signature: &Signature, new: &NewReport) -> Result<Report, Refusal> {
    let chosen = signatures::choices(tx, signature.id).await?;
    let mut p = Problems::default();
    let item = new.item.filter(|item| chosen.contains(item));
    p.require(item.is_some(), || FieldProblem::new("item", "missing", |l| Texts::new(l).report_item_missing().into()));
    let last = i64::from(caller.today().year());
    let first = signature.signed_on.map_or(FIRST_YEAR, |day| i64::from(day.year()).max(FIRST_YEAR));
    let year: Option<i64> = new.year.trim().parse().ok().filter(|year| (first..=last).contains(year));
    p.require(year.is_some(), || {
        FieldProblem::new("year", "range", move |l| Texts::new(l).report_year_problem(first, last))
    });
    let report = Report {
        id: caller.id(),
        signature: signature.id,
        item: item.unwrap_or_else(|| caller.id()),
        action: String::new(),
        year: year.unwrap_or(last),
        text: p.read(required(&new.text, "text", REASON)),
        place: p.read(optional(&new.place, "place", SHORT)),
        quantity: p.read(quantity(&new.quantity)),
        unit: p.read(optional(&new.unit, "unit", SHORT)),
        photo: None,
        photo_alt: p.read(optional(&new.photo_alt, "photo_alt", SHORT)),
        at: caller.now(),
        hidden: None,
    };
    p.require(KEY.contains(&new.submission.trim().len()), too_old);
    p.done()?;
    Ok(report)
}

/// Hides a report, or shows it again, with a reason everyone reads.
///
/// # Errors
/// Not allowed, no such report, or no reason.
pub async fn moderate(
    caller: &Caller,
    id: Id<Report>,
    hidden: Option<ModerationGround>,
    why: &str,
) -> Result<(), Refusal> {
    let report = reports::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let signature = signatures::by_id(&caller.db, report.signature).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, signature.charter).await?;
    let tx = caller.begin(CONTRIBUTION_MODERATE, scope(&charter)).await?;
    let why = required(why, "why", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    reports::moderate(&tx, id, hidden, &why).await?;
    let event = Event::new("charter.report_moderated", "charter_signature", signature.id).within(charter.initiative);
    tx.commit(event.with("report", id).with("ground", hidden.map_or("", ModerationGround::code))).await?;
    Ok(())
}

/// "12,5", "1 200" or nothing.
fn quantity(typed: &str) -> Result<Option<f64>, FieldProblem> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
    if digits.is_empty() {
        return Ok(None);
    }
    let read: Option<f64> = digits.parse().ok().filter(|read: &f64| read.is_finite() && *read >= 0.0);
    let wrong = || FieldProblem::new("quantity", "format", |l| Texts::new(l).report_quantity_problem().into());
    read.map(Some).ok_or_else(wrong)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_read_as_people_write_it() {
        assert_eq!(quantity("1 200,5").ok(), Some(Some(1200.5)));
        assert_eq!(quantity(" ").ok(), Some(None));
        assert!(quantity("une dizaine").is_err() && quantity("-3").is_err() && quantity("inf").is_err());
    }
}
