//! What this module shows on pages that everyone shares.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Planned, Shown, Slots, Waiting};
use arpent_commons::pages::frame::Tab;
use arpent_core::{Id, Scope};
use arpent_look::parts::{Anchor, Knot, State};
use arpent_store::StoreError;
use arpent_texts::{date, euros};
use arpent_web::{Ctx, Refusal};
use askama::Template;

use crate::commands::count::winners;
use crate::commands::scope;
use crate::domain::phase::now_and_next;
use crate::domain::project::{Project, ProjectState};
use crate::pages::{placed, said_now};
use crate::store::budgets::{self, BudgetState};
use crate::store::{projects, works};
use crate::texts::Texts;
use crate::{EDIT, STUDY};

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace, tab, plan, placed };

#[derive(Debug, Template)]
#[template(path = "block_initiative_budget.html")]
struct InitiativeBlock {
    title: String,
    href: String,
    amount: String,
    now: Vec<String>,
    next: String,
    links: Vec<Anchor>,
}

fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Block> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let (href, may) = (format!("/demarches/{}/budget", initiative.slug), ctx.may(EDIT, scope(initiative.id)));
        let block = match budgets::of_initiative(&ctx.db, initiative.id).await? {
            None if may => {
                let begin = Anchor { label: t.block_begin().to_owned(), href: format!("{href}/preparer") };
                InitiativeBlock {
                    title: String::new(),
                    href,
                    amount: String::new(),
                    now: vec![],
                    next: t.block_none().to_owned(),
                    links: vec![begin],
                }
            }
            Some(budget) if budget.state != BudgetState::Draft || may => {
                let phases = budgets::phases(&ctx.db, budget.id).await?;
                let envelopes = budgets::envelopes(&ctx.db, budget.id).await?;
                let (now, next) = now_and_next(&phases, ctx.today());
                let (now, next, links) = said_now(ctx, &budget, &href, &now, next);
                let amount = euros(ctx.lang, envelopes.iter().map(|envelope| envelope.amount).sum());
                InitiativeBlock { title: budget.title, href, amount, now, next, links }
            }
            _ => return Ok(vec![]),
        };
        let html = block.render().map_err(|error| StoreError::Unreadable {
            column: "block_initiative_budget.html".to_owned(),
            value: error.to_string(),
        })?;
        Ok(vec![Block { title: t.block_title().to_owned(), html }])
    })
}

/// Before it is published, for those who prepare it alone.
fn tab<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Tab> {
    Box::pin(async move {
        let held = budgets::of_initiative(&ctx.db, initiative.id).await?;
        let read = held.filter(|one| one.state != BudgetState::Draft || ctx.may(EDIT, scope(initiative.id)));
        Ok(read.iter().map(|_| Tab::new(initiative, Texts::new(ctx.lang).tab_budget(), "budget")).collect())
    })
}

/// Where the budget stands, and its next gesture.
fn plan<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Planned> {
    Box::pin(async move {
        let (t, href) = (Texts::new(ctx.lang), format!("/demarches/{}/budget", initiative.slug));
        let may = ctx.may(EDIT, scope(initiative.id));
        let anchor = |label: &str, href: String| Anchor { label: label.to_owned(), href };
        let held = budgets::of_initiative(&ctx.db, initiative.id).await?.map(|one| one.state);
        // Before it is published, a budget is read by those who prepare it alone.
        let reads = may || !matches!(held, None | Some(BudgetState::Draft));
        let (state, text, next) = match held {
            None => (State::Next, t.plan_none(), anchor(t.block_begin(), format!("{href}/preparer"))),
            Some(BudgetState::Draft) => (State::Here, t.plan_draft(), anchor(t.plan_open(), href)),
            Some(BudgetState::Published) => (State::Here, t.plan_published(), anchor(t.plan_open(), href)),
            Some(BudgetState::Voting) => (State::Here, t.plan_voting(), anchor(t.plan_open(), href)),
            Some(BudgetState::Closed) => (State::Here, t.plan_closed(), anchor(t.plan_open(), href)),
            Some(BudgetState::Counted) => {
                (State::Done, t.plan_counted(), anchor(t.gesture_works(), href + "/realisation"))
            }
        };
        Ok(vec![Planned { code: "budget", state, text: text.to_owned(), next: reads.then_some(next) }])
    })
}

/// Projects that wait for a verdict of the reader's services.
fn home(ctx: &Ctx) -> Shown<'_, Waiting> {
    Box::pin(async move {
        let Some(person) = ctx.actor.person.filter(|_| ctx.may(STUDY, Scope::Anywhere)) else { return Ok(vec![]) };
        let waiting = projects::waiting(&ctx.db, person, ctx.today()).await?;
        let Some(slug) = waiting.slug else { return Ok(vec![]) };
        let (count, late) = (waiting.count, waiting.late > 0);
        let href = format!("/demarches/{slug}/budget/instruction");
        Ok(vec![Waiting { text: Texts::new(ctx.lang).home_waiting(count), href, count, late }])
    })
}

/// What became of an idea: the projects that carry it.
fn trace(ctx: &Ctx, id: Id<Contribution>) -> Shown<'_, Knot> {
    Box::pin(async move {
        let mut knots = Vec::new();
        for project in projects::of_contribution(&ctx.db, id).await? {
            let Some(budget) = budgets::by_id(&ctx.db, project.budget).await? else { continue };
            if budget.state == BudgetState::Draft && !ctx.may(EDIT, scope(budget.initiative)) {
                continue;
            }
            let initiative = arpent_commons::store::initiatives::by_id(&ctx.db, budget.initiative).await?;
            let Some(initiative) = initiative else { continue };
            let href = format!("/demarches/{}/budget/projets/{}", initiative.slug, project.number);
            knots.push(knot(ctx, &budget, &project, href).await?);
        }
        Ok(knots)
    })
}

async fn knot(ctx: &Ctx, budget: &budgets::Budget, project: &Project, href: String) -> Result<Knot, Refusal> {
    let t = Texts::new(ctx.lang);
    let won = winners(&ctx.db, budget).await?.contains(&project.number);
    let stages = if won { works::stages(&ctx.db, budget.id).await? } else { vec![] };
    let reached = stages.iter().rfind(|stage| stage.project == project.id);
    let title = project.title.as_str();
    let (words, state) = match (project.state, budget.state) {
        _ if won => (t.trace_won(title), State::Done),
        (ProjectState::Refused, _) => (t.trace_refused(title), State::Stopped),
        (ProjectState::Withdrawn, _) => (t.trace_withdrawn(title), State::Stopped),
        (ProjectState::Merged, _) => (t.trace_merged(title), State::Done),
        (ProjectState::Admissible, BudgetState::Counted) => (t.trace_lost(title), State::Done),
        (ProjectState::Admissible, _) => (t.trace_admissible(title), State::Here),
        (ProjectState::Study, _) => (t.trace_study(title), State::Here),
    };
    Ok(Knot {
        title: words,
        state,
        when: reached.map(|one| date(ctx.lang, one.day)),
        who: project.unit_name.clone(),
        voice: None,
        text: reached.map(|one| one.text.clone()).or(Some(project.reason.clone()).filter(|reason| !reason.is_empty())),
        link: Some(Anchor { label: t.trace_link().to_owned(), href }),
    })
}
