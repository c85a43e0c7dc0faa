//! Templates of démarches (*modèles de démarche*): what a démarche begins from, as data in `templates/`.

use std::sync::LazyLock;

use arpent_texts::Lang;
use jiff::Span;
use jiff::civil::Date;
use serde::Deserialize;

use super::initiative::{PhaseDates, ScopeQuestion, Step};

/// The files, in the order they are offered.
const FILES: [&str; 3] = [
    include_str!("../../../../templates/consultation.toml"),
    include_str!("../../../../templates/barometer.toml"),
    include_str!("../../../../templates/park.toml"),
];

static ALL: LazyLock<Vec<InitiativeTemplate>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| toml::from_str(file).ok()).collect());

/// What a démarche begins from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeTemplate {
    /// Its name in addresses.
    pub code: String,
    /// Where one goes on once the démarche is prepared, below its address; empty for its own form.
    pub continues: String,
    /// Its name.
    pub name: InBoth,
    /// What it is for.
    pub text: InBoth,
    /// What the form holds at first; everything can be changed.
    pub initiative: Prefilled,
    /// The scope sheet at first.
    pub scope: Vec<ScopeLine>,
    /// The phases at first.
    pub phases: Vec<Relative>,
    /// What it provides for, in the order in which one begins; modules say how far each has come.
    #[serde(default)]
    pub plan: Vec<Provided>,
}

/// Something that a template provides for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provided {
    /// What modules know it by.
    pub code: String,
    /// Its name.
    pub name: InBoth,
}

/// A sentence in the two languages of the pages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InBoth {
    fr: String,
    en: String,
}

impl InBoth {
    /// In the reader's language.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// Fields of the form, as they are typed; empty ones are for each authority to write.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields of `Initiative`, under the same names")]
pub struct Prefilled {
    pub title: String,
    pub title_en: String,
    pub purpose: String,
    pub purpose_en: String,
    pub promise_level: String,
    pub promise: String,
    pub who_decides: String,
    pub who_answers: String,
    pub answer_delay_days: i64,
}

/// A question of the scope sheet.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeLine {
    open: bool,
    question: String,
    reason: String,
}

/// A phase, in days from the day the démarche is prepared.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relative {
    step: String,
    title: String,
    text: String,
    starts: i32,
    lasts: i32,
}

impl InitiativeTemplate {
    /// All of them, in the order they are offered.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The one an address names.
    pub fn named(code: &str) -> Option<&'static Self> {
        ALL.iter().find(|template| template.code == code)
    }

    /// The scope sheet to begin with.
    pub fn questions(&self) -> Vec<ScopeQuestion> {
        let question = |one: &ScopeLine| ScopeQuestion {
            open: one.open,
            question: one.question.clone(),
            reason: one.reason.clone(),
        };
        self.scope.iter().map(question).collect()
    }

    /// The phases of a démarche prepared on a day; a phase lasts until the eve of its last day plus one.
    pub fn phases_from(&self, day: Date) -> Vec<PhaseDates> {
        let phase = |one: &Relative| {
            let after = |days: i32| day.checked_add(Span::new().days(days)).ok();
            Some(PhaseDates {
                step: Step::parse(&one.step)?,
                title: one.title.clone(),
                text: one.text.clone(),
                start: after(one.starts)?,
                end: after(one.starts + one.lasts - 1)?,
            })
        };
        self.phases.iter().filter_map(phase).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::PromiseLevel;

    #[test]
    fn every_file_is_a_template_whose_phases_follow_one_another() {
        assert_eq!(InitiativeTemplate::all().len(), FILES.len());
        for template in InitiativeTemplate::all() {
            let phases = template.phases_from(jiff::civil::date(2026, 11, 23));
            assert_eq!(phases.len(), template.phases.len(), "{}", template.code);
            assert!(phases.iter().all(|phase| phase.start <= phase.end), "{}", template.code);
            assert!(phases.windows(2).all(|pair| pair[0].end < pair[1].start), "{}", template.code);
            assert!(PromiseLevel::parse(&template.initiative.promise_level).is_some(), "{}", template.code);
            assert!(!template.questions().is_empty(), "{}", template.code);
        }
    }
}
