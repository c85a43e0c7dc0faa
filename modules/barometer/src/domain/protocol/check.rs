//! What prevents a protocol from being frozen.

use std::collections::HashSet;

use super::{Frame, Protocol, Quota, STRATUM};
use crate::domain::marks::Marks;
use crate::domain::question::{Aspect, Kind, Question};

/// Something to mend before freezing.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Fault {
    /// No population, no service or no question.
    #[error("nothing in: {0}")]
    Nothing(&'static str),
    /// Two records have the same code.
    #[error("the code {0} is used twice")]
    Twice(String),
    /// A code with anything but lower-case letters, digits, `-` and `_`.
    #[error("the code {0} has other signs than letters, digits, - and _")]
    BadCode(String),
    /// A text is missing in French.
    #[error("{0} has no French words")]
    NoWords(String),
    /// A question names a service, a population or a question that does not exist (or comes after it).
    #[error("{question} names {names}, which does not exist or comes later")]
    Unknown {
        /// The question.
        question: String,
        /// What it names.
        names: String,
    },
    /// A choice question offers fewer than two answers, or a number has no room.
    #[error("{0} leaves nothing to choose")]
    NothingToChoose(String),
    /// The scale has fewer than two levels, or nobody can be satisfied on it.
    #[error("the scale has fewer than two levels, or none counts as satisfied")]
    Scale,
    /// A margin is about something else than a choice asked as a profile.
    #[error("the margin {0} is not about a profile question")]
    MarginWithoutQuestion(String),
    /// The categories of a margin and the choices of its question differ.
    #[error("the margin {variable} does not count: {missing:?}")]
    MarginCells {
        /// The variable.
        variable: String,
        /// Choices without a total, and totals without a choice.
        missing: Vec<String>,
    },
    /// Margins of one population do not add up to the same total.
    #[error("the margins of {population} add up to {totals:?}")]
    MarginTotals {
        /// The population.
        population: String,
        /// Each margin with its total.
        totals: Vec<(String, f64)>,
    },
    /// A stratum is empty, or a survey has none.
    #[error("the survey of {0} has no stratum, or an empty one")]
    Strata(String),
    /// A quota is about a population, a variable or a category that does not exist, or wants nobody.
    #[error("the quota {quota} of {population} is about nobody")]
    Quota {
        /// The population.
        population: String,
        /// The variable and the category.
        quota: String,
    },
    /// The test of bad marks cannot tell the ordinary share from the alarming one.
    #[error("the ordinary share of unsatisfied people is not under the alarming one")]
    BadMarks,
}

pub(super) fn faults(protocol: &Protocol) -> Vec<Fault> {
    let mut faults = Vec::new();
    let empty = [
        ("populations", protocol.populations.is_empty()),
        ("services", protocol.services.is_empty()),
        ("questions", protocol.questions.is_empty()),
    ];
    faults.extend(empty.into_iter().filter(|(_, empty)| *empty).map(|(what, _)| Fault::Nothing(what)));
    codes(protocol, &mut faults);
    words(protocol, &mut faults);
    scale(protocol, &mut faults);
    let mut earlier = HashSet::new();
    for question in &protocol.questions {
        links(protocol, question, &earlier, &mut faults);
        room(question, &mut faults);
        earlier.insert(question.code.as_str());
    }
    strata(protocol, &mut faults);
    margins(protocol, &mut faults);
    faults.extend(protocol.quotas.iter().filter(|quota| !is_sound(protocol, quota)).map(|quota| Fault::Quota {
        population: quota.population.clone(),
        quota: format!("{} ; {}", quota.variable, quota.code),
    }));
    if Marks::of(&protocol.rules, 1).is_none() {
        faults.push(Fault::BadMarks);
    }
    faults
}

fn is_sound(protocol: &Protocol, quota: &Quota) -> bool {
    let known = if quota.variable == STRATUM {
        protocol.strata(&quota.population).iter().any(|stratum| stratum.code == quota.code)
    } else {
        let profile = protocol.asked(&quota.population).find(|one| one.code == quota.variable);
        let profile = profile.filter(|one| one.aspect == Aspect::Profile);
        profile.is_some_and(|one| one.choices().iter().any(|choice| choice.code == quota.code))
    };
    known && quota.expected > 0
}

fn codes(protocol: &Protocol, faults: &mut Vec<Fault>) {
    let families: [Vec<&str>; 3] = [
        protocol.populations.iter().map(|one| one.code.as_str()).collect(),
        protocol.services.iter().map(|one| one.code.as_str()).collect(),
        protocol.questions.iter().map(|one| one.code.as_str()).collect(),
    ];
    for family in families {
        let mut seen = HashSet::new();
        for code in family {
            if !seen.insert(code) {
                faults.push(Fault::Twice(code.to_owned()));
            }
            let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
            if code.is_empty() || !code.chars().all(sound) {
                faults.push(Fault::BadCode(code.to_owned()));
            }
        }
    }
}

