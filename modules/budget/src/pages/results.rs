//! Reading a count: who won, round by round; what each other one would have needed; what it does for each group; the file
//! to count again.

use arpent_commons::pages::frame::Frame;
use arpent_texts::{datetime, decimal, euros, percent};
use arpent_web::context::signs_as;
use arpent_web::respond::{JSON, download};
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};

use super::figures::{self, Disputed, Kind};
use super::place::Place;
use super::words;
use crate::commands::count as acts;
use crate::domain::told::{Counted, Told};
use crate::store::counts::{self, Count};
use crate::store::keys;
use crate::texts::Texts;

/// A project of the count.
#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    cost: String,
    voters: String,
    how: &'static str,
    needed: String,
    lost_to: String,
}

/// What a rule gives, beside the others.
#[derive(Debug)]
struct RuleLine {
    rule: String,
    winners: i64,
    cost: String,
    represented: String,
    each: String,
}

#[derive(Debug, Template)]
#[template(path = "results.html")]
struct ResultsPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    when: String,
    reason: String,
    later: Option<String>,
    earlier: Vec<(i64, String)>,
    sentences: Vec<String>,
    winners: Vec<Line>,
    losers: Vec<Line>,
    votes: String,
    rounds: Vec<String>,
    ties: Vec<String>,
    others: Vec<RuleLine>,
    rules_figure: String,
    rule_heads: Vec<String>,
    disputed: Vec<Disputed>,
    kinds: Vec<Kind>,
    rules: Vec<String>,
    again: Again,
}

/// What it takes to count again and to verify.
#[derive(Debug)]
struct Again {
    input: String,
    transcript: String,
    signature: Option<String>,
    public_key: String,
    sha256: String,
    command: String,
    check: String,
}

/// Reads what is kept of a count.
pub(super) fn told(count: &Count) -> Result<Told, Refusal> {
    acts::told(count)
}

