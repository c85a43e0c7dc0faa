//! Counting, and reading a count: who won, round by round; what each other one would have needed; the file to count again.

use arpent_commons::domain::text::REASON;
use arpent_commons::pages::frame::Frame;
use arpent_texts::{datetime, decimal, euros, percent};
use arpent_web::context::signs_as;
use arpent_web::respond::{JSON, done, download};
use arpent_web::{Ctx, Field, FieldProblem, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::forms::{self, Around};
use super::place::Place;
use super::words;
use crate::COUNT;
use crate::commands::count as acts;
use crate::domain::told::{Counted, Told};
use crate::store::counts::{self, Count};
use crate::store::{ballots, sheets, voters};
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

/// What another rule would have chosen.
#[derive(Debug)]
struct OtherLine {
    rule: &'static str,
    winners: String,
    differs: String,
    cost: String,
    represented: String,
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
    rounds: Vec<String>,
    ties: Vec<String>,
    others: Vec<OtherLine>,
    rules: Vec<String>,
    input: String,
    transcript: String,
    sha256: String,
    command: String,
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

fn others(ctx: &Ctx, told: &Told) -> Vec<OtherLine> {
    let t = Texts::new(ctx.lang);
    let ours: Vec<i64> = told.winners().collect();
    let list = |numbers: Vec<i64>| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let only = |one: &[i64], other: &[i64]| one.iter().copied().filter(|n| !other.contains(n)).collect::<Vec<i64>>();
    let line = |one: &crate::domain::told::Other| {
        let (more, less) = (only(&one.winners, &ours), only(&ours, &one.winners));
        let differs = match (more.is_empty(), less.is_empty()) {
            (true, true) => t.others_same().to_owned(),
            _ => t.others_differ(list(less), list(more)),
        };
        OtherLine {
            rule: words::word(t, "rule-short", &one.rule),
            winners: list(one.winners.clone()),
            differs,
            cost: euros(ctx.lang, one.cost),
            represented: t.voters_of(one.represented),
        }
    };
    told.others.iter().map(line).collect()
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
        others: others(ctx, &told),
        rules: words::rules(ctx, &place.budget.settings, &envelopes),
        input: [base.as_str(), "/bulletins.pb"].concat(),
        transcript: [base.as_str(), "/transcription.json"].concat(),
        sha256: count.sha256.clone(),
        command: told.command.clone(),
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

async fn draw_form(ctx: &Ctx, place: Place, reason: &str, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let id = place.budget.id;
    let (turnout, tally) = (voters::turnout(&ctx.db, id).await?, sheets::tally(&ctx.db, id).await?);
    let mut notes = vec![
        t.count_ballots(ballots::count(&ctx.db, id).await?, tally.counted),
        t.turnout(turnout.listed, turnout.online, turnout.paper),
        t.sheets_tally(tally.counted, tally.printed, tally.spoiled, tally.waiting),
    ];
    let again = counts::latest(&ctx.db, id).await?.is_some();
    notes.push(if again { t.count_again() } else { t.count_secret() }.to_owned());
    let reason =
        Field::text("reason", t.count_reason(), reason).kind("textarea").hint(t.count_reason_hint()).max(REASON);
    let reason = if again { reason.required() } else { reason };
    let around =
        Around { lead: t.count_lead().to_owned(), notes, button: t.count_send().to_owned(), ..Around::default() };
    forms::draw(ctx, place, t.tool_count(), around, (vec![reason], problems))
}

/// What is in the box, before it is counted.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, COUNT).await?;
    draw_form(&ctx, place, "", &[]).await
}

/// Counts.
pub(super) async fn count(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, COUNT).await?;
    let site = ctx.app().settings.current().name.clone();
    match acts::run(&ctx, &place.budget, &site, sent.get("reason")).await {
        Ok(_) => Ok(done(&ctx, &place.href("resultats"), Texts::new(ctx.lang).count_done())),
        Err(Refusal::Invalid(problems)) => draw_form(&ctx, place, sent.get("reason"), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
