//! Lambert-93, the projection of the State for mainland France (RGF93, EPSG:2154), turned back into degrees.
//!
//! Conic conformal projection of Lambert on two parallels, 44° and 49°, on the ellipsoid GRS80; constants and steps are
//! those of the Institut géographique national (notes NTG 71, ALG0004 and ALG0002). GRS80 and WGS84 differ by less than a
//! millimetre here, RGF93 and WGS84 by less than a metre.

use crate::contours::Place;

/// Exponent of the projection.
const N: f64 = 0.725_607_765_053_267;
/// Its constant, in metres.
const C: f64 = 11_754_255.426_1;
/// The pole of the projection, in metres.
const POLE: (f64, f64) = (700_000.0, 12_655_612.049_9);
/// The meridian of origin, in degrees.
const MERIDIAN: f64 = 3.0;
/// First eccentricity of GRS80.
const ECCENTRICITY: f64 = 0.081_819_191_042_815_8;
/// Steps of the latitude: it gains two digits at each.
const STEPS: usize = 12;
/// What the projection reaches over mainland France and its waters: west, south, east, north, in metres.
const REACH: [f64; 4] = [-400_000.0, 5_900_000.0, 1_400_000.0, 7_300_000.0];

/// Whether two numbers can only be metres of Lambert-93.
pub fn is_lambert93(x: f64, y: f64) -> bool {
    let [west, south, east, north] = REACH;
    (west..=east).contains(&x) && (south..=north).contains(&y)
}

/// The place of a point given in metres east and north.
pub fn from_lambert93(x: f64, y: f64) -> Place {
    let (across, down) = (x - POLE.0, POLE.1 - y);
    let longitude = MERIDIAN + (across / down).atan().to_degrees() / N;
    let isometric = (C / across.hypot(down)).ln() / N;
    Place { latitude: latitude(isometric).to_degrees(), longitude }
}

fn latitude(isometric: f64) -> f64 {
    let of = |stretched: f64| 2.0 * (stretched * isometric.exp()).atan() - std::f64::consts::FRAC_PI_2;
    (0..STEPS).fold(of(1.0), |latitude, _| {
        let bulge = ECCENTRICITY * latitude.sin();
        of(((1.0 + bulge) / (1.0 - bulge)).powf(ECCENTRICITY / 2.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The other way, from the definition alone (two parallels, GRS80, false origin): no constant is shared.
    fn to_lambert93(latitude: f64, longitude: f64) -> (f64, f64) {
        let flattening = 1.0 / 298.257_222_101;
        let (axis, e) = (6_378_137.0, f64::sqrt(flattening * (2.0 - flattening)));
        let isometric = |latitude: f64| latitude.sin().atanh() - e * (e * latitude.sin()).atanh();
        let radius = |latitude: f64| latitude.cos() / (1.0 - (e * latitude.sin()).powi(2)).sqrt();
        let [south, north, origin] = [44.0_f64, 49.0, 46.5].map(f64::to_radians);
        let n = (radius(south) / radius(north)).ln() / (isometric(north) - isometric(south));
        let far = |latitude: f64| axis * radius(south) / n * (n * (isometric(south) - isometric(latitude))).exp();
        let turn = n * (longitude - 3.0).to_radians();
        let reach = far(latitude.to_radians());
        (700_000.0 + reach * turn.sin(), 6_600_000.0 + far(origin) - reach * turn.cos())
    }

    #[test]
    fn the_origin_of_the_projection_is_where_it_was_defined() {
        let origin = from_lambert93(700_000.0, 6_600_000.0);
        assert!((origin.latitude - 46.5).abs() < 1e-8 && (origin.longitude - 3.0).abs() < 1e-9, "{origin:?}");
    }

    #[test]
    fn notre_dame_is_in_paris_and_the_cathedral_in_strasbourg() {
        for (x, y, latitude, longitude) in
            [(652_469.0, 6_862_035.0, 48.8567, 2.3515), (1_050_350.0, 6_841_700.0, 48.5818, 7.7506)]
        {
            let at = from_lambert93(x, y);
            assert!((at.latitude - latitude).abs() < 2e-3 && (at.longitude - longitude).abs() < 2e-3, "{at:?}");
        }
    }

    proptest! {
        #[test]
        fn every_place_of_the_mainland_comes_back_to_the_centimetre(latitude in 41.3..51.2, longitude in -5.2..9.7) {
            let (x, y) = to_lambert93(latitude, longitude);
            let back = from_lambert93(x, y);
            prop_assert!(is_lambert93(x, y));
            prop_assert!((back.latitude - latitude).abs() < 1e-7 && (back.longitude - longitude).abs() < 1e-7);
        }
    }
}
