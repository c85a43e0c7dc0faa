//! Meetings: prepared, announced, moved, held or cancelled, and what is remembered of them.

use arpent_core::{Event, Id, Subject};
use arpent_store::search::Doc;
use arpent_store::{StoreError, Tx};
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, Refusal};

use super::initiatives::scope;
use super::options::{differs, visibility};
use super::sign_ups::{Told, promote, tell};
use crate::domain::initiative::{Initiative, InitiativeState};
use crate::domain::meetings::{Meeting, MeetingSheet, MeetingState, Minutes};
use crate::domain::problems::Problems;
use crate::domain::text::{BODY, REASON, optional, required};
use crate::jobs::forget_later;
use crate::permission::MEETING_RUN;
use crate::store::meetings::MeetingRow;
use crate::store::{initiatives, meetings, sign_ups};
use crate::texts::Texts;

/// Prepares a meeting of a démarche that is not closed.
///
/// # Errors
/// Not allowed, fields to correct, a closed démarche.
pub async fn prepare(caller: &Caller, of: Id<Initiative>, sheet: &MeetingSheet) -> Result<Id<Meeting>, Refusal> {
    let tx = caller.begin(MEETING_RUN, scope(of)).await?;
    let initiative = initiatives::by_id(&tx, of).await?.ok_or(Refusal::NotFound)?;
    if initiative.state == InitiativeState::Closed {
        return Err(Refusal::rule("closed", |l| Texts::new(l).meeting_initiative_closed().into()));
    }
    let meeting = Meeting {
        id: caller.id(),
        initiative: of,
        sheet: sheet.checked()?,
        state: MeetingState::Draft,
        reason: String::new(),
        created_at: caller.now(),
        changed_at: caller.now(),
        version: 1,
    };
    meetings::add(&tx, &meeting).await?;
    tx.commit(event("meeting.prepared", &meeting)).await?;
    Ok(meeting.id)
}

/// The meeting with what surrounds it, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Meeting>) -> Result<MeetingRow, Refusal> {
    meetings::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

/// Opens a write on a meeting, its line held so that seats are counted once.
pub(super) async fn open(caller: &Caller, id: Id<Meeting>) -> Result<(Tx, Meeting), Refusal> {
    let initiative = get(caller, id).await?.meeting.initiative;
    let tx = caller.begin(MEETING_RUN, scope(initiative)).await?;
    sign_ups::hold_line(&tx, id).await?;
    let meeting = meetings::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?.meeting;
    Ok((tx, meeting))
}

/// Changes a meeting to come. Those who signed up are told once when its time or its place changed; seats added go to
/// those who wait.
///
/// # Errors
/// Not allowed, held or cancelled, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Meeting>, version: i64, sheet: &MeetingSheet) -> Result<(), Refusal> {
    let (mut tx, stored) = open(caller, id).await?;
    if !matches!(stored.state, MeetingState::Draft | MeetingState::Announced) {
        return Err(Refusal::rule("meeting-over", |l| Texts::new(l).meeting_over().into()));
    }
    let sheet = sheet.checked()?;
    if !meetings::edit(&tx, id, version, &sheet).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored, &sheet))));
    }
    let moved = sheet.moves(&stored.sheet);
    let meeting = Meeting { sheet, version: version + 1, ..stored };
    if meeting.state == MeetingState::Announced {
        tx.enqueue(forget_later(caller, &meeting)).await?;
        if moved {
            tell(&tx, caller, &meeting, Told::Moved).await?;
        }
        promote(&mut tx, caller, &meeting).await?;
        index(&tx, &meeting).await?;
    }
    tx.commit(event("meeting.edited", &meeting).with("version", meeting.version)).await?;
    Ok(())
}

fn conflict(stored: &Meeting, typed: &MeetingSheet) -> Conflict {
    let s = &stored.sheet;
    let differences = [
        differs(Texts::field_title, &s.title, &typed.title),
        differs(Texts::meeting_agenda, &s.agenda, &typed.agenda),
        differs(Texts::meeting_place, &s.place, &typed.place),
        differs(Texts::meeting_start, &s.start.to_string(), &typed.start.to_string()),
        differs(Texts::meeting_end, &s.end.to_string(), &typed.end.to_string()),
        differs(Texts::meeting_seats, &s.seats.to_string(), &typed.seats.to_string()),
        differs(Texts::meeting_guest_seats, &s.guest_seats.to_string(), &typed.guest_seats.to_string()),
    ];
    Conflict { version: stored.version, differences: differences.into_iter().flatten().collect() }
}

