//! A town's whole round: 36 projects, 9,048 ballots of which 1,500 on paper, voters from eleven years, one ballot each, counted
//! by two rules and counted again from the file. The first database takes all of it, the other a twelfth.

use std::fmt::Write as _;

use arpent_budget::commands::ballots::cast;
use arpent_budget::commands::budgets::Draft;
use arpent_budget::commands::count::{run, told};
use arpent_budget::commands::sheets::{bring_in, print};
use arpent_budget::commands::voters::{Columns, register, strike};
use arpent_budget::domain::ballot::Marks;
use arpent_budget::domain::groups::{Age, Said};
use arpent_budget::domain::voter::Claim;
use arpent_budget::store::counts;
use arpent_core::{Actor, Role};
use arpent_participatory_budget::{Completion, Election, Options, Rule, Satisfaction, Ties, count, pabulib};
use arpent_store::{Author, Engine, Reads as _, Statement, args};
use arpent_web::{Lang, Refusal};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

use crate::town::{Town, draft, each};

/// How many vote on line, then on paper.
const WHOLE: (u64, u64) = (7_548, 1_500);
const TWELFTH: (u64, u64) = (629, 125);
/// So many of each come one by one, through the commands; the others all at once.
const FIRST: u64 = 100;

static STRIKE: Statement = Statement {
    name: "strike",
    sqlite: "UPDATE budget_voter SET voted = 1, channel = $3 WHERE budget = $1 AND hash = $2 AND voted = 0",
    postgres: "UPDATE budget_voter SET voted = 1, channel = $3 WHERE budget = $1 AND hash = $2 AND voted = 0",
};
static PUT: Statement = Statement {
    name: "put",
    sqlite: "INSERT INTO budget_ballot (id, budget, marks, receipt, age) VALUES ($1, $2, $3, $4, $5)",
    postgres: "INSERT INTO budget_ballot (id, budget, marks, receipt, age) VALUES ($1, $2, $3, $4, $5)",
};

fn sizes(town: &Town) -> (u64, u64) {
    if town.house.app.db.engine() == Engine::Sqlite { WHOLE } else { TWELFTH }
}

/// A number that looks drawn; the same for the same one.
const fn mixed(n: u64) -> u64 {
    let state = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    (state ^ (state >> 29)).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407)
}

/// Three projects of thirty-six, popular ones more often.
fn chosen(n: u64) -> Vec<i64> {
    let mut all: Vec<i64> = Vec::new();
    let mut state = n;
    while all.len() < 3 {
        state = mixed(state);
        let (a, b) = ((state >> 33) % 36 + 1, (state >> 45) % 36 + 1);
        let one = i64::try_from(a.min(b)).expect("small");
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all.sort_unstable();
    all
}

/// Someone of the register: from eleven years to ninety.
fn person(n: u64) -> (String, Date) {
    let born =
        date(1936, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(mixed(n) % 28_800).expect("small")));
    (format!("Nom{n} Prenom"), born)
}

fn claim(n: u64) -> Claim {
    let (name, born) = person(n);
    Claim::Birth(name, born)
}

/// The register of the town, with a hundred children who are too young.
async fn listed(town: &Town, people: u64) {
    let mut file = String::from("nom;naissance\n");
    for n in 0..people {
        let (name, born) = person(n);
        let _ = writeln!(file, "{name};{born}");
    }
    for n in 0..100 {
        let _ = writeln!(file, "Enfant{n};2016-02-01");
    }
    let columns = Columns { first: "nom".into(), birth: "naissance".into(), ..Columns::default() };
    let (budget, caller) = (town.budget().await, town.house.operator());
    let read = register(&caller, &budget, ("registre.csv", file.as_bytes()), &columns).await.expect("read");
    assert_eq!((read.added, read.young), (i64::try_from(people).expect("small"), 100));
}

/// What a person chooses and says of herself.
fn filled(n: u64) -> (Marks, Age) {
    let age = Age::ALL[usize::try_from(mixed(n) % 6).expect("small")];
    (Marks(chosen(n).into_iter().map(|number| (number, 1)).collect()), age)
}

