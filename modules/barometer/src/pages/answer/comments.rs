//! The words of a questionnaire: they never enter the answer, and become contributions of the démarche at once.

use arpent_commons::commands::contributions::{Author, NewContribution, submit as contribute};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_core::Actor;
use arpent_web::caller::operator;
use arpent_web::limits::Limited;
use arpent_web::{Caller, Ctx, Refusal, Sent};

use super::screen::Session;
use crate::domain::collection::{Purpose, key};
use crate::domain::masking::masked;
use crate::domain::protocol::{PopulationKind, Protocol};
use crate::domain::wave::Mode;
use crate::pages::at_wave::AtWave;
use crate::pages::replies::is_words;
use crate::pages::results::masks;
use crate::store::answers;
use crate::texts::Texts;

/// Words by question code.
pub(super) type Comments = Vec<(String, String)>;

/// What became of someone's words.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Followed {
    /// Her words, as anyone will read them.
    pub(in crate::pages) text: String,
    /// Something in them told who someone is, and was masked.
    pub(in crate::pages) masked: bool,
    /// With which she follows them; nothing when the démarche could not take them.
    pub(in crate::pages) code: Option<String>,
}

/// The words sent with a screen.
pub(super) fn read(session: &Session, sent: &Sent) -> Comments {
    words(session.protocol(), &session.door.population, sent)
}

/// The words a population was asked for.
pub(in crate::pages) fn words(protocol: &Protocol, population: &str, sent: &Sent) -> Comments {
    let asked = protocol.asked(population).filter(|question| is_words(question));
    let said = asked.map(|question| (question.code.clone(), sent.get(&question.code).trim().to_owned()));
    said.filter(|(_, text)| !text.is_empty()).collect()
}

/// Sends them into the démarche.
pub(super) async fn submit(ctx: &Ctx, session: &Session, said: &Comments) -> Result<Vec<Followed>, Refusal> {
    if said.is_empty() {
        return Ok(vec![]);
    }
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    // Whoever is signed in answers as nobody; a tablet's words are relayed by the machine.
    let actor = if session.door.mode == Mode::Kiosk { operator() } else { Actor::public() };
    let caller = &ctx.acting(actor);
    let door = (session.door.population.as_str(), session.door.mode, session.door.place.clone());
    relay(caller, &session.place, door, &session.secret, said).await
}

/// The same words again, from a form sent twice: nothing new is written, and their codes are said again.
pub(super) async fn codes(ctx: &Ctx, session: &Session, sent: &Sent) -> Result<Vec<Followed>, Refusal> {
    let held = answers::by_key(&ctx.db, &key(&session.place.wave.salt, Purpose::Answer, &session.secret)).await?;
    if sent.get("_go") != "send" || held.is_none() {
        return Ok(vec![]);
    }
    submit(ctx, session, &read(session, sent)).await
}

/// Words, as contributions of the démarche the barometer belongs to.
pub(in crate::pages) async fn relay(
    caller: &Caller,
    place: &AtWave,
    (population, mode, at): (&str, Mode, Option<String>),
    secret: &str,
    said: &Comments,
) -> Result<Vec<Followed>, Refusal> {
    let mut all = Vec::new();
    let masks = masks(Texts::new(caller.lang));
    for (question, typed) in said {
        // Contributions are public at once: what tells who someone is never reaches them.
        let text = masked(typed, masks);
        let new = NewContribution {
            initiative: place.row.initiative,
            title: String::new(),
            text: text.clone(),
            channel: channel(mode),
            capacity: capacity(&place.version.protocol, population),
            organisation: None,
            area: None,
            place: at.clone().unwrap_or_default(),
            point: None,
            photo: None,
            photo_alt: String::new(),
            email: String::new(),
            submission: key(&place.wave.salt, Purpose::Comment, &[secret, question.as_str()].join("/")),
            said_on: None,
            author: Author::Nobody,
        };
        let code = match contribute(caller, &new).await {
            Ok(submitted) => Some(submitted.code),
            // The answer counts; the démarche may be over before its barometer.
            Err(Refusal::Rule { .. } | Refusal::Invalid(_)) => None,
            Err(refusal) => return Err(refusal),
        };
        all.push(Followed { masked: text != *typed, text, code });
    }
    Ok(all)
}

const fn channel(mode: Mode) -> Channel {
    match mode {
        Mode::Paper => Channel::Paper,
        Mode::Phone | Mode::Face => Channel::Oral,
        Mode::Kiosk => Channel::Kiosk,
        Mode::Web | Mode::Qr | Mode::Embedded | Mode::Invited | Mode::Import => Channel::Web,
    }
}

fn capacity(protocol: &Protocol, population: &str) -> Capacity {
    match protocol.population(population).map(|one| one.kind) {
        Some(PopulationKind::Agents) => Capacity::Agent,
        Some(PopulationKind::Elected) => Capacity::Elected,
        Some(PopulationKind::Users | PopulationKind::Other) | None => Capacity::User,
    }
}
