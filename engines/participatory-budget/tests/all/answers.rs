//! What is said to people: losers, groups, one person's money, other rules, ties, comparisons.

use arpent_participatory_budget::effects::{effect, effects_by_group, payments};
use arpent_participatory_budget::explain::{beside, losers};
use arpent_participatory_budget::{
    Comparison, Completion, Election, Envelope, Fraction, Options, Project, Rule, Satisfaction, Ties, VoteType, count,
    pabulib,
};

use crate::examples::{GRADES, VILLAGE};

fn village() -> Election {
    pabulib::read(VILLAGE.as_bytes()).expect("reads")
}

fn shares(completion: Completion) -> Options {
    Options::new(Rule::EqualShares { satisfaction: Satisfaction::Cost, completion })
}

fn ids(election: &Election, places: impl IntoIterator<Item = usize>) -> Vec<&str> {
    places.into_iter().map(|place| election.projects()[place].id.as_str()).collect()
}

/// An election of approvals in whole units: costs by project, then ballots with how many cast each.
fn approvals(budget: u64, costs: &[u64], ballots: &[(&[u32], usize)]) -> Election {
    let projects = costs.iter().enumerate().map(|(number, cost)| Project::new(number.to_string(), *cost)).collect();
    let ballot = |(places, count): &(&[u32], usize)| vec![places.iter().map(|place| (*place, 1)).collect(); *count];
    let people: Vec<Vec<(u32, u64)>> = ballots.iter().flat_map(ballot).collect();
    Election::new(VoteType::Approval, budget, 0, projects, people).expect("an election")
}

#[test]
fn a_loser_learns_its_cost_its_votes_and_to_whom_it_lost() {
    // Ten people, 100: six want both 0 and 1, four want 2.
    let election = approvals(100, &[60, 30, 45], &[(&[0, 1], 6), (&[2], 4)]);
    let options = shares(Completion::NONE);
    let outcome = count(&election, &options).expect("counts");
    // The six hold 60: a tie of 0 and 1 at 6 votes, which the identifier ends; nothing is left for 1.
    assert_eq!(ids(&election, outcome.places()), ["0"]);
    assert_eq!(outcome.ties.len(), 1);
    assert_eq!(outcome.ties[0].projects, [0, 1]);
    let losers = losers(&election, &options, &outcome).expect("explains");
    let [one, two] = &losers[..] else { panic!("two losers") };
    assert_eq!((one.project, one.votes, one.winning_cost, one.lost_to.as_slice()), (1, 6, Some(0), &[0][..]));
    // One more vote for 1 breaks the tie: it is bought first.
    assert_eq!(one.more_votes, Some(1));
    // The four hold 40 of the 45; a fifth person brings 10 more.
    assert_eq!((two.winning_cost, two.more_votes), (Some(40), Some(1)));
    assert!(two.lost_to.is_empty());
}

#[test]
fn a_loser_of_the_greedy_rule_learns_what_left_no_room() {
    let election = approvals(100, &[70, 40, 200], &[(&[0], 5), (&[1], 3), (&[2], 9)]);
    let options = Options::new(Rule::Greedy { satisfaction: Satisfaction::Cost });
    let outcome = count(&election, &options).expect("counts");
    let losers = losers(&election, &options, &outcome).expect("explains");
    assert_eq!((losers[0].winning_cost, losers[0].lost_to.as_slice()), (Some(30), &[0][..]));
    // With as many votes the order of ties still prefers 0: three more are needed.
    assert_eq!(losers[0].more_votes, Some(3));
    // Dearer than the budget: no vote helps, and it would win with 100.
    assert_eq!((losers[1].winning_cost, losers[1].more_votes), (Some(100), None));
}

#[test]
fn effects_and_private_payments_add_up() {
    let (election, options) = (village(), shares(Completion::add1u()));
    let outcome = count(&election, &options).expect("counts");
    let all = effect(&election, &outcome);
    assert_eq!(all.people, 12);
    assert_eq!(Fraction::new(all.people - all.represented, all.people), all.excluded());
    let paid: f64 = election
        .ballots()
        .iter()
        .flat_map(|ballot| {
            payments(&election, &options, &outcome, ballot)
                .into_iter()
                .map(|(_, paid)| paid.to_f64() * ballot.count as f64)
        })
        .sum();
    let bought: u64 = outcome.rounds.iter().map(|round| election.projects()[round.project].cost).sum();
    assert!((paid * 100.0 - bought as f64).abs() < 1e-6, "{paid}");
    let groups = effects_by_group(&election, &outcome, 1, 10);
    assert_eq!(groups.iter().map(|one| one.effect.as_ref().expect("shown").people).sum::<u64>(), 12);
    // Two groups of four, one of three... below four, the smallest hides with another.
    let hidden = effects_by_group(&election, &outcome, 4, 10);
    assert_eq!(hidden.iter().filter(|one| one.effect.is_none()).count(), 2);
}

