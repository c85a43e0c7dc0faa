//! The count. The file that is published is the very one that is counted.

use std::collections::BTreeMap;

use arpent_commons::domain::text::{self, REASON};
use arpent_core::chance::Chance;
use arpent_core::digest::sha256;
use arpent_participatory_budget::{
    Completion as Rest, Election, Envelope as Cap, Options, Outcome, Rule as Method, Satisfaction, Step as How,
    Ties as Order, count as run_rule, explain, pabulib as file, transcript::transcript,
};
use arpent_store::Reads;
use arpent_web::{Caller, Refusal};

use super::{event, scope};
use crate::COUNT;
use crate::domain::ballot::Marks;
use crate::domain::pabulib::{Heading, Listed, write};
use crate::domain::phase::Step;
use crate::domain::project::{Envelope, Project};
use crate::domain::settings::{BallotKind, Completion, Rule, Settings, Ties};
use crate::domain::told::{Counted, Other, Round, Told};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::counts::{self, Count};
use crate::store::sheets::Tally;
use crate::store::{ballots, projects, sheets, voters};
use crate::texts::Texts;

/// What is kept of a count.
///
/// # Errors
/// It cannot be read any more.
pub fn told(count: &Count) -> Result<Told, Refusal> {
    serde_json::from_str(&count.outcome).map_err(|error| Refusal::Store(error.into()))
}

/// The numbers of the projects that won, by the count that stands.
///
/// # Errors
/// The database does not answer.
pub async fn winners(src: &impl Reads, budget: &Budget) -> Result<Vec<i64>, Refusal> {
    let Some(count) = counts::latest(src, budget.id).await? else { return Ok(vec![]) };
    Ok(told(&count)?.winners().collect())
}

/// Everything a count reads, before it runs away from the threads that answer.
struct BallotBox {
    settings: Settings,
    heading: Heading,
    projects: Vec<Project>,
    envelopes: Vec<Envelope>,
    ballots: Vec<Marks>,
    paper: i64,
    tally: Tally,
    struck: i64,
}

/// What it writes.
struct Done {
    input: String,
    sha256: String,
    told: Told,
    transcript: String,
}

/// Counts the ballots, or counts them again with a reason; gives the number of the count. The first count destroys the
/// secret of the list of voters.
///
/// The count itself runs before the write begins, which then makes sure that nothing has moved meanwhile.
///
/// # Errors
/// Not allowed; a ballot that is not closed; sheets that wait for a second reading; no reason where one is due.
pub async fn run(caller: &Caller, budget: &Budget, site: &str, reason: &str) -> Result<i64, Refusal> {
    caller.require(COUNT, scope(budget.initiative))?;
    let budget = budgets::by_id(&caller.db, budget.id).await?.ok_or(Refusal::NotFound)?;
    if !is_over(&budget) {
        return Err(Refusal::rule("vote-not-closed", |l| Texts::new(l).vote_not_closed().into()));
    }
    let mut inside = open_box(&caller.db, &budget, site).await?;
    let number = counts::last(&caller.db, budget.id).await? + 1;
    let reason = reason_of(reason, number, &inside)?;
    let tally = inside.tally;
    shuffle(&*caller.chance, &mut inside.ballots);
    let done = tokio::task::spawn_blocking(move || count(&inside)).await;
    keep(caller, &budget, (number, tally, reason), &done.map_err(|_| failed())??).await?;
    Ok(number)
}

const fn is_over(budget: &Budget) -> bool {
    matches!(budget.state, BudgetState::Closed | BudgetState::Counted)
}

async fn keep(
    caller: &Caller,
    budget: &Budget,
    (number, tally, reason): (i64, Tally, String),
    done: &Done,
) -> Result<(), Refusal> {
    let tx = caller.begin(COUNT, scope(budget.initiative)).await?;
    let now = budgets::lock(&tx, budget.id).await?;
    let same = sheets::tally(&tx, budget.id).await? == tally && counts::last(&tx, budget.id).await? + 1 == number;
    if !same || !is_over(&now) {
        return Err(Refusal::rule("count-moved", |l| Texts::new(l).count_moved().into()));
    }
    let row = Count {
        id: caller.id(),
        budget: budget.id,
        number,
        sha256: done.sha256.clone(),
        outcome: serde_json::to_string(&done.told).map_err(|error| Refusal::Store(error.into()))?,
        reason,
        role: String::new(),
        at: caller.now(),
    };
    counts::add(&tx, &row, &done.input, &done.transcript).await?;
    if number == 1 {
        budgets::go(&tx, budget.id, BudgetState::Closed, BudgetState::Counted).await?;
        budgets::destroy_secret(&tx, budget.id).await?;
    }
    let counted = event("budget.counted", budget).with("count", number).with("sha256", &row.sha256);
    Ok(tx.commit(counted).await?)
}

fn failed() -> Refusal {
    Refusal::rule("count-failed", |l| Texts::new(l).count_failed().into())
}

