//! The 43 areas of the consumer expenditure survey (Arora & Lahiri 1997; Rao & Molina 2015, example 6.1.1): expenditure on
//! milk, standard error, by major area. Estimates and errors from the same formulas maximised by R's `optimize` and
//! `uniroot`; the variance by REML is the 0.01855 of the book.

#![expect(clippy::unreadable_literal, reason = "digits as R prints them")]

use arpent_survey::small_area::{
    Area, ProportionArea, Scale, SmallAreaError, VarianceMethod, fay_herriot, fay_herriot_proportions,
};

#[rustfmt::skip]
const MILK: [(u32, f64, f64); 43] = [
    (1, 1.099, 0.163), (1, 1.075, 0.08), (1, 1.105, 0.083), (1, 0.628, 0.109), (1, 0.753, 0.119), (1, 0.981, 0.141),
    (1, 1.257, 0.202), (2, 1.095, 0.127), (2, 1.405, 0.168), (2, 1.356, 0.178), (2, 0.615, 0.1), (2, 1.46, 0.201),
    (2, 1.338, 0.148), (2, 0.854, 0.143), (3, 1.176, 0.149), (3, 1.111, 0.145), (3, 1.257, 0.135), (3, 1.43, 0.172),
    (3, 1.278, 0.137), (3, 1.292, 0.163), (3, 1.002, 0.125), (3, 1.183, 0.247), (3, 1.044, 0.14), (3, 1.267, 0.171),
    (3, 1.193, 0.106), (4, 0.791, 0.121), (4, 0.795, 0.121), (4, 0.759, 0.259), (4, 0.796, 0.106), (4, 0.565, 0.089),
    (4, 0.886, 0.225), (4, 0.952, 0.205), (4, 0.807, 0.119), (4, 0.582, 0.067), (4, 0.684, 0.106), (4, 0.787, 0.126),
    (4, 0.44, 0.092), (4, 0.759, 0.132), (4, 0.77, 0.1), (4, 0.8, 0.113), (4, 0.756, 0.083), (4, 0.865, 0.121),
    (4, 0.64, 0.129),
];

fn milk() -> Vec<Area> {
    let covariates = |major: u32| vec![1.0, f64::from(major == 2), f64::from(major == 3), f64::from(major == 4)];
    MILK.iter().map(|(major, y, se)| Area { direct: Some((*y, se * se)), covariates: covariates(*major) }).collect()
}

#[track_caller]
fn assert_all(found: &[f64], expected: &[f64]) {
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= 1e-6 * expected.abs(), "{found} is not {expected}");
    }
}

#[test]
#[rustfmt::skip]
fn forty_three_areas() {
    let expected = [
        (VarianceMethod::Reml, 0.018_550_334_77, [0.968188986976, 0.132780305467, 0.226946224521, -0.241301039942],
         [1.02197054416, 1.20965972082, 0.681086885054], [0.013460256462, 0.0125627532619, 0.00990364779832]),
        (VarianceMethod::Ml, 0.015_517_508_795, [0.96779862556, 0.127875517714, 0.226690886809, -0.242580426297],
         [1.01617323633, 1.19615896428, 0.684097693178], [0.0135799384533, 0.0127710097911, 0.0100371315065]),
        (VarianceMethod::Moments, 0.016_420_263_654, [0.967901149598, 0.129450184753, 0.226791025352, -0.242151786861],
         [1.01797592421, 1.20045871754, 0.683160937834], [0.0127570138808, 0.0120389417243, 0.00948421896461]),
    ];
    for (method, variance, beta, values, errors) in expected {
        let found = fay_herriot(&milk(), method).unwrap();
        assert_all(&[found.variance], &[variance]);
        assert_all(&found.coefficients, &beta);
        let at = [0, 12, 42].map(|area| found.areas[area]);
        assert_all(&at.map(|area| area.value), &values);
        assert_all(&at.map(|area| area.mse), &errors);
        assert!(at.iter().all(|area| area.interval(0.95).holds(area.value)));
    }
}

#[test]
fn an_area_without_answers_speaks_by_the_regression() {
    let mut areas = milk();
    areas.push(Area { direct: None, covariates: vec![1.0, 0.0, 1.0, 0.0] });
    let found = fay_herriot(&areas, VarianceMethod::Reml).unwrap();
    let empty = found.areas[43];
    assert_all(&[empty.value], &[0.968188986976 + 0.226946224521]);
    assert!(empty.gamma.abs() < 1e-12 && empty.mse > found.variance);
}

#[test]
fn areas_that_do_not_differ_share_one_figure() {
    let areas: Vec<Area> =
        (0..12).map(|k| Area { direct: Some((0.5 + 0.001 * f64::from(k % 3), 0.01)), covariates: vec![1.0] }).collect();
    for method in [VarianceMethod::Reml, VarianceMethod::Ml, VarianceMethod::Moments] {
        let found = fay_herriot(&areas, method).unwrap();
        assert!(found.variance.abs() < 1e-12, "{method:?} {}", found.variance);
        assert!(found.areas.iter().all(|area| (area.value - 0.501).abs() < 1e-9 && area.mse > 0.0), "{method:?}");
    }
}

#[test]
fn what_cannot_be_modelled_is_named() {
    let mut areas = milk();
    areas[7].direct = Some((1.0, 0.0));
    assert_eq!(fay_herriot(&areas, VarianceMethod::Ml), Err(SmallAreaError::Variance(7)));
    areas[7].covariates.pop();
    assert_eq!(fay_herriot(&areas, VarianceMethod::Ml), Err(SmallAreaError::Covariates(7)));
    let few = &milk()[..4];
    assert!(matches!(
        fay_herriot(few, VarianceMethod::Reml),
        Err(SmallAreaError::TooFewAreas { areas: 4, covariates: 4 })
    ));
}

#[test]
fn a_commune_where_all_agree_keeps_a_doubt() {
    let area = |(share, n): (f64, f64)| ProportionArea { direct: Some((share, n)), covariates: vec![1.0] };
    let mut areas: Vec<ProportionArea> =
        [(1.0, 5.0), (0.7, 40.0), (0.64, 90.0), (0.8, 12.0), (0.0, 3.0), (0.75, 60.0), (0.55, 55.0)].map(area).into();
    areas.push(ProportionArea { direct: None, covariates: vec![1.0] });
    for scale in [Scale::Arcsine, Scale::Logit] {
        let found = fay_herriot_proportions(&areas, scale, VarianceMethod::Reml, 0.95).unwrap();
        for share in &found.shares {
            let inside = share.interval.low >= 0.0 && share.interval.high <= 1.0 && share.interval.holds(share.value);
            assert!(inside && share.interval.width() > 0.1 && share.rmse > 0.0, "{share:?}");
        }
        // Five answers say little: the others pull.
        assert!(found.shares[0].value < 0.95 && found.shares[4].value > 0.1, "{:?}", found.shares);
    }
    areas[0].direct = Some((1.2, 5.0));
    let refused = fay_herriot_proportions(&areas, Scale::Logit, VarianceMethod::Reml, 0.95);
    assert_eq!(refused.unwrap_err(), SmallAreaError::Value(0));
}
