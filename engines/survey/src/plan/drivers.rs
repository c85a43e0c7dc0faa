//! What goes with an overall mark.

use super::Refusal;
use super::context::Context;
use super::measure::Answers;
use super::report::{DriverLine, DriversReport};
use super::spec::DriversSpec;
use crate::design::Design;
use crate::models::{Coefficient, Family, Glm, ModelError, Ordinal, ParallelLines, driver_shares, parallel_lines};
use crate::replicates::Replicates;

/// The regression, the division of what it explains, and the proportional odds where classes are given.
pub fn report<'a>(context: &Context<'a>, spec: &'a DriversSpec) -> Result<DriversReport, Refusal> {
    let prepared = context.surveyed(&spec.name, &spec.population)?;
    let measure = context.plan.measure(&spec.name, &spec.measure)?;
    let outcome = context.plan.measure(&spec.name, &spec.outcome)?;
    let items = measure.chosen(&spec.name, &spec.items)?;
    let marks = Answers::of(context, prepared, outcome, &outcome.name)?.values()?;
    let columns: Result<Vec<Vec<f64>>, Refusal> =
        items.iter().map(|item| Answers::of(context, prepared, measure, item)?.values()).collect();
    let columns = columns?;
    let refused = |error: ModelError| Refusal::Model { place: spec.name.clone(), error: Box::new(error) };
    let design = prepared.design(spec.variance);
    let fit = Glm { outcome: &marks, columns: &columns, family: Family::Gaussian }.fit(design).map_err(refused)?;
    if (fit.n as u64) < context.plan.minimum_count {
        return Err(refused(ModelError::TooFewAnswers { answers: fit.n, coefficients: columns.len() + 1, df: fit.df }));
    }
    let weights = replicates(design, spec)?;
    let shares = driver_shares(design, &marks, &columns, weights).map_err(refused)?;
    let (proportional_odds, parallel_lines) = ordinal(design, spec, &marks, &columns).map_err(refused)?;
    let drivers = items.iter().zip(shares.drivers).enumerate();
    Ok(DriversReport {
        name: spec.name.clone(),
        n: fit.n,
        r_squared: shares.r_squared,
        intercept: fit.coefficient(0),
        drivers: drivers
            .map(|(place, (item, share))| DriverLine {
                item: (*item).to_owned(),
                coefficient: fit.coefficient(place + 1),
                share,
            })
            .collect(),
        replicates: shares.replicates,
        proportional_odds,
        parallel_lines,
    })
}

/// Weights drawn anew, one replicate after the other.
fn replicates(design: &Design, spec: &DriversSpec) -> Result<Vec<Vec<f64>>, Refusal> {
    if spec.replicates < 2 {
        return Ok(Vec::new());
    }
    let failed = || Refusal::estimation(&spec.name);
    let bootstrap = Replicates::rao_wu(design, spec.replicates, spec.seed).map_err(failed())?;
    (0..bootstrap.count()).map(|number| bootstrap.weights(number).map(|(w, _)| w).map_err(failed())).collect()
}

type Odds = (Option<Vec<Option<Coefficient>>>, Option<ParallelLines>);

fn ordinal(design: &Design, spec: &DriversSpec, marks: &[f64], columns: &[Vec<f64>]) -> Result<Odds, ModelError> {
    if spec.classes.is_empty() {
        return Ok((None, None));
    }
    let class = |mark: &f64| {
        let above = spec.classes.iter().filter(|limit| mark > *limit).count();
        if mark.is_nan() { u32::MAX } else { crate::design::dense(above) }
    };
    let outcome: Vec<u32> = marks.iter().map(class).collect();
    let model = Ordinal { outcome: &outcome, categories: spec.classes.len() + 1, columns };
    let fit = model.fit(design)?;
    let slopes = (0..fit.slopes).map(|place| fit.coefficient(place)).collect();
    // Where a threshold has too few people on a side, the test is not made; the regression stands.
    Ok((Some(slopes), parallel_lines(&model, design).ok()))
}
