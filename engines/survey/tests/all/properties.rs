//! What must hold whatever the survey: forms that must agree, margins that must be met, refusals, degenerate samples.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a sample that should be accepted was refused; exact figures are meant where they are written"
)]

use arpent_survey::calibration::{Calibration, Distance, KnownTotal, calibrate};
use arpent_survey::gap::{Gap, interval_of_difference};
use arpent_survey::interval::{Method, finite_population_interval};
use arpent_survey::margin::MISSING;
use arpent_survey::means::restrict;
use arpent_survey::post_stratification::post_stratify;
use arpent_survey::quantile::{QuantileInterval, QuantileRule};
use arpent_survey::raking::{RakingOptions, rake};
use arpent_survey::random::Random;
use arpent_survey::replicates::Replicates;
use arpent_survey::trimming::{TrimRule, rake_trimmed, trim};
use arpent_survey::{Design, Error, Interval, LonelyPsu, Margin};
use proptest::prelude::*;

const METHODS: [Method; 6] =
    [Method::Logit, Method::Beta, Method::Wilson, Method::Asin, Method::Mean, Method::Likelihood];

/// A sample drawn from a seed: strata, clusters, weights, two margins, questions with missing answers.
struct Drawn {
    design: Design,
    margins: Vec<Margin>,
    questions: Vec<Vec<f64>>,
}

fn drawn(seed: u64, units: usize) -> Drawn {
    let mut random = Random::new(seed, 0);
    let mut codes = |count: u32| (0..units).map(|_| random.below(count)).collect::<Vec<u32>>();
    let (strata, first, second) = (codes(3), codes(4), codes(3));
    let clusters = strata.iter().zip(codes(6)).map(|(stratum, cluster)| stratum * 10 + cluster).collect();
    let weights: Vec<f64> = (0..units).map(|_| 0.5 + 3.0 * random.unit()).collect();
    let margin = |name: &str, codes: Vec<u32>, count: usize, random: &mut Random| {
        let mut targets = vec![0.0; count];
        for (code, weight) in codes.iter().zip(&weights) {
            targets[*code as usize] += weight;
        }
        for target in &mut targets {
            *target *= 0.7 + 0.6 * random.unit();
        }
        let sum: f64 = targets.iter().sum();
        let named = targets.iter().enumerate().map(|(i, target)| (i.to_string(), target * 1000.0 / sum)).collect();
        Margin::new(name, named, codes)
    };
    let margins = vec![margin("first", first, 4, &mut random), margin("second", second, 3, &mut random)];
    let answer = |random: &mut Random| match random.below(5) {
        0 => f64::NAN,
        value => f64::from(value % 2),
    };
    let questions = (0..11).map(|_| (0..units).map(|_| answer(&mut random)).collect()).collect();
    let design = Design::builder(units).strata(strata).clusters(clusters).weights(weights).build().unwrap();
    Drawn { design, margins, questions }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn many_questions_at_once_give_what_each_gives_alone(seed: u64) {
        let Drawn { design, margins, questions } = drawn(seed, 200);
        let raked = rake(&design, &margins, &RakingOptions::default()).unwrap().design;
        for design in [&design, &raked] {
            let each = design.mean_each(&questions).unwrap();
            let together = design.means(&questions).unwrap();
            for (i, question) in questions.iter().enumerate() {
                let alone = design.mean(question).unwrap();
                prop_assert_eq!(alone, each[i]);
                prop_assert_eq!(alone, together.get(i).unwrap());
            }
        }
    }

    #[test]
    fn raked_margins_are_met_and_known_exactly(seed: u64) {
        let Drawn { design, margins, .. } = drawn(seed, 200);
        let raked = rake(&design, &margins, &RakingOptions::default()).unwrap().design;
        for margin in &margins {
            let shares = raked.proportions(&margin.codes, margin.categories.len()).unwrap();
            for (i, category) in margin.categories.iter().enumerate() {
                prop_assert!((shares.values[i] * 1000.0 / category.target - 1.0).abs() < 1e-9);
                // The ten rounds that R does leave a little of what a regression would explain wholly.
                prop_assert!(shares.get(i).unwrap().se() < 1e-6);
            }
        }
    }

    #[test]
    fn raking_is_calibration_by_the_exponential(seed: u64) {
        let Drawn { design, margins, .. } = drawn(seed, 200);
        let raked = rake(&design, &margins, &RakingOptions::default()).unwrap().design;
        let calibrated = calibrate(&design, &Calibration::new(&margins, &[], Distance::Raking)).unwrap().design;
        for (a, b) in raked.weights().iter().zip(calibrated.weights()) {
            prop_assert!((a - b).abs() < 1e-7 * a);
        }
    }

    #[test]
    fn weights_stay_inside_bounds_and_limits(seed: u64) {
        let Drawn { design, margins, .. } = drawn(seed, 300);
        let asked = Calibration::new(&margins, &[], Distance::Logit { low: 0.1, high: 1000.0 });
        if let Ok(calibrated) = calibrate(&design, &asked) {
            prop_assert!(calibrated.ratios.0 > 0.1 && calibrated.ratios.1 < 1000.0);
        }
        let rule = TrimRule { floor: 0.2, cap: 3.0 };
        if let Ok(trimmed) = rake_trimmed(&design, &margins, &rule, &RakingOptions::default()) {
            let kish = trimmed.design.kish().unwrap();
            prop_assert!(kish.min >= trimmed.limits.0 * (1.0 - 1e-8) && kish.max <= trimmed.limits.1 * (1.0 + 1e-8));
            let again = rake(&trimmed.design, &margins, &RakingOptions::default()).unwrap();
            prop_assert!(again.gap < 1e-9 && again.rounds <= 1, "{} rounds", again.rounds);
        }
    }

    #[test]
    fn no_interval_is_ever_undefined(yes in 0_usize..20, no in 0_usize..20, groups in 1_u32..6) {
        prop_assume!(yes + no > 0);
        let answers: Vec<f64> = std::iter::repeat_n(1.0, yes).chain(std::iter::repeat_n(0.0, no)).collect();
        let strata: Vec<u32> = (0..groups).cycle().take(answers.len()).collect();
        for rule in [LonelyPsu::Adjust, LonelyPsu::Remove, LonelyPsu::Certainty] {
            let builder = Design::builder(answers.len()).weights(vec![2.0; answers.len()]);
            let design = builder.strata(strata.clone()).lonely_psu(rule).build().unwrap();
            let found = design.proportion(&answers).unwrap();
            for method in METHODS {
                let Interval { low, high } = found.interval(method, 0.95).unwrap();
                let p = found.estimate.value;
                prop_assert!(low <= p + 1e-12 && high >= p - 1e-12, "{method:?}: {p} in {low}..{high}");
            }
        }
    }
}

