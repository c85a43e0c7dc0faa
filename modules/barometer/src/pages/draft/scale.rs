//! The levels of satisfaction, and the languages of the questionnaire.

use arpent_web::Field;

use super::part::{Group, LANGUAGES, Reading, boxes, language_name};
use crate::domain::lines;
use crate::domain::protocol::Protocol;
use crate::texts::Texts;

pub(super) fn groups(t: Texts, protocol: &Protocol) -> Vec<Group> {
    let (scale, languages) = (&protocol.scale, &protocol.languages);
    let unknown: Vec<_> = scale.does_not_know.iter().cloned().collect();
    let fields = vec![
        Field::text("levels", t.scale_levels(), lines::of_levels(&scale.levels, languages))
            .kind("textarea")
            .hint(t.scale_levels_hint())
            .required(),
        Field::text("satisfied_from", t.scale_satisfied(), scale.satisfied_from.to_string())
            .hint(t.scale_satisfied_hint())
            .required(),
        Field::text("does_not_know", t.scale_unknown(), lines::of_levels(&unknown, languages))
            .hint(t.scale_unknown_hint()),
    ];
    vec![Group { title: "", fields }]
}

pub(super) fn apply(protocol: &mut Protocol, read: &mut Reading<'_>) {
    let languages = protocol.languages.clone();
    let scale = &mut protocol.scale;
    scale.levels = read.list("levels", &scale.levels, lines::levels(read.sent.get("levels"), &languages));
    let unknown: Vec<_> = scale.does_not_know.iter().cloned().collect();
    let unknown = read.list("does_not_know", &unknown, lines::levels(read.sent.get("does_not_know"), &languages));
    scale.does_not_know = unknown.into_iter().next();
    scale.satisfied_from =
        read.whole("satisfied_from", scale.satisfied_from, (i64::from(i32::MIN), i64::from(i32::MAX)));
    if !scale.levels.iter().any(|level| level.value == scale.satisfied_from) {
        read.wrong("satisfied_from", Texts::scale_not_a_level);
    }
}

pub(super) fn languages(t: Texts, protocol: &Protocol) -> Vec<Group> {
    let choices = LANGUAGES.iter().map(|one| (one.code.to_owned(), language_name(t, one.code)));
    let field = boxes("languages", t.languages_label(), choices, &protocol.languages).hint(t.languages_hint());
    vec![Group { title: "", fields: vec![field.required()] }]
}

pub(super) fn apply_languages(protocol: &mut Protocol, read: &mut Reading<'_>) {
    let ticked = read.sent.every::<String>("languages");
    if !ticked.iter().any(|code| code == "fr") {
        read.wrong("languages", Texts::languages_french);
    }
    let known = LANGUAGES.iter().map(|one| one.code.to_owned());
    protocol.languages = known.filter(|code| ticked.contains(code)).collect();
}
