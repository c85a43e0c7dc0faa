//! The synthetic barometer: two raked waves, change with people met twice, gaps between populations, replicates, beside
//! every case of R's `survey` 4.5. A case that no test here reads fails.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "unreadable test data is a failed test; codes are small whole numbers"
)]

use std::collections::HashMap;
use std::io::Read;

use crate::support::barometer::{Users, cases, census, file, satisfied};
use crate::support::reference::{self, Case, close, number_column};
use arpent_survey::change::{self, Stack};
use arpent_survey::design_effect::{Kish, Reference, kish};
use arpent_survey::gap::Gap;
use arpent_survey::interval::Method;
use arpent_survey::means::complete_cases;
use arpent_survey::raking::RakingOptions;
use arpent_survey::replicates::Replicates;
use arpent_survey::trimming::{TrimRule, trim};
use arpent_survey::{Design, Error, Estimate};

/// R stops raking where a cell moves by less than 8e-5 of a person: results agree to that, not to the last digit.
const WEIGHT: f64 = 5e-7;
const POINT: f64 = 1e-8;
const SPREAD: f64 = 1e-7;
const BOUND: f64 = 1e-6;
/// In replicates R stops where a cell moves by less than 8e-3 of a person.
const LOOSE: f64 = 2e-5;

struct Waves {
    waves: HashMap<String, (Users, Design)>,
}

impl Waves {
    fn read() -> Self {
        let wave = |number: u32| {
            let wave = Users::of_wave(f64::from(number));
            let raked = wave.raked();
            (format!("wave{number}"), (wave, raked))
        };
        Self { waves: [1, 2].map(wave).into() }
    }

    fn get(&self, name: &str) -> &(Users, Design) {
        &self.waves[name]
    }

    /// A wave with weights that are taken as they come, without residuals.
    fn plain(&self, name: &str) -> Design {
        let (wave, raked) = self.get(name);
        wave.drawn().with_weights(raked.weights().to_vec()).unwrap()
    }
}

#[test]
fn the_barometer_is_that_of_r() {
    let waves = Waves::read();
    for case in cases() {
        let parts: Vec<&str> = case.id.split('/').collect();
        match parts[..] {
            // Read in `reference_barometer_models.rs`.
            ["wave_change" | "gap", "BH"] | ["drivers" | "drivers_olr" | "importance", _] => {}
            ["rake", wave] => raking(&case, waves.get(wave)),
            ["csat", wave, service] => satisfaction(&case, waves.get(wave), service),
            ["csat_strate", wave, service] => by_stratum(&case, waves.get(wave), service),
            ["globale_nps", wave] => scores(&case, waves.get(wave)),
            ["wave_change", service] => wave_change(&case, &waves, service),
            ["gap", service] => gaps(&case, &waves, service),
            ["bootstrap_raked", "zero_cells"] => emptied_communes(&case, waves.get("wave2")),
            ["bootstrap_raked", "wave2"] => bootstrap(&case, waves.get("wave2")),
            _ => panic!("{} is not read here", case.id),
        }
    }
}

fn raking(case: &Case, (wave, raked): &(Users, Design)) {
    let same = |key: &str, found: Kish| {
        let expected = &case.result[key];
        close(&case.id, found.n as f64, &expected["n"], 0.0, 0.0);
        let figures = [(found.sum, "sum"), (found.min, "min"), (found.max, "max"), (found.cv2, "cv2")];
        for (found, name) in figures.into_iter().chain([(found.deff, "deff_kish"), (found.n_eff, "neff")]) {
            close(&format!("{} {key} {name}", case.id), found, &expected[name], WEIGHT, 0.0);
        }
    };
    same("base", wave.drawn().kish().unwrap());
    same("raked", raked.kish().unwrap());
    let limits = (0.0, TrimRule::default().limits(raked.weights()).1);
    same("trimmed_5xmedian_once", kish(trim(raked, limits, true).unwrap().design.weights()).unwrap());
    same_weights(wave, raked);
}

