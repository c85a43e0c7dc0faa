//! Whose contours a file holds: by INSEE code, or else by name when no code says otherwise.

use std::collections::HashSet;

use arpent_core::Id;
use arpent_documents::contours::{Contour, Fault, Feature};
use arpent_store::search::fold;

use super::people::Area;
use crate::store::places::AreaRow;

/// A contour whose area is known.
#[derive(Debug, Clone)]
pub struct Known {
    /// The area.
    pub area: AreaRow,
    /// Its contour in the file.
    pub contour: Contour,
    /// It has one already, which this one would replace.
    pub replaces: bool,
}

/// Why a feature is left aside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aside {
    /// No area of the territory has this code or this name.
    Unknown,
    /// Another feature of the file is the same area's.
    Twice,
    /// Its contour is not sound.
    Unsound(Fault),
}

/// A feature left aside.
#[derive(Debug, Clone)]
pub struct LeftAside {
    /// Its rank in the file, from 1.
    pub rank: usize,
    /// Its name and its code in the file; empty when it says neither.
    pub said: String,
    /// Why.
    pub why: Aside,
}

/// What a file would bring.
#[derive(Debug, Clone, Default)]
pub struct Recognised {
    /// Contours whose area is known, in the order of the areas' names.
    pub known: Vec<Known>,
    /// Features left aside, in the order of the file.
    pub aside: Vec<LeftAside>,
    /// Areas that would still have none.
    pub without: Vec<AreaRow>,
}

/// Gives each feature its area. `drawn` are the areas that have a contour already.
pub fn recognise(features: Vec<Feature>, areas: &[AreaRow], drawn: &[Id<Area>]) -> Recognised {
    let mut found = Recognised::default();
    let mut seen: HashSet<Id<Area>> = HashSet::new();
    for feature in features {
        let said = said(&feature);
        let mut leave = |why| found.aside.push(LeftAside { rank: feature.rank, said: said.clone(), why });
        match (area_of(&feature, areas), feature.contour) {
            (None, _) => leave(Aside::Unknown),
            (Some(_), Err(fault)) => leave(Aside::Unsound(fault)),
            (Some(area), Ok(_)) if !seen.insert(area.id) => leave(Aside::Twice),
            (Some(area), Ok(contour)) => {
                found.known.push(Known { replaces: drawn.contains(&area.id), area: area.clone(), contour });
            }
        }
    }
    found.known.sort_by_key(|known| areas.iter().position(|area| area.id == known.area.id));
    found.without =
        areas.iter().filter(|area| !seen.contains(&area.id) && !drawn.contains(&area.id)).cloned().collect();
    found
}

fn said(feature: &Feature) -> String {
    match (&feature.name, &feature.code) {
        (Some(name), Some(code)) => format!("{name} ({code})"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}

/// A code is believed before a name: two communes may have the same name, and a neighbour's is not ours.
fn area_of<'a>(feature: &Feature, areas: &'a [AreaRow]) -> Option<&'a AreaRow> {
    if let Some(code) = &feature.code
        && let Some(area) = areas.iter().find(|area| area.code.as_ref() == Some(code))
    {
        return Some(area);
    }
    let name = plain(feature.name.as_deref()?);
    let free = |area: &&AreaRow| feature.code.is_none() || area.code.is_none();
    let mut named = areas.iter().filter(|area| plain(&area.name) == name).filter(free);
    named.next().filter(|_| named.next().is_none())
}

/// A name without accents, hyphens, apostrophes nor the ligatures that files write in two letters.
fn plain(name: &str) -> String {
    let folded = fold(&name.replace('œ', "oe").replace('Œ', "OE"));
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().map(|word| if *word == "st" { "saint" } else { word }).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn areas() -> Vec<AreaRow> {
        let area = |rank: u128, code: Option<&str>, name: &str| AreaRow {
            id: Id::from_uuid(Uuid::from_u128(rank)),
            kind: "commune".into(),
            code: code.map(Into::into),
            name: name.into(),
            population: None,
            source: None,
        };
        vec![
            area(1, Some("38061"), "La Buisse"),
            area(2, Some("38384"), "Saint-Étienne-de-Crossey"),
            area(3, Some("38565"), "Voreppe"),
            area(4, None, "Quartier de la gare"),
        ]
    }

    fn feature(rank: usize, code: Option<&str>, name: Option<&str>) -> Feature {
        let west = 5.0 + rank as f64;
        let ring = vec![[west, 45.0], [west + 0.1, 45.0], [west, 45.1]];
        Feature { rank, code: code.map(Into::into), name: name.map(Into::into), contour: Contour::new(&[vec![ring]]) }
    }

    fn found(features: Vec<Feature>) -> (Vec<String>, Vec<(usize, Aside)>) {
        let found = recognise(features, &areas(), &[]);
        (
            found.known.into_iter().map(|known| known.area.name).collect(),
            found.aside.into_iter().map(|aside| (aside.rank, aside.why)).collect(),
        )
    }

    #[test]
    fn a_code_is_enough_and_a_name_helps_when_there_is_none() {
        let (known, aside) = found(vec![
            feature(1, Some("38565"), Some("VOREPPE")),
            feature(2, None, Some("St Etienne de Crossey")),
            feature(3, Some("00001"), Some("Quartier de la Gare")),
        ]);
        assert_eq!(known, ["Saint-Étienne-de-Crossey", "Voreppe", "Quartier de la gare"].map(String::from));
        assert!(aside.is_empty());
    }

    #[test]
    fn the_name_of_a_commune_elsewhere_is_not_ours() {
        assert_eq!(found(vec![feature(1, Some("73001"), Some("La Buisse"))]).1, [(1, Aside::Unknown)]);
    }

    #[test]
    fn the_same_commune_twice_and_an_unsound_one_are_left_aside() {
        let broken = Feature { contour: Err(Fault::NotASurface), ..feature(3, Some("38061"), None) };
        let all =
            vec![feature(1, Some("38565"), None), feature(2, None, Some("Voreppe")), broken, feature(4, None, None)];
        let expected = [(2, Aside::Twice), (3, Aside::Unsound(Fault::NotASurface)), (4, Aside::Unknown)];
        assert_eq!(found(all).1, expected);
    }

    #[test]
    fn who_still_has_none_is_said() {
        let drawn = [areas()[0].id];
        let found = recognise(vec![feature(1, Some("38565"), None)], &areas(), &drawn);
        let names: Vec<&str> = found.without.iter().map(|area| area.name.as_str()).collect();
        assert_eq!(names, ["Saint-Étienne-de-Crossey", "Quartier de la gare"]);
        assert!(!found.known[0].replaces);
    }
}
