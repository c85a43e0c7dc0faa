//! What the domain says, in sentences: faults with the page that mends each, what changed between two versions.

use arpent_look::parts::Change;

use super::draft::{Part, language_name};
use crate::domain::protocol::{Difference, Fault, Protocol};
use crate::domain::wave::{Season, WaveState};
use crate::texts::Texts;

/// Something to mend, and where.
#[derive(Debug)]
pub(super) struct FaultLine {
    pub(super) text: String,
    pub(super) href: String,
}

/// The faults of a draft; `href` gives the address of a part or of one of its records.
pub(super) fn faults(t: Texts, protocol: &Protocol, href: impl Fn(Part, &str) -> String) -> Vec<FaultLine> {
    let line = |fault: &Fault| {
        let (part, code) = place(protocol, fault);
        FaultLine { text: fault_text(t, protocol, fault), href: href(part, &code) }
    };
    protocol.faults().iter().map(line).collect()
}

fn place(protocol: &Protocol, fault: &Fault) -> (Part, String) {
    let owner = |code: &str| {
        let chosen = protocol.questions.iter().find(|one| one.choices().iter().any(|choice| choice.code == code));
        match () {
            () if protocol.question(code).is_some() => (Part::Questions, code.to_owned()),
            () if protocol.service(code).is_some() => (Part::Services, code.to_owned()),
            () if protocol.population(code).is_some() => (Part::Populations, code.to_owned()),
            () => (Part::Questions, chosen.map(|one| one.code.clone()).unwrap_or_default()),
        }
    };
    let margin = |variable: &str| {
        let table = protocol.margins.iter().find(|one| one.variable == variable);
        (Part::Margins, table.map(|one| format!("{}~{}", one.population, one.variable)).unwrap_or_default())
    };
    match fault {
        Fault::Nothing("populations") => (Part::Populations, String::new()),
        Fault::Nothing("services") => (Part::Services, String::new()),
        Fault::Nothing(_) => (Part::Questions, String::new()),
        Fault::Twice(code) | Fault::BadCode(code) => (owner(code).0, String::new()),
        Fault::NoWords(code) | Fault::NothingToChoose(code) => owner(code),
        Fault::Unknown { question, .. } => (Part::Questions, question.clone()),
        Fault::Scale => (Part::Scale, String::new()),
        Fault::MarginWithoutQuestion(variable) | Fault::MarginCells { variable, .. } => margin(variable),
        Fault::MarginTotals { .. } => (Part::Margins, String::new()),
        Fault::Strata(population) | Fault::Quota { population, .. } => (Part::Populations, population.clone()),
        Fault::BadMarks => (Part::Rules, String::new()),
    }
}

fn fault_text(t: Texts, protocol: &Protocol, fault: &Fault) -> String {
    let name = |code: &str| said(t.lang().code(), protocol, code);
    match fault {
        Fault::Nothing("populations") => t.fault_no_population().to_owned(),
        Fault::Nothing("services") => t.fault_no_service().to_owned(),
        Fault::Nothing(_) => t.fault_no_question().to_owned(),
        Fault::Twice(code) => t.fault_twice(code.as_str()),
        Fault::BadCode(code) => t.fault_bad_code(code.as_str()),
        Fault::NoWords(code) => t.fault_no_words(code.as_str()),
        Fault::Unknown { question, names } => t.fault_unknown(names.as_str(), name(question)),
        Fault::NothingToChoose(code) => t.fault_nothing_to_choose(name(code)),
        Fault::Scale => t.fault_scale().to_owned(),
        Fault::MarginWithoutQuestion(variable) => t.fault_margin_question(variable.as_str()),
        Fault::MarginCells { variable, missing } => t.fault_margin_cells(missing.join(", "), name(variable)),
        Fault::MarginTotals { population, totals } => {
            let told = totals
                .iter()
                .map(|(variable, total)| format!("{variable} : {}", arpent_texts::decimal(t.lang(), *total, 0)));
            t.fault_margin_totals(name(population), told.collect::<Vec<_>>().join(" ; "))
        }
        Fault::Strata(population) => t.fault_strata(name(population)),
        Fault::Quota { population, quota } => t.fault_quota(name(population), quota.as_str()),
        Fault::BadMarks => t.fault_bad_marks().to_owned(),
    }
}

