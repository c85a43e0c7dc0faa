//! Keying a sheet by its code: once or twice, and a third reading where two differ.

use arpent_core::chance::read_short_code;
use arpent_web::respond::{PageError, done, page_with};
use arpent_web::{Ctx, Field, FieldError, FieldProblem, Form, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::interview::{Line, lines};
use crate::KEY;
use crate::commands::sheets::{self as commands, Standing};
use crate::domain::answer::{Replies, Reply};
use crate::domain::question::Question;
use crate::domain::wave::Mode;
use crate::pages::answer::{relay, words};
use crate::pages::asked::{Asked, Shape};
use crate::pages::at_wave::AtWave;
use crate::pages::replies::{Typed, is_words};
use crate::store::sheets::{self, Sheet};
use crate::texts::Texts;

/// Which sheet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Asks {
    code: String,
}

/// A question that two readings answer differently.
#[derive(Debug)]
struct Difference {
    line: Line,
    first: String,
    second: String,
}

#[derive(Debug, Template)]
#[template(path = "keying.html")]
struct KeyingPage {
    shell: Shell,
    t: Texts,
    action: String,
    form: Form,
    field: Field,
    state: State,
}

/// What the page shows under the code.
#[derive(Debug)]
enum State {
    /// Nothing yet.
    Empty,
    /// The sheet, to be read.
    Read { code: String, second: bool, lines: Vec<Line>, errors: Vec<FieldError> },
    /// Two readings, side by side.
    Settle { code: String, differences: Vec<Difference>, errors: Vec<FieldError> },
    /// Nothing to do, and why.
    Nothing { title: &'static str, text: &'static str },
}

fn draw(
    ctx: &Ctx,
    place: &AtWave,
    typed: &str,
    problems: &[FieldProblem],
    state: State,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut field = Field::text("code", t.keying_code(), typed).hint(t.keying_code_hint()).required();
    let wrong = matches!(&state, State::Read { errors, .. } | State::Settle { errors, .. } if !errors.is_empty());
    let refused = !problems.is_empty() || wrong;
    let form = Form::refused(problems, ctx.lang, [&mut field]);
    let (shell, action) = (place.shell(ctx, t.keying_title()), place.href("saisie"));
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page_with(status, &KeyingPage { shell, t, action, form, field, state })
}

/// The code, then the sheet it names.
pub(in crate::pages) async fn begin(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    Query(asks): Query<Asks>,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, KEY).await?;
    crate::commands::answering::refuse_unless_open(&place.wave)?;
    if asks.code.trim().is_empty() {
        return draw(&ctx, &place, "", &[], State::Empty);
    }
    match find(&ctx, &place, &asks.code).await? {
        None => draw(&ctx, &place, &asks.code, &[unknown()], State::Empty),
        Some(sheet) => {
            let standing = commands::standing(&ctx, &place.wave, &sheet).await?;
            show(&ctx, &place, &sheet, standing, &Replies::default(), &Typed::default())
        }
    }
}

async fn find(ctx: &Ctx, place: &AtWave, typed: &str) -> Result<Option<Sheet>, Refusal> {
    let Some(code) = read_short_code(typed) else { return Ok(None) };
    Ok(sheets::by_code(&ctx.db, place.wave.id, &code).await?)
}

fn unknown() -> FieldProblem {
    FieldProblem::new("code", "unknown", |l| Texts::new(l).keying_unknown().into())
}

