//! Observing, deciding, taking back.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, SHORT, TITLE};
use arpent_core::chance::short_code;
use arpent_core::{Event, Id};
use arpent_documents::shapes::Shape;
use arpent_store::jobs::NewJob;
use arpent_store::search::fold;
use arpent_store::{Author, Tx};
use arpent_web::app::App;
use arpent_web::photo::{self, Photo, PhotoProblem};
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::objects::{NewObject, Words, open, read as checked};
use super::{about, layer, object, scope};
use crate::VALIDATE;
use crate::domain::fields::questions;
use crate::domain::layer::Layer;
use crate::domain::object::{Form, Object, ObjectState};
use crate::domain::validation::Verdict;
use crate::domain::{blur, typed};
use crate::jobs::JUDGE;
use crate::store::observations::Observation;
use crate::store::programmes::{self, Programme};
use crate::store::{objects, observations, reports, votes};
use crate::texts::Texts;

/// Minutes left to a job, so that it runs once the day is over.
const AFTER: SignedDuration = SignedDuration::from_mins(1);

/// What someone saw, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewObservation {
    /// What it is.
    pub title: String,
    /// What is said of it.
    pub text: String,
    /// Where: latitude and longitude on a line.
    pub place: String,
    /// When; today when it is not known.
    pub seen_on: Option<Date>,
    /// It is to be shown in a cell of a grid.
    pub sensitive: bool,
    /// Answers to the questions of the programme, in order.
    pub answers: Vec<String>,
    /// Its photograph, cleaned.
    pub photo: Option<Photo>,
    /// What it shows.
    pub photo_alt: String,
    /// The form's key: sent twice, it is one observation.
    pub submission: String,
}

/// Cleans a photograph away from the threads that answer.
///
/// # Errors
/// Not a photograph, too large, damaged: said at the field.
pub async fn clean(bytes: Vec<u8>) -> Result<Photo, Refusal> {
    let cleaned = tokio::task::spawn_blocking(move || photo::clean(&bytes)).await;
    cleaned.unwrap_or(Err(PhotoProblem::Damaged)).map_err(|problem| match problem {
        PhotoProblem::TooLarge => Refusal::field("photo", "too-large", |l| Texts::new(l).photo_too_large().into()),
        PhotoProblem::NotAnImage => Refusal::field("photo", "type", |l| Texts::new(l).photo_not_an_image().into()),
        PhotoProblem::Damaged => Refusal::field("photo", "damaged", |l| Texts::new(l).photo_damaged().into()),
    })
}

/// Keeps what someone saw; gives the code with which she follows it. What is sensitive is shown in its cell from the
/// first moment: the place itself is kept apart.
///
/// # Errors
/// A layer that is not open to the caller or has no programme; fields to correct.
pub async fn observe(caller: &Caller, layer_id: Id<Layer>, new: &NewObservation) -> Result<String, Refusal> {
    let layer = layer(caller, layer_id).await?;
    let mut tx = open(caller, &layer).await?;
    let programme = programmes::of(&tx, layer.id).await?.ok_or(Refusal::NotFound)?;
    if let Some(sent) = objects::sent(&tx, &new.submission).await?
        && let Some(seen) = observations::of(&tx, sent).await?
    {
        return Ok(seen.code);
    }
    let (mut seen, exact) = read(caller, &programme, new)?;
    let shown = if seen.sensitive { in_its_cell(&exact, programme.blur_metres)? } else { exact.clone() };
    let words = Words { title: new.title.clone(), text: new.text.clone(), ..Words::default() };
    let drawn = NewObject { words, shape: shown, submission: new.submission.clone() };
    let object = Object { state: ObjectState::Pending, ..checked(caller, &layer, &drawn)? };
    seen.object = object.id;
    objects::add(&tx, &object, &new.submission).await?;
    keep_photo(&tx, caller, &mut seen, new.photo.as_ref()).await?;
    observations::add(&tx, &seen).await?;
    if seen.sensitive {
        observations::hide(&tx, object.id, &exact).await?;
    }
    for days in [programme.thresholds.days_least, programme.thresholds.days_most] {
        tx.enqueue(judge_later(caller, object.id, days)).await?;
    }
    tx.note(about("object.added", "object", object.id, &layer));
    let event = about("observation.sent", "object", object.id, &layer);
    tx.commit(event.with("sensitive", seen.sensitive).with("photo", seen.photo.is_some())).await?;
    Ok(seen.code)
}

