//! Giving contributions and themes to a unit or a person.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::THEME_EDIT;
use arpent_commons::store::people::UnitRow;
use arpent_commons::store::{contributions, people};
use arpent_core::clock::paris_date;
use arpent_core::{Id, Scope};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;

use super::queue::{Place, WaitingLine, communes, waiting_line};
use super::show::open;
use crate::ASSIGN;
use crate::commands::assignments::{Wanted, assign};
use crate::domain::assignment::{Assigned, LONGEST_NOTE};
use crate::store::{assignments, queue};
use crate::texts::Texts;
use arpent_web::Sent;

/// Contributions offered on one page.
const OFFERED: i64 = 50;

#[derive(Debug, Template)]
#[template(path = "assign.html")]
struct AssignPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    themes: Vec<ThemeLine>,
    waiting: Vec<WaitingLine>,
    communes: Option<Field>,
    late: i64,
    ticked: Vec<String>,
    may_classify: bool,
}

/// A theme to give, and who holds it now.
#[derive(Debug)]
struct ThemeLine {
    id: String,
    title: String,
    count: i64,
    holder: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "assign_one.html")]
struct AssignOnePage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    voice: String,
    back: String,
}

async fn fields(ctx: &Ctx, t: Texts, sent: &Sent) -> Result<Vec<Field>, PageError> {
    let units = people::units(&ctx.db).await?;
    let mut choices = vec![Choice::new("", t.assign_no_unit(), sent.get("unit"))];
    choices.extend(units.iter().map(|unit| Choice::new(unit.id.to_string(), unit_name(unit), sent.get("unit"))));
    Ok(vec![
        Field::choices("unit", t.assign_unit(), choices).kind("select").required(),
        Field::choices("assignee", t.assign_person(), people_of(ctx, t, sent).await?).kind("select"),
        Field::text("due_day", t.assign_due(), sent.get("due_day")).kind("date").hint(t.assign_due_hint()),
        Field::text("note", t.assign_note(), sent.get("note"))
            .kind("textarea")
            .hint(t.assign_note_hint())
            .max(LONGEST_NOTE),
    ])
}

fn unit_name(unit: &UnitRow) -> String {
    format!("{} ({})", unit.name, unit.organisation_name)
}

/// Those who work in a unit today, each with the name of her unit.
async fn people_of(ctx: &Ctx, t: Texts, sent: &Sent) -> Result<Vec<Choice>, PageError> {
    let held = sent.get("assignee");
    let workers = assignments::workers(&ctx.db, ctx.today()).await?;
    let mut choices = vec![Choice::new("", t.assign_whole_unit(), held)];
    choices.extend(
        workers.iter().map(|one| Choice::new(one.id.to_string(), format!("{}, {}", one.name, one.unit_name), held)),
    );
    choices.dedup_by(|a, b| a.value == b.value);
    Ok(choices)
}

fn wanted(sent: &Sent) -> Result<Wanted, FieldProblem> {
    Ok(Wanted {
        unit: sent.choice("unit"),
        assignee: sent.choice("assignee"),
        due_day: sent.day("due_day")?,
        note: sent.text("note"),
    })
}

/// Everything of a démarche that nobody holds, and its themes.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(place): Query<Place>,
) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    ctx.require(ASSIGN, Scope::Initiative(frame.initiative.id.uuid()))?;
    draw(&ctx, frame, &place, &Sent::default(), &[]).await
}

async fn draw(
    ctx: &Ctx,
    mut frame: Frame,
    place: &Place,
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let id = frame.initiative.id;
    let holders = assignments::of_themes(&ctx.db, id).await?;
    let holder = |theme| holders.iter().find(|(held, _)| *held == theme).map(|(_, name)| name.clone());
    let themes = contributions::themes(&ctx.db, id).await?.into_iter().map(|theme| ThemeLine {
        id: theme.id.to_string(),
        title: theme.title,
        count: theme.count,
        holder: holder(theme.id),
    });
    let themes = themes.collect();
    let mut fields = fields(ctx, t, sent).await?;
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let waiting = queue::unassigned(&ctx.db, id, &place.commune, OFFERED).await?;
    let found = match waiting.len() {
        0 if place.commune.is_empty() => Vec::new(),
        _ => queue::communes_of_unassigned(&ctx.db, id).await?,
    };
    let assign = AssignPage {
        shell: frame.shell(ctx, t.assign_title(), "contributions"),
        waiting: waiting.iter().map(|one| waiting_line(ctx, one)).collect(),
        communes: communes(ctx, found, place),
        late: queue::late(&ctx.db, id, ctx.now()).await?,
        ticked: sent.every("contributions"),
        may_classify: ctx.may(THEME_EDIT, Scope::Initiative(id.uuid())),
        form,
        fields,
        themes,
        frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &assign)
}

/// Gives what was ticked.
pub(super) async fn give(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let themes = sent.every("themes").into_iter().map(Assigned::Theme);
    let what: Vec<Assigned> =
        themes.chain(sent.every("contributions").into_iter().map(Assigned::Contribution)).collect();
    match try_assign(&ctx, &what, &sent).await {
        Ok(()) => Ok(done(&ctx, &frame.href("confier"), &Texts::new(ctx.lang).assign_done(what.len()))),
        Err(Refusal::Invalid(problems)) => draw(&ctx, frame, &Place::default(), &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn try_assign(ctx: &Ctx, what: &[Assigned], sent: &Sent) -> Result<(), Refusal> {
    let wanted = wanted(sent).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    assign(ctx, what, &wanted).await
}

/// One contribution to give.
pub(super) async fn show_one(ctx: Ctx, Path(id): Path<Id<Contribution>>) -> Result<Response, PageError> {
    draw_one(&ctx, id, &Sent::default(), &[]).await
}

async fn draw_one(
    ctx: &Ctx,
    id: Id<Contribution>,
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (listed, mut frame) = open(ctx, id).await?;
    ctx.require(ASSIGN, Scope::Initiative(frame.initiative.id.uuid()))?;
    let t = Texts::new(ctx.lang);
    let mut fields = fields(ctx, t, sent).await?;
    let promised = paris_date(listed.contribution.promised_by(frame.initiative.answer_delay_days));
    if let Some(due) = fields.iter_mut().find(|field| field.name == "due_day" && field.value.is_empty()) {
        due.value = promised.to_string();
    }
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let one = AssignOnePage {
        shell: frame.shell(ctx, t.assign_one_title(listed.contribution.number), "contributions"),
        voice: listed.contribution.text,
        back: format!("/contributions/{id}"),
        form,
        fields,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &one)
}

/// Gives one contribution.
pub(super) async fn give_one(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    match try_assign(&ctx, &[Assigned::Contribution(id)], &sent).await {
        Ok(()) => Ok(done(&ctx, &format!("/contributions/{id}"), &Texts::new(ctx.lang).assign_done(1))),
        Err(Refusal::Invalid(problems)) => draw_one(&ctx, id, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