fn same_weights(wave: &Users, raked: &Design) {
    let path = file("13_barometre_weights.csv");
    let (waves, persons, weights) =
        (number_column(&path, "wave"), number_column(&path, "pid"), number_column(&path, "w_rake"));
    let number = wave.numbers("wave")[0];
    let of: HashMap<u32, f64> =
        (0..waves.len()).filter(|row| waves[*row] == number).map(|row| (persons[row] as u32, weights[row])).collect();
    for (person, weight) in wave.persons().iter().zip(raked.weights()) {
        assert!((weight - of[person]).abs() <= WEIGHT * of[person], "person {person}");
    }
}

fn satisfaction(case: &Case, (wave, raked): &(Users, Design), service: &str) {
    let (values, expected) = (wave.satisfied(service), &case.result);
    let found = raked.proportion(&values).unwrap();
    close(&case.id, found.estimate.n as f64, &expected["n"], 0.0, 0.0);
    close(&case.id, found.estimate.value, &expected["estimate"], POINT, 0.0);
    close(&case.id, found.estimate.se(), &expected["se"], SPREAD, 0.0);
    let deff = raked.deff_of_mean(&values, &found.estimate, Reference::WithoutReplacement).unwrap().unwrap();
    close(&case.id, deff, &expected["deff"], SPREAD, 0.0);
    close(&case.id, wave.drawn().mean(&values).unwrap().value, &expected["base_weighted"], POINT, 0.0);
    let ones = wave.drawn().with_weights(vec![1.0; values.len()]).unwrap();
    close(&case.id, ones.mean(&values).unwrap().value, &expected["unweighted"], POINT, 0.0);
    let methods = [
        ("logit", Method::Logit),
        ("beta", Method::Beta),
        ("xlogit", Method::Logit),
        ("wilson", Method::Wilson),
        ("mean", Method::Mean),
    ];
    for (name, method) in methods {
        let interval = found.interval(method, 0.95).unwrap();
        close(&case.id, interval.low, &expected["ci"][name][0], 0.0, BOUND);
        close(&case.id, interval.high, &expected["ci"][name][1], 0.0, BOUND);
    }
    assert_eq!(expected["ci"].as_object().unwrap().len(), methods.len());
}

fn by_stratum(case: &Case, (wave, raked): &(Users, Design), service: &str) {
    let (codes, levels) = wave.codes("strate");
    assert_eq!(case.result["strate"].as_array().unwrap().len(), levels.len());
    let found = raked.means_by(&wave.satisfied(service), &codes, levels.len()).unwrap();
    for (i, level) in levels.iter().enumerate() {
        assert_eq!(case.result["strate"][i].as_str().unwrap(), level);
        close(&case.id, found.values[i], &case.result["estimate"][i], POINT, 0.0);
        close(&case.id, found.get(i).unwrap().se(), &case.result["se"][i], SPREAD, 0.0);
    }
}

/// 100 for promoters, −100 for detractors.
fn promoter(mark: f64) -> f64 {
    match mark {
        mark if mark >= 9.0 => 100.0,
        mark if mark <= 6.0 => -100.0,
        mark => mark * 0.0,
    }
}

fn scores(case: &Case, (wave, raked): &(Users, Design)) {
    let promoters: Vec<f64> = wave.numbers("reco_0_10").into_iter().map(promoter).collect();
    let found = raked.means(&[wave.numbers("globale_0_10"), promoters]).unwrap();
    let expected = &case.result["stat"];
    for (i, name) in ["globale_0_10", "nps"].iter().enumerate() {
        close(&case.id, found.values[i], &expected["estimate"][name], WEIGHT, 0.0);
        close(&case.id, found.get(i).unwrap().se(), &expected["se"][name], SPREAD, 0.0);
        close(&case.id, found.covariance[(0, i)], &expected["vcov"][0][i], SPREAD, 0.0);
    }
}

