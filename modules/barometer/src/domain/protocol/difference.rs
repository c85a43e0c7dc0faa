//! What changed from one version of a protocol to the next, and which series it breaks.

use std::collections::BTreeSet;

use super::{Population, Protocol, Service};
use crate::domain::question::{Kind, Question};

/// One change. Codes stand for what is found by them in either version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A question that was not asked.
    Added {
        /// Its code.
        question: String,
    },
    /// A question that is not asked any more.
    Removed {
        /// Its code.
        question: String,
    },
    /// Other words, in one language.
    Reworded {
        /// Its code.
        question: String,
        /// Language code.
        language: String,
        /// The words before.
        before: String,
        /// The words after.
        after: String,
    },
    /// Another way of answering: kind, choices, bounds.
    Answered {
        /// Its code.
        question: String,
    },
    /// Asked to others, or under another condition.
    Asked {
        /// Its code.
        question: String,
    },
    /// The same questions in another order.
    Order,
    /// The scale has other levels, other words, or counts satisfaction otherwise.
    Scale,
    /// A service that was not judged.
    ServiceAdded {
        /// Its code.
        service: String,
    },
    /// A service that is not judged any more.
    ServiceRemoved {
        /// Its code.
        service: String,
    },
    /// Its name, unit, places or threshold changed.
    ServiceChanged {
        /// Its code.
        service: String,
    },
    /// A population that was not asked.
    PopulationAdded {
        /// Its code.
        population: String,
    },
    /// A population that is not asked any more.
    PopulationRemoved {
        /// Its code.
        population: String,
    },
    /// Its frame, its strata or its name changed.
    PopulationChanged {
        /// Its code.
        population: String,
    },
    /// The margins of a variable changed.
    Margin {
        /// The variable.
        variable: String,
    },
    /// The quotas changed.
    Quotas,
    /// The rules of reading changed.
    Rules,
    /// The languages changed.
    Languages,
}

/// Everything that differs, in the order of the protocol.
pub fn differences(before: &Protocol, after: &Protocol) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.languages != after.languages {
        found.push(Difference::Languages);
    }
    populations(before, after, &mut found);
    services(before, after, &mut found);
    if before.scale != after.scale {
        found.push(Difference::Scale);
    }
    questions(before, after, &mut found);
    margins(before, after, &mut found);
    if before.quotas != after.quotas {
        found.push(Difference::Quotas);
    }
    if before.rules != after.rules {
        found.push(Difference::Rules);
    }
    found
}

/// The questions whose series these changes break: other words, another way of answering, other people asked, another
/// scale for those answered on it. New and removed questions have no series to break.
pub fn proposed_breaks(before: &Protocol, after: &Protocol) -> Vec<String> {
    let found = differences(before, after);
    let mut broken: BTreeSet<&str> = BTreeSet::new();
    for difference in &found {
        match difference {
            Difference::Reworded { question, .. }
            | Difference::Answered { question }
            | Difference::Asked { question } => drop(broken.insert(question)),
            Difference::Scale => broken.extend(on_scale(before, after)),
            _ => {}
        }
    }
    after.questions.iter().filter(|q| broken.contains(&*q.code)).map(|q| q.code.clone()).collect()
}

fn on_scale<'a>(before: &'a Protocol, after: &'a Protocol) -> impl Iterator<Item = &'a str> {
    let scaled = |question: &&Question| question.kind == Kind::Scale;
    let both = move |question: &&Question| before.question(&question.code).as_ref().is_some_and(scaled);
    after.questions.iter().filter(scaled).filter(both).map(|question| question.code.as_str())
}

fn populations(before: &Protocol, after: &Protocol, found: &mut Vec<Difference>) {
    let name = |one: &Population| one.code.clone();
    for one in &after.populations {
        match before.population(&one.code) {
            None => found.push(Difference::PopulationAdded { population: name(one) }),
            Some(old) if old != one => found.push(Difference::PopulationChanged { population: name(one) }),
            Some(_) => {}
        }
    }
    let gone = before.populations.iter().filter(|one| after.population(&one.code).is_none());
    found.extend(gone.map(|one| Difference::PopulationRemoved { population: name(one) }));
}

