//! One function per thing that can happen: permission, then rule, then write and event in one transaction.

pub mod ballots;
pub mod budgets;
pub mod count;
pub mod projects;
pub mod runs;
pub mod sheets;
mod signing;
mod tally;
pub mod voters;
pub mod works;

use arpent_commons::domain::initiative::Initiative;
use arpent_core::{Event, Id, Scope};
use arpent_store::Reads;
use arpent_web::Refusal;

use crate::domain::project::Project;
use crate::store::budgets::Budget;

/// Where the permissions of a budget are asked: on its démarche.
pub fn scope(initiative: Id<Initiative>) -> Scope {
    Scope::Initiative(initiative.uuid())
}

/// A project that must be there.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn project(src: &impl Reads, budget: &Budget, number: i64) -> Result<Project, Refusal> {
    crate::store::projects::by_number(src, budget.id, number).await?.ok_or(Refusal::NotFound)
}

fn event(kind: &'static str, budget: &Budget) -> Event {
    Event::new(kind, "budget", budget.id).within(budget.initiative)
}

fn of_project(kind: &'static str, budget: &Budget, project: &Project) -> Event {
    Event::new(kind, "budget_project", project.id).within(budget.initiative)
}
