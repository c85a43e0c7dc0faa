//! Figures, verdicts and roles in words. No estimate is shown here without its n, its period and its interval.

use arpent_core::Role;
use arpent_core::figure::Interval;
use arpent_core::verdict::{Sample, ThresholdVerdict, Verdict, against_threshold};
use arpent_look::chart::{self, Caption, Compared, Estimate, Words};
use arpent_texts::{Lang, date, date_short, decimal, number, percent};
use arpent_web::context::signs_as;
use arpent_web::texts::Texts as KernelTexts;
use jiff::civil::Date;

use crate::domain::commitments::Outcome;
use crate::domain::experiments::Experiment;
use crate::domain::metrics::{Aim, Measure, Metric, MetricKind};
use crate::texts::Texts;

/// Most decimals a figure is written with.
const MOST_DIGITS: u8 = 3;
/// Room left beyond the highest bound on a figure of means.
const HEADROOM: f64 = 1.1;

/// How the values of a metric are written.
#[derive(Debug, Clone, Copy)]
pub struct Unit<'a> {
    t: Texts,
    kind: MetricKind,
    name: &'a str,
}

impl<'a> Unit<'a> {
    /// The unit of a metric.
    pub fn of(t: Texts, metric: &'a Metric) -> Self {
        Self { t, kind: metric.kind, name: &metric.unit }
    }

    const fn lang(self) -> Lang {
        self.t.lang()
    }

    const fn usual_digits(self) -> u8 {
        match self.kind {
            MetricKind::Proportion => 0,
            MetricKind::Mean => 1,
        }
    }

    /// `79 %`, `13,8 min`.
    pub fn value(self, value: f64) -> String {
        self.with(value, self.usual_digits())
    }

    /// The width of a margin: `5 points`, `1,5 min`.
    pub fn margin(self, value: f64) -> String {
        self.change(value, self.usual_digits()).trim_start_matches('+').to_owned()
    }

    fn with(self, value: f64, digits: u8) -> String {
        match self.kind {
            MetricKind::Proportion => percent(self.lang(), value, digits),
            MetricKind::Mean => format!("{}\u{a0}{}", decimal(self.lang(), value, digits), self.name),
        }
    }

    /// `+24 points`, `−2,3 min`.
    fn change(self, value: f64, digits: u8) -> String {
        let scaled = if self.kind == MetricKind::Proportion { value * 100.0 } else { value };
        let figure = decimal(self.lang(), scaled.abs(), digits);
        let sign = if figure.chars().all(|c| "0.,".contains(c)) {
            ""
        } else if scaled < 0.0 {
            "−"
        } else {
            "+"
        };
        let unit = if self.kind == MetricKind::Proportion { self.t.unit_points() } else { self.name };
        format!("{sign}{figure}\u{a0}{unit}")
    }

    /// The fewest decimals at which rounding moves no bound onto, or across, what it is compared with.
    fn digits_against(self, bounds: [f64; 2], other: f64) -> u8 {
        let scale = if self.kind == MetricKind::Proportion { 100.0 } else { 1.0 };
        let apart = |digits: u8| {
            let round = |value: f64| (value * scale * 10_f64.powi(i32::from(digits))).round();
            bounds
                .iter()
                .all(|bound| (round(*bound) - round(other)).abs() > 0.5 || (bound - other).abs() < f64::EPSILON)
        };
        (self.usual_digits()..MOST_DIGITS).find(|digits| apart(*digits)).unwrap_or(MOST_DIGITS)
    }
}

/// A verdict as a page shows it: its meaning as a colour, its word, its sentence.
#[derive(Debug, Clone)]
pub struct Said {
    /// Class of the meaning.
    pub meaning: &'static str,
    /// In one or two words.
    pub word: &'static str,
    /// With the interval.
    pub sentence: String,
}

