//! What a map shows: a window on the Earth in the projection that base maps share (Web Mercator, EPSG:3857).
//!
//! Places are whole steps from the north-west corner of the world, so that a database groups them by cells with a
//! division. A window has a centre and a zoom, as base maps count them.

use std::fmt::Write as _;

use arpent_documents::contours::Place;
use arpent_documents::shapes::simplified;

/// Width of a map, in pixels.
pub const WIDTH: i64 = 960;
/// Its height.
pub const HEIGHT: i64 = 600;
/// Side of a tile of a base map, in pixels.
pub const TILE: i64 = 256;
/// Side of the cells in which points are counted together, in pixels: two signs do not touch.
pub const CELL: i64 = 60;
/// Left around what a window is fitted to, in pixels.
const MARGIN: i64 = 40;
/// Steps across the world are two to this power: fifteen centimetres each at the equator.
const DEPTH: u8 = 28;
/// Pixels across the world at zoom 0 are two to this power.
const TILE_DEPTH: u8 = 8;
/// Widest window: a continent.
const WIDEST: u8 = 3;
/// Closest window: a garden.
pub const CLOSEST: u8 = 19;
/// The projection ends there, north and south.
const EDGE: f64 = 85.051_128;

/// A window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Its centre, in steps from the west.
    pub x: i64,
    /// In steps from the north.
    pub y: i64,
    /// How close, as base maps count.
    pub zoom: u8,
}

/// A tile of a base map in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Its column.
    pub x: i64,
    /// Its row.
    pub y: i64,
    /// Where it is drawn, in pixels.
    pub left: i64,
    /// From the top.
    pub top: i64,
    /// How large it is drawn, in pixels.
    pub side: i64,
}

/// Where a place is, in steps from the west and from the north.
#[expect(clippy::cast_possible_truncation, reason = "the world is 2^28 steps wide")]
pub fn steps(place: Place) -> (i64, i64) {
    let world = f64::from(1_u32 << DEPTH);
    let latitude = place.latitude.clamp(-EDGE, EDGE).to_radians();
    let across = (place.longitude + 180.0) / 360.0;
    let down = 0.5 - latitude.sin().atanh() / std::f64::consts::TAU;
    ((across * world).round() as i64, (down * world).round() as i64)
}

/// The place of a step.
pub fn place(x: i64, y: i64) -> Place {
    let world = f64::from(1_u32 << DEPTH);
    let latitude = ((0.5 - y as f64 / world) * std::f64::consts::TAU).tanh().asin();
    Place { latitude: latitude.to_degrees(), longitude: x as f64 / world * 360.0 - 180.0 }
}

/// The box of steps around bounds given as west, south, east and north: west, north, east and south.
pub fn around([west, south, east, north]: [f64; 4]) -> [i64; 4] {
    let (left, top) = steps(Place { latitude: north, longitude: west });
    let (right, bottom) = steps(Place { latitude: south, longitude: east });
    [left, top, right, bottom]
}

/// The box around two boxes.
pub fn both(one: [i64; 4], other: [i64; 4]) -> [i64; 4] {
    [one[0].min(other[0]), one[1].min(other[1]), one[2].max(other[2]), one[3].max(other[3])]
}

impl View {
    /// Reads `48.58,7.75,14`: latitude, longitude, zoom.
    pub fn parse(typed: &str) -> Option<Self> {
        let parts: Vec<&str> = typed.split(',').collect();
        let [latitude, longitude, zoom] = parts[..] else { return None };
        let (latitude, longitude): (f64, f64) = (latitude.parse().ok()?, longitude.parse().ok()?);
        let sound = latitude.abs() <= EDGE && longitude.abs() <= 180.0;
        let (x, y) = sound.then(|| steps(Place { latitude, longitude }))?;
        Some(Self { x, y, zoom: zoom.parse::<u8>().ok()?.clamp(WIDEST, CLOSEST) })
    }

