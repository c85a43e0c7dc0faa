//! Contributing: one question per screen, a review that shows similar ones kindly, one contribution whatever is pressed
//! twice.

pub(crate) mod answers;
mod screen;

use arpent_commons::Maps;
use arpent_commons::commands::contributions::{Author, NewContribution, Submitted, submit, submit_with};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_commons::pages::frame::Frame;
use arpent_web::limits::Limited;
use arpent_web::respond::redirect;
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use uuid::Uuid;

use crate::commands::photos;
use answers::{Answers, Go, Step, read_go};
use arpent_web::Sent;
use screen::Screen;

/// Where she comes from: a commune clicked on a map, a map looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    commune: String,
    /// The window of the map she comes from.
    vue: String,
}

/// The first screen.
pub(crate) async fn begin(
    ctx: Ctx,
    maps: Maps,
    Path(slug): Path<String>,
    Query(from): Query<From>,
) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let answers = Answers::begin(&ctx, &from.commune, &from.vue);
    Screen::new(&ctx, (maps, frame), Step::Words, answers, &[]).await?.draw()
}

/// A screen was sent: the next one, this one again with what is wrong, or the end.
pub(crate) async fn go_on(ctx: Ctx, maps: Maps, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let (mut answers, again) = Answers::of(&sent);
    let (step, go) = read_go(&sent, again);
    let forward = match go {
        Go::Send => true,
        Go::To(next) => next.number() > step.number(),
    };
    let mut problems = if forward { answers.problems(maps, step) } else { Vec::new() };
    problems.extend(take_photo(&ctx, &frame, &mut answers, sent).await?);
    if !problems.is_empty() {
        return Screen::new(&ctx, (maps, frame), step, answers, &problems).await?.refused(&ctx, &problems);
    }
    match go {
        Go::To(next) => Screen::new(&ctx, (maps, frame), next, answers, &[]).await?.draw(),
        Go::Send => send(&ctx, (maps, frame), answers).await,
    }
}

/// A photograph is kept as soon as it arrives: no later mistake makes anyone choose it again.
async fn take_photo(
    ctx: &Ctx,
    frame: &Frame,
    answers: &mut Answers,
    sent: Sent,
) -> Result<Vec<arpent_web::FieldProblem>, PageError> {
    let Some(file) = sent.file else { return Ok(vec![]) };
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    match photos::keep(ctx, frame.initiative.id, file.bytes).await {
        Ok(id) => {
            answers.photo = Some(id);
            Ok(vec![])
        }
        Err(Refusal::Invalid(problems)) => Ok(problems),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn send(ctx: &Ctx, (maps, frame): (Maps, Frame), answers: Answers) -> Result<Response, PageError> {
    if let Some((step, problems)) = answers.first_wrong(maps) {
        return Screen::new(ctx, (maps, frame), step, answers, &problems).await?.refused(ctx, &problems);
    }
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    match accept(ctx, (maps, &frame), &answers).await {
        Ok(submitted) => accepted(ctx, &answers, &submitted).await,
        Err(Refusal::Invalid(problems)) => {
            let step = problems.first().map_or(Step::Review, |problem| Step::of_field(problem.field));
            Screen::new(ctx, (maps, frame), step, answers, &problems).await?.refused(ctx, &problems)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// What was said, with what was drawn: both or nothing.
async fn accept(ctx: &Ctx, (maps, frame): (Maps, &Frame), answers: &Answers) -> Result<Submitted, Refusal> {
    let mut new = contribution(ctx, frame, answers).await?;
    let drawn = maps.read(&answers.on_map).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let (Some(lent), Some(shape)) = (maps.0, drawn) else { return submit(ctx, &new).await };
    let at = shape.anchor();
    new.point = Some((at.latitude, at.longitude));
    let of = new.initiative;
    submit_with(ctx, &new, move |tx, submitted| {
        Box::pin(async move { (lent.keep)(tx, (of, submitted.id), &shape).await })
    })
    .await
}

async fn accepted(ctx: &Ctx, answers: &Answers, submitted: &Submitted) -> Result<Response, PageError> {
    if let Some(photo) = answers.photo {
        photos::forget(ctx, photo).await?;
    }
    ctx.app().bell.notify_one();
    Ok(redirect(&format!("/merci/{}", submitted.code)))
}

async fn contribution(ctx: &Ctx, frame: &Frame, answers: &Answers) -> Result<NewContribution, Refusal> {
    let photo = match answers.photo {
        Some(id) => photos::waiting(ctx, id).await?,
        None => None,
    };
    Ok(NewContribution {
        initiative: frame.initiative.id,
        title: answers.title.clone(),
        text: answers.text.clone(),
        channel: Channel::Web,
        capacity: Capacity::parse(&answers.capacity).unwrap_or(Capacity::Inhabitant),
        organisation: answers.organisation.parse().ok(),
        area: answers.area.parse().ok(),
        place: answers.place.clone(),
        point: None,
        photo_alt: if photo.is_some() { answers.photo_alt.clone() } else { String::new() },
        photo,
        email: answers.email.clone(),
        submission: answers.submission.clone(),
        said_on: None,
        author: if answers.without_name { Author::Nobody } else { Author::Caller },
    })
}

/// The photograph that waits, shown on the review to whoever holds its unguessable id.
pub(crate) async fn photo(ctx: Ctx, Path((_, id)): Path<(String, Uuid)>) -> Result<Response, PageError> {
    let photo = photos::waiting(&ctx, id).await?.ok_or(Refusal::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=600")];
    Ok((StatusCode::OK, headers, photo.jpeg).into_response())
}
