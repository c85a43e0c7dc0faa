//! From the answers of a wave to its cube: the frozen protocol becomes a plan of the survey engine, the engine carries it
//! out, and what it may show becomes the cube. No statistic is computed here.

mod areas;
mod cube;
mod groups;
mod plan;
mod table;

use arpent_survey::plan::{Plan, Progress, Refusal, Tables, run};

use crate::domain::cube::Cube;
use crate::domain::wave::{ProtocolVersion, Wave};

pub(crate) use plan::named;
pub use table::Gathered;

/// A wave with the protocol it follows and what was answered.
#[derive(Debug)]
pub struct Source {
    /// The wave.
    pub wave: Wave,
    /// The frozen protocol.
    pub version: ProtocolVersion,
    /// Its complete answers.
    pub gathered: Gathered,
}

/// A wave to read, beside the one before, ready for the engine.
#[derive(Debug)]
pub struct Reading<'a> {
    /// What the protocol asks of the engine. Public so that what is asked can be published and repeated.
    pub plan: Plan,
    /// The answers and the margins.
    pub tables: Tables,
    source: &'a Source,
    before: Option<&'a Source>,
}

impl<'a> Reading<'a> {
    /// Prepares the reading of a wave. `broken` are the questions whose series starts anew since the wave before.
    pub fn new(source: &'a Source, before: Option<&'a Source>, broken: &[String]) -> Self {
        let plan = plan::of(source, before, broken);
        Self { plan, tables: plan::tables(source, before), source, before }
    }

    /// Carries it out, off the threads that answer pages: it computes for a second or two.
    ///
    /// # Errors
    /// What the engine would have to guess.
    pub fn cube(&self, slug: &str, progress: &mut dyn Progress) -> Result<Cube, Refusal> {
        let report = run(&self.plan, &self.tables, progress)?;
        Ok(cube::of(&report, slug, self.source, self.before))
    }
}
