//! The count for a person: what is funded and how, ties, reasons, other rules.

use arpent_participatory_budget::effects::effect;
use arpent_participatory_budget::{Rule, Satisfaction, Step, Stop};
use arpent_texts::{decimal, number, percent};

use super::Found;
use crate::texts::Texts;

/// The whole text.
pub(super) fn text(found: &Found<'_>, explained: bool, t: Texts) -> String {
    let mut parts = vec![head(found, t), winners(found, t)];
    parts.extend(endowments(found, t));
    parts.extend(ties(found, t));
    parts.extend(compared(found, t));
    parts.push(reached(found, t));
    parts.extend((explained && !found.losers.is_empty()).then(|| losers(found, t)));
    parts.extend((!found.beside.is_empty()).then(|| beside(found, t)));
    parts.join("\n\n")
}

fn count(t: Texts, value: u64) -> String {
    number(t.lang(), i64::try_from(value).unwrap_or(i64::MAX))
}

/// Units of the election as the language writes amounts.
fn money(found: &Found<'_>, units: u64, t: Texts) -> String {
    let election = found.election;
    let digits = if units.is_multiple_of(election.scale()) { 0 } else { election.decimals().max(2) };
    decimal(t.lang(), units as f64 / election.scale() as f64, digits)
}

fn head(found: &Found<'_>, t: Texts) -> String {
    let election = found.election;
    let projects = count(t, election.projects().len() as u64);
    let line = t.count_head(money(found, election.budget(), t), projects, count(t, election.turnout()));
    format!("{line}\n{}", t.count_rule(rule(found.options.rule, t)))
}

fn rule(rule: Rule, t: Texts) -> String {
    let gain = |satisfaction| match satisfaction {
        Satisfaction::Cost => t.count_gain_cost(),
        Satisfaction::Cardinality => t.count_gain_cardinality(),
        Satisfaction::Points => t.count_gain_points(),
    };
    match rule {
        Rule::Greedy { satisfaction: Satisfaction::Cost } => t.count_rule_votes().to_owned(),
        Rule::Greedy { satisfaction } => t.count_rule_greedy(gain(satisfaction)),
        Rule::Knapsack { satisfaction } => t.count_rule_knapsack(gain(satisfaction)),
        Rule::Phragmen => t.count_rule_phragmen().to_owned(),
        Rule::MajorityJudgment => t.count_rule_judgment().to_owned(),
        Rule::EqualShares { satisfaction, completion } => {
            let follows = match (completion.add1.is_some(), completion.greedy) {
                (false, false) => t.count_completion_none(),
                (false, true) => t.count_completion_greedy(),
                (true, false) => t.count_completion_add1(),
                (true, true) => t.count_completion_add1u(),
            };
            t.count_rule_shares(follows, gain(satisfaction))
        }
    }
}

/// A project as people know it.
fn named(found: &Found<'_>, place: usize) -> String {
    let project = &found.election.projects()[place];
    if project.name.is_empty() { project.id.clone() } else { format!("{} ({})", project.name, project.id) }
}

fn names(found: &Found<'_>, places: impl IntoIterator<Item = usize>) -> String {
    places.into_iter().map(|place| named(found, place)).collect::<Vec<_>>().join(" · ")
}

fn winners(found: &Found<'_>, t: Texts) -> String {
    let (election, votes) = (found.election, found.election.votes());
    let mut lines = vec![t.count_winners(money(found, found.outcome.cost, t), found.outcome.winners.len())];
    for (rank, winner) in found.outcome.winners.iter().enumerate() {
        let cost = money(found, election.projects()[winner.project].cost, t);
        let how = match winner.step {
            Step::Free => t.count_step_free().to_owned(),
            Step::Completion => t.count_step_completion().to_owned(),
            Step::Comparison => t.count_step_comparison().to_owned(),
            Step::Rule => found
                .outcome
                .rounds
                .iter()
                .find(|round| round.project == winner.project && matches!(found.options.rule, Rule::EqualShares { .. }))
                .map(|round| {
                    t.count_step_shares(
                        count(t, round.exhausted),
                        decimal(t.lang(), round.price.to_f64(), 2),
                        count(t, round.supporters),
                    )
                })
                .unwrap_or_default(),
        };
        let line = t.count_winner(cost, named(found, winner.project), rank + 1, votes[winner.project]);
        lines.push(if how.is_empty() { line } else { format!("{line} ; {how}") });
    }
    lines.join("\n")
}

fn endowments(found: &Found<'_>, t: Texts) -> Option<String> {
    let endowment = decimal(t.lang(), found.outcome.endowment.as_ref()?.to_f64(), 2);
    let Some(raised) = &found.outcome.raised else { return Some(t.count_endowment(endowment)) };
    let why = match raised.stop {
        Stop::Overspent => t.count_stop_overspent(),
        Stop::Exhausted => t.count_stop_exhausted(),
        Stop::Everything => t.count_stop_everything(),
    };
    Some(t.count_raised(endowment, money(found, raised.increment, t), count(t, raised.steps), why))
}

fn ties(found: &Found<'_>, t: Texts) -> Option<String> {
    let lines = found.outcome.ties.iter().map(|tie| t.count_tie(names(found, tie.projects.iter().copied())));
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn compared(found: &Found<'_>, t: Texts) -> Option<String> {
    let compared = found.outcome.compared.as_ref()?;
    let (greedy, rule) = (count(t, compared.for_greedy), count(t, compared.for_rule));
    Some(if compared.replaced { t.count_replaced(greedy, rule) } else { t.count_kept(greedy, rule) })
}

fn reached(found: &Found<'_>, t: Texts) -> String {
    let all = effect(found.election, found.outcome);
    let share = if all.people == 0 { 0.0 } else { all.represented as f64 / all.people as f64 };
    let shown = percent(t.lang(), share, 1);
    let spend = decimal(t.lang(), all.average_spend.to_f64(), 2);
    t.count_reached(count(t, all.represented), shown, spend, count(t, all.people))
}

fn losers(found: &Found<'_>, t: Texts) -> String {
    let mut lines = vec![t.count_losers().to_owned()];
    for loser in &found.losers {
        let project = &found.election.projects()[loser.project];
        let mut needs = Vec::new();
        needs.extend(loser.winning_cost.map(|cost| t.count_would_cost(money(found, cost, t))));
        needs.extend(loser.more_votes.map(|more| t.count_would_votes(more)));
        needs.extend((!loser.lost_to.is_empty()).then(|| t.count_lost_to(names(found, loser.lost_to.iter().copied()))));
        if needs.is_empty() {
            needs.push(t.count_nothing_helps().to_owned());
        }
        lines.push(t.count_loser(
            money(found, project.cost, t),
            named(found, loser.project),
            needs.join(" ; "),
            loser.votes,
        ));
    }
    lines.join("\n")
}

fn beside(found: &Found<'_>, t: Texts) -> String {
    let mut lines = vec![t.count_beside().to_owned()];
    for one in &found.beside {
        let all = effect(found.election, &one.outcome);
        let share = if all.people == 0 { 0.0 } else { all.represented as f64 / all.people as f64 };
        let common = one.outcome.places().filter(|place| found.outcome.holds(*place)).count();
        lines.push(t.count_one_beside(
            common,
            money(found, one.outcome.cost, t),
            rule(one.rule, t),
            percent(t.lang(), share, 1),
            one.outcome.winners.len(),
        ));
    }
    lines.join("\n")
}
