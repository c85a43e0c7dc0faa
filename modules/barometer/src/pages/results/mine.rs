//! Agents read what is said of their own service first, in a space of their own.

use arpent_commons::store::people;
use arpent_core::Scope;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::response::Response;

use super::open::Opened;
use super::words;
use crate::PREVIEW;
use crate::commands::scope;
use crate::domain::question::Aspect;
use crate::domain::wave::{ProtocolVersion, Wave, WaveState};
use crate::store::barometers::{self, BarometerRow};
use crate::store::{protocols, waves};
use crate::texts::Texts;

/// Waves looked back at.
const LOOKED_BACK: i64 = 6;

/// A wave that judges services of the reader's own units.
#[derive(Debug)]
pub(crate) struct Own {
    pub(crate) barometer: BarometerRow,
    pub(crate) wave: Wave,
    /// Codes and names of her services.
    pub(crate) services: Vec<(String, String)>,
}

/// The waves that judge what the reader's units do: those that nobody else reads yet, then the published ones.
pub(crate) async fn own(ctx: &Ctx) -> Result<Vec<Own>, Refusal> {
    let Some(person) = ctx.actor.person.filter(|_| ctx.may(PREVIEW, Scope::Anywhere)) else { return Ok(vec![]) };
    let units = people::units_of(&ctx.db, person, ctx.today()).await?;
    if units.is_empty() {
        return Ok(vec![]);
    }
    let (mut own, mut known) = (Vec::new(), Vec::<ProtocolVersion>::new());
    for wave in waves::read(&ctx.db, LOOKED_BACK).await? {
        let barometer = barometers::by_id(&ctx.db, wave.barometer).await?.ok_or(Refusal::NotFound)?;
        if wave.state == WaveState::Closed && !ctx.may(PREVIEW, scope(barometer.initiative)) {
            continue;
        }
        // The waves of a barometer mostly follow one version.
        if !known.iter().any(|version| version.id == wave.protocol) {
            known.extend(protocols::by_id(&ctx.db, wave.protocol).await?);
        }
        let version = known.iter().find(|version| version.id == wave.protocol);
        let judged = version.map_or(&[][..], |version| &version.protocol.services);
        let hers = judged.iter().filter(|one| one.unit.is_some_and(|unit| units.iter().any(|one| one.uuid() == unit)));
        let services: Vec<(String, String)> =
            hers.map(|one| (one.code.clone(), one.name.say(ctx.lang.code()).to_owned())).collect();
        if !services.is_empty() {
            own.push(Own { barometer, wave, services });
        }
    }
    own.sort_by_key(|one| one.wave.state == WaveState::Published);
    Ok(own)
}

#[derive(Debug, Template)]
#[template(path = "results_mine.html")]
struct MinePage {
    shell: Shell,
    t: Texts,
    waves: Vec<Read>,
}

/// What a wave says of her services.
#[derive(Debug)]
struct Read {
    title: String,
    unpublished: bool,
    services: Vec<Judged>,
}

/// A service, as each population judges it.
#[derive(Debug)]
struct Judged {
    name: String,
    href: String,
    /// Population, figure, what kind of figure.
    said: Vec<(String, String, &'static str)>,
}

/// The page of her own services.
pub(super) async fn show(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut read = Vec::new();
    for own in own(&ctx).await? {
        let opened = Opened::open(&ctx, &own.barometer.slug, own.wave.number).await?;
        let cube = opened.cube()?;
        let judged = |(code, name): &(String, String)| {
            let said = cube.populations.iter().filter_map(|one| {
                let reading = cube.reading(&one.code, Aspect::Satisfaction, code)?;
                let population = one.name.say(ctx.lang.code()).to_owned();
                Some((population, words::reading(ctx.lang, reading), words::nature(t, one.nature)))
            });
            let href = format!("{}/services/{code}", opened.base());
            Judged { name: name.clone(), href, said: said.collect() }
        };
        read.push(Read {
            title: format!("{} · {}", own.barometer.title, own.wave.title),
            unpublished: opened.is_unpublished(),
            services: own.services.iter().map(judged).collect(),
        });
    }
    page(&MinePage { shell: ctx.shell(t.mine_title(), vec![]), t, waves: read })
}
