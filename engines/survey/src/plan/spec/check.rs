//! Whether a plan holds together.

use super::{Measure, MeasureReading, Plan};
use crate::plan::Refusal;

impl Plan {
    /// Number of parts that a run reports progress on.
    pub fn parts(&self) -> usize {
        self.populations.len()
            + 2 * self.measures.len()
            + self.changes.len()
            + self.gaps.len()
            + self.priorities.len()
            + self.drivers.len()
            + self.tests.len()
            + self.areas.len()
            + self.tables.len()
    }

    /// Refuses an unknown version, a level outside 0..1, names given twice, unusable scales, and references to nothing.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.version != 1 {
            return Err(Refusal::Version(self.version));
        }
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(Refusal::Range { place: "level".into(), value: self.level });
        }
        unique(self.populations.iter().map(|population| &population.name))?;
        unique(self.measures.iter().map(|measure| &measure.name))?;
        for (name, scale) in &self.scales {
            scale.check().map_err(Refusal::scale(name))?;
        }
        self.measures.iter().try_for_each(|measure| self.check_measure(measure))?;
        self.check_populations()?;
        self.check_measures_named()
    }

    fn check_measure(&self, measure: &Measure) -> Result<(), Refusal> {
        if let MeasureReading::Scale { scale } = &measure.reading
            && !self.scales.contains_key(scale)
        {
            return Err(unknown(&measure.name, scale));
        }
        unique(measure.items.iter())?;
        measure.columns.keys().try_for_each(|population| self.known(&measure.name, population))
    }

    fn known(&self, place: &str, population: &str) -> Result<(), Refusal> {
        let found = self.populations.iter().any(|other| other.name == population);
        if found { Ok(()) } else { Err(unknown(place, population)) }
    }

    fn check_populations(&self) -> Result<(), Refusal> {
        let changes = self.changes.iter().flat_map(|change| [(&change.name, &change.from), (&change.name, &change.to)]);
        let gaps = self.gaps.iter().flat_map(|gap| [(&gap.name, &gap.first), (&gap.name, &gap.second)]);
        let priorities = self.priorities.iter().map(|priority| (&priority.name, &priority.population));
        let drivers = self.drivers.iter().map(|drivers| (&drivers.name, &drivers.population));
        let tests = self.tests.iter().map(|test| (&test.name, &test.population));
        let areas = self.areas.iter().map(|areas| (&areas.name, &areas.population));
        let tables = self.tables.iter().map(|table| (&table.name, &table.population));
        let selections = self.selections.iter().map(|selection| (&selection.name, &selection.population));
        let mut all = changes.chain(gaps).chain(priorities).chain(drivers).chain(tests).chain(areas).chain(tables);
        all.try_for_each(|(place, population)| self.known(place, population))?;
        selections.into_iter().try_for_each(|(place, population)| self.known(place, population))
    }

    fn check_measures_named(&self) -> Result<(), Refusal> {
        let changes = self.changes.iter().flat_map(|c| c.measures.iter().map(|measure| (&c.name, measure)));
        let gaps = self.gaps.iter().map(|gap| (&gap.name, &gap.measure));
        let priorities = self.priorities.iter().flat_map(|p| [(&p.name, &p.importance), (&p.name, &p.satisfaction)]);
        let drivers = self.drivers.iter().flat_map(|d| [(&d.name, &d.outcome), (&d.name, &d.measure)]);
        let areas = self.areas.iter().map(|areas| (&areas.name, &areas.measure));
        let selections = self.selections.iter().flat_map(|s| s.measures.iter().map(|measure| (&s.name, measure)));
        let mut all = changes.chain(gaps).chain(priorities).chain(drivers).chain(areas).chain(selections);
        all.try_for_each(|(place, name)| self.measure(place, name).map(|_| ()))
    }

    /// A measure by name.
    pub(in crate::plan) fn measure(&self, place: &str, name: &str) -> Result<&Measure, Refusal> {
        self.measures.iter().find(|measure| measure.name == name).ok_or_else(|| unknown(place, name))
    }
}

impl Measure {
    /// The items, or the measure itself where it has none.
    pub(in crate::plan) fn items_or_self(&self) -> Vec<&str> {
        if self.items.is_empty() { vec![&self.name] } else { self.items.iter().map(String::as_str).collect() }
    }

    /// The items asked for, or all of them. Refuses one that the measure has not.
    pub(in crate::plan) fn chosen<'a>(&'a self, place: &str, items: &'a [String]) -> Result<Vec<&'a str>, Refusal> {
        let all = self.items_or_self();
        match items.iter().find(|item| !all.contains(&item.as_str())) {
            Some(item) => Err(unknown(place, item)),
            None if items.is_empty() => Ok(all),
            None => Ok(items.iter().map(String::as_str).collect()),
        }
    }
}

fn unknown(place: &str, name: &str) -> Refusal {
    Refusal::Unknown { place: place.to_owned(), name: name.to_owned() }
}

fn unique<'a>(names: impl Iterator<Item = &'a String>) -> Result<(), Refusal> {
    let mut seen = std::collections::BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(Refusal::NamedTwice(name.clone()));
        }
    }
    Ok(())
}