/// Those who come after the first ones, as voting leaves them: struck off, and a ballot for those who vote on line.
async fn the_others(town: &Town, people: std::ops::Range<u64>, channel: &str) {
    let budget = town.budget().await;
    let secret = budget.secret.clone().expect("a secret");
    let author = Author { person: None, role: "system", at: Timestamp::UNIX_EPOCH };
    let tx = town.house.app.db.begin(author).await.expect("a transaction");
    for n in people {
        let struck = tx.run(&STRIKE, args![budget.id, claim(n).hash(&secret), channel]).await.expect("struck off");
        assert_eq!(struck, 1, "nobody votes twice");
        if channel == "online" {
            let (marks, age) = filled(n);
            let marks = serde_json::to_string(&marks).expect("written");
            let id = Uuid::from_u128(u128::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
            let row = args![id, budget.id, marks, format!("receipt {n}"), age.code()];
            tx.run(&PUT, row).await.expect("a ballot");
        }
    }
    tx.keep_house("a story's voters").await.expect("kept");
}

/// Everyone on line: each person once, and not a child.
async fn online(town: &Town, people: u64) {
    let budget = town.budget().await;
    let caller = town.house.app.caller(Actor::public(), Lang::Fr);
    for n in 0..FIRST {
        let (marks, age) = filled(n);
        let said = Said { age: Some(age), zone: None };
        cast(&caller, &budget, &claim(n), (&marks, &said, "")).await.expect("a ballot");
    }
    the_others(town, FIRST..people, "online").await;
    let again = cast(&caller, &budget, &claim(FIRST), (&Marks::default(), &Said::default(), "")).await;
    assert!(matches!(again, Err(Refusal::Invalid(_))), "{again:?}");
    let child = Claim::Birth("Enfant1".into(), date(2016, 2, 1));
    let young = cast(&caller, &budget, &child, (&Marks::default(), &Said::default(), "")).await;
    assert!(matches!(young, Err(Refusal::Invalid(_))), "{young:?}");
}

/// Everyone else at the booths: struck off, then the sheets are keyed twice from two files by two people.
async fn paper(town: &Town, (first, people): (u64, u64)) {
    let budget = town.budget().await;
    let many = i64::try_from(people).expect("small");
    print(&town.house.operator(), &budget, many).await.expect("printed");
    let booth = town.house.caller_as(Role::Agent).await;
    for n in first..first + FIRST {
        strike(&booth, &budget, &claim(n)).await.expect("struck off");
    }
    the_others(town, first + FIRST..first + people, "paper").await;
    assert!(strike(&booth, &budget, &claim(0)).await.is_err(), "she voted on line");
    let mut file = String::from("feuille;projets\n");
    for n in first..first + people {
        let numbers: Vec<String> = chosen(n).iter().map(ToString::to_string).collect();
        let _ = writeln!(file, "{};{}", n - first + 1, numbers.join(" "));
    }
    for settled in [0, many] {
        let caller = town.house.caller_as(Role::Agent).await;
        let brought = bring_in(&caller, &budget, ("feuilles.csv", file.as_bytes())).await.expect("read");
        assert_eq!((brought.settled, brought.left.len()), (settled, 0));
    }
}

fn winners(election: &Election, rule: Rule) -> Vec<i64> {
    let outcome = count(election, &Options::new(rule).ties(Ties::VotesCostId)).expect("counted");
    outcome.places().map(|place| election.projects()[place].id.parse().expect("a number")).collect()
}

#[tokio::test]
async fn nine_thousand_ballots_give_the_same_winners_on_another_machine() {
    for town in each().await {
        let (on_line, on_paper) = sizes(&town);
        let costs: Vec<(String, String)> =
            (1..=36).map(|n| (format!("Projet du parc {n}"), (12_000 + 1_750 * n).to_string())).collect();
        let costs: Vec<(&str, &str)> = costs.iter().map(|(title, cost)| (title.as_str(), cost.as_str())).collect();
        let shares = Draft {
            rule: "equal_shares".into(),
            completion: "add1u".into(),
            access: "birth".into(),
            ages: true,
            ..draft("500 000")
        };
        let budget = town.prepared(&shares, &costs).await;
        listed(&town, on_line + on_paper).await;
        arpent_budget::commands::budgets::open(&town.house.operator(), &budget, "").await.expect("open");
        online(&town, on_line).await;
        paper(&town, (on_line, on_paper)).await;
        let budget = town.closed().await;
        assert_eq!(run(&town.house.operator(), &budget, "Voiron", "").await.expect("counted"), 1);
        let row = counts::latest(&town.house.app.db, budget.id).await.expect("read").expect("a count");
        let told = told(&row).expect("readable");
        let small = |n: u64| i64::try_from(n).expect("small");
        assert_eq!((told.ballots, told.paper), (small(on_line + on_paper), small(on_paper)));

        let file = counts::input(&town.house.app.db, row.id).await.expect("a file");
        let election = pabulib::read(file.as_bytes()).expect("a file that anyone reads");
        let satisfaction = Satisfaction::Cost;
        let ours: Vec<i64> = told.winners().collect();
        assert_eq!(ours, winners(&election, Rule::EqualShares { satisfaction, completion: Completion::add1u() }));
        let greedy = told.others.iter().find(|other| other.rule == "greedy").expect("the greedy rule");
        assert_eq!(greedy.winners, winners(&election, Rule::Greedy { satisfaction }));
        assert!(ours.len() > 5 && told.cost <= told.amount, "{ours:?}");
        let people: i64 = told
            .groups
            .iter()
            .filter(|one| one.column == "age")
            .filter_map(|one| one.served)
            .map(|one| one.people)
            .sum();
        assert_eq!(people, told.ballots, "every ballot is of a group, paper ones among those who said nothing");
    }
}
