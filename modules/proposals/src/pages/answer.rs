//! Answering: the status, the reason, what it refers to, with the words of the person in sight.

use arpent_commons::commands::answers;
use arpent_commons::domain::contribution::{AnswerStatus, Contribution, Means, NewAnswer};
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::text::REASON;
use arpent_commons::permission::ANSWER_GIVE;
use arpent_commons::store::{decisions, options};
use arpent_commons::words;
use arpent_core::clock::paris_date;
use arpent_core::{Id, Scope, Subject, money};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::list::{Line, line};
use super::queue::due;
use super::show::open;
use super::words::promise;
use crate::commands::assignments::hand_back;
use crate::domain::assignment::{Assignment, LONGEST_NOTE};
use crate::domain::promise::Promise;
use crate::store::{assignments, queue};
use crate::texts::Texts;
use arpent_web::Sent;

/// What an answer may refer to, ticked or not.
#[derive(Debug)]
pub(super) struct Links {
    pub(super) options: Vec<Choice>,
    pub(super) decisions: Vec<Choice>,
}

#[derive(Debug, Template)]
#[template(path = "answer.html")]
struct AnswerPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    links: Links,
    about: Line,
    text: String,
    promise: String,
    meaning: &'static str,
    assignment: Option<Assignment>,
    hand_back: Field,
    next: Option<String>,
}

/// Status and reason.
pub(super) fn answer_fields(ctx: &Ctx, sent: &Sent) -> Vec<Field> {
    let (t, c) = (Texts::new(ctx.lang), arpent_commons::texts::Texts::new(ctx.lang));
    let held = sent.get("status");
    let choice = |status: &AnswerStatus| {
        let hint = t.say(&format!("answer-{}-hint", status.code().replace('_', "-"))).unwrap_or("");
        Choice::new(status.code(), words::answer_status(c, *status), held).hint(hint)
    };
    vec![
        Field::choices("status", t.answer_status(), AnswerStatus::ALL.iter().map(choice).collect())
            .kind("radio")
            .required(),
        Field::text("reason", t.answer_reason(), sent.get("reason"))
            .kind("textarea")
            .hint(t.answer_reason_hint())
            .required()
            .max(REASON),
        Field::text("cost", t.answer_cost(), sent.get("cost")).hint(t.answer_cost_hint()).max(20),
        Field::text("by", t.answer_by(), sent.get("by")).kind("date").hint(t.answer_by_hint()),
    ]
}

/// The answer as it was typed.
///
/// # Errors
/// No status, no amount, no day.
pub(super) fn read(sent: &Sent) -> Result<NewAnswer, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let status = AnswerStatus::parse(sent.get("status"));
    if status.is_none() {
        problems.push(FieldProblem::new("status", "missing", |l| Texts::new(l).status_missing().into()));
    }
    let typed = sent.get("cost").trim();
    let cost = money::parse(typed);
    if cost.is_none() && !typed.is_empty() {
        problems.push(FieldProblem::new("cost", "format", |l| Texts::new(l).answer_cost_problem().into()));
    }
    let by = sent.day("by").unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    match status {
        Some(status) if problems.is_empty() => {
            Ok(NewAnswer { status, reason: sent.text("reason"), means: Means { cost, by } })
        }
        _ => Err(problems),
    }
}

/// Options and decisions of the démarche, to refer to.
pub(super) async fn links(ctx: &Ctx, initiative: Id<Initiative>, sent: &Sent) -> Result<Links, PageError> {
    let tick = |id: Uuid, title: &str, held: &[Uuid]| Choice {
        checked: held.contains(&id),
        ..Choice::new(id.to_string(), title, "")
    };
    let (held_options, held_decisions): (Vec<Uuid>, Vec<Uuid>) = (sent.every("options"), sent.every("decisions"));
    let options = options::of_initiative(&ctx.db, initiative).await?;
    let decisions = decisions::of_initiative(&ctx.db, initiative, false).await?;
    let of_option = |one: &_| -> Choice {
        let one: &arpent_commons::domain::options::PolicyOption = one;
        tick(one.id.uuid(), &one.sheet.title, &held_options)
    };
    let of_decision =
        |one: &decisions::DecisionRow| tick(one.decision.id.uuid(), &one.decision.sheet.title, &held_decisions);
    Ok(Links {
        options: options.iter().map(of_option).collect(),
        decisions: decisions.iter().map(of_decision).collect(),
    })
}

/// What was ticked, as the ends of arrows.
pub(super) fn subjects(sent: &Sent) -> Vec<Subject> {
    let of = |field: &str, kind: &'static str| {
        let ids: Vec<Uuid> = sent.every(field);
        ids.into_iter().map(move |id| Subject { kind, id }).collect::<Vec<_>>()
    };
    [of("options", "option"), of("decisions", "decision")].concat()
}

/// The form.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Contribution>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Sent::default(), &[]).await
}

async fn draw(ctx: &Ctx, id: Id<Contribution>, sent: &Sent, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let (listed, mut frame) = open(ctx, id).await?;
    ctx.require(ANSWER_GIVE, Scope::Initiative(frame.initiative.id.uuid()))?;
    let t = Texts::new(ctx.lang);
    let mut fields = answer_fields(ctx, sent);
    let mut back =
        Field::text("note", t.hand_back_note(), sent.get("note")).kind("textarea").required().max(LONGEST_NOTE);
    let form = Form::refused(problems, ctx.lang, fields.iter_mut().chain([&mut back]));
    let promised = paris_date(listed.contribution.promised_by(frame.initiative.answer_delay_days));
    let standing = Promise::of(promised, ctx.today(), listed.status.is_some_and(AnswerStatus::is_final));
    let answer = AnswerPage {
        shell: frame.shell(ctx, t.answer_page_title(listed.contribution.number), "contributions"),
        links: links(ctx, frame.initiative.id, sent).await?,
        about: line(ctx, &listed, 0),
        text: listed.contribution.text.clone(),
        promise: promise(ctx.lang, promised, standing),
        meaning: if standing.is_late() { "danger" } else { "" },
        assignment: assignments::of(&ctx.db, id).await?.filter(|held| held.done_at.is_none()),
        hand_back: back,
        next: next(ctx, Some(id)).await?,
        form,
        fields,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &answer)
}

/// The next of the reader's queue after this one.
async fn next(ctx: &Ctx, but: Option<Id<Contribution>>) -> Result<Option<String>, PageError> {
    let Some(person) = ctx.actor.person else { return Ok(None) };
    let mut waiting = queue::hers(&ctx.db, person, ctx.today(), "", 20).await?;
    waiting.sort_by_key(due);
    let next = waiting.iter().find(|one| Some(one.id) != but);
    Ok(next.map(|one| format!("/contributions/{}/repondre", one.id)))
}

/// Gives the answer, then leads to the next one that waits.
pub(super) async fn give(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    let outcome = match read(&sent) {
        Ok(new) => answers::give(&ctx, &[id], &new, &subjects(&sent)).await,
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match outcome {
        Ok(()) => {
            ctx.app().bell.notify_one();
            let then = match sent.get("then") {
                "next" => next(&ctx, Some(id)).await?.unwrap_or_else(|| "/ma-file".to_owned()),
                _ => format!("/contributions/{id}"),
            };
            Ok(done(&ctx, &then, &Texts::new(ctx.lang).answers_given(1)))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Gives the work back to the facilitators.
pub(super) async fn back(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    match hand_back(&ctx, id, sent.get("note")).await {
        Ok(()) => Ok(done(&ctx, "/ma-file", Texts::new(ctx.lang).hand_back_done())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
