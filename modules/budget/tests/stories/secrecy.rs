//! Who voted is known, what she voted is not. The whole database is read, as whoever stole it would.

use std::collections::{HashMap, HashSet};

use arpent_budget::commands::ballots::cast;
use arpent_budget::domain::ballot::Marks;
use arpent_budget::domain::groups::Said;
use arpent_budget::domain::voter::Claim;
use arpent_core::Role;
use arpent_store::{Db, Engine, FromRow, Reads as _, Row, Statement, StoreError, args};

use crate::town::{Town, draft, each};

/// Voters, each with a ballot that no other has.
const PEOPLE: usize = 60;

struct Line(Vec<String>);

impl FromRow for Line {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let text: String = row.get("line")?;
        Ok(Self(text.split('\u{1f}').map(ToOwned::to_owned).collect()))
    }
}

const fn pair(sqlite: &'static str, postgres: &'static str) -> Statement {
    Statement { name: "dump", sqlite, postgres }
}

static BALLOTS: Statement = pair(
    "SELECT marks || char(31) || rowid || char(31) || lower(hex(id)) || char(31) || receipt AS line FROM budget_ballot \
     ORDER BY rowid",
    "SELECT marks || chr(31) || lpad(xmin::text, 20, '0') || chr(31) || id::text || chr(31) || receipt AS line \
     FROM budget_ballot ORDER BY ctid",
);
static VOTERS: Statement = pair(
    "SELECT hash || char(31) || rowid || char(31) || voted || char(31) || channel AS line FROM budget_voter ORDER BY rowid",
    "SELECT hash || chr(31) || lpad(xmin::text, 20, '0') || chr(31) || voted || chr(31) || channel AS line \
     FROM budget_voter ORDER BY ctid",
);
static JOURNAL: Statement = pair(
    "SELECT kind || ' ' || lower(hex(subject)) || ' ' || details AS line FROM journal",
    "SELECT kind || ' ' || replace(subject::text, '-', '') || ' ' || details AS line FROM journal",
);
static JOBS: Statement =
    pair("SELECT kind || ' ' || payload AS line FROM job", "SELECT kind || ' ' || payload AS line FROM job");

async fn lines(db: &Db, statement: &'static Statement) -> Vec<Vec<String>> {
    db.all::<Line>(statement, args![]).await.expect("lines").into_iter().map(|line| line.0).collect()
}

/// Every order in which a table can be read: as it lies, and by each of its columns.
fn orders(lines: &[Vec<String>]) -> Vec<Vec<String>> {
    let names = |lines: &[Vec<String>]| lines.iter().map(|line| line[0].clone()).collect::<Vec<_>>();
    let mut orders = vec![names(lines)];
    for column in 0..lines[0].len() {
        let mut sorted = lines.to_vec();
        sorted.sort_by(|a, b| (a[column].len(), &a[column]).cmp(&(b[column].len(), &b[column])));
        orders.push(names(&sorted));
    }
    orders
}

/// The most pairs that reading both in one order, or one of them backwards, would join rightly.
fn best_match(ballots: &[Vec<String>], voters: &[Vec<String>], truth: &HashMap<String, String>) -> usize {
    let mut best = 0;
    for left in orders(ballots) {
        for right in orders(voters) {
            let backwards: Vec<String> = right.iter().rev().cloned().collect();
            for right in [&right, &backwards] {
                let found = left.iter().zip(right).filter(|(marks, hash)| truth.get(*marks) == Some(*hash)).count();
                best = best.max(found);
            }
        }
    }
    best
}

/// Everyone votes in the order of the list, the worst case; who wrote what.
async fn all_vote(town: &Town) -> HashMap<String, String> {
    let points = arpent_budget::commands::budgets::Draft {
        ballot: "points".into(),
        most: "100".into(),
        rule: "equal_shares".into(),
        ..draft("10 000")
    };
    let people = i64::try_from(PEOPLE).expect("small");
    let (budget, codes) = town.voting(&points, &[("Dix bancs", "4000"), ("Un ponton", "3000")], people).await;
    let caller = town.house.app.caller(arpent_core::Actor::public(), arpent_web::Lang::Fr);
    let secret = budget.secret.clone().expect("a secret");
    let mut truth = HashMap::new();
    for (points, code) in (1..).zip(&codes) {
        let (claim, marks) = (Claim::Letter(code.clone()), Marks([(1, points)].into()));
        cast(&caller, &budget, &claim, (&marks, &Said::default(), "")).await.expect("a ballot");
        truth.insert(serde_json::to_string(&marks).expect("written"), claim.hash(&secret));
    }
    truth
}

