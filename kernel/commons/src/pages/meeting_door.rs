//! The door of a meeting, for its team: who is expected, who came, with a network or without one.

use arpent_core::Id;
use arpent_core::chance::read_short_code;
use arpent_texts::time;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::frame::Frame;
use super::loop_form::Typed;
use super::meetings::{below, href, read};
use crate::commands::initiatives::scope;
use crate::commands::sign_ups::{self as commands, Arrival, NotKept};
use crate::domain::meetings::{Meeting, SignUp, SignUpState};
use crate::domain::people::Capacity;
use crate::permission::MEETING_WELCOME;
use crate::store::meetings::MeetingRow;
use crate::store::sign_ups;
use crate::texts::Texts;
use crate::words::{self, sign_up_path};

/// Comings a device sends at once.
const MOST: usize = 100;

/// Someone expected, as the door reads her: neither address nor number.
#[derive(Debug)]
struct Expected {
    name: String,
    capacity: &'static str,
    /// She waits for a seat, or was invited.
    tag: Option<&'static str>,
    class: &'static str,
    /// The hour she came.
    came: Option<String>,
    /// Where her coming is noted.
    act: String,
    code: String,
}

impl Expected {
    fn new(t: Texts, seat: SignUp) -> Self {
        let waits = seat.state == SignUpState::Waiting;
        Self {
            capacity: words::capacity(t, seat.capacity),
            tag: if waits { Some(t.sign_up_state_waiting()) } else { seat.invited.then(|| t.desk_invited()) },
            class: if waits { "attention" } else { "" },
            came: seat.present_at.map(|at| time(t.lang(), at)),
            act: format!("{}/presence", sign_up_path(&seat.code)),
            name: if seat.name.is_empty() { t.seat_nameless().to_owned() } else { seat.name },
            code: seat.code,
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "meeting_door.html")]
struct Door {
    shell: Shell,
    frame: Frame,
    t: Texts,
    meeting: Id<Meeting>,
    when: String,
    /// A phone may hold this page now.
    holds: bool,
    expected: Vec<Expected>,
    /// Those who came without signing up.
    others: i64,
    present: String,
    form: Form,
    code: Field,
    walk_ins: Vec<Field>,
}

/// The meeting, for those who welcome people there.
pub(super) async fn welcomed(ctx: &Ctx, id: Id<Meeting>) -> Result<MeetingRow, Refusal> {
    let row = read(ctx, id).await?;
    ctx.require(MEETING_WELCOME, scope(row.meeting.initiative))?;
    Ok(row)
}

async fn draw(ctx: &Ctx, id: Id<Meeting>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let row = welcomed(ctx, id).await?;
    let t = Texts::new(ctx.lang);
    let (frame, shell) = below(ctx, &row, t.desk_title()).await?;
    let counted = sign_ups::walk_ins(&ctx.db, id).await?;
    let count = |one: &Capacity| counted.iter().find(|(capacity, _)| capacity == one).map_or(0, |(_, n)| *n);
    let field = |one: &Capacity| {
        let shown = match typed.get(one.code()) {
            "" => count(one).to_string(),
            typed => typed.to_owned(),
        };
        Field::text(one.code(), words::college(t, *one), shown).kind("number")
    };
    let mut code = Field::text("code", t.desk_code(), typed.get("code")).hint(t.desk_code_hint()).required();
    let mut walk_ins: Vec<Field> = Capacity::ALL.iter().map(field).collect();
    let form = Form::refused(problems, ctx.lang, std::iter::once(&mut code).chain(&mut walk_ins));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut seats = sign_ups::of_meeting(&ctx.db, id).await?;
    seats.retain(|seat| seat.state != SignUpState::Cancelled);
    let door = Door {
        when: words::when(t, &row.meeting),
        holds: row.meeting.is_at_the_door(ctx.now()),
        present: t.desk_present(sign_ups::attendance(&ctx.db, id).await?.total()),
        others: counted.iter().map(|(_, n)| n).sum(),
        expected: seats.into_iter().map(|seat| Expected::new(t, seat)).collect(),
        meeting: id,
        shell,
        frame,
        t,
        form,
        code,
        walk_ins,
    };
    page_with(status, &door)
}

/// Who is expected, who came.
///
/// # Errors
/// Not allowed.
pub async fn door(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Typed::default(), &[]).await
}

/// The code in what was typed: a reader of square codes types the whole address.
fn code_in(typed: &str) -> Option<String> {
    read_short_code(typed.trim().rsplit('/').next().unwrap_or_default())
}

/// Notes that whoever shows a code came.
///
/// # Errors
/// Not allowed.
pub async fn check_in(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    welcomed(&ctx, id).await?;
    let unknown = || FieldProblem::new("code", "unknown", |l| Texts::new(l).desk_code_unknown().into());
    let found = match code_in(typed.get("code")) {
        Some(code) => sign_ups::by_code(&ctx.db, &code).await.map_err(Refusal::from)?,
        None => None,
    };
    let Some(seat) = found.filter(|seat| seat.meeting == id) else { return draw(&ctx, id, &typed, &[unknown()]).await };
    commands::welcome(&ctx, &seat.code, true).await?;
    Ok(done(&ctx, &href(id, "accueil"), &Texts::new(ctx.lang).seat_present(&seat.name)))
}

/// What a device kept while there was no network.
#[derive(Debug, Deserialize)]
pub struct Sent {
    arrivals: Vec<SentArrival>,
}

#[derive(Debug, Deserialize)]
struct SentArrival {
    key: String,
    present: bool,
    /// Milliseconds since 1970, by the clock of the device.
    at: i64,
}

#[derive(Debug, Serialize)]
struct Fates {
    fates: Vec<Fate>,
}

/// What became of one: kept, or why not.
#[derive(Debug, Serialize)]
struct Fate {
    key: String,
    kept: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
}

/// Takes what a device kept; the same coming sent twice counts once.
///
/// # Errors
/// Not allowed.
pub async fn arrivals(
    ctx: Ctx,
    Path(id): Path<Id<Meeting>>,
    Json(mut sent): Json<Sent>,
) -> Result<Response, PageError> {
    welcomed(&ctx, id).await?;
    sent.arrivals.truncate(MOST);
    let at = |one: &SentArrival| Timestamp::from_millisecond(one.at).unwrap_or(ctx.now());
    let arrival = |one: &SentArrival| Arrival { code: one.key.clone(), present: one.present, at: at(one) };
    let arrivals: Vec<Arrival> = sent.arrivals.iter().map(arrival).collect();
    let t = Texts::new(ctx.lang);
    let fates = commands::welcome_all(&ctx, id, &arrivals).await?;
    let told = sent.arrivals.into_iter().zip(fates).map(|(one, fate)| Fate {
        key: one.key,
        kept: fate.is_ok(),
        why: fate.err().map(|why| match why {
            NotKept::Unknown => t.desk_code_unknown(),
            NotKept::GivenBack => t.sign_up_came_anyway(),
        }),
    });
    Ok(Json(Fates { fates: told.collect() }).into_response())
}

/// Counts those who came without signing up.
///
/// # Errors
/// Not allowed.
pub async fn count_walk_ins(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let mut counts = Vec::new();
    for capacity in Capacity::ALL {
        let raw = typed.get(capacity.code()).trim();
        // What is no number is refused at its field, as one that is too small.
        counts.push((*capacity, if raw.is_empty() { 0 } else { raw.parse().unwrap_or(-1) }));
    }
    match commands::count_walk_ins(&ctx, id, &counts).await {
        Ok(()) => Ok(done(&ctx, &href(id, "accueil"), Texts::new(ctx.lang).desk_counted())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
