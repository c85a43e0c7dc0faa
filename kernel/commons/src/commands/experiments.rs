//! Experiments: written, frozen by whoever authorises them, judged by the interval of their result.

use arpent_core::verdict::Sample;
use arpent_core::{Event, Id, Subject};
use arpent_store::{StoreError, Tx};
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::initiatives::scope;
use super::options::{differs, still_open, taken};
use crate::domain::experiments::{Experiment, ExperimentResult, ExperimentSheet};
use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Metric, check_sample};
use crate::domain::problems::Problems;
use crate::domain::text::{REASON, optional, required};
use crate::permission::{EXPERIMENT_AUTHORISE, EXPERIMENT_EDIT};
use crate::store::links::{self, LinkKind};
use crate::store::{experiments, metrics, options};
use crate::texts::Texts;

/// What was observed, to enter.
#[derive(Debug, Clone)]
pub struct NewResult {
    /// In its sufficient statistics.
    pub sample: Sample,
    /// What is made of it.
    pub text: String,
    /// Why the earlier value was wrong; empty for the first one.
    pub reason: String,
}

/// Writes an experiment.
///
/// # Errors
/// Not allowed, a closed démarche, fields to correct, a title already taken.
pub async fn create(
    caller: &Caller,
    initiative: Id<Initiative>,
    sheet: &ExperimentSheet,
) -> Result<Id<Experiment>, Refusal> {
    let tx = caller.begin(EXPERIMENT_EDIT, scope(initiative)).await?;
    still_open(&tx, initiative).await?;
    let sheet = check(&tx, initiative, sheet).await?;
    let experiment = Experiment { id: caller.id(), initiative, sheet, authorised: None, result: None, version: 1 };
    experiments::add(&tx, &experiment).await.map_err(taken)?;
    draw(&tx, &experiment).await?;
    tx.commit(event("experiment.created", &experiment)).await?;
    Ok(experiment.id)
}

/// Changes an experiment that nobody authorised yet. Whoever edited an older version is shown the difference.
///
/// # Errors
/// Not allowed, frozen, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Experiment>, version: i64, sheet: &ExperimentSheet) -> Result<(), Refusal> {
    let initiative = get(caller, id).await?.initiative;
    let tx = caller.begin(EXPERIMENT_EDIT, scope(initiative)).await?;
    let stored = experiments::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if stored.authorised.is_some() {
        return Err(Refusal::rule("frozen", |l| Texts::new(l).experiment_frozen().into()));
    }
    let sheet = check(&tx, initiative, sheet).await?;
    if !experiments::edit(&tx, id, version, &sheet).await.map_err(taken)? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored, &sheet))));
    }
    erase_arrows(&tx, &stored).await?;
    let experiment = Experiment { sheet, version: version + 1, ..stored };
    draw(&tx, &experiment).await?;
    tx.commit(event("experiment.edited", &experiment).with("version", experiment.version)).await?;
    Ok(())
}

/// Authorises an experiment: from now on nothing of it changes, so that its result cannot be made to fit.
///
/// # Errors
/// Not allowed, already authorised, or already begun.
pub async fn authorise(caller: &Caller, id: Id<Experiment>) -> Result<(), Refusal> {
    let initiative = get(caller, id).await?.initiative;
    let tx = caller.begin(EXPERIMENT_AUTHORISE, scope(initiative)).await?;
    let experiment = experiments::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if experiment.sheet.start < caller.today() {
        return Err(Refusal::rule("begun", |l| Texts::new(l).experiment_begun().into()));
    }
    if !experiments::authorise(&tx, id).await? {
        return Err(Refusal::rule("frozen", |l| Texts::new(l).experiment_frozen().into()));
    }
    tx.commit(event("experiment.authorised", &experiment)).await?;
    Ok(())
}

/// Enters the result of an experiment that has ended, or corrects it; the value before stays readable.
///
/// # Errors
/// Not allowed, not authorised, not ended, fields to correct.
pub async fn enter_result(caller: &Caller, id: Id<Experiment>, new: &NewResult) -> Result<(), Refusal> {
    let initiative = get(caller, id).await?.initiative;
    let tx = caller.begin(EXPERIMENT_EDIT, scope(initiative)).await?;
    let experiment = experiments::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if experiment.authorised.is_none() {
        return Err(Refusal::rule("not-authorised", |l| Texts::new(l).experiment_not_authorised().into()));
    }
    // Looking at the result before the end and stopping when it pleases would void the threshold.
    if caller.today() < experiment.sheet.end {
        return Err(Refusal::rule("too-early", |l| Texts::new(l).experiment_too_early().into()));
    }
    let metric = metric(&tx, experiment.sheet.metric).await?;
    let result = read_result(&tx, &experiment, new)?;
    check_sample(&result.sample, metric.kind)?;
    experiments::add_result(&tx, id, &result).await.map_err(entered)?;
    let event = event("experiment.result_entered", &experiment);
    tx.commit(event.with("version", result.version).with("n", result.sample.n())).await?;
    Ok(())
}

