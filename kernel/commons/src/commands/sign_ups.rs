//! Signing up for a meeting without an account, being invited to it, waiting, giving a seat back, coming.

use arpent_core::{Event, Id, chance};
use arpent_store::Tx;
use arpent_web::identity::Email;
use arpent_web::mail::Letter;
use arpent_web::{Caller, FieldProblem, Lang, Refusal};
use jiff::Timestamp;

use super::initiatives::scope;
use super::meetings::{event, get};
use crate::domain::meetings::{AROUND, MOST_SEATS, Meeting, SignUp, SignUpState, phone};
use crate::domain::people::Capacity;
use crate::domain::problems::Problems;
use crate::domain::text::{SHORT, required};
use crate::permission::{MEETING_RUN, MEETING_WELCOME};
use crate::store::meetings::MeetingRow;
use crate::store::{meetings, sign_ups};
use crate::texts::Texts;
use crate::words::{self, sign_up_path};

/// Longest key of a form.
const LONGEST_KEY: usize = 100;

/// Who wishes to come, as typed.
#[derive(Debug, Clone)]
pub struct NewSignUp {
    /// Her name as she gives it.
    pub name: String,
    /// Where to write to her; may be empty.
    pub email: String,
    /// Where to call her; may be empty.
    pub phone: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// The same key is the same seat: a form sent twice.
    pub submission: String,
}

/// What those who signed up are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Another time, another place.
    Moved,
    /// It will not take place.
    Cancelled,
}

/// Signs up: a seat while there are some, then a place in the waiting line. Two people who come at the same instant wait
/// for each other on the row of the meeting, so that the last seat is given once.
///
/// # Errors
/// A meeting that takes no one, fields to correct.
pub async fn take(caller: &Caller, id: Id<Meeting>, new: &NewSignUp) -> Result<SignUp, Refusal> {
    get(caller, id).await?;
    let contact = read(new)?;
    let tx = caller.begin_public().await?;
    let (position, row) = match next_in_line(&tx, caller, id, new).await? {
        Next::Again(sent) => return Ok(*sent),
        Next::At(position, row) => (position, *row),
    };
    let state = row.meeting.next(row.taken);
    let taken = SignUp { position, state, person: caller.actor.person, ..fresh(caller, id, contact, new.capacity) };
    sign_ups::add(&tx, &taken, &new.submission).await?;
    write_to(&tx, caller, &taken, "taken", |t, link| receipt(t, &row, &taken, link)).await?;
    let event = Event::new("sign_up.taken", "sign_up", taken.id).within(row.meeting.initiative);
    tx.commit(event.with("state", taken.state.code()).with("capacity", taken.capacity.code())).await?;
    Ok(taken)
}

/// Invites someone by name to one of the seats kept for guests: she is told, if she left an address.
///
/// # Errors
/// Not allowed, a meeting that takes no one, no seat kept any more, fields to correct.
pub async fn invite(caller: &Caller, id: Id<Meeting>, new: &NewSignUp) -> Result<SignUp, Refusal> {
    let initiative = get(caller, id).await?.meeting.initiative;
    let tx = caller.begin(MEETING_RUN, scope(initiative)).await?;
    let contact = read(new)?;
    let (position, row) = match next_in_line(&tx, caller, id, new).await? {
        Next::Again(sent) => return Ok(*sent),
        Next::At(position, row) => (position, *row),
    };
    if row.meeting.free_for_guests(row.taken) == Some(0) {
        let kept = row.meeting.sheet.guest_seats;
        return Err(Refusal::rule("guest-seats", move |l| Texts::new(l).guest_seats_taken(kept)));
    }
    let seat = SignUp { position, invited: true, ..fresh(caller, id, contact, new.capacity) };
    sign_ups::add(&tx, &seat, &new.submission).await?;
    write_to(&tx, caller, &seat, "invited", |t, link| {
        let (title, when, place) = said(t, &row.meeting);
        (t.mail_invited_subject(&title), t.mail_invited_text(&seat.code, link, place, title, when))
    })
    .await?;
    let event = Event::new("sign_up.invited", "sign_up", seat.id).within(initiative);
    tx.commit(event.with("capacity", seat.capacity.code())).await?;
    Ok(seat)
}

