//! Proposing other words for a paragraph, answering, taking them up in the draft.

use arpent_commons::commands::answers;
use arpent_commons::commands::contributions::{Author, NewContribution, Submitted, submit_with};
use arpent_commons::domain::contribution::{AnswerStatus, Channel, Contribution, NewAnswer};
use arpent_commons::domain::people::{Capacity, Organisation};
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, TITLE, first_words, required};
use arpent_commons::store::links::{self, LinkKind};
use arpent_core::{Event, Id, Subject};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::articles::{replace, subject};
use super::{KEY, draft_of, get, scope, too_old};
use crate::EDIT;
use crate::domain::charter::{Version, in_force};
use crate::domain::text::{Article, LONGEST_PARAGRAPH, Paragraph};
use crate::store::suggestions::{self, Suggestion, Words};
use crate::store::{articles, charters};
use crate::texts::Texts;

/// What someone proposes, as typed.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The version that was read.
    pub version: Id<Version>,
    /// The paragraph.
    pub paragraph: Id<Paragraph>,
    /// The words she would write.
    pub proposed: String,
    /// Why.
    pub why: String,
    /// In which capacity.
    pub capacity: Option<Capacity>,
    /// In whose name.
    pub organisation: Option<Id<Organisation>>,
    /// Where to tell her; may be empty.
    pub email: String,
    /// The form's key.
    pub submission: String,
}

/// Proposes other words for a paragraph: a contribution like any other, with its code and its promised answer.
///
/// # Errors
/// No such paragraph, fields to correct, a démarche that is not open, no mandate to speak for the organisation.
pub async fn propose(caller: &Caller, new: &Proposal) -> Result<Submitted, Refusal> {
    let version = charters::version(&caller.db, new.version).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, version.charter).await?;
    let versions = charters::versions(&caller.db, charter.id).await?;
    if !version.is_draft() && in_force(&versions).is_some_and(|last| last.id != version.id) {
        return Err(Refusal::rule("version-past", |l| Texts::new(l).suggestion_version_past().into()));
    }
    let text = articles::of_version(&caller.db, version.id).await?;
    let (article, paragraph) = find(&text, new.paragraph).ok_or(Refusal::NotFound)?;
    let proposed = checked(new, &version, article, paragraph)?;
    let t = Texts::new(caller.lang);
    let contribution = NewContribution {
        initiative: charter.initiative,
        title: first_words(&t.suggestion_title(&article.title, version.number), TITLE - 1),
        text: t.suggestion_words(&proposed.proposed, &proposed.why),
        channel: Channel::Web,
        capacity: new.capacity.unwrap_or(Capacity::Inhabitant),
        organisation: new.organisation,
        area: None,
        place: String::new(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: new.email.clone(),
        submission: new.submission.clone(),
        said_on: None,
        author: Author::Caller,
    };
    let event = Event::new("charter.suggested", "charter_version", version.id).within(charter.initiative);
    submit_with(caller, &contribution, move |tx, said| {
        Box::pin(async move {
            suggestions::add(tx, said.id, &proposed).await?;
            Ok(event.with("contribution", said.id))
        })
    })
    .await
}

fn find(text: &[Article], id: Id<Paragraph>) -> Option<(&Article, &Paragraph)> {
    text.iter().find_map(|article| Some((article, article.paragraphs.iter().find(|one| one.id == id)?)))
}

fn checked(new: &Proposal, version: &Version, article: &Article, read: &Paragraph) -> Result<Words, Refusal> {
    let mut p = Problems::default();
    let proposed = p.read(required(&new.proposed, "proposed", LONGEST_PARAGRAPH));
    p.require(proposed != read.text, || {
        FieldProblem::new("proposed", "unchanged", |l| Texts::new(l).suggestion_unchanged().into())
    });
    let why = p.read(required(&new.why, "why", REASON));
    p.require(new.capacity.is_some(), || {
        FieldProblem::new("capacity", "missing", |l| Texts::new(l).capacity_missing().into())
    });
    p.require(KEY.contains(&new.submission.trim().len()), too_old);
    p.done()?;
    Ok(Words {
        version: version.id,
        article: article.id,
        paragraph: read.id,
        replaced: read.text.clone(),
        proposed,
        why,
    })
}

/// Answers a suggestion: the article points at what it answers.
///
/// # Errors
/// Not allowed, or a missing reason.
pub async fn answer(caller: &Caller, id: Id<Contribution>, status: AnswerStatus, reason: &str) -> Result<(), Refusal> {
    let one = suggestions::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    answers::give(caller, &[id], &NewAnswer::new(status, reason), &[subject(one.article)]).await
}

/// Notes that the draft took an accepted suggestion: its very words, written in place of the paragraph, or others that
/// the article already holds.
///
/// # Errors
/// Not allowed, not accepted, nothing being written, or a paragraph that has changed since.
pub async fn take_up(caller: &Caller, id: Id<Contribution>, as_proposed: bool) -> Result<(), Refusal> {
    let one = suggestions::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let read = charters::version(&caller.db, one.version).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&caller.db, read.charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    accepted(&one)?;
    let draft = draft_of(&tx, &charter).await?;
    if as_proposed && !replace(&tx, &draft, one.paragraph, (&one.replaced, &one.proposed)).await? {
        return Err(Refusal::rule("paragraph-changed", |l| Texts::new(l).paragraph_changed().into()));
    }
    suggestions::take(&tx, id, draft.id).await?;
    links::put(&tx, LinkKind::RestsOn, subject(one.article), Subject::new("contribution", id)).await?;
    let event = Event::new("charter.suggestion_taken", "contribution", id).within(charter.initiative);
    tx.commit(event.with("version", draft.number)).await?;
    Ok(())
}

fn accepted(one: &Suggestion) -> Result<(), Refusal> {
    if one.is_accepted() && one.taken_in.is_none() {
        return Ok(());
    }
    Err(Refusal::rule("not-accepted", |l| Texts::new(l).suggestion_not_accepted().into()))
}
