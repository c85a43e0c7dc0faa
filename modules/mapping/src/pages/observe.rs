//! Telling what one saw, from a phone in the street, and following it.

use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_commons::maps::Asked;
use arpent_core::Id;
use arpent_core::chance::{read_short_code, secret};
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use super::draw::opened;
use super::find::{Finder, Finding};
use super::ground::Ground;
use super::sketch::{around, draft};
use super::words;
use crate::EDIT;
use crate::commands::objects::may_add;
use crate::commands::observations::{NewObservation, clean, observe, take_back as commands_take_back};
use crate::commands::{drawn, layer, scope};
use crate::domain::fields::{Answer, questions};
use crate::domain::layer::Layer;
use crate::domain::object::{Form as Kind, Object};
use crate::domain::view::View;
use crate::store::programmes::{self, Programme};
use crate::store::settings::base_map;
use crate::store::{objects, observations};
use crate::texts::Texts;

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const WHERE_SHE_IS: HeaderValue = HeaderValue::from_static("camera=(), geolocation=(self), microphone=(), payment=()");

/// Names of the answers to the questions of a programme, in order.
const ANSWERS: [&str; crate::domain::fields::MOST] =
    ["answer-1", "answer-2", "answer-3", "answer-4", "answer-5", "answer-6", "answer-7", "answer-8"];

#[derive(Debug, Template)]
#[template(path = "observe.html")]
struct ObservePage {
    shell: Shell,
    t: Texts,
    form: Form,
    programme: Programme,
    fields: Vec<Field>,
    asked: Vec<Field>,
    finder: String,
    map: String,
    submission: String,
    /// Where what waits on a phone is sent.
    send: String,
    back: String,
}

/// The form.
pub(super) async fn begin(ctx: Ctx, Path(id): Path<Id<Layer>>) -> Result<Response, PageError> {
    let new =
        NewObservation { submission: secret(&*ctx.chance), seen_on: Some(ctx.today()), ..NewObservation::default() };
    form(&ctx, id, &new, &Asked::default(), &[]).await
}

