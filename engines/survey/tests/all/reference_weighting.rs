//! Post-stratified, raked, calibrated and trimmed weights, and replicates, beside every case of R's `survey` 4.5: the
//! weights one by one, and the estimates made with them. A case that no test here reads fails.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "unreadable test data is a failed test; flags are exactly 0 or 1"
)]

use crate::support::api::Sample;
use crate::support::reference::{self, Case, cases, close, folder, number_column};
use arpent_survey::calibration::{Calibration, Distance, KnownTotal, calibrate};
use arpent_survey::means::restrict;
use arpent_survey::post_stratification::post_stratify;
use arpent_survey::quantile::QuantileRule;
use arpent_survey::raking::{RakingOptions, rake};
use arpent_survey::replicates::{Replicated, Replicates};
use arpent_survey::trimming::trim;
use arpent_survey::{Design, Error, Estimates, Margin};
use serde_json::Value;

const POINT: f64 = 1e-8;
const SPREAD: f64 = 1e-7;

fn school_types(sample: &Sample) -> Margin {
    let (codes, levels) = sample.codes("stype");
    Margin::new("stype", levels.into_iter().zip([4421.0, 755.0, 1018.0]).collect(), codes)
}

fn wide(sample: &Sample) -> Margin {
    let (codes, levels) = sample.codes("sch.wide");
    Margin::new("sch.wide", levels.into_iter().zip([1072.0, 5122.0]).collect(), codes)
}

/// The crossing, counted in the whole population.
fn crossing(sample: &Sample) -> Margin {
    let path = folder().unwrap().join("apipop.csv");
    let (types, wides) = (reference::code_column(&path, "stype").0, reference::code_column(&path, "sch.wide").0);
    let mut counts = [0.0; 6];
    for (t, w) in types.iter().zip(&wides) {
        counts[(t * 2 + w) as usize] += 1.0;
    }
    let codes = sample.codes("stype").0.iter().zip(&sample.codes("sch.wide").0).map(|(t, w)| t * 2 + w).collect();
    Margin::new("crossing", counts.iter().enumerate().map(|(i, n)| (i.to_string(), *n)).collect(), codes)
}

fn calibrated(sample: &Sample, margins: &[Margin], with_score: bool, distance: Distance) -> Result<Design, Error> {
    let score = KnownTotal { name: "api99".to_owned(), total: 3_914_069.0, values: sample.numbers("api99") };
    let totals = if with_score { vec![score] } else { Vec::new() };
    Ok(calibrate(&sample.design, &Calibration::new(margins, &totals, distance))?.design)
}

/// The design that a case's call makes.
fn weighted(case: &Case, sample: &Sample) -> Result<Design, Error> {
    let types = [school_types(sample)];
    let both = [school_types(sample), wide(sample)];
    let greg = |with_score: bool| calibrated(sample, &types, with_score, Distance::Linear);
    match case.id.as_str() {
        "weighting/post_stype" => post_stratify(&sample.design, &types[0]),
        "weighting/post_cross" => post_stratify(&sample.design, &crossing(sample)),
        "weighting/rake" | "weighting/rake_default" => {
            Ok(rake(&sample.design, &both, &RakingOptions::default())?.design)
        }
        "weighting/greg_stype" => greg(false),
        "weighting/greg_api99" => greg(true),
        "weighting/cal_raking_api99" => calibrated(sample, &types, true, Distance::Raking),
        "weighting/cal_logit_api99" => calibrated(sample, &types, true, Distance::Logit { low: 0.3, high: 3.0 }),
        "weighting/cal_linear_bounded_api99" => {
            calibrated(sample, &types, true, Distance::TruncatedLinear { low: 0.55, high: 1.6 })
        }
        "weighting/cal_rake_margins" => calibrated(sample, &both, false, Distance::Raking),
        "weighting/cal_stage1" => {
            let asked = Calibration::new(&types, &[], Distance::Linear).constant_in_clusters();
            Ok(calibrate(&sample.design, &asked)?.design)
        }
        "weighting/trim" => Ok(trim(&greg(true)?, (20.0, 50.0), false)?.design),
        "weighting/trim_nonstrict" => Ok(trim(&greg(true)?, (20.0, 50.0), true)?.design),
        other => panic!("{other} is not read here"),
    }
}

