//! Decisions among options, with reasons, by someone who had the power that day; and the consultations before them.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_core::verdict::ThresholdVerdict;
use arpent_web::{FieldProblem, Refusal};
use jiff::{Timestamp, civil::Date};

use super::experiments::Experiment;
use super::initiative::Initiative;
use super::options::{MOST_EUROS, PolicyOption, amount};
use super::people::Organisation;
use super::problems::Problems;
use super::text::{REASON, SHORT, TITLE, optional, required};
use crate::codes;
use crate::texts::Texts;

codes! {
    /// What was asked of the body consulted (CGFP, L253-5 and following).
    ConsultationKind {
        /// *Information*: told.
        Information = "information",
        /// *Avis*: asked to vote.
        Opinion = "opinion",
        /// *Débat*: asked to discuss.
        Debate = "debate",
    }
}

codes! {
    /// What a body said when asked.
    Opinion {
        /// *Favorable*.
        Favourable = "favourable",
        /// *Défavorable*.
        Unfavourable = "unfavourable",
    }
}

codes! {
    /// Whether a decision is known to all.
    DecisionState {
        /// Being written.
        Draft = "draft",
        /// Known to all, and never changed.
        Published = "published",
    }
}

/// How an organisation voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The organisation.
    pub organisation: Id<Organisation>,
    /// Its name, when read back.
    pub name: String,
    /// Votes for.
    pub in_favour: i64,
    /// Votes against.
    pub against: i64,
    /// Abstentions.
    pub abstained: i64,
}

/// A consultation to record, or as recorded.
#[derive(Debug, Clone)]
pub struct ConsultationSheet {
    /// Information, opinion or debate.
    pub kind: ConsultationKind,
    /// Who was consulted.
    pub body: String,
    /// On what.
    pub subject: String,
    /// The day the documents were sent.
    pub sent: Date,
    /// The day they met.
    pub met: Date,
    /// What they said, when asked for an opinion.
    pub opinion: Option<Opinion>,
    /// Whether all said the same.
    pub unanimous: Option<bool>,
    /// Their words, never retouched.
    pub text: String,
    /// How each organisation voted.
    pub votes: Vec<Vote>,
}

impl ConsultationSheet {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self, today: Date) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let checked = Self {
            body: p.read(required(&self.body, "body", SHORT)),
            subject: p.read(required(&self.subject, "subject", REASON)),
            text: p.read(required(&self.text, "text", REASON)),
            ..self.clone()
        };
        p.require(self.sent <= self.met && self.met <= today, || {
            FieldProblem::new("met_day", "period", |l| Texts::new(l).loop_met_problem().into())
        });
        p.require((self.kind == ConsultationKind::Opinion) == self.opinion.is_some(), || {
            FieldProblem::new("opinion", "missing", |l| Texts::new(l).loop_opinion_problem().into())
        });
        p.require(self.votes.iter().all(|v| v.in_favour.min(v.against).min(v.abstained) >= 0), || {
            FieldProblem::new("votes", "out-of-range", |l| Texts::new(l).loop_votes_problem().into())
        });
        p.done()?;
        Ok(checked)
    }
}

/// A consultation as stored.
#[derive(Debug, Clone)]
pub struct Consultation {
    /// Its id.
    pub id: Id<Consultation>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// What was said.
    pub sheet: ConsultationSheet,
    /// As whom it was recorded.
    pub role: String,
}

/// Someone who does not agree, in her words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dissent {
    /// Who.
    pub person: Option<Id<Person>>,
    /// For which organisation.
    pub organisation: Option<Id<Organisation>>,
    /// Her words.
    pub text: String,
}

