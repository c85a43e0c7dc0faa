//! What is known of the population: how many people in each category of a variable.

use std::collections::HashMap;

use crate::design::same_length;
use crate::error::Error;
use crate::variance::adjustment::NO_CATEGORY;

/// The code of a unit without a value on a margin.
pub const MISSING: u32 = NO_CATEGORY;

/// Two totals of one population may differ by this share, which rounding explains.
const SAME_TOTAL: f64 = 1e-9;

/// A category and the people it holds.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Category {
    /// Its name, given back in refusals.
    pub name: String,
    /// People of the population in it.
    pub target: f64,
}

/// A variable (or a crossing of several) of which the population is known by category.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// Its name, given back in refusals.
    pub name: String,
    /// Its categories.
    pub categories: Vec<Category>,
    /// The category of each unit, from 0, or [`MISSING`].
    pub codes: Vec<u32>,
    /// Whether neighbouring categories resemble each other, as ages do: a merge is then proposed with a neighbour.
    pub ordered: bool,
}

impl Margin {
    /// A margin from names and population counts, and the category of each unit.
    pub fn new<N: Into<String>>(name: N, categories: Vec<(String, f64)>, codes: Vec<u32>) -> Self {
        let categories = categories.into_iter().map(|(name, target)| Category { name, target }).collect();
        Self { name: name.into(), categories, codes, ordered: false }
    }

    /// A margin from the name of each unit's category. A name that is not a category refuses, naming it.
    pub fn from_names<T: AsRef<str>>(name: &str, categories: Vec<(String, f64)>, names: &[T]) -> Result<Self, Error> {
        let index: HashMap<String, u32> = categories.iter().map(|(name, _)| name.clone()).zip(0_u32..).collect();
        let codes: Vec<u32> = names.iter().map(|n| index.get(n.as_ref()).copied().unwrap_or(MISSING)).collect();
        if let Some(at) = codes.iter().position(|code| *code == MISSING) {
            let unknown = names[at].as_ref();
            if !unknown.is_empty() {
                let answers = names.iter().filter(|n| n.as_ref() == unknown).count();
                let (margin, category) = (name.to_owned(), unknown.to_owned());
                return Err(Error::UnexpectedCategory { margin, category, answers });
            }
        }
        Ok(Self::new(name, categories, codes))
    }

    /// The margin with neighbouring categories said to resemble each other.
    #[must_use]
    pub fn ordered(mut self) -> Self {
        self.ordered = true;
        self
    }

    /// People in all categories.
    pub fn total(&self) -> f64 {
        self.categories.iter().map(|category| category.target).sum()
    }

    /// The margin with a category merged into another: units and people alike.
    #[must_use]
    pub fn merged(&self, from: usize, into: usize) -> Self {
        let mut out = self.clone();
        out.categories[into].target += out.categories[from].target;
        out.categories.remove(from);
        let place = |code: usize| if code > from { code - 1 } else { code };
        for code in out.codes.iter_mut().filter(|code| **code != MISSING) {
            let old = if *code as usize == from { into } else { *code as usize };
            *code = crate::design::dense(place(old));
        }
        out
    }

    /// The category into which one is best merged: the lesser neighbour where they are ordered, else the least populated
    /// of those that `holds` accepts (Battaglia et al. 2009).
    pub fn merge_proposal(&self, category: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
        let fit = |other: &usize| *other != category && holds(*other);
        let least = |a: &usize, b: &usize| self.categories[*a].target.total_cmp(&self.categories[*b].target);
        if self.ordered {
            let below = (0..category).rev().find(fit);
            let above = (category + 1..self.categories.len()).find(fit);
            return below.into_iter().chain(above).min_by(least);
        }
        (0..self.categories.len()).filter(fit).min_by(least)
    }

    /// Refuses a faulty target, a unit without a value, a category of the sample that the population ignores, and a
    /// category of the population that the sample does not weigh.
    pub(crate) fn check(&self, weights: &[f64]) -> Result<(), Error> {
        same_length(weights.len(), self.codes.len())?;
        self.check_targets()?;
        self.check_codes()?;
        let mut held = vec![0.0; self.categories.len()];
        for (code, weight) in self.codes.iter().zip(weights) {
            held[*code as usize] += weight;
        }
        (0..held.len()).try_for_each(|category| self.check_category(category, &held))
    }

    fn check_targets(&self) -> Result<(), Error> {
        let faulty = self.categories.iter().find(|category| !(category.target >= 0.0 && category.target.is_finite()));
        faulty.map_or(Ok(()), |category| {
            let (margin, category, target) = (self.name.clone(), category.name.clone(), category.target);
            Err(Error::Target { margin, category, target })
        })
    }

    fn check_codes(&self) -> Result<(), Error> {
        if let Some(first) = self.codes.iter().position(|code| *code == MISSING) {
            let units = self.codes.iter().filter(|code| **code == MISSING).count();
            return Err(Error::MissingMargin { margin: self.name.clone(), units, first });
        }
        match self.codes.iter().find(|code| **code as usize >= self.categories.len()) {
            None => Ok(()),
            Some(code) => Err(self.unexpected(*code, code.to_string())),
        }
    }

    fn unexpected(&self, code: u32, category: String) -> Error {
        let answers = self.codes.iter().filter(|other| **other == code).count();
        Error::UnexpectedCategory { margin: self.name.clone(), category, answers }
    }

    fn check_category(&self, category: usize, held: &[f64]) -> Result<(), Error> {
        let Category { name, target } = &self.categories[category];
        match (held[category] > 0.0, *target > 0.0) {
            (true, false) => Err(self.unexpected(crate::design::dense(category), name.clone())),
            (false, true) => {
                let proposal = self.merge_proposal(category, |other| held[other] > 0.0);
                let merge_with = proposal.map(|other| self.categories[other].name.clone());
                let (margin, category, target) = (self.name.clone(), name.clone(), *target);
                Err(Error::EmptyCategory { margin, category, target, merge_with })
            }
            _ => Ok(()),
        }
    }
}

/// Refuses no margin, faulty margins and margins of unequal totals.
pub(crate) fn check_all(margins: &[Margin], weights: &[f64]) -> Result<(), Error> {
    let reference = margins.first().ok_or(Error::NoMargin)?;
    margins.iter().try_for_each(|margin| margin.check(weights))?;
    let total = reference.total();
    let other = margins.iter().find(|margin| (margin.total() - total).abs() > SAME_TOTAL * total);
    other.map_or(Ok(()), |margin| {
        Err(Error::UnequalMargins {
            first: reference.name.clone(),
            first_total: total,
            second: margin.name.clone(),
            second_total: margin.total(),
        })
    })
}
