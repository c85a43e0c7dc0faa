//! What maps lend to others: a question "where" in their forms, a small map on their pages.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::maps::{Asked, Drawn, Lent};
use arpent_core::{Event, Id};
use arpent_documents::contours::Place;
use arpent_documents::shapes::Shape;
use arpent_store::Tx;
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form as Refused, Pending, Refusal, security};
use askama::Template;

use super::draw::unwritable;
use super::find::{Finder, Finding};
use super::pins;
use super::sketch::{Around, among, around, draft, small};
use super::words;
use crate::commands::drawn;
use crate::commands::settings::host;
use crate::domain::object::Form;
use crate::domain::typed::written;
use crate::domain::view::{self, View};
use crate::store::said;
use crate::store::settings::base_map;
use crate::texts::Texts;

/// Points of an outline that was picked: more are left to files.
const MOST_PICKED: usize = 300;

/// For the composition.
pub(crate) const LENT: Lent = Lent { question, read, show, near, there, keep, of };

/// Its sign beside those of five layers.
const OWN: i64 = 1;

#[derive(Debug, Template)]
#[template(path = "question.html")]
struct Question {
    t: Texts,
    c: arpent_web::texts::Texts,
    style: &'static str,
    script: &'static str,
    finder: String,
    form: Field,
    outlines: Vec<Choice>,
    points: Field,
    seen: String,
    map: String,
}

fn read(asked: &Asked) -> Result<Option<Shape>, FieldProblem> {
    if asked.points.trim().is_empty() {
        return Ok(None);
    }
    drawn(Form::parse(&asked.form).unwrap_or(Form::Point), &asked.points).map(Some)
}

fn question<'a>(
    ctx: &'a Ctx,
    initiative: &'a Initiative,
    asked: &'a Asked,
    problems: &'a [FieldProblem],
) -> Pending<'a, Result<Drawn, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let near = around(ctx, Some(initiative.id)).await?;
        let asked = picked(asked, &near);
        let own = read(&asked).ok().flatten();
        let around_own = own.as_ref().map(|shape| View::fit(view::around(shape.bounds())));
        let view = View::parse(&asked.seen).or(around_own).or(near.view);
        let mut fields = [form_field(t, &asked), points_field(t, &asked)];
        let _ = Refused::refused(problems, ctx.lang, &mut fields);
        let [form, points] = fields;
        let shell = ctx.shell("", vec![]);
        let asking = Question {
            style: shell.asset("map.css"),
            script: shell.asset("map.js"),
            finder: Finder::drawn(ctx, Finding::of(ctx, Some(initiative.id), &asked.sought).await?)?,
            outlines: outlines(t, &near),
            map: draft(ctx, Some(initiative.id), (&near.drawn(), own.as_ref()), view).await?,
            seen: asked.seen,
            c: ctx.t(),
            form,
            points,
            t,
        };
        drawn_for(ctx, asking.render().map_err(|error| unwritable(&error))?, String::new()).await
    })
}

fn form_field(t: Texts, asked: &Asked) -> Field {
    let current = if asked.form.is_empty() { Form::Point.code() } else { &asked.form };
    let forms = Form::ALL.iter().map(|one| Choice::new(one.code(), words::form(t, *one), current)).collect();
    Field::choices("form", t.question_form(), forms).kind("radio").required()
}

fn points_field(t: Texts, asked: &Asked) -> Field {
    Field::text("points", t.object_points(), &asked.points).kind("textarea").hint(t.question_points_hint())
}

/// Lines and zones of the map, to be taken as they are.
fn outlines(t: Texts, near: &Around) -> Vec<Choice> {
    let takeable = near.named.iter().enumerate().filter(|(_, one)| outline(&one.shape).is_some());
    let choices: Vec<Choice> = takeable.map(|(rank, one)| Choice::new(rank.to_string(), &one.title, "")).collect();
    if choices.is_empty() {
        choices
    } else {
        std::iter::once(Choice::new("", t.question_outline_none(), "")).chain(choices).collect()
    }
}

/// The outline that was picked in the list, as if its points were typed.
fn picked(asked: &Asked, near: &Around) -> Asked {
    let rank: Option<usize> = asked.outline.parse().ok();
    let Some((shape, points)) =
        rank.and_then(|rank| near.named.get(rank)).and_then(|one| Some((&one.shape, outline(&one.shape)?)))
    else {
        return asked.clone();
    };
    let form = Form::from(shape.kind()).code().to_owned();
    Asked { form, points: written(&points), seen: String::new(), ..asked.clone() }
}

/// One line, or the ring of one surface, light enough to be typed again.
fn outline(shape: &Shape) -> Option<Vec<[f64; 2]>> {
    let strokes = shape.strokes();
    let [only] = strokes.as_slice() else { return None };
    let mut points = only.clone();
    if Form::from(shape.kind()) == Form::Zone {
        points.pop();
    }
    (points.len() <= MOST_PICKED).then_some(points)
}

fn show<'a>(ctx: &'a Ctx, of: Id<Initiative>, shape: &'a Shape) -> Pending<'a, Result<Drawn, Refusal>> {
    Box::pin(async move {
        let html = small(ctx, Some(of), &[(shape, OWN)], None).await?;
        let t = Texts::new(ctx.lang);
        let size = words::size(ctx.lang, shape.square_metres(), shape.metres());
        let form = words::form(t, Form::from(shape.kind()));
        let at = words::place(shape.anchor());
        let said = if size.is_empty() { t.drawn_point(at) } else { t.drawn_shape(form, at, size) };
        drawn_for(ctx, styled(ctx, &html), said).await
    })
}

fn styled(ctx: &Ctx, map: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">{map}", ctx.shell("", vec![]).asset("map.css"))
}

fn near<'a>(ctx: &'a Ctx, initiative: &'a Initiative, point: (f64, f64)) -> Pending<'a, Result<Drawn, Refusal>> {
    Box::pin(async move {
        let at = Place { latitude: point.0, longitude: point.1 };
        let map = among(ctx, initiative.id, at).await?;
        let html = if map.is_empty() { map } else { styled(ctx, &map) };
        drawn_for(ctx, html, Texts::new(ctx.lang).drawn_point(words::place(at))).await
    })
}

fn there(initiative: &Initiative, point: (f64, f64)) -> String {
    pins::there(&format!("/demarches/{}/carte", initiative.slug), point)
}

async fn drawn_for(ctx: &Ctx, html: String, words: String) -> Result<Drawn, Refusal> {
    let base = base_map(&ctx.db).await?;
    Ok(Drawn { html, words, policy: host(&base.tiles).and_then(security::with_images_of) })
}

fn keep<'a>(
    tx: &'a Tx,
    (initiative, contribution): (Id<Initiative>, Id<Contribution>),
    shape: &'a Shape,
) -> Pending<'a, Result<Event, Refusal>> {
    Box::pin(async move {
        said::add(tx, (initiative, contribution), shape).await?;
        let event = Event::new("contribution.placed", "contribution", contribution).within(initiative);
        Ok(event.with("form", Form::from(shape.kind()).code()))
    })
}

fn of<'a>(ctx: &'a Ctx, contribution: &'a Contribution) -> Pending<'a, Result<Option<Drawn>, Refusal>> {
    Box::pin(async move {
        match said::of(&ctx.db, contribution.id).await? {
            Some(shape) => show(ctx, contribution.initiative, &shape).await.map(Some),
            None => Ok(None),
        }
    })
}
