//! People, accounts, sessions, login and grants. Second factors and outside identity providers will live beside these.

pub(crate) mod account;
mod commands;
mod device;
pub mod email;
pub mod pages;
pub mod personal;
pub mod store;

pub use commands::{
    Entered, end_grant, enter, enter_with_link, enter_with_password, erase, give, hand_over, leave, name_person,
    read_link, register, rename, revoke_others, revoke_session, send_link, set_password, sign_in_as, tidy,
};
pub use email::Email;

use arpent_core::manifest::{EventKind, Manifest, Personal, Table};
use arpent_core::permission::Person;
use arpent_core::{Actor, Id, Permission, Role, Scope};
use arpent_store::jobs::MOST_ATTEMPTS;
use jiff::Timestamp;
use uuid::Uuid;

use crate::app::App;
use crate::refusal::Refusal;

/// Name of the cookie that holds a session's secret.
pub const SESSION_COOKIE: &str = "arpent_session";

/// Seeing accounts, granting and ending roles.
pub const MANAGE: Permission = Permission("account.manage");
/// Reading the journal.
pub const READ_JOURNAL: Permission = Permission("journal.read");
/// Seeing jobs and trying them again.
pub const MANAGE_JOBS: Permission = Permission("job.manage");
/// Exporting and erasing someone's data on her request (RGPD, articles 15 and 17).
pub const ERASE: Permission = Permission("person.erase");
/// Acting on one's own account.
pub const OWN: Permission = Permission("account.own");

/// What this room declares.
pub const MANIFEST: Manifest = Manifest {
    name: "web",
    tables: &[
        Table { name: "person", personal: Personal::Covered },
        Table { name: "account", personal: Personal::Covered },
        Table { name: "session", personal: Personal::Covered },
        Table { name: "login_link", personal: Personal::Covered },
        Table { name: "role_grant", personal: Personal::Covered },
        Table { name: "setting", personal: Personal::None },
    ],
    permissions: &[
        (MANAGE, &[Role::Administrator]),
        (READ_JOURNAL, &[Role::Administrator, Role::Dpo]),
        (MANAGE_JOBS, &[Role::Administrator]),
        (ERASE, &[Role::Dpo]),
        (OWN, &[Role::Inhabitant]),
        (crate::settings::EDIT, &[Role::Administrator]),
        (crate::admin::SEE, &[Role::Administrator, Role::Dpo]),
        (crate::public::search::INTERNAL, crate::public::search::WHO_WORK_HERE),
    ],
    events: &[
        EventKind { kind: "account.created", meaning: "an account was opened" },
        EventKind { kind: "account.password_set", meaning: "a password was chosen or changed" },
        EventKind { kind: "account.login_link_sent", meaning: "a login link was asked for" },
        EventKind { kind: "session.opened", meaning: "someone signed in" },
        EventKind { kind: "session.closed", meaning: "someone signed out, or revoked a session" },
        EventKind { kind: "role.granted", meaning: "a role was given" },
        EventKind { kind: "role.ended", meaning: "a role was ended" },
        EventKind { kind: "person.created", meaning: "a person was recorded" },
        EventKind { kind: "person.renamed", meaning: "a person changed her displayed name" },
        EventKind { kind: "person.erased", meaning: "a person's data was erased" },
        EventKind { kind: "person.exported", meaning: "a person's data was handed over on her request" },
        EventKind { kind: "settings.changed", meaning: "the authority's name, colour or contact changed" },
        EventKind { kind: "job.retried", meaning: "an administrator asked to try a failed job again" },
    ],
};

/// After this many failures the administrator sees a job as failed; said on the page.
pub const JOB_ATTEMPTS: i64 = MOST_ATTEMPTS;

/// An account in use.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its id.
    pub id: Uuid,
    /// The person.
    pub person: Id<Person>,
    /// Her address, in lower case.
    pub email: String,
    /// Her name as shown.
    pub name: String,
    /// In which language she is written to.
    pub language: String,
    /// Argon2id, PHC format; none when she signs in by mail only.
    pub password_hash: Option<String>,
    /// Opened at.
    pub created_at: Timestamp,
}

/// A session as its owner sees it.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// The account.
    pub account: Uuid,
    /// The person.
    pub person: Id<Person>,
    /// Her address.
    pub email: String,
    /// Her name.
    pub name: String,
    /// The device, in a few words.
    pub device: String,
    /// Opened at.
    pub created_at: Timestamp,
    /// Used at, to the quarter of an hour.
    pub seen_at: Timestamp,
    /// Ends at.
    pub expires_at: Timestamp,
}

/// The reader, when signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Her name.
    pub name: String,
    /// Her address.
    pub email: String,
    /// Her account.
    pub account: Uuid,
    /// This session.
    pub session: Uuid,
    /// Her rights.
    pub actor: Actor,
}

/// Reads the session of a cookie; `None` when it ended, was revoked or never was.
///
/// # Errors
/// The database does not answer.
pub async fn open_session(app: &App, secret: &str) -> Result<Option<SignedIn>, Refusal> {
    let now = app.clock.now();
    let Some(session) = store::open_session(&app.db, &commands::hash(secret), now).await? else {
        return Ok(None);
    };
    commands::mark_seen(app, &session).await?;
    let actor = actor_of(&app.db, session.person).await?;
    Ok(Some(SignedIn {
        name: session.name,
        email: session.email,
        account: session.account,
        session: session.id,
        actor,
    }))
}

/// A person with the rights she has.
///
/// # Errors
/// The database does not answer.
pub async fn actor_of(src: &impl arpent_store::Reads, person: Id<Person>) -> Result<Actor, Refusal> {
    let grants = store::grants(src, person).await?.into_iter().map(|stored| stored.grant).collect();
    Ok(Actor { person: Some(person), grants })
}

/// The scopes a role may be granted on, for pages.
pub const fn scope_kind(scope: Scope) -> &'static str {
    match scope {
        Scope::Instance | Scope::Anywhere => "instance",
        Scope::Initiative(_) => "initiative",
        Scope::Organisation(_) => "organisation",
    }
}
