//! Many comparisons shown together: adjusted p-values, and the rule under which an arrow may be drawn.
//!
//! A family is what a reader sees side by side: all items of one comparison. Adjusted values say the same as the p-values
//! would if the reader looked at one item only.

use crate::error::Error;

/// How the p-values of a family are adjusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Adjustment {
    /// Benjamini & Hochberg (1995): among the differences announced, at most the chosen share is expected to be false.
    #[default]
    BenjaminiHochberg,
    /// Benjamini & Yekutieli (2001): the same under any dependence between the tests.
    BenjaminiYekutieli,
    /// Holm (1979): the chance of a single false announcement is bounded, under any dependence.
    Holm,
    /// Hochberg (1988): the same, more powerful, for independent or positively dependent tests.
    Hochberg,
    /// Bonferroni: the simplest bound.
    Bonferroni,
    /// None: one comparison was announced beforehand.
    None,
}

/// Adjusted p-values, in the order given. Refuses a p-value that is not between 0 and 1.
pub fn adjust(p: &[f64], method: Adjustment) -> Result<Vec<f64>, Error> {
    if let Some(faulty) = p.iter().find(|p| !(0.0..=1.0).contains(*p)) {
        return Err(Error::Probability(*faulty));
    }
    let m = p.len() as f64;
    let harmonic: f64 = (1_u32..).take(p.len()).map(|i| 1.0 / f64::from(i)).sum();
    Ok(match method {
        Adjustment::None => p.to_vec(),
        Adjustment::Bonferroni => p.iter().map(|p| (p * m).min(1.0)).collect(),
        Adjustment::BenjaminiHochberg => step_up(p, |rank| m / rank),
        Adjustment::BenjaminiYekutieli => step_up(p, |rank| harmonic * m / rank),
        Adjustment::Hochberg => step_up(p, |rank| m + 1.0 - rank),
        Adjustment::Holm => step_down(p, |rank| m + 1.0 - rank),
    })
}

/// From the largest p-value down, none above the one before.
fn step_up(p: &[f64], factor: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut least = 1.0_f64;
    let mut out = vec![0.0; p.len()];
    for (rank, place) in order(p).into_iter().enumerate().rev() {
        least = least.min(p[place] * factor(rank as f64 + 1.0));
        out[place] = least;
    }
    out
}

/// From the smallest p-value up, none below the one before.
fn step_down(p: &[f64], factor: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut most = 0.0_f64;
    let mut out = vec![0.0; p.len()];
    for (rank, place) in order(p).into_iter().enumerate() {
        most = most.max(p[place] * factor(rank as f64 + 1.0)).min(1.0);
        out[place] = most;
    }
    out
}

fn order(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    order
}

/// When a change may be shown as one. Set in the protocol before anyone looks.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArrowRule {
    /// The adjusted p-value must be below this.
    pub q_below: f64,
    /// The change must be at least this many points, either way.
    pub at_least_points: f64,
}

impl Default for ArrowRule {
    fn default() -> Self {
        Self { q_below: 0.05, at_least_points: 3.0 }
    }
}

/// What makes two waves hard to compare.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Break {
    /// The waves were asked in different seasons: snow clearing is not judged in September as in March.
    Season,
    /// The mix of web, paper and telephone changed.
    Mode,
    /// The question was worded otherwise.
    Wording,
    /// The scale of answers changed.
    Scale,
    /// Another break that the protocol declares.
    Declared,
}

/// What the page may show of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrow {
    /// Better than before.
    Up,
    /// Worse than before.
    Down,
    /// No detectable change: not the same as no change.
    NoDetectableChange,
    /// The series is cut here: the two figures stand side by side without an arrow.
    Cut,
}

/// The verdict on a change, with what it rests on.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Verdict {
    /// What may be shown.
    pub arrow: Arrow,
    /// What the arrow would have been without the breaks.
    pub unguarded: Arrow,
    /// What breaks the series, none where it goes on.
    pub breaks: Vec<Break>,
}

impl ArrowRule {
    /// The verdict on a change of `points` (percentage points) with the adjusted p-value `q`.
    pub fn judge(&self, points: f64, q: f64, breaks: &[Break]) -> Verdict {
        // A threshold of 3 points is met by 3 points, whatever binary fractions make of 0.68 − 0.65.
        let large = points.abs() >= self.at_least_points - 1e-9;
        let unguarded = match (q < self.q_below && large, points > 0.0) {
            (false, _) => Arrow::NoDetectableChange,
            (true, true) => Arrow::Up,
            (true, false) => Arrow::Down,
        };
        let mut breaks = breaks.to_vec();
        breaks.sort_unstable();
        breaks.dedup();
        Verdict { arrow: if breaks.is_empty() { unguarded } else { Arrow::Cut }, unguarded, breaks }
    }
}
