//! Decisions: drafted, taken by someone who has the power that day, immutable then, corrected by a new version.

use arpent_core::permission::Permission;
use arpent_core::{Event, Gate, Id, Role, Subject, Unmet};
use arpent_store::search::Doc;
use arpent_store::{StoreError, Tx};
use arpent_web::refusal::Conflict;
use arpent_web::{Caller, FieldProblem, Refusal, Say};

use super::initiatives::scope;
use super::options::{differs, shown, taken, visibility};
use crate::domain::decisions::{
    Consultation, ConsultationKind, ConsultationSheet, Decision, DecisionSheet, DecisionState, departs,
};
use crate::domain::experiments::Experiment;
use crate::domain::initiative::Initiative;
use crate::domain::options::PolicyOption;
use crate::domain::people::Power;
use crate::domain::problems::Problems;
use crate::domain::text::{REASON, required};
use crate::permission::{CONSULTATION_RECORD, DECISION_TAKE, OPTION_EDIT};
use crate::store::links::{self, LinkKind};
use crate::store::{decisions, experiments, options, people};
use crate::texts::Texts;

/// Records what a body of representatives was told or said. Its words are never retouched.
///
/// # Errors
/// Not allowed, fields to correct, the same consultation recorded twice.
pub async fn record_consultation(
    caller: &Caller,
    initiative: Id<Initiative>,
    sheet: &ConsultationSheet,
) -> Result<Id<Consultation>, Refusal> {
    let tx = caller.begin(CONSULTATION_RECORD, scope(initiative)).await?;
    let sheet = sheet.checked(caller.today())?;
    let consultation = Consultation { id: caller.id(), initiative, sheet, role: tx.author.role.to_owned() };
    decisions::add_consultation(&tx, &consultation).await.map_err(recorded)?;
    let event = Event::new("consultation.recorded", "consultation", consultation.id).within(initiative);
    tx.commit(event.with("kind", consultation.sheet.kind.code())).await?;
    Ok(consultation.id)
}

/// Drafts a decision: seen only by those who prepare or take it.
///
/// # Errors
/// Not allowed, fields to correct.
pub async fn draft(
    caller: &Caller,
    initiative: Id<Initiative>,
    sheet: &DecisionSheet,
) -> Result<Id<Decision>, Refusal> {
    let tx = caller.begin(drafting(caller, initiative), scope(initiative)).await?;
    let sheet = check(&tx, initiative, sheet).await?;
    let id = caller.id();
    let decision = Decision {
        id,
        initiative,
        root: id,
        revision: 1,
        replaces: None,
        correction: String::new(),
        sheet,
        state: DecisionState::Draft,
        taken: None,
        version: 1,
    };
    write(&tx, &decision).await?;
    tx.commit(event("decision.drafted", &decision)).await?;
    Ok(id)
}

/// Changes a draft. Whoever edited an older version is shown the difference.
///
/// # Errors
/// Not allowed, published, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Decision>, version: i64, sheet: &DecisionSheet) -> Result<(), Refusal> {
    let initiative = get(caller, id).await?.initiative;
    let tx = caller.begin(drafting(caller, initiative), scope(initiative)).await?;
    let stored = read(&tx, id).await?;
    still_a_draft(&stored)?;
    let sheet = check(&tx, initiative, sheet).await?;
    if !decisions::edit(&tx, id, version, &sheet).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored, &sheet))));
    }
    decisions::clear(&tx, id).await?;
    let decision = Decision { sheet, version: version + 1, ..stored };
    draw(&tx, &decision).await?;
    tx.commit(event("decision.edited", &decision).with("version", decision.version)).await?;
    Ok(())
}

/// Takes the decision in its organisation's name and publishes it, for ever.
///
/// # Errors
/// Not allowed, no mandate to decide that day, already published, or conditions that are not met, all at once.
pub async fn publish(caller: &Caller, id: Id<Decision>) -> Result<(), Refusal> {
    let initiative = get(caller, id).await?.initiative;
    let tx = caller.begin(DECISION_TAKE, scope(initiative)).await?;
    let person = caller.person()?;
    let mut decision = read(&tx, id).await?;
    still_a_draft(&decision)?;
    let today = caller.today();
    if !people::mandate_on(&tx, person, decision.sheet.organisation, Power::Decide, today).await? {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).decision_no_mandate().into()));
    }
    join_experiments(&tx, &mut decision.sheet).await?;
    draw(&tx, &decision).await?;
    gate(&tx, &decision, caller).await?;
    if !decisions::publish(&tx, id, today).await? {
        return Err(immutable());
    }
    index(&tx, &decision).await?;
    tx.commit(event("decision.published", &decision).with("revision", decision.revision)).await?;
    Ok(())
}

