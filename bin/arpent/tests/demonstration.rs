//! The demonstration loads whole, on both engines, and says what its files expect.
#![expect(clippy::expect_used, reason = "a test that cannot go on says why and stops")]

use std::sync::{Arc, Mutex};

use arpent::demonstration::schema::{self, Story};
use arpent::texts::Texts;
use arpent::{composition, demonstration};
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::store::{commitments, experiments, initiatives};
use arpent_core::verdict::{ThresholdVerdict, Verdict};
use arpent_core::{Id, SystemChance, SystemClock};
use arpent_store::testing::{TestDb, each};
use arpent_store::{Db, Reads as _, Statement, args, journal, statements};
use arpent_web::app::migrations;
use arpent_web::{App, Config, Lang};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use jiff::civil::date;
use tempfile::TempDir;
use tower::ServiceExt as _;

fn config(folder: &TempDir) -> Config {
    Config {
        database: String::new(),
        data_dir: folder.path().to_owned(),
        listen: "127.0.0.1:0".parse().expect("an address"),
        base_url: "http://localhost".to_owned(),
        smtp_url: None,
        mail_from: "arpent@localhost".to_owned(),
        trust_proxy: false,
        demo: true,
        limits_loosened: 1,
        metrics_token: None,
        geocoder: None,
    }
}

async fn loaded() -> Vec<(TestDb, TempDir)> {
    let mut all = Vec::new();
    for test in each(&migrations(&composition::rooms())).await.expect("a database") {
        let folder = TempDir::new().expect("a folder");
        let counted = Arc::new(Mutex::new((0, 0)));
        let (seen, t) = (Arc::clone(&counted), Texts::new(Lang::Fr));
        let progress = move |done, total| *seen.lock().expect("alone") = (done, total);
        let loading = demonstration::load(config(&folder), test.db.clone(), date(2026, 11, 23), t, progress).await;
        loading.unwrap_or_else(|error| panic!("{error:#}"));
        let (done, total) = *counted.lock().expect("alone");
        assert!(done == total && total > 400, "{done} of {total}");
        all.push((test, folder));
    }
    all
}

statements! {
    ACCOUNTS = "SELECT COUNT(*) AS value FROM account";
    AREAS = "SELECT COUNT(*) AS value FROM area";
    ORGANISATIONS = "SELECT COUNT(*) AS value FROM organisation";
    UNITS = "SELECT COUNT(*) AS value FROM unit";
    MEMBERSHIPS = "SELECT COUNT(*) AS value FROM membership";
    MANDATES = "SELECT COUNT(*) AS value FROM mandate";
    INITIATIVES = "SELECT COUNT(*) AS value FROM initiative";
    PHASES = "SELECT COUNT(*) AS value FROM phase";
    QUESTIONS = "SELECT COUNT(*) AS value FROM scope_question";
    CONTRIBUTIONS = "SELECT COUNT(*) AS value FROM contribution";
    HIDDEN = "SELECT COUNT(*) AS value FROM contribution WHERE state = 'hidden'";
    MERGED = "SELECT COUNT(*) AS value FROM contribution WHERE merged_into IS NOT NULL";
    THEMES = "SELECT COUNT(*) AS value FROM theme";
    CLASSIFIED = "SELECT COUNT(*) AS value FROM contribution WHERE theme IS NOT NULL";
    ANSWERS = "SELECT COUNT(*) AS value FROM answer";
    COMMENTS = "SELECT COUNT(*) AS value FROM proposals_comment";
    SUPPORTS = "SELECT COUNT(*) AS value FROM proposals_support";
    GATHERED = "SELECT SUM(count) AS value FROM proposals_gathered", postgres:
               "SELECT CAST(SUM(count) AS BIGINT) AS value FROM proposals_gathered";
    ASSIGNMENTS = "SELECT COUNT(*) AS value FROM proposals_assignment";
    METRICS = "SELECT COUNT(*) AS value FROM metric";
    MEASURES = "SELECT COUNT(*) AS value FROM measure";
    OPTIONS = "SELECT COUNT(*) AS value FROM option";
    EXPERIMENTS = "SELECT COUNT(*) AS value FROM experiment";
    RESULTS = "SELECT COUNT(*) AS value FROM experiment_result";
    CONSULTATIONS = "SELECT COUNT(*) AS value FROM consultation";
    DECISIONS = "SELECT COUNT(*) AS value FROM decision WHERE state = 'published'";
    DISSENTS = "SELECT COUNT(*) AS value FROM decision_dissent";
    COMMITMENTS = "SELECT COUNT(*) AS value FROM commitment";
    REPORTS = "SELECT COUNT(*) AS value FROM commitment_report";
    WITHDRAWALS = "SELECT COUNT(*) AS value FROM commitment_withdrawal";
    SIGNATURES = "SELECT COUNT(*) AS value FROM charter_signature WHERE state = 'signed'";
    TAKEN_BACK = "SELECT COUNT(*) AS value FROM charter_signature WHERE withdrawn_on IS NOT NULL";
    TOLD = "SELECT COUNT(*) AS value FROM charter_report";
    LEARNINGS = "SELECT COUNT(*) AS value FROM learning";
    // The end of a wave asks for its addresses to be forgotten, a month later.
    WAITING = "SELECT COUNT(*) AS value FROM job WHERE state <> 'done' AND kind LIKE 'mail%'";
}

