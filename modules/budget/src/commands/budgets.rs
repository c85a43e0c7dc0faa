//! Settling a budget, opening its ballot, closing it.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, TITLE};
use arpent_core::chance::secret;
use arpent_core::money;
use arpent_core::{Gate, Id, Role, Unmet};
use arpent_store::Tx;
use arpent_web::{Caller, FieldProblem, Refusal, Say};
use jiff::civil::Date;

use super::{event, scope};
use crate::EDIT;
use crate::domain::phase::{Phase, Step};
use crate::domain::project::{Envelope, ProjectState, exceeds};
use crate::domain::settings::{Access, BallotKind, Completion, Rule, Settings, Ties};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::{projects, voters};
use crate::texts::Texts;

/// A budget as it is typed.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub text: String,
    /// What a project must respect, one sentence a line.
    pub criteria: String,
    /// One amount, or one "name; amount" a line.
    pub envelopes: String,
    /// What one does on the ballot: a code.
    pub ballot: String,
    /// How many projects, or points.
    pub most: String,
    /// How winners are found: a code.
    pub rule: String,
    /// What becomes of the rest: a code.
    pub completion: String,
    /// Who comes first among equals: a code.
    pub ties: String,
    /// How voters are known: a code.
    pub access: String,
    /// From which age.
    pub min_age: String,
    /// First and last day of each step, in order.
    pub days: [(Option<Date>, Option<Date>); 5],
    /// The version that was read.
    pub version: i64,
}

/// The same, read.
struct Checked {
    title: String,
    text: String,
    criteria: String,
    settings: Settings,
    phases: Vec<Phase>,
    envelopes: Vec<(String, i64)>,
}

/// The words in front of an amount, and the amount: "Nord ; 120 000" or "120 000".
fn envelope(line: &str) -> Option<(String, i64)> {
    let (name, amount) = line.rsplit_once(';').unwrap_or(("", line));
    let amount = money::parse(amount).filter(|amount| *amount > 0)?;
    Some((text::clean(name), amount))
}

fn envelopes(typed: &str) -> Result<Vec<(String, i64)>, FieldProblem> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(FieldProblem::new("envelopes", "missing", |l| Texts::new(l).envelopes_missing().into()));
    }
    let mut read: Vec<(String, i64)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let number = at + 1;
        let one =
            envelope(line).filter(|one| (lines.len() == 1 || !one.0.is_empty()) && !read.iter().any(|b| b.0 == one.0));
        match one {
            Some(one) if one.0.chars().count() <= TITLE => read.push(one),
            _ => {
                return Err(FieldProblem::new("envelopes", "format", move |l| Texts::new(l).envelopes_problem(number)));
            }
        }
    }
    Ok(read)
}

fn days(draft: &Draft, p: &mut Problems) -> Vec<Phase> {
    const FIELDS: [&str; 5] = ["days_ideas", "days_study", "days_vote", "days_count", "days_works"];
    let mut phases: Vec<Phase> = Vec::new();
    for ((step, (start, end)), field) in Step::ALL.iter().zip(draft.days).zip(FIELDS) {
        let whole = start.zip(end).filter(|(start, end)| start <= end);
        let later = |start: &Date| phases.last().is_none_or(|before| before.start <= *start);
        match whole {
            Some((start, end)) if later(&start) => phases.push(Phase { step: *step, start, end }),
            _ => p.require(false, || FieldProblem::new(field, "days", |l| Texts::new(l).days_problem().into())),
        }
    }
    phases
}

fn settings(draft: &Draft, p: &mut Problems) -> Settings {
    let ballot = BallotKind::parse(&draft.ballot);
    let (rule, completion) = (Rule::parse(&draft.rule), Completion::parse(&draft.completion));
    let (ties, access) = (Ties::parse(&draft.ties), Access::parse(&draft.access));
    let unchosen = |field| move || FieldProblem::new(field, "missing", |l| Texts::new(l).choose_one().into());
    p.require(ballot.is_some(), unchosen("ballot"));
    p.require(rule.is_some(), unchosen("rule"));
    p.require(completion.is_some(), unchosen("completion"));
    p.require(ties.is_some(), unchosen("ties"));
    p.require(access.is_some(), unchosen("access"));
    let default = Settings::default();
    let most: i64 = draft.most.trim().parse().unwrap_or(0);
    let min_age: i64 = if draft.min_age.trim().is_empty() { 0 } else { draft.min_age.trim().parse().unwrap_or(-1) };
    p.require((1..=1_000).contains(&most), || {
        FieldProblem::new("most", "range", |l| Texts::new(l).most_problem().into())
    });
    p.require((0..=99).contains(&min_age), || {
        FieldProblem::new("min_age", "range", |l| Texts::new(l).min_age_problem().into())
    });
    let settings = Settings {
        ballot: ballot.unwrap_or(default.ballot),
        most,
        rule: rule.unwrap_or(default.rule),
        completion: completion.unwrap_or(default.completion),
        ties: ties.unwrap_or(default.ties),
        access: access.unwrap_or(default.access),
        min_age,
    };
    p.require(settings.is_coherent(), || {
        FieldProblem::new("rule", "incoherent", |l| Texts::new(l).rule_problem().into())
    });
    settings
}

