//! What the parts of a run share: the plan, the tables, the populations with their designs.

use std::collections::BTreeMap;

use super::report::PopulationReport;
use super::spec::{Kind, Plan, Population, VarianceAfterMargins};
use super::table::{Column, Table, Tables};
use super::{Refusal, population};
use crate::design::Design;

/// A population ready to be estimated.
pub struct Prepared<'a> {
    pub spec: &'a Population,
    pub table: &'a Table,
    /// Rows of the table that belong to it.
    pub rows: Vec<usize>,
    /// With residuals on the margins.
    pub design: Design,
    /// With the weights as they are.
    pub weighted: Design,
    pub report: PopulationReport,
}

/// The plan being carried out.
pub struct Context<'a> {
    pub plan: &'a Plan,
    tables: &'a Tables,
    prepared: BTreeMap<&'a str, Prepared<'a>>,
    /// Names of strata: the same code for the same stratum in every wave.
    strata: BTreeMap<String, u32>,
}

impl<'a> Context<'a> {
    pub fn new(plan: &'a Plan, tables: &'a Tables) -> Self {
        Self { plan, tables, prepared: BTreeMap::new(), strata: BTreeMap::new() }
    }

    pub fn table(&self, name: &str) -> Result<&'a Table, Refusal> {
        self.tables.get(name).ok_or_else(|| Refusal::Table(name.to_owned()))
    }

    /// Reads and weights a population.
    pub fn prepare(&mut self, spec: &'a Population) -> Result<(), Refusal> {
        let prepared = population::prepare(self, spec)?;
        self.prepared.insert(&spec.name, prepared);
        Ok(())
    }

    /// The code of a stratum, and its name later.
    pub fn stratum(&mut self, name: String) -> u32 {
        let next = crate::design::dense(self.strata.len());
        *self.strata.entry(name).or_insert(next)
    }

    pub fn stratum_name(&self, code: u32) -> String {
        self.strata.iter().find(|(_, other)| **other == code).map_or_else(String::new, |(name, _)| name.clone())
    }

    /// A prepared population. Its name was checked with the plan.
    pub fn population(&self, place: &str, name: &str) -> Result<&Prepared<'a>, Refusal> {
        let unknown = || Refusal::Unknown { place: place.to_owned(), name: name.to_owned() };
        self.prepared.get(name).ok_or_else(unknown)
    }

    /// A population that was drawn: volunteers are neither compared nor modelled.
    pub fn surveyed(&self, place: &str, name: &str) -> Result<&Prepared<'a>, Refusal> {
        let found = self.population(place, name)?;
        if found.spec.kind == Kind::Flow {
            return Err(Refusal::Volunteers { place: place.to_owned(), population: name.to_owned() });
        }
        Ok(found)
    }

    pub fn reports(&self) -> Vec<PopulationReport> {
        let report = |population: &Population| self.prepared.get(population.name.as_str()).map(|p| p.report.clone());
        self.plan.populations.iter().filter_map(report).collect()
    }
}

impl<'a> Prepared<'a> {
    pub fn column(&self, name: &str) -> Result<&'a Column, Refusal> {
        column(self.table, &self.spec.table, name)
    }

    /// Numbers of a column, not a number where there is nothing.
    pub fn numbers(&self, name: &str) -> Result<Vec<f64>, Refusal> {
        numbers(self.column(name)?, &self.spec.table, name, &self.rows)
    }

    /// Cells of a column as text.
    pub fn texts(&self, name: &str) -> Result<Vec<Option<String>>, Refusal> {
        let column = self.column(name)?;
        Ok(self.rows.iter().map(|row| column.text(*row)).collect())
    }

    /// Codes of the categories of a column in alphabetical order, `u32::MAX` where there is nothing, and their names.
    pub fn categories(&self, name: &str) -> Result<(Vec<u32>, Vec<String>), Refusal> {
        let texts = self.texts(name)?;
        let mut names: Vec<String> = texts.iter().flatten().cloned().collect();
        names.sort();
        names.dedup();
        let code = |text: &Option<String>| {
            let place = text.as_ref().and_then(|text| names.binary_search(text).ok());
            place.map_or(u32::MAX, crate::design::dense)
        };
        Ok((texts.iter().map(code).collect(), names))
    }

    pub fn design(&self, variance: VarianceAfterMargins) -> &Design {
        match variance {
            VarianceAfterMargins::Weights => &self.weighted,
            VarianceAfterMargins::Residuals => &self.design,
        }
    }
}

/// A column of a table.
pub fn column<'a>(table: &'a Table, table_name: &str, name: &str) -> Result<&'a Column, Refusal> {
    table.column(name).ok_or_else(|| Refusal::Column { table: table_name.to_owned(), column: name.to_owned() })
}

/// Numbers of some rows of a column.
pub fn numbers(column: &Column, table: &str, name: &str, rows: &[usize]) -> Result<Vec<f64>, Refusal> {
    let number = |row: &usize| {
        column.number(*row).map_err(|text| Refusal::NotANumber {
            table: table.to_owned(),
            column: name.to_owned(),
            row: *row,
            text,
        })
    };
    rows.iter().map(number).collect()
}
