//! A good pattern quickly: for each primary cell, the cheapest way to make it move as far as it must (Kelly, Golden &
//! Assad 1992); then cells that protect nothing any more are shown again.

use super::lp::{Outcome, Program};
use super::suppress::Task;

/// What a cell already hidden costs: nothing, but for choosing short ways.
const FREE: f64 = 1e-4;

/// Complementary cells that protect every primary cell. The table is known to be protectable.
pub fn pattern(task: &Task<'_>) -> Vec<usize> {
    let mut secondary: Vec<usize> = Vec::new();
    let mut order = task.primary.clone();
    order.sort_by(|a, b| task.count(*a).total_cmp(&task.count(*b)));
    for &cell in &order {
        for shift in [-task.count(cell), task.threshold as f64 - task.count(cell)] {
            let way = way(task, &secondary, cell, shift);
            secondary.extend(way);
        }
    }
    if task.exposed(&secondary).is_some() {
        secondary.clone_from(&task.candidates);
    }
    pruned(task, secondary)
}

/// The cells that must be hidden besides, so that `cell` may be `shift` away from its count.
fn way(task: &Task<'_>, secondary: &[usize], cell: usize, shift: f64) -> Vec<usize> {
    let movable: Vec<usize> = task.hidden(&task.candidates).into_iter().filter(|other| *other != cell).collect();
    let fixed = |other: &usize| task.given(*other) || secondary.contains(other);
    let mut program = Program::minimise();
    let mut places = vec![None; task.cells.cells.len()];
    let mut ups = Vec::with_capacity(movable.len());
    for other in &movable {
        let cost = if fixed(other) { FREE } else { task.cost(*other) };
        let up = program.variable(cost, (0.0, f64::INFINITY));
        let down = program.variable(cost, (0.0, task.count(*other)));
        places[*other] = Some((up, down));
        ups.push((*other, up, down));
    }
    for relation in task.cells.signed() {
        let (mut terms, mut moved) = (Vec::new(), 0.0);
        for (other, sign) in relation {
            if let Some((up, down)) = places[other] {
                terms.extend([(up, sign), (down, -sign)]);
            } else if other == cell {
                moved = sign * shift;
            }
        }
        program.equal(&terms, -moved);
    }
    let Outcome::Optimum(solution) = program.solve() else { return Vec::new() };
    let moves = |up, down| (solution.var_value(up) - solution.var_value(down)).abs() > 1e-6;
    let used = ups.into_iter().filter(|(other, up, down)| !fixed(other) && moves(*up, *down));
    used.map(|(other, _, _)| other).collect()
}

/// Without the cells that the pattern can do without, the largest first.
fn pruned(task: &Task<'_>, mut secondary: Vec<usize>) -> Vec<usize> {
    let mut order = secondary.clone();
    order.sort_by(|a, b| task.count(*b).total_cmp(&task.count(*a)));
    for cell in order {
        let without: Vec<usize> = secondary.iter().copied().filter(|other| *other != cell).collect();
        if task.exposed(&without).is_none() {
            secondary = without;
        }
    }
    secondary.sort_unstable();
    secondary
}
