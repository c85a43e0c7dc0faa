//! What to work on first.

use super::Refusal;
use super::context::{Context, Prepared};
use super::measure::Answers;
use super::report::{MatrixPoint, PriorityLine, PriorityReport};
use super::spec::{Measure, PrioritySpec};
use crate::importance::{Judged, Placed, Rated, matrix, rate};

/// Rates the items and places them on the matrix. Items without enough answers on either side are left out.
pub fn report<'a>(context: &Context<'a>, spec: &'a PrioritySpec) -> Result<PriorityReport, Refusal> {
    let prepared = context.surveyed(&spec.name, &spec.population)?;
    let [importance, satisfaction] =
        [&spec.importance, &spec.satisfaction].map(|name| context.plan.measure(&spec.name, name));
    let (importance, satisfaction) = (importance?, satisfaction?);
    let items = Items::of(context, spec, prepared, importance, satisfaction)?;
    let failed = || Refusal::estimation(&spec.name);
    let judged: Vec<Judged<'_>> = items
        .sides
        .iter()
        .map(|(important, satisfied)| Judged { important: &important.headline, satisfied: &satisfied.headline })
        .collect();
    let rated = rate(&prepared.design, &judged, context.plan.level).map_err(failed())?;
    let pairs: Vec<(&[f64], &[f64])> = items.values.iter().map(|(i, s)| (i.as_slice(), s.as_slice())).collect();
    let placed = matrix(&prepared.design, &pairs, spec.axes, context.plan.level).map_err(failed())?;
    let mut lines: Vec<PriorityLine> =
        rated.iter().zip(&placed).zip(&items.names).map(|((r, p), item)| line(item, r, p, &items.names)).collect();
    lines.sort_by_key(|line| line.rank);
    Ok(PriorityReport { name: spec.name.clone(), lines })
}

struct Items<'a> {
    names: Vec<&'a str>,
    sides: Vec<(Answers<'a>, Answers<'a>)>,
    values: Vec<(Vec<f64>, Vec<f64>)>,
}

impl<'a> Items<'a> {
    fn of(
        context: &Context<'a>,
        spec: &PrioritySpec,
        prepared: &Prepared<'_>,
        importance: &'a Measure,
        satisfaction: &'a Measure,
    ) -> Result<Self, Refusal> {
        let mut out = Self { names: Vec::new(), sides: Vec::new(), values: Vec::new() };
        for item in importance.chosen(&spec.name, &satisfaction.items)? {
            let [important, satisfied] =
                [importance, satisfaction].map(|measure| Answers::of(context, prepared, measure, item));
            let (important, satisfied) = (important?, satisfied?);
            for (answers, measure) in [(&important, importance), (&satisfied, satisfaction)] {
                if !answers.is_share() {
                    return Err(Refusal::MeasureKind { place: spec.name.clone(), measure: measure.name.clone() });
                }
            }
            let enough = |answers: &Answers<'_>| {
                answers.headline.iter().filter(|v| !v.is_nan()).count() as u64 >= context.plan.minimum_count.max(1)
            };
            if enough(&important) && enough(&satisfied) {
                out.names.push(item);
                out.values.push((important.values()?, satisfied.values()?));
                out.sides.push((important, satisfied));
            }
        }
        Ok(out)
    }
}

fn line(item: &str, rated: &Rated, placed: &Placed, names: &[&str]) -> PriorityLine {
    PriorityLine {
        item: item.to_owned(),
        importance: rated.importance.value,
        satisfaction: rated.satisfaction.value,
        rating: rated.rating.value,
        se: rated.rating.se(),
        interval: rated.interval,
        priority: rated.priority,
        certain: rated.certain,
        rank: rated.rank,
        tied_with: rated.tied_with.iter().map(|other| names[*other].to_owned()).collect(),
        matrix: MatrixPoint {
            importance: (placed.importance.value, placed.importance.se()),
            satisfaction: (placed.satisfaction.value, placed.satisfaction.se()),
            ellipse: placed.ellipse,
            quadrant: placed.quadrant,
            certain: placed.certain,
        },
    }
}
