//! Waves: preparing one, opening it, watching answers come, closing it.

use std::collections::BTreeMap;

use arpent_commons::domain::text::TITLE;
use arpent_texts::date;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::commands::waves as commands;
use crate::domain::precision::{Assumed, outlooks};
use crate::domain::protocol::{Frame, Population};
use crate::domain::wave::{Mode, ProtocolVersion, Season, Wave, WaveState};
use crate::store::answers::{self, Count};
use crate::store::waves::StratumCount;
use crate::store::{protocols, waves};
use crate::texts::Texts;
use crate::{COLLECT, KEY, PREVIEW, PROTOCOL_EDIT};

/// A wave in a list.
#[derive(Debug)]
pub(super) struct WaveLine {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) meaning: &'static str,
    pub(super) state: &'static str,
    pub(super) when: String,
}

/// A wave in a list, with its days and where it stands.
pub(super) fn wave_line(ctx: &Ctx, place: &Place, wave: &Wave) -> WaveLine {
    let t = Texts::new(ctx.lang);
    let (meaning, state) = words::state(t, wave.state);
    WaveLine {
        title: t.wave_named(wave.number, wave.title.as_str()),
        href: place.href(&format!("vagues/{}", wave.number)),
        meaning,
        state,
        when: t.wave_days(date(ctx.lang, wave.closes), date(ctx.lang, wave.opens)),
    }
}

#[derive(Debug, Template)]
#[template(path = "wave_new.html")]
struct NewPage {
    shell: Shell,
    t: Texts,
    lead: String,
    form: Form,
    fields: Vec<Field>,
    back: String,
}

/// The latest frozen version: a wave can follow no other.
async fn in_force(ctx: &Ctx, place: &Place) -> Result<ProtocolVersion, Refusal> {
    let versions = protocols::of_barometer(&ctx.db, place.barometer.id).await?;
    let frozen = versions.into_iter().find(|version| version.frozen_at.is_some());
    frozen.ok_or_else(|| Refusal::rule("protocol-not-frozen", |l| Texts::new(l).protocol_not_frozen().into()))
}

/// A wave to prepare.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::working(&ctx, &slug, PROTOCOL_EDIT).await?;
    let version = in_force(&ctx, &place).await?;
    draw_new(&ctx, &place, &version, &Sent::default(), &[])
}

