//! Addresses, days and codes in words, shared by pages and letters.

use arpent_core::clock::paris_date;
use arpent_texts::{date, decimal, time};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::shift::{Held, PartOfWeek, Shift};
use crate::domain::stock::Half;
use crate::domain::volunteer::{Band, SignUpState, Volunteer};
use crate::domain::worksite::WorksiteState;
use crate::texts::Texts;

/// The address of someone's seat.
pub(crate) fn seat_path(code: &str) -> String {
    format!("/volontaires/{code}")
}

/// The address of a guardian's form.
pub(crate) fn consent_path(code: &str) -> String {
    format!("/accords/{code}")
}

/// When a shift takes place: `samedi 5 décembre 2026, de 9 h à 12 h`.
pub(crate) fn when(t: Texts, shift: &Shift) -> String {
    hours(t, (shift.sheet.start, shift.sheet.end))
}

/// The same, of hours alone.
pub(crate) fn hours(t: Texts, (start, end): (Timestamp, Timestamp)) -> String {
    let lang = t.lang();
    t.shift_when(date(lang, paris_date(start)), time(lang, end), time(lang, start))
}

/// Half of a day.
pub(crate) fn half(t: Texts, (day, half): (Date, Half)) -> String {
    let day = date(t.lang(), day);
    match half {
        Half::Morning => t.half_morning(day),
        Half::Afternoon => t.half_afternoon(day),
    }
}

/// A weekday, or the week-end.
pub(crate) const fn part(t: Texts, part: PartOfWeek) -> &'static str {
    match part {
        PartOfWeek::Weekday => t.part_weekday(),
        PartOfWeek::Weekend => t.part_weekend(),
    }
}

/// Where a worksite is in its life.
pub(crate) const fn state(t: Texts, state: WorksiteState) -> &'static str {
    match state {
        WorksiteState::Draft => t.state_draft(),
        WorksiteState::Published => t.state_published(),
        WorksiteState::Cancelled => t.state_cancelled(),
    }
}

/// Her age.
pub(crate) const fn band(t: Texts, band: Band) -> &'static str {
    match band {
        Band::Adult => t.band_adult(),
        Band::Minor => t.band_minor(),
    }
}

/// What she has, and the meaning of its colour.
pub(crate) fn seat(t: Texts, volunteer: &Volunteer) -> (&'static str, &'static str) {
    match volunteer.state {
        SignUpState::Cancelled => (t.seat_given(), ""),
        SignUpState::Waiting => (t.seat_waiting(), "attention"),
        SignUpState::Confirmed if volunteer.awaits_consent() => (t.seat_consent(), "attention"),
        SignUpState::Confirmed => (t.seat_confirmed(), "success"),
    }
}

/// Seats left, in words.
pub(crate) fn seats(t: Texts, shift: &Shift, held: Held) -> String {
    match shift.free(held) {
        0 => t.seats_full(shift.sheet.capacity, held.waiting),
        free => t.seats_free(free, shift.sheet.capacity),
    }
}

/// What minors need, in words.
pub(crate) fn minors(t: Texts, shift: &Shift, held: Held) -> String {
    match shift.sheet.minors_per_adult {
        0 => t.minors_none().to_owned(),
        ratio if shift.free(held) == 0 => t.minors_ratio(ratio),
        ratio => t.minors_rule(shift.minors_left(held).min(shift.free(held)), ratio),
    }
}

/// `1 700 m²`: as many decimals as were typed, two at most.
pub(crate) fn quantity(t: Texts, value: f64, unit: &str) -> String {
    let digits = (0..2).find(|digits| is_whole(value * 10_f64.powi(*digits))).unwrap_or(2);
    format!("{} {unit}", decimal(t.lang(), value, u8::try_from(digits).unwrap_or(2)))
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-9
}
