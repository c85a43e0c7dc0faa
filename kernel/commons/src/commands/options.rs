//! Options: written, changed, made to rest on what was said.

use arpent_core::{Event, Id, Subject};
use arpent_store::search::{Doc, Visibility};
use arpent_store::{StoreError, Tx};
use arpent_web::refusal::{Conflict, Difference};
use arpent_web::{Caller, Refusal, Say};
use uuid::Uuid;

use super::initiatives::scope;
use crate::domain::contribution::Contribution;
use crate::domain::initiative::{Initiative, InitiativeState, Theme};
use crate::domain::options::{NewOption, OptionSheet, PolicyOption};
use crate::permission::OPTION_EDIT;
use crate::store::links::{self, LinkKind};
use crate::store::{initiatives, options};
use crate::texts::Texts;

/// Writes an option and draws the arrows to what it rests on.
///
/// # Errors
/// Not allowed, a closed démarche, fields to correct, a title already taken.
pub async fn create(caller: &Caller, initiative: Id<Initiative>, new: &NewOption) -> Result<Id<PolicyOption>, Refusal> {
    let tx = caller.begin(OPTION_EDIT, scope(initiative)).await?;
    still_open(&tx, initiative).await?;
    let option =
        PolicyOption { id: caller.id(), initiative, sheet: new.sheet.checked()?, created_at: caller.now(), version: 1 };
    options::add(&tx, &option).await.map_err(taken)?;
    let records = new.contributions.iter().map(contribution).chain(new.themes.iter().map(theme));
    for record in records {
        rest(&tx, &option, record).await?;
    }
    index(&tx, &option).await?;
    tx.commit(event("option.created", &option)).await?;
    Ok(option.id)
}

/// Changes what an option says. Whoever edited an older version is shown the difference.
///
/// # Errors
/// Not allowed, fields to correct, [`Refusal::Conflict`], or an option a published decision examined.
pub async fn edit(caller: &Caller, id: Id<PolicyOption>, version: i64, sheet: &OptionSheet) -> Result<(), Refusal> {
    let (tx, stored) = open(caller, id).await?;
    let sheet = sheet.checked()?;
    if !options::edit(&tx, id, version, &sheet).await.map_err(taken)? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored, &sheet))));
    }
    let option = PolicyOption { sheet, version: version + 1, ..stored };
    index(&tx, &option).await?;
    tx.commit(event("option.edited", &option).with("version", option.version)).await?;
    Ok(())
}

/// Says what an option rests on: these contributions and themes, and no others of the given kinds shown.
///
/// # Errors
/// Not allowed, an option already decided, a record of another démarche.
pub async fn rest_on(
    caller: &Caller,
    id: Id<PolicyOption>,
    added: &[Subject],
    removed: &[Uuid],
) -> Result<(), Refusal> {
    let (tx, option) = open(caller, id).await?;
    for record in removed {
        links::remove(&tx, LinkKind::RestsOn, id.uuid(), *record).await?;
    }
    for record in added {
        rest(&tx, &option, *record).await?;
    }
    let event = event("option.rests_on", &option);
    tx.commit(event.with("added", added.len()).with("removed", removed.len())).await?;
    Ok(())
}

/// A contribution as an option rests on it.
pub fn contribution(id: &Id<Contribution>) -> Subject {
    Subject::new("contribution", *id)
}

/// A theme as an option rests on it.
pub fn theme(id: &Id<Theme>) -> Subject {
    Subject::new("theme", *id)
}

async fn open(caller: &Caller, id: Id<PolicyOption>) -> Result<(Tx, PolicyOption), Refusal> {
    let initiative = options::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?.initiative;
    let tx = caller.begin(OPTION_EDIT, scope(initiative)).await?;
    still_open(&tx, initiative).await?;
    if options::decided(&tx, id).await? {
        return Err(Refusal::rule("decided", |l| Texts::new(l).option_decided().into()));
    }
    // Read again inside: what is compared is what this transaction sees.
    let stored = options::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    Ok((tx, stored))
}

