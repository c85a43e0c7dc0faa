//! Small unweighted samples, beside R's `cor.test`, `prop.test`, `mcnemar.test`, `binom.test`.

#![expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "digits as R prints them")]

use arpent_survey::classical::{Correction, Count, CountInterval, Discordant, Paired, TwoCounts, spearman};

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} is not {expected:e}");
}

const METHODS: [CountInterval; 5] = [
    CountInterval::Wilson,
    CountInterval::WilsonCorrected,
    CountInterval::ClopperPearson,
    CountInterval::Jeffreys,
    CountInterval::AgrestiCoull,
];

#[test]
fn an_interval_has_a_width_even_when_all_agree() {
    for method in METHODS {
        for (successes, n) in [(0, 1), (1, 1), (0, 12), (12, 12), (0, 100_000)] {
            let interval = Count::new(successes, n).unwrap().interval(method, 0.95);
            assert!(
                interval.low >= 0.0 && interval.high <= 1.0 && interval.width() > 1e-6,
                "{method:?} {successes}/{n}"
            );
            let touches = if successes == 0 { interval.low } else { 1.0 - interval.high };
            assert!(touches.abs() < 0.03, "{method:?} {successes}/{n}: {interval:?}");
        }
    }
    assert!(Count::new(0, 0).is_none() && Count::new(3, 2).is_none());
}

#[test]
fn half_of_the_answers_are_not_corrected_as_in_r() {
    let interval = Count::new(6, 12).unwrap().interval(CountInterval::WilsonCorrected, 0.95);
    assert_close(interval.low, 0.253781597633706, 1e-12);
    assert_close(interval.high, 0.746218402366294, 1e-12);
}

#[test]
fn two_proportions_with_yates() {
    let groups = TwoCounts { first: Count::new(83, 102).unwrap(), second: Count::new(60, 101).unwrap() };
    let test = groups.compare(Correction::Yates, 0.95);
    assert_close(test.p, 0.0010541531452499, 1e-10);
    assert_close(test.wald.low, 0.0878274148016498, 1e-10);
    assert_close(test.wald.high, 0.3515047537093190, 1e-10);
}

#[test]
fn two_groups_that_all_agree_do_not_differ_but_have_an_interval() {
    let groups = TwoCounts { first: Count::new(12, 12).unwrap(), second: Count::new(9, 9).unwrap() };
    let test = groups.compare(Correction::None, 0.95);
    assert!(test.chi_squared.abs() < 1e-12 && (test.p - 1.0).abs() < 1e-12);
    assert!(test.newcombe.low < -0.2 && test.newcombe.high > 0.2);
}

#[test]
fn newcombes_published_example() {
    // Newcombe 1998, table II, method 10: 56/70 against 48/80.
    let groups = TwoCounts { first: Count::new(56, 70).unwrap(), second: Count::new(48, 80).unwrap() };
    let interval = groups.compare(Correction::None, 0.95).newcombe;
    assert!((interval.low - 0.0524).abs() < 5e-5 && (interval.high - 0.3339).abs() < 5e-5, "{interval:?}");
}

#[test]
fn changed_pairs() {
    let changed = Discordant { yes_no: 25, no_yes: 12 };
    assert_close(changed.mcnemar(Correction::Yates).1, 0.0485197382802505, 1e-10);
    assert_close(changed.exact_p(), 0.0470310274395161, 1e-10);
    let none = Discordant { yes_no: 0, no_yes: 0 };
    assert!((none.exact_p() - 1.0).abs() < 1e-12 && (none.mcnemar(Correction::None).1 - 1.0).abs() < 1e-12);
    let pairs = Paired::new(none, 20).unwrap();
    assert!(pairs.difference().abs() < 1e-12 && pairs.interval(0.95).width() > 0.1);
    assert!(Paired::new(changed, 36).is_none());
}

#[test]
fn ranks_agree_as_in_r() {
    let ten: Vec<f64> = (1..=10).map(f64::from).collect();
    let fifteen: Vec<f64> = (1..=15).map(f64::from).collect();
    let cases: [(&[f64], &[f64], f64, f64); 5] = [
        (&ten[..7], &[2.0, 1.0, 4.0, 3.0, 7.0, 5.0, 6.0], 0.821428571428571, 0.0341269841269841),
        (&ten[..9], &[9.0, 1.0, 8.0, 2.0, 7.0, 3.0, 6.0, 4.0, 5.0], -0.166666666666667, 0.677744708994709),
        (&ten, &[3.0, 1.0, 4.0, 2.0, 10.0, 9.0, 5.0, 8.0, 6.0, 7.0], 0.6, 0.0731198750392827),
        (
            &fifteen,
            &[15.0, 1.0, 2.0, 9.0, 3.0, 8.0, 4.0, 13.0, 5.0, 7.0, 6.0, 14.0, 10.0, 11.0, 12.0],
            0.382142857142857,
            0.160651929964041,
        ),
        (&[1.0, 2.0, 2.0, 3.0, 4.0, 5.0], &[3.0, 1.0, 4.0, 4.0, 6.0, 5.0], 0.808823529411765, 0.0513290631996743),
    ];
    for (x, y, rho, p) in cases {
        let found = spearman(x, y).unwrap();
        assert_close(found.rho, rho, 1e-12);
        assert_close(found.p.unwrap(), p, 1e-9);
    }
}

#[test]
fn an_order_that_does_not_vary_has_no_agreement() {
    assert!(spearman(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]).is_none());
    let two = spearman(&[1.0, 2.0, f64::NAN], &[4.0, 3.0, 1.0]).unwrap();
    assert!(two.p.is_none() && two.n == 2 && (two.rho + 1.0).abs() < 1e-12);
}
