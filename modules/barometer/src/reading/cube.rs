//! The report of the engine as a cube: what may not be published is not in it.

use std::collections::BTreeMap;

use arpent_survey::multiplicity::{Arrow as Seen, Break};
use arpent_survey::plan::{
    Breakdown, ChangeLine, DriversReport, Figure, GapLine, GapReport, PopulationReport, PriorityLine, Reading as Read,
    Report, Shown as Figured, Silence,
};

use super::plan::{GROUPS, named, users};
use super::table::{BY_SERVICE, OVERALL, code, profile};
use super::{Source, areas, groups};
use crate::domain::cube::{
    Arrow, Balance, Cell, Change, Cube, Cut, Driver, Drivers, FORMAT, Gap, Gaps, Group, MarginNote, Modelled, Named,
    Nature, PopulationNote, Priority, Reading, Shown, WaveNote, Weights, Withheld,
};
use crate::domain::protocol::{Frame, Population, PopulationKind, Protocol};
use crate::domain::question::Aspect;

/// The mode under which modes with too few answers are counted together.
const OTHER_MODES: &str = "other";

struct Cutter<'a> {
    report: &'a Report,
    source: &'a Source,
    protocol: &'a Protocol,
}

/// Cuts the cube of a wave from the report.
pub(super) fn of(report: &Report, slug: &str, source: &Source, before: Option<&Source>) -> Cube {
    let protocol = &source.version.protocol;
    let cutter = Cutter { report, source, protocol };
    Cube {
        format: FORMAT,
        barometer: slug.to_owned(),
        wave: WaveNote {
            number: source.wave.number,
            title: source.wave.title.clone(),
            season: source.wave.season.code().to_owned(),
            opens: source.wave.opens,
            closes: source.wave.closes,
        },
        protocol: source.version.number,
        protocol_sha256: source.version.sha256.clone().unwrap_or_default(),
        rules: protocol.rules.clone(),
        scale: protocol.scale.clone(),
        services: protocol
            .services
            .iter()
            .map(|one| Named { code: one.code.clone(), name: one.name.clone() })
            .collect(),
        populations: protocol.populations.iter().map(|one| cutter.population(one)).collect(),
        variables: groups::of(source).into_iter().map(|one| one.variable).collect(),
        cells: cutter.cells(),
        changes: before.map(|before| cutter.changes(before)).unwrap_or_default(),
        gaps: report.gaps.iter().map(|gaps| cutter.gaps(gaps)).collect(),
        priorities: report.priorities.iter().flat_map(|one| &one.lines).map(priority).collect(),
        drivers: report.drivers.first().map(drivers),
    }
}

