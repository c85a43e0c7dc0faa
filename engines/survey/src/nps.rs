//! The three marks that private services use: net promoters, satisfied, ease. To recommend a service that one cannot
//! choose is an odd question: a barometer of public services leaves the first off unless its protocol asks for it.

use crate::classical::{Count, CountInterval};
use crate::design::Design;
use crate::distributions::t_quantile;
use crate::error::Error;
use crate::estimate::{Estimate, Interval};

/// Net promoter score, in points from −100 to 100.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Nps {
    /// Share of 9 and 10 less share of 0 to 6, times 100.
    pub score: Estimate,
    /// Its interval; when everyone answers alike the variance is zero and the exact interval of the share serves.
    pub interval: Interval,
    /// Share of 9 and 10.
    pub promoters: Estimate,
    /// Share of 0 to 6.
    pub detractors: Estimate,
}

/// The net promoter score of answers from 0 to 10. Refuses any other answer, and no answer at all.
pub fn net_promoters(design: &Design, answers: &[f64], level: f64) -> Result<Nps, Error> {
    if let Some(unit) = answers.iter().position(|a| !a.is_nan() && (a.fract() != 0.0 || !(0.0..=10.0).contains(a))) {
        return Err(Error::Value { unit, value: answers[unit] });
    }
    let share = |is: fn(f64) -> bool, points: f64| -> Vec<f64> {
        answers.iter().map(|a| if a.is_nan() { f64::NAN } else { points * f64::from(u8::from(is(*a))) }).collect()
    };
    let (promoters, detractors) = (share(|a| a >= 9.0, 1.0), share(|a| a <= 6.0, 1.0));
    let points: Vec<f64> = promoters.iter().zip(&detractors).map(|(up, down)| 100.0 * (up - down)).collect();
    let found = design.mean_each(&[points, promoters, detractors])?;
    let [score, promoters, detractors] = [found[0], found[1], found[2]];
    Ok(Nps { score, interval: interval(score, level), promoters, detractors })
}

fn interval(score: Estimate, level: f64) -> Interval {
    if score.variance > 0.0 && score.df > 0.0 {
        let half = t_quantile(f64::midpoint(1.0, level), score.df) * score.se();
        return Interval { low: (score.value - half).max(-100.0), high: (score.value + half).min(100.0) };
    }
    unanimous(score, level)
}

/// All answers fell in one class: at most this share of people would have answered elsewhere, up or down.
fn unanimous(score: Estimate, level: f64) -> Interval {
    let none =
        Count::new(0, score.n.max(1) as u64).map(|count| count.interval(CountInterval::ClopperPearson, level).high);
    let elsewhere = 100.0 * none.unwrap_or(1.0);
    let reach = if score.value == 0.0 { elsewhere } else { 2.0 * elsewhere };
    Interval { low: (score.value - reach).max(-100.0), high: (score.value + reach).min(100.0) }
}
