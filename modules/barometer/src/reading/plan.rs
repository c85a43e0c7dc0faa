//! The frozen protocol as a plan of the engine.

use std::collections::BTreeMap;

use arpent_survey::design::LonelyPsu;
use arpent_survey::importance::Axes;
use arpent_survey::interval::Method;
use arpent_survey::likert;
use arpent_survey::multiplicity::{Adjustment, ArrowRule, Break};
use arpent_survey::plan::{
    BreakSpec, ChangeSpec, Column, DriversSpec, GapSpec, Kind, Label, MarginsSpec, Measure, MeasureReading, Plan,
    Population as Asked, PrioritySpec, Table, Tables, Values, VarianceAfterMargins,
};
use arpent_survey::raking::RakingOptions;
use arpent_survey::trimming::TrimRule;

use super::table::{self, Answers, OVERALL, code};
use super::{Source, groups};
use crate::domain::protocol::{Frame, MarginTable, Population, PopulationKind, Protocol, Rules};
use crate::domain::question::{Aspect, Kind as Asks};

/// What the names of measures broken down by group begin with.
pub(super) const GROUPS: &str = "groups ";
/// Replicates that tell how sure the order of drivers is.
const REPLICATES: usize = 200;
/// The same answers always give the same replicates.
const SEED: u64 = 2026;
/// Largest change of the mix of modes that does not cut a series: a tenth of the answers.
const MODE_SHIFT: f64 = 0.10;
/// Under a twentieth, how small the population is does not matter (Cochran 1977, § 2.6).
const SMALL_FRACTION: f64 = 0.05;
/// Drivers the engine divides between, at most.
const MOST_DRIVERS: usize = 12;
/// Drivers are compared by people who judged all of them: at least this share of the answers.
const COMPLETE: f64 = 0.4;

/// The name of a population of a wave.
pub(crate) fn named(population: &str, wave: i64) -> String {
    format!("{population}@{wave}")
}

/// The plan of a wave beside the one before.
pub(super) fn of(source: &Source, before: Option<&Source>, broken: &[String]) -> Plan {
    let protocol = &source.version.protocol;
    let both = || before.into_iter().chain([source]);
    Plan {
        version: 1,
        name: source.wave.title.clone(),
        level: protocol.rules.confidence,
        intervals: Method::default(),
        minimum_count: u64::from(protocol.rules.suppress_under),
        populations: both().flat_map(asked).collect(),
        scales: scales(protocol),
        measures: measures(source, before),
        changes: changes(source, before, broken),
        gaps: gaps(source),
        priorities: priorities(source),
        drivers: drivers(source),
        tests: Vec::new(),
        areas: Vec::new(),
        tables: Vec::new(),
        selections: Vec::new(),
    }
}

/// The answers and the margins of both waves.
pub(super) fn tables(source: &Source, before: Option<&Source>) -> Tables {
    let mut tables = Tables::new();
    for source in before.into_iter().chain([source]) {
        for (population, answers) in answered(source) {
            let name = named(&population.code, source.wave.number);
            tables.insert(margin_table(&name), margins(&source.version.protocol, &population.code));
            tables.insert(name, answers.table(&population.frame));
        }
    }
    tables
}

fn answered(source: &Source) -> impl Iterator<Item = (&Population, &Answers)> {
    let populations = source.version.protocol.populations.iter();
    populations.filter_map(|one| source.gathered.of(&one.code).map(|answers| (one, answers)))
}

fn margin_table(name: &str) -> String {
    format!("margins of {name}")
}

fn margins(protocol: &Protocol, population: &str) -> Table {
    let of: Vec<&MarginTable> = protocol.margins.iter().filter(|margin| margin.population == population).collect();
    let cells = || of.iter().flat_map(|margin| margin.cells.iter().map(move |cell| (margin, cell)));
    let text = |values: Vec<String>| Column::Text(values.into_iter().map(Some).collect());
    Table::new([
        ("variable".to_owned(), text(cells().map(|(margin, _)| margin.variable.clone()).collect())),
        ("category".to_owned(), text(cells().map(|(_, cell)| cell.code.clone()).collect())),
        ("count".to_owned(), Column::Number(cells().map(|(_, cell)| cell.total).collect())),
    ])
    .unwrap_or_default()
}

