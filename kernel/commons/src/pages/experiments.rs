//! Experiments: what would prove it, who authorised it, what was found beside the threshold.

use arpent_core::Id;
use arpent_web::respond::done;
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::frame::Frame;
use super::loop_form::{About, Edit, Reader, Typed, frame, records, sample_fields, sample_pairs, typed_value};
use super::loop_words::{Said, Unit, experiment_figure, on, period, precision, signed, threshold};
use crate::commands::experiments::{self as commands, NewResult};
use crate::commands::initiatives::scope;
use crate::domain::experiments::{Experiment, ExperimentResult, ExperimentSheet, ExperimentState};
use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Aim, Metric, MetricKind};
use crate::domain::options::PolicyOption;
use crate::domain::text::{REASON, SHORT, TITLE};
use crate::permission::{EXPERIMENT_AUTHORISE, EXPERIMENT_EDIT};
use crate::store::{experiments, metrics, options};
use crate::texts::Texts;
use crate::words;

/// An experiment in a list.
#[derive(Debug)]
pub struct Trial {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// What it expects.
    pub hypothesis: String,
    /// Where it is in its life.
    pub state: &'static str,
    /// From when to when.
    pub when: String,
    /// What its result says of its threshold.
    pub said: Option<Said>,
    /// The option it tests.
    pub option: Option<Id<PolicyOption>>,
}

impl Trial {
    /// An experiment as a list shows it.
    pub fn new(ctx: &Ctx, w: Texts, experiment: &Experiment, all: &[Metric]) -> Self {
        let sheet = &experiment.sheet;
        let metric = all.iter().find(|metric| metric.id == sheet.metric);
        Self {
            href: format!("/essais/{}", experiment.id),
            title: sheet.title.clone(),
            hypothesis: sheet.hypothesis.clone(),
            state: words::coded(w, "experiment-state", experiment.state(ctx.today()).code()),
            when: period(w, sheet.start, sheet.end),
            said: metric.and_then(|metric| judged(w, metric, experiment)),
            option: sheet.option,
        }
    }
}

/// What the result of an experiment says of its threshold, in words.
pub fn judged(w: Texts, metric: &Metric, experiment: &Experiment) -> Option<Said> {
    let sheet = &experiment.sheet;
    let result = experiment.result.as_ref()?;
    Some(threshold(Unit::of(w, metric), &result.sample, (sheet.aim, sheet.threshold), sheet.min_n))
}

/// The experiments of a démarche; drafts only for those who write them.
///
/// # Errors
/// The database does not answer.
pub async fn trials(ctx: &Ctx, w: Texts, id: Id<Initiative>, drafts: bool) -> Result<Vec<Trial>, Refusal> {
    let found = experiments::of_initiative(&ctx.db, id).await?;
    if found.is_empty() {
        return Ok(vec![]);
    }
    let all = metrics::of_initiative(&ctx.db, id).await?;
    let seen = found.iter().filter(|experiment| drafts || experiment.authorised.is_some());
    Ok(seen.map(|experiment| Trial::new(ctx, w, experiment, &all)).collect())
}

/// A version of a result, as the page shows it.
#[derive(Debug)]
struct Found {
    precision: String,
    text: String,
    reason: String,
    signed: String,
    said: Said,
}

