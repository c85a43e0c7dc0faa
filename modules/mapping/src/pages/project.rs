//! The sheet of a project: how far it went, with what money, before and after; and the list of them.

use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_core::{Id, money};
use arpent_look::parts::{Knot, State};
use arpent_store::files;
use arpent_texts::{date, euros};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::draw::opened;
use super::ground::Ground;
use super::sketch::small;
use super::words::{self, stage};
use crate::commands::observations::clean;
use crate::commands::projects::{self as commands, TypedLine};
use crate::commands::{object, scope};
use crate::domain::layer::Layer;
use crate::domain::object::Object;
use crate::domain::project::{Money, Stage};
use crate::store::projects::{self, Line, Photograph, Project};
use crate::store::settings::base_map;
use crate::texts::Texts;
use crate::{EDIT, FOLLOW};

/// Money in words.
#[derive(Debug)]
struct Told {
    voted: String,
    committed: String,
    spent: String,
}

fn told(ctx: &Ctx, money: Money) -> Told {
    let euros = |cents| euros(ctx.lang, cents);
    Told { voted: euros(money.voted), committed: euros(money.committed), spent: euros(money.spent) }
}

#[derive(Debug, Template)]
#[template(path = "project.html")]
struct ProjectPage {
    shell: Shell,
    t: Texts,
    place: Object,
    project: Project,
    stage: &'static str,
    map: String,
    size: String,
    lines: Vec<(Line, Told)>,
    total: Told,
    before: Vec<Photograph>,
    after: Vec<Photograph>,
    knots: Vec<Knot>,
    follows: Option<bool>,
    may_edit: bool,
}

/// The sheet of a project.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (place, layer) = object(&ctx, id).await?;
    let project = projects::of(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let ground = Ground::of(&ctx, &layer).await?;
    let lines = projects::lines(&ctx.db, id).await?;
    let photos = projects::photos(&ctx.db, id).await?;
    let (after, before) = photos.into_iter().partition(|photo| photo.after);
    let follows = match ctx.actor.person.filter(|_| ctx.may(FOLLOW, scope(layer.initiative))) {
        Some(person) => Some(projects::follows(&ctx.db, id, person).await?),
        None => None,
    };
    let sheet = ProjectPage {
        shell: ground.below(&ctx, place.title.clone(), Some(&layer)),
        stage: stage(t, project.stage),
        map: small(&ctx, layer.initiative, &[(&place.shape, layer.tone)], None).await?,
        size: words::size(ctx.lang, place.shape.square_metres(), place.shape.metres()),
        total: told(&ctx, Money::sum(lines.iter().map(|line| line.money))),
        lines: lines.into_iter().map(|line| (line.clone(), told(&ctx, line.money))).collect(),
        knots: knots(&ctx, id).await?,
        may_edit: ctx.may(EDIT, scope(layer.initiative)),
        place,
        project,
        before,
        after,
        follows,
        t,
    };
    Ok(opened(page(&sheet)?, &base_map(&ctx.db).await?))
}

async fn knots(ctx: &Ctx, id: Id<Object>) -> Result<Vec<Knot>, Refusal> {
    let t = Texts::new(ctx.lang);
    let knot = |step: crate::domain::project::Step| Knot {
        title: stage(t, step.stage).to_owned(),
        state: if step.stage == Stage::Stopped { State::Stopped } else { State::Done },
        when: Some(date(ctx.lang, step.day)),
        who: None,
        voice: None,
        text: Some(step.text),
        link: None,
    };
    Ok(projects::steps(&ctx.db, id).await?.into_iter().map(knot).collect())
}

/// A photograph of a project, for whoever may read its sheet.
pub(super) async fn photo(ctx: Ctx, Path((id, file)): Path<(Id<Object>, Uuid)>) -> Result<Response, PageError> {
    object(&ctx, id).await?;
    if projects::photos(&ctx.db, id).await?.iter().all(|photo| photo.file != file) {
        return Err(Refusal::NotFound.into());
    }
    let file = files::get(&ctx.db, file).await?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=3600")];
    Ok((StatusCode::OK, headers, file.content).into_response())
}

/// Follows it, or no longer.
pub(super) async fn follow(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    let (t, wanted) = (Texts::new(ctx.lang), sent.ticked("follow"));
    commands::follow(&ctx, id, wanted).await?;
    Ok(done(&ctx, &format!("/projets/{id}"), if wanted { t.project_followed() } else { t.project_left() }))
}

