//! The count itself, without input or output: the file, the outcome, what others rules would have given, what it does for
//! each group, the transcript.

use arpent_core::digest::sha256;
use arpent_participatory_budget::effects::{Effect, effect, effects_by_group};
use arpent_participatory_budget::{
    Completion as Rest, Election, Envelope as Cap, Options, Outcome, Rule as Method, Satisfaction, Step as How,
    Ties as Order, count as run_rule, explain, pabulib as file, transcript::transcript,
};
use arpent_web::Refusal;

use super::count::failed;
use crate::domain::groups::{Age, Cast, Channel, LEAST};
use crate::domain::pabulib::{Beside, Heading, Listed, UNSAID, write};
use crate::domain::project::{Envelope, Project};
use crate::domain::settings::{BallotKind, Completion, Rule, Settings, Ties};
use crate::domain::told::{Counted, Group, Other, Round, Served, Told};
use crate::store::sheets::Tally;

/// Most groups that are told of a kind: zones are as many as the budget names.
const MOST_GROUPS: usize = 64;

/// Everything a count reads, before it runs away from the threads that answer.
#[derive(Debug)]
pub(super) struct BallotBox {
    pub settings: Settings,
    pub heading: Heading,
    pub projects: Vec<Project>,
    pub envelopes: Vec<Envelope>,
    pub ballots: Vec<Cast>,
    pub tally: Tally,
    pub struck: i64,
}

/// What it writes.
#[derive(Debug)]
pub(super) struct Done {
    pub input: String,
    pub sha256: String,
    pub told: Told,
    pub transcript: String,
}

fn satisfaction(kind: BallotKind) -> Satisfaction {
    match kind {
        BallotKind::Approval | BallotKind::Knapsack => Satisfaction::Cost,
        BallotKind::Points | BallotKind::Ranked | BallotKind::Grades => Satisfaction::Points,
    }
}

fn method(settings: &Settings, rule: Rule) -> Method {
    let satisfaction = satisfaction(settings.ballot);
    match rule {
        Rule::Greedy => Method::Greedy { satisfaction },
        Rule::Knapsack => Method::Knapsack { satisfaction },
        Rule::Phragmen => Method::Phragmen,
        Rule::Judgment => Method::MajorityJudgment,
        Rule::Shares => Method::EqualShares {
            satisfaction,
            completion: match settings.completion {
                Completion::None => Rest::NONE,
                Completion::Greedy => Rest::GREEDY,
                Completion::Add1 => Rest::add1(),
                Completion::Add1u => Rest::add1u(),
            },
        },
    }
}

fn options(election: &Election, inside: &BallotBox, rule: Rule) -> Options {
    let mut options = Options::new(method(&inside.settings, rule)).ties(match inside.settings.ties {
        Ties::VotesThenCost => Order::VotesCostId,
        Ties::Number => Order::Id,
    });
    if inside.envelopes.len() > 1 {
        let cap = |one: &Envelope| Cap::of_category(election, &one.name, u64::try_from(one.amount).unwrap_or(0));
        options.envelopes = inside.envelopes.iter().map(cap).map(|cap| in_units(election, cap)).collect();
    }
    options
}

/// Caps are said in cents; the election counts in its own units.
fn in_units(election: &Election, cap: Cap) -> Cap {
    Cap { cap: cap.cap.saturating_mul(election.scale()) / 100, ..cap }
}