/// The words of whatever has this code, else the code.
fn said(lang: &str, protocol: &Protocol, code: &str) -> String {
    let question = protocol.question(code).map(|one| &one.wording);
    let service = || protocol.service(code).map(|one| &one.name);
    let population = || protocol.population(code).map(|one| &one.name);
    let words = question.or_else(service).or_else(population).map_or("", |words| words.say(lang));
    if words.is_empty() { code.to_owned() } else { words.to_owned() }
}

/// The name of a record of a part.
pub(super) fn record(lang: &str, protocol: &Protocol, part: Part, code: &str) -> Option<String> {
    let code = match part {
        Part::Margins => code.split_once('~')?.1,
        Part::Questions | Part::Services | Part::Populations => code,
        Part::Languages | Part::Scale | Part::Rules => return None,
    };
    Some(said(lang, protocol, code))
}

/// One change between two versions, in words.
#[derive(Debug)]
pub(super) struct DifferenceLine {
    pub(super) text: String,
    /// The words before and after, where words changed.
    pub(super) changes: Vec<Change>,
}

/// What changed from a version to the next.
pub(super) fn differences(t: Texts, before: &Protocol, after: &Protocol) -> Vec<DifferenceLine> {
    let found = crate::domain::protocol::differences(before, after);
    found.iter().map(|one| difference(t, before, after, one)).collect()
}

fn difference(t: Texts, before: &Protocol, after: &Protocol, one: &Difference) -> DifferenceLine {
    let lang = t.lang().code();
    let (old, new) = (|code: &str| said(lang, before, code), |code: &str| said(lang, after, code));
    let text = match one {
        Difference::Added { question } => t.difference_added(new(question)),
        Difference::Removed { question } => t.difference_removed(old(question)),
        Difference::Reworded { language, .. } => t.difference_reworded(language_name(t, language)),
        Difference::Answered { question } => t.difference_answered(new(question)),
        Difference::Asked { question } => t.difference_asked(new(question)),
        Difference::Order => t.difference_order().to_owned(),
        Difference::Scale => t.difference_scale().to_owned(),
        Difference::ServiceAdded { service } => t.difference_service_added(new(service)),
        Difference::ServiceRemoved { service } => t.difference_service_removed(old(service)),
        Difference::ServiceChanged { service } => t.difference_service_changed(new(service)),
        Difference::PopulationAdded { population } => t.difference_population_added(new(population)),
        Difference::PopulationRemoved { population } => t.difference_population_removed(old(population)),
        Difference::PopulationChanged { population } => t.difference_population_changed(new(population)),
        Difference::Margin { variable } => t.difference_margin(new(variable)),
        Difference::Quotas => t.difference_quotas().to_owned(),
        Difference::Rules => t.difference_rules().to_owned(),
        Difference::Languages => t.difference_languages().to_owned(),
    };
    let changes = match one {
        Difference::Reworded { before, after, .. } => Change::between(before, after),
        _ => vec![],
    };
    DifferenceLine { text, changes }
}

/// Where a wave stands, in words, with the meaning its tag bears.
pub(super) fn state(t: Texts, state: WaveState) -> (&'static str, &'static str) {
    match state {
        WaveState::Prepared => ("", t.wave_state_prepared()),
        WaveState::Open => ("success", t.wave_state_open()),
        WaveState::Closed => ("attention", t.wave_state_closed()),
        WaveState::Published => ("info", t.wave_state_published()),
    }
}

/// A season in words.
pub(super) fn season(t: Texts, season: Season) -> &'static str {
    match season {
        Season::Winter => t.season_winter(),
        Season::Spring => t.season_spring(),
        Season::Summer => t.season_summer(),
        Season::Autumn => t.season_autumn(),
    }
}
