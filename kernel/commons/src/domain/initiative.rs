//! The démarche: a place with a promise, a scope, phases and an end.

use arpent_core::Id;
use jiff::{Timestamp, civil::Date};

use crate::codes;

/// Marker of a theme's id.
#[derive(Debug)]
pub struct Theme;

/// Marker of a phase's id.
#[derive(Debug)]
pub struct Phase;

codes! {
    /// How far the authority commits itself (*niveau de participation*).
    PromiseLevel {
        /// *Informer*.
        Inform = "inform",
        /// *Consulter*.
        Consult = "consult",
        /// *Concerter*.
        Concert = "concert",
        /// *Co-construire*.
        CoBuild = "co_build",
        /// *Codécider*.
        CoDecide = "co_decide",
    }
}

codes! {
    /// The seven steps of the loop.
    Step {
        /// *Écouter*.
        Hear = "hear",
        /// *Comprendre*.
        Understand = "understand",
        /// *Concevoir*.
        Design = "design",
        /// *Essayer*.
        Try = "try",
        /// *Décider*.
        Decide = "decide",
        /// *S'engager*.
        Commit = "commit",
        /// *Mesurer à nouveau*.
        Measure = "measure",
    }
}

codes! {
    /// Where a démarche is in its life.
    InitiativeState {
        /// Being prepared; only those who run it see it.
        Draft = "draft",
        /// Open.
        Open = "open",
        /// Closed: everything was answered.
        Closed = "closed",
    }
}

/// A démarche.
#[derive(Debug, Clone)]
pub struct Initiative {
    /// Its id.
    pub id: Id<Initiative>,
    /// Its name in addresses.
    pub slug: String,
    /// Title in French.
    pub title: String,
    /// Title in English; empty falls back to French.
    pub title_en: String,
    /// Purpose in two sentences.
    pub purpose: String,
    /// Purpose in English.
    pub purpose_en: String,
    /// Who carries it, in words.
    pub sponsor: String,
    /// How far the authority commits itself.
    pub promise_level: PromiseLevel,
    /// The promise in full.
    pub promise: String,
    /// Who decides, in words.
    pub who_decides: String,
    /// Who answers, in words.
    pub who_answers: String,
    /// Days promised between a contribution and its answer.
    pub answer_delay_days: i64,
    /// Where it is in its life.
    pub state: InitiativeState,
    /// Next date.
    pub next_day: Option<Date>,
    /// What happens then.
    pub next_text: String,
    /// Words of the end.
    pub closing_text: String,
    /// Opened at.
    pub opened_at: Option<Timestamp>,
    /// Closed at.
    pub closed_at: Option<Timestamp>,
    /// Grows at each change: who edits an older one is shown the difference.
    pub version: i64,
}

/// One question of the scope sheet.
#[derive(Debug, Clone)]
pub struct ScopeQuestion {
    /// Open to discussion.
    pub open: bool,
    /// The question.
    pub question: String,
    /// Why it is open, or not.
    pub reason: String,
}

/// One phase with its dates (both included).
#[derive(Debug, Clone)]
pub struct PhaseDates {
    /// Which step of the loop.
    pub step: Step,
    /// Its title here.
    pub title: String,
    /// What happens then.
    pub text: String,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

/// The phase a day falls in; between two phases, the one that comes.
pub fn phase_on(phases: &[PhaseDates], day: Date) -> Option<&PhaseDates> {
    phases.iter().find(|phase| day <= phase.end)
}

/// A name for addresses: lower-case letters, digits and dashes.
pub fn slug(title: &str) -> String {
    let folded = arpent_store::search::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(60).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_gives_an_address_without_accents() {
        assert_eq!(slug("À pied et à vélo vers l’école !"), "a-pied-et-a-velo-vers-l-ecole");
    }
}
