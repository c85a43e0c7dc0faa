//! Commitments: taken by someone mandated that day, reported on, withdrawn with a reason, judged by a measure.

use arpent_core::{Event, Id, Subject};
use arpent_store::search::Doc;
use arpent_store::{StoreError, Tx};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::initiatives::scope;
use super::options::visibility;
use crate::domain::commitments::{Commitment, NewCommitment, Report, ReportState, Withdrawal};
use crate::domain::decisions::DecisionState;
use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Measure, Metric};
use crate::domain::people::Power;
use crate::domain::problems::Problems;
use crate::domain::text::{REASON, SHORT, first_words, optional, required};
use crate::permission::{COMMITMENT_REPORT, COMMITMENT_TAKE, LEARNING_WRITE, MEASURE_ENTER};
use crate::store::commitments::{Comparison, Learning};
use crate::store::links::{self, LinkKind};
use crate::store::{commitments, decisions, metrics, people};
use crate::texts::Texts;

/// Takes a commitment in an organisation's name.
///
/// # Errors
/// Not allowed, no mandate to commit it that day, a decision that is not published, fields to correct.
pub async fn take(caller: &Caller, new: &NewCommitment) -> Result<Id<Commitment>, Refusal> {
    let decision = decisions::by_id(&caller.db, new.decision).await?.ok_or(Refusal::NotFound)?.decision;
    let initiative = decision.initiative;
    let tx = caller.begin(COMMITMENT_TAKE, scope(initiative)).await?;
    let person = caller.person()?;
    let today = caller.today();
    if decision.state == DecisionState::Draft {
        return Err(Refusal::rule("draft", |l| Texts::new(l).commitment_before_decision().into()));
    }
    if !people::mandate_on(&tx, person, new.organisation, Power::Commit, today).await? {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).commitment_no_mandate().into()));
    }
    let metric = read_metric(&tx, new.metric, initiative).await?;
    let new = new.checked(metric.as_ref().map(|metric| metric.kind), today)?;
    let commitment = Commitment {
        id: caller.id(),
        initiative,
        decision: new.decision,
        organisation: new.organisation,
        organisation_name: String::new(),
        holder: person,
        holder_name: String::new(),
        role: tx.author.role.to_owned(),
        text: new.text,
        metric: new.metric,
        expected_change: new.expected_change,
        expected_value: new.expected_value,
        signed: today,
        due: new.due,
        withdrawal: None,
        last_report: None,
        created_at: tx.author.at,
    };
    commitments::add(&tx, &commitment).await.map_err(repeated)?;
    draw(&tx, &commitment).await?;
    if let (Some(before), Some(metric)) = (new.before, &metric) {
        name_measures(&tx, &commitment, metric, (before, None)).await?;
    }
    index(&tx, &commitment).await?;
    tx.commit(event("commitment.taken", &commitment).with("organisation", commitment.organisation)).await?;
    Ok(commitment.id)
}

/// Says where a commitment stands.
///
/// # Errors
/// Not allowed, someone else's organisation, withdrawn, fields to correct.
pub async fn report(
    caller: &Caller,
    id: Id<Commitment>,
    state: ReportState,
    text: &str,
    proof: &str,
) -> Result<(), Refusal> {
    let commitment = get(caller, id).await?;
    let tx = caller.begin(COMMITMENT_REPORT, scope(commitment.initiative)).await?;
    of_the_house(&tx, caller, &commitment).await?;
    still_held(&commitment)?;
    let mut p = Problems::default();
    let report = Report {
        day: caller.today(),
        state,
        text: p.read(required(text, "text", REASON)),
        proof: p.read(optional(proof, "proof", SHORT * 2)),
        role: tx.author.role.to_owned(),
    };
    p.done()?;
    commitments::add_report(&tx, caller.id::<Report>().uuid(), id, &report).await.map_err(repeated)?;
    tx.commit(event("commitment.reported", &commitment).with("state", state.code())).await?;
    Ok(())
}

/// Gives up a commitment: it stays visible, with its reason.
///
/// # Errors
/// Not allowed, no mandate that day, no reason, already withdrawn.
pub async fn withdraw(caller: &Caller, id: Id<Commitment>, reason: &str) -> Result<(), Refusal> {
    let commitment = get(caller, id).await?;
    let tx = caller.begin(COMMITMENT_TAKE, scope(commitment.initiative)).await?;
    let person = caller.person()?;
    let today = caller.today();
    if !people::mandate_on(&tx, person, commitment.organisation, Power::Commit, today).await? {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).commitment_no_mandate().into()));
    }
    let mut p = Problems::default();
    let reason = p.read(required(reason, "reason", REASON));
    p.done()?;
    let withdrawal = Withdrawal { day: today, reason, role: tx.author.role.to_owned() };
    if !commitments::withdraw(&tx, id, &withdrawal).await? {
        return Err(withdrawn());
    }
    tx.commit(event("commitment.withdrawn", &commitment)).await?;
    Ok(())
}