#[test]
fn unanimous_answers_keep_an_interval() {
    let design = Design::builder(38).weights(vec![1.0; 38]).build().unwrap();
    let found = design.proportion(&[1.0; 38]).unwrap();
    for method in METHODS {
        let interval = found.interval(method, 0.95).unwrap();
        assert!((interval.low - 0.025_f64.powf(1.0 / 38.0)).abs() < 1e-12 && interval.high == 1.0);
    }
}

#[test]
fn thirty_eight_of_thirty_eight_leave_a_doubt_about_the_other_twenty_four() {
    let interval = finite_population_interval(38, 38, 62, 0.95).unwrap();
    assert_eq!(interval, Interval { low: 59.0 / 62.0, high: 1.0 });
    assert_eq!(finite_population_interval(62, 62, 62, 0.95).unwrap().width(), 0.0);
    assert!(finite_population_interval(3, 2, 62, 0.95).is_err() && finite_population_interval(1, 2, 62, 1.0).is_err());

    let users = (0.5, Interval { low: 0.45, high: 0.55 });
    let gap = interval_of_difference((1.0, interval), users);
    assert!(gap.low < 0.45 && gap.high > 0.5 && gap.width() > 0.05);
}

/// By counting every sample that can be drawn.
#[test]
fn the_interval_of_a_small_population_holds_as_often_as_it_says() {
    let (population, draws) = (14_u64, 6_u64);
    let choose = |n: u64, k: u64| (0..k).fold(1.0, |c, i| c * (n - i) as f64 / (i + 1) as f64);
    for yes in 0..=population {
        let mut held = 0.0;
        for drawn in yes.saturating_sub(population - draws)..=yes.min(draws) {
            let chance = choose(yes, drawn) * choose(population - yes, draws - drawn) / choose(population, draws);
            let interval = finite_population_interval(drawn, draws, population, 0.9).unwrap();
            held += if interval.holds(yes as f64 / population as f64) { chance } else { 0.0 };
        }
        assert!(held >= 0.9, "{yes}: {held}");
    }
}

