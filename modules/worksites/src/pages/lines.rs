//! A shift in a list.

use arpent_texts::Lang;
use arpent_web::Ctx;

use super::place::{href, shift_href};
use crate::domain::shift::ShiftState;
use crate::domain::worksite::WorksiteState;
use crate::store::shifts::ShiftRow;
use crate::texts::Texts;
use crate::words;

/// A shift as lists show it.
#[derive(Debug)]
pub(crate) struct Line {
    /// The page of its worksite.
    pub(crate) href: String,
    /// The title of its worksite.
    pub(crate) title: String,
    /// Day and hours.
    pub(crate) when: String,
    /// A weekday or the week-end.
    pub(crate) part: &'static str,
    /// Where.
    pub(crate) place: String,
    /// Its state, when there is something to say of it.
    pub(crate) state: Option<&'static str>,
    /// Why it was called off; empty otherwise.
    pub(crate) reason: String,
    /// Seats left, while one may sign up.
    pub(crate) seats: Option<String>,
    /// What minors need, while one may sign up.
    pub(crate) minors: Option<String>,
    /// Where one signs up.
    pub(crate) sign_up: Option<String>,
    /// Who signed up, once over.
    pub(crate) signed: Option<String>,
    /// Who came, once told.
    pub(crate) came: Option<String>,
    /// How much was done.
    pub(crate) done: Option<String>,
    /// In words.
    pub(crate) told: String,
    /// Its démarche, address and title, where it is not the page's own.
    pub(crate) of: Option<(String, String)>,
}

impl Line {
    /// A shift as everyone reads it.
    pub(crate) fn new(ctx: &Ctx, row: &ShiftRow) -> Self {
        let (t, accepts) = (Texts::new(ctx.lang), row.accepts(ctx.now()));
        let off = row.shift.state == ShiftState::Cancelled || row.worksite_state == WorksiteState::Cancelled;
        let over = row.shift.is_past(ctx.now()) && row.shift.state == ShiftState::Planned;
        let told = row.debrief.as_ref();
        Self {
            href: href(row.shift.worksite, ""),
            title: row.title.clone(),
            when: words::when(t, &row.shift),
            part: words::part(t, row.shift.sheet.part_of_week()),
            place: row.place.clone(),
            state: (off && !over).then(|| t.shift_cancelled()),
            reason: row.shift.reason.clone(),
            seats: accepts.then(|| words::seats(t, &row.shift, row.held)),
            minors: accepts.then(|| words::minors(t, &row.shift, row.held)),
            sign_up: accepts.then(|| shift_href(row.shift.id, "inscription")),
            signed: over.then(|| t.shift_signed(row.held.taken() + row.held.waiting)),
            came: told.map(|told| t.shift_came(told.came())),
            done: told.map(|told| words::quantity(t, told.quantity, &told.unit)),
            told: told.map(|told| told.done.clone()).unwrap_or_default(),
            of: None,
        }
    }

    /// The same, with its démarche.
    pub(crate) fn within(ctx: &Ctx, row: &ShiftRow) -> Self {
        let english = ctx.lang == Lang::En && !row.of_en.is_empty();
        let title = if english { row.of_en.clone() } else { row.of.clone() };
        Self { of: Some((format!("/demarches/{}", row.slug), title)), ..Self::new(ctx, row) }
    }
}