/// Opens a new version of a published decision; the one before stays readable and says so once this one is published.
///
/// # Errors
/// Not allowed, no reason, not published, or a correction already under way.
pub async fn correct(caller: &Caller, id: Id<Decision>, reason: &str) -> Result<Id<Decision>, Refusal> {
    let initiative = get(caller, id).await?.initiative;
    let tx = caller.begin(drafting(caller, initiative), scope(initiative)).await?;
    let stored = read(&tx, id).await?;
    if stored.state == DecisionState::Draft {
        return Err(Refusal::rule("draft", |l| Texts::new(l).decision_still_draft().into()));
    }
    let mut p = Problems::default();
    let correction = p.read(required(reason, "reason", REASON));
    p.done()?;
    let decision = Decision {
        id: caller.id(),
        revision: stored.revision + 1,
        replaces: Some(id),
        correction,
        state: DecisionState::Draft,
        taken: None,
        version: 1,
        ..stored
    };
    write(&tx, &decision).await?;
    let (new, old) = (Subject::new("decision", decision.id), Subject::new("decision", id));
    links::put(&tx, LinkKind::Replaces, new, old).await?;
    tx.commit(event("decision.correction_opened", &decision).with("replaces", id)).await?;
    Ok(decision.id)
}

/// The decision with everything it points at, or "not found": a draft exists only for those who prepare or take it.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Decision>) -> Result<Decision, Refusal> {
    let mut decision = decisions::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?.decision;
    if decision.state == DecisionState::Draft && !may_draft(caller, decision.initiative) {
        return Err(Refusal::NotFound);
    }
    decisions::arrows(&caller.db, &mut decision).await?;
    Ok(decision)
}

/// Whether this reader prepares or takes decisions here.
pub fn may_draft(caller: &Caller, initiative: Id<Initiative>) -> bool {
    [OPTION_EDIT, DECISION_TAKE].into_iter().any(|permission| caller.may(permission, scope(initiative)))
}

/// Those who decide draft as such; those who write options draft for them.
fn drafting(caller: &Caller, initiative: Id<Initiative>) -> Permission {
    if caller.may(DECISION_TAKE, scope(initiative)) { DECISION_TAKE } else { OPTION_EDIT }
}

fn recorded(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::field("subject", "taken", |l| Texts::new(l).loop_taken().into()),
        other => other.into(),
    }
}

fn immutable() -> Refusal {
    Refusal::rule("immutable", |l| Texts::new(l).decision_immutable().into())
}

fn still_a_draft(decision: &Decision) -> Result<(), Refusal> {
    if decision.state == DecisionState::Published { Err(immutable()) } else { Ok(()) }
}

async fn read(tx: &Tx, id: Id<Decision>) -> Result<Decision, Refusal> {
    let mut decision = decisions::by_id(tx, id).await?.ok_or(Refusal::NotFound)?.decision;
    decisions::arrows(tx, &mut decision).await?;
    Ok(decision)
}

/// Everything it points at is of the same démarche; experiments that test an examined option join, wanted or not.
async fn check(tx: &Tx, initiative: Id<Initiative>, sheet: &DecisionSheet) -> Result<DecisionSheet, Refusal> {
    let mut sheet = sheet.checked()?;
    let mut elsewhere = false;
    for id in &sheet.examined {
        elsewhere |= options::by_id(tx, *id).await?.ok_or(Refusal::NotFound)?.initiative != initiative;
    }
    for id in &sheet.experiments {
        elsewhere |= experiments::by_id(tx, *id).await?.ok_or(Refusal::NotFound)?.initiative != initiative;
    }
    for id in &sheet.consultations {
        elsewhere |= decisions::consultation(tx, *id).await?.ok_or(Refusal::NotFound)?.initiative != initiative;
    }
    let mut p = Problems::default();
    p.require(!elsewhere, || FieldProblem::new("examined", "elsewhere", |l| Texts::new(l).option_elsewhere().into()));
    p.done()?;
    join_experiments(tx, &mut sheet).await?;
    Ok(sheet)
}

/// A decision cannot leave out the trial that contradicts it.
async fn join_experiments(tx: &Tx, sheet: &mut DecisionSheet) -> Result<(), Refusal> {
    for option in sheet.examined.clone() {
        for experiment in experiments::of_option(tx, option).await? {
            if experiment.authorised.is_some() && !sheet.experiments.contains(&experiment.id) {
                sheet.experiments.push(experiment.id);
            }
        }
    }
    Ok(())
}

async fn write(tx: &Tx, decision: &Decision) -> Result<(), Refusal> {
    decisions::add(tx, decision).await.map_err(|error| match error {
        StoreError::Duplicate { .. } => Refusal::rule("corrected", |l| Texts::new(l).decision_corrected_first().into()),
        other => taken(other),
    })?;
    draw(tx, decision).await
}

