//! Where a ring meets itself. The surface of such a ring has no meaning (OGC 06-103r4, 6.1.11), and neither has its area.

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line, Polygon};
use rstar::primitives::GeomWithData;
use rstar::{RTree, RTreeObject as _};

/// A side, its ring and its rank there.
type Side = GeomWithData<Line, (usize, usize)>;

/// The first place where a side meets another that is not its neighbour, or crosses one of another ring.
pub(super) fn crossing(polygon: &Polygon) -> Option<Coord> {
    let rings: Vec<_> = std::iter::once(polygon.exterior()).chain(polygon.interiors()).collect();
    let sides: Vec<Side> = rings
        .iter()
        .enumerate()
        .flat_map(|(ring, line)| line.lines().enumerate().map(move |(rank, side)| Side::new(side, (ring, rank))))
        .collect();
    let tree = RTree::bulk_load(sides.clone());
    sides.iter().find_map(|side| {
        let near = tree.locate_in_envelope_intersecting(&side.geom().envelope());
        near.filter(|other| other.data > side.data)
            .find_map(|other| met(side, other, rings[side.data.0].0.len().saturating_sub(1)))
    })
}

/// Where two sides of a polygon meet as they should not; `length` counts the sides of the first one's ring.
fn met(side: &Side, other: &Side, length: usize) -> Option<Coord> {
    let found = line_intersection(*side.geom(), *other.geom())?;
    let same_ring = side.data.0 == other.data.0;
    let apart = other.data.1 - if same_ring { side.data.1 } else { 0 };
    let neighbours = same_ring && (apart == 1 || apart + 1 == length);
    match found {
        LineIntersection::Collinear { intersection } => {
            (intersection.start != intersection.end).then_some(intersection.start)
        }
        LineIntersection::SinglePoint { intersection, is_proper } => {
            (is_proper || (same_ring && !neighbours)).then_some(intersection)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::polygon;

    #[test]
    fn a_bow_tie_crosses_in_its_middle() {
        let tie = polygon![(x: 0., y: 0.), (x: 2., y: 2.), (x: 2., y: 0.), (x: 0., y: 2.)];
        assert_eq!(crossing(&tie), Some(Coord { x: 1.0, y: 1.0 }));
    }

    #[test]
    fn a_ring_that_comes_back_on_a_corner_meets_itself_there() {
        let eight =
            polygon![(x: 0., y: 0.), (x: 1., y: 1.), (x: 2., y: 0.), (x: 2., y: 2.), (x: 1., y: 1.), (x: 0., y: 2.)];
        assert_eq!(crossing(&eight), Some(Coord { x: 1.0, y: 1.0 }));
    }

    #[test]
    fn a_spike_goes_over_its_own_line() {
        let spike = polygon![(x: 0., y: 0.), (x: 4., y: 0.), (x: 2., y: 0.), (x: 2., y: 2.)];
        assert!(crossing(&spike).is_some());
    }

    #[test]
    fn triangles_and_holes_are_sound() {
        assert_eq!(crossing(&polygon![(x: 0., y: 0.), (x: 2., y: 0.), (x: 1., y: 2.)]), None);
        let holed = polygon!(
            exterior: [(x: 0., y: 0.), (x: 9., y: 0.), (x: 9., y: 9.), (x: 0., y: 9.)],
            interiors: [[(x: 1., y: 1.), (x: 2., y: 1.), (x: 2., y: 2.)]],
        );
        assert_eq!(crossing(&holed), None);
    }

    #[test]
    fn a_hole_that_leaves_its_surface_is_seen() {
        let out = polygon!(
            exterior: [(x: 0., y: 0.), (x: 4., y: 0.), (x: 4., y: 4.), (x: 0., y: 4.)],
            interiors: [[(x: 3., y: 1.), (x: 6., y: 1.), (x: 6., y: 2.), (x: 3., y: 2.)]],
        );
        assert_eq!(crossing(&out).map(|at| at.x), Some(4.0));
    }
}
