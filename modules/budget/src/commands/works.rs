//! What becomes of the projects that won: steps, amounts, commitments.

use arpent_commons::domain::commitments::Commitment;
use arpent_commons::domain::people::Unit;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, SHORT};
use arpent_commons::store::commitments;
use arpent_commons::store::links::{self, LinkKind};
use arpent_core::Id;
use arpent_core::event::Subject;
use arpent_core::money;
use arpent_store::Tx;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::count::winners;
use super::{of_project, project, scope};
use crate::STUDY;
use crate::domain::project::Project;
use crate::domain::works::{Line, LineKind, Stage};
use crate::store::budgets::Budget;
use crate::store::works;
use crate::texts::Texts;

async fn winner(tx: &Tx, budget: &Budget, number: i64) -> Result<Project, Refusal> {
    let one = project(tx, budget, number).await?;
    if winners(tx, budget).await?.contains(&number) {
        return Ok(one);
    }
    Err(Refusal::rule("not-a-winner", |l| Texts::new(l).not_a_winner().into()))
}

/// A step as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewStage {
    /// A code.
    pub stage: String,
    /// The day.
    pub day: Option<Date>,
    /// What happened.
    pub text: String,
    /// Who leads it.
    pub unit: Option<Id<Unit>>,
}

/// Says how far a project is.
///
/// # Errors
/// Not allowed, not a winner, fields to correct.
pub async fn reach(caller: &Caller, budget: &Budget, number: i64, new: &NewStage) -> Result<(), Refusal> {
    let tx = caller.begin(STUDY, scope(budget.initiative)).await?;
    let one = winner(&tx, budget, number).await?;
    let mut p = Problems::default();
    let words = p.read(text::required(&new.text, "text", REASON));
    let stage = Stage::parse(&new.stage);
    p.require(stage.is_some(), || FieldProblem::new("stage", "missing", |l| Texts::new(l).choose_one().into()));
    let day = new.day.unwrap_or_else(|| caller.today());
    p.done()?;
    let stage = stage.ok_or(Refusal::NotFound)?;
    works::add_stage(&tx, caller.id::<Stage>(), one.id, (stage, day, &words, new.unit)).await?;
    Ok(tx.commit(of_project("works.stage", budget, &one).with("stage", stage.code())).await?)
}

/// An amount as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewLine {
    /// A code.
    pub kind: String,
    /// In euros; a minus corrects an amount entered before.
    pub amount: String,
    /// The day.
    pub day: Option<Date>,
    /// Reference of the deliberation, the order, the invoice.
    pub reference: String,
}

/// Enters an amount: voted, ordered or paid.
///
/// # Errors
/// Not allowed, not a winner, fields to correct.
pub async fn enter(caller: &Caller, budget: &Budget, number: i64, new: &NewLine) -> Result<(), Refusal> {
    let tx = caller.begin(STUDY, scope(budget.initiative)).await?;
    let one = winner(&tx, budget, number).await?;
    let mut p = Problems::default();
    let reference = p.read(text::required(&new.reference, "reference", SHORT));
    let kind = LineKind::parse(&new.kind);
    p.require(kind.is_some(), || FieldProblem::new("kind", "missing", |l| Texts::new(l).choose_one().into()));
    let typed = new.amount.trim();
    let amount = match typed.strip_prefix(['-', '−']) {
        Some(rest) => money::parse(rest).map(|amount| -amount),
        None => money::parse(typed),
    };
    p.require(amount.is_some_and(|amount| amount != 0), || {
        FieldProblem::new("amount", "format", |l| Texts::new(l).amount_problem().into())
    });
    p.done()?;
    let line = Line {
        kind: kind.ok_or(Refusal::NotFound)?,
        amount: amount.unwrap_or(0),
        day: new.day.unwrap_or_else(|| caller.today()),
        reference,
    };
    works::add_line(&tx, caller.id::<Line>(), one.id, &line).await?;
    Ok(tx.commit(of_project("works.line", budget, &one).with("kind", line.kind.code())).await?)
}

/// Ties a commitment of the démarche to a project.
///
/// # Errors
/// Not allowed, not a winner, a commitment of another démarche.
pub async fn tie(caller: &Caller, budget: &Budget, number: i64, id: Option<Id<Commitment>>) -> Result<(), Refusal> {
    let tx = caller.begin(STUDY, scope(budget.initiative)).await?;
    let one = winner(&tx, budget, number).await?;
    let missing = || Refusal::field("commitment", "missing", |l| Texts::new(l).choose_one().into());
    let found = commitments::by_id(&tx, id.ok_or_else(missing)?).await?.ok_or_else(missing)?;
    if found.commitment.initiative != budget.initiative {
        return Err(missing());
    }
    let from = Subject::new("commitment", found.commitment.id);
    links::put(&tx, LinkKind::Addresses, from, Subject::new("budget_project", one.id)).await?;
    Ok(tx.commit(of_project("works.commitment", budget, &one)).await?)
}