/// What a decision says.
#[derive(Debug, Clone)]
pub struct DecisionSheet {
    /// In one line.
    pub title: String,
    /// The question to be settled.
    pub question: String,
    /// The options examined.
    pub examined: Vec<Id<PolicyOption>>,
    /// Those chosen, among them; none when everything is set aside.
    pub chosen: Vec<Id<PolicyOption>>,
    /// What will be done.
    pub choice: String,
    /// Why.
    pub reasons: String,
    /// Why the choice departs from the verdict of an experiment.
    pub departs_from_verdict: String,
    /// The organisation that decides.
    pub organisation: Id<Organisation>,
    /// The legal base, with its article.
    pub legal_base: String,
    /// The cost in words.
    pub cost: String,
    /// The cost in whole euros, when it is known.
    pub cost_euros: Option<i64>,
    /// When it will be looked at again.
    pub review: Date,
    /// The consultations it rests on.
    pub consultations: Vec<Id<Consultation>>,
    /// The experiments it rests on; those that test an examined option join them whatever is chosen here.
    pub experiments: Vec<Id<Experiment>>,
    /// Those who do not agree.
    pub dissent: Vec<Dissent>,
}

impl DecisionSheet {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let words = |d: &Dissent| optional(&d.text, "dissent", REASON).map(|text| Dissent { text, ..d.clone() });
        let dissent: Result<Vec<Dissent>, FieldProblem> = self.dissent.iter().map(words).collect();
        let mut checked = Self {
            title: p.read(required(&self.title, "title", TITLE)),
            question: p.read(required(&self.question, "question", REASON)),
            choice: p.read(required(&self.choice, "choice", REASON)),
            reasons: p.read(required(&self.reasons, "reasons", REASON)),
            departs_from_verdict: p.read(optional(&self.departs_from_verdict, "departs_from_verdict", REASON)),
            legal_base: p.read(optional(&self.legal_base, "legal_base", REASON)),
            cost: p.read(optional(&self.cost, "cost", SHORT)),
            cost_euros: p.read(amount(self.cost_euros, "cost_euros", MOST_EUROS)),
            dissent: p.read(dissent),
            ..self.clone()
        };
        checked.dissent.retain(|d| !d.text.is_empty());
        p.require(!self.examined.is_empty(), || {
            FieldProblem::new("examined", "missing", |l| Texts::new(l).loop_examined_problem().into())
        });
        p.require(self.chosen.iter().all(|id| self.examined.contains(id)), || {
            FieldProblem::new("chosen", "not-examined", |l| Texts::new(l).loop_chosen_problem().into())
        });
        p.done()?;
        Ok(checked)
    }
}

/// Who took it, with the power of that day.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The person.
    pub person: Option<Id<Person>>,
    /// As whom.
    pub role: String,
    /// The day.
    pub on: Date,
    /// The instant of publication.
    pub at: Timestamp,
}

/// A decision as stored.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Its id.
    pub id: Id<Decision>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// The first version.
    pub root: Id<Decision>,
    /// 1, then one more at each correction.
    pub revision: i64,
    /// The version it corrects.
    pub replaces: Option<Id<Decision>>,
    /// Why it is corrected.
    pub correction: String,
    /// What it says.
    pub sheet: DecisionSheet,
    /// Draft or published.
    pub state: DecisionState,
    /// Who took it.
    pub taken: Option<Taken>,
    /// Grows at each change of the draft.
    pub version: i64,
}

/// Choosing an option whose trial was not conclusive or failed, or leaving one that was met, needs its reason said.
pub fn departs(verdict: ThresholdVerdict, tested_option_chosen: bool) -> bool {
    tested_option_chosen != (verdict == ThresholdVerdict::Met)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_a_verdict_needs_no_further_reason() {
        assert!(!departs(ThresholdVerdict::Met, true));
        assert!(!departs(ThresholdVerdict::NotMet, false));
    }

    #[test]
    fn keeping_an_inconclusive_trial_or_dropping_a_proven_one_is_departing() {
        assert!(departs(ThresholdVerdict::NotConclusive, true));
        assert!(departs(ThresholdVerdict::Met, false));
    }
}
