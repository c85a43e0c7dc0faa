//! Areas of zones that overlap, on the ellipsoid: what is covered is counted once.

use geo::orient::Direction;
use geo::{BooleanOps as _, GeodesicArea as _, MultiPolygon, Orient as _, unary_union};

use crate::contours::Contour;

/// The area that zones cover together, in square metres: overlaps once.
pub fn union_square_metres<'a>(zones: impl IntoIterator<Item = &'a Contour>) -> f64 {
    // Each zone alone first: the surfaces of one may touch, and the union of all asks for sound ones.
    let surfaces: Vec<&MultiPolygon> = zones.into_iter().map(Contour::polygons).collect();
    square_metres(&unary_union(surfaces))
}

/// The area that two zones share, in square metres.
pub fn overlap_square_metres(one: &Contour, other: &Contour) -> f64 {
    square_metres(&one.polygons().intersection(other.polygons()))
}

fn square_metres(surfaces: &MultiPolygon) -> f64 {
    // Counter-clockwise outside, clockwise holes, as the signed area on the ellipsoid asks.
    surfaces.orient(Direction::Default).geodesic_area_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rectangle(west: f64, south: f64, east: f64, north: f64) -> Contour {
        Contour::new(&[vec![vec![[west, south], [east, south], [east, north], [west, north]]]]).expect("a zone")
    }

    fn hectares(square_metres: f64) -> String {
        format!("{:.1}", square_metres / 10_000.0)
    }

    #[test]
    fn the_two_rectangles_of_the_dossier() {
        let (one, other) = (rectangle(7.70, 48.57, 7.72, 48.58), rectangle(7.715, 48.57, 7.735, 48.58));
        assert_eq!([one.square_metres(), other.square_metres()].map(hectares), ["164.1", "164.1"]);
        assert_eq!(hectares(overlap_square_metres(&one, &other)), "41.0");
        assert_eq!(hectares(union_square_metres([&one, &other])), "287.2");
    }

    #[test]
    fn zones_apart_add_up_and_nothing_covers_nothing() {
        let (one, other) = (rectangle(7.70, 48.57, 7.71, 48.58), rectangle(7.72, 48.57, 7.73, 48.58));
        let sum = one.square_metres() + other.square_metres();
        assert!((union_square_metres([&one, &other]) / sum - 1.0).abs() < 1e-6);
        assert!(overlap_square_metres(&one, &other).abs() < 1e-3);
        assert!(union_square_metres([]).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn what_two_zones_cover_is_their_sum_less_what_they_share(
            west in 7.0..7.1, south in 48.0..48.1, wide in 0.01..0.2, high in 0.01..0.2,
        ) {
            let (one, other) = (rectangle(7.0, 48.0, 7.2, 48.2), rectangle(west, south, west + wide, south + high));
            let apart = one.square_metres() + other.square_metres() - overlap_square_metres(&one, &other);
            // A side cut where zones meet follows the Earth more closely: up to one part in a thousand for fifteen kilometres.
            prop_assert!((union_square_metres([&one, &other]) / apart - 1.0).abs() < 1e-3);
        }
    }
}
