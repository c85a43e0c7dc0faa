//! Options: ways of acting, compared side by side.

use arpent_core::Id;
use arpent_web::{FieldProblem, Refusal};
use jiff::Timestamp;

use super::contribution::Contribution;
use super::initiative::{Initiative, Theme};
use super::problems::Problems;
use super::text::{REASON, SHORT, TITLE, clean, optional, required};
use crate::texts::Texts;

/// Largest cost accepted, in euros: beyond it, a figure was mistyped.
pub const MOST_EUROS: i64 = 10_000_000_000;
/// Longest delay accepted, in days: a century.
pub const MOST_DAYS: i64 = 36_525;
/// Most advantages, or limits, of one option.
const MOST_POINTS: usize = 12;

/// What an option says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptionSheet {
    /// In one line.
    pub title: String,
    /// What would be done.
    pub description: String,
    /// The cost in words.
    pub cost: String,
    /// The cost in whole euros, when it is known.
    pub cost_euros: Option<i64>,
    /// The delay in words.
    pub delay: String,
    /// The delay in days, when it is known.
    pub delay_days: Option<i64>,
    /// Who it takes.
    pub staff: String,
    /// What speaks for it.
    pub advantages: Vec<String>,
    /// What speaks against it.
    pub limits: Vec<String>,
}

impl OptionSheet {
    /// Cleans and bounds every field.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn checked(&self) -> Result<Self, Refusal> {
        let mut p = Problems::default();
        let sheet = Self {
            title: p.read(required(&self.title, "title", TITLE)),
            description: p.read(required(&self.description, "description", REASON)),
            cost: p.read(optional(&self.cost, "cost", SHORT)),
            cost_euros: p.read(amount(self.cost_euros, "cost_euros", MOST_EUROS)),
            delay: p.read(optional(&self.delay, "delay", SHORT)),
            delay_days: p.read(amount(self.delay_days, "delay_days", MOST_DAYS)),
            staff: p.read(optional(&self.staff, "staff", SHORT)),
            advantages: p.read(points(&self.advantages, "advantages")),
            limits: p.read(points(&self.limits, "limits")),
        };
        p.done()?;
        Ok(sheet)
    }
}

/// A count that cannot be negative nor absurd.
///
/// # Errors
/// The bounds, for the field.
pub fn amount(value: Option<i64>, field: &'static str, most: i64) -> Result<Option<i64>, FieldProblem> {
    match value {
        Some(n) if !(0..=most).contains(&n) => {
            Err(FieldProblem::new(field, "out-of-range", move |l| Texts::new(l).loop_amount_problem(most)))
        }
        kept => Ok(kept),
    }
}

fn points(lines: &[String], field: &'static str) -> Result<Vec<String>, FieldProblem> {
    let lines: Vec<String> = lines.iter().map(|line| clean(line)).filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST_POINTS {
        return Err(FieldProblem::new(field, "too-many", |l| Texts::new(l).loop_points_problem(MOST_POINTS)));
    }
    lines.iter().map(|line| optional(line, field, SHORT)).collect()
}

/// One line each, empty ones left out: how a form and the database hold a list of points.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// An option to create.
#[derive(Debug, Clone, Default)]
pub struct NewOption {
    /// What it says.
    pub sheet: OptionSheet,
    /// The contributions it rests on.
    pub contributions: Vec<Id<Contribution>>,
    /// The themes it rests on.
    pub themes: Vec<Id<Theme>>,
}

/// An option as stored.
#[derive(Debug, Clone)]
pub struct PolicyOption {
    /// Its id.
    pub id: Id<PolicyOption>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// What it says.
    pub sheet: OptionSheet,
    /// Written at.
    pub created_at: Timestamp,
    /// Grows at each change.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_every_problem_at_once() {
        let sheet = OptionSheet { cost_euros: Some(-1), ..OptionSheet::default() };
        let Err(Refusal::Invalid(problems)) = sheet.checked() else { panic!("accepted") };
        let fields: Vec<_> = problems.iter().map(|p| (p.field, p.code)).collect();
        assert_eq!(fields, [("title", "missing"), ("description", "missing"), ("cost_euros", "out-of-range")]);
    }

    #[test]
    fn empty_lines_are_no_points() {
        assert_eq!(lines("Moins cher\n\n  Plus simple \n"), ["Moins cher", "Plus simple"]);
    }
}
