//! The tablet: its first page holds the whole questionnaire, so that it works for a day without a network, and what it kept
//! is taken here in batches. Without scripts it is a page like the others.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use arpent_web::caller::operator;
use arpent_web::limits::Limited;
use arpent_web::respond::{PageError, download};
use arpent_web::{Ctx, Refusal};
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};

use super::comments::{Comments, relay};
use super::door::{self, Entry, Opened};
use super::read_secret;
use super::screen::Session;
use crate::commands::answering::Door;
use crate::commands::tablet::{self, Carried, MOST};
use crate::domain::answer::Replies;
use crate::domain::collection::Screen;
use crate::domain::protocol::Protocol;
use crate::domain::question::{Kind, Question};
use crate::domain::wave::Mode;
use crate::pages::asked::{Asked, Shape};
use crate::pages::at_wave::AtWave;
use crate::pages::replies::{Typed, UNKNOWN, is_words, needs_box};
use crate::texts::Texts;

/// Longest batch read, in bytes: fifty answers with their words.
const LONGEST: usize = 1_000_000;

/// The questionnaire as the tablet holds it.
#[derive(Debug)]
pub(super) struct Tablet {
    pub(super) screens: Vec<Part>,
    /// Where it sends what it kept.
    pub(super) send: String,
}

/// A screen of the tablet.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) heading: String,
    pub(super) lines: Vec<Line>,
}

/// A question, with what decides that it is asked and answered.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) asked: Asked,
    /// It needs its own box to say "I do not know".
    pub(super) unknown: bool,
    /// Asked only when this question was answered by one of these codes.
    pub(super) condition: Option<(String, String)>,
    /// Smallest and largest number.
    pub(super) bounds: Option<(i64, i64)>,
}

impl Tablet {
    /// Every screen of a session, empty.
    pub(super) fn of(session: &Session) -> Self {
        let part = |(at, screen): (usize, &Screen)| Part {
            heading: session.heading(at),
            lines: screen
                .questions(session.protocol(), &session.door.population)
                .map(|question| line(session, question))
                .collect(),
        };
        Self {
            screens: session.screens.iter().enumerate().map(part).collect(),
            send: format!("{}/lot", session.action),
        }
    }
}

fn line(session: &Session, question: &Question) -> Line {
    let (t, protocol) = (session.look.t, session.protocol());
    let asked = Typed::default().ask(t, protocol, question, session.voice(), &Replies::default());
    Line {
        unknown: needs_box(&asked),
        condition: question.show_if.as_ref().map(|one| (one.question.clone(), one.is.join(" "))),
        bounds: match (&asked.shape, &question.kind) {
            (Shape::Number { .. }, Kind::Number { min, max, .. }) => Some((*min, *max)),
            (Shape::Percent(_), _) => Some((0, 100)),
            _ => None,
        },
        asked,
    }
}

/// What a tablet sends.
#[derive(Debug, Deserialize)]
struct Batch {
    answers: Vec<Sent>,
}

/// An answer as a tablet sends it.
#[derive(Debug, Deserialize)]
struct Sent {
    key: String,
    #[serde(default)]
    complete: bool,
    #[serde(default)]
    replies: BTreeMap<String, Vec<String>>,
}

/// What became of a batch: nothing of it is silent.
#[derive(Debug, Default, Serialize)]
struct Taken {
    kept: Vec<Kept>,
    refused: Vec<Refused>,
}

/// An answer that is kept; the tablet forgets it.
#[derive(Debug, Serialize)]
struct Kept {
    key: String,
    /// With which its words are followed.
    codes: Vec<String>,
    /// Its words could not become a contribution: the tablet keeps them aside.
    lost: bool,
}

/// An answer that cannot be taken, and the questions at fault; the tablet keeps it aside and says so.
#[derive(Debug, Serialize)]
struct Refused {
    key: String,
    questions: Vec<String>,
}

