//! Taking a commitment, reporting on it, withdrawing it, naming the measures it is judged by.

use arpent_core::Id;
use arpent_web::respond::done;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::loop_form::{About, Edit, Reader, Typed, frame, records};
use super::loop_words::{Unit, measure_line};
use crate::commands::commitments as commands;
use crate::commands::decisions::get as decision_of;
use crate::domain::commitments::{Commitment, NewCommitment, ReportState};
use crate::domain::decisions::Decision;
use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Measure, Metric, MetricKind};
use crate::domain::people::Power;
use crate::domain::text::{REASON, SHORT};
use crate::store::people::mandates_of;
use crate::store::{commitments, initiatives, metrics};
use crate::texts::Texts;
use crate::words;

/// What the lists of the form offer.
struct Lists {
    /// The organisations this reader may commit today.
    organisations: Vec<(Uuid, String)>,
    metrics: Vec<Metric>,
    measures: Vec<Measure>,
}

impl Lists {
    async fn read(ctx: &Ctx, id: Id<Initiative>) -> Result<Self, Refusal> {
        let person = ctx.person()?;
        let mandates = mandates_of(&ctx.db, person, ctx.today()).await?;
        let own = mandates.into_iter().filter(|mandate| mandate.power == Power::Commit);
        Ok(Self {
            organisations: own.map(|mandate| (mandate.organisation.uuid(), mandate.name)).collect(),
            metrics: metrics::of_initiative(&ctx.db, id).await?,
            measures: metrics::measures_of_initiative(&ctx.db, id).await?,
        })
    }

    fn kind(&self, typed: &Typed) -> MetricKind {
        let id = typed.id("metric");
        self.metrics.iter().find(|metric| Some(metric.id) == id).map_or(MetricKind::Mean, |metric| metric.kind)
    }

    fn measures(&self, w: Texts, of: Option<Id<Metric>>, current: &str) -> Vec<Choice> {
        let named = self.measures.iter().filter(|m| of.is_none_or(|metric| m.metric == metric)).filter_map(|m| {
            let metric = self.metrics.iter().find(|metric| metric.id == m.metric)?;
            Some((m.id.uuid(), format!("{} · {}", metric.title, measure_line(Unit::of(w, metric), m))))
        });
        records(w.choose_none(), named, current)
    }

    fn fields(&self, w: Texts, typed: &Typed) -> Vec<Field> {
        let field = |name, label| Field::text(name, label, typed.get(name));
        let metric = self.metrics.iter().map(|metric| (metric.id.uuid(), metric.title.clone()));
        let organisations = records(w.choose_one(), self.organisations.clone(), typed.get("organisation"));
        vec![
            Field::choices("organisation", w.commitment_organisation(), organisations)
                .kind("select")
                .hint(w.commitment_organisation_hint())
                .required(),
            field("text", w.commitment_text()).kind("textarea").hint(w.commitment_text_hint()).required().max(REASON),
            field("due_day", w.commitment_due()).kind("date").required(),
            Field::choices("metric", w.commitment_metric(), records(w.choose_none(), metric, typed.get("metric")))
                .kind("select"),
            field("expected_change", w.commitment_expected()).hint(w.commitment_expected_hint()).max(SHORT),
            field("expected_value", w.commitment_expected_value()).hint(w.experiment_threshold_hint()),
            Field::choices("before", w.commitment_before(), self.measures(w, None, typed.get("before")))
                .kind("select")
                .hint(w.commitment_before_hint()),
        ]
    }
}

