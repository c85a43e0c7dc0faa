//! Regressions beside R 4.2 with survey 4.1 (`svyglm`, `svyolr` with a tight tolerance).

#![expect(clippy::unreadable_literal, reason = "digits as R prints them")]
#![expect(clippy::unwrap_used, reason = "unreadable test data is a failed test")]

use crate::support::api::Sample;
use arpent_survey::Design;
use arpent_survey::models::{Family, Glm, ModelError, Ordinal, driver_shares, parallel_lines};

#[track_caller]
fn assert_all(what: &str, found: impl IntoIterator<Item = f64>, expected: &[f64], relative: f64) {
    let found: Vec<f64> = found.into_iter().collect();
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{what}: {found:e} is not {expected:e}");
    }
}

#[test]
fn linear_regression() {
    for (name, values, errors, df) in [
        (
            "strat",
            [820.887315905623, -0.480586612171949, -3.14153530998456, 0.225713210229636],
            [10.0777359498854, 0.391973403222528, 0.283946506416501, 0.393218362022529],
            194.0,
        ),
        (
            "clus1",
            [819.279051139125, -0.51672177968348, -3.12320426489935, -0.168919682187167],
            [21.3899712651521, 0.324003944965413, 0.278083043760884, 0.444918419151202],
            11.0,
        ),
    ] {
        let Some(sample) = Sample::named(name) else { return };
        let columns = ["ell", "meals", "mobility"].map(|column| sample.numbers(column));
        let outcome = sample.numbers("api00");
        let fit = Glm { outcome: &outcome, columns: &columns, family: Family::Gaussian }.fit(&sample.design).unwrap();
        assert_all(name, fit.coefficients.iter().copied(), &values, 1e-9);
        assert_all(name, (0..4).map(|k| fit.coefficient(k).unwrap().se), &errors, 1e-8);
        assert!((fit.df - df).abs() < 1e-12, "{}", fit.df);
    }
}

#[test]
fn logistic_regression() {
    for (name, values, errors, p) in [
        (
            "strat",
            [1.56040842358661, -0.00683105655469601, 0.00352476103353518],
            [0.315530392132302, 0.0131470688271862, 0.00865013764272951],
            [1.63551140932067e-06, 0.603940184824795, 0.684102211976513],
        ),
        (
            "clus1",
            [1.89955691113633, 0.0399254107978012, -0.0191146824661448],
            [0.509914831751763, 0.0124426697390901, 0.00882544370226142],
            [0.00289898475380914, 0.00750961368830272, 0.0511723347761664],
        ),
    ] {
        let Some(sample) = Sample::named(name) else { return };
        let columns = ["ell", "meals"].map(|column| sample.numbers(column));
        let outcome = sample.condition("sch.wide=='Yes'");
        let fit = Glm { outcome: &outcome, columns: &columns, family: Family::Logistic }.fit(&sample.design).unwrap();
        assert_all(name, fit.coefficients.iter().copied(), &values, 1e-6);
        assert_all(name, (0..3).map(|k| fit.coefficient(k).unwrap().se), &errors, 1e-6);
        assert_all(name, (0..3).map(|k| fit.coefficient(k).unwrap().p), &p, 1e-4);
    }
}

#[test]
fn proportional_odds() {
    for (name, values, errors) in [
        (
            "strat",
            [-3.99358627829187, 0.0173811782052949, -12.7556043427257, -10.2708376827786, -8.05211421061298],
            [0.439829128287398, 0.0134830732069982],
        ),
        (
            "clus1",
            [-2.65204094553181, 0.0316407976206311, -8.37704079329331, -6.21834071979702, -4.66117662959491],
            [1.08244276252705, 0.0381907615158975],
        ),
    ] {
        let Some(sample) = Sample::named(name) else { return };
        let columns = ["avg.ed", "mobility"].map(|column| sample.numbers(column));
        let outcome: Vec<u32> = sample
            .numbers("meals")
            .iter()
            .map(|m| u32::from(*m > 25.0) + u32::from(*m > 50.0) + u32::from(*m > 75.0))
            .collect();
        let model = Ordinal { outcome: &outcome, categories: 4, columns: &columns };
        let fit = model.fit(&sample.design).unwrap();
        assert_all(name, fit.coefficients.iter().copied(), &values, 1e-5);
        // R differentiates its information numerically: with mobility up to 99, it errs in the fourth digit.
        assert_all(name, (0..2).map(|k| fit.coefficient(k).unwrap().se), &errors, 5e-4);
        let test = parallel_lines(&model, &sample.design).unwrap();
        assert!(test.p > 0.0 && test.p < 1.0 && test.slopes.len() == 3, "{test:?}");
    }
}

fn plain(units: usize) -> Design {
    Design::builder(units).weights(vec![1.0; units]).build().unwrap()
}

#[test]
fn what_cannot_be_fitted_is_named() {
    let x: Vec<f64> = (0..20).map(f64::from).collect();
    let twice: Vec<f64> = x.iter().map(|value| 2.0 * value + 1.0).collect();
    let step: Vec<f64> = x.iter().map(|value| f64::from(u8::from(*value > 9.5))).collect();
    let fit = |outcome: &[f64], columns: &[Vec<f64>], family| {
        Glm { outcome, columns, family }.fit(&plain(20)).map(|fit| fit.n)
    };
    assert_eq!(fit(&step, &[x.clone(), twice.clone()], Family::Gaussian), Err(ModelError::Redundant(2)));
    assert_eq!(fit(&step, std::slice::from_ref(&x), Family::Logistic), Err(ModelError::Separated));
    assert_eq!(fit(&[1.0; 20], std::slice::from_ref(&x), Family::Logistic), Err(ModelError::Outcome));
    assert_eq!(fit(&x, &[], Family::Logistic), Err(ModelError::Outcome));
    let gone = vec![f64::NAN; 20];
    assert!(matches!(
        fit(&gone, std::slice::from_ref(&x), Family::Gaussian),
        Err(ModelError::TooFewAnswers { answers: 0, .. })
    ));
    let empty_middle: Vec<u32> = (0..20).map(|unit| unit % 2 * 2).collect();
    let ordinal = Ordinal { outcome: &empty_middle, categories: 3, columns: std::slice::from_ref(&x) }.fit(&plain(20));
    assert_eq!(ordinal, Err(ModelError::Outcome));
    let shares = driver_shares(&plain(20), &x, &[step.clone(), vec![1.0; 20]], []);
    assert_eq!(shares, Err(ModelError::Redundant(1)));
}

#[test]
fn shares_of_independent_drivers_are_their_squared_correlations() {
    // A full crossing of two drivers: nothing is shared between them.
    let one: Vec<f64> = (0..36).map(|unit| f64::from(unit % 6)).collect();
    let other: Vec<f64> = (0..36).map(|unit| f64::from(unit / 6)).collect();
    let outcome: Vec<f64> = one.iter().zip(&other).map(|(a, b)| 2.0 * a + b).collect();
    let found = driver_shares(&plain(36), &outcome, &[one, other], []).unwrap();
    assert!((found.r_squared - 1.0).abs() < 1e-12);
    assert!((found.drivers[0].share - 0.8).abs() < 1e-12 && (found.drivers[1].share - 0.2).abs() < 1e-12);
    // Without replicates nothing says how sure the order is.
    assert_eq!(found.drivers[0].tied_with, [1]);
}
