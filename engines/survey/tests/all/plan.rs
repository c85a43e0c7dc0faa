//! A whole wave from a plan file: the figures of the acceptance scenarios, and what is refused.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a plan that cannot be run is a failed test")]

use std::path::Path;
use std::sync::OnceLock;

use arpent_survey::Error;
use arpent_survey::importance::Quadrant;
use arpent_survey::multiplicity::{Arrow, Break};
use arpent_survey::plan::{Plan, Reading, Refusal, Report, Shown, Silence, Table, Tables, run, schema};

fn data(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

fn plan() -> Plan {
    toml::from_str(&data("barometre.toml")).unwrap()
}

/// A CSV file, with some cells changed on the way.
fn table(name: &str, mut change: impl FnMut(&[String], &mut Vec<String>) -> bool) -> Table {
    let text = data(name);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let cells = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<String>>());
    let rows: Vec<Vec<String>> = cells.filter_map(|mut row| change(&header, &mut row).then_some(row)).collect();
    Table::from_cells(&header, &rows).unwrap()
}

fn as_is(name: &str) -> Table {
    table(name, |_, _| true)
}

fn tables() -> Tables {
    let communes = table("barometre_marges.csv", |_, row| row[0] == "commune");
    [
        ("usagers", as_is("barometre_usagers.csv")),
        ("marges", as_is("barometre_marges.csv").of_year(2026)),
        ("agents", as_is("barometre_agents.csv")),
        ("élus", as_is("barometre_elus.csv")),
        ("communes", communes),
    ]
    .map(|(name, table)| (name.to_owned(), table))
    .into()
}

fn report() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| run(&plan(), &tables(), &mut ()).unwrap())
}

#[track_caller]
fn rounds_to(found: f64, expected: &str) {
    let decimals = expected.split('.').nth(1).map_or(0, str::len);
    assert_eq!(format!("{found:.decimals$}"), expected, "{found}");
}

#[test]
fn weighting_meets_its_margins() {
    let users: Vec<_> = report().populations[..2].iter().map(|population| &population.weighting).collect();
    assert!(users.iter().all(|weighting| weighting.margin_gap.unwrap() < 1e-9));
    rounds_to(users[0].used.n_eff, "1112.16");
    rounds_to(users[0].used.deff, "1.34872");
    assert!((users[0].used.max - 264.568_330_787_719).abs() < 1e-4);
    rounds_to(users[1].used.n_eff, "1077.90");
    assert_eq!(report().populations[3].n, 38);
}

#[test]
fn two_arrows_and_eight_items_without_detectable_change() {
    let lines = &report().changes[0].lines;
    let line = |item: &str| lines.iter().find(|line| line.item == item).unwrap();
    let (mobility, housing) = (line("mobilite"), line("habitat"));
    rounds_to(mobility.points, "10.5");
    rounds_to(100.0 * mobility.se, "2.40");
    rounds_to(mobility.q.unwrap() * 1e4, "1.2");
    assert_eq!(mobility.verdict.arrow, Arrow::Up);
    rounds_to(housing.points, "-8.3");
    rounds_to(100.0 * housing.se, "2.68");
    rounds_to(housing.q.unwrap(), "0.0095");
    assert_eq!(housing.verdict.arrow, Arrow::Down);
    let others: Vec<_> = lines.iter().filter(|line| !["mobilite", "habitat"].contains(&line.item.as_str())).collect();
    assert!(others.len() == 8 && others.iter().all(|line| line.verdict.arrow == Arrow::NoDetectableChange));
    assert_eq!(others.iter().filter(|line| (2.1..4.3).contains(&line.points.abs())).count(), 6);
    assert_eq!(report().changes[0].overlap, 450);
}

#[test]
fn another_season_or_another_mix_of_modes_cuts_the_series() {
    let mut plan = plan();
    plan.populations[1].season = Some("automne".into());
    plan.changes[0].mode_shift = 0.0;
    plan.keep_only_changes();
    let report = run(&plan, &tables(), &mut ()).unwrap();
    let mobility = &report.changes[0].lines[1];
    assert_eq!((mobility.verdict.arrow, mobility.verdict.unguarded), (Arrow::Cut, Arrow::Up));
    assert_eq!(mobility.verdict.breaks, [Break::Season, Break::Mode]);
}

