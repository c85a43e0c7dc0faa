//! Invitations: who answered is known, what she answered is not. The whole database is read, as whoever stole it would.

use std::collections::{BTreeMap, HashMap, HashSet};

use arpent_barometer::domain::collection::{Invite, Purpose, key};
use arpent_barometer::domain::wave::Wave;
use arpent_barometer::store::invitations;
use arpent_core::Role;
use arpent_store::{Db, Engine, FromRow, Reads as _, Row, Statement, StoreError, args};
use arpent_web::testkit::{Answer, Browser};
use axum::http::StatusCode;

use crate::town::{Town, each};
use crate::wave::WAVE;

/// People invited, all of whom answer: a multiple of five, so that every mark is written.
const PEOPLE: usize = 60;

fn list() -> String {
    let lines = (0..PEOPLE).map(|n| format!("invitee{n:02}@exemple.fr;Personne {n};fr\n"));
    std::iter::once("courriel;nom;langue\n".to_owned()).chain(lines).collect()
}

async fn invite(town: &Town) -> Browser {
    let mut facilitator = town.browser(Role::Facilitator).await;
    let address = format!("{WAVE}/invitations");
    let sent =
        facilitator.upload(&address, &[("population", "usagers")], ("file", "liste.csv", list().as_bytes())).await;
    sent.ok().says(&format!("{PEOPLE} personnes ajoutées"));
    facilitator.submit(&format!("{address}/envoyer"), &[]).await.ok();
    town.house.work().await;
    facilitator
}

/// The links of the letters, by address: they are written to a folder, as without a relay.
fn links(town: &Town) -> BTreeMap<String, String> {
    let folder = town.house.app.config.data_dir.join("mail");
    let mut links = BTreeMap::new();
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("letters").map(|file| file.expect("a file").path()).collect();
    files.sort();
    for file in files {
        let letter = std::fs::read_to_string(file).expect("a letter").replace("=\r\n", "").replace("=\n", "");
        let to = letter.split("To: ").nth(1).expect("an address").split_whitespace().next().expect("an address");
        let Some((_, link)) = letter.split_once("http://arpent.test/b/") else { continue };
        let link = link.split_whitespace().next().expect("a link");
        links.insert(to.trim_matches(['<', '>']).to_owned(), format!("/b/{link}"));
    }
    links
}

/// Answers through a personal link, with marks that say who it was to whoever already knows.
async fn answer(town: &Town, link: &str, number: usize) -> Answer {
    let mut browser = town.house.browser();
    let page = browser.get(link).await.ok();
    page.says("pas ce que vous avez répondu");
    let secret = page.hidden("_k");
    let mark = (number % 11).to_string();
    let fields =
        [("_k", secret.as_str()), ("_step", "3"), ("_seen", "globale_0_10"), ("globale_0_10", &mark), ("_go", "next")];
    browser.post(link, &fields).await.ok();
    let end = [("_k", secret.as_str()), ("_step", "5"), ("_go", "send")];
    browser.post(link, &end).await.ok()
}

struct Line(Vec<String>);

impl FromRow for Line {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let text: String = row.get("line")?;
        Ok(Self(text.split('\u{1f}').map(ToOwned::to_owned).collect()))
    }
}

/// One line of a table in the order the engine keeps it, with what the engine itself writes beside it.
async fn lines(db: &Db, table: &'static str) -> Vec<Vec<String>> {
    let sql: &'static Statement = match (table, db.engine()) {
        ("answer", Engine::Sqlite) => &ANSWERS_SQLITE,
        ("answer", Engine::Postgres) => &ANSWERS_POSTGRES,
        (_, Engine::Sqlite) => &INVITED_SQLITE,
        (_, Engine::Postgres) => &INVITED_POSTGRES,
    };
    db.all::<Line>(sql, args![]).await.expect("lines").into_iter().map(|line| line.0).collect()
}

const fn both(sql: &'static str) -> Statement {
    Statement { name: "dump", sqlite: sql, postgres: sql }
}

