//! What a voter may say of herself, beside her ballot.

use arpent_web::{Choice, Ctx, Field, Sent};

use super::words;
use crate::domain::groups::{Age, Said};
use crate::domain::pabulib::UNSAID;
use crate::domain::settings::Settings;
use crate::texts::Texts;

const AGE: &str = "said_age";
const ZONE: &str = "said_zone";

/// What was said.
pub(super) fn said(sent: &Sent) -> Said {
    Said { age: Age::parse(sent.get(AGE)), zone: Some(sent.text(ZONE)).filter(|zone| !zone.is_empty()) }
}

/// What is asked, nothing when the budget asks nothing.
pub(super) fn fields(ctx: &Ctx, settings: &Settings, said: &Said) -> Vec<Field> {
    let t = Texts::new(ctx.lang);
    let mut fields = Vec::new();
    if settings.ages {
        let held = said.age.map_or("", Age::code);
        let mut choices = vec![Choice::new("", t.said_nothing(), held)];
        choices.extend(Age::ALL.iter().map(|age| Choice::new(age.code(), words::word(t, "age", age.code()), held)));
        fields.push(Field::choices(AGE, t.field_said_age(), choices).kind("select"));
    }
    if !settings.zones.is_empty() {
        let held = said.zone.as_deref().unwrap_or("");
        let mut choices = vec![Choice::new("", t.said_nothing(), held)];
        choices.extend(settings.zones.iter().map(|zone| Choice::new(zone.clone(), zone.clone(), held)));
        fields.push(Field::choices(ZONE, t.field_said_zone(), choices).kind("select"));
    }
    fields
}

/// What is carried from screen to screen.
pub(super) fn carried(said: &Said) -> Vec<(&'static str, String)> {
    let age = said.age.map(|age| (AGE, age.code().to_owned()));
    age.into_iter().chain(said.zone.clone().map(|zone| (ZONE, zone))).collect()
}

/// In words; empty when nothing was said.
pub(super) fn in_words(t: Texts, said: &Said) -> String {
    let age = said.age.map(|age| words::word(t, "age", age.code()).to_owned());
    age.into_iter().chain(said.zone.clone()).collect::<Vec<_>>().join(" · ")
}

/// The name of a group.
pub(super) fn label(t: Texts, column: &str, label: &str) -> String {
    match (column, label) {
        (_, UNSAID) => t.group_unsaid().to_owned(),
        ("zone", zone) => zone.to_owned(),
        (column, code) => words::word(t, column, code).to_owned(),
    }
}
