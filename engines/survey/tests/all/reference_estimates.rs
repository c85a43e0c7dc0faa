//! Means, totals, shares, ratios, intervals, quantiles, domains and contrasts, beside every case computed by R's
//! `survey` 4.5. A case that no test here reads fails.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "unreadable test data is a failed test; flags are exactly 0 or 1"
)]

use crate::support::api::{Sample, between};
use crate::support::reference::{self, Case, cases, close};
use arpent_survey::design_effect::Reference;
use arpent_survey::interval::Method;
use arpent_survey::means::restrict;
use arpent_survey::quantile::{QuantileInterval, QuantileRule};
use arpent_survey::{Estimate, Estimates, Matrix};
use serde_json::Value;

const POINT: f64 = 1e-8;
const SPREAD: f64 = 1e-7;
const BOUND: f64 = 1e-6;

fn after_slash(case: &Case) -> &str {
    case.id.split('/').nth(1).unwrap()
}

#[track_caller]
fn same_matrix(what: &str, found: &Matrix, expected: &Value) {
    let scale = found.diagonal().iter().fold(0.0_f64, |most, v| most.max(v.abs()));
    for i in 0..found.rows() {
        for j in 0..found.cols() {
            close(what, found[(i, j)], &expected[i][j], SPREAD, SPREAD * scale.max(1e-20));
        }
    }
}

/// Named estimates with their standard errors and, where given, covariance.
#[track_caller]
fn same_estimates(what: &str, names: &[String], found: &Estimates, expected: &Value) {
    for (i, name) in names.iter().enumerate() {
        close(what, found.values[i], &expected["estimate"][name], POINT, 0.0);
        let se = if expected["se"].is_object() { &expected["se"][name] } else { &expected["se"] };
        close(what, found.get(i).unwrap().se(), se, SPREAD, 1e-9 * found.values[i].abs());
    }
    if expected["vcov"].is_array() {
        same_matrix(what, &found.covariance, &expected["vcov"]);
    }
}

#[track_caller]
fn same_interval(what: &str, found: arpent_survey::Interval, expected: &Value, scale: f64) {
    close(what, found.low, &expected[0], 0.0, BOUND * scale);
    close(what, found.high, &expected[1], 0.0, BOUND * scale);
}

#[test]
fn means_totals_and_proportions_are_those_of_r() {
    for case in cases("01_means_totals_props.json").unwrap_or_default() {
        let Some(sample) = Sample::named(after_slash(&case)) else { return };
        match case.call.split('(').next().unwrap() {
            "svydesign" => design(&case, &sample),
            "svymean" if case.call.contains("~api00+enroll") => means(&case, &sample),
            "svymean" => factor(&case, &sample, true),
            "svytotal" if case.call.contains("~enroll") => total(&case, &sample),
            "svytotal" => factor(&case, &sample, false),
            "svyratio" => ratio(&case, &sample),
            "svyvar" => variance(&case, &sample),
            "svyciprop" => proportion(&case, &sample),
            other => panic!("{}: {other} is not read here", case.id),
        }
    }
}

fn design(case: &Case, sample: &Sample) {
    let weights = sample.design.weights();
    close(&case.id, sample.design.degrees_of_freedom(), &case.result["degf"], 0.0, 0.0);
    close(&case.id, weights.iter().sum(), &case.result["sum_weights"], POINT, 0.0);
    close(&case.id, weights.len() as f64, &case.result["n"], 0.0, 0.0);
    for (found, expected) in weights.iter().zip(case.result["weights_first5"].as_array().unwrap()) {
        close(&case.id, *found, expected, POINT, 0.0);
    }
}

fn means(case: &Case, sample: &Sample) {
    let names = ["api00", "enroll"].map(str::to_owned);
    let columns = names.each_ref().map(|name| sample.numbers(name));
    let found = sample.design.means(&columns).unwrap();
    same_estimates(&case.id, &names, &found, &case.result);
    for (i, name) in names.iter().enumerate() {
        let mean = found.get(i).unwrap();
        for (key, reference) in [("deff", Reference::WithoutReplacement), ("deff_replace", Reference::WithReplacement)]
        {
            let deff = sample.design.deff_of_mean(&columns[i], &mean, reference).unwrap().unwrap();
            close(&case.id, deff, &case.result[key][name], SPREAD, 0.0);
        }
        close(&case.id, mean.cv().unwrap(), &case.result["cv"][name], SPREAD, 0.0);
        same_interval(&case.id, mean.normal_interval(0.95).unwrap(), &case.result["ci95_normal"][i], mean.value);
        same_interval(&case.id, mean.interval(0.95).unwrap(), &case.result["ci95_t"][i], mean.value);
    }
}