static ANSWERS_SQLITE: Statement = both(
    "SELECT key || char(31) || rowid || char(31) || lower(hex(id)) || char(31) || week || char(31) || version AS line \
     FROM barometer_answer ORDER BY rowid",
);
static ANSWERS_POSTGRES: Statement = both(
    "SELECT key || chr(31) || lpad(xmin::text, 20, '0') || chr(31) || id::text || chr(31) || week || chr(31) || version \
     AS line FROM barometer_answer ORDER BY ctid",
);
static INVITED_SQLITE: Statement = both(
    "SELECT email || char(31) || rowid || char(31) || lower(hex(id)) || char(31) || secret || char(31) || answered AS line \
     FROM barometer_invitation ORDER BY rowid",
);
static INVITED_POSTGRES: Statement = both(
    "SELECT email || chr(31) || lpad(xmin::text, 20, '0') || chr(31) || id::text || chr(31) || secret || chr(31) || answered \
     AS line FROM barometer_invitation ORDER BY ctid",
);

/// Every order in which a table can be read: as it lies, and by each of its columns.
fn orders(lines: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut orders = vec![lines.iter().map(|line| line[0].clone()).collect::<Vec<_>>()];
    for column in 0..lines[0].len() {
        let mut sorted: Vec<&Vec<String>> = lines.iter().collect();
        sorted.sort_by_key(|line| line[column].clone());
        orders.push(sorted.iter().map(|line| line[0].clone()).collect());
    }
    orders
}

/// How many are matched by reading both tables side by side, forwards and backwards, shifted by a few.
fn best_match(answers: &[Vec<String>], invited: &[Vec<String>], truth: &HashMap<String, String>) -> usize {
    let mut best = 0;
    for left in orders(answers) {
        for right in orders(invited) {
            let backwards: Vec<String> = right.iter().rev().cloned().collect();
            for right in [&right, &backwards] {
                let found = left.iter().zip(right).filter(|(answer, email)| truth.get(*answer) == Some(*email)).count();
                best = best.max(found);
            }
        }
    }
    best
}

/// How many transactions wrote these lines, as far as the engine tells.
fn groups(lines: &[Vec<String>]) -> usize {
    lines.iter().map(|line| line[1].clone()).collect::<HashSet<_>>().len()
}

#[tokio::test]
async fn a_dump_of_the_database_cannot_join_invitations_and_answers() {
    for town in each().await {
        let wave = town.wave().await;
        invite(&town).await;
        let links = links(&town);
        assert_eq!(links.len(), PEOPLE);
        let mut truth = HashMap::new();
        // The worst case: people answer in the order of the list.
        for (number, (email, link)) in links.iter().enumerate() {
            answer(&town, link, number).await.says("Votre réponse est enregistrée");
            let secrets = link.rsplit('/').next().expect("secrets");
            let invite = Invite::parse(secrets).expect("two secrets");
            truth.insert(key(&wave.salt, Purpose::Answer, &invite.pass), email.clone());
        }
        assert_eq!(town.answers(&wave).await.len(), PEOPLE);
        let standing = invitations::standing(&town.house.app.db, wave.id).await.expect("standing");
        assert_eq!(standing.answered, i64::try_from(PEOPLE).expect("small"));
        no_order_joins(&town, &truth).await;
        no_value_joins(&town, &wave).await;
    }
}

async fn no_order_joins(town: &Town, truth: &HashMap<String, String>) {
    let db = &town.house.app.db;
    let (answers, invited) = (lines(db, "answer").await, lines(db, "invitation").await);
    assert_eq!((answers.len(), invited.len()), (PEOPLE, PEOPLE));
    // By chance one is matched on average (Poisson): the best of 72 readings stays under ten but once in 10⁵.
    let best = best_match(&answers, &invited, truth);
    assert!(best < 10, "{best} of {PEOPLE} are joined by an order");
    if db.engine() == Engine::Postgres {
        assert_eq!((groups(&answers), groups(&invited)), (1, 1), "transactions tell batches apart");
    }
}

/// No value of an answer's row is found with anything of the invited: rows, journal, jobs.
async fn no_value_joins(town: &Town, wave: &Wave) {
    let db = &town.house.app.db;
    let answers = lines(db, "answer").await;
    let everything = [dump(db, &JOURNAL).await, dump(db, &JOBS).await, dump(db, &INVITED).await].concat().join("\n");
    for answer in &answers {
        let (key, id) = (&answer[0], answer[2].replace('-', ""));
        assert!(!everything.contains(key.as_str()) && !everything.contains(&id));
    }
    let passes = dump(db, &PASSES).await;
    assert!(passes.is_empty(), "a right to answer is used up with the answer");
    for (_, link) in links(town) {
        let invite = Invite::parse(link.rsplit('/').next().expect("secrets")).expect("two secrets");
        for secret in [&invite.mark, &invite.pass, &key(&wave.salt, Purpose::Pass, &invite.pass)] {
            assert!(!everything.contains(secret.as_str()), "a secret, or the hash of a pass, is stored");
        }
    }
}

