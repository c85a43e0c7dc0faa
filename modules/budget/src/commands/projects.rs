//! Projects: made of ideas, studied by a service, judged with a reason, or taken back.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::people::Unit;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, SHORT, TITLE};
use arpent_commons::store::contributions;
use arpent_commons::store::links::{self, LinkKind};
use arpent_core::{Id, event::Subject, money};
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{of_project, project, scope};
use crate::domain::project::{Envelope, Project, ProjectState, exceeds};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::projects::{self, Judged};
use crate::texts::Texts;
use crate::{EDIT, STUDY};

/// A project as it is typed.
#[derive(Debug, Clone, Default)]
pub struct NewProject {
    /// Its title.
    pub title: String,
    /// What it is.
    pub text: String,
    /// Where.
    pub place: String,
    /// What pays for it; the only envelope when there is one.
    pub envelope: Option<Id<Envelope>>,
    /// The ideas it comes from.
    pub sources: Vec<Id<Contribution>>,
}

fn refuse_once_voted(budget: &Budget) -> Result<(), Refusal> {
    if matches!(budget.state, BudgetState::Draft | BudgetState::Published) {
        return Ok(());
    }
    Err(Refusal::rule("budget-frozen", |l| Texts::new(l).budget_frozen().into()))
}

/// Makes a project of one or several ideas; gives its number.
///
/// # Errors
/// Not allowed, fields to correct, a ballot that has opened, an idea of another démarche.
pub async fn create(caller: &Caller, budget: &Budget, new: &NewProject) -> Result<i64, Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    let envelopes = budgets::envelopes(&tx, budget.id).await?;
    let mut p = Problems::default();
    let title = p.read(text::required(&new.title, "title", TITLE));
    let words = p.read(text::optional(&new.text, "text", REASON));
    let place = p.read(text::optional(&new.place, "place", SHORT));
    let envelope = match envelopes.as_slice() {
        [one] => Some(one),
        all => all.iter().find(|one| Some(one.id) == new.envelope),
    };
    p.require(envelope.is_some(), || FieldProblem::new("envelope", "missing", |l| Texts::new(l).choose_one().into()));
    p.done()?;
    refuse_once_voted(&budgets::lock(&tx, budget.id).await?)?;
    let one = Project {
        id: caller.id(),
        budget: budget.id,
        number: projects::next_number(&tx, budget.id).await?,
        title,
        text: words,
        place,
        envelope: envelope.map(|one| one.id).ok_or(Refusal::NotFound)?,
        state: ProjectState::Study,
        cost: None,
        delay: String::new(),
        reason: String::new(),
        merged_into: None,
        unit: None,
        unit_name: None,
        due_day: None,
        voted_on: false,
        created_at: caller.now(),
        version: 1,
    };
    projects::add(&tx, &one).await?;
    for source in &new.sources {
        let idea = contributions::by_id(&tx, *source).await?.filter(|idea| idea.initiative == budget.initiative);
        let idea = idea.ok_or(Refusal::NotFound)?;
        let (from, to) = (Subject::new("budget_project", one.id), Subject::new("contribution", idea.id));
        links::put(&tx, LinkKind::RestsOn, from, to).await?;
    }
    let made = of_project("project.created", budget, &one).with("ideas", new.sources.len());
    tx.commit(made).await?;
    Ok(one.number)
}

/// Gives a project to a service to study.
///
/// # Errors
/// Not allowed, no such project, a ballot that has opened.
pub async fn assign(
    caller: &Caller,
    budget: &Budget,
    number: i64,
    (unit, due): (Option<Id<Unit>>, Option<Date>),
) -> Result<(), Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    let one = project(&tx, budget, number).await?;
    refuse_once_voted(budget)?;
    projects::assign(&tx, one.id, unit, due).await?;
    Ok(tx.commit(of_project("project.assigned", budget, &one)).await?)
}

/// A verdict as it is typed.
#[derive(Debug, Clone, Default)]
pub struct Opinion {
    /// `admissible`, `refused` or `merged`.
    pub verdict: String,
    /// In euros.
    pub cost: String,
    /// When it could be done.
    pub delay: String,
    /// Why: everyone reads it.
    pub reason: String,
    /// The number of the project that carries it now.
    pub into: Option<i64>,
}

