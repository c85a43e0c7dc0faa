//! The ballot as it is filled in: on a phone, at a desk, or by whoever keys a sheet.

use arpent_texts::euros;
use arpent_web::{Choice, Ctx, Sent};

use super::words;
use crate::commands::ballots::Slate;
use crate::domain::ballot::Marks;
use crate::domain::settings::{BallotKind, GRADES};
use crate::store::budgets::Budget;
use crate::texts::Texts;

/// A project on the ballot.
#[derive(Debug)]
pub(super) struct Line {
    pub name: String,
    pub title: String,
    pub href: String,
    pub place: String,
    pub cost: String,
    /// What it takes of the total: its cents, or one.
    pub weight: i64,
    pub value: String,
    pub choices: Vec<Choice>,
    pub said: String,
}

/// The ballot, with its totals.
#[derive(Debug)]
pub(super) struct Sheet {
    pub kind: &'static str,
    pub how: String,
    pub totals: String,
    /// What the browser writes as one chooses; nothing for the ballots it does not follow.
    pub tally: Option<Tally>,
    pub lines: Vec<Line>,
}

/// The total as it is written while one chooses: `{spent}` and `{left}` stand for amounts or numbers.
#[derive(Debug)]
pub(super) struct Tally {
    /// What may be spent: cents, points or projects.
    pub most: i64,
    pub says: String,
    /// Once it is too much.
    pub over: String,
}

/// Reads what was filled in; what is no number is kept as one that no rule accepts.
fn read(sent: &Sent) -> Marks {
    let marks = sent.pairs().filter_map(|(name, value)| {
        let number = name.strip_prefix("m_")?.parse().ok()?;
        let value = value.trim();
        (!value.is_empty()).then(|| (number, value.parse().unwrap_or(-1)))
    });
    Marks(marks.collect())
}

/// Reads a ballot; no points on a project are silence.
pub(super) fn read_for(budget: &Budget, sent: &Sent) -> Marks {
    let mut marks = read(sent);
    if budget.settings.ballot == BallotKind::Points {
        marks.0.retain(|_, value| *value != 0);
    }
    marks
}

/// The ballot of a budget, filled in so far.
pub(super) fn sheet(ctx: &Ctx, budget: &Budget, slate: &Slate, marks: &Marks, base: &str) -> Sheet {
    let settings = &budget.settings;
    let t = Texts::new(ctx.lang);
    let line = |one: &crate::domain::project::Project| {
        let held = marks.0.get(&one.number).map(ToString::to_string).unwrap_or_default();
        let cost = one.cost.unwrap_or(0);
        Line {
            name: format!("m_{}", one.number),
            title: t.source(one.number, one.title.as_str()),
            href: [base, "/projets/", &one.number.to_string()].concat(),
            place: one.place.clone(),
            cost: euros(ctx.lang, cost),
            weight: if settings.ballot == BallotKind::Knapsack { cost } else { 1 },
            choices: choices(
                t,
                settings.ballot,
                settings.most.min(i64::try_from(slate.projects.len()).unwrap_or(0)),
                &held,
            ),
            said: said(t, settings.ballot, &held),
            value: held,
        }
    };
    Sheet {
        kind: settings.ballot.code(),
        how: words::ballot(ctx, settings, slate.amount),
        totals: totals(ctx, budget, slate, marks),
        tally: tally(t, budget, slate),
        lines: slate.projects.iter().map(line).collect(),
    }
}

fn tally(t: Texts, budget: &Budget, slate: &Slate) -> Option<Tally> {
    let (spent, left) = ("{spent}", "{left}");
    let most = budget.settings.most;
    match budget.settings.ballot {
        BallotKind::Knapsack => {
            Some(Tally { most: slate.amount, says: t.total_knapsack(left, spent), over: t.tally_dear(left, spent) })
        }
        BallotKind::Points => {
            Some(Tally { most, says: t.total_points(left, most), over: t.tally_points_over(left, most) })
        }
        BallotKind::Approval => {
            Some(Tally { most, says: t.tally_chosen(spent, most), over: t.tally_many(spent, most) })
        }
        BallotKind::Ranked | BallotKind::Grades => None,
    }
}

fn choices(t: Texts, kind: BallotKind, most: i64, held: &str) -> Vec<Choice> {
    match kind {
        BallotKind::Ranked => {
            let mut all = vec![Choice::new("", t.rank_none(), held)];
            all.extend((1..=most).map(|rank| Choice::new(rank.to_string(), t.rank(rank), held)));
            all
        }
        BallotKind::Grades => {
            let mut all = vec![Choice::new("", t.grade_none(), held)];
            let grade = |one: i64| Choice::new(one.to_string(), words::word(t, "grade", &one.to_string()), held);
            all.extend((0..GRADES).rev().map(grade));
            all
        }
        BallotKind::Approval | BallotKind::Knapsack | BallotKind::Points => vec![],
    }
}

/// What a ballot says of a project, in words; nothing when it does not name it.
fn said(t: Texts, kind: BallotKind, held: &str) -> String {
    let value: i64 = held.parse().unwrap_or(0);
    match kind {
        _ if held.is_empty() => String::new(),
        BallotKind::Approval | BallotKind::Knapsack => t.said_chosen().to_owned(),
        BallotKind::Points => t.said_points(value),
        BallotKind::Ranked => t.rank(value),
        BallotKind::Grades => words::word(t, "grade", held).to_owned(),
    }
}

/// What is chosen so far and what is left, in words.
pub(super) fn totals(ctx: &Ctx, budget: &Budget, slate: &Slate, marks: &Marks) -> String {
    let t = Texts::new(ctx.lang);
    let most = budget.settings.most;
    let too_many = i64::try_from(marks.0.len()).unwrap_or(i64::MAX) > most;
    match budget.settings.ballot {
        BallotKind::Approval if too_many => t.tally_many(marks.0.len(), most),
        BallotKind::Approval => t.total_approval(marks.0.len(), most),
        BallotKind::Knapsack => {
            let spent = marks.cost(&slate.costs());
            let (left, spent, over) = (slate.amount - spent, euros(ctx.lang, spent), spent > slate.amount);
            let left = euros(ctx.lang, left.abs());
            if over { t.tally_dear(left, spent) } else { t.total_knapsack(left, spent) }
        }
        BallotKind::Points if marks.points() > most => t.tally_points_over(marks.points() - most, most),
        BallotKind::Points => t.total_points(most - marks.points(), most),
        BallotKind::Ranked => t.total_ranked(marks.0.len(), most),
        BallotKind::Grades => t.total_grades(marks.0.len()),
    }
}