/// What a result says of a threshold: "Entre 71 % et 86 %, au-dessus du seuil de 65 % : atteint".
pub fn threshold(unit: Unit, sample: &Sample, (aim, threshold): (Aim, f64), min_n: i64) -> Said {
    let t = unit.t;
    let verdict = against_threshold(sample, threshold, aim.direction(), min_n);
    let (meaning, word) = match verdict {
        ThresholdVerdict::Met => ("success", t.verdict_met()),
        ThresholdVerdict::NotMet => ("danger", t.verdict_not_met()),
        ThresholdVerdict::NotConclusive => ("info", t.verdict_not_conclusive()),
        ThresholdVerdict::TooFew => ("info", t.verdict_too_few()),
    };
    let few = || t.verdict_too_few_sentence(min_n, sample.n());
    let sentence = match (sample.interval(), verdict) {
        (None, _) | (_, ThresholdVerdict::TooFew) => few(),
        (Some(interval), verdict) => side(unit, interval, threshold, above(verdict, aim), word),
    };
    Said { meaning, word, sentence }
}

/// Whether the whole interval lies above the threshold, below it, or across.
const fn above(verdict: ThresholdVerdict, aim: Aim) -> Option<bool> {
    match (verdict, aim) {
        (ThresholdVerdict::Met, Aim::Up) | (ThresholdVerdict::NotMet, Aim::Down) => Some(true),
        (ThresholdVerdict::Met, Aim::Down) | (ThresholdVerdict::NotMet, Aim::Up) => Some(false),
        _ => None,
    }
}

fn side(unit: Unit, interval: Interval, threshold: f64, above: Option<bool>, word: &str) -> String {
    let digits = unit.digits_against([interval.low, interval.high], threshold);
    let [low, high, threshold] = [interval.low, interval.high, threshold].map(|value| unit.with(value, digits));
    let t = unit.t;
    match above {
        Some(true) => t.verdict_above(high, low, threshold, word),
        Some(false) => t.verdict_below(high, low, threshold, word),
        None => t.verdict_astride(high, low, threshold, word),
    }
}

/// What two measures say of a change: "L'écart est compris entre +12 et +36 points : c'est mieux".
pub fn change(unit: Unit, outcome: &Outcome, metric: &Metric) -> Option<Said> {
    let t = unit.t;
    let found = outcome.change?;
    let (meaning, word) = match found.verdict {
        Verdict::Improved => ("success", t.change_improved()),
        Verdict::Unchanged => ("info", t.change_unchanged()),
        Verdict::Worse => ("danger", t.change_worse()),
        Verdict::NotConclusive => ("info", t.change_not_conclusive()),
    };
    let after = outcome.after.as_ref()?;
    let least = outcome.before.sample.n().min(after.sample.n());
    let sentence = match found.interval {
        Some(_) if least < metric.min_n => t.change_too_few_sentence(metric.min_n, least),
        None => t.change_too_few_sentence(metric.min_n, least),
        Some(interval) => {
            let digits = unit.digits_against([interval.low, interval.high], 0.0);
            let [low, high] = [interval.low, interval.high].map(|bound| unit.change(bound, digits));
            match found.verdict {
                Verdict::Improved => t.change_improved_sentence(high, low),
                Verdict::Unchanged => t.change_unchanged_sentence(high, low),
                Verdict::Worse => t.change_worse_sentence(high, low),
                Verdict::NotConclusive => t.change_not_conclusive_sentence(high, low),
            }
        }
    };
    Some(Said { meaning, word, sentence })
}

/// `n = 124 · intervalle à 95 % : de 71 % à 86 %`.
pub fn precision(unit: Unit, sample: &Sample) -> String {
    let t = unit.t;
    match sample.interval() {
        None => t.figure_n(sample.n()),
        Some(interval) => t.figure_precision(unit.value(interval.high), unit.value(interval.low), sample.n()),
    }
}