fn total(case: &Case, sample: &Sample) {
    let values = sample.numbers("enroll");
    let found = sample.design.total(&values).unwrap();
    close(&case.id, found.value, &case.result["estimate"]["enroll"], POINT, 0.0);
    close(&case.id, found.se(), &case.result["se"], SPREAD, 0.0);
    let deff = sample.design.deff_of_total(&values, &found, Reference::WithoutReplacement).unwrap();
    close(&case.id, deff.unwrap(), &case.result["deff"], SPREAD, 0.0);
    same_interval(&case.id, found.normal_interval(0.95).unwrap(), &case.result["ci95_normal"][0], found.value);
}

fn factor(case: &Case, sample: &Sample, mean: bool) {
    let formula = between(&case.call, "~", if case.call.contains(", d, ") { "," } else { ", d)" });
    let columns: Vec<(String, Vec<f64>)> = formula.split('+').flat_map(|name| sample.factor(name.trim())).collect();
    let (names, columns): (Vec<String>, Vec<Vec<f64>>) = columns.into_iter().unzip();
    let found = if mean { sample.design.means(&columns) } else { sample.design.totals(&columns) }.unwrap();
    same_estimates(&case.id, &names, &found, &case.result);
    if mean {
        for (i, (name, column)) in names.iter().zip(&columns).enumerate() {
            let estimate = found.get(i).unwrap();
            let deff = sample.design.deff_of_mean(column, &estimate, Reference::WithoutReplacement).unwrap();
            close(&case.id, deff.unwrap(), &case.result["deff"][name], SPREAD, 1e-12);
        }
    }
}

fn ratio(case: &Case, sample: &Sample) {
    let found = sample.design.ratio(&sample.numbers("api.stu"), &sample.numbers("enroll")).unwrap();
    close(&case.id, found.value, &case.result["estimate"], POINT, 0.0);
    close(&case.id, found.se(), &case.result["se"], SPREAD, 0.0);
}

fn variance(case: &Case, sample: &Sample) {
    let found = sample.design.variance_of_values(&sample.numbers("api00")).unwrap();
    close(&case.id, found.value, &case.result["estimate"], POINT, 0.0);
    close(&case.id, found.se(), &case.result["se"], SPREAD, 0.0);
}

fn method(case: &Case) -> Method {
    match between(&case.call, "method='", "'") {
        "logit" | "xlogit" => Method::Logit,
        "likelihood" => Method::Likelihood,
        "asin" => Method::Asin,
        "beta" => Method::Beta,
        "mean" => Method::Mean,
        "wilson" => Method::Wilson,
        other => panic!("{}: no method is called {other} here", case.id),
    }
}

/// R gives no interval, or one of no width, to a share of 0 or 1: ours is Clopper and Pearson's.
fn proportion(case: &Case, sample: &Sample) {
    let condition = between(&case.call, "~I(", "),");
    let found = sample.design.proportion(&sample.condition(condition)).unwrap();
    let interval = found.interval(method(case), 0.95).unwrap();
    close(&case.id, found.estimate.value, &case.result["estimate"], POINT, 1e-11);
    close(&case.id, found.estimate.variance, &case.result["var"], SPREAD, 0.0);
    if found.estimate.value > 0.0 && found.estimate.value < 1.0 {
        // R reads its likelihood bounds off a spline; ours are solved.
        let scale = if method(case) == Method::Likelihood { 10.0 } else { 1.0 };
        same_interval(&case.id, interval, &case.result["ci"], scale);
    } else {
        let exact = 0.025_f64.powf(1.0 / found.estimate.n as f64);
        let expected = if found.estimate.value > 0.5 { (exact, 1.0) } else { (0.0, 1.0 - exact) };
        assert!((interval.low - expected.0).abs() < 1e-9 && (interval.high - expected.1).abs() < 1e-9, "{}", case.id);
    }
}

#[test]
fn quantiles_are_those_of_r() {
    for case in cases("02_quantiles.json").unwrap_or_default() {
        let Some(sample) = Sample::named(after_slash(&case)) else { return };
        let interval = match between(&case.call, "interval.type='", "'") {
            "mean" => QuantileInterval::Woodruff(Method::Mean),
            "beta" => QuantileInterval::Woodruff(Method::Beta),
            "xlogit" => QuantileInterval::Woodruff(Method::Logit),
            "asin" => QuantileInterval::Woodruff(Method::Asin),
            "score" => QuantileInterval::Score,
            other => panic!("no interval is called {other} here"),
        };
        let values = sample.numbers(between(&case.call, "~", ","));
        for (p, expected) in
            reference::numbers(&case.result["q"]).into_iter().zip(case.result["table"].as_array().unwrap())
        {
            let what = format!("{} at {p}", case.id);
            let found = sample.design.quantile(&values, p, QuantileRule::Math, interval, 0.95).unwrap();
            close(&what, found.value, &expected[0], POINT, 0.0);
            close(&what, found.low.unwrap(), &expected[1], POINT, 0.0);
            close(&what, found.high.unwrap(), &expected[2], POINT, 0.0);
            close(&what, found.se.unwrap(), &expected[3], SPREAD, 0.0);
        }
    }
}

