//! The budget: what is open now, what comes next, the rules said beforehand, the projects.

use arpent_commons::pages::frame::Frame;
use arpent_look::parts::{Anchor, State, Step as Knot};
use arpent_texts::euros;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::commands::count::winners;
use crate::domain::phase::{Phase, Step, now_and_next};
use crate::domain::project::{Envelope, Project, ProjectState};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::projects;
use crate::texts::Texts;
use crate::{BOOTH, COUNT, EDIT, STUDY};

/// A project as lists show it.
#[derive(Debug)]
pub(super) struct Line {
    pub number: i64,
    pub title: String,
    pub href: String,
    pub place: String,
    pub envelope: String,
    pub cost: String,
    pub meaning: &'static str,
    pub state: &'static str,
    pub unit: String,
    pub due: String,
    pub late: bool,
}

/// Projects of one state under its heading.
#[derive(Debug)]
struct Group {
    title: &'static str,
    lines: Vec<Line>,
}

#[derive(Debug, Template)]
#[template(path = "budget.html")]
struct BudgetPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    text: String,
    now: Vec<String>,
    next: String,
    gestures: Vec<Anchor>,
    steps: Vec<Knot>,
    amount: String,
    envelopes: Vec<(String, String)>,
    criteria: Vec<String>,
    rules: Vec<String>,
    groups: Vec<Group>,
    tools: Vec<Anchor>,
    acts: Vec<(String, &'static str)>,
}

pub(super) fn line(ctx: &Ctx, place: &Place, envelopes: &[Envelope], (one, won): (&Project, Option<bool>)) -> Line {
    let t = Texts::new(ctx.lang);
    let (meaning, state) = words::state(t, one.state, won);
    let envelope = envelopes.iter().find(|envelope| envelope.id == one.envelope);
    Line {
        number: one.number,
        title: one.title.clone(),
        href: place.href(&format!("projets/{}", one.number)),
        place: one.place.clone(),
        envelope: envelope.map(|envelope| envelope.name.clone()).unwrap_or_default(),
        cost: one.cost.map(|cost| euros(ctx.lang, cost)).unwrap_or_default(),
        meaning,
        state,
        unit: one.unit_name.clone().unwrap_or_default(),
        due: one.due_day.map(|day| arpent_texts::date(ctx.lang, day)).unwrap_or_default(),
        late: one.due_day.is_some_and(|day| day < ctx.today()),
    }
}

/// The page.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let id = place.budget.id;
    let phases = budgets::phases(&ctx.db, id).await?;
    let envelopes = budgets::envelopes(&ctx.db, id).await?;
    let all = projects::of_budget(&ctx.db, id).await?;
    let (now, next) = now_and_next(&phases, ctx.today());
    let (now, next, gestures) = said_now(&ctx, &place.budget, &place.href(""), &now, next);
    let counted = place.budget.state == BudgetState::Counted;
    let won = if counted { winners(&ctx.db, &place.budget).await? } else { Vec::new() };
    let group = |state: ProjectState, outcome: Option<bool>, title| {
        let is_of =
            |one: &&Project| one.state == state && outcome.is_none_or(|won_it| won.contains(&one.number) == won_it);
        let lines = all.iter().filter(is_of).map(|one| line(&ctx, &place, &envelopes, (one, outcome)));
        Group { title, lines: lines.collect() }
    };
    let voted_on = if counted {
        vec![
            group(ProjectState::Admissible, Some(true), t.group_won()),
            group(ProjectState::Admissible, Some(false), t.group_lost()),
        ]
    } else {
        vec![group(ProjectState::Admissible, None, t.group_admissible())]
    };
    let others = [
        group(ProjectState::Study, None, t.group_study()),
        group(ProjectState::Refused, None, t.group_refused()),
        group(ProjectState::Merged, None, t.group_merged()),
        group(ProjectState::Withdrawn, None, t.group_withdrawn()),
    ];
    let groups = voted_on.into_iter().chain(others).filter(|group| !group.lines.is_empty()).collect();
    let budget_page = BudgetPage {
        text: place.budget.text.clone(),
        now,
        next,
        gestures,
        steps: steps(&ctx, &phases),
        amount: euros(ctx.lang, envelopes.iter().map(|envelope| envelope.amount).sum()),
        criteria: place.budget.criteria.lines().filter(|line| !line.trim().is_empty()).map(Into::into).collect(),
        rules: words::rules(&ctx, &place.budget.settings, &envelopes),
        groups,
        tools: tools(&ctx, &place),
        acts: acts(&ctx, &place, &phases),
        envelopes: if envelopes.len() > 1 {
            envelopes.into_iter().map(|envelope| (envelope.name, euros(ctx.lang, envelope.amount))).collect()
        } else {
            vec![]
        },
        shell: place.frame.shell(&ctx, place.budget.title.clone(), "budget"),
        frame: place.frame,
        t,
    };
    page(&budget_page)
}