fn pair(codes: [u32; 4], targets: [f64; 2]) -> Margin {
    let named = ["a", "b"].iter().zip(targets).map(|(name, people)| ((*name).to_owned(), people)).collect();
    Margin::new("letter", named, codes.to_vec())
}

fn four() -> Design {
    Design::builder(4).weights(vec![1.0, 2.0, 3.0, 4.0]).build().unwrap()
}

#[test]
fn raking_refuses_with_the_facts() {
    let refusal = |margins: &[Margin]| rake(&four(), margins, &RakingOptions::default()).unwrap_err();
    let (margin, good) = ("letter".to_owned(), pair([0, 1, 0, 1], [10.0, 20.0]));
    assert_eq!(refusal(&[]), Error::NoMargin);
    assert_eq!(
        refusal(&[pair([0, MISSING, 1, MISSING], [10.0, 20.0])]),
        Error::MissingMargin { margin: margin.clone(), units: 2, first: 1 }
    );
    let (category, merge_with) = ("b".to_owned(), Some("a".to_owned()));
    assert_eq!(
        refusal(&[pair([0; 4], [10.0, 20.0])]),
        Error::EmptyCategory { margin: margin.clone(), category: category.clone(), target: 20.0, merge_with }
    );
    assert_eq!(
        refusal(&[pair([0, 1, 0, 1], [10.0, 0.0])]),
        Error::UnexpectedCategory { margin: margin.clone(), category, answers: 2 }
    );
    assert_eq!(
        refusal(&[pair([0, 7, 0, 1], [10.0, 1.0])]),
        Error::UnexpectedCategory { margin: margin.clone(), category: "7".to_owned(), answers: 1 }
    );
    assert!(matches!(refusal(&[pair([0, 1, 0, 1], [10.0, f64::NAN])]), Error::Target { .. }));
    let other = Margin { name: "other".to_owned(), ..pair([0, 0, 1, 1], [10.0, 21.0]) };
    assert_eq!(
        refusal(&[good.clone(), other]),
        Error::UnequalMargins { first: margin, first_total: 30.0, second: "other".to_owned(), second_total: 31.0 }
    );
    let opposite = Margin { name: "opposite".to_owned(), ..pair([0, 1, 0, 1], [20.0, 10.0]) };
    assert!(matches!(refusal(&[good, opposite]), Error::NoConvergence { .. }));
}

#[test]
fn a_merged_category_gives_its_people_and_its_answers() {
    let ages = ["18-24", "25-34", "75+"].iter().zip([5.0, 7.0, 3.0]);
    let margin =
        Margin::new("age", ages.map(|(n, t)| ((*n).to_owned(), t)).collect(), vec![0, 2, MISSING, 1]).ordered();
    assert_eq!(margin.merge_proposal(0, |other| other > 0), Some(1));
    let merged = margin.merged(0, 1);
    assert_eq!(merged.codes, [0, 1, MISSING, 0]);
    assert_eq!(merged.categories[0].target, 12.0);
}

