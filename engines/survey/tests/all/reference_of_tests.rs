//! Every case of `05_tests_models.json`: tests under a design beside R's.

#![expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "digits as R prints them")]
#![expect(clippy::unwrap_used, reason = "unreadable test data is a failed test")]

use crate::support::api::{Sample, between};
use crate::support::reference::{Case, cases, close, numbers, same_p};
use arpent_survey::Design;
use arpent_survey::hypothesis::{
    RankScore, Statistic, TestError, TiedRanks, TwoWay, one_sample_t, rank_test, two_sample_t,
};

/// The designs whose sample is not among the data: nothing can be compared.
const NOT_SUPPLIED: [&str; 1] = ["clus2"];

#[test]
fn every_case_is_r_s() {
    let Some(cases) = cases("05_tests_models.json") else { return };
    let mut compared = 0;
    for case in &cases {
        let design = case.id.split('/').nth(1).unwrap();
        if NOT_SUPPLIED.contains(&design) {
            continue;
        }
        let sample = Sample::named(design).unwrap();
        match case.call.split('(').next().unwrap() {
            "svyttest" => t_test(case, &sample),
            "svychisq" => association(case, &sample),
            other => panic!("{}: {other} has no equivalent here", case.id),
        }
        compared += 1;
    }
    assert_eq!(compared + 1, cases.len(), "all but one case, of apiclus2, are compared");
}

fn t_test(case: &Case, sample: &Sample) {
    let (outcome, group) = between(&case.call, "(", ",").split_once('~').unwrap();
    let test = two_sample_t(&sample.design, &sample.numbers(outcome), &sample.codes(group).0, 0.95).unwrap();
    let (id, expected) = (&case.id, &case.result);
    close(id, test.t, &expected["t"], 1e-7, 0.0);
    close(id, test.df, &expected["df"], 0.0, 1e-12);
    close(id, test.estimate, &expected["diff"], 1e-8, 0.0);
    close(id, test.interval.low, &expected["ci"][0], 1e-6, 0.0);
    close(id, test.interval.high, &expected["ci"][1], 1e-6, 0.0);
    same_p(id, test.p, &expected["p"]);
}

fn association(case: &Case, sample: &Sample) {
    let (rows, columns) = between(&case.call, "~", ",").split_once('+').unwrap();
    let statistic = match between(&case.call, "statistic='", "'") {
        "F" => Statistic::F,
        "Chisq" => Statistic::ChiSquared,
        "Wald" => Statistic::Wald,
        "adjWald" => Statistic::AdjustedWald,
        "lincom" | "saddlepoint" => Statistic::Saddlepoint,
        "wls-score" => Statistic::WlsScore,
        other => panic!("{}: no statistic {other}", case.id),
    };
    let ((rows, row_levels), (columns, column_levels)) = (sample.codes(rows), sample.codes(columns));
    let table = TwoWay { rows: (&rows, row_levels.len()), columns: (&columns, column_levels.len()) };
    let test = table.test(&sample.design, statistic).unwrap();
    let (id, expected) = (&case.id, &case.result);
    close(id, test.statistic, &expected["statistic"], 1e-7, 0.0);
    let df = match &expected["parameter"] {
        one if one.is_number() => vec![one.as_f64().unwrap()],
        several => numbers(several),
    };
    assert_eq!(test.df.len(), df.len(), "{id}");
    for (found, expected) in test.df.iter().zip(df) {
        assert!((found - expected).abs() < 1e-7 * expected, "{id}: {found} is not {expected}");
    }
    same_p(id, test.p, &expected["p"]);
}

/// R 4.2 with survey 4.1: the same tests on the clustered sample.
#[test]
fn association_between_few_clusters() {
    let Some(sample) = Sample::named("clus1") else { return };
    let ((rows, _), (columns, _)) = (sample.codes("sch.wide"), sample.codes("stype"));
    let table = TwoWay { rows: (&rows, 2), columns: (&columns, 3) };
    for (statistic, value, p) in [
        (Statistic::F, 5.193_369_541_474_876, 0.0217474623707969),
        (Statistic::ChiSquared, 11.94089208074533914, 0.00555326330311322),
        (Statistic::Wald, 2.401058600602677, 0.126896300602351),
        (Statistic::AdjustedWald, 2.229554414845343, 0.147057886901249),
        (Statistic::Saddlepoint, 11.94089208074533914, 0.0264411277096376),
    ] {
        let test = table.test(&sample.design, statistic).unwrap();
        assert!((test.statistic / value - 1.0).abs() < 1e-9, "{statistic:?} {}", test.statistic);
        assert!((test.p / p - 1.0).abs() < 1e-6, "{statistic:?} {}", test.p);
    }
}