fn read(typed: &Typed, decision: Id<Decision>, kind: MetricKind) -> Result<NewCommitment, Refusal> {
    let mut r = Reader::new(typed);
    let organisation = r.owed("organisation", |r, name| Some(r.id(name)));
    let due = r.owed("due_day", |r, name| Some(r.day(name)));
    let expected_value = r.value("expected_value", kind);
    let (text, expected_change) = (r.text("text"), r.text("expected_change"));
    let (Some(organisation), Some(due)) = (organisation, due) else {
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    let (metric, before) = (typed.id("metric"), typed.id("before"));
    r.done(NewCommitment { decision, organisation, text, metric, expected_change, expected_value, due, before })
}

async fn blank(ctx: &Ctx, id: Id<Decision>, typed: &Typed) -> Result<(Edit, Lists, Texts), PageError> {
    let decision = decision_of(ctx, id).await?;
    let frame = frame(ctx, decision.initiative).await?;
    let w = frame.t;
    let lists = Lists::read(ctx, decision.initiative).await?;
    let about = About {
        title: w.commitment_new_title().to_owned(),
        tab: "engagements",
        lead: w.commitment_new_lead(&decision.sheet.title),
        submit: w.commitment_save(),
        back: format!("/decisions/{id}"),
        version: None,
    };
    Ok((Edit::new(ctx, frame, about, lists.fields(w, typed)), lists, w))
}

/// The empty form of a commitment.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(id): Path<Id<Decision>>) -> Result<Response, PageError> {
    blank(&ctx, id, &Typed::default()).await?.0.page()
}

/// Takes a commitment.
///
/// # Errors
/// Not allowed, no mandate, not found.
pub async fn take(ctx: Ctx, Path(id): Path<Id<Decision>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, lists, w) = blank(&ctx, id, &typed).await?;
    let outcome = match read(&typed, id, lists.kind(&typed)) {
        Ok(new) => commands::take(&ctx, &new).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|id| format!("/engagements/{id}")), w.commitment_saved())
}

async fn form(
    ctx: &Ctx,
    id: Id<Commitment>,
    about: impl FnOnce(Texts) -> (&'static str, &'static str, &'static str),
    fields: impl FnOnce(Texts) -> Vec<Field>,
) -> Result<(Edit, Texts), PageError> {
    let commitment = commands::get(ctx, id).await?;
    let frame = frame(ctx, commitment.initiative).await?;
    let w = frame.t;
    let (title, lead, submit) = about(w);
    let about = About {
        title: title.to_owned(),
        tab: "engagements",
        lead: format!("{} {lead}", commitment.text),
        submit,
        back: format!("/engagements/{id}"),
        version: None,
    };
    Ok((Edit::new(ctx, frame, about, fields(w)), w))
}

async fn report_form(ctx: &Ctx, id: Id<Commitment>, typed: &Typed) -> Result<(Edit, Texts), PageError> {
    let fields = |w: Texts| {
        let state =
            |s: &ReportState| Choice::new(s.code(), words::coded(w, "report-state", s.code()), typed.get("state"));
        let field = |name, label| Field::text(name, label, typed.get(name));
        vec![
            Field::choices("state", w.report_state(), ReportState::ALL.iter().map(state).collect())
                .kind("radio")
                .required(),
            field("text", w.report_text()).kind("textarea").hint(w.report_text_hint()).required().max(REASON),
            field("proof", w.report_proof_label()).hint(w.report_proof_hint()).max(SHORT * 2),
        ]
    };
    form(ctx, id, |w| (w.report_title(), "", w.report_save()), fields).await
}

/// The empty form of a report.
///
/// # Errors
/// Not found.
pub async fn report(ctx: Ctx, Path(id): Path<Id<Commitment>>) -> Result<Response, PageError> {
    report_form(&ctx, id, &Typed::of([("state", "in_progress".to_owned())])).await?.0.page()
}

/// Reports on a commitment.
///
/// # Errors
/// Not allowed, no mandate, withdrawn.
pub async fn save_report(ctx: Ctx, Path(id): Path<Id<Commitment>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = report_form(&ctx, id, &typed).await?;
    let mut r = Reader::new(&typed);
    let state = r.owed("state", |r, name| Some(r.choice(name, ReportState::parse)));
    let outcome = match r.done(state) {
        Ok(Some(state)) => commands::report(&ctx, id, state, typed.get("text"), typed.get("proof")).await,
        Ok(None) => Err(Refusal::NotFound),
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|()| format!("/engagements/{id}")), w.report_saved())
}

