//! The end of a démarche: what is still missing and who can do it, then the printed answers.

use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_look::parts::Pages;
use arpent_web::context::role_name;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::frame::Frame;
use super::loop_form::Typed;
use super::loop_words::{on, signed};
use crate::commands::closing::{self as commands, Ending};
use crate::commands::initiatives::scope;
use crate::domain::initiative::InitiativeState;
use crate::domain::text::REASON;
use crate::permission::{ANSWER_GIVE, INITIATIVE_CLOSE};
use crate::store::answers::unanswered;
use crate::store::closing::{self as store, Slip};
use crate::store::{decisions, initiatives};
use crate::texts::Texts;
use crate::words;

/// Contributions without an answer shown at once.
const SHOWN: i64 = 100;
/// Slips printed at once.
const PAGE: i64 = 60;

/// A condition that does not hold yet.
#[derive(Debug)]
struct Missing {
    text: String,
    href: String,
    who: String,
}

/// A contribution that waits for its answer.
#[derive(Debug)]
struct Waiting {
    href: String,
    title: String,
    since: String,
    late: bool,
    note: &'static str,
}

#[derive(Debug, Template)]
#[template(path = "closing.html")]
struct Closing {
    shell: Shell,
    frame: Frame,
    w: Texts,
    closed: Option<String>,
    no_decision_reason: String,
    missing: Vec<Missing>,
    waiting: Vec<Waiting>,
    on_paper: i64,
    form: Form,
    fields: Vec<Field>,
    may_close: bool,
}

fn fields(w: Texts, typed: &Typed, decided: bool) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name)).kind("textarea").max(REASON);
    let mut fields = vec![field("words", w.closing_words()).hint(w.closing_words_hint())];
    if !decided {
        fields.push(field("no_decision_reason", w.closing_no_decision()).hint(w.closing_no_decision_hint()));
    }
    fields
}

async fn draw(ctx: &Ctx, slug: &str, typed: &Typed) -> Result<Closing, PageError> {
    let mut frame = Frame::open(ctx, slug).await?;
    let w = frame.t;
    let initiative = frame.initiative.clone();
    let may_close = ctx.may(INITIATIVE_CLOSE, scope(initiative.id));
    if !may_close {
        // Those who answer find here what still waits for them.
        ctx.require(ANSWER_GIVE, scope(initiative.id))?;
    }
    let shell = frame.shell(ctx, w.closing_title(), "cloture");
    let gate = commands::gate(ctx, &initiative, typed.get("no_decision_reason")).await?;
    let missing = gate.unmet.iter().map(|unmet| Missing {
        text: commands::say(unmet).text(ctx.lang),
        href: unmet.href.clone(),
        who: w.closing_who(role_name(ctx.t(), unmet.who)),
    });
    let open = initiative.state == InitiativeState::Open;
    let closing = store::of(&ctx.db, initiative.id).await?;
    let waiting = if open { waiting(ctx, &frame).await? } else { vec![] };
    Ok(Closing {
        missing: if open { missing.collect() } else { vec![] },
        waiting,
        on_paper: store::on_paper(&ctx.db, initiative.id, false, (0, 0)).await?.1,
        closed: closing
            .as_ref()
            .map(|closing| format!("{} · {}", on(w, paris_date(closing.at)), signed(w, &closing.role))),
        no_decision_reason: closing.map(|closing| closing.no_decision_reason).unwrap_or_default(),
        form: Form::default(),
        fields: fields(w, typed, decisions::count_published(&ctx.db, initiative.id).await? > 0),
        may_close: open && may_close,
        shell,
        w,
        frame,
    })
}

