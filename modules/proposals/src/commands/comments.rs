//! Commenting, taking back, moderating.

use arpent_commons::domain::contribution::{Contribution, ContributionState, ModerationGround};
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON};
use arpent_commons::permission::CONTRIBUTION_MODERATE;
use arpent_core::{Event, Id};
use arpent_web::{Caller, FieldProblem, Refusal};

use super::{KEY, contribution, scope};
use crate::COMMENT;
use crate::domain::comment::{Alignment, Comment, CommentState, LONGEST};
use crate::store::comments;
use crate::texts::Texts;

/// What someone writes beside a contribution, as typed.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// Beside which contribution.
    pub contribution: Id<Contribution>,
    /// In reply to which comment.
    pub reply_to: Option<Id<Comment>>,
    /// For, against or neither.
    pub alignment: Alignment,
    /// The words.
    pub text: String,
    /// The form's key: sent twice, it is one comment.
    pub submission: String,
}

/// Writes a comment.
///
/// # Errors
/// Not signed in; nothing written; a contribution nobody reads; a reply to a reply.
pub async fn write(caller: &Caller, new: &NewComment) -> Result<Id<Comment>, Refusal> {
    caller.person()?;
    let about = contribution(caller, new.contribution).await?;
    if about.state == ContributionState::Hidden {
        return Err(Refusal::NotFound);
    }
    let tx = caller.begin(COMMENT, scope(&about)).await?;
    if let Some(sent) = comments::sent(&tx, &new.submission).await? {
        return Ok(sent);
    }
    let comment = parse(caller, new)?;
    if let Some(opening) = new.reply_to {
        check_opening(comments::by_id(&tx, opening).await?, &comment)?;
    }
    comments::add(&tx, &comment, &new.submission).await?;
    let event = Event::new("comment.written", "comment", comment.id).within(about.initiative);
    tx.commit(event.with("contribution", about.id).with("alignment", comment.alignment.code())).await?;
    Ok(comment.id)
}

fn parse(caller: &Caller, new: &NewComment) -> Result<Comment, Refusal> {
    let mut problems = Problems::default();
    let text = problems.read(text::required(&new.text, "text", LONGEST));
    problems.require(KEY.contains(&new.submission.trim().len()), || {
        FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
    });
    problems.done()?;
    Ok(Comment {
        id: caller.id(),
        contribution: new.contribution,
        reply_to: new.reply_to,
        person: caller.actor.person,
        author: None,
        alignment: new.alignment,
        text,
        state: CommentState::Published,
        reason: None,
        created_at: caller.now(),
    })
}

/// One level of reply: a thread stays readable on a phone.
fn check_opening(opening: Option<Comment>, reply: &Comment) -> Result<(), Refusal> {
    let opening = opening.filter(|opening| opening.contribution == reply.contribution).ok_or(Refusal::NotFound)?;
    if opening.reply_to.is_some() || opening.state != CommentState::Published {
        return Err(Refusal::rule("no-reply", |l| Texts::new(l).comment_no_reply().into()));
    }
    Ok(())
}

/// Takes back a comment just sent.
///
/// # Errors
/// Someone else's, or too late: others may have read it.
pub async fn take_back(caller: &Caller, id: Id<Comment>) -> Result<Id<Contribution>, Refusal> {
    let person = caller.person()?;
    let comment = comments::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let about = contribution(caller, comment.contribution).await?;
    let tx = caller.begin(COMMENT, scope(&about)).await?;
    if comment.state == CommentState::Withdrawn && comment.person == Some(person) {
        return Ok(about.id);
    }
    if !comment.can_be_taken_back(Some(person), caller.now()) {
        return Err(Refusal::rule("too-late", |l| Texts::new(l).comment_too_late().into()));
    }
    comments::set_state(&tx, id, CommentState::Withdrawn, None).await?;
    tx.commit(Event::new("comment.withdrawn", "comment", id).within(about.initiative)).await?;
    Ok(about.id)
}

/// Hides a comment, or shows it again, with a reason everyone reads.
///
/// # Errors
/// Not allowed, or no reason.
pub async fn moderate(
    caller: &Caller,
    id: Id<Comment>,
    state: CommentState,
    ground: ModerationGround,
    reason: &str,
) -> Result<Id<Contribution>, Refusal> {
    let comment = comments::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let about = contribution(caller, comment.contribution).await?;
    let tx = caller.begin(CONTRIBUTION_MODERATE, scope(&about)).await?;
    let reason = text::required(reason, "reason", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if comment.state == CommentState::Withdrawn {
        return Err(Refusal::NotFound);
    }
    comments::set_state(&tx, id, state, Some((ground, &reason))).await?;
    let event = Event::new("comment.moderated", "comment", id).within(about.initiative);
    tx.commit(event.with("state", state.code()).with("ground", ground.code())).await?;
    Ok(about.id)
}