impl Found {
    fn new(w: Texts, metric: &Metric, sheet: &ExperimentSheet, result: &ExperimentResult) -> Self {
        let unit = Unit::of(w, metric);
        Self {
            precision: format!("{} · {}", unit.value(result.sample.value()), precision(unit, &result.sample)),
            text: result.text.clone(),
            reason: result.reason.clone(),
            signed: format!("{} · {}", on(w, arpent_core::clock::paris_date(result.at)), signed(w, &result.role)),
            said: threshold(unit, &result.sample, (sheet.aim, sheet.threshold), sheet.min_n),
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "experiment.html")]
struct Show {
    shell: Shell,
    frame: Frame,
    w: Texts,
    experiment: Experiment,
    state: &'static str,
    metric: Metric,
    user_metric: Option<String>,
    agent_metric: Option<String>,
    option: Option<(String, String)>,
    threshold: String,
    when: String,
    authorised: Option<String>,
    figure: String,
    results: Vec<Found>,
    may_edit: bool,
    may_authorise: bool,
    may_enter: bool,
}

/// The experiment, if this reader may see it: a draft is its writers'.
async fn read(ctx: &Ctx, id: Id<Experiment>) -> Result<Experiment, Refusal> {
    let experiment = commands::get(ctx, id).await?;
    let place = scope(experiment.initiative);
    let writes = ctx.may(EXPERIMENT_EDIT, place) || ctx.may(EXPERIMENT_AUTHORISE, place);
    if experiment.authorised.is_none() && !writes {
        return Err(Refusal::NotFound);
    }
    Ok(experiment)
}

/// One experiment.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Experiment>>) -> Result<Response, PageError> {
    let experiment = read(&ctx, id).await?;
    let mut frame = frame(&ctx, experiment.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, experiment.sheet.title.clone(), "options");
    shell.crumbs.push(Crumb::new(w.options_title(), frame.href("options")));
    let all = metrics::of_initiative(&ctx.db, experiment.initiative).await?;
    let named =
        |id: Option<Id<Metric>>| all.iter().find(|metric| Some(metric.id) == id).map(|metric| metric.title.clone());
    let metric = all.iter().find(|metric| metric.id == experiment.sheet.metric).cloned().ok_or(Refusal::NotFound)?;
    let option = match experiment.sheet.option {
        Some(id) => options::by_id(&ctx.db, id).await?.map(|o| (format!("/options/{id}"), o.sheet.title)),
        None => None,
    };
    let sheet = &experiment.sheet;
    let results = experiments::results(&ctx.db, id).await?;
    let place = scope(experiment.initiative);
    let state = experiment.state(ctx.today());
    page(&Show {
        state: words::coded(w, "experiment-state", state.code()),
        user_metric: named(sheet.user_metric),
        agent_metric: named(sheet.agent_metric),
        threshold: aimed(w, &metric, sheet),
        when: period(w, sheet.start, sheet.end),
        authorised: experiment
            .authorised
            .as_ref()
            .map(|a| format!("{} · {}", on(w, arpent_core::clock::paris_date(a.at)), signed(w, &a.role))),
        figure: experiment_figure(w, &metric, &experiment),
        results: results.iter().map(|result| Found::new(w, &metric, sheet, result)).collect(),
        may_edit: state == ExperimentState::Draft && ctx.may(EXPERIMENT_EDIT, place),
        may_authorise: state == ExperimentState::Draft && ctx.may(EXPERIMENT_AUTHORISE, place),
        may_enter: experiment.authorised.is_some() && ctx.today() >= sheet.end && ctx.may(EXPERIMENT_EDIT, place),
        option,
        metric,
        experiment,
        shell,
        w,
        frame,
    })
}

/// `au moins 65 %`, `au plus 13,0 min`.
fn aimed(w: Texts, metric: &Metric, sheet: &ExperimentSheet) -> String {
    let value = Unit::of(w, metric).value(sheet.threshold);
    match sheet.aim {
        Aim::Up => w.at_least(value),
        Aim::Down => w.at_most(value),
    }
}

fn typed_of(e: &Experiment, kind: MetricKind) -> Typed {
    let s = &e.sheet;
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    Typed::of([
        ("version", e.version.to_string()),
        ("title", s.title.clone()),
        ("hypothesis", s.hypothesis.clone()),
        ("option", id(s.option.map(Id::uuid))),
        ("metric", s.metric.to_string()),
        ("aim", s.aim.code().to_owned()),
        ("threshold", typed_value(s.threshold, kind)),
        ("min_n", s.min_n.to_string()),
        ("verdict_rule", s.verdict_rule.clone()),
        ("start_day", s.start.to_string()),
        ("end_day", s.end.to_string()),
        ("place", s.place.clone()),
        ("touches_work", s.touches_work.to_string()),
        ("user_metric", id(s.user_metric.map(Id::uuid))),
        ("agent_metric", id(s.agent_metric.map(Id::uuid))),
    ])
}

/// What the lists of the form offer.
struct Lists {
    metrics: Vec<Metric>,
    options: Vec<PolicyOption>,
}

impl Lists {
    async fn read(ctx: &Ctx, id: Id<Initiative>) -> Result<Self, Refusal> {
        Ok(Self {
            metrics: metrics::of_initiative(&ctx.db, id).await?,
            options: options::of_initiative(&ctx.db, id).await?,
        })
    }

    fn metrics(&self, none: &str, current: &str) -> Vec<Choice> {
        records(none, self.metrics.iter().map(|metric| (metric.id.uuid(), metric.title.clone())), current)
    }

    fn kind(&self, typed: &Typed) -> MetricKind {
        let id = typed.id("metric");
        self.metrics.iter().find(|metric| Some(metric.id) == id).map_or(MetricKind::Mean, |metric| metric.kind)
    }