#[test]
fn weights_and_what_they_estimate_are_those_of_r() {
    for case in cases("04_weighting.json").unwrap_or_default() {
        let Some(sample) = Sample::named("clus1") else { return };
        let design = weighted(&case, &sample).unwrap();
        if case.id == "weighting/rake_default" {
            margins_are_met_where_r_stops_early(&case, &sample, &design);
        } else {
            same_weights(&case, &design);
            same_results(&case, &sample, &design);
        }
    }
}

/// R's default raking stops a few hundredths of a person short: ours does not.
fn margins_are_met_where_r_stops_early(case: &Case, sample: &Sample, design: &Design) {
    let (codes, levels) = sample.codes("stype");
    for (code, (level, target)) in levels.iter().zip([4421.0, 755.0, 1018.0]).enumerate() {
        let met: f64 = codes.iter().zip(design.weights()).filter(|(c, _)| **c as usize == code).map(|(_, w)| w).sum();
        assert!((met - target).abs() < 1e-6);
        let short = case.result["stype_total"]["estimate"][format!("stype{level}")].as_f64().unwrap() - target;
        assert!(short.abs() < 0.1);
    }
    let found = design.mean(&sample.numbers("api00")).unwrap();
    close(&case.id, found.value, &case.result["mean"]["estimate"]["api00"], 1e-6, 0.0);
    close(&case.id, found.se(), &case.result["mean"]["se"]["api00"], 1e-5, 0.0);
}

fn same_weights(case: &Case, design: &Design) {
    let path = folder().unwrap().join("expected/04_weights_apiclus1.csv");
    let expected = number_column(&path, case.id.split('/').nth(1).unwrap());
    for (unit, (found, expected)) in design.weights().iter().zip(expected).enumerate() {
        assert!((found - expected).abs() <= POINT * expected.abs(), "{} unit {unit}: {found} {expected}", case.id);
    }
}

#[track_caller]
fn same_estimates(what: &str, names: &[&str], found: &Estimates, expected: &Value) {
    for (i, name) in names.iter().enumerate() {
        close(what, found.values[i], &expected["estimate"][name], POINT, 0.0);
        close(what, found.get(i).unwrap().se(), &expected["se"][name], SPREAD, 1e-9 * found.values[i].abs().max(1.0));
        for j in 0..names.len() {
            let scale = found.covariance[(i, i)].max(found.covariance[(j, j)]);
            close(what, found.covariance[(i, j)], &expected["vcov"][i][j], SPREAD, (SPREAD * scale).max(1e-12));
        }
    }
}

fn same_results(case: &Case, sample: &Sample, design: &Design) {
    let (what, expected) = (&case.id, &case.result);
    let (score, pupils) = (sample.numbers("api00"), sample.numbers("enroll"));
    same_estimates(what, &["api00"], &design.means(&[&score]).unwrap(), &expected["mean"]);
    same_estimates(what, &["enroll"], &design.totals(&[&pupils]).unwrap(), &expected["total"]);
    for (key, factor) in [("stype_total", "stype"), ("schwide_total", "sch.wide")] {
        let (names, columns): (Vec<String>, Vec<Vec<f64>>) = sample.factor(factor).into_iter().unzip();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        same_estimates(what, &names, &design.totals(&columns).unwrap(), &expected[key]);
    }
    same_shares(case, sample, design);
    for row in expected["by_stype"].as_array().unwrap() {
        let inside = sample.condition(&format!("stype=={}", row["stype"].as_str().unwrap()));
        let found = design.mean(&restrict(&score, |unit| inside[unit] == 1.0)).unwrap();
        close(what, found.value, &row["api00"], POINT, 0.0);
        close(what, found.se(), &row["se"], SPREAD, 0.0);
    }
    let kish = design.kish().unwrap();
    for (found, key) in [(kish.min, "w_min"), (kish.max, "w_max"), (kish.sum, "w_sum"), (kish.n_eff, "kish_neff")] {
        close(what, found, &expected[key], POINT, 0.0);
    }
    close(what, kish.deff, &expected["kish_deff"], POINT, 0.0);
    close(what, design.degrees_of_freedom(), &expected["degf"], 0.0, 0.0);
}