/// What is proposed of a charter is a contribution, too.
fn suggestions(file: &schema::InitiativeFile) -> impl Iterator<Item = &schema::Suggestion> {
    file.charter.iter().flat_map(|charter| &charter.suggestion)
}

/// What was noted at a table and read again becomes one, unless it stays a note.
fn proposed(file: &schema::InitiativeFile) -> usize {
    let tables = file.meeting.iter().flat_map(|meeting| &meeting.table);
    tables.flat_map(|table| &table.note).filter(|note| !note.stays).count()
}

/// What the files hold, beside the statement that counts it in the database.
fn expected(story: &Story) -> Vec<(Statement, usize)> {
    let files = &story.initiatives;
    let people = &story.territory.person;
    let sum = |count: fn(&schema::InitiativeFile) -> usize| files.iter().map(count).sum::<usize>();
    let hidden = |file: &schema::InitiativeFile| file.moderation.iter().filter(|m| m.decision == "hide").count();
    vec![
        (ACCOUNTS, people.len()),
        (AREAS, story.communes.len()),
        (ORGANISATIONS, story.territory.organisation.len()),
        (UNITS, story.territory.unit.len()),
        (MEMBERSHIPS, people.iter().map(|person| person.memberships.len()).sum()),
        (MANDATES, people.iter().map(|person| person.mandates.len()).sum()),
        (INITIATIVES, files.len()),
        (PHASES, sum(|file| file.phase.len())),
        (QUESTIONS, sum(|file| file.scope.open.len() + file.scope.closed.len())),
        (CONTRIBUTIONS, sum(|file| file.contribution.len() + suggestions(file).count() + proposed(file))),
        (HIDDEN, files.iter().map(hidden).sum()),
        (MERGED, sum(|file| file.merge.len())),
        (THEMES, sum(|file| file.theme.len())),
        (CLASSIFIED, sum(|file| file.theme.iter().map(|theme| theme.contributions.len()).sum())),
        (
            ANSWERS,
            sum(|file| {
                let given = file.answer.iter().map(|answer| answer.contributions.len()).sum::<usize>();
                given + suggestions(file).filter(|one| one.answer.is_some()).count()
            }),
        ),
        (SIGNATURES, sum(|file| file.charter.iter().map(|charter| charter.signature.len()).sum())),
        (
            TAKEN_BACK,
            sum(|file| {
                file.charter
                    .iter()
                    .flat_map(|charter| &charter.signature)
                    .filter(|one| one.taken_back.is_some())
                    .count()
            }),
        ),
        (TOLD, sum(|file| file.charter.iter().map(|charter| charter.report.len()).sum())),
        (COMMENTS, sum(|file| file.comment.len())),
        (SUPPORTS, sum(|file| file.support.iter().map(|support| support.people.len()).sum())),
        (GATHERED, sum(|file| file.support.iter().map(|one| usize::try_from(one.others).unwrap_or(0)).sum())),
        (ASSIGNMENTS, sum(|file| file.assignment.len())),
        (METRICS, sum(|file| file.metric.len())),
        (MEASURES, sum(|file| file.measure.len())),
        (OPTIONS, sum(|file| file.option.len())),
        (EXPERIMENTS, sum(|file| file.experiment.len())),
        (RESULTS, sum(|file| file.experiment.iter().filter(|one| one.result.is_some()).count())),
        (CONSULTATIONS, sum(|file| file.consultation.len())),
        (DECISIONS, sum(|file| file.decision.len())),
        (DISSENTS, sum(|file| file.decision.iter().map(|decision| decision.dissent.len()).sum())),
        (COMMITMENTS, sum(|file| file.commitment.len())),
        (REPORTS, sum(|file| file.report.len())),
        (WITHDRAWALS, sum(|file| file.commitment.iter().filter(|one| one.withdrawal.is_some()).count())),
        (LEARNINGS, sum(|file| file.learning.len())),
        (WAITING, 0),
    ]
}

#[tokio::test]
async fn loads_whole_and_says_what_its_files_expect() {
    let story = schema::read().expect("the files of demo/");
    for (test, folder) in loaded().await {
        for (statement, wanted) in expected(&story) {
            let found: i64 = test.db.one(&statement, args![]).await.expect("counts");
            assert_eq!(usize::try_from(found).expect("a count"), wanted, "{}", statement.name);
        }
        assert!(journal::verify(&test.db).await.expect("reads").faults.is_empty());
        assert_states(&test.db, &story).await;
        assert_verdicts(&test.db, &story).await;
        assert_every_event_is_declared(&test.db).await;
        let letters = std::fs::read_dir(folder.path().join("mail")).expect("letters").count();
        assert!(letters > 50, "{letters} letters");
        assert_cards_lead_somewhere(&test.db, &folder).await;
    }
}

