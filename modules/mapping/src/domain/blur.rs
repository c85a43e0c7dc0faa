//! Sensitive observations: everyone sees the cell of a grid, never the place.
//!
//! The grid does not depend on the observation: two of them in one cell are shown at the same point, and seeing the same
//! thing ten times does not bring anyone closer to it.

use arpent_documents::contours::Place;

/// Side of a cell when a programme does not choose, in metres.
pub const CELL: i64 = 2_000;
/// Sides a programme may choose, in metres.
pub const SIDES: std::ops::RangeInclusive<i64> = 500..=20_000;
/// Metres of a degree of latitude, near enough for a grid.
const DEGREE: f64 = 111_320.0;

/// The middle of the cell in which a place lies.
pub fn blurred(place: Place, metres: i64) -> Place {
    let high = metres as f64 / DEGREE;
    let latitude = middle(place.latitude, high);
    // Cells of a row are as wide as they are high in the middle of the row.
    let longitude = middle(place.longitude, high / latitude.to_radians().cos().max(0.01));
    Place { latitude: rounded(latitude), longitude: rounded(longitude) }
}

fn middle(degrees: f64, side: f64) -> f64 {
    ((degrees / side).floor() + 0.5) * side
}

fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_lies_in_a_cell_is_shown_at_one_point() {
        let cell = blurred(Place { latitude: 48.58, longitude: 7.75 }, CELL);
        for (north, east) in [(0.0, 0.0), (0.004, 0.0), (0.0, -0.006), (-0.004, 0.006)] {
            let inside = Place { latitude: cell.latitude + north, longitude: cell.longitude + east };
            assert_eq!(blurred(inside, CELL), cell);
        }
    }

    #[test]
    fn a_point_is_never_further_than_the_corner_of_its_cell() {
        for n in 0..500 {
            let place = Place { latitude: 41.0 + f64::from(n) * 0.021, longitude: -4.0 + f64::from(n) * 0.027 };
            let shown = blurred(place, CELL);
            let up = (shown.latitude - place.latitude) * DEGREE;
            let across = (shown.longitude - place.longitude) * DEGREE * place.latitude.to_radians().cos();
            assert!(up.hypot(across) < 1_450.0, "{place:?} is shown {} m away", up.hypot(across));
        }
    }
}
