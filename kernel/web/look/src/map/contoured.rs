//! The map drawn from the contours of the communes, light enough for a page that is read on a phone.

use std::fmt::Write as _;

use askama::Template;

use super::outline::{Cell, Grid, Line, Shape, coarser, simplified};
use super::{Place, Words, hatched, tone, tones, wrapped};

/// Longest side of the drawing, in its own units: two for a pixel of a wide page.
const SIDE: f64 = 1_440.0;
/// Units of a pixel.
const SCALE: f64 = 2.0;
/// Left around the drawing, so that the outer line is whole.
const MARGIN: f64 = 4.0;
/// Most bytes of all lines together: what leaves a page with its style under 50 KB.
const BUDGET: usize = 16_000;
/// Units of the smallest bump drawn on a grid, smaller and smaller ones being given up.
const BUMPS: [f64; 5] = [3.0, 6.0, 12.0, 24.0, 48.0];
/// Times the grid is made twice as coarse at most: neighbours whose borders do not match leave no other way.
const COARSEST: u32 = 8;
/// Widest a letter is, and highest a line, in units.
const LETTER: f64 = 15.0;
const LINE: f64 = 30.0;
/// Heights, as shares of a place, at which room for its name is looked for.
const HEIGHTS: [f64; 7] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

#[derive(Template)]
#[template(path = "map_contours.html")]
struct Drawing<'a> {
    words: &'a Words<'a>,
    view: String,
    width: f64,
    hatched: bool,
    tiles: Vec<Tile<'a>>,
}

struct Tile<'a> {
    place: &'a Place,
    path: String,
    tone: &'static str,
    /// Height and words of each line that there is room for; the last one is the value.
    lines: Vec<(f64, &'static str, String)>,
    x: f64,
}

/// Draws the map as HTML: communes as they are, leading to their pages, and the same communes as a list.
///
/// Each place comes with its contour; the list keeps their order.
pub fn contoured(words: &Words, places: &[(Place, Shape)]) -> String {
    let shapes: Vec<Shape> = places.iter().map(|(_, shape)| shape.clone()).collect();
    let Some(grid) = Grid::of_side(&shapes, SIDE) else { return String::new() };
    let (lines, paths) = within_budget(grid.lines(&shapes));
    let bounds = tones(places.iter().map(|(place, _)| place));
    let drawn = places.iter().zip(&lines).zip(paths);
    let tiles = drawn.map(|(((place, _), lines), path)| tile(place, lines, path, bounds)).collect();
    let [width, height] = grid.size.map(|side| side + 2.0 * MARGIN);
    let view = format!("{:.0} {:.0} {width:.0} {height:.0}", -MARGIN, -MARGIN);
    let hatched = hatched(places.iter().map(|(place, _)| place));
    Drawing { words, view, width: (width / SCALE).round(), hatched, tiles }.to_string()
}

/// Flattens bigger and bigger bumps, then on coarser and coarser grids, until the lines are light enough or as light as
/// so many communes can be.
fn within_budget(mut shapes: Vec<Vec<Line>>) -> (Vec<Vec<Line>>, Vec<String>) {
    let steps = (0..COARSEST).map(|power| 1 << power);
    let mut paths = Vec::new();
    for (step, bump) in steps.flat_map(|step| BUMPS.map(|bump| (step, bump))) {
        shapes = simplified(&coarser(&shapes, step), bump * f64::from(step * step));
        paths = shapes.iter().map(|lines| path(lines)).collect();
        if paths.iter().map(String::len).sum::<usize>() <= BUDGET {
            break;
        }
    }
    (shapes, paths)
}

/// A path of relative steps, written as shortly as SVG allows.
fn path(lines: &[Line]) -> String {
    let mut path = String::new();
    for line in lines {
        let mut last: Option<Cell> = None;
        for (x, y) in line {
            match last {
                // Writing to a string cannot fail.
                None => drop(write!(path, "M{x} {y}l")),
                Some((a, b)) => step(&mut path, x - a, y - b),
            }
            last = Some((*x, *y));
        }
        path.push('z');
    }
    path
}

fn step(path: &mut String, across: i32, down: i32) {
    for number in [across, down] {
        if number >= 0 && !path.ends_with('l') {
            path.push(' ');
        }
        let _ = write!(path, "{number}");
    }
}

