//! Preparing, announcing, moving and cancelling a meeting; publishing its minutes.

use arpent_core::Id;
use arpent_core::clock::paris;
use arpent_web::respond::done;
use arpent_web::{Choice, Ctx, Field, FieldProblem, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::frame::Frame;
use super::loop_form::{About, Edit, Reader, Typed, frame, records};
use super::meetings::{href, read};
use crate::commands::meetings as commands;
use crate::domain::meetings::{Meeting, MeetingKind, MeetingSheet};
use crate::domain::text::{BODY, REASON, SHORT, TITLE};
use crate::store::meetings;
use crate::store::places::{self, AreaRow};
use crate::texts::Texts;
use crate::words;

/// The tab of meetings.
const TAB: &str = "rencontres";

fn instant(day: Date, hour: Time) -> Option<Timestamp> {
    Some(day.to_datetime(hour).to_zoned(paris()).ok()?.timestamp())
}

fn typed_of(meeting: &Meeting) -> Typed {
    let s = &meeting.sheet;
    let (start, end) = (s.start.to_zoned(paris()), s.end.to_zoned(paris()));
    let hour = |time: Time| time.strftime("%H:%M").to_string();
    Typed::of([
        ("title", s.title.clone()),
        ("kind", s.kind.code().to_owned()),
        ("agenda", s.agenda.clone()),
        ("place", s.place.clone()),
        ("area", s.area.map(|id| id.to_string()).unwrap_or_default()),
        ("day", start.date().to_string()),
        ("start", hour(start.time())),
        ("end", hour(end.time())),
        ("seats", s.seats.to_string()),
        ("guest_seats", s.guest_seats.to_string()),
        ("point", s.point.map(|(latitude, longitude)| format!("{latitude}, {longitude}")).unwrap_or_default()),
    ])
}

fn fields(t: Texts, areas: &[AreaRow], typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let kind = |kind: &MeetingKind| Choice::new(kind.code(), words::meeting_kind(t, *kind), typed.get("kind"));
    let kinds = MeetingKind::ALL.iter().map(kind).collect();
    let areas = areas.iter().map(|area| (area.id.uuid(), area.name.clone()));
    vec![
        field("title", t.field_title()).required().max(TITLE),
        Field::choices("kind", t.meeting_kind(), kinds).kind("select").required(),
        field("day", t.meeting_day()).kind("date").required(),
        field("start", t.meeting_start()).kind("time").required(),
        field("end", t.meeting_end()).kind("time").required(),
        field("place", t.meeting_place()).hint(t.meeting_place_hint()).required().max(SHORT),
        Field::choices("area", t.meeting_area(), records(t.choose_none(), areas, typed.get("area"))).kind("select"),
        field("point", t.meeting_point()).hint(t.meeting_point_hint()).max(SHORT),
        field("seats", t.meeting_seats()).kind("number").hint(t.meeting_seats_hint()),
        field("guest_seats", t.meeting_guest_seats()).kind("number").hint(t.meeting_guest_seats_hint()),
        field("agenda", t.meeting_agenda()).kind("textarea").hint(t.meeting_agenda_hint()).max(REASON),
    ]
}

fn read_sheet(typed: &Typed) -> Result<MeetingSheet, Refusal> {
    let mut r = Reader::new(typed);
    let kind = r.owed("kind", |r, name| Some(r.choice(name, MeetingKind::parse)));
    let day = r.owed("day", |r, name| Some(r.day(name)));
    let start = r.owed("start", |r, name| Some(r.hour(name)));
    let end = r.owed("end", |r, name| Some(r.hour(name)));
    let (seats, guest_seats) = (r.whole("seats").unwrap_or(0), r.whole("guest_seats").unwrap_or(0));
    let point = r.point("point");
    let (title, place, agenda) = (r.text("title"), r.text("place"), r.text("agenda"));
    let (Some(kind), Some(day), Some(start), Some(end)) = (kind, day, start, end) else {
        // Each missing one was noted by `owed`.
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    let (Some(start), Some(end)) = (instant(day, start), instant(day, end)) else {
        return Err(Refusal::Invalid(vec![FieldProblem::new("day", "range", |l| {
            Texts::new(l).loop_day_problem().into()
        })]));
    };
    let area = typed.id("area");
    r.done(MeetingSheet { title, kind, agenda, place, area, start, end, seats, guest_seats, point })
}

async fn new_form(ctx: &Ctx, frame: Frame, typed: &Typed) -> Result<Edit, Refusal> {
    let t = frame.t;
    let about = About {
        title: t.meeting_new().to_owned(),
        tab: TAB,
        lead: t.meeting_new_lead().to_owned(),
        submit: t.meeting_save_draft(),
        back: frame.href(TAB),
        version: None,
    };
    let areas = places::areas(&ctx.db).await?;
    Ok(Edit::new(ctx, frame, about, fields(t, &areas, typed)))
}

/// The form of a new meeting.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    new_form(&ctx, Frame::open(&ctx, &slug).await?, &Typed::default()).await?.page()
}

/// Prepares it.
///
/// # Errors
/// A refusal that no correction of the form would lift.
pub async fn create(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let outcome = match read_sheet(&typed) {
        Ok(sheet) => commands::prepare(&ctx, frame.initiative.id, &sheet).await.map(|id| href(id, "")),
        Err(refusal) => Err(refusal),
    };
    let said = frame.t.meeting_prepared();
    new_form(&ctx, frame, &typed).await?.answer(&ctx, outcome, said)
}

async fn edit_form(ctx: &Ctx, meeting: &Meeting, typed: &Typed, version: i64) -> Result<Edit, Refusal> {
    let frame = frame(ctx, meeting.initiative).await?;
    let t = frame.t;
    let about = About {
        title: t.meeting_edit().to_owned(),
        tab: TAB,
        lead: t.meeting_edit_lead().to_owned(),
        submit: t.meeting_save(),
        back: href(meeting.id, ""),
        version: Some(version),
    };
    let areas = places::areas(&ctx.db).await?;
    Ok(Edit::new(ctx, frame, about, fields(t, &areas, typed)))
}

/// The form of a meeting.
///
/// # Errors
/// Not found.
pub async fn edit(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    let meeting = read(&ctx, id).await?.meeting;
    edit_form(&ctx, &meeting, &typed_of(&meeting), meeting.version).await?.page()
}

/// Saves it.
///
/// # Errors
/// A refusal that no correction of the form would lift.
pub async fn save(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let meeting = read(&ctx, id).await?.meeting;
    let outcome = match read_sheet(&typed) {
        Ok(sheet) => commands::edit(&ctx, id, typed.version(), &sheet).await.map(|()| href(id, "")),
        Err(refusal) => Err(refusal),
    };
    let said = Texts::new(ctx.lang).meeting_saved();
    edit_form(&ctx, &meeting, &typed, typed.version()).await?.answer(&ctx, outcome, said)
}

/// Announces it.
///
/// # Errors
/// As the command says.
pub async fn announce(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    commands::announce(&ctx, id).await?;
    Ok(done(&ctx, &href(id, ""), Texts::new(ctx.lang).meeting_announced()))
}

/// Says that it took place.
///
/// # Errors
/// As the command says.
pub async fn hold(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    commands::hold(&ctx, id).await?;
    Ok(done(&ctx, &href(id, ""), Texts::new(ctx.lang).meeting_held()))
}

async fn cancel_form(ctx: &Ctx, id: Id<Meeting>, typed: &Typed) -> Result<Edit, Refusal> {
    let row = read(ctx, id).await?;
    let frame = frame(ctx, row.meeting.initiative).await?;
    let t = frame.t;
    let about = About {
        title: t.meeting_cancel().to_owned(),
        tab: TAB,
        lead: t.meeting_cancel_lead(row.taken.everyone()),
        submit: t.meeting_cancel_submit(),
        back: href(id, ""),
        version: None,
    };
    let reason = Field::text("reason", t.meeting_cancel_reason(), typed.get("reason")).kind("textarea").required();
    Ok(Edit::new(ctx, frame, about, vec![reason.max(REASON)]))
}

/// Asks for the reason.
///
/// # Errors
/// Not found.
pub async fn cancel(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    cancel_form(&ctx, id, &Typed::default()).await?.page()
}

/// Cancels it, and tells everyone.
///
/// # Errors
/// A refusal that no correction of the form would lift.
pub async fn save_cancel(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let form = cancel_form(&ctx, id, &typed).await?;
    let outcome = commands::cancel(&ctx, id, typed.get("reason")).await.map(|()| href(id, ""));
    form.answer(&ctx, outcome, Texts::new(ctx.lang).meeting_cancelled())
}

async fn minutes_form(ctx: &Ctx, id: Id<Meeting>, typed: Option<&Typed>) -> Result<Edit, Refusal> {
    let meeting = read(ctx, id).await?.meeting;
    let latest = meetings::minutes(&ctx.db, id).await?.into_iter().next();
    let frame = frame(ctx, meeting.initiative).await?;
    let t = frame.t;
    let stored = Typed::of([("text", latest.as_ref().map(|one| one.text.clone()).unwrap_or_default())]);
    let shown = typed.unwrap_or(&stored);
    let version = typed.map_or_else(|| latest.as_ref().map_or(0, |one| one.version), Typed::version);
    let about = About {
        title: if latest.is_some() { t.minutes_correct() } else { t.minutes_write() }.to_owned(),
        tab: TAB,
        lead: t.minutes_lead().to_owned(),
        submit: t.minutes_publish(),
        back: href(id, ""),
        version: Some(version),
    };
    let mut fields =
        vec![Field::text("text", t.minutes_title(), shown.get("text")).kind("textarea").required().max(BODY)];
    if latest.is_some() {
        let reason = Field::text("reason", t.minutes_reason(), shown.get("reason")).required().max(REASON);
        fields.push(reason);
    }
    Ok(Edit::new(ctx, frame, about, fields))
}

/// The form of the minutes.
///
/// # Errors
/// Not found.
pub async fn minutes(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    minutes_form(&ctx, id, None).await?.page()
}

/// Publishes them.
///
/// # Errors
/// A refusal that no correction of the form would lift.
pub async fn save_minutes(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let form = minutes_form(&ctx, id, Some(&typed)).await?;
    let published = commands::publish_minutes(&ctx, id, typed.version(), typed.get("text"), typed.get("reason")).await;
    form.answer(&ctx, published.map(|()| href(id, "")), Texts::new(ctx.lang).minutes_published())
}
