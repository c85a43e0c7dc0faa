//! Which questionnaire an address opens, and for whom.

use arpent_core::chance::read_short_code;
use arpent_web::{Ctx, Refusal};

use crate::commands::answering::{self, Door, Invited};
use crate::domain::collection::{Invite, public_population};
use crate::domain::wave::{Mode, WaveState};
use crate::pages::at_wave::AtWave;
use crate::store::points::{self, Point};
use crate::store::{barometers, waves};

/// What an address opens.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) place: AtWave,
    pub(super) entry: Entry,
}

/// Whether one may come in.
#[derive(Debug)]
pub(super) enum Entry {
    /// Yes.
    Open(Box<Door>),
    /// The wave has not begun.
    Early,
    /// The wave is over, or this point is closed.
    Closed,
    /// A personal link that has answered.
    Answered,
    /// A personal link that was replaced, or cut.
    Unknown,
}

/// Opens `/b/{code}`: the code of a point, or a barometer's name and a wave's number.
pub(super) async fn open(ctx: &Ctx, code: &str) -> Result<Opened, Refusal> {
    if let Some(short) = read_short_code(code)
        && let Some(point) = points::by_code(&ctx.db, &short).await?
    {
        return at_point(ctx, point).await;
    }
    let place = public(ctx, code).await?;
    let population = public_population(&place.version.protocol).ok_or(Refusal::NotFound)?.to_owned();
    let door = answering::door(&place.wave, &population, Mode::Web, None);
    Ok(Opened { entry: entry(place.wave.state, door), place })
}

async fn public(ctx: &Ctx, code: &str) -> Result<AtWave, Refusal> {
    let (slug, number) = code.rsplit_once('-').ok_or(Refusal::NotFound)?;
    let number: i64 = number.parse().map_err(|_| Refusal::NotFound)?;
    let row = barometers::by_slug(&ctx.db, slug).await?.ok_or(Refusal::NotFound)?;
    let wave = waves::by_number(&ctx.db, row.id, number).await?.ok_or(Refusal::NotFound)?;
    AtWave::of(ctx, row, wave).await
}

async fn at_point(ctx: &Ctx, point: Point) -> Result<Opened, Refusal> {
    let wave = waves::by_id(&ctx.db, point.wave).await?.ok_or(Refusal::NotFound)?;
    let row = barometers::by_id(&ctx.db, wave.barometer).await?.ok_or(Refusal::NotFound)?;
    let place = AtWave::of(ctx, row, wave).await?;
    let door = Door {
        wave: place.wave.clone(),
        population: point.population,
        mode: point.kind.mode(),
        place: point.place,
        service: point.service,
        stratum: None,
    };
    let entry = if point.closed { Entry::Closed } else { entry(place.wave.state, door) };
    Ok(Opened { place, entry })
}

const fn closed_or_early(state: WaveState) -> Option<Entry> {
    match state {
        WaveState::Prepared => Some(Entry::Early),
        WaveState::Open => None,
        WaveState::Closed | WaveState::Published => Some(Entry::Closed),
    }
}

fn entry(state: WaveState, door: Door) -> Entry {
    closed_or_early(state).unwrap_or_else(|| Entry::Open(Box::new(door)))
}

/// Opens a personal link, `/b/{code}/{secrets}`.
pub(super) async fn invited(ctx: &Ctx, code: &str, secrets: &str) -> Result<(Opened, Option<Invite>), Refusal> {
    let place = public(ctx, code).await?;
    if let Some(entry) = closed_or_early(place.wave.state) {
        return Ok((Opened { place, entry }, None));
    }
    let Some(invite) = Invite::parse(secrets) else {
        return Ok((Opened { place, entry: Entry::Unknown }, None));
    };
    let entry = match answering::invited(ctx, &place.wave, &invite).await? {
        Invited::May(door) => Entry::Open(door),
        Invited::Already => Entry::Answered,
        Invited::Unknown => Entry::Unknown,
    };
    Ok((Opened { place, entry }, Some(invite)))
}
