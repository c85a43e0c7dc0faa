//! Are these longitudes and latitudes? Files in the projection of the State, or with the axes swapped, are the usual
//! mistakes: each is told by name.

use geo::{BoundingRect as _, Coord, Geometry, GeometryCollection, Rect};

/// A point of the Earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// What the coordinates of a file are instead of WGS84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misplaced {
    /// Metres of Lambert-93 (RGF93, EPSG:2154).
    Lambert93,
    /// Numbers that no longitude or no latitude reaches: another projection.
    Outside(Place),
    /// Latitude written before longitude.
    Swapped(Place),
}

/// Where France is: west, south, east, north. Mainland, then territories overseas, each with its waters.
const FRANCE: [[f64; 4]; 12] = [
    [-6.0, 41.0, 10.0, 51.6],
    [-62.0, 15.5, -60.5, 16.8],
    [-61.6, 14.1, -60.5, 15.1],
    [-55.0, 1.8, -51.0, 6.2],
    [54.8, -21.7, 56.2, -20.5],
    [44.6, -13.3, 45.6, -12.2],
    [-56.8, 46.5, -55.8, 47.4],
    [-63.4, 17.6, -62.5, 18.4],
    [-179.0, -15.0, -175.5, -12.5],
    [-156.0, -29.0, -133.0, -7.0],
    [156.0, -24.0, 173.0, -17.0],
    [68.0, -50.5, 78.0, -37.0],
];
/// What Lambert-93 reaches over mainland France, in metres, waters included.
const LAMBERT_93: [f64; 4] = [-400_000.0, 5_900_000.0, 1_400_000.0, 7_300_000.0];

fn within([west, south, east, north]: [f64; 4], at: Coord) -> bool {
    (west..=east).contains(&at.x) && (south..=north).contains(&at.y)
}

fn in_france(at: Coord) -> bool {
    FRANCE.iter().any(|land| within(*land, at))
}

/// Looks at where a file lies as a whole.
pub(crate) fn misplaced(shapes: &[Geometry]) -> Option<Misplaced> {
    let all: GeometryCollection = shapes.iter().cloned().collect();
    let area: Rect = all.bounding_rect()?;
    let middle = area.center();
    let turned = Coord { x: middle.y, y: middle.x };
    let shown = Place { latitude: middle.y, longitude: middle.x };
    if !in_france(middle) && in_france(turned) {
        return Some(Misplaced::Swapped(shown));
    }
    let corners = [area.min(), area.max()];
    let on_earth = |corner: &Coord| within([-180.0, -90.0, 180.0, 90.0], *corner);
    if corners.iter().all(on_earth) {
        return None;
    }
    let is_lambert = corners.iter().all(|corner| within(LAMBERT_93, *corner));
    Some(if is_lambert { Misplaced::Lambert93 } else { Misplaced::Outside(shown) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Point;

    fn at(x: f64, y: f64) -> Option<Misplaced> {
        misplaced(&[Geometry::Point(Point::new(x, y))])
    }

    #[test]
    fn communes_of_the_mainland_and_overseas_are_where_they_should_be() {
        for (x, y) in [(5.59, 45.36), (55.45, -20.9), (-52.3, 4.9), (166.4, -22.3), (-149.5, -17.5)] {
            assert_eq!(at(x, y), None, "{x} {y}");
        }
    }

    #[test]
    fn axes_are_known_to_be_swapped_wherever_france_is() {
        for (x, y) in [(45.36, 5.59), (-20.9, 55.45), (-17.5, -149.5), (4.9, -52.3)] {
            assert!(matches!(at(x, y), Some(Misplaced::Swapped(_))), "{x} {y}");
        }
    }

    #[test]
    fn metres_are_told_apart() {
        assert_eq!(at(902_000.0, 6_476_000.0), Some(Misplaced::Lambert93));
        let other = Place { latitude: 4_200_000.0, longitude: 1_900_000.0 };
        assert_eq!(at(1_900_000.0, 4_200_000.0), Some(Misplaced::Outside(other)));
    }
}