/// A place in the line of a meeting that takes people, or what the same form already gave.
enum Next {
    Again(Box<SignUp>),
    At(i64, Box<MeetingRow>),
}

async fn next_in_line(tx: &Tx, caller: &Caller, id: Id<Meeting>, new: &NewSignUp) -> Result<Next, Refusal> {
    let position = sign_ups::next_position(tx, id).await?;
    if let Some(sent) = sign_ups::sent(tx, &new.submission).await? {
        return Ok(Next::Again(Box::new(sent)));
    }
    let row = meetings::by_id(tx, id).await?.ok_or(Refusal::NotFound)?;
    if row.meeting.accepts(caller.now()) { Ok(Next::At(position, Box::new(row))) } else { Err(closed()) }
}

fn fresh(caller: &Caller, meeting: Id<Meeting>, (name, email, phone): Contact, capacity: Capacity) -> SignUp {
    SignUp {
        id: caller.id(),
        meeting,
        position: 0,
        name,
        email: email.map(|email| email.as_str().to_owned()),
        phone,
        capacity,
        person: None,
        code: chance::short_code(&*caller.chance),
        language: caller.lang.code().to_owned(),
        state: SignUpState::Confirmed,
        invited: false,
        present_at: None,
        created_at: caller.now(),
    }
}

/// Name, address and number, as read.
type Contact = (String, Option<Email>, Option<String>);

fn read(new: &NewSignUp) -> Result<Contact, Refusal> {
    let mut p = Problems::default();
    let name = p.read(required(&new.name, "name", SHORT));
    let email = p.read(Email::parse_optional(&new.email, "email"));
    let phone = p.read(phone(&new.phone, "phone"));
    let key = new.submission.trim();
    p.require(!key.is_empty() && key.len() <= LONGEST_KEY, || {
        FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
    });
    p.done()?;
    Ok((name, email, phone))
}

fn closed() -> Refusal {
    Refusal::rule("meeting-closed", |l| Texts::new(l).sign_up_closed().into())
}

fn receipt(t: Texts, row: &MeetingRow, taken: &SignUp, link: String) -> (String, String) {
    let (title, when, place) = said(t, &row.meeting);
    if taken.state == SignUpState::Waiting {
        let before = row.taken.waiting;
        return (t.mail_waiting_subject(&title), t.mail_waiting_text(before, &taken.code, link, place, title, when));
    }
    (t.mail_seat_subject(&title), t.mail_seat_text(&taken.code, link, place, title, when))
}

fn said(t: Texts, meeting: &Meeting) -> (String, String, String) {
    (meeting.sheet.title.clone(), words::when(t, meeting), meeting.sheet.place.clone())
}

/// Writes to someone who left an address, in the language she wrote from, once for each `about`.
async fn write_to(
    tx: &Tx,
    caller: &Caller,
    to: &SignUp,
    about: &str,
    words: impl FnOnce(Texts, String) -> (String, String),
) -> Result<(), Refusal> {
    let Some(email) = &to.email else { return Ok(()) };
    let t = Texts::new(Lang::parse(&to.language).unwrap_or_default());
    let (subject, text) = words(t, caller.absolute(&sign_up_path(&to.code)));
    let letter = Letter { to: email.clone(), subject, text };
    tx.enqueue(letter.job(caller, Some(format!("sign-up-{}-{about}", to.id)))).await?;
    Ok(())
}

/// Tells everyone who still holds or awaits a seat; returns how many had left an address.
pub(super) async fn tell(tx: &Tx, caller: &Caller, meeting: &Meeting, what: Told) -> Result<usize, Refusal> {
    let everyone = sign_ups::of_meeting(tx, meeting.id).await?;
    let mut told = 0;
    for to in everyone.iter().filter(|to| to.state != SignUpState::Cancelled && to.email.is_some()) {
        let about = match what {
            Told::Moved => format!("moved-{}", meeting.version),
            Told::Cancelled => "called-off".to_owned(),
        };
        write_to(tx, caller, to, &about, |t, link| news(t, meeting, what, link)).await?;
        told += 1;
    }
    Ok(told)
}

