//! Where a project is, as a point.

use arpent_commons::domain::point::{on_earth, read};

/// A point of the World Geodetic System 1984, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// North of the equator.
    pub latitude: i64,
    /// East of Greenwich.
    pub longitude: i64,
}

impl Point {
    /// Reads "45.3654, 5.5921", "45,3654 ; 5,5921" or "45.3654 5.5921": the latitude first, as maps copy it.
    pub fn parse(typed: &str) -> Option<Self> {
        let (latitude, longitude) = read(typed).filter(|point| on_earth(*point))?;
        Some(Self { latitude: millionths(latitude), longitude: millionths(longitude) })
    }

    /// Latitude and longitude, in degrees.
    pub const fn degrees(self) -> (f64, f64) {
        (self.latitude as f64 / 1e6, self.longitude as f64 / 1e6)
    }

    /// As it is typed, and as addresses of maps take it: `45.3654,5.5921`.
    pub fn plain(self) -> String {
        [written(self.latitude), written(self.longitude)].join(",")
    }
}

#[expect(clippy::cast_possible_truncation, reason = "at most 180 millions: on_earth saw to it")]
fn millionths(degrees: f64) -> i64 {
    (degrees * 1e6).round() as i64
}

/// Millionths of a degree as a decimal, without useless zeros.
pub fn written(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:06}", millionths.abs() / 1_000_000, millionths.abs() % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_read_as_maps_copy_it() {
        let there = Some(Point { latitude: 45_365_400, longitude: -5_592_100 });
        for text in
            ["45.3654, -5.5921", "45.3654,-5.5921", "45,3654 ; -5,5921", "45.3654 -5.5921", "45.36540001,-5.59210009"]
        {
            assert_eq!(Point::parse(text), there, "{text}");
        }
    }

    #[test]
    fn what_is_no_point_is_nothing() {
        for text in ["", "45.3654", "95.1, 5.2", "45.1, 185", "quai, 5", "45.1.2, 5"] {
            assert_eq!(Point::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_point_shown_is_read_back() {
        for text in ["45.3654,5.5921", "-0.5,0", "0.000001,-179.999999"] {
            assert_eq!(Point::parse(text).map(Point::plain).as_deref(), Some(text));
        }
    }
}