/// Names the measures a commitment is judged by. Without an `after`, the latest one since the signature stands.
///
/// # Errors
/// Not allowed, no metric, measures of another metric.
pub async fn compare(
    caller: &Caller,
    id: Id<Commitment>,
    before: Id<Measure>,
    after: Option<Id<Measure>>,
) -> Result<(), Refusal> {
    let commitment = get(caller, id).await?;
    let tx = caller.begin(MEASURE_ENTER, scope(commitment.initiative)).await?;
    let Some(metric) = read_metric(&tx, commitment.metric, commitment.initiative).await? else {
        return Err(Refusal::rule("no-metric", |l| Texts::new(l).commitment_no_metric().into()));
    };
    name_measures(&tx, &commitment, &metric, (before, after)).await?;
    tx.commit(event("commitment.compared", &commitment)).await?;
    Ok(())
}

/// Keeps what is remembered from a commitment, or from the whole démarche.
///
/// # Errors
/// Not allowed, fields to correct, the same thing said twice.
pub async fn learn(
    caller: &Caller,
    initiative: Id<Initiative>,
    commitment: Option<Id<Commitment>>,
    text: &str,
) -> Result<(), Refusal> {
    let tx = caller.begin(LEARNING_WRITE, scope(initiative)).await?;
    if let Some(id) = commitment
        && get(caller, id).await?.initiative != initiative
    {
        return Err(Refusal::NotFound);
    }
    let mut p = Problems::default();
    let text = p.read(required(text, "text", REASON));
    p.done()?;
    let learning = Learning { commitment, text, role: tx.author.role.to_owned(), at: tx.author.at };
    let id = caller.id::<Learning>();
    commitments::add_learning(&tx, id.uuid(), initiative, &learning).await.map_err(repeated)?;
    tx.commit(Event::new("learning.kept", "learning", id).within(initiative)).await?;
    Ok(())
}

/// The commitment, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Commitment>) -> Result<Commitment, Refusal> {
    Ok(commitments::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?.commitment)
}

/// Who reports is the holder, or someone who speaks or commits for the same organisation.
async fn of_the_house(tx: &Tx, caller: &Caller, commitment: &Commitment) -> Result<(), Refusal> {
    let person = caller.person()?;
    if person == commitment.holder {
        return Ok(());
    }
    for power in [Power::Commit, Power::Speak] {
        if people::mandate_on(tx, person, commitment.organisation, power, caller.today()).await? {
            return Ok(());
        }
    }
    Err(Refusal::rule("no-mandate", |l| Texts::new(l).report_no_mandate().into()))
}

fn still_held(commitment: &Commitment) -> Result<(), Refusal> {
    if commitment.withdrawal.is_some() { Err(withdrawn()) } else { Ok(()) }
}

fn withdrawn() -> Refusal {
    Refusal::rule("withdrawn", |l| Texts::new(l).commitment_already_withdrawn().into())
}

fn repeated(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::field("text", "taken", |l| Texts::new(l).loop_repeated().into()),
        other => other.into(),
    }
}

async fn read_metric(tx: &Tx, id: Option<Id<Metric>>, initiative: Id<Initiative>) -> Result<Option<Metric>, Refusal> {
    let Some(id) = id else { return Ok(None) };
    let metric = metrics::by_id(tx, id).await?.ok_or(Refusal::NotFound)?;
    if metric.initiative == initiative { Ok(Some(metric)) } else { Err(Refusal::NotFound) }
}

async fn draw(tx: &Tx, commitment: &Commitment) -> Result<(), Refusal> {
    let own = Subject::new("commitment", commitment.id);
    links::put(tx, LinkKind::CarriesOut, own, Subject::new("decision", commitment.decision)).await?;
    if let Some(metric) = commitment.metric {
        links::put(tx, LinkKind::MeasuredBy, own, Subject::new("metric", metric)).await?;
    }
    Ok(())
}

async fn name_measures(
    tx: &Tx,
    commitment: &Commitment,
    metric: &Metric,
    (before, after): (Id<Measure>, Option<Id<Measure>>),
) -> Result<(), Refusal> {
    let before = series_of(tx, metric, before, "before").await?;
    let after = match after {
        Some(after) => Some(series_of(tx, metric, after, "after").await?),
        None => None,
    };
    if after == Some(before) {
        return Err(not_the_metrics("after"));
    }
    commitments::compare(tx, commitment.id, Comparison { before, after }).await?;
    Ok(())
}

async fn series_of(tx: &Tx, metric: &Metric, id: Id<Measure>, field: &'static str) -> Result<Id<Measure>, Refusal> {
    let measure = metrics::measure(tx, id).await?.ok_or(Refusal::NotFound)?;
    if measure.metric == metric.id { Ok(measure.series) } else { Err(not_the_metrics(field)) }
}

fn not_the_metrics(field: &'static str) -> Refusal {
    Refusal::Invalid(vec![FieldProblem::new(field, "other-metric", |l| Texts::new(l).comparison_problem().into())])
}

async fn index(tx: &Tx, commitment: &Commitment) -> Result<(), Refusal> {
    let doc = Doc {
        record: commitment.id.uuid(),
        kind: "commitment",
        initiative: Some(commitment.initiative.uuid()),
        visibility: visibility(tx, commitment.initiative).await?,
        title: &first_words(&commitment.text, 80),
        text: &format!("{} {}", commitment.text, commitment.expected_change),
        href: &format!("/engagements/{}", commitment.id),
    };
    tx.index(&doc).await?;
    Ok(())
}

fn event(kind: &'static str, commitment: &Commitment) -> Event {
    Event::new(kind, "commitment", commitment.id).within(commitment.initiative)
}
