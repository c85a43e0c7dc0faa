//! Known totals: brought in as a table, mended by hand.

use std::collections::BTreeMap;

use arpent_commons::domain::text::{self, SHORT};
use arpent_commons::store::places;
use arpent_documents::tables::{Limits, read as read_table};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::part::{Group, Reading};
use super::{Drafting, Part};
use crate::commands::protocols as commands;
use crate::domain::lines;
use crate::domain::margins::{self as domain, Column, LineFault, Origin, Reason};
use crate::domain::protocol::{MarginTable, Protocol};
use crate::texts::Texts;

/// Lines to mend that are shown; the rest are counted.
const SHOWN: usize = 50;

/// Margins older or younger than this are usual; beyond, a warning says so.
const FRESH: i16 = 5;

/// The end of a table's address.
pub(super) fn code(table: &MarginTable) -> String {
    format!("{}~{}", table.population, table.variable)
}

fn find<'a>(protocol: &'a Protocol, code: &str) -> Option<&'a MarginTable> {
    let (population, variable) = code.split_once('~')?;
    protocol.margin(population, variable)
}

pub(super) fn groups(t: Texts, protocol: &Protocol, code: &str) -> Option<Vec<Group>> {
    let table = find(protocol, code)?;
    let fields = vec![
        Field::text("source", t.margin_source(), &table.source).hint(t.margin_source_hint()).required().max(SHORT),
        Field::text("year", t.margin_year(), table.year.to_string()).required(),
        Field::text("cells", t.margin_cells(), lines::of_cells(&table.cells))
            .kind("textarea")
            .hint(t.margin_cells_hint())
            .required(),
    ];
    Some(vec![Group { title: "", fields }])
}

pub(super) fn apply(protocol: &mut Protocol, code: &str, read: &mut Reading<'_>) {
    let Some((population, variable)) = code.split_once('~') else { return };
    let of = |one: &&mut MarginTable| one.population == population && one.variable == variable;
    let Some(table) = protocol.margins.iter_mut().find(of) else { return };
    table.source = read.text("source");
    if table.source.is_empty() {
        read.wrong("source", Texts::margin_source_missing);
    }
    table.year = read.whole("year", table.year, (1900, 2200));
    table.cells = read.list("cells", &table.cells, lines::cells(read.sent.get("cells")));
}

/// Tables counted in another year than most, or long before today: each said in words.
pub(super) fn warnings(t: Texts, protocol: &Protocol, year: i16) -> Vec<String> {
    let mut years: Vec<i16> = protocol.margins.iter().map(|one| one.year).collect();
    years.sort_unstable();
    years.dedup();
    let mut said = Vec::new();
    if years.len() > 1 {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        said.push(t.margin_years_differ(years.join(", ")));
    }
    let far = |one: &&MarginTable| (year - one.year).abs() > FRESH;
    said.extend(protocol.margins.iter().filter(far).map(|one| {
        let counted = one.year.to_string();
        t.margin_year_far(year.to_string(), counted, one.variable.as_str())
    }));
    said
}

#[derive(Debug, Template)]
#[template(path = "draft_margins_import.html")]
struct ImportPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    errors: Vec<ErrorLine>,
    more: usize,
    version: i64,
    back: String,
}

#[derive(Debug)]
struct ErrorLine {
    line: u64,
    column: &'static str,
    reason: &'static str,
    cell: String,
}

fn error_line(t: Texts, fault: &LineFault) -> ErrorLine {
    let column = match fault.column {
        Column::Variable => t.margin_column_variable(),
        Column::Category => t.margin_column_category(),
        Column::Total => t.margin_column_total(),
    };
    let reason = match fault.reason {
        Reason::Empty => t.margin_fault_empty(),
        Reason::NotANumber => t.margin_fault_number(),
        Reason::BadCode => t.margin_fault_code(),
        Reason::Twice => t.margin_fault_twice(),
        Reason::Unreadable => t.margin_fault_unreadable(),
    };
    ErrorLine { line: fault.line, column, reason, cell: fault.cell.clone() }
}

/// Choosing a table.
pub(in crate::pages) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    draw(&ctx, &Drafting::open(&ctx, &slug).await?, &Sent::default(), &[], &[])
}

