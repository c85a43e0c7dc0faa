//! The hypergeometric law: what a sample without replacement finds in a finite population.

use libm::lgamma;

/// P(X ≤ k), X being the successes among `draws` drawn without replacement from a population of `population` people of
/// whom `successes` are. Impossible sizes (more draws or successes than people) are cut to the population.
pub fn hypergeometric_lower(k: u64, population: u64, successes: u64, draws: u64) -> f64 {
    let law = Law::new(population, successes, draws);
    law.sum(law.least..=k.min(law.most))
}

/// P(X ≥ k) of the same variable.
pub fn hypergeometric_upper(k: u64, population: u64, successes: u64, draws: u64) -> f64 {
    let law = Law::new(population, successes, draws);
    law.sum(k.max(law.least)..=law.most)
}

struct Law {
    population: u64,
    successes: u64,
    draws: u64,
    least: u64,
    most: u64,
}

impl Law {
    fn new(population: u64, successes: u64, draws: u64) -> Self {
        let (successes, draws) = (successes.min(population), draws.min(population));
        let least = (draws + successes).saturating_sub(population);
        Self { population, successes, draws, least, most: draws.min(successes) }
    }

    fn sum(&self, range: std::ops::RangeInclusive<u64>) -> f64 {
        range.map(|k| self.ln_mass(k).exp()).sum::<f64>().min(1.0)
    }

    fn ln_mass(&self, k: u64) -> f64 {
        ln_binomial(self.successes, k) + ln_binomial(self.population - self.successes, self.draws - k)
            - ln_binomial(self.population, self.draws)
    }
}

fn ln_binomial(n: u64, k: u64) -> f64 {
    let ln_factorial = |n: u64| lgamma(n as f64 + 1.0);
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}
