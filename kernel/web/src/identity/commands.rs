//! Everything that changes an identity.

use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _};
use arpent_core::digest::sha256;
use arpent_core::permission::Person;
use arpent_core::{Event, Grant, Id, Scope};
use arpent_store::{Author, StoreError, Tx};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::{Account, ERASE, Email, MANAGE, MANIFEST, OWN, Session, personal, store};
use crate::app::App;
use crate::back::Back;
use crate::caller::Caller;
use crate::mail::Letter;
use crate::module::{DataSubject, Room};
use crate::refusal::{FieldProblem, Refusal};
use crate::texts::Texts;

/// A session ends after this long, whatever happens.
pub(super) const SESSION_LENGTH: SignedDuration = SignedDuration::from_hours(24 * 30);
/// A login link is good for this long.
const LINK_LENGTH: SignedDuration = SignedDuration::from_mins(30);
/// A session's last use is written this often, so that reading a page does not write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(15);
/// Shortest password accepted (CNIL's recommendation of 2022: 12 characters, with rate limits).
pub(super) const SHORTEST_PASSWORD: usize = 12;
const LONGEST_PASSWORD: usize = 200;
pub(super) const LONGEST_NAME: usize = 80;

/// What is kept of a secret: reading the database gives no key.
pub(super) fn hash(secret: &str) -> String {
    sha256(secret)
}

fn after(now: Timestamp, length: SignedDuration) -> Timestamp {
    now.checked_add(length).unwrap_or(Timestamp::MAX)
}

pub(super) async fn mark_seen(app: &App, session: &Session) -> Result<(), Refusal> {
    let now = app.clock.now();
    if now.duration_since(session.seen_at) > SEEN_EVERY {
        let tx = app.db.begin(Author { person: Some(session.person), role: "inhabitant", at: now }).await?;
        store::seen(&tx, session.id).await?;
        tx.keep_house("a session is seen again").await?;
    }
    Ok(())
}

/// Records a person without an account: paper, street, an organisation's delegate met at a meeting.
///
/// # Errors
/// Not allowed, or the database does not answer.
pub async fn name_person(caller: &Caller, name: &str) -> Result<Id<Person>, Refusal> {
    let tx = caller.begin(MANAGE, Scope::Instance).await?;
    let id = caller.id();
    store::add_person(&tx, id, checked_name(name)?).await?;
    tx.commit(Event::new("person.created", "person", id)).await?;
    Ok(id)
}

fn checked_name(name: &str) -> Result<&str, Refusal> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Refusal::field("name", "length", |l| Texts::new(l).person_name_problem(LONGEST_NAME)));
    }
    Ok(name)
}

/// Opens an account for someone. The administrator does it, or the person herself through a login link.
///
/// # Errors
/// Not allowed; an address already taken, said at the field.
pub async fn register(caller: &Caller, name: &str, email: &str) -> Result<Id<Person>, Refusal> {
    let tx = caller.begin(MANAGE, Scope::Instance).await?;
    let email = Email::parse(email, "email").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let person = caller.id();
    store::add_person(&tx, person, checked_name(name)?).await?;
    let account = caller.id::<Account>();
    match store::add_account(&tx, (account.uuid(), person), email.as_str(), caller.lang.code()).await {
        Err(StoreError::Duplicate { .. }) => {
            return Err(Refusal::field("email", "taken", |l| Texts::new(l).email_taken().into()));
        }
        other => other?,
    }
    tx.commit(Event::new("account.created", "account", account)).await?;
    Ok(person)
}

/// Chooses the name shown beside what one says.
///
/// # Errors
/// No name, or a name too long, said at the field.
pub async fn rename(caller: &Caller, name: &str) -> Result<(), Refusal> {
    let tx = caller.begin(OWN, Scope::Instance).await?;
    let person = caller.person()?;
    store::rename(&tx, person, checked_name(name)?).await?;
    tx.commit(Event::new("person.renamed", "person", person)).await?;
    Ok(())
}

