//! The figures: each chart, then the table of the same figures; a figure that is hidden on the pages is hidden here.

use arpent_pdf::{Block, Column, Estimate, EstimateRow, Estimates, StackRow, Stacks, Table};
use arpent_texts::{Lang, decimal, list, percent};

use super::super::figures::{self, Line};
use super::super::{gaps, method, priorities, words};
use super::{Subject, heading};
use crate::domain::cube::{Arrow, Change, Cube, Driver, Gap, Gaps, Nature, PopulationNote, Priority, Shown};
use crate::domain::question::Aspect;

/// The results of each population, then what sets them against each other.
pub(super) fn of(subject: &Subject) -> Vec<Block> {
    let cube = subject.cube();
    let mut blocks: Vec<Block> = cube.populations.iter().flat_map(|one| population(subject, one)).collect();
    blocks.extend(all_gaps(subject));
    blocks.extend(all_priorities(subject));
    blocks
}

fn column(head: &str, width: f32, figures: bool) -> Column {
    Column { head: head.to_owned(), width, figures }
}

fn population(subject: &Subject, population: &PopulationNote) -> Vec<Block> {
    let (lang, t, cube) = (subject.lang, subject.t(), subject.cube());
    let lines = figures::lines(lang, cube, &population.code);
    if lines.is_empty() {
        return Vec::new();
    }
    let name = population.name.say(lang.code());
    let mut blocks = vec![heading(2, name), Block::Paragraph(words::nature(t, population.nature).to_owned())];
    let any = lines.iter().any(|line| line.reading.shown().is_some());
    if any {
        blocks.push(heading(3, t.figure_distribution(name)));
        blocks.push(stacks(subject, &lines));
        blocks.push(Block::Table(distribution(subject, name, &lines)));
    }
    blocks.push(heading(3, t.figure_shares(name)));
    if any {
        blocks.push(estimates(subject, population.nature, &lines));
    }
    blocks.push(Block::Table(shares(subject, population, &lines)));
    blocks.push(Block::Small(figures::source(lang, cube, population)));
    blocks
}

fn shown(lines: &[Line]) -> impl Iterator<Item = (&Line, &Shown)> {
    lines.iter().filter_map(|line| line.reading.shown().map(|shown| (line, shown)))
}

fn alt(subject: &Subject, lines: &[Line]) -> String {
    subject.t().report_figure(figures::sentence(subject.lang, lines))
}

fn stacks(subject: &Subject, lines: &[Line]) -> Block {
    let level = |level: &crate::domain::protocol::Level| level.label.say(subject.lang.code()).to_owned();
    let share = |share: &f64| (*share, percent(subject.lang, *share, 0));
    let row = |(line, shown): (&Line, &Shown)| StackRow {
        label: line.label.clone(),
        shares: shown.distribution.iter().map(share).collect(),
    };
    Block::Stacks(Stacks {
        alt: alt(subject, lines),
        levels: subject.cube().scale.levels.iter().map(level).collect(),
        rows: shown(lines).map(row).collect(),
    })
}

fn distribution(subject: &Subject, name: &str, lines: &[Line]) -> Table {
    let (lang, t) = (subject.lang, subject.t());
    let levels = &subject.cube().scale.levels;
    let mut columns = vec![column(t.service(), 3.0, false)];
    columns.extend(levels.iter().map(|level| column(level.label.say(lang.code()), 1.5, true)));
    columns.push(column(t.report_dont_know(), 1.2, true));
    columns.push(column(t.report_answers_head(), 1.3, true));
    let row = |(line, shown): (&Line, &Shown)| {
        let mut cells = vec![line.label.clone()];
        cells.extend(shown.distribution.iter().map(|share| percent(lang, *share, 0)));
        cells.resize(levels.len() + 1, String::new());
        cells.push(shown.dont_know.map(|share| percent(lang, share, 0)).unwrap_or_default());
        cells.push(method::count(lang, shown.n));
        cells
    };
    Table { caption: t.report_distribution(name), columns, rows: shown(lines).map(row).collect() }
}