/// It was sent.
pub(super) async fn send(ctx: Ctx, Path(id): Path<Id<Layer>>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let mut problems = Vec::new();
    let seen_on = sent.day("seen_on").unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    let mut new = NewObservation { seen_on, ..typed(&sent) };
    let (place, again) = Asked::read(&sent);
    if again {
        // What was taken from what was found is typed for her.
        new.place = if place.points.is_empty() { new.place } else { place.points.clone() };
        return form(&ctx, id, &new, &place, &[]).await;
    }
    if let Some(file) = sent.file {
        match clean(file.bytes).await {
            Ok(photo) => new.photo = Some(photo),
            Err(Refusal::Invalid(found)) => problems.extend(found),
            Err(refusal) => return Err(refusal.into()),
        }
    }
    let told = if problems.is_empty() { observe(&ctx, id, &new).await } else { Err(Refusal::Invalid(problems)) };
    match told {
        Ok(code) => {
            ctx.app().bell.notify_one();
            Ok(redirect(&format!("/observations/{code}")))
        }
        Err(Refusal::Invalid(problems)) => form(&ctx, id, &new, &place, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// What was typed, but the day and the photograph.
fn typed(sent: &Sent) -> NewObservation {
    NewObservation {
        title: sent.text("title"),
        text: sent.text("text"),
        place: sent.text("place"),
        seen_on: None,
        sensitive: sent.ticked("sensitive"),
        answers: ANSWERS.iter().map(|name| sent.text(name)).collect(),
        photo: None,
        photo_alt: sent.text("photo_alt"),
        submission: sent.text("submission"),
    }
}

/// The form as a phone sends it once the network is back: the same words, the same key.
pub(crate) async fn told(ctx: &Ctx, id: Id<Layer>, sent: Sent) -> Result<String, Refusal> {
    let seen_on = sent.day("seen_on").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let mut new = NewObservation { seen_on, ..typed(&sent) };
    if let Some(file) = sent.file {
        new.photo = Some(clean(file.bytes).await?);
    }
    observe(ctx, id, &new).await
}

async fn form(
    ctx: &Ctx,
    id: Id<Layer>,
    new: &NewObservation,
    place: &Asked,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let layer = layer(ctx, id).await?;
    let programme = programmes::of(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    if !may_add(ctx, &layer) {
        ctx.require(EDIT, scope(layer.initiative))?;
    }
    let ground = Ground::of(ctx, &layer).await?;
    let (mut fields, asked) = (fields(t, new), asked(t, &programme, new));
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let near = around(ctx, layer.initiative).await?;
    let own = drawn(Kind::Point, &new.place).ok();
    let finding = Finding::of(ctx, layer.initiative, &place.sought).await?;
    let view = View::parse(&place.seen).or(near.view);
    let page = ObservePage {
        shell: ground.below(ctx, t.observe_title(layer.name.as_str()), Some(&layer)),
        finder: Finder::drawn(ctx, finding)?,
        map: draft(ctx, layer.initiative, (&near.drawn(), own.as_ref()), view).await?,
        submission: new.submission.clone(),
        send: format!("/api/v1/layers/{id}/observations"),
        back: format!("/couches/{id}"),
        programme,
        fields,
        asked,
        form,
        t,
    };
    let mut response = opened(page_with(status, &page)?, &base_map(&ctx.db).await?);
    // Her position, when she asks for it with the button of the form; no other page may ask.
    response.headers_mut().insert(PERMISSIONS, WHERE_SHE_IS);
    Ok(response)
}

fn fields(t: Texts, new: &NewObservation) -> Vec<Field> {
    let day = new.seen_on.map_or_else(String::new, |day| day.to_string());
    vec![
        Field::text("title", t.observe_what(), &new.title).hint(t.observe_what_hint()).required().max(TITLE),
        Field::text("place", t.observe_place(), &new.place).hint(t.observe_place_hint()).required(),
        Field::text("seen_on", t.seen_on(), day).kind("date").required(),
        Field::text("text", t.object_text(), &new.text).kind("textarea").max(REASON),
        Field::text("photo", t.observe_photo(), "").kind("file").hint(t.observe_photo_hint()),
        Field::text("photo_alt", t.observe_photo_alt(), &new.photo_alt).max(SHORT),
        Field::text("sensitive", t.observe_sensitive(), if new.sensitive { "true" } else { "" })
            .kind("checkbox")
            .hint(t.observe_sensitive_hint()),
    ]
}

fn asked(t: Texts, programme: &Programme, new: &NewObservation) -> Vec<Field> {
    let questions = questions(&programme.fields).unwrap_or_default();
    let field = |(rank, question): (usize, crate::domain::fields::Question)| {
        let typed = new.answers.get(rank).cloned().unwrap_or_default();
        match question.answer {
            Answer::Text => Field::text(ANSWERS[rank], question.label, typed).max(SHORT),
            Answer::Number => Field::text(ANSWERS[rank], question.label, typed).hint(t.answer_number()),
            Answer::Choice(choices) => {
                let none = Choice::new("", t.answer_none(), &typed);
                let choices = choices.into_iter().map(|one| Choice::new(one.clone(), one, &typed));
                let choices = std::iter::once(none).chain(choices).collect();
                Field::choices(ANSWERS[rank], question.label, choices).kind("select")
            }
        }
    };
    questions.into_iter().take(ANSWERS.len()).enumerate().map(field).collect()
}

#[derive(Debug, Template)]
#[template(path = "observation.html")]
struct FollowPage {
    shell: Shell,
    t: Texts,
    one: Object,
    code: String,
    on: String,
    state: String,
    sensitive: bool,
    reason: String,
    place: String,
}

/// What became of an observation, for whoever holds its code.
pub(super) async fn follow(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    let t = Texts::new(ctx.lang);
    let code = read_short_code(&code).ok_or(Refusal::NotFound)?;
    let seen = observations::by_code(&ctx.db, &code).await?.ok_or(Refusal::NotFound)?;
    let one = objects::by_id(&ctx.db, seen.object).await?.ok_or(Refusal::NotFound)?;
    let exact = observations::exact(&ctx.db, one.id).await?;
    let place = words::place(exact.as_ref().unwrap_or(&one.shape).anchor());
    page(&FollowPage {
        shell: ctx.shell(t.observation_title(), vec![]),
        on: date(ctx.lang, seen.seen_on),
        state: words::state(t, one.state).map_or_else(|| t.state_published().to_owned(), |(_, word)| word.to_owned()),
        sensitive: seen.sensitive,
        reason: seen.reason,
        place,
        code,
        one,
        t,
    })
}

/// Its holder takes it back.
pub(super) async fn take_back(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    let code = read_short_code(&code).ok_or(Refusal::NotFound)?;
    commands_take_back(&ctx, &code).await?;
    Ok(done(&ctx, &format!("/observations/{code}"), Texts::new(ctx.lang).observation_taken_back()))
}