fn show(
    ctx: &Ctx,
    place: &AtWave,
    sheet: &Sheet,
    standing: Standing,
    replies: &Replies,
    typed: &Typed,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let protocol = &place.version.protocol;
    let code = sheet.code.clone();
    let state = match standing {
        Standing::ToKey(round) => {
            // Words were taken the first time.
            let asked = protocol.asked(&sheet.population).filter(|one| round == 1 || !is_words(one));
            let lines = lines(t, (place, ctx.lang.code()), asked, replies, typed);
            State::Read { code, second: round == 2, lines, errors: typed.errors() }
        }
        Standing::Differ(first, second) => {
            let mut differences = Vec::new();
            for question in differing(place, sheet, &first, &second) {
                let line = lines(t, (place, ctx.lang.code()), std::iter::once(question), replies, typed).pop();
                differences.extend(line.map(|line| Difference {
                    first: said(t, &line.asked, first.0.get(&question.code)),
                    second: said(t, &line.asked, second.0.get(&question.code)),
                    line,
                }));
            }
            State::Settle { code, differences, errors: typed.errors() }
        }
        Standing::Another => State::Nothing { title: t.keying_another(), text: t.keying_another_text() },
        Standing::Counted => State::Nothing { title: t.keying_counted(), text: t.keying_counted_text() },
    };
    draw(ctx, place, &sheet.code, &[], state)
}

fn differing<'a>(place: &'a AtWave, sheet: &'a Sheet, first: &Replies, second: &Replies) -> Vec<&'a Question> {
    let asked = place.version.protocol.asked(&sheet.population);
    asked.filter(|one| first.0.get(&one.code) != second.0.get(&one.code)).collect()
}

/// An answer in the words of the sheet.
fn said(t: Texts, asked: &Asked, reply: Option<&Reply>) -> String {
    let Some(reply) = reply else { return t.keying_nothing().to_owned() };
    let ticks = match &asked.shape {
        Shape::Radio(ticks) | Shape::List(ticks) | Shape::Boxes(ticks) | Shape::Marks { ticks, .. } => ticks.as_slice(),
        _ => &[],
    };
    let word = |code: &String| ticks.iter().find(|tick| tick.value == *code).map_or(code, |tick| &tick.label).clone();
    reply.codes().iter().map(word).collect::<Vec<_>>().join(", ")
}

/// Keys what was read.
pub(in crate::pages) async fn send(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, KEY).await?;
    let Some(sheet) = find(&ctx, &place, sent.get("code")).await? else {
        return draw(&ctx, &place, sent.get("code"), &[unknown()], State::Empty);
    };
    let (t, protocol) = (Texts::new(ctx.lang), &place.version.protocol);
    let before = commands::standing(&ctx, &place.wave, &sheet).await?;
    let (mut replies, asked) = match &before {
        Standing::Differ(first, second) => (first.clone(), differing(&place, &sheet, first, second)),
        Standing::ToKey(_) => (Replies::default(), protocol.asked(&sheet.population).collect()),
        Standing::Another | Standing::Counted => {
            return show(&ctx, &place, &sheet, before, &Replies::default(), &Typed::default());
        }
    };
    let typed = Typed::read(t, protocol, asked.into_iter(), &sent, &mut replies);
    if !typed.is_right() {
        return show(&ctx, &place, &sheet, before, &Replies::default(), &typed);
    }
    let after = commands::key_in(&ctx, &place.wave, protocol, &sheet, replies).await?;
    let said = words(protocol, &sheet.population, &sent);
    let secret = format!("sheet {}", sheet.code);
    let door = (sheet.population.as_str(), Mode::Paper, sheet.place.clone());
    let followed = relay(&ctx, &place, door, &secret, &said).await?;
    let told = followed.iter().find_map(|one| one.code.as_deref()).map(|code| t.keying_words_code(code));
    match after {
        Standing::Counted => Ok(next(&ctx, &place, t.keying_done_counted(sheet.code.as_str()), told)),
        Standing::Another | Standing::ToKey(_) => {
            Ok(next(&ctx, &place, t.keying_done_waits(sheet.code.as_str()), told))
        }
        Standing::Differ(..) => show(&ctx, &place, &sheet, after, &Replies::default(), &Typed::default()),
    }
}

fn next(ctx: &Ctx, place: &AtWave, done_words: String, told: Option<String>) -> Response {
    let words = [Some(done_words), told].into_iter().flatten().collect::<Vec<_>>().join(" ");
    done(ctx, &place.href("saisie"), &words)
}