#[test]
fn rules_are_shown_beside_each_other() {
    let election = village();
    let all = beside(&election, &Options::new(Rule::Phragmen)).expect("counts");
    assert_eq!(all.len(), 9);
    assert!(all.iter().all(|one| one.outcome.cost <= election.budget()));
    let grades = pabulib::read(GRADES.as_bytes()).expect("reads");
    let all = beside(&grades, &Options::new(Rule::MajorityJudgment)).expect("counts");
    assert!(all.iter().any(|one| one.rule == Rule::MajorityJudgment));
}

#[test]
fn majority_judgment_compares_medians_then_the_next_ones() {
    // Five people. Medians: 2, 2, 1; then 1, 1; then 2 for the first project, 3 for the second.
    let grades = [[3, 3, 1], [2, 3, 1], [2, 2, 1], [1, 1, 3], [0, 0, 3]];
    let projects = (0..3).map(|number| Project::new(number.to_string(), 10)).collect();
    let people = grades.iter().map(|row| (0..).zip(row.iter().copied()).collect::<Vec<(u32, u64)>>());
    let election = Election::new(VoteType::Scoring, 20, 0, projects, people).expect("an election");
    let outcome = count(&election, &Options::new(Rule::MajorityJudgment)).expect("counts");
    assert_eq!(ids(&election, outcome.places()), ["1", "0"]);
    assert!(count(&village(), &Options::new(Rule::MajorityJudgment)).is_err());
}

#[test]
fn the_greedy_outcome_replaces_one_that_fewer_prefer() {
    // Equal shares serve two small groups; a large majority prefers the one project that greedy funds.
    let election = approvals(100, &[100, 10, 10], &[(&[0], 8), (&[1], 1), (&[2], 1)]);
    let mut options = shares(Completion::NONE);
    assert_eq!(ids(&election, count(&election, &options).expect("counts").places()), ["1", "2"]);
    options.comparison = Some(Comparison::ApprovedWinners);
    let outcome = count(&election, &options).expect("counts");
    let compared = outcome.compared.as_ref().expect("compared");
    assert_eq!((compared.for_rule, compared.for_greedy, compared.replaced), (2, 8, true));
    assert_eq!(ids(&election, outcome.places()), ["0"]);
    assert_eq!(compared.other, [1, 2]);
}

#[test]
fn envelopes_are_made_of_themes_and_places() {
    let election = village();
    let envelope = Envelope::of_category(&election, "Hameau", 20_000);
    assert_eq!(ids(&election, envelope.projects.iter().copied()), ["fontaine", "4", "6"]);
    let mut options = shares(Completion::add1u());
    options.envelopes.push(envelope);
    let outcome = count(&election, &options).expect("counts");
    assert!(!outcome.holds(2), "the fountain costs more than its hamlet has");
    assert!(outcome.holds(5));
}

#[test]
fn an_order_of_ties_holds_every_project_once() {
    let options = |order: Vec<usize>| shares(Completion::NONE).ties(Ties::Explicit(order));
    let election = village();
    for order in [vec![0, 1], vec![0, 1, 2, 3, 4, 4], vec![0, 1, 2, 3, 4, 9]] {
        assert!(count(&election, &options(order)).is_err());
    }
    assert!(count(&election, &options(vec![5, 4, 3, 2, 1, 0])).is_ok());
}

#[test]
fn nobody_and_nothing_are_counted_too() {
    let nobody = approvals(100, &[10, 20], &[]);
    let nothing = approvals(100, &[], &[(&[], 3)]);
    for election in [nobody, nothing] {
        for completion in [Completion::NONE, Completion::add1u()] {
            assert!(count(&election, &shares(completion)).is_ok());
        }
        assert!(count(&election, &Options::new(Rule::Phragmen)).is_ok());
        let rule = Rule::Knapsack { satisfaction: Satisfaction::Cost };
        assert!(count(&election, &Options::new(rule)).is_ok());
    }
}
