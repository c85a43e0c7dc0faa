//! Two measures of the same things, one against the other, with the doubt there is about both.

use askama::Template;

use super::{Caption, Words, rounded};

/// Side of the drawing.
const SIDE: f64 = 400.0;
/// Left of the plot, for the name of the upright axis; as much below it.
const LEFT: f64 = 24.0;
/// Corners of an outline: enough to look round.
const CORNERS: u32 = 40;
/// Room left around what is drawn, as a share of its extent.
const AROUND: f64 = 0.08;

/// The axes: what they measure, where they cross, what each corner means.
#[derive(Debug, Clone)]
pub struct Axes<'a> {
    /// Name of what goes across.
    pub across: &'a str,
    /// Name of what goes up.
    pub up: &'a str,
    /// Where the two lines that part the corners cross.
    pub cross: (f64, f64),
    /// Words of the corners: top left, top right, bottom left, bottom right.
    pub corners: [&'a str; 4],
}

/// Something placed by two measures.
#[derive(Debug, Clone)]
pub struct Spot<'a> {
    /// Its number on the drawing.
    pub mark: u64,
    /// Its name.
    pub label: &'a str,
    /// Across, then up.
    pub at: (f64, f64),
    /// Half axes of its ellipse of confidence and the angle of the longer one with the axis across, in radians.
    pub ellipse: Option<(f64, f64, f64)>,
    /// Whether it lies in its corner beyond doubt: a full dot, else an open one.
    pub certain: bool,
    /// Its line of the table, its name aside.
    pub cells: &'a [&'a str],
}

struct Drawn<'a> {
    mark: u64,
    label: &'a str,
    class: &'static str,
    on: &'static str,
    x: f64,
    y: f64,
    ring: String,
}

#[derive(Template)]
#[template(path = "matrix.html")]
struct Matrix<'a> {
    caption: &'a Caption<'a>,
    words: &'a Words<'a>,
    kind: &'static str,
    legend: Vec<(&'a str, &'static str)>,
    frame: (f64, f64),
    cross: (f64, f64),
    corners: [(f64, f64, &'static str, &'a str); 4],
    axes: (&'a str, &'a str),
    spots: Vec<Drawn<'a>>,
    table: Vec<Vec<&'a str>>,
}