/// R's case takes the raked weights as they come.
fn wave_change(case: &Case, waves: &Waves, service: &str) {
    let names = ["wave1", "wave2"];
    let designs = names.map(|name| waves.plain(name));
    let persons = names.map(|name| waves.get(name).0.persons());
    let values = names.map(|name| waves.get(name).0.satisfied(service)).concat();
    let stacked = |persons: [&[u32]; 2]| {
        let waves = [0, 1].map(|i| change::Wave { design: &designs[i], persons: persons[i] });
        Stack::new(&waves).unwrap().change(&values, 0, 1).unwrap()
    };
    let found = stacked([&persons[0], &persons[1]]);
    let expected = &case.result;
    close(&case.id, found.before.value, &expected["wave1"], POINT, 0.0);
    close(&case.id, found.after.value, &expected["wave2"], POINT, 0.0);
    close(&case.id, found.change.value, &expected["change"], POINT, 1e-8);
    close(&case.id, found.change.se(), &expected["se"], SPREAD, 0.0);
    close(&case.id, found.covariance, &expected["cov"], 1e-5, 0.0);
    close(&case.id, found.change.df, &expected["df"], 0.0, 0.0);
    reference::same_p(&case.id, found.p.unwrap(), &expected["p"]);
    let [before, after] = [0, 1].map(|i| {
        let name = names[i];
        designs[i].mean(&waves.get(name).0.satisfied(service)).unwrap()
    });
    close(&case.id, Gap::between(&after, &before).se(), &expected["se_independent"], SPREAD, 0.0);
}

fn agents(service: &str) -> Estimate {
    let path = file("barometre_agents.csv");
    let (strata, sizes) = (reference::code_column(&path, "direction").0, number_column(&path, "N_h"));
    let design = Design::builder(sizes.len()).strata(strata).populations(sizes).build().unwrap();
    share(&design, &path, service)
}

fn elected(service: &str) -> Estimate {
    let path = file("barometre_elus.csv");
    let sizes = number_column(&path, "N");
    share(&Design::builder(sizes.len()).populations(sizes).build().unwrap(), &path, service)
}

fn share(design: &Design, path: &std::path::Path, service: &str) -> Estimate {
    let answers = number_column(path, &format!("perc_{service}"));
    design.mean(&answers.into_iter().map(satisfied).collect::<Vec<f64>>()).unwrap()
}

fn gaps(case: &Case, waves: &Waves, service: &str) {
    let users = waves.plain("wave2").mean(&waves.get("wave2").0.satisfied(service)).unwrap();
    let (agents, elected, expected) = (agents(service), elected(service), &case.result);
    for (found, name) in [(&users, "users"), (&agents, "agents"), (&elected, "elus")] {
        close(&case.id, found.value, &expected[name], POINT, 0.0);
        close(&case.id, found.se(), &expected[format!("{name}_se")], SPREAD, 1e-12);
    }
    let gap = Gap::between(&agents, &users);
    close(&case.id, gap.value, &expected["gap_agents_users"], POINT, 1e-8);
    close(&case.id, gap.se(), &expected["se"], SPREAD, 0.0);
    close(&case.id, gap.z.unwrap(), &expected["z"], 1e-6, 0.0);
    reference::same_p(&case.id, gap.p.unwrap(), &expected["p"]);
    let gap = Gap::between(&elected, &users);
    close(&case.id, gap.value, &expected["gap_elus_users"], POINT, 1e-8);
    close(&case.id, gap.se(), &expected["se_elus"], SPREAD, 0.0);
}

fn supplied_replicates() -> Vec<Vec<f64>> {
    let packed = std::fs::File::open(file("13_barometre_raowu_w2.csv.gz")).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text).unwrap();
    let rows: Vec<Vec<f64>> =
        text.lines().skip(1).map(|line| line.split(',').map(|cell| cell.trim().parse().unwrap()).collect()).collect();
    (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column]).collect()).collect()
}

fn emptied_communes(case: &Case, (wave, _): &(Users, Design)) {
    let columns = supplied_replicates();
    let count = columns.len();
    close(&case.id, count as f64, &case.result["replicates"], 0.0, 0.0);
    let margins = [wave.margin("commune")];
    let replicates = Replicates::given(&wave.drawn(), columns, 1.0, vec![1.0; count]).unwrap();
    let replicates = replicates.raked(&margins, &RakingOptions::default()).unwrap();
    let found = replicates.means(&[wave.satisfied("dechets")]).unwrap();
    close(&case.id, found.merged as f64, &case.result["with_empty_commune"], 0.0, 0.0);
    assert_eq!((found.used, found.left_out), (count, 0));
}