fn asked(source: &Source) -> impl Iterator<Item = Asked> {
    answered(source).map(move |(population, answers)| {
        let name = named(&population.code, source.wave.number);
        let (kind, strata) = match &population.frame {
            Frame::Flow => (Kind::Flow, &[][..]),
            Frame::Survey { strata, quotas, .. } => (if *quotas { Kind::Quota } else { Kind::Survey }, &strata[..]),
        };
        let drawn = kind != Kind::Flow && !strata.is_empty();
        let weighted = kind != Kind::Flow && answers.weighted();
        let size: u64 = strata.iter().map(|stratum| stratum.size).sum();
        let small = answers.n as f64 > SMALL_FRACTION * size as f64;
        Asked {
            table: name.clone(),
            filter: BTreeMap::new(),
            weight: weighted.then(|| table::WEIGHT.to_owned()),
            strata: drawn.then(|| table::STRATUM.to_owned()),
            cluster: None,
            stratum_size: (drawn && (small || !weighted)).then(|| table::SIZE.to_owned()),
            size: (drawn && small).then_some(size as f64),
            lonely: LonelyPsu::Average,
            margins: margin_spec(&source.version.protocol, population, &name).filter(|_| kind != Kind::Flow),
            trimming: (kind != Kind::Flow).then(|| trimming(&source.version.protocol.rules)),
            person: answers.panel().then(|| table::PERSON.to_owned()),
            mode: Some(table::MODE.to_owned()),
            season: Some(source.wave.season.code().to_owned()),
            kind,
            name,
        }
    })
}

const fn trimming(rules: &Rules) -> TrimRule {
    TrimRule { floor: rules.trim_below, cap: rules.trim_above }
}

fn margin_spec(protocol: &Protocol, population: &Population, name: &str) -> Option<MarginsSpec> {
    let of = || protocol.margins.iter().filter(|margin| margin.population == population.code);
    let variables: Vec<String> = of().map(|margin| margin.variable.clone()).collect();
    let ranges = of().filter(|margin| margin.cells.iter().all(|cell| cell.code.contains(['-', '+'])));
    (!variables.is_empty()).then(|| MarginsSpec {
        table: margin_table(name),
        variable: "variable".to_owned(),
        category: "category".to_owned(),
        count: "count".to_owned(),
        columns: variables.iter().map(|variable| (variable.clone(), table::profile(variable))).collect(),
        ordered: ranges.map(|margin| margin.variable.clone()).collect(),
        variables,
        year: None,
        year_column: None,
        raking: RakingOptions::default(),
    })
}

fn scales(protocol: &Protocol) -> BTreeMap<String, likert::Scale> {
    let levels = &protocol.scale.levels;
    let from = levels.iter().position(|level| level.value == protocol.scale.satisfied_from);
    let satisfaction = likert::Scale {
        codes: levels.iter().map(|level| level.value).collect(),
        dont_know: protocol.scale.does_not_know.iter().map(|level| level.value).collect(),
        top: from.map_or(0, |from| levels.len() - from),
        values: None,
    };
    let mut scales = BTreeMap::from([(code(Aspect::Satisfaction).to_owned(), satisfaction)]);
    if let Some(importance) = importance(protocol) {
        scales.insert(code(Aspect::Importance).to_owned(), importance);
    }
    scales
}

/// The better half of the scale of importance counts as "important".
fn importance(protocol: &Protocol) -> Option<likert::Scale> {
    let question = protocol.questions.iter().find(|one| one.aspect == Aspect::Importance && table::measured(one))?;
    let codes: Vec<i64> = match &question.kind {
        Asks::Number { min, max, .. } => (*min..=*max).collect(),
        _ => protocol.scale.levels.iter().map(|level| level.value).collect(),
    };
    let dont_know = protocol.scale.does_not_know.iter().map(|level| level.value);
    let dont_know = dont_know.filter(|value| !codes.contains(value)).collect();
    Some(likert::Scale { top: codes.len() / 2, codes, dont_know, values: None })
}

