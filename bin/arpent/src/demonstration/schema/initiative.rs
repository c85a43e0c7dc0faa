//! `initiatives/*.toml`, from the opening of a démarche to its options.

use serde::Deserialize;

use super::{
    Answer, Barometer, Budget, Charter, Commitment, Consultation, Decision, Experiment, Learning, Mapping, Measure,
    Meeting, Metric, Offset, OptionComment, Report,
};

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeFile {
    /// The démarche.
    pub initiative: Initiative,
    /// What is open, what is not.
    pub scope: ScopeSheet,
    /// Its seven phases.
    pub phase: Vec<Phase>,
    /// What was said.
    #[serde(default)]
    pub contribution: Vec<Contribution>,
    /// Its barometer.
    #[serde(default)]
    pub barometer: Option<Barometer>,
    /// Its participatory budget.
    pub budget: Option<Budget>,
    /// Its charter.
    #[serde(default)]
    pub charter: Option<Charter>,
    /// What its map shows.
    #[serde(default)]
    pub mapping: Option<Mapping>,
    /// What moderators decided.
    #[serde(default)]
    pub moderation: Vec<Moderation>,
    /// Themes.
    #[serde(default)]
    pub theme: Vec<Theme>,
    /// Doubles.
    #[serde(default)]
    pub merge: Vec<Merge>,
    /// Comments on contributions.
    #[serde(default)]
    pub comment: Vec<Comment>,
    /// Comments on options.
    #[serde(default)]
    pub option_comment: Vec<OptionComment>,
    /// Supports.
    #[serde(default)]
    pub support: Vec<Support>,
    /// Who prepares answers.
    #[serde(default)]
    pub assignment: Vec<Assignment>,
    /// Meetings.
    #[serde(default)]
    pub meeting: Vec<Meeting>,
    /// Metrics.
    #[serde(default)]
    pub metric: Vec<Metric>,
    /// Measures.
    #[serde(default)]
    pub measure: Vec<Measure>,
    /// Options.
    #[serde(default)]
    pub option: Vec<OptionSheet>,
    /// Experiments.
    #[serde(default)]
    pub experiment: Vec<Experiment>,
    /// Consultations of representatives.
    #[serde(default)]
    pub consultation: Vec<Consultation>,
    /// Decisions.
    #[serde(default)]
    pub decision: Vec<Decision>,
    /// Commitments.
    #[serde(default)]
    pub commitment: Vec<Commitment>,
    /// Reports on commitments.
    #[serde(default)]
    pub report: Vec<Report>,
    /// What was learnt.
    #[serde(default)]
    pub learning: Vec<Learning>,
    /// Answers.
    #[serde(default)]
    pub answer: Vec<Answer>,
}

/// `[initiative]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Key, which roles cite as their scope.
    pub key: String,
    /// Name in addresses.
    pub slug: String,
    /// Template it was started from.
    pub template: String,
    /// Title.
    pub title: String,
    /// Title in English.
    pub title_en: String,
    /// Purpose.
    pub purpose: String,
    /// Purpose in English.
    pub purpose_en: String,
    /// `open` or `closed`.
    pub state: String,
    /// Opened.
    pub opened_day: Offset,
    /// Closed.
    pub closed_day: Option<Offset>,
    /// Elected official who vouches for it.
    pub sponsor: String,
    /// Her organisation.
    pub sponsor_organisation: String,
    /// Who pilots it.
    pub owner: String,
    /// Who facilitates it.
    pub facilitators: Vec<String>,
    /// Level of the promise.
    pub promise_level: String,
    /// The promise.
    pub promise: String,
    /// Who decides.
    pub who_decides: WhoDecides,
    /// Who answers.
    pub who_answers: WhoAnswers,
    /// Days before an answer.
    pub answer_delay_days: i64,
    /// INSEE codes; `*` for all.
    pub areas: Vec<String>,
    /// Partners.
    pub organisations: Vec<Partner>,
    /// Words of the end.
    pub closing_text: Option<String>,
    /// Next appointment.
    pub next_date: NextDate,
}

/// Who decides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhoDecides {
    /// Person.
    pub person: String,
    /// In words.
    pub text: String,
}

/// Who answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhoAnswers {
    /// Person.
    pub person: String,
    /// Unit.
    pub unit: String,
    /// In words.
    pub text: String,
}

/// An organisation that takes part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Organisation.
    pub organisation: String,
    /// Its part, in words.
    pub part: String,
}

/// The next appointment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextDate {
    /// When.
    pub day: Offset,
    /// What.
    pub text: String,
}

/// `[[scope.open]]` and `[[scope.closed]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeSheet {
    /// Open to discussion.
    pub open: Vec<Question>,
    /// Not open.
    pub closed: Vec<Question>,
}

/// One question of the scope sheet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question.
    pub question: String,
    /// Why.
    pub reason: String,
}

/// `[[phase]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Step of the loop.
    pub key: String,
    /// Title.
    pub title: String,
    /// First day.
    pub start_day: Offset,
    /// Last day.
    pub end_day: Offset,
    /// What happens then.
    pub text: String,
}

/// `[[contribution]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Key.
    pub key: String,
    /// Said on.
    pub day: Offset,
    /// Channel.
    pub channel: String,
    /// Capacity.
    pub capacity: String,
    /// Known person.
    pub author: Option<String>,
    /// Organisation spoken for.
    pub organisation: Option<String>,
    /// INSEE code.
    pub commune: String,
    /// Place in words.
    #[serde(default)]
    pub place: String,
    /// An address was left.
    pub email: bool,
    /// Title.
    pub title: String,
    /// Words.
    pub text: String,
}

/// `[[moderation]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moderation {
    /// Of which contribution.
    pub contribution: String,
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// `hide` or `publish`.
    pub decision: String,
    /// Ground's code.
    pub reason_code: String,
    /// Reason.
    pub reason: String,
}

/// `[[theme]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Key.
    pub key: String,
    /// Title.
    pub title: String,
    /// What is said of it.
    pub summary: String,
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// Its contributions.
    pub contributions: Vec<String>,
}

/// `[[merge]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The one that stays.
    pub kept: String,
    /// The one that joins it.
    pub merged: String,
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// `[[comment]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// On which contribution.
    pub contribution: String,
    /// By whom.
    pub person: String,
    /// `for`, `against`, `neutral`.
    pub alignment: String,
    /// When.
    pub day: Offset,
    /// Words.
    pub text: String,
}

/// `[[support]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Of which contribution.
    pub contribution: String,
    /// People with an account.
    pub people: Vec<String>,
    /// How many without.
    pub others: i64,
}

/// `[[assignment]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// A theme,
    pub theme: Option<String>,
    /// or a contribution.
    pub contribution: Option<String>,
    /// To which unit.
    pub unit: String,
    /// To whom.
    pub assignee: String,
    /// When.
    pub day: Offset,
    /// Due.
    pub due_day: Offset,
    /// Between colleagues.
    pub internal_note: String,
}

/// `[[option]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSheet {
    /// Key.
    pub key: String,
    /// Title.
    pub title: String,
    /// When.
    pub day: Offset,
    /// What would be done.
    pub description: String,
    /// Cost in words.
    pub cost: String,
    /// Cost in euros.
    pub cost_euros: i64,
    /// Delay in words.
    pub delay: String,
    /// Delay in days.
    pub delay_days: i64,
    /// Who it takes.
    pub staff: String,
    /// For it.
    pub advantages: Vec<String>,
    /// Against it.
    pub limits: Vec<String>,
    /// Themes it rests on.
    pub themes: Vec<String>,
    /// Contributions it rests on.
    pub contributions: Vec<String>,
}