async fn waiting(ctx: &Ctx, frame: &Frame) -> Result<Vec<Waiting>, Refusal> {
    let w = frame.t;
    let delay = frame.initiative.answer_delay_days;
    let line = |listed: crate::store::contributions::Listed| {
        let c = &listed.contribution;
        let note = if c.merged_into.is_some() {
            w.closing_merged()
        } else if c.state == crate::domain::contribution::ContributionState::Hidden {
            w.closing_hidden()
        } else {
            ""
        };
        Waiting {
            href: format!("/contributions/{}", c.id),
            title: format!("n° {} · {}", c.number, c.title),
            since: w.closing_promised(on(w, paris_date(c.promised_by(delay)))),
            late: c.promised_by(delay) < ctx.now(),
            note,
        }
    };
    Ok(unanswered(&ctx.db, frame.initiative.id, SHOWN).await?.into_iter().map(line).collect())
}

/// What still stands between a démarche and its end.
///
/// # Errors
/// Not allowed, not found.
pub async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    page(&draw(&ctx, &slug, &Typed::default()).await?)
}

/// Closes a démarche, or says everything that is missing.
///
/// # Errors
/// Not allowed, not found, not open.
pub async fn close(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let mut closing = draw(&ctx, &slug, &typed).await?;
    let text = |name| typed.get(name).to_owned();
    let ending = Ending { words: text("words"), no_decision_reason: text("no_decision_reason") };
    match commands::close(&ctx, closing.frame.initiative.id, &ending).await {
        Ok(()) => Ok(done(&ctx, &format!("/demarches/{slug}"), closing.w.closing_done())),
        Err(Refusal::Gate(_)) => page_with(StatusCode::CONFLICT, &closing),
        Err(Refusal::Invalid(problems)) => {
            closing.form = Form::refused(&problems, ctx.lang, &mut closing.fields);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &closing)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Which slips are wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    toutes: Option<u8>,
    page: Option<u32>,
}

/// A slip as it is printed.
#[derive(Debug)]
struct Printed {
    slip: Slip,
    answer: &'static str,
    means: String,
    signed: String,
    handed_over: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "paper_answers.html")]
struct Paper {
    shell: Shell,
    frame: Frame,
    w: Texts,
    slips: Vec<Printed>,
    total: i64,
    every: bool,
    site: String,
    pages: Pages,
}

/// The answers of those who left no address, one slip each, to print and hand over.
///
/// # Errors
/// Not allowed, not found.
pub async fn paper(ctx: Ctx, Path(slug): Path<String>, Query(wanted): Query<Wanted>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    ctx.require(ANSWER_GIVE, scope(frame.initiative.id))?;
    let w = frame.t;
    let shell = frame.shell(&ctx, w.paper_title(), "cloture");
    let every = wanted.toutes == Some(1);
    let at = wanted.page.unwrap_or(1).max(1);
    let window = (PAGE, i64::from(at - 1) * PAGE);
    let (slips, total) = store::on_paper(&ctx.db, frame.initiative.id, every, window).await?;
    let last = u32::try_from((total + PAGE - 1) / PAGE).unwrap_or(1).max(1);
    let address = |page: u32| {
        let all = if every { "toutes=1&" } else { "" };
        format!("/demarches/{slug}/reponses-papier?{all}page={page}")
    };
    let print = |slip: Slip| Printed {
        answer: words::answer_status(w, slip.status),
        means: words::means(w, slip.means),
        signed: format!("{} · {}", on(w, paris_date(slip.at)), signed(w, &slip.role)),
        handed_over: slip.told_on_paper_at.map(|at| on(w, paris_date(at))),
        slip,
    };
    page(&Paper {
        slips: slips.into_iter().map(print).collect(),
        total,
        every,
        site: ctx.absolute("/suivi"),
        pages: Pages::new(at, last, address),
        shell,
        w,
        frame,
    })
}

/// Notes that the ticked answers were handed over.
///
/// # Errors
/// Not allowed, not found.
pub async fn handed_over(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let initiative = initiatives::by_slug(&ctx.db, &slug).await?.ok_or(Refusal::NotFound)?;
    let ids: Vec<Id<_>> = typed.ids("handed");
    commands::handed_over(&ctx, initiative.id, &ids).await?;
    let said = Texts::new(ctx.lang).paper_noted(ids.len());
    Ok(done(&ctx, &format!("/demarches/{slug}/reponses-papier"), &said))
}
