//! What to work on first: what people find important and are not satisfied with.
//!
//! Two readings. The rating of the ETC Institute, share that finds a service important × share that is not satisfied; and
//! the matrix of Martilla & James (1977), importance against satisfaction. Both answers come from the same people: their
//! covariance counts, and two services that it does not tell apart tie.

use crate::design::Design;
use crate::distributions::{f_quantile, t_quantile, t_two_sided};
use crate::error::Error;
use crate::estimate::{Estimate, Estimates, Interval};
use crate::linear::Matrix;

/// A service as people judge it: one value for each unit, not a number where there is none.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// 1 for those who find it important (or chose it among the few to work on), 0 for the others.
    pub important: &'a [f64],
    /// 1 for the satisfied, 0 for the others.
    pub satisfied: &'a [f64],
}

/// Class of a rating, with the limits of the ETC reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Under 0.10.
    Current,
    /// From 0.10 to 0.20.
    High,
    /// Above 0.20.
    VeryHigh,
}

impl Priority {
    /// The class of a rating.
    pub fn of(rating: f64) -> Self {
        match rating {
            rating if rating > 0.20 => Self::VeryHigh,
            rating if rating >= 0.10 => Self::High,
            _ => Self::Current,
        }
    }
}

/// A rated service.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Rated {
    /// Share that finds it important.
    pub importance: Estimate,
    /// Share of satisfied.
    pub satisfaction: Estimate,
    /// `importance × (1 − satisfaction)`, with its variance by the delta method.
    pub rating: Estimate,
    /// Interval of the rating, inside 0 and 1.
    pub interval: Interval,
    /// Class of the rating.
    pub priority: Priority,
    /// Whether the whole interval lies in the class.
    pub certain: bool,
    /// Place, 1 being the first priority.
    pub rank: usize,
    /// Services whose rating is not told apart from this one's at the level of the interval: their order is to be greyed.
    pub tied_with: Vec<usize>,
}

/// Rates services, in the order given. Refuses a service without an answer on one side, or values other than 0 and 1.
pub fn rate(design: &Design, services: &[Judged<'_>], level: f64) -> Result<Vec<Rated>, Error> {
    let columns: Vec<&[f64]> = services.iter().flat_map(|service| [service.important, service.satisfied]).collect();
    for column in &columns {
        binary(column)?;
    }
    let judgement = Judgement::new(design.means(&columns)?);
    (0..services.len()).map(|service| judgement.rated(service, level)).collect()
}

/// Importance and satisfaction of every service, estimated together.
struct Judgement {
    means: Estimates,
    ratings: Vec<f64>,
}

impl Judgement {
    fn new(means: Estimates) -> Self {
        let ratings = means.values.chunks_exact(2).map(|pair| pair[0] * (1.0 - pair[1])).collect();
        Self { means, ratings }
    }

    /// Adds the gradient of a rating, with its sign, to that of a combination.
    fn add_gradient(&self, service: usize, sign: f64, gradient: &mut [f64]) {
        gradient[2 * service] += sign * (1.0 - self.means.values[2 * service + 1]);
        gradient[2 * service + 1] -= sign * self.means.values[2 * service];
    }

    fn combined(&self, signs: &[(usize, f64)]) -> Estimate {
        let mut gradient = vec![0.0; self.means.values.len()];
        for (service, sign) in signs {
            self.add_gradient(*service, *sign, &mut gradient);
        }
        let value = signs.iter().map(|(service, sign)| sign * self.ratings[*service]).sum();
        self.means.delta(value, &gradient)
    }

    fn tied(&self, one: usize, other: usize, level: f64) -> bool {
        let difference = self.combined(&[(one, 1.0), (other, -1.0)]);
        difference.variance <= 0.0
            || difference.df <= 0.0
            || t_two_sided(difference.value / difference.se(), difference.df) > 1.0 - level
    }

    fn rated(&self, service: usize, level: f64) -> Result<Rated, Error> {
        let mean = |place: usize| self.means.get(place).ok_or(Error::EmptyDomain);
        let rating = self.combined(&[(service, 1.0)]);
        let interval = interval(&rating, level);
        let priority = Priority::of(rating.value);
        let others = (0..self.ratings.len()).filter(|other| *other != service);
        Ok(Rated {
            importance: mean(2 * service)?,
            satisfaction: mean(2 * service + 1)?,
            certain: Priority::of(interval.low) == priority && Priority::of(interval.high) == priority,
            rating,
            interval,
            priority,
            rank: 1 + self.ratings.iter().filter(|other| **other > self.ratings[service]).count(),
            tied_with: others.filter(|other| self.tied(service, *other, level)).collect(),
        })
    }
}

fn binary(column: &[f64]) -> Result<(), Error> {
    let faulty = column.iter().position(|value| !value.is_nan() && *value != 0.0 && (*value - 1.0).abs() > 0.0);
    faulty.map_or(Ok(()), |unit| Err(Error::NotBinary { unit, value: column[unit] }))
}

/// On the logarithmic scale, which keeps it above zero; everything where the variance says nothing.
fn interval(rating: &Estimate, level: f64) -> Interval {
    if rating.df <= 0.0 || rating.value <= 0.0 || rating.variance <= 0.0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let reach = (t_quantile(f64::midpoint(1.0, level), rating.df) * rating.se() / rating.value).exp();
    Interval { low: rating.value / reach, high: (rating.value * reach).min(1.0) }
}

/// Where the axes of the matrix cross.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Axes {
    /// At the mean of the services.
    Mean,
    /// At a target announced beforehand: importance, then satisfaction.
    Target(f64, f64),
}

