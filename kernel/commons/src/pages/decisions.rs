//! The decision on one sheet: question, options, evidence, voices, dissent, cost, consultations, choice and reasons.

use arpent_core::Id;
use arpent_core::disclosure::Shown;
use arpent_look::parts::{Anchor, Pages};
use arpent_texts::{euros, number};
use arpent_web::respond::{CSV, download};
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::commitments::CommitmentLine;
use super::experiments::judged;
use super::frame::Frame;
use super::loop_form::frame;
use super::loop_words::{Said, Unit, experiment_figure, on, period, precision, signed};
use super::meeting_outputs::meetings_of;
use super::options::{Card, Heard};
use crate::commands::decisions::{get, may_draft};
use crate::commands::initiatives::scope;
use crate::domain::contribution::Voices;
use crate::domain::decisions::{Consultation, Decision, DecisionState};
use crate::domain::experiments::{Experiment, ExperimentResult};
use crate::domain::metrics::Metric;
use crate::domain::people::Power;
use crate::permission::{COMMITMENT_TAKE, DECISION_TAKE};
use crate::store::decisions::{DecisionRow, DissentRow};
use crate::store::options::Reference;
use crate::store::{commitments, decisions, experiments, metrics, options, people};
use crate::texts::Texts;
use crate::words;

/// Contributions of a page of voices.
const PAGE: i64 = 50;

/// A trial as evidence.
#[derive(Debug)]
struct Evidence {
    href: String,
    title: String,
    said: Option<Said>,
    /// Its n, its interval and its period, for paper, where the figure is left out.
    precision: String,
    figure: String,
    text: String,
}

/// A college with its count, or why it is not shown.
#[derive(Debug)]
struct College {
    name: &'static str,
    shown: String,
}

/// A version in the list of versions.
#[derive(Debug)]
struct Version {
    href: String,
    label: String,
    signed: String,
    correction: String,
    current: bool,
}

#[derive(Debug, Template)]
#[template(path = "decision.html")]
struct Sheet {
    shell: Shell,
    frame: Frame,
    w: Texts,
    decision: Decision,
    organisation: String,
    taken: Option<String>,
    replaced_by: Option<String>,
    cards: Vec<Card>,
    evidence: Vec<Evidence>,
    colleges: Vec<College>,
    total: String,
    dissent: Vec<DissentRow>,
    cost: String,
    sum_of_costs: String,
    heard: Vec<(Heard, Consultation)>,
    review: String,
    versions: Vec<Version>,
    commitments: Vec<CommitmentLine>,
    /// The meetings it came out of.
    meetings: Vec<Anchor>,
    draft: bool,
    may_edit: bool,
    may_publish: bool,
    may_commit: bool,
}

fn shown(w: Texts, count: Shown) -> String {
    match count {
        Shown::Count(n) => number(w.lang(), n),
        Shown::Suppressed => w.voices_hidden().to_owned(),
    }
}

fn colleges(w: Texts, voices: &Voices) -> Vec<College> {
    let line = |(capacity, count): &(_, Shown)| College { name: words::college(w, *capacity), shown: shown(w, *count) };
    voices.lines.iter().map(line).collect()
}

