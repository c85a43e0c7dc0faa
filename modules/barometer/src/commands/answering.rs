//! Answering: an answer is kept at each step under the secret its device holds, and ends once.
//!
//! No line of the journal says that someone answered: a line has an instant, and an instant says who to whoever watched
//! the door.

use arpent_core::Id;
use arpent_store::Tx;
use arpent_web::{Caller, Refusal};

use super::invitations::marks;
use crate::domain::answer::Replies;
use crate::domain::collection::{Invite, Purpose, key, prune, random_id};
use crate::domain::protocol::Protocol;
use crate::domain::wave::{Mode, Wave, WaveState, week};
use crate::store::answers::{self, AnswerRow};
use crate::store::invitations::{self, Invitation};
use crate::store::waves;
use crate::texts::Texts;

/// Where someone answers: what the address, the sheet or the interviewer says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Door {
    /// The wave.
    pub wave: Wave,
    /// Whom it asks.
    pub population: String,
    /// How answers come.
    pub mode: Mode,
    /// Where.
    pub place: Option<String>,
    /// Only about this service.
    pub service: Option<String>,
    /// In which stratum, for who was invited.
    pub stratum: Option<String>,
}

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It goes on.
    UnderWay,
    /// It is whole.
    Complete,
    /// It already was: nothing changed.
    Again,
}

/// The answer a device holds the secret of.
///
/// # Errors
/// The database does not answer.
pub async fn held(caller: &Caller, wave: &Wave, secret: &str) -> Result<Option<AnswerRow>, Refusal> {
    Ok(answers::by_key(&caller.db, &key(&wave.salt, Purpose::Answer, secret)).await?)
}

/// Keeps what was answered so far, or ends it.
///
/// # Errors
/// The wave is not open any more: nothing is kept.
pub async fn keep(
    caller: &Caller,
    door: &Door,
    protocol: &Protocol,
    secret: &str,
    mut replies: Replies,
    complete: bool,
) -> Result<Kept, Refusal> {
    prune(protocol, &mut replies);
    let key = key(&door.wave.salt, Purpose::Answer, secret);
    let row = row(caller, door, key, replies, complete);
    let tx = caller.begin_public().await?;
    still_open(&tx, door.wave.id).await?;
    let written = answers::put(&tx, &row).await?;
    tx.keep_house("an answer is nobody's act: its hour would say whose it is").await?;
    Ok(match (written, complete) {
        (false, _) => Kept::Again,
        (true, true) => Kept::Complete,
        (true, false) => Kept::UnderWay,
    })
}

pub(super) fn row(caller: &Caller, door: &Door, key: String, replies: Replies, complete: bool) -> AnswerRow {
    AnswerRow {
        id: random_id(&*caller.chance),
        wave: door.wave.id,
        population: door.population.clone(),
        mode: door.mode,
        place: door.place.clone(),
        week: week(caller.today()),
        complete,
        respondent: None,
        stratum: door.stratum.clone(),
        base_weight: None,
        replies,
        key,
    }
}

/// Reads the wave again inside the transaction: it may have closed while someone was answering.
pub(super) async fn still_open(tx: &Tx, wave: Id<Wave>) -> Result<(), Refusal> {
    let wave = waves::by_id(tx, wave).await?.ok_or(Refusal::NotFound)?;
    if wave.state == WaveState::Open { Ok(()) } else { Err(closed()) }
}

/// Nobody answers any more, or not yet.
pub fn closed() -> Refusal {
    Refusal::rule("wave-closed", |l| Texts::new(l).answer_closed_why().into())
}

/// What a personal link gives the right to.
#[derive(Debug, Clone, PartialEq)]
pub enum Invited {
    /// To answer, or to go on.
    May(Box<Door>),
    /// She has answered: once is enough.
    Already,
    /// The link was replaced by a later one, or is not whole.
    Unknown,
}

/// Reads the two secrets of a link. The mark says whether she has answered; the pass gives the right to; they are never
/// written side by side.
///
/// # Errors
/// The database does not answer.
pub async fn invited(caller: &Caller, wave: &Wave, invite: &Invite) -> Result<Invited, Refusal> {
    let Some(invitation) = marked(caller, wave, invite).await? else { return Ok(Invited::Unknown) };
    if invitation.answered || marks::holds(&caller.policy, wave.id, invitation.id) {
        return Ok(Invited::Already);
    }
    let hash = key(&wave.salt, Purpose::Pass, &invite.pass);
    let Some(pass) = invitations::pass(&caller.db, wave.id, &hash).await? else {
        let answer = held(caller, wave, &invite.pass).await?;
        return Ok(if answer.is_some_and(|answer| answer.complete) { Invited::Already } else { Invited::Unknown });
    };
    Ok(Invited::May(Box::new(Door {
        wave: wave.clone(),
        population: pass.population,
        mode: Mode::Invited,
        place: None,
        service: None,
        stratum: pass.stratum,
    })))
}

async fn marked(caller: &Caller, wave: &Wave, invite: &Invite) -> Result<Option<Invitation>, Refusal> {
    let secret = key(&wave.salt, Purpose::Mark, &invite.mark);
    Ok(invitations::by_secret(&caller.db, wave.id, &secret).await?)
}

/// Ends the answer of someone invited: the answer is written and the pass used up; that she answered is kept in memory,
/// and written later with others.
///
/// # Errors
/// The wave is not open any more.
pub async fn keep_invited(
    caller: &Caller,
    door: &Door,
    protocol: &Protocol,
    invite: &Invite,
    mut replies: Replies,
    complete: bool,
) -> Result<Kept, Refusal> {
    if !complete {
        return keep(caller, door, protocol, &invite.pass, replies, false).await;
    }
    prune(protocol, &mut replies);
    let row = row(caller, door, key(&door.wave.salt, Purpose::Answer, &invite.pass), replies, true);
    let invitation = marked(caller, &door.wave, invite).await?.ok_or(Refusal::NotFound)?;
    let tx = caller.begin_public().await?;
    still_open(&tx, door.wave.id).await?;
    let spent = invitations::spend(&tx, &key(&door.wave.salt, Purpose::Pass, &invite.pass)).await?;
    if !spent || !answers::put(&tx, &row).await? {
        return Ok(Kept::Again);
    }
    tx.keep_house("an answer is nobody's act: its hour would say whose it is").await?;
    marks::note(caller, door.wave.id, invitation.id).await?;
    Ok(Kept::Complete)
}

/// Where the answers of an interviewer or a sheet go.
pub(crate) fn door(wave: &Wave, population: &str, mode: Mode, place: Option<String>) -> Door {
    Door { wave: wave.clone(), population: population.to_owned(), mode, place, service: None, stratum: None }
}

impl Door {
    /// The same, for someone of a stratum.
    pub(crate) fn of_stratum(self, stratum: Option<String>) -> Self {
        Self { stratum, ..self }
    }
}

/// Ends an answer whose key is already made: a sheet of paper.
pub(crate) async fn end(
    tx: &Tx,
    caller: &Caller,
    door: &Door,
    protocol: &Protocol,
    key: String,
    mut replies: Replies,
) -> Result<bool, Refusal> {
    prune(protocol, &mut replies);
    Ok(answers::put(tx, &row(caller, door, key, replies, true)).await?)
}

/// Why nothing more is taken.
pub(crate) fn refuse_unless_open(wave: &Wave) -> Result<(), Refusal> {
    if wave.state == WaveState::Open { Ok(()) } else { Err(closed()) }
}