#[derive(Debug, Template)]
#[template(path = "projects.html")]
struct ListPage {
    shell: Shell,
    t: Texts,
    lines: Vec<(projects::Listed, &'static str, Told)>,
    total: Told,
}

/// The projects of a démarche with their money, and its total.
pub(super) async fn list(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let ground = Ground::of_slug(&ctx, &slug).await?;
    let all = projects::all(&ctx.db, ground.initiative().ok_or(Refusal::NotFound)?).await?;
    let total = told(&ctx, Money::sum(all.iter().map(|one| one.money)));
    let line = |one: projects::Listed| {
        let money = told(&ctx, one.money);
        (one.clone(), stage(t, one.stage), money)
    };
    let shell = ground.below(&ctx, t.projects_title(), None);
    page(&ListPage { shell, t, lines: all.into_iter().map(line).collect(), total })
}

#[derive(Debug, Template)]
#[template(path = "project_write.html")]
struct WritePage {
    shell: Shell,
    t: Texts,
    form: Form,
    place: Object,
    opened: bool,
    sheet: Vec<Field>,
    step: Vec<Field>,
    line: Vec<Field>,
    line_id: String,
    lines: Vec<(Line, Told)>,
    photo: Vec<Field>,
    photos: Vec<Photograph>,
}

/// Which line is being written again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    ligne: String,
}

/// What was typed in one of the forms of the page.
#[derive(Debug, Default)]
struct Typed {
    owner: String,
    actions: String,
    stage: String,
    text: String,
    day: String,
    line: TypedLine,
    line_id: String,
    photo_alt: String,
}

