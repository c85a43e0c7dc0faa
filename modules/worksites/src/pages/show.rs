//! The page of one worksite.

use arpent_commons::Maps;
use arpent_commons::maps::Drawn;
use arpent_commons::pages::frame::Frame;
use arpent_core::Id;
use arpent_look::parts::Anchor;
use arpent_store::{StoreError, files};
use arpent_texts::date;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use uuid::Uuid;

use super::lines::Line;
use super::place::{Place, href, shift_href};
use crate::domain::debrief::due;
use crate::domain::shift::ShiftState;
use crate::domain::worksite::{Worksite, WorksiteState};
use crate::store::debriefs::{self, Photograph};
use crate::store::shifts::{self, ShiftRow};
use crate::texts::Texts;
use crate::{PUBLISH, RUN, WELCOME, words};

/// A shift, with what the team may do of it.
#[derive(Debug)]
struct Slot {
    line: Line,
    tools: Vec<Anchor>,
    /// What the team must know: a debrief awaited, adults who lack, people to call.
    alerts: Vec<(&'static str, String)>,
    photos: Vec<(String, String)>,
}

#[derive(Debug, Template)]
#[template(path = "worksite.html")]
struct ShowPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    worksite: Worksite,
    lead: String,
    state: Option<&'static str>,
    /// An address that opens a map, and the point in figures.
    map: Option<(String, String)>,
    spot: Option<Drawn>,
    deliberation: Option<String>,
    coming: Vec<Slot>,
    past: Vec<Slot>,
    agenda: String,
    tools: Vec<Anchor>,
    /// Where it is published.
    publish: Option<String>,
}

/// One worksite.
pub(super) async fn show(ctx: Ctx, maps: Maps, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, id).await?;
    let t = place.t;
    let photos = debriefs::photos(&ctx.db, id).await?;
    let rows = shifts::of_worksite(&ctx.db, id).await?;
    let (past, coming): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.shift.is_past(ctx.now()));
    let slots = |rows: Vec<&ShiftRow>| rows.into_iter().map(|row| slot(&ctx, &place, row, &photos)).collect();
    let (coming, past) = (slots(coming), slots(past));
    let title = place.row.worksite.sheet.title.clone();
    let shell = place.own_shell(&ctx, title);
    let worksite = &place.row.worksite;
    let draft = worksite.state == WorksiteState::Draft;
    let shown = ShowPage {
        spot: maps.spot(&ctx, &place.frame.initiative, worksite.sheet.point).await?,
        shell,
        lead: place.row.lead.clone(),
        state: (worksite.state != WorksiteState::Published).then(|| words::state(t, worksite.state)),
        map: worksite.sheet.point.map(|(lat, lon)| (format!("geo:{lat},{lon}"), format!("{lat}, {lon}"))),
        deliberation: worksite
            .cover
            .deliberated_on
            .map(|day| t.covered_by(date(ctx.lang, day), &worksite.cover.deliberation)),
        coming,
        past,
        agenda: place.href("chantier.ics"),
        tools: tools(&ctx, &place),
        publish: (draft && ctx.may(PUBLISH, place.scope())).then(|| place.href("publier")),
        worksite: place.row.worksite,
        frame: place.frame,
        t,
    };
    Ok(Drawn::open(shown.spot.as_ref(), page(&shown)?))
}

fn tools(ctx: &Ctx, place: &Place) -> Vec<Anchor> {
    let t = place.t;
    if !ctx.may(RUN, place.scope()) || place.row.worksite.state == WorksiteState::Cancelled {
        return Vec::new();
    }
    let all = [
        (t.worksite_edit(), "modifier"),
        (t.cover_title(), "assurance"),
        (t.shift_new(), "seances"),
        (t.worksite_cancel(), "annuler"),
    ];
    all.into_iter().map(|(label, below)| Anchor { label: label.to_owned(), href: place.href(below) }).collect()
}

fn slot(ctx: &Ctx, place: &Place, row: &ShiftRow, photos: &[Photograph]) -> Slot {
    let shown = |photo: &&Photograph| photo.shift == row.shift.id;
    let photo = |photo: &Photograph| (href(row.shift.worksite, &format!("photos/{}", photo.file)), photo.alt.clone());
    Slot {
        line: Line::new(ctx, row),
        tools: shift_tools(ctx, place, row),
        alerts: if ctx.may(WELCOME, place.scope()) { alerts(ctx, place.t, row) } else { Vec::new() },
        photos: photos.iter().filter(shown).map(photo).collect(),
    }
}

fn shift_tools(ctx: &Ctx, place: &Place, row: &ShiftRow) -> Vec<Anchor> {
    let t = place.t;
    let (run, welcome) = (ctx.may(RUN, place.scope()), ctx.may(WELCOME, place.scope()));
    let (past, planned) = (row.shift.is_past(ctx.now()), row.shift.state == ShiftState::Planned);
    let public = row.worksite_state != WorksiteState::Draft;
    let written = if row.debrief.is_some() { t.debrief_correct() } else { t.debrief_write() };
    let all = [
        (welcome && planned && public, t.desk_title(), "accueil"),
        (welcome && !planned && row.to_call > 0, t.calls_title(), "appels"),
        (run && planned && !past, t.shift_edit(), "modifier"),
        (run && planned && !past, t.materials_title(), "materiel"),
        (run && planned && !past, t.shift_cancel(), "annuler"),
        (run && planned && past && public, written, "bilan"),
        (run && planned && past && public, t.photos_title(), "photos"),
    ];
    let allowed = all.into_iter().filter(|(may, ..)| *may);
    allowed.map(|(_, label, below)| Anchor { label: label.to_owned(), href: shift_href(row.shift.id, below) }).collect()
}

fn alerts(ctx: &Ctx, t: Texts, row: &ShiftRow) -> Vec<(&'static str, String)> {
    let mut alerts = Vec::new();
    let lacking = row.shift.adults_lacking(row.held);
    if row.accepts(ctx.now()) && lacking > 0 {
        alerts.push(("attention", t.adults_lacking(lacking)));
    }
    if row.owes_debrief(ctx.now()) {
        let last = due(row.shift.sheet.end);
        let day = date(ctx.lang, last);
        alerts.push(if ctx.today() > last { ("danger", t.debrief_late(day)) } else { ("info", t.debrief_due(day)) });
    }
    if row.shift.state == ShiftState::Cancelled && !row.shift.is_past(ctx.now()) && row.to_call > 0 {
        alerts.push(("attention", t.calls_left(row.to_call)));
    }
    if let Some(told) = row.debrief.as_ref().filter(|told| !told.incident.is_empty()) {
        alerts.push(("attention", t.incident_told(&told.incident)));
    }
    alerts
}

/// A photograph of what was done, and no other file.
pub(super) async fn photo(ctx: Ctx, Path((_, file)): Path<(Uuid, Uuid)>) -> Result<Response, PageError> {
    if !debriefs::is_public(&ctx.db, file).await? {
        return Err(Refusal::NotFound.into());
    }
    let file = files::get(&ctx.db, file).await.map_err(|error| match error {
        StoreError::Missing => Refusal::NotFound,
        other => other.into(),
    })?;
    let headers =
        [(header::CONTENT_TYPE, file.content_type), (header::CACHE_CONTROL, "private, max-age=3600".to_owned())];
    Ok((StatusCode::OK, headers, file.content).into_response())
}
