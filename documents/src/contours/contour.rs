//! The contour of a place: surfaces with their holes, in degrees, to the centimetre.

use geo::orient::Direction;
use geo::{
    Coord, GeodesicArea as _, LineString, MapCoords as _, MultiPolygon, Orient as _, Polygon, RemoveRepeatedPoints as _,
};
use geojson::{GeometryValue, Position};

use super::crossing::crossing;
use super::read::Fault;
use super::wgs84::Place;

/// A closed line of `[longitude, latitude]`, its first point also its last.
pub type Ring = Vec<[f64; 2]>;
/// A surface: what surrounds it, then its holes.
pub type Surface = Vec<Ring>;

/// Decimals kept of a degree: a centimetre on the ground, what the State's own files carry.
const PRECISION: f64 = 1e7;
/// Points of the smallest closed line: a triangle's, the first one repeated.
const LEAST: usize = 4;

/// The contour of a commune in WGS84, sound: no ring meets itself, every ring encloses something.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour(MultiPolygon);

impl Contour {
    /// Checks surfaces; fails with what is wrong and where.
    pub fn new(surfaces: &[Surface]) -> Result<Self, Fault> {
        let polygons: Vec<Polygon> = surfaces.iter().map(|surface| polygon(surface)).collect::<Result<_, _>>()?;
        if polygons.is_empty() {
            return Err(Fault::NotASurface);
        }
        if let Some(at) = polygons.iter().find_map(crossing) {
            return Err(Fault::Crossing(Place { latitude: at.y, longitude: at.x }));
        }
        // Counter-clockwise outside, clockwise holes (RFC 7946, 3.1.6): the area asks for it too.
        let contour = Self(MultiPolygon(polygons).orient(Direction::Default));
        if contour.square_metres() > 0.0 { Ok(contour) } else { Err(Fault::NotASurface) }
    }

    /// Its area on the ellipsoid (Karney 2013, doi:10.1007/s00190-012-0578-z), in square metres.
    pub fn square_metres(&self) -> f64 {
        self.0.geodesic_area_signed()
    }

    /// Its surfaces.
    pub fn surfaces(&self) -> Vec<Surface> {
        let ring = |line: &LineString| line.coords().map(|at| [at.x, at.y]).collect();
        let surface =
            |polygon: &Polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect();
        self.0.iter().map(surface).collect()
    }

    pub(crate) const fn polygons(&self) -> &MultiPolygon {
        &self.0
    }

    /// As a GeoJSON geometry.
    pub fn to_geojson(&self) -> String {
        geojson::Geometry::new(self.geometry()).to_string()
    }

    /// Reads what [`Self::to_geojson`] wrote; `None` for anything else.
    pub fn from_geojson(text: &str) -> Option<Self> {
        let geometry: geojson::Geometry = text.parse().ok()?;
        Self::of(&geometry.value).ok()
    }

    pub(super) fn geometry(&self) -> GeometryValue {
        GeometryValue::from(&self.0)
    }

    pub(super) fn of(geometry: &GeometryValue) -> Result<Self, Fault> {
        match geometry {
            GeometryValue::Polygon { coordinates } => Self::new(&[surface(coordinates)?]),
            GeometryValue::MultiPolygon { coordinates } => {
                let surfaces: Vec<Surface> =
                    coordinates.iter().map(|rings| surface(rings)).collect::<Result<_, _>>()?;
                Self::new(&surfaces)
            }
            _ => Err(Fault::NotASurface),
        }
    }
}

fn surface(rings: &[Vec<Position>]) -> Result<Surface, Fault> {
    let at = |position: &Position| match position.as_slice() {
        [longitude, latitude, ..] => Ok([*longitude, *latitude]),
        _ => Err(Fault::NotASurface),
    };
    rings.iter().map(|ring| ring.iter().map(at).collect()).collect()
}

fn polygon(surface: &[Ring]) -> Result<Polygon, Fault> {
    let mut rings = surface.iter().map(|ring| closed(ring));
    let outside = rings.next().ok_or(Fault::NotASurface)??;
    Ok(Polygon::new(outside, rings.collect::<Result<_, _>>()?))
}

fn closed(ring: &[[f64; 2]]) -> Result<LineString, Fault> {
    let round =
        |at: Coord| Coord { x: (at.x * PRECISION).round() / PRECISION, y: (at.y * PRECISION).round() / PRECISION };
    let mut line = LineString::from(ring.to_vec()).map_coords(round);
    line.close();
    let line = line.remove_repeated_points();
    if line.0.len() < LEAST { Err(Fault::NotASurface) } else { Ok(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: f64, south: f64, side: f64) -> Ring {
        let (east, north) = (west + side, south + side);
        vec![[west, south], [west, north], [east, north], [east, south]]
    }

    #[test]
    fn the_area_is_that_of_the_ellipsoid_whichever_way_the_line_turns() {
        // A cell of 0.1° by 0.1° at 45° N: 87.6 km² on WGS84.
        let mut back = square(5.5, 45.0, 0.1);
        back.reverse();
        for ring in [square(5.5, 45.0, 0.1), back] {
            let area = Contour::new(&[vec![ring]]).unwrap().square_metres();
            assert!((87.5e6..87.7e6).contains(&area), "{area}");
        }
    }

    #[test]
    fn a_hole_is_taken_away_and_parts_are_added() {
        let whole = Contour::new(&[vec![square(5.0, 45.0, 0.1)]]).unwrap().square_metres();
        let holed = Contour::new(&[vec![square(5.0, 45.0, 0.1), square(5.04, 45.04, 0.02)]]).unwrap();
        assert!((holed.square_metres() / whole - 0.96).abs() < 0.001);
        let two = Contour::new(&[vec![square(5.0, 45.0, 0.1)], vec![square(6.0, 45.0, 0.1)]]).unwrap();
        assert!((two.square_metres() / whole - 2.0).abs() < 0.001);
    }

    #[test]
    fn a_line_that_encloses_nothing_is_no_surface() {
        for ring in [vec![], vec![[5.0, 45.0]], vec![[5.0, 45.0], [5.1, 45.0], [5.0, 45.0]]] {
            assert_eq!(Contour::new(&[vec![ring]]), Err(Fault::NotASurface));
        }
        assert_eq!(Contour::new(&[]), Err(Fault::NotASurface));
    }
}
