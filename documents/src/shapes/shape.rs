//! One place on a map.

use geo::{BoundingRect as _, Contains as _, Coord, Geodesic, Geometry, InteriorPoint as _, Length as _};
use geo::{LineString, MapCoords as _, MultiLineString, Point, RemoveRepeatedPoints as _, Simplify as _};

use crate::contours::{Contour, Fault, Place, Surface};

/// Decimals kept of a degree: a centimetre on the ground.
const PRECISION: f64 = 1e7;

/// What a shape is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A point.
    Point,
    /// One line or several.
    Line,
    /// A surface with its holes, or several.
    Zone,
}

/// A place on a map in WGS84, sound.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A point.
    Point(Place),
    /// Lines of `[longitude, latitude]`, each of two different points at least.
    Line(Vec<Vec<[f64; 2]>>),
    /// A zone: no ring meets itself, every ring encloses something.
    Zone(Contour),
}

/// What is wrong with one shape, others being sound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShapeFault {
    /// Nothing to draw.
    Nothing,
    /// A number that is not one, or beyond the poles or the antimeridian.
    OffTheEarth,
    /// A line whose points are all the same.
    NoLength,
    /// Several points, or shapes of different kinds, as one.
    Mixed,
    /// A zone that is none.
    Zone(Fault),
}

impl ShapeFault {
    /// The name under which the caller translates it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "shape-nothing",
            Self::OffTheEarth => "shape-off-the-earth",
            Self::NoLength => "shape-no-length",
            Self::Mixed => "shape-mixed",
            Self::Zone(fault) => fault.code(),
        }
    }
}

impl Shape {
    /// A point, or why it is none.
    pub fn point(latitude: f64, longitude: f64) -> Result<Self, ShapeFault> {
        let at = on_earth(Coord { x: longitude, y: latitude })?;
        Ok(Self::Point(Place { latitude: at.y, longitude: at.x }))
    }

    /// One line of `[longitude, latitude]`, or why it is none.
    pub fn line(points: &[[f64; 2]]) -> Result<Self, ShapeFault> {
        Ok(Self::Line(vec![sound_line(&LineString::from(points.to_vec()))?]))
    }

    /// A zone without hole from its outer points, closed by itself; fails saying where it crosses itself.
    pub fn zone(points: &[[f64; 2]]) -> Result<Self, ShapeFault> {
        Self::surfaces(&[vec![points.to_vec()]])
    }

    /// A zone of several surfaces; fails saying where one crosses itself.
    pub fn surfaces(surfaces: &[Surface]) -> Result<Self, ShapeFault> {
        for [x, y] in surfaces.iter().flatten().flatten() {
            on_earth(Coord { x: *x, y: *y })?;
        }
        Contour::new(surfaces).map(Self::Zone).map_err(ShapeFault::Zone)
    }

    /// What it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Point(_) => Kind::Point,
            Self::Line(_) => Kind::Line,
            Self::Zone(_) => Kind::Zone,
        }
    }

    /// The area of a zone on the ellipsoid, in square metres.
    pub fn square_metres(&self) -> Option<f64> {
        match self {
            Self::Zone(contour) => Some(contour.square_metres()),
            _ => None,
        }
    }

    /// The length of a line on the ellipsoid, in metres (Karney 2013).
    pub fn metres(&self) -> Option<f64> {
        match self {
            Self::Line(lines) => Some(lines.iter().map(|line| Geodesic.length(&LineString::from(line.clone()))).sum()),
            _ => None,
        }
    }

    /// West, south, east and north.
    pub fn bounds(&self) -> [f64; 4] {
        let around = self.geometry().bounding_rect();
        around.map_or([0.0; 4], |around| [around.min().x, around.min().y, around.max().x, around.max().y])
    }

    /// Where its sign stands: on it, whatever its form.
    pub fn anchor(&self) -> Place {
        let at = self.geometry().interior_point().unwrap_or(Point::new(0.0, 0.0));
        Place { latitude: at.y(), longitude: at.x() }
    }

    /// Whether a place lies in it; only a zone holds anything.
    pub fn contains(&self, place: Place) -> bool {
        match self {
            Self::Zone(contour) => contour.polygons().contains(&Point::new(place.longitude, place.latitude)),
            _ => false,
        }
    }

    /// Every line to draw; those of a zone are closed.
    pub fn strokes(&self) -> Vec<Vec<[f64; 2]>> {
        match self {
            Self::Point(_) => vec![],
            Self::Line(lines) => lines.clone(),
            Self::Zone(contour) => contour.surfaces().concat(),
        }
    }

    /// As a GeoJSON geometry.
    pub fn to_geojson(&self) -> String {
        geojson::Geometry::new(self.value()).to_string()
    }

    /// Reads what [`Self::to_geojson`] wrote; `None` for anything else.
    pub fn from_geojson(text: &str) -> Option<Self> {
        let geometry: geojson::Geometry = text.parse().ok()?;
        Self::of(&Geometry::try_from(&geometry.value).ok()?).ok()
    }

    pub(super) fn value(&self) -> geojson::GeometryValue {
        geojson::GeometryValue::from(&self.geometry())
    }

    /// Checks a shape that a file draws.
    pub(super) fn of(geometry: &Geometry) -> Result<Self, ShapeFault> {
        match geometry {
            Geometry::Point(at) => Self::point(at.y(), at.x()),
            Geometry::MultiPoint(points) if points.0.len() == 1 => Self::point(points.0[0].y(), points.0[0].x()),
            Geometry::LineString(line) => Ok(Self::Line(vec![sound_line(line)?])),
            Geometry::MultiLineString(lines) if !lines.0.is_empty() => {
                Ok(Self::Line(lines.iter().map(sound_line).collect::<Result<_, _>>()?))
            }
            Geometry::Polygon(one) => Self::surfaces(&[surface(one)]),
            Geometry::MultiPolygon(all) => Self::surfaces(&all.iter().map(surface).collect::<Vec<_>>()),
            Geometry::MultiPoint(points) if !points.0.is_empty() => Err(ShapeFault::Mixed),
            Geometry::GeometryCollection(all) if !all.0.is_empty() => Err(ShapeFault::Mixed),
            _ => Err(ShapeFault::Nothing),
        }
    }

    fn geometry(&self) -> Geometry {
        match self {
            Self::Point(at) => Geometry::Point(Point::new(at.longitude, at.latitude)),
            Self::Line(lines) if lines.len() == 1 => Geometry::LineString(LineString::from(lines[0].clone())),
            Self::Line(lines) => {
                Geometry::MultiLineString(MultiLineString(lines.iter().map(|l| LineString::from(l.clone())).collect()))
            }
            Self::Zone(contour) => match contour.polygons().0.as_slice() {
                [one] => Geometry::Polygon(one.clone()),
                _ => Geometry::MultiPolygon(contour.polygons().clone()),
            },
        }
    }
}