/// Each card signs in as its person, and leads her to a page she may open.
async fn assert_cards_lead_somewhere(db: &Db, folder: &TempDir) {
    let rooms: Vec<_> = composition::rooms().into_iter().chain([demonstration::room()]).collect();
    let surroundings: (Arc<dyn arpent_core::Clock>, Arc<dyn arpent_core::Chance>) =
        (Arc::new(SystemClock), Arc::new(SystemChance));
    let (_, router) = App::open(config(folder), db.clone(), surroundings, rooms).await.expect("opens");
    let router = router.layer(axum::Extension(composition::slots()));
    let page = text(asked(&router, Request::get("/demo").body(Body::empty())).await).await;
    let forms: Vec<&str> = page.split(r#"<form method="post" action="/demo/entrer">"#).skip(1).collect();
    assert_eq!(forms.len(), 10);
    for form in forms {
        let (email, back) = (value(form, "email"), value(form, "retour"));
        let body = format!("email={email}&retour={back}");
        let entering = Request::post("/demo/entrer").header("content-type", "application/x-www-form-urlencoded");
        let entered = asked(&router, entering.body(body.into())).await;
        assert_eq!(entered.headers()["location"], back, "{email}");
        let cookie =
            entered.headers()["set-cookie"].to_str().expect("text").split(';').next().expect("a cookie").to_owned();
        let shown = asked(&router, Request::get(back).header("cookie", cookie).body(Body::empty())).await;
        assert_eq!(shown.status(), StatusCode::OK, "{email} at {back}");
    }
}

async fn asked(router: &Router, request: axum::http::Result<Request<Body>>) -> Response<Body> {
    router.clone().oneshot(request.expect("a request")).await.expect("an answer")
}

async fn text(response: Response<Body>) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// The value of a hidden field.
fn value<'a>(form: &'a str, name: &str) -> &'a str {
    let after = form.split_once(&format!(r#"name="{name}" value=""#)).expect("the field").1;
    after.split_once('"').expect("its end").0
}

async fn assert_states(db: &Db, story: &Story) {
    for file in &story.initiatives {
        let stored = initiatives::by_slug(db, &file.initiative.slug).await.expect("reads").expect("is there");
        assert_eq!(stored.state.code(), file.initiative.state, "{}", file.initiative.key);
        assert_eq!(stored.title, file.initiative.title);
    }
}

async fn assert_verdicts(db: &Db, story: &Story) {
    let mut judged = 0;
    for file in &story.initiatives {
        let initiative = initiatives::by_slug(db, &file.initiative.slug).await.expect("reads").expect("is there").id;
        let stored = experiments::of_initiative(db, initiative).await.expect("reads");
        for experiment in &file.experiment {
            let found = stored.iter().find(|one| one.sheet.title == experiment.title).expect("is there");
            assert_eq!(found.verdict().map(threshold), experiment.expected_verdict.as_deref(), "{}", experiment.key);
            judged += usize::from(found.verdict().is_some());
        }
        for commitment in file.commitment.iter().filter(|one| one.expected_verdict.is_some()) {
            let found = change(db, initiative, &commitment.text).await;
            assert_eq!(found, commitment.expected_verdict, "{}", commitment.key);
            judged += 1;
        }
    }
    assert!(judged >= 4, "{judged} verdicts");
}

/// What the product makes of the two measures of a commitment, as the code the files use.
async fn change(db: &Db, initiative: Id<Initiative>, text: &str) -> Option<String> {
    let rows = commitments::of_initiative(db, initiative).await.expect("reads");
    let row = rows.into_iter().find(|row| row.commitment.text == text).expect("is there");
    let outcome = commitments::outcome(db, &row.commitment).await.expect("reads");
    let verdict = outcome?.1.change?.verdict;
    let code = match verdict {
        Verdict::Improved => "improved",
        Verdict::Unchanged => "unchanged",
        Verdict::Worse => "worse",
        Verdict::NotConclusive => "not_conclusive",
    };
    Some(code.to_owned())
}

const fn threshold(verdict: ThresholdVerdict) -> &'static str {
    match verdict {
        ThresholdVerdict::Met => "met",
        ThresholdVerdict::NotMet => "not_met",
        ThresholdVerdict::NotConclusive => "not_conclusive",
        ThresholdVerdict::TooFew => "too_few",
    }
}

async fn assert_every_event_is_declared(db: &Db) {
    let rooms = composition::rooms();
    let declared: Vec<&str> = rooms.iter().flat_map(|room| room.manifest.events).map(|event| event.kind).collect();
    let stray: Vec<String> = journal::kinds(db)
        .await
        .expect("reads")
        .into_iter()
        .filter(|kind| !declared.contains(&kind.as_str()))
        .collect();
    assert!(stray.is_empty(), "written to the journal, declared by no manifest: {stray:?}");
}