fn check(draft: &Draft) -> Result<Checked, Refusal> {
    let mut p = Problems::default();
    let checked = Checked {
        title: p.read(text::required(&draft.title, "title", TITLE)),
        text: p.read(text::optional(&draft.text, "text", REASON)),
        criteria: p.read(text::optional(&draft.criteria, "criteria", REASON)),
        envelopes: p.read(envelopes(&draft.envelopes)),
        settings: settings(draft, &mut p),
        phases: days(draft, &mut p),
    };
    let divided = checked.envelopes.len() > 1 && checked.settings.rule == Rule::Knapsack;
    p.require(!divided, || FieldProblem::new("rule", "divided", |l| Texts::new(l).rule_divided().into()));
    p.done()?;
    Ok(checked)
}

/// Begins the budget of a démarche, or changes it as long as nobody votes.
///
/// # Errors
/// Not allowed, fields to correct, a ballot that has opened, someone who saved first.
pub async fn save(caller: &Caller, initiative: Id<Initiative>, draft: &Draft) -> Result<Budget, Refusal> {
    let mut tx = caller.begin(EDIT, scope(initiative)).await?;
    let checked = check(draft)?;
    let before = budgets::of_initiative(&tx, initiative).await?;
    let is_new = before.is_none();
    let budget = Budget {
        id: before.as_ref().map_or_else(|| caller.id(), |before| before.id),
        initiative,
        title: checked.title,
        text: checked.text,
        criteria: checked.criteria,
        settings: checked.settings,
        state: before.as_ref().map_or(BudgetState::Draft, |before| before.state),
        secret: before.map_or_else(|| Some(secret(&*caller.chance)), |before| before.secret),
        version: draft.version,
    };
    if is_new {
        budgets::add(&tx, &budget).await?;
        tx.note(event("budget.created", &budget));
    } else if !budgets::edit(&tx, &budget).await? {
        return Err(changed(&budget));
    }
    for phase in &checked.phases {
        budgets::put_phase(&tx, budget.id, phase).await?;
    }
    keep_envelopes(&tx, caller, &budget, &checked.envelopes).await?;
    tx.commit(event("budget.edited", &budget)).await?;
    Ok(budget)
}

fn changed(budget: &Budget) -> Refusal {
    if matches!(budget.state, BudgetState::Draft | BudgetState::Published) {
        return Refusal::rule("budget-changed", |l| Texts::new(l).budget_changed().into());
    }
    Refusal::rule("budget-frozen", |l| Texts::new(l).budget_frozen().into())
}

async fn keep_envelopes(tx: &Tx, caller: &Caller, budget: &Budget, wanted: &[(String, i64)]) -> Result<(), Refusal> {
    for old in budgets::envelopes(tx, budget.id).await? {
        let stays = wanted.iter().any(|(name, _)| *name == old.name);
        if !stays && !budgets::drop_envelope(tx, old.id).await? {
            let name = old.name.clone();
            return Err(Refusal::field("envelopes", "used", move |l| Texts::new(l).envelope_used(&name)));
        }
    }
    for (position, (name, amount)) in (1..).zip(wanted) {
        let one = Envelope { id: caller.id(), name: name.clone(), amount: *amount };
        budgets::put_envelope(tx, budget.id, position, &one).await?;
    }
    Ok(())
}

/// Shows the budget to everyone.
///
/// # Errors
/// Not allowed, or already done.
pub async fn publish(caller: &Caller, budget: &Budget) -> Result<(), Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    if !budgets::go(&tx, budget.id, BudgetState::Draft, BudgetState::Published).await? {
        return Err(changed(budget));
    }
    Ok(tx.commit(event("budget.published", budget)).await?)
}

