//! The desk of whoever counts: what is in the box, then how far the count is.

use arpent_commons::domain::text::REASON;
use arpent_commons::pages::frame::Frame;
use arpent_look::parts::{Anchor, State, Step as Knot};
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::COUNT;
use crate::commands::count::STEPS;
use crate::commands::runs as acts;
use crate::store::runs::{Run, RunState};
use crate::store::{ballots, counts, sheets, voters};
use crate::texts::Texts;

/// How far the count asked for is.
#[derive(Debug)]
struct Progress {
    /// Its steps, as long as it runs.
    steps: Vec<Knot>,
    /// In words, spoken when it changes.
    says: String,
    /// Where it is published.
    results: Option<Anchor>,
    /// It stopped.
    failed: bool,
}

#[derive(Debug, Template)]
#[template(path = "counting.html")]
struct CountingPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notes: Vec<String>,
    progress: Option<Progress>,
    form: Form,
    /// Nothing while a count is under way: there are never two.
    fields: Option<Vec<Field>>,
    here: String,
    back: String,
}

fn progress(ctx: &Ctx, place: &Place, run: &Run) -> Progress {
    let t = Texts::new(ctx.lang);
    let says = match run.state {
        RunState::Running if run.step == 0 => t.run_waits().to_owned(),
        RunState::Running => t.run_step(run.step, STEPS, words::word(t, "run-step", &run.step.to_string())),
        RunState::Done => t.run_done().to_owned(),
        RunState::Failed => words::word(t, "run-failed", &run.problem).to_owned(),
    };
    let knot = |step: i64| Knot {
        label: words::word(t, "run-step", &step.to_string()).to_owned(),
        state: match run.step {
            now if now > step => State::Done,
            now if now == step => State::Here,
            _ => State::Next,
        },
        when: None,
        href: None,
    };
    let results = Anchor { label: t.run_read().to_owned(), href: place.href("resultats") };
    Progress {
        steps: if run.state == RunState::Running { (1..=STEPS).map(knot).collect() } else { Vec::new() },
        says,
        results: (run.state == RunState::Done).then_some(results),
        failed: run.state == RunState::Failed,
    }
}

async fn draw(ctx: &Ctx, mut place: Place, typed: &str, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let id = place.budget.id;
    let (turnout, tally) = (voters::turnout(&ctx.db, id).await?, sheets::tally(&ctx.db, id).await?);
    let mut notes = vec![
        t.count_ballots(ballots::count(&ctx.db, id).await?, tally.counted),
        t.turnout(turnout.listed, turnout.online, turnout.paper),
        t.sheets_tally(tally.counted, tally.printed, tally.spoiled, tally.waiting),
    ];
    let again = counts::latest(&ctx.db, id).await?.is_some();
    notes.push(if again { t.count_again() } else { t.count_secret() }.to_owned());
    let run = acts::last(&ctx.db, &place.budget).await?;
    let under_way = run.as_ref().is_some_and(|run| acts::is_under_way(ctx, run));
    let reason =
        Field::text("reason", t.count_reason(), typed).kind("textarea").hint(t.count_reason_hint()).max(REASON);
    let mut fields = vec![if again { reason.required() } else { reason }];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let counting = CountingPage {
        notes,
        progress: run.map(|run| progress(ctx, &place, &run)),
        form,
        fields: (!under_way).then_some(fields),
        here: place.href("depouiller"),
        back: place.href(""),
        shell: place.shell(ctx, t.tool_count()),
        frame: place.frame,
        t,
    };
    page_with(status, &counting)
}

/// What is in the box, or how far the count is.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, COUNT).await?;
    draw(&ctx, place, "", &[]).await
}

/// Asks for a count.
pub(super) async fn count(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, COUNT).await?;
    match acts::ask(&ctx, &place.budget, sent.get("reason")).await {
        Ok(()) => {
            ctx.app().bell.notify_one();
            Ok(done(&ctx, &place.href("depouiller"), Texts::new(ctx.lang).count_begun()))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, place, sent.get("reason"), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
