//! The page of a barometer: what it is, the protocol in force, its waves, where its series break.

use arpent_core::clock::paris_date;
use arpent_texts::date;
use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::waves::{WaveLine, wave_line};
use crate::PROTOCOL_EDIT;
use crate::commands::protocols as commands;
use crate::domain::protocol::Frame;
use crate::domain::wave::{ProtocolVersion, WaveState};
use crate::store::{protocols, waves};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "barometer.html")]
struct BarometerPage {
    shell: Shell,
    t: Texts,
    href: String,
    lead: String,
    services: Vec<String>,
    populations: Vec<(String, String)>,
    in_force: Option<InForce>,
    breaks: Vec<Break>,
    waves: Vec<WaveLine>,
    tools: Option<Tools>,
}

/// The protocol that answers follow.
#[derive(Debug)]
struct InForce {
    number: i64,
    when: String,
    sha256: String,
    href: String,
}

/// Where series begin anew.
#[derive(Debug)]
struct Break {
    number: i64,
    when: String,
    note: String,
    questions: Vec<String>,
}

/// What those who run it may do next.
#[derive(Debug)]
struct Tools {
    /// The version being written.
    draft: Option<i64>,
    /// A wave may be prepared.
    may_prepare: bool,
}

fn frozen_on(ctx: &Ctx, version: &ProtocolVersion) -> String {
    version.frozen_at.map(|at| date(ctx.lang, paris_date(at))).unwrap_or_default()
}

fn break_of(ctx: &Ctx, version: &ProtocolVersion) -> Break {
    let words = |code: &String| {
        version.protocol.question(code).map_or(code.as_str(), |one| one.wording.say(ctx.lang.code())).to_owned()
    };
    Break {
        number: version.number,
        when: frozen_on(ctx, version),
        note: version.break_note.clone(),
        questions: version.broken.iter().map(words).collect(),
    }
}

/// How a population's answers come, in words.
pub(super) fn frame_words(t: Texts, frame: &Frame) -> &'static str {
    match frame {
        Frame::Flow => t.frame_flow_public(),
        Frame::Survey { quotas: true, .. } => t.frame_quotas_public(),
        Frame::Survey { .. } => t.frame_survey_public(),
    }
}

/// The page.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let place = Place::open(&ctx, &slug).await?;
    let versions = protocols::of_barometer(&ctx.db, place.barometer.id).await?;
    let in_force = versions.iter().find(|version| version.frozen_at.is_some());
    let may_edit = place.may(&ctx, PROTOCOL_EDIT);
    let all = waves::of_barometer(&ctx.db, place.barometer.id).await?;
    let seen = all.iter().filter(|wave| may_edit || wave.state != WaveState::Prepared);
    let lang = ctx.lang.code();
    let protocol = in_force.map(|version| &version.protocol);
    let services = protocol.map_or(&[][..], |protocol| protocol.services.as_slice());
    let populations = protocol.map_or(&[][..], |protocol| protocol.populations.as_slice());
    page(&BarometerPage {
        shell: ctx.shell(place.barometer.title.clone(), place.frame.crumbs()),
        href: place.href(""),
        lead: if services.is_empty() { t.barometer_coming().to_owned() } else { t.barometer_lead(services.len()) },
        services: services.iter().map(|one| one.name.say(lang).to_owned()).collect(),
        populations: populations
            .iter()
            .map(|one| (one.name.say(lang).to_owned(), frame_words(t, &one.frame).to_owned()))
            .collect(),
        in_force: in_force.map(|version| InForce {
            number: version.number,
            when: frozen_on(&ctx, version),
            sha256: version.sha256.clone().unwrap_or_default(),
            href: place.href(&format!("protocole/{}", version.number)),
        }),
        breaks: versions.iter().filter(|one| !one.break_note.is_empty()).map(|one| break_of(&ctx, one)).collect(),
        waves: seen.map(|wave| wave_line(&ctx, &place, wave)).collect(),
        tools: may_edit.then(|| Tools {
            draft: versions.first().filter(|version| version.frozen_at.is_none()).map(|version| version.number),
            may_prepare: in_force.is_some(),
        }),
        t,
    })
}

/// Opens the next version of the protocol.
pub(super) async fn open_version(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::working(&ctx, &slug, PROTOCOL_EDIT).await?;
    commands::open_version(&ctx, &place.barometer).await?;
    Ok(done(&ctx, &place.href("preparation"), Texts::new(ctx.lang).version_opened()))
}
