//! Metrics and measures: set once, measured again and again, corrected without losing what was said before.

use arpent_core::verdict::Sample;
use arpent_core::{Event, Id};
use arpent_store::StoreError;
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, Refusal};

use super::initiatives::scope;
use super::options::{differs, taken};
use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Measure, Metric, NewMeasure, NewMetric, USUAL_MIN_N, check_sample};
use crate::domain::problems::Problems;
use crate::domain::text::{REASON, TITLE, required};
use crate::permission::MEASURE_ENTER;
use crate::store::metrics;
use crate::texts::Texts;

/// Sets a metric.
///
/// # Errors
/// Not allowed, fields to correct, a title already taken.
pub async fn create(caller: &Caller, initiative: Id<Initiative>, new: &NewMetric) -> Result<Id<Metric>, Refusal> {
    let tx = caller.begin(MEASURE_ENTER, scope(initiative)).await?;
    let new = new.checked()?;
    let metric = Metric {
        id: caller.id(),
        initiative,
        margin: new.margin(),
        title: new.title,
        unit: new.unit,
        kind: new.kind,
        aim: new.aim,
        min_n: new.min_n.unwrap_or(USUAL_MIN_N),
        method: new.method,
        version: 1,
    };
    metrics::add(&tx, &metric).await.map_err(taken)?;
    tx.commit(Event::new("metric.created", "metric", metric.id).within(initiative)).await?;
    Ok(metric.id)
}

/// Says a metric in better words. Its unit, its direction and its margin never change: measures were taken with them.
///
/// # Errors
/// Not allowed, fields to correct, or [`Refusal::Conflict`].
pub async fn reword(caller: &Caller, id: Id<Metric>, version: i64, title: &str, method: &str) -> Result<(), Refusal> {
    let initiative = metrics::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?.initiative;
    let tx = caller.begin(MEASURE_ENTER, scope(initiative)).await?;
    let stored = metrics::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let mut p = Problems::default();
    let title = p.read(required(title, "title", TITLE * 2));
    let method = p.read(required(method, "method", REASON));
    p.done()?;
    if !metrics::edit(&tx, (id, version), &title, &method).await.map_err(taken)? {
        let differences = [
            differs(Texts::field_title, &stored.title, &title),
            differs(Texts::metric_method, &stored.method, &method),
        ];
        let differences = differences.into_iter().flatten().collect();
        return Err(Refusal::Conflict(Box::new(Conflict { version: stored.version, differences })));
    }
    tx.commit(Event::new("metric.reworded", "metric", id).within(initiative).with("version", version + 1)).await?;
    Ok(())
}

/// Enters a measure of a metric.
///
/// # Errors
/// Not allowed, fields to correct, the same measure entered twice.
pub async fn measure(caller: &Caller, metric: Id<Metric>, new: &NewMeasure) -> Result<Id<Measure>, Refusal> {
    let metric = metrics::by_id(&caller.db, metric).await?.ok_or(Refusal::NotFound)?;
    let tx = caller.begin(MEASURE_ENTER, scope(metric.initiative)).await?;
    let new = new.checked(metric.kind, caller.today())?;
    let id = caller.id();
    let measure = Measure {
        id,
        metric: metric.id,
        series: id,
        version: 1,
        label: new.label,
        from: new.from,
        to: new.to,
        sample: new.sample,
        source: new.source,
        method: new.method,
        reason: String::new(),
        role: tx.author.role.to_owned(),
        at: tx.author.at,
        current: true,
    };
    metrics::add_measure(&tx, &measure).await.map_err(entered)?;
    let event = Event::new("measure.entered", "measure", id).within(metric.initiative);
    tx.commit(event.with("metric", metric.id).with("n", measure.sample.n())).await?;
    Ok(id)
}

/// Corrects the value of a measure; the value before stays readable with the reason.
///
/// # Errors
/// Not allowed, no reason, fields to correct, or someone corrected it first.
pub async fn correct(caller: &Caller, id: Id<Measure>, sample: Sample, reason: &str) -> Result<Id<Measure>, Refusal> {
    let wrong = metrics::measure(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let metric = metrics::by_id(&caller.db, wrong.metric).await?.ok_or(Refusal::NotFound)?;
    let tx = caller.begin(MEASURE_ENTER, scope(metric.initiative)).await?;
    let mut p = Problems::default();
    let reason = p.read(required(reason, "reason", REASON));
    p.done()?;
    check_sample(&sample, metric.kind)?;
    let measure = Measure {
        id: caller.id(),
        version: wrong.version + 1,
        sample,
        reason,
        role: tx.author.role.to_owned(),
        at: tx.author.at,
        ..wrong
    };
    // A later version already there means someone corrected the same value first.
    metrics::add_measure(&tx, &measure).await.map_err(corrected)?;
    let event = Event::new("measure.corrected", "measure", measure.id).within(metric.initiative);
    tx.commit(event.with("instead_of", id)).await?;
    Ok(measure.id)
}

fn entered(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::field("label", "taken", |l| Texts::new(l).measure_taken().into()),
        other => other.into(),
    }
}

fn corrected(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::rule("corrected", |l| Texts::new(l).measure_corrected_first().into()),
        other => other.into(),
    }
}
