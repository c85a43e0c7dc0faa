//! What happens to what someone said.

use arpent_core::permission::Person;
use arpent_core::{Event, Id, Permission, Scope, Subject, chance};
use arpent_store::search::{Doc, Visibility};
use arpent_store::{StoreError, Tx};
use arpent_web::identity::Email;
use arpent_web::photo::Photo;
use arpent_web::refusal::{Conflict, Difference};
use arpent_web::{Caller, FieldProblem, Pending, Refusal, Say};
use jiff::civil::Date;

use super::addresses;
use super::initiatives::scope;
use crate::domain::contribution::{Channel, Contribution, ContributionState, ModerationGround};
use crate::domain::initiative::{Initiative, InitiativeState, Theme};
use crate::domain::people::{Area, Capacity, Organisation, Power};
use crate::domain::text::{self, BODY, REASON, SHORT, TITLE};
use crate::permission::{
    CONTRIBUTION_EDIT_OWN, CONTRIBUTION_IMPORT, CONTRIBUTION_KEY, CONTRIBUTION_MERGE, CONTRIBUTION_MODERATE, THEME_EDIT,
};
use crate::store::{contributions, initiatives, people, themes};
use crate::texts::Texts;

/// Characters of a title made of the first words.
const FIRST_WORDS: usize = 70;
/// Longest key of a form or a line.
const LONGEST_KEY: usize = 100;

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// Whoever is signed in, or nobody.
    Caller,
    /// Someone who stays unknown.
    Nobody,
    /// A person known to the site, for whom it is keyed.
    Person(Id<Person>),
}

/// What someone says, as typed.
#[derive(Debug, Clone)]
pub struct NewContribution {
    /// In which démarche.
    pub initiative: Id<Initiative>,
    /// Title; empty is made of the first words.
    pub title: String,
    /// What is said.
    pub text: String,
    /// How it comes.
    pub channel: Channel,
    /// In which capacity.
    pub capacity: Capacity,
    /// In whose name.
    pub organisation: Option<Id<Organisation>>,
    /// In which commune or district.
    pub area: Option<Id<Area>>,
    /// The place in words.
    pub place: String,
    /// WGS 84 latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// A photograph, already cleaned.
    pub photo: Option<Photo>,
    /// What it shows.
    pub photo_alt: String,
    /// Where to tell her; may be empty. Unless it is known to be hers, only a receipt with a code goes there until she
    /// confirms it.
    pub email: String,
    /// The same key is the same contribution: a form sent twice, a line imported twice.
    pub submission: String,
    /// The day it was said; today when it is not known.
    pub said_on: Option<Date>,
    /// Who said it.
    pub author: Author,
}

/// A contribution accepted.
#[derive(Debug, Clone)]
pub struct Submitted {
    /// Its id.
    pub id: Id<Contribution>,
    /// Its number in the démarche.
    pub number: i64,
    /// The follow code.
    pub code: String,
    /// It had already been accepted: nothing was written.
    pub again: bool,
}

/// Accepts what someone says.
///
/// # Errors
/// Fields to correct; a démarche that is not open; keying for someone without being allowed to.
pub async fn submit(caller: &Caller, new: &NewContribution) -> Result<Submitted, Refusal> {
    let mut all = submit_many(caller, std::slice::from_ref(new)).await?;
    all.pop().ok_or(Refusal::NotFound)
}

/// Accepts a batch of one démarche in one transaction: all of it or nothing.
///
/// # Errors
/// As for [`submit`].
pub async fn submit_many(caller: &Caller, batch: &[NewContribution]) -> Result<Vec<Submitted>, Refusal> {
    let Some(first) = batch.first() else { return Ok(vec![]) };
    let mut tx = open(caller, first).await?;
    let initiative = listening(&tx, first.initiative).await?;
    let mut accepted = Vec::with_capacity(batch.len());
    for new in batch.iter().filter(|new| new.initiative == first.initiative) {
        accepted.push(accept(&mut tx, caller, &initiative, new, None).await?);
    }
    if accepted.iter().all(|submitted| submitted.again) {
        return Ok(accepted);
    }
    let event = Event::new("contribution.batch_accepted", "initiative", initiative.id).within(initiative.id);
    tx.commit(event.with("contributions", accepted.iter().filter(|s| !s.again).count())).await?;
    Ok(accepted)
}