fn has(protocol: &Protocol, population: &str, aspect: Aspect) -> bool {
    protocol.asked(population).any(|question| question.aspect == aspect && table::measured(question))
}

/// The column of a measure in every population that is asked about it.
fn columns<'a>(sources: impl Iterator<Item = &'a Source>, aspect: Aspect) -> BTreeMap<String, String> {
    let template = if aspect == Aspect::Overall { OVERALL.to_owned() } else { table::column(aspect, "{item}") };
    let of = |source: &'a Source| {
        let asked = answered(source).filter(move |(one, _)| has(&source.version.protocol, &one.code, aspect));
        asked.map(move |(one, _)| named(&one.code, source.wave.number))
    };
    sources.flat_map(of).map(|name| (name, template.clone())).collect()
}

fn measures(source: &Source, before: Option<&Source>) -> Vec<Measure> {
    let protocol = &source.version.protocol;
    let scale = |aspect| MeasureReading::Scale { scale: code(aspect).to_owned() };
    let both = before.into_iter().chain([source]);
    let ignorance = protocol.scale.does_not_know.iter().map(|level| level.value).collect();
    let measure = |name: &str, reading, columns| Measure {
        name: name.to_owned(),
        reading,
        items: protocol.services.iter().map(|service| service.code.clone()).collect(),
        columns,
        by: Vec::new(),
    };
    let alone = |aspect| columns([source].into_iter(), aspect);
    let yes = MeasureReading::Share { of: Values::One(Label::Number(1)), dont_know: Vec::new() };
    let judged = Aspect::Satisfaction;
    let broken_down = groups::together(source)
        .into_iter()
        .enumerate()
        .map(|(place, by)| Measure { by, ..measure(&format!("{GROUPS}{place}"), scale(judged), alone(judged)) });
    let all = [
        measure(code(judged), scale(judged), columns(both, judged)),
        measure(code(Aspect::Usage), yes, alone(Aspect::Usage)),
        measure(code(Aspect::Importance), scale(Aspect::Importance), alone(Aspect::Importance)),
        measure(code(Aspect::Mirror), MeasureReading::Mean { dont_know: ignorance }, alone(Aspect::Mirror)),
        Measure {
            items: Vec::new(),
            ..measure(OVERALL, MeasureReading::Mean { dont_know: Vec::new() }, alone(Aspect::Overall))
        },
    ];
    broken_down.chain(all).filter(|measure| !measure.columns.is_empty()).collect()
}

/// Populations of a wave whose figures carry uncertainty.
fn surveyed(source: &Source) -> impl Iterator<Item = &Population> {
    answered(source).map(|(population, _)| population).filter(|one| matches!(one.frame, Frame::Survey { .. }))
}

fn changes(source: &Source, before: Option<&Source>, broken: &[String]) -> Vec<ChangeSpec> {
    let Some(before) = before else { return Vec::new() };
    let rules = &source.version.protocol.rules;
    let met = surveyed(source).filter(|one| surveyed(before).any(|other| other.code == one.code));
    let spec = |population: &Population| ChangeSpec {
        name: population.code.clone(),
        from: named(&population.code, before.wave.number),
        to: named(&population.code, source.wave.number),
        measures: vec![code(Aspect::Satisfaction).to_owned()],
        adjustment: Adjustment::BenjaminiHochberg,
        arrow: ArrowRule { q_below: rules.false_discovery, at_least_points: rules.least_change },
        variance: VarianceAfterMargins::Weights,
        breaks: breaks(&source.version.protocol, &population.code, broken),
        mode_shift: MODE_SHIFT,
    };
    met.filter(|one| has(&source.version.protocol, &one.code, Aspect::Satisfaction)).map(spec).collect()
}

