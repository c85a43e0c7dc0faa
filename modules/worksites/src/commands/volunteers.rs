//! Signing up for a shift without an account, waiting, giving a seat back, being forgotten, coming.

use arpent_commons::domain::meetings::phone;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{SHORT, required};
use arpent_core::{Event, Id, chance};
use arpent_store::Tx;
use arpent_web::identity::Email;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::letters::{Told, ask_guardian, write_to};
use super::{LONGEST_KEY, get_shift, held, too_old, welcoming};
use crate::domain::shift::{Held, Shift, ShiftState};
use crate::domain::volunteer::{Band, Guardian, SignUpState, Volunteer};
use crate::store::shifts::{self, ShiftRow};
use crate::store::volunteers;
use crate::texts::Texts;

/// Who wishes to come, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewVolunteer {
    /// Her name as she gives it.
    pub name: String,
    /// Where to write to her; may be empty.
    pub email: String,
    /// Where to call her; may be empty.
    pub phone: String,
    /// Her age; `None` when she did not say.
    pub band: Option<Band>,
    /// Where to write to the guardian of a minor; may be empty.
    pub guardian_email: String,
    /// The same key is the same seat: a form sent twice.
    pub submission: String,
}

/// Signs up: a seat while there are some and adults enough, then a place in the waiting line. Two people who come at the
/// same instant wait for each other on the row of the shift, so that the last seat is given once.
///
/// # Errors
/// A shift that takes no one, no minor, or no minor more with the adults who come; fields to correct.
pub async fn take(caller: &Caller, id: Id<Shift>, new: &NewVolunteer) -> Result<Volunteer, Refusal> {
    get_shift(caller, id).await?;
    let read = read(caller, id, new)?;
    let mut tx = caller.begin_public().await?;
    let position = shifts::next_position(&tx, id).await?;
    if let Some(sent) = volunteers::sent(&tx, &new.submission).await? {
        return Ok(sent);
    }
    let row = shifts::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if !row.accepts(caller.now()) {
        return Err(closed());
    }
    enough_adults(&row, read.band)?;
    let mut taken = Volunteer { position, ..read };
    volunteers::add(&tx, &taken, &new.submission).await?;
    if promote(&mut tx, caller, &row, Some(taken.id)).await? {
        taken.state = SignUpState::Confirmed;
    }
    write_to(&tx, caller, &row, &taken, Told::Receipt).await?;
    ask_guardian(&tx, caller, &row, &taken).await?;
    let event = seat_event("worksite.signed_up", &row, &taken);
    tx.commit(event.with("state", taken.state.code()).with("band", taken.band.code())).await?;
    Ok(taken)
}

fn read(caller: &Caller, shift: Id<Shift>, new: &NewVolunteer) -> Result<Volunteer, Refusal> {
    let mut p = Problems::default();
    let name = p.read(required(&new.name, "name", SHORT));
    let email = p.read(Email::parse_optional(&new.email, "email"));
    let phone = p.read(phone(&new.phone, "phone"));
    p.require(new.band.is_some(), || FieldProblem::new("band", "missing", |l| Texts::new(l).band_missing().into()));
    let band = new.band.unwrap_or(Band::Adult);
    let minor = band == Band::Minor;
    let guardian = p.read(if minor { Email::parse_optional(&new.guardian_email, "guardian_email") } else { Ok(None) });
    p.require((1..=LONGEST_KEY).contains(&new.submission.trim().len()), too_old);
    p.done()?;
    let owned = |email: Option<Email>| email.map(|email| email.as_str().to_owned());
    Ok(Volunteer {
        id: caller.id(),
        shift,
        position: 0,
        name,
        email: owned(email),
        phone,
        band,
        person: caller.actor.person,
        code: chance::short_code(&*caller.chance),
        language: caller.lang.code().to_owned(),
        state: SignUpState::Waiting,
        consent_code: minor.then(|| chance::short_code(&*caller.chance)),
        guardian: Guardian { email: owned(guardian), ..Guardian::default() },
        consent: None,
        called_at: None,
        present_at: None,
        created_at: caller.now(),
    })
}

fn closed() -> Refusal {
    Refusal::rule("shift-closed", |l| Texts::new(l).sign_up_closed().into())
}

/// While there are seats, a minor for whom an adult lacks is told so, rather than left to wait for nothing.
fn enough_adults(row: &ShiftRow, band: Band) -> Result<(), Refusal> {
    let (sheet, held) = (&row.shift.sheet, row.held);
    if band == Band::Adult {
        return Ok(());
    }
    let ratio = sheet.minors_per_adult;
    if ratio == 0 {
        return Err(Refusal::field("band", "no-minors", |l| Texts::new(l).no_minors().into()));
    }
    if row.shift.free(held) > 0 && row.shift.minors_left(held) == 0 {
        let (adults, minors) = (sheet.leaders + held.adults, held.minors);
        return Err(Refusal::field("band", "ratio", move |l| Texts::new(l).ratio_reached(adults, minors, ratio)));
    }
    Ok(())
}