async fn open_box(src: &impl Reads, budget: &Budget, site: &str) -> Result<BallotBox, Refusal> {
    let tally = sheets::tally(src, budget.id).await?;
    if tally.waiting > 0 {
        let waiting = tally.waiting;
        return Err(Refusal::rule("sheets-waiting", move |l| Texts::new(l).sheets_waiting(waiting)));
    }
    let envelopes = budgets::envelopes(src, budget.id).await?;
    let phases = budgets::phases(src, budget.id).await?;
    let vote = phases.iter().find(|phase| phase.step == Step::Vote);
    let mut marks: Vec<Marks> = ballots::all(src, budget.id).await?.into_iter().map(|ballot| ballot.marks).collect();
    let paper = sheets::counted(src, budget.id).await?;
    marks.extend(paper.iter().filter_map(|sheet| sheet.marks.clone()));
    Ok(BallotBox {
        settings: budget.settings.clone(),
        heading: Heading {
            title: budget.title.clone(),
            site: site.to_owned(),
            amount: envelopes.iter().map(|envelope| envelope.amount).sum(),
            days: vote.map(|phase| (phase.start.to_string(), phase.end.to_string())).unwrap_or_default(),
        },
        projects: projects::of_budget(src, budget.id).await?.into_iter().filter(Project::is_eligible).collect(),
        envelopes,
        paper: tally.counted,
        ballots: marks,
        tally,
        struck: voters::turnout(src, budget.id).await?.paper,
    })
}

/// A reason is due for counting again, and when sheets and people struck off do not add up.
fn reason_of(typed: &str, number: i64, inside: &BallotBox) -> Result<String, Refusal> {
    let gap = inside.tally.counted + inside.tally.spoiled != inside.struck;
    let (sheets, struck) = (inside.tally.counted + inside.tally.spoiled, inside.struck);
    if typed.trim().is_empty() && gap {
        return Err(Refusal::field("reason", "gap", move |l| Texts::new(l).count_gap(sheets, struck)));
    }
    let reason =
        if number > 1 { text::required(typed, "reason", REASON) } else { text::optional(typed, "reason", REASON) };
    reason.map_err(|problem| Refusal::Invalid(vec![problem]))
}

/// Shuffles in place (Fisher and Yates 1938).
fn shuffle<T>(chance: &dyn Chance, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        let mut bytes = [0_u8; 8];
        chance.fill(&mut bytes);
        let among = u64::try_from(last).unwrap_or(u64::MAX) + 1;
        items.swap(last, usize::try_from(u64::from_le_bytes(bytes) % among).unwrap_or(last));
    }
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

fn count(inside: &BallotBox) -> Result<Done, Refusal> {
    let named = |one: &Project| {
        let envelope = inside.envelopes.iter().find(|envelope| envelope.id == one.envelope);
        Listed {
            number: one.number,
            title: one.title.clone(),
            cost: one.cost.unwrap_or(0),
            envelope: envelope.map(|envelope| envelope.name.clone()).unwrap_or_default(),
        }
    };
    let listed: Vec<Listed> = inside.projects.iter().map(named).collect();
    let input = write(&inside.heading, &inside.settings, &listed, &inside.ballots);
    let election = file::read(input.as_bytes()).map_err(|_| failed())?;
    let options = options(&election, inside, inside.settings.rule);
    let outcome = run_rule(&election, &options).map_err(|_| failed())?;
    let sha256 = sha256(input.as_bytes());
    let losers = explain::losers(&election, &options, &outcome).map_err(|_| failed())?;
    let told = tell(inside, &election, &outcome, (&listed, &losers));
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

/// People with at least one project that wins.
fn represented(election: &Election, outcome: &Outcome) -> i64 {
    let has = |ballot: &&arpent_participatory_budget::Ballot| {
        ballot.choices.iter().any(|choice| outcome.holds(choice.project as usize))
    };
    small(election.ballots().iter().filter(has).map(|ballot| ballot.count).sum())
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
    Told {
        ballots: small(election.turnout()),
        blank: small(blank),
        paper: inside.paper,
        spoiled: inside.tally.spoiled,
        struck: inside.struck,
        amount: inside.heading.amount,
        cost: cents(election, outcome.cost),
        represented: represented(election, outcome),
        projects: winners.chain(losers.into_iter().map(|place| of(place, None))).collect(),
        rounds: outcome.rounds.iter().map(round).collect(),
        ties: outcome.ties.iter().map(|tie| tie.projects.iter().map(|place| listed[*place].number).collect()).collect(),
        others: others(inside, election, listed),
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
fn others(inside: &BallotBox, election: &Election, listed: &[Listed]) -> Vec<Other> {
    let can = |rule: &&Rule| {
        **rule != inside.settings.rule && Settings { rule: **rule, ..inside.settings.clone() }.is_coherent()
    };
    let divided = |rule: &&Rule| **rule != Rule::Knapsack || inside.envelopes.len() == 1;
    let told = |rule: &Rule| {
        let outcome = run_rule(election, &options(election, inside, *rule)).ok()?;
        Some(Other {
            rule: rule.code().to_owned(),
            winners: outcome.places().map(|place| listed[place].number).collect(),
            cost: cents(election, outcome.cost),
            represented: represented(election, &outcome),
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
        let caps: BTreeMap<&str, String> =
            inside.envelopes.iter().map(|one| (one.name.as_str(), arpent_core::money::plain(one.amount))).collect();
        words.extend(caps.into_iter().map(|(name, cap)| format!("--envelope \"{name}={cap}\"")));
    }
    words.join(" ")
}