    fn fields(&self, w: Texts, typed: &Typed) -> Vec<Field> {
        let field = |name, label| Field::text(name, label, typed.get(name));
        let option = self.options.iter().map(|option| (option.id.uuid(), option.sheet.title.clone()));
        let aim = |aim: &Aim| Choice::new(aim.code(), words::coded(w, "aim", aim.code()), typed.get("aim"));
        let metric =
            |name, label, none| Field::choices(name, label, self.metrics(none, typed.get(name))).kind("select");
        vec![
            field("title", w.field_title()).required().max(TITLE),
            Field::choices(
                "option",
                w.experiment_option(),
                records(w.experiment_no_option(), option, typed.get("option")),
            )
            .kind("select"),
            field("hypothesis", w.experiment_hypothesis())
                .kind("textarea")
                .hint(w.experiment_hypothesis_hint())
                .required()
                .max(REASON),
            metric("metric", w.experiment_metric(), w.choose_one()).required(),
            Field::choices("aim", w.experiment_aim(), Aim::ALL.iter().map(aim).collect()).kind("radio").required(),
            field("threshold", w.experiment_threshold()).hint(w.experiment_threshold_hint()).required(),
            field("min_n", w.experiment_min_n()).kind("number").hint(w.experiment_min_n_hint()).required(),
            field("verdict_rule", w.experiment_rule()).kind("textarea").hint(w.experiment_rule_hint()).max(REASON),
            field("start_day", w.experiment_start()).kind("date").required(),
            field("end_day", w.experiment_end()).kind("date").required(),
            field("place", w.experiment_place()).required().max(SHORT),
            field("touches_work", w.experiment_touches_work()).kind("checkbox").hint(w.experiment_touches_work_hint()),
            metric("user_metric", w.experiment_user_metric(), w.choose_none()),
            metric("agent_metric", w.experiment_agent_metric(), w.choose_none()),
        ]
    }

    fn read_sheet(&self, typed: &Typed) -> Result<ExperimentSheet, Refusal> {
        let mut r = Reader::new(typed);
        let kind = self.kind(typed);
        let metric = r.owed("metric", |r, name| Some(r.id(name)));
        let start = r.owed("start_day", |r, name| Some(r.day(name)));
        let end = r.owed("end_day", |r, name| Some(r.day(name)));
        let aim = r.owed("aim", |r, name| Some(r.choice(name, Aim::parse)));
        let threshold = r.owed("threshold", |r, name| r.value(name, kind));
        let min_n = r.owed("min_n", Reader::whole);
        let (title, hypothesis) = (r.text("title"), r.text("hypothesis"));
        let (verdict_rule, place) = (r.text("verdict_rule"), r.text("place"));
        let (Some(metric), Some(start), Some(end), Some(aim)) = (metric, start, end, aim) else {
            // Each missing one was noted by `owed`.
            return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
        };
        r.done(ExperimentSheet {
            title,
            hypothesis,
            metric,
            aim,
            threshold,
            min_n,
            verdict_rule,
            start,
            end,
            place,
            touches_work: typed.ticked("touches_work"),
            user_metric: typed.id("user_metric"),
            agent_metric: typed.id("agent_metric"),
            option: typed.id("option"),
        })
    }
}

async fn blank(ctx: &Ctx, slug: &str, typed: &Typed) -> Result<(Edit, Frame, Lists), PageError> {
    let frame = Frame::open(ctx, slug).await?;
    let w = frame.t;
    let lists = Lists::read(ctx, frame.initiative.id).await?;
    let about = About {
        title: w.experiment_new_title().to_owned(),
        tab: "options",
        lead: w.experiment_new_lead().to_owned(),
        submit: w.experiment_save(),
        back: frame.href("options"),
        version: None,
    };
    Ok((Edit::new(ctx, frame.clone(), about, lists.fields(w, typed)), frame, lists))
}

/// The empty form of an experiment.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    blank(&ctx, &slug, &Typed::of([("aim", "up".to_owned()), ("min_n", "30".to_owned())])).await?.0.page()
}

/// Writes an experiment.
///
/// # Errors
/// Not allowed, not found.
pub async fn create(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (edit, frame, lists) = blank(&ctx, &slug, &typed).await?;
    let outcome = match lists.read_sheet(&typed) {
        Ok(sheet) => commands::create(&ctx, frame.initiative.id, &sheet).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|id| format!("/essais/{id}")), frame.t.experiment_saved())
}