fn tile<'a>(place: &'a Place, lines: &[Line], path: String, bounds: [f64; 2]) -> Tile<'a> {
    let names = wrapped(&place.name);
    let whole: Vec<&str> = names.iter().map(String::as_str).chain([place.label.as_str()]).collect();
    let choices = [whole.as_slice(), &[place.label.as_str()]];
    let found = choices.iter().find_map(|said| Some((said, room(lines, said)?)));
    let (said, (x, y)) = found.map_or((&[][..], (0.0, 0.0)), |(said, at)| (*said, at));
    let top = y - LINE * (said.len() as f64 - 1.0) / 2.0 + LINE / 3.0;
    let last = said.len().saturating_sub(1);
    let written = said.iter().enumerate().map(|(rank, words)| {
        let class = if rank == last { "strong" } else { "" };
        (top + LINE * rank as f64, class, (*words).to_owned())
    });
    Tile { place, path, tone: tone(place, bounds), lines: written.collect(), x }
}

/// Where so many lines of words fit inside a place; `None` when they do not.
fn room(lines: &[Line], said: &[&str]) -> Option<(f64, f64)> {
    let letters = said.iter().map(|words| words.chars().count()).max()?;
    let (width, height) = (letters as f64 * LETTER, said.len() as f64 * LINE);
    let heights = lines.iter().flatten().map(|(_, y)| f64::from(*y));
    let (top, bottom) = heights.fold((f64::MAX, f64::MIN), |(top, bottom), y| (top.min(y), bottom.max(y)));
    HEIGHTS.iter().find_map(|share| {
        // Between two rows of cells, where no line has a corner.
        let y = (top + (bottom - top) * share).floor() + 0.5;
        let (left, right) = spans(lines, y).into_iter().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
        let x = f64::midpoint(left, right);
        let fits = |at: f64| {
            spans(lines, at).iter().any(|(left, right)| *left <= x - width / 2.0 && x + width / 2.0 <= *right)
        };
        [y - height / 2.0, y, y + height / 2.0].into_iter().all(|at| fits(at.floor() + 0.5)).then_some((x, y))
    })
}

