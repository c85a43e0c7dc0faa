//! One figure over a base of people.

use super::context::{Context, Prepared};
use super::measure::Answers;
use super::report::{Hidden, Reading, Shown, Silence, Unreliable};
use super::spec::{Kind, MeasureReading};
use super::{Refusal, spec};
use crate::design_effect::Reference;
use crate::estimate::{Estimate, Interval};
use crate::interval::{Method, finite_population_interval};
use crate::means::restrict;
use crate::nps::net_promoters;

/// The people a figure is about.
pub struct Base {
    pub inside: Vec<bool>,
    /// How many people the whole group holds, where it is known.
    pub population: Option<f64>,
}

impl Base {
    pub fn whole(prepared: &Prepared<'_>) -> Self {
        Self { inside: vec![true; prepared.rows.len()], population: prepared.spec.size }
    }

    pub fn of(inside: Vec<bool>) -> Self {
        Self { inside, population: None }
    }
}

/// The headline figure over a base, or why it is not shown.
pub fn reading(
    context: &Context<'_>,
    prepared: &Prepared<'_>,
    answers: &Answers<'_>,
    base: &Base,
) -> Result<Reading, Refusal> {
    let values = restrict(&answers.headline, |unit| base.inside[unit]);
    let n = values.iter().filter(|value| !value.is_nan()).count();
    if n == 0 || (n as u64) < context.plan.minimum_count {
        return Ok(Reading::Hidden(Hidden { why: Silence::TooFew }));
    }
    let place = format!("{}/{}", answers.measure.name, prepared.spec.name);
    let estimate = prepared.design.mean(&values).map_err(Refusal::estimation(&place))?;
    let missing =
        base.inside.iter().zip(&answers.answered).filter(|(inside, answered)| **inside && !**answered).count();
    let mut shown = Shown::bare(estimate.value, n, missing);
    if prepared.spec.kind != Kind::Flow {
        let interval = interval(context.plan, prepared, answers, &values, &estimate, base.population);
        shown.interval = Some(interval.map_err(Refusal::estimation(&place))?);
        shown.with_design(prepared, &values, &estimate).map_err(Refusal::estimation(&place))?;
        if answers.is_share() {
            shown.with_cautions(context.plan, prepared, estimate).map_err(Refusal::estimation(&place))?;
        }
    }
    shown.with_distribution(prepared, answers, base)?;
    Ok(Reading::Shown(Box::new(shown)))
}

/// The interval of a headline figure: that of a share, exact where everyone agrees, in a finite population where it is
/// known; that of promoters; that of a mean.
pub fn interval(
    plan: &spec::Plan,
    prepared: &Prepared<'_>,
    answers: &Answers<'_>,
    values: &[f64],
    estimate: &Estimate,
    population: Option<f64>,
) -> Result<Interval, crate::Error> {
    if matches!(answers.measure.reading, MeasureReading::NetPromoters) {
        let inside: Vec<f64> =
            answers.raw.iter().zip(values).map(|(mark, kept)| if kept.is_nan() { f64::NAN } else { *mark }).collect();
        return Ok(net_promoters(&prepared.design, &inside, plan.level)?.interval);
    }
    if !answers.is_share() {
        return estimate.interval(plan.level);
    }
    let unanimous = estimate.variance <= 0.0 || estimate.value <= 0.0 || estimate.value >= 1.0;
    match population.filter(|_| unanimous) {
        Some(size) => {
            let yes = values.iter().filter(|value| **value > 0.5).count() as u64;
            finite_population_interval(yes, estimate.n as u64, people(size), plan.level)
        }
        None => prepared.design.proportion_of(*estimate).interval(plan.intervals, plan.level),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of people, positive and small")]
fn people(size: f64) -> u64 {
    size.round().max(0.0) as u64
}

impl Shown {
    fn bare(value: f64, n: usize, missing: usize) -> Self {
        Self {
            value,
            se: None,
            df: None,
            interval: None,
            n,
            missing,
            design_effect: None,
            effective_n: None,
            distribution: None,
            bottom: None,
            dont_know: None,
            mean: None,
            cautions: Vec::new(),
        }
    }

    fn with_design(
        &mut self,
        prepared: &Prepared<'_>,
        values: &[f64],
        estimate: &Estimate,
    ) -> Result<(), crate::Error> {
        self.se = Some(estimate.se());
        self.df = Some(estimate.df);
        if estimate.n > 1 {
            self.design_effect = prepared.design.deff_of_mean(values, estimate, Reference::default())?;
        }
        Ok(())
    }

    fn with_cautions(
        &mut self,
        plan: &spec::Plan,
        prepared: &Prepared<'_>,
        estimate: Estimate,
    ) -> Result<(), crate::Error> {
        let share = prepared.design.proportion_of(estimate);
        let effective = share.effective_size();
        self.effective_n = Some(effective);
        let exact = share.interval(Method::Beta, plan.level)?;
        if estimate.n < 30 || effective < 30.0 {
            self.cautions.push(Unreliable::FewAnswers);
        }
        if exact.width() >= 0.30 || (exact.width() > 0.05 && exact.width() > 1.3 * estimate.value) {
            self.cautions.push(Unreliable::WideInterval);
        }
        if estimate.df < 8.0 {
            self.cautions.push(Unreliable::FewDegrees);
        }
        Ok(())
    }

    fn with_distribution(
        &mut self,
        prepared: &Prepared<'_>,
        answers: &Answers<'_>,
        base: &Base,
    ) -> Result<(), Refusal> {
        let Some((name, scale)) = answers.scale else { return Ok(()) };
        let raw = restrict(&answers.raw, |unit| base.inside[unit]);
        let found = scale.distribution(&prepared.design, &raw).map_err(Refusal::scale(name))?;
        self.distribution = Some(found.shares.values);
        self.bottom = Some(found.bottom.value);
        self.dont_know = Some(found.dont_know.value);
        let volunteers = prepared.spec.kind == Kind::Flow;
        self.mean = found.mean.map(|mean| (mean.value, (!volunteers).then(|| mean.se())));
        Ok(())
    }
}
