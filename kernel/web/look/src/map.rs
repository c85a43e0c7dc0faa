//! Communes on a map, each leading to its page: as they are where their contours were imported ([`contoured`]), else
//! one tile each, the biggest in the middle ([`schematic`]). A schematic map shows who is there and how much, not where:
//! the page says so.

mod contoured;
mod outline;

use askama::Template;

pub use contoured::contoured;
pub use outline::{Ring, Shape, lighter};

/// A commune on the map.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its code (INSEE), the tile's identity.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its population: the biggest commune takes the middle of a schematic map.
    pub weight: f64,
    /// What chooses its tone.
    pub shade: Shade,
    /// The value in words, with its unit: "41 contributions".
    pub label: String,
    /// The commune's page.
    pub href: Option<String>,
}

/// How a commune is filled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shade {
    /// Nothing is known of it.
    Blank,
    /// Something is known that may not be shown: hatched.
    Hidden,
    /// A number: about a third of the communes in each tone.
    Value(f64),
    /// Under what the page compares with.
    Below,
    /// Not told apart from it.
    Even,
    /// Above it.
    Above,
}

/// What the map says besides its tiles.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    /// What it shows.
    pub title: &'a str,
    /// A sentence with the main values, for those who do not see it.
    pub sentence: &'a str,
    /// What tones mean, what is hidden, and where the contours come from or that places are schematic.
    pub note: &'a str,
}

/// Tone of what may not be shown.
const HATCHED: &str = "vh";
const RADIUS: f64 = 58.0;
/// Space left around a tile.
const GAP: f64 = 2.0;
/// Width shown for a width drawn: letters of 13 units are then as big as the page's small text.
const SCALE: f64 = 1.2;
const HALF_ROOT_OF_3: f64 = 0.866_025_403_784_438_6;
/// Letters of a line of a name, so that it stays inside its tile.
const LINE: usize = 12;
const LINE_HEIGHT: f64 = 15.0;

#[derive(Template)]
#[template(path = "map.html")]
struct Drawing<'a> {
    words: &'a Words<'a>,
    view: String,
    width: f64,
    hatched: bool,
    tiles: Vec<Tile<'a>>,
}

struct Tile<'a> {
    place: &'a Place,
    points: String,
    tone: &'static str,
    x: f64,
    y: f64,
    lines: Vec<(f64, String)>,
    label_y: f64,
}

/// Draws the map as HTML, tiles leading to the communes' pages.
pub fn schematic(words: &Words, places: &[Place]) -> String {
    let mut sorted: Vec<&Place> = places.iter().collect();
    sorted.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.code.cmp(&b.code)));
    let bounds = tones(places.iter());
    let tiles: Vec<Tile> = sorted.iter().zip(spiral()).map(|(place, cell)| tile(place, cell, bounds)).collect();
    let (view, width) = view(&tiles);
    Drawing { words, width: (width * SCALE).round(), view, hatched: hatched(places.iter()), tiles }.to_string()
}

fn hatched<'a>(mut places: impl Iterator<Item = &'a Place>) -> bool {
    places.any(|place| place.shade == Shade::Hidden)
}

fn tile(place: &Place, (x, y): (f64, f64), bounds: [f64; 2]) -> Tile<'_> {
    let lines = wrapped(&place.name);
    let top = y - LINE_HEIGHT * lines.len() as f64 / 2.0 + 4.0;
    let placed = lines.into_iter().enumerate().map(|(index, line)| (top + LINE_HEIGHT * index as f64, line));
    let lines: Vec<(f64, String)> = placed.collect();
    let label_y = top + LINE_HEIGHT * lines.len() as f64 + 2.0;
    Tile { place, points: hexagon(x, y), tone: tone(place, bounds), x, y, lines, label_y }
}

/// The tone of a place: none when nothing is known, 1 to 3 from the fewest to the most.
fn tone(place: &Place, bounds: [f64; 2]) -> &'static str {
    match place.shade {
        Shade::Blank => "v0",
        Shade::Hidden => HATCHED,
        Shade::Below => "below",
        Shade::Even => "v1",
        Shade::Above => "v3",
        Shade::Value(value) => ["v1", "v2", "v3"][bounds.iter().filter(|bound| value > **bound).count()],
    }
}

/// Two bounds that put about a third of the communes in each tone.
fn tones<'a>(places: impl Iterator<Item = &'a Place>) -> [f64; 2] {
    let value = |place: &'a Place| match place.shade {
        Shade::Value(value) => Some(value),
        _ => None,
    };
    let mut values: Vec<f64> = places.filter_map(value).collect();
    values.sort_by(f64::total_cmp);
    let at = |share: usize| values.get((values.len() * share / 3).saturating_sub(1)).copied().unwrap_or(f64::MAX);
    [at(1), at(2)]
}