async fn filled(ctx: &Ctx, id: Id<Experiment>, typed: Option<&Typed>) -> Result<(Edit, Lists, Texts), PageError> {
    let experiment = read(ctx, id).await?;
    let frame = frame(ctx, experiment.initiative).await?;
    let w = frame.t;
    let lists = Lists::read(ctx, experiment.initiative).await?;
    let kind = lists.metrics.iter().find(|m| m.id == experiment.sheet.metric).map_or(MetricKind::Mean, |m| m.kind);
    let stored = typed_of(&experiment, kind);
    let typed = typed.unwrap_or(&stored);
    let about = About {
        title: w.experiment_edit_title(&experiment.sheet.title),
        tab: "options",
        lead: w.experiment_new_lead().to_owned(),
        submit: w.experiment_save(),
        back: format!("/essais/{id}"),
        version: Some(typed.version()),
    };
    Ok((Edit::new(ctx, frame, about, lists.fields(w, typed)), lists, w))
}

/// The form of an experiment, filled.
///
/// # Errors
/// Not found.
pub async fn edit(ctx: Ctx, Path(id): Path<Id<Experiment>>) -> Result<Response, PageError> {
    filled(&ctx, id, None).await?.0.page()
}

/// Saves an experiment nobody authorised yet.
///
/// # Errors
/// Not allowed, not found, frozen.
pub async fn save(ctx: Ctx, Path(id): Path<Id<Experiment>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, lists, w) = filled(&ctx, id, Some(&typed)).await?;
    let outcome = match lists.read_sheet(&typed) {
        Ok(sheet) => commands::edit(&ctx, id, typed.version(), &sheet).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|()| format!("/essais/{id}")), w.experiment_saved())
}

/// Authorises an experiment.
///
/// # Errors
/// Not allowed, not found, begun, frozen.
pub async fn authorise(ctx: Ctx, Path(id): Path<Id<Experiment>>) -> Result<Response, PageError> {
    commands::authorise(&ctx, id).await?;
    Ok(done(&ctx, &format!("/essais/{id}"), Texts::new(ctx.lang).experiment_authorised_done()))
}

async fn result_form(
    ctx: &Ctx,
    id: Id<Experiment>,
    typed: Option<&Typed>,
) -> Result<(Edit, MetricKind, Texts), PageError> {
    let experiment = read(ctx, id).await?;
    let frame = frame(ctx, experiment.initiative).await?;
    let w = frame.t;
    let kind = metrics::by_id(&ctx.db, experiment.sheet.metric).await?.ok_or(Refusal::NotFound)?.kind;
    let stored = experiment.result.as_ref().map_or_else(Typed::default, |result| {
        let text = ("text", result.text.clone());
        Typed::of(sample_pairs(&result.sample).into_iter().chain([text]))
    });
    let typed = typed.unwrap_or(&stored);
    let mut fields = sample_fields(w, kind, typed);
    fields.push(
        Field::text("text", w.experiment_result_text(), typed.get("text")).kind("textarea").required().max(REASON),
    );
    if experiment.result.is_some() {
        let reason = Field::text("reason", w.correction_reason(), typed.get("reason")).kind("textarea");
        fields.push(reason.hint(w.correction_reason_hint()).required().max(REASON));
    }
    let about = About {
        title: w.experiment_result_title(&experiment.sheet.title),
        tab: "options",
        lead: w.experiment_result_lead().to_owned(),
        submit: w.experiment_result_save(),
        back: format!("/essais/{id}"),
        version: None,
    };
    Ok((Edit::new(ctx, frame, about, fields), kind, w))
}

/// The form of a result.
///
/// # Errors
/// Not found.
pub async fn result(ctx: Ctx, Path(id): Path<Id<Experiment>>) -> Result<Response, PageError> {
    result_form(&ctx, id, None).await?.0.page()
}

/// Enters a result, or corrects it.
///
/// # Errors
/// Not allowed, not found, too early.
pub async fn save_result(ctx: Ctx, Path(id): Path<Id<Experiment>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, kind, w) = result_form(&ctx, id, Some(&typed)).await?;
    let mut r = Reader::new(&typed);
    let new = NewResult { sample: r.sample(kind), text: r.text("text"), reason: r.text("reason") };
    let outcome = match r.done(new) {
        Ok(new) => commands::enter_result(&ctx, id, &new).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|()| format!("/essais/{id}")), w.experiment_result_saved())
}