fn estimates(subject: &Subject, nature: Nature, lines: &[Line]) -> Block {
    let (lang, t) = (subject.lang, subject.t());
    let compared = nature != Nature::Flow && lines.iter().any(|line| line.before.is_some());
    let row = |(line, shown): (&Line, &Shown)| EstimateRow {
        label: line.label.clone(),
        before: line.before.filter(|_| compared).map(|share| Estimate { share, interval: None }),
        value: Estimate { share: shown.value, interval: shown.interval },
    };
    let series = if compared { vec![t.wave_before().to_owned(), t.this_wave().to_owned()] } else { Vec::new() };
    Block::Estimates(Estimates {
        alt: alt(subject, lines),
        series,
        ends: ends(lang),
        rows: shown(lines).map(row).collect(),
    })
}

fn ends(lang: Lang) -> [String; 2] {
    [percent(lang, 0.0, 0), percent(lang, 1.0, 0)]
}

/// Every service, those without a figure with the reason why.
fn shares(subject: &Subject, population: &PopulationNote, lines: &[Line]) -> Table {
    let (lang, t, cube) = (subject.lang, subject.t(), subject.cube());
    let compared = lines.iter().any(|line| line.before.is_some());
    let mut columns = vec![column(t.service(), 2.1, false), column(t.satisfied(), 3.6, false)];
    if compared {
        columns.push(column(t.wave_before(), 1.4, true));
        columns.push(column(t.verdict(), 4.0, false));
    }
    let services =
        cube.services.iter().filter(|one| cube.reading(&population.code, Aspect::Satisfaction, &one.code).is_some());
    let row = |(line, service): (&Line, &crate::domain::cube::Named)| {
        let mut cells = vec![line.label.clone(), words::reading(lang, &line.reading)];
        if compared {
            let change = cube.change(&population.code, &service.code);
            cells.push(line.before.map(|before| words::share(lang, before)).unwrap_or_default());
            cells.push(change.map_or_else(|| t.report_first().to_owned(), |change| said(subject, change)));
        }
        cells
    };
    let name = population.name.say(lang.code());
    Table { caption: t.report_shares(name), columns, rows: lines.iter().zip(services).map(row).collect() }
}

/// What may be said of a change, with its interval where two waves may be compared.
fn said(subject: &Subject, change: &Change) -> String {
    let (lang, t) = (subject.lang, subject.t());
    let (low, high) = (words::signed(lang, change.interval.0), words::signed(lang, change.interval.1));
    let words = words::change(lang, change);
    match change.arrow {
        Arrow::Up | Arrow::Down => t.report_change_interval(words, high, low),
        Arrow::Undetected => t.report_estimated(words, high, low, words::points(lang, change.points)),
        Arrow::Cut => words,
    }
}

fn all_gaps(subject: &Subject) -> Vec<Block> {
    let (t, cube) = (subject.t(), subject.cube());
    if cube.gaps.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(2, t.gaps_title()), Block::Lead(t.gaps_lead().to_owned())];
    blocks.extend(cube.gaps.iter().flat_map(|one| gap(subject, one)));
    blocks
}

fn name(subject: &Subject, code: &str) -> String {
    let found = subject.cube().population(code);
    found.map_or_else(|| code.to_owned(), |one| one.name.say(subject.lang.code()).to_owned())
}

fn gap(subject: &Subject, one: &Gaps) -> Vec<Block> {
    let (lang, t) = (subject.lang, subject.t());
    let (own, users) = (name(subject, &one.population), name(subject, &one.users));
    let mut blocks = vec![heading(3, t.figure_gaps(list(lang, &[&own, &users])))];
    let whole = one.whole.as_ref().map(|gap| gaps::verdict(lang, &own, gap, true));
    let agreement = one.agreement.map(|rho| t.gap_agreement(decimal(lang, rho, 2)));
    let sentences = [whole, agreement];
    blocks.extend(sentences.into_iter().flatten().map(Block::Paragraph));
    if one.lines.is_empty() {
        blocks.push(Block::Paragraph(t.gap_pooled().to_owned()));
        return blocks;
    }
    let rows: Vec<Vec<String>> = one.lines.iter().map(|line| gap_row(subject, &own, line)).collect();
    let sentence: Vec<String> =
        rows.iter().map(|row| format!("{} : {users} {}, {own} {}", row[0], row[1], row[2])).collect();
    blocks.push(Block::Estimates(Estimates {
        alt: t.report_figure(sentence.join(" ; ")),
        series: vec![users.clone(), own.clone()],
        ends: ends(lang),
        rows: one.lines.iter().map(|line| facing(subject.cube(), lang, line)).collect(),
    }));
    blocks.push(Block::Table(Table {
        caption: t.report_gaps_table().to_owned(),
        columns: vec![
            column(t.service(), 2.0, false),
            column(&users, 2.4, false),
            column(&own, 2.4, false),
            column(t.verdict(), 3.6, false),
        ],
        rows,
    }));
    blocks
}

