//! Preparing a wave, opening it, closing it.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, TITLE};
use arpent_core::chance::secret;
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{barometer, scope};
use crate::PROTOCOL_EDIT;
use crate::domain::wave::{ProtocolVersion, Season, Wave, WaveState};
use crate::store::{protocols, waves};
use crate::texts::Texts;

/// A wave to prepare.
#[derive(Debug, Clone)]
pub struct NewWave {
    /// Under which frozen protocol.
    pub protocol: Id<ProtocolVersion>,
    /// Its title.
    pub title: String,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
    /// Paper sheets are keyed twice.
    pub double_entry: bool,
}

/// Prepares a wave.
///
/// # Errors
/// Not allowed, a protocol that is not frozen, days in the wrong order, no title.
pub async fn prepare(caller: &Caller, new: &NewWave) -> Result<Wave, Refusal> {
    let version = protocols::by_id(&caller.db, new.protocol).await?.ok_or(Refusal::NotFound)?;
    let row = barometer(caller, version.barometer).await?;
    let tx = caller.begin(PROTOCOL_EDIT, scope(row.initiative)).await?;
    if version.frozen_at.is_none() {
        return Err(Refusal::rule("protocol-not-frozen", |l| Texts::new(l).protocol_not_frozen().into()));
    }
    let mut p = Problems::default();
    let title = p.read(text::required(&new.title, "title", TITLE));
    p.require(new.opens <= new.closes, || {
        FieldProblem::new("closes", "order", |l| Texts::new(l).wave_days_order().into())
    });
    p.done()?;
    let number = waves::of_barometer(&tx, row.id).await?.first().map_or(1, |wave| wave.number + 1);
    let wave = Wave {
        id: caller.id(),
        barometer: row.id,
        protocol: version.id,
        number,
        title,
        season: Season::of(new.opens),
        opens: new.opens,
        closes: new.closes,
        state: WaveState::Prepared,
        salt: secret(&*caller.chance),
        double_entry: new.double_entry,
        version: 1,
    };
    waves::add(&tx, &wave).await?;
    tx.commit(Event::new("wave.prepared", "wave", wave.id).within(row.initiative)).await?;
    Ok(wave)
}

/// Opens a wave: people may answer.
///
/// # Errors
/// Not allowed, or not prepared any more.
pub async fn open(caller: &Caller, id: Id<Wave>) -> Result<(), Refusal> {
    advance(caller, id, WaveState::Prepared, WaveState::Open, "wave.opened").await
}

/// Closes a wave: what was answered is all there will be.
///
/// # Errors
/// Not allowed, or not open.
pub async fn close(caller: &Caller, id: Id<Wave>) -> Result<(), Refusal> {
    advance(caller, id, WaveState::Open, WaveState::Closed, "wave.closed").await?;
    super::invitations::after_close(caller, id).await
}

async fn advance(
    caller: &Caller,
    id: Id<Wave>,
    from: WaveState,
    to: WaveState,
    event: &'static str,
) -> Result<(), Refusal> {
    let wave = waves::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let row = barometer(caller, wave.barometer).await?;
    let tx = caller.begin(PROTOCOL_EDIT, scope(row.initiative)).await?;
    if !waves::advance(&tx, id, from, to).await? {
        return Err(Refusal::rule("wave-state", |l| Texts::new(l).wave_moved().into()));
    }
    if to == WaveState::Open {
        super::alerts::look_later(&tx, caller, &wave).await?;
    }
    tx.commit(Event::new(event, "wave", id).within(row.initiative)).await?;
    Ok(())
}