    /// As it is written in an address.
    pub fn address(&self) -> String {
        let at = place(self.x, self.y);
        format!("{:.5},{:.5},{}", at.latitude, at.longitude, self.zoom)
    }

    /// The closest window in which a box of steps is seen whole.
    pub fn fit([west, north, east, south]: [i64; 4]) -> Self {
        let (x, y) = (i64::midpoint(west, east), i64::midpoint(north, south));
        let whole = |zoom: &u8| {
            let step = Self { x, y, zoom: *zoom }.step();
            (east - west) / step <= WIDTH - 2 * MARGIN && (south - north) / step <= HEIGHT - 2 * MARGIN
        };
        // One garden alone is shown with its street.
        let zoom = (WIDEST..CLOSEST - 1).rev().find(whole).unwrap_or(WIDEST);
        Self { x, y, zoom }
    }

    /// Steps of a pixel.
    pub const fn step(&self) -> i64 {
        1 << (DEPTH - TILE_DEPTH - self.zoom)
    }

    /// Steps of a side of the cells in which points are counted together.
    pub const fn cell(&self) -> i64 {
        CELL * self.step()
    }

    /// West, north, east and south, in steps.
    pub const fn bounds(&self) -> [i64; 4] {
        let (across, down) = (WIDTH / 2 * self.step(), HEIGHT / 2 * self.step());
        [self.x - across, self.y - down, self.x + across, self.y + down]
    }

    /// The window moved by shares of itself, to the east and to the south.
    #[must_use]
    pub const fn moved(&self, east: i64, south: i64) -> Self {
        let half = HEIGHT / 2 * self.step();
        Self { x: self.x + east * half, y: self.y + south * half, zoom: self.zoom }
    }

    /// Closer, or further; `None` when it is as close or as far as it can be.
    pub fn zoomed(&self, by: i8) -> Option<Self> {
        let zoom = self.zoom.checked_add_signed(by).filter(|zoom| (WIDEST..=CLOSEST).contains(zoom))?;
        Some(Self { zoom, ..*self })
    }

    /// Where a step is drawn, in pixels.
    pub fn pixel(&self, x: i64, y: i64) -> (i64, i64) {
        let [west, north, ..] = self.bounds();
        ((x - west) / self.step(), (y - north) / self.step())
    }

    /// Whether any of a box of steps is in the window.
    pub fn sees(&self, [west, north, east, south]: [i64; 4]) -> bool {
        let seen = self.bounds();
        east >= seen[0] && south >= seen[1] && west <= seen[2] && north <= seen[3]
    }

    /// Lines of `[longitude, latitude]` as a path of the drawing, points nearer than `tolerance` pixels left out.
    pub fn path(&self, lines: &[Vec<[f64; 2]>], closed: bool, tolerance: f64) -> String {
        let mut path = String::new();
        for line in lines {
            let drawn: Vec<[f64; 2]> = line.iter().map(|at| self.drawn(*at)).collect();
            let mut last = None;
            for [x, y] in simplified(&drawn, tolerance) {
                let at = (x.round(), y.round());
                if last == Some(at) {
                    continue;
                }
                // Writing to a string cannot fail.
                let _ = write!(path, "{}{} {}", if last.is_none() { 'M' } else { 'L' }, at.0, at.1);
                last = Some(at);
            }
            if closed && last.is_some() {
                path.push('z');
            }
        }
        path
    }

    fn drawn(&self, [longitude, latitude]: [f64; 2]) -> [f64; 2] {
        let (x, y) = steps(Place { latitude, longitude });
        let [west, north, ..] = self.bounds();
        [(x - west) as f64 / self.step() as f64, (y - north) as f64 / self.step() as f64]
    }