/// `du 3 mars 2026 au 28 mars 2026`.
pub fn period(t: Texts, from: Date, to: Date) -> String {
    t.figure_period(date_short(t.lang(), from), date_short(t.lang(), to))
}

/// A measure with everything it is owed.
pub fn measure_line(unit: Unit, measure: &Measure) -> String {
    format!(
        "{} · {} · {} · {}",
        measure.label,
        unit.value(measure.sample.value()),
        precision(unit, &measure.sample),
        period(unit.t, measure.from, measure.to)
    )
}

struct Drawn {
    value: f64,
    low: f64,
    high: f64,
    shown: String,
}

impl Drawn {
    fn of(unit: Unit, sample: &Sample) -> Self {
        let value = sample.value();
        let interval = sample.interval().unwrap_or(Interval { low: value, high: value });
        let shown = unit.t.figure_with_interval(unit.value(interval.high), unit.value(interval.low), unit.value(value));
        Self { value, low: interval.low, high: interval.high, shown }
    }

    fn point(unit: Unit, value: f64) -> Self {
        Self { value, low: value, high: value, shown: unit.value(value) }
    }

    fn estimate(&self) -> Estimate<'_> {
        Estimate { value: self.value, low: self.low, high: self.high, shown: &self.shown }
    }
}

/// What surrounds the marks of one of our figures.
struct Frame<'a> {
    title: &'a str,
    source: &'a str,
    series: [&'a str; 2],
    sentence: &'a str,
    precision: &'a str,
}

/// A row: its label, the mark it is read beside, its own, what may be said.
type Figured<'a> = (&'a str, Option<&'a Drawn>, &'a Drawn, &'a str);

fn draw(unit: Unit, frame: &Frame, rows: &[Figured]) -> String {
    let t = unit.t;
    let bounds = rows.iter().flat_map(|(_, before, after, _)| {
        before.iter().flat_map(|b| [b.low, b.high]).chain([after.low, after.high]).collect::<Vec<_>>()
    });
    let (low, high) = bounds.fold((0.0_f64, 0.0_f64), |(low, high), bound| (low.min(bound), high.max(bound)));
    let scale = match unit.kind {
        MetricKind::Proportion => (0.0, 1.0),
        MetricKind::Mean => (low * HEADROOM, high * HEADROOM),
    };
    let ends = [unit.value(scale.0), unit.value(scale.1)];
    let compared: Vec<Compared> = rows
        .iter()
        .map(|(label, before, after, verdict)| Compared {
            label,
            before: before.map(Drawn::estimate),
            after: after.estimate(),
            verdict,
        })
        .collect();
    let heads = [t.figure_what(), frame.series[0], frame.series[1], t.figure_verdict()];
    let words = Words { table: t.figure_table(), source: t.figure_source(), heads: &heads };
    let caption = Caption { title: frame.title, unit: frame.precision, source: frame.source, sentence: frame.sentence };
    chart::intervals(&caption, &words, scale, [&ends[0], &ends[1]], frame.series, &compared)
}

/// The result of an experiment beside its threshold; empty before there is one.
pub fn experiment_figure(t: Texts, metric: &Metric, experiment: &Experiment) -> String {
    let Some(result) = &experiment.result else { return String::new() };
    let unit = Unit::of(t, metric);
    let sheet = &experiment.sheet;
    let said = threshold(unit, &result.sample, (sheet.aim, sheet.threshold), sheet.min_n);
    let frame = Frame {
        title: &metric.title,
        source: &format!("{} · {}", sheet.place, metric.method),
        series: [t.figure_threshold(), t.figure_result()],
        sentence: &said.sentence,
        precision: &format!("{} · {}", precision(unit, &result.sample), period(t, sheet.start, sheet.end)),
    };
    let (limit, found) = (Drawn::point(unit, sheet.threshold), Drawn::of(unit, &result.sample));
    draw(unit, &frame, &[(&experiment.sheet.title, Some(&limit), &found, &said.sentence)])
}

