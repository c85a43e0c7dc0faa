//! A town's worth of words, written by the product's own commands.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use arpent_commons::commands::contributions::{Author, NewContribution, submit_many};
use arpent_commons::commands::initiatives::{self, Draft};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::initiative::{Initiative, PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::people::Capacity;
use arpent_core::{Clock as _, Grant, Id, Role, Scope, SystemChance, SystemClock};
use arpent_store::Db;
use arpent_web::app::Config;
use arpent_web::{App, Caller, Lang, caller, identity};
use jiff::{Timestamp, ToSpan as _};

/// Contributions kept in one transaction.
const BATCH: usize = 500;

/// Words that sound like a town's, three lists of eight, combined so that no two texts are alike.
const WORDS: &str = include_str!("../words.txt");

/// An instance open on a folder, for seeding.
pub struct Seed {
    caller: Caller,
    app: Arc<App>,
}

impl Seed {
    /// Opens the database of a data folder.
    pub async fn open(data: &Path) -> Result<Self> {
        std::fs::create_dir_all(data)?;
        let database = data.join("arpent.db").display().to_string();
        let config = Config {
            database: database.clone(),
            data_dir: data.to_owned(),
            listen: ([127, 0, 0, 1], 0).into(),
            base_url: "http://localhost".to_owned(),
            smtp_url: None,
            mail_from: "Arpent <arpent@localhost>".to_owned(),
            trust_proxy: false,
            demo: false,
            limits_loosened: 1_000_000,
            metrics_token: None,
            geocoder: None,
        };
        let db = Db::open(&database).await?;
        let modules = [
            arpent_proposals::module(),
            arpent_barometer::module(),
            arpent_budget::module(),
            arpent_charter::module(),
            arpent_mapping::module(),
            arpent_worksites::module(),
        ];
        let rooms =
            [arpent_web::room(), arpent_commons::room()].into_iter().chain(modules.map(|module| module.room)).collect();
        let (app, _) = App::open(config, db, (Arc::new(SystemClock), Arc::new(SystemChance)), rooms).await?;
        Ok(Self { caller: app.caller(caller::operator(), Lang::Fr), app })
    }

    /// An open démarche.
    pub async fn initiative(&self, title: &str) -> Result<Initiative> {
        let words = WORDS.lines().next().unwrap_or_default().to_owned();
        let draft = Draft {
            title: title.to_owned(),
            purpose: words.clone(),
            sponsor: words.clone(),
            promise_level: "consult".to_owned(),
            promise: words.clone(),
            who_decides: words.clone(),
            who_answers: words.clone(),
            answer_delay_days: "30".to_owned(),
            ..Draft::default()
        };
        let initiative = initiatives::prepare(&self.caller, &draft, None).await?;
        let today = SystemClock.today();
        let phase = PhaseDates {
            step: Step::Hear,
            title: words.clone(),
            text: String::new(),
            start: today,
            end: today.saturating_add(90.days()),
        };
        let question = ScopeQuestion { open: true, question: words.clone(), reason: words };
        initiatives::set_phases(&self.caller, initiative.id, &[phase]).await?;
        initiatives::set_scope(&self.caller, initiative.id, &[question]).await?;
        initiatives::open(&self.caller, initiative.id).await?;
        Ok(initiative)
    }

    /// `count` contributions, each with words of its own; the ids of the first batch come back.
    pub async fn contributions(&self, initiative: &Initiative, count: usize) -> Result<Vec<String>> {
        let mut first = Vec::new();
        for start in (0..count).step_by(BATCH) {
            let batch: Vec<NewContribution> =
                (start..(start + BATCH).min(count)).map(|n| said(initiative.id, &initiative.slug, n)).collect();
            let accepted = submit_many(&self.caller, &batch).await?;
            if first.is_empty() {
                first.extend(accepted.iter().map(|submitted| submitted.id.to_string()));
            }
        }
        Ok(first)
    }

    /// Whoever does what is done beforehand.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// People with an open session each: the values of their cookies.
    pub async fn sessions(&self, count: usize) -> Result<Vec<String>> {
        self.sessions_of(count, Role::Inhabitant).await
    }

    /// The same, with a role on the whole instance.
    pub async fn sessions_of(&self, count: usize, role: Role) -> Result<Vec<String>> {
        let mut cookies = Vec::with_capacity(count);
        for n in 0..count {
            let email = format!("personne{n}@exemple.fr");
            let person = identity::register(&self.caller, &format!("Personne {n}"), &email).await?;
            if role != Role::Inhabitant {
                let grant = Grant { role, scope: Scope::Instance, from: Timestamp::UNIX_EPOCH, to: None };
                identity::give(&self.caller, person, grant).await?;
            }
            let Some(account) = identity::store::account_by_email(&self.app.db, &email).await? else { continue };
            let entered = identity::enter(&self.caller, &account, "bench").await?;
            cookies.push(format!("{}={}", identity::SESSION_COOKIE, entered.secret));
        }
        Ok(cookies)
    }

    /// Lets go of the database.
    pub async fn close(self) {
        self.app.db.close().await;
    }
}

/// A text of about 200 characters.
pub fn words(n: usize) -> String {
    let lines: Vec<&str> = WORDS.lines().collect();
    let pick = |list: usize, shift: usize| lines.get(list * 8 + (n >> shift) % 8).copied().unwrap_or_default();
    let (first, then) = (pick(0, 0), pick(0, 2));
    let ends = [pick(1, 3), pick(2, 6), pick(1, 5), pick(2, 1)];
    format!("{first} {} {}, {n} : {then} {} {}. {} {}", ends[0], ends[1], ends[2], ends[3], pick(3, 0), pick(4, 4))
}

fn said(initiative: Id<Initiative>, slug: &str, n: usize) -> NewContribution {
    NewContribution {
        initiative,
        title: String::new(),
        text: words(n),
        channel: Channel::Import,
        capacity: Capacity::Inhabitant,
        organisation: None,
        area: None,
        place: String::new(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: String::new(),
        submission: format!("bench-{slug}-{n}"),
        said_on: None,
        author: Author::Nobody,
    }
}
