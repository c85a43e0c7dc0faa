//! `initiatives/*.toml`, from measures and experiments to answers.

use serde::Deserialize;

use super::Offset;

/// `[[option_comment]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionComment {
    /// On which option.
    pub option: String,
    /// By whom.
    pub person: String,
    /// `for`, `against`, `neutral`.
    pub alignment: String,
    /// When.
    pub day: Offset,
    /// Words.
    pub text: String,
}

/// `[[metric]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Key.
    pub key: String,
    /// What is measured.
    pub title: String,
    /// Unit.
    pub unit: String,
    /// `proportion` or `mean`.
    pub kind: String,
    /// `up` or `down`.
    pub direction: String,
    /// How.
    pub method: String,
}

/// `[[measure]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Key.
    pub key: String,
    /// Of which metric.
    pub metric: String,
    /// Name.
    pub label: String,
    /// First day observed.
    pub period_start: Offset,
    /// Last day observed.
    pub period_end: Offset,
    /// Published.
    pub day: Offset,
    /// Observations.
    pub n: i64,
    /// For a proportion.
    pub successes: Option<i64>,
    /// For a mean.
    pub mean: Option<f64>,
    /// For a mean.
    pub sd: Option<f64>,
    /// Where it comes from.
    pub source: String,
    /// How it was collected.
    pub method: String,
    /// Entered by.
    pub by: String,
}

/// `[[experiment]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experiment {
    /// Key.
    pub key: String,
    /// The option it tests.
    pub option: Option<String>,
    /// Title.
    pub title: String,
    /// Hypothesis.
    pub hypothesis: String,
    /// Metric.
    pub metric: String,
    /// Kind of the metric.
    pub kind: String,
    /// Direction of the metric.
    pub direction: String,
    /// Threshold.
    pub threshold: f64,
    /// Fewest observations.
    pub min_n: i64,
    /// How the verdict is given.
    pub verdict_rule: String,
    /// Who authorised it.
    pub authorised_by: String,
    /// When.
    pub authorised_day: Offset,
    /// First day.
    pub start_day: Offset,
    /// Last day.
    pub end_day: Offset,
    /// Where.
    pub place: String,
    /// Representatives must be asked before a decision.
    pub touches_work_organisation: bool,
    /// Metric of the users' side.
    pub user_metric: String,
    /// Metric of the agents' side.
    pub agent_metric: String,
    /// Result, once ended.
    pub result: Option<ExperimentResult>,
    /// What the product must find.
    pub expected_verdict: Option<String>,
}

/// The result of an experiment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExperimentResult {
    /// When.
    pub day: Offset,
    /// Observations.
    pub n: i64,
    /// For a proportion.
    pub successes: Option<i64>,
    /// For a mean.
    pub mean: Option<f64>,
    /// For a mean.
    pub sd: Option<f64>,
    /// In words.
    pub text: String,
    /// Entered by.
    pub by: String,
}

/// `[[consultation]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    /// Key.
    pub key: String,
    /// Kind.
    pub kind: String,
    /// Body consulted.
    pub body: String,
    /// On what.
    pub subject: String,
    /// Documents sent.
    pub sent_day: Offset,
    /// Met.
    pub met_day: Offset,
    /// What they said, when asked.
    pub opinion: Option<String>,
    /// All said the same.
    pub unanimous: Option<bool>,
    /// Their words.
    pub text: String,
    /// Recorded by.
    pub author: String,
    /// Votes.
    pub votes: Vec<Vote>,
}

/// How an organisation voted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Organisation.
    pub organisation: String,
    /// For.
    pub r#for: i64,
    /// Against.
    pub against: i64,
    /// Abstentions.
    pub abstain: i64,
}

/// `[[decision]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Key.
    pub key: String,
    /// Title.
    pub title: String,
    /// Question.
    pub question: String,
    /// Options examined.
    pub options: Vec<String>,
    /// Options chosen.
    pub chosen: Vec<String>,
    /// What will be done.
    pub choice: String,
    /// Why.
    pub reasons: String,
    /// Why it departs from a verdict.
    #[serde(default)]
    pub departs_from_verdict: String,
    /// Who decides.
    pub decider: String,
    /// For which organisation.
    pub organisation: String,
    /// Legal base.
    pub legal_base: String,
    /// Consultations attached.
    pub consultations: Vec<String>,
    /// Experiments attached.
    pub experiments: Vec<String>,
    /// When.
    pub day: Offset,
    /// Looked at again.
    pub review_day: Offset,
    /// Cost in words.
    pub cost: String,
    /// Cost in euros.
    pub cost_euros: i64,
    /// Those who do not agree.
    pub dissent: Vec<Dissent>,
}

/// Someone who does not agree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Person.
    pub person: String,
    /// Organisation.
    pub organisation: String,
    /// Words.
    pub text: String,
}

/// `[[commitment]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Key.
    pub key: String,
    /// Decision it carries out.
    pub decision: String,
    /// Organisation.
    pub organisation: String,
    /// Who signs.
    pub holder: String,
    /// What will be done.
    pub text: String,
    /// Metric that should move.
    pub metric: String,
    /// By how much, in words.
    pub expected_change: String,
    /// Value expected.
    pub expected_value: Option<f64>,
    /// Signed.
    pub signed_day: Offset,
    /// Due.
    pub due_day: Offset,
    /// Measure it starts from.
    pub before: Option<String>,
    /// Measure it is judged by.
    pub after: Option<String>,
    /// What the product must find.
    pub expected_verdict: Option<String>,
    /// Given up.
    pub withdrawal: Option<Withdrawal>,
}

/// Why a commitment was given up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// `[[report]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// On which commitment.
    pub commitment: String,
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// `in_progress` or `done`.
    pub state: String,
    /// Words.
    pub text: String,
    /// Where one can check.
    #[serde(default)]
    pub proof: String,
}

/// `[[learning]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// From which commitment.
    pub commitment: Option<String>,
    /// Words.
    pub text: String,
}

/// `[[answer]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// To what.
    pub contributions: Vec<String>,
    /// Status.
    pub status: String,
    /// When.
    pub day: Offset,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// What it rests on.
    #[serde(default)]
    pub links: Vec<AnswerLink>,
}

/// What an answer rests on: one of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerLink {
    /// An option,
    pub option: Option<String>,
    /// a decision,
    pub decision: Option<String>,
    /// or an experiment.
    pub experiment: Option<String>,
}
