//! Linear programs, as small as tables make them.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, Variable};

/// Where a linear program ends.
#[derive(Debug)]
pub enum Outcome {
    /// An optimum.
    Optimum(Box<Solution>),
    /// The objective has no bound.
    Unbounded,
    /// No point meets the constraints.
    Infeasible,
    /// The solver gave up: the caller must take the prudent side.
    Failed,
}

/// A linear program being written.
pub struct Program {
    problem: Problem,
}

impl Program {
    pub fn minimise() -> Self {
        Self { problem: Problem::new(OptimizationDirection::Minimize) }
    }

    pub fn maximise() -> Self {
        Self { problem: Problem::new(OptimizationDirection::Maximize) }
    }

    pub fn variable(&mut self, cost: f64, bounds: (f64, f64)) -> Variable {
        self.problem.add_var(cost, bounds)
    }

    pub fn choice(&mut self, cost: f64) -> Variable {
        self.problem.add_binary_var(cost)
    }

    pub fn equal(&mut self, terms: &[(Variable, f64)], value: f64) {
        self.problem.add_constraint(terms, ComparisonOp::Eq, value);
    }

    pub fn at_least(&mut self, terms: &[(Variable, f64)], value: f64) {
        self.problem.add_constraint(terms, ComparisonOp::Ge, value);
    }

    /// Solves; a search over choices stops after a fixed number of nodes, whatever the machine.
    pub fn solve(&self) -> Outcome {
        let mut options = microlp::SolveOptions::default();
        options.node_limit = Some(20_000);
        match self.problem.solve_with(options) {
            Ok(outcome) if outcome.is_optimal() => {
                outcome.into_solution().map_or(Outcome::Failed, |solution| Outcome::Optimum(Box::new(solution)))
            }
            Err(microlp::Error::Unbounded) => Outcome::Unbounded,
            Err(microlp::Error::Infeasible) => Outcome::Infeasible,
            Ok(_) | Err(_) => Outcome::Failed,
        }
    }
}
