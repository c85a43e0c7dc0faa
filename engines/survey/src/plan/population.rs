//! Reading a population: its rows, its design, its margins.

use std::collections::BTreeMap;

use super::context::{Context, Prepared, column, numbers};
use super::report::{PopulationReport, WeightingReport};
use super::spec::{MarginsSpec, Population};
use super::{Refusal, Table};
use crate::design::Design;
use crate::error::Error;
use crate::margin::Margin;
use crate::raking::rake;
use crate::trimming::rake_trimmed;

/// Reads, weights and reports a population.
pub fn prepare<'a>(context: &mut Context<'a>, spec: &'a Population) -> Result<Prepared<'a>, Refusal> {
    let table = context.table(&spec.table)?;
    let rows = rows(table, spec)?;
    let reader = Reader { spec, table, rows };
    let base = reader.design(context)?;
    let kish = base.kish().map_err(|error| reader.weighting(error))?;
    let mut report = WeightingReport { base: kish, used: kish, rounds: None, margin_gap: None, trimmed: None };
    let design = match &spec.margins {
        None => base,
        Some(margins) => reader.raked(&base, &reader.margins(context, margins)?, margins, &mut report)?,
    };
    report.used = design.kish().map_err(|error| reader.weighting(error))?;
    let weighted = design.with_weights(design.weights().to_vec()).map_err(|error| reader.weighting(error))?;
    let report = PopulationReport {
        name: spec.name.clone(),
        kind: spec.kind,
        n: reader.rows.len(),
        df: design.degrees_of_freedom(),
        lonely_strata: design.lonely_strata().into_iter().map(|code| context.stratum_name(code)).collect(),
        weighting: report,
        modes: reader.modes()?,
    };
    Ok(Prepared { spec, table, rows: reader.rows, design, weighted, report })
}

/// The rows that fit the filter; at least one.
fn rows(table: &Table, spec: &Population) -> Result<Vec<usize>, Refusal> {
    let mut rows: Vec<usize> = (0..table.rows()).collect();
    for (name, values) in &spec.filter {
        let column = column(table, &spec.table, name)?;
        rows.retain(|row| column.text(*row).is_some_and(|cell| values.hold(&cell)));
    }
    if rows.is_empty() { Err(Refusal::EmptyPopulation(spec.name.clone())) } else { Ok(rows) }
}

struct Reader<'a> {
    spec: &'a Population,
    table: &'a Table,
    rows: Vec<usize>,
}

