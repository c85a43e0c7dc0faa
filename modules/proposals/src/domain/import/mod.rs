//! A file of contributions: which column holds what, what each line says, what is wrong with it.

mod line;
mod mapping;

pub use line::{Fault, Lexicon, LineProblem, Said, read_line};
pub use mapping::{Mapping, Target};

/// How far an import has gone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines read.
    pub read: i64,
    /// Contributions created.
    pub created: i64,
    /// Lines already imported before: nothing was created for them.
    pub again: i64,
    /// Lines refused, with their reasons.
    pub refused: i64,
}
