//! The variables by which figures are broken down.

use std::collections::BTreeMap;

use super::Source;
use super::table::{PLACE, STRATUM, profile};
use crate::domain::cube::{Named, Variable};
use crate::domain::protocol::{Frame, Protocol};
use crate::domain::question::{Aspect, Kind};
use crate::domain::wording::Wording;
use crate::texts::Texts;
use arpent_texts::Lang;

/// A variable: its column for the engine, and what the cube says of it.
pub(super) struct Breakdown {
    pub(super) column: String,
    pub(super) variable: Variable,
}

fn both(say: impl Fn(Texts) -> &'static str) -> Wording {
    Wording::both(say(Texts::new(Lang::Fr)), say(Texts::new(Lang::En)))
}

/// Those that the answers of a wave have.
pub(super) fn of(source: &Source) -> Vec<Breakdown> {
    let protocol = &source.version.protocol;
    let populations = protocol.populations.iter().filter_map(|one| source.gathered.of(&one.code));
    let placed = populations.into_iter().any(super::table::Answers::placed);
    let mut out: Vec<Breakdown> = profiles(protocol).collect();
    let strata = strata(protocol);
    if strata.len() > 1 {
        out.push(Breakdown {
            column: STRATUM.to_owned(),
            variable: Variable { code: "stratum".to_owned(), name: both(Texts::variable_stratum), groups: strata },
        });
    }
    if placed {
        out.push(Breakdown {
            column: PLACE.to_owned(),
            variable: Variable {
                code: "place".to_owned(),
                name: both(Texts::variable_place),
                groups: places(protocol),
            },
        });
    }
    out
}

fn profiles(protocol: &Protocol) -> impl Iterator<Item = Breakdown> {
    let questions = protocol.questions.iter().filter(|one| one.aspect == Aspect::Profile);
    questions.filter_map(|question| {
        let Kind::Choice { choices } = &question.kind else { return None };
        let groups = choices.iter().map(|choice| Named { code: choice.code.clone(), name: choice.label.clone() });
        Some(Breakdown {
            column: profile(&question.code),
            variable: Variable {
                code: question.code.clone(),
                name: question.wording.clone(),
                groups: groups.collect(),
            },
        })
    })
}

fn strata(protocol: &Protocol) -> Vec<Named> {
    let frames = protocol.populations.iter().filter_map(|one| match &one.frame {
        Frame::Survey { strata, .. } if strata.len() > 1 => Some(strata),
        _ => None,
    });
    let named = |stratum: &crate::domain::protocol::Stratum| Named {
        code: stratum.code.clone(),
        name: Wording::french(stratum.name.clone()),
    };
    frames.flatten().map(named).collect()
}

fn places(protocol: &Protocol) -> Vec<Named> {
    let all = protocol.services.iter().flat_map(|service| &service.places);
    all.map(|place| Named { code: place.code.clone(), name: Wording::french(place.name.clone()) }).collect()
}

/// Variables that are protected together: where one decides the other, as a commune decides its stratum, what is shown of
/// one could be subtracted from what is shown of the other.
pub(super) fn together(source: &Source) -> Vec<Vec<String>> {
    let columns: Vec<String> = of(source).into_iter().map(|one| one.column).collect();
    let mut parts: Vec<Vec<String>> = Vec::new();
    for column in columns {
        let (bound, free): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|part| part.iter().any(|other| are_bound(source, &column, other)));
        parts = free;
        parts.push(bound.into_iter().flatten().chain([column]).collect());
    }
    parts
}

fn are_bound(source: &Source, one: &str, other: &str) -> bool {
    let populations = source.version.protocol.populations.iter().filter_map(|of| source.gathered.of(&of.code));
    let mut populations = populations.map(|answers| (answers.groups(one), answers.groups(other)));
    populations.any(|(one, other)| decides(&one, &other) || decides(&other, &one))
}

/// Each category of the first meets one category of the second only.
fn decides(first: &[Option<&str>], second: &[Option<&str>]) -> bool {
    let mut met: BTreeMap<&str, &str> = BTreeMap::new();
    let mut pairs = first.iter().zip(second).filter_map(|(one, other)| Some(((*one)?, (*other)?)));
    pairs.all(|(one, other)| *met.entry(one).or_insert(other) == other) && !met.is_empty()
}
