//! Supporting, and counting the supports of people met away from the site.

use arpent_commons::domain::contribution::{Channel, Contribution, ContributionState};
use arpent_commons::domain::problems::Problems;
use arpent_commons::permission::CONTRIBUTION_KEY;
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{KEY, contribution, scope};
use crate::SUPPORT;
use crate::store::supports::{self, Gathered, Tally};
use crate::texts::Texts;

/// Most supports one sheet can bring: beyond, it is a petition, which has its own rules.
const MOST: i64 = 10_000;

/// Gives a support or takes it back; asking twice for the same changes nothing.
///
/// # Errors
/// Not signed in, or a contribution nobody reads.
pub async fn set(caller: &Caller, on: Id<Contribution>, wanted: bool) -> Result<Tally, Refusal> {
    let person = caller.person()?;
    let about = contribution(caller, on).await?;
    if about.state == ContributionState::Hidden {
        return Err(Refusal::NotFound);
    }
    let tx = caller.begin(SUPPORT, scope(&about)).await?;
    let (changed, kind) = if wanted {
        (supports::give(&tx, on, person).await?, "support.given")
    } else {
        (supports::withdraw(&tx, on, person).await?, "support.withdrawn")
    };
    if changed {
        tx.commit(Event::new(kind, "contribution", on).within(about.initiative)).await?;
    }
    Ok(supports::tally(&caller.db, on, Some(person)).await?)
}

/// Supports counted on paper or by a show of hands.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Of which contribution.
    pub contribution: Id<Contribution>,
    /// Where they were counted.
    pub channel: Channel,
    /// How many.
    pub count: i64,
    /// When; today when it is not known.
    pub counted_on: Option<Date>,
    /// The form's key: sent twice, it counts once.
    pub submission: String,
}

/// Adds supports counted away from the site; readers see them apart.
///
/// # Errors
/// Not allowed; a count out of bounds, a day to come, the site's own channel.
pub async fn gather(caller: &Caller, counted: &Counted) -> Result<(), Refusal> {
    let about = contribution(caller, counted.contribution).await?;
    let tx = caller.begin(CONTRIBUTION_KEY, scope(&about)).await?;
    let counted_on = check(caller, counted)?;
    let gathered = Gathered {
        id: caller.id::<Counted>().uuid(),
        contribution: about.id,
        channel: counted.channel,
        count: counted.count,
        counted_on,
        submission: &counted.submission,
    };
    if supports::gather(&tx, &gathered).await? {
        let event = Event::new("support.gathered", "contribution", about.id).within(about.initiative);
        tx.commit(event.with("channel", counted.channel.code()).with("count", counted.count)).await?;
    }
    Ok(())
}

fn check(caller: &Caller, counted: &Counted) -> Result<Date, Refusal> {
    let counted_on = counted.counted_on.unwrap_or_else(|| caller.today());
    let mut problems = Problems::default();
    problems.require((1..=MOST).contains(&counted.count), || {
        FieldProblem::new("count", "range", |l| Texts::new(l).gathered_count_problem(MOST))
    });
    problems.require(!matches!(counted.channel, Channel::Web | Channel::Import), || {
        FieldProblem::new("channel", "unknown", |l| Texts::new(l).channel_problem().into())
    });
    problems.require(counted_on <= caller.today(), || {
        FieldProblem::new("counted_on", "future", |l| Texts::new(l).date_to_come().into())
    });
    problems.require(KEY.contains(&counted.submission.len()), || {
        FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
    });
    problems.done()?;
    Ok(counted_on)
}