#[tokio::test]
async fn the_database_alone_cannot_say_who_voted_what() {
    for town in each().await {
        let truth = all_vote(&town).await;
        let db = &town.house.app.db;
        let (ballots, voters) = (lines(db, &BALLOTS).await, lines(db, &VOTERS).await);
        assert_eq!((ballots.len(), voters.len()), (PEOPLE, PEOPLE));
        // By chance one is matched on average (Poisson): the best of forty readings stays under ten but once in 10⁵.
        let best = best_match(&ballots, &voters, &truth);
        assert!(best < 10, "{best} of {PEOPLE} are joined by an order");
        if db.engine() == Engine::Postgres {
            no_transaction_joins(&ballots, &voters, &truth);
        }
        no_value_joins(db, &ballots, &voters).await;
    }
}

/// Among those whom one transaction wrote, nobody is alone with one ballot.
fn no_transaction_joins(ballots: &[Vec<String>], voters: &[Vec<String>], truth: &HashMap<String, String>) {
    let mut groups: HashMap<&str, (Vec<&str>, Vec<&str>)> = HashMap::new();
    for line in ballots {
        groups.entry(&line[1]).or_default().0.push(&line[0]);
    }
    for line in voters {
        groups.entry(&line[1]).or_default().1.push(&line[0]);
    }
    let joined = groups.values().filter(|(ballots, voters)| match (ballots.as_slice(), voters.as_slice()) {
        ([ballot], [voter]) => truth.get(*ballot).map(String::as_str) == Some(*voter),
        _ => false,
    });
    assert!(joined.count() <= 1, "transactions tell ballots apart");
}

/// No value of a ballot's row is found with anything else: rows, journal, jobs.
async fn no_value_joins(db: &Db, ballots: &[Vec<String>], voters: &[Vec<String>]) {
    let everything = [lines(db, &JOURNAL).await, lines(db, &JOBS).await, voters.to_vec()].concat().concat().join("\n");
    let values: HashSet<String> = ballots.iter().flat_map(|line| [line[2].replace('-', ""), line[3].clone()]).collect();
    assert!(values.iter().all(|value| !everything.contains(value.as_str())));
    assert!(!everything.contains("ballot.cast"), "the journal does not say that someone voted");
}

#[tokio::test]
async fn an_address_leaves_the_list_on_request_unless_it_has_voted() {
    for town in each().await {
        let by_email = arpent_budget::commands::budgets::Draft { access: "email".into(), ..draft("10 000") };
        let budget = town.prepared(&by_email, &[("Dix bancs", "4000"), ("Un ponton", "3000")]).await;
        arpent_budget::commands::budgets::open(&town.house.operator(), &budget, "/").await.expect("open");
        let (caller, budget) =
            (town.house.operator(), arpent_budget::store::budgets::by_id(&town.house.app.db, budget.id));
        let budget = budget.await.expect("read").expect("there");
        let app = &town.house.app;
        arpent_budget::commands::voters::send_code(app, &caller, &budget, "lea@exemple.fr").await.expect("sent");
        let mut dpo = town.house.sign_in_as(Role::Dpo).await;
        let copy = dpo.post("/admin/personnes/donnees.json", &[("email", "lea@exemple.fr")]).await.ok().json();
        assert_eq!(copy["budget"]["voter_lists"][0]["voted"], false);
        dpo.submit("/admin/personnes/effacer", &[("email", "lea@exemple.fr"), ("confirm", "true")]).await.ok();
        let turnout = arpent_budget::store::voters::turnout(&town.house.app.db, budget.id).await.expect("read");
        assert_eq!(turnout.listed, 0);
    }
}
