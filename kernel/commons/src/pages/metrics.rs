//! Metrics and their measures: each value with its n, its period, its source and its interval.

use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::{About, Edit, Reader, Typed, frame, sample_fields, sample_pairs};
use super::loop_words::{Unit, metric_figure, on, period, precision, signed};
use crate::commands::initiatives::scope;
use crate::commands::metrics as commands;
use crate::domain::metrics::{Aim, Measure, Metric, MetricKind, NewMeasure, NewMetric, USUAL_MIN_N};
use crate::domain::text::{REASON, SHORT, TITLE};
use crate::permission::MEASURE_ENTER;
use crate::store::metrics;
use crate::texts::Texts;
use crate::words;

/// A measure as a page shows it.
#[derive(Debug)]
pub struct Line {
    /// Its id.
    pub id: Id<Measure>,
    /// Its name.
    pub label: String,
    /// The value in its unit.
    pub value: String,
    /// Its n and interval.
    pub precision: String,
    /// Its period.
    pub period: String,
    /// Its source and method.
    pub source: String,
    /// Who entered it, when.
    pub signed: String,
    /// Why the value before was wrong.
    pub reason: String,
    /// It stands.
    pub current: bool,
}

impl Line {
    /// A measure with everything it is owed.
    pub fn new(w: Texts, metric: &Metric, measure: &Measure) -> Self {
        let unit = Unit::of(w, metric);
        let dot = if measure.method.is_empty() { "" } else { " · " };
        Self {
            id: measure.id,
            label: measure.label.clone(),
            value: unit.value(measure.sample.value()),
            precision: precision(unit, &measure.sample),
            period: period(w, measure.from, measure.to),
            source: format!("{}{dot}{}", measure.source, measure.method),
            signed: format!("{} · {}", on(w, paris_date(measure.at)), signed(w, &measure.role)),
            reason: measure.reason.clone(),
            current: measure.current,
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "metric.html")]
struct Show {
    shell: Shell,
    frame: Frame,
    w: Texts,
    metric: Metric,
    aim: &'static str,
    margin: String,
    figure: String,
    lines: Vec<Line>,
    may_enter: bool,
}

/// A metric with its measures, corrected ones included.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Metric>>) -> Result<Response, PageError> {
    let metric = metrics::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let mut frame = frame(&ctx, metric.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, metric.title.clone(), "engagements");
    shell.crumbs.push(Crumb::new(w.commitments_title(), frame.href("engagements")));
    let measures = metrics::measures(&ctx.db, id).await?;
    page(&Show {
        aim: words::coded(w, "aim", metric.aim.code()),
        margin: Unit::of(w, &metric).margin(metric.margin),
        figure: metric_figure(w, &metric, &measures),
        lines: measures.iter().map(|measure| Line::new(w, &metric, measure)).collect(),
        may_enter: ctx.may(MEASURE_ENTER, scope(metric.initiative)),
        metric,
        shell,
        w,
        frame,
    })
}

fn new_fields(w: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let kind = |k: &MetricKind| Choice::new(k.code(), words::coded(w, "metric-kind", k.code()), typed.get("kind"));
    let aim = |a: &Aim| Choice::new(a.code(), words::coded(w, "aim", a.code()), typed.get("aim"));
    vec![
        field("title", w.metric_field_title()).hint(w.metric_title_hint()).required().max(TITLE * 2),
        Field::choices("kind", w.metric_kind(), MetricKind::ALL.iter().map(kind).collect()).kind("radio").required(),
        field("unit", w.metric_unit()).hint(w.metric_unit_hint()).max(SHORT),
        Field::choices("aim", w.experiment_aim(), Aim::ALL.iter().map(aim).collect()).kind("radio").required(),
        field("margin", w.metric_margin()).hint(w.metric_margin_hint()),
        field("min_n", w.experiment_min_n()).kind("number").hint(w.metric_min_n_hint()),
        field("method", w.metric_method()).kind("textarea").required().max(REASON),
    ]
}

