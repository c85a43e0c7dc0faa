//! The balance of a charter (*bilan*): what its signatories say they did, summed by action, unit and year.

use std::collections::{BTreeMap, BTreeSet};

use arpent_core::Id;
use uuid::Uuid;

use super::sub::Item;

/// What one report says, as far as a balance reads it.
#[derive(Debug, Clone)]
pub struct Told {
    /// For which action.
    pub item: Id<Item>,
    /// The action in the words of the version that was signed.
    pub action: String,
    /// The year.
    pub year: i64,
    /// Of what, as typed.
    pub unit: String,
    /// How much, when it was said.
    pub quantity: Option<f64>,
    /// By whom: an organisation, a person, or a signature whose hand was forgotten.
    pub signatory: Uuid,
}

/// The sum of a year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sum {
    /// Quantities added; meaningless while no report gave one.
    pub quantity: f64,
    /// Reports that gave a quantity.
    pub measured: i64,
    /// Reports.
    pub reports: i64,
}

/// What was done for an action, in one unit.
#[derive(Debug, Clone)]
pub struct Line {
    /// The action, in the words of the latest version that has it.
    pub action: String,
    /// The unit as it was first written; empty when no quantity was given.
    pub unit: String,
    /// Year by year.
    pub years: BTreeMap<i64, Sum>,
}

impl Line {
    /// Over all years.
    pub fn total(&self) -> Sum {
        self.years.values().fold(Sum::default(), |all, one| Sum {
            quantity: all.quantity + one.quantity,
            measured: all.measured + one.measured,
            reports: all.reports + one.reports,
        })
    }
}

/// What the signatories of a charter say they did.
#[derive(Debug, Clone, Default)]
pub struct Balance {
    /// Years reported about, the first one first.
    pub years: Vec<i64>,
    /// By action, in the order of the menus, then by unit.
    pub lines: Vec<Line>,
    /// Reports.
    pub reports: i64,
    /// Signatories that reported, whatever the versions they signed.
    pub signatories: i64,
}

impl Balance {
    /// Units in which something was measured, the one most lines have first, each with its lines.
    pub fn units(&self) -> Vec<(&str, Vec<&Line>)> {
        let mut units: Vec<(&str, Vec<&Line>)> = Vec::new();
        for line in self.lines.iter().filter(|line| line.total().measured > 0) {
            match units.iter_mut().find(|(unit, _)| key(unit) == key(&line.unit)) {
                Some((_, lines)) => lines.push(line),
                None => units.push((&line.unit, vec![line])),
            }
        }
        units.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
        units
    }
}

/// "Arbres", "arbre" and "arbres " are one unit.
fn key(unit: &str) -> String {
    let one = |word: &str| word.strip_suffix('s').filter(|stem| stem.chars().count() > 2).unwrap_or(word).to_owned();
    unit.to_lowercase().split_whitespace().map(one).collect::<Vec<_>>().join(" ")
}

/// Sums reports. What has no quantity is counted with its action, and never as a zero.
pub fn balance(told: &[Told]) -> Balance {
    // An action keeps its id from version to version: the last words win.
    let words: BTreeMap<_, _> = told.iter().map(|one| (one.item, one.action.as_str())).collect();
    let mut lines: Vec<(Id<Item>, String, Line)> = Vec::new();
    for one in told {
        let unit = if one.quantity.is_some() { key(&one.unit) } else { String::new() };
        let at = lines.iter().position(|(item, held, _)| *item == one.item && *held == unit).unwrap_or_else(|| {
            let shown = if one.quantity.is_some() { one.unit.trim() } else { "" };
            let action = words.get(&one.item).copied().unwrap_or_default().to_owned();
            lines.push((one.item, unit, Line { action, unit: shown.to_owned(), years: BTreeMap::new() }));
            lines.len() - 1
        });
        let sum = lines[at].2.years.entry(one.year).or_default();
        sum.reports += 1;
        sum.measured += i64::from(one.quantity.is_some());
        sum.quantity += one.quantity.unwrap_or(0.0);
    }
    let years: BTreeSet<i64> = told.iter().map(|one| one.year).collect();
    let signatories: BTreeSet<Uuid> = told.iter().map(|one| one.signatory).collect();
    Balance {
        years: years.into_iter().collect(),
        lines: lines.into_iter().map(|(_, _, line)| line).collect(),
        reports: i64::try_from(told.len()).unwrap_or(i64::MAX),
        signatories: i64::try_from(signatories.len()).unwrap_or(i64::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(item: u128, action: &str, year: i64, quantity: Option<f64>, unit: &str) -> Told {
        let id = |n| Uuid::from_u128(n);
        Told {
            item: Id::from_uuid(id(item)),
            action: action.to_owned(),
            year,
            unit: unit.to_owned(),
            quantity,
            signatory: id(9),
        }
    }

    #[test]
    fn quantities_are_summed_by_action_unit_and_year_and_never_across_units() {
        let all = [
            told(1, "Planter", 2025, Some(40.0), "arbres"),
            told(1, "Planter", 2025, Some(1.0), " Arbre "),
            told(1, "Planter des arbres", 2026, Some(12.5), "mètres"),
            told(1, "Planter des arbres", 2026, None, "arbres"),
            told(2, "Faucher tard", 2026, Some(300.0), "m²"),
        ];
        let balance = balance(&all);
        assert_eq!(balance.years, [2025, 2026]);
        assert_eq!((balance.reports, balance.signatories), (5, 1));
        let said: Vec<_> = balance.lines.iter().map(|line| (line.action.as_str(), line.unit.as_str())).collect();
        let planted = "Planter des arbres";
        assert_eq!(said, [(planted, "arbres"), (planted, "mètres"), (planted, ""), ("Faucher tard", "m²")]);
        assert_eq!(balance.lines[0].years[&2025], Sum { quantity: 41.0, measured: 2, reports: 2 });
        assert_eq!(balance.lines[2].total(), Sum { quantity: 0.0, measured: 0, reports: 1 });
        assert_eq!(balance.units().len(), 3, "what was told without a quantity is drawn nowhere");
    }
}
