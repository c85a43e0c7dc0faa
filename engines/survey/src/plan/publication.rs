//! What may be shown of groups, tables and filters.

use std::collections::BTreeMap;

use super::Refusal;
use super::context::{Context, Prepared};
use super::figure::{Base, reading};
use super::measure::Answers;
use super::report::{
    Breakdown, Figure, GroupFigure, Hidden, Reading, SelectionReport, Silence, TableCell, TableReport,
};
use super::spec::{Measure, SelectionSpec, TableSpec};
use crate::disclosure::{Cell, Cells, Effort, Exposure, Ledger, PrimaryRule, Relation, Role, suppress};

/// Figures by group, the groups of all columns of the measure protecting each other.
pub fn breakdowns<'a>(context: &Context<'a>, measure: &'a Measure) -> Result<Vec<Breakdown>, Refusal> {
    let mut out = Vec::new();
    if measure.by.is_empty() {
        return Ok(out);
    }
    for population in context.plan.populations.iter().filter(|p| measure.columns.contains_key(&p.name)) {
        let prepared = context.population(&measure.name, &population.name)?;
        let columns: Result<Vec<Groups>, Refusal> = measure.by.iter().map(|by| Groups::of(prepared, by)).collect();
        let columns = columns?;
        for item in measure.items_or_self() {
            let answers = Answers::of(context, prepared, measure, item)?;
            let silence = silence(context.plan.minimum_count, &columns, &answers);
            for (groups, silence) in columns.iter().zip(silence) {
                out.push(Breakdown {
                    measure: measure.name.clone(),
                    population: population.name.clone(),
                    item: item.to_owned(),
                    by: groups.by.clone(),
                    groups: groups.figures(context, prepared, &answers, &silence)?,
                });
            }
        }
    }
    Ok(out)
}

/// The groups of a column.
struct Groups {
    by: String,
    codes: Vec<u32>,
    names: Vec<String>,
}

impl Groups {
    fn of(prepared: &Prepared<'_>, by: &str) -> Result<Self, Refusal> {
        let (codes, names) = prepared.categories(by)?;
        Ok(Self { by: by.to_owned(), codes, names })
    }

    fn figures(
        &self,
        context: &Context<'_>,
        prepared: &Prepared<'_>,
        answers: &Answers<'_>,
        silence: &[Option<Silence>],
    ) -> Result<Vec<GroupFigure>, Refusal> {
        let figure = |(code, name): (usize, &String)| {
            let inside = || self.codes.iter().map(|other| *other as usize == code).collect();
            let reading = if let Some(why) = silence[code] {
                Reading::Hidden(Hidden { why })
            } else {
                reading(context, prepared, answers, &Base::of(inside()))?
            };
            Ok(GroupFigure { group: name.clone(), reading })
        };
        self.names.iter().enumerate().map(figure).collect()
    }
}

/// For each column, what is not shown of its groups. People are told apart by their groups in all columns together: those
/// crossings are not published, but say how groups add up.
fn silence(minimum: u64, columns: &[Groups], answers: &Answers<'_>) -> Vec<Vec<Option<Silence>>> {
    let mut crossings: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
    for unit in (0..answers.headline.len()).filter(|unit| !answers.headline[*unit].is_nan()) {
        *crossings.entry(columns.iter().map(|groups| groups.codes[unit]).collect()).or_default() += 1;
    }
    let offered: usize = columns.iter().map(|groups| groups.names.len()).sum();
    let place = |crossing: usize| offered + 1 + crossing;
    let mut cells = Vec::with_capacity(offered + 1 + crossings.len());
    let mut relations = Vec::with_capacity(offered + 1);
    for (axis, groups) in columns.iter().enumerate() {
        for group in (0_u32..).take(groups.names.len()) {
            let inside = crossings.iter().enumerate().filter(|(_, (codes, _))| codes[axis] == group);
            let (parts, counts): (Vec<usize>, Vec<u64>) = inside.map(|(k, (_, count))| (place(k), *count)).unzip();
            relations.push(Relation { total: cells.len(), parts });
            cells.push(Cell { count: counts.iter().sum(), role: Role::Offered });
        }
    }
    let total = crossings.values().sum();
    relations.push(Relation { total: offered, parts: (0..crossings.len()).map(place).collect() });
    cells.push(Cell { count: total, role: Role::Known });
    cells.extend(crossings.values().map(|count| Cell { count: *count, role: Role::Unpublished }));
    let rule = PrimaryRule::minimum(minimum);
    let hidden = Cells::new(cells, relations).and_then(|cells| suppress(&cells, &rule, Effort::Quick));
    let mut next = 0;
    let mut silent = || {
        next += 1;
        match &hidden {
            // What cannot be protected is not broken down at all.
            Err(_) => Some(Silence::Protects),
            Ok(pattern) => {
                let found = pattern.hidden.iter().find(|hidden| hidden.range.cell == next - 1)?;
                Some(if found.primary { Silence::TooFew } else { Silence::Protects })
            }
        }
    };
    columns.iter().map(|groups| groups.names.iter().map(|_| silent()).collect()).collect()
}