/// Two measures of a metric beside each other; empty before the second one.
pub fn outcome_figure(t: Texts, metric: &Metric, outcome: &Outcome) -> String {
    let unit = Unit::of(t, metric);
    let (Some(after), Some(said)) = (&outcome.after, change(unit, outcome, metric)) else { return String::new() };
    let frame = Frame {
        title: &metric.title,
        source: &format!("{} · {}", after.source, metric.method),
        series: [&outcome.before.label, &after.label],
        sentence: &said.sentence,
        precision: &format!(
            "n = {} ({}) · n = {} ({})",
            number(t.lang(), outcome.before.sample.n()),
            period(t, outcome.before.from, outcome.before.to),
            number(t.lang(), after.sample.n()),
            period(t, after.from, after.to)
        ),
    };
    let (before, after) = (Drawn::of(unit, &outcome.before.sample), Drawn::of(unit, &after.sample));
    draw(unit, &frame, &[(&metric.title, Some(&before), &after, &said.sentence)])
}

/// Every measure of a metric that stands, in order of period; empty without one.
pub fn metric_figure(t: Texts, metric: &Metric, measures: &[Measure]) -> String {
    let standing: Vec<&Measure> = measures.iter().filter(|measure| measure.current).collect();
    let (Some(first), Some(last)) = (standing.first(), standing.last()) else { return String::new() };
    let unit = Unit::of(t, metric);
    let drawn: Vec<(Drawn, String)> = standing
        .iter()
        .map(|m| {
            (
                Drawn::of(unit, &m.sample),
                format!("n = {} · {}", number(t.lang(), m.sample.n()), period(t, m.from, m.to)),
            )
        })
        .collect();
    let sentences: Vec<String> = standing.iter().map(|m| measure_line(unit, m)).collect();
    let mut sources: Vec<&str> = standing.iter().map(|m| m.source.as_str()).collect();
    sources.dedup();
    let frame = Frame {
        title: &metric.title,
        source: &sources.join(" · "),
        series: [t.figure_first_measure(), t.figure_measure()],
        sentence: &sentences.join(". "),
        precision: &format!("{} · {}", metric.unit, period(t, first.from, last.to)),
    };
    // Each later measure is read beside the first one.
    let beside = |at: usize| drawn.first().map(|(found, _)| found).filter(|_| at > 0);
    let figured = standing.iter().zip(&drawn).enumerate();
    let rows: Vec<Figured> =
        figured.map(|(at, (m, (found, n)))| (m.label.as_str(), beside(at), found, n.as_str())).collect();
    draw(unit, &frame, &rows)
}

/// As what one signed, from the stored code of the role: "équipe d'animation".
pub fn signed(t: Texts, code: &str) -> String {
    Role::parse(code).map_or_else(|| t.signed_otherwise().to_owned(), |role| signs_as(KernelTexts::new(t.lang()), role))
}

