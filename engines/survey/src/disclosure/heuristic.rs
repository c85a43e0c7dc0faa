//! A good pattern quickly: for each primary cell, the cheapest way to make it move as far as it must (Kelly, Golden &
//! Assad 1992); then cells that no way needs are shown again.

use super::lp::{Outcome, Program};
use super::suppress::Task;

/// What a cell already hidden costs: nothing, but for choosing short ways.
const FREE: f64 = 1e-4;

/// A primary cell that must be able to move by `shift`, and the cells that move with it when it does.
struct Way {
    cell: usize,
    shift: f64,
    moved: Vec<usize>,
}

/// Complementary cells that protect every primary cell. The table is known to be protectable.
pub fn pattern(task: &Task<'_>) -> Vec<usize> {
    let found = ways(task).map(|(ways, secondary)| pruned(task, ways, secondary));
    // Where the solver fails, everything that may be hidden is.
    found.filter(|secondary| task.exposed(secondary).is_none()).unwrap_or_else(|| task.candidates.clone())
}

fn ways(task: &Task<'_>) -> Option<(Vec<Way>, Vec<usize>)> {
    let (mut ways, mut secondary): (Vec<Way>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut order = task.primary.clone();
    order.sort_by(|a, b| task.count(*a).total_cmp(&task.count(*b)));
    for &cell in &order {
        for shift in [-task.count(cell), task.threshold as f64 - task.count(cell)] {
            let cost = |other: usize| if secondary.contains(&other) { FREE } else { task.cost(other) };
            let moved = way(task, cell, shift, &task.candidates, cost)?;
            secondary.extend(moved.iter().filter(|other| !task.given(**other)));
            secondary.sort_unstable();
            secondary.dedup();
            ways.push(Way { cell, shift, moved });
        }
    }
    Some((ways, secondary))
}

/// The cheapest cells that move when `cell` is `shift` away from its count, among those given and `free`; none if there
/// is no way.
fn way(task: &Task<'_>, cell: usize, shift: f64, free: &[usize], cost: impl Fn(usize) -> f64) -> Option<Vec<usize>> {
    let mut program = Program::minimise();
    let mut pairs = vec![None; task.cells.cells.len()];
    for other in task.hidden(free).into_iter().filter(|other| *other != cell) {
        let cost = if task.given(other) { FREE } else { cost(other) };
        let up = program.variable(cost, (0.0, f64::INFINITY));
        let down = program.variable(cost, (0.0, task.count(other)));
        pairs[other] = Some((up, down));
    }
    for relation in task.cells.signed() {
        let (mut terms, mut own) = (Vec::new(), 0.0);
        for (other, sign) in relation {
            if let Some((up, down)) = pairs[other] {
                terms.extend([(up, sign), (down, -sign)]);
            } else if other == cell {
                own = sign * shift;
            }
        }
        if terms.is_empty() && own != 0.0 {
            return None;
        }
        program.equal(&terms, -own);
    }
    let Outcome::Optimum(solution) = program.solve() else { return None };
    let moved = |other: &usize| {
        pairs[*other].is_some_and(|(up, down)| (solution.var_value(up) - solution.var_value(down)).abs() > 1e-6)
    };
    Some((0..pairs.len()).filter(moved).collect())
}

/// Without the cells that the ways can do without, the largest first. Only the ways through a cell are looked for again.
fn pruned(task: &Task<'_>, mut ways: Vec<Way>, mut secondary: Vec<usize>) -> Vec<usize> {
    let mut order = secondary.clone();
    order.sort_by(|a, b| task.count(*b).total_cmp(&task.count(*a)));
    for cell in order {
        let others: Vec<usize> = secondary.iter().copied().filter(|other| *other != cell).collect();
        let through: Vec<usize> = (0..ways.len()).filter(|number| ways[*number].moved.contains(&cell)).collect();
        let again = |number: &usize| way(task, ways[*number].cell, ways[*number].shift, &others, |_| FREE);
        let found: Option<Vec<Vec<usize>>> = through.iter().map(again).collect();
        let Some(found) = found else { continue };
        for (number, moved) in through.into_iter().zip(found) {
            ways[number].moved = moved;
        }
        secondary = others;
    }
    secondary
}
