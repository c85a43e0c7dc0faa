//! The count. The file that is published is the very one that is counted.

use arpent_commons::domain::text::{self, REASON};
use arpent_core::chance::Chance;
use arpent_store::Reads;
use arpent_web::{Caller, Refusal};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::signing::sign;
use super::tally::{BallotBox, Done, count};
use super::{event, scope};
use crate::COUNT;
use crate::domain::groups::{Cast, Channel, Said};
use crate::domain::pabulib::Heading;
use crate::domain::phase::Step;
use crate::domain::project::Project;
use crate::domain::told::Told;
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::counts::{self, Count};
use crate::store::sheets::Tally;
use crate::store::{ballots, projects, sheets, voters};
use crate::texts::Texts;

/// What is kept of a count.
///
/// # Errors
/// It cannot be read any more.
pub fn told(count: &Count) -> Result<Told, Refusal> {
    serde_json::from_str(&count.outcome).map_err(|error| Refusal::Store(error.into()))
}

/// The numbers of the projects that won, by the count that stands.
///
/// # Errors
/// The database does not answer.
pub async fn winners(src: &impl Reads, budget: &Budget) -> Result<Vec<i64>, Refusal> {
    let Some(count) = counts::latest(src, budget.id).await? else { return Ok(vec![]) };
    Ok(told(&count)?.winners().collect())
}

/// The steps of a count, as they are told: reading the box, then those of [`super::tally`], then signing and publishing.
pub const STEPS: i64 = 5;

/// What a count is made of, once nothing stands in its way.
#[derive(Debug)]
pub(super) struct Ready {
    /// Its number.
    pub number: i64,
    /// Sheets, as they stand.
    pub tally: Tally,
    /// People struck off at booths.
    pub struck: i64,
    /// Why it differs, where a reason is due.
    pub reason: String,
}

/// Counts the ballots, or counts them again with a reason; gives the number of the count. The first count destroys the
/// secret of the list of voters.
///
/// The count itself runs before the write begins, which then makes sure that nothing has moved meanwhile.
///
/// # Errors
/// Not allowed; a ballot that is not closed; sheets that wait for a second reading; no reason where one is due.
pub async fn run(caller: &Caller, budget: &Budget, site: &str, reason: &str) -> Result<i64, Refusal> {
    let (tell, _) = unbounded_channel();
    run_telling(caller, budget, (site, reason), tell).await
}

/// The same, telling each step as it begins, from 1 to [`STEPS`].
pub(super) async fn run_telling(
    caller: &Caller,
    budget: &Budget,
    (site, reason): (&str, &str),
    tell: UnboundedSender<i64>,
) -> Result<i64, Refusal> {
    caller.require(COUNT, scope(budget.initiative))?;
    let budget = budgets::by_id(&caller.db, budget.id).await?.ok_or(Refusal::NotFound)?;
    if !is_over(&budget) {
        return Err(Refusal::rule("vote-not-closed", |l| Texts::new(l).vote_not_closed().into()));
    }
    let told = tell.clone();
    // Whoever asked may have stopped listening: the count goes on.
    let say = move |step| _ = told.send(step);
    say(1);
    let ready = ready(&caller.db, &budget, reason).await?;
    let mut inside = open_box(&caller.db, &budget, site, &ready).await?;
    shuffle(&*caller.chance, &mut inside.ballots);
    let done = tokio::task::spawn_blocking(move || count(&inside, &say)).await;
    _ = tell.send(STEPS);
    let number = ready.number;
    keep(caller, &budget, ready, &done.map_err(|_| failed())??).await?;
    Ok(number)
}

pub(super) const fn is_over(budget: &Budget) -> bool {
    matches!(budget.state, BudgetState::Closed | BudgetState::Counted)
}