impl Cutter<'_> {
    fn least(&self) -> usize {
        self.protocol.rules.suppress_under as usize
    }

    fn answers(&self, population: &str) -> usize {
        self.source.gathered.of(population).map_or(0, |answers| answers.n)
    }

    /// Too few people to be shown service by service. Users are never a small circle whose members know each other.
    fn is_pooled(&self, population: &Population) -> bool {
        let few = self.answers(&population.code) < self.protocol.rules.pool_under as usize;
        few && population.kind != PopulationKind::Users
    }

    fn population(&self, population: &Population) -> PopulationNote {
        let name = named(&population.code, self.source.wave.number);
        let report = self.report.populations.iter().find(|one| one.name == name);
        let (nature, size) = match &population.frame {
            Frame::Flow => (Nature::Flow, None),
            Frame::Survey { quotas, strata, .. } => (
                if *quotas { Nature::Quota } else { Nature::Survey },
                (!strata.is_empty()).then(|| strata.iter().map(|one| one.size).sum()),
            ),
        };
        let n = self.answers(&population.code);
        let enough = n >= self.least() && n > 0;
        PopulationNote {
            code: population.code.clone(),
            name: population.name.clone(),
            kind: population.kind,
            nature,
            answers: enough.then_some(n as u64),
            size,
            modes: if enough { self.modes(&population.code) } else { Vec::new() },
            weights: report.filter(|_| enough && nature != Nature::Flow).map(|one| self.weights(population, one)),
            lonely_strata: report.filter(|_| enough).map(|one| one.lonely_strata.clone()).unwrap_or_default(),
        }
    }

    /// Answers by mode, where no mode has fewer than the least count, nor those that are counted together.
    fn modes(&self, population: &str) -> Vec<(String, u64)> {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for mode in self.source.gathered.of(population).map(|answers| answers.modes.as_slice()).unwrap_or_default() {
            *counts.entry(mode).or_default() += 1;
        }
        let mut counts: Vec<(String, u64)> = counts.into_iter().map(|(mode, n)| (mode.to_owned(), n)).collect();
        counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let mut together = 0;
        while counts
            .last()
            .is_some_and(|(_, n)| *n < self.least() as u64 || (1..self.least() as u64).contains(&together))
        {
            together += counts.pop().map_or(0, |(_, n)| n);
        }
        if together > 0 {
            counts.push((OTHER_MODES.to_owned(), together));
        }
        counts
    }

    fn weights(&self, population: &Population, report: &PopulationReport) -> Weights {
        let weighting = &report.weighting;
        let margins = self.protocol.margins.iter().filter(|margin| margin.population == population.code);
        Weights {
            margins: margins
                .map(|one| MarginNote { variable: one.variable.clone(), source: one.source.clone(), year: one.year })
                .collect(),
            effective: weighting.used.n_eff,
            deff: weighting.used.deff,
            min: weighting.used.min,
            max: weighting.used.max,
            gap: weighting.margin_gap,
            trimmed: weighting.trimmed.map(|(raised, lowered, moved)| (raised as u64, lowered as u64, moved)),
            balance: self.balance(population),
        }
    }

    /// A margin with a small category is left out whole: its other categories would tell how small.
    fn balance(&self, population: &Population) -> Vec<Balance> {
        let Some(answers) = self.source.gathered.of(&population.code) else { return Vec::new() };
        let of = self.protocol.margins.iter().filter(|margin| margin.population == population.code);
        of.flat_map(|margin| {
            let groups = answers.groups(&profile(&margin.variable));
            let counted = |code: &str| groups.iter().filter(|group| **group == Some(code)).count();
            let total: f64 = margin.cells.iter().map(|cell| cell.total).sum();
            let counts: Vec<usize> = margin.cells.iter().map(|cell| counted(&cell.code)).collect();
            let large = counts.iter().all(|count| *count >= self.least().max(1)) && total > 0.0;
            let lines = margin.cells.iter().zip(counts).filter(|_| large).map(|(cell, count)| Balance {
                variable: margin.variable.clone(),
                value: cell.code.clone(),
                answers: count as f64 / answers.n as f64,
                people: cell.total / total,
            });
            lines.collect::<Vec<_>>()
        })
        .collect()
    }

    fn cells(&self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for population in &self.protocol.populations {
            let name = named(&population.code, self.source.wave.number);
            let of = |figure: &&Figure| figure.population == name && !figure.measure.starts_with(GROUPS);
            cells.extend(self.report.figures.iter().filter(of).map(|figure| self.cell(population, figure)));
            for breakdown in self.report.breakdowns.iter().filter(|one| one.population == name) {
                cells.extend(self.groups(population, breakdown));
            }
        }
        cells
    }

    fn groups(&self, population: &Population, breakdown: &Breakdown) -> Vec<Cell> {
        let readings: Vec<Reading> =
            breakdown.groups.iter().map(|group| self.reading(population, &group.reading)).collect();
        let mut modelled = self.modelled(population, breakdown, &readings);
        let lines = breakdown.groups.iter().zip(readings).map(|(group, reading)| Cell {
            population: population.code.clone(),
            aspect: Aspect::Satisfaction,
            item: breakdown.item.clone(),
            group: Some(Group { variable: variable(&breakdown.by), value: group.group.clone() }),
            reading,
            modelled: modelled.remove(&group.group),
        });
        lines.collect()
    }

    /// What a model says of the communes that are only counted. What may not be published does not enter it, so that
    /// nothing of a hidden commune can be worked out from the others.
    fn modelled(
        &self,
        population: &Population,
        breakdown: &Breakdown,
        readings: &[Reading],
    ) -> BTreeMap<String, Modelled> {
        let by = variable(&breakdown.by);
        let communes =
            groups::of(self.source).into_iter().any(|one| one.variable.code == by && one.variable.is_of_communes());
        let report = self.report.populations.iter().find(|one| one.name == breakdown.population);
        let Some(report) = report.filter(|_| communes && population.frame != Frame::Flow) else {
            return BTreeMap::new();
        };
        let kept =
            breakdown.groups.iter().zip(readings).filter_map(|(group, reading)| match (&group.reading, reading) {
                (Read::Shown(direct), Reading::Shown(_) | Reading::Counted { .. }) => Some(areas::Commune {
                    code: &group.group,
                    share: direct.value,
                    effective: direct.n as f64 / report.weighting.used.deff.max(1.0),
                    wanted: matches!(reading, Reading::Counted { .. }),
                }),
                _ => None,
            });
        areas::model(
            &kept.collect::<Vec<_>>(),
            self.protocol.margin(&population.code, &by),
            self.protocol.rules.confidence,
        )
    }

    fn cell(&self, population: &Population, figure: &Figure) -> Cell {
        let aspect = BY_SERVICE.into_iter().find(|aspect| code(*aspect) == figure.measure);
        Cell {
            population: population.code.clone(),
            aspect: aspect.unwrap_or(Aspect::Overall),
            item: if figure.measure == OVERALL { String::new() } else { figure.item.clone() },
            group: None,
            reading: self.reading(population, &figure.reading),
            modelled: None,
        }
    }

    fn reading(&self, population: &Population, read: &Read) -> Reading {
        if self.is_pooled(population) {
            return Reading::Withheld { why: Withheld::Pooled };
        }
        match read {
            Read::Hidden(hidden) => Reading::Withheld {
                why: if hidden.why == Silence::TooFew { Withheld::TooFew } else { Withheld::Protects },
            },
            Read::Shown(shown) if shown.interval.is_some() && shown.n < self.protocol.rules.estimate_from as usize => {
                Reading::Counted { n: shown.n as u64 }
            }
            Read::Shown(shown) => Reading::Shown(Box::new(figure(shown))),
        }
    }

    fn changes(&self, before: &Source) -> Vec<Change> {
        let shown = |population: &str, item: &str| {
            let kept = self.protocol.population(population).is_some_and(|one| !self.is_pooled(one));
            kept && self.shows(population, item)
        };
        let mut out = Vec::new();
        for report in &self.report.changes {
            let lines = report.lines.iter().filter(|line| shown(&report.name, &line.item));
            out.extend(lines.map(|line| change(&report.name, before.wave.number, line)));
        }
        out
    }

    /// Whether a service's share is published for a whole population.
    fn shows(&self, population: &str, item: &str) -> bool {
        let name = named(population, self.source.wave.number);
        let satisfaction = code(Aspect::Satisfaction);
        let found = self
            .report
            .figures
            .iter()
            .find(|one| one.population == name && one.measure == satisfaction && one.item == item);
        let population = self.protocol.population(population);
        found.zip(population).is_some_and(|(one, of)| matches!(self.reading(of, &one.reading), Reading::Shown(_)))
    }

    fn gaps(&self, report: &GapReport) -> Gaps {
        let users = users(self.source).map(|one| one.code.clone()).unwrap_or_default();
        let below = self.protocol.rules.false_discovery;
        let kept = |line: &&GapLine| self.shows(&report.name, &line.item) && self.shows(&users, &line.item);
        let lines: Vec<Gap> = report.lines.iter().filter(kept).map(|line| gap(line, below)).collect();
        Gaps {
            agreement: report.rank_agreement.as_ref().map(|found| found.rho).filter(|_| !lines.is_empty()),
            whole: report.pooled.as_ref().map(|line| gap(line, below)),
            population: report.name.clone(),
            users,
            lines,
        }
    }
}

