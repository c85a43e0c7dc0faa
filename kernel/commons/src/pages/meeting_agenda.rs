//! Meetings in the calendar of those who come.

use arpent_core::Id;
use arpent_documents::calendar::{self, Calendar, Hours};
use arpent_web::{Ctx, PageError};
use axum::extract::Path;
use axum::response::Response;

use super::follow::{ZONE, file, host};
use super::meetings::{href, read};
use crate::domain::meetings::{Meeting, MeetingState};
use crate::store::meetings::{self, MeetingRow};
use crate::texts::Texts;

/// Meetings in the calendar of the territory.
const MOST: i64 = 200;

/// A meeting as a calendar holds it; a draft is in none.
pub(super) fn hours(ctx: &Ctx, row: &MeetingRow) -> Option<Hours> {
    let (t, meeting) = (Texts::new(ctx.lang), &row.meeting);
    let (sheet, cancelled) = (&meeting.sheet, meeting.state == MeetingState::Cancelled);
    (meeting.state != MeetingState::Draft).then(|| Hours {
        uid: format!("{}-meeting@{}", meeting.id, host(ctx)),
        start: sheet.start,
        end: sheet.end,
        title: if cancelled { t.meeting_called_off(&sheet.title) } else { sheet.title.clone() },
        text: if cancelled { meeting.reason.clone() } else { sheet.agenda.clone() },
        place: sheet.place.clone(),
        href: ctx.absolute(&href(meeting.id, "")),
        point: sheet.point,
        created_at: meeting.created_at,
        said_at: meeting.changed_at,
        revision: meeting.version,
        cancelled,
    })
}

fn calendar(ctx: &Ctx, (name, text, below): (String, &str, &str), hours: Vec<Hours>) -> String {
    let (zone, text) = (ZONE.to_owned(), text.to_owned());
    Calendar { name, text, href: ctx.absolute(below), zone, days: vec![], hours }.write()
}

/// One meeting.
///
/// # Errors
/// Not found.
pub async fn one(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    let row = read(&ctx, id).await?;
    let sheet = &row.meeting.sheet;
    let about = (sheet.title.clone(), sheet.agenda.as_str(), href(id, ""));
    let content = calendar(&ctx, (about.0, about.1, &about.2), hours(&ctx, &row).into_iter().collect());
    Ok(file(calendar::CONTENT_TYPE, &format!("{id}.ics"), content))
}

/// Every meeting of the territory.
///
/// # Errors
/// The database does not answer.
pub async fn everywhere(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let rows = meetings::everywhere(&ctx.db, MOST).await?;
    let hours = rows.iter().filter_map(|row| hours(&ctx, row)).collect();
    let name = t.meetings_calendar(&ctx.app().settings.current().name);
    Ok(file(calendar::CONTENT_TYPE, "rencontres.ics", calendar(&ctx, (name, "", "/rencontres"), hours)))
}