async fn keep(caller: &Caller, budget: &Budget, ready: Ready, done: &Done) -> Result<(), Refusal> {
    let tx = caller.begin(COUNT, scope(budget.initiative)).await?;
    let now = budgets::lock(&tx, budget.id).await?;
    let Ready { number, tally, reason, .. } = ready;
    let same = sheets::tally(&tx, budget.id).await? == tally && counts::last(&tx, budget.id).await? + 1 == number;
    if !same || !is_over(&now) {
        return Err(Refusal::rule("count-moved", |l| Texts::new(l).count_moved().into()));
    }
    let row = Count {
        id: caller.id(),
        budget: budget.id,
        number,
        sha256: done.sha256.clone(),
        outcome: serde_json::to_string(&done.told).map_err(|error| Refusal::Store(error.into()))?,
        reason,
        signature: sign(&tx, &*caller.chance, done.transcript.as_bytes()).await?,
        role: String::new(),
        at: caller.now(),
    };
    counts::add(&tx, &row, &done.input, &done.transcript).await?;
    if number == 1 {
        budgets::go(&tx, budget.id, BudgetState::Closed, BudgetState::Counted).await?;
        budgets::destroy_secret(&tx, budget.id).await?;
    }
    let counted = event("budget.counted", budget).with("count", number).with("sha256", &row.sha256);
    Ok(tx.commit(counted).await?)
}

pub(super) fn failed() -> Refusal {
    Refusal::rule("count-failed", |l| Texts::new(l).count_failed().into())
}

/// Whether a count may begin: every sheet settled, a reason where one is due.
pub(super) async fn ready(src: &impl Reads, budget: &Budget, reason: &str) -> Result<Ready, Refusal> {
    let tally = sheets::tally(src, budget.id).await?;
    if tally.waiting > 0 {
        let waiting = tally.waiting;
        return Err(Refusal::rule("sheets-waiting", move |l| Texts::new(l).sheets_waiting(waiting)));
    }
    let struck = voters::turnout(src, budget.id).await?.paper;
    let number = counts::last(src, budget.id).await? + 1;
    let reason = reason_of(reason, number, tally.counted + tally.spoiled, struck)?;
    Ok(Ready { number, tally, struck, reason })
}

/// A reason is due for counting again, and when sheets and people struck off do not add up.
fn reason_of(typed: &str, number: i64, sheets: i64, struck: i64) -> Result<String, Refusal> {
    if typed.trim().is_empty() && sheets != struck {
        return Err(Refusal::field("reason", "gap", move |l| Texts::new(l).count_gap(sheets, struck)));
    }
    let reason =
        if number > 1 { text::required(typed, "reason", REASON) } else { text::optional(typed, "reason", REASON) };
    reason.map_err(|problem| Refusal::Invalid(vec![problem]))
}

async fn open_box(src: &impl Reads, budget: &Budget, site: &str, ready: &Ready) -> Result<BallotBox, Refusal> {
    let envelopes = budgets::envelopes(src, budget.id).await?;
    let phases = budgets::phases(src, budget.id).await?;
    let vote = phases.iter().find(|phase| phase.step == Step::Vote);
    let online = ballots::all(src, budget.id).await?.into_iter();
    let mut cast: Vec<Cast> =
        online.map(|one| Cast { marks: one.marks, said: one.said, channel: Channel::Online }).collect();
    let paper = sheets::counted(src, budget.id).await?.into_iter().filter_map(|sheet| sheet.marks);
    cast.extend(paper.map(|marks| Cast { marks, said: Said::default(), channel: Channel::Paper }));
    Ok(BallotBox {
        settings: budget.settings.clone(),
        heading: Heading {
            title: budget.title.clone(),
            site: site.to_owned(),
            amount: envelopes.iter().map(|envelope| envelope.amount).sum(),
            days: vote.map(|phase| (phase.start.to_string(), phase.end.to_string())).unwrap_or_default(),
        },
        projects: projects::of_budget(src, budget.id).await?.into_iter().filter(Project::is_eligible).collect(),
        envelopes,
        ballots: cast,
        tally: ready.tally,
        struck: ready.struck,
    })
}

/// Shuffles in place (Fisher and Yates 1938).
fn shuffle<T>(chance: &dyn Chance, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        let mut bytes = [0_u8; 8];
        chance.fill(&mut bytes);
        let among = u64::try_from(last).unwrap_or(u64::MAX) + 1;
        items.swap(last, usize::try_from(u64::from_le_bytes(bytes) % among).unwrap_or(last));
    }
}
