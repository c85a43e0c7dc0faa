//! The balance of a charter: what signatories say they did, drawn by unit, with every figure in a table.

use std::collections::BTreeSet;

use arpent_commons::pages::frame::Frame;
use arpent_look::chart::{self, Bar, Caption};
use arpent_texts::Lang;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::signatures::amount;
use crate::domain::balance::{Balance, Line, Sum, balance};
use crate::store::reports::{tellers, told};
use crate::store::signatures::count;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "charter_balance.html")]
struct BalancePage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    lead: String,
    /// For each year of the version in force, how many signatories told what they did.
    tellers: Vec<String>,
    figures: Vec<String>,
    years: Vec<i64>,
    rows: Vec<Row>,
    csv: String,
    print: String,
    register: String,
}

/// An action in a unit, a cell for each year.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) action: String,
    pub(super) unit: String,
    pub(super) years: Vec<(i64, String)>,
    pub(super) reports: i64,
}

/// The page.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let t = place.t;
    let balance = balance(&told(&ctx.db, place.charter.id).await?);
    let units = balance.units().into_iter();
    let figures = units.map(|(unit, lines)| figure(t, &balance, unit, &lines)).collect();
    page(&BalancePage {
        shell: place.shell(&ctx, t.balance_title()),
        notice: place.notice(),
        lead: t.balance_lead(balance.reports, balance.signatories),
        tellers: said(&ctx, &place, &balance).await?,
        figures,
        rows: balance.lines.iter().map(|line| row(ctx.lang, &balance, line)).collect(),
        years: balance.years,
        csv: place.href("bilan.csv"),
        print: place.href("bilan.pdf"),
        register: place.href("signataires"),
        frame: place.frame,
        t,
    })
}

/// A share of signatories goes with its number: those of the version in force, whatever they signed before.
pub(super) async fn said(ctx: &Ctx, place: &Place, balance: &Balance) -> Result<Vec<String>, Refusal> {
    let Some(version) = place.in_force() else { return Ok(Vec::new()) };
    let total = count(&ctx.db, version.id).await?;
    let mut said = Vec::new();
    for year in balance.years.iter().rev() {
        let told = tellers(&ctx.db, version.id, *year).await?;
        if told > 0 {
            said.push(place.t.balance_tellers(told, total, *year));
        }
    }
    Ok(said)
}

fn measured(lang: Lang, sum: Sum) -> Option<String> {
    (sum.measured > 0).then(|| amount(lang, sum.quantity))
}

pub(super) fn row(lang: Lang, balance: &Balance, line: &Line) -> Row {
    let cell = |year: &i64| {
        let shown = line.years.get(year).and_then(|sum| measured(lang, *sum));
        (*year, shown.unwrap_or_else(|| "–".to_owned()))
    };
    Row {
        action: line.action.clone(),
        unit: line.unit.clone(),
        years: balance.years.iter().map(cell).collect(),
        reports: line.total().reports,
    }
}

/// One figure for a unit: metres are never drawn beside trees.
fn figure(t: Texts, balance: &Balance, unit: &str, lines: &[&Line]) -> String {
    let lang = t.lang();
    let several = balance.years.len() > 1;
    let label = |line: &Line, year: i64| {
        if several { t.balance_in_year(&line.action, year) } else { line.action.clone() }
    };
    let cells = lines.iter().flat_map(|line| line.years.iter().map(move |(year, sum)| (*line, *year, *sum)));
    let rows: Vec<(String, f64, String)> =
        cells.filter_map(|(line, year, sum)| Some((label(line, year), sum.quantity, measured(lang, sum)?))).collect();
    let bars: Vec<Bar<'_>> =
        rows.iter().map(|(label, value, shown)| Bar { label, value: Some(*value), shown }).collect();
    let reports: i64 = lines.iter().map(|line| line.total().measured).sum();
    let unit = if unit.is_empty() { t.balance_no_unit() } else { unit };
    let years: BTreeSet<String> = lines.iter().flat_map(|line| line.years.keys()).map(ToString::to_string).collect();
    let years: Vec<String> = years.into_iter().collect();
    let (title, about) = (t.balance_figure(unit), t.balance_unit(reports, unit, years.join(", ")));
    let sentence: Vec<String> = rows.iter().map(|(label, _, shown)| format!("{label} : {shown}")).collect();
    let sentence = sentence.join(" ; ");
    let caption = Caption { title: &title, unit: &about, source: t.balance_source(), sentence: &sentence };
    let heads = [t.report_item(), t.column_quantity()];
    let words = chart::Words { table: t.figure_table(), source: t.figure_source_word(), heads: &heads };
    chart::bars(&caption, &words, None, &bars)
}
