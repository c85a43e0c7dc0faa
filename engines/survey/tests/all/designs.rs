//! Small designs that the shared references do not hold: two stages, clusters alone in their stratum, stratified
//! replicates, chained adjustments, the other quantile rules. `data/designs.R` made the expected figures.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "unreadable test data is a failed test; codes are small whole numbers"
)]

use arpent_survey::calibration::{Calibration, Distance, calibrate};
use arpent_survey::interval::Method;
use arpent_survey::means::restrict;
use arpent_survey::post_stratification::post_stratify;
use arpent_survey::quantile::{QuantileInterval, QuantileRule};
use arpent_survey::raking::{RakingOptions, Residuals, rake};
use arpent_survey::replicates::Replicates;
use arpent_survey::{Design, DesignBuilder, Error, Estimate, Estimates, LonelyPsu, Margin};
use serde_json::Value;

struct Small(Value);

impl Small {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("../data/designs.json")).unwrap())
    }

    fn numbers(&self, name: &str) -> Vec<f64> {
        self.0[name].as_array().unwrap_or_else(|| panic!("no {name}")).iter().map(|v| v.as_f64().unwrap()).collect()
    }

    fn codes(&self, name: &str) -> Vec<u32> {
        self.numbers(name).iter().map(|v| *v as u32).collect()
    }

    fn builder(&self) -> DesignBuilder {
        let builder = Design::builder(23).strata(self.codes("h")).clusters(self.codes("psu"));
        builder.weights(self.numbers("w"))
    }

    fn clustered(&self) -> Design {
        self.builder().build().unwrap()
    }

    fn both(&self) -> [Vec<f64>; 2] {
        ["y", "x"].map(|name| self.numbers(name))
    }

    fn margins(&self) -> [Margin; 2] {
        let named = |names: &[(&str, f64)]| names.iter().map(|(name, people)| ((*name).to_owned(), *people)).collect();
        [
            Margin::new("g", named(&[("a", 90.0), ("b", 70.0), ("c", 51.0)]), self.codes("g")),
            Margin::new("k", named(&[("l", 100.0), ("m", 111.0)]), self.codes("k")),
        ]
    }

    /// Values, then covariance.
    #[track_caller]
    fn same(&self, key: &str, found: &Estimates) {
        let size = found.values.len();
        let cells = (0..size).flat_map(|i| (0..size).map(move |j| (i, j)));
        let found: Vec<f64> = found.values.iter().copied().chain(cells.map(|at| found.covariance[at])).collect();
        self.same_numbers(key, &found, 1e-9);
    }

    #[track_caller]
    fn same_numbers(&self, key: &str, found: &[f64], tolerance: f64) {
        let expected = self.numbers(key);
        assert_eq!(found.len(), expected.len(), "{key}");
        for (found, expected) in found.iter().zip(&expected) {
            assert!((found - expected).abs() <= tolerance * expected.abs(), "{key}: {found:e} is not {expected:e}");
        }
    }
}

fn one(estimate: Estimate) -> Vec<f64> {
    vec![estimate.value, estimate.variance]
}

#[test]
fn two_stages_are_weighed_by_their_population_sizes() {
    let small = Small::read();
    let builder = Design::builder(23).strata(small.codes("h")).clusters(small.codes("psu"));
    let builder = builder.second_stage(small.codes("ssu")).populations(small.numbers("n1"));
    let design = builder.second_populations(small.numbers("n2")).build().unwrap();
    small.same_numbers("two_stage_weights", design.weights(), 1e-12);
    small.same("two_stage_means", &design.means(&small.both()).unwrap());
    small.same("two_stage_total", &design.totals(&[small.numbers("y")]).unwrap());
}

#[test]
fn clusters_in_strata_are_those_of_r() {
    let small = Small::read();
    let design = small.clustered();
    small.same("clusters_means", &design.means(&small.both()).unwrap());
    let [y, x] = small.both();
    small.same_numbers("clusters_ratio", &one(design.ratio(&y, &x).unwrap()), 1e-9);
    let groups = small.codes("g");
    small.same("clusters_domain", &design.means(&[restrict(&y, |unit| groups[unit] == 1)]).unwrap());
}

#[test]
fn a_cluster_alone_follows_the_rule_chosen() {
    let small = Small::read();
    let strata =
        small.codes("psu").iter().zip(small.codes("h")).map(|(psu, h)| if *psu == 9 { 4 } else { h }).collect();
    let design = small.builder().strata(strata).build().unwrap();
    assert_eq!(design.lonely_strata(), [3, 4]);
    let rules = [
        ("adjust", LonelyPsu::Adjust),
        ("average", LonelyPsu::Average),
        ("remove", LonelyPsu::Remove),
        ("certainty", LonelyPsu::Certainty),
    ];
    let y = small.numbers("y");
    for (name, rule) in rules {
        let design = design.with_lonely_psu(rule);
        let found = [design.mean(&y).unwrap().variance, design.total(&y).unwrap().variance];
        small.same_numbers(&format!("lonely_{name}"), &found, 1e-9);
    }
    let refusal = design.with_lonely_psu(LonelyPsu::Fail).mean(&y).unwrap_err();
    assert_eq!(refusal, Error::LonelyPsu { stage: 1, stratum: 3 });
}