/// A line with fewer points, none of those left out being further than `tolerance` from what is kept (Douglas and Peucker
/// 1973, doi:10.3138/FM57-6770-U75U-7727), in whatever unit the points are.
pub fn simplified(points: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
    LineString::from(points.to_vec()).simplify(tolerance).coords().map(|at| [at.x, at.y]).collect()
}

fn on_earth(at: Coord) -> Result<Coord, ShapeFault> {
    let there = at.x.is_finite() && at.y.is_finite() && at.x.abs() <= 180.0 && at.y.abs() <= 90.0;
    let round = |degrees: f64| (degrees * PRECISION).round() / PRECISION;
    if there { Ok(Coord { x: round(at.x), y: round(at.y) }) } else { Err(ShapeFault::OffTheEarth) }
}

fn sound_line(line: &LineString) -> Result<Vec<[f64; 2]>, ShapeFault> {
    let line = line.try_map_coords(on_earth)?.remove_repeated_points();
    match line.0.len() {
        0 => Err(ShapeFault::Nothing),
        1 => Err(ShapeFault::NoLength),
        _ => Ok(line.coords().map(|at| [at.x, at.y]).collect()),
    }
}

fn surface(polygon: &geo::Polygon) -> Surface {
    let ring = |line: &LineString| line.coords().map(|at| [at.x, at.y]).collect();
    std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(west: f64, east: f64) -> Vec<[f64; 2]> {
        vec![[west, 48.57], [east, 48.57], [east, 48.58], [west, 48.58]]
    }

    #[test]
    fn a_bow_tie_is_refused_with_the_place_where_it_crosses() {
        let tie = [[7.70, 48.57], [7.72, 48.58], [7.72, 48.57], [7.70, 48.58]];
        let Err(ShapeFault::Zone(Fault::Crossing(at))) = Shape::zone(&tie) else { panic!("accepted") };
        assert!((at.latitude - 48.575).abs() < 1e-9 && (at.longitude - 7.71).abs() < 1e-9);
    }

    #[test]
    fn a_place_lies_in_a_zone_or_not_and_a_hole_is_outside() {
        let zone = Shape::zone(&rectangle(7.70, 7.72)).expect("a zone");
        let at = |longitude| Place { latitude: 48.575, longitude };
        assert!(zone.contains(at(7.71)) && !zone.contains(at(7.73)));
        let hole = vec![[7.705, 48.572], [7.715, 48.572], [7.715, 48.578], [7.705, 48.578]];
        let holed = Shape::surfaces(&[vec![rectangle(7.70, 7.72), hole]]).expect("a zone");
        assert!(!holed.contains(at(7.71)) && holed.contains(at(7.701)));
        assert!(holed.contains(holed.anchor()), "its sign stands on it, not in its hole");
    }

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let point = Shape::point(48.58, 7.72).expect("a point");
        let line = Shape::line(&[[7.70, 48.57], [7.72, 48.58]]).expect("a line");
        let zone = Shape::zone(&rectangle(7.70, 7.72)).expect("a zone");
        for shape in [point, line, zone] {
            assert_eq!(Shape::from_geojson(&shape.to_geojson()), Some(shape));
        }
    }

    #[test]
    fn a_line_has_a_length_and_a_point_said_twice_has_none() {
        let line = Shape::line(&[[7.70, 48.57], [7.72, 48.57]]).expect("a line");
        assert!((line.metres().expect("a length") - 1_475.0).abs() < 5.0);
        assert_eq!(Shape::line(&[[7.70, 48.57], [7.70, 48.57]]), Err(ShapeFault::NoLength));
        assert_eq!(Shape::point(95.0, 7.0), Err(ShapeFault::OffTheEarth));
        assert_eq!(Shape::point(f64::NAN, 7.0), Err(ShapeFault::OffTheEarth));
    }
}