/// The sheet of a decision.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Decision>>) -> Result<Response, PageError> {
    let decision = get(&ctx, id).await?;
    let row = decisions::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let mut frame = frame(&ctx, decision.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, decision.sheet.title.clone(), "options");
    shell.crumbs.push(Crumb::new(w.options_title(), frame.href("options")));
    let drafts = may_draft(&ctx, decision.initiative);
    let examined = options::of_decision(&ctx.db, id).await?;
    let voices = decisions::voices(&ctx.db, id).await?;
    let heard = decisions::consultations_of(&ctx.db, id).await?;
    let taken_so_far = commitments::of_decision(&ctx.db, decision.root).await?;
    let place = scope(decision.initiative);
    let chosen = examined.iter().filter(|e| e.chosen).filter_map(|e| e.option.sheet.cost_euros);
    let draft = decision.state == DecisionState::Draft;
    let all = decisions::versions(&ctx.db, decision.root, drafts).await?;
    let ids: Vec<_> = all.iter().map(|row| row.decision.id.uuid()).collect();
    page(&Sheet {
        cards: examined
            .iter()
            .map(|e| Card { rests_on: String::new(), ..Card::new(w, &e.option, &[], e.chosen) })
            .collect(),
        evidence: evidence(&ctx, w, &decision).await?,
        colleges: colleges(w, &voices),
        total: shown(w, voices.total),
        dissent: decisions::dissent(&ctx.db, id).await?,
        cost: cost(w, &decision),
        sum_of_costs: sum(w, &decision, chosen.fold(0, i64::saturating_add)),
        heard: heard.into_iter().map(|c| (Heard::new(w, &c), c)).collect(),
        review: on(w, decision.sheet.review),
        versions: versions(w, &decision, &all),
        commitments: taken_so_far.iter().map(|row| CommitmentLine::new(&ctx, w, row, None)).collect(),
        meetings: meetings_of(&ctx, &ids).await?,
        taken: taken(w, &row),
        replaced_by: row.replaced_by.map(|id| format!("/decisions/{id}")),
        organisation: row.organisation_name,
        may_edit: drafts,
        may_publish: draft && may_publish(&ctx, &decision).await?,
        may_commit: !draft && ctx.may(COMMITMENT_TAKE, place),
        draft,
        decision,
        shell,
        w,
        frame,
    })
}

async fn may_publish(ctx: &Ctx, decision: &Decision) -> Result<bool, Refusal> {
    let Some(person) = ctx.actor.person.filter(|_| ctx.may(DECISION_TAKE, scope(decision.initiative))) else {
        return Ok(false);
    };
    Ok(people::mandate_on(&ctx.db, person, decision.sheet.organisation, Power::Decide, ctx.today()).await?)
}

/// `Décidé le lundi… par Marianne Desroziers (mandat électif)…`.
fn taken(w: Texts, row: &DecisionRow) -> Option<String> {
    let taken = row.decision.taken.as_ref()?;
    let name = row.decider_name.clone().unwrap_or_default();
    Some(w.decision_signed(on(w, taken.on), name, &row.organisation_name, signed(w, &taken.role)))
}

fn cost(w: Texts, decision: &Decision) -> String {
    let s = &decision.sheet;
    match (s.cost.is_empty(), s.cost_euros) {
        (true, Some(n)) => euros(w.lang(), n.saturating_mul(100)),
        _ => s.cost.clone(),
    }
}

/// The sum of the options chosen, said when it is not what the decision says it costs.
fn sum(w: Texts, decision: &Decision, sum: i64) -> String {
    match decision.sheet.cost_euros {
        Some(cost) if cost != sum && sum > 0 => {
            w.decision_cost_sum(euros(w.lang(), cost.saturating_mul(100)), euros(w.lang(), sum.saturating_mul(100)))
        }
        _ => String::new(),
    }
}

async fn evidence(ctx: &Ctx, w: Texts, decision: &Decision) -> Result<Vec<Evidence>, Refusal> {
    let tried = experiments::of_decision(&ctx.db, decision.id).await?;
    if tried.is_empty() {
        return Ok(vec![]);
    }
    let all = metrics::of_initiative(&ctx.db, decision.initiative).await?;
    let line = |experiment: &Experiment| {
        let metric = all.iter().find(|metric| metric.id == experiment.sheet.metric)?;
        Some(Evidence {
            href: format!("/essais/{}", experiment.id),
            title: experiment.sheet.title.clone(),
            said: judged(w, metric, experiment),
            precision: precise(w, metric, experiment),
            figure: experiment_figure(w, metric, experiment),
            text: experiment.result.as_ref().map(|result| result.text.clone()).unwrap_or_default(),
        })
    };
    Ok(tried.iter().filter_map(line).collect())
}

