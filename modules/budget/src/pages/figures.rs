//! The figures of a count: votes, rules side by side, what the outcome does for each group.

use arpent_look::chart::{self, Bar, Caption, Words};
use arpent_texts::{decimal, percent};
use arpent_web::Ctx;

use super::groups;
use super::words;
use crate::domain::told::{Group, Served, Told};
use crate::texts::Texts;

/// A row of a figure: its name, its length, its value in words.
type Row = (String, Option<f64>, String);

/// What is written around a figure.
struct Around<'a> {
    title: &'a str,
    unit: &'a str,
    source: &'a str,
    heads: [&'a str; 2],
}

fn bars(ctx: &Ctx, around: &Around<'_>, most: Option<f64>, rows: &[Row]) -> String {
    let t = Texts::new(ctx.lang);
    let sentence = rows.iter().map(|(label, _, shown)| t.figure_says(label, shown)).collect::<Vec<_>>().join(" ; ");
    let caption = Caption { title: around.title, unit: around.unit, source: around.source, sentence: &sentence };
    let words = Words { table: t.figure_table(), source: t.figure_source_word(), heads: &around.heads };
    let bars: Vec<Bar<'_>> = rows.iter().map(|(label, value, shown)| Bar { label, value: *value, shown }).collect();
    chart::bars(&caption, &words, most, &bars)
}

/// How many ballots name each project, winners first.
pub(super) fn votes(ctx: &Ctx, told: &Told, source: &str) -> String {
    let t = Texts::new(ctx.lang);
    let row = |one: &crate::domain::told::Counted| {
        let voters = t.voters_of(one.voters);
        let shown = if one.won.is_some() { t.figure_won(voters) } else { voters };
        (t.source(one.number, one.title.as_str()), Some(one.voters as f64), shown)
    };
    let rows: Vec<Row> = told.projects.iter().map(row).collect();
    let around = Around {
        title: t.figure_votes(),
        unit: &t.figure_votes_unit(told.ballots),
        source,
        heads: [t.project_head(), t.votes_head()],
    };
    bars(ctx, &around, None, &rows)
}

fn share(represented: i64, people: i64) -> f64 {
    if people == 0 { 0.0 } else { represented as f64 / people as f64 }
}

/// Ballots with at least one winner, rule by rule, ours first.
pub(super) fn rules(ctx: &Ctx, told: &Told, ours: &str, source: &str) -> String {
    let t = Texts::new(ctx.lang);
    let row = |name: String, represented: i64| {
        let value = share(represented, told.ballots);
        (name, Some(100.0 * value), percent(ctx.lang, value, 1))
    };
    let mut rows = vec![row(t.others_ours(words::word(t, "rule-short", ours)), told.represented)];
    rows.extend(told.others.iter().map(|one| row(words::word(t, "rule-short", &one.rule).to_owned(), one.represented)));
    let around = Around {
        title: t.figure_rules(),
        unit: &t.figure_share_unit(told.ballots),
        source,
        heads: [t.others_rule(), t.others_represented()],
    };
    bars(ctx, &around, Some(100.0), &rows)
}

/// What the outcome does for the groups of a kind.
#[derive(Debug)]
pub(super) struct Kind {
    pub title: &'static str,
    pub figure: String,
    /// Heads of the columns of the table, the group's first.
    pub heads: Vec<String>,
    pub lines: Vec<GroupLine>,
}

/// A group, rule by rule.
#[derive(Debug)]
pub(super) struct GroupLine {
    pub label: String,
    /// With the head of their column.
    pub cells: Vec<(String, String)>,
}

/// Each kind of group that may be shown.
pub(super) fn kinds(ctx: &Ctx, told: &Told, ours: &str, source: &str) -> Vec<Kind> {
    let t = Texts::new(ctx.lang);
    let names: Vec<String> = std::iter::once(t.others_ours(words::word(t, "rule-short", ours)))
        .chain(told.others.iter().map(|one| words::word(t, "rule-short", &one.rule).to_owned()))
        .collect();
    let of = |column: &str| {
        let rows: Vec<(usize, &Group)> =
            told.groups.iter().enumerate().filter(|(_, group)| group.column == column).collect();
        (!rows.is_empty()).then(|| kind(ctx, told, (column, &rows), &names, source))
    };
    ["channel", "age", "zone"].into_iter().filter_map(of).collect()
}

fn kind(ctx: &Ctx, told: &Told, (column, rows): (&str, &[(usize, &Group)]), names: &[String], source: &str) -> Kind {
    let t = Texts::new(ctx.lang);
    let title = words::word(t, "groups", column);
    let drawn: Vec<Row> = rows
        .iter()
        .map(|(_, group)| {
            let label = groups::label(t, column, &group.label);
            match group.served {
                Some(served) => {
                    let value = share(served.represented, served.people);
                    (t.group_of(label, served.people), Some(100.0 * value), percent(ctx.lang, value, 1))
                }
                None => (label, None, t.group_hidden().to_owned()),
            }
        })
        .collect();
    let around = Around {
        title,
        unit: &t.figure_share_unit(told.ballots),
        source,
        heads: [t.group_head(), t.others_represented()],
    };
    let line = |(place, group): &(usize, &Group)| {
        let others = told.others.iter().map(|one| one.groups.get(*place).copied().flatten());
        let cells = std::iter::once(group.served).chain(others).map(|served| cell(ctx, served));
        GroupLine { label: groups::label(t, column, &group.label), cells: names.iter().cloned().zip(cells).collect() }
    };
    Kind {
        title,
        figure: bars(ctx, &around, Some(100.0), &drawn),
        heads: std::iter::once(t.group_head().to_owned()).chain(names.iter().cloned()).collect(),
        lines: rows.iter().map(line).collect(),
    }
}

/// What a rule does for a group, in few words.
fn cell(ctx: &Ctx, served: Option<Served>) -> String {
    let t = Texts::new(ctx.lang);
    served.map_or_else(
        || t.group_hidden().to_owned(),
        |one| {
            let share = percent(ctx.lang, share(one.represented, one.people), 1);
            t.group_cell(each(ctx, one.winners), share)
        },
    )
}

/// Hundredths as a number with two decimals.
pub(super) fn each(ctx: &Ctx, hundredths: i64) -> String {
    decimal(ctx.lang, hundredths as f64 / 100.0, 2)
}

/// A project that rules do not agree on.
#[derive(Debug)]
pub(super) struct Disputed {
    pub title: String,
    /// With the head of their column: kept or not.
    pub cells: Vec<(String, bool)>,
}

/// The projects that some rules keep and others do not.
pub(super) fn disputed(ctx: &Ctx, told: &Told, ours: &str) -> Vec<Disputed> {
    let t = Texts::new(ctx.lang);
    let name = |code: &str| words::word(t, "rule-short", code).to_owned();
    let line = |one: &crate::domain::told::Counted| {
        let others = told.others.iter().map(|other| (name(&other.rule), other.winners.contains(&one.number)));
        let cells: Vec<(String, bool)> = std::iter::once((name(ours), one.won.is_some())).chain(others).collect();
        let agree = cells.iter().all(|(_, kept)| *kept == cells[0].1);
        (!agree).then(|| Disputed { title: t.source(one.number, one.title.as_str()), cells })
    };
    told.projects.iter().filter_map(line).collect()
}
