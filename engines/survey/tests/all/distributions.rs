//! Quantiles and tails beside those of R 4.2 (`qt`, `pt`, `qbeta`, `pf`, `pchisq`, `qnorm`, `phyper`).

#![expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "digits as R prints them")]

use arpent_survey::distributions::{
    Mixture, beta_lower, beta_quantile, chi_squared_quantile, chi_squared_upper, f_quantile, f_upper,
    hypergeometric_lower, hypergeometric_upper, normal_lower, normal_quantile, t_quantile, t_two_sided,
};

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} is not {expected:e}");
}

#[test]
fn student() {
    let quantiles = [
        (0.975, 1.0, 12.706204736174694),
        (0.975, 2.0, 4.302652729749462),
        (0.975, 13.0, 2.1603686564627917),
        (0.975, 196.0, 1.9721412216620404),
        (0.975, 2546.0, 1.9608961841574424),
        (0.975, 1e5, 1.9599877075346088),
        (0.975, 1e8, 1.959964008262766),
        (1e-10, 7.0, -53.83557948447375),
        (1e-5, 7.0, -10.102684252967579),
        (0.4, 7.0, -0.26316686135202277),
        (0.6, 7.0, 0.26316686135202277),
    ];
    for (p, df, expected) in quantiles {
        assert_close(t_quantile(p, df), expected, 1e-11);
    }
    assert_close(t_two_sided(2.08424329551705, 196.0), 0.038434187951207309, 1e-12);
    assert_close(t_two_sided(5.0, 13.0), 0.00024295400581920599, 1e-12);
    assert_close(t_two_sided(30.0, 2546.0), 1.3977304219049111e-169, 1e-10);
    assert_close(t_two_sided(40.0, 3.0), 3.438068078915854e-05, 1e-12);
}

#[test]
fn beta() {
    let quantiles = [
        (0.025, 0.5, 13.0, 3.8504375064711937e-05),
        (0.975, 3.0, 9.0, 0.51775585236017263),
        (0.5, 84.0, 20.0, 0.80966940010938682),
        (1e-8, 2e5, 1e5, 0.66182544833743262),
    ];
    for (p, a, b, expected) in quantiles {
        assert_close(beta_quantile(p, a, b), expected, 1e-11);
    }
    let tails = [
        (0.1, 0.5, 13.0, 0.89887248681056686),
        (0.9, 30.0, 9.0, 0.98892502690037554),
        (0.667, 2e5, 1e5, 0.6505968282340171),
        (1e-5, 2.0, 3e4, 0.036937757717844313),
    ];
    for (x, a, b, expected) in tails {
        assert_close(beta_lower(x, a, b), expected, 1e-11);
    }
    assert!(beta_quantile(0.025, 0.0, 13.0).abs() < 1e-300 && (beta_quantile(0.975, 12.0, 0.0) - 1.0).abs() < 1e-15);
}

#[test]
fn fisher() {
    assert_close(f_upper(17.2474439638888, 1.82867150416358, 360.248286320226), 2.0350463594652218e-07, 1e-12);
    assert_close(f_upper(1.2, 5.0, 12.5), 0.36402903602714076, 1e-12);
    assert_close(f_upper(300.0, 3.0, 2000.0), 8.5313773988776936e-161, 1e-10);
    assert_close(f_quantile(0.95, 3.0, 20.0), 3.0983912121407795, 1e-12);
    assert_close(f_quantile(0.01, 4.5, 1e4), 0.092721395242732915, 1e-11);
    assert_close(f_upper(3.0, 2.0, f64::INFINITY), chi_squared_upper(6.0, 2.0), 1e-15);
}

#[test]
fn chi_squared() {
    assert_close(chi_squared_upper(26.75, 2.0), 1.5535001679540347e-06, 1e-12);
    assert_close(chi_squared_upper(1e-3, 0.7), 0.92154300062190597, 1e-12);
    assert_close(chi_squared_upper(300.0, 250.0), 0.016518273157868718, 1e-11);
    assert_close(chi_squared_upper(1200.0, 1000.0), 1.2255942330622908e-05, 1e-10);
    assert_close(chi_squared_quantile(0.95, 1.0), 3.841458820694124, 1e-12);
    assert_close(chi_squared_quantile(0.01, 2.5), 0.056212054834822126, 1e-12);
    assert_close(chi_squared_quantile(0.5, 1000.0), 999.33341240338098, 1e-12);
    assert_close(chi_squared_quantile(1e-6, 3.0), 0.0002418104872012428, 1e-12);
}

#[test]
fn normal() {
    for (p, expected) in [
        (1e-300, -37.047096299361201),
        (0.025, -1.9599639845400538),
        (0.3, -0.52440051270804067),
        (0.999999, 4.7534243088170891),
    ] {
        assert_close(normal_quantile(p), expected, 1e-12);
    }
    assert!(normal_quantile(0.5).abs() < 1e-300);
    assert_close(normal_lower(-1.96), 0.024997895148220428, 1e-13);
    assert_close(normal_lower(-30.0), 4.9067139271481872e-198, 1e-11);
}

#[test]
fn hypergeometric() {
    assert_close(hypergeometric_lower(3, 62, 20, 12), 0.40948956960597022, 1e-12);
    assert_close(hypergeometric_upper(3, 62, 20, 12), 0.82582553743647658, 1e-12);
    assert_close(hypergeometric_lower(37, 62, 45, 40), 0.99999981607734867, 1e-12);
    assert_close(hypergeometric_upper(37, 62, 45, 40), 4.455405470615507e-06, 1e-11);
    assert_close(hypergeometric_lower(10, 5300, 300, 400), 0.0014333474841508275, 1e-9);
    assert_close(hypergeometric_upper(10, 5300, 300, 400), 0.99945367633893367, 1e-9);
}

#[test]
fn a_mixture_of_equal_weights_is_a_chi_squared() {
    let mixture = Mixture::of_weights(&[2.0, 2.0, 2.0], f64::INFINITY);
    for x in [1.0, 9.0, 40.0] {
        assert_close(mixture.satterthwaite_upper(x), chi_squared_upper(x / 2.0, 3.0), 1e-12);
        assert_close(mixture.saddlepoint_upper(x), chi_squared_upper(x / 2.0, 3.0), 0.02);
    }
    // At the mean the saddlepoint formula is 0/0: the moments answer.
    assert_close(mixture.saddlepoint_upper(6.0), chi_squared_upper(3.0, 3.0), 1e-12);
}
