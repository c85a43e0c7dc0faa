//! Where a project is, as a point.

/// The most of a latitude, then of a longitude, in degrees.
const MOST: [i64; 2] = [90, 180];
/// Digits kept after the point: a tenth of a metre.
const DIGITS: usize = 6;

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
        let typed = typed.trim();
        let split = [";", ", ", " "].into_iter().find(|one| typed.contains(*one)).unwrap_or(",");
        let (north, east) = typed.split_once(split)?;
        let of = |text: &str, most: i64| degrees(text).filter(|one| one.abs() <= most * 1_000_000);
        Some(Self { latitude: of(north, MOST[0])?, longitude: of(east, MOST[1])? })
    }

    /// As it is typed, and as addresses of maps take it: `45.3654,5.5921`.
    pub fn plain(self) -> String {
        [written(self.latitude), written(self.longitude)].join(",")
    }
}

fn degrees(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 3 || !plain(whole) || !plain(part) {
        return None;
    }
    let part: String = part.chars().chain(std::iter::repeat('0')).take(DIGITS).collect();
    Some(sign * (whole.parse::<i64>().ok()? * 1_000_000 + part.parse::<i64>().ok()?))
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
