//! Commitments: who does what by when, what was reported, what moved.

use std::collections::BTreeMap;

use arpent_core::Id;
use arpent_look::parts::{Anchor, Knot, State};
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::frame::Frame;
use super::loop_form::{frame, records};
use super::loop_words::{Said, Unit, change, on, outcome_figure, precision, signed};
use super::meeting_outputs::meetings_of;
use super::metrics::Line;
use crate::commands::initiatives::scope;
use crate::domain::commitments::{Commitment, CommitmentState, Outcome, Report, ReportState};
use crate::domain::metrics::Metric;
use crate::permission::{COMMITMENT_REPORT, COMMITMENT_TAKE, LEARNING_WRITE, MEASURE_ENTER};
use crate::store::commitments::{CommitmentRow, Learning};
use crate::store::{commitments, decisions, metrics};
use crate::texts::Texts;
use crate::words;

/// A commitment in a list.
#[derive(Debug)]
pub struct CommitmentLine {
    /// Its page.
    pub href: String,
    /// What was promised.
    pub text: String,
    /// Who promised.
    pub organisation: String,
    /// Its démarche: address and title.
    pub initiative: (String, String),
    /// Class of the state's meaning.
    pub meaning: &'static str,
    /// The state in words.
    pub state: &'static str,
    /// By when, with how late.
    pub due: String,
    /// What moved.
    pub said: Option<Said>,
}

const fn meaning(state: CommitmentState) -> &'static str {
    match state {
        CommitmentState::Announced | CommitmentState::InProgress => "info",
        CommitmentState::Done => "success",
        CommitmentState::Overdue => "danger",
        CommitmentState::Withdrawn => "attention",
    }
}

/// The due day, and that it is past when the commitment is still awaited.
pub fn due(ctx: &Ctx, w: Texts, commitment: &Commitment) -> String {
    let state = commitment.state(ctx.today());
    let awaited = !matches!(state, CommitmentState::Done | CommitmentState::Withdrawn);
    let day = on(w, commitment.due);
    if awaited && commitment.due < ctx.today() { w.due_past(day) } else { w.due_on(day) }
}

impl CommitmentLine {
    /// A commitment as a list shows it.
    pub fn new(ctx: &Ctx, w: Texts, row: &CommitmentRow, said: Option<Said>) -> Self {
        let c = &row.commitment;
        let state = c.state(ctx.today());
        Self {
            href: format!("/engagements/{}", c.id),
            text: c.text.clone(),
            organisation: c.organisation_name.clone(),
            initiative: (format!("/demarches/{}", row.initiative_slug), row.initiative_title.clone()),
            meaning: meaning(state),
            state: words::coded(w, "commitment-state", state.code()),
            due: due(ctx, w, c),
            said,
        }
    }
}

/// What a commitment moved, found among those of its démarche.
pub fn said_of(w: Texts, found: &[(Id<Commitment>, Metric, Outcome)], id: Id<Commitment>) -> Option<Said> {
    let (_, metric, outcome) = found.iter().find(|(of, _, _)| *of == id)?;
    change(Unit::of(w, metric), outcome, metric)
}

/// Which commitments are wanted; kept in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    etat: String,
    organisation: String,
    demarche: String,
}

#[derive(Debug, Template)]
#[template(path = "commitments.html")]
struct Overview {
    shell: Shell,
    w: Texts,
    lines: Vec<CommitmentLine>,
    states: Vec<Choice>,
    organisations: Vec<Choice>,
    initiatives: Vec<Choice>,
    counted: String,
}

/// Every commitment of the territory, filtered by the address.
///
/// # Errors
/// The database does not answer.
pub async fn overview(ctx: Ctx, Query(wanted): Query<Wanted>) -> Result<Response, PageError> {
    let w = Texts::new(ctx.lang);
    let all = commitments::all(&ctx.db, None, None).await?;
    let today = ctx.today();
    let state = CommitmentState::parse(&wanted.etat);
    let fits = |row: &&CommitmentRow| {
        let c = &row.commitment;
        state.is_none_or(|state| c.state(today) == state)
            && (wanted.organisation.is_empty() || c.organisation.to_string() == wanted.organisation)
            && (wanted.demarche.is_empty() || row.initiative_slug == wanted.demarche)
    };
    let lines: Vec<CommitmentLine> =
        all.iter().filter(fits).map(|row| CommitmentLine::new(&ctx, w, row, None)).collect();
    let organisations: BTreeMap<String, _> =
        all.iter().map(|row| (row.commitment.organisation_name.clone(), row.commitment.organisation.uuid())).collect();
    let initiatives: BTreeMap<&str, &str> =
        all.iter().map(|row| (row.initiative_title.as_str(), row.initiative_slug.as_str())).collect();
    let any = |label: &'static str, current: &str| Choice::new("", label, current);
    let code = |s: &CommitmentState| Choice::new(s.code(), words::coded(w, "commitment-state", s.code()), &wanted.etat);
    let slug = |(title, slug): (&str, &str)| Choice::new(slug, title, &wanted.demarche);
    page(&Overview {
        counted: w.commitments_count(lines.len()),
        states: std::iter::once(any(w.any_state(), &wanted.etat))
            .chain(CommitmentState::ALL.iter().map(code))
            .collect(),
        organisations: records(
            w.any_organisation(),
            organisations.into_iter().map(|(name, id)| (id, name)),
            &wanted.organisation,
        ),
        initiatives: std::iter::once(any(w.any_initiative(), &wanted.demarche))
            .chain(initiatives.into_iter().map(slug))
            .collect(),
        lines,
        shell: ctx.shell(w.commitments_title(), vec![]),
        w,
    })
}