/// What a verdict became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// As it was asked.
    AsAsked,
    /// Refused by rule: it costs more than its envelope.
    TooDear,
}

/// Says whether a project can be done. One that costs more than its envelope is refused, whatever else is said: the
/// reason says so.
///
/// # Errors
/// Not allowed, fields to correct, a ballot that has opened.
pub async fn judge(caller: &Caller, budget: &Budget, number: i64, opinion: &Opinion) -> Result<Given, Refusal> {
    let tx = caller.begin(STUDY, scope(budget.initiative)).await?;
    let one = project(&tx, budget, number).await?;
    refuse_once_voted(&budgets::lock(&tx, budget.id).await?)?;
    let mut p = Problems::default();
    let mut reason = p.read(text::required(&opinion.reason, "reason", REASON));
    let delay = p.read(text::optional(&opinion.delay, "delay", SHORT));
    let mut state = ProjectState::parse(&opinion.verdict)
        .filter(|state| matches!(state, ProjectState::Admissible | ProjectState::Refused | ProjectState::Merged));
    let cost = money::parse(&opinion.cost);
    p.require(state.is_some(), || FieldProblem::new("verdict", "missing", |l| Texts::new(l).choose_one().into()));
    let costed = cost.is_some_and(|cost| cost > 0)
        || (state != Some(ProjectState::Admissible) && opinion.cost.trim().is_empty());
    p.require(costed, || FieldProblem::new("cost", "format", |l| Texts::new(l).cost_problem().into()));
    let into = match opinion.into.filter(|into| *into != number) {
        Some(into) => projects::by_number(&tx, budget.id, into).await?,
        None => None,
    };
    let into = into.filter(|into| !matches!(into.state, ProjectState::Merged | ProjectState::Withdrawn));
    let carried = state != Some(ProjectState::Merged) || into.is_some();
    p.require(carried, || FieldProblem::new("into", "missing", |l| Texts::new(l).into_problem().into()));
    p.done()?;
    let envelopes = budgets::envelopes(&tx, budget.id).await?;
    let envelope = envelopes.iter().find(|envelope| envelope.id == one.envelope).ok_or(Refusal::NotFound)?;
    let dear = state == Some(ProjectState::Admissible) && cost.is_some_and(|cost| exceeds(cost, envelope));
    if dear {
        state = Some(ProjectState::Refused);
        let (cost, amount) = (cost.unwrap_or(0), envelope.amount);
        let said =
            |lang| Texts::new(lang).too_dear_reason(arpent_texts::euros(lang, amount), arpent_texts::euros(lang, cost));
        reason = [said(arpent_web::Lang::Fr), reason].join("\n");
    }
    let merged_into = into.filter(|_| state == Some(ProjectState::Merged)).map(|into| into.id);
    let state = state.unwrap_or(ProjectState::Study);
    let judged = Judged { project: one.id, state, cost, delay: &delay, reason: &reason, merged_into };
    projects::judge(&tx, caller.id::<Judged<'_>>(), &judged).await?;
    tx.commit(of_project("project.judged", budget, &one).with("verdict", state.code())).await?;
    Ok(if dear { Given::TooDear } else { Given::AsAsked })
}

/// Takes a project back, before the vote or during it. It stays visible with the reason; ballots that name it count for
/// their other projects.
///
/// # Errors
/// Not allowed, no reason, already counted.
pub async fn withdraw(caller: &Caller, budget: &Budget, number: i64, reason: &str) -> Result<(), Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    let one = project(&tx, budget, number).await?;
    let reason = text::required(reason, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if budgets::lock(&tx, budget.id).await?.state == BudgetState::Counted {
        return Err(Refusal::rule("already-counted", |l| Texts::new(l).already_counted().into()));
    }
    let state = ProjectState::Withdrawn;
    let judged = Judged { project: one.id, state, cost: None, delay: &one.delay, reason: &reason, merged_into: None };
    projects::judge(&tx, caller.id::<Judged<'_>>(), &judged).await?;
    Ok(tx.commit(of_project("project.withdrawn", budget, &one)).await?)
}
