//! Paper: sheets printed each with its code, keyed once or twice, and counted once.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, TITLE};
use arpent_core::chance::short_code;
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::answering::{door, end, refuse_unless_open};
use super::{barometer, points::choose, scope};
use crate::domain::answer::Replies;
use crate::domain::collection::{Purpose, key};
use crate::domain::protocol::Protocol;
use crate::domain::wave::{Mode, Wave};
use crate::store::answers;
use crate::store::sheets::{self, Entry, Sheet};
use crate::texts::Texts;
use crate::{COLLECT, KEY};

/// Most sheets printed at once.
pub const MOST: i64 = 500;

/// Makes so many sheets, each with its own code; gives the first one.
///
/// # Errors
/// Not allowed, fields to correct.
pub async fn print(
    caller: &Caller,
    wave: &Wave,
    protocol: &Protocol,
    (population, place, count): (&str, &str, i64),
) -> Result<Id<Sheet>, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    let mut p = Problems::default();
    p.require(protocol.population(population).is_some(), || choose("population"));
    let place = p.read(text::optional(place, "place", TITLE));
    p.require((1..=MOST).contains(&count), || {
        FieldProblem::new("count", "range", |l| Texts::new(l).sheets_count_problem(MOST))
    });
    p.done()?;
    let place = Some(place).filter(|place| !place.is_empty());
    let mut first = None;
    for _ in 0..count {
        let sheet = Sheet {
            id: caller.id(),
            wave: wave.id,
            population: population.to_owned(),
            place: place.clone(),
            code: short_code(&*caller.chance),
        };
        sheets::add(&tx, &sheet).await?;
        // Ids of one instant are in no order: the smallest one begins the batch.
        first = Some(first.map_or(sheet.id, |first: Id<Sheet>| first.min(sheet.id)));
    }
    tx.commit(Event::new("sheets.printed", "wave", wave.id).within(row.initiative).with("sheets", count)).await?;
    first.ok_or(Refusal::NotFound)
}

/// Where a sheet stands, for the agent who holds it.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// To be read: the first time, or the second.
    ToKey(i64),
    /// The same person read it already: another one must.
    Another,
    /// Two readings that differ, the first and the second: a third one settles.
    Differ(Replies, Replies),
    /// It counts already.
    Counted,
}

/// Where a sheet stands.
///
/// # Errors
/// The database does not answer.
pub async fn standing(caller: &Caller, wave: &Wave, sheet: &Sheet) -> Result<Standing, Refusal> {
    if answers::by_key(&caller.db, &sheet_key(wave, sheet)).await?.is_some() {
        return Ok(Standing::Counted);
    }
    let mut entries = sheets::entries(&caller.db, sheet.id).await?;
    Ok(match (entries.pop(), entries.pop()) {
        (None, _) => Standing::ToKey(1),
        (Some(second), Some(first)) => Standing::Differ(first.replies, second.replies),
        (Some(first), None) if first.keyed_by.is_some() && first.keyed_by == caller.actor.person => Standing::Another,
        (Some(_), None) => Standing::ToKey(2),
    })
}

/// A sheet counts under its own key, however often it is keyed.
fn sheet_key(wave: &Wave, sheet: &Sheet) -> String {
    key(&wave.salt, Purpose::Sheet, &sheet.code)
}

/// Keys a reading of a sheet. It counts at once when the wave asks for one reading, or when the second one agrees;
/// a third reading settles.
///
/// # Errors
/// Not allowed, the wave is over.
pub async fn key_in(
    caller: &Caller,
    wave: &Wave,
    protocol: &Protocol,
    sheet: &Sheet,
    replies: Replies,
) -> Result<Standing, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    caller.require(KEY, scope(row.initiative))?;
    refuse_unless_open(wave)?;
    let before = standing(caller, wave, sheet).await?;
    let tx = caller.begin(KEY, scope(row.initiative)).await?;
    if let Standing::ToKey(round) = before {
        let entry =
            Entry { sheet: sheet.id, round, replies: replies.clone(), keyed_by: caller.actor.person, at: caller.now() };
        if !sheets::key(&tx, caller.id(), &entry).await? {
            drop(tx);
            return standing(caller, wave, sheet).await;
        }
    }
    let counts = match &before {
        Standing::ToKey(1) => !wave.double_entry,
        Standing::ToKey(_) => {
            sheets::entries(&tx, sheet.id).await?.first().is_some_and(|first| first.replies == replies)
        }
        Standing::Differ(..) => true,
        Standing::Another | Standing::Counted => return Ok(before),
    };
    if counts {
        let door = door(wave, &sheet.population, Mode::Paper, sheet.place.clone());
        end(&tx, caller, &door, protocol, sheet_key(wave, sheet), replies).await?;
    }
    tx.commit(Event::new("sheet.keyed", "wave", wave.id).within(row.initiative)).await?;
    standing(caller, wave, sheet).await
}