trait Lighter {
    fn keep_only_changes(&mut self);
}

impl Lighter for Plan {
    fn keep_only_changes(&mut self) {
        self.gaps.clear();
        self.priorities.clear();
        self.drivers.clear();
        self.tests.clear();
        self.areas.clear();
        self.tables.clear();
        self.selections.clear();
        self.measures.truncate(1);
    }
}

#[test]
fn agents_see_housing_better_and_mobility_worse_than_users() {
    let gaps = &report().gaps[0];
    let line = |item: &str| gaps.lines.iter().find(|line| line.item == item).unwrap();
    let housing = line("habitat");
    rounds_to(100.0 * housing.first.0, "81.0");
    rounds_to(100.0 * housing.second.0, "52.8");
    rounds_to(100.0 * housing.gap, "28.1");
    rounds_to(100.0 * housing.se, "2.6");
    rounds_to(100.0 * line("mobilite").first.0, "42.5");
    rounds_to(100.0 * line("mobilite").second.0, "64.8");
    assert!(line("mobilite").gap < 0.0 && gaps.pooled.as_ref().unwrap().gap > 0.0);
    assert_eq!(gaps.rank_agreement.unwrap().n, 10);
}

#[test]
fn elected_members_who_all_agree_keep_an_interval() {
    let gaps = &report().gaps[1];
    let waste = gaps.lines.iter().find(|line| line.item == "dechets").unwrap();
    assert!((waste.first.0 - 1.0).abs() < 1e-12 && waste.first.1.abs() < 1e-12);
    // Among 62 people, of whom these answered: at most a few others would disagree.
    assert!(waste.first.2.low < 0.97 && waste.first.2.low > 0.9, "{:?}", waste.first);
    assert!(waste.interval.width() > 0.02);
}