async fn keep_photo(tx: &Tx, caller: &Caller, seen: &mut Observation, photo: Option<&Photo>) -> Result<(), Refusal> {
    if let Some(photo) = photo {
        let id = caller.id::<Photo>().uuid();
        tx.put_file(id, "image/jpeg", Some(photo.size), photo.jpeg.clone()).await?;
        seen.photo = Some(id);
    }
    Ok(())
}

fn judge_later(caller: &Caller, object: Id<Object>, days: i64) -> NewJob {
    let due = SignedDuration::from_hours(24 * days) + AFTER;
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: JUDGE,
        payload: json!({ "object": object.to_string() }),
        unique_key: Some(format!("{JUDGE}-{object}-{days}")),
        run_at: caller.now().checked_add(due).unwrap_or(caller.now()),
    }
}

fn read(caller: &Caller, programme: &Programme, new: &NewObservation) -> Result<(Observation, Shape), Refusal> {
    let mut problems = Problems::default();
    problems.read(text::required(&new.title, "title", TITLE));
    let photo_alt = problems.read(text::optional(&new.photo_alt, "photo_alt", SHORT));
    let place = super::drawn(Form::Point, &new.place);
    let place = place.map_err(|problem| FieldProblem { field: "place", ..problem }).map(Some);
    let place = problems.read(place);
    let seen_on = new.seen_on.unwrap_or_else(|| caller.today());
    problems.require(seen_on <= caller.today(), || {
        FieldProblem::new("seen_on", "future", |l| Texts::new(l).seen_on_problem().into())
    });
    let details = details(&mut problems, programme, &new.answers);
    problems.done()?;
    let seen = Observation {
        object: caller.id(),
        seen_on,
        sensitive: new.sensitive || is_sensitive(programme, &new.title),
        details,
        photo: None,
        photo_alt,
        code: short_code(&*caller.chance),
        escalated: false,
        decided: None,
        decided_at: None,
        reason: String::new(),
    };
    Ok((seen, place.ok_or(Refusal::NotFound)?))
}

fn details(problems: &mut Problems, programme: &Programme, answers: &[String]) -> Vec<(String, String)> {
    let asked = questions(&programme.fields).unwrap_or_default();
    let mut told = Vec::new();
    for (rank, question) in asked.iter().enumerate() {
        match question.read(answers.get(rank).map_or("", String::as_str)) {
            Some(answer) if answer.is_empty() => {}
            Some(answer) => told.push((question.label.clone(), answer)),
            None => {
                let label = question.label.clone();
                let problem = FieldProblem::new("answers", "format", move |l| Texts::new(l).answer_problem(&label));
                problems.read::<()>(Err(problem));
            }
        }
    }
    told
}

/// Whether the programme says that something of this name is always sensitive.
fn is_sensitive(programme: &Programme, title: &str) -> bool {
    let title = fold(title);
    let names = programme.sensitive.lines().map(|name| fold(name.trim()));
    names.filter(|name| !name.is_empty()).any(|name| title.contains(&name))
}

fn in_its_cell(exact: &Shape, metres: i64) -> Result<Shape, Refusal> {
    let cell = blur::blurred(exact.anchor(), metres);
    Shape::point(cell.latitude, cell.longitude).map_err(|_| Refusal::NotFound)
}

/// A validator confirms or refuses what was seen, or settles what was reported: kept, or taken off the map.
///
/// # Errors
/// Not allowed; her own observation; a refusal without its reason.
pub async fn decide(caller: &Caller, id: Id<Object>, confirmed: bool, reason: &str) -> Result<(), Refusal> {
    let (before, layer) = object(caller, id).await?;
    let mut tx = caller.begin(VALIDATE, scope(layer.initiative)).await?;
    let seen = observations::of(&tx, id).await?;
    if seen.is_some() && before.person.is_some() && before.person == caller.actor.person {
        return Err(own());
    }
    let reason =
        if confirmed { text::optional(reason, "reason", REASON) } else { text::required(reason, "reason", REASON) };
    let reason = reason.map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let state = match (confirmed, &seen) {
        (true, _) => ObjectState::Published,
        (false, Some(_)) => ObjectState::Refused,
        (false, None) => ObjectState::Removed,
    };
    objects::set_state(&tx, id, state).await?;
    if seen.is_some() {
        observations::decide(&tx, id, "validator", &reason).await?;
    }
    if reports::settle(&tx, id).await? > 0 {
        tx.note(about("object.reports_settled", "object", id, &layer).with("kept", confirmed));
    }
    tx.commit(about("observation.decided", "object", id, &layer).with("confirmed", confirmed).with("by", "validator"))
        .await?;
    Ok(())
}

