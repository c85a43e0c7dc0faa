//! Codes and days in words, shared by the pages.

use arpent_commons::domain::contribution::AnswerStatus;
use arpent_commons::words as common;
use arpent_core::clock::paris_date;
use arpent_texts::{Lang, date_short};
use arpent_web::Choice;
use jiff::civil::Date;

use crate::domain::charter::Version;
use crate::domain::report::SupportKind;
use crate::domain::sub::SignatoryKind;
use crate::store::supports::Request;
use crate::texts::Texts;

/// The meaning a colour carries for an answer.
pub(super) const fn meaning(status: Option<AnswerStatus>) -> &'static str {
    match status {
        Some(AnswerStatus::Retained | AnswerStatus::PartlyRetained) => "success",
        Some(AnswerStatus::SetAside) => "attention",
        Some(AnswerStatus::UnderStudy) => "info",
        Some(AnswerStatus::OutOfScope) | None => "",
    }
}

/// An answer in a word, or that it is waited for.
pub(super) fn status(t: Texts, status: Option<AnswerStatus>) -> &'static str {
    let c = arpent_commons::texts::Texts::new(t.lang());
    status.map_or_else(|| t.suggestion_waits(), |status| common::answer_status(c, status))
}

/// "Du 1er janvier 2025 au 31 décembre 2029".
fn period(lang: Lang, (from, to): (Date, Date)) -> String {
    Texts::new(lang).period(date_short(lang, from), date_short(lang, to))
}

/// A version in a line: its number, its period or that it is being written.
pub(crate) fn version(t: Texts, version: &Version) -> String {
    match version.period {
        Some(days) => t.version_of(version.number, period(t.lang(), days)),
        None => t.version_draft(version.number),
    }
}

/// Whom a sub-charter is for.
pub(super) fn kind(t: Texts, kind: SignatoryKind) -> &'static str {
    t.say(&format!("kind-{}", kind.code())).unwrap_or("")
}

/// What kind of support it is.
pub(super) fn support(t: Texts, kind: SupportKind) -> &'static str {
    t.say(&format!("support-{}", kind.code())).unwrap_or("")
}

/// Something a signatory received, with its day: "Formation : Tailler une haie, le 3 mai 2026".
pub(super) fn received(t: Texts, one: &Request) -> String {
    let day = one.done_at.map(|at| date_short(t.lang(), paris_date(at))).unwrap_or_default();
    t.support_received(day, support(t, one.kind), &one.title)
}

/// Kinds of signatories to choose from.
pub(super) fn kinds(t: Texts, current: &str) -> Vec<Choice> {
    SignatoryKind::ALL.iter().map(|one| Choice::new(one.code(), kind(t, *one), current)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_word_in_both_languages() {
        for lang in Lang::ALL {
            let t = Texts::new(lang);
            for one in SignatoryKind::ALL {
                assert!(!kind(t, *one).is_empty(), "{} in {lang}", one.code());
            }
            for one in SupportKind::ALL {
                assert!(!support(t, *one).is_empty(), "{} in {lang}", one.code());
            }
        }
    }
}