/// The same R: rank tests, with api scores that tie little.
#[test]
fn ranks_beside_r() {
    let expected = [
        (
            "strat",
            [
                (0.0861841985229116, 1.88118864576571),
                (0.365265655981972, 2.29186648502911),
                (0.082182904087729, 1.06241735954065),
            ],
            0.0614289005642576,
            (6.71040607608757, 0.0369287832088187),
        ),
        (
            "clus1",
            [
                (0.0353383458646618, 0.79267710888444),
                (0.163807562653139, 1.086665157461),
                (0.0237593984962406, 0.315009693478509),
            ],
            0.44219249785136,
            (2.22397482137553, 0.360546784857326),
        ),
    ];
    for (name, tests, p, (chi_squared, p_of_three)) in expected {
        let Some(sample) = Sample::named(name) else { return };
        let (values, (groups, _)) = (sample.numbers("api00"), sample.codes("comp.imp"));
        for (score, (difference, t)) in
            [RankScore::Wilcoxon, RankScore::VanDerWaerden, RankScore::Median].into_iter().zip(tests)
        {
            let test = rank_test(&sample.design, &values, (&groups, 2), score, TiedRanks::FileOrder).unwrap();
            assert!((test.differences[0] / difference - 1.0).abs() < 1e-9, "{name} {score:?} {test:?}");
            assert!((test.statistic / t - 1.0).abs() < 1e-8, "{name} {score:?} {test:?}");
            assert!(score != RankScore::Wilcoxon || (test.p / p - 1.0).abs() < 1e-7, "{name} {test:?}");
        }
        let (types, _) = sample.codes("stype");
        let test = rank_test(&sample.design, &values, (&types, 3), RankScore::Wilcoxon, TiedRanks::FileOrder).unwrap();
        assert!(
            (2.0 * test.statistic / chi_squared - 1.0).abs() < 1e-8 && (test.p / p_of_three - 1.0).abs() < 1e-7,
            "{test:?}"
        );
    }
}

#[test]
fn the_midpoint_of_tied_ranks_ignores_the_order_of_rows() {
    let weights: Vec<f64> = (0..60).map(|unit| 1.0 + f64::from(unit % 7)).collect();
    let values: Vec<f64> = (0..60).map(|unit| f64::from(unit % 4)).collect();
    let groups: Vec<u32> = (0..60).map(|unit| (unit * unit / 5) % 2).collect();
    let test = |order: &dyn Fn(usize) -> usize, ties| {
        let design = Design::builder(60).weights((0..60).map(|unit| weights[order(unit)]).collect()).build().unwrap();
        let values: Vec<f64> = (0..60).map(|unit| values[order(unit)]).collect();
        let groups: Vec<u32> = (0..60).map(|unit| groups[order(unit)]).collect();
        rank_test(&design, &values, (&groups, 2), RankScore::Wilcoxon, ties).unwrap().statistic
    };
    let (kept, turned) = (&|unit: usize| unit, &|unit: usize| 59 - unit);
    assert!((test(kept, TiedRanks::Midpoint) - test(turned, TiedRanks::Midpoint)).abs() < 1e-12);
    assert!((test(kept, TiedRanks::FileOrder) - test(turned, TiedRanks::FileOrder)).abs() > 1e-6);
}

#[test]
fn one_sample_takes_a_degree_away_as_r_does() {
    let Some(sample) = Sample::named("clus1") else { return };
    let (new, old) = (sample.numbers("api00"), sample.numbers("api99"));
    let test =
        one_sample_t(&sample.design, &new.iter().zip(old).map(|(a, b)| a - b).collect::<Vec<f64>>(), 0.95).unwrap();
    assert!((test.t / 12.0547430940779 - 1.0).abs() < 1e-9 && (test.df - 13.0).abs() < 1e-12);
    assert!((test.p / 1.97869275506949e-08 - 1.0).abs() < 1e-7);
}

#[test]
fn a_test_without_two_groups_or_without_variation_is_refused() {
    let design = Design::builder(6).weights(vec![1.0; 6]).build().unwrap();
    let same = [4.0; 6];
    assert_eq!(two_sample_t(&design, &same, &[0; 6], 0.95), Err(TestError::TooFewGroups(1)));
    assert_eq!(two_sample_t(&design, &same, &[0, 0, 0, 1, 1, 1], 0.95), Err(TestError::Constant));
    let one_row = TwoWay { rows: (&[0; 6], 2), columns: (&[0, 1, 0, 1, 0, 1], 2) };
    assert_eq!(one_row.test(&design, Statistic::F), Err(TestError::TooFewGroups(1)));
    let ranks = rank_test(&design, &same, (&[0, 0, 0, 1, 1, 1], 2), RankScore::Median, TiedRanks::Midpoint);
    assert_eq!(ranks, Err(TestError::Constant));
}
