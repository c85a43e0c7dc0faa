//! The smallest pattern, by cuts (Fischetti & Salazar-González 2001): choose the cheapest cells that meet the conditions
//! known so far; where a primary cell stays exposed, the dual of the reader's program gives one more condition, that every
//! protected pattern meets.

use super::attack::Attack;
use super::lp::{Outcome, Program};
use super::suppress::Task;

/// Rounds before giving up; a small table takes some dozens.
const ROUNDS: usize = 400;

/// What a cell not hidden costs in the dual: little, so that conditions name as few of them as they can.
const UNSEEN: f64 = 1e-3;

/// `Σ coefficient over hidden candidates ≥ 1`.
type Condition = Vec<(usize, f64)>;

/// The cheapest complementary cells, or none where the search takes too long.
pub fn pattern(task: &Task<'_>) -> Option<Vec<usize>> {
    let mut conditions: Vec<Condition> = Vec::new();
    for _ in 0..ROUNDS {
        let secondary = cheapest(task, &conditions)?;
        let more = broken(task, &secondary)?;
        if more.is_empty() {
            return Some(secondary);
        }
        conditions.extend(more);
    }
    None
}

fn cheapest(task: &Task<'_>, conditions: &[Condition]) -> Option<Vec<usize>> {
    let mut program = Program::minimise();
    let mut choices = vec![None; task.cells.cells.len()];
    for &cell in &task.candidates {
        choices[cell] = Some(program.choice(task.cost(cell)));
    }
    for condition in conditions {
        let terms: Vec<_> = condition.iter().filter_map(|(cell, share)| Some((choices[*cell]?, *share))).collect();
        program.at_least(&terms, 1.0);
    }
    let Outcome::Optimum(solution) = program.solve() else { return None };
    let chosen = |cell: &usize| choices[*cell].is_some_and(|choice| solution.var_value(choice) > 0.5);
    Some(task.candidates.iter().copied().filter(chosen).collect())
}

/// A condition for each end of each primary cell that the pattern leaves exposed; none where the solver fails.
fn broken(task: &Task<'_>, secondary: &[usize]) -> Option<Vec<Condition>> {
    let hidden = task.hidden(secondary);
    let attack = Attack::new(task.cells, &hidden);
    let mut out = Vec::new();
    for &cell in &task.primary {
        let range = attack.range(cell);
        if range.low > super::attack::TOLERANCE {
            out.push(condition(task, &hidden, cell, -1.0, task.count(cell))?);
        }
        let above = task.threshold as f64 - task.count(cell);
        if range.high < task.threshold as f64 - super::attack::TOLERANCE {
            out.push(condition(task, &hidden, cell, 1.0, above)?);
        }
    }
    Some(out)
}

/// The dual of "how far can `cell` move towards `side`", each hidden cell moving down to zero or up to everyone.
fn condition(task: &Task<'_>, hidden: &[usize], cell: usize, side: f64, needed: f64) -> Option<Condition> {
    let everyone = task.cells.cells.iter().map(|cell| cell.count).max().unwrap_or(0).max(task.threshold) as f64;
    let mut program = Program::minimise();
    let free: Vec<_> =
        task.cells.relations.iter().map(|_| program.variable(0.0, (f64::NEG_INFINITY, f64::INFINITY))).collect();
    let mut columns: Vec<Vec<_>> = vec![Vec::new(); task.cells.cells.len()];
    for (relation, variable) in task.cells.signed().zip(&free) {
        for (other, sign) in relation {
            columns[other].push((*variable, sign));
        }
    }
    let mut bounds = Vec::new();
    for other in task.hidden(&task.candidates) {
        let seen = if hidden.contains(&other) { 1.0 } else { UNSEEN };
        let up = program.variable(seen * everyone, (0.0, f64::INFINITY));
        let down = program.variable(seen * task.count(other), (0.0, f64::INFINITY));
        let mut terms = std::mem::take(&mut columns[other]);
        terms.extend([(up, 1.0), (down, -1.0)]);
        program.equal(&terms, if other == cell { side } else { 0.0 });
        bounds.push((other, up, down));
    }
    let Outcome::Optimum(solution) = program.solve() else { return None };
    let reach = |(other, up, down): &(usize, _, _)| {
        everyone * solution.var_value(*up) + task.count(*other) * solution.var_value(*down)
    };
    // What the cells out of sight whatever happens already allow.
    let always = |bound: &&(usize, _, _)| task.given(bound.0);
    let given: f64 = bounds.iter().filter(always).map(reach).sum();
    let left = needed - given;
    let share = |bound: &(usize, _, _)| (bound.0, (reach(bound) / left).min(1.0));
    let shares = bounds.iter().filter(|bound| !always(bound)).map(share).filter(|(_, share)| *share > 1e-9);
    (left > 0.0).then(|| shares.collect())
}