fn line(ctx: &Ctx, place: &Place, one: &Counted) -> Line {
    let t = Texts::new(ctx.lang);
    let needed = match (one.needed, one.needed_cost) {
        (Some(people), Some(cost)) => t.needed_both(euros(ctx.lang, cost), people),
        (Some(people), None) => t.needed_people(people),
        (None, Some(cost)) => t.needed_cost(euros(ctx.lang, cost)),
        (None, None) => t.needed_nothing().to_owned(),
    };
    Line {
        href: place.href(&format!("projets/{}", one.number)),
        title: t.source(one.number, one.title.as_str()),
        cost: euros(ctx.lang, one.cost),
        voters: t.voters_of(one.voters),
        how: one.won.as_deref().map_or("", |how| words::word(t, "won", how)),
        needed,
        lost_to: if one.lost_to.is_empty() {
            String::new()
        } else {
            t.lost_to(one.lost_to.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        },
    }
}

/// An amount in hundredths of a cent, in euros with two decimals.
fn price(ctx: &Ctx, hundredths: i64) -> String {
    Texts::new(ctx.lang).in_euros(decimal(ctx.lang, hundredths as f64 / 10_000.0, 2))
}

fn sentences(ctx: &Ctx, told: &Told) -> Vec<String> {
    let t = Texts::new(ctx.lang);
    let winners = told.winners().count();
    let mut all = vec![
        t.results_won(t.ballots_of(told.ballots), winners),
        t.results_spent(euros(ctx.lang, told.amount), euros(ctx.lang, told.cost)),
        t.results_blank(told.blank, told.paper, told.spoiled),
    ];
    if told.ballots > 0 {
        all.push(t.results_represented(percent(ctx.lang, told.represented as f64 / told.ballots as f64, 1)));
    }
    if !told.adds_up() {
        all.push(t.results_gap(told.paper + told.spoiled, told.struck));
    }
    all
}

/// What each rule gives, ours first.
fn others(ctx: &Ctx, told: &Told, ours: &str) -> Vec<RuleLine> {
    let t = Texts::new(ctx.lang);
    let share = |represented: i64| percent(ctx.lang, represented as f64 / told.ballots.max(1) as f64, 1);
    let line = |rule: String, winners: usize, (cost, represented, each): (i64, i64, i64)| RuleLine {
        rule,
        winners: i64::try_from(winners).unwrap_or(i64::MAX),
        cost: euros(ctx.lang, cost),
        represented: share(represented),
        each: figures::each(ctx, each),
    };
    let name = |code: &str| words::word(t, "rule-short", code);
    let mut lines =
        vec![line(t.others_ours(name(ours)), told.winners().count(), (told.cost, told.represented, told.winners_each))];
    lines.extend(
        told.others.iter().map(|one| {
            line(name(&one.rule).to_owned(), one.winners.len(), (one.cost, one.represented, one.winners_each))
        }),
    );
    lines
}

/// What is said of the key in a signature: the key itself, in hexadecimal.
fn key_of(signature: &str) -> Option<String> {
    let read: serde_json::Value = serde_json::from_str(signature).ok()?;
    read.get("public_key")?.as_str().map(ToOwned::to_owned)
}

fn again(count: &Count, told: &Told, base: &str) -> Again {
    let transcript = [base, "/transcription.json"].concat();
    let public_key = key_of(&count.signature);
    let check = [told.command.as_str(), " --check transcription.json"].concat();
    let check = public_key.iter().fold(check, |check, key| [check.as_str(), " --public-key ", key].concat());
    Again {
        input: [base, "/bulletins.pb"].concat(),
        signature: public_key.is_some().then(|| [transcript.as_str(), ".sig"].concat()),
        public_key: public_key.unwrap_or_default(),
        transcript,
        sha256: count.sha256.clone(),
        command: told.command.clone(),
        check,
    }
}

async fn draw(ctx: &Ctx, mut place: Place, count: &Count) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let told = told(count)?;
    let last = counts::latest(&ctx.db, place.budget.id).await?.map_or(count.number, |last| last.number);
    let envelopes = crate::store::budgets::envelopes(&ctx.db, place.budget.id).await?;
    let base = place.href(&format!("resultats/{}", count.number));
    let (winners, losers): (Vec<&Counted>, Vec<&Counted>) = told.projects.iter().partition(|one| one.won.is_some());
    let round = |one: &crate::domain::told::Round| {
        t.round(euros(ctx.lang, one.cost), one.supporters, price(ctx, one.price), one.title.as_str())
    };
    let tie = |numbers: &Vec<i64>| {
        let first = numbers.first().copied().unwrap_or(0);
        t.tie(numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "), first)
    };
    let ours = place.budget.settings.rule.code();
    let source = t.figure_source(count.sha256.get(..12).unwrap_or_default(), count.number);
    let role = arpent_core::Role::parse(&count.role).map(|role| signs_as(ctx.t(), role)).unwrap_or_default();
    let results = ResultsPage {
        when: t.counted_at(datetime(ctx.lang, count.at), count.number, role),
        reason: count.reason.clone(),
        later: (count.number < last).then(|| place.href("resultats")),
        earlier: (1..count.number).map(|number| (number, place.href(&format!("resultats/{number}")))).collect(),
        sentences: sentences(ctx, &told),
        winners: winners.into_iter().map(|one| line(ctx, &place, one)).collect(),
        losers: losers.into_iter().map(|one| line(ctx, &place, one)).collect(),
        rounds: told.rounds.iter().map(round).collect(),
        ties: told.ties.iter().map(tie).collect(),
        votes: figures::votes(ctx, &told, &source),
        others: others(ctx, &told, ours),
        rules_figure: figures::rules(ctx, &told, ours, &source),
        rule_heads: std::iter::once(ours)
            .chain(told.others.iter().map(|one| one.rule.as_str()))
            .map(|code| words::word(t, "rule-short", code).to_owned())
            .collect(),
        disputed: figures::disputed(ctx, &told, ours),
        kinds: figures::kinds(ctx, &told, ours, &source),
        rules: words::rules(ctx, &place.budget.settings, &envelopes),
        again: again(count, &told, &base),
        shell: place.shell(ctx, t.gesture_results()),
        frame: place.frame,
        t,
    };
    page(&results)
}

/// The count that stands.
pub(super) async fn latest(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let count = counts::latest(&ctx.db, place.budget.id).await?.ok_or(Refusal::NotFound)?;
    draw(&ctx, place, &count).await
}

async fn find(ctx: &Ctx, slug: &str, number: i64) -> Result<(Place, Count), Refusal> {
    let place = Place::open(ctx, slug).await?;
    let count = counts::by_number(&ctx.db, place.budget.id, number).await?.ok_or(Refusal::NotFound)?;
    Ok((place, count))
}

/// A count by its number.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (place, count) = find(&ctx, &slug, number).await?;
    draw(&ctx, place, &count).await
}

/// The file that was counted.
pub(super) async fn input(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, count) = find(&ctx, &slug, number).await?;
    Ok(download("bulletins.pb", "text/plain; charset=utf-8", counts::input(&ctx.db, count.id).await?))
}

/// Its transcript.
pub(super) async fn transcript(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, count) = find(&ctx, &slug, number).await?;
    Ok(download("transcription.json", JSON, counts::transcript(&ctx.db, count.id).await?))
}

/// The signature of its transcript.
pub(super) async fn signature(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let (_, count) = find(&ctx, &slug, number).await?;
    let signed = Some(count.signature).filter(|signature| !signature.is_empty()).ok_or(Refusal::NotFound)?;
    Ok(download("transcription.json.sig", JSON, signed))
}

/// The key that every transcript of this site is signed with.
pub(super) async fn public_key(ctx: Ctx) -> Result<Response, PageError> {
    let key = keys::find(&ctx.db).await?.ok_or(Refusal::NotFound)?;
    let told = serde_json::json!({
        "algorithm": "Ed25519", "public_key": key.public_key, "since": key.created_at.to_string(),
    });
    Ok(axum::Json(told).into_response())
}
