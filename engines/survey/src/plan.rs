//! The documented run of a whole wave.
//!
//! A [`Plan`] says everything that must be decided before looking: populations and how they were drawn, margins, questions
//! and their scales, comparisons, thresholds, minimum counts. [`run`] carries it out over [`Tables`] given by the caller
//! and gives back a [`Report`] of every figure at full precision, or a [`Refusal`] that names what is wrong and where.
//! Plans are usually TOML files; their JSON schema is [`schema`]. Reading files and saying things to people is done
//! elsewhere.

mod areas;
mod change;
mod context;
mod drivers;
mod figure;
mod gap;
mod measure;
mod population;
mod priorities;
mod publication;
mod refusal;
mod report;
mod spec;
mod table;
mod tests_asked;

pub use refusal::Refusal;
pub use report::{
    AreaFigure, AreasReport, Association, Breakdown, ChangeLine, ChangeReport, DriverLine, DriversReport, Figure,
    GapLine, GapReport, GroupFigure, Hidden, MatrixPoint, PopulationReport, PriorityLine, PriorityReport, Reading,
    Report, SelectionReport, Shown, Silence, TableCell, TableReport, TestReport, Unreliable, WeightingReport,
};
pub use spec::{
    AreasSpec, BreakSpec, ChangeSpec, DriversSpec, GapSpec, Kind, Label, MarginsSpec, Measure, MeasureReading, Plan,
    Population, PrioritySpec, SelectionSpec, TableSpec, TestSpec, Trial, Value, Values, VarianceAfterMargins,
};
pub use table::{Column, Table, Tables};

use std::collections::BTreeMap;

use context::Context;

/// Told how far a run has come; anything that takes `(done, all)` will do.
pub trait Progress {
    /// `done` of `all` parts of the plan are carried out.
    fn advance(&mut self, done: usize, all: usize);
}

impl Progress for () {
    fn advance(&mut self, _: usize, _: usize) {}
}

impl<F: FnMut(usize, usize)> Progress for F {
    fn advance(&mut self, done: usize, all: usize) {
        self(done, all);
    }
}

/// The JSON schema of a plan.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Plan)
}

/// Carries out a plan. Refuses a plan that contradicts itself, tables that do not hold what it names, and whatever an
/// estimation would have to guess: unequal margins, an empty category, a missing margin value, a weight that is not
/// positive, an answer outside its scale, margins of another year.
pub fn run(plan: &Plan, tables: &Tables, progress: &mut dyn Progress) -> Result<Report, Refusal> {
    plan.check()?;
    let all = plan.parts();
    let mut done = 0;
    let mut step = |progress: &mut dyn Progress| {
        done += 1;
        progress.advance(done, all);
    };
    let mut context = Context::new(plan, tables);
    for population in &plan.populations {
        context.prepare(population)?;
        step(progress);
    }
    let mut each = Each { context: &context, progress, step: &mut step };
    Ok(Report {
        plan: plan.name.clone(),
        level: plan.level,
        minimum_count: plan.minimum_count,
        populations: context.reports(),
        figures: each.of(&plan.measures, measure::figures)?.concat(),
        breakdowns: each.of(&plan.measures, publication::breakdowns)?.concat(),
        changes: each.of(&plan.changes, change::report)?,
        gaps: each.of(&plan.gaps, gap::report)?,
        priorities: each.of(&plan.priorities, priorities::report)?,
        drivers: each.of(&plan.drivers, drivers::report)?,
        tests: each.of(&plan.tests, tests_asked::report)?,
        areas: each.of(&plan.areas, areas::report)?,
        tables: each.of(&plan.tables, publication::table)?,
        selections: publication::selections(&context, &plan.selections)?,
    })
}

/// The weights that a run uses, by population: one for each row of its table that belongs to it, in the order of the table.
/// Refuses what [`run`] would refuse before any figure.
pub fn weights(plan: &Plan, tables: &Tables) -> Result<BTreeMap<String, Vec<f64>>, Refusal> {
    plan.check()?;
    let mut context = Context::new(plan, tables);
    for population in &plan.populations {
        context.prepare(population)?;
    }
    let of = |population: &Population| {
        let prepared = context.population("weights", &population.name)?;
        Ok((population.name.clone(), prepared.design.weights().to_vec()))
    };
    plan.populations.iter().map(of).collect()
}

/// Carries out the parts of one kind, telling how far it has come.
struct Each<'a, 'b> {
    context: &'a Context<'a>,
    progress: &'b mut dyn Progress,
    step: &'b mut dyn FnMut(&mut dyn Progress),
}

impl<'a> Each<'a, '_> {
    fn of<S, R>(
        &mut self,
        asked: &'a [S],
        carry_out: fn(&Context<'a>, &'a S) -> Result<R, Refusal>,
    ) -> Result<Vec<R>, Refusal> {
        let mut out = Vec::with_capacity(asked.len());
        for spec in asked {
            out.push(carry_out(self.context, spec)?);
            (self.step)(self.progress);
        }
        Ok(out)
    }
}
