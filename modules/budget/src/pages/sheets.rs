//! Paper: sheets to print, then to key twice.

use arpent_commons::pages::frame::Frame;
use arpent_look::parts::Anchor;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page, redirect};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::ballot::{Sheet as Ballot, read_for, sheet};
use super::forms::{self, Around};
use super::place::Place;
use crate::commands::ballots::Slate;
use crate::commands::sheets::{self as acts, Brought, Left};
use crate::domain::ballot::Marks;
use crate::domain::sheet::Standing;
use crate::domain::voter::stub;
use crate::store::sheets::{self, Tally};
use crate::texts::Texts;
use crate::{BOOTH, EDIT};

/// Sheets that wait, shown by their numbers.
const SHOWN: i64 = 200;

async fn draw_print(ctx: &Ctx, place: Place, count: &str, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let tally = sheets::tally(&ctx.db, place.budget.id).await?;
    let around = Around {
        lead: t.sheets_lead().to_owned(),
        notes: vec![tallied(t, tally)],
        links: if tally.printed > 0 {
            let href = place.href(&format!("feuilles/imprimer?de=1&n={}", tally.printed));
            vec![Anchor { label: t.sheets_again(tally.printed), href }]
        } else {
            vec![]
        },
        button: t.sheets_send().to_owned(),
        ..Around::default()
    };
    let fields = vec![Field::text("count", t.sheets_count(), count).kind("number").required()];
    forms::draw(ctx, place, t.tool_sheets(), around, (fields, problems))
}

fn tallied(t: Texts, tally: Tally) -> String {
    t.sheets_tally(tally.counted, tally.printed, tally.spoiled, tally.waiting)
}

/// How many sheets there are, and a form for more.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    draw_print(&ctx, place, "20", &[]).await
}

/// Prepares sheets, then shows them ready to print.
pub(super) async fn create(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    let count = sent.choice("count").unwrap_or(0);
    match acts::print(&ctx, &place.budget, count).await {
        Ok(first) => Ok(redirect(&place.href(&format!("feuilles/imprimer?de={first}&n={count}")))),
        Err(Refusal::Invalid(problems)) => draw_print(&ctx, place, sent.get("count"), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Which sheets to print.
#[derive(Debug, Deserialize)]
pub(super) struct Batch {
    de: i64,
    n: i64,
}

#[derive(Debug, Template)]
#[template(path = "sheets_print.html")]
struct PrintPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    /// Each with the code of its stub; none once the vote is counted.
    numbers: Vec<(i64, Option<String>)>,
    sheet: Ballot,
    address: String,
}

/// Sheets ready to print.
pub(super) async fn print(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(batch): Query<Batch>,
) -> Result<Response, PageError> {
    let mut place = Place::open_for(&ctx, &slug, EDIT).await?;
    let t = Texts::new(ctx.lang);
    let slate = Slate::of(&ctx.db, &place.budget).await?;
    let last = sheets::tally(&ctx.db, place.budget.id).await?.printed.min(batch.de + batch.n.clamp(1, acts::MOST) - 1);
    let sheet = sheet(&ctx, &place.budget, &slate, &Marks::default(), &place.href(""));
    let secret = place.budget.secret.clone();
    let code = |number| secret.as_deref().map(|secret| stub(secret, number));
    let numbers = (batch.de.max(1)..=last).map(|number| (number, code(number))).collect();
    let address = ctx.absolute(&place.href("recu"));
    page(&PrintPage { shell: place.shell(&ctx, t.tool_sheets()), frame: place.frame, t, numbers, sheet, address })
}

/// Two readings of a project, side by side.
#[derive(Debug)]
struct Difference {
    title: String,
    first: String,
    second: String,
}

/// What the page shows under the number.
#[derive(Debug)]
enum Shown {
    Empty,
    Read { number: i64, sheet: Ballot, differences: Vec<Difference>, second: bool },
}

#[derive(Debug, Template)]
#[template(path = "keying.html")]
struct KeyingPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    tally: String,
    action: String,
    file_action: String,
    form: Form,
    field: Field,
    file: Field,
    waiting: Vec<i64>,
    shown: Shown,
    brought: Vec<String>,
}

async fn draw(
    ctx: &Ctx,
    mut place: Place,
    typed: &str,
    problems: &[FieldProblem],
    (shown, brought): (Shown, Vec<String>),
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut field = Field::text("number", t.keying_number(), typed).kind("number").required();
    let mut file = Field::text("file", t.keying_file(), "").kind("file").hint(t.keying_file_hint()).required();
    let form = Form::refused(problems, ctx.lang, [&mut field, &mut file]);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let keying = KeyingPage {
        tally: tallied(t, sheets::tally(&ctx.db, place.budget.id).await?),
        waiting: sheets::waiting(&ctx.db, place.budget.id, SHOWN).await?,
        action: place.href("saisie"),
        file_action: place.href("saisie/fichier"),
        shell: place.shell(ctx, t.tool_keying()),
        frame: place.frame,
        form,
        field,
        file,
        shown,
        brought,
        t,
    };
    page_with(status, &keying)
}

/// Which sheet.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asks {
    number: String,
}

