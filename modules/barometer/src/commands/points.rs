//! Posters, tablets and buttons: where people meet the questionnaire.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, TITLE};
use arpent_core::chance::short_code;
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::{barometer, scope};
use crate::COLLECT;
use crate::domain::collection::PointKind;
use crate::domain::protocol::Protocol;
use crate::domain::wave::{Wave, WaveState};
use crate::store::points::{self, Point};
use crate::store::waves;
use crate::texts::Texts;

/// A point to open, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewPoint {
    /// Code of a [`PointKind`].
    pub kind: String,
    /// Code of a population.
    pub population: String,
    /// Code of a service; empty for all of them.
    pub service: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// What it is called; empty is made of the place.
    pub title: String,
}

/// Opens a point of collection.
///
/// # Errors
/// Not allowed, a wave that is over, fields to correct.
pub async fn open(caller: &Caller, wave: &Wave, protocol: &Protocol, new: &NewPoint) -> Result<Point, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    if matches!(wave.state, WaveState::Closed | WaveState::Published) {
        return Err(super::answering::closed());
    }
    let mut point = parse(protocol, wave, new)?;
    point.id = caller.id();
    point.code = short_code(&*caller.chance);
    points::add(&tx, &point, caller.now()).await?;
    tx.commit(Event::new("point.opened", "point", point.id).within(row.initiative).with("kind", point.kind.code()))
        .await?;
    Ok(point)
}

fn parse(protocol: &Protocol, wave: &Wave, new: &NewPoint) -> Result<Point, Refusal> {
    let mut p = Problems::default();
    let kind = PointKind::parse(&new.kind);
    p.require(kind.is_some(), || choose("kind"));
    p.require(protocol.population(&new.population).is_some(), || choose("population"));
    let service = Some(new.service.clone()).filter(|code| !code.is_empty());
    p.require(service.as_deref().is_none_or(|code| protocol.service(code).is_some()), || choose("service"));
    let place = p.read(text::optional(&new.place, "place", TITLE));
    let title = if new.title.trim().is_empty() { &place } else { &new.title };
    let title = p.read(text::required(title, "title", TITLE));
    p.done()?;
    Ok(Point {
        id: Id::from_uuid(wave.id.uuid()),
        wave: wave.id,
        kind: kind.unwrap_or(PointKind::Poster),
        population: new.population.clone(),
        service,
        place: Some(place).filter(|place| !place.is_empty()),
        title,
        code: String::new(),
        closed: false,
    })
}

pub(super) fn choose(field: &'static str) -> FieldProblem {
    FieldProblem::new(field, "missing", |l| Texts::new(l).choose_one().into())
}

/// Closes a point: its address says so from then on.
///
/// # Errors
/// Not allowed, or no such point.
pub async fn close(caller: &Caller, id: Id<Point>) -> Result<(), Refusal> {
    let point = points::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let wave = waves::by_id(&caller.db, point.wave).await?.ok_or(Refusal::NotFound)?;
    let row = barometer(caller, wave.barometer).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    if points::close(&tx, id).await? {
        tx.commit(Event::new("point.closed", "point", id).within(row.initiative)).await?;
    }
    Ok(())
}