async fn dump(db: &Db, statement: &Statement) -> Vec<String> {
    db.all::<Line>(statement, args![]).await.expect("lines").into_iter().map(|line| line.0.join(" ")).collect()
}

static JOURNAL: Statement = Statement {
    name: "dump",
    sqlite: "SELECT kind || ' ' || lower(hex(subject)) || ' ' || details AS line FROM journal",
    postgres: "SELECT kind || ' ' || replace(subject::text, '-', '') || ' ' || details AS line FROM journal",
};
static JOBS: Statement = both("SELECT kind || ' ' || payload || ' ' || COALESCE(unique_key, '') AS line FROM job");
static INVITED: Statement = Statement {
    name: "dump",
    sqlite: "SELECT lower(hex(id)) || ' ' || email || ' ' || name || ' ' || secret AS line FROM barometer_invitation",
    postgres: "SELECT replace(id::text, '-', '') || ' ' || email || ' ' || name || ' ' || secret AS line \
               FROM barometer_invitation",
};
static PASSES: Statement = both("SELECT hash AS line FROM barometer_pass");

#[tokio::test]
async fn a_link_serves_once_and_a_reminder_replaces_it() {
    for town in each().await {
        let wave = town.wave().await;
        let mut facilitator = invite(&town).await;
        let first = links(&town);
        let (early, late) = ("invitee00@exemple.fr", "invitee59@exemple.fr");
        answer(&town, &first[early], 1).await.says("Votre réponse est enregistrée");
        town.house.browser().get(&first[early]).await.ok().says("Vous avez déjà répondu");
        assert_eq!(town.answers(&wave).await.len(), 1);

        town.house.pass(jiff::SignedDuration::from_hours(72));
        facilitator.submit(&format!("{WAVE}/invitations/relancer"), &[]).await.ok();
        town.house.work().await;
        town.house.browser().get(&first[late]).await.ok().says("Ce lien n'est plus le bon");
        let letters = std::fs::read_dir(town.house.app.config.data_dir.join("mail")).expect("letters").count();
        // An extension by letter: a message and its envelope.
        assert_eq!(letters % (2 * PEOPLE - 1), 0, "who answered is not reminded: {letters}");
        let cut = first[late].rsplit_once('.').expect("two secrets").0.to_owned();
        town.house.browser().get(&cut).await.ok().says("Ce lien n'est plus le bon");
        let refused = town.house.browser().post(&first[early], &[("_go", "send")]).await;
        refused.is(StatusCode::CONFLICT).says("Vous avez déjà répondu");
    }
}

#[tokio::test]
async fn what_came_back_is_not_reminded_and_addresses_are_forgotten_after_the_wave() {
    for town in each().await {
        let wave = town.wave().await;
        let mut facilitator = invite(&town).await;
        let returned = [("addresses", "invitee03@exemple.fr, personne@ailleurs.fr")];
        facilitator.submit(&format!("{WAVE}/invitations/retours"), &returned).await.ok().says("Une adresse notée");

        let mut dpo = town.house.sign_in_as(Role::Dpo).await;
        let copy = dpo.post("/admin/personnes/donnees.json", &[("email", "invitee04@exemple.fr")]).await.ok().json();
        assert_eq!(copy["barometer"]["invitations"][0]["name"], "Personne 4");
        let confirm = [("email", "invitee04@exemple.fr"), ("confirm", "true")];
        dpo.submit("/admin/personnes/effacer", &confirm).await.ok().says("C'est fait");

        arpent_barometer::commands::waves::close(&town.house.operator(), wave.id).await.expect("closed");
        town.house.pass(jiff::SignedDuration::from_hours(24 * 29));
        town.house.work().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        facilitator.get(&format!("{WAVE}/invitations")).await.ok().says("invitee05@exemple.fr");
        town.house.pass(jiff::SignedDuration::from_hours(48));
        town.house.work().await;
        let page = facilitator.get(&format!("{WAVE}/invitations")).await.ok();
        page.does_not_say("invitee05@exemple.fr").says("adresse effacée");
    }
}