/// Counts, telling the steps 2, 3 and 4 as they begin.
pub(super) fn count(inside: &BallotBox, say: &dyn Fn(i64)) -> Result<Done, Refusal> {
    say(2);
    let named = |one: &Project| {
        let envelope = inside.envelopes.iter().find(|envelope| envelope.id == one.envelope);
        Listed {
            number: one.number,
            title: one.title.clone(),
            cost: one.cost.unwrap_or(0),
            envelope: envelope.map(|envelope| envelope.name.clone()).unwrap_or_default(),
            point: one.point,
        }
    };
    let listed: Vec<Listed> = inside.projects.iter().map(named).collect();
    let input = write(&inside.heading, &inside.settings, &listed, &inside.ballots, Beside::Nothing);
    let election = file::read(input.as_bytes()).map_err(|_| failed())?;
    let options = options(&election, inside, inside.settings.rule);
    let outcome = run_rule(&election, &options).map_err(|_| failed())?;
    say(3);
    let groups = write(&inside.heading, &inside.settings, &listed, &inside.ballots, Beside::Groups);
    let groups = file::read(groups.as_bytes()).map_err(|_| failed())?;
    let others = others(inside, (&election, &groups), &listed);
    say(4);
    let losers = explain::losers(&election, &options, &outcome).map_err(|_| failed())?;
    let sha256 = sha256(input.as_bytes());
    let mut told = tell(inside, &election, &outcome, (&listed, &losers));
    told.others = others;
    told.groups = of_groups(&groups, &outcome);
    let minutes = transcript(&election, &options, &outcome, &sha256);
    let transcript = String::from_utf8(minutes).map_err(|_| failed())?;
    Ok(Done { input, sha256, told, transcript })
}

