//! Where an author is told: an address left with what she said, shown to be hers before anything but a receipt goes there.

use arpent_core::{Event, Id};
use arpent_store::Tx;
use arpent_store::jobs::NewJob;
use arpent_texts::Lang;
use arpent_web::identity::Email;
use arpent_web::identity::store as accounts;
use arpent_web::mail::Letter;
use arpent_web::{Caller, Refusal};

use super::initiatives::scope;
use crate::domain::confirmation::{self, SentCode, Spent};
use crate::domain::contribution::{Channel, Contribution};
use crate::domain::initiative::Initiative;
use crate::permission::CONTRIBUTION_KEY;
use crate::store::addresses as store;
use crate::store::contributions::{self, Contact};
use crate::store::initiatives;
use crate::texts::Texts;
use crate::words::{follow_path, receipt_path};

/// What became of a request for another code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It leaves.
    Sent,
    /// One left a moment ago: it is waited for.
    OnItsWay,
    /// The address is confirmed: none is needed.
    Confirmed,
}

/// What confirming changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// It had been confirmed before.
    Already,
    /// It is now.
    Now,
    /// It is now, and the answer given meanwhile leaves for it.
    WithAnswer,
}

/// Keeps how an author is told, and sends her receipt; with a code when nobody knows that the address is hers.
pub(super) async fn keep(
    tx: &Tx,
    caller: &Caller,
    (initiative, contribution): (&Initiative, &Contribution),
    code: &str,
    email: Option<&Email>,
) -> Result<(), Refusal> {
    let id = contribution.id;
    let lang = caller.lang.code();
    let Some(email) = email else {
        return Ok(contributions::add_contact(tx, id, code, (None, None), lang).await?);
    };
    let known = is_known(tx, caller, contribution, email).await?;
    let since = known.then_some(tx.author.at);
    contributions::add_contact(tx, id, code, (Some(email.as_str()), since), lang).await?;
    let digits = if known { None } else { Some(first_code(tx, caller, contribution).await?) };
    if contribution.channel != Channel::Import {
        let letter = receipt(caller, caller.lang, (initiative, contribution), code, (email.as_str(), digits));
        tx.enqueue(letter.job(caller, Some(format!("receipt-{id}")))).await?;
    }
    Ok(())
}

/// An agent who keys or imports an address read it on a sheet or in a file; whoever is signed in showed that hers is
/// hers; the operator vouches for what he brings in. Any other address may be someone else's.
async fn is_known(tx: &Tx, caller: &Caller, said: &Contribution, email: &Email) -> Result<bool, Refusal> {
    if said.channel != Channel::Web {
        return Ok(true);
    }
    let Some(person) = caller.actor.person else {
        return Ok(caller.may(CONTRIBUTION_KEY, scope(said.initiative)));
    };
    Ok(accounts::account_of(tx, person).await?.is_some_and(|account| account.email == email.as_str()))
}

async fn first_code(tx: &Tx, caller: &Caller, contribution: &Contribution) -> Result<String, Refusal> {
    let digits = confirmation::draw(&*caller.chance);
    store::send(tx, contribution.id, &confirmation::hash(contribution.id, &digits), true).await?;
    tx.enqueue(crate::jobs::forget_unconfirmed_later(caller, contribution.id)).await?;
    Ok(digits)
}

fn receipt(
    caller: &Caller,
    lang: Lang,
    (initiative, contribution): (&Initiative, &Contribution),
    code: &str,
    (email, digits): (&str, Option<String>),
) -> Letter {
    let t = Texts::new(lang);
    let (days, link) = (initiative.answer_delay_days, caller.absolute(&follow_path(code)));
    let text = match digits {
        None => t.mail_receipt_text(code, days, link, contribution.number, &contribution.text),
        Some(digits) => {
            let page = confirm_link(caller, code);
            t.mail_receipt_code_text(code, days, digits, link, contribution.number, page, &contribution.text)
        }
    };
    Letter { to: email.to_owned(), subject: t.mail_receipt_subject(&initiative.title), text }
}

