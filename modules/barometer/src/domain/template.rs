//! The template: an authority's barometer in one gesture, from the list of its services.
//!
//! Each service is asked about in mirror: users say whether they use it, how satisfied they are and how much it matters;
//! agents and elected officials say how they judge it, and what share of users they think are satisfied.

use super::protocol::{Format, Frame, Level, Population, PopulationKind, Protocol, Rules, Scale, Service};
use super::question::{Aspect, Choice, Condition, Kind, Question};
use super::wording::Wording;
use crate::texts::Texts;
use arpent_texts::Lang;

/// Code of the users.
pub const USERS: &str = "usagers";
/// Code of the agents.
pub const AGENTS: &str = "agents";
/// Code of the elected officials.
pub const ELECTED: &str = "elus";

/// Longest free words.
const LONGEST: u32 = 2_000;

/// Words of the language files, in both languages.
fn words(say: impl Fn(Texts) -> String) -> Wording {
    Wording::both(say(Texts::new(Lang::Fr)), say(Texts::new(Lang::En)))
}

fn fixed(say: impl Fn(Texts) -> &'static str) -> Wording {
    words(|t| say(t).to_owned())
}

/// A protocol for these services, ready to be edited.
pub fn protocol(services: &[Service]) -> Protocol {
    let of_each = services.iter().flat_map(of_service);
    Protocol {
        format: Format,
        languages: vec!["fr".to_owned(), "en".to_owned()],
        populations: populations(),
        services: services.to_vec(),
        scale: scale(),
        questions: of_each.chain(closing()).collect(),
        margins: Vec::new(),
        quotas: Vec::new(),
        rules: Rules::default(),
    }
}

fn populations() -> Vec<Population> {
    let population = |code: &str, name, kind| Population { code: code.to_owned(), name, kind, frame: Frame::Flow };
    vec![
        population(USERS, fixed(Texts::population_users), PopulationKind::Users),
        population(AGENTS, fixed(Texts::population_agents), PopulationKind::Agents),
        population(ELECTED, fixed(Texts::population_elected), PopulationKind::Elected),
    ]
}

/// Four levels, so that nobody hides in the middle; "does not know" apart.
fn scale() -> Scale {
    let level = |value, label| Level { value, label };
    Scale {
        levels: vec![
            level(1, fixed(Texts::level_1)),
            level(2, fixed(Texts::level_2)),
            level(3, fixed(Texts::level_3)),
            level(4, fixed(Texts::level_4)),
        ],
        satisfied_from: 3,
        does_not_know: Some(level(9, fixed(Texts::level_9))),
    }
}

/// What is asked about a service, of each population.
pub(crate) fn of_service(service: &Service) -> Vec<Question> {
    let code = &service.code;
    let name = |lang: &str| service.name.say(lang).to_owned();
    let said = |say: fn(Texts, &str) -> String| {
        Wording::both(say(Texts::new(Lang::Fr), &name("fr")), say(Texts::new(Lang::En), &name("en")))
    };
    let question = |prefix: &str, kind, aspect, asked_to: &[&str], wording| Question {
        code: format!("{prefix}_{code}"),
        kind,
        aspect,
        service: Some(code.clone()),
        asked_to: asked_to.iter().map(|one| (*one).to_owned()).collect(),
        wording,
        easy: Wording::default(),
        hint: Wording::default(),
        required: false,
        show_if: None,
    };
    let used = Condition { question: format!("use_{code}"), is: vec!["1".to_owned()] };
    let satisfied = question("sat", Kind::Scale, Aspect::Satisfaction, &[USERS], said(|t, s| t.ask_satisfied(s)));
    vec![
        question("use", Kind::YesNo, Aspect::Usage, &[USERS], said(|t, s| t.ask_used(s))),
        Question { show_if: Some(used), ..satisfied },
        question("imp", importance(), Aspect::Importance, &[USERS], said(|t, s| t.ask_important(s))),
        question("perc", Kind::Scale, Aspect::Satisfaction, &[AGENTS, ELECTED], said(|t, s| t.ask_perceived(s))),
        question("miroir", Kind::Percent, Aspect::Mirror, &[AGENTS, ELECTED], said(|t, s| t.ask_mirror(s))),
    ]
}

fn importance() -> Kind {
    Kind::Number { min: 1, max: 4, low: fixed(Texts::importance_low), high: fixed(Texts::importance_high) }
}

/// What everyone is asked at the end: an overall mark, who they are, a word to add.
fn closing() -> Vec<Question> {
    let everyone = || [USERS, AGENTS, ELECTED].iter().map(|one| (*one).to_owned()).collect();
    let question = |code: &str, kind, aspect, wording| Question {
        code: code.to_owned(),
        kind,
        aspect,
        service: None,
        asked_to: everyone(),
        wording,
        easy: Wording::default(),
        hint: Wording::default(),
        required: false,
        show_if: None,
    };
    let marks = Kind::Number { min: 0, max: 10, low: fixed(Texts::overall_low), high: fixed(Texts::overall_high) };
    let profile = |code: &str, choices, wording| Question {
        asked_to: vec![USERS.to_owned()],
        ..question(code, Kind::Choice { choices }, Aspect::Profile, wording)
    };
    vec![
        question("globale_0_10", marks, Aspect::Overall, fixed(Texts::ask_overall)),
        profile("sexe", sexes(), fixed(Texts::ask_sex)),
        profile("age", ages(), fixed(Texts::ask_age)),
        question("verbatim", Kind::Text { longest: LONGEST }, Aspect::Comment, fixed(Texts::ask_comment)),
    ]
}

fn sexes() -> Vec<Choice> {
    let choice = |code: &str, label| Choice { code: code.to_owned(), label };
    vec![choice("F", fixed(Texts::sex_f)), choice("H", fixed(Texts::sex_h))]
}

/// The age groups of the census tables that margins come from.
fn ages() -> Vec<Choice> {
    let group = |from: i64, to: i64| Choice { code: format!("{from}-{to}"), label: words(|t| t.age_between(from, to)) };
    let mut ages = vec![group(18, 24), group(25, 34), group(35, 49), group(50, 64), group(65, 74)];
    ages.push(Choice { code: "75+".to_owned(), label: words(|t| t.age_from(75_i64)) });
    ages
}

/// Services to show what a barometer looks like.
pub fn example_services() -> Vec<Service> {
    let service =
        |code: &str, name| Service { code: code.to_owned(), name, unit: None, places: Vec::new(), threshold: None };
    vec![
        service("dechets", fixed(Texts::service_waste)),
        service("mobilite", fixed(Texts::service_mobility)),
        service("accueil", fixed(Texts::service_desk)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_protocol_comes_back_from_its_file() {
        let written = serde_json::to_string(&protocol(&example_services())).expect("writes");
        let read: Protocol = serde_json::from_str(&written).expect("reads");
        assert_eq!(read, protocol(&example_services()));
    }

    #[test]
    fn the_demonstration_is_ready_to_freeze() {
        let text = include_str!("../../../../demo/barometer/protocol.json");
        let read: Protocol = serde_json::from_str(text).expect("reads");
        assert_eq!(read.faults(), []);
    }
}