/// A table of counts, protected.
pub fn table<'a>(context: &Context<'a>, spec: &'a TableSpec) -> Result<TableReport, Refusal> {
    let prepared = context.population(&spec.name, &spec.population)?;
    let (rows, columns) = (Groups::of(prepared, &spec.rows)?, Groups::of(prepared, &spec.columns)?);
    let mut counts = vec![vec![0_u64; columns.names.len()]; rows.names.len()];
    for (row, column) in rows.codes.iter().zip(&columns.codes) {
        if let Some(count) = counts.get_mut(*row as usize).and_then(|row| row.get_mut(*column as usize)) {
            *count += 1;
        }
    }
    let refused = |error| Refusal::Disclosure { place: spec.name.clone(), error };
    let cells = Cells::two_way(&counts, spec.totals).map_err(refused)?;
    let rule = PrimaryRule::minimum(spec.minimum.unwrap_or(context.plan.minimum_count));
    let pattern = suppress(&cells, &rule, Effort::Usual).map_err(refused)?;
    let inside = rows.names.iter().flat_map(|row| columns.names.iter().map(move |column| (Some(row), Some(column))));
    let totals = rows.names.iter().map(|row| (Some(row), None));
    let names =
        inside.chain(totals).chain(columns.names.iter().map(|column| (None, Some(column)))).chain([(None, None)]);
    let cell = |(place, (row, column)): (usize, (Option<&String>, Option<&String>))| {
        let found = pattern.hidden.iter().find(|hidden| hidden.range.cell == place);
        let why = found.map(|found| if found.primary { Silence::TooFew } else { Silence::Protects });
        let count = why.is_none().then(|| cells.cells()[place].count);
        TableCell { row: row.cloned(), column: column.cloned(), count, hidden: why }
    };
    let optimal = pattern.optimal;
    Ok(TableReport { name: spec.name.clone(), cells: names.enumerate().map(cell).collect(), optimal })
}

/// Filters of each population, in the order of the plan.
pub fn selections(context: &Context<'_>, specs: &[SelectionSpec]) -> Result<Vec<SelectionReport>, Refusal> {
    let mut ledgers: BTreeMap<&str, Ledger> = BTreeMap::new();
    let mut out = Vec::with_capacity(specs.len());
    for spec in specs {
        let prepared = context.population(&spec.name, &spec.population)?;
        let fresh = || Ledger::new(prepared.rows.len(), context.plan.minimum_count);
        let ledger = ledgers.entry(&spec.population).or_insert_with(fresh);
        let inside = inside(prepared, spec)?;
        let hidden = match ledger.show(&inside) {
            Ok(()) => None,
            Err(Exposure::TooFew { .. }) => Some(Silence::TooFew),
            Err(Exposure::Differencing { .. } | Exposure::Length { .. }) => Some(Silence::Exposes),
        };
        let figures = if hidden.is_none() { figures(context, prepared, spec, &inside)? } else { Vec::new() };
        out.push(SelectionReport { name: spec.name.clone(), hidden, figures });
    }
    Ok(out)
}

fn inside(prepared: &Prepared<'_>, spec: &SelectionSpec) -> Result<Vec<bool>, Refusal> {
    let fits = |conditions: &super::spec::Value| -> Result<Vec<bool>, Refusal> {
        let mut inside = vec![true; prepared.rows.len()];
        for (column, values) in conditions {
            let texts = prepared.texts(column)?;
            inside.iter_mut().zip(texts).for_each(|(inside, text)| *inside &= text.is_some_and(|t| values.hold(&t)));
        }
        Ok(inside)
    };
    let only = fits(&spec.only)?;
    let except = if spec.except.is_empty() { vec![false; only.len()] } else { fits(&spec.except)? };
    Ok(only.into_iter().zip(except).map(|(only, except)| only && !except).collect())
}

fn figures(
    context: &Context<'_>,
    prepared: &Prepared<'_>,
    spec: &SelectionSpec,
    inside: &[bool],
) -> Result<Vec<Figure>, Refusal> {
    let mut out = Vec::new();
    for name in &spec.measures {
        let measure = context.plan.measure(&spec.name, name)?;
        for item in measure.items_or_self() {
            let answers = Answers::of(context, prepared, measure, item)?;
            out.push(Figure {
                measure: name.clone(),
                population: spec.population.clone(),
                item: item.to_owned(),
                reading: reading(context, prepared, &answers, &Base::of(inside.to_vec()))?,
            });
        }
    }
    Ok(out)
}
