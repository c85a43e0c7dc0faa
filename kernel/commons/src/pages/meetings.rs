//! Meetings: those to come, those that were, and the page of one.

use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_core::disclosure::Shown;
use arpent_texts::Lang;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::frame;
use super::loop_words::{on, signed};
use super::meeting_notes::{self, TableOf};
use super::meeting_outputs::{self, Output};
use crate::commands::initiatives::scope;
use crate::commands::meetings as commands;
use crate::domain::initiative::Initiative;
use crate::domain::meetings::{Attendance, Meeting, MeetingState, Minutes, SignUpState};
use crate::maps::{Drawn, Maps};
use crate::module::{MOST_PLACED, Placed, Sort};
use crate::permission::{CONTRIBUTION_KEY, MEETING_RUN, MEETING_WELCOME};
use crate::store::meetings::{self, MeetingRow};
use crate::store::sign_ups;
use crate::texts::Texts;
use crate::words;

/// Meetings of the territory on one page.
const MOST: i64 = 200;
/// Someone, head and shoulders.
const SIGN: &str = "M-3-3.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM-6 7a6 6 0 0 1 12 0z";
/// Meetings to come, on the page of a démarche and on the home page.
const NEXT: usize = 3;

/// A meeting in a list.
#[derive(Debug)]
pub struct Line {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Which kind.
    pub kind: &'static str,
    /// Day and hours.
    pub when: String,
    /// Place, and commune.
    pub place: String,
    /// Its state, when there is something to say of it.
    pub state: Option<&'static str>,
    /// Meaning of the state.
    pub class: &'static str,
    /// Seats left, while one may sign up.
    pub seats: Option<String>,
    /// Whoever signs up now waits.
    pub full: bool,
    /// Its démarche, address and title, where meetings of several stand together.
    pub of: Option<(String, String)>,
}

impl Line {
    /// A meeting as a list shows it.
    pub fn new(ctx: &Ctx, row: &MeetingRow) -> Self {
        let (t, meeting) = (Texts::new(ctx.lang), &row.meeting);
        let english = ctx.lang == Lang::En && !row.of_en.is_empty();
        let told = meeting.state != MeetingState::Announced;
        Self {
            href: href(meeting.id, ""),
            title: meeting.sheet.title.clone(),
            kind: words::meeting_kind(t, meeting.sheet.kind),
            when: words::when(t, meeting),
            place: place(row),
            state: told.then(|| words::meeting_state(t, meeting.state)),
            class: if meeting.state == MeetingState::Cancelled { "danger" } else { "" },
            seats: meeting.accepts(ctx.now()).then(|| seats(t, row)),
            full: meeting.next(row.taken) == SignUpState::Waiting,
            of: Some((format!("/demarches/{}", row.slug), if english { row.of_en.clone() } else { row.of.clone() })),
        }
    }
}

/// An address below the meeting's own.
pub fn href(id: Id<Meeting>, below: &str) -> String {
    let slash = if below.is_empty() { "" } else { "/" };
    format!("/rencontres/{id}{slash}{below}")
}

fn place(row: &MeetingRow) -> String {
    match &row.area {
        Some(area) if !row.meeting.sheet.place.contains(area.as_str()) => {
            format!("{}, {area}", row.meeting.sheet.place)
        }
        _ => row.meeting.sheet.place.clone(),
    }
}

/// How many seats are left, in words.
pub fn seats(t: Texts, row: &MeetingRow) -> String {
    let seats = row.meeting.open_seats().unwrap_or_default();
    match row.meeting.free(row.taken) {
        None => t.meeting_open_to_all().to_owned(),
        Some(free) if free > row.taken.waiting => t.meeting_free(free, seats),
        Some(_) if seats == 0 => t.meeting_by_invitation().to_owned(),
        Some(_) => t.meeting_full(seats, row.taken.waiting),
    }
}

/// The next meetings of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn next(ctx: &Ctx, frame: &Frame) -> Result<Vec<Line>, Refusal> {
    let rows =
        meetings::coming(&ctx.db, frame.initiative.id, ctx.now(), i64::try_from(NEXT).unwrap_or(i64::MAX)).await?;
    Ok(rows.iter().map(|row| Line::new(ctx, row)).collect())
}

/// The next meetings of the territory, soonest first.
///
/// # Errors
/// The database does not answer.
pub async fn next_everywhere(ctx: &Ctx) -> Result<Vec<Line>, Refusal> {
    let rows = meetings::everywhere(&ctx.db, MOST).await?;
    let coming = rows.iter().rev().filter(|row| row.meeting.accepts(ctx.now()));
    Ok(coming.take(NEXT).map(|row| Line::new(ctx, row)).collect())
}