/// A metric of a démarche with the latest value that stands.
#[derive(Debug)]
struct MetricLine {
    href: String,
    title: String,
    latest: String,
}

#[derive(Debug, Template)]
#[template(path = "initiative_commitments.html")]
struct OfInitiative {
    shell: Shell,
    frame: Frame,
    w: Texts,
    lines: Vec<CommitmentLine>,
    metrics: Vec<MetricLine>,
    learnings: Vec<(String, String)>,
    may_measure: bool,
    may_learn: bool,
}

/// Commitments, metrics and what was remembered of a démarche.
///
/// # Errors
/// Not found.
pub async fn of_initiative(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let (w, id) = (frame.t, frame.initiative.id);
    let shell = frame.shell(&ctx, w.commitments_and_measures(), "engagements");
    let rows = commitments::of_initiative(&ctx.db, id).await?;
    let outcomes = commitments::outcomes(&ctx.db, id, &rows).await?;
    let all = metrics::of_initiative(&ctx.db, id).await?;
    let measures = metrics::measures_of_initiative(&ctx.db, id).await?;
    let metric_line = |metric: &Metric| {
        let latest = measures.iter().filter(|m| m.metric == metric.id).max_by_key(|m| (m.to, m.at));
        MetricLine {
            href: format!("/indicateurs/{}", metric.id),
            title: metric.title.clone(),
            latest: latest.map_or_else(
                || w.measures_empty_title().to_owned(),
                |m| super::loop_words::measure_line(Unit::of(w, metric), m),
            ),
        }
    };
    let learnings = commitments::learnings(&ctx.db, id).await?;
    page(&OfInitiative {
        lines: rows
            .iter()
            .map(|row| CommitmentLine::new(&ctx, w, row, said_of(w, &outcomes, row.commitment.id)))
            .collect(),
        metrics: all.iter().map(metric_line).collect(),
        learnings: learnings.iter().map(|learning| learnt(w, learning)).collect(),
        may_measure: ctx.may(MEASURE_ENTER, scope(id)),
        may_learn: ctx.may(LEARNING_WRITE, scope(id)),
        shell,
        w,
        frame,
    })
}

/// What was remembered, and who signs it.
pub fn learnt(w: Texts, learning: &Learning) -> (String, String) {
    let day = on(w, arpent_core::clock::paris_date(learning.at));
    (learning.text.clone(), format!("{day} · {}", signed(w, &learning.role)))
}

/// What a commitment moved, as its page shows it.
#[derive(Debug)]
struct Moved {
    metric: (String, String),
    said: Option<Said>,
    figure: String,
    before: Line,
    after: Option<Line>,
    margin: String,
}

#[derive(Debug, Template)]
#[template(path = "commitment.html")]
struct Show {
    shell: Shell,
    frame: Frame,
    w: Texts,
    commitment: Commitment,
    line: CommitmentLine,
    signed: String,
    decision: (String, String),
    metric: Option<(String, String)>,
    expected: String,
    moved: Option<Moved>,
    knots: Vec<Knot>,
    learnings: Vec<(String, String)>,
    /// The meetings it came out of.
    meetings: Vec<Anchor>,
    may_report: bool,
    may_withdraw: bool,
    may_measure: bool,
}