fn news(t: Texts, meeting: &Meeting, what: Told, link: String) -> (String, String) {
    let (title, when, place) = said(t, meeting);
    match what {
        Told::Moved => (t.mail_moved_subject(&title), t.mail_moved_text(link, place, title, when)),
        Told::Cancelled => (t.mail_called_off_subject(&title), t.mail_called_off_text(&meeting.reason, title, when)),
    }
}

/// Gives free seats to those who wait, in the order they came, and tells each.
pub(super) async fn promote(tx: &mut Tx, caller: &Caller, meeting: &Meeting) -> Result<(), Refusal> {
    let taken = meetings::by_id(tx, meeting.id).await?.map(|row| row.taken).unwrap_or_default();
    let free = meeting.free(taken).unwrap_or(MOST_SEATS);
    for _ in 0..free {
        let Some(first) = sign_ups::first_waiting(tx, meeting.id).await? else { break };
        sign_ups::become_state(tx, first.id, (SignUpState::Waiting, SignUpState::Confirmed)).await?;
        write_to(tx, caller, &first, "promoted", |t, link| {
            let (title, when, place) = said(t, meeting);
            (t.mail_promoted_subject(&title), t.mail_promoted_text(&first.code, link, place, title, when))
        })
        .await?;
        tx.note(Event::new("sign_up.promoted", "sign_up", first.id).within(meeting.initiative));
    }
    Ok(())
}

/// Gives a seat back; the first who waits gets it. Whoever holds the code may: it is the only proof she has.
///
/// # Errors
/// No such code, already given back, a meeting that is over or cancelled.
pub async fn give_back(caller: &Caller, code: &str) -> Result<(), Refusal> {
    let found = by_code(caller, code).await?;
    let mut tx = caller.begin_public().await?;
    sign_ups::hold_line(&tx, found.meeting).await?;
    let meeting = meetings::by_id(&tx, found.meeting).await?.ok_or(Refusal::NotFound)?.meeting;
    if !meeting.accepts(caller.now()) {
        return Err(closed());
    }
    let held = sign_ups::by_id(&tx, found.id).await?.ok_or(Refusal::NotFound)?.state;
    if held == SignUpState::Cancelled {
        return Err(Refusal::rule("given-back", |l| Texts::new(l).sign_up_given_back().into()));
    }
    sign_ups::become_state(&tx, found.id, (held, SignUpState::Cancelled)).await?;
    promote(&mut tx, caller, &meeting).await?;
    tx.commit(Event::new("sign_up.cancelled", "sign_up", found.id).within(meeting.initiative)).await?;
    Ok(())
}

/// Whose code it is, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn by_code(caller: &Caller, code: &str) -> Result<SignUp, Refusal> {
    sign_ups::by_code(&caller.db, code).await?.ok_or(Refusal::NotFound)
}

/// Forgets the name, the address and the number left with a seat (RGPD, article 17); the seat stays, held by its code.
///
/// # Errors
/// No such code.
pub async fn forget(caller: &Caller, code: &str) -> Result<(), Refusal> {
    let found = by_code(caller, code).await?;
    let initiative = get(caller, found.meeting).await?.meeting.initiative;
    let tx = caller.begin_public().await?;
    sign_ups::forget(&tx, found.id).await?;
    if let Some(email) = &found.email {
        arpent_store::jobs::forget_letters(&tx, email).await?;
    }
    tx.commit(Event::new("sign_up.forgotten", "sign_up", found.id).within(initiative)).await?;
    Ok(())
}