fn draw_new(
    ctx: &Ctx,
    place: &Place,
    version: &ProtocolVersion,
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = vec![
        Field::text("title", t.wave_title(), sent.get("title")).hint(t.wave_title_hint()).required().max(TITLE),
        Field::text("opens", t.wave_opens(), sent.get("opens")).kind("date").required(),
        Field::text("closes", t.wave_closes(), sent.get("closes")).kind("date").hint(t.wave_closes_hint()).required(),
        Field::text("double_entry", t.wave_double(), sent.get("double_entry"))
            .kind("checkbox")
            .hint(t.wave_double_hint()),
    ];
    let page = NewPage {
        shell: place.shell(ctx, t.wave_prepare_title()),
        lead: t.wave_prepare_lead(version.number),
        form: Form::refused(problems, ctx.lang, &mut fields),
        fields,
        back: place.href(""),
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// Prepares it.
pub(super) async fn prepare(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::working(&ctx, &slug, PROTOCOL_EDIT).await?;
    let version = in_force(&ctx, &place).await?;
    let outcome = match new_wave(&version, &sent) {
        Ok(new) => commands::prepare(&ctx, &new).await,
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match outcome {
        Ok(wave) => {
            let to = place.href(&format!("vagues/{}", wave.number));
            Ok(done(&ctx, &to, Texts::new(ctx.lang).wave_prepared()))
        }
        Err(Refusal::Invalid(problems)) => draw_new(&ctx, &place, &version, &sent, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

fn new_wave(version: &ProtocolVersion, sent: &Sent) -> Result<commands::NewWave, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut day = |name: &'static str| match sent.day(name) {
        Ok(Some(day)) => day,
        Ok(None) => {
            problems.push(FieldProblem::new(name, "missing", |l| Texts::new(l).wave_day_missing().into()));
            jiff::civil::Date::ZERO
        }
        Err(problem) => {
            problems.push(problem);
            jiff::civil::Date::ZERO
        }
    };
    let (opens, closes) = (day("opens"), day("closes"));
    if sent.get("title").trim().is_empty() {
        problems.insert(0, FieldProblem::new("title", "missing", |l| Texts::new(l).wave_title_missing().into()));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(commands::NewWave {
        protocol: version.id,
        title: sent.text("title"),
        opens,
        closes,
        double_entry: sent.ticked("double_entry"),
    })
}

#[derive(Debug, Template)]
#[template(path = "wave.html")]
struct WavePage {
    shell: Shell,
    t: Texts,
    meaning: &'static str,
    state: &'static str,
    when: String,
    season: String,
    protocol: (String, String),
    open: bool,
    /// Their results are public, or hers to read first.
    results: bool,
    answer_href: String,
    /// What those who run it may do next.
    act: Option<(&'static str, &'static str, &'static str)>,
    counters: Option<Counters>,
    /// She runs the collection; whoever only keys is led to what she may do.
    collects: bool,
    href: String,
    back: String,
}

/// Answers as they come, for those who collect.
#[derive(Debug)]
struct Counters {
    total: String,
    modes: Vec<ModeLine>,
    targets: Vec<TargetLine>,
}

#[derive(Debug)]
struct ModeLine {
    population: String,
    mode: &'static str,
    complete: i64,
    under_way: i64,
}

/// How far a stratum is from what is expected of it.
#[derive(Debug)]
struct TargetLine {
    population: String,
    stratum: String,
    complete: i64,
    expected: i64,
    percent: i64,
}

/// A mode in words.
pub(super) fn mode_name(t: Texts, mode: Mode) -> &'static str {
    t.say(&format!("mode-{}", mode.code())).unwrap_or("")
}

fn mode_lines(t: Texts, version: &ProtocolVersion, counts: &[Count]) -> Vec<ModeLine> {
    let mut lines: BTreeMap<(&str, &str), ModeLine> = BTreeMap::new();
    let lang = t.lang().code();
    for count in counts {
        let line = lines.entry((&count.population, count.mode.code())).or_insert_with(|| ModeLine {
            population: version.protocol.population(&count.population).map_or("", |one| one.name.say(lang)).to_owned(),
            mode: mode_name(t, count.mode),
            complete: 0,
            under_way: 0,
        });
        *(if count.complete { &mut line.complete } else { &mut line.under_way }) += count.n;
    }
    lines.into_values().collect()
}

/// Complete answers of one stratum. A population of one stratum need not write it beside each answer: all are its own.
fn reached(population: &Population, stratum: &str, of_strata: &[StratumCount], counts: &[Count]) -> i64 {
    if let Frame::Survey { strata, .. } = &population.frame
        && strata.len() == 1
    {
        return counts.iter().filter(|one| one.complete && one.population == population.code).map(|one| one.n).sum();
    }
    let of = |one: &&StratumCount| one.population == population.code && one.stratum == stratum;
    of_strata.iter().find(of).map_or(0, |one| one.n)
}

fn target_lines(t: Texts, version: &ProtocolVersion, of_strata: &[StratumCount], counts: &[Count]) -> Vec<TargetLine> {
    let protocol = &version.protocol;
    let planned = outlooks(protocol, Assumed::default()).unwrap_or_default();
    let mut lines = Vec::new();
    for population in &protocol.populations {
        let Frame::Survey { strata, .. } = &population.frame else { continue };
        let outlook = planned.iter().find(|one| one.population == population.code);
        for stratum in strata {
            let complete = reached(population, &stratum.code, of_strata, counts);
            let plan = outlook.and_then(|one| one.strata.iter().find(|(of, ..)| of.code == stratum.code));
            let expected = plan.and_then(|(_, all, _)| *all).map_or(0, |one| i64::try_from(one.answers).unwrap_or(0));
            lines.push(TargetLine {
                population: population.name.say(t.lang().code()).to_owned(),
                stratum: stratum.name.clone(),
                complete,
                expected,
                percent: if expected == 0 { 0 } else { complete * 100 / expected },
            });
        }
    }
    lines
}

async fn counters(ctx: &Ctx, wave: &Wave, version: &ProtocolVersion) -> Result<Counters, Refusal> {
    let t = Texts::new(ctx.lang);
    let counts = answers::counts(&ctx.db, wave.id).await?;
    let strata = waves::strata(&ctx.db, wave.id).await?;
    let complete: i64 = counts.iter().filter(|one| one.complete).map(|one| one.n).sum();
    let under_way: i64 = counts.iter().filter(|one| !one.complete).map(|one| one.n).sum();
    Ok(Counters {
        total: t.counters_total(complete, under_way),
        modes: mode_lines(t, version, &counts),
        targets: target_lines(t, version, &strata, &counts),
    })
}

/// The wave of an address.
async fn open_wave(ctx: &Ctx, slug: &str, number: i64) -> Result<(Place, Wave), Refusal> {
    let place = Place::open(ctx, slug).await?;
    let wave = waves::by_number(&ctx.db, place.barometer.id, number).await?.ok_or(Refusal::NotFound)?;
    let works = [PROTOCOL_EDIT, COLLECT, KEY].iter().any(|permission| place.may(ctx, *permission));
    if wave.state == WaveState::Prepared && !works {
        return Err(Refusal::NotFound);
    }
    Ok((place, wave))
}

/// The page of a wave: its days for everyone, its counters for those who collect.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (place, wave) = open_wave(&ctx, &slug, number).await?;
    let version = protocols::by_id(&ctx.db, wave.protocol).await?.ok_or(Refusal::NotFound)?;
    let collects = place.may(&ctx, COLLECT);
    let counters = if collects || place.may(&ctx, KEY) { Some(counters(&ctx, &wave, &version).await?) } else { None };
    let (meaning, state) = words::state(t, wave.state);
    let act = match wave.state {
        WaveState::Prepared => Some(("ouvrir", t.wave_open(), t.wave_open_text())),
        WaveState::Open => Some(("fermer", t.wave_close(), t.wave_close_text())),
        WaveState::Closed | WaveState::Published => None,
    };
    page(&WavePage {
        shell: place.shell(&ctx, t.wave_named(wave.number, wave.title.as_str())),
        meaning,
        state,
        when: t.wave_days(date(ctx.lang, wave.closes), date(ctx.lang, wave.opens)),
        season: season(t, wave.season),
        protocol: (t.protocol_title(version.number), place.href(&format!("protocole/{}", version.number))),
        open: wave.state == WaveState::Open,
        results: match wave.state {
            WaveState::Published => true,
            WaveState::Closed => place.may(&ctx, PREVIEW),
            WaveState::Prepared | WaveState::Open => false,
        },
        answer_href: answer_href(&place.barometer.slug, number),
        act: act.filter(|_| place.may(&ctx, PROTOCOL_EDIT)),
        counters,
        collects,
        href: place.href(&format!("vagues/{number}")),
        back: place.href(""),
        t,
    })
}

fn season(t: Texts, season: Season) -> String {
    t.wave_season(words::season(t, season))
}

/// Where everyone answers a wave.
pub(crate) fn answer_href(slug: &str, number: i64) -> String {
    format!("/b/{slug}-{number}")
}

/// Opens a wave.
pub(super) async fn open(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (place, wave) = open_wave(&ctx, &slug, number).await?;
    commands::open(&ctx, wave.id).await?;
    Ok(done(&ctx, &place.href(&format!("vagues/{number}")), Texts::new(ctx.lang).wave_opened()))
}

/// Closes it.
pub(super) async fn close(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (place, wave) = open_wave(&ctx, &slug, number).await?;
    commands::close(&ctx, wave.id).await?;
    Ok(done(&ctx, &place.href(&format!("vagues/{number}")), Texts::new(ctx.lang).wave_closed()))
}