async fn withdraw_form(ctx: &Ctx, id: Id<Commitment>, typed: &Typed) -> Result<(Edit, Texts), PageError> {
    let fields = |w: Texts| {
        vec![Field::text("reason", w.withdraw_reason(), typed.get("reason")).kind("textarea").required().max(REASON)]
    };
    form(ctx, id, |w| (w.withdraw_title(), w.withdraw_lead(), w.withdraw_save()), fields).await
}

/// Where one says why a commitment is given up.
///
/// # Errors
/// Not found.
pub async fn withdraw(ctx: Ctx, Path(id): Path<Id<Commitment>>) -> Result<Response, PageError> {
    withdraw_form(&ctx, id, &Typed::default()).await?.0.page()
}

/// Withdraws a commitment.
///
/// # Errors
/// Not allowed, no mandate, already withdrawn.
pub async fn save_withdrawal(ctx: Ctx, Path(id): Path<Id<Commitment>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = withdraw_form(&ctx, id, &typed).await?;
    let outcome = commands::withdraw(&ctx, id, typed.get("reason")).await;
    edit.answer(&ctx, outcome.map(|()| format!("/engagements/{id}")), w.withdraw_saved())
}

async fn compare_form(ctx: &Ctx, id: Id<Commitment>, typed: Option<&Typed>) -> Result<(Edit, Texts), PageError> {
    let commitment = commands::get(ctx, id).await?;
    let lists = Lists::read(ctx, commitment.initiative).await?;
    let named = commitments::comparison(&ctx.db, id).await?;
    let current = |series: Option<Id<Measure>>| {
        let standing = lists.measures.iter().find(|measure| Some(measure.series) == series);
        standing.map(|measure| measure.id.to_string()).unwrap_or_default()
    };
    let stored = Typed::of([
        ("before", current(named.map(|named| named.before))),
        ("after", current(named.and_then(|named| named.after))),
    ]);
    let typed = typed.unwrap_or(&stored);
    let fields = |w: Texts| {
        let choice = |name: &'static str| lists.measures(w, commitment.metric, typed.get(name));
        vec![
            Field::choices("before", w.commitment_before(), choice("before")).kind("select").required(),
            Field::choices("after", w.commitment_after(), choice("after"))
                .kind("select")
                .hint(w.commitment_after_hint()),
        ]
    };
    form(ctx, id, |w| (w.compare_title(), w.compare_lead(), w.compare_save()), fields).await
}

/// Where one names the measures a commitment is judged by.
///
/// # Errors
/// Not found.
pub async fn compare(ctx: Ctx, Path(id): Path<Id<Commitment>>) -> Result<Response, PageError> {
    compare_form(&ctx, id, None).await?.0.page()
}

/// Names the measures a commitment is judged by.
///
/// # Errors
/// Not allowed, not found, measures of another metric.
pub async fn save_comparison(ctx: Ctx, Path(id): Path<Id<Commitment>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = compare_form(&ctx, id, Some(&typed)).await?;
    let mut r = Reader::new(&typed);
    let before = r.owed("before", |r, name| Some(r.id(name)));
    let outcome = match r.done(before) {
        Ok(Some(before)) => commands::compare(&ctx, id, before, typed.id("after")).await,
        Ok(None) => Err(Refusal::NotFound),
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|()| format!("/engagements/{id}")), w.compare_saved())
}

/// Keeps what is remembered from a démarche, or from one of its commitments.
///
/// # Errors
/// Not allowed, not found, nothing written.
pub async fn learn(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let initiative = initiatives::by_slug(&ctx.db, &slug).await?.ok_or(Refusal::NotFound)?;
    commands::learn(&ctx, initiative.id, typed.id("commitment"), typed.get("text")).await?;
    Ok(done(&ctx, &format!("/demarches/{slug}/engagements"), Texts::new(ctx.lang).learning_saved()))
}
