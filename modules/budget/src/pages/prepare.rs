//! Settling a budget, and the acts that move it on.

use arpent_commons::pages::frame::Frame;
use arpent_core::money;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::EDIT;
use crate::commands::budgets::{self as commands, Draft};
use crate::commands::scope;
use crate::domain::phase::Step;
use crate::store::budgets::{self, Budget};
use crate::texts::Texts;

const DAYS: [(&str, &str, &str); 5] = [
    ("ideas_start", "ideas_end", "days_ideas"),
    ("study_start", "study_end", "days_study"),
    ("vote_start", "vote_end", "days_vote"),
    ("count_start", "count_end", "days_count"),
    ("works_start", "works_end", "days_works"),
];

/// The two days of a step.
#[derive(Debug)]
struct DayPair {
    legend: &'static str,
    id: &'static str,
    error: Option<String>,
    start: Field,
    end: Field,
}

#[derive(Debug, Template)]
#[template(path = "prepare.html")]
struct PreparePage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    version: i64,
    first: Vec<Field>,
    days: Vec<DayPair>,
    second: Vec<Field>,
    back: String,
}

/// What is stored, as it would be typed.
async fn stored(ctx: &Ctx, budget: &Budget) -> Result<(Draft, [(String, String); 5]), Refusal> {
    let envelopes = budgets::envelopes(&ctx.db, budget.id).await?;
    let lines = envelopes.iter().map(|one| match one.name.as_str() {
        "" => money::typed(one.amount),
        name => [name, &money::typed(one.amount)].join(" ; "),
    });
    let envelopes = lines.collect::<Vec<_>>().join("\n");
    let phases = budgets::phases(&ctx.db, budget.id).await?;
    let days: Vec<(String, String)> = Step::ALL
        .iter()
        .map(|step| phases.iter().find(|phase| phase.step == *step))
        .map(|phase| phase.map(|phase| (phase.start.to_string(), phase.end.to_string())).unwrap_or_default())
        .collect();
    let settings = &budget.settings;
    let draft = Draft {
        title: budget.title.clone(),
        text: budget.text.clone(),
        criteria: budget.criteria.clone(),
        envelopes,
        ballot: settings.ballot.code().to_owned(),
        most: settings.most.to_string(),
        rule: settings.rule.code().to_owned(),
        completion: settings.completion.code().to_owned(),
        ties: settings.ties.code().to_owned(),
        access: settings.access.code().to_owned(),
        min_age: settings.min_age.to_string(),
        version: budget.version,
        ..Draft::default()
    };
    Ok((draft, days.try_into().unwrap_or_default()))
}

fn new_draft() -> Draft {
    let default = crate::domain::settings::Settings::default();
    Draft {
        ballot: default.ballot.code().to_owned(),
        most: default.most.to_string(),
        rule: default.rule.code().to_owned(),
        completion: default.completion.code().to_owned(),
        ties: default.ties.code().to_owned(),
        access: default.access.code().to_owned(),
        min_age: default.min_age.to_string(),
        ..Draft::default()
    }
}

fn draw(
    ctx: &Ctx,
    mut frame: Frame,
    (draft, days): (&Draft, &[(String, String); 5]),
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut first = vec![
        Field::text("title", t.field_title(), &draft.title).required(),
        Field::text("text", t.field_text(), &draft.text).kind("textarea"),
        Field::text("envelopes", t.field_envelopes(), &draft.envelopes)
            .kind("textarea")
            .hint(t.field_envelopes_hint())
            .required(),
        Field::text("criteria", t.field_criteria(), &draft.criteria).kind("textarea").hint(t.field_criteria_hint()),
    ];
    let mut second = vec![
        Field::text("most", t.field_most(), &draft.most).hint(t.field_most_hint()).required(),
        Field::text("min_age", t.field_min_age(), &draft.min_age).hint(t.field_min_age_hint()),
    ];
    let held = [&draft.ballot, &draft.rule, &draft.completion, &draft.ties, &draft.access];
    let labels = [t.field_ballot(), t.field_rule(), t.field_completion(), t.field_ties(), t.field_access()];
    for (((name, codes), held), label) in words::codes().into_iter().zip(held).zip(labels) {
        let choices = words::choices(t, ["choice-", name].concat().as_str(), &codes, held);
        second.push(Field::choices(name, label, choices).kind("radio").required());
    }
    let pairs = DAYS.iter().zip(days).zip(Step::ALL);
    let mut days: Vec<DayPair> = pairs
        .map(|(((start, end, id), (from, to)), step)| DayPair {
            legend: words::step(t, *step),
            id,
            error: problems.iter().find(|problem| problem.field == *id).map(|problem| problem.text.text(ctx.lang)),
            start: Field::text(start, t.field_from(), from).kind("date").required(),
            end: Field::text(end, t.field_to(), to).kind("date").required(),
        })
        .collect();
    let pairs = days.iter_mut().flat_map(|pair| [&mut pair.start, &mut pair.end]);
    let form = Form::refused(problems, ctx.lang, first.iter_mut().chain(pairs).chain(second.iter_mut()));
    let back = frame.href("");
    let shell = frame.shell(ctx, t.prepare_title(), "budget");
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let version = draft.version;
    page_with(status, &PreparePage { shell, frame, t, form, version, first, days, second, back })
}

async fn frame(ctx: &Ctx, slug: &str) -> Result<Frame, PageError> {
    let frame = Frame::open(ctx, slug).await?;
    ctx.require(EDIT, scope(frame.initiative.id))?;
    Ok(frame)
}

/// The form: of a new budget, or of the one that is there.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let frame = frame(&ctx, &slug).await?;
    let (draft, days) = match budgets::of_initiative(&ctx.db, frame.initiative.id).await? {
        Some(budget) => stored(&ctx, &budget).await?,
        None => (new_draft(), Default::default()),
    };
    draw(&ctx, frame, (&draft, &days), &[])
}

/// Keeps it.
pub(super) async fn save(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = frame(&ctx, &slug).await?;
    let typed = DAYS.map(|(start, end, _)| (sent.text(start), sent.text(end)));
    let draft = Draft {
        title: sent.text("title"),
        text: sent.text("text"),
        criteria: sent.text("criteria"),
        envelopes: sent.text("envelopes"),
        ballot: sent.text("ballot"),
        most: sent.text("most"),
        rule: sent.text("rule"),
        completion: sent.text("completion"),
        ties: sent.text("ties"),
        access: sent.text("access"),
        min_age: sent.text("min_age"),
        days: DAYS.map(|(start, end, _)| (sent.choice(start), sent.choice(end))),
        version: sent.choice("version").unwrap_or(0),
    };
    match commands::save(&ctx, frame.initiative.id, &draft).await {
        Ok(_) => Ok(done(&ctx, &frame.href("budget"), Texts::new(ctx.lang).prepare_done())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, frame, (&draft, &typed), &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Shows it to everyone.
pub(super) async fn publish(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    commands::publish(&ctx, &place.budget).await?;
    Ok(done(&ctx, &place.href(""), Texts::new(ctx.lang).publish_done()))
}

/// Opens the ballot.
pub(super) async fn open(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    commands::open(&ctx, &place.budget, &place.href("")).await?;
    Ok(done(&ctx, &place.href(""), Texts::new(ctx.lang).open_done()))
}

/// Closes it.
pub(super) async fn close(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    commands::close(&ctx, &place.budget).await?;
    Ok(done(&ctx, &place.href(""), Texts::new(ctx.lang).close_done()))
}