fn bootstrap(case: &Case, (wave, _): &(Users, Design)) {
    let margins = ["sexe", "age", "csp", "logement"].map(|variable| wave.margin(variable));
    let (codes, levels) = wave.codes("strate");
    let people = levels.iter().map(|level| (level.clone(), case.result["margins_strate"][3][level].as_f64().unwrap()));
    let strata = arpent_survey::Margin::new("strate", people.collect(), codes);
    let margins: Vec<_> = margins.into_iter().chain([strata]).collect();
    let columns = supplied_replicates();
    let count = columns.len();
    let replicates = Replicates::given(&wave.drawn(), columns, 1.0 / (count as f64 - 1.0), vec![1.0; count]).unwrap();
    let services = ["dechets", "mobilite", "eau"];
    let answers = complete_cases(&services.map(|service| wave.satisfied(service)));
    let found = replicates.raked(&margins, &RakingOptions::default()).unwrap().means(&answers).unwrap();
    let variance = found.estimates.covariance[(1, 1)];
    for (i, service) in services.iter().enumerate() {
        let name = format!("ok_{service}");
        close(&case.id, found.estimates.values[i], &case.result["stat"]["estimate"][&name], 5e-7, 0.0);
        close(&case.id, found.estimates.get(i).unwrap().se(), &case.result["stat"]["se"][&name], LOOSE, 0.0);
        for j in 0..services.len() {
            close(
                &case.id,
                found.estimates.covariance[(i, j)],
                &case.result["stat"]["vcov"][i][j],
                LOOSE,
                LOOSE * variance,
            );
        }
    }
}

/// The commune 38564 has 186 inhabitants: without its answers, raking says what is missing and with which to merge.
#[test]
fn a_commune_without_answers_is_named_with_a_merge() {
    let wave = Users::of_wave(1.0);
    let (codes, levels) = wave.codes("commune");
    let without = u32::try_from(levels.iter().position(|level| level == "38564").unwrap()).unwrap();
    let kept: Vec<usize> = (0..codes.len()).filter(|unit| codes[*unit] != without).collect();
    let names: Vec<&str> = kept.iter().map(|unit| levels[codes[*unit] as usize].as_str()).collect();
    let margin = arpent_survey::Margin::from_names("commune", census("commune"), &names).unwrap();
    let design = Design::builder(kept.len()).weights(vec![50.0; kept.len()]).build().unwrap();
    let refusal = arpent_survey::raking::rake(&design, &[margin], &RakingOptions::default()).unwrap_err();
    let [margin, category, into] = ["commune", "38564", "38460"].map(str::to_owned);
    assert_eq!(refusal, Error::EmptyCategory { margin, category, target: 186.0, merge_with: Some(into) });
}

/// With its margins, a change between waves is known better than without.
#[test]
fn the_margins_narrow_a_change_between_waves() {
    let waves = Waves::read();
    let persons = ["wave1", "wave2"].map(|name| waves.get(name).0.persons());
    let values = ["wave1", "wave2"].map(|name| waves.get(name).0.satisfied("mobilite")).concat();
    let change = |designs: [&Design; 2]| {
        let waves = [0, 1].map(|i| change::Wave { design: designs[i], persons: &persons[i] });
        Stack::new(&waves).unwrap().change(&values, 0, 1).unwrap()
    };
    let with = change([&waves.get("wave1").1, &waves.get("wave2").1]);
    let without = change([&waves.plain("wave1"), &waves.plain("wave2")]);
    assert!(with.change.se() < without.change.se());
    let alone = waves.get("wave1").1.mean(&waves.get("wave1").0.satisfied("mobilite")).unwrap();
    // One wave of a stack has the variance it has alone, but for the people that each stratum gains (n/(n−1)).
    assert!((with.before.variance / alone.variance - 1.0).abs() < 2e-3);
}