fn confirm_link(caller: &Caller, code: &str) -> String {
    caller.absolute(&format!("{}#adresse", receipt_path(code)))
}

/// What a follow code gives access to.
struct Held {
    contribution: Contribution,
    contact: Contact,
}

impl Held {
    async fn open(caller: &Caller, code: &str) -> Result<Self, Refusal> {
        let contribution = contributions::by_code(&caller.db, code).await?.ok_or(Refusal::NotFound)?.contribution;
        let contact = contributions::contact(&caller.db, contribution.id).await?.ok_or(Refusal::NotFound)?;
        if contact.email.is_none() {
            return Err(Refusal::rule("no-address", |l| Texts::new(l).address_none().into()));
        }
        Ok(Self { contribution, contact })
    }

    fn event(&self, kind: &'static str) -> Event {
        Event::new(kind, "contribution", self.contribution.id).within(self.contribution.initiative)
    }

    fn lang(&self) -> Lang {
        Lang::parse(&self.contact.language).unwrap_or_default()
    }

    async fn initiative(&self, tx: &Tx) -> Result<Initiative, Refusal> {
        initiatives::by_id(tx, self.contribution.initiative).await?.ok_or(Refusal::NotFound)
    }
}

/// Shows that the address is hers: the digits it received, typed by whoever holds the follow code. An answer given
/// before leaves then.
///
/// # Errors
/// No such follow code; at field `number`, digits that are not those sent, or a code that is good no more.
pub async fn confirm(caller: &Caller, code: &str, typed: &str) -> Result<Confirmed, Refusal> {
    let held = Held::open(caller, code).await?;
    if !held.contact.is_to_confirm() {
        return Ok(Confirmed::Already);
    }
    let id = held.contribution.id;
    let Some(digits) = confirmation::read(typed) else {
        return Err(Refusal::field("number", "unreadable", |l| Texts::new(l).address_code_unreadable().into()));
    };
    let tx = caller.begin_public().await?;
    let expected = store::try_code(&tx, id).await?;
    if expected.as_deref() == Some(confirmation::hash(id, &digits).as_str()) {
        if !store::confirm(&tx, id).await? {
            return Ok(Confirmed::Already);
        }
        let answered = super::answers::tell_now(&tx, caller, &held.initiative(&tx).await?, &held.contribution).await?;
        tx.commit(held.event("contact.confirmed")).await?;
        return Ok(if answered { Confirmed::WithAnswer } else { Confirmed::Now });
    }
    let sent = store::sent(&tx, id).await?;
    tx.keep_house("a wrong code is counted").await?;
    match sent {
        Some(sent) => Err(refused(&sent, expected.is_some(), caller)),
        // The same form, sent twice: the other one confirmed meanwhile.
        None => Ok(Confirmed::Already),
    }
}

/// Why the digits typed do not do, and what to do next.
fn refused(sent: &SentCode, tried: bool, caller: &Caller) -> Refusal {
    let left = sent.tries_left();
    match sent.spent(caller.now()) {
        Some(Spent::Tried) if tried => {
            Refusal::field("number", "last-wrong", |l| Texts::new(l).address_code_last_wrong().into())
        }
        Some(Spent::Tried) => Refusal::field("number", "spent", |l| Texts::new(l).address_code_spent().into()),
        Some(Spent::Old) => Refusal::field("number", "old", |l| Texts::new(l).address_code_old().into()),
        None => Refusal::field("number", "wrong", move |l| Texts::new(l).address_code_wrong(left)),
    }
}