/// Part of the matrix, in the words of its authors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// Important, little satisfied.
    Concentrate,
    /// Important, satisfied.
    KeepUp,
    /// Less important, little satisfied.
    LowPriority,
    /// Less important, satisfied.
    PossibleOverkill,
}

/// An ellipse of confidence, in the units of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Ellipse {
    /// Half the longer axis.
    pub major: f64,
    /// Half the shorter.
    pub minor: f64,
    /// Angle of the longer axis with the importance axis, in radians.
    pub angle: f64,
}

/// A service on the matrix.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Placed {
    /// Mean importance.
    pub importance: Estimate,
    /// Mean satisfaction.
    pub satisfaction: Estimate,
    /// Where both lie together with the level asked; none without degrees of freedom.
    pub ellipse: Option<Ellipse>,
    /// Its quadrant.
    pub quadrant: Quadrant,
    /// Whether the ellipse stays in the quadrant.
    pub certain: bool,
}

/// Places services on the matrix. `pairs` holds the importance and satisfaction of each on any scale. Refuses a service
/// without an answer on one side.
pub fn matrix(design: &Design, pairs: &[(&[f64], &[f64])], axes: Axes, level: f64) -> Result<Vec<Placed>, Error> {
    let columns: Vec<&[f64]> =
        pairs.iter().flat_map(|(importance, satisfaction)| [*importance, *satisfaction]).collect();
    let means = design.means(&columns)?;
    let mean = |side: usize| (0..pairs.len()).map(|k| means.values[2 * k + side]).sum::<f64>() / pairs.len() as f64;
    let centre = match axes {
        Axes::Mean => (mean(0), mean(1)),
        Axes::Target(importance, satisfaction) => (importance, satisfaction),
    };
    let place = |k: usize| {
        let at = [2 * k, 2 * k + 1];
        let [importance, satisfaction] = at.map(|place| means.get(place).ok_or(Error::EmptyDomain));
        let (importance, satisfaction) = (importance?, satisfaction?);
        let (across, up) = (importance.value - centre.0, satisfaction.value - centre.1);
        let scale = scale(means.df, level);
        let inside = |gap: f64, variance: f64| scale.is_some_and(|scale| gap * gap > scale * variance);
        Ok(Placed {
            ellipse: scale.map(|scale| ellipse(&means.covariance, at, scale)),
            quadrant: quadrant(across, up),
            certain: inside(across, importance.variance) && inside(up, satisfaction.variance),
            importance,
            satisfaction,
        })
    };
    (0..pairs.len()).map(place).collect()
}

fn quadrant(across: f64, up: f64) -> Quadrant {
    match (across >= 0.0, up >= 0.0) {
        (true, true) => Quadrant::KeepUp,
        (true, false) => Quadrant::Concentrate,
        (false, true) => Quadrant::PossibleOverkill,
        (false, false) => Quadrant::LowPriority,
    }
}

/// Hotelling's: the squared distance that two estimated means stay within.
fn scale(df: f64, level: f64) -> Option<f64> {
    (df > 1.0).then(|| 2.0 * df / (df - 1.0) * f_quantile(level, 2.0, df - 1.0))
}

fn ellipse(covariance: &Matrix, [first, second]: [usize; 2], scale: f64) -> Ellipse {
    let (across, up) = (covariance[(first, first)], covariance[(second, second)]);
    let together = covariance[(first, second)];
    let (middle, spread) = (f64::midpoint(across, up), ((across - up) / 2.0).hypot(together));
    Ellipse {
        major: (scale * (middle + spread)).sqrt(),
        minor: (scale * (middle - spread).max(0.0)).sqrt(),
        angle: f64::atan2(2.0 * together, across - up) / 2.0,
    }
}
