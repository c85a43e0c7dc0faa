//! Places in a table: two columns of coordinates, the others saying what each is.

use geo::{Geometry, Point};

use super::read::{Limits, Raw, SAID, ShapesError};
use crate::tables::{self, Line, Reader};

/// Names of the columns of coordinates, in small letters without separators: north then east.
const NORTH: [&str; 8] = ["latitude", "lat", "y", "coordy", "ylat", "ylambert93", "yl93", "coordonneey"];
const EAST: [&str; 10] =
    ["longitude", "lon", "lng", "long", "x", "coordx", "xlon", "xlambert93", "xl93", "coordonneex"];

struct Columns {
    north: usize,
    east: usize,
    said: [Option<usize>; 6],
}

pub(super) fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Vec<Raw>, ShapesError> {
    let most = tables::Limits { max_lines: limits.max_items as u64, ..tables::Limits::default() };
    let reader = Reader::open(bytes, file_name, &most)?;
    let columns = columns(reader.headers()).ok_or(ShapesError::NoCoordinates)?;
    let mut raws = Vec::new();
    for line in reader {
        match line {
            Ok(line) => raws.push(place(&line, &columns)),
            Err(problem) => match problem.reason {
                tables::LineReason::Stopped(tables::TableError::TooManyLines { .. }) => {
                    return Err(ShapesError::TooMany { most: limits.max_items });
                }
                tables::LineReason::Stopped(error) => return Err(error.into()),
                _ => raws.push(Raw { number: problem.line, unreadable: true, ..Raw::default() }),
            },
        }
    }
    Ok(raws)
}

fn columns(headers: &[String]) -> Option<Columns> {
    let plain = |name: &String| -> String {
        let unaccented = name.to_lowercase().replace(['é', 'è', 'ê'], "e");
        unaccented.chars().filter(char::is_ascii_alphanumeric).collect()
    };
    let plain: Vec<String> = headers.iter().map(plain).collect();
    let at = |names: &[&str]| names.iter().find_map(|name| plain.iter().position(|header| header == name));
    Some(Columns { north: at(&NORTH)?, east: at(&EAST)?, said: SAID.map(at) })
}

fn place(line: &Line, columns: &Columns) -> Raw {
    let cell = |at: usize| line.cells.get(at).map_or("", |cell| cell.trim());
    let said = columns.said.map(|at| at.map_or_else(String::new, |at| cell(at).to_owned()));
    let raw = Raw { number: line.number, said, ..Raw::default() };
    match (cell(columns.north), cell(columns.east)) {
        ("", "") => raw,
        (north, east) => match (number(north), number(east)) {
            (Some(y), Some(x)) => Raw { geometry: Some(Geometry::Point(Point::new(x, y))), ..raw },
            _ => Raw { unreadable: true, ..raw },
        },
    }
}

/// A number written with a point or a comma.
fn number(cell: &str) -> Option<f64> {
    cell.replace(',', ".").replace(['\u{a0}', '\u{202f}', ' '], "").parse().ok().filter(|n: &f64| n.is_finite())
}