#[test]
fn calibration_refuses_with_the_facts() {
    let margins = [pair([0, 1, 0, 1], [10.0, 20.0])];
    let size = |total: f64| KnownTotal { name: "size".to_owned(), total, values: vec![1.0; 4] };
    let refusal = |totals: &[KnownTotal], distance: Distance| {
        calibrate(&four(), &Calibration::new(&margins, totals, distance)).unwrap_err()
    };
    assert!(matches!(refusal(&[size(31.0)], Distance::Linear), Error::Contradiction { name, .. } if name == "size"));
    assert_eq!(refusal(&[], Distance::Logit { low: 1.2, high: 2.0 }), Error::Bounds { low: 1.2, high: 2.0 });
    let tight = Distance::TruncatedLinear { low: 0.9, high: 1.1 };
    assert!(matches!(refusal(&[], tight), Error::NoConvergence { margin, .. } if margin == "letter"));
    let unknown = KnownTotal { values: vec![1.0, f64::NAN, 1.0, 1.0], ..size(30.0) };
    assert!(matches!(refusal(&[unknown], Distance::Linear), Error::MissingMargin { first: 1, units: 1, .. }));
    let same = calibrate(&four(), &Calibration::new(&margins, &[size(30.0)], Distance::Raking)).unwrap();
    assert!((same.design.weights().iter().sum::<f64>() - 30.0).abs() < 1e-8);
}

#[test]
fn limits_out_of_reach_are_refused() {
    assert!(matches!(trim(&four(), (3.0, 4.0), false).unwrap_err(), Error::Trimming { .. }));
    let kept = trim(&four(), (1.5, 3.5), false).unwrap();
    assert_eq!((kept.raised, kept.lowered), (1, 1));
    assert!((kept.design.weights().iter().sum::<f64>() - 10.0).abs() < 1e-12);
    assert!(kept.deff_after < kept.deff_before && (kept.moved - 0.05).abs() < 1e-12);
}

#[test]
fn designs_that_contradict_themselves_are_refused() {
    let refusal = |builder: arpent_survey::DesignBuilder| builder.build().unwrap_err();
    let two = || Design::builder(2);
    assert_eq!(refusal(Design::builder(0)), Error::NoUnit);
    assert_eq!(refusal(two()), Error::WeightsUnknown);
    assert_eq!(refusal(two().weights(vec![1.0])), Error::Length { expected: 2, found: 1 });
    assert_eq!(refusal(two().weights(vec![1.0, -1.0])), Error::Weight { unit: 1, weight: -1.0 });
    assert_eq!(refusal(two().weights(vec![0.0, 0.0])), Error::NoWeight);
    let crossed = two().weights(vec![1.0; 2]).strata(vec![3, 4]).clusters(vec![7, 7]);
    assert_eq!(refusal(crossed.clone()), Error::ClusterInTwoStrata { cluster: 7, strata: [3, 4] });
    assert!(crossed.nested().build().is_ok());
    let varied = two().populations(vec![5.0, 6.0]);
    assert_eq!(refusal(varied), Error::PopulationVaries { stage: 1, stratum: 0, sizes: [5.0, 6.0] });
    let small = two().populations(vec![1.0, 1.0]);
    assert_eq!(refusal(small), Error::PopulationTooSmall { stage: 1, stratum: 0, sampled: 2, population: 1.0 });
    let alone = two().weights(vec![1.0; 2]).strata(vec![1, 2]).lonely_psu(LonelyPsu::Average).build().unwrap();
    assert_eq!(alone.mean(&[1.0, 2.0]).unwrap_err(), Error::AllLonely);
}

#[test]
fn empty_and_faulty_questions_are_refused() {
    let design = four();
    assert_eq!(design.mean(&[f64::NAN; 4]).unwrap_err(), Error::EmptyDomain);
    assert_eq!(design.total(&[f64::NAN; 4]).unwrap().value, 0.0);
    assert_eq!(design.ratio(&[1.0; 4], &[0.0; 4]).unwrap_err(), Error::ZeroDenominator);
    assert_eq!(
        design.mean(&[1.0, f64::INFINITY, 1.0, 1.0]).unwrap_err(),
        Error::Value { unit: 1, value: f64::INFINITY }
    );
    assert_eq!(design.proportion(&[0.0, 1.0, 2.0, 1.0]).unwrap_err(), Error::NotBinary { unit: 2, value: 2.0 });
    assert_eq!(design.variance_of_values(&[1.0, f64::NAN, f64::NAN, f64::NAN]).unwrap_err(), Error::TooFewUnits(1));
    let one = design.mean(&[5.0, f64::NAN, f64::NAN, f64::NAN]).unwrap();
    assert_eq!((one.value, one.variance, one.df, one.n), (5.0, 0.0, 0.0, 1));
    let median = |p: f64| {
        design.quantile(&[1.0, 2.0, 3.0, 4.0], p, QuantileRule::Math, QuantileInterval::Woodruff(Method::Mean), 0.95)
    };
    assert_eq!(median(1.5).unwrap_err(), Error::Probability(1.5));
    assert_eq!((median(0.5).unwrap().value, median(0.5).unwrap().high), (3.0, None));
}