/// Sends a login link. The answer is the same whether the address has an account or not: it reveals nobody.
///
/// # Errors
/// An address that is not one, or the database does not answer.
pub async fn send_link(app: &App, caller: &Caller, typed: &str, back: &Back) -> Result<(), Refusal> {
    let email = Email::parse(typed, "email").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let secret = arpent_core::chance::secret(&*caller.chance);
    let tx = caller.begin_public().await?;
    store::add_link(&tx, &hash(&secret), email.as_str(), after(caller.now(), LINK_LENGTH)).await?;
    let t = Texts::new(caller.lang);
    let link = app.absolute(&format!("/connexion/lien/{secret}?retour={}", back.encoded()));
    let letter = Letter {
        to: email.as_str().to_owned(),
        subject: t.login_mail_subject(app.settings.current().name.clone()),
        text: t.login_mail_text(&link),
    };
    tx.enqueue(letter.job(caller, None)).await?;
    tx.commit(Event::new("account.login_link_sent", "login_link", caller.id::<Letter>())).await?;
    app.bell.notify_one();
    Ok(())
}

/// The address behind a link still good, without using it: mail scanners open links too.
///
/// # Errors
/// The database does not answer.
pub async fn read_link(caller: &Caller, secret: &str) -> Result<Option<String>, Refusal> {
    Ok(store::link(&caller.db, &hash(secret), caller.now()).await?)
}

/// The refusal of a link that is used, too old, or never was.
pub(super) fn link_is_used() -> Refusal {
    Refusal::rule("link-used", |l| Texts::new(l).login_link_used().into())
}

/// A session just opened: the cookie's secret, known to nobody else.
#[derive(Debug)]
pub struct Entered {
    /// What the cookie holds.
    pub secret: String,
}

/// Uses a link, opening an account at its first use.
///
/// # Errors
/// The link is used, too old, or never was.
pub async fn enter_with_link(caller: &Caller, secret: &str, device: &str) -> Result<Entered, Refusal> {
    let mut tx = caller.begin_public().await?;
    let Some(email) = store::use_link(&tx, &hash(secret)).await? else {
        return Err(link_is_used());
    };
    let account = match store::account_by_email(&tx, &email).await? {
        Some(account) => account.id,
        None => first_visit(caller, &mut tx, &email).await?,
    };
    open(caller, tx, account, device).await
}

/// Opens the account of someone who comes for the first time.
async fn first_visit(caller: &Caller, tx: &mut Tx, email: &str) -> Result<Uuid, StoreError> {
    let (person, account) = (caller.id(), caller.id::<Account>());
    // The part before the @ is a first displayed name; her account page invites her to choose another.
    let local = email.split('@').next().unwrap_or("");
    let name: String = local.chars().take(LONGEST_NAME).collect();
    store::add_person(tx, person, &name).await?;
    store::add_account(tx, (account.uuid(), person), email, caller.lang.code()).await?;
    tx.note(Event::new("account.created", "account", account));
    Ok(account.uuid())
}

async fn open(caller: &Caller, tx: Tx, account: Uuid, device: &str) -> Result<Entered, Refusal> {
    let secret = arpent_core::chance::secret(&*caller.chance);
    let session = caller.id::<Session>();
    let ends = after(caller.now(), SESSION_LENGTH);
    store::add_session(&tx, (session.uuid(), account), &hash(&secret), device, ends).await?;
    // Said with its account: the session itself is forgotten when it ends.
    tx.commit(Event::new("session.opened", "session", session).with("account", account)).await?;
    Ok(Entered { secret })
}

