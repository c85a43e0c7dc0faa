//! Scales, indices, promoters, priorities, arrows, sizes.

#![expect(clippy::unreadable_literal, reason = "digits as R prints them")]
#![expect(clippy::unwrap_used, reason = "a sample that cannot be described is a failed test")]

use crate::support::barometer::Users;
use arpent_survey::Design;
use arpent_survey::importance::{Axes, Judged, Priority, Quadrant, matrix, rate};
use arpent_survey::likert::{CompositeError, LikertError, Scale, reliability};
use arpent_survey::multiplicity::{Adjustment, Arrow, ArrowRule, Break, adjust};
use arpent_survey::nps::net_promoters;
use arpent_survey::planner::{
    PlanningError, Precision, Rule, ServicePlan, StratumPlan, StratumSample, allocate, announce, detectable_change,
    half_width, needed, two_proportions_size,
};

fn plain(units: usize) -> Design {
    Design::builder(units).weights(vec![1.0; units]).build().unwrap()
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn dont_know_is_an_answer_but_not_an_opinion() {
    let scale = Scale { dont_know: vec![9], values: Some(vec![0.0, 2.0, 8.0, 10.0]), ..Scale::to(4) };
    let answers = [1.0, 2.0, 3.0, 4.0, 4.0, 9.0, 9.0, f64::NAN];
    let found = scale.distribution(&plain(8), &answers).unwrap();
    assert_eq!((found.base, found.missing), (5, 1));
    assert_near(found.top.value, 0.6);
    assert_near(found.bottom.value, 0.4);
    assert_near(found.dont_know.value, 2.0 / 7.0);
    assert_near(found.mean.unwrap().value, 6.0);
    assert_near(found.shares.values.iter().sum(), 1.0);
}

#[test]
fn an_answer_outside_its_scale_is_refused_with_its_place() {
    let scale = Scale::to(4);
    assert_eq!(scale.top_box(&[1.0, 5.0]), Err(LikertError::OffScale { unit: 1, value: 5.0 }));
    let odd = Scale { top: 2, ..Scale::to(3) };
    assert_eq!(odd.check(), Err(LikertError::Scale), "the best two of three would take one of the worst");
    let repeated = Scale { dont_know: vec![4], ..Scale::to(4) };
    assert_eq!(repeated.check(), Err(LikertError::Scale));
}

#[test]
fn an_index_is_as_reliable_as_r_says() {
    // R 4.2: cov.wt on the complete answers of wave 2 with base weights, factanal with one factor, then the formulas.
    let users = Users::of_wave(2.0);
    let scale = Scale { dont_know: vec![9], ..Scale::to(4) };
    let item = |service| scale.mapped(&users.numbers(&format!("sat_{service}"))).unwrap();
    let items = ["dechets", "mobilite", "eau", "accueil_siege"].map(item);
    let design = Design::builder(1500).weights(users.numbers("w_base")).build().unwrap();
    let found = reliability(&design, &items).unwrap();
    assert!((found.alpha - 0.680181805941639).abs() < 1e-10 && found.n == 673, "{found:?}");
    assert!((found.omega.unwrap() - 0.681053806429).abs() < 1e-6, "{found:?}");
    assert_eq!(found.alpha_without.unwrap().len(), 4);
    assert_eq!(reliability(&design, &items[..2]).unwrap().omega, None);
}

#[test]
fn an_index_of_nothing_is_refused() {
    assert_eq!(reliability(&plain(3), &[vec![1.0; 3]]), Err(CompositeError::TooFewItems));
    assert_eq!(reliability(&plain(3), &[vec![1.0; 3], vec![2.0; 3]]), Err(CompositeError::Constant));
}

#[test]
fn promoters_who_all_agree_leave_room_for_doubt() {
    let all = net_promoters(&plain(12), &[10.0; 12], 0.95).unwrap();
    assert_near(all.score.value, 100.0);
    // At most 26.5 % of people would have answered otherwise, all the way down at worst.
    assert!((all.interval.low - (100.0 - 2.0 * 26.4648469397051)).abs() < 1e-6 && all.interval.high >= 100.0);
    let none = net_promoters(&plain(12), &[7.0; 12], 0.95).unwrap();
    assert!((none.interval.high - 26.4648469397051).abs() < 1e-6 && none.interval.low < -26.0);
    assert!(net_promoters(&plain(1), &[11.0], 0.95).is_err() && net_promoters(&plain(1), &[f64::NAN], 0.95).is_err());
}

#[test]
fn an_arrow_asks_for_evidence_and_size_and_an_unbroken_series() {
    let rule = ArrowRule::default();
    let arrow = |points, q, breaks: &[Break]| rule.judge(points, q, breaks).arrow;
    assert_eq!(arrow(10.5, 1.2e-4, &[]), Arrow::Up);
    assert_eq!(arrow(-8.3, 0.0095, &[]), Arrow::Down);
    assert_eq!(arrow(2.9, 0.001, &[]), Arrow::NoDetectableChange);
    assert_eq!(arrow(4.2, 0.17, &[]), Arrow::NoDetectableChange);
    assert_eq!(arrow(100.0 * (0.68 - 0.65), 0.01, &[]), Arrow::Up, "three points are three points");
    let verdict = rule.judge(14.0, 1e-6, &[Break::Mode, Break::Season, Break::Mode]);
    assert_eq!((verdict.arrow, verdict.unguarded), (Arrow::Cut, Arrow::Up));
    assert_eq!(verdict.breaks, [Break::Season, Break::Mode]);
    assert!(adjust(&[0.2, f64::NAN], Adjustment::Holm).is_err() && adjust(&[], Adjustment::Holm).unwrap().is_empty());
}

#[test]
fn priorities_come_with_their_doubt() {
    let people = 400;
    let share = |k: usize| move |unit: usize| f64::from(u8::from(unit * 7 % people < k * people / 100));
    let column = |k: usize| (0..people).map(share(k)).collect::<Vec<f64>>();
    let columns =
        [(column(75), column(19)), (column(40), column(30)), (column(38), column(30)), (column(5), column(90))];
    let judged: Vec<Judged> = columns.iter().map(|(i, s)| Judged { important: i, satisfied: s }).collect();
    let rated = rate(&plain(people), &judged, 0.95).unwrap();
    assert_near(rated[0].rating.value, 0.75 * 0.81);
    assert_eq!(rated.iter().map(|service| service.rank).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert!(rated[0].certain && rated[0].priority == Priority::VeryHigh && rated[0].tied_with.is_empty());
    assert_eq!(rated[3].priority, Priority::Current);
    // p(1-s) and its delta variance with the covariance of the two answers of one person.
    let by_hand = |unit: usize| 0.81 * columns[0].0[unit] - 0.75 * columns[0].1[unit];
    let variance = plain(people).mean(&(0..people).map(by_hand).collect::<Vec<f64>>()).unwrap().variance;
    assert!((rated[0].rating.variance / variance - 1.0).abs() < 1e-10);
    assert!(rate(&plain(2), &[Judged { important: &[0.5, 1.0], satisfied: &[1.0, 0.0] }], 0.95).is_err());
}

#[test]
fn two_equal_services_tie() {
    let answers: Vec<f64> = (0..100).map(|unit| f64::from(unit % 2)).collect();
    let turned: Vec<f64> = answers.iter().rev().copied().collect();
    let judged =
        [Judged { important: &answers, satisfied: &turned }, Judged { important: &turned, satisfied: &turned }];
    let rated = rate(&plain(100), &judged, 0.95).unwrap();
    assert_eq!((rated[0].tied_with.as_slice(), rated[1].rank), ([1].as_slice(), 1));
}

#[test]
fn a_service_near_the_axes_has_no_certain_quadrant() {
    let people = 200_u32;
    let scale = |level: f64| (0..people).map(|unit| level + f64::from(unit % 3) - 1.0).collect::<Vec<f64>>();
    let (high, low, middle) = (scale(3.5), scale(1.5), scale(2.5));
    let placed = matrix(&plain(200), &[(&high, &low), (&middle, &middle)], Axes::Target(2.45, 2.5), 0.95).unwrap();
    assert_eq!((placed[0].quadrant, placed[0].certain), (Quadrant::Concentrate, true));
    assert!(!placed[1].certain && placed[1].ellipse.unwrap().major >= placed[1].ellipse.unwrap().minor);
}

#[test]
fn sizes_before_paying() {
    let precision = Precision { share: 0.5, design_effect: 1.0, level: 0.95, population: None };
    assert_eq!(needed(0.05, 0.25, &precision).unwrap().answers, 385);
    assert_eq!(needed(0.05, 0.25, &precision).unwrap().people, 1537);
    let small = Precision { population: Some(440.0), design_effect: 1.3, ..precision };
    let asked = needed(0.05, 1.0, &small).unwrap();
    assert!(asked.answers < 240 && half_width(asked.answers, &small).unwrap() <= 0.05);
    assert!(half_width(asked.answers - 1, &small).unwrap() > 0.05);
    assert_near(half_width(440, &small).unwrap(), 0.0);
    assert!(matches!(half_width(441, &small), Err(PlanningError::PopulationTooSmall { asked: 441, .. })));
    let change = detectable_change(859, 0.70, 0.8, 0.05, 1.0).unwrap();
    // Downwards, where the variance grows, it takes a little more than the six points of 70 % to 76 %.
    assert!(change > 0.06 && change < 0.065, "{change}");
    assert!(two_proportions_size((0.70, 0.70 - change), 0.8, 0.05, 1.0).unwrap() <= 859.0 + 1e-6);
    assert_eq!(two_proportions_size((0.5, 0.5), 0.8, 0.05, 1.0), Err(PlanningError::SameShares));
}

fn strata() -> Vec<StratumPlan> {
    let stratum = |(name, population, spread): (&str, f64, f64)| StratumPlan {
        name: name.into(),
        population,
        spread,
        minimum: 0,
    };
    [("a", 6000.0, 0.5), ("b", 3000.0, 0.3), ("c", 40.0, 0.5), ("d", 0.0, 0.5)].map(stratum).into()
}

#[test]
fn samples_are_shared_to_the_last_person() {
    let sample = |rule, total| allocate(&strata(), total, rule).unwrap().iter().map(|a| a.sample).collect::<Vec<u64>>();
    assert_eq!(sample(Rule::Proportional, 904), [600, 300, 4, 0]);
    assert_eq!(sample(Rule::Neyman, 392), [300, 90, 2, 0]);
    // The small stratum gives all it has; the others share the rest alike.
    assert_eq!(sample(Rule::Equal, 340), [150, 150, 40, 0]);
    assert_eq!(sample(Rule::Power(0.0), 80), [31, 18, 31, 0]);
    for rule in [Rule::Proportional, Rule::Neyman, Rule::Power(0.5), Rule::Equal] {
        for total in [0, 1, 7, 1000, 9040] {
            assert_eq!(sample(rule, total).iter().sum::<u64>(), total, "{rule:?} {total}");
        }
    }
    assert!(matches!(allocate(&strata(), 9041, Rule::Equal), Err(PlanningError::PopulationTooSmall { .. })));
}

#[test]
fn a_minimum_is_kept_and_a_weight_given() {
    let mut strata = strata();
    strata[2].minimum = 30;
    let shared = allocate(&strata, 904, Rule::Proportional).unwrap();
    assert_eq!(shared[2].sample, 30);
    assert_near(shared[2].weight, 40.0 / 30.0);
    assert_eq!(shared.iter().map(|a| a.sample).sum::<u64>(), 904);
    assert!(matches!(allocate(&strata, 20, Rule::Equal), Err(PlanningError::Minimum { minimum: 30, total: 20 })));
}

#[test]
fn the_planner_announces_each_service_in_each_stratum() {
    let stratum =
        |(name, answers, population): (&str, u64, f64)| StratumSample { name: name.into(), answers, population };
    let strata = [("towns", 480, 36877.0), ("villages", 320, 9322.0)].map(stratum);
    let service = |(name, judges): (&str, f64)| ServicePlan { name: name.into(), judges, share: 0.5 };
    let found = announce(&strata, &[("waste", 1.0), ("pool", 0.02)].map(service), 1.3, 0.95, 10).unwrap();
    assert_eq!(found.len(), 6);
    // 1.96 √(1.3 × 0.25/480 × (1 − 480/36877)).
    assert_near(
        found[0].half_width.unwrap(),
        1.959963984540054 * f64::sqrt(1.3 * 0.25 / 480.0 * (1.0 - 480.0 / 36877.0)),
    );
    assert!(found[2].stratum.is_none() && found[2].half_width.unwrap() < found[0].half_width.unwrap());
    // Nine judges of the pool in towns: nothing may be shown there, over all fifteen may.
    assert_eq!((found[3].answers, found[3].half_width), (9, None));
    assert!(found[5].half_width.unwrap() > 0.25);
}