fn facing(cube: &Cube, lang: Lang, line: &Gap) -> EstimateRow {
    let side = |(share, interval, _): (f64, (f64, f64), u64)| Estimate { share, interval: Some(interval) };
    EstimateRow {
        label: cube.service(&line.item, lang.code()).to_owned(),
        before: Some(side(line.users)),
        value: side(line.own),
    }
}

fn gap_row(subject: &Subject, own: &str, line: &Gap) -> Vec<String> {
    let lang = subject.lang;
    let side = |(value, interval, n): (f64, (f64, f64), u64)| {
        let shown = Shown { value, interval: Some(interval), n, distribution: vec![], dont_know: None, fragile: false };
        subject.t().estimate_n(words::estimate(lang, &shown), n)
    };
    let service = subject.cube().service(&line.item, lang.code()).to_owned();
    vec![service, side(line.users), side(line.own), gaps::verdict(lang, own, line, false)]
}

fn all_priorities(subject: &Subject) -> Vec<Block> {
    let (lang, t, cube) = (subject.lang, subject.t(), subject.cube());
    if cube.priorities.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        heading(2, t.priorities_title()),
        Block::Lead(t.priorities_lead().to_owned()),
        Block::Table(Table {
            caption: t.priorities_caption().to_owned(),
            columns: vec![
                column(t.service(), 2.2, false),
                column(t.rank(), 0.9, false),
                column(t.find_important(), 2.2, false),
                column(t.satisfied(), 2.2, false),
                column(t.rating(), 1.6, false),
                column(t.reading(), 2.6, false),
            ],
            rows: cube.priorities.iter().map(|one| priority(subject, one)).collect(),
        }),
    ];
    if let Some(drivers) = &cube.drivers {
        blocks.push(heading(3, t.drivers_title()));
        blocks.push(Block::Paragraph(priorities::explained(lang, drivers)));
        let row = |one: &Driver| {
            let service = cube.service(&one.item, lang.code()).to_owned();
            vec![service, words::driver_share(lang, one), priorities::driver(lang, cube, one)]
        };
        blocks.push(Block::Table(Table {
            caption: t.report_drivers_table().to_owned(),
            columns: vec![
                column(t.service(), 2.4, false),
                column(t.driver_part(), 2.6, false),
                column(t.rank(), 5.0, false),
            ],
            rows: drivers.lines.iter().map(row).collect(),
        }));
    }
    blocks
}

fn priority(subject: &Subject, one: &Priority) -> Vec<String> {
    let (lang, t, cube) = (subject.lang, subject.t(), subject.cube());
    let line = priorities::priority(lang, cube, one);
    // With n and interval where the cube holds them.
    let users = cube.users().map_or("", |users| users.code.as_str());
    let full = |aspect: Aspect, short: String| {
        let found = cube.reading(users, aspect, &one.item).and_then(|reading| reading.shown());
        found.map_or(short, |shown| t.estimate_n(words::estimate(lang, shown), shown.n))
    };
    let tied = if line.tied.is_empty() { String::new() } else { t.report_tied(&line.tied) };
    vec![
        line.service,
        line.rank,
        full(Aspect::Importance, line.importance),
        full(Aspect::Satisfaction, line.satisfaction),
        line.rating,
        [line.quadrant, &tied].join(". ").trim_end_matches([' ', '.']).to_owned(),
    ]
}