fn services(before: &Protocol, after: &Protocol, found: &mut Vec<Difference>) {
    let name = |one: &Service| one.code.clone();
    for one in &after.services {
        match before.service(&one.code) {
            None => found.push(Difference::ServiceAdded { service: name(one) }),
            Some(old) if old != one => found.push(Difference::ServiceChanged { service: name(one) }),
            Some(_) => {}
        }
    }
    let gone = before.services.iter().filter(|one| after.service(&one.code).is_none());
    found.extend(gone.map(|one| Difference::ServiceRemoved { service: name(one) }));
}

fn questions(before: &Protocol, after: &Protocol, found: &mut Vec<Difference>) {
    for question in &after.questions {
        match before.question(&question.code) {
            None => found.push(Difference::Added { question: question.code.clone() }),
            Some(old) => changed(old, question, found),
        }
    }
    let gone = before.questions.iter().filter(|one| after.question(&one.code).is_none());
    found.extend(gone.map(|one| Difference::Removed { question: one.code.clone() }));
    let order = |of: &Protocol, other: &Protocol| -> Vec<String> {
        of.questions.iter().map(|one| one.code.clone()).filter(|code| other.question(code).is_some()).collect()
    };
    if order(before, after) != order(after, before) {
        found.push(Difference::Order);
    }
}

fn changed(old: &Question, new: &Question, found: &mut Vec<Difference>) {
    let question = || new.code.clone();
    let languages: BTreeSet<&String> = old.wording.0.keys().chain(new.wording.0.keys()).collect();
    for language in languages {
        let words = |of: &Question| of.wording.0.get(language).cloned().unwrap_or_default();
        let (before, after) = (words(old), words(new));
        if before != after && !before.is_empty() {
            found.push(Difference::Reworded { question: question(), language: language.clone(), before, after });
        }
    }
    if old.kind != new.kind {
        found.push(Difference::Answered { question: question() });
    }
    if old.asked_to != new.asked_to || old.show_if != new.show_if || old.service != new.service {
        found.push(Difference::Asked { question: question() });
    }
}

fn margins(before: &Protocol, after: &Protocol, found: &mut Vec<Difference>) {
    let key = |of: &Protocol| -> BTreeSet<(String, String)> {
        of.margins.iter().map(|one| (one.population.clone(), one.variable.clone())).collect()
    };
    let all: BTreeSet<(String, String)> = key(before).union(&key(after)).cloned().collect();
    for (population, variable) in all {
        let of = |protocol: &Protocol| protocol.margin(&population, &variable).cloned();
        if of(before) != of(after) {
            found.push(Difference::Margin { variable });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template;

    fn example() -> Protocol {
        template::protocol(&template::example_services())
    }

    #[test]
    fn nothing_differs_from_itself() {
        assert_eq!(differences(&example(), &example()), []);
    }

    #[test]
    fn other_words_break_one_series_and_another_scale_breaks_all_those_answered_on_it() {
        let (before, mut after) = (example(), example());
        after.questions[1].wording.0.insert("fr".to_owned(), "Êtes-vous content des déchets ?".to_owned());
        assert_eq!(proposed_breaks(&before, &after), ["sat_dechets"]);
        after.scale.satisfied_from = 4;
        let broken = proposed_breaks(&before, &after);
        assert_eq!(broken.len(), 6, "satisfaction and perception of three services: {broken:?}");
        assert!(!broken.iter().any(|code| code.starts_with("imp_")), "importance has its own marks");
    }

    #[test]
    fn what_is_new_or_gone_is_said_and_breaks_nothing() {
        let (before, mut after) = (example(), example());
        let gone = after.questions.remove(0);
        after.questions[0].show_if = before.questions[1].show_if.clone();
        after.questions.push(Question { code: "autre".to_owned(), ..gone });
        let found = differences(&before, &after);
        assert!(found.contains(&Difference::Added { question: "autre".to_owned() }), "{found:?}");
        assert!(found.contains(&Difference::Removed { question: "use_dechets".to_owned() }), "{found:?}");
        assert_eq!(proposed_breaks(&before, &after), Vec::<String>::new());
    }

    #[test]
    fn moving_a_question_is_said() {
        let (before, mut after) = (example(), example());
        after.questions.swap(0, 2);
        assert_eq!(differences(&before, &after), [Difference::Order]);
    }
}
