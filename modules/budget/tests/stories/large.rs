//! A town's whole round: 36 projects, 9,048 ballots of which 1,500 on paper, counted and counted again from the file.

use std::fmt::Write as _;

use arpent_budget::commands::count::told;
use arpent_budget::commands::sheets::{bring_in, print};
use arpent_budget::store::counts;
use arpent_core::Role;
use arpent_participatory_budget::{Completion, Options, Rule, Satisfaction, Ties, count, pabulib};
use arpent_store::{Author, Statement, args};
use jiff::Timestamp;
use uuid::Uuid;

use crate::town::{Town, draft, each};

const ONLINE: u64 = 7_548;
const PAPER: i64 = 1_500;

static PUT: Statement = Statement {
    name: "put",
    sqlite: "INSERT INTO budget_ballot (id, budget, marks, receipt) VALUES ($1, $2, $3, $4)",
    postgres: "INSERT INTO budget_ballot (id, budget, marks, receipt) VALUES ($1, $2, $3, $4)",
};

/// Three projects of thirty-six, popular ones more often; the same for the same number.
fn chosen(n: u64) -> Vec<u64> {
    let mut state = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    let mut all: Vec<u64> = Vec::new();
    while all.len() < 3 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (a, b) = ((state >> 33) % 36 + 1, (state >> 45) % 36 + 1);
        let one = a.min(b);
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all.sort_unstable();
    all
}

/// Ballots as voting on line leaves them.
async fn online(town: &Town) {
    let budget = town.budget().await;
    let author = Author { person: None, role: "system", at: Timestamp::UNIX_EPOCH };
    let tx = town.house.app.db.begin(author).await.expect("a transaction");
    for n in 0..ONLINE {
        let marks: Vec<String> = chosen(n).iter().map(|number| format!("\"{number}\":1")).collect();
        let id = Uuid::from_u128(u128::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
        let row = args![id, budget.id, format!("{{{}}}", marks.join(",")), format!("receipt {n}")];
        tx.run(&PUT, row).await.expect("a ballot");
    }
    tx.keep_house("a story's ballots").await.expect("kept");
}

/// The sheets of the booths, keyed twice from two files by two people.
async fn paper(town: &Town) {
    let budget = town.budget().await;
    print(&town.house.operator(), &budget, PAPER).await.expect("printed");
    let mut file = String::from("feuille;projets\n");
    for number in 1..=PAPER {
        let numbers: Vec<String> = chosen(number.unsigned_abs() + 100_000).iter().map(ToString::to_string).collect();
        let _ = writeln!(file, "{number};{}", numbers.join(" "));
    }
    for settled in [0, PAPER] {
        let caller = town.house.caller_as(Role::Agent).await;
        let brought = bring_in(&caller, &budget, ("feuilles.csv", file.as_bytes())).await.expect("read");
        assert_eq!((brought.settled, brought.left.len()), (settled, 0));
    }
}

#[tokio::test]
async fn nine_thousand_ballots_give_the_same_winners_on_another_machine() {
    for town in each().await {
        let costs: Vec<(String, String)> =
            (1..=36).map(|n| (format!("Projet du parc {n}"), (12_000 + 1_750 * n).to_string())).collect();
        let costs: Vec<(&str, &str)> = costs.iter().map(|(title, cost)| (title.as_str(), cost.as_str())).collect();
        let shares = arpent_budget::commands::budgets::Draft {
            rule: "equal_shares".into(),
            completion: "add1u".into(),
            ..draft("500 000")
        };
        town.voting(&shares, &costs, 1).await;
        online(&town).await;
        paper(&town).await;
        let budget = town.closed().await;
        let reason = "Les émargements des bureaux sont tenus à part.";
        let number = arpent_budget::commands::count::run(&town.house.operator(), &budget, "Voiron", reason).await;
        assert_eq!(number.expect("counted"), 1);
        let row = counts::latest(&town.house.app.db, budget.id).await.expect("read").expect("a count");
        let told = told(&row).expect("readable");
        assert_eq!((told.ballots, told.paper), (9_048, 1_500));

        let file = counts::input(&town.house.app.db, row.id).await.expect("a file");
        let election = pabulib::read(file.as_bytes()).expect("a file that anyone reads");
        let satisfaction = Satisfaction::Cost;
        let again = |rule| count(&election, &Options::new(rule).ties(Ties::VotesCostId)).expect("counted");
        let ids = |rule| -> Vec<i64> {
            again(rule).places().map(|place| election.projects()[place].id.parse().expect("a number")).collect()
        };
        let ours: Vec<i64> = told.winners().collect();
        assert_eq!(ours, ids(Rule::EqualShares { satisfaction, completion: Completion::add1u() }));
        let greedy = told.others.iter().find(|other| other.rule == "greedy").expect("the greedy rule");
        assert_eq!(greedy.winners, ids(Rule::Greedy { satisfaction }));
        assert!(ours.len() > 5 && told.cost <= told.amount, "{ours:?}");
    }
}
