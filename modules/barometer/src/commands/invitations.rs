//! Invitations: a list, letters with a personal link, reminders, letters that come back, and forgetting.
//!
//! A link holds two secrets minted in memory by the job that sends it. One marks the invitation, the other is the right to
//! answer; their hashes are written in separate transactions, the second ones in an order drawn at random, so that the
//! database cannot tell which pass was sent to whom.

mod letters;
pub mod marks;

use arpent_commons::domain::text::{SHORT, clean};
use arpent_core::{Event, Id};
use arpent_documents::tables::{Limits, guess_columns, read};
use arpent_store::jobs::NewJob;
use arpent_web::identity::Email;
use arpent_web::{Caller, Lang, Refusal};
use jiff::SignedDuration;
use serde_json::json;

use letters::forget_later;
pub(crate) use letters::send;

use super::{barometer, points::choose, scope};
use crate::COLLECT;
use crate::domain::protocol::{Frame, Protocol};
use crate::domain::wave::{Wave, WaveState};
use crate::jobs::SEND;
use crate::store::invitations::{self, Invitation};
use crate::texts::Texts;

/// Addresses are forgotten so long after the wave closes.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Why a line of a list was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// No address, or not one.
    Email,
    /// Not a stratum of the protocol.
    Stratum,
}

/// What a list became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// People added.
    pub added: i64,
    /// People who were on the list already.
    pub already: i64,
    /// Lines left out: their number and why.
    pub left: Vec<(u64, Left)>,
}

/// Adds a list of people to a wave: an address for each, and if the file says so a name, a language, a stratum.
///
/// # Errors
/// Not allowed, a wave that is over, a file that is no table or has no addresses.
pub async fn add(
    caller: &Caller,
    wave: &Wave,
    protocol: &Protocol,
    population: &str,
    (file_name, bytes): (&str, &[u8]),
) -> Result<Listed, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    caller.require(COLLECT, scope(row.initiative))?;
    if matches!(wave.state, WaveState::Closed | WaveState::Published) {
        return Err(super::answering::closed());
    }
    let asked = protocol.population(population).ok_or_else(|| Refusal::Invalid(vec![choose("population")]))?;
    let table = read(bytes, file_name, &Limits::default()).map_err(|error| super::imports::refused(&error))?;
    let columns = columns(&table.headers);
    let Some(email) = columns[0] else {
        return Err(Refusal::field("file", "email", |l| Texts::new(l).invitations_no_email().into()));
    };
    let strata = match &asked.frame {
        Frame::Survey { strata, .. } => strata.as_slice(),
        Frame::Flow => &[],
    };
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    let mut listed = Listed::default();
    for line in &table.lines {
        let cell = |column: Option<usize>| column.and_then(|at| line.cells.get(at)).map_or("", |cell| cell.trim());
        let Ok(Some(address)) = Email::parse_optional(cell(Some(email)), "file") else {
            listed.left.push((line.number, Left::Email));
            continue;
        };
        let stratum = cell(columns[3]);
        if !stratum.is_empty() && !strata.is_empty() && !strata.iter().any(|one| one.code == stratum) {
            listed.left.push((line.number, Left::Stratum));
            continue;
        }
        let invitation = Invitation {
            id: caller.id(),
            wave: wave.id,
            population: population.to_owned(),
            stratum: Some(stratum.to_owned()).filter(|stratum| !stratum.is_empty()),
            email: Some(address.as_str().to_owned()),
            name: clean(cell(columns[1])).chars().take(SHORT).collect(),
            language: Lang::parse(cell(columns[2])).unwrap_or_default().code().to_owned(),
            sent_on: None,
            reminders: 0,
            reminded_on: None,
            answered: false,
            bounced: None,
        };
        if invitations::add(&tx, &invitation).await? { listed.added += 1 } else { listed.already += 1 }
    }
    let event = Event::new("invitations.listed", "wave", wave.id).within(row.initiative);
    tx.commit(event.with("invitations", listed.added)).await?;
    Ok(listed)
}

/// The columns of the address, the name, the language and the stratum.
fn columns(headers: &[String]) -> Vec<Option<usize>> {
    let names: Vec<(&'static str, Vec<&'static str>)> = ["email", "name", "language", "stratum"]
        .into_iter()
        .map(|target| {
            let key = format!("invitations-column-{target}");
            let words = Lang::ALL.into_iter().filter_map(|lang| Texts::new(lang).say(&key));
            (target, words.flat_map(|words| words.split(',').map(str::trim)).collect())
        })
        .collect();
    let targets: Vec<(&str, &[&str])> = names.iter().map(|(target, names)| (*target, names.as_slice())).collect();
    guess_columns(headers, &targets)
}

/// Which letters to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// The first letter, to those who had none.
    First,
    /// A reminder, to those who were written to before today and have not answered.
    Reminder,
}

impl Round {
    /// As the job reads it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Reminder => "reminder",
        }
    }
}

/// Asks for letters to be sent.
///
/// # Errors
/// Not allowed, a wave that is not open.
pub async fn ask(caller: &Caller, wave: &Wave, round: Round) -> Result<(), Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    caller.require(COLLECT, scope(row.initiative))?;
    super::answering::refuse_unless_open(wave)?;
    // Whoever answered and is not marked yet must not be reminded.
    marks::write(caller, wave.id).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    let job = NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: SEND,
        payload: json!({ "wave": wave.id, "round": round.code() }),
        unique_key: None,
        run_at: caller.now(),
    };
    tx.enqueue(job).await?;
    let event = Event::new("invitations.asked", "wave", wave.id).within(row.initiative);
    tx.commit(event.with("round", round.code())).await?;
    Ok(())
}

/// Notes addresses whose letters came back; says how many were on the list.
///
/// # Errors
/// Not allowed.
pub async fn bounced(caller: &Caller, wave: &Wave, typed: &str) -> Result<i64, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    let mut known = 0;
    for address in typed.split([' ', '\n', '\r', ',', ';', '\t']).filter(|word| word.contains('@')) {
        let Ok(Some(email)) = Email::parse_optional(address, "addresses") else { continue };
        let why = Texts::new(Lang::Fr).invitations_returned();
        known += i64::from(invitations::bounced(&tx, wave.id, email.as_str(), why).await?);
    }
    let event = Event::new("invitations.returned", "wave", wave.id).within(row.initiative);
    tx.commit(event.with("invitations", known)).await?;
    Ok(known)
}

/// What closing a wave asks for: marks written, order blurred, addresses forgotten in thirty days.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn after_close(caller: &Caller, wave: Id<Wave>) -> Result<(), Refusal> {
    marks::write(caller, wave).await?;
    marks::settle(caller, wave).await?;
    forget_later(caller, wave).await
}