/// What must hold before the ballot opens.
///
/// # Errors
/// The database does not answer.
pub async fn gate(caller: &Caller, budget: &Budget, here: &str) -> Result<Gate, Refusal> {
    let all = projects::of_budget(&caller.db, budget.id).await?;
    let envelopes = budgets::envelopes(&caller.db, budget.id).await?;
    let phases = budgets::phases(&caller.db, budget.id).await?;
    let today = caller.today();
    let mut gate = Gate::default();
    let mut need = |code, count: usize, below: &str, who| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        gate.require_none(Unmet { code, count, href: format!("{here}/{below}"), who });
    };
    let dear = |project: &&_| is_dear(project, &envelopes);
    need("unstudied", all.iter().filter(|p| p.state == ProjectState::Study).count(), "instruction", Role::Agent);
    need("too-dear", all.iter().filter(dear).count(), "instruction", Role::Agent);
    let eligible = all.iter().filter(|project| project.is_eligible()).count();
    need("few-projects", usize::from(eligible < 2), "instruction", Role::Facilitator);
    let in_time = phases.iter().any(|phase| phase.step == Step::Vote && phase.holds(today));
    need("not-the-days", usize::from(!in_time), "preparer", Role::Facilitator);
    let listed = voters::turnout(&caller.db, budget.id).await?.listed;
    let no_list = budget.settings.access != Access::Email && listed == 0;
    need("no-voters", usize::from(no_list), "electeurs", Role::Facilitator);
    Ok(gate)
}

fn is_dear(project: &crate::domain::project::Project, envelopes: &[Envelope]) -> bool {
    let envelope = envelopes.iter().find(|envelope| envelope.id == project.envelope);
    project.is_eligible() && project.cost.zip(envelope).is_some_and(|(cost, envelope)| exceeds(cost, envelope))
}

/// A condition that does not hold, in words.
pub fn say(unmet: &Unmet) -> Say {
    let count = unmet.count;
    match unmet.code {
        "unstudied" => Say::new(move |l| Texts::new(l).gate_unstudied(count)),
        "too-dear" => Say::new(move |l| Texts::new(l).gate_too_dear(count)),
        "few-projects" => Say::new(|l| Texts::new(l).gate_few_projects().into()),
        "not-the-days" => Say::new(|l| Texts::new(l).gate_not_the_days().into()),
        _ => Say::new(|l| Texts::new(l).gate_no_voters().into()),
    }
}

/// Opens the ballot: from now on nothing of the rule, the list of projects and their costs changes.
///
/// # Errors
/// Not allowed, not published, or [`Refusal::Gate`] with everything that is missing.
pub async fn open(caller: &Caller, budget: &Budget, here: &str) -> Result<(), Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    let gate = gate(caller, budget, here).await?;
    if !gate.is_open() {
        let told = gate.unmet.into_iter().map(|unmet| (unmet.clone(), say(&unmet))).collect();
        return Err(Refusal::Gate(told));
    }
    budgets::lock(&tx, budget.id).await?;
    if !budgets::go(&tx, budget.id, BudgetState::Published, BudgetState::Voting).await? {
        return Err(changed(budget));
    }
    let count = projects::freeze(&tx, budget.id).await?;
    Ok(tx.commit(event("ballot.opened", budget).with("projects", count)).await?)
}

/// Closes the ballot once its last day is past.
///
/// # Errors
/// Not allowed, not open, a last day that is not past.
pub async fn close(caller: &Caller, budget: &Budget) -> Result<(), Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    budgets::lock(&tx, budget.id).await?;
    let phases = budgets::phases(&tx, budget.id).await?;
    if phases.iter().any(|phase| phase.step == Step::Vote && caller.today() <= phase.end) {
        return Err(Refusal::rule("vote-not-over", |l| Texts::new(l).vote_not_over().into()));
    }
    if !budgets::go(&tx, budget.id, BudgetState::Voting, BudgetState::Closed).await? {
        return Err(Refusal::rule("vote-not-open", |l| Texts::new(l).vote_not_open().into()));
    }
    voters::forget_codes(&tx, budget.id).await?;
    let turnout = voters::turnout(&tx, budget.id).await?;
    let closed = event("ballot.closed", budget).with("online", turnout.online).with("paper", turnout.paper);
    Ok(tx.commit(closed).await?)
}