fn steps(ctx: &Ctx, phases: &[Phase]) -> Vec<Knot> {
    let today = ctx.today();
    let stands = |phase: &Phase| {
        if phase.holds(today) {
            State::Here
        } else if phase.end < today {
            State::Done
        } else {
            State::Next
        }
    };
    let knot = |phase: &Phase| Knot {
        label: words::step(Texts::new(ctx.lang), phase.step).to_owned(),
        state: stands(phase),
        when: Some(words::short_days(ctx, phase)),
        href: None,
    };
    phases.iter().map(knot).collect()
}

/// What is open, what comes next, what anyone can do.
pub(crate) fn said_now(
    ctx: &Ctx,
    budget: &Budget,
    href: &str,
    now: &[Phase],
    next: Option<Phase>,
) -> (Vec<String>, String, Vec<Anchor>) {
    let t = Texts::new(ctx.lang);
    let open = now.iter().map(|phase| t.now_open(words::days(ctx, phase), words::step(t, phase.step))).collect();
    let next = next.map(|phase| t.next_step(words::days(ctx, &phase), words::step(t, phase.step))).unwrap_or_default();
    (open, next, gestures(ctx, budget, href, now))
}

/// What anyone can do here today; `href` is the budget's own page, under its démarche's.
fn gestures(ctx: &Ctx, budget: &Budget, href: &str, now: &[Phase]) -> Vec<Anchor> {
    let t = Texts::new(ctx.lang);
    let state = budget.state;
    let is_now = |step| now.iter().any(|phase| phase.step == step);
    let anchor = |label: &str, href| Anchor { label: label.to_owned(), href };
    let below = |below: &str| [href, "/", below].concat();
    let mut all = Vec::new();
    if is_now(Step::Ideas) {
        let initiative = href.strip_suffix("/budget").unwrap_or(href);
        all.push(anchor(t.gesture_idea(), [initiative, "/contribuer"].concat()));
    }
    if state == BudgetState::Voting && is_now(Step::Vote) {
        all.push(anchor(t.gesture_vote(), below("voter")));
    }
    if state == BudgetState::Counted {
        all.push(anchor(t.gesture_results(), below("resultats")));
        all.push(anchor(t.gesture_works(), below("realisation")));
    }
    if matches!(state, BudgetState::Voting | BudgetState::Closed | BudgetState::Counted) {
        all.push(anchor(t.gesture_receipt(), below("recu")));
    }
    all
}

/// What those who run it can do.
fn tools(ctx: &Ctx, place: &Place) -> Vec<Anchor> {
    let t = Texts::new(ctx.lang);
    let before = matches!(place.budget.state, BudgetState::Draft | BudgetState::Published);
    let voting = place.budget.state == BudgetState::Voting;
    let all = [
        (EDIT, before, t.tool_prepare(), "preparer"),
        (EDIT, before, t.tool_new(), "nouveau-projet"),
        (STUDY, before, t.tool_study(), "instruction"),
        (EDIT, before || voting, t.tool_voters(), "electeurs"),
        (BOOTH, voting, t.tool_strike(), "emargement"),
        (EDIT, voting, t.tool_sheets(), "feuilles"),
        (BOOTH, !before, t.tool_keying(), "saisie"),
        (COUNT, matches!(place.budget.state, BudgetState::Closed | BudgetState::Counted), t.tool_count(), "depouiller"),
    ];
    let shown = all.into_iter().filter(|(permission, now, ..)| *now && place.may(ctx, *permission));
    shown.map(|(_, _, label, below)| Anchor { label: label.to_owned(), href: place.href(below) }).collect()
}

/// The one act that moves the budget on.
fn acts(ctx: &Ctx, place: &Place, phases: &[Phase]) -> Vec<(String, &'static str)> {
    let t = Texts::new(ctx.lang);
    if !place.may(ctx, EDIT) {
        return vec![];
    }
    let is_over = phases.iter().any(|phase| phase.step == Step::Vote && phase.end < ctx.today());
    match place.budget.state {
        BudgetState::Draft => vec![(place.href("publier"), t.act_publish())],
        BudgetState::Published => vec![(place.href("ouvrir"), t.act_open())],
        BudgetState::Voting if is_over => vec![(place.href("fermer"), t.act_close())],
        BudgetState::Voting | BudgetState::Closed | BudgetState::Counted => vec![],
    }
}