/// The experiment, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Experiment>) -> Result<Experiment, Refusal> {
    experiments::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

fn read_result(tx: &Tx, experiment: &Experiment, new: &NewResult) -> Result<ExperimentResult, Refusal> {
    let before = experiment.result.as_ref().map_or(0, |result| result.version);
    let mut p = Problems::default();
    let text = p.read(required(&new.text, "text", REASON));
    let why =
        if before == 0 { optional(&new.reason, "reason", REASON) } else { required(&new.reason, "reason", REASON) };
    let reason = p.read(why);
    p.done()?;
    let (role, at) = (tx.author.role.to_owned(), tx.author.at);
    Ok(ExperimentResult { version: before + 1, sample: new.sample, text, reason, role, at })
}

fn entered(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::rule("corrected", |l| Texts::new(l).measure_corrected_first().into()),
        other => other.into(),
    }
}

async fn metric(tx: &Tx, id: Id<Metric>) -> Result<Metric, Refusal> {
    metrics::by_id(tx, id).await?.ok_or(Refusal::NotFound)
}

/// The metrics and the option are of the same démarche.
async fn check(tx: &Tx, initiative: Id<Initiative>, sheet: &ExperimentSheet) -> Result<ExperimentSheet, Refusal> {
    let judged = metric(tx, sheet.metric).await?;
    let mut elsewhere = judged.initiative != initiative;
    for other in [sheet.user_metric, sheet.agent_metric].into_iter().flatten() {
        elsewhere |= metric(tx, other).await?.initiative != initiative;
    }
    if let Some(option) = sheet.option {
        elsewhere |= options::by_id(tx, option).await?.ok_or(Refusal::NotFound)?.initiative != initiative;
    }
    let mut p = Problems::default();
    p.require(!elsewhere, || FieldProblem::new("metric", "elsewhere", |l| Texts::new(l).option_elsewhere().into()));
    p.done()?;
    sheet.checked(judged.kind)
}

async fn draw(tx: &Tx, experiment: &Experiment) -> Result<(), Refusal> {
    let own = Subject::new("experiment", experiment.id);
    links::put(tx, LinkKind::MeasuredBy, own, Subject::new("metric", experiment.sheet.metric)).await?;
    if let Some(option) = experiment.sheet.option {
        links::put(tx, LinkKind::Tests, own, Subject::new("option", option)).await?;
    }
    Ok(())
}

async fn erase_arrows(tx: &Tx, stored: &Experiment) -> Result<(), Refusal> {
    links::remove(tx, LinkKind::MeasuredBy, stored.id.uuid(), stored.sheet.metric.uuid()).await?;
    if let Some(option) = stored.sheet.option {
        links::remove(tx, LinkKind::Tests, stored.id.uuid(), option.uuid()).await?;
    }
    Ok(())
}

fn event(kind: &'static str, experiment: &Experiment) -> Event {
    Event::new(kind, "experiment", experiment.id).within(experiment.initiative)
}

fn conflict(stored: &Experiment, typed: &ExperimentSheet) -> Conflict {
    let s = &stored.sheet;
    let differences = [
        differs(Texts::field_title, &s.title, &typed.title),
        differs(Texts::experiment_hypothesis, &s.hypothesis, &typed.hypothesis),
        differs(Texts::experiment_threshold, &s.threshold.to_string(), &typed.threshold.to_string()),
        differs(Texts::experiment_min_n, &s.min_n.to_string(), &typed.min_n.to_string()),
        differs(Texts::experiment_rule, &s.verdict_rule, &typed.verdict_rule),
        differs(Texts::experiment_start, &s.start.to_string(), &typed.start.to_string()),
        differs(Texts::experiment_end, &s.end.to_string(), &typed.end.to_string()),
        differs(Texts::experiment_place, &s.place, &typed.place),
    ];
    Conflict { version: stored.version, differences: differences.into_iter().flatten().collect() }
}
