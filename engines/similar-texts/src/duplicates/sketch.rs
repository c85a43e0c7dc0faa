//! Sketches of sets that agree in a bin as often as the sets are alike: fast similarity sketching (Dahlgaard, Knudsen,
//! Thorup 2017), as sure as as many independent min-hashes at a fraction of the cost, for small sets too.

/// Bins of a sketch.
const BINS: usize = 128;
/// Of pairs exactly at the threshold, the share that must become candidates.
const FOUND: f64 = 0.999;

/// How a sketch is cut into bands: two sets that agree on all rows of a band are candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    rows: usize,
}

impl Bands {
    /// The longest bands, hence the fewest false candidates, that still find what is at the threshold.
    pub fn for_threshold(threshold: f64) -> Self {
        let found = |rows: usize| {
            let band = threshold.powf(rows as f64);
            1.0 - (1.0 - band).powf((BINS / rows) as f64)
        };
        Self { rows: (1..=8).rev().find(|rows| found(*rows) >= FOUND).unwrap_or(1) }
    }

    /// Bands of a sketch.
    pub fn count(self) -> usize {
        BINS / self.rows
    }

    /// One key for each band of the sketch of a set.
    pub fn keys(self, set: &[u64]) -> Vec<u64> {
        let sketch = sketch(set);
        let bands = sketch.chunks_exact(self.rows);
        bands.map(|band| band.iter().fold(0, |key, value| mix(key ^ value))).collect()
    }
}

/// In round after round every element falls into a bin at random and the lowest stays; a later round only fills bins
/// still empty. From the round [`BINS`] on, bins are filled one by one.
fn sketch(set: &[u64]) -> [u64; BINS] {
    let mut bins = [u64::MAX; BINS];
    let mut empty = BINS;
    for round in 0..2 * BINS as u64 {
        for element in set {
            let drawn = mix(element ^ mix(round));
            let bin = if round < BINS as u64 { drawn % BINS as u64 } else { round - BINS as u64 };
            // The round comes first, so that what an earlier one left is never replaced.
            let value = round << 40 | drawn >> 24;
            if let Some(held) = usize::try_from(bin).ok().and_then(|bin| bins.get_mut(bin)) {
                empty -= usize::from(*held == u64::MAX);
                *held = value.min(*held);
            }
        }
        if empty == 0 {
            break;
        }
    }
    bins
}

/// Spreads bits over the whole word (the finaliser of SplitMix64).
fn mix(word: u64) -> u64 {
    let word = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_as_often_as_sets_are_alike() {
        let mut agreeing = 0;
        for trial in 0..100u64 {
            // 60 common elements of 80: 0.75.
            let set = |from: u64| (from..from + 70).map(|element| mix(trial * 1000 + element)).collect::<Vec<_>>();
            let (one, other) = (sketch(&set(0)), sketch(&set(10)));
            agreeing += one.iter().zip(&other).filter(|(one, other)| one == other).count();
        }
        let share = agreeing as f64 / (100 * BINS) as f64;
        assert!((share - 0.75).abs() < 0.02, "{share}");
    }

    #[test]
    fn chooses_bands_that_find_the_threshold() {
        assert_eq!([0.5, 0.8, 0.9].map(|threshold| Bands::for_threshold(threshold).rows), [2, 5, 8]);
    }
}