/// Nobody confirms what she saw herself.
pub(super) fn own() -> Refusal {
    Refusal::rule("own-observation", |l| Texts::new(l).own_observation().into())
}

/// Shows an observation in a cell from now on, or where it is.
///
/// # Errors
/// Not allowed; nothing was observed there.
pub async fn set_sensitive(caller: &Caller, id: Id<Object>, sensitive: bool) -> Result<(), Refusal> {
    let (before, layer) = object(caller, id).await?;
    let tx = caller.begin(VALIDATE, scope(layer.initiative)).await?;
    let seen = observations::of(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if seen.sensitive == sensitive {
        return Ok(());
    }
    if sensitive {
        let programme = programmes::of(&tx, layer.id).await?.ok_or(Refusal::NotFound)?;
        observations::hide(&tx, id, &before.shape).await?;
        objects::draw(&tx, id, &in_its_cell(&before.shape, programme.blur_metres)?).await?;
    } else if let Some(exact) = observations::exact(&tx, id).await? {
        objects::draw(&tx, id, &exact).await?;
        observations::show(&tx, id).await?;
    }
    observations::set_sensitive(&tx, id, sensitive).await?;
    tx.commit(about("observation.blurred", "object", id, &layer).with("sensitive", sensitive)).await?;
    Ok(())
}

/// Takes back what the holder of a code sent: it leaves the map with its photograph and its place.
///
/// # Errors
/// No such code.
pub async fn take_back(caller: &Caller, code: &str) -> Result<(), Refusal> {
    let seen = observations::by_code(&caller.db, code).await?.ok_or(Refusal::NotFound)?;
    let before = objects::by_id(&caller.db, seen.object).await?.ok_or(Refusal::NotFound)?;
    let layer = layer(caller, before.layer).await?;
    if !before.state.is_shown() {
        return Ok(());
    }
    let tx = caller.begin_public().await?;
    objects::set_state(&tx, seen.object, ObjectState::Removed).await?;
    observations::show(&tx, seen.object).await?;
    observations::forget_photo(&tx, &seen).await?;
    tx.commit(about("observation.taken_back", "object", seen.object, &layer)).await?;
    Ok(())
}

/// Applies what peers said of an observation, in the caller's transaction; the events that tell it.
pub(super) async fn judge(tx: &Tx, id: Id<Object>, now: Timestamp) -> Result<Option<Event>, Refusal> {
    let Some(before) = objects::by_id(tx, id).await?.filter(|o| o.state == ObjectState::Pending) else {
        return Ok(None);
    };
    let (Some(programme), Some(layer)) =
        (programmes::of(tx, before.layer).await?, crate::store::layers::by_id(tx, before.layer).await?)
    else {
        return Ok(None);
    };
    let verdict = programme.thresholds.judge(votes::tally(tx, id).await?, before.created_at, now);
    let decided = |confirmed: bool| {
        about("observation.decided", "object", id, &layer).with("confirmed", confirmed).with("by", "peers")
    };
    Ok(match verdict {
        Verdict::Open => None,
        Verdict::Confirmed | Verdict::Refused => {
            let confirmed = verdict == Verdict::Confirmed;
            let state = if confirmed { ObjectState::Published } else { ObjectState::Refused };
            objects::set_state(tx, id, state).await?;
            observations::decide(tx, id, "peers", "").await?;
            Some(decided(confirmed))
        }
        Verdict::Disputed | Verdict::Forgotten => {
            observations::escalate(tx, id).await?;
            Some(about("observation.escalated", "object", id, &layer))
        }
    })
}

/// What a job does on the day when votes may count, then on the day when a validator is called.
pub(crate) async fn judge_due(app: &App, id: Id<Object>) -> Result<(), Refusal> {
    let now = app.clock.now();
    let tx = app.db.begin(Author { person: None, role: "system", at: now }).await?;
    if let Some(event) = judge(&tx, id, now).await? {
        tx.commit(event).await?;
    }
    Ok(())
}

/// A place as one types it, for a form drawn again.
pub fn typed_again(shape: &Shape) -> String {
    let at = shape.anchor();
    typed::written(&[[at.longitude, at.latitude]]).trim().to_owned()
}
