//! Why a plan is not carried out.

use crate::disclosure::DisclosureError;
use crate::error::Error;
use crate::hypothesis::TestError;
use crate::likert::LikertError;
use crate::models::ModelError;
use crate::small_area::SmallAreaError;

/// A refusal, with the names that the plan uses and rows of the caller's table counted from zero. The `Display` text is
/// for developers.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The plan is of a version that this engine does not know.
    #[error("plan of version {0}")]
    Version(u32),
    /// Something in the plan is outside its range: where, and what.
    #[error("{place}: {value} is outside its range")]
    Range {
        /// The entry of the plan.
        place: String,
        /// Its value.
        value: f64,
    },
    /// The plan gives one name to two things.
    #[error("{0} is named twice")]
    NamedTwice(String),
    /// The plan refers to something that it does not define.
    #[error("{place}: nothing is named {name}")]
    Unknown {
        /// The entry of the plan.
        place: String,
        /// The name it uses.
        name: String,
    },
    /// A measure cannot be used as asked: it has no scale, or is of a kind without shares or values.
    #[error("{place}: the measure {measure} cannot be used so")]
    MeasureKind {
        /// The entry of the plan.
        place: String,
        /// The measure.
        measure: String,
    },
    /// Volunteers are compared or modelled, which their answers do not allow.
    #[error("{place}: {population} are volunteers")]
    Volunteers {
        /// The entry of the plan.
        place: String,
        /// The population.
        population: String,
    },
    /// A table is not given.
    #[error("table {0} is not given")]
    Table(String),
    /// A table has no such column.
    #[error("table {table} has no column {column}")]
    Column {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A cell that must hold a number holds text.
    #[error("table {table}, column {column}, row {row}: {text} is not a number")]
    NotANumber {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// What it holds.
        text: String,
    },
    /// A cell that must hold something is empty.
    #[error("table {table}, column {column}, row {row} is empty")]
    Missing {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The row.
        row: usize,
    },
    /// A base weight is not positive.
    #[error("table {table}, column {column}, row {row}: weight {weight}")]
    Weight {
        /// The table.
        table: String,
        /// The column of weights.
        column: String,
        /// The row.
        row: usize,
        /// The weight.
        weight: f64,
    },
    /// No row of the table belongs to the population.
    #[error("population {0} has no row")]
    EmptyPopulation(String),
    /// The table of margins is of another year.
    #[error("margins {table} are of {found}, the plan expects {expected}")]
    MarginYear {
        /// The table.
        table: String,
        /// The year in the plan.
        expected: i64,
        /// The year of the table.
        found: i64,
    },
    /// The design or the weighting refuses: unequal margins, an empty category with a merge proposed, a missing value…
    /// Units are rows of the population; [`Error`] says which margin and category.
    #[error("population {population}: {error}")]
    Weighting {
        /// The population.
        population: String,
        /// Why.
        error: Box<Error>,
        /// Rows of the caller's table that the error's unit numbers mean, in order.
        rows: Vec<usize>,
    },
    /// An answer is neither on its scale nor a "don't know".
    #[error("table {table}, column {column}, row {row}: answer {value} is not on the scale {scale}")]
    OffScale {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The row.
        row: usize,
        /// The answer.
        value: f64,
        /// The scale.
        scale: String,
    },
    /// A scale repeats a code, has fewer than two answers, or a box or a map that does not fit them.
    #[error("scale {0} is not usable")]
    Scale(String),
    /// An estimation refuses.
    #[error("{place}: {error}")]
    Estimation {
        /// The entry of the plan, and the item where there is one.
        place: String,
        /// Why.
        error: Box<Error>,
    },
    /// A test refuses.
    #[error("{place}: {error}")]
    Test {
        /// The entry of the plan.
        place: String,
        /// Why.
        error: Box<TestError>,
    },
    /// A regression refuses.
    #[error("{place}: {error}")]
    Model {
        /// The entry of the plan.
        place: String,
        /// Why.
        error: Box<ModelError>,
    },
    /// A model of small areas refuses.
    #[error("{place}: {error}")]
    Areas {
        /// The entry of the plan.
        place: String,
        /// Why.
        error: SmallAreaError,
    },
    /// A table cannot be protected.
    #[error("{place}: {error}")]
    Disclosure {
        /// The entry of the plan.
        place: String,
        /// Why.
        error: DisclosureError,
    },
}

impl Refusal {
    pub(super) fn estimation(place: impl Into<String>) -> impl FnOnce(Error) -> Self {
        let place = place.into();
        move |error| Self::Estimation { place, error: Box::new(error) }
    }

    pub(super) fn scale(scale: &str) -> impl FnOnce(LikertError) -> Self {
        let scale = scale.to_owned();
        // Answers off the scale are refused before, with their row.
        move |_| Self::Scale(scale)
    }
}
