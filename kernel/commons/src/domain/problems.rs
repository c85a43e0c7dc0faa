//! Everything that is wrong with a form, said at once.

use arpent_web::{FieldProblem, Refusal};

/// Collects the problems of fields, so that a reader corrects them all in one go.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldProblem>);

impl Problems {
    /// Keeps the value, or notes what is wrong with it.
    pub fn read<T: Default>(&mut self, read: Result<T, FieldProblem>) -> T {
        read.unwrap_or_else(|problem| {
            self.0.push(problem);
            T::default()
        })
    }

    /// Notes a problem unless the condition holds.
    pub fn require(&mut self, holds: bool, problem: impl FnOnce() -> FieldProblem) {
        if !holds {
            self.0.push(problem());
        }
    }

    /// Nothing was wrong.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with every problem.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self.0)) }
    }
}
