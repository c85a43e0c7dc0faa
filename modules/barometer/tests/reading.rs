//! The figures of the model barometer, through the module: weighting, changes, gaps, small numbers, priorities.
#![expect(clippy::expect_used, reason = "a test that cannot go on panics, which is how a test fails")]

mod support;

use arpent_barometer::domain::answer::Reply;
use arpent_barometer::domain::cube::{Arrow, Cube, Modelled, Reading as Published};
use arpent_barometer::domain::protocol::Protocol;
use arpent_barometer::domain::question::Aspect;
use arpent_barometer::domain::wave::{ProtocolVersion, Season, Wave, WaveState};
use arpent_barometer::reading::{Gathered, Reading, Source};
use arpent_survey::Error;
use arpent_survey::plan::Refusal;
use jiff::civil::date;
use support::{SERVICES, answers, protocol};

fn source(number: u8, protocol: &Protocol, season: Season) -> Source {
    let id = |n: u128| uuid::Uuid::from_u128(n).to_string();
    let version = ProtocolVersion {
        id: id(1).parse().expect("an id"),
        barometer: id(2).parse().expect("an id"),
        number: 1,
        protocol: protocol.clone(),
        sha256: Some("abc".to_owned()),
        break_note: String::new(),
        broken: Vec::new(),
        frozen_at: None,
        version: 1,
    };
    let wave = Wave {
        id: id(3).parse().expect("an id"),
        barometer: version.barometer,
        protocol: version.id,
        number: i64::from(number),
        title: format!("Vague {number}"),
        season,
        opens: date(2026, 3, 1),
        closes: date(2026, 3, 31),
        state: WaveState::Closed,
        salt: String::new(),
        double_entry: false,
        version: 1,
    };
    let mut gathered = Gathered::new(protocol);
    for row in &answers(wave.id, number) {
        gathered.add(row);
    }
    Source { wave, version, gathered }
}

fn cube() -> Cube {
    let protocol = protocol();
    let (first, second) = (source(1, &protocol, Season::Spring), source(2, &protocol, Season::Spring));
    Reading::new(&second, Some(&first), &[]).cube("services", &mut ()).expect("a cube")
}

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} instead of {expected}");
}

#[test]
fn weights_meet_their_margins() {
    let protocol = protocol();
    for (wave, effective, deff, most) in [(1, 1112.163, 1.348_723, 264.568_3), (2, 1077.896, 1.391_600, 372.638_9)] {
        let source = source(wave, &protocol, Season::Spring);
        let cube = Reading::new(&source, None, &[]).cube("services", &mut ()).expect("a cube");
        let weights = cube.users().and_then(|one| one.weights.clone()).expect("weights");
        near(weights.effective, effective, 1e-2);
        near(weights.deff, deff, 1e-5);
        near(weights.max, most, 1e-3);
        assert!(weights.gap.expect("margins") <= 1e-9);
    }
}