/// Draws the arrows of a draft and its dissent.
async fn draw(tx: &Tx, decision: &Decision) -> Result<(), Refusal> {
    decisions::clear(tx, decision.id).await?;
    let own = Subject::new("decision", decision.id);
    let sheet = &decision.sheet;
    let option = |id: &Id<PolicyOption>| Subject::new("option", *id);
    let examined = sheet.examined.iter().map(|id| (LinkKind::Examines, option(id)));
    let chosen = sheet.chosen.iter().map(|id| (LinkKind::Chooses, option(id)));
    let tried = sheet.experiments.iter().map(|id| (LinkKind::Examines, Subject::new("experiment", *id)));
    let heard = sheet.consultations.iter().map(|id| (LinkKind::RestsOn, Subject::new("consultation", *id)));
    for (kind, to) in examined.chain(chosen).chain(tried).chain(heard) {
        links::put(tx, kind, own, to).await?;
    }
    for (position, dissent) in (0_i64..).zip(&sheet.dissent) {
        decisions::add_dissent(tx, decision.id, position, dissent).await?;
    }
    Ok(())
}

/// What must hold before a decision is published, everything missing said at once.
async fn gate(tx: &Tx, decision: &Decision, caller: &Caller) -> Result<(), Refusal> {
    let tried = experiments::of_decision(tx, decision.id).await?;
    let heard = decisions::consultations_of(tx, decision.id).await?;
    let href = format!("/decisions/{}/modifier", decision.id);
    let mut gate = Gate::default();
    let mut ask = |code, count: usize, who| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        gate.require_none(Unmet { code, count, href: href.clone(), who });
    };
    let sheet = &decision.sheet;
    let departing = if sheet.departs_from_verdict.is_empty() { departures(sheet, &tried) } else { 0 };
    ask("departs-from-verdict", departing, Role::ElectedOfficial);
    ask("opinion-before-decision", usize::from(lacks_opinion(sheet, &tried, &heard)), Role::Manager);
    ask("review-to-come", usize::from(sheet.review <= caller.today()), Role::ElectedOfficial);
    if gate.is_open() { Ok(()) } else { Err(Refusal::Gate(gate.unmet.into_iter().map(said).collect())) }
}

fn departures(sheet: &DecisionSheet, tried: &[Experiment]) -> usize {
    let departs_from = |experiment: &&Experiment| {
        let tested = experiment.sheet.option.filter(|option| sheet.examined.contains(option));
        tested
            .zip(experiment.verdict())
            .is_some_and(|(option, verdict)| departs(verdict, sheet.chosen.contains(&option)))
    };
    tried.iter().filter(departs_from).count()
}

/// An option whose trial changed how agents work is decided only after their representatives' dated opinion
/// (décret 2021-571, attributions of the comité social territorial).
fn lacks_opinion(sheet: &DecisionSheet, tried: &[Experiment], heard: &[Consultation]) -> bool {
    let touches = tried
        .iter()
        .any(|e| e.sheet.touches_work && e.sheet.option.is_some_and(|option| sheet.chosen.contains(&option)));
    touches && !heard.iter().any(|c| c.sheet.kind == ConsultationKind::Opinion)
}

fn said(unmet: Unmet) -> (Unmet, Say) {
    let count = unmet.count;
    let say = match unmet.code {
        "departs-from-verdict" => Say::new(move |l| Texts::new(l).gate_departs(count)),
        "opinion-before-decision" => Say::new(|l| Texts::new(l).gate_opinion().into()),
        _ => Say::new(|l| Texts::new(l).gate_review().into()),
    };
    (unmet, say)
}

async fn index(tx: &Tx, decision: &Decision) -> Result<(), Refusal> {
    if let Some(old) = decision.replaces {
        tx.unindex(old.uuid()).await?;
    }
    let s = &decision.sheet;
    let doc = Doc {
        record: decision.id.uuid(),
        kind: "decision",
        initiative: Some(decision.initiative.uuid()),
        visibility: visibility(tx, decision.initiative).await?,
        title: &s.title,
        text: &format!("{} {} {}", s.question, s.choice, s.reasons),
        href: &format!("/decisions/{}", decision.id),
    };
    tx.index(&doc).await?;
    Ok(())
}

fn event(kind: &'static str, decision: &Decision) -> Event {
    Event::new(kind, "decision", decision.id).within(decision.initiative)
}

fn conflict(stored: &Decision, typed: &DecisionSheet) -> Conflict {
    let s = &stored.sheet;
    let differences = [
        differs(Texts::field_title, &s.title, &typed.title),
        differs(Texts::decision_question, &s.question, &typed.question),
        differs(Texts::decision_choice, &s.choice, &typed.choice),
        differs(Texts::decision_reasons, &s.reasons, &typed.reasons),
        differs(Texts::decision_departs, &s.departs_from_verdict, &typed.departs_from_verdict),
        differs(Texts::decision_legal_base, &s.legal_base, &typed.legal_base),
        differs(Texts::decision_cost, &s.cost, &typed.cost),
        differs(Texts::option_cost_euros, &shown(s.cost_euros), &shown(typed.cost_euros)),
        differs(Texts::decision_review, &s.review.to_string(), &typed.review.to_string()),
    ];
    Conflict { version: stored.version, differences: differences.into_iter().flatten().collect() }
}
