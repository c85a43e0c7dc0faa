//! Answers, column by column, as they are read from the database: memory holds codes and numbers, never the rows.

use std::collections::BTreeMap;

use arpent_survey::plan::{Column, Table};

use crate::domain::answer::Reply;
use crate::domain::protocol::{Frame, Protocol};
use crate::domain::question::{Aspect, Kind, Question};
use crate::store::answers::AnswerRow;

/// Column of the mode of answer.
pub(super) const MODE: &str = "~mode";
/// Column of the stratum.
pub(super) const STRATUM: &str = "~stratum";
/// Column of how many people the stratum holds.
pub(super) const SIZE: &str = "~size";
/// Column of the base weight.
pub(super) const WEIGHT: &str = "~weight";
/// Column of the panel member.
pub(super) const PERSON: &str = "~person";
/// Column of the place.
pub(super) const PLACE: &str = "~place";
/// Column of the overall mark.
pub(super) const OVERALL: &str = "overall";

/// Aspects measured service by service.
pub(super) const BY_SERVICE: [Aspect; 4] = [Aspect::Satisfaction, Aspect::Usage, Aspect::Importance, Aspect::Mirror];

/// The stored code of an aspect that is measured.
pub(super) const fn code(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Usage => "usage",
        Aspect::Satisfaction => "satisfaction",
        Aspect::Importance => "importance",
        Aspect::Mirror => "mirror",
        _ => OVERALL,
    }
}

/// The column of an aspect of a service.
pub(super) fn column(aspect: Aspect, service: &str) -> String {
    format!("{}/{service}", code(aspect))
}

/// The column of a profile question.
pub(super) fn profile(code: &str) -> String {
    format!("profile/{code}")
}

/// The complete answers of a wave, by population.
#[derive(Debug)]
pub struct Gathered {
    populations: BTreeMap<String, Answers>,
}

/// The answers of a population.
#[derive(Debug, Default)]
pub(super) struct Answers {
    pub(super) n: usize,
    numbers: Vec<(String, Option<String>, Vec<f64>)>,
    texts: Vec<(String, String, Vec<Option<String>>)>,
    pub(super) modes: Vec<&'static str>,
    places: Vec<Option<String>>,
    strata: Vec<Option<String>>,
    weights: Vec<f64>,
    persons: Vec<Option<String>>,
}

impl Gathered {
    /// Ready for the answers to a protocol.
    pub fn new(protocol: &Protocol) -> Self {
        let populations = protocol.populations.iter();
        Self { populations: populations.map(|one| (one.code.clone(), Answers::new(protocol, &one.code))).collect() }
    }

    /// Adds a complete answer. One of a population the protocol does not have is left out.
    pub fn add(&mut self, row: &AnswerRow) {
        if let Some(answers) = self.populations.get_mut(&row.population) {
            answers.add(row);
        }
    }

    /// How many answers there are in all.
    pub fn len(&self) -> usize {
        self.populations.values().map(|answers| answers.n).sum()
    }

    /// Nobody answered.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn of(&self, population: &str) -> Option<&Answers> {
        self.populations.get(population).filter(|answers| answers.n > 0)
    }
}

/// A question that a measure can be read from.
pub(super) fn measured(question: &Question) -> bool {
    match question.aspect {
        Aspect::Satisfaction => question.kind == Kind::Scale,
        Aspect::Usage => question.kind == Kind::YesNo,
        Aspect::Importance => matches!(question.kind, Kind::Number { .. } | Kind::Scale),
        Aspect::Mirror => matches!(question.kind, Kind::Percent | Kind::Number { .. }),
        Aspect::Overall => matches!(question.kind, Kind::Number { .. }),
        _ => false,
    }
}