#[test]
fn a_commune_without_an_answer_is_named_with_the_merge_that_is_proposed() {
    let protocol = protocol();
    // The protocol keeps the commune; the answers from it are gone.
    let mut source = source(1, &protocol, Season::Spring);
    let mut gathered = Gathered::new(&protocol);
    let elsewhere = |row: &&arpent_barometer::store::answers::AnswerRow| {
        row.replies.0.get("commune").is_none_or(|reply| reply.codes() != ["38564"])
    };
    for row in answers(source.wave.id, 1).iter().filter(elsewhere) {
        gathered.add(row);
    }
    source.gathered = gathered;
    match Reading::new(&source, None, &[]).cube("services", &mut ()) {
        Err(Refusal::Weighting { error, .. }) if matches!(*error, Error::EmptyCategory { .. }) => {
            let Error::EmptyCategory { margin, category, merge_with, .. } = *error else { unreachable!() };
            assert_eq!((margin.as_str(), category.as_str()), ("commune", "38564"));
            assert!(merge_with.is_some(), "a merge is proposed");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_two_services_changed_beyond_doubt() {
    let cube = cube();
    assert_eq!(cube.changes.len(), SERVICES.len());
    let change = |item: &str| cube.change("usagers", item).expect("a change");
    let mobility = change("mobilite");
    near(mobility.points, 10.518, 1e-2);
    near(mobility.se, 2.3985, 1e-3);
    near(mobility.q.expect("q"), 1.2046e-4, 1e-7);
    assert_eq!(mobility.arrow, Arrow::Up);
    let housing = change("habitat");
    near(housing.points, -8.326, 1e-2);
    near(housing.se, 2.677, 1e-2);
    near(housing.q.expect("q"), 0.009_462, 1e-5);
    assert_eq!(housing.arrow, Arrow::Down);
    let silent = cube.changes.iter().filter(|change| change.arrow == Arrow::Undetected).count();
    assert_eq!(silent, 8);
}

#[test]
fn another_season_cuts_the_series() {
    let protocol = protocol();
    let (first, second) = (source(1, &protocol, Season::Winter), source(2, &protocol, Season::Spring));
    let broken = ["sat_eau".to_owned()];
    let cube = Reading::new(&second, Some(&first), &broken).cube("services", &mut ()).expect("a cube");
    assert!(cube.changes.iter().all(|change| change.arrow == Arrow::Cut));
    assert_eq!(cube.change("usagers", "eau").expect("a change").cuts.len(), 2);
}

#[test]
fn gaps_say_who_judges_better_than_whom() {
    let cube = cube();
    let agents = cube.gaps.iter().find(|gaps| gaps.population == "agents").expect("agents");
    let gap = |item: &str| agents.lines.iter().find(|line| line.item == item).expect("a gap");
    let housing = gap("habitat");
    near(housing.own.0, 0.8095, 1e-4);
    near(housing.users.0, 0.5281, 1e-4);
    near(housing.points, 28.1457, 1e-3);
    near(housing.se, 2.613, 2e-3);
    assert!(housing.real);
    near(gap("mobilite").own.0, 0.4255, 1e-4);
    near(gap("mobilite").points, -22.288, 1e-2);
    assert!(!gap("action_sociale").real);
    let elected = cube.gaps.iter().find(|gaps| gaps.population == "elus").expect("elected officials");
    let waste = elected.lines.iter().find(|line| line.item == "dechets").expect("waste");
    near(waste.own.0, 1.0, 1e-12);
    assert!(waste.own.1.0 < 0.99, "38 of 38 of 62 keeps an interval: {:?}", waste.own.1);
}

#[test]
fn a_small_circle_is_shown_only_as_a_whole() {
    let mut protocol = protocol();
    protocol.rules.pool_under = 50;
    let source = source(2, &protocol, Season::Spring);
    let cube = Reading::new(&source, None, &[]).cube("services", &mut ()).expect("a cube");
    let elected = cube.gaps.iter().find(|gaps| gaps.population == "elus").expect("elected officials");
    assert!(elected.lines.is_empty() && elected.agreement.is_none());
    assert!(elected.whole.is_some());
    let own = cube.cells.iter().filter(|cell| cell.population == "elus");
    assert!(own.into_iter().all(|cell| matches!(cell.reading, Published::Withheld { .. })));
}

#[test]
fn a_hidden_commune_enters_no_figure_of_the_others() {
    let protocol = protocol();
    let read = |source: &Source| Reading::new(source, None, &[]).cube("services", &mut ()).expect("a cube");
    let mut source = source(2, &protocol, Season::Spring);
    let first = read(&source);
    let communes = |cube: &Cube| -> Vec<(String, Published, Option<Modelled>)> {
        let by = cube.cells_by("usagers", Aspect::Satisfaction, "habitat", "commune");
        by.map(|(value, cell)| (value.to_owned(), cell.reading.clone(), cell.modelled)).collect()
    };
    let before = communes(&first);
    let hidden: Vec<&str> = before
        .iter()
        .filter(|(_, reading, _)| matches!(reading, Published::Withheld { .. }))
        .map(|(value, ..)| value.as_str())
        .collect();
    assert!(hidden.len() > 1 && before.iter().any(|(.., modelled)| modelled.is_some()));
    // Everyone in the hidden communes changes her mind.
    let mut gathered = Gathered::new(&protocol);
    for mut row in answers(source.wave.id, 2) {
        let there = row.replies.0.get("commune").is_some_and(|reply| hidden.contains(&reply.codes()[0].as_str()));
        if let Some(reply) = row.replies.0.get_mut("sat_habitat").filter(|_| there)
            && *reply != Reply::Number(9)
        {
            *reply = Reply::Number(if *reply == Reply::Number(1) { 4 } else { 1 });
        }
        gathered.add(&row);
    }
    source.gathered = gathered;
    let second = read(&source);
    assert_ne!(
        first.reading("usagers", Aspect::Satisfaction, "habitat"),
        second.reading("usagers", Aspect::Satisfaction, "habitat")
    );
    for ((value, _, modelled), (_, _, again)) in before.iter().zip(communes(&second)) {
        assert_eq!(*modelled, again, "{value}");
    }
}

#[test]
fn the_answers_beside_the_people_show_who_answered_less() {
    let cube = cube();
    let weights = cube.users().and_then(|one| one.weights.clone()).expect("weights");
    let of = |variable: &str| weights.balance.iter().filter(|line| line.variable == variable).collect::<Vec<_>>();
    for variable in ["sexe", "age", "csp", "logement"] {
        near(of(variable).iter().map(|line| line.answers).sum(), 1.0, 1e-9);
        near(of(variable).iter().map(|line| line.people).sum(), 1.0, 1e-9);
    }
    assert!(of("commune").is_empty(), "communes with few answers would be told");
    let women = of("sexe").into_iter().find(|line| line.value == "F").expect("women").people;
    near(women, 39_298.0 / (39_298.0 + 37_086.0), 1e-9);
}

#[test]
fn priorities_and_drivers() {
    let protocol = protocol();
    let source = source(2, &protocol, Season::Spring);
    let mut reading = Reading::new(&source, None, &[]);
    let chosen = ["dechets", "mobilite", "eau", "accueil_siege"];
    reading.plan.drivers[0].items = chosen.iter().map(|one| (*one).to_owned()).collect();
    let cube = reading.cube("services", &mut ()).expect("a cube");
    let drivers = cube.drivers.expect("drivers");
    assert_eq!(drivers.n, 673);
    let expected = [0.559_719_302, 0.484_992_358, 0.340_829_169, 0.330_489_968];
    for (item, coefficient) in chosen.iter().zip(expected) {
        let line = drivers.lines.iter().find(|line| line.item == *item).expect("a driver");
        near(line.coefficient.expect("a coefficient").0, coefficient, 1e-8);
    }
    near(drivers.lines.iter().map(|line| line.share).sum::<f64>(), 1.0, 1e-9);
    assert_eq!(cube.priorities.len(), SERVICES.len());
    let first = &cube.priorities[0];
    near(first.rating, first.importance * (1.0 - first.satisfaction), 1e-12);
    near(cube.priorities.iter().find(|one| one.item == "eau").expect("water").at.0, 3.636_652_774, 1e-8);
}

#[test]
fn a_large_wave_is_read_within_seconds() {
    let protocol = protocol();
    let mut source = source(2, &protocol, Season::Spring);
    let mut gathered = Gathered::new(&protocol);
    let rows = answers(source.wave.id, 2);
    for turn in 0..14 {
        for row in &rows {
            let mut row = row.clone();
            row.respondent = row.respondent.map(|person| format!("{person} {turn}"));
            gathered.add(&row);
        }
    }
    // Fourteen times the same agents would be more than there are.
    source.version.protocol.populations.truncate(1);
    source.gathered = gathered;
    let start = std::time::Instant::now();
    let cube = Reading::new(&source, None, &[]).cube("services", &mut ()).expect("a cube");
    assert_eq!(cube.users().and_then(|one| one.answers), Some(21_000));
    assert!(start.elapsed().as_secs() < 60, "{:.1} s even on a slow machine", start.elapsed().as_secs_f64());
}