/// Notes that someone came, or takes it back.
///
/// # Errors
/// Not allowed, no such code, a seat given back.
pub async fn welcome(caller: &Caller, code: &str, present: bool) -> Result<SignUp, Refusal> {
    let found = by_code(caller, code).await?;
    let initiative = get(caller, found.meeting).await?.meeting.initiative;
    let tx = caller.begin(MEETING_WELCOME, scope(initiative)).await?;
    let at = present.then(|| found.present_at.unwrap_or_else(|| caller.now()));
    if !sign_ups::set_present(&tx, found.id, at).await? {
        return Err(Refusal::rule("given-back", |l| Texts::new(l).sign_up_came_anyway().into()));
    }
    let event = Event::new("sign_up.presence", "sign_up", found.id).within(initiative);
    tx.commit(event.with("present", present)).await?;
    Ok(found)
}

/// A coming noted on a device, sent when the network was back.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The code shown at the door, as the device read it.
    pub code: String,
    /// She came; otherwise it is taken back.
    pub present: bool,
    /// When it was noted there.
    pub at: Timestamp,
}

/// Why an arrival is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// No seat of this meeting has this code.
    Unknown,
    /// The seat had been given back: she is counted with those who did not sign up.
    GivenBack,
}

/// Notes comings a device kept while there was no network; sent twice, they count once and the first hour stands.
/// Returns, in the same order, whether each was kept.
///
/// # Errors
/// Not allowed.
pub async fn welcome_all(
    caller: &Caller,
    id: Id<Meeting>,
    arrivals: &[Arrival],
) -> Result<Vec<Result<(), NotKept>>, Refusal> {
    let meeting = get(caller, id).await?.meeting;
    let mut tx = caller.begin(MEETING_WELCOME, scope(meeting.initiative)).await?;
    let mut fates = Vec::with_capacity(arrivals.len());
    for arrival in arrivals {
        fates.push(arrive(&mut tx, caller, &meeting, arrival).await?);
    }
    let kept = fates.iter().filter(|fate| fate.is_ok()).count();
    if kept > 0 {
        tx.commit(event("meeting.arrivals_noted", &meeting).with("arrivals", kept)).await?;
    }
    Ok(fates)
}

async fn arrive(
    tx: &mut Tx,
    caller: &Caller,
    meeting: &Meeting,
    one: &Arrival,
) -> Result<Result<(), NotKept>, Refusal> {
    let code = chance::read_short_code(&one.code);
    let found = match &code {
        Some(code) => sign_ups::by_code(tx, code).await?,
        None => None,
    };
    let Some(seat) = found.filter(|seat| seat.meeting == meeting.id) else { return Ok(Err(NotKept::Unknown)) };
    // The clock of a device may be wrong: nobody came after now, nor on another day.
    let earliest = meeting.sheet.start.saturating_sub(AROUND).unwrap_or(meeting.sheet.start);
    let at = one.at.max(earliest).min(caller.now());
    let present = one.present.then(|| seat.present_at.unwrap_or(at));
    if !sign_ups::set_present(tx, seat.id, present).await? {
        return Ok(Err(NotKept::GivenBack));
    }
    let event = Event::new("sign_up.presence", "sign_up", seat.id).within(meeting.initiative);
    tx.note(event.with("present", one.present));
    Ok(Ok(()))
}

/// Counts those who came without signing up, by capacity; the latest count stands.
///
/// # Errors
/// Not allowed, a number that cannot be.
pub async fn count_walk_ins(caller: &Caller, id: Id<Meeting>, counts: &[(Capacity, i64)]) -> Result<(), Refusal> {
    let meeting = get(caller, id).await?.meeting;
    let tx = caller.begin(MEETING_WELCOME, scope(meeting.initiative)).await?;
    let mut p = Problems::default();
    for (capacity, n) in counts {
        p.require((0..=MOST_SEATS).contains(n), || {
            FieldProblem::new(capacity.code(), "range", |l| Texts::new(l).meeting_seats_problem(MOST_SEATS))
        });
    }
    p.done()?;
    for (capacity, n) in counts {
        sign_ups::set_walk_in(&tx, id, *capacity, *n).await?;
    }
    let total: i64 = counts.iter().map(|(_, n)| n).sum();
    tx.commit(event("meeting.walk_ins_counted", &meeting).with("walk_ins", total)).await?;
    Ok(())
}