fn precise(w: Texts, metric: &Metric, experiment: &Experiment) -> String {
    let sheet = &experiment.sheet;
    let unit = Unit::of(w, metric);
    let found = |r: &ExperimentResult| {
        let value = unit.value(r.sample.value());
        format!("{} : {value} · {} · {}", metric.title, precision(unit, &r.sample), period(w, sheet.start, sheet.end))
    };
    experiment.result.as_ref().map(found).unwrap_or_default()
}

fn versions(w: Texts, shown: &Decision, all: &[DecisionRow]) -> Vec<Version> {
    if all.len() < 2 {
        return vec![];
    }
    let line = |row: &DecisionRow| Version {
        href: format!("/decisions/{}", row.decision.id),
        label: w.decision_version(row.decision.revision),
        signed: taken(w, row).unwrap_or_else(|| w.decision_draft().to_owned()),
        correction: row.decision.correction.clone(),
        current: row.decision.id == shown.id,
    };
    all.iter().map(line).collect()
}

/// Which page of voices.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct At {
    page: Option<u32>,
}

#[derive(Debug, Template)]
#[template(path = "decision_voices.html")]
struct VoicesPage {
    shell: Shell,
    frame: Frame,
    w: Texts,
    decision: Decision,
    colleges: Vec<College>,
    total: String,
    said: Vec<Reference>,
    pages: Pages,
}

/// The voices a decision rests on: by capacity, then each published contribution.
///
/// # Errors
/// Not found.
pub async fn voices(ctx: Ctx, Path(id): Path<Id<Decision>>, Query(at): Query<At>) -> Result<Response, PageError> {
    let decision = get(&ctx, id).await?;
    let mut frame = frame(&ctx, decision.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, w.voices_title(), "options");
    shell.crumbs.push(Crumb::new(decision.sheet.title.clone(), format!("/decisions/{id}")));
    let current = at.page.unwrap_or(1).max(1);
    let (said, total) = decisions::contributions(&ctx.db, id, (PAGE, i64::from(current - 1) * PAGE)).await?;
    let last = u32::try_from((total + PAGE - 1) / PAGE).unwrap_or(1).max(1);
    let counted = decisions::voices(&ctx.db, id).await?;
    page(&VoicesPage {
        colleges: colleges(w, &counted),
        total: shown(w, counted.total),
        said,
        pages: Pages::new(current, last, |page| format!("/decisions/{id}/voix?page={page}")),
        decision,
        shell,
        w,
        frame,
    })
}

/// The voices by capacity as a file, small counts suppressed as on the page.
///
/// # Errors
/// Not found.
pub async fn voices_csv(ctx: Ctx, Path(id): Path<Id<Decision>>) -> Result<Response, PageError> {
    get(&ctx, id).await?;
    let w = Texts::new(ctx.lang);
    let counted = decisions::voices(&ctx.db, id).await?;
    let mut file = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let total = ("total", w.voices_total(), counted.total);
    let lines = counted.lines.iter().map(|(capacity, count)| (capacity.code(), words::college(w, *capacity), *count));
    let mut written = file.write_record(["code", w.voices_csv_college(), w.voices_csv_count()]);
    for (code, name, count) in lines.chain([total]) {
        let shown = match count {
            Shown::Count(n) => n.to_string(),
            Shown::Suppressed => w.voices_hidden().to_owned(),
        };
        written = written.and_then(|()| file.write_record([code, name, &shown]));
    }
    let bytes = written.ok().and_then(|()| file.into_inner().ok()).ok_or(Refusal::NotFound)?;
    // The mark with which spreadsheets recognise UTF-8.
    let marked = [b"\xef\xbb\xbf".as_slice(), &bytes].concat();
    Ok(download(&format!("voix-{id}.csv"), CSV, marked))
}