/// Sends another code; the one before is good no more.
///
/// # Errors
/// No such follow code; too many codes left today, said at field `number`.
pub async fn send_again(caller: &Caller, code: &str) -> Result<Asked, Refusal> {
    let held = Held::open(caller, code).await?;
    let (id, Some(to)) = (held.contribution.id, held.contact.email.as_deref()) else { return Err(Refusal::NotFound) };
    if !held.contact.is_to_confirm() {
        return Ok(Asked::Confirmed);
    }
    let tx = caller.begin_public().await?;
    let digits = confirmation::draw(&*caller.chance);
    if !store::send(&tx, id, &confirmation::hash(id, &digits), false).await? {
        let on_its_way = store::sent(&tx, id).await?.is_some_and(|sent| sent.is_on_its_way(caller.now()));
        return if on_its_way { Ok(Asked::OnItsWay) } else { Err(too_many("number")) };
    }
    let t = Texts::new(held.lang());
    let subject = t.mail_code_subject(digits.as_str());
    let text = t.mail_code_text(digits.as_str(), confirm_link(caller, code), held.contribution.number);
    tx.enqueue(code_letter(caller, &Letter { to: to.to_owned(), subject, text })).await?;
    tx.commit(held.event("contact.code_sent")).await?;
    Ok(Asked::Sent)
}

/// Each code is another letter: what is never sent twice is decided by the row of the code.
fn code_letter(caller: &Caller, letter: &Letter) -> NewJob {
    letter.job(caller, None)
}

fn too_many(field: &'static str) -> Refusal {
    Refusal::field(field, "too-many", |l| Texts::new(l).address_too_many_codes().into())
}

/// Writes to another address instead of one that was mistyped, as long as nobody confirmed it: her receipt, with a code.
///
/// # Errors
/// No such follow code; at field `email`, an address that is none, or too many codes left today.
pub async fn correct(caller: &Caller, code: &str, typed: &str) -> Result<Asked, Refusal> {
    let held = Held::open(caller, code).await?;
    if !held.contact.is_to_confirm() {
        return Ok(Asked::Confirmed);
    }
    let email = Email::parse(typed, "email").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if held.contact.email.as_deref() == Some(email.as_str()) {
        return send_again(caller, code).await;
    }
    let id = held.contribution.id;
    let tx = caller.begin_public().await?;
    let digits = confirmation::draw(&*caller.chance);
    if !store::send(&tx, id, &confirmation::hash(id, &digits), true).await? {
        return Err(too_many("email"));
    }
    if !store::correct(&tx, id, email.as_str()).await? {
        return Ok(Asked::Confirmed);
    }
    let initiative = held.initiative(&tx).await?;
    let to = (email.as_str(), Some(digits));
    let letter = receipt(caller, held.lang(), (&initiative, &held.contribution), code, to);
    tx.enqueue(code_letter(caller, &letter)).await?;
    tx.commit(held.event("contact.corrected")).await?;
    Ok(Asked::Sent)
}

/// Forgets the address left with a contribution, and the letters sent to it (RGPD, article 17). Whoever holds the code
/// may ask: it is the only proof that someone without an account has. Letters to an address that nobody confirmed stay
/// until they are tidied: its owner, who may be someone else, keeps hers.
///
/// # Errors
/// No such code, or no address was left.
pub async fn forget(caller: &Caller, code: &str) -> Result<(), Refusal> {
    let contribution = contributions::by_code(&caller.db, code).await?.ok_or(Refusal::NotFound)?.contribution;
    let tx = caller.begin_public().await?;
    let contact = contributions::contact(&tx, contribution.id).await?.ok_or(Refusal::NotFound)?;
    if !store::forget(&tx, contribution.id).await? {
        return Err(Refusal::NotFound);
    }
    if let Some(email) = contact.reachable() {
        arpent_store::jobs::forget_letters(&tx, email).await?;
    }
    tx.commit(Event::new("contact.forgotten", "contribution", contribution.id).within(contribution.initiative)).await?;
    Ok(())
}

/// Forgets an address that nobody confirmed in time.
pub(crate) async fn forget_unconfirmed(tx: Tx, id: Id<Contribution>) -> Result<(), arpent_store::StoreError> {
    let Some(contribution) = contributions::by_id(&tx, id).await? else { return Ok(()) };
    let contact = contributions::contact(&tx, id).await?;
    if !contact.is_some_and(|contact| contact.is_to_confirm()) {
        return Ok(());
    }
    store::forget(&tx, id).await?;
    tx.commit(Event::new("contact.forgotten", "contribution", id).within(contribution.initiative)).await
}
