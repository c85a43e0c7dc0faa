//! The scale of a map: a round length on the ground, and the squares of that side that a map without a base is drawn on.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use super::view::{HEIGHT, View, WIDTH, place};

/// Radius of the sphere of the projection, in metres (EPSG:3857).
const RADIUS: f64 = 6_378_137.0;
/// Steps across the world.
const WORLD: f64 = (1_u32 << 28) as f64;
/// Longest side of a square, in pixels.
const LONGEST: f64 = 140.0;
/// Lengths told, in metres, times powers of ten.
const ROUND: [i64; 3] = [5, 2, 1];

/// A round length on the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The length, in metres.
    pub metres: i64,
    /// The same, in steps of the projection where the map is.
    side: f64,
}

impl Scale {
    /// The longest round length that is not too long on a map.
    pub fn of(view: &View) -> Self {
        // A tenth of a degree: squares stay where they are on the ground while one looks around.
        let latitude = (place(view.x, view.y).latitude * 10.0).round() / 10.0;
        let metres_per_step = TAU * RADIUS / WORLD * latitude.to_radians().cos();
        let most = LONGEST * view.step() as f64 * metres_per_step;
        let fits = |metres: &i64| *metres as f64 <= most;
        let metres = (0..8).rev().flat_map(|power| ROUND.map(|one| one * 10_i64.pow(power))).find(fits).unwrap_or(1);
        Self { metres, side: metres as f64 / metres_per_step }
    }

    /// Its length on a map, in pixels.
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred pixels at the most")]
    pub fn pixels(&self, view: &View) -> i64 {
        (self.side / view.step() as f64).round() as i64
    }

    /// The sides of the squares, as a path.
    pub fn squares(&self, view: &View) -> String {
        let [west, north, east, south] = view.bounds();
        let mut path = String::new();
        for at in self.between(west, east, view.step()) {
            let _ = write!(path, "M{at} 0V{HEIGHT}");
        }
        for at in self.between(north, south, view.step()) {
            let _ = write!(path, "M0 {at}H{WIDTH}");
        }
        path
    }

    /// Where sides fall between two bounds, in pixels from the first.
    #[expect(clippy::cast_possible_truncation, reason = "a window is a few thousand pixels wide")]
    fn between(&self, first: i64, last: i64, step: i64) -> Vec<i64> {
        let ranks = (first as f64 / self.side).ceil() as i64..(last as f64 / self.side).ceil() as i64;
        ranks.map(|rank| ((rank as f64 * self.side - first as f64) / step as f64).round() as i64).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::domain::view::{HEIGHT, View, WIDTH};

    #[test]
    fn a_square_is_a_round_length_on_the_ground() {
        let view = View::parse("45.36,5.59,14").expect("a window");
        let scale = Scale::of(&view);
        // 6.71 metres a pixel there: cos(45.36°) × 40,075,017 m / 2^22.
        assert_eq!(scale.metres, 500);
        assert!((74..=75).contains(&scale.pixels(&view)), "{}", scale.pixels(&view));
    }

    #[test]
    fn squares_stay_on_the_ground_and_are_few() {
        for zoom in 3..=19 {
            let view = View::parse(&format!("48.58,7.75,{zoom}")).expect("a window");
            let scale = Scale::of(&view);
            let side = scale.pixels(&view);
            assert!((50..=140).contains(&side), "zoom {zoom}: {side} pixels");
            let sides = |direction| i64::try_from(scale.squares(&view).matches(direction).count()).expect("a few");
            let (columns, rows) = (sides('V'), sides('H'));
            assert!((columns - WIDTH / side).abs() <= 1, "zoom {zoom}: {columns} columns of {side}");
            assert!((rows - HEIGHT / side).abs() <= 1, "zoom {zoom}: {rows} rows of {side}");
        }
        let (here, beside) =
            (View::parse("48.58,7.75,14").expect("one"), View::parse("48.58,7.7505,14").expect("other"));
        assert_eq!(Scale::of(&here), Scale::of(&beside));
    }
}
