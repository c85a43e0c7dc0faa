//! Worksites, for programs: `/api/v1`.

use arpent_commons::pages::frame::Frame;
use arpent_web::public::api::Problem;
use arpent_web::{Access, Ctx, PageError, Routes};
use axum::Json;
use axum::extract::Path;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::domain::debrief::Debrief;
use crate::store::shifts::ShiftRow;
use crate::store::worksites::WorksiteRow;
use crate::store::{shifts, worksites};

#[derive(OpenApi)]
#[openapi(paths(list), tags((name = "worksites", description = "Participatory worksites: their shifts, what they gave.")))]
struct Described;

/// This module's part of the description of the API.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// This module's part of the API.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/api/v1/initiatives/{slug}/worksites", Access::Public, list)
}

/// A worksite.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorksiteItem {
    /// Its id.
    id: Uuid,
    /// Its title.
    title: String,
    /// Who leads it.
    lead: String,
    /// Where, in words.
    place: String,
    /// Latitude, in degrees (WGS 84).
    lat: Option<f64>,
    /// Longitude, in degrees (WGS 84).
    lon: Option<f64>,
    /// What is done there.
    work: String,
    /// What to bring.
    bring: String,
    /// How one gets there and takes part with a disability.
    access: String,
    /// The deliberation that decides it.
    deliberation: String,
    /// Its day.
    deliberated_on: Option<String>,
    /// `published` or `cancelled`.
    state: &'static str,
    /// Why it was cancelled.
    reason: String,
    /// Its shifts, by day.
    shifts: Vec<ShiftItem>,
    /// Its page.
    address: String,
}

/// A shift. Nobody is named.
#[derive(Debug, Serialize, ToSchema)]
struct ShiftItem {
    /// Its id.
    id: Uuid,
    /// Begins.
    start: String,
    /// Ends.
    end: String,
    /// `weekday` or `weekend`.
    part_of_week: &'static str,
    /// Seats.
    capacity: i64,
    /// Seats taken.
    confirmed: i64,
    /// People in the waiting line.
    waiting: i64,
    /// Most minors for one adult; 0 when none is received.
    minors_per_adult: i64,
    /// `planned` or `cancelled`.
    state: &'static str,
    /// Why it was cancelled.
    reason: String,
    /// Who came, once told.
    came: Option<i64>,
    /// How much was done, once told.
    quantity: Option<f64>,
    /// Of what.
    unit: Option<String>,
    /// What was done, in words.
    done: Option<String>,
}

impl From<ShiftRow> for ShiftItem {
    fn from(row: ShiftRow) -> Self {
        let (sheet, told) = (row.shift.sheet, row.debrief);
        Self {
            id: row.shift.id.uuid(),
            start: sheet.start.to_string(),
            end: sheet.end.to_string(),
            part_of_week: sheet.part_of_week().code(),
            capacity: sheet.capacity,
            confirmed: row.held.taken(),
            waiting: row.held.waiting,
            minors_per_adult: sheet.minors_per_adult,
            state: row.shift.state.code(),
            reason: row.shift.reason,
            came: told.as_ref().map(Debrief::came),
            quantity: told.as_ref().map(|told| told.quantity),
            unit: told.as_ref().map(|told| told.unit.clone()),
            done: told.map(|told| told.done),
        }
    }
}

fn item(ctx: &Ctx, row: WorksiteRow, shifts: Vec<ShiftItem>) -> WorksiteItem {
    let (w, sheet) = (row.worksite.id, row.worksite.sheet);
    let (lat, lon) = sheet.point.unzip();
    WorksiteItem {
        id: w.uuid(),
        title: sheet.title,
        lead: row.lead,
        place: sheet.place,
        lat,
        lon,
        work: sheet.work,
        bring: sheet.bring,
        access: sheet.access,
        deliberation: row.worksite.cover.deliberation,
        deliberated_on: row.worksite.cover.deliberated_on.map(|day| day.to_string()),
        state: row.worksite.state.code(),
        reason: row.worksite.reason,
        shifts,
        address: ctx.absolute(&format!("/chantiers/{w}")),
    }
}

/// The worksites of a démarche
#[utoipa::path(
    get,
    path = "/api/v1/initiatives/{slug}/worksites",
    tag = "worksites",
    params(("slug" = String, Path, description = "The démarche's name in addresses.")),
    responses(
        (status = 200, body = [WorksiteItem]),
        (status = 404, body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn list(ctx: Ctx, Path(slug): Path<String>) -> Result<Json<Vec<WorksiteItem>>, PageError> {
    let id = Frame::open(&ctx, &slug).await?.initiative.id;
    let mut all = shifts::of_initiative(&ctx.db, id, false).await?;
    let mut items = Vec::new();
    for row in worksites::of_initiative(&ctx.db, id, false).await? {
        let (its, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.shift.worksite == row.worksite.id);
        all = others;
        items.push(item(&ctx, row, its.into_iter().map(ShiftItem::from).collect()));
    }
    Ok(Json(items))
}
