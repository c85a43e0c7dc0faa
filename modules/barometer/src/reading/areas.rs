//! Communes with too few answers for an estimate of their own: the survey engine models their share from all those that may
//! be published.

use std::collections::BTreeMap;

use arpent_survey::small_area::{ProportionArea, Scale, VarianceMethod, fay_herriot_proportions};

use crate::domain::cube::Modelled;
use crate::domain::protocol::MarginTable;

/// Fewer communes than this say nothing of how communes differ.
const LEAST: usize = 8;

/// A commune that may be published.
pub(super) struct Commune<'a> {
    pub(super) code: &'a str,
    /// Share of satisfied among its answers.
    pub(super) share: f64,
    /// Answers drawn at random that would tell as much (Kish).
    pub(super) effective: f64,
    /// Has too few answers: the model speaks for it.
    pub(super) wanted: bool,
}

/// The modelled shares of the communes that want one; none where the model has nothing to stand on. The size of communes
/// is what is known of them, where a margin says it.
pub(super) fn model(communes: &[Commune<'_>], sizes: Option<&MarginTable>, level: f64) -> BTreeMap<String, Modelled> {
    if communes.len() < LEAST {
        return BTreeMap::new();
    }
    let size = |code: &str| {
        let cell = sizes?.cells.iter().find(|cell| cell.code == code)?;
        (cell.total > 0.0).then(|| cell.total.ln())
    };
    let known: Option<Vec<f64>> = communes.iter().map(|one| size(one.code)).collect();
    let area = |(place, one): (usize, &Commune<'_>)| ProportionArea {
        direct: Some((one.share.clamp(0.0, 1.0), one.effective)),
        covariates: std::iter::once(1.0).chain(known.as_ref().map(|sizes| sizes[place])).collect(),
    };
    let areas: Vec<ProportionArea> = communes.iter().enumerate().map(area).collect();
    let Ok(model) = fay_herriot_proportions(&areas, Scale::default(), VarianceMethod::default(), level) else {
        return BTreeMap::new();
    };
    let wanted = communes.iter().zip(model.shares).filter(|(one, _)| one.wanted);
    wanted
        .map(|(one, share)| {
            let interval = (share.interval.low, share.interval.high);
            (one.code.to_owned(), Modelled { value: share.value, interval })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn communes(count: usize) -> Vec<Commune<'static>> {
        const CODES: [&str; 10] =
            ["38001", "38002", "38003", "38004", "38005", "38006", "38007", "38008", "38009", "38010"];
        let commune = |(place, code): (usize, &&'static str)| Commune {
            code,
            share: [0.5, 0.62, 0.55, 0.7, 0.4][place % 5],
            effective: if place == 0 { 12.0 } else { 80.0 },
            wanted: place == 0,
        };
        CODES.iter().enumerate().map(commune).take(count).collect()
    }

    #[test]
    fn a_commune_with_few_answers_leans_on_the_others() {
        let found = model(&communes(10), None, 0.95);
        assert_eq!(found.len(), 1);
        let one = found["38001"];
        assert!(one.value > 0.5 && one.value < 0.6, "between its own share and that of all: {}", one.value);
        assert!(one.interval.0 < one.value && one.value < one.interval.1);
        assert!(one.interval.1 - one.interval.0 < 0.5, "narrower than twelve answers alone would give");
    }

    #[test]
    fn a_handful_of_communes_is_no_ground_for_a_model() {
        assert!(model(&communes(LEAST - 1), None, 0.95).is_empty());
    }
}
