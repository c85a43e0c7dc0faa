//! The precision to expect of a wave, announced before anything is printed or sent.

use arpent_survey::planner::{PlanningError, Precision, Rule, StratumPlan, allocate, half_width};

use super::protocol::{Frame, Population, Protocol, Stratum};
use super::question::Aspect;

/// What is assumed of answers that nobody has given yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumed {
    /// Share of people who use a service asked about only to those who do, in percent.
    pub use_share: f64,
    /// What weights will cost: 1 for a simple random sample, 1.3 to 1.6 after margins of a territory.
    pub design_effect: f64,
}

impl Default for Assumed {
    fn default() -> Self {
        Self { use_share: 60.0, design_effect: 1.35 }
    }
}

/// An expected figure: so many answers, give or take so many points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Answers.
    pub answers: u64,
    /// Half of the interval's width for a share of one half, in points: the least favourable case.
    pub points: f64,
}

/// What to expect of one population.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Its code.
    pub population: String,
    /// People in its frame.
    pub people: u64,
    /// What everyone is asked.
    pub whole: Option<Expected>,
    /// By stratum: what everyone is asked, then what only users of a service are.
    pub strata: Vec<(Stratum, Option<Expected>, Option<Expected>)>,
    /// By service.
    pub services: Vec<(String, Option<Expected>)>,
}

/// What to expect of each survey whose expected answers are known. A flow has no margin of error.
///
/// # Errors
/// More answers than people; a design effect or a share of use outside its range.
pub fn outlooks(protocol: &Protocol, assumed: Assumed) -> Result<Vec<Outlook>, PlanningError> {
    let surveys = protocol.populations.iter().filter_map(|population| match &population.frame {
        Frame::Survey { strata, expected: Some(expected), .. } => Some((population, strata, u64::from(*expected))),
        _ => None,
    });
    surveys.map(|(population, strata, answers)| outlook(protocol, assumed, population, strata, answers)).collect()
}

fn outlook(
    protocol: &Protocol,
    assumed: Assumed,
    population: &Population,
    strata: &[Stratum],
    answers: u64,
) -> Result<Outlook, PlanningError> {
    let people: u64 = strata.iter().map(|stratum| stratum.size).sum();
    let plan = Plan { assumed, level: protocol.rules.confidence };
    let shared = allocate(&plans(strata), answers, Rule::Proportional)?;
    let by_stratum = strata.iter().zip(&shared).map(|(stratum, share)| {
        let whole = plan.expected(share.sample, stratum.size)?;
        Ok((stratum.clone(), whole, plan.of_users(share.sample, stratum.size)?))
    });
    let by_service = protocol.services.iter().filter_map(|service| {
        let question = protocol.about(&service.code, Aspect::Satisfaction, &population.code)?;
        let expected =
            if question.show_if.is_some() { plan.of_users(answers, people) } else { plan.expected(answers, people) };
        Some(expected.map(|expected| (service.code.clone(), expected)))
    });
    Ok(Outlook {
        population: population.code.clone(),
        people,
        whole: plan.expected(answers, people)?,
        strata: by_stratum.collect::<Result<_, PlanningError>>()?,
        services: by_service.collect::<Result<_, PlanningError>>()?,
    })
}

fn plans(strata: &[Stratum]) -> Vec<StratumPlan> {
    let plan = |stratum: &Stratum| StratumPlan {
        name: stratum.code.clone(),
        population: stratum.size as f64,
        spread: 0.5,
        minimum: 0,
    };
    strata.iter().map(plan).collect()
}

struct Plan {
    assumed: Assumed,
    level: f64,
}

impl Plan {
    fn expected(&self, answers: u64, people: u64) -> Result<Option<Expected>, PlanningError> {
        self.of(answers, people as f64)
    }

    /// Only some of those who answer use the service; so do only some of the population.
    fn of_users(&self, answers: u64, people: u64) -> Result<Option<Expected>, PlanningError> {
        let share = self.assumed.use_share / 100.0;
        if !(share > 0.0 && share <= 1.0) {
            return Err(PlanningError::Range(self.assumed.use_share));
        }
        self.of(part(answers, share), people as f64 * share)
    }

    fn of(&self, answers: u64, people: f64) -> Result<Option<Expected>, PlanningError> {
        if answers == 0 {
            return Ok(None);
        }
        let precision = Precision {
            share: 0.5,
            design_effect: self.assumed.design_effect,
            level: self.level,
            population: Some(people.max(answers as f64)),
        };
        Ok(Some(Expected { answers, points: 100.0 * half_width(answers, &precision)? }))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of answers, positive and far below 2⁵³"
)]
fn part(answers: u64, share: f64) -> u64 {
    (answers as f64 * share).round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::{self, USERS};

    fn protocol(expected: u32) -> Protocol {
        let mut protocol = template::protocol(&template::example_services());
        let stratum = |code: &str, size| Stratum { code: code.to_owned(), name: code.to_owned(), size };
        protocol.populations[0].frame = Frame::Survey {
            strata: vec![stratum("a", 60_000), stratum("b", 30_000)],
            quotas: false,
            expected: Some(expected),
        };
        protocol
    }

    #[test]
    fn a_thousand_answers_of_a_simple_sample_are_known_to_three_points() {
        let assumed = Assumed { use_share: 50.0, design_effect: 1.0 };
        let outlooks = outlooks(&protocol(1_000), assumed).expect("an outlook");
        assert_eq!(outlooks.len(), 1, "flows have no margin of error");
        let whole = outlooks[0].whole.expect("answers");
        // 1.96 √(0.25 / 1000) = 3.10 points, times √(1 − 1000/90000).
        assert!((whole.points - 3.0817).abs() < 1e-3, "{whole:?}");
        assert_eq!(outlooks[0].strata[0].1.map(|one| one.answers), Some(667));
        let service = outlooks[0].services[0].1.expect("answers");
        assert_eq!((outlooks[0].services[0].0.as_str(), service.answers), ("dechets", 500));
        assert!((service.points - whole.points * 2_f64.sqrt()).abs() < 1e-9, "half of the answers, √2 times as wide");
        assert_eq!(outlooks[0].population, USERS);
    }

    #[test]
    fn more_answers_than_people_are_refused() {
        let refused = outlooks(&protocol(100_000), Assumed::default());
        assert!(matches!(refused, Err(PlanningError::PopulationTooSmall { .. })), "{refused:?}");
    }
}