fn variable(column: &str) -> String {
    column.trim_start_matches("profile/").trim_start_matches('~').to_owned()
}

fn figure(shown: &Figured) -> Shown {
    Shown {
        value: shown.value,
        interval: shown.interval.map(|interval| (interval.low, interval.high)),
        n: shown.n as u64,
        distribution: shown.distribution.clone().unwrap_or_default(),
        dont_know: shown.dont_know,
        fragile: !shown.cautions.is_empty(),
    }
}

fn change(population: &str, since: i64, line: &ChangeLine) -> Change {
    let cut = |why: &Break| match why {
        Break::Season => Cut::Season,
        Break::Mode => Cut::Mode,
        Break::Wording | Break::Scale | Break::Declared => Cut::Declared,
    };
    Change {
        population: population.to_owned(),
        since,
        item: line.item.clone(),
        before: line.before,
        points: line.points,
        se: 100.0 * line.se,
        interval: (100.0 * line.interval.low, 100.0 * line.interval.high),
        q: line.q,
        arrow: match line.verdict.arrow {
            Seen::Up => Arrow::Up,
            Seen::Down => Arrow::Down,
            Seen::NoDetectableChange => Arrow::Undetected,
            Seen::Cut => Arrow::Cut,
        },
        cuts: line.verdict.breaks.iter().map(cut).collect(),
    }
}