impl Answers {
    fn new(protocol: &Protocol, population: &str) -> Self {
        let find = |aspect: Aspect, service: &str| {
            let found = protocol.about(service, aspect, population).filter(|question| measured(question));
            (column(aspect, service), found.map(|question| question.code.clone()), Vec::new())
        };
        let services = protocol.services.iter();
        let mut numbers: Vec<_> =
            services.flat_map(|service| BY_SERVICE.iter().map(move |aspect| find(*aspect, &service.code))).collect();
        let overall = protocol.asked(population).find(|one| one.aspect == Aspect::Overall && measured(one));
        numbers.push((OVERALL.to_owned(), overall.map(|question| question.code.clone()), Vec::new()));
        let profiles = protocol.questions.iter().filter(|one| one.aspect == Aspect::Profile);
        let texts = profiles.map(|one| (profile(&one.code), one.code.clone(), Vec::new())).collect();
        Self { numbers, texts, ..Self::default() }
    }

    fn add(&mut self, row: &AnswerRow) {
        self.n += 1;
        for (_, question, values) in &mut self.numbers {
            let reply = question.as_ref().and_then(|code| row.replies.0.get(code));
            values.push(match reply {
                Some(Reply::Number(number)) => *number as f64,
                _ => f64::NAN,
            });
        }
        for (_, question, values) in &mut self.texts {
            values.push(row.replies.0.get(question).and_then(|reply| reply.codes().into_iter().next()));
        }
        self.modes.push(row.mode.code());
        self.places.push(row.place.clone());
        self.strata.push(row.stratum.clone());
        self.weights.push(row.base_weight.unwrap_or(f64::NAN));
        self.persons.push(row.respondent.clone());
    }

    /// Every answer has a base weight.
    pub(super) fn weighted(&self) -> bool {
        self.weights.iter().all(|weight| !weight.is_nan())
    }

    /// Some of them come from people met in several waves.
    pub(super) fn panel(&self) -> bool {
        self.persons.iter().any(Option::is_some)
    }

    /// Some of them say where.
    pub(super) fn placed(&self) -> bool {
        self.places.iter().any(Option::is_some)
    }

    /// Numbers of a column.
    pub(super) fn numbers(&self, column: &str) -> &[f64] {
        self.numbers.iter().find(|(name, ..)| name == column).map_or(&[], |(_, _, values)| values)
    }

    /// The categories of a column of groups, by answer.
    pub(super) fn groups(&self, column: &str) -> Vec<Option<&str>> {
        let values = match column {
            STRATUM => &self.strata,
            PLACE => &self.places,
            _ => match self.texts.iter().find(|(name, ..)| name == column) {
                Some((_, _, values)) => values,
                None => return Vec::new(),
            },
        };
        values.iter().map(Option::as_deref).collect()
    }

    /// The answers as the engine reads them.
    pub(super) fn table(&self, frame: &Frame) -> Table {
        let strata = match frame {
            Frame::Survey { strata, .. } => strata.as_slice(),
            Frame::Flow => &[],
        };
        // Where there is one stratum only, everyone is in it.
        let only = (strata.len() == 1).then(|| strata[0].code.clone());
        let of: Vec<Option<String>> = self.strata.iter().map(|one| one.clone().or_else(|| only.clone())).collect();
        let size = |code: &Option<String>| {
            let found = strata.iter().find(|stratum| Some(&stratum.code) == code.as_ref());
            found.map_or(f64::NAN, |stratum| stratum.size as f64)
        };
        let sizes = of.iter().map(size).collect();
        let modes = self.modes.iter().map(|mode| Some((*mode).to_owned())).collect();
        let fixed = [
            (MODE, Column::Text(modes)),
            (SIZE, Column::Number(sizes)),
            (STRATUM, Column::Text(of)),
            (WEIGHT, Column::Number(self.weights.clone())),
            (PERSON, Column::Text(self.persons.clone())),
            (PLACE, Column::Text(self.places.clone())),
        ];
        let fixed = fixed.into_iter().map(|(name, column)| (name.to_owned(), column));
        let numbers = self.numbers.iter().map(|(name, _, values)| (name.clone(), Column::Number(values.clone())));
        let texts = self.texts.iter().map(|(name, _, values)| (name.clone(), Column::Text(values.clone())));
        Table::new(fixed.chain(numbers).chain(texts)).unwrap_or_default()
    }
}