/// Gives free seats to those who wait, in the order they came, and tells each but the one who is signing up; says
/// whether she got one. A minor for whom an adult lacks keeps her place, and is looked at again after each adult.
pub(super) async fn promote(
    tx: &mut Tx,
    caller: &Caller,
    row: &ShiftRow,
    newcomer: Option<Id<Volunteer>>,
) -> Result<bool, Refusal> {
    let mut line = volunteers::waiting(tx, row.shift.id).await?;
    let mut seats = shifts::by_id(tx, row.shift.id).await?.ok_or(Refusal::NotFound)?.held;
    let mut seated = false;
    while let Some(at) = line.iter().position(|one| row.shift.admits(one.band, seats)) {
        let mut first = line.remove(at);
        volunteers::become_state(tx, first.id, (SignUpState::Waiting, SignUpState::Confirmed)).await?;
        seats = seated_with(seats, first.band);
        if newcomer == Some(first.id) {
            seated = true;
            continue;
        }
        first.state = SignUpState::Confirmed;
        write_to(tx, caller, row, &first, Told::Promoted).await?;
        tx.note(seat_event("worksite.promoted", row, &first));
    }
    Ok(seated)
}

fn seated_with(seats: Held, band: Band) -> Held {
    let waiting = seats.waiting - 1;
    match band {
        Band::Adult => Held { adults: seats.adults + 1, waiting, ..seats },
        Band::Minor => Held { minors: seats.minors + 1, waiting, ..seats },
    }
}

fn seat_event(kind: &'static str, row: &ShiftRow, volunteer: &Volunteer) -> Event {
    Event::new(kind, "worksite_sign_up", volunteer.id).within(row.initiative)
}

/// Whose code it is, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn by_code(caller: &Caller, code: &str) -> Result<Volunteer, Refusal> {
    volunteers::by_code(&caller.db, code).await?.ok_or(Refusal::NotFound)
}

/// Gives a seat back; the first who waits gets it. Whoever holds the code may: it is the only proof she has.
///
/// # Errors
/// No such code, already given back, a shift that is over or called off.
pub async fn give_back(caller: &Caller, code: &str) -> Result<(), Refusal> {
    let found = by_code(caller, code).await?;
    let mut tx = caller.begin_public().await?;
    let row = held(&tx, found.shift).await?;
    if !row.accepts(caller.now()) {
        return Err(closed());
    }
    let state = volunteers::by_id(&tx, found.id).await?.ok_or(Refusal::NotFound)?.state;
    if state == SignUpState::Cancelled {
        return Err(Refusal::rule("given-back", |l| Texts::new(l).already_given_back().into()));
    }
    volunteers::become_state(&tx, found.id, (state, SignUpState::Cancelled)).await?;
    promote(&mut tx, caller, &row, None).await?;
    tx.commit(seat_event("worksite.gave_back", &row, &found)).await?;
    Ok(())
}

/// Forgets the names, addresses and numbers left with a seat (RGPD, article 17); the seat stays, held by its code.
///
/// # Errors
/// No such code.
pub async fn forget(caller: &Caller, code: &str) -> Result<(), Refusal> {
    let found = by_code(caller, code).await?;
    let row = get_shift(caller, found.shift).await?;
    let tx = caller.begin_public().await?;
    volunteers::forget(&tx, found.id).await?;
    for email in [&found.email, &found.guardian.email].into_iter().flatten() {
        arpent_store::jobs::forget_letters(&tx, email).await?;
    }
    tx.commit(seat_event("worksite.left", &row, &found)).await?;
    Ok(())
}

/// Notes that someone came, or takes it back. A minor does not begin before her guardian consented.
///
/// # Errors
/// Not allowed, no such code, a seat given back, a shift called off, a consent that lacks.
pub async fn welcome(caller: &Caller, code: &str, present: bool) -> Result<Volunteer, Refusal> {
    let found = by_code(caller, code).await?;
    let (tx, row) = welcoming(caller, found.shift).await?;
    if row.shift.state == ShiftState::Cancelled {
        return Err(Refusal::rule("shift-over", |l| Texts::new(l).shift_over().into()));
    }
    if present && found.awaits_consent() {
        return Err(Refusal::rule("no-consent", |l| Texts::new(l).consent_lacks().into()));
    }
    let at = present.then(|| found.present_at.unwrap_or_else(|| caller.now()));
    if !volunteers::set_present(&tx, found.id, at).await? {
        return Err(Refusal::rule("given-back", |l| Texts::new(l).came_anyway().into()));
    }
    tx.commit(seat_event("worksite.presence", &row, &found).with("present", present)).await?;
    Ok(found)
}

/// Notes that someone without an address was told by telephone that the shift is called off.
///
/// # Errors
/// Not allowed, no such code.
pub async fn called(caller: &Caller, code: &str) -> Result<Volunteer, Refusal> {
    let found = by_code(caller, code).await?;
    let (tx, row) = welcoming(caller, found.shift).await?;
    // Pressed twice, or by two people: it was said once, and that is enough.
    if volunteers::set_called(&tx, found.id).await? {
        tx.commit(seat_event("worksite.called", &row, &found)).await?;
    }
    Ok(found)
}
