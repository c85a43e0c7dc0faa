//! The land as identity: contour lines and a path through the communes, drawn from their names and sizes.
//!
//! The same list of communes always gives the same drawing; no chance is involved. It decorates: pages show it with an
//! empty alternative.

use std::fmt::Write as _;

use contour::ContourBuilder;

use crate::palette::Rgb;

/// A commune of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground<'a> {
    /// Its name, from which its place and shape come.
    pub name: &'a str,
    /// Its population or area: bigger ones raise wider hills.
    pub weight: f64,
}

const WIDTH: f64 = 1440.0;
const HEIGHT: f64 = 160.0;
/// Drawn around the visible part, so that the closing of a line is never seen.
const MARGIN: f64 = 96.0;
const STEP: f64 = 16.0;
/// Points of the grid, margins included.
const COLUMNS: usize = 103;
const ROWS: usize = 23;
const LEVELS: [f64; 11] = [0.16, 0.26, 0.36, 0.48, 0.6, 0.74, 0.9, 1.08, 1.28, 1.5, 1.75];
/// More hills than this and the drawing is noise.
const MOST: usize = 24;

/// A hill under a commune.
struct Hill {
    x: f64,
    y: f64,
    high: f64,
    wide: f64,
    deep: f64,
    lean: f64,
}

/// Draws the band of an authority's communes in one colour, readable on light and dark pages alike.
pub fn band(communes: &[Ground], colour: Rgb) -> String {
    let hills = hills(communes);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" preserveAspectRatio=\"xMidYMid slice\" \
         fill=\"none\" stroke=\"{colour}\" stroke-linecap=\"round\">"
    );
    for (index, level) in lines(&hills).iter().enumerate() {
        let (width, opacity) = if index % 4 == 2 { (1.6, 0.7) } else { (1.0, 0.45) };
        let _ = write!(svg, "<path stroke-width=\"{width}\" stroke-opacity=\"{opacity}\" d=\"{level}\"/>");
    }
    let _ = write!(svg, "<path stroke-width=\"2\" stroke-dasharray=\"1 7\" d=\"{}\"/>", path(&hills));
    for hill in &hills {
        let _ = write!(svg, "<circle cx=\"{:.0}\" cy=\"{:.0}\" r=\"3\" fill=\"{colour}\"/>", hill.x, hill.y);
    }
    svg.push_str("</svg>\n");
    svg
}

fn hills(communes: &[Ground]) -> Vec<Hill> {
    let mut biggest: Vec<&Ground> = communes.iter().collect();
    biggest.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.name.cmp(b.name)));
    biggest.truncate(MOST);
    let most = biggest.first().map_or(1.0, |ground| ground.weight.max(1.0));
    // Places follow the order of the hashes, one per equal share of the width, so that no hill hides another.
    let mut order: Vec<(u64, &Ground)> = biggest.iter().map(|ground| (hash(ground.name), *ground)).collect();
    order.sort_by_key(|(hash, _)| *hash);
    let share = WIDTH / order.len().max(1) as f64;
    let place = |(index, (hash, ground)): (usize, &(u64, &Ground))| {
        hill(index as f64 * share, share, *hash, ground.weight / most)
    };
    order.iter().enumerate().map(place).collect()
}

fn hill(left: f64, share: f64, hash: u64, size: f64) -> Hill {
    let size = size.clamp(0.0, 1.0).sqrt();
    Hill {
        x: left + share * (0.2 + 0.6 * part(hash, 0)),
        y: 22.0 + (HEIGHT - 44.0) * part(hash, 1),
        high: 0.55 + 1.15 * size,
        wide: (46.0 + 90.0 * size) * (0.8 + 0.5 * part(hash, 2)),
        deep: (26.0 + 44.0 * size) * (0.8 + 0.5 * part(hash, 3)),
        lean: (part(hash, 4) - 0.5) * 1.1,
    }
}

/// One path per level, smoothed.
fn lines(hills: &[Hill]) -> Vec<String> {
    let along = |count: usize| count as f64 * STEP - MARGIN;
    let at = |index: usize| height(hills, along(index % COLUMNS), along(index / COLUMNS));
    let values: Vec<f64> = (0..COLUMNS * ROWS).map(at).collect();
    let builder =
        ContourBuilder::new(COLUMNS, ROWS, true).x_origin(-MARGIN).y_origin(-MARGIN).x_step(STEP).y_step(STEP);
    let levels = builder.lines(&values, &LEVELS).unwrap_or_default();
    levels.iter().map(|level| level.geometry().iter().map(|line| smooth(&line.0)).collect()).collect()
}

