//! What became of what someone said: the chain from her words to the measure, followed by its arrows.

use arpent_core::Id;
use arpent_store::journal::Line;
use arpent_store::{FromRow, Reads, Row, StoreError, Value, args, journal, statements};
use jiff::Timestamp;
use uuid::Uuid;

use super::commitments::{CommitmentRow, Learning};
use super::decisions::DecisionRow;
use super::filter::Listed;
use super::{answers, commitments, contributions, decisions, experiments};
use crate::domain::commitments::{Commitment, Outcome};
use crate::domain::contribution::{Answer, Contribution};
use crate::domain::experiments::Experiment;
use crate::domain::initiative::Theme;
use crate::domain::metrics::Metric;
use crate::domain::options::PolicyOption;

/// Lines of the journal looked at: a contribution has a handful.
const LINES: i64 = 40;

statements! {
    OPTIONS = "SELECT o.id, o.title, o.created_at, MAX(CASE WHEN l.to_kind = 'contribution' THEN 1 ELSE 0 END) AS direct
               FROM option o JOIN link l ON l.from_id = o.id AND l.kind IN ('rests_on', 'answers')
               WHERE l.to_id IN ($1, $2, $3) GROUP BY o.id, o.title, o.created_at ORDER BY o.created_at, o.id";
}

/// Where the arrows are followed from: the contribution itself, the one it was merged into, and its theme.
#[derive(Debug, Clone, Copy)]
pub struct Seeds {
    own: Id<Contribution>,
    kept: Option<Id<Contribution>>,
    theme: Option<Id<Theme>>,
}

impl Seeds {
    /// Without the theme: what names the contribution itself.
    const fn direct(self) -> Self {
        Self { theme: None, ..self }
    }

    pub(super) fn args(&self) -> Vec<Value> {
        args![self.own, self.kept, self.theme]
    }
}

/// An option that rests on what was said.
#[derive(Debug, Clone)]
pub struct OptionOf {
    /// The option.
    pub id: Id<PolicyOption>,
    /// Its title.
    pub title: String,
    /// Written at.
    pub created_at: Timestamp,
    /// It names the contribution, and not only its theme.
    pub direct: bool,
}

impl FromRow for OptionOf {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            title: row.get("title")?,
            created_at: row.get("created_at")?,
            direct: row.get("direct")?,
        })
    }
}

/// Something that happened to it, from the journal: when and as whom.
#[derive(Debug, Clone)]
pub struct Happened {
    /// The event's kind.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// As whom.
    pub role: String,
}

impl From<&Line> for Happened {
    fn from(line: &Line) -> Self {
        Self { kind: line.kind.clone(), at: line.at, role: line.role.clone() }
    }
}

/// The whole chain.
#[derive(Debug, Clone)]
pub struct Trace {
    /// What was said.
    pub said: Listed,
    /// The contribution it was merged into.
    pub kept: Option<Listed>,
    /// What happened to it, the latest first.
    pub journal: Vec<Happened>,
    /// Moderators' decisions, the latest first.
    pub moderations: Vec<contributions::Moderation>,
    /// Answers, the latest first.
    pub answers: Vec<Answer>,
    /// Options that rest on it; those of its theme only when none names it.
    pub options: Vec<OptionOf>,
    /// Experiments that test them.
    pub experiments: Vec<Experiment>,
    /// Decisions that examined them.
    pub decisions: Vec<DecisionRow>,
    /// Commitments that carry them out: those that move what was tried, all of them when nothing was.
    pub commitments: Vec<CommitmentRow>,
    /// How many others carry out the same decisions.
    pub other_commitments: usize,
    /// What each commitment moved.
    pub outcomes: Vec<(Id<Commitment>, Metric, Outcome)>,
    /// What was remembered.
    pub learnings: Vec<Learning>,
}

impl Trace {
    /// The last time something of a kind happened to it.
    pub fn last(&self, kind: &str) -> Option<&Happened> {
        self.journal.iter().find(|happened| happened.kind == kind)
    }
}

/// Follows the arrows from a contribution.
///
/// # Errors
/// The database does not answer.
pub async fn trace(src: &impl Reads, said: Listed) -> Result<Trace, StoreError> {
    let own = &said.contribution;
    let kept = match own.merged_into {
        Some(kept) => contributions::listed(src, kept).await?,
        None => None,
    };
    let theme = kept.as_ref().map_or(own.theme, |kept| kept.contribution.theme);
    let seeds = Seeds { own: own.id, kept: own.merged_into, theme };
    let mut options: Vec<OptionOf> = src.all(&OPTIONS, seeds.args()).await?;
    let named = options.iter().any(|option| option.direct);
    options.retain(|option| option.direct || !named);
    let seeds = if named { seeds.direct() } else { seeds };
    let decisions = decisions::reached(src, &seeds).await?;
    let experiments = experiments::reached(src, &seeds).await?;
    let after = after(src, own, &decisions, &experiments).await?;
    Ok(Trace {
        journal: lines(src, own.id.uuid()).await?,
        moderations: contributions::moderations(src, own.id).await?,
        answers: answers::answers(src, own.id).await?,
        commitments: after.commitments,
        other_commitments: after.others,
        outcomes: after.outcomes,
        learnings: after.learnings,
        kept,
        options,
        experiments,
        decisions,
        said,
    })
}

async fn lines(src: &impl Reads, record: Uuid) -> Result<Vec<Happened>, StoreError> {
    let lines = journal::before(src, i64::MAX, Some(record), LINES).await?;
    Ok(lines.iter().map(Happened::from).collect())
}

#[derive(Default)]
struct After {
    commitments: Vec<CommitmentRow>,
    others: usize,
    outcomes: Vec<(Id<Commitment>, Metric, Outcome)>,
    learnings: Vec<Learning>,
}

async fn after(
    src: &impl Reads,
    own: &Contribution,
    decisions: &[DecisionRow],
    tried: &[Experiment],
) -> Result<After, StoreError> {
    let mut taken = Vec::new();
    for row in decisions {
        taken.extend(commitments::of_decision(src, row.decision.root).await?);
    }
    if taken.is_empty() {
        return Ok(After::default());
    }
    let (commitments, others) = closest(taken, tried);
    let outcomes = commitments::outcomes(src, own.initiative, &commitments).await?;
    let mut learnings = commitments::learnings(src, own.initiative).await?;
    learnings
        .retain(|learning| learning.commitment.is_none_or(|id| commitments.iter().any(|row| row.commitment.id == id)));
    Ok(After { commitments, others, outcomes, learnings })
}

/// The commitments that should move what was tried because of her words, and how many others there are; all of them
/// when nothing was tried.
fn closest(taken: Vec<CommitmentRow>, tried: &[Experiment]) -> (Vec<CommitmentRow>, usize) {
    let moves = |row: &CommitmentRow| tried.iter().any(|e| Some(e.sheet.metric) == row.commitment.metric);
    if !taken.iter().any(moves) {
        return (taken, 0);
    }
    let (close, others): (Vec<_>, Vec<_>) = taken.into_iter().partition(moves);
    (close, others.len())
}
