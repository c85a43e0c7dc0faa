//! The kit with which every room tests its pages: the whole application on each database at hand, and a browser that
//! keeps cookies, follows redirections and reads pages as a person does.
//!
//! ```no_run
//! # async fn story() {
//! use arpent_core::Role;
//! use arpent_web::testkit;
//!
//! for house in testkit::each(&[arpent_web::room()]).await {
//!     let mut browser = house.sign_in_as(Role::Administrator).await;
//!     browser.get("/admin").await.ok().says("Administration");
//! }
//! # }
//! ```
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on panics, which is how a test fails"
)]

mod browser;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use arpent_core::permission::Person;
use arpent_core::{Chance as _, FixedClock, Grant, Id, Role, Scope, SeededChance, SystemChance};
use arpent_store::jobs;
use arpent_store::testing::{self, TestDb};
use arpent_texts::Lang;
use axum::Router;
use jiff::{SignedDuration, Timestamp};

pub use browser::{Answer, Browser};

use crate::app::{App, Config, migrations};
use crate::caller::{Caller, operator};
use crate::identity::{self, SESSION_COOKIE, store};
use crate::mail::{KIND, Letter};
use crate::module::Room;
use crate::worker;

/// When the stories begin: Monday 2 November 2026, ten o'clock in Paris.
pub const MORNING: &str = "2026-11-02T09:00:00Z";

static PEOPLE: AtomicU32 = AtomicU32::new(0);

/// The application on one database.
pub struct House {
    /// The application.
    pub app: Arc<App>,
    /// Its pages.
    pub router: Router,
    /// Its clock, which moves only when told.
    pub clock: Arc<FixedClock>,
    /// Its database, removed with it.
    pub database: TestDb,
}

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("House").field("database", &self.database).finish_non_exhaustive()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.app.config.data_dir);
    }
}

/// The configuration of tests: limits wide open, queries counted.
pub fn config(database: &str) -> Config {
    let mut random = [0_u8; 8];
    SystemChance.fill(&mut random);
    let folder = format!("arpent-data-{:016x}", u64::from_le_bytes(random));
    Config {
        database: database.to_owned(),
        data_dir: std::env::temp_dir().join(PathBuf::from(folder)),
        listen: ([127, 0, 0, 1], 0).into(),
        base_url: "http://arpent.test".to_owned(),
        smtp_url: None,
        mail_from: "Arpent <arpent@exemple.fr>".to_owned(),
        trust_proxy: false,
        demo: false,
        limits_loosened: 1_000,
        metrics_token: None,
        geocoder: None,
    }
}

/// The application made of these rooms, on each database at hand.
pub async fn each(rooms: &[Room]) -> Vec<House> {
    each_with(rooms, |config| config).await
}

/// The same, configured in another way.
pub async fn each_with(rooms: &[Room], configure: impl Fn(Config) -> Config) -> Vec<House> {
    let databases = testing::each(&migrations(rooms)).await.expect("a database of each engine");
    let mut houses = Vec::new();
    for database in databases {
        let config = configure(config(&database.address));
        houses.push(House::open(config, database, rooms.to_vec()).await);
    }
    houses
}

impl House {
    async fn open(config: Config, database: TestDb, rooms: Vec<Room>) -> Self {
        let clock = Arc::new(FixedClock::new(MORNING.parse().expect("an instant")));
        let surroundings = (Arc::clone(&clock) as _, Arc::new(SeededChance::new(7)) as _);
        let opened = App::open(config, database.db.clone(), surroundings, rooms).await;
        let (app, router) = opened.expect("an application that opens");
        Self { app, router, clock, database }
    }

    /// Lets time pass.
    pub fn pass(&self, time: SignedDuration) {
        use arpent_core::Clock as _;
        self.clock.set(self.clock.now().checked_add(time).expect("a time to come"));
    }

    /// Someone who has not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A caller allowed everything, for what a story needs before it begins.
    pub fn operator(&self) -> Caller {
        self.app.caller(operator(), Lang::Fr)
    }

    /// A person with an account: her id and her address.
    pub async fn person(&self, name: &str) -> (Id<Person>, String) {
        let email = format!("personne{}@exemple.fr", PEOPLE.fetch_add(1, Ordering::Relaxed));
        let person = identity::register(&self.operator(), name, &email).await.expect("an account");
        (person, email)
    }

    /// Gives a role to someone from the beginning of time.
    pub async fn give(&self, person: Id<Person>, role: Role, scope: Scope) {
        let grant = Grant { role, scope, from: Timestamp::UNIX_EPOCH, to: None };
        identity::give(&self.operator(), person, grant).await.expect("a grant");
    }

    /// A caller with one role on the whole instance, for tests of commands.
    pub async fn caller_as(&self, role: Role) -> Caller {
        let (person, _) = self.person(role.code()).await;
        self.give(person, role, Scope::Instance).await;
        let actor = identity::actor_of(&self.app.db, person).await.expect("her rights");
        self.app.caller(actor, Lang::Fr)
    }

    /// A browser in which a new person with one role on the whole instance has signed in.
    pub async fn sign_in_as(&self, role: Role) -> Browser {
        self.sign_in_on(role, Scope::Instance).await
    }

    /// The same, her role being held on a scope.
    pub async fn sign_in_on(&self, role: Role, scope: Scope) -> Browser {
        let (person, email) = self.person(role.code()).await;
        if role != Role::Inhabitant {
            self.give(person, role, scope).await;
        }
        self.sign_in(&email).await
    }

    /// A browser in which the person of an address has signed in.
    pub async fn sign_in(&self, email: &str) -> Browser {
        let found = store::account_by_email(&self.app.db, email).await.expect("the database");
        let account = found.expect("an account of this address");
        let entered = identity::enter(&self.operator(), &account, "Firefox, Linux").await.expect("a session");
        let mut browser = self.browser();
        browser.set_cookie(SESSION_COOKIE, &entered.secret);
        browser
    }

    /// Letters asked for and not sent yet.
    pub async fn letters(&self) -> Vec<Letter> {
        let jobs = jobs::latest(&self.app.db, 1_000).await.expect("jobs");
        let letters = jobs.into_iter().filter(|job| job.kind == KIND && job.state == "queued");
        letters.map(|job| serde_json::from_value(job.payload).expect("a letter")).collect()
    }

    /// Runs every job that is due.
    pub async fn work(&self) {
        worker::run_all(&self.app).await.expect("jobs run");
    }
}
