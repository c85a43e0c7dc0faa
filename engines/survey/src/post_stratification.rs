//! Post-stratification: weights that meet the totals of one variable, or of a crossing coded as one.

use crate::design::Design;
use crate::error::Error;
use crate::margin::{Margin, check_all};
use crate::variance::adjustment::{Adjustment, Auxiliaries, Auxiliary};

/// Multiplies the weights of each category until they sum to its population. Refuses a faulty margin, as raking does.
pub fn post_stratify(design: &Design, margin: &Margin) -> Result<Design, Error> {
    check_all(std::slice::from_ref(margin), design.weights())?;
    let mut sums = vec![0.0; margin.categories.len()];
    for (code, weight) in margin.codes.iter().zip(design.weights()) {
        sums[*code as usize] += weight;
    }
    let factor = |code: u32| {
        let sum = sums[code as usize];
        if sum > 0.0 { margin.categories[code as usize].target / sum } else { 1.0 }
    };
    let weights: Vec<f64> = margin.codes.iter().zip(design.weights()).map(|(code, w)| w * factor(*code)).collect();
    let auxiliaries = Auxiliaries::new(vec![Auxiliary::Categories(margin.codes.clone(), margin.categories.len())]);
    let adjustment = Adjustment::new(auxiliaries, design.weights().to_vec(), weights.clone());
    Ok(design.adjusted(adjustment, weights))
}
