//! Tables to take away. Each line says that the charter is voluntary: a table travels without its page.

use std::collections::HashMap;

use arpent_core::Id;
use arpent_documents::Cell;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_store::StoreError;
use arpent_web::respond::{CSV, download};
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::domain::balance::{self, Line};
use crate::domain::signature::{Signature, SignatureState};
use crate::store::reports::told;
use crate::store::signatures::{chosen_in, of_version};
use crate::texts::Texts;

/// A table, written in memory: a charter has hundreds of signatories.
struct Table {
    out: CsvWriter<Vec<u8>>,
    t: Texts,
}

fn unwritten(error: &std::io::Error) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "csv".to_owned(), value: error.to_string() })
}

impl Table {
    fn begin(t: Texts, heads: &[&str]) -> Result<Self, Refusal> {
        let mut out = CsvWriter::new(Vec::new(), CsvOptions::spreadsheet()).map_err(|error| unwritten(&error))?;
        let heads = [heads, &[t.notice_word()]].concat();
        out.headers(&heads).map_err(|error| unwritten(&error))?;
        Ok(Self { out, t })
    }

    fn line(&mut self, mut cells: Vec<Cell<'_>>) -> Result<(), Refusal> {
        cells.push(self.t.notice_short().into());
        self.out.line(&cells).map_err(|error| unwritten(&error))
    }

    fn done(self, name: &str) -> Result<Response, Refusal> {
        Ok(download(name, CSV, self.out.finish().map_err(|error| unwritten(&error))?))
    }
}

/// One line per signature that may be named, whatever its version, taken back or not: the others are counted on the page.
pub(super) async fn signatories(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let t = place.t;
    let heads = [
        t.column_version(),
        t.column_name(),
        t.column_sub(),
        t.column_kind(),
        t.column_signed_on(),
        t.column_withdrawn_on(),
        t.column_count(),
        t.column_actions(),
        t.column_commitments(),
        t.column_reservations(),
        t.column_address(),
    ];
    let mut table = Table::begin(t, &heads)?;
    for version in place.versions.iter().rev().filter(|version| !version.is_draft()) {
        let mut actions: HashMap<Id<Signature>, Vec<String>> = HashMap::new();
        for one in chosen_in(&ctx.db, version.id).await? {
            actions.entry(one.signature).or_default().push(one.text);
        }
        for state in [SignatureState::Signed, SignatureState::Withdrawn] {
            for one in of_version(&ctx.db, version.id, state).await? {
                signatory(&mut table, &ctx, &one, &actions.remove(&one.id).unwrap_or_default())?;
            }
        }
    }
    Ok(table.done(&format!("{slug}-signataires.csv"))?)
}

fn signatory(table: &mut Table, ctx: &Ctx, one: &Signature, actions: &[String]) -> Result<(), Refusal> {
    let (t, Some(name)) = (table.t, one.public()) else { return Ok(()) };
    table.line(vec![
        Cell::Integer(one.version_number),
        name.into(),
        one.sub_title.as_deref().into(),
        one.sub_kind.map(|kind| words::kind(t, kind)).into(),
        one.signed_on.into(),
        one.withdrawn.as_ref().map(|(day, _)| *day).into(),
        Cell::Integer(i64::try_from(actions.len()).unwrap_or(i64::MAX)),
        actions.join(" ; ").into(),
        one.commitments.as_str().into(),
        one.reservations.as_str().into(),
        ctx.absolute(&format!("/signatures/{}", one.code)).into(),
    ])
}

/// One line per action, unit and year.
pub(super) async fn balance(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let t = place.t;
    let balance = balance::balance(&told(&ctx.db, place.charter.id).await?);
    let heads = [
        t.report_item(),
        t.report_year(),
        t.column_quantity(),
        t.column_unit(),
        t.column_measured(),
        t.column_reports(),
    ];
    let mut table = Table::begin(t, &heads)?;
    for line in &balance.lines {
        years(&mut table, line)?;
    }
    Ok(table.done(&format!("{slug}-bilan.csv"))?)
}

fn years(table: &mut Table, line: &Line) -> Result<(), Refusal> {
    for (year, sum) in &line.years {
        let quantity = if sum.measured > 0 { Cell::Number(sum.quantity) } else { Cell::Empty };
        let unit = line.unit.as_str().into();
        let (measured, reports) = (Cell::Integer(sum.measured), Cell::Integer(sum.reports));
        table.line(vec![line.action.as_str().into(), Cell::Integer(*year), quantity, unit, measured, reports])?;
    }
    Ok(())
}
