//! What holds for any election: the fast count is the naive one, budgets and envelopes hold, order does not matter.

use arpent_participatory_budget::{
    Add1, Completion, Election, Envelope, Options, Project, Rule, Satisfaction, Ties, VoteType, count,
};
use num_rational::BigRational;
use proptest::prelude::*;

use crate::naive::{self, Gain, whole};

/// Small elections full of ties: few distinct costs, few projects, some people with the same ballots.
fn elections(vote_type: VoteType) -> impl Strategy<Value = Election> {
    let costs = prop_oneof![
        proptest::collection::vec(0_u64..6, 1..8),
        proptest::collection::vec(1_u64..40, 1..10),
        proptest::collection::vec((1_u64..5).prop_map(|cost| cost * 12), 2..10),
    ];
    (costs, 1_u64..120).prop_flat_map(move |(costs, budget)| {
        let projects = u32::try_from(costs.len()).expect("few");
        let ballot = proptest::collection::btree_map(0..projects, 0_u64..5, 0..=costs.len());
        let ballots = proptest::collection::vec((ballot, 1_usize..4), 1..12);
        (Just(costs), Just(budget), ballots).prop_map(move |(costs, budget, ballots)| {
            let projects = costs.iter().enumerate().map(|(n, cost)| Project::new(n.to_string(), *cost)).collect();
            let people = ballots.iter().flat_map(|(ballot, count)| std::iter::repeat_n(ballot, *count));
            let people: Vec<Vec<(u32, u64)>> =
                people.map(|ballot| ballot.iter().map(|(p, points)| (*p, *points)).collect()).collect();
            Election::new(vote_type, budget, 0, projects, people).expect("an election")
        })
    })
}

fn any_type() -> impl Strategy<Value = (Election, Satisfaction, Gain)> {
    let points = elections(VoteType::Cumulative).prop_map(|one| (one, Satisfaction::Points, Gain::Points));
    let cost = elections(VoteType::Approval).prop_map(|one| (one, Satisfaction::Cost, Gain::Cost));
    let one = elections(VoteType::Approval).prop_map(|one| (one, Satisfaction::Cardinality, Gain::One));
    prop_oneof![points, cost, one]
}