fn read_metric(typed: &Typed) -> Result<NewMetric, Refusal> {
    let mut r = Reader::new(typed);
    let kind = r.owed("kind", |r, name| Some(r.choice(name, MetricKind::parse)));
    let aim = r.owed("aim", |r, name| Some(r.choice(name, Aim::parse)));
    let (title, unit, method) = (r.text("title"), r.text("unit"), r.text("method"));
    let margin = r.value("margin", kind.unwrap_or(MetricKind::Mean));
    let min_n = r.whole("min_n");
    let (Some(kind), Some(aim)) = (kind, aim) else {
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    r.done(NewMetric { title, unit, kind, aim, margin, min_n, method })
}

async fn blank(ctx: &Ctx, slug: &str, typed: &Typed) -> Result<(Edit, Frame), PageError> {
    let frame = Frame::open(ctx, slug).await?;
    let w = frame.t;
    let about = About {
        title: w.metric_new_title().to_owned(),
        tab: "engagements",
        lead: w.metric_new_lead().to_owned(),
        submit: w.metric_save(),
        back: frame.href("engagements"),
        version: None,
    };
    Ok((Edit::new(ctx, frame.clone(), about, new_fields(w, typed)), frame))
}

/// The empty form of a metric.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let usual = [("kind", "proportion".to_owned()), ("aim", "up".to_owned()), ("unit", "%".to_owned())];
    let least = ("min_n", USUAL_MIN_N.to_string());
    blank(&ctx, &slug, &Typed::of(usual.into_iter().chain([least]))).await?.0.page()
}

/// Sets a metric.
///
/// # Errors
/// Not allowed, not found.
pub async fn create(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (edit, frame) = blank(&ctx, &slug, &typed).await?;
    let outcome = match read_metric(&typed) {
        Ok(new) => commands::create(&ctx, frame.initiative.id, &new).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|id| format!("/indicateurs/{id}")), frame.t.metric_saved())
}

async fn reword_form(ctx: &Ctx, id: Id<Metric>, typed: Option<&Typed>) -> Result<(Edit, Texts), PageError> {
    let metric = metrics::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let frame = frame(ctx, metric.initiative).await?;
    let w = frame.t;
    let stored = Typed::of([
        ("version", metric.version.to_string()),
        ("title", metric.title.clone()),
        ("method", metric.method.clone()),
    ]);
    let typed = typed.unwrap_or(&stored);
    let field = |name, label| Field::text(name, label, typed.get(name)).required();
    let fields = vec![
        field("title", w.metric_field_title()).max(TITLE * 2),
        field("method", w.metric_method()).kind("textarea").max(REASON),
    ];
    let about = About {
        title: w.metric_reword_title(&metric.title),
        tab: "engagements",
        lead: w.metric_reword_lead().to_owned(),
        submit: w.metric_save(),
        back: format!("/indicateurs/{id}"),
        version: Some(typed.version()),
    };
    Ok((Edit::new(ctx, frame, about, fields), w))
}

/// The form that says a metric in better words.
///
/// # Errors
/// Not found.
pub async fn edit(ctx: Ctx, Path(id): Path<Id<Metric>>) -> Result<Response, PageError> {
    reword_form(&ctx, id, None).await?.0.page()
}

/// Says a metric in better words.
///
/// # Errors
/// Not allowed, not found.
pub async fn save(ctx: Ctx, Path(id): Path<Id<Metric>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = reword_form(&ctx, id, Some(&typed)).await?;
    let outcome = commands::reword(&ctx, id, typed.version(), typed.get("title"), typed.get("method")).await;
    edit.answer(&ctx, outcome.map(|()| format!("/indicateurs/{id}")), w.metric_saved())
}