/// Accepts what someone says in a module's own form, with what the module writes beside it: both or nothing. What was
/// already accepted writes nothing again.
///
/// # Errors
/// As for [`submit`], and what the module refuses.
pub async fn submit_with(
    caller: &Caller,
    new: &NewContribution,
    beside: impl for<'a> FnOnce(&'a Tx, &'a Submitted) -> Pending<'a, Result<Event, Refusal>> + Send,
) -> Result<Submitted, Refusal> {
    let mut tx = open(caller, new).await?;
    let initiative = listening(&tx, new.initiative).await?;
    let accepted = accept(&mut tx, caller, &initiative, new, None).await?;
    if !accepted.again {
        let event = beside(&tx, &accepted).await?;
        tx.commit(event).await?;
    }
    Ok(accepted)
}

/// The démarche, if it takes contributions.
pub(super) async fn listening(tx: &Tx, id: Id<Initiative>) -> Result<Initiative, Refusal> {
    let initiative = initiatives::by_id(tx, id).await?.ok_or(Refusal::NotFound)?;
    if initiative.state == InitiativeState::Open {
        return Ok(initiative);
    }
    Err(Refusal::rule("initiative-not-open", |l| Texts::new(l).initiative_not_open().into()))
}

fn permission(channel: Channel) -> Option<Permission> {
    match channel {
        Channel::Web => None,
        Channel::Import => Some(CONTRIBUTION_IMPORT),
        Channel::Paper | Channel::Oral | Channel::Outing | Channel::Kiosk => Some(CONTRIBUTION_KEY),
    }
}

async fn open(caller: &Caller, new: &NewContribution) -> Result<Tx, Refusal> {
    match permission(new.channel) {
        None => caller.begin_public().await,
        Some(permission) => caller.begin(permission, scope(new.initiative)).await,
    }
}

/// Accepts one thing said, in a write that its caller opened with the right permission; followed by the code already
/// handed to its author, if there is one.
pub(super) async fn accept(
    tx: &mut Tx,
    caller: &Caller,
    initiative: &Initiative,
    new: &NewContribution,
    code: Option<&str>,
) -> Result<Submitted, Refusal> {
    if let Some(sent) = contributions::sent(tx, &new.submission).await? {
        return Ok(Submitted { id: sent.id, number: sent.number, code: sent.code, again: true });
    }
    let (mut contribution, email) = parse(caller, new)?;
    check_voice(tx, caller, &contribution, new).await?;
    if let Some(photo) = &new.photo {
        let id = caller.id::<Photo>().uuid();
        tx.put_file(id, "image/jpeg", Some(photo.size), photo.jpeg.clone()).await?;
        contribution.photo = Some(id);
    }
    contribution.number = contributions::next_number(tx, initiative.id).await?;
    contributions::add(tx, &contribution, &new.submission).await?;
    let code = code.map_or_else(|| chance::short_code(&*caller.chance), ToOwned::to_owned);
    addresses::keep(tx, caller, (initiative, &contribution), &code, email.as_ref()).await?;
    tx.index(&doc(&contribution, Visibility::Public).doc()).await?;
    let event = Event::new("contribution.accepted", "contribution", contribution.id).within(initiative.id);
    tx.note(event.with("channel", contribution.channel.code()).with("capacity", contribution.capacity.code()));
    Ok(Submitted { id: contribution.id, number: contribution.number, code, again: false })
}

fn parse(caller: &Caller, new: &NewContribution) -> Result<(Contribution, Option<Email>), Refusal> {
    let mut problems: Vec<FieldProblem> = Vec::new();
    let mut keep = |parsed: Result<String, FieldProblem>| {
        parsed.unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    };
    let body = keep(text::required(&new.text, "text", BODY));
    let title = keep(text::optional(&new.title, "title", TITLE));
    let place = keep(text::optional(&new.place, "place", SHORT));
    let photo_alt = keep(text::optional(&new.photo_alt, "photo_alt", SHORT));
    let email = Email::parse_optional(&new.email, "email").unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    let today = caller.today();
    let said_on = new.said_on.unwrap_or(today);
    if said_on > today {
        problems.push(FieldProblem::new("said_on", "future", |l| Texts::new(l).date_in_future().into()));
    }
    if new.submission.trim().is_empty() || new.submission.len() > LONGEST_KEY {
        problems.push(FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into()));
    }
    if new.point.is_some_and(|(lat, lon)| !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon)) {
        problems.push(FieldProblem::new("point", "range", |l| Texts::new(l).point_problem().into()));
    }
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    let title = if title.is_empty() { text::first_words(&body, FIRST_WORDS) } else { title };
    let contribution = Contribution {
        id: caller.id(),
        initiative: new.initiative,
        number: 0,
        title,
        text: body,
        channel: new.channel,
        capacity: new.capacity,
        person: author(caller, new),
        organisation: new.organisation,
        area: new.area,
        place,
        point: new.point,
        photo: None,
        photo_alt,
        keyed_by: (new.channel != Channel::Web).then_some(caller.actor.person).flatten(),
        state: ContributionState::Published,
        merged_into: None,
        theme: None,
        said_on,
        created_at: caller.now(),
        version: 1,
    };
    Ok((contribution, email))
}

