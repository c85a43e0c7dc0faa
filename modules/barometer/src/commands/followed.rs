//! Following a service: a metric of the démarche that each published wave measures, so that a commitment which names it
//! is judged by the next one.

use arpent_commons::commands::metrics as acts;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::metrics::{Aim, Metric, MetricKind, NewMeasure, NewMetric};
use arpent_commons::store::metrics;
use arpent_core::verdict::Sample;
use arpent_core::{Event, Id};
use arpent_survey::distributions::normal_quantile;
use arpent_web::{Caller, Refusal};

use super::scope;
use crate::PROTOCOL_EDIT;
use crate::domain::cube::{Cube, Nature, Shown};
use crate::domain::question::Aspect;
use crate::store::barometers::BarometerRow;
use crate::store::cubes;
use crate::store::followed::{self, Followed};
use crate::texts::Texts;

/// Follows what a population thinks of a service; the waves already published are measured at once. Done twice, it is
/// done once.
///
/// # Errors
/// Not allowed, nothing published, no such population or service, or volunteers: a flow has no margin of error, so that
/// no commitment can be judged by it.
pub async fn follow(
    caller: &Caller,
    row: &BarometerRow,
    population: &str,
    service: &str,
) -> Result<Id<Metric>, Refusal> {
    caller.require(PROTOCOL_EDIT, scope(row.initiative))?;
    let known = followed::of_barometer(&caller.db, row.id).await?;
    if let Some(one) = known.iter().find(|one| one.population == population && one.item == service) {
        return Ok(one.metric);
    }
    let published = cubes::before(&caller.db, row.id, i64::MAX).await?;
    let cube = &published.last().ok_or(Refusal::NotFound)?.cube;
    let metric = metric(caller, row.initiative, &described(caller, cube, population, service)?).await?;
    let tx = caller.begin(PROTOCOL_EDIT, scope(row.initiative)).await?;
    let one = Followed { metric, population: population.to_owned(), item: service.to_owned() };
    followed::add(&tx, row.id, &one).await?;
    let event = Event::new("item.followed", "metric", metric).within(row.initiative);
    tx.commit(event.with("item", service.to_owned()).with("population", population.to_owned())).await?;
    catch_up(caller, row).await?;
    Ok(metric)
}

fn described(caller: &Caller, cube: &Cube, population: &str, service: &str) -> Result<NewMetric, Refusal> {
    let (t, language) = (Texts::new(caller.lang), caller.lang.code());
    let who = cube.population(population).ok_or(Refusal::NotFound)?;
    let what = cube.services.iter().find(|one| one.code == service).ok_or(Refusal::NotFound)?;
    if who.nature == Nature::Flow {
        return Err(Refusal::rule("flow", |l| Texts::new(l).follow_flow().into()));
    }
    Ok(NewMetric {
        title: t.follow_metric(who.name.say(language), what.name.say(language)),
        unit: "%".to_owned(),
        kind: MetricKind::Proportion,
        aim: Aim::Up,
        margin: Some(cube.rules.least_change / 100.0),
        min_n: Some(i64::from(cube.rules.estimate_from)),
        method: t.follow_method().to_owned(),
    })
}

/// The metric of these words: one that was created before the process stopped half-way is taken up again.
async fn metric(caller: &Caller, initiative: Id<Initiative>, new: &NewMetric) -> Result<Id<Metric>, Refusal> {
    let known = metrics::of_initiative(&caller.db, initiative).await?;
    match known.into_iter().find(|one| one.title == new.title) {
        Some(known) => Ok(known.id),
        None => acts::create(caller, initiative, new).await,
    }
}

/// Measures what is followed by every published wave that has not been measured yet.
///
/// # Errors
/// Not allowed, or the database does not answer.
pub(super) async fn catch_up(caller: &Caller, row: &BarometerRow) -> Result<(), Refusal> {
    let followed = followed::of_barometer(&caller.db, row.id).await?;
    if followed.is_empty() {
        return Ok(());
    }
    let published = cubes::before(&caller.db, row.id, i64::MAX).await?;
    for one in &followed {
        let measures = metrics::measures(&caller.db, one.metric).await?;
        for cube in published.iter().map(|row| &row.cube) {
            let measure = measure(caller, cube, one);
            if let Some(new) = measure.filter(|new| !measures.iter().any(|known| known.label == new.label)) {
                acts::measure(caller, one.metric, &new).await?;
            }
        }
    }
    Ok(())
}

/// What a wave says of an item; nothing where the figure is hidden.
fn measure(caller: &Caller, cube: &Cube, one: &Followed) -> Option<NewMeasure> {
    let t = Texts::new(caller.lang);
    let shown = cube.reading(&one.population, Aspect::Satisfaction, &one.item)?.shown()?;
    Some(NewMeasure {
        label: t.wave_named(cube.wave.number, cube.wave.title.as_str()),
        from: cube.wave.opens,
        to: cube.wave.closes,
        sample: sample(shown, cube.rules.confidence)?,
        source: t.follow_source(&cube.barometer, &cube.protocol_sha256),
        method: t.follow_weighted(shown.n),
    })
}

/// A weighted share as the answers that would be worth as much in a simple draw (effective sample size, Kish 1965), never
/// more than were given.
fn sample(shown: &Shown, confidence: f64) -> Option<Sample> {
    let (low, high) = shown.interval?;
    let error = (high - low) / (2.0 * normal_quantile(0.5 + confidence / 2.0));
    let given = i64::try_from(shown.n).ok()?;
    let worth = shown.value * (1.0 - shown.value) / (error * error);
    let n = if worth.is_finite() && worth >= 1.0 { whole(worth).min(given) } else { given };
    Some(Sample::proportion(whole(shown.value * n as f64), n))
}

/// The nearest whole number of a count that fits.
#[expect(clippy::cast_possible_truncation, reason = "counts of answers, far below the bounds")]
fn whole(count: f64) -> i64 {
    count.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, interval: Option<(f64, f64)>, n: u64) -> Shown {
        Shown { value, interval, n, distribution: vec![], dont_know: None, fragile: false }
    }

    #[test]
    fn a_weighted_share_is_worth_fewer_answers_than_were_given() {
        // 0,02 of standard error at one half: 625 answers of a simple draw.
        let weighted = shown(0.5, Some((0.5 - 1.96 * 0.02, 0.5 + 1.96 * 0.02)), 1_000);
        assert!(matches!(sample(&weighted, 0.95), Some(Sample::Proportion { n: 625, .. })));
    }

    #[test]
    fn it_is_never_worth_more_and_a_flow_is_worth_nothing() {
        assert!(matches!(
            sample(&shown(0.9, Some((0.89, 0.91)), 200), 0.95),
            Some(Sample::Proportion { successes: 180, n: 200 })
        ));
        assert!(matches!(
            sample(&shown(1.0, Some((0.97, 1.0)), 38), 0.95),
            Some(Sample::Proportion { successes: 38, n: 38 })
        ));
        assert!(sample(&shown(0.5, None, 900), 0.95).is_none());
    }
}
