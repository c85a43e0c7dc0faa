//! Admissibility: what waits for a verdict, and giving one.

use arpent_commons::domain::text::{REASON, SHORT};
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::people;
use arpent_core::money;
use arpent_web::respond::{done, page_with, redirect_with};
use arpent_web::shell::NoticeKind;
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::show::{Line, line};
use super::words;
use crate::commands::projects::{self as acts, Given, Opinion};
use crate::commands::{self};
use crate::domain::project::{Project, ProjectState};
use crate::store::{budgets, projects};
use crate::texts::Texts;
use crate::{EDIT, STUDY};

#[derive(Debug, Template)]
#[template(path = "study_list.html")]
struct ListPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    mine: Vec<Line>,
    others: Vec<Line>,
}

/// What is to be studied: first what is for the reader's services, the oldest day first.
pub(super) async fn list(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = Place::open_for(&ctx, &slug, STUDY).await?;
    let t = Texts::new(ctx.lang);
    let envelopes = budgets::envelopes(&ctx.db, place.budget.id).await?;
    let mut all = projects::of_budget(&ctx.db, place.budget.id).await?;
    all.retain(|one| one.state == ProjectState::Study);
    all.sort_by_key(|one| (one.due_day.is_none(), one.due_day, one.number));
    let units = match ctx.actor.person {
        Some(person) => people::units_of(&ctx.db, person, ctx.today()).await?,
        None => vec![],
    };
    let mine = |one: &&Project| one.unit.is_some_and(|unit| units.contains(&unit));
    let (mine, others): (Vec<&Project>, Vec<&Project>) = all.iter().partition(mine);
    let mut lines = [mine, others].map(|some| {
        some.into_iter()
            .map(|one| Line {
                href: place.href(&format!("projets/{}/instruire", one.number)),
                ..line(&ctx, &place, &envelopes, one)
            })
            .collect::<Vec<_>>()
    });
    let [mine, others] = [std::mem::take(&mut lines[0]), std::mem::take(&mut lines[1])];
    page(&ListPage { shell: place.shell(&ctx, t.tool_study()), frame: place.frame, t, mine, others })
}

#[derive(Debug, Template)]
#[template(path = "study.html")]
struct StudyPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    text: String,
    criteria: Vec<String>,
    form: Form,
    fields: Vec<Field>,
    assign: Option<(String, Vec<Field>)>,
    back: String,
}

async fn draw(
    ctx: &Ctx,
    (mut place, one): (Place, Project),
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let fresh = problems.is_empty();
    let held = |name: &str, stored: String| if fresh { stored } else { sent.text(name) };
    let verdict = held("verdict", one.state.code().to_owned());
    let codes = [ProjectState::Admissible.code(), ProjectState::Refused.code(), ProjectState::Merged.code()];
    let all = projects::of_budget(&ctx.db, place.budget.id).await?;
    let into = held("into", String::new());
    let mut carriers = vec![Choice::new("", t.field_into_none(), &into)];
    let other = |other: &&Project| other.number != one.number && other.state != ProjectState::Merged;
    carriers.extend(
        all.iter()
            .filter(other)
            .map(|o| Choice::new(o.number.to_string(), t.source(o.number, o.title.as_str()), &into)),
    );
    let mut fields = vec![
        Field::choices("verdict", t.field_verdict(), words::choices(t, "verdict", &codes, &verdict))
            .kind("radio")
            .required(),
        Field::text("cost", t.field_cost(), held("cost", one.cost.map(money::typed).unwrap_or_default()))
            .hint(t.field_cost_hint())
            .max(20),
        Field::text("delay", t.field_delay(), held("delay", one.delay.clone())).hint(t.field_delay_hint()).max(SHORT),
        Field::choices("into", t.field_into(), carriers).kind("select"),
        Field::text("reason", t.field_reason(), held("reason", one.reason.clone()))
            .kind("textarea")
            .hint(t.field_reason_hint())
            .required()
            .max(REASON),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let criteria = place.budget.criteria.lines().filter(|line| !line.trim().is_empty()).map(Into::into).collect();
    let status = if fresh { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let assign = if place.may(ctx, EDIT) { Some(assignment(ctx, &place, &one).await?) } else { None };
    let study = StudyPage {
        back: place.href("instruction"),
        shell: place.shell(ctx, t.study_of(one.title.as_str())),
        frame: place.frame,
        text: one.text,
        criteria,
        form,
        fields,
        assign,
        t,
    };
    page_with(status, &study)
}

async fn assignment(ctx: &Ctx, place: &Place, one: &Project) -> Result<(String, Vec<Field>), Refusal> {
    let t = Texts::new(ctx.lang);
    let held = one.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let mut choices = vec![Choice::new("", t.field_unit_none(), &held)];
    let units = people::units(&ctx.db).await?;
    choices.extend(units.iter().map(|unit| Choice::new(unit.id.to_string(), &unit.name, &held)));
    let due = one.due_day.map(|day| day.to_string()).unwrap_or_default();
    let fields = vec![
        Field::choices("unit", t.fact_unit(), choices).kind("select").required(),
        Field::text("due_day", t.field_due(), due).kind("date"),
    ];
    Ok((place.href(&format!("projets/{}/confier", one.number)), fields))
}

async fn open(ctx: &Ctx, slug: &str, number: i64) -> Result<(Place, Project), PageError> {
    let place = Place::open_for(ctx, slug, STUDY).await?;
    let one = commands::project(&ctx.db, &place.budget, number).await?;
    Ok((place, one))
}

/// The form of a verdict.
pub(super) async fn begin(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = open(&ctx, &slug, number).await?;
    draw(&ctx, opened, &Sent::default(), &[]).await
}

/// Gives it.
pub(super) async fn judge(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, one) = open(&ctx, &slug, number).await?;
    let opinion = Opinion {
        verdict: sent.text("verdict"),
        cost: sent.text("cost"),
        delay: sent.text("delay"),
        reason: sent.text("reason"),
        into: sent.choice("into"),
    };
    let (t, to) = (Texts::new(ctx.lang), place.href(&format!("projets/{number}")));
    match acts::judge(&ctx, &place.budget, number, &opinion).await {
        Ok(Given::AsAsked) => Ok(done(&ctx, &to, t.judged())),
        Ok(Given::TooDear) => Ok(redirect_with(&ctx, &to, NoticeKind::Attention, t.judged_too_dear())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, (place, one), &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Gives a project to a service.
pub(super) async fn assign(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    acts::assign(&ctx, &place.budget, number, (sent.choice("unit"), sent.choice("due_day"))).await?;
    Ok(done(&ctx, &place.href(&format!("projets/{number}")), Texts::new(ctx.lang).assigned()))
}

/// Takes a project back.
pub(super) async fn withdraw(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    acts::withdraw(&ctx, &place.budget, number, sent.get("reason")).await?;
    Ok(done(&ctx, &place.href(&format!("projets/{number}")), Texts::new(ctx.lang).withdrawn()))
}
