//! Drawing an object: coordinates typed, points put on the map with the keyboard, a finger or a mouse, or a commune's own
//! contour taken.

use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_commons::maps::Asked;
use arpent_commons::store::{contours, places};
use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_documents::shapes::Shape;
use arpent_texts::collate;
use arpent_web::refusal::Differing;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;

use super::draw::opened;
use super::find::{Finder, Finding};
use super::ground::Ground;
use super::sketch::{Around, Named, around, draft};
use super::words;
use crate::EDIT;
use crate::commands::objects::{self as commands, NewObject, Words, may_add};
use crate::commands::{drawn, layer, object, scope};
use crate::domain::layer::Layer;
use crate::domain::object::{Form as Drawn, KIND, Object};
use crate::domain::typed::written;
use crate::domain::view::View;
use crate::store::settings::base_map;
use crate::texts::Texts;

/// Which act the form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Add,
    Edit,
    Follow,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    words: Words,
    place: Asked,
    area: String,
    submission: String,
    version: i64,
    /// Someone saved first: what differs.
    compared: Vec<Differing>,
}

#[derive(Debug, Template)]
#[template(path = "object_form.html")]
struct FormPage {
    shell: Shell,
    t: Texts,
    form: Form,
    compared: Vec<Differing>,
    lead: &'static str,
    send: &'static str,
    words: Vec<Field>,
    place: Vec<Field>,
    finder: String,
    map: String,
    seen: String,
    submission: String,
    version: i64,
    back: String,
}

impl Typed {
    fn new(ctx: &Ctx) -> Self {
        let place = Asked { form: Drawn::Zone.code().to_owned(), ..Asked::default() };
        Self { place, submission: secret(&*ctx.chance), ..Self::default() }
    }

    fn of(ctx: &Ctx, object: &Object) -> Self {
        let (form, points) = match &object.shape {
            Shape::Point(at) => (Drawn::Point, vec![[at.longitude, at.latitude]]),
            shape => {
                // One line is typed again; what has holes or several parts stays as it was imported.
                let mut strokes = shape.strokes();
                let single = strokes.len() == 1;
                let mut points = strokes.pop().filter(|_| single).unwrap_or_default();
                if Drawn::from(shape.kind()) == Drawn::Zone {
                    points.pop();
                }
                (Drawn::from(shape.kind()), points)
            }
        };
        Self {
            words: Words {
                title: object.title.clone(),
                text: object.text.clone(),
                kind: object.kind.clone(),
                source: object.source.clone(),
                from: object.from,
                to: object.to,
            },
            place: Asked { form: form.code().to_owned(), points: written(&points), ..Asked::default() },
            area: String::new(),
            submission: secret(&*ctx.chance),
            version: object.version,
            compared: vec![],
        }
    }

    /// What was sent, what is wrong with it, and whether only a place was looked for: the form is then drawn again.
    fn read(sent: &Sent) -> (Self, Vec<FieldProblem>, bool) {
        let mut problems = Vec::new();
        let mut day = |name| -> Option<Date> {
            sent.day(name).unwrap_or_else(|problem| {
                problems.push(problem);
                None
            })
        };
        let words = Words {
            from: day("from"),
            to: day("to"),
            title: sent.text("title"),
            text: sent.text("text"),
            kind: sent.text("kind"),
            source: sent.text("source"),
        };
        let (place, again) = Asked::read(sent);
        let typed = Self {
            words,
            place,
            area: sent.text("area"),
            submission: sent.text("submission"),
            version: sent.choice("version").unwrap_or(0),
            compared: vec![],
        };
        (typed, problems, again)
    }

    /// The shape that was drawn; none when nothing was, which an edit takes for "as before".
    async fn shape(&self, ctx: &Ctx) -> Result<Option<Shape>, Refusal> {
        if !self.area.is_empty() {
            let whole = contours::whole(&ctx.db).await?;
            let chosen = whole.into_iter().find(|one| one.area.to_string() == self.area);
            return Ok(chosen.map(|one| Shape::Zone(one.contour)));
        }
        self.drawn().map_err(|problem| Refusal::Invalid(vec![problem]))
    }

