//! Lines of neighbours made lighter together: a border that two communes share stays one line, whatever is taken out.
//!
//! Points are put on a grid; lines are cut where three of them meet; each piece is simplified once, always in the same
//! direction (Visvalingam and Whyatt 1993, doi:10.1179/000870493786962263).

use std::collections::HashMap;

use geo::{LineString, SimplifyVw as _};

/// A closed line of `[longitude, latitude]` in degrees, WGS84, its first point also its last.
pub type Ring = Vec<[f64; 2]>;
/// Closed lines: what surrounds a place, its holes, its other parts. Inside is what an odd number of them surround.
pub type Shape = Vec<Ring>;

/// A point of the grid: to the right, then down.
pub(super) type Cell = (i32, i32);
/// A line of the grid; its first point is not repeated.
pub(super) type Line = Vec<Cell>;

/// Metres of a degree of latitude, near enough to draw.
const DEGREE: f64 = 111_320.0;
/// Cells of the smallest bump kept in a lighter contour.
const LEAST_BUMP: f64 = 12.0;
/// Two more cells on each side make a place that would vanish a lozenge one can see.
const DOT: [Cell; 4] = [(0, -2), (2, 0), (0, 2), (-2, 0)];

/// Where cells are on the Earth.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    west: f64,
    north: f64,
    /// Cells of a degree, across and down.
    scale: [f64; 2],
    /// Cells in all, across and down.
    pub(super) size: [f64; 2],
}

impl Grid {
    /// Cells of so many metres; `None` when there is nothing to put on them.
    fn of_metres(shapes: &[Shape], metres: f64) -> Option<Self> {
        let ([west, south, east, north], across) = extent(shapes)?;
        let scale = [DEGREE * across / metres, DEGREE / metres];
        Some(Self { west, north, scale, size: [(east - west) * scale[0], (north - south) * scale[1]] })
    }