/// Announces a meeting: everyone reads it, people may sign up.
///
/// # Errors
/// Not allowed, not a draft, a démarche that is not open, a time already past.
pub async fn announce(caller: &Caller, id: Id<Meeting>) -> Result<(), Refusal> {
    let (tx, meeting) = open(caller, id).await?;
    let initiative = initiatives::by_id(&tx, meeting.initiative).await?.ok_or(Refusal::NotFound)?;
    if initiative.state != InitiativeState::Open {
        return Err(Refusal::rule("initiative-not-open", |l| Texts::new(l).meeting_not_open().into()));
    }
    if meeting.sheet.end <= caller.now() {
        return Err(Refusal::rule("meeting-past", |l| Texts::new(l).meeting_past().into()));
    }
    turn(&tx, &meeting, (MeetingState::Draft, MeetingState::Announced), "").await?;
    tx.enqueue(forget_later(caller, &meeting)).await?;
    index(&tx, &meeting).await?;
    tx.commit(event("meeting.announced", &meeting)).await?;
    Ok(())
}

async fn index(tx: &Tx, meeting: &Meeting) -> Result<(), Refusal> {
    let sheet = &meeting.sheet;
    let doc = Doc {
        record: meeting.id.uuid(),
        kind: "meeting",
        initiative: Some(meeting.initiative.uuid()),
        visibility: visibility(tx, meeting.initiative).await?,
        title: &sheet.title,
        text: &format!("{} {}", sheet.place, sheet.agenda),
        href: &format!("/rencontres/{}", meeting.id),
    };
    tx.index(&doc).await?;
    Ok(())
}

/// Says that a meeting took place.
///
/// # Errors
/// Not allowed, not announced, not begun.
pub async fn hold(caller: &Caller, id: Id<Meeting>) -> Result<(), Refusal> {
    let (tx, meeting) = open(caller, id).await?;
    if caller.now() < meeting.sheet.start {
        return Err(Refusal::rule("meeting-not-begun", |l| Texts::new(l).meeting_not_begun().into()));
    }
    turn(&tx, &meeting, (MeetingState::Announced, MeetingState::Held), "").await?;
    tx.commit(event("meeting.held", &meeting)).await?;
    Ok(())
}

/// Cancels a meeting in one act, with a reason: each one who signed up and left an address is told once.
///
/// # Errors
/// Not allowed, no reason, held or already cancelled.
pub async fn cancel(caller: &Caller, id: Id<Meeting>, reason: &str) -> Result<(), Refusal> {
    let (tx, meeting) = open(caller, id).await?;
    let reason = required(reason, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if meeting.state == MeetingState::Draft {
        turn(&tx, &meeting, (MeetingState::Draft, MeetingState::Cancelled), &reason).await?;
    } else {
        turn(&tx, &meeting, (MeetingState::Announced, MeetingState::Cancelled), &reason).await?;
    }
    let cancelled = Meeting { reason, state: MeetingState::Cancelled, ..meeting };
    let told = tell(&tx, caller, &cancelled, Told::Cancelled).await?;
    tx.commit(event("meeting.cancelled", &cancelled).with("told", told)).await?;
    Ok(())
}

async fn turn(tx: &Tx, meeting: &Meeting, between: (MeetingState, MeetingState), reason: &str) -> Result<(), Refusal> {
    if meetings::become_state(tx, meeting.id, between, reason).await? {
        return Ok(());
    }
    Err(Refusal::rule("meeting-state", |l| Texts::new(l).meeting_state_refused().into()))
}

/// Publishes the minutes of a meeting, or corrects them: the version before stays readable.
///
/// # Errors
/// Not allowed, a meeting that has not begun or was cancelled, fields to correct, someone who published first.
pub async fn publish_minutes(
    caller: &Caller,
    id: Id<Meeting>,
    version: i64,
    text: &str,
    reason: &str,
) -> Result<(), Refusal> {
    let (tx, meeting) = open(caller, id).await?;
    if !meeting.has_begun(caller.now()) {
        return Err(Refusal::rule("meeting-not-begun", |l| Texts::new(l).meeting_not_begun().into()));
    }
    let before = meetings::minutes(&tx, id).await?.first().map_or(0, |minutes| minutes.version);
    if before != version {
        return Err(overtaken());
    }
    let mut p = Problems::default();
    let text = p.read(required(text, "text", BODY));
    let reason = p.read(if before == 0 { optional("", "reason", REASON) } else { required(reason, "reason", REASON) });
    p.done()?;
    let (role, at) = (tx.author.role.to_owned(), tx.author.at);
    let minutes = Minutes { version: before + 1, text, reason, role, at };
    meetings::add_minutes(&tx, id, &minutes).await.map_err(|error| match error {
        StoreError::Duplicate { .. } => overtaken(),
        other => other.into(),
    })?;
    tx.commit(event("meeting.minutes_published", &meeting).with("version", minutes.version)).await?;
    Ok(())
}

fn overtaken() -> Refusal {
    Refusal::rule("minutes-overtaken", |l| Texts::new(l).minutes_overtaken().into())
}

pub(super) fn subject(id: Id<Meeting>) -> Subject {
    Subject::new("meeting", id)
}

pub(super) fn event(kind: &'static str, meeting: &Meeting) -> Event {
    Event::new(kind, "meeting", meeting.id).within(meeting.initiative)
}