/// Where a level line is inside a place: from, to.
fn spans(lines: &[Line], y: f64) -> Vec<(f64, f64)> {
    let crossed = |(from, to): (&Cell, &Cell)| {
        let [(x1, y1), (x2, y2)] = [*from, *to].map(|(x, y)| (f64::from(x), f64::from(y)));
        ((y1 < y) != (y2 < y)).then(|| x1 + (y - y1) / (y2 - y1) * (x2 - x1))
    };
    let sides = lines.iter().flat_map(|line| line.iter().zip(line.iter().cycle().skip(1)));
    let mut at: Vec<f64> = sides.filter_map(crossed).collect();
    at.sort_by(f64::total_cmp);
    at.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Shade;
    use super::*;
    use proptest::prelude::*;

    const WORDS: Words = Words { title: "Contributions", sentence: "Deux communes.", note: "Contours : IGN." };

    fn place(name: &str, value: Option<f64>) -> Place {
        let label = value.map_or_else(|| "moins de 5".to_owned(), |value| value.to_string());
        Place {
            code: name.to_owned(),
            name: name.to_owned(),
            weight: 1.0,
            shade: value.map_or(Shade::Hidden, Shade::Value),
            label,
            href: Some(format!("/{name}")),
        }
    }

    /// A square with a bumpy border of so many points a side, its neighbours having the same ones.
    fn bumpy(column: i32, row: i32, points: i32) -> Shape {
        let (west, south) = (5.0 + f64::from(column) * 0.05, 45.0 + f64::from(row) * 0.05);
        let along = move |step: i32| f64::from(step) / f64::from(points) * 0.05;
        let bump = move |step: i32, seed: i32| f64::from((step * 7 + seed * 13) % 11 * (step % points).signum()) * 4e-4;
        let steps = || 0..points;
        let back = || (1..=points).rev();
        let mut ring: Vec<[f64; 2]> = steps().map(|s| [west + along(s), south + bump(s, row)]).collect();
        ring.extend(steps().map(|s| [west + 0.05 + bump(s, column + 1), south + along(s)]));
        ring.extend(back().map(|s| [west + along(s), south + 0.05 + bump(s, row + 1)]));
        ring.extend(back().map(|s| [west + bump(s, column), south + along(s)]));
        ring.push(ring[0]);
        vec![ring]
    }

    fn bytes(drawn: &str) -> usize {
        drawn.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::len).sum()
    }

    fn territory(count: i32, points: i32) -> Vec<(Place, Shape)> {
        let across = (1..=count).find(|across| across * across >= count).unwrap_or(1);
        (0..count)
            .map(|n| (place(&format!("Saint-{n}"), Some(f64::from(n))), bumpy(n % across, n / across, points)))
            .collect()
    }

    #[test]
    fn stays_light_whatever_the_number_of_communes_and_of_points() {
        for (count, points) in [(1, 4_000), (31, 400), (31, 20), (120, 200), (250, 60)] {
            let drawn = contoured(&WORDS, &territory(count, points));
            let paths: usize =
                drawn.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::len).sum();
            assert!(paths <= BUDGET, "{count} communes of {points} points: {paths} bytes");
            assert_eq!(drawn.matches("<path").count(), usize::try_from(count).unwrap_or_default());
        }
    }

    #[test]
    fn stays_light_when_the_borders_of_neighbours_do_not_match() {
        let askew = |(place, mut shape): (Place, Shape)| {
            let shift = f64::from(u8::from(place.name.ends_with(['1', '4', '7']))) * 3e-4;
            for at in shape.iter_mut().flatten().step_by(2) {
                at[0] += shift;
            }
            (place, shape)
        };
        let places: Vec<_> = territory(31, 400).into_iter().map(askew).collect();
        assert!(bytes(&contoured(&WORDS, &places)) <= BUDGET);
    }

    #[test]
    fn every_commune_is_in_the_list_with_its_link_and_its_value() {
        let places = [(place("Voreppe", Some(41.0)), bumpy(0, 0, 10)), (place("La Buisse", None), bumpy(1, 0, 10))];
        let drawn = contoured(&WORDS, &places);
        let list = drawn.split("<ul").nth(1).unwrap_or_default();
        assert!(list.contains("href=\"/Voreppe\"") && list.contains("41"));
        assert!(list.contains("href=\"/La Buisse\"") && list.contains("moins de 5"));
        assert!(drawn.contains("tile vh"), "what may not be shown has a tone of its own");
    }

    #[test]
    fn a_name_is_written_where_it_fits_and_only_there() {
        let (wide, tiny) = (bumpy(0, 0, 4), vec![vec![[5.06, 45.0], [5.061, 45.0], [5.061, 45.001], [5.06, 45.0]]]);
        let drawn = contoured(&WORDS, &[(place("Voreppe", Some(41.0)), wide), (place("Rives", Some(7.0)), tiny)]);
        let map = drawn.split("<ul").next().unwrap_or_default();
        assert!(map.contains(">Voreppe</text>") && !map.contains(">Rives</text>"));
    }

    #[test]
    fn names_are_escaped_and_nothing_is_styled_inline() {
        let drawn = contoured(&WORDS, &[(place("<b>", Some(1.0)), bumpy(0, 0, 4))]);
        assert!(!drawn.contains("<b>") && !drawn.contains("style="));
    }

    #[test]
    fn no_contour_draws_nothing() {
        assert_eq!(contoured(&WORDS, &[]), "");
    }

    #[test]
    fn steps_are_short_and_lead_back() {
        assert_eq!(path(&[vec![(0, 0), (10, 0), (10, 5), (-3, -2)]]), "M0 0l10 0 0 5-13-7z");
    }

    proptest! {
        #[test]
        fn words_never_leave_their_commune(letters in 1_usize..12, points in 3_i32..60, column in 0_i32..6) {
            let shape = bumpy(column, 1, points);
            let grid = Grid::of_side(std::slice::from_ref(&shape), 700.0).expect("a grid");
            let lines = grid.lines(&[shape]);
            let word = "x".repeat(letters);
            if let Some((x, y)) = room(&lines[0], &[&word]) {
                let half = letters as f64 * LETTER / 2.0;
                let inside = |x: f64| spans(&lines[0], y).iter().any(|(left, right)| *left <= x && x <= *right);
                prop_assert!(inside(x - half) && inside(x + half));
            }
        }
    }
}
