//! What calls for someone: each signal with its evidence, made a challenge or set aside with a reason.

use arpent_core::Id;
use arpent_web::Access::Needs;
use arpent_web::respond::{done, page_with};
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Routes, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use crate::HANDLE;
use crate::commands::alerts::title;
use crate::commands::{barometer, scope, signals as acts};
use crate::domain::signal::{Signal, SignalKind, SignalState};
use crate::store::barometers::{self, BarometerRow};
use crate::store::signals::{self, SignalRow};
use crate::store::{protocols, waves};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "signals.html")]
struct SignalsPage {
    shell: Shell,
    t: Texts,
    waiting: Vec<Line>,
    settled: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    id: String,
    title: String,
    evidence: String,
    became: String,
    contribution: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "signal.html")]
struct SignalPage {
    shell: Shell,
    t: Texts,
    line: Line,
    form: Form,
    words: Field,
    reason: Field,
    back: String,
}

fn evidence(ctx: &Ctx, signal: &SignalRow) -> String {
    let (lang, t) = (ctx.lang, Texts::new(ctx.lang));
    let of = &signal.evidence;
    let percent = |value: f64| arpent_texts::percent(lang, value, 0);
    if let Some(marks) = of.marks {
        let (risk, usual, week) = (percent(marks.risk), percent(marks.usual), arpent_texts::date(lang, marks.week));
        return t.signal_marks(marks.bad, of.n, risk, usual, week);
    }
    let share = match of.interval {
        Some((low, high)) => t.signal_share_with(percent(high), percent(low), of.n, percent(of.share)),
        None => t.signal_share(of.n, percent(of.share)),
    };
    let mut said = vec![share];
    if signal.kind == SignalKind::UnderThreshold
        && let Some(threshold) = of.threshold
    {
        said.push(t.signal_threshold(percent(threshold / 100.0)));
    }
    if let Some((points, _)) = of.change.filter(|_| signal.kind == SignalKind::Falling) {
        said.push(t.signal_change(arpent_texts::decimal(lang, points, 1)));
    }
    said.join(" ")
}

fn line(ctx: &Ctx, signal: &SignalRow, service: &str) -> Line {
    let t = Texts::new(ctx.lang);
    Line {
        id: signal.id.to_string(),
        title: title(t, signal.kind, service, &signal.place),
        evidence: evidence(ctx, signal),
        became: match signal.state {
            SignalState::Raised => String::new(),
            SignalState::Challenge => t.signal_challenged().to_owned(),
            SignalState::Dismissed => t.signal_dismissed(&signal.reason),
        },
        contribution: signal.contribution.map(|id| format!("/contributions/{id}")),
    }
}

/// Names of services, by code, in the protocol that is in force.
async fn services(ctx: &Ctx, row: &BarometerRow) -> Result<Vec<(String, String)>, Refusal> {
    let versions = protocols::of_barometer(&ctx.db, row.id).await?;
    let named = versions.into_iter().flat_map(|version| version.protocol.services);
    Ok(named.map(|service| (service.code.clone(), service.name.say(ctx.lang.code()).to_owned())).collect())
}

fn name<'a>(services: &'a [(String, String)], code: &'a str) -> &'a str {
    services.iter().find(|(one, _)| one == code).map_or(code, |(_, name)| name)
}

fn crumbs(ctx: &Ctx, row: &BarometerRow) -> Vec<Crumb> {
    vec![
        Crumb::new(Texts::new(ctx.lang).barometers(), "/barometres"),
        Crumb::new(row.title.clone(), format!("/barometres/{}", row.slug)),
    ]
}

/// Pages and acts.
pub(super) fn routes() -> Routes {
    Routes::new().get("/barometres/{slug}/signaux", Needs(HANDLE), show).get("/signaux/{id}", Needs(HANDLE), one).post(
        "/signaux/{id}",
        Needs(HANDLE),
        settle,
    )
}

/// The signals of a barometer.
async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let row = barometers::by_slug(&ctx.db, &slug).await?.ok_or(Refusal::NotFound)?;
    ctx.require(HANDLE, scope(row.initiative))?;
    let services = services(&ctx, &row).await?;
    let all = signals::of_barometer(&ctx.db, row.id).await?;
    let (waiting, settled): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.state == SignalState::Raised);
    let lines =
        |signals: Vec<&SignalRow>| signals.into_iter().map(|one| line(&ctx, one, name(&services, &one.item))).collect();
    let t = Texts::new(ctx.lang);
    let shell = ctx.shell(t.signals_title(), crumbs(&ctx, &row));
    page_with(StatusCode::OK, &SignalsPage { shell, waiting: lines(waiting), settled: lines(settled), t })
}

/// A signal to settle.
async fn one(ctx: Ctx, Path(id): Path<Id<Signal>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Sent::default(), &[]).await
}

async fn draw(ctx: &Ctx, id: Id<Signal>, sent: &Sent, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let signal = signals::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let row = barometer(ctx, signal.barometer).await?;
    ctx.require(HANDLE, scope(row.initiative))?;
    let services = services(ctx, &row).await?;
    let line = line(ctx, &signal, name(&services, &signal.item));
    let wave = waves::by_id(&ctx.db, signal.wave).await?.map(|wave| wave.title).unwrap_or_default();
    // The words offered hold the evidence, so that a challenge is never without it.
    let offered = t.signal_offered(&row.title, &line.evidence, &line.title, &wave);
    let words = if sent.get("words").is_empty() { offered } else { sent.text("words") };
    let mut fields = vec![
        Field::text("words", t.signal_words(), words).kind("textarea").hint(t.signal_words_hint()).required(),
        Field::text("reason", t.signal_reason(), sent.get("reason")).kind("textarea").required(),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let mut fields = fields.into_iter();
    let (Some(words), Some(reason)) = (fields.next(), fields.next()) else { return Err(Refusal::NotFound.into()) };
    let back = format!("/barometres/{}/signaux", row.slug);
    let mut at = crumbs(ctx, &row);
    at.push(Crumb::new(t.signals_title(), back.clone()));
    let shell = ctx.shell(line.title.clone(), at);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &SignalPage { shell, t, line, form, words, reason, back })
}

/// Makes it a challenge, or sets it aside.
async fn settle(ctx: Ctx, Path(id): Path<Id<Signal>>, sent: Sent) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (outcome, said) = if sent.get("outcome") == "challenge" {
        (acts::challenge(&ctx, id, sent.get("words")).await, t.signal_challenge_done())
    } else {
        (acts::dismiss(&ctx, id, sent.get("reason")).await, t.signal_dismiss_done())
    };
    match outcome {
        Ok(()) => {
            let signal = signals::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
            let row = barometer(&ctx, signal.barometer).await?;
            Ok(done(&ctx, &format!("/barometres/{}/signaux", row.slug), said))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