/// Draws them, the number of each beside its name. `legend` is what a full dot, then an open dot, mean.
pub fn matrix<'a>(
    caption: &Caption,
    words: &Words,
    axes: &Axes<'a>,
    legend: [&'a str; 2],
    spots: &[Spot<'a>],
) -> String {
    let rings: Vec<Vec<(f64, f64)>> = spots.iter().map(ring).collect();
    let all = || rings.iter().flatten().copied().chain(spots.iter().map(|spot| spot.at)).chain([axes.cross]);
    let (across, up) = (Span::of(all().map(|at| at.0)), Span::of(all().map(|at| at.1)));
    let plot = SIDE - LEFT;
    let place = |at: (f64, f64)| (rounded(LEFT + plot * across.share(at.0)), rounded(plot * (1.0 - up.share(at.1))));
    let draw = |(spot, ring): (&Spot<'a>, &Vec<(f64, f64)>)| {
        let (x, y) = place(spot.at);
        let points: Vec<String> = ring.iter().map(|at| place(*at)).map(|(x, y)| format!("{x:.0},{y:.0}")).collect();
        let (class, on) = if spot.certain { ("dot", "on-s1") } else { ("dot before", "on-open") };
        Drawn { mark: spot.mark, label: spot.label, class, on, x, y, ring: points.join(" ") }
    };
    let [top_left, top_right, bottom_left, bottom_right] = axes.corners;
    let (left, right, top, bottom) = (LEFT + 6.0, SIDE - 6.0, 14.0, plot - 14.0);
    Matrix {
        caption,
        words,
        kind: "matrix",
        legend: vec![(legend[0], "dot"), (legend[1], "dot before")],
        frame: (LEFT, plot),
        cross: place(axes.cross),
        corners: [
            (left, top, "start", top_left),
            (right, top, "end", top_right),
            (left, bottom, "start", bottom_left),
            (right, bottom, "end", bottom_right),
        ],
        axes: (axes.across, axes.up),
        spots: spots.iter().zip(&rings).map(draw).collect(),
        table: spots
            .iter()
            .map(|spot| std::iter::once(spot.label).chain(spot.cells.iter().copied()).collect())
            .collect(),
    }
    .to_string()
}

/// The outline of an ellipse in the units of the axes, which are not stretched alike.
fn ring(spot: &Spot<'_>) -> Vec<(f64, f64)> {
    let Some((major, minor, angle)) = spot.ellipse else { return Vec::new() };
    let turn = |corner: u32| std::f64::consts::TAU * f64::from(corner) / f64::from(CORNERS);
    let at = |turn: f64| {
        let (along, beside) = (major * turn.cos(), minor * turn.sin());
        let (x, y) = (along * angle.cos() - beside * angle.sin(), along * angle.sin() + beside * angle.cos());
        (spot.at.0 + x, spot.at.1 + y)
    };
    (0..CORNERS).map(turn).map(at).collect()
}

struct Span {
    from: f64,
    extent: f64,
}

impl Span {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let (least, most) = values.fold((f64::MAX, f64::MIN), |(least, most), one| (least.min(one), most.max(one)));
        let room = ((most - least) * AROUND).max(f64::EPSILON);
        Self { from: least - room, extent: most - least + 2.0 * room }
    }

    fn share(&self, value: f64) -> f64 {
        (value - self.from) / self.extent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXES: Axes<'_> = Axes {
        across: "Importance",
        up: "Satisfaction",
        cross: (3.0, 2.5),
        corners: ["Satisfaisant", "À maintenir", "Moins important", "À traiter"],
    };

    fn drawn(spots: &[Spot<'_>]) -> String {
        let caption =
            Caption { title: "Priorités", unit: "moyennes", source: "Baromètre", sentence: "Eau : à traiter" };
        let words = Words { table: "Voir les chiffres", source: "Source :", heads: &["Service", "Lecture"] };
        matrix(&caption, &words, &AXES, ["Certain", "Incertain"], spots)
    }

    fn spot(mark: u64, at: (f64, f64), certain: bool) -> Spot<'static> {
        let cells = &["à traiter"];
        Spot { mark, label: "Eau <b>", at, ellipse: Some((0.2, 0.05, 0.6)), certain, cells }
    }

    #[test]
    fn what_matters_more_is_to_the_right_and_what_satisfies_more_is_above() {
        let [low, high] = [spot(1, (2.0, 2.0), true), spot(2, (4.0, 3.0), true)].map(|spot| {
            let all = drawn(&[spot.clone(), self::spot(9, (1.0, 1.0), true), self::spot(10, (5.0, 4.0), true)]);
            let text = all.split("cx=\"").nth(3).unwrap_or_default().to_owned();
            let number = |from: &str| from.split('"').next().and_then(|one| one.parse::<f64>().ok()).expect("a number");
            (number(&text), number(text.split("cy=\"").nth(1).unwrap_or_default()))
        });
        assert!(high.0 > low.0 && high.1 < low.1, "{low:?} {high:?}");
    }

    #[test]
    fn an_uncertain_place_is_an_open_dot_and_keeps_its_ellipse_inside_the_plot() {
        let drawn = drawn(&[spot(1, (2.0, 2.0), false), spot(2, (4.0, 3.0), true)]);
        assert_eq!(drawn.matches("class=\"dot before\"").count(), 2, "one in the legend");
        for points in drawn.split("points=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            for point in points.split(' ') {
                let (x, y) = point.split_once(',').expect("a point");
                let (x, y): (f64, f64) = (x.parse().expect("x"), y.parse().expect("y"));
                assert!((LEFT..=SIDE).contains(&x) && (0.0..=SIDE - LEFT).contains(&y), "{point}");
            }
        }
        assert!(!drawn.contains("<b>") && !drawn.contains("style="));
    }
}