#[test]
fn priorities_and_drivers() {
    let lines = &report().priorities[0].lines;
    assert!(lines.windows(2).all(|pair| pair[0].rating >= pair[1].rating));
    for line in lines {
        assert!((line.rating - line.importance * (1.0 - line.satisfaction)).abs() < 1e-12);
        assert!(line.interval.holds(line.rating) && line.matrix.ellipse.is_some());
    }
    assert!(lines.iter().any(|line| !line.tied_with.is_empty()));
    assert!(lines.iter().any(|line| line.matrix.quadrant == Quadrant::Concentrate));
    let drivers = &report().drivers[0];
    let expected = [0.559_719, 0.484_992, 0.340_829, 0.330_490];
    for (driver, expected) in drivers.drivers.iter().zip(expected) {
        assert!((driver.coefficient.unwrap().value - expected).abs() < 1e-5, "{driver:?}");
    }
    assert!((drivers.drivers.iter().map(|driver| driver.share.share).sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(drivers.drivers.iter().any(|driver| !driver.share.tied_with.is_empty()));
    assert_eq!((drivers.n, drivers.proportional_odds.as_ref().unwrap().len()), (673, 4));
    assert!(drivers.parallel_lines.is_some());
}

fn shown(reading: &Reading) -> &Shown {
    match reading {
        Reading::Shown(shown) => shown,
        Reading::Hidden(hidden) => panic!("hidden: {hidden:?}"),
    }
}

#[test]
fn every_figure_carries_its_base_and_its_interval() {
    for figure in &report().figures {
        let shown = shown(&figure.reading);
        let interval = shown.interval.unwrap();
        assert!(shown.n >= 10 && interval.holds(shown.value) && interval.width() > 0.0, "{figure:?}");
    }
    let waste = report().figures.iter().find(|f| f.population == "usagers 1" && f.item == "dechets").unwrap();
    let waste = shown(&waste.reading);
    assert!((waste.value - 0.834_943_532_259_281).abs() < 1e-8 && waste.n == 1443);
    assert!((waste.se.unwrap() - 0.011_116_267_027_560_1).abs() < 1e-8);
    assert!((waste.interval.unwrap().low - 0.811_967_978_789_617).abs() < 1e-7);
    assert!((waste.distribution.as_ref().unwrap().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let promoters = report().figures.iter().find(|f| f.measure == "recommandation").unwrap();
    rounds_to(shown(&promoters.reading).value, "1.267");
}

#[test]
fn a_small_commune_is_hidden_with_another_of_its_sector() {
    let communes = report().breakdowns.iter().find(|b| b.by == "commune" && b.population == "usagers 1").unwrap();
    let strata = report().breakdowns.iter().find(|b| b.by == "strate" && b.population == "usagers 1").unwrap();
    assert!(strata.groups.iter().all(|group| matches!(group.reading, Reading::Shown(_))));
    let hidden = |why: Silence| {
        let is = |reading: &Reading| matches!(reading, Reading::Hidden(hidden) if hidden.why == why);
        communes.groups.iter().filter(|group| is(&group.reading)).map(|g| g.group.as_str()).collect::<Vec<&str>>()
    };
    let (few, protecting) = (hidden(Silence::TooFew), hidden(Silence::Protects));
    assert!(few.contains(&"38564"), "{few:?}");
    // Alone, it could be found again from the figure of its stratum.
    assert!(few.len() + protecting.len() >= 2, "{few:?} {protecting:?}");
}

#[test]
fn a_filter_and_its_complement_are_both_closed() {
    let [small, others, four] = report().selections.as_slice() else { panic!("three filters") };
    assert_eq!((small.hidden, others.hidden, four.hidden), (Some(Silence::TooFew), Some(Silence::Exposes), None));
    assert!(small.figures.is_empty() && others.figures.is_empty());
    assert!(matches!(four.figures[0].reading, Reading::Shown(_)));
}

#[test]
fn a_table_is_protected_and_small_communes_are_modelled() {
    let table = &report().tables[0];
    assert!(table.cells.iter().all(|cell| cell.count.is_some() != cell.hidden.is_some()));
    assert!(table.cells.iter().all(|cell| cell.count.is_none_or(|count| count == 0 || count >= 10)));
    let (item, variance, communes) = &report().areas[0].items[0];
    assert!(item == "mobilite" && *variance >= 0.0 && communes.len() == 31);
    assert!(communes.iter().all(|area| area.interval.holds(area.value) && area.rmse > 0.0));
    assert!(communes.iter().any(|area| area.direct.is_none()));
}

#[test]
fn the_report_is_json_without_holes() {
    let json = serde_json::to_value(report()).unwrap();
    assert_eq!(json["figures"][0]["reading"]["state"], "shown");
    let text = serde_json::to_string(&json).unwrap();
    assert!(!text.contains("NaN"));
    let schema = serde_json::to_value(schema()).unwrap();
    assert_eq!(schema["title"], "Plan");
    assert!(schema["$defs"]["Population"]["properties"]["margins"].is_object());
    let again: Plan = toml::from_str(&toml::to_string(&plan()).unwrap()).unwrap();
    assert_eq!(again, plan());
}

/// What a run refuses once the tables are changed.
fn refused(change: impl FnOnce(&mut Plan, &mut Tables)) -> Refusal {
    let (mut plan, mut tables) = (plan(), tables());
    plan.keep_only_changes();
    change(&mut plan, &mut tables);
    run(&plan, &tables, &mut ()).unwrap_err()
}

fn replace(tables: &mut Tables, name: &str, table: Table) {
    tables.insert(name.to_owned(), table);
}

fn weighting(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Weighting { error, .. } => *error,
        other => panic!("{other}"),
    }
}

#[test]
fn an_empty_commune_is_refused_with_a_merge() {
    let refusal = refused(|_, tables| {
        let without = table("barometre_usagers.csv", |_, row| row[3] != "38564");
        replace(tables, "usagers", without);
    });
    let Error::EmptyCategory { margin, category, target, merge_with } = weighting(refusal) else { panic!("empty") };
    assert_eq!((margin.as_str(), category.as_str(), merge_with.as_deref()), ("commune", "38564", Some("38460")));
    assert!((target - 186.0).abs() < 1e-9);
}

#[test]
fn margins_must_agree_and_be_of_the_right_year() {
    let unequal = refused(|_, tables| {
        let more = table("barometre_marges.csv", |_, row| {
            if row[1] == "H" {
                row[2] = "37087".into();
            }
            true
        });
        replace(tables, "marges", more);
    });
    assert!(matches!(weighting(unequal), Error::UnequalMargins { .. }));
    let old = refused(|_, tables| replace(tables, "marges", as_is("barometre_marges.csv").of_year(2019)));
    assert_eq!(old, Refusal::MarginYear { table: "marges".into(), expected: 2026, found: 2019 });
}

/// The users with one cell of a row changed.
fn users_with(row: usize, column: &str, value: &str) -> Table {
    let mut at = 0;
    table("barometre_usagers.csv", |header, cells| {
        if at == row {
            let place = header.iter().position(|name| name == column).unwrap();
            value.clone_into(&mut cells[place]);
        }
        at += 1;
        true
    })
}

#[test]
fn a_faulty_cell_is_named_with_its_row() {
    let change = |column: &'static str, value: &'static str| {
        refused(move |_, tables| replace(tables, "usagers", users_with(4, column, value)))
    };
    let (table, row) = ("usagers".to_owned(), 4);
    let missing = change("logement", "");
    assert!(matches!(weighting(missing), Error::MissingMargin { units: 1, first: 4, .. }));
    let unknown = change("csp", "rentier");
    assert!(matches!(weighting(unknown), Error::UnexpectedCategory { answers: 1, .. }));
    for (weight, value) in [("0", 0.0), ("-3", -3.0)] {
        let column = "w_base".to_owned();
        assert_eq!(change("w_base", weight), Refusal::Weight { table: table.clone(), column, row, weight: value });
    }
    let (column, scale) = ("sat_eau".to_owned(), "quatre".to_owned());
    assert_eq!(
        change("sat_eau", "5"),
        Refusal::OffScale { table: table.clone(), column: column.clone(), row, value: 5.0, scale }
    );
    assert_eq!(
        change("sat_eau", "bien"),
        Refusal::NotANumber { table: table.clone(), column, row, text: "bien".into() }
    );
    assert_eq!(change("strate", "NA"), Refusal::Missing { table, column: "strate".into(), row });
}

#[test]
fn a_plan_that_refers_to_nothing_is_refused_before_any_work() {
    assert_eq!(refused(|plan, _| plan.version = 2), Refusal::Version(2));
    let unknown = |place: &str, name: &str| Refusal::Unknown { place: place.into(), name: name.into() };
    assert_eq!(refused(|plan, _| plan.changes[0].to = "usagers 3".into()), unknown("évolution", "usagers 3"));
    assert_eq!(refused(|plan, _| plan.changes[0].measures = vec!["x".into()]), unknown("évolution", "x"));
    assert_eq!(refused(|plan, _| plan.populations[0].name = "agents".into()), Refusal::NamedTwice("agents".into()));
    assert_eq!(refused(|_, tables| drop(tables.remove("élus"))), Refusal::Table("élus".into()));
    let column = refused(|plan, _| plan.populations[0].weight = Some("poids".into()));
    assert_eq!(column, Refusal::Column { table: "usagers".into(), column: "poids".into() });
    let nobody = refused(|plan, _| plan.populations[2].filter = toml::from_str("direction = \"lune\"").unwrap());
    assert_eq!(nobody, Refusal::EmptyPopulation("agents".into()));
    assert!(toml::from_str::<Plan>(&data("barometre.toml").replace("weight =", "poids =")).is_err());
}

#[test]
fn volunteers_have_shares_but_no_margin_of_error_and_no_arrow() {
    let flow = data("barometre.toml").replace("season = \"printemps\"", "kind = \"flow\"");
    let mut plan: Plan = toml::from_str(&flow).unwrap();
    plan.keep_only_changes();
    let refusal = run(&plan, &tables(), &mut ()).unwrap_err();
    assert!(matches!(refusal, Refusal::Volunteers { .. }), "{refusal}");
    plan.changes.clear();
    let report = run(&plan, &tables(), &mut ()).unwrap();
    let users = shown(&report.figures[0].reading);
    assert!(users.interval.is_none() && users.se.is_none() && users.value > 0.5);
}

#[test]
fn progress_reaches_its_end() {
    let mut plan = plan();
    plan.keep_only_changes();
    let mut seen = Vec::new();
    run(&plan, &tables(), &mut |done: usize, all: usize| seen.push((done, all))).unwrap();
    assert_eq!(seen.last(), Some(&(plan.parts(), plan.parts())));
    assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0));
}