    /// The tiles of a base map that cover the window, and their zoom: that of the window, or the base map's closest, drawn
    /// larger.
    pub fn tiles(&self, closest: u8) -> (u8, Vec<Tile>) {
        let zoom = self.zoom.min(closest);
        let side = TILE * Self { zoom, ..*self }.step();
        let [west, north, east, south] = self.bounds();
        let most = 1_i64 << zoom;
        let rows = north.div_euclid(side)..=south.div_euclid(side);
        let tile = |x: i64, y: i64| Tile {
            x: x.rem_euclid(most),
            y,
            left: (x * side - west).div_euclid(self.step()),
            top: (y * side - north).div_euclid(self.step()),
            side: side / self.step(),
        };
        let row = |y: i64| (west.div_euclid(side)..=east.div_euclid(side)).map(move |x| tile(x, y));
        (zoom, rows.filter(|y| (0..most).contains(y)).flat_map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRASBOURG: Place = Place { latitude: 48.583, longitude: 7.75 };

    #[test]
    fn a_place_comes_back_to_the_decimetre() {
        let (x, y) = steps(STRASBOURG);
        let back = place(x, y);
        assert!((back.latitude - 48.583).abs() < 2e-6 && (back.longitude - 7.75).abs() < 2e-6);
    }

    #[test]
    fn the_tile_of_a_place_is_the_one_base_maps_give() {
        // The formula of the tile servers, at zoom 14.
        let most = f64::from(1 << 14);
        let x = ((7.75 + 180.0) / 360.0 * most).floor();
        let latitude = 48.583_f64.to_radians();
        let y = ((1.0 - (latitude.tan() + 1.0 / latitude.cos()).ln() / std::f64::consts::PI) / 2.0 * most).floor();
        let (west, north) = steps(STRASBOURG);
        let (_, tiles) = View { x: west, y: north, zoom: 14 }.tiles(CLOSEST);
        let middle = tiles.iter().find(|tile| {
            (tile.left..tile.left + TILE).contains(&(WIDTH / 2)) && (tile.top..tile.top + TILE).contains(&(HEIGHT / 2))
        });
        assert_eq!(middle.map(|tile| (tile.x as f64, tile.y as f64)), Some((x, y)));
        assert!(tiles.len() <= 20, "{} tiles", tiles.len());
        let (zoom, larger) = View { x: west, y: north, zoom: 16 }.tiles(14);
        assert_eq!((zoom, larger.iter().map(|tile| tile.side).max()), (14, Some(4 * TILE)));
        assert!(larger.iter().any(|tile| (tile.x as f64, tile.y as f64) == (x, y)));
    }

    #[test]
    fn a_window_is_fitted_and_written_in_its_address() {
        let box_of = around([7.70, 48.57, 7.735, 48.58]);
        let view = View::fit(box_of);
        let (left, top) = view.pixel(box_of[0], box_of[1]);
        let (right, bottom) = view.pixel(box_of[2], box_of[3]);
        assert!(left >= MARGIN && top >= MARGIN && right <= WIDTH - MARGIN && bottom <= HEIGHT - MARGIN);
        assert!(right - left > WIDTH / 3, "no closer window would do");
        let again = View::parse(&view.address()).expect("a window");
        assert_eq!((again.zoom, (again.x - view.x).abs() < 100), (view.zoom, true));
        assert_eq!(View::parse("48.58,7.75"), None);
        assert_eq!(View::parse("148.58,7.75,3"), None);
        assert_eq!(View::parse("48.58,7.75,99").map(|view| view.zoom), Some(CLOSEST));
    }

    #[test]
    fn a_path_leaves_out_what_no_pixel_shows() {
        let view = View::fit(around([7.70, 48.57, 7.72, 48.58]));
        let line: Vec<[f64; 2]> = (0..1_000).map(|n| [7.70 + f64::from(n) * 2e-5, 48.575]).collect();
        assert_eq!(view.path(&[line], false, 0.7).matches('L').count(), 1);
        assert_eq!(view.path(&[vec![]], true, 0.7), "");
    }
}
