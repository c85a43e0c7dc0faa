//! Small areas by a model.

use super::Refusal;
use super::context::{Context, Prepared, column, numbers};
use super::measure::Answers;
use super::report::{AreaFigure, AreasReport};
use super::spec::AreasSpec;
use crate::design_effect::kish;
use crate::small_area::{ProportionArea, fay_herriot_proportions};

/// Models the share of each item in every area of the table of covariates.
pub fn report<'a>(context: &Context<'a>, spec: &'a AreasSpec) -> Result<AreasReport, Refusal> {
    let prepared = context.surveyed(&spec.name, &spec.population)?;
    let measure = context.plan.measure(&spec.name, &spec.measure)?;
    let known = Known::of(context, spec)?;
    let cells = prepared.texts(&spec.area)?;
    let mut items = Vec::new();
    for item in measure.chosen(&spec.name, &spec.items)? {
        let answers = Answers::of(context, prepared, measure, item)?;
        if !answers.is_share() {
            return Err(Refusal::MeasureKind { place: spec.name.clone(), measure: measure.name.clone() });
        }
        let direct: Vec<Option<Direct>> =
            known.areas.iter().map(|area| direct(prepared, &cells, &answers, area)).collect();
        let areas: Vec<ProportionArea> = direct
            .iter()
            .zip(&known.covariates)
            .map(|(direct, x)| ProportionArea { direct: direct.map(|d| (d.share, d.effective)), covariates: x.clone() })
            .collect();
        let model = fay_herriot_proportions(&areas, spec.scale, spec.method, context.plan.level)
            .map_err(|error| Refusal::Areas { place: format!("{}/{item}", spec.name), error })?;
        let figures = known.areas.iter().zip(direct).zip(&model.shares);
        let shown = |direct: Option<Direct>| direct.filter(|d| d.n as u64 >= context.plan.minimum_count);
        let figures = figures.map(|((area, direct), share)| AreaFigure {
            area: area.clone(),
            direct: shown(direct).map(|d| d.share),
            value: share.value,
            rmse: share.rmse,
            interval: share.interval,
            gamma: shown(direct).map(|_| share.gamma),
        });
        items.push((item.to_owned(), model.model.variance, figures.collect()));
    }
    Ok(AreasReport { name: spec.name.clone(), items })
}

/// The areas and what is known of them.
struct Known {
    areas: Vec<String>,
    covariates: Vec<Vec<f64>>,
}

impl Known {
    fn of(context: &Context<'_>, spec: &AreasSpec) -> Result<Self, Refusal> {
        let table = context.table(&spec.covariates_table)?;
        let rows: Vec<usize> = (0..table.rows()).collect();
        let names = column(table, &spec.covariates_table, &spec.covariates_area)?;
        let missing = |row: usize| Refusal::Missing {
            table: spec.covariates_table.clone(),
            column: spec.covariates_area.clone(),
            row,
        };
        let areas: Result<Vec<String>, Refusal> =
            rows.iter().map(|row| names.text(*row).ok_or_else(|| missing(*row))).collect();
        let mut covariates = vec![vec![1.0]; rows.len()];
        for name in &spec.covariates {
            let values = numbers(column(table, &spec.covariates_table, name)?, &spec.covariates_table, name, &rows)?;
            covariates.iter_mut().zip(values).for_each(|(known, value)| known.push(value));
        }
        Ok(Self { areas: areas?, covariates })
    }
}

/// What people of an area answered.
#[derive(Clone, Copy)]
struct Direct {
    share: f64,
    effective: f64,
    n: usize,
}

/// None where no one answered. The effective size is Kish's, inside the area.
fn direct(prepared: &Prepared<'_>, cells: &[Option<String>], answers: &Answers<'_>, area: &str) -> Option<Direct> {
    let inside = |unit: &usize| cells[*unit].as_deref() == Some(area) && !answers.headline[*unit].is_nan();
    let units: Vec<usize> = (0..cells.len()).filter(inside).collect();
    let weights: Vec<f64> = units.iter().map(|unit| prepared.design.weights()[*unit]).collect();
    let sizes = kish(&weights).ok()?;
    let yes: f64 = units.iter().zip(&weights).map(|(unit, weight)| weight * answers.headline[*unit]).sum();
    Some(Direct { share: (yes / sizes.sum).clamp(0.0, 1.0), effective: sizes.n_eff, n: units.len() })
}
