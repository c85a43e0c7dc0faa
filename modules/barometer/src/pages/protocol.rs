//! A frozen protocol, for everyone: what is asked, how it is read, its fingerprint, what changed since the one before.

use arpent_core::clock::paris_date;
use arpent_texts::{date, decimal};
use arpent_web::respond::{JSON, download};
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::draft::{attachment, condition, kind_name};
use super::place::Place;
use super::show::frame_words;
use super::words::{self, DifferenceLine};
use crate::domain::protocol::{Frame, Protocol, Rules};
use crate::domain::wave::ProtocolVersion;
use crate::store::protocols;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "protocol.html")]
struct ProtocolPage {
    shell: Shell,
    t: Texts,
    when: String,
    sha256: String,
    file: String,
    populations: Vec<PopulationLine>,
    questions: Vec<QuestionLine>,
    levels: Vec<(String, bool)>,
    unknown: String,
    margins: Vec<String>,
    rules: Vec<String>,
    note: String,
    differences: Vec<DifferenceLine>,
}

#[derive(Debug)]
struct PopulationLine {
    name: String,
    frame: &'static str,
    strata: Vec<(String, i64)>,
}

#[derive(Debug)]
struct QuestionLine {
    code: String,
    words: String,
    kind: &'static str,
    asked_to: String,
    condition: String,
    choices: Vec<String>,
}

/// The frozen version of an address, with the one before it. A draft is read by those who write it, on their own pages.
async fn frozen(
    ctx: &Ctx,
    slug: &str,
    number: i64,
) -> Result<(Place, ProtocolVersion, Option<ProtocolVersion>), Refusal> {
    let place = Place::open(ctx, slug).await?;
    let versions = protocols::of_barometer(&ctx.db, place.barometer.id).await?;
    let mut versions = versions.into_iter().skip_while(|version| version.number != number);
    let version = versions.next().filter(|version| version.frozen_at.is_some()).ok_or(Refusal::NotFound)?;
    Ok((place, version, versions.next()))
}

fn questions(t: Texts, protocol: &Protocol) -> Vec<QuestionLine> {
    let lang = t.lang().code();
    let name = |code: &String| Some(protocol.population(code)?.name.say(lang));
    let line = |one: &crate::domain::question::Question| QuestionLine {
        code: one.code.clone(),
        words: one.wording.say(lang).to_owned(),
        kind: kind_name(t, &one.kind),
        asked_to: one.asked_to.iter().filter_map(name).collect::<Vec<_>>().join(", "),
        condition: condition(t, protocol, one, lang),
        choices: one.choices().iter().map(|choice| choice.label.say(lang).to_owned()).collect(),
    };
    protocol.questions.iter().map(line).collect()
}

fn populations(t: Texts, protocol: &Protocol) -> Vec<PopulationLine> {
    let count = |size: u64| i64::try_from(size).unwrap_or(i64::MAX);
    let line = |one: &crate::domain::protocol::Population| PopulationLine {
        name: one.name.say(t.lang().code()).to_owned(),
        frame: frame_words(t, &one.frame),
        strata: match &one.frame {
            Frame::Flow => vec![],
            Frame::Survey { strata, .. } => strata.iter().map(|one| (one.name.clone(), count(one.size))).collect(),
        },
    };
    protocol.populations.iter().map(line).collect()
}

fn rules(t: Texts, rules: &Rules) -> Vec<String> {
    let told = |number: f64| decimal(t.lang(), number, 1);
    vec![
        t.rule_told_suppress(rules.suppress_under),
        t.rule_told_estimate(rules.estimate_from),
        t.rule_told_pool(rules.pool_under),
        t.rule_told_confidence(told(rules.confidence * 100.0)),
        t.rule_told_change(told(rules.least_change), told(rules.false_discovery * 100.0)),
        t.rule_told_trim(told(rules.trim_above), told(rules.trim_below)),
        t.rule_told_bad_run(
            told(rules.bad_alarming * 100.0),
            rules.bad_run,
            told(rules.bad_false_alarm * 100.0),
            told(rules.bad_usual * 100.0),
        ),
    ]
}

fn margins(t: Texts, protocol: &Protocol) -> Vec<String> {
    let lang = t.lang().code();
    let line = |one: &crate::domain::protocol::MarginTable| {
        let name = protocol.question(&one.variable).map_or(one.variable.as_str(), |of| of.wording.say(lang));
        format!("{name} · {}", t.margin_told(one.source.as_str(), one.year.to_string()))
    };
    protocol.margins.iter().map(line).collect()
}

/// The page of a version.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (place, version, before) = frozen(&ctx, &slug, number).await?;
    let (protocol, lang) = (&version.protocol, ctx.lang.code());
    let level = |one: &crate::domain::protocol::Level| {
        (one.label.say(lang).to_owned(), one.value >= protocol.scale.satisfied_from)
    };
    page(&ProtocolPage {
        shell: place.shell(&ctx, t.protocol_title(version.number)),
        when: version.frozen_at.map(|at| date(ctx.lang, paris_date(at))).unwrap_or_default(),
        sha256: version.sha256.clone().unwrap_or_default(),
        file: place.href(&format!("protocole/{number}/fichier.json")),
        populations: populations(t, protocol),
        questions: questions(t, protocol),
        levels: protocol.scale.levels.iter().map(level).collect(),
        unknown: protocol.scale.does_not_know.as_ref().map_or("", |one| one.label.say(lang)).to_owned(),
        margins: margins(t, protocol),
        rules: rules(t, &protocol.rules),
        note: version.break_note.clone(),
        differences: before.iter().flat_map(|old| words::differences(t, &old.protocol, protocol)).collect(),
        t,
    })
}

/// The frozen document itself: on one line, as its fingerprint was taken.
pub(super) async fn document(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, version, _) = frozen(&ctx, &slug, number).await?;
    let document = protocols::document(&version.protocol)?;
    Ok(download(&format!("{slug}-protocole-{number}.json"), JSON, document))
}

/// The same on several lines, to edit and bring into another barometer.
pub(super) async fn file(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, version, _) = frozen(&ctx, &slug, number).await?;
    Ok(attachment(&slug, number, &version.protocol))
}