    /// What is drawn so far; none when nothing is.
    fn drawn(&self) -> Result<Option<Shape>, FieldProblem> {
        if self.place.points.trim().is_empty() {
            return Ok(None);
        }
        drawn(Drawn::parse(&self.place.form).unwrap_or(Drawn::Zone), &self.place.points).map(Some)
    }
}

/// The form of a new object.
pub(super) async fn begin(ctx: Ctx, Path(id): Path<Id<Layer>>) -> Result<Response, PageError> {
    let layer = open(&ctx, id).await?;
    form(&ctx, &layer, None, Act::Add, Typed::new(&ctx), &[]).await
}

async fn open(ctx: &Ctx, id: Id<Layer>) -> Result<Layer, Refusal> {
    let layer = layer(ctx, id).await?;
    if !may_add(ctx, &layer) {
        ctx.require(EDIT, scope(layer.initiative))?;
    }
    Ok(layer)
}

/// A new object was sent.
pub(super) async fn add(ctx: Ctx, Path(id): Path<Id<Layer>>, sent: Sent) -> Result<Response, PageError> {
    let layer = open(&ctx, id).await?;
    ctx.app().limits.count(arpent_web::limits::Limited::Contribute, &ctx.request().from)?;
    let (typed, problems, again) = Typed::read(&sent);
    if again {
        return form(&ctx, &layer, None, Act::Add, typed, &[]).await;
    }
    let made = match whole(&ctx, &typed, problems).await {
        Ok(new) => commands::add(&ctx, id, &new).await,
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(id) => Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).object_added())),
        Err(Refusal::Invalid(problems)) => form(&ctx, &layer, None, Act::Add, typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Everything typed as an object, or all that is wrong with it at once.
async fn whole(ctx: &Ctx, typed: &Typed, mut problems: Vec<FieldProblem>) -> Result<NewObject, Refusal> {
    let shape = match typed.shape(ctx).await {
        Ok(Some(shape)) => Some(shape),
        Ok(None) => {
            problems.push(FieldProblem::new("points", "missing", |l| Texts::new(l).points_missing().into()));
            None
        }
        Err(Refusal::Invalid(found)) => {
            problems.extend(found);
            None
        }
        Err(refusal) => return Err(refusal),
    };
    if typed.words.title.trim().is_empty() {
        problems.push(FieldProblem::new("title", "missing", |l| Texts::new(l).object_title_missing().into()));
    }
    match shape.filter(|_| problems.is_empty()) {
        Some(shape) => Ok(NewObject { words: typed.words.clone(), shape, submission: typed.submission.clone() }),
        None => Err(Refusal::Invalid(problems)),
    }
}

/// The form of an object.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    let (one, layer) = object(&ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let typed = Typed::of(&ctx, &one);
    form(&ctx, &layer, Some(&one), Act::Edit, typed, &[]).await
}