fn words(protocol: &Protocol, faults: &mut Vec<Fault>) {
    let populations = protocol.populations.iter().map(|one| (&one.code, &one.name));
    let services = protocol.services.iter().map(|one| (&one.code, &one.name));
    let questions = protocol.questions.iter().map(|one| (&one.code, &one.wording));
    let silent = populations.chain(services).chain(questions).filter(|(_, words)| words.is_empty());
    faults.extend(silent.map(|(code, _)| Fault::NoWords(code.clone())));
    let choices = protocol.questions.iter().flat_map(Question::choices);
    let silent = choices.filter(|choice| choice.label.is_empty());
    faults.extend(silent.map(|choice| Fault::NoWords(choice.code.clone())));
}

fn scale(protocol: &Protocol, faults: &mut Vec<Fault>) {
    let values: HashSet<i64> = protocol.scale.levels.iter().map(|level| level.value).collect();
    let known = protocol.scale.does_not_know.as_ref().is_some_and(|level| values.contains(&level.value));
    let distinct = values.len() == protocol.scale.levels.len() && !known;
    let satisfied = values.iter().filter(|value| **value >= protocol.scale.satisfied_from).count();
    if values.len() < 2 || !distinct || satisfied == 0 || satisfied == values.len() {
        faults.push(Fault::Scale);
    }
}

fn links(protocol: &Protocol, question: &Question, earlier: &HashSet<&str>, faults: &mut Vec<Fault>) {
    let mut unknown = |names: &str| {
        faults.push(Fault::Unknown { question: question.code.clone(), names: names.to_owned() });
    };
    if let Some(service) = question.service.as_deref().filter(|code| protocol.service(code).is_none()) {
        unknown(service);
    }
    question.asked_to.iter().filter(|code| protocol.population(code).is_none()).for_each(|code| unknown(code));
    if let Some(condition) = question.show_if.as_ref().filter(|condition| !earlier.contains(&*condition.question)) {
        unknown(&condition.question);
    }
}

fn room(question: &Question, faults: &mut Vec<Fault>) {
    let none = match &question.kind {
        Kind::Choice { choices } | Kind::Choices { choices } => choices.len() < 2,
        Kind::Number { min, max, .. } => min >= max,
        Kind::Text { longest } => *longest == 0,
        Kind::Scale | Kind::YesNo | Kind::Percent => false,
    };
    if none {
        faults.push(Fault::NothingToChoose(question.code.clone()));
    }
}

fn strata(protocol: &Protocol, faults: &mut Vec<Fault>) {
    for population in &protocol.populations {
        if let Frame::Survey { strata, .. } = &population.frame
            && (strata.is_empty() || strata.iter().any(|stratum| stratum.size == 0))
        {
            faults.push(Fault::Strata(population.code.clone()));
        }
    }
}

fn margins(protocol: &Protocol, faults: &mut Vec<Fault>) {
    for margin in &protocol.margins {
        let profile = |question: &&Question| question.aspect == Aspect::Profile && !question.choices().is_empty();
        let Some(question) = protocol.question(&margin.variable).filter(profile) else {
            faults.push(Fault::MarginWithoutQuestion(margin.variable.clone()));
            continue;
        };
        let asked: HashSet<&str> = question.choices().iter().map(|choice| choice.code.as_str()).collect();
        let counted: HashSet<&str> = margin.cells.iter().map(|cell| cell.code.as_str()).collect();
        let mut missing: Vec<String> = asked.symmetric_difference(&counted).map(|code| (*code).to_owned()).collect();
        missing.sort_unstable();
        if !missing.is_empty() {
            faults.push(Fault::MarginCells { variable: margin.variable.clone(), missing });
        }
    }
    for population in &protocol.populations {
        let of = protocol.margins.iter().filter(|margin| margin.population == population.code);
        let totals: Vec<(String, f64)> =
            of.map(|m| (m.variable.clone(), m.cells.iter().map(|cell| cell.total).sum())).collect();
        let differ = totals.windows(2).any(|pair| (pair[0].1 / pair[1].1 - 1.0).abs() > 1e-6);
        if differ {
            faults.push(Fault::MarginTotals { population: population.code.clone(), totals });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::template;

    #[test]
    fn the_template_is_ready_to_freeze() {
        let protocol = template::protocol(&template::example_services());
        assert_eq!(protocol.faults(), []);
    }

    #[test]
    fn each_fault_is_named() {
        let mut protocol = template::protocol(&template::example_services());
        protocol.questions[0].code = "Sat é".to_owned();
        protocol.questions[1].asked_to = vec!["martians".to_owned()];
        protocol.scale.satisfied_from = 0;
        let named: Vec<String> = protocol.faults().iter().map(ToString::to_string).collect();
        let said = named.join("; ");
        for part in ["Sat é", "martians", "none counts as satisfied"] {
            assert!(said.contains(part), "{said}");
        }
    }
}