/// The meetings of a démarche that have a place, for its map.
///
/// # Errors
/// The database does not answer.
pub async fn placed(ctx: &Ctx, initiative: &Initiative) -> Result<Vec<Placed>, Refusal> {
    let t = Texts::new(ctx.lang);
    let sort = Sort { code: "rencontres", one: t.placed_meeting(), many: t.meetings_title(), sign: SIGN };
    let rows = meetings::placed(&ctx.db, initiative.id, MOST_PLACED).await?;
    let seen = |row: MeetingRow| {
        let point = row.meeting.sheet.point?;
        let line = Line::new(ctx, &row);
        let cancelled = row.meeting.state == MeetingState::Cancelled;
        let said = match line.state.filter(|_| cancelled) {
            Some(state) => t.placed_stopped(state, line.when),
            None => line.when,
        };
        let over = cancelled || row.meeting.is_past(ctx.now());
        let at = Some(row.meeting.sheet.start);
        Some(Placed { sort, title: line.title, href: line.href, point, place: line.place, at, said, over })
    };
    Ok(rows.into_iter().filter_map(seen).collect())
}

#[derive(Debug, Template)]
#[template(path = "meetings.html")]
struct OfInitiative {
    shell: Shell,
    frame: Frame,
    t: Texts,
    coming: Vec<Line>,
    past: Vec<Line>,
    may_run: bool,
}

#[derive(Debug, Template)]
#[template(path = "meetings_everywhere.html")]
struct Everywhere {
    shell: Shell,
    t: Texts,
    coming: Vec<Line>,
    past: Vec<Line>,
}

/// Those to come, soonest first; those that were, latest first.
fn parted(ctx: &Ctx, mut rows: Vec<MeetingRow>) -> (Vec<Line>, Vec<Line>) {
    rows.sort_by_key(|row| row.meeting.sheet.start);
    let (past, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.meeting.is_past(ctx.now()));
    (coming.iter().map(|row| Line::new(ctx, row)).collect(), past.iter().rev().map(|row| Line::new(ctx, row)).collect())
}

/// Meetings of a démarche.
///
/// # Errors
/// Not found.
pub async fn list(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let id = frame.initiative.id;
    let may_run = ctx.may(MEETING_RUN, scope(id));
    let (mut coming, mut past) = parted(&ctx, meetings::of_initiative(&ctx.db, id, may_run).await?);
    for line in coming.iter_mut().chain(&mut past) {
        line.of = None;
    }
    let shell = frame.shell(&ctx, frame.t.meetings_title(), "rencontres");
    page(&OfInitiative { shell, t: frame.t, frame, coming, past, may_run })
}

/// Meetings of the territory.
///
/// # Errors
/// The database does not answer.
pub async fn everywhere(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (coming, past) = parted(&ctx, meetings::everywhere(&ctx.db, MOST).await?);
    page(&Everywhere { shell: ctx.shell(t.meetings_title(), vec![]), t, coming, past })
}

/// A version of the minutes, as the page shows it.
#[derive(Debug)]
struct Remembered {
    text: String,
    reason: String,
    signed: String,
}

/// Who came, a line for each capacity.
#[derive(Debug)]
struct Came {
    label: &'static str,
    shown: String,
}

/// Something the team may do with it, on a page of its own.
#[derive(Debug)]
struct Act {
    label: &'static str,
    href: String,
}

/// What this reader may do with a meeting.
fn acts(ctx: &Ctx, t: Texts, meeting: &Meeting, written: bool) -> Vec<Act> {
    let place = scope(meeting.initiative);
    let (run, begun) = (ctx.may(MEETING_RUN, place), meeting.has_begun(ctx.now()));
    let changes = run && matches!(meeting.state, MeetingState::Draft | MeetingState::Announced);
    let welcomes = meeting.state != MeetingState::Draft && ctx.may(MEETING_WELCOME, place);
    let minutes = if written { t.minutes_correct() } else { t.minutes_write() };
    let all = [
        (changes, t.meeting_edit(), "modifier"),
        (welcomes, t.desk_title(), "accueil"),
        (welcomes, t.guests_title(), "inscrits"),
        (begun && ctx.may(CONTRIBUTION_KEY, place), t.notes_title(), "notes"),
        (run && begun, minutes, "compte-rendu"),
        (run && begun, t.output_add(), "suites/ajouter"),
        (changes, t.meeting_cancel(), "annuler"),
    ];
    let allowed = all.into_iter().filter(|(may, ..)| *may);
    allowed.map(|(_, label, below)| Act { label, href: href(meeting.id, below) }).collect()
}

