//! Coordinates that someone types: a place a line, latitude then longitude, the way maps and phones show them.

use arpent_documents::contours::Place;
use arpent_documents::shapes::{from_lambert93, is_lambert93};

/// Most points typed in one go: more come from a file.
pub const MOST: usize = 2_000;
/// Where France is, overseas included, is not checked here: a place elsewhere is drawn elsewhere, and the map shows it.
const POLE: f64 = 90.0;
const ANTIMERIDIAN: f64 = 180.0;

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TypedFault {
    /// Nothing was typed.
    Nothing,
    /// Not two numbers, on this line, from 1.
    NotTwoNumbers(usize),
    /// Two numbers that are no latitude and longitude.
    OffTheEarth(usize),
    /// Metres of Lambert-93: here is what they are in degrees.
    Lambert93(usize, Place),
    /// Too many of them.
    TooMany,
}

/// Reads places as `[longitude, latitude]`.
///
/// # Errors
/// The first line that cannot be understood, and why.
pub fn points(typed: &str) -> Result<Vec<[f64; 2]>, TypedFault> {
    let lines = typed.lines().enumerate().map(|(rank, line)| (rank + 1, line.trim()));
    let lines: Vec<(usize, &str)> = lines.filter(|(_, line)| !line.is_empty()).collect();
    match lines.len() {
        0 => Err(TypedFault::Nothing),
        n if n > MOST => Err(TypedFault::TooMany),
        _ => lines.into_iter().map(|(rank, line)| point(rank, line)).collect(),
    }
}

fn point(rank: usize, line: &str) -> Result<[f64; 2], TypedFault> {
    let numbers = parts(line).into_iter().map(number).collect::<Option<Vec<f64>>>();
    let Some([latitude, longitude]) = numbers.as_deref() else { return Err(TypedFault::NotTwoNumbers(rank)) };
    let (latitude, longitude) = (*latitude, *longitude);
    if latitude.abs() <= POLE && longitude.abs() <= ANTIMERIDIAN {
        return Ok([longitude, latitude]);
    }
    // East then north is how metres are written.
    if is_lambert93(latitude, longitude) {
        return Err(TypedFault::Lambert93(rank, from_lambert93(latitude, longitude)));
    }
    Err(TypedFault::OffTheEarth(rank))
}

/// `48.58, 7.75`, `48,58 7,75`, `48,58 ; 7,75` and `48.58 7.75` are the same place.
fn parts(line: &str) -> Vec<&str> {
    let apart: Box<dyn Iterator<Item = &str>> = if line.contains(';') {
        Box::new(line.split(';'))
    } else if line.contains(char::is_whitespace) {
        Box::new(line.split_whitespace())
    } else {
        Box::new(line.split(','))
    };
    apart.map(|part| part.trim().trim_end_matches([',', '°']).trim()).filter(|part| !part.is_empty()).collect()
}

fn number(part: &str) -> Option<f64> {
    part.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// The points of a line or of the outer ring of a zone, as one types them again.
pub fn written(points: &[[f64; 2]]) -> String {
    let line = |[longitude, latitude]: &[f64; 2]| format!("{latitude}, {longitude}\n");
    points.iter().map(line).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_however_it_is_written() {
        for line in ["48.58, 7.75", "48,58 7,75", "48,58 ; 7,75", "48.58,7.75", " 48.58°  7.75° ", "48,58, 7,75"] {
            assert_eq!(points(line), Ok(vec![[7.75, 48.58]]), "{line}");
        }
    }

    #[test]
    fn the_line_that_cannot_be_read_is_named() {
        assert_eq!(points("48.58, 7.75\n\n48.59"), Err(TypedFault::NotTwoNumbers(3)));
        assert_eq!(points("48.58, 7.75\n480.1, 7.75"), Err(TypedFault::OffTheEarth(2)));
        assert_eq!(points(" \n"), Err(TypedFault::Nothing));
        assert_eq!(points(&"48,7\n".repeat(MOST + 1)), Err(TypedFault::TooMany));
    }

    #[test]
    fn metres_are_told_with_the_degrees_they_stand_for() {
        let Err(TypedFault::Lambert93(1, at)) = points("1050196.09 6841825.12") else { panic!("accepted") };
        assert!((at.latitude - 48.5818).abs() < 1e-6 && (at.longitude - 7.7506).abs() < 1e-6);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let line = vec![[7.75, 48.58], [7.76, 48.59]];
        assert_eq!(points(&written(&line)), Ok(line));
    }
}