/// The form of an object was sent.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    let (one, layer) = object(&ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let (typed, problems, again) = Typed::read(&sent);
    if again {
        return form(&ctx, &layer, Some(&one), Act::Edit, typed, &[]).await;
    }
    let saved = async {
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        let shape = typed.shape(&ctx).await?;
        commands::edit(&ctx, id, &typed.words, shape.as_ref(), typed.version).await
    };
    match saved.await {
        Ok(()) => Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).object_saved())),
        Err(Refusal::Conflict(conflict)) => {
            let typed = Typed { version: conflict.version, compared: conflict.told(ctx.lang), ..typed };
            form(&ctx, &layer, Some(&one), Act::Edit, typed, &[]).await
        }
        Err(Refusal::Invalid(problems)) => form(&ctx, &layer, Some(&one), Act::Edit, typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// The form of what follows an object.
pub(super) async fn begin_next(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    let (one, layer) = object(&ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let mut typed = Typed::of(&ctx, &one);
    (typed.words.from, typed.words.to) = (Some(ctx.today()), None);
    form(&ctx, &layer, Some(&one), Act::Follow, typed, &[]).await
}

/// What follows an object was sent.
pub(super) async fn add_next(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    let (one, layer) = object(&ctx, id).await?;
    let (typed, problems, again) = Typed::read(&sent);
    if again {
        return form(&ctx, &layer, Some(&one), Act::Follow, typed, &[]).await;
    }
    let made = match whole(&ctx, &typed, problems).await {
        Ok(new) => commands::follow(&ctx, id, &new).await,
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(id) => Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).object_followed())),
        Err(Refusal::Invalid(problems)) => form(&ctx, &layer, Some(&one), Act::Follow, typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn form(
    ctx: &Ctx,
    layer: &Layer,
    one: Option<&Object>,
    act: Act,
    typed: Typed,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let ground = Ground::of(ctx, layer).await?;
    let (mut words, mut place) = (word_fields(t, &typed), place_fields(ctx, t, &typed).await?);
    let form = Form::refused(problems, ctx.lang, words.iter_mut().chain(&mut place));
    let status = match (typed.compared.is_empty(), problems.is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (_, false) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let (title, lead, send) = match act {
        Act::Add => (t.object_new(), t.object_new_lead(), t.object_new_send()),
        Act::Edit => (t.object_edit(), t.object_edit_lead(), t.object_edit_send()),
        Act::Follow => (t.object_follow(), t.object_follow_lead(), t.object_follow_send()),
    };
    let near = match one {
        Some(one) => Around { named: vec![named(one, layer.tone)], view: None },
        None => around(ctx, layer.initiative).await?,
    };
    let own = typed.drawn().ok().flatten();
    let view = View::parse(&typed.place.seen).or(near.view);
    let finding = Finding::of(ctx, layer.initiative, &typed.place.sought).await?;
    let back = one.map_or_else(|| format!("/couches/{}", layer.id), |one| format!("/lieux/{}", one.id));
    let page = FormPage {
        shell: ground.below(ctx, title, Some(layer)),
        finder: Finder::drawn(ctx, finding)?,
        map: draft(ctx, layer.initiative, (&near.drawn(), own.as_ref()), view).await?,
        seen: typed.place.seen,
        submission: typed.submission,
        version: typed.version,
        compared: typed.compared,
        t,
        form,
        lead,
        send,
        words,
        place,
        back,
    };
    Ok(opened(page_with(status, &page)?, &base_map(&ctx.db).await?))
}

fn named(one: &Object, tone: i64) -> Named {
    Named { title: one.title.clone(), shape: one.shape.clone(), tone }
}

fn word_fields(t: Texts, typed: &Typed) -> Vec<Field> {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let said = &typed.words;
    vec![
        Field::text("title", t.object_title(), &said.title).required().max(TITLE),
        Field::text("kind", t.object_kind(), &said.kind).hint(t.object_kind_hint()).max(KIND),
        Field::text("text", t.object_text(), &said.text).kind("textarea").max(REASON),
        Field::text("source", t.source(), &said.source).hint(t.object_source_hint()).max(SHORT),
        Field::text("from", t.from(), day(said.from)).kind("date").hint(t.from_hint()),
        Field::text("to", t.to(), day(said.to)).kind("date"),
    ]
}

async fn place_fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Result<Vec<Field>, Refusal> {
    let forms = Drawn::ALL.iter().map(|one| Choice::new(one.code(), words::form(t, *one), &typed.place.form)).collect();
    let mut fields = vec![
        Field::choices("form", t.object_form(), forms).kind("radio").required(),
        Field::text("points", t.object_points(), &typed.place.points)
            .kind("textarea")
            .hint(t.object_points_hint())
            .required(),
    ];
    let kept = contours::kept(&ctx.db).await?;
    let mut areas = places::areas(&ctx.db).await?;
    areas.retain(|area| kept.iter().any(|one| one.area == area.id));
    areas.sort_by(|a, b| collate(ctx.lang, &a.name, &b.name));
    if !areas.is_empty() {
        let none = Choice::new("", t.object_area_none(), &typed.area);
        let choices = areas.into_iter().map(|area| Choice::new(area.id.to_string(), area.name, &typed.area));
        let choices = std::iter::once(none).chain(choices).collect();
        fields.push(Field::choices("area", t.object_area(), choices).kind("select").hint(t.object_area_hint()));
    }
    Ok(fields)
}