#[derive(Debug, Template)]
#[template(path = "meeting.html")]
struct Show {
    shell: Shell,
    frame: Frame,
    t: Texts,
    line: Line,
    meeting: Meeting,
    accepts: bool,
    came: Vec<Came>,
    came_total: Option<String>,
    tables: Vec<TableOf>,
    noted: usize,
    outputs: Vec<Output>,
    /// Latitude and longitude, as software that shows maps reads them.
    point: Option<String>,
    spot: Option<Drawn>,
    minutes: Vec<Remembered>,
    acts: Vec<Act>,
    may_announce: bool,
    may_hold: bool,
    may_run: bool,
}

/// The meeting, if this reader may see it: a draft is for those who run it.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn read(ctx: &Ctx, id: Id<Meeting>) -> Result<MeetingRow, Refusal> {
    let row = commands::get(ctx, id).await?;
    if row.meeting.state == MeetingState::Draft && !ctx.may(MEETING_RUN, scope(row.meeting.initiative)) {
        return Err(Refusal::NotFound);
    }
    Ok(row)
}

/// The frame of a page below a meeting's own.
///
/// # Errors
/// Not found.
pub async fn below(ctx: &Ctx, row: &MeetingRow, title: &str) -> Result<(Frame, Shell), Refusal> {
    let mut frame = frame(ctx, row.meeting.initiative).await?;
    let mut shell = frame.shell(ctx, title, "rencontres");
    shell.crumbs.push(Crumb::new(frame.t.meetings_title(), frame.href("rencontres")));
    shell.crumbs.push(Crumb::new(row.meeting.sheet.title.clone(), href(row.meeting.id, "")));
    Ok((frame, shell))
}

/// One meeting.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, maps: Maps, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    let row = read(&ctx, id).await?;
    let (frame, mut shell) = below(&ctx, &row, &row.meeting.sheet.title).await?;
    shell.crumbs.pop();
    let (t, place) = (frame.t, scope(row.meeting.initiative));
    let attendance = sign_ups::attendance(&ctx.db, id).await?;
    let (staff, run) = (ctx.may(MEETING_WELCOME, place), ctx.may(MEETING_RUN, place));
    let minutes = meetings::minutes(&ctx.db, id).await?;
    let tables = meeting_notes::tables(&ctx, id, false).await?;
    let shown = Show {
        line: Line::new(&ctx, &row),
        accepts: row.meeting.accepts(ctx.now()),
        came: came(t, &attendance, staff),
        came_total: (attendance.total() > 0).then(|| total(t, &attendance, staff)),
        noted: tables.iter().map(|table| table.notes.len()).sum(),
        tables,
        outputs: meeting_outputs::of(&ctx, id).await?,
        spot: maps.spot(&ctx, &frame.initiative, row.meeting.sheet.point).await?,
        point: row.meeting.sheet.point.map(|(latitude, longitude)| format!("{latitude},{longitude}")),
        minutes: minutes.iter().map(|one| remembered(t, one)).collect(),
        acts: acts(&ctx, t, &row.meeting, !minutes.is_empty()),
        may_run: run,
        may_announce: run && row.meeting.state == MeetingState::Draft,
        may_hold: run && row.meeting.state == MeetingState::Announced && row.meeting.has_begun(ctx.now()),
        meeting: row.meeting,
        shell,
        frame,
        t,
    };
    Ok(Drawn::open(shown.spot.as_ref(), page(&shown)?))
}

fn came(t: Texts, attendance: &Attendance, staff: bool) -> Vec<Came> {
    let public = attendance.public();
    let counts = attendance.0.iter().zip(public);
    let line = |((capacity, n), (_, shown)): (&(_, i64), (_, Shown))| Came {
        label: words::college(t, *capacity),
        shown: if staff { n.to_string() } else { count(t, shown) },
    };
    counts.filter(|((_, n), _)| *n > 0).map(line).collect()
}

fn count(t: Texts, shown: Shown) -> String {
    match shown {
        Shown::Count(n) => n.to_string(),
        Shown::Suppressed => t.meeting_count_hidden().to_owned(),
    }
}

fn total(t: Texts, attendance: &Attendance, staff: bool) -> String {
    match if staff { Shown::Count(attendance.total()) } else { attendance.public_total() } {
        Shown::Count(n) => t.meeting_came_total(n),
        Shown::Suppressed => t.meeting_came_few().to_owned(),
    }
}

fn remembered(t: Texts, minutes: &Minutes) -> Remembered {
    Remembered {
        text: minutes.text.clone(),
        reason: minutes.reason.clone(),
        signed: format!("{} · {}", on(t, paris_date(minutes.at)), signed(t, &minutes.role)),
    }
}
