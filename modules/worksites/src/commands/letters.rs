//! Letters to those who signed up and to guardians. Each one leaves once, whatever is run again.

use std::collections::{BTreeMap, BTreeSet};

use arpent_store::Tx;
use arpent_web::mail::Letter;
use arpent_web::{Caller, Lang, Refusal};

use crate::domain::volunteer::{SignUpState, Volunteer};
use crate::store::shifts::ShiftRow;
use crate::store::volunteers;
use crate::texts::Texts;
use crate::words;

/// What those who signed up are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Another time.
    Moved,
    /// A seat was free for her.
    Promoted,
    /// She has a seat, or waits for one.
    Receipt,
}

/// The language someone wrote from.
fn texts_of(volunteer: &Volunteer) -> Texts {
    Texts::new(Lang::parse(&volunteer.language).unwrap_or_default())
}

/// Writes to someone who left an address.
pub(super) async fn write_to(
    tx: &Tx,
    caller: &Caller,
    row: &ShiftRow,
    to: &Volunteer,
    what: Told,
) -> Result<(), Refusal> {
    let Some(email) = &to.email else { return Ok(()) };
    let (t, link) = (texts_of(to), caller.absolute(&words::seat_path(&to.code)));
    let (title, when, place) = (row.title.as_str(), words::when(t, &row.shift), row.place.as_str());
    let (about, subject, text) = match what {
        Told::Moved => (
            format!("moved-{}-{}", row.worksite_version, row.shift.version),
            t.mail_moved_subject(title),
            t.mail_moved_text(link, place, title, when),
        ),
        Told::Promoted => (
            "promoted".to_owned(),
            t.mail_promoted_subject(title),
            t.mail_promoted_text(&to.code, link, place, title, when),
        ),
        Told::Receipt if to.state == SignUpState::Waiting => {
            let text = t.mail_waiting_text(&to.code, link, place, title, when);
            ("taken".to_owned(), t.mail_waiting_subject(title), text)
        }
        Told::Receipt => {
            let text = t.mail_seat_text(&to.code, link, place, title, when);
            ("taken".to_owned(), t.mail_seat_subject(title), text)
        }
    };
    let letter = Letter { to: email.clone(), subject, text };
    tx.enqueue(letter.job(caller, Some(format!("worksite-{}-{about}", to.id)))).await?;
    Ok(())
}

/// Asks a guardian who has an address for her consent.
pub(super) async fn ask_guardian(tx: &Tx, caller: &Caller, row: &ShiftRow, child: &Volunteer) -> Result<(), Refusal> {
    let (Some(to), Some(code)) = (&child.guardian.email, &child.consent_code) else { return Ok(()) };
    let (t, link) = (texts_of(child), caller.absolute(&words::consent_path(code)));
    let when = words::when(t, &row.shift);
    let letter = Letter {
        to: to.clone(),
        subject: t.mail_guardian_subject(&child.name),
        text: t.mail_guardian_text(link, &child.name, &row.place, &row.title, when),
    };
    tx.enqueue(letter.job(caller, Some(format!("worksite-{}-guardian", child.id)))).await?;
    Ok(())
}

/// Tells everyone who still holds or awaits a seat; returns how many had left an address.
pub(super) async fn tell(tx: &Tx, caller: &Caller, row: &ShiftRow, what: Told) -> Result<usize, Refusal> {
    let everyone = volunteers::of_shift(tx, row.shift.id).await?;
    let mut told = 0;
    for to in everyone.iter().filter(|to| to.state != SignUpState::Cancelled && to.email.is_some()) {
        write_to(tx, caller, row, to, what).await?;
        told += 1;
    }
    Ok(told)
}

/// Tells each address once that these shifts will not take place, however many of them it was left for.
pub(super) async fn call_off(tx: &Tx, caller: &Caller, rows: &[ShiftRow], reason: &str) -> Result<usize, Refusal> {
    let mut told: BTreeMap<String, (Volunteer, BTreeSet<usize>)> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        for to in volunteers::of_shift(tx, row.shift.id).await? {
            let Some(email) = to.email.clone().filter(|_| to.state != SignUpState::Cancelled) else { continue };
            told.entry(email).or_insert_with(|| (to, BTreeSet::new())).1.insert(at);
        }
    }
    for (email, (to, at)) in &told {
        let t = texts_of(to);
        let lost: Vec<&ShiftRow> = at.iter().filter_map(|at| rows.get(*at)).collect();
        let when: Vec<String> = lost.iter().map(|row| words::when(t, &row.shift)).collect();
        let title = lost.first().map_or("", |row| row.title.as_str());
        let letter = Letter {
            to: email.clone(),
            subject: t.mail_off_subject(title),
            text: t.mail_off_text(reason, title, when.join("\n")),
        };
        tx.enqueue(letter.job(caller, Some(format!("worksite-{}-off", to.id)))).await?;
    }
    Ok(told.len())
}