/// Takes what a tablet kept. Sent again, it changes nothing.
pub(in crate::pages) async fn take(ctx: Ctx, Path(code): Path<String>, body: Bytes) -> Result<Response, PageError> {
    let Opened { place, entry } = door::open(&ctx, &code).await?;
    let door = match entry {
        Entry::Open(door) if door.mode == Mode::Kiosk => *door,
        Entry::Closed | Entry::Early => return Ok(StatusCode::CONFLICT.into_response()),
        _ => return Err(Refusal::NotFound.into()),
    };
    let batch: Option<Batch> = if body.len() > LONGEST { None } else { serde_json::from_slice(&body).ok() };
    let Some(batch) = batch.filter(|batch| batch.answers.len() <= MOST) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    limit(&ctx, &batch)?;
    let (mut taken, mut carried, mut said) = (Taken::default(), Vec::new(), Vec::new());
    for sent in batch.answers {
        match read(&place.version.protocol, &door.population, &sent) {
            Ok((replies, words)) => {
                said.push((sent.key.clone(), if sent.complete { words } else { Vec::new() }));
                carried.push(Carried { secret: sent.key, replies, complete: sent.complete });
            }
            Err(questions) => taken.refused.push(Refused { key: sent.key, questions }),
        }
    }
    match tablet::take(&ctx, &door, &place.version.protocol, carried).await {
        Ok(()) => {}
        // It closed meanwhile.
        Err(Refusal::Rule { .. }) => return Ok(StatusCode::CONFLICT.into_response()),
        Err(refusal) => return Err(refusal.into()),
    }
    for (key, words) in said {
        taken.kept.push(follow(&ctx, &place, &door, key, &words).await?);
    }
    let body = serde_json::to_vec(&taken).map_err(|error| Refusal::Store(error.into()))?;
    Ok(download("lot.json", arpent_web::respond::JSON, body))
}

fn limit(ctx: &Ctx, batch: &Batch) -> Result<(), Refusal> {
    let (limits, from) = (&ctx.app().limits, &ctx.request().from);
    limits.count(Limited::AnswerScreen, from)?;
    let ended = batch.answers.iter().filter(|one| one.complete).count();
    match u32::try_from(ended).ok().and_then(NonZeroU32::new) {
        Some(ended) => limits.count_many(Limited::Answer, from, ended),
        None => Ok(()),
    }
}

/// Reads an answer as the screens do: one reply outside its scale refuses the whole answer, since nobody is there to say
/// it again and half an answer is another answer.
fn read(protocol: &Protocol, population: &str, sent: &Sent) -> Result<(Replies, Comments), Vec<String>> {
    let (mut replies, mut words, mut wrong) = (Replies::default(), Comments::new(), Vec::new());
    if read_secret(&sent.key).is_none() {
        return Err(wrong);
    }
    for (code, values) in &sent.replies {
        let asked = protocol.asked(population).find(|question| question.code == *code);
        if asked.is_some() && values.iter().any(|value| value == UNKNOWN) {
            continue;
        }
        match asked.map(|question| (question, Replies::read(protocol, question, values))) {
            Some((question, Ok(Some(_)))) if is_words(question) => {
                words.push((code.clone(), values.concat().trim().to_owned()));
            }
            Some((_, Ok(Some(reply)))) => drop(replies.0.insert(code.clone(), reply)),
            Some((_, Ok(None))) => {}
            Some((_, Err(_))) | None => wrong.push(code.clone()),
        }
    }
    if wrong.is_empty() { Ok((replies, words)) } else { Err(wrong) }
}

/// The words of an answer leave it, relayed by the machine; the same words again find the same contribution.
async fn follow(ctx: &Ctx, place: &AtWave, door: &Door, key: String, words: &Comments) -> Result<Kept, Refusal> {
    let at = (door.population.as_str(), door.mode, door.place.clone());
    let followed = relay(&ctx.acting(operator()), place, at, &key, words).await?;
    let lost = followed.iter().any(|one| one.code.is_none());
    Ok(Kept { key, codes: followed.into_iter().filter_map(|one| one.code).collect(), lost })
}

/// What the tablet says of what waits, in its language.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) waiting: String,
    pub(super) sent: String,
    pub(super) aside: String,
}

impl Told {
    pub(super) fn new(t: Texts) -> Self {
        Self { waiting: t.tablet_waiting("{n}"), sent: t.tablet_sent("{n}"), aside: t.tablet_aside("{n}") }
    }
}