fn author(caller: &Caller, new: &NewContribution) -> Option<Id<Person>> {
    match new.author {
        Author::Caller => caller.actor.person,
        Author::Nobody => None,
        Author::Person(person) => Some(person),
    }
}

/// Speaking for an organisation takes a mandate of the day, unless an agent keys the organisation's own sheet.
async fn check_voice(
    tx: &Tx,
    caller: &Caller,
    contribution: &Contribution,
    new: &NewContribution,
) -> Result<(), Refusal> {
    let Some(organisation) = new.organisation else { return Ok(()) };
    if permission(new.channel).is_some() {
        return Ok(());
    }
    let person = caller.person()?;
    if people::mandate_on(tx, person, organisation, Power::Speak, contribution.said_on).await? {
        Ok(())
    } else {
        Err(Refusal::rule("no-mandate", |l| Texts::new(l).no_mandate_to_speak().into()))
    }
}

fn doc(contribution: &Contribution, visibility: Visibility) -> DocOf {
    DocOf { href: format!("/contributions/{}", contribution.id), contribution: contribution.clone(), visibility }
}

/// Holds the address a search document borrows.
struct DocOf {
    href: String,
    contribution: Contribution,
    visibility: Visibility,
}

impl DocOf {
    fn doc(&self) -> Doc<'_> {
        Doc {
            record: self.contribution.id.uuid(),
            kind: "contribution",
            initiative: Some(self.contribution.initiative.uuid()),
            visibility: self.visibility,
            title: &self.contribution.title,
            text: &self.contribution.text,
            href: &self.href,
        }
    }
}

