//! Counting as a job: asked for, followed step by step, never two at once for a budget.

use arpent_store::jobs::NewJob;
use arpent_store::{Author, Db, Reads, StoreError};
use arpent_web::{App, Caller, Refusal, identity};
use jiff::SignedDuration;
use serde_json::json;
use tokio::sync::mpsc;

use super::count::{is_over, ready, run_telling};
use super::{event, scope};
use crate::COUNT;
use crate::domain::project::BudgetMark;
use crate::jobs::COUNT_JOB;
use crate::store::budgets::{self, Budget};
use crate::store::runs::{self, Run, RunState};
use crate::texts::Texts;

/// A count that says nothing for so long has died with its process: another may be asked for.
const GIVEN_UP: SignedDuration = SignedDuration::from_mins(30);

/// Whether a count is under way.
pub fn is_under_way(caller: &Caller, run: &Run) -> bool {
    run.state == RunState::Running && caller.now().duration_since(run.asked_at) < GIVEN_UP
}

/// Asks for a count; whoever counts is told its steps. Two at once are one.
///
/// # Errors
/// Not allowed; a ballot that is not closed; sheets that wait; no reason where one is due; a count under way.
pub async fn ask(caller: &Caller, budget: &Budget, reason: &str) -> Result<(), Refusal> {
    let tx = caller.begin(COUNT, scope(budget.initiative)).await?;
    let now = budgets::lock(&tx, budget.id).await?;
    if !is_over(&now) {
        return Err(Refusal::rule("vote-not-closed", |l| Texts::new(l).vote_not_closed().into()));
    }
    if runs::of_budget(&tx, budget.id).await?.is_some_and(|run| is_under_way(caller, &run)) {
        return Err(Refusal::rule("count-running", |l| Texts::new(l).count_running().into()));
    }
    let reason = ready(&tx, budget, reason).await?.reason;
    let run = Run {
        id: caller.id(),
        budget: budget.id,
        state: RunState::Running,
        step: 0,
        reason,
        problem: String::new(),
        person: caller.actor.person,
        asked_at: caller.now(),
    };
    runs::put(&tx, &run).await?;
    let payload = json!({ "budget": budget.id.to_string(), "run": run.id.to_string() });
    let unique_key = Some(format!("{COUNT_JOB} {}", run.id));
    let job = NewJob { id: caller.id::<NewJob>().uuid(), kind: COUNT_JOB, payload, unique_key, run_at: caller.now() };
    tx.enqueue(job).await?;
    Ok(tx.commit(event("count.asked", budget)).await?)
}

/// Does the count that was asked for, as whoever asked may do it now.
///
/// # Errors
/// The database does not answer: the job is tried again. What a rule refuses ends the run, with its reason.
pub(crate) async fn work(
    app: &App,
    budget: arpent_core::Id<BudgetMark>,
    id: arpent_core::Id<Run>,
) -> Result<(), Refusal> {
    let run = runs::of_budget(&app.db, budget).await?.filter(|run| run.id == id && run.state == RunState::Running);
    let (Some(run), Some(budget)) = (run, budgets::by_id(&app.db, budget).await?) else { return Ok(()) };
    let Some(person) = run.person else { return Ok(end(app, &run, RunState::Failed, "refused").await?) };
    let actor = identity::actor_of(&app.db, person).await?;
    let caller = app.caller(actor, arpent_web::Lang::default());
    let site = app.settings.current().name.clone();
    let (tell, mut told) = mpsc::unbounded_channel();
    let counting = run_telling(&caller, &budget, (&site, &run.reason), tell);
    let following = async {
        while let Some(step) = told.recv().await {
            advance(&app.db, app, &run, step).await?;
        }
        Ok::<(), StoreError>(())
    };
    let (outcome, followed) = tokio::join!(counting, following);
    followed?;
    match outcome {
        Ok(_) => Ok(end(app, &run, RunState::Done, "").await?),
        Err(Refusal::Store(error)) => Err(Refusal::Store(error)),
        Err(refusal) => Ok(end(app, &run, RunState::Failed, problem(&refusal)).await?),
    }
}

fn problem(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Rule { code: "count-moved", .. } => "moved",
        Refusal::Rule { code: "sheets-waiting", .. } => "sheets",
        Refusal::Rule { .. } => "failed",
        _ => "refused",
    }
}

fn machine(app: &App) -> Author {
    Author { person: None, role: "system", at: app.clock.now() }
}

async fn advance(db: &Db, app: &App, run: &Run, step: i64) -> Result<(), StoreError> {
    let tx = db.begin(machine(app)).await?;
    runs::step(&tx, run.id, step).await?;
    tx.keep_house("how far a count is").await
}

async fn end(app: &App, run: &Run, state: RunState, problem: &str) -> Result<(), StoreError> {
    let tx = app.db.begin(machine(app)).await?;
    runs::end(&tx, run.id, state, problem).await?;
    tx.keep_house("how a count ended").await
}

/// The count asked for last.
///
/// # Errors
/// The database does not answer.
pub async fn last(src: &impl Reads, budget: &Budget) -> Result<Option<Run>, StoreError> {
    runs::of_budget(src, budget.id).await
}
