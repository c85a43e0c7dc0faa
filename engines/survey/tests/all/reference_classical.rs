//! Every case of `10_classical.json`.

#![expect(clippy::unwrap_used, reason = "unreadable test data is a failed test")]

use crate::support::reference::{Case, cases, close, numbers, same_p};
use arpent_survey::Design;
use arpent_survey::classical::{Correction, Count, CountInterval, Discordant, TwoCounts};
use arpent_survey::likert::reliability;
use arpent_survey::margin::Margin;
use arpent_survey::multiplicity::{Adjustment, adjust};
use arpent_survey::nps::net_promoters;
use arpent_survey::planner::two_proportions_size;
use arpent_survey::raking::{RakingOptions, rake};

#[test]
fn every_case_is_r_s() {
    let Some(cases) = cases("10_classical.json") else { return };
    for case in &cases {
        match (case.call.split(['(', ' ']).next().unwrap(), case.id.as_str()) {
            ("prop.test", "binom/two_sample") => two_sample(case),
            ("prop.test", _) => one_sample(case),
            ("mcnemar.test", _) => mcnemar(case),
            ("p.adjust", _) => adjusted(case),
            ("power.prop.test", _) => power(case),
            ("scores", _) => nps(case),
            ("svycralpha", _) => cronbach(case),
            ("seed", _) => ipf(case),
            (other, id) => panic!("{id}: {other} has no equivalent here"),
        }
    }
}

/// The whole numbers of a text, in order.
fn figures(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn one_sample(case: &Case) {
    let counts = figures(&case.id);
    let count = Count::new(counts[0], counts[1]).unwrap();
    for (name, method) in [
        ("wilson", CountInterval::Wilson),
        ("wilson_cc", CountInterval::WilsonCorrected),
        ("clopper_pearson", CountInterval::ClopperPearson),
    ] {
        let interval = count.interval(method, 0.95);
        close(&case.id, interval.low, &case.result[name][0], 0.0, 1e-10);
        close(&case.id, interval.high, &case.result[name][1], 0.0, 1e-10);
    }
}

fn two_sample(case: &Case) {
    let counts = figures(&case.call);
    let [first, second] = [0, 1].map(|group| Count::new(counts[group], counts[2 + group]).unwrap());
    let test = TwoCounts { first, second }.compare(Correction::None, 0.95);
    close(&case.id, test.chi_squared, &case.result["chisq"], 1e-10, 0.0);
    same_p(&case.id, test.p, &case.result["p"]);
    close(&case.id, test.wald.low, &case.result["ci"][0], 0.0, 1e-10);
    close(&case.id, test.wald.high, &case.result["ci"][1], 0.0, 1e-10);
}

fn mcnemar(case: &Case) {
    // Columns first: the second and third figures are the changes.
    let counts = figures(&case.call);
    let (chi_squared, p) = Discordant { yes_no: counts[2], no_yes: counts[1] }.mcnemar(Correction::None);
    close(&case.id, chi_squared, &case.result["chisq"], 1e-10, 0.0);
    same_p(&case.id, p, &case.result["p"]);
}

fn adjusted(case: &Case) {
    let method = match case.id.split('/').nth(1).unwrap() {
        "BH" => Adjustment::BenjaminiHochberg,
        "BY" => Adjustment::BenjaminiYekutieli,
        "holm" => Adjustment::Holm,
        "hochberg" => Adjustment::Hochberg,
        "bonferroni" => Adjustment::Bonferroni,
        other => panic!("no adjustment {other}"),
    };
    let found = adjust(&numbers(&case.result["p"]), method).unwrap();
    for (place, q) in found.into_iter().enumerate() {
        close(&case.id, q, &case.result["adjusted"][place], 1e-12, 0.0);
    }
}

fn power(case: &Case) {
    let value = |name: &str| -> f64 {
        let rest = &case.call[case.call.find(name).unwrap() + name.len()..];
        rest.split([',', ')']).next().unwrap().parse().unwrap()
    };
    let size = two_proportions_size((value("p1="), value("p2=")), value("power="), 0.05, 1.0).unwrap();
    // R searches its root to a ten thousandth.
    close(&case.id, size, &case.result["n_per_group"], 1e-5, 0.0);
}

fn nps(case: &Case) {
    let scores = numbers(&case.result["scores"]);
    for (weights, score, se) in
        [(numbers(&case.result["weights"]), "nps", "se"), (vec![1.0; scores.len()], "nps_unweighted", "se_unweighted")]
    {
        let design = Design::builder(scores.len()).weights(weights).build().unwrap();
        let found = net_promoters(&design, &scores, 0.95).unwrap();
        close(&case.id, found.score.value, &case.result[score], 1e-10, 0.0);
        close(&case.id, found.score.se(), &case.result[se], 1e-9, 0.0);
        assert!(found.interval.low < found.score.value && found.score.value < found.interval.high);
    }
}

fn cronbach(case: &Case) {
    let item = |name: &str| -> Vec<f64> {
        let rest = &case.call[case.call.find(&format!(" {name}=")).unwrap() + 3..];
        rest.split(' ').next().unwrap().split(',').map(|answer| answer.parse().unwrap()).collect()
    };
    let items = ["a", "b", "c", "d"].map(item);
    let design = Design::builder(8).weights(vec![1.0; 8]).build().unwrap();
    close(&case.id, reliability(&design, &items).unwrap().alpha, &case.result["alpha"], 1e-10, 0.0);
}

fn ipf(case: &Case) {
    let figures: Vec<f64> = figures(&case.call).into_iter().map(|figure| figure as f64).collect();
    // "3x4", twelve cells column after column, three row targets, four column targets.
    let (cells, rows, columns) = (&figures[2..14], &figures[14..17], &figures[17..21]);
    let margin = |name: &str, targets: &[f64], code: fn(u32) -> u32| {
        let categories = targets.iter().enumerate().map(|(place, target)| (place.to_string(), *target)).collect();
        Margin::new(name, categories, (0..12).map(code).collect())
    };
    let margins = [margin("rows", rows, |cell| cell % 3), margin("columns", columns, |cell| cell / 3)];
    let design = Design::builder(12).weights(cells.to_vec()).build().unwrap();
    let options = RakingOptions { tolerance: 1e-13, ..RakingOptions::default() };
    let raked = rake(&design, &margins, &options).unwrap().design;
    for (cell, weight) in raked.weights().iter().enumerate() {
        close(&case.id, *weight, &case.result["fitted"][cell % 3][cell / 3], 1e-9, 0.0);
    }
}