fn gap(line: &GapLine, below: f64) -> Gap {
    let side = |(value, _, interval, n): (f64, f64, arpent_survey::Interval, usize)| {
        (value, (interval.low, interval.high), n as u64)
    };
    let q = line.q.or(line.p);
    Gap {
        item: line.item.clone(),
        own: side(line.first),
        users: side(line.second),
        points: 100.0 * line.gap,
        se: 100.0 * line.se,
        interval: (100.0 * line.interval.low, 100.0 * line.interval.high),
        q: line.q,
        // Where nothing varies on a side, only the interval tells.
        real: q.is_some_and(|q| q < below) && !(line.interval.low <= 0.0 && line.interval.high >= 0.0),
    }
}

fn priority(line: &PriorityLine) -> Priority {
    Priority {
        item: line.item.clone(),
        importance: line.importance,
        satisfaction: line.satisfaction,
        rating: line.rating,
        interval: (line.interval.low, line.interval.high),
        rank: line.rank as u64,
        tied_with: line.tied_with.clone(),
        at: (line.matrix.importance.0, line.matrix.satisfaction.0),
        ellipse: line.matrix.ellipse.map(|one| (one.major, one.minor, one.angle)),
        quadrant: quadrant(line).to_owned(),
        certain: line.matrix.certain,
    }
}

const fn quadrant(line: &PriorityLine) -> &'static str {
    use arpent_survey::importance::Quadrant;
    match line.matrix.quadrant {
        Quadrant::Concentrate => "concentrate",
        Quadrant::KeepUp => "keep_up",
        Quadrant::LowPriority => "low_priority",
        Quadrant::PossibleOverkill => "possible_overkill",
    }
}

fn drivers(report: &DriversReport) -> Drivers {
    let name = |place: &usize| report.drivers.get(*place).map(|line| line.item.clone());
    let lines = report.drivers.iter().map(|line| Driver {
        item: line.item.clone(),
        coefficient: line.coefficient.map(|found| (found.value, found.se)),
        share: line.share.share,
        share_range: line.share.share_range,
        rank: line.share.rank as u64,
        rank_range: (line.share.rank_range.0 as u64, line.share.rank_range.1 as u64),
        tied_with: line.share.tied_with.iter().filter_map(name).collect(),
    });
    let mut lines: Vec<Driver> = lines.collect();
    lines.sort_by_key(|line| line.rank);
    Drivers { n: report.n as u64, r_squared: report.r_squared, lines }
}
