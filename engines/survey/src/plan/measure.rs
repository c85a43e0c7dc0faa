//! From answers to columns that can be averaged.

use super::Refusal;
use super::context::{Context, Prepared};
use super::figure::{Base, reading};
use super::report::Figure;
use super::spec::{Measure, MeasureReading};
use crate::likert::{LikertError, Scale};

/// The answers of one item in one population.
pub struct Answers<'a> {
    pub measure: &'a Measure,
    pub scale: Option<(&'a str, &'a Scale)>,
    /// Not a number where there is no opinion: the column whose mean is the headline figure.
    pub headline: Vec<f64>,
    /// As coded in the file, not a number where there is nothing.
    pub raw: Vec<f64>,
    /// Whether the person answered, an opinion or not.
    pub answered: Vec<bool>,
}

/// The figures of a measure in every population that it names.
pub fn figures<'a>(context: &Context<'a>, measure: &'a Measure) -> Result<Vec<Figure>, Refusal> {
    let mut out = Vec::new();
    let known = context.plan.populations.iter().filter(|population| measure.columns.contains_key(&population.name));
    for population in known {
        let prepared = context.population(&measure.name, &population.name)?;
        for item in measure.items_or_self() {
            let answers = Answers::of(context, prepared, measure, item)?;
            out.push(Figure {
                measure: measure.name.clone(),
                population: population.name.clone(),
                item: item.to_owned(),
                reading: reading(context, prepared, &answers, &Base::whole(prepared))?,
            });
        }
    }
    Ok(out)
}

impl<'a> Answers<'a> {
    /// Refuses a population that the measure does not name, an unreadable cell, an answer off its scale.
    pub fn of(
        context: &Context<'a>,
        prepared: &Prepared<'_>,
        measure: &'a Measure,
        item: &str,
    ) -> Result<Self, Refusal> {
        let unknown = || Refusal::Unknown { place: measure.name.clone(), name: prepared.spec.name.clone() };
        let column = measure.columns.get(&prepared.spec.name).ok_or_else(unknown)?.replace("{item}", item);
        if let MeasureReading::Share { of, dont_know } = &measure.reading {
            let counts = |cell: &str| (!dont_know.iter().any(|label| label.text() == cell)).then(|| of.hold(cell));
            return Ok(Self::of_words(measure, &prepared.texts(&column)?, counts));
        }
        let raw = prepared.numbers(&column)?;
        let answered = raw.iter().map(|answer| !answer.is_nan()).collect();
        let scale = context.scale_of(measure);
        let headline = match &measure.reading {
            MeasureReading::Scale { .. } => match scale {
                None => return Err(Refusal::Scale(measure.name.clone())),
                Some((name, scale)) => {
                    scale.top_box(&raw).map_err(|error| off_scale(prepared, &column, name, &error))?
                }
            },
            MeasureReading::Mean { dont_know } => {
                let opinion = |value: &f64| !dont_know.iter().any(|code| (*code as f64 - value).abs() < 1e-9);
                raw.iter().map(|value| if opinion(value) { *value } else { f64::NAN }).collect()
            }
            MeasureReading::NetPromoters => promoters(prepared, &column, &raw)?,
            MeasureReading::Share { .. } => Vec::new(),
        };
        Ok(Self { measure, scale, headline, raw, answered })
    }

    fn of_words(measure: &'a Measure, cells: &[Option<String>], counts: impl Fn(&str) -> Option<bool>) -> Self {
        let value = |cell: &Option<String>| {
            cell.as_deref().and_then(&counts).map_or(f64::NAN, |counted| f64::from(u8::from(counted)))
        };
        let headline: Vec<f64> = cells.iter().map(value).collect();
        let answered = cells.iter().map(Option::is_some).collect();
        Self { measure, scale: None, raw: headline.clone(), headline, answered }
    }

    /// Whether the headline figure is a share, from 0 to 1.
    pub fn is_share(&self) -> bool {
        matches!(self.measure.reading, MeasureReading::Scale { .. } | MeasureReading::Share { .. })
    }

    /// What a difference of headline figures is multiplied by to be read in points.
    pub fn points(&self) -> f64 {
        match &self.measure.reading {
            MeasureReading::NetPromoters => 1.0,
            MeasureReading::Mean { .. } => {
                let given = self.headline.iter().copied().filter(|value| !value.is_nan());
                let (low, high) = given.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
                if high > low { 100.0 / (high - low) } else { 100.0 }
            }
            _ => 100.0,
        }
    }

    /// Values for means and regressions: those of the map of a scale, or its ranks; numbers as they are.
    pub fn values(&self) -> Result<Vec<f64>, Refusal> {
        match self.scale {
            Some((name, scale)) => scale.mapped(&self.raw).map_err(Refusal::scale(name)),
            None => Ok(self.headline.clone()),
        }
    }
}

impl<'a> Context<'a> {
    /// The scale of a measure that has one.
    pub fn scale_of(&self, measure: &'a Measure) -> Option<(&'a str, &'a Scale)> {
        let MeasureReading::Scale { scale } = &measure.reading else { return None };
        self.plan.scales.get(scale).map(|found| (scale.as_str(), found))
    }
}

fn off_scale(prepared: &Prepared<'_>, column: &str, scale: &str, error: &LikertError) -> Refusal {
    match *error {
        LikertError::OffScale { unit, value } => Refusal::OffScale {
            table: prepared.spec.table.clone(),
            column: column.to_owned(),
            row: prepared.rows[unit],
            value,
            scale: scale.to_owned(),
        },
        _ => Refusal::Scale(scale.to_owned()),
    }
}

fn promoters(prepared: &Prepared<'_>, column: &str, raw: &[f64]) -> Result<Vec<f64>, Refusal> {
    let marks = Scale { codes: (0..=10).collect(), ..Scale::to(2) };
    let ranks = marks.ranks(raw).map_err(|error| off_scale(prepared, column, "0..10", &error))?;
    let points = |rank: &u32| match rank {
        0..=6 => -100.0,
        7 | 8 => 0.0,
        9 | 10 => 100.0,
        _ => f64::NAN,
    };
    Ok(ranks.iter().map(points).collect())
}