/// The forms with which a sheet is written, each saved by itself.
pub(super) async fn write(
    ctx: Ctx,
    Path(id): Path<Id<Object>>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, PageError> {
    let (_, layer) = object(&ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let project = projects::of(&ctx.db, id).await?;
    let lines = projects::lines(&ctx.db, id).await?;
    let line = lines.iter().find(|line| line.id.to_string() == chosen.ligne);
    let words = Typed {
        owner: project.as_ref().map(|one| one.owner.clone()).unwrap_or_default(),
        actions: project.as_ref().map(|one| one.actions.clone()).unwrap_or_default(),
        stage: project.map_or("", |one| one.stage.code()).to_owned(),
        day: ctx.today().to_string(),
        line: line.map(typed_again).unwrap_or_default(),
        line_id: line.map(|line| line.id.to_string()).unwrap_or_default(),
        ..Typed::default()
    };
    forms(&ctx, id, &words, &[]).await
}

fn typed_again(line: &Line) -> TypedLine {
    TypedLine {
        label: line.label.clone(),
        voted: money::typed(line.money.voted),
        committed: money::typed(line.money.committed),
        spent: money::typed(line.money.spent),
        deliberation: line.deliberation.clone(),
    }
}

async fn forms(ctx: &Ctx, id: Id<Object>, words: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (place, layer): (Object, Layer) = object(ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let ground = Ground::of(ctx, &layer).await?;
    let lines = projects::lines(&ctx.db, id).await?;
    let (mut sheet, mut step, mut line, mut photo) =
        (sheet_fields(t, words), step_fields(t, words), line_fields(t, words), photo_fields(t, words));
    let all = sheet.iter_mut().chain(&mut step).chain(&mut line).chain(&mut photo);
    let form = Form::refused(problems, ctx.lang, all);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = WritePage {
        shell: ground.below(ctx, t.project_write_title(place.title.as_str()), Some(&layer)),
        opened: projects::of(&ctx.db, id).await?.is_some(),
        lines: lines.into_iter().map(|line| (line.clone(), told(ctx, line.money))).collect(),
        photos: projects::photos(&ctx.db, id).await?,
        line_id: words.line_id.clone(),
        place,
        sheet,
        step,
        line,
        photo,
        form,
        t,
    };
    page_with(status, &page)
}

fn sheet_fields(t: Texts, words: &Typed) -> Vec<Field> {
    vec![
        Field::text("owner", t.project_owner(), &words.owner).hint(t.project_owner_hint()).required().max(SHORT),
        Field::text("actions", t.project_actions(), &words.actions)
            .kind("textarea")
            .hint(t.project_actions_hint())
            .max(REASON),
    ]
}

fn step_fields(t: Texts, words: &Typed) -> Vec<Field> {
    let stages = Stage::ALL.iter().map(|one| Choice::new(one.code(), stage(t, *one), &words.stage)).collect();
    vec![
        Field::choices("stage", t.project_stage(), stages).kind("select").required(),
        Field::text("text", t.project_step_text(), &words.text).kind("textarea").required().max(REASON),
        Field::text("day", t.project_step_day(), &words.day).kind("date").required(),
    ]
}

fn line_fields(t: Texts, words: &Typed) -> Vec<Field> {
    let line = &words.line;
    vec![
        Field::text("label", t.line_label(), &line.label).required().max(TITLE),
        Field::text("voted", t.line_voted(), &line.voted).hint(t.line_hint()).required().max(20),
        Field::text("committed", t.line_committed(), &line.committed).required().max(20),
        Field::text("spent", t.line_spent(), &line.spent).required().max(20),
        Field::text("deliberation", t.line_deliberation(), &line.deliberation)
            .hint(t.line_deliberation_hint())
            .required()
            .max(SHORT),
    ]
}

fn photo_fields(t: Texts, words: &Typed) -> Vec<Field> {
    let moments = [("before", t.photo_before()), ("after", t.photo_after())];
    let moments = moments.into_iter().map(|(value, label)| Choice::new(value, label, "before")).collect();
    vec![
        Field::text("photo", t.observe_photo(), "").kind("file").hint(t.observe_photo_hint()).required(),
        Field::text("photo_alt", t.observe_photo_alt(), &words.photo_alt).required().max(SHORT),
        Field::choices("moment", t.photo_moment(), moments).kind("radio").required(),
    ]
}

/// One of the forms was sent.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let words = Typed {
        owner: sent.text("owner"),
        actions: sent.text("actions"),
        stage: sent.text("stage"),
        text: sent.text("text"),
        day: sent.text("day"),
        line: TypedLine {
            label: sent.text("label"),
            voted: sent.text("voted"),
            committed: sent.text("committed"),
            spent: sent.text("spent"),
            deliberation: sent.text("deliberation"),
        },
        line_id: sent.text("line"),
        photo_alt: sent.text("photo_alt"),
    };
    let (saved, said) = match sent.get("what") {
        "step" => (save_step(&ctx, id, &sent).await, t.project_stepped()),
        "line" => (commands::put_line(&ctx, id, sent.choice("line"), &words.line).await, t.line_saved()),
        "photo" => (save_photo(&ctx, id, sent).await, t.project_photo_added()),
        _ => (commands::write(&ctx, id, &words.owner, &words.actions).await, t.project_saved()),
    };
    match saved {
        Ok(()) => {
            ctx.app().bell.notify_one();
            Ok(done(&ctx, &format!("/projets/{id}/modifier"), said))
        }
        Err(Refusal::Invalid(problems)) => forms(&ctx, id, &words, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn save_step(ctx: &Ctx, id: Id<Object>, sent: &Sent) -> Result<(), Refusal> {
    let day = sent.day("day").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    commands::step(ctx, id, sent.get("stage"), sent.get("text"), day).await
}

async fn save_photo(ctx: &Ctx, id: Id<Object>, sent: Sent) -> Result<(), Refusal> {
    let (after, alt) = (sent.get("moment") == "after", sent.text("photo_alt"));
    let Some(file) = sent.file else {
        return Err(Refusal::field("photo", "missing", |l| Texts::new(l).import_file_missing().into()));
    };
    commands::add_photo(ctx, id, clean(file.bytes).await?, after, &alt).await
}

/// A line of the budget is taken away.
pub(super) async fn remove_line(ctx: Ctx, Path(line): Path<Id<Line>>) -> Result<Response, PageError> {
    let id = commands::remove_line(&ctx, line).await?;
    Ok(done(&ctx, &format!("/projets/{id}/modifier"), Texts::new(ctx.lang).line_removed()))
}

/// A photograph is taken away.
pub(super) async fn remove_photo(ctx: Ctx, Path((id, file)): Path<(Id<Object>, Uuid)>) -> Result<Response, PageError> {
    commands::remove_photo(&ctx, id, file).await?;
    Ok(done(&ctx, &format!("/projets/{id}/modifier"), Texts::new(ctx.lang).project_photo_removed()))
}