#[test]
fn stratified_replicates_are_those_of_r() {
    let small = Small::read();
    let both = small.both();
    let jackknife = |design: &Design| Replicates::jackknife(design).unwrap().means(&both).unwrap().estimates;
    small.same("jkn_means", &jackknife(&small.clustered()));
    let finite = small.builder().populations(small.numbers("n1")).build().unwrap();
    small.same("jkn_fpc_means", &jackknife(&finite));

    let kept: Vec<usize> = (0..23).filter(|unit| [1, 2, 4, 5, 8, 9].contains(&small.codes("psu")[*unit])).collect();
    let part = |values: Vec<f64>| kept.iter().map(|unit| values[*unit]).collect::<Vec<f64>>();
    let codes = |name: &str| part(small.numbers(name)).iter().map(|v| *v as u32).collect::<Vec<u32>>();
    let builder = Design::builder(kept.len()).strata(codes("h")).clusters(codes("psu"));
    let halves = builder.weights(part(small.numbers("w"))).build().unwrap();
    let both = both.map(part);
    for (key, rho) in [("brr_totals", 0.0), ("fay_totals", 0.3)] {
        small.same(key, &Replicates::balanced(&halves, rho).unwrap().totals(&both).unwrap().estimates);
    }
}

#[test]
fn raked_estimates_keep_r_s_residuals_or_those_of_deville_and_sarndal() {
    let small = Small::read();
    let (margins, both) = (small.margins(), small.both());
    let raked = rake(&small.clustered(), &margins, &RakingOptions::default()).unwrap().design;
    small.same_numbers("raked_weights", raked.weights(), 1e-9);
    small.same("raked_means", &raked.means(&both).unwrap());
    let strata = small.codes("h");
    small.same("raked_domain", &raked.means(&[restrict(&both[0], |unit| strata[unit] < 3)]).unwrap());

    let options = RakingOptions { residuals: Residuals::DesignWeights, ..RakingOptions::default() };
    let regressed = rake(&small.clustered(), &margins, &options).unwrap().design;
    small.same("calibrated_means", &regressed.means(&both).unwrap());
    let calibrated = calibrate(&small.clustered(), &Calibration::new(&margins, &[], Distance::Raking)).unwrap().design;
    small.same("calibrated_means", &calibrated.means(&both).unwrap());
}

#[test]
fn weights_adjusted_twice_keep_both_residuals() {
    let small = Small::read();
    let raked = rake(&small.clustered(), &small.margins(), &RakingOptions::default()).unwrap().design;
    let people = vec![("l".to_owned(), 120.0), ("m".to_owned(), 91.0)];
    let later = post_stratify(&raked, &Margin::new("k", people, small.codes("k"))).unwrap();
    small.same("twice_means", &later.means(&small.both()).unwrap());
    small.same("twice_total", &later.totals(&[small.numbers("y")]).unwrap());
}

#[test]
fn every_quantile_rule_is_that_of_r() {
    let small = Small::read();
    let (design, y) = (small.clustered(), small.numbers("y"));
    let rules = [
        ("math", QuantileRule::Math),
        ("school", QuantileRule::School),
        ("shahvaish", QuantileRule::Shahvaish),
        ("hf3", QuantileRule::Hf3),
        ("hf4", QuantileRule::Hf4),
        ("hf5", QuantileRule::Hf5),
        ("hf6", QuantileRule::Hf6),
        ("hf7", QuantileRule::Hf7),
        ("hf8", QuantileRule::Hf8),
        ("hf9", QuantileRule::Hf9),
    ];
    let probabilities = small.numbers("probabilities");
    for (name, rule) in rules {
        let found: Vec<f64> =
            probabilities.iter().map(|p| Design::quantile_of(&y, design.weights(), *p, rule).unwrap()).collect();
        small.same_numbers(&format!("quantile_{name}"), &found, 1e-10);
    }
    let woodruff = QuantileInterval::Woodruff(Method::Logit);
    let found: Vec<f64> = probabilities[2..]
        .iter()
        .map(|p| design.quantile(&y, *p, QuantileRule::Math, woodruff, 0.95).unwrap())
        .flat_map(|q| [q.value, q.low.unwrap(), q.high.unwrap(), q.se.unwrap()])
        .collect();
    small.same_numbers("quantile_woodruff", &found, 1e-9);
    let lowest = design.quantile(&y, 0.13, QuantileRule::Math, woodruff, 0.95).unwrap().low;
    assert_eq!(lowest, y.iter().copied().reduce(f64::min));
}