fn hexagon(x: f64, y: f64) -> String {
    let radius = RADIUS - GAP;
    let (half, across) = (radius / 2.0, radius * HALF_ROOT_OF_3);
    let corners = [(0.0, -radius), (across, -half), (across, half), (0.0, radius), (-across, half), (-across, -half)];
    let written: Vec<String> = corners.iter().map(|(dx, dy)| format!("{:.1},{:.1}", x + dx, y + dy)).collect();
    written.join(" ")
}

/// Centres of hexagons in rings around the first, wider than high as a page is.
fn spiral() -> impl Iterator<Item = (f64, f64)> {
    const WAYS: [(i32, i32); 6] = [(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)];
    let ring = |size: i32| {
        let side = move |(way, (dq, dr)): (usize, (i32, i32))| {
            let (start_q, start_r) = (WAYS[(way + 4) % 6].0 * size, WAYS[(way + 4) % 6].1 * size);
            (0..size).map(move |step| (start_q + dq * step, start_r + dr * step))
        };
        WAYS.into_iter().enumerate().flat_map(side)
    };
    std::iter::once((0, 0)).chain((1..).flat_map(ring)).map(|(q, r)| {
        let (q, r) = (f64::from(q), f64::from(r));
        (RADIUS * 2.0 * HALF_ROOT_OF_3 * (q + r / 2.0), RADIUS * 1.5 * r)
    })
}

/// The box around the tiles, and its width.
fn view(tiles: &[Tile]) -> (String, f64) {
    let range = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((0.0_f64, 0.0_f64), |(least, most), value| (least.min(value), most.max(value)))
    };
    let (left, right) = range(&mut tiles.iter().map(|tile| tile.x));
    let (top, bottom) = range(&mut tiles.iter().map(|tile| tile.y));
    let (width, height) = (right - left + 2.0 * RADIUS, bottom - top + 2.0 * RADIUS);
    (format!("{:.0} {:.0} {width:.0} {height:.0}", left - RADIUS, top - RADIUS), width)
}

/// A name in lines, cut after hyphens and at spaces; a French name tells where it may be cut.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for piece in name.split_inclusive(['-', ' ', '\'']) {
        let last = lines.len() - 1;
        let room = lines[last].chars().count() + piece.trim_end().chars().count() <= LINE;
        if room || lines[last].is_empty() {
            lines[last].push_str(piece);
        } else {
            lines.push(piece.to_owned());
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, weight: f64, value: Option<f64>) -> Place {
        let label = value.map_or_else(|| "moins de 5".to_owned(), |value| format!("{value} contributions"));
        let (name, shade) = (name.to_owned(), value.map_or(Shade::Hidden, Shade::Value));
        Place { code: name.clone(), href: Some(format!("/{name}")), name, weight, shade, label }
    }

    const WORDS: Words = Words { title: "Contributions", sentence: "Deux communes.", note: "Places schématiques." };

    #[test]
    fn tiles_never_meet() {
        let cells: Vec<(f64, f64)> = spiral().take(127).collect();
        for (index, (x, y)) in cells.iter().enumerate() {
            let near = cells[..index].iter().any(|(a, b)| (a - x).hypot(b - y) < RADIUS * 1.7);
            assert!(!near, "tile {index} covers another");
        }
    }

    #[test]
    fn the_biggest_commune_takes_the_middle() {
        let places = [place("Petite", 100.0, Some(2.0)), place("Grande", 9_000.0, Some(41.0))];
        let drawn = schematic(&WORDS, &places);
        assert!(drawn.find("Grande") < drawn.find("Petite"));
    }

    #[test]
    fn what_may_not_be_shown_has_a_tone_of_its_own() {
        let drawn = schematic(&WORDS, &[place("Petite", 100.0, None)]);
        assert!(drawn.contains("tile vh\" fill=\"url(#hatch)\"") && drawn.contains("moins de 5"));
    }

    #[test]
    fn steps_are_those_of_the_page_whatever_the_others_are() {
        let mut same = [place("Une", 1.0, None), place("Autre", 2.0, None)];
        for place in &mut same {
            place.shade = Shade::Even;
        }
        let drawn = schematic(&WORDS, &same);
        assert_eq!(drawn.matches("tile v1").count(), 2);
        assert!(!drawn.contains("<pattern"), "no hatching where nothing is hidden");
    }

    #[test]
    fn long_names_are_cut_at_their_hyphens() {
        assert_eq!(wrapped("Saint-Étienne-de-Crossey"), ["Saint-", "Étienne-de-", "Crossey"]);
        assert_eq!(wrapped("Voiron"), ["Voiron"]);
    }

    #[test]
    fn names_are_escaped() {
        assert!(!schematic(&WORDS, &[place("<b>", 1.0, None)]).contains("<b>"));
    }
}