fn shares(satisfaction: Satisfaction, add1: Option<Add1>, greedy: bool) -> Options {
    Options::new(Rule::EqualShares { satisfaction, completion: Completion { add1, greedy } })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_shares_are_the_naive_ones((election, satisfaction, gain) in any_type()) {
        let outcome = count(&election, &shares(satisfaction, None, false)).expect("counts");
        let endowment = whole(election.budget()) / whole(election.turnout());
        let naive = naive::equal_shares(&election, gain, &endowment);
        let places: Vec<usize> = naive.iter().map(|(place, _)| *place).collect();
        prop_assert_eq!(outcome.places().collect::<Vec<_>>(), places);
        let paid: Vec<BigRational> = naive.into_iter().filter(|(place, _)| election.projects()[*place].cost > 0).map(|(_, rho)| rho).collect();
        let ours: Vec<BigRational> = outcome.rounds.iter().map(|round| round.rho.as_rational().clone()).collect();
        prop_assert_eq!(ours, paid);
        for round in &outcome.rounds {
            let paid: BigRational = round.payments.iter().map(|(amount, people)| amount.as_rational() * whole(*people)).sum();
            prop_assert_eq!(paid, whole(election.projects()[round.project].cost));
        }
    }

    #[test]
    fn budgets_and_envelopes_hold((election, satisfaction, _) in any_type(), cap in 0_u64..60, exhaustive: bool) {
        let envelope = Envelope { name: "half".to_owned(), cap, projects: (0..election.projects().len()).step_by(2).collect() };
        let mut rules = vec![Rule::Greedy { satisfaction }];
        for add1 in [None, Some(Add1 { increment: None, exhaustive, integral: false })] {
            rules.push(Rule::EqualShares { satisfaction, completion: Completion { add1, greedy: true } });
        }
        rules.push(if satisfaction == Satisfaction::Points { Rule::MajorityJudgment } else { Rule::Phragmen });
        for rule in rules {
            let mut options = Options::new(rule);
            options.envelopes = vec![envelope.clone()];
            let outcome = count(&election, &options).expect("counts");
            prop_assert!(outcome.cost <= election.budget());
            prop_assert_eq!(outcome.cost, election.cost(outcome.places()));
            let inside = outcome.places().filter(|place| envelope.projects.contains(place));
            prop_assert!(election.cost(inside) <= cap, "{:?}", rule);
        }
    }

    #[test]
    fn greedy_leaves_nothing_that_fits((election, satisfaction, _) in any_type()) {
        let outcome = count(&election, &Options::new(Rule::Greedy { satisfaction })).expect("counts");
        let fits = |place: usize| outcome.cost + election.projects()[place].cost <= election.budget();
        prop_assert!((0..election.projects().len()).all(|place| outcome.holds(place) || !fits(place)));
    }

    #[test]
    fn the_knapsack_is_the_best_of_all_sets((election, satisfaction, gain) in any_type()) {
        let outcome = count(&election, &Options::new(Rule::Knapsack { satisfaction })).expect("counts");
        let gained = |place: usize| -> u64 {
            let of = |choice: &arpent_participatory_budget::Choice| match gain {
                Gain::Cost => election.projects()[place].cost,
                Gain::One => 1,
                Gain::Points => u64::from(choice.points),
            };
            let mine = |ballot: &arpent_participatory_budget::Ballot| ballot.choices.iter().find(|one| one.project as usize == place).map_or(0, of) * ballot.count;
            election.ballots().iter().map(mine).sum()
        };
        let worth: Vec<u64> = (0..election.projects().len()).map(gained).collect();
        let best = (0_u32..1 << worth.len()).map(|set| {
            let inside: Vec<usize> = (0..worth.len()).filter(|place| set >> place & 1 == 1).collect();
            let cost = election.cost(inside.iter().copied());
            let value: u64 = inside.iter().map(|place| worth[*place]).sum();
            (cost <= election.budget(), value, std::cmp::Reverse(cost))
        }).max().expect("the empty set");
        let value: u64 = outcome.places().map(|place| worth[place]).sum();
        prop_assert_eq!((value, std::cmp::Reverse(outcome.cost)), (best.1, best.2));
    }

    #[test]
    fn the_order_of_ballots_does_not_matter((election, satisfaction, _) in any_type()) {
        let people = election.people().iter().rev().map(|place| {
            election.ballots()[*place as usize].choices.iter().map(|one| (one.project, u64::from(one.points))).collect::<Vec<_>>()
        });
        let turned = Election::new(election.vote_type(), election.budget(), 0, election.projects().to_vec(), people).expect("the same");
        let options = shares(satisfaction, Some(Add1::default()), true).ties(Ties::VotesCostId);
        let (one, other) = (count(&election, &options).expect("counts"), count(&turned, &options).expect("counts"));
        prop_assert_eq!((one.winners, one.rounds, one.ties), (other.winners, other.rounds, other.ties));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn add1_skips_nothing((election, satisfaction, gain) in any_type(), increment in 1_u64..3, exhaustive: bool, integral: bool) {
        let add1 = Add1 { increment: Some(increment), exhaustive, integral };
        let outcome = count(&election, &shares(satisfaction, Some(add1), false)).expect("counts");
        let exact = whole(election.budget()) / whole(election.turnout());
        let start = if integral { exact.floor() } else { exact };
        let (places, steps) = naive::add1(&election, gain, increment, exhaustive, &start);
        prop_assert_eq!(outcome.places().collect::<Vec<_>>(), places);
        prop_assert_eq!(outcome.raised.expect("raised").steps, steps);
    }
}
