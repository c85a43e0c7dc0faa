//! Changes between waves.

use std::collections::{BTreeMap, HashSet};

use super::Refusal;
use super::context::{Context, Prepared};
use super::measure::Answers;
use super::report::{ChangeLine, ChangeReport};
use super::spec::ChangeSpec;
use crate::change::{Change, Stack, Wave};
use crate::design::dense;
use crate::multiplicity::{Break, adjust};

/// Compares two waves, item by item.
pub fn report<'a>(context: &Context<'a>, spec: &'a ChangeSpec) -> Result<ChangeReport, Refusal> {
    let (from, to) = (context.surveyed(&spec.name, &spec.from)?, context.surveyed(&spec.name, &spec.to)?);
    let Persons { before, after, overlap } = persons(from, to)?;
    let waves = [
        Wave { design: from.design(spec.variance), persons: &before },
        Wave { design: to.design(spec.variance), persons: &after },
    ];
    let stack = Stack::new(&waves).map_err(Refusal::estimation(&spec.name))?;
    let mode_shift = mode_shift(&from.report.modes, &to.report.modes);
    let mut found = Vec::new();
    for name in &spec.measures {
        let measure = context.plan.measure(&spec.name, name)?;
        for item in measure.items_or_self() {
            let sides = [from, to].map(|side| Answers::of(context, side, measure, item));
            let [before, after] = sides;
            let (before, after) = (before?, after?);
            let enough = |answers: &Answers<'_>| {
                answers.headline.iter().filter(|value| !value.is_nan()).count() as u64
                    >= context.plan.minimum_count.max(1)
            };
            if enough(&before) && enough(&after) {
                let values = [before.headline.as_slice(), &after.headline].concat();
                let place = format!("{}/{item}", spec.name);
                let change = stack.change(&values, 0, 1).map_err(Refusal::estimation(place))?;
                found.push((name.clone(), item.to_owned(), change, before.points().min(after.points())));
            }
        }
    }
    let lines = lines(context, spec, found, &common_breaks(spec, from, to, mode_shift))?;
    Ok(ChangeReport { name: spec.name.clone(), overlap, mode_shift, lines })
}

type Found = (String, String, Change, f64);

fn lines(
    context: &Context<'_>,
    spec: &ChangeSpec,
    found: Vec<Found>,
    common: &[Break],
) -> Result<Vec<ChangeLine>, Refusal> {
    let family: Vec<f64> = found.iter().filter_map(|(_, _, change, _)| change.p).collect();
    let mut adjusted = adjust(&family, spec.adjustment).map_err(Refusal::estimation(&spec.name))?.into_iter();
    let mut out = Vec::with_capacity(found.len());
    for (measure, item, change, points) in found {
        let q = change.p.and_then(|_| adjusted.next());
        let declared = spec.breaks.iter().filter(|b| b.items.is_empty() || b.items.contains(&item)).map(|b| b.why);
        let breaks: Vec<Break> = common.iter().copied().chain(declared).collect();
        let points = points * change.change.value;
        let interval = change.change.interval(context.plan.level).map_err(Refusal::estimation(&spec.name))?;
        out.push(ChangeLine {
            before: change.before.value,
            after: change.after.value,
            change: change.change.value,
            points,
            se: change.change.se(),
            covariance: change.covariance,
            df: change.change.df,
            interval,
            p: change.p,
            q,
            verdict: spec.arrow.judge(points, q.unwrap_or(1.0), &breaks),
            measure,
            item,
        });
    }
    Ok(out)
}

/// People of both waves by codes, the same for one met twice, and how many were.
struct Persons {
    before: Vec<u32>,
    after: Vec<u32>,
    overlap: usize,
}

fn persons(from: &Prepared<'_>, to: &Prepared<'_>) -> Result<Persons, Refusal> {
    let (Some(before), Some(after)) = (&from.spec.person, &to.spec.person) else {
        let (first, second) = (dense(from.rows.len()), dense(to.rows.len()));
        return Ok(Persons { before: (0..first).collect(), after: (first..first + second).collect(), overlap: 0 });
    };
    let mut codes: BTreeMap<String, u32> = BTreeMap::new();
    let mut next = 0;
    let mut code = |text: Option<String>| {
        // Someone unnamed is nobody else.
        let fresh = next;
        next += 1;
        text.map_or(fresh, |text| *codes.entry(text).or_insert(fresh))
    };
    let before: Vec<u32> = from.texts(before)?.into_iter().map(&mut code).collect();
    let after: Vec<u32> = to.texts(after)?.into_iter().map(&mut code).collect();
    let known: HashSet<u32> = before.iter().copied().collect();
    let overlap = after.iter().filter(|person| known.contains(person)).count();
    Ok(Persons { before, after, overlap })
}

fn mode_shift(before: &BTreeMap<String, f64>, after: &BTreeMap<String, f64>) -> Option<f64> {
    if before.is_empty() || after.is_empty() {
        return None;
    }
    let names: HashSet<&String> = before.keys().chain(after.keys()).collect();
    let share = |modes: &BTreeMap<String, f64>, name: &String| modes.get(name).copied().unwrap_or(0.0);
    Some(names.into_iter().map(|name| (share(before, name) - share(after, name)).abs()).sum::<f64>() / 2.0)
}

fn common_breaks(spec: &ChangeSpec, from: &Prepared<'_>, to: &Prepared<'_>, mode_shift: Option<f64>) -> Vec<Break> {
    let seasons = from.spec.season.as_ref().zip(to.spec.season.as_ref());
    let season = seasons.is_some_and(|(before, after)| before != after).then_some(Break::Season);
    let mode = mode_shift.is_some_and(|shift| shift > spec.mode_shift).then_some(Break::Mode);
    season.into_iter().chain(mode).collect()
}
