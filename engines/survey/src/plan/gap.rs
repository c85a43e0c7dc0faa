//! Gaps between populations.

use super::Refusal;
use super::context::{Context, Prepared};
use super::figure::interval;
use super::measure::Answers;
use super::report::{GapLine, GapReport};
use super::spec::{GapSpec, Measure};
use crate::classical::spearman;
use crate::design::Design;
use crate::estimate::{Estimate, Interval};
use crate::gap::{Gap, interval_of_difference};
use crate::multiplicity::adjust;

/// A side of a gap: its estimate and interval.
type Side = (Estimate, Interval);

/// Compares two populations, item by item and over all.
pub fn report<'a>(context: &Context<'a>, spec: &'a GapSpec) -> Result<GapReport, Refusal> {
    let measure = context.plan.measure(&spec.name, &spec.measure)?;
    let [first, second] = [&spec.first, &spec.second].map(|name| context.surveyed(&spec.name, name));
    let (first, second) = (first?, second?);
    let mut lines = Vec::new();
    for item in measure.items_or_self() {
        let sides = [first, second].map(|prepared| side(context, spec, prepared, measure, item));
        let [one, other] = sides;
        if let (Some(one), Some(other)) = (one?, other?) {
            lines.push(line(item, one, other));
        }
    }
    let family: Vec<f64> = lines.iter().filter_map(|line| line.p).collect();
    let mut adjusted = adjust(&family, spec.adjustment).map_err(Refusal::estimation(&spec.name))?.into_iter();
    for line in &mut lines {
        line.q = line.p.and_then(|_| adjusted.next());
    }
    let values = |side: fn(&GapLine) -> f64| lines.iter().map(side).collect::<Vec<f64>>();
    let rank_agreement = spearman(&values(|line| line.first.0), &values(|line| line.second.0));
    let [one, other] = [first, second].map(|prepared| pooled(context, spec, prepared, measure));
    let pooled = one?.zip(other?).map(|(one, other)| line("", one, other));
    Ok(GapReport { name: spec.name.clone(), lines, pooled, rank_agreement })
}

/// None with too few people.
fn side<'a>(
    context: &Context<'a>,
    spec: &GapSpec,
    prepared: &Prepared<'_>,
    measure: &'a Measure,
    item: &str,
) -> Result<Option<Side>, Refusal> {
    let answers = Answers::of(context, prepared, measure, item)?;
    let place = format!("{}/{item}", spec.name);
    let n = answers.headline.iter().filter(|value| !value.is_nan()).count() as u64;
    if n == 0 || n < context.plan.minimum_count {
        return Ok(None);
    }
    let estimate = prepared.design(spec.variance).mean(&answers.headline).map_err(Refusal::estimation(&place))?;
    let interval = interval(context.plan, prepared, &answers, &answers.headline, &estimate, prepared.spec.size);
    Ok(Some((estimate, interval.map_err(Refusal::estimation(&place))?)))
}

fn line(item: &str, first: Side, second: Side) -> GapLine {
    let gap = Gap::between(&first.0, &second.0);
    let shown = |side: &Side| (side.0.value, side.0.se(), side.1, side.0.n);
    GapLine {
        item: item.to_owned(),
        first: shown(&first),
        second: shown(&second),
        gap: gap.value,
        se: gap.se(),
        interval: interval_of_difference((first.0.value, first.1), (second.0.value, second.1)),
        p: gap.p,
        q: None,
    }
}

/// The mean of all items, with people who answered any of them; none with too few people.
fn pooled<'a>(
    context: &Context<'a>,
    spec: &GapSpec,
    prepared: &Prepared<'_>,
    measure: &'a Measure,
) -> Result<Option<Side>, Refusal> {
    let columns: Result<Vec<Vec<f64>>, Refusal> = measure
        .items_or_self()
        .into_iter()
        .map(|item| Answers::of(context, prepared, measure, item).map(|answers| answers.headline))
        .collect();
    let columns = columns?;
    let people = (0..prepared.rows.len()).filter(|unit| columns.iter().any(|column| !column[*unit].is_nan())).count();
    let answered = columns.iter().all(|column| column.iter().any(|value| !value.is_nan()));
    if (people as u64) < context.plan.minimum_count || !answered {
        return Ok(None);
    }
    mean_of(prepared.design(spec.variance), &columns, people, context.plan.level)
        .map(Some)
        .map_err(Refusal::estimation(&spec.name))
}

fn mean_of(design: &Design, columns: &[Vec<f64>], people: usize, level: f64) -> Result<Side, crate::Error> {
    let means = design.means(columns)?;
    let share = 1.0 / columns.len() as f64;
    let estimate = Estimate { n: people, ..means.contrast(&vec![share; columns.len()]) };
    Ok((estimate, estimate.interval(level)?))
}