/// One commitment: its promise, its reports as a thread, what moved.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Commitment>>) -> Result<Response, PageError> {
    let row = commitments::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let commitment = row.commitment.clone();
    let mut frame = frame(&ctx, commitment.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, w.commitment_of(&commitment.organisation_name), "engagements");
    shell.crumbs.push(Crumb::new(w.commitments_title(), frame.href("engagements")));
    let decision = decisions::by_id(&ctx.db, commitment.decision).await?.ok_or(Refusal::NotFound)?;
    let outcome = commitments::outcome(&ctx.db, &commitment).await?;
    let metric = match commitment.metric {
        Some(metric) => metrics::by_id(&ctx.db, metric).await?,
        None => None,
    };
    let reports = commitments::reports(&ctx.db, id).await?;
    let learnings = commitments::learnings(&ctx.db, commitment.initiative).await?;
    let place = scope(commitment.initiative);
    let held = commitment.withdrawal.is_none();
    page(&Show {
        line: CommitmentLine::new(&ctx, w, &row, None),
        signed: w.commitment_signed(
            on(w, commitment.signed),
            &commitment.holder_name,
            &commitment.organisation_name,
            signed(w, &commitment.role),
        ),
        decision: (format!("/decisions/{}", commitment.decision), decision.decision.sheet.title),
        expected: expected(w, &commitment, metric.as_ref()),
        moved: outcome.map(|(metric, outcome)| moved(w, &metric, &outcome)),
        metric: metric.map(|metric| (format!("/indicateurs/{}", metric.id), metric.title)),
        knots: thread(&ctx, w, &commitment, &reports),
        learnings: learnings.iter().filter(|l| l.commitment == Some(id)).map(|l| learnt(w, l)).collect(),
        meetings: meetings_of(&ctx, &[id.uuid()]).await?,
        may_report: held && ctx.may(COMMITMENT_REPORT, place),
        may_withdraw: held && ctx.may(COMMITMENT_TAKE, place),
        may_measure: commitment.metric.is_some() && ctx.may(MEASURE_ENTER, place),
        commitment,
        shell,
        w,
        frame,
    })
}

fn expected(w: Texts, commitment: &Commitment, metric: Option<&Metric>) -> String {
    let value =
        commitment.expected_value.zip(metric).map(|(value, metric)| w.expected_value(Unit::of(w, metric).value(value)));
    [Some(commitment.expected_change.clone()).filter(|words| !words.is_empty()), value]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn moved(w: Texts, metric: &Metric, outcome: &Outcome) -> Moved {
    let unit = Unit::of(w, metric);
    Moved {
        metric: (format!("/indicateurs/{}", metric.id), metric.title.clone()),
        said: change(unit, outcome, metric),
        figure: outcome_figure(w, metric, outcome),
        before: Line::new(w, metric, &outcome.before),
        after: outcome.after.as_ref().map(|after| Line::new(w, metric, after)),
        margin: w.margin_words(unit.margin(metric.margin), metric.min_n),
    }
}

/// Signature, reports, withdrawal or what is awaited: one thread.
fn thread(ctx: &Ctx, w: Texts, commitment: &Commitment, reports: &[Report]) -> Vec<Knot> {
    let knot = |title: String, state, when, who: &str, text: Option<String>| Knot {
        title,
        state,
        when: Some(when),
        who: Some(signed(w, who)),
        voice: None,
        text,
        link: None,
    };
    let promise = knot(
        w.commitment_taken().to_owned(),
        State::Done,
        on(w, commitment.signed),
        &commitment.role,
        Some(commitment.text.clone()),
    );
    let reported = reports.iter().map(|report| {
        let proof =
            if report.proof.is_empty() { String::new() } else { format!(" {} {}", w.report_proof(), report.proof) };
        let title = match report.state {
            ReportState::InProgress => w.report_in_progress(),
            ReportState::Done => w.report_done(),
        };
        knot(title.to_owned(), State::Done, on(w, report.day), &report.role, Some(format!("{}{proof}", report.text)))
    });
    let withdrawn = commitment.withdrawal.as_ref().map(|withdrawal| {
        knot(
            w.commitment_withdrawn().to_owned(),
            State::Stopped,
            on(w, withdrawal.day),
            &withdrawal.role,
            Some(withdrawal.reason.clone()),
        )
    });
    let awaited = !matches!(commitment.state(ctx.today()), CommitmentState::Done | CommitmentState::Withdrawn);
    let next = awaited.then(|| Knot {
        title: w.report_awaited().to_owned(),
        state: State::Next,
        when: Some(due(ctx, w, commitment)),
        who: None,
        voice: None,
        text: (commitment.due < ctx.today()).then(|| w.report_silent_until(on(w, commitment.silent_until()))),
        link: None,
    });
    std::iter::once(promise).chain(reported).chain(withdrawn).chain(next).collect()
}

/// The latest value of an outcome in a line, for the trace.
pub fn outcome_line(w: Texts, metric: &Metric, outcome: &Outcome) -> String {
    let unit = Unit::of(w, metric);
    let shown = |m: &crate::domain::metrics::Measure| {
        format!("{} {} ({})", m.label, unit.value(m.sample.value()), precision(unit, &m.sample))
    };
    match &outcome.after {
        Some(after) => format!("{} · {}", shown(&outcome.before), shown(after)),
        None => shown(&outcome.before),
    }
}