#[test]
fn a_census_has_no_variance() {
    let design = Design::builder(3).populations(vec![3.0; 3]).build().unwrap();
    assert_eq!(design.mean(&[1.0, 5.0, 9.0]).unwrap().variance, 0.0);
    assert!(design.lonely_strata().is_empty());
}

#[test]
fn the_same_seed_gives_the_same_replicates_near_the_linearised_variance() {
    let Drawn { design, margins, questions } = drawn(5, 600);
    let raked = |seed: u64| {
        let replicates = Replicates::rao_wu(&design, 400, seed).unwrap();
        replicates.raked(&margins, &RakingOptions::default()).unwrap().means(&questions).unwrap()
    };
    assert_eq!(raked(1), raked(1));
    assert_ne!(raked(1).estimates.covariance, raked(2).estimates.covariance);
    let linearised = rake(&design, &margins, &RakingOptions::default()).unwrap().design.mean_each(&questions).unwrap();
    let found = raked(1);
    let ratio = |i: usize| found.estimates.covariance[(i, i)] / linearised[i].variance;
    let mean = (0..questions.len()).map(ratio).sum::<f64>() / questions.len() as f64;
    assert!((mean - 1.0).abs() < 0.15, "{mean}");
}

#[test]
fn a_replicate_that_empties_a_category_merges_it_for_that_time() {
    let design = Design::builder(12).weights(vec![10.0; 12]).build().unwrap();
    let codes = vec![0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2];
    let named = [("a", 60.0), ("b", 40.0), ("c", 20.0)].iter().map(|(n, t)| ((*n).to_owned(), *t)).collect();
    let margins = [Margin::new("rare", named, codes)];
    let replicates = Replicates::rao_wu(&design, 100, 9).unwrap();
    let answers: Vec<f64> = (0..12).map(f64::from).collect();
    let found = replicates.raked(&margins, &RakingOptions::default()).unwrap().means(&[answers]).unwrap();
    assert!(found.merged > 10 && found.merged < 60 && found.used == 100, "{} merged", found.merged);
    assert!(found.estimates.covariance[(0, 0)].is_finite());
}

#[test]
fn a_domain_that_a_replicate_empties_leaves_it_out_and_says_so() {
    let design = Design::builder(10).weights(vec![1.0; 10]).build().unwrap();
    let mut answers = vec![f64::NAN; 10];
    (answers[0], answers[1]) = (1.0, 3.0);
    let found = Replicates::rao_wu(&design, 200, 3).unwrap().means(&[&answers]).unwrap();
    assert!(found.left_out > 5 && found.used + found.left_out == 200);
    assert!(Replicates::balanced(&design, 0.0).is_err() && Replicates::rao_wu(&design, 1, 3).is_err());
}

#[test]
fn a_gap_without_variance_has_no_p_value() {
    let design = Design::builder(2).populations(vec![2.0; 2]).build().unwrap();
    let all = design.mean(&[1.0, 1.0]).unwrap();
    let gap = Gap::between(&all, &all);
    assert_eq!((gap.value, gap.z, gap.p), (0.0, None, None));
}

#[test]
fn post_stratified_domains_leave_the_rest_in_place() {
    let design = four();
    let margin = pair([0, 1, 0, 1], [10.0, 20.0]);
    let weighted = post_stratify(&design, &margin).unwrap();
    let inside = restrict(&[1.0, 0.0, 1.0, 1.0], |unit| unit > 0);
    assert_eq!(weighted.mean(&inside).unwrap().n, 3);
    assert!(weighted.is_adjusted() && !weighted.with_weights(vec![1.0; 4]).unwrap().is_adjusted());
}