fn same_shares(case: &Case, sample: &Sample, design: &Design) {
    let names =
        ["I(sch.wide == \"Yes\")FALSE", "I(sch.wide == \"Yes\")TRUE", "I(api00 > 700)FALSE", "I(api00 > 700)TRUE"];
    let flip = |column: &[f64]| column.iter().map(|value| 1.0 - value).collect();
    let (wide, high) = (sample.condition("sch.wide==Yes"), sample.condition("api00>700"));
    let columns: [Vec<f64>; 4] = [flip(&wide), wide, flip(&high), high];
    same_estimates(&case.id, &names, &design.means(&columns).unwrap(), &case.result["props"]);
}

#[test]
fn replicates_are_those_of_r() {
    for case in cases("06_replicates.json").unwrap_or_default() {
        let (sample, replicates) = match case.id.as_str() {
            "rep/jk1_clus1" => {
                let Some(sample) = Sample::named("clus1") else { return };
                let replicates = Replicates::jackknife(&sample.design).unwrap();
                same_columns(&case, &replicates);
                (sample, replicates)
            }
            "rep/bootstrap_strat_fpc" => {
                let Some(sample) = Sample::named("strat") else { return };
                let scale = case.result["scale"].as_f64().unwrap();
                let columns = columns_of(&case);
                let scales = reference::numbers(&case.result["rscales"]);
                let replicates = Replicates::given(&sample.design, columns, scale, scales).unwrap();
                (sample, replicates)
            }
            other => panic!("{other} is not read here"),
        };
        close(&case.id, replicates.count() as f64, &case.result["replicates"], 0.0, 0.0);
        close(&case.id, replicates.scale(), &case.result["scale"], POINT, 0.0);
        close(&case.id, replicates.degrees_of_freedom(), &case.result["degf"], 0.0, 0.0);
        assert_eq!(replicates.scales(), reference::numbers(&case.result["rscales"]));
        same_replicated(&case, &sample, &replicates);
    }
}

fn columns_of(case: &Case) -> Vec<Vec<f64>> {
    let path = folder().unwrap().join("expected").join(case.result["weights_file"].as_str().unwrap());
    let count = case.result["replicates"].as_u64().unwrap();
    (1..=count).map(|number| number_column(&path, &format!("X{number}"))).collect()
}

fn same_columns(case: &Case, replicates: &Replicates) {
    for (number, expected) in columns_of(case).into_iter().enumerate() {
        let (found, _) = replicates.weights(number).unwrap();
        let same = |(a, b): (&f64, &f64)| (a - b).abs() <= POINT * b.abs();
        assert!(found.iter().zip(&expected).all(same), "{} replicate {number}", case.id);
    }
}

fn same_replicated(case: &Case, sample: &Sample, replicates: &Replicates) {
    let (score, pupils) = (sample.numbers("api00"), sample.numbers("enroll"));
    let check = |names: &[&str], found: &Replicated, key: &str| {
        same_estimates(&case.id, names, &found.estimates, &case.result[key]);
    };
    check(&["api00", "enroll"], &replicates.means(&[&score, &pupils]).unwrap(), "mean");
    check(&["enroll"], &replicates.totals(&[&pupils]).unwrap(), "total");
    let (names, columns): (Vec<String>, Vec<Vec<f64>>) = sample.factor("stype").into_iter().unzip();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    check(&names, &replicates.means(&columns).unwrap(), "props");
    let students = sample.numbers("api.stu");
    let total = |values: &[f64], weights: &[f64]| values.iter().zip(weights).map(|(v, w)| v * w).sum::<f64>();
    let ratio = replicates.estimate(|w| Ok(vec![total(&students, w) / total(&pupils, w)])).unwrap();
    same_number(case, &ratio, "ratio");
    let median = replicates.estimate(|w| Ok(vec![Design::quantile_of(&score, w, 0.5, QuantileRule::Math)?])).unwrap();
    same_number(case, &median, "median");
}

fn same_number(case: &Case, found: &Replicated, key: &str) {
    let what = format!("{} {key}", case.id);
    close(&what, found.estimates.values[0], &case.result[key]["estimate"], POINT, 0.0);
    close(&what, found.estimates.get(0).unwrap().se(), &case.result[key]["se"], SPREAD, 0.0);
}
