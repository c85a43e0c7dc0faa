//! Projects on the map of their démarche: where each stands, and how far its works are.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{MOST_PLACED, Placed, Shown, Sort};
use arpent_web::{Ctx, Refusal};

use super::words;
use crate::commands::count::winners;
use crate::domain::project::{Project, ProjectState};
use crate::domain::works::Stage;
use crate::store::budgets::{self, BudgetState};
use crate::store::projects;
use crate::store::works::{self, Reached};
use crate::texts::Texts;

/// A star.
const SIGN: &str = "M0-8L2.2-2.6L8-2.6L3.4 1L5.2 7L0 3.4L-5.2 7L-3.4 1L-8-2.6L-2.2-2.6z";

/// Projects that have a place, once their budget is published; four queries when there are some.
pub(crate) fn placed<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Placed> {
    Box::pin(async move {
        let projects = projects::placed(&ctx.db, initiative.id, MOST_PLACED).await?;
        if projects.is_empty() {
            return Ok(vec![]);
        }
        let counted = Counted::of(ctx, initiative).await?;
        let placed = projects.iter().filter_map(|one| spot(ctx, initiative, counted.as_ref(), one));
        Ok(placed.collect())
    })
}

/// What the count said, and how far works are; none before it.
struct Counted {
    won: Vec<i64>,
    stages: Vec<Reached>,
}

impl Counted {
    async fn of(ctx: &Ctx, initiative: &Initiative) -> Result<Option<Self>, Refusal> {
        let budget = budgets::of_initiative(&ctx.db, initiative.id).await?;
        let Some(budget) = budget.filter(|budget| budget.state == BudgetState::Counted) else { return Ok(None) };
        let won = winners(&ctx.db, &budget).await?;
        Ok(Some(Self { won, stages: works::stages(&ctx.db, budget.id).await? }))
    }

    fn reached(&self, one: &Project) -> Option<Stage> {
        self.stages.iter().rfind(|stage| stage.project == one.id).map(|stage| stage.stage)
    }
}

fn spot(ctx: &Ctx, initiative: &Initiative, counted: Option<&Counted>, one: &Project) -> Option<Placed> {
    let t = Texts::new(ctx.lang);
    let won = counted.map(|counted| counted.won.contains(&one.number));
    let stage = counted.and_then(|counted| counted.reached(one));
    let (_, said) = words::state(t, one.state, won);
    let stands = matches!(one.state, ProjectState::Study | ProjectState::Admissible);
    Some(Placed {
        sort: Sort { code: "projets", one: t.placed_one(), many: t.placed_many(), sign: SIGN },
        title: one.title.clone(),
        href: format!("/demarches/{}/budget/projets/{}", initiative.slug, one.number),
        point: one.point?.degrees(),
        place: one.place.clone(),
        at: None,
        said: stage.map_or_else(|| said.to_owned(), |stage| t.placed_reached(said, words::stage(t, stage))),
        over: !stands || won == Some(false) || stage == Some(Stage::Stopped),
    })
}
