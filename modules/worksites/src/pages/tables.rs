//! The same as tables: shifts for everyone, who comes and what is lent for the team.

use arpent_commons::pages::frame::Frame;
use arpent_core::Id;
use arpent_core::clock::paris;
use arpent_documents::Cell;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_store::StoreError;
use arpent_texts::time;
use arpent_web::respond::{CSV, download};
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::desk::welcomed;
use super::place::href;
use crate::domain::debrief::Debrief;
use crate::domain::shift::{Shift, ShiftState};
use crate::store::shifts::ShiftRow;
use crate::store::{shifts as rows, stock as items, volunteers as people};
use crate::texts::Texts;
use crate::words;

fn unwritten(error: &std::io::Error) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "csv".to_owned(), value: error.to_string() })
}

/// A table written in memory: hundreds of lines at most.
struct Table(CsvWriter<Vec<u8>>);

impl Table {
    fn begin(heads: &[&str]) -> Result<Self, Refusal> {
        let mut out = CsvWriter::new(Vec::new(), CsvOptions::spreadsheet()).map_err(|error| unwritten(&error))?;
        out.headers(heads).map_err(|error| unwritten(&error))?;
        Ok(Self(out))
    }

    fn line(&mut self, cells: &[Cell<'_>]) -> Result<(), Refusal> {
        self.0.line(cells).map_err(|error| unwritten(&error))
    }

    fn end(self, name: &str) -> Result<Response, PageError> {
        let bytes = self.0.finish().map_err(|error| unwritten(&error))?;
        Ok(download(name, CSV, bytes))
    }
}

/// One line per shift of a démarche, without anyone in it.
pub(super) async fn shifts(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let mut out = Table::begin(&[
        t.column_worksite(),
        t.column_day(),
        t.column_part(),
        t.column_start(),
        t.column_end(),
        t.column_state(),
        t.column_capacity(),
        t.column_signed(),
        t.column_waiting(),
        t.column_came(),
        t.column_quantity(),
        t.column_unit(),
        t.column_address(),
    ])?;
    for row in rows::of_initiative(&ctx.db, frame.initiative.id, false).await? {
        out.line(&shift_cells(&ctx, t, &row))?;
    }
    out.end(&format!("{slug}-chantiers.csv"))
}

fn shift_cells<'a>(ctx: &Ctx, t: Texts, row: &'a ShiftRow) -> [Cell<'a>; 13] {
    let (sheet, told) = (&row.shift.sheet, row.debrief.as_ref());
    let state = match row.shift.state {
        ShiftState::Planned => t.shift_planned(),
        ShiftState::Cancelled => t.shift_cancelled(),
    };
    [
        row.title.as_str().into(),
        sheet.day().into(),
        words::part(t, sheet.part_of_week()).into(),
        time(ctx.lang, sheet.start).into(),
        time(ctx.lang, sheet.end).into(),
        state.into(),
        Cell::Integer(sheet.capacity),
        Cell::Integer(row.held.taken()),
        Cell::Integer(row.held.waiting),
        told.map(Debrief::came).into(),
        told.map(|told| told.quantity).into(),
        told.map(|told| told.unit.as_str()).into(),
        ctx.absolute(&href(row.shift.worksite, "")).into(),
    ]
}

/// Who signed up for a shift, for its team.
pub(super) async fn volunteers(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    let (place, row) = welcomed(&ctx, id).await?;
    let t = place.t;
    let mut out = Table::begin(&[
        t.column_order(),
        t.sign_up_name(),
        t.sign_up_band(),
        t.column_state(),
        t.sign_up_email(),
        t.sign_up_phone(),
        t.guardian_name(),
        t.guardian_phone(),
        t.column_came_at(),
    ])?;
    for one in people::of_shift(&ctx.db, id).await? {
        let came = one.present_at.map(|at| at.to_zoned(paris()).datetime());
        out.line(&[
            Cell::Integer(one.position),
            one.name.as_str().into(),
            words::band(t, one.band).into(),
            words::seat(t, &one).0.into(),
            one.email.as_deref().into(),
            one.phone.as_deref().into(),
            one.guardian.name.as_str().into(),
            one.guardian.phone.as_deref().into(),
            came.into(),
        ])?;
    }
    out.end(&format!("inscrits-{}.csv", row.shift.sheet.day()))
}

/// The stock and who has it from today on: one line per item and half-day, one for an item nobody has.
pub(super) async fn stock(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut out = Table::begin(&[
        t.item_name(),
        t.item_quantity(),
        t.item_kept(),
        t.column_half(),
        t.column_lent(),
        t.column_worksite(),
    ])?;
    let lent = items::to_come(&ctx.db, ctx.today()).await?;
    for item in items::all(&ctx.db).await? {
        let mut its = lent.iter().filter(|one| one.item == item.id).peekable();
        let head = || [item.name.as_str().into(), Cell::Integer(item.quantity), item.kept.as_str().into()];
        if its.peek().is_none() {
            let [name, quantity, kept] = head();
            out.line(&[name, quantity, kept, "".into(), Cell::Integer(0), "".into()])?;
        }
        for one in its {
            let [name, quantity, kept] = head();
            let half = words::half(t, (one.day, one.half));
            out.line(&[name, quantity, kept, half.into(), Cell::Integer(one.quantity), one.worksite.as_str().into()])?;
        }
    }
    out.end("materiel.csv")
}