fn small(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn cents(election: &Election, units: u64) -> i64 {
    small(units.saturating_mul(100) / election.scale().max(1))
}

/// A fraction in hundredths, rounded.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and far below the largest whole number of a double")]
fn hundredths_of(value: &arpent_participatory_budget::Fraction) -> i64 {
    (value.to_f64() * 100.0).round() as i64
}

fn served(effect: &Effect) -> Served {
    Served {
        people: small(effect.people),
        represented: small(effect.represented),
        winners: hundredths_of(&effect.average_winners),
        spend: hundredths_of(&effect.average_spend),
    }
}

/// What the outcome does for everyone; zero for nobody.
fn everyone(election: &Election, outcome: &Outcome) -> Served {
    if election.turnout() == 0 {
        return Served { people: 0, represented: 0, winners: 0, spend: 0 };
    }
    served(&effect(election, outcome))
}

/// What an outcome does for each group, in the order of pages: ages from the youngest, zones by name, those who said
/// nothing last. Kinds of which fewer than two groups may be shown are left out, whatever the outcome.
fn of_groups(election: &Election, outcome: &Outcome) -> Vec<Group> {
    let least = u64::try_from(LEAST).unwrap_or(u64::MAX);
    let effects = effects_by_group(election, outcome, least, MOST_GROUPS);
    let told = |column: &str| effects.iter().filter(|one| one.column == column && one.effect.is_some()).count() > 1;
    let shown = effects.iter().filter(|one| matches!(one.column.as_str(), "age" | "zone" | "channel"));
    let mut groups: Vec<Group> = shown
        .filter(|one| told(&one.column))
        .map(|one| Group {
            column: one.column.clone(),
            label: one.label.clone(),
            served: one.effect.as_ref().map(served),
        })
        .collect();
    groups.sort_by_key(|one| {
        let age = Age::ALL.iter().position(|age| age.code() == one.label);
        let column = ["channel", "age", "zone"].iter().position(|column| *column == one.column);
        (column, one.label == UNSAID, age, one.label.clone())
    });
    groups
}

fn tell(
    inside: &BallotBox,
    election: &Election,
    outcome: &Outcome,
    (listed, losers): (&[Listed], &[explain::Loser]),
) -> Told {
    let votes = election.votes();
    let of = |place: usize, won: Option<String>| {
        let loser = losers.iter().find(|loser| loser.project == place);
        Counted {
            number: listed[place].number,
            title: listed[place].title.clone(),
            cost: listed[place].cost,
            voters: small(votes[place]),
            won,
            needed: loser.and_then(|loser| loser.more_votes).map(small),
            needed_cost: loser.and_then(|loser| loser.winning_cost).map(|cost| cents(election, cost)),
            lost_to: loser.map_or_else(Vec::new, |one| one.lost_to.iter().map(|place| listed[*place].number).collect()),
        }
    };
    let how = |step: How| match step {
        How::Free => "free",
        How::Rule => "rule",
        How::Completion => "completion",
        How::Comparison => "comparison",
    };
    let winners = outcome.winners.iter().map(|winner| of(winner.project, Some(how(winner.step).to_owned())));
    let mut losers: Vec<usize> = (0..listed.len()).filter(|place| !outcome.holds(*place)).collect();
    losers.sort_by_key(|place| (std::cmp::Reverse(votes[*place]), listed[*place].number));
    let round = |round: &arpent_participatory_budget::Round| Round {
        number: listed[round.project].number,
        title: listed[round.project].title.clone(),
        cost: listed[round.project].cost,
        supporters: small(round.supporters),
        price: hundredths(round.price.to_f64()),
        rho: round.rho.to_string(),
    };
    let blank = election.ballots().iter().filter(|ballot| ballot.choices.is_empty()).map(|ballot| ballot.count).sum();
    let all = everyone(election, outcome);
    let paper = inside.ballots.iter().filter(|ballot| ballot.channel == Channel::Paper).count();
    Told {
        ballots: small(election.turnout()),
        blank: small(blank),
        paper: i64::try_from(paper).unwrap_or(i64::MAX),
        spoiled: inside.tally.spoiled,
        struck: inside.struck,
        amount: inside.heading.amount,
        cost: cents(election, outcome.cost),
        represented: all.represented,
        winners_each: all.winners,
        groups: Vec::new(),
        projects: winners.chain(losers.into_iter().map(|place| of(place, None))).collect(),
        rounds: outcome.rounds.iter().map(round).collect(),
        ties: outcome.ties.iter().map(|tie| tie.projects.iter().map(|place| listed[*place].number).collect()).collect(),
        others: Vec::new(),
        command: command(inside),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// An amount in currency, in hundredths of a cent.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and far below the largest whole number of a double")]
fn hundredths(amount: f64) -> i64 {
    (amount * 10_000.0).round() as i64
}

/// What the other rules that can read these ballots would have chosen.
fn others(inside: &BallotBox, (election, groups): (&Election, &Election), listed: &[Listed]) -> Vec<Other> {
    let can = |rule: &&Rule| {
        **rule != inside.settings.rule && Settings { rule: **rule, ..inside.settings.clone() }.is_coherent()
    };
    let divided = |rule: &&Rule| **rule != Rule::Knapsack || inside.envelopes.len() == 1;
    let told = |rule: &Rule| {
        let outcome = run_rule(election, &options(election, inside, *rule)).ok()?;
        let all = everyone(election, &outcome);
        Some(Other {
            rule: rule.code().to_owned(),
            winners: outcome.places().map(|place| listed[place].number).collect(),
            cost: cents(election, outcome.cost),
            represented: all.represented,
            winners_each: all.winners,
            groups: of_groups(groups, &outcome).into_iter().map(|one| one.served).collect(),
        })
    };
    Rule::ALL.iter().filter(can).filter(divided).filter_map(told).collect()
}

/// What to type to count the file again on another machine.
fn command(inside: &BallotBox) -> String {
    let settings = &inside.settings;
    let satisfaction = match satisfaction(settings.ballot) {
        Satisfaction::Points => "points",
        _ => "cost",
    };
    let mut words = vec!["arpent count bulletins.pb".to_owned()];
    let rule = match settings.rule {
        Rule::Greedy => "greedy",
        Rule::Knapsack => "knapsack",
        Rule::Shares => "equal-shares",
        Rule::Phragmen => "phragmen",
        Rule::Judgment => "majority-judgment",
    };
    words.push(["--rule ", rule].concat());
    if matches!(settings.rule, Rule::Greedy | Rule::Knapsack | Rule::Shares) {
        words.push(["--satisfaction ", satisfaction].concat());
    }
    if settings.rule == Rule::Shares {
        words.push(["--completion ", settings.completion.code()].concat());
    }
    words.push(["--ties ", if settings.ties == Ties::Number { "id" } else { "votes-cost-id" }].concat());
    if inside.envelopes.len() > 1 {
        // In the order of the transcript, so that both are the same bytes.
        let cap = |one: &Envelope| format!("--envelope \"{}={}\"", one.name, arpent_core::money::plain(one.amount));
        words.extend(inside.envelopes.iter().map(cap));
    }
    words.join(" ")
}