    /// As many cells as fit in a square of this side.
    pub(super) fn of_side(shapes: &[Shape], side: f64) -> Option<Self> {
        let metre = Self::of_metres(shapes, 1.0)?;
        let longest = metre.size[0].max(metre.size[1]).max(1.0);
        Self::of_metres(shapes, longest / side)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a grid has a few million cells at most")]
    fn cell(&self, [longitude, latitude]: [f64; 2]) -> Cell {
        let across = (longitude - self.west) * self.scale[0];
        let down = (self.north - latitude) * self.scale[1];
        (across.round() as i32, down.round() as i32)
    }

    fn place(&self, (across, down): Cell) -> [f64; 2] {
        let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
        [round(self.west + f64::from(across) / self.scale[0]), round(self.north - f64::from(down) / self.scale[1])]
    }

    /// A closed line on the grid, points of the same cell made one.
    fn line(&self, ring: &Ring) -> Line {
        without_repeats(ring.iter().map(|at| self.cell(*at)))
    }

    /// Shapes on the grid.
    pub(super) fn lines(&self, shapes: &[Shape]) -> Vec<Vec<Line>> {
        shapes.iter().map(|shape| shape.iter().map(|ring| self.line(ring)).collect()).collect()
    }
}

/// Points that are the same made one, and ways that only go and come back left out.
fn without_repeats(cells: impl Iterator<Item = Cell>) -> Line {
    let mut line = Line::new();
    for cell in cells {
        if line.len() > 1 && line[line.len() - 2] == cell {
            line.pop();
        } else if line.last() != Some(&cell) {
            line.push(cell);
        }
    }
    while line.len() > 1 && line.first() == line.last() {
        line.pop();
    }
    line
}

/// The same lines on a grid so many times coarser: neighbours move together.
pub(super) fn coarser(shapes: &[Vec<Line>], step: i32) -> Vec<Vec<Line>> {
    let snap = |number: i32| (number + step / 2).div_euclid(step) * step;
    let line = |line: &Line| without_repeats(line.iter().map(|(x, y)| (snap(*x), snap(*y))));
    shapes.iter().map(|lines| lines.iter().map(line).collect()).collect()
}

/// West, south, east and north, and how much shorter a degree of longitude is there than one of latitude.
fn extent(shapes: &[Shape]) -> Option<([f64; 4], f64)> {
    let mut points = shapes.iter().flatten().flatten();
    let first = points.next()?;
    let start = [first[0], first[1], first[0], first[1]];
    let wider = |b: [f64; 4], p: &[f64; 2]| [b[0].min(p[0]), b[1].min(p[1]), b[2].max(p[0]), b[3].max(p[1])];
    let bounds = points.fold(start, wider);
    Some((bounds, f64::midpoint(bounds[1], bounds[3]).to_radians().cos()))
}

/// The same shapes with fewer points: on a grid of so many metres, small bumps flattened, shared borders kept shared.
///
/// What a map is drawn from, so that a page does not read the State's files whole.
pub fn lighter(shapes: &[Shape], metres: f64) -> Vec<Shape> {
    let Some(grid) = Grid::of_metres(shapes, metres) else { return shapes.to_vec() };
    let back = |line: &Line| -> Ring { line.iter().chain(line.first()).map(|cell| grid.place(*cell)).collect() };
    simplified(&grid.lines(shapes), LEAST_BUMP).iter().map(|lines| lines.iter().map(back).collect()).collect()
}

/// Takes out bumps smaller than so many cells, in every line at once. No shape vanishes.
pub(super) fn simplified(shapes: &[Vec<Line>], least: f64) -> Vec<Vec<Line>> {
    let knots = knots(shapes);
    let shape = |lines: &Vec<Line>| {
        let kept: Vec<Line> =
            lines.iter().map(|line| lighter_line(line, &knots, least)).filter(|line| line.len() > 2).collect();
        if kept.is_empty() { vec![ends(lines)] } else { kept }
    };
    shapes.iter().map(shape).collect()
}

/// What is left of a shape that would vanish: the four ends of its longest line, or a lozenge where even they are one.
fn ends(lines: &[Line]) -> Line {
    let longest = lines.iter().max_by_key(|line| line.len()).map_or(&[][..], Vec::as_slice);
    let most = |away: fn(&Cell) -> i32| longest.iter().max_by_key(|cell| away(cell)).copied();
    let mut ends: Line = [most(|c| -c.1), most(|c| c.0), most(|c| c.1), most(|c| -c.0)].into_iter().flatten().collect();
    ends.dedup();
    if ends.len() > 2 && ends.first() != ends.last() {
        return ends;
    }
    let (x, y) = ends.first().copied().unwrap_or_default();
    DOT.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()
}

/// The neighbours of a point along every line it is on; a third one makes it a knot.
#[derive(Debug, Default)]
struct Around {
    seen: [Option<Cell>; 2],
    knot: bool,
}

impl Around {
    fn see(&mut self, neighbour: Cell) {
        match self.seen {
            [Some(one), _] if one == neighbour => {}
            [_, Some(other)] if other == neighbour => {}
            [None, _] => self.seen[0] = Some(neighbour),
            [_, None] => self.seen[1] = Some(neighbour),
            _ => self.knot = true,
        }
    }
}

fn knots(shapes: &[Vec<Line>]) -> HashMap<Cell, Around> {
    let mut around: HashMap<Cell, Around> = HashMap::new();
    for line in shapes.iter().flatten() {
        for (index, cell) in line.iter().enumerate() {
            let entry = around.entry(*cell).or_default();
            entry.see(line[(index + line.len() - 1) % line.len()]);
            entry.see(line[(index + 1) % line.len()]);
        }
    }
    around
}

fn lighter_line(line: &Line, knots: &HashMap<Cell, Around>, least: f64) -> Line {
    let is_knot = |cell: &Cell| knots.get(cell).is_some_and(|around| around.knot);
    // A line that meets no other begins at the same point as the hole it fills.
    let lowest = || line.iter().enumerate().min_by_key(|(_, cell)| **cell).map_or(0, |(index, _)| index);
    let start = line.iter().position(is_knot).unwrap_or_else(lowest);
    let mut turned: Line = line[start..].iter().chain(&line[..start]).copied().collect();
    turned.extend(turned.first().copied());
    let mut kept: Line = Vec::new();
    let mut from = 0;
    for to in 1..turned.len() {
        if to + 1 == turned.len() || is_knot(&turned[to]) {
            kept.extend(piece(&turned[from..=to], least).iter().skip(1));
            from = to;
        }
    }
    kept
}

/// Simplifies a piece, whichever way it was walked.
fn piece(cells: &[Cell], least: f64) -> Line {
    let back: Line = cells.iter().rev().copied().collect();
    if back.as_slice() < cells {
        let mut kept = flattened(&back, least);
        kept.reverse();
        return kept;
    }
    flattened(cells, least)
}

#[expect(clippy::cast_possible_truncation, reason = "the numbers were whole and small before")]
fn flattened(cells: &[Cell], least: f64) -> Line {
    let line: LineString = cells.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect();
    line.simplify_vw(least).coords().map(|at| (at.x as i32, at.y as i32)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two communes on either side of a winding river, and an enclave in the second one.
    fn valley(bends: &[f64]) -> Vec<Shape> {
        let step = 0.1 / bends.len() as f64;
        let river: Ring =
            bends.iter().enumerate().map(|(rank, bend)| [5.5 + bend * 0.01, 45.3 + rank as f64 * step]).collect();
        let [low, high] = [river[0][1], river[river.len() - 1][1]];
        let mut west = vec![[5.4, high], [5.4, low]];
        west.extend(&river);
        west.push([5.4, high]);
        let enclave: Ring = (0..40)
            .map(|turn| (f64::from(turn) / 39.0 * std::f64::consts::TAU).sin_cos())
            .map(|(sin, cos)| [5.6 + cos * 0.02, 45.35 + sin * 0.02])
            .collect();
        let mut east: Ring = river.iter().rev().copied().collect();
        east.extend([[5.7, low], [5.7, high], river[river.len() - 1]]);
        let hole: Ring = enclave.iter().rev().copied().collect();
        vec![vec![west], vec![east, hole], vec![enclave]]
    }

    /// Sides of lines, whichever way they are walked.
    fn sides(ring: &Ring) -> Vec<[[i64; 2]; 2]> {
        #[expect(clippy::cast_possible_truncation, reason = "degrees to five decimals")]
        let whole = |at: &[f64; 2]| at.map(|degrees| (degrees * 1e5).round() as i64);
        ring.windows(2)
            .map(|side| {
                let mut ends = [whole(&side[0]), whole(&side[1])];
                ends.sort_unstable();
                ends
            })
            .collect()
    }

    proptest! {
        #[test]
        fn a_shared_border_stays_shared(bends in prop::collection::vec(-1.0..1.0_f64, 4..200), metres in 5.0..400.0_f64) {
            let light = lighter(&valley(&bends), metres);
            let west = sides(&light[0][0]);
            let east: Vec<_> = light[1].iter().flat_map(sides).collect();
            // Of the western commune, only its three straight sides are not the other's.
            let alone = west.iter().filter(|side| !east.contains(side)).count();
            prop_assert!(alone <= 3, "{alone} sides of the west are not the east's");
            let enclave = sides(&light[2][0]);
            prop_assert!(enclave.iter().all(|side| east.contains(side)), "the enclave fills its hole");
        }
    }

    #[test]
    fn bumps_go_and_corners_stay() {
        let comb: Ring =
            (0..=1_000).map(|step| [5.4 + f64::from(step) * 1e-4, 45.3 + f64::from(step % 2) * 1e-6]).collect();
        let square: Ring = [comb, vec![[5.5, 45.4], [5.4, 45.4], [5.4, 45.3]]].concat();
        let light = lighter(&[vec![square]], 10.0);
        assert_eq!(light[0][0].len(), 5, "{:?}", light[0][0]);
    }

    #[test]
    fn a_place_smaller_than_a_cell_is_still_there() {
        let tiny = vec![vec![[5.0, 45.0], [5.0, 45.000_001], [5.000_001, 45.0], [5.0, 45.0]]];
        let wide = vec![vec![[5.0, 45.0], [6.0, 45.0], [6.0, 46.0], [5.0, 46.0], [5.0, 45.0]]];
        assert!(lighter(&[tiny, wide], 500.0).iter().all(|shape| shape[0].len() > 3));
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(lighter(&[], 10.0).is_empty());
        assert_eq!(lighter(&[vec![]], 10.0), vec![Shape::new()]);
    }
}
