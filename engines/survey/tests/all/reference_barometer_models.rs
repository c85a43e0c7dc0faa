//! The drivers and the importance of `13_barometre.json`, and the shares of explained variance.

#![expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "digits as R prints them")]
#![expect(clippy::unwrap_used, reason = "unreadable test data is a failed test")]

use crate::support::barometer::{Users, cases};
use crate::support::reference::{Case, close, numbers, same_p};
use arpent_survey::Design;
use arpent_survey::likert::Scale;
use arpent_survey::models::{Family, Glm, Ordinal, driver_shares};
use arpent_survey::multiplicity::{Adjustment, adjust};
use arpent_survey::replicates::Replicates;

const DRIVERS: [&str; 4] = ["dechets", "mobilite", "eau", "accueil_siege"];

/// Prefixes of the cases that `reference_barometer.rs` compares: weights, shares, change, gaps, replicates.
const ELSEWHERE: [&str; 6] = ["rake/", "csat/", "csat_strate/", "globale_nps/", "bootstrap_raked/", "wave_change/"];

#[test]
fn every_case_is_compared_here_or_beside() {
    let users = Users::of_wave(2.0);
    let mut compared = 0;
    for case in cases() {
        match case.id.as_str() {
            "drivers/wave2" => drivers(&case, &users),
            "drivers_olr/wave2" => proportional_odds(&case, &users),
            "wave_change/BH" | "gap/BH" => adjusted(&case),
            id if id.starts_with("importance/") => importance(&case, &users),
            id if id.starts_with("gap/") || ELSEWHERE.iter().any(|prefix| id.starts_with(prefix)) => continue,
            id => panic!("{id} is compared nowhere"),
        }
        compared += 1;
    }
    assert_eq!(compared, 14);
}

/// The raked weights taken as they are: these references read them from a file.
fn weighted(users: &Users) -> Design {
    let raked = users.raked();
    raked.with_weights(raked.weights().to_vec()).unwrap()
}

fn satisfaction(users: &Users) -> Vec<Vec<f64>> {
    let scale = Scale { dont_know: vec![9], ..Scale::to(4) };
    DRIVERS.iter().map(|service| scale.mapped(&users.numbers(&format!("sat_{service}"))).unwrap()).collect()
}

/// The reference describes its design after dropping incomplete answers, where we keep their place: standard errors move
/// by less than a thousandth.
fn complete(users: &Users, outcome: &[f64]) -> (Design, Vec<Vec<f64>>, Vec<f64>) {
    let (columns, weights, strata) = (satisfaction(users), weighted(users).weights().to_vec(), users.texts("strate"));
    let rows: Vec<usize> = (0..weights.len()).filter(|row| columns.iter().all(|c| !c[*row].is_nan())).collect();
    let pick = |values: &[f64]| rows.iter().map(|row| values[*row]).collect::<Vec<f64>>();
    // The second character numbers the stratum.
    let codes = rows.iter().map(|row| u32::from(strata[*row].as_bytes()[1])).collect();
    let design = Design::builder(rows.len()).weights(pick(&weights)).strata(codes).build().unwrap();
    (design, columns.iter().map(|column| pick(column)).collect(), pick(outcome))
}

fn drivers(case: &Case, users: &Users) {
    let (design, columns, outcome) = complete(users, &users.numbers("globale_0_10"));
    let fit = Glm { outcome: &outcome, columns: &columns, family: Family::Gaussian }.fit(&design).unwrap();
    let names = ["(Intercept)", "s_dechets", "s_mobilite", "s_eau", "s_accueil_siege"];
    assert_eq!(fit.n as u64, case.result["n"].as_u64().unwrap());
    for (place, name) in names.into_iter().enumerate() {
        let found = fit.coefficient(place).unwrap();
        close(name, found.value, &case.result["coef"][name], 1e-6, 0.0);
        close(name, found.se, &case.result["se"][name], 1e-5, 0.0);
        close(name, found.t, &case.result["t"][name], 1e-5, 0.0);
        same_p(name, found.p, &case.result["p"][name]);
    }
    close("R²", fit.r_squared.unwrap(), &case.result["r2"], 1e-6, 0.0);
    shares(case, &design, &outcome, &columns);
}

fn shares(case: &Case, design: &Design, outcome: &[f64], columns: &[Vec<f64>]) {
    let replicates = Replicates::rao_wu(design, 100, 7).unwrap();
    let weights = (0..100).map(|number| replicates.weights(number).unwrap().0);
    let found = driver_shares(design, outcome, columns, weights).unwrap();
    for (place, driver) in found.drivers.iter().enumerate() {
        close("lmg", driver.lmg, &case.result["lmg"][place], 1e-6, 0.0);
        close("share", driver.share, &case.result["lmg_share"][place], 1e-6, 0.0);
        assert!(driver.rank_range.0 <= driver.rank && driver.rank <= driver.rank_range.1, "{driver:?}");
        assert!(driver.share_range.0 < driver.share && driver.share < driver.share_range.1, "{driver:?}");
    }
    assert!((found.drivers.iter().map(|driver| driver.share).sum::<f64>() - 1.0).abs() < 1e-12);
    // Waste and mobility, water and reception are not told apart; waste and water are.
    assert!(found.drivers[0].tied_with.contains(&1) && found.drivers[2].tied_with.contains(&3), "{found:?}");
    assert!(!found.drivers[0].tied_with.contains(&2), "{found:?}");
}

/// The reference stopped R's optimiser at its default tolerance, 2e-4 away from the maximum; the digits are those R gives
/// with `reltol = 1e-15` and a step of 1e-5.
fn proportional_odds(case: &Case, users: &Users) {
    let (design, columns, marks) = complete(users, &users.numbers("globale_0_10"));
    let outcome: Vec<u32> = marks.iter().map(|mark| u32::from(*mark > 5.5) + u32::from(*mark > 7.5)).collect();
    let fit = Ordinal { outcome: &outcome, categories: 3, columns: &columns }.fit(&design).unwrap();
    let settled = [
        ("s_dechets", 0.879394304350291, 0.148384148126215),
        ("s_mobilite", 0.662278955906090, 0.132242211374514),
        ("s_eau", 0.606311230143194, 0.140272176845267),
        ("s_accueil_siege", 0.592713013460387, 0.157328553179172),
        ("bas|moyen", 4.536427733365133, f64::NAN),
        ("moyen|haut", 7.796501734815710, f64::NAN),
    ];
    for (place, (name, value, se)) in settled.into_iter().enumerate() {
        let found = fit.coefficient(place).unwrap();
        close(name, found.value, &case.result["coef"][name], 2e-4, 0.0);
        close(name, found.se, &case.result["se"][name], 2e-4, 0.0);
        assert!((found.value / value - 1.0).abs() < 1e-6, "{name}: {}", found.value);
        assert!(se.is_nan() || (found.se / se - 1.0).abs() < 1e-6, "{name}: {}", found.se);
    }
}

fn adjusted(case: &Case) {
    let found = adjust(&numbers(&case.result["p"]), Adjustment::BenjaminiHochberg).unwrap();
    for (place, q) in found.into_iter().enumerate() {
        same_p(&case.id, q, &case.result["p_BH"][place]);
    }
}

fn importance(case: &Case, users: &Users) {
    let service = case.id.split('/').nth(1).unwrap();
    let mean = weighted(users).mean(&users.numbers(&format!("imp_{service}"))).unwrap();
    close(&case.id, mean.value, &case.result["mean"], 1e-7, 0.0);
    close(&case.id, mean.se(), &case.result["se"], 1e-6, 0.0);
}