impl Reader<'_> {
    fn weighting(&self, error: Error) -> Refusal {
        Refusal::Weighting { population: self.spec.name.clone(), error: Box::new(error), rows: self.rows.clone() }
    }

    fn texts(&self, name: &str) -> Result<Vec<String>, Refusal> {
        let column = column(self.table, &self.spec.table, name)?;
        let cell = |row: &usize| {
            let missing = || Refusal::Missing { table: self.spec.table.clone(), column: name.to_owned(), row: *row };
            column.text(*row).ok_or_else(missing)
        };
        self.rows.iter().map(cell).collect()
    }

    fn numbers(&self, name: &str) -> Result<Vec<f64>, Refusal> {
        let values = numbers(column(self.table, &self.spec.table, name)?, &self.spec.table, name, &self.rows)?;
        let empty = values.iter().position(|value| value.is_nan());
        empty.map_or(Ok(values), |place| {
            let row = self.rows[place];
            Err(Refusal::Missing { table: self.spec.table.clone(), column: name.to_owned(), row })
        })
    }

    fn weights(&self, name: &str) -> Result<Vec<f64>, Refusal> {
        let weights = self.numbers(name)?;
        let faulty = weights.iter().position(|weight| !(*weight > 0.0 && weight.is_finite()));
        let (table, column) = (self.spec.table.clone(), name.to_owned());
        match faulty {
            None => Ok(weights),
            Some(place) => Err(Refusal::Weight { table, column, row: self.rows[place], weight: weights[place] }),
        }
    }

    fn design(&self, context: &mut Context<'_>) -> Result<Design, Refusal> {
        let spec = self.spec;
        let mut builder = Design::builder(self.rows.len()).lonely_psu(spec.lonely);
        if let Some(strata) = &spec.strata {
            let names = self.texts(strata)?;
            builder = builder.strata(names.into_iter().map(|name| context.stratum(name)).collect());
        }
        if let Some(cluster) = &spec.cluster {
            builder = builder.clusters(codes(&self.texts(cluster)?));
        }
        let sizes = match (&spec.stratum_size, spec.size) {
            (Some(column), _) => Some(self.numbers(column)?),
            // The size of the whole says nothing of each stratum.
            (None, Some(size)) if spec.strata.is_none() => Some(vec![size; self.rows.len()]),
            _ => None,
        };
        builder = match &spec.weight {
            Some(weight) => builder.weights(self.weights(weight)?),
            None if sizes.is_none() => builder.weights(vec![1.0; self.rows.len()]),
            None => builder,
        };
        if let Some(sizes) = sizes {
            builder = builder.populations(sizes);
        }
        builder.build().map_err(|error| self.weighting(error))
    }

    fn margins(&self, context: &Context<'_>, spec: &MarginsSpec) -> Result<Vec<Margin>, Refusal> {
        let table = context.table(&spec.table)?;
        check_year(table, spec)?;
        let all: Vec<usize> = (0..table.rows()).collect();
        let counts = numbers(column(table, &spec.table, &spec.count)?, &spec.table, &spec.count, &all)?;
        spec.variables.iter().map(|variable| self.margin(table, spec, variable, &counts)).collect()
    }

    fn margin(&self, table: &Table, spec: &MarginsSpec, variable: &str, counts: &[f64]) -> Result<Margin, Refusal> {
        let (variables, names) =
            (column(table, &spec.table, &spec.variable)?, column(table, &spec.table, &spec.category)?);
        let mut categories: Vec<(String, f64)> = Vec::new();
        for row in (0..table.rows()).filter(|row| variables.text(*row).as_deref() == Some(variable)) {
            let missing = Refusal::Missing { table: spec.table.clone(), column: spec.category.clone(), row };
            let name = names.text(row).ok_or(missing)?;
            if categories.iter().any(|(other, _)| *other == name) {
                return Err(Refusal::NamedTwice(name));
            }
            categories.push((name, counts[row]));
        }
        if categories.is_empty() {
            return Err(Refusal::Unknown { place: spec.table.clone(), name: variable.to_owned() });
        }
        let name = spec.columns.get(variable).map_or(variable, String::as_str);
        let answers = column(self.table, &self.spec.table, name)?;
        // An empty name is no category: the raking then says how many units miss a value.
        let cells: Vec<String> = self.rows.iter().map(|row| answers.text(*row).unwrap_or_default()).collect();
        let margin = Margin::from_names(variable, categories, &cells).map_err(|error| self.weighting(error))?;
        Ok(if spec.ordered.iter().any(|ordered| ordered == variable) { margin.ordered() } else { margin })
    }

    fn raked(
        &self,
        base: &Design,
        margins: &[Margin],
        spec: &MarginsSpec,
        report: &mut WeightingReport,
    ) -> Result<Design, Refusal> {
        let raked = rake(base, margins, &spec.raking).map_err(|error| self.weighting(error))?;
        report.rounds = Some(raked.rounds);
        report.margin_gap = Some(raked.gap);
        let Some(rule) = &self.spec.trimming else { return Ok(raked.design) };
        let trimmed = rake_trimmed(base, margins, rule, &spec.raking).map_err(|error| self.weighting(error))?;
        report.trimmed = Some((trimmed.raised, trimmed.lowered, trimmed.moved));
        Ok(trimmed.design)
    }

    /// Share of each mode.
    fn modes(&self) -> Result<BTreeMap<String, f64>, Refusal> {
        let mut out = BTreeMap::new();
        let Some(mode) = &self.spec.mode else { return Ok(out) };
        let column = column(self.table, &self.spec.table, mode)?;
        let modes: Vec<String> = self.rows.iter().filter_map(|row| column.text(*row)).collect();
        for mode in &modes {
            *out.entry(mode.clone()).or_insert(0.0) += 1.0 / modes.len() as f64;
        }
        Ok(out)
    }
}

/// Margins of the year that the plan expects, by the table itself and by its rows.
fn check_year(table: &Table, spec: &MarginsSpec) -> Result<(), Refusal> {
    let Some(expected) = spec.year else { return Ok(()) };
    let refused = |found| Refusal::MarginYear { table: spec.table.clone(), expected, found };
    if let Some(found) = table.year().filter(|year| *year != expected) {
        return Err(refused(found));
    }
    let Some(name) = &spec.year_column else { return Ok(()) };
    let (years, used) = (column(table, &spec.table, name)?, column(table, &spec.table, &spec.variable)?);
    for row in
        (0..table.rows()).filter(|row| used.text(*row).is_some_and(|variable| spec.variables.contains(&variable)))
    {
        let missing = Refusal::Missing { table: spec.table.clone(), column: name.clone(), row };
        let text = years.text(row).ok_or(missing)?;
        let year = text.parse::<i64>().map_err(|_| Refusal::NotANumber {
            table: spec.table.clone(),
            column: name.clone(),
            row,
            text,
        })?;
        if year != expected {
            return Err(refused(year));
        }
    }
    Ok(())
}

fn codes(names: &[String]) -> Vec<u32> {
    let mut seen = BTreeMap::new();
    let code = |name: &String| {
        let next = crate::design::dense(seen.len());
        *seen.entry(name.clone()).or_insert(next)
    };
    names.iter().map(code).collect()
}