/// Height of the land at a point: the hills of the communes on a slow swell.
fn height(hills: &[Hill], x: f64, y: f64) -> f64 {
    let swell = 0.14 * ((x / 170.0).sin() * (y / 90.0 + x / 410.0).cos()) + 0.12 * (x / 260.0 + y / 120.0).sin();
    let rise = |hill: &Hill| {
        let (across, down) = (x - hill.x, y - hill.y);
        let across = across + hill.lean * down;
        hill.high * (-(across / hill.wide).powi(2) - (down / hill.deep).powi(2)).exp()
    };
    0.22 + swell + hills.iter().map(rise).sum::<f64>()
}

/// A line through the middles of its segments, the points being the handles of the curves.
fn smooth(points: &[impl Into<(f64, f64)> + Copy]) -> String {
    let mut points: Vec<(f64, f64)> = points.iter().map(|point| (*point).into()).collect();
    // A closed line goes on to its second point, or a gap would show where it meets itself.
    if points.len() > 2 && points.first() == points.last() {
        points.push(points[1]);
    }
    let visible = |&(x, y): &(f64, f64)| (-STEP..=WIDTH + STEP).contains(&x) && (-STEP..=HEIGHT + STEP).contains(&y);
    let mut path = String::new();
    let mut drawing = false;
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if !visible(&from) && !visible(&to) {
            drawing = false;
            continue;
        }
        let (x, y) = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        if drawing {
            let _ = write!(path, "Q{:.0} {:.0} {x:.0} {y:.0}", from.0, from.1);
        } else {
            let _ = write!(path, "M{x:.0} {y:.0}");
        }
        drawing = true;
    }
    path
}

/// The path from commune to commune: the product's thread.
fn path(hills: &[Hill]) -> String {
    let mut path = String::new();
    let mut before: Option<&Hill> = None;
    for hill in hills {
        let _ = match before {
            None => {
                write!(path, "M-10 {:.0}Q{:.0} {:.0} {:.0} {:.0}", HEIGHT / 2.0, hill.x / 2.0, hill.y, hill.x, hill.y)
            }
            Some(last) => {
                let middle = f64::midpoint(last.x, hill.x);
                write!(path, "C{middle:.0} {:.0} {middle:.0} {:.0} {:.0} {:.0}", last.y, hill.y, hill.x, hill.y)
            }
        };
        before = Some(hill);
    }
    if let Some(last) = before {
        let _ =
            write!(path, "Q{:.0} {:.0} {:.0} {:.0}", f64::midpoint(last.x, WIDTH), last.y, WIDTH + 10.0, HEIGHT / 2.0);
    }
    path
}

/// FNV-1a, then mixed: the same on every machine and for ever, which the standard hasher does not promise.
fn hash(name: &str) -> u64 {
    let sum = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    mix(sum)
}

fn mix(sum: u64) -> u64 {
    let sum = (sum ^ (sum >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let sum = (sum ^ (sum >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    sum ^ (sum >> 31)
}

/// The `index`th number between 0 and 1 of a hash.
fn part(hash: u64, index: u64) -> f64 {
    (mix(hash.wrapping_add(index.wrapping_mul(0x9e37_79b9_7f4a_7c15))) >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const GREEN: Rgb = Rgb(0x6f, 0xa3, 0x8c);
    const COMMUNES: [Ground; 3] = [
        Ground { name: "Voreppe", weight: 9_500.0 },
        Ground { name: "Coublevie", weight: 5_300.0 },
        Ground { name: "La Buisse", weight: 3_300.0 },
    ];

    #[test]
    fn the_same_communes_give_the_same_land_in_any_order() {
        let mut turned = COMMUNES;
        turned.reverse();
        assert_eq!(band(&COMMUNES, GREEN), band(&turned, GREEN));
        assert_ne!(band(&COMMUNES, GREEN), band(&COMMUNES[..2], GREEN));
    }

    #[test]
    fn every_commune_has_its_knot_inside_the_band() {
        let hills = hills(&COMMUNES);
        assert_eq!(hills.len(), COMMUNES.len());
        assert!(hills.iter().all(|hill| (0.0..WIDTH).contains(&hill.x) && (0.0..HEIGHT).contains(&hill.y)));
    }

    #[test]
    fn stays_light_whatever_the_number_of_communes() {
        let names: Vec<String> = (0..400).map(|number| format!("Commune {number}")).collect();
        let many: Vec<Ground> = names.iter().map(|name| Ground { name, weight: 1_000.0 }).collect();
        for communes in [&[], &COMMUNES[..], &many] {
            assert!(band(communes, GREEN).len() < 40_000);
        }
    }

    #[test]
    fn carries_no_inline_style() {
        assert!(!band(&COMMUNES, GREEN).contains("style"));
    }
}