fn breaks(protocol: &Protocol, population: &str, broken: &[String]) -> Vec<BreakSpec> {
    let is_broken = |service: &&str| {
        let question = protocol.about(service, Aspect::Satisfaction, population);
        question.is_some_and(|question| broken.contains(&question.code))
    };
    let services = protocol.services.iter().map(|service| service.code.as_str()).filter(is_broken);
    let items: Vec<String> = services.map(ToOwned::to_owned).collect();
    // Without items a break would concern all of them.
    if items.is_empty() { Vec::new() } else { vec![BreakSpec { why: Break::Declared, items }] }
}

/// The users of a wave, where they were surveyed.
pub(super) fn users(source: &Source) -> Option<&Population> {
    surveyed(source).find(|one| one.kind == PopulationKind::Users)
}

fn gaps(source: &Source) -> Vec<GapSpec> {
    let Some(users) = users(source) else { return Vec::new() };
    let others = surveyed(source).filter(|one| one.kind != PopulationKind::Users);
    let judge = others.filter(|one| has(&source.version.protocol, &one.code, Aspect::Satisfaction));
    let spec = |population: &Population| GapSpec {
        name: population.code.clone(),
        first: named(&population.code, source.wave.number),
        second: named(&users.code, source.wave.number),
        measure: code(Aspect::Satisfaction).to_owned(),
        adjustment: Adjustment::BenjaminiHochberg,
        variance: VarianceAfterMargins::Weights,
    };
    judge.map(spec).collect()
}

fn priorities(source: &Source) -> Vec<PrioritySpec> {
    let protocol = &source.version.protocol;
    let asked = |one: &&Population| {
        [Aspect::Satisfaction, Aspect::Importance].iter().all(|aspect| has(protocol, &one.code, *aspect))
    };
    let spec = |population: &Population| PrioritySpec {
        name: population.code.clone(),
        population: named(&population.code, source.wave.number),
        importance: code(Aspect::Importance).to_owned(),
        satisfaction: code(Aspect::Satisfaction).to_owned(),
        axes: Axes::Mean,
    };
    users(source).filter(asked).map(spec).into_iter().collect()
}

fn drivers(source: &Source) -> Vec<DriversSpec> {
    let protocol = &source.version.protocol;
    let Some(users) = users(source).filter(|one| has(protocol, &one.code, Aspect::Overall)) else { return Vec::new() };
    let Some(answers) = source.gathered.of(&users.code) else { return Vec::new() };
    let items = judged_together(protocol, answers);
    if items.len() < 2 {
        return Vec::new();
    }
    vec![DriversSpec {
        name: users.code.clone(),
        population: named(&users.code, source.wave.number),
        outcome: OVERALL.to_owned(),
        measure: code(Aspect::Satisfaction).to_owned(),
        items,
        classes: Vec::new(),
        replicates: REPLICATES,
        seed: SEED,
        variance: VarianceAfterMargins::Weights,
    }]
}

/// Services that enough people judged together, the most judged first.
fn judged_together(protocol: &Protocol, answers: &Answers) -> Vec<String> {
    let worst = protocol.scale.levels.iter().map(|level| level.value as f64);
    let levels: Vec<f64> = worst.collect();
    let judged = |service: &str| -> Vec<bool> {
        let values = answers.numbers(&table::column(Aspect::Satisfaction, service));
        values.iter().map(|value| levels.iter().any(|level| (level - value).abs() < 0.5)).collect()
    };
    let count = |judged: &[bool]| judged.iter().filter(|one| **one).count();
    let mut services: Vec<(&str, Vec<bool>)> =
        protocol.services.iter().map(|service| (service.code.as_str(), judged(&service.code))).collect();
    services.sort_by_key(|(_, judged)| std::cmp::Reverse(count(judged)));
    let least = answers.n as f64 * COMPLETE;
    let mut together = vec![true; answers.n];
    let mut kept = Vec::new();
    for (service, judged) in services {
        let with: Vec<bool> = together.iter().zip(&judged).map(|(one, other)| *one && *other).collect();
        if count(&with) as f64 >= least && kept.len() < MOST_DRIVERS {
            together = with;
            kept.push(service.to_owned());
        }
    }
    kept
}