/// A day with its weekday.
pub fn on(t: Texts, day: Date) -> String {
    date(t.lang(), day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arpent_core::Id;
    use arpent_texts::typography::plain;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn metric(kind: MetricKind, aim: Aim, unit: &str) -> Metric {
        Metric {
            id: Id::from_uuid(Uuid::nil()),
            initiative: Id::from_uuid(Uuid::nil()),
            title: "Compréhension".into(),
            unit: unit.into(),
            kind,
            aim,
            margin: 0.05,
            min_n: 30,
            method: "Trois questions".into(),
            version: 1,
        }
    }

    fn said(metric: &Metric, sample: Sample, aim: Aim, limit: f64, min_n: i64) -> String {
        plain(&threshold(Unit::of(Texts::new(Lang::Fr), metric), &sample, (aim, limit), min_n).sentence)
    }

    fn measure(label: &str, sample: Sample) -> Measure {
        Measure {
            id: Id::from_uuid(Uuid::nil()),
            metric: Id::from_uuid(Uuid::nil()),
            series: Id::from_uuid(Uuid::nil()),
            version: 1,
            label: label.into(),
            from: jiff::civil::date(2026, 3, 2),
            to: jiff::civil::date(2026, 3, 20),
            sample,
            source: "Accueil".into(),
            method: String::new(),
            reason: String::new(),
            role: "agent".into(),
            at: Timestamp::UNIX_EPOCH,
            current: true,
        }
    }

    fn moved(metric: &Metric, before: Sample, after: Sample) -> String {
        let outcome = Outcome::new(metric, measure("Avant", before), Some(measure("Après", after)));
        plain(&change(Unit::of(Texts::new(Lang::Fr), metric), &outcome, metric).expect("two measures").sentence)
    }

    #[test]
    fn a_share_above_its_threshold_is_said_with_its_interval() {
        let share = metric(MetricKind::Proportion, Aim::Up, "%");
        assert_eq!(
            said(&share, Sample::proportion(98, 124), Aim::Up, 0.65, 100),
            "Entre 71 % et 85 %, au-dessus du seuil de 65 % : atteint"
        );
    }

    #[test]
    fn a_mean_that_should_fall_says_on_which_side_it_lies() {
        let wait = metric(MetricKind::Mean, Aim::Down, "min");
        assert_eq!(
            said(&wait, Sample::mean(13.8, 9.1, 52), Aim::Down, 13.0, 50),
            "Entre 11,3 min et 16,3 min, de part et d'autre du seuil de 13,0 min : non concluant"
        );
        assert_eq!(
            said(&wait, Sample::mean(17.4, 4.0, 96), Aim::Down, 13.0, 50),
            "Entre 16,6 min et 18,2 min, au-dessus du seuil de 13,0 min : manqué"
        );
    }

    #[test]
    fn rounding_never_puts_a_bound_on_the_threshold_it_misses() {
        let share = metric(MetricKind::Proportion, Aim::Up, "%");
        let sentence = said(&share, Sample::proportion(730, 1_000), Aim::Up, 0.70, 100);
        assert_eq!(sentence, "Entre 70,2 % et 75,7 %, au-dessus du seuil de 70,0 % : atteint");
    }

    #[test]
    fn too_few_observations_conclude_nothing() {
        let share = metric(MetricKind::Proportion, Aim::Up, "%");
        let sentence = said(&share, Sample::proportion(19, 19), Aim::Up, 0.5, 100);
        assert_eq!(sentence, "19 observations, il en fallait 100 : trop peu pour conclure");
    }

    #[test]
    fn a_change_is_said_by_the_interval_of_its_difference() {
        let share = metric(MetricKind::Proportion, Aim::Up, "%");
        assert_eq!(
            moved(&share, Sample::proportion(68, 126), Sample::proportion(101, 130)),
            "L'écart est compris entre +12 points et +34 points : c'est mieux"
        );
        let wait = metric(MetricKind::Mean, Aim::Down, "min");
        assert_eq!(
            moved(&wait, Sample::mean(17.4, 11.2, 96), Sample::mean(15.1, 9.8, 104)),
            "L'écart est compris entre −5,2 min et +0,6 min : on ne peut pas dire que cela a changé"
        );
    }

    #[test]
    fn a_figure_carries_its_n_its_source_and_its_verdict() {
        let share = metric(MetricKind::Proportion, Aim::Up, "%");
        let outcome = Outcome::new(
            &share,
            measure("Avant", Sample::proportion(68, 126)),
            Some(measure("Après", Sample::proportion(101, 130))),
        );
        let drawn = plain(&outcome_figure(Texts::new(Lang::Fr), &share, &outcome));
        for part in ["n = 126", "n = 130", "Accueil", "c'est mieux", "<table"] {
            assert!(drawn.contains(part), "{part} is missing");
        }
    }
}