/// Signs in with a password. The same answer for an unknown address and a wrong password, after the same work.
///
/// # Errors
/// Wrong address or password, said at the form.
pub async fn enter_with_password(
    caller: &Caller,
    typed: &str,
    password: &str,
    device: &str,
) -> Result<Entered, Refusal> {
    let account = match Email::parse(typed, "email") {
        Ok(email) => store::account_by_email(&caller.db, email.as_str()).await?,
        Err(_) => None,
    };
    let stored = account.as_ref().and_then(|account| account.password_hash.clone());
    let right = verify(stored, password.to_owned()).await;
    match account.filter(|_| right) {
        Some(account) => enter(caller, &account, device).await,
        None => Err(Refusal::field("password", "wrong", |l| Texts::new(l).password_wrong().into())),
    }
}

/// Opens a session for an account whose owner was recognised.
///
/// # Errors
/// The database does not answer.
pub async fn enter(caller: &Caller, account: &Account, device: &str) -> Result<Entered, Refusal> {
    let tx = caller.begin_public().await?;
    open(caller, tx, account.id, device).await
}

/// Signs in as one of the demonstration's people.
///
/// # Errors
/// This is not a demonstration, or there is no such account.
pub async fn sign_in_as(app: &App, caller: &Caller, email: &str, device: &str) -> Result<Entered, Refusal> {
    if !app.config.demo {
        return Err(Refusal::NotFound);
    }
    let account = store::account_by_email(&app.db, email).await?.ok_or(Refusal::NotFound)?;
    enter(caller, &account, device).await
}

async fn verify(stored: Option<String>, password: String) -> bool {
    // Hashing takes tens of milliseconds of CPU: off the threads that answer requests.
    let checked = tokio::task::spawn_blocking(move || is_right(stored.as_deref(), password.as_bytes()));
    checked.await.unwrap_or(false)
}

fn is_right(stored: Option<&str>, password: &[u8]) -> bool {
    let Some(stored) = stored else {
        // The same work for an address that has no password: the time taken says nothing.
        let _ = Argon2::default().hash_password(password);
        return false;
    };
    PasswordHash::new(stored).is_ok_and(|parsed| Argon2::default().verify_password(password, &parsed).is_ok())
}

/// Chooses or changes one's password; other sessions end.
///
/// # Errors
/// Too short or too long, or the present password is wrong.
pub async fn set_password(
    caller: &Caller,
    (account, session): (&Account, Uuid),
    present: &str,
    wanted: &str,
) -> Result<(), Refusal> {
    let length = wanted.chars().count();
    if !(SHORTEST_PASSWORD..=LONGEST_PASSWORD).contains(&length) {
        return Err(Refusal::field("password", "length", |l| Texts::new(l).password_problem(SHORTEST_PASSWORD)));
    }
    if account.password_hash.is_some() && !verify(account.password_hash.clone(), present.to_owned()).await {
        return Err(Refusal::Invalid(vec![FieldProblem::new("present", "wrong", |l| {
            Texts::new(l).password_present_wrong().into()
        })]));
    }
    let wanted = wanted.to_owned();
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(wanted.as_bytes()).map(|hash| hash.to_string())
    });
    let hashed = hashed.await.ok().and_then(Result::ok).ok_or_else(|| StoreError::NotDurable("argon2".into()))?;
    let tx = caller.begin(OWN, Scope::Instance).await?;
    store::set_password(&tx, account.id, &hashed).await?;
    store::revoke_others(&tx, account.id, session).await?;
    tx.commit(Event::new("account.password_set", "account", Id::<Account>::from_uuid(account.id))).await?;
    Ok(())
}

/// Ends this session.
///
/// # Errors
/// Not signed in, or the database does not answer.
pub async fn leave(caller: &Caller, session: Uuid) -> Result<(), Refusal> {
    revoke_session(caller, session).await
}

/// Ends one of one's own sessions.
///
/// # Errors
/// Not hers.
pub async fn revoke_session(caller: &Caller, session: Uuid) -> Result<(), Refusal> {
    let tx = caller.begin(OWN, Scope::Instance).await?;
    if store::revoke(&tx, session, caller.person()?).await? == 0 {
        return Err(Refusal::NotFound);
    }
    tx.commit(Event::new("session.closed", "session", Id::<Session>::from_uuid(session))).await?;
    Ok(())
}