async fn measure_form(ctx: &Ctx, id: Id<Metric>, typed: &Typed) -> Result<(Edit, Metric, Texts), PageError> {
    let metric = metrics::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let frame = frame(ctx, metric.initiative).await?;
    let w = frame.t;
    let field = |name, label| Field::text(name, label, typed.get(name));
    let mut fields = vec![
        field("label", w.measure_label()).hint(w.measure_label_hint()).required().max(TITLE),
        field("period_start", w.measure_from()).kind("date").required(),
        field("period_end", w.measure_to()).kind("date").required(),
    ];
    fields.extend(sample_fields(w, metric.kind, typed));
    fields.push(field("source", w.measure_source()).hint(w.measure_source_hint()).required().max(REASON));
    fields.push(field("method", w.measure_method()).kind("textarea").max(REASON));
    let about = About {
        title: w.measure_new_title().to_owned(),
        tab: "engagements",
        lead: metric.title.clone(),
        submit: w.measure_save(),
        back: format!("/indicateurs/{id}"),
        version: None,
    };
    Ok((Edit::new(ctx, frame, about, fields), metric, w))
}

/// The empty form of a measure.
///
/// # Errors
/// Not found.
pub async fn new_measure(ctx: Ctx, Path(id): Path<Id<Metric>>) -> Result<Response, PageError> {
    measure_form(&ctx, id, &Typed::default()).await?.0.page()
}

/// Enters a measure.
///
/// # Errors
/// Not allowed, not found.
pub async fn enter(ctx: Ctx, Path(id): Path<Id<Metric>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, metric, w) = measure_form(&ctx, id, &typed).await?;
    let outcome = match read_measure(&typed, metric.kind) {
        Ok(new) => commands::measure(&ctx, id, &new).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|_| format!("/indicateurs/{id}")), w.measure_saved())
}

fn read_measure(typed: &Typed, kind: MetricKind) -> Result<NewMeasure, Refusal> {
    let mut r = Reader::new(typed);
    let from = r.owed("period_start", |r, name| Some(r.day(name)));
    let to = r.owed("period_end", |r, name| Some(r.day(name)));
    let sample = r.sample(kind);
    let (label, source, method) = (r.text("label"), r.text("source"), r.text("method"));
    let (Some(from), Some(to)) = (from, to) else {
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    r.done(NewMeasure { label, from, to, sample, source, method })
}

async fn correct_form(ctx: &Ctx, id: Id<Measure>, typed: Option<&Typed>) -> Result<(Edit, Metric, Texts), PageError> {
    let measure = metrics::measure(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let metric = metrics::by_id(&ctx.db, measure.metric).await?.ok_or(Refusal::NotFound)?;
    let frame = frame(ctx, metric.initiative).await?;
    let w = frame.t;
    let stored = Typed::of(sample_pairs(&measure.sample));
    let typed = typed.unwrap_or(&stored);
    let mut fields = sample_fields(w, metric.kind, typed);
    let reason = Field::text("reason", w.correction_reason(), typed.get("reason")).kind("textarea");
    fields.push(reason.hint(w.correction_reason_hint()).required().max(REASON));
    let about = About {
        title: w.measure_correct_title(&measure.label),
        tab: "engagements",
        lead: w.measure_correct_lead().to_owned(),
        submit: w.measure_correct_save(),
        back: format!("/indicateurs/{}", metric.id),
        version: None,
    };
    Ok((Edit::new(ctx, frame, about, fields), metric, w))
}

/// The form that corrects a measure.
///
/// # Errors
/// Not found.
pub async fn correct(ctx: Ctx, Path(id): Path<Id<Measure>>) -> Result<Response, PageError> {
    correct_form(&ctx, id, None).await?.0.page()
}

/// Corrects a measure; the value before stays.
///
/// # Errors
/// Not allowed, not found.
pub async fn save_correction(ctx: Ctx, Path(id): Path<Id<Measure>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, metric, w) = correct_form(&ctx, id, Some(&typed)).await?;
    let mut r = Reader::new(&typed);
    let sample = r.sample(metric.kind);
    let outcome = match r.done(sample) {
        Ok(sample) => commands::correct(&ctx, id, sample, typed.get("reason")).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|_| format!("/indicateurs/{}", metric.id)), w.measure_saved())
}
