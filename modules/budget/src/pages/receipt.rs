//! Receipts: finding one's ballot in the box again, or one's sheet of paper, and changing one's mind.

use arpent_commons::pages::frame::Frame;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::ballot::{Sheet, read_for, sheet};
use super::forms::{self, Around};
use super::place::Place;
use crate::commands::ballots::{self as acts, Opened, Slate};
use crate::domain::ballot::Marks;
use crate::domain::phase::Step;
use crate::store::budgets::{self, BudgetState};
use crate::store::sheets::{self, Sheet as PaperSheet, SheetState};
use crate::texts::Texts;

fn draw_receipt_form(ctx: &Ctx, place: Place, typed: &str, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let fields = vec![
        Field::text("receipt", t.field_receipt(), typed).hint(t.field_receipt_hint()).required().autocomplete("off"),
    ];
    let around = Around { lead: t.receipt_lead().to_owned(), button: t.receipt_send().to_owned(), ..Around::default() };
    forms::draw(ctx, place, t.gesture_receipt(), around, (fields, problems))
}

/// Checking that one's ballot is in the box.
pub(super) async fn receipt_form(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    draw_receipt_form(&ctx, place, "", &[])
}

/// Opens a ballot with its receipt.
pub(super) async fn open_receipt(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let place = Place::open(&ctx, &slug).await?;
    let typed: String = sent.get("receipt").chars().filter(char::is_ascii_alphanumeric).collect();
    match acts::find(&ctx, &place.budget, &typed).await {
        Ok(_) => Ok(redirect(&place.href(&format!("recu/{typed}")))),
        Err(Refusal::Invalid(problems)) => draw_receipt_form(&ctx, place, sent.get("receipt"), &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    code: String,
    standing: Standing,
    blank: bool,
    form: Form,
    sheet: Sheet,
    changing: bool,
}

/// Where what a receipt opens stands.
#[derive(Debug)]
enum Standing {
    /// A ballot cast on line is in the box.
    InBox,
    /// A sheet of paper: its number, where it is in words, whether what it says is settled.
    Paper { number: i64, says: String, settled: bool },
}

impl Standing {
    /// Whether what it says may be read.
    const fn tells(&self) -> bool {
        matches!(self, Self::InBox | Self::Paper { settled: true, .. })
    }
}

/// A code in groups of four, as it is written by hand.
fn spaced(code: &str) -> String {
    let letters: Vec<char> = code.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

async fn draw_receipt(
    ctx: &Ctx,
    mut place: Place,
    code: &str,
    (standing, marks): (Standing, &Marks),
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let slate = Slate::of(&ctx.db, &place.budget).await?;
    let phases = budgets::phases(&ctx.db, place.budget.id).await?;
    let in_time = phases.iter().any(|phase| phase.step == Step::Vote && phase.holds(ctx.today()));
    let online = matches!(standing, Standing::InBox);
    let title = if online { t.receipt_title() } else { t.receipt_paper_title() };
    let receipt = ReceiptPage {
        code: spaced(code),
        standing,
        blank: marks.0.is_empty(),
        form: Form::refused(problems, ctx.lang, []),
        sheet: sheet(ctx, &place.budget, &slate, marks, &place.href("")),
        changing: online && place.budget.state == BudgetState::Voting && in_time,
        shell: place.shell(ctx, title),
        frame: place.frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &receipt)
}

/// Where a sheet is, in words.
fn standing(t: Texts, sheet: &PaperSheet, is_read: bool) -> Standing {
    let says = match sheet.state {
        SheetState::Counted => t.paper_counted(),
        SheetState::Spoiled => t.paper_spoiled(),
        SheetState::Printed if is_read => t.paper_waits(),
        SheetState::Printed => t.paper_unread(),
    };
    Standing::Paper { number: sheet.number, says: says.to_owned(), settled: sheet.state == SheetState::Counted }
}

/// The ballot in the box, as it was typed, or the sheet as it was read, for whoever holds its receipt.
pub(super) async fn receipt(ctx: Ctx, Path((slug, code)): Path<(String, String)>) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let place = Place::open(&ctx, &slug).await?;
    match acts::find(&ctx, &place.budget, &code).await.map_err(|_| Refusal::NotFound)? {
        Opened::Online(ballot) => draw_receipt(&ctx, place, &code, (Standing::InBox, &ballot.marks), &[]).await,
        Opened::Paper(sheet) => {
            let is_read = !sheets::readings(&ctx.db, sheet.id).await?.is_empty();
            let shown = standing(Texts::new(ctx.lang), &sheet, is_read);
            draw_receipt(&ctx, place, &code, (shown, &sheet.marks.unwrap_or_default()), &[]).await
        }
    }
}

/// Changes one's mind.
pub(super) async fn change(
    ctx: Ctx,
    Path((slug, code)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let place = Place::open(&ctx, &slug).await?;
    let marks = read_for(&place.budget, &sent);
    match acts::change(&ctx, &place.budget, &code, &marks).await {
        Ok(()) => Ok(done(&ctx, &place.href(&format!("recu/{code}")), Texts::new(ctx.lang).ballot_changed())),
        Err(Refusal::Invalid(problems)) => draw_receipt(&ctx, place, &code, (Standing::InBox, &marks), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