/// The number, then the sheet it names.
pub(super) async fn keying(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(asks): Query<Asks>,
) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, BOOTH).await?;
    if asks.number.trim().is_empty() {
        return draw(&ctx, place, "", &[], (Shown::Empty, vec![])).await;
    }
    show(&ctx, place, &asks.number).await
}

async fn show(ctx: &Ctx, place: Place, typed: &str) -> Result<Response, PageError> {
    let found = match acts::find(ctx, &place.budget, typed.trim().parse().unwrap_or(0)).await {
        Ok(found) => found,
        Err(Refusal::Invalid(problems)) => return draw(ctx, place, typed, &problems, (Shown::Empty, vec![])).await,
        Err(refusal) => return Err(refusal.into()),
    };
    let refuse =
        |text: fn(Texts) -> &'static str| FieldProblem::new("number", "again", move |l| text(Texts::new(l)).into());
    let (second, differences) = match acts::stands(ctx, &found).await? {
        Standing::Settled => {
            let problem = refuse(Texts::sheet_settled);
            return draw(ctx, place, typed, &[problem], (Shown::Empty, vec![])).await;
        }
        Standing::Another => {
            let problem = refuse(Texts::sheet_another);
            return draw(ctx, place, typed, &[problem], (Shown::Empty, vec![])).await;
        }
        Standing::ToKey(round) => (round == 2, vec![]),
        Standing::Differ(first, second) => (false, differing(ctx, &place, first.as_ref(), second.as_ref()).await?),
    };
    let slate = Slate::of(&ctx.db, &place.budget).await?;
    let sheet = sheet(ctx, &place.budget, &slate, &Marks::default(), &place.href(""));
    let read = Shown::Read { number: found.number, sheet, differences, second };
    draw(ctx, place, typed, &[], (read, vec![])).await
}

async fn differing(
    ctx: &Ctx,
    place: &Place,
    first: Option<&Marks>,
    second: Option<&Marks>,
) -> Result<Vec<Difference>, Refusal> {
    let t = Texts::new(ctx.lang);
    let slate = Slate::of(&ctx.db, &place.budget).await?;
    let empty = Marks::default();
    let of = |marks: Option<&Marks>| sheet(ctx, &place.budget, &slate, marks.unwrap_or(&empty), "").lines;
    let words = |marks: Option<&Marks>, said: String| match marks {
        None => t.sheet_spoiled().to_owned(),
        Some(_) if said.is_empty() => t.sheet_nothing().to_owned(),
        Some(_) => said,
    };
    let pairs = of(first).into_iter().zip(of(second));
    let pairs = pairs.filter(|(a, b)| a.said != b.said || first.is_none() != second.is_none());
    Ok(pairs
        .map(|(a, b)| Difference { title: a.title, first: words(first, a.said), second: words(second, b.said) })
        .collect())
}

/// Keys what was read.
pub(super) async fn key(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, BOOTH).await?;
    let number = sent.choice("number").unwrap_or(0);
    let marks = read_for(&place.budget, &sent);
    let marks = Some(&marks).filter(|_| !sent.ticked("spoiled"));
    let t = Texts::new(ctx.lang);
    match acts::key(&ctx, &place.budget, number, marks).await {
        Ok(Standing::Settled) => Ok(done(&ctx, &place.href("saisie"), &t.keyed_settled(number))),
        Ok(Standing::Differ(..)) => Ok(done(&ctx, &place.href("saisie"), &t.keyed_differs(number))),
        Ok(_) => Ok(done(&ctx, &place.href("saisie"), &t.keyed_waits(number))),
        Err(Refusal::Invalid(problems)) => {
            draw(&ctx, place, sent.get("number"), &problems, (Shown::Empty, vec![])).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Brings in the readings of many sheets.
pub(super) async fn bring_in(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, BOOTH).await?;
    let Some(file) = &sent.file else {
        let missing = FieldProblem::new("file", "missing", |l| Texts::new(l).file_missing().into());
        return draw(&ctx, place, "", &[missing], (Shown::Empty, vec![])).await;
    };
    match acts::bring_in(&ctx, &place.budget, (&file.name, &file.bytes)).await {
        Ok(brought) => {
            let words = told(Texts::new(ctx.lang), &brought);
            draw(&ctx, place, "", &[], (Shown::Empty, words)).await
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, place, "", &problems, (Shown::Empty, vec![])).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn told(t: Texts, brought: &Brought) -> Vec<String> {
    let mut words = vec![t.brought(brought.settled, brought.waiting)];
    if !brought.differing.is_empty() {
        let numbers: Vec<String> = brought.differing.iter().map(ToString::to_string).collect();
        words.push(t.brought_differing(brought.differing.len(), numbers.join(", ")));
    }
    let why = |left: Left| match left {
        Left::Unknown => t.left_unknown(),
        Left::Twice => t.left_twice(),
        Left::Again => t.left_again(),
        Left::Unreadable => t.left_unreadable(),
    };
    words.extend(brought.left.iter().map(|(line, left)| t.brought_left(*line, why(*left))));
    words
}
