//! Codes and days in words, shared by the pages.

use arpent_commons::domain::contribution::AnswerStatus;
use arpent_texts::{Lang, date};
use jiff::civil::Date;

use crate::domain::promise::Promise;
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

/// A promise in words: how long is left, or how late it is.
pub(super) fn promise(lang: Lang, due: Date, promise: Promise) -> String {
    let (t, day) = (Texts::new(lang), date(lang, due));
    match promise {
        Promise::Kept => t.promise_kept().to_owned(),
        Promise::Late(days) => t.promise_late(day, days),
        Promise::Today => t.promise_today().to_owned(),
        Promise::In(days) => t.promise_in(day, days),
    }
}