#[test]
fn domains_and_contrasts_are_those_of_r() {
    for case in cases("03_domains_contrasts.json").unwrap_or_default() {
        let Some(sample) = Sample::named(after_slash(&case)) else { return };
        match case.id.split('/').next().unwrap() {
            "by_mean" | "by_total" | "by_prop" => by(&case, &sample),
            "by_contrast" => by_contrast(&case, &sample),
            "domain" => domain(&case, &sample),
            "panel_change" => panel_change(&case, &sample),
            "contrast_nonlinear" => growth(&case, &sample),
            other => panic!("{other} is not read here"),
        }
    }
}

fn by(case: &Case, sample: &Sample) {
    let measured = between(&case.call, "~", ",");
    let condition = measured.strip_prefix("I(").and_then(|rest| rest.strip_suffix(')'));
    let values = condition.map_or_else(|| sample.numbers(measured), |condition| sample.condition(condition));
    let groups: Vec<&str> = case.call.split('~').nth(2).unwrap().split(',').next().unwrap().split('+').collect();
    for row in case.result["rows"].as_array().unwrap() {
        let inside: Vec<Vec<f64>> =
            groups.iter().map(|name| sample.condition(&format!("{name}=={}", row[*name].as_str().unwrap()))).collect();
        let column = restrict(&values, |unit| inside.iter().all(|group| group[unit] == 1.0));
        let total = case.call.contains("svytotal");
        let found = if total { sample.design.total(&column) } else { sample.design.mean(&column) }.unwrap();
        let (value, se) = match condition {
            Some(_) => ("I(api00 > 700)TRUE", "se.I(api00 > 700)TRUE"),
            None => (measured, "se"),
        };
        close(&case.id, found.value, &row[value], POINT, 0.0);
        close(&case.id, found.se(), &row[se], SPREAD, 0.0);
        if row["ci_l"].is_number() {
            let interval = found.normal_interval(0.95).unwrap();
            close(&case.id, interval.low, &row["ci_l"], BOUND, 0.0);
            close(&case.id, interval.high, &row["ci_u"], BOUND, 0.0);
            close(&case.id, found.cv().unwrap(), &row["cv"], SPREAD, 0.0);
        }
    }
}

fn by_contrast(case: &Case, sample: &Sample) {
    let (codes, levels) = sample.codes("stype");
    let found = sample.design.means_by(&sample.numbers("api00"), &codes, levels.len()).unwrap();
    for (i, level) in levels.iter().enumerate() {
        close(&case.id, found.values[i], &case.result["estimate"][level], POINT, 0.0);
    }
    same_matrix(&case.id, &found.covariance, &case.result["vcov"]);
    for (name, coefficients) in [("E_minus_M", [1.0, 0.0, -1.0]), ("E_minus_H", [1.0, -1.0, 0.0])] {
        same_estimate(&case.id, &found.contrast(&coefficients), name, &case.result["contrast"]);
    }
}

#[track_caller]
fn same_estimate(what: &str, found: &Estimate, name: &str, expected: &Value) {
    close(what, found.value, &expected["estimate"][name], POINT, 0.0);
    close(what, found.se(), &expected["se"][name], SPREAD, 0.0);
}

fn domain(case: &Case, sample: &Sample) {
    let inside = sample.condition(between(&case.call, "subset(d, ", "))"));
    let found = sample.design.mean(&restrict(&sample.numbers("api00"), |unit| inside[unit] == 1.0)).unwrap();
    close(&case.id, found.value, &case.result["estimate"], POINT, 0.0);
    close(&case.id, found.se(), &case.result["se"], SPREAD, 0.0);
    close(&case.id, found.df, &case.result["degf"], 0.0, 0.0);
}

fn two_years(sample: &Sample) -> Estimates {
    sample.design.means(&[sample.numbers("api99"), sample.numbers("api00")]).unwrap()
}

fn panel_change(case: &Case, sample: &Sample) {
    let found = two_years(sample);
    same_estimates(&case.id, &["api99", "api00"].map(str::to_owned), &found, &case.result["wave"]);
    same_estimate(&case.id, &found.contrast(&[-1.0, 1.0]), "change", &case.result["change"]);
}

fn growth(case: &Case, sample: &Sample) {
    let found = two_years(sample);
    let (before, after) = (found.values[0], found.values[1]);
    let growth = found.delta(after / before - 1.0, &[-after / before.powi(2), 1.0 / before]);
    same_estimate(&case.id, &growth, "contrast", &case.result["stat"]);
}