/// Ends every session of an account but one.
///
/// # Errors
/// The database does not answer.
pub async fn revoke_others(caller: &Caller, account: Uuid, kept: Uuid) -> Result<(), Refusal> {
    let tx = caller.begin(OWN, Scope::Instance).await?;
    store::revoke_others(&tx, account, kept).await?;
    tx.commit(Event::new("session.closed", "account", Id::<Account>::from_uuid(account)).with("which", "others"))
        .await?;
    Ok(())
}

/// Gives a role on a scope for a period.
///
/// # Errors
/// Not allowed, or a period that ends before it begins.
pub async fn give(caller: &Caller, person: Id<Person>, grant: Grant) -> Result<(), Refusal> {
    let tx = caller.begin(MANAGE, Scope::Instance).await?;
    if grant.to.is_some_and(|to| to <= grant.from) {
        return Err(Refusal::field("to", "order", |l| Texts::new(l).grant_period_problem().into()));
    }
    store::add_grant(&tx, caller.id::<Grant>().uuid(), person, &grant).await?;
    tx.commit(Event::new("role.granted", "person", person).with("role", grant.role.code())).await?;
    Ok(())
}

/// Ends a role now.
///
/// # Errors
/// Not allowed, or it had already ended.
pub async fn end_grant(caller: &Caller, grant: Uuid) -> Result<(), Refusal> {
    let tx = caller.begin(MANAGE, Scope::Instance).await?;
    if store::end_grant(&tx, grant).await? == 0 {
        return Err(Refusal::NotFound);
    }
    tx.commit(Event::new("role.ended", "role_grant", Id::<Grant>::from_uuid(grant))).await?;
    Ok(())
}

/// Erases a person: her account, sessions, grants, name, the letters sent to her, and what each room holds of her. What
/// she said publicly stays, without her name; decisions and the journal stay verifiable, since they hold ids only.
///
/// # Errors
/// Neither herself nor someone allowed to.
pub async fn erase(app: &App, caller: &Caller, subject: &DataSubject) -> Result<u64, Refusal> {
    let own = subject.person.is_some() && caller.actor.person == subject.person;
    let tx = caller.begin(if own { OWN } else { ERASE }, Scope::Instance).await?;
    let mut changed = match &subject.email {
        Some(email) => arpent_store::jobs::forget_letters(&tx, email).await?,
        None => 0,
    };
    // The identity goes last: other rooms may find what is hers through her account.
    let (identity, others): (Vec<&Room>, Vec<&Room>) =
        app.rooms.iter().partition(|room| room.manifest.name == MANIFEST.name);
    for room in others.into_iter().chain(identity) {
        changed += (room.personal.erase)(&tx, subject).await?;
    }
    tx.commit(about("person.erased", subject)).await?;
    Ok(changed)
}

/// Everything held about someone, handed over on her request; the journal keeps that it was.
///
/// # Errors
/// Not allowed, or the database does not answer.
pub async fn hand_over(app: &App, caller: &Caller, subject: &DataSubject) -> Result<Map<String, Json>, Refusal> {
    let tx = caller.begin(ERASE, Scope::Instance).await?;
    tx.commit(about("person.exported", subject)).await?;
    personal::everything(app, subject).await
}

/// An event about a data subject: of who only left an address, the journal keeps that it happened, not to whom.
fn about(kind: &'static str, subject: &DataSubject) -> Event {
    Event::new(kind, "person", subject.person.unwrap_or(Id::from_uuid(Uuid::nil())))
}

/// Forgets sessions and links that ended.
///
/// # Errors
/// The database does not answer.
pub async fn tidy(app: &App) -> Result<(), StoreError> {
    let tx = app.db.begin(Author { person: None, role: "system", at: app.clock.now() }).await?;
    store::forget_expired(&tx).await?;
    tx.keep_house("ended sessions and links are forgotten").await
}