/// Hides a contribution, or shows it again, with a reason its author reads.
///
/// # Errors
/// Not allowed, or no reason.
pub async fn moderate(
    caller: &Caller,
    id: Id<Contribution>,
    state: ContributionState,
    ground: ModerationGround,
    reason: &str,
) -> Result<(), Refusal> {
    let contribution = get(caller, id).await?;
    let tx = caller.begin(CONTRIBUTION_MODERATE, scope(contribution.initiative)).await?;
    let reason = text::required(reason, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    contributions::moderate(&tx, (caller.id::<ModerationGround>().uuid(), id), state, (ground, &reason)).await?;
    let visibility = if state == ContributionState::Hidden { Visibility::Internal } else { Visibility::Public };
    tx.index(&doc(&contribution, visibility).doc()).await?;
    let event = Event::new("contribution.moderated", "contribution", id).within(contribution.initiative);
    tx.commit(event.with("state", state.code()).with("ground", ground.code())).await?;
    Ok(())
}

/// The contribution, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Contribution>) -> Result<Contribution, Refusal> {
    contributions::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

/// Merges a double into the contribution that is kept. Reversible.
///
/// # Errors
/// Not allowed; the same one, another démarche, or already merged.
pub async fn merge(
    caller: &Caller,
    kept: Id<Contribution>,
    merged: Id<Contribution>,
    reason: &str,
) -> Result<(), Refusal> {
    let contribution = get(caller, kept).await?;
    let tx = caller.begin(CONTRIBUTION_MERGE, scope(contribution.initiative)).await?;
    text::optional(reason, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let possible = kept != merged && contribution.merged_into.is_none();
    if !possible || !contributions::merge(&tx, kept, merged).await? {
        return Err(Refusal::rule("cannot-merge", |l| Texts::new(l).cannot_merge().into()));
    }
    let event = Event::new("contribution.merged", "contribution", merged).within(contribution.initiative);
    tx.commit(event.with("into", kept)).await?;
    Ok(())
}

/// Undoes a merge.
///
/// # Errors
/// Not allowed, or not merged.
pub async fn unmerge(caller: &Caller, merged: Id<Contribution>) -> Result<(), Refusal> {
    let contribution = get(caller, merged).await?;
    let tx = caller.begin(CONTRIBUTION_MERGE, scope(contribution.initiative)).await?;
    if !contributions::unmerge(&tx, merged).await? {
        return Err(Refusal::rule("not-merged", |l| Texts::new(l).not_merged().into()));
    }
    tx.commit(Event::new("contribution.unmerged", "contribution", merged).within(contribution.initiative)).await?;
    Ok(())
}

/// Classifies contributions of one démarche under a theme, or takes them out of theirs.
///
/// # Errors
/// Not allowed, nothing chosen, or a theme of another démarche.
pub async fn classify(caller: &Caller, ids: &[Id<Contribution>], theme: Option<Id<Theme>>) -> Result<(), Refusal> {
    let Some(first) = ids.first() else {
        return Err(Refusal::field("contributions", "missing", |l| Texts::new(l).nothing_chosen().into()));
    };
    let initiative = get(caller, *first).await?.initiative;
    let mut tx = caller.begin(THEME_EDIT, scope(initiative)).await?;
    if let Some(theme) = theme {
        let theme = themes::by_id(&tx, theme).await?.ok_or(Refusal::NotFound)?;
        if theme.initiative != initiative {
            return Err(Refusal::NotFound);
        }
    }
    for id in ids {
        let contribution = contributions::by_id(&tx, *id).await?.ok_or(Refusal::NotFound)?;
        if contribution.initiative != initiative {
            return Err(Refusal::NotFound);
        }
        contributions::classify(&tx, *id, theme).await?;
        let event = Event::new("contribution.classified", "contribution", *id).within(initiative);
        tx.note(event.with("theme", theme.map_or_else(|| "none".to_owned(), |theme| theme.to_string())));
    }
    let event = Event::new("contribution.batch_classified", "initiative", initiative).within(initiative);
    tx.commit(event.with("contributions", ids.len())).await?;
    Ok(())
}

/// Edits what one said oneself, or what one keyed for someone. Whoever edited an older version is shown the difference.
///
/// # Errors
/// Not hers, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Contribution>, version: i64, title: &str, body: &str) -> Result<(), Refusal> {
    let stored = get(caller, id).await?;
    let own = stored.person.is_some() && stored.person == caller.actor.person;
    let keyed = stored.keyed_by.is_some() && stored.keyed_by == caller.actor.person;
    let tx = if own {
        caller.begin(CONTRIBUTION_EDIT_OWN, Scope::Instance).await?
    } else if keyed {
        caller.begin(CONTRIBUTION_KEY, scope(stored.initiative)).await?
    } else {
        caller.begin(CONTRIBUTION_MODERATE, scope(stored.initiative)).await?
    };
    let (title, body) = match (text::required(title, "title", TITLE), text::required(body, "text", BODY)) {
        (Ok(title), Ok(body)) => (title, body),
        (title, body) => return Err(Refusal::Invalid([title.err(), body.err()].into_iter().flatten().collect())),
    };
    if !contributions::edit(&tx, id, version, &title, &body).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored, &title, &body))));
    }
    let edited = Contribution { title, text: body, ..stored };
    let visibility = if edited.state == ContributionState::Hidden { Visibility::Internal } else { Visibility::Public };
    tx.index(&doc(&edited, visibility).doc()).await?;
    let event = Event::new("contribution.edited", "contribution", id).within(edited.initiative);
    tx.commit(event.with("version", version + 1)).await?;
    Ok(())
}

fn conflict(stored: &Contribution, title: &str, body: &str) -> Conflict {
    let mut differences = vec![
        Difference {
            label: Say::new(|l| Texts::new(l).field_title().into()),
            stored: stored.title.clone(),
            typed: title.to_owned(),
        },
        Difference {
            label: Say::new(|l| Texts::new(l).field_text().into()),
            stored: stored.text.clone(),
            typed: body.to_owned(),
        },
    ];
    differences.retain(|difference| difference.stored != difference.typed);
    Conflict { version: stored.version, differences }
}

/// The subject of an event or a link.
pub fn subject(id: Id<Contribution>) -> Subject {
    Subject::new("contribution", id)
}

/// A write refused because the same line was accepted meanwhile by another process.
pub fn accepted_meanwhile(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Store(StoreError::Duplicate { .. }))
}
