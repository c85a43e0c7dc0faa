//! Letters: an invitation to sign again, a reminder each year, an alert before the end. Each one leaves once, whatever is
//! run again.

use std::collections::BTreeSet;

use arpent_core::{Actor, Event, Id};
use arpent_store::Tx;
use arpent_texts::date;
use arpent_web::app::App;
use arpent_web::identity::{actor_of, store as accounts};
use arpent_web::mail::Letter;
use arpent_web::{Caller, Lang, Refusal};

use super::publishing::next_reminder;
use super::{get, machine, place, scope};
use crate::EDIT;
use crate::domain::charter::{Charter, Version, in_force};
use crate::domain::signature::Signature;
use crate::store::{charters, invitations, reports, signatures};
use crate::texts::Texts;

/// Letters asked for in one transaction.
const BATCH: i64 = 100;

/// Where a letter goes, and in which language.
struct Recipient {
    to: String,
    lang: Lang,
}

fn caller_of(app: &App) -> Caller {
    app.caller(Actor::public(), Lang::Fr)
}

/// The version a job was asked for, with its charter.
async fn read(caller: &Caller, id: Id<Version>) -> Result<Option<(Charter, Version)>, Refusal> {
    let Some(version) = charters::version(&caller.db, id).await? else { return Ok(None) };
    Ok(Some((get(&caller.db, version.charter).await?, version)))
}

/// Nothing newer was published.
async fn stands(caller: &Caller, charter: &Charter, id: Id<Version>) -> Result<bool, Refusal> {
    let versions = charters::versions(&caller.db, charter.id).await?;
    Ok(in_force(&versions).is_some_and(|last| last.id == id))
}

/// Invites everyone who signed the last version to sign this one.
pub(crate) async fn invite(app: &App, id: Id<Version>) -> Result<(), Refusal> {
    let caller = caller_of(app);
    let Some((charter, version)) = read(&caller, id).await? else { return Ok(()) };
    let link = caller.absolute(&place(&caller.db, &charter).await?);
    loop {
        let batch = invitations::to_ask(&caller.db, id, BATCH).await?;
        if batch.is_empty() {
            return Ok(());
        }
        let tx = app.db.begin(machine(app)).await?;
        for signature in &batch {
            invitations::asked(&tx, id, *signature).await?;
            let Some(signature) = signatures::by_id(&tx, *signature).await? else { continue };
            let Some(who) = recipient(&tx, &caller, &signature).await? else { continue };
            let t = Texts::new(who.lang);
            let letter = Letter {
                to: who.to,
                subject: t.mail_invite_subject(&charter.title),
                text: t.mail_invite_text(
                    link.as_str(),
                    name(t, &signature),
                    signature.version_number,
                    &charter.title,
                    version.number,
                ),
            };
            tx.enqueue(letter.job(&caller, Some(format!("charter-invite-{id}-{}", signature.id)))).await?;
        }
        let event = Event::new("charter.invited", "charter_version", id).within(charter.initiative);
        tx.commit(event.with("invitations", batch.len())).await?;
    }
}

fn name(t: Texts, signature: &Signature) -> String {
    signature.own().unwrap_or_else(|| t.unnamed_person()).to_owned()
}

/// Whoever may sign today, her own hand first; else the address left on paper.
async fn recipient(tx: &Tx, caller: &Caller, signature: &Signature) -> Result<Option<Recipient>, Refusal> {
    let mut hands = Vec::from_iter(signature.person);
    if let Some(organisation) = signature.organisation {
        let holders = signatures::holders(tx, organisation, caller.today()).await?;
        let (still, gone): (Vec<_>, Vec<_>) = hands.into_iter().partition(|hand| holders.contains(hand));
        hands = still.into_iter().chain(holders).chain(gone).collect();
    }
    for person in hands {
        if let Some(account) = accounts::account_of(tx, person).await? {
            let lang = Lang::parse(&account.language).unwrap_or_default();
            return Ok(Some(Recipient { to: account.email, lang }));
        }
    }
    Ok(signature.email.clone().map(|to| Recipient { to, lang: Lang::Fr }))
}

/// Reminds those who reported nothing about the year that ended, and asks for the next reminder while the version lasts.
pub(crate) async fn remind(app: &App, id: Id<Version>) -> Result<(), Refusal> {
    let caller = caller_of(app);
    let Some((charter, version)) = read(&caller, id).await? else { return Ok(()) };
    if !stands(&caller, &charter, id).await? || version.is_over(caller.today()) {
        return Ok(());
    }
    let year = i64::from(caller.today().year()) - 1;
    let tx = app.db.begin(machine(app)).await?;
    let mut told = 0_usize;
    for signature in reports::silent(&tx, id, year).await? {
        let Some(signature) = signatures::by_id(&tx, signature).await? else { continue };
        let Some(who) = recipient(&tx, &caller, &signature).await? else { continue };
        let t = Texts::new(who.lang);
        let link = caller.absolute(&format!("/signatures/{}", signature.code));
        let letter = Letter {
            to: who.to,
            subject: t.mail_remind_subject(&charter.title, year),
            text: t.mail_remind_text(link, name(t, &signature), &charter.title, year),
        };
        tx.enqueue(letter.job(&caller, Some(format!("charter-remind-{}-{year}", signature.id)))).await?;
        told += 1;
    }
    tx.enqueue(next_reminder(&caller, id)).await?;
    let event = Event::new("charter.reminded", "charter_version", id).within(charter.initiative);
    Ok(tx.commit(event.with("letters", told)).await?)
}

/// Tells those who run the charter that its end comes, unless its evaluation was written.
pub(crate) async fn alert(app: &App, id: Id<Version>) -> Result<(), Refusal> {
    let caller = caller_of(app);
    let today = caller.today();
    let Some((charter, version)) = read(&caller, id).await? else { return Ok(()) };
    let (Some(months), Some((_, to))) = (version.alert(today), version.period) else { return Ok(()) };
    if !stands(&caller, &charter, id).await? {
        return Ok(());
    }
    let link = caller.absolute(&format!("{}/conduire", place(&caller.db, &charter).await?));
    let tx = app.db.begin(machine(app)).await?;
    let mut told = BTreeSet::new();
    for role in caller.policy.roles(EDIT) {
        for account in accounts::holders(&tx, role, caller.now()).await? {
            let actor = actor_of(&tx, account.person).await?;
            let may = caller.policy.allows(&actor, EDIT, scope(&charter), caller.now());
            if !may || !told.insert(account.person) {
                continue;
            }
            let lang = Lang::parse(&account.language).unwrap_or_default();
            let t = Texts::new(lang);
            let letter = Letter {
                to: account.email.clone(),
                subject: t.mail_alert_subject(&charter.title),
                text: t.mail_alert_text(date(lang, to), link.as_str(), account.name.as_str(), &charter.title),
            };
            tx.enqueue(letter.job(&caller, Some(format!("charter-alert-{id}-{months}-{}", account.person)))).await?;
        }
    }
    let event = Event::new("charter.alerted", "charter_version", id).within(charter.initiative);
    Ok(tx.commit(event.with("months", months).with("letters", told.len())).await?)
}