fn draw(
    ctx: &Ctx,
    drafting: &Drafting,
    sent: &Sent,
    problems: &[FieldProblem],
    faults: &[LineFault],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let protocol = &drafting.version.protocol;
    let typed = sent.get("population");
    let held = protocol.populations.first().map_or("", |one| one.code.as_str());
    let held = if typed.is_empty() { held } else { typed };
    let populations = protocol.populations.iter();
    let populations = populations.map(|one| Choice::new(&one.code, one.name.say(ctx.lang.code()), held)).collect();
    let mut fields = vec![
        Field::text("file", t.margin_file(), "").kind("file").hint(t.margin_file_hint()).required(),
        Field::choices("population", t.margin_population(), populations).kind("select").required(),
        Field::text("source", t.margin_source(), sent.get("source")).hint(t.margin_source_hint()).required().max(SHORT),
        Field::text("year", t.margin_year(), sent.get("year")).hint(t.margin_year_hint()).required(),
    ];
    let page = ImportPage {
        shell: drafting.place.draft_shell(ctx, t.margin_import_title()),
        form: Form::refused(problems, ctx.lang, &mut fields),
        fields,
        errors: faults.iter().take(SHOWN).map(|fault| error_line(t, fault)).collect(),
        more: faults.len().saturating_sub(SHOWN),
        version: drafting.version.version,
        back: drafting.href(Part::Margins, ""),
        t,
    };
    let fine = problems.is_empty() && faults.is_empty();
    page_with(if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// What a table of margins could not give.
enum Refused {
    Fields(Vec<FieldProblem>),
    Lines(Vec<LineFault>),
}

/// Reads the table and puts its margins in the draft.
pub(in crate::pages) async fn import(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let drafting = Drafting::open(&ctx, &slug).await?;
    let (read, origin) = match read(&drafting.version.protocol, &sent) {
        Ok(read) => read,
        Err(Refused::Fields(problems)) => return draw(&ctx, &drafting, &sent, &problems, &[]),
        Err(Refused::Lines(faults)) => return draw(&ctx, &drafting, &sent, &[], &faults),
    };
    let areas = places::areas(&ctx.db).await?;
    let names: BTreeMap<String, String> = areas.into_iter().filter_map(|one| Some((one.code?, one.name))).collect();
    let mut protocol = drafting.version.protocol.clone();
    let variables = read.len();
    domain::put(&mut protocol, read, &origin, &names);
    commands::save(&ctx, drafting.version.id, drafting.version.version, &protocol).await?;
    Ok(done(&ctx, &drafting.href(Part::Margins, ""), &t.margin_imported(variables)))
}

fn read(protocol: &Protocol, sent: &Sent) -> Result<(domain::Read, Origin), Refused> {
    let mut problems = Vec::new();
    let origin = origin(protocol, sent, &mut problems);
    let table = match &sent.file {
        None => Err(FieldProblem::new("file", "missing", |l| Texts::new(l).margin_file_missing().into())),
        Some(file) => read_table(&file.bytes, &file.name, &Limits::default()).map_err(|error| {
            FieldProblem::new("file", error.code(), |l| Texts::new(l).margin_file_unreadable().into())
        }),
    };
    let table = match table {
        Ok(table) if problems.is_empty() => table,
        Ok(_) => return Err(Refused::Fields(problems)),
        Err(problem) => {
            problems.insert(0, problem);
            return Err(Refused::Fields(problems));
        }
    };
    let columns = Column::ALL.map(|column| column.find(&table.headers));
    let [Some(variable), Some(category), Some(total)] = columns else {
        let headers = table.headers.join(", ");
        let text = move |l| Texts::new(l).margin_columns_missing(headers.as_str());
        return Err(Refused::Fields(vec![FieldProblem::new("file", "columns", text)]));
    };
    let lines = table.lines.iter().map(|line| {
        let cell = |at: usize| line.cells.get(at).map_or("", String::as_str);
        (line.number, [cell(variable), cell(category), cell(total)])
    });
    let broken = table.problems.iter().map(|problem| LineFault {
        line: problem.line,
        column: Column::Variable,
        reason: Reason::Unreadable,
        cell: String::new(),
    });
    let broken: Vec<LineFault> = broken.collect();
    match domain::read(lines) {
        Ok(read) if broken.is_empty() => Ok((read, origin)),
        Ok(_) => Err(Refused::Lines(broken)),
        Err(faults) => Err(Refused::Lines(broken.into_iter().chain(faults).collect())),
    }
}

fn origin(protocol: &Protocol, sent: &Sent, problems: &mut Vec<FieldProblem>) -> Origin {
    let source = text::required(sent.get("source"), "source", SHORT).unwrap_or_else(|problem| {
        problems.push(problem);
        String::new()
    });
    let year = sent.get("year").trim().parse().ok().filter(|year| (1900..=2200).contains(year));
    if year.is_none() {
        problems.push(FieldProblem::new("year", "number", |l| Texts::new(l).margin_year_missing().into()));
    }
    let population = sent.text("population");
    if protocol.population(&population).is_none() {
        let text = |l| Texts::new(l).margin_population_missing().into();
        problems.push(FieldProblem::new("population", "unknown", text));
    }
    Origin { population, source, year: year.unwrap_or_default() }
}

/// Removes a table.
pub(super) fn remove(protocol: &mut Protocol, code: &str) -> Result<(), Refusal> {
    let table = find(protocol, code).cloned().ok_or(Refusal::NotFound)?;
    protocol.margins.retain(|one| *one != table);
    Ok(())
}