async fn rest(tx: &Tx, option: &PolicyOption, record: Subject) -> Result<(), Refusal> {
    if !options::belongs(tx, record.id, option.initiative).await? {
        return Err(Refusal::field("rests_on", "elsewhere", |l| Texts::new(l).option_elsewhere().into()));
    }
    links::put(tx, LinkKind::RestsOn, Subject::new("option", option.id), record).await?;
    Ok(())
}

fn event(kind: &'static str, option: &PolicyOption) -> Event {
    Event::new(kind, "option", option.id).within(option.initiative)
}

async fn index(tx: &Tx, option: &PolicyOption) -> Result<(), Refusal> {
    let doc = Doc {
        record: option.id.uuid(),
        kind: "option",
        initiative: Some(option.initiative.uuid()),
        visibility: visibility(tx, option.initiative).await?,
        title: &option.sheet.title,
        text: &option.sheet.description,
        href: &format!("/options/{}", option.id),
    };
    tx.index(&doc).await?;
    Ok(())
}

/// What belongs to a démarche being prepared is found by those who prepare it only.
pub(super) async fn visibility(tx: &Tx, initiative: Id<Initiative>) -> Result<Visibility, Refusal> {
    let initiative = initiatives::by_id(tx, initiative).await?.ok_or(Refusal::NotFound)?;
    let draft = initiative.state == InitiativeState::Draft;
    Ok(if draft { Visibility::Internal } else { Visibility::Public })
}

/// Options and experiments are of a démarche under way; after its end, only reports, measures and corrections are.
pub(super) async fn still_open(tx: &Tx, initiative: Id<Initiative>) -> Result<(), Refusal> {
    let initiative = initiatives::by_id(tx, initiative).await?.ok_or(Refusal::NotFound)?;
    if initiative.state == InitiativeState::Closed {
        return Err(Refusal::rule("closed", |l| Texts::new(l).loop_closed().into()));
    }
    Ok(())
}

/// The same record sent twice, or two records of the same name.
pub(super) fn taken(error: StoreError) -> Refusal {
    match error {
        StoreError::Duplicate { .. } => Refusal::field("title", "taken", |l| Texts::new(l).loop_taken().into()),
        other => other.into(),
    }
}

/// One field two people wrote differently, if they did.
pub(super) fn differs(label: fn(Texts) -> &'static str, stored: &str, typed: &str) -> Option<Difference> {
    (stored != typed).then(|| Difference {
        label: Say::new(move |l| label(Texts::new(l)).into()),
        stored: stored.to_owned(),
        typed: typed.to_owned(),
    })
}

/// A count as it is compared by two people.
pub(super) fn shown(value: Option<i64>) -> String {
    value.map(|n| n.to_string()).unwrap_or_default()
}

fn conflict(stored: &PolicyOption, typed: &OptionSheet) -> Conflict {
    let s = &stored.sheet;
    let differences = [
        differs(Texts::field_title, &s.title, &typed.title),
        differs(Texts::option_description, &s.description, &typed.description),
        differs(Texts::option_cost, &s.cost, &typed.cost),
        differs(Texts::option_cost_euros, &shown(s.cost_euros), &shown(typed.cost_euros)),
        differs(Texts::option_delay, &s.delay, &typed.delay),
        differs(Texts::option_delay_days, &shown(s.delay_days), &shown(typed.delay_days)),
        differs(Texts::option_staff, &s.staff, &typed.staff),
        differs(Texts::option_advantages, &s.advantages.join("\n"), &typed.advantages.join("\n")),
        differs(Texts::option_limits, &s.limits.join("\n"), &typed.limits.join("\n")),
    ];
    Conflict { version: stored.version, differences: differences.into_iter().flatten().collect() }
}
