//! Metrics, measures, options, experiments.

use anyhow::{Result, anyhow};
use arpent_commons::commands::experiments::{self, NewResult};
use arpent_commons::commands::{metrics, options};
use arpent_commons::domain::experiments::ExperimentSheet;
use arpent_commons::domain::metrics::{Aim, MetricKind, NewMeasure, NewMetric};
use arpent_commons::domain::options::{NewOption, OptionSheet};
use arpent_core::verdict::Sample;

use super::Replay;
use super::keys::Kind;
use super::territory::code;
use crate::demonstration::schema::{self, Experiment, InitiativeFile, Measure, Metric};

fn sample(n: i64, successes: Option<i64>, mean: Option<f64>, sd: Option<f64>) -> Result<Sample> {
    match (successes, mean, sd) {
        (Some(successes), None, None) => Ok(Sample::proportion(successes, n)),
        (None, Some(mean), Some(sd)) => Ok(Sample::mean(mean, sd, n)),
        _ => Err(anyhow!("a sample has successes, or a mean and a standard deviation")),
    }
}

impl Replay<'_> {
    pub(super) async fn metric(&mut self, file: &InitiativeFile, metric: &Metric) -> Result<()> {
        let facilitator = self.facilitator(file).await?;
        let new = NewMetric {
            title: metric.title.clone(),
            unit: metric.unit.clone(),
            kind: code(MetricKind::parse, &metric.kind)?,
            aim: code(Aim::parse, &metric.direction)?,
            margin: None,
            min_n: None,
            method: metric.method.clone(),
        };
        let id = self.allowed(metrics::create(&facilitator, self.initiative(file)?, &new).await)?;
        self.keys.put(Kind::Metric, &file.initiative.key, &metric.key, id);
        Ok(())
    }

    pub(super) async fn measure(&mut self, file: &InitiativeFile, measure: &Measure) -> Result<()> {
        let caller = self.acting(&measure.by).await?;
        let new = NewMeasure {
            label: measure.label.clone(),
            from: self.day(measure.period_start),
            to: self.day(measure.period_end),
            sample: sample(measure.n, measure.successes, measure.mean, measure.sd)?,
            source: measure.source.clone(),
            method: measure.method.clone(),
        };
        let metric = self.keys.get(Kind::Metric, &file.initiative.key, &measure.metric)?;
        let id = self.allowed(metrics::measure(&caller, metric, &new).await)?;
        self.keys.put(Kind::Measure, &file.initiative.key, &measure.key, id);
        Ok(())
    }

    pub(super) async fn option(&mut self, file: &InitiativeFile, option: &schema::OptionSheet) -> Result<()> {
        let place = &file.initiative.key;
        let new = NewOption {
            sheet: OptionSheet {
                title: option.title.clone(),
                description: option.description.clone(),
                cost: option.cost.clone(),
                cost_euros: Some(option.cost_euros),
                delay: option.delay.clone(),
                delay_days: Some(option.delay_days),
                staff: option.staff.clone(),
                advantages: option.advantages.clone(),
                limits: option.limits.clone(),
            },
            contributions: self.keys.all(Kind::Contribution, place, &option.contributions)?,
            themes: self.keys.all(Kind::Theme, place, &option.themes)?,
        };
        let facilitator = self.facilitator(file).await?;
        let id = self.allowed(options::create(&facilitator, self.initiative(file)?, &new).await)?;
        self.keys.put(Kind::Option, place, &option.key, id);
        Ok(())
    }

    fn sheet(&self, file: &InitiativeFile, experiment: &Experiment) -> Result<ExperimentSheet> {
        let place = &file.initiative.key;
        let metric = |key: &str| self.keys.get(Kind::Metric, place, key);
        let option = experiment.option.as_deref().map(|key| self.keys.get(Kind::Option, place, key));
        Ok(ExperimentSheet {
            title: experiment.title.clone(),
            hypothesis: experiment.hypothesis.clone(),
            metric: metric(&experiment.metric)?,
            aim: code(Aim::parse, &experiment.direction)?,
            threshold: experiment.threshold,
            min_n: experiment.min_n,
            verdict_rule: experiment.verdict_rule.clone(),
            start: self.day(experiment.start_day),
            end: self.day(experiment.end_day),
            place: experiment.place.clone(),
            touches_work: experiment.touches_work_organisation,
            user_metric: Some(metric(&experiment.user_metric)?),
            agent_metric: Some(metric(&experiment.agent_metric)?),
            option: option.transpose()?,
        })
    }

    /// The facilitator writes the sheet, the person named authorises it, which freezes it.
    pub(super) async fn authorise(&mut self, file: &InitiativeFile, experiment: &Experiment) -> Result<()> {
        let (facilitator, authority) = (self.facilitator(file).await?, self.acting(&experiment.authorised_by).await?);
        let sheet = self.sheet(file, experiment)?;
        let id = self.allowed(experiments::create(&facilitator, self.initiative(file)?, &sheet).await)?;
        self.keys.put(Kind::Experiment, &file.initiative.key, &experiment.key, id);
        self.allowed(experiments::authorise(&authority, id).await)
    }

    pub(super) async fn conclude(&self, file: &InitiativeFile, experiment: &Experiment) -> Result<()> {
        let Some(result) = &experiment.result else { return Ok(()) };
        let caller = self.acting(&result.by).await?;
        let new = NewResult {
            sample: sample(result.n, result.successes, result.mean, result.sd)?,
            text: result.text.clone(),
            reason: String::new(),
        };
        let id = self.keys.get(Kind::Experiment, &file.initiative.key, &experiment.key)?;
        self.allowed(experiments::enter_result(&caller, id, &new).await)
    }
}
