//! Shifts in the calendar of those who come.

use arpent_commons::pages::follow::{ZONE, file, host};
use arpent_core::Id;
use arpent_documents::calendar::{self, Calendar, Hours};
use arpent_web::{Ctx, PageError};
use axum::extract::Path;
use axum::response::Response;

use super::lists::MOST;
use super::place::{Place, href};
use crate::domain::shift::ShiftState;
use crate::domain::worksite::{Worksite, WorksiteState};
use crate::store::shifts::{self, ShiftRow};
use crate::texts::Texts;

/// A shift as a calendar holds it; a draft is in none.
fn hours(ctx: &Ctx, row: &ShiftRow) -> Option<Hours> {
    let (t, shift) = (Texts::new(ctx.lang), &row.shift);
    let cancelled = shift.state == ShiftState::Cancelled;
    (row.worksite_state != WorksiteState::Draft).then(|| Hours {
        uid: format!("{}-shift@{}", shift.id, host(ctx)),
        start: shift.sheet.start,
        end: shift.sheet.end,
        title: if cancelled { t.called_off(&row.title) } else { row.title.clone() },
        text: shift.reason.clone(),
        place: row.place.clone(),
        href: ctx.absolute(&href(shift.worksite, "")),
        point: row.point,
        created_at: shift.created_at,
        said_at: shift.created_at,
        revision: shift.version,
        cancelled,
    })
}

fn calendar(ctx: &Ctx, (name, text, below): (String, String, String), rows: &[ShiftRow]) -> String {
    let hours = rows.iter().filter_map(|row| hours(ctx, row)).collect();
    Calendar { name, text, href: ctx.absolute(&below), zone: ZONE.to_owned(), days: vec![], hours }.write()
}

/// The shifts of one worksite.
pub(super) async fn one(ctx: Ctx, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    let sheet = Place::open(&ctx, id).await?.row.worksite.sheet;
    let rows = shifts::of_worksite(&ctx.db, id).await?;
    let content = calendar(&ctx, (sheet.title, sheet.work, href(id, "")), &rows);
    Ok(file(calendar::CONTENT_TYPE, &format!("{id}.ics"), content))
}

/// Every shift of the territory.
pub(super) async fn everywhere(ctx: Ctx) -> Result<Response, PageError> {
    let name = Texts::new(ctx.lang).calendar_name(&ctx.app().settings.current().name);
    let rows = shifts::everywhere(&ctx.db, MOST).await?;
    let content = calendar(&ctx, (name, String::new(), "/chantiers".to_owned()), &rows);
    Ok(file(calendar::CONTENT_TYPE, "chantiers.ics", content))
}
