//! What people write and support beside a contribution.

use arpent_commons::Maps;
use arpent_commons::domain::contribution::{Channel, Contribution, ModerationGround};
use arpent_commons::permission::CONTRIBUTION_MODERATE;
use arpent_commons::words;
use arpent_core::chance::secret;
use arpent_core::{Id, Scope};
use arpent_texts::datetime;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, redirect};
use arpent_web::{Choice, Ctx, Field, Form, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::show::draw;
use crate::COMMENT;
use crate::commands::comments::{self, NewComment};
use crate::commands::supports::{self, Counted};
use crate::domain::comment::{Alignment, Comment, CommentState, Exchange, LONGEST, exchanges};
use crate::texts::Texts;
use arpent_web::Sent;

/// The comment being written, with what is wrong with it.
#[derive(Debug, Clone)]
pub(super) struct CommentForm {
    pub(super) form: Form,
    alignment: String,
    text: String,
    reply_to: Option<Id<Comment>>,
    submission: String,
    problems: Vec<arpent_web::FieldProblem>,
}

impl CommentForm {
    /// Nothing written yet.
    pub(super) fn blank(ctx: &Ctx) -> Self {
        Self {
            form: Form::default(),
            alignment: String::new(),
            text: String::new(),
            reply_to: None,
            submission: secret(&*ctx.chance),
            problems: Vec::new(),
        }
    }
}

/// Two columns of arguments, and what is neither.
#[derive(Debug)]
pub(super) struct Discussion {
    pub(super) sides: [Side; 2],
    pub(super) neutral: Vec<Remark>,
    pub(super) count: i64,
    /// Nobody wrote anything that is shown or explained.
    pub(super) empty: bool,
    pub(super) fields: Vec<Field>,
    pub(super) submission: String,
    /// The comment a refused reply answers.
    pub(super) reply_to: Option<String>,
    pub(super) signed_in: bool,
    pub(super) moderates: bool,
    pub(super) grounds: Vec<Choice>,
}

/// Arguments on one side.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) class: &'static str,
    pub(super) remarks: Vec<Remark>,
}

/// A comment as it is read.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) id: String,
    pub(super) author: String,
    pub(super) when: String,
    /// What it says, or why it is not shown.
    pub(super) text: String,
    pub(super) shown: bool,
    pub(super) hidden: bool,
    pub(super) may_take_back: bool,
    pub(super) replies: Vec<Remark>,
}

/// Arranges the comments of a contribution.
pub(super) fn discussion(ctx: &Ctx, scope: Scope, all: Vec<Comment>, mut writing: CommentForm) -> Discussion {
    let moderates = ctx.may(CONTRIBUTION_MODERATE, scope);
    let count = all.iter().filter(|comment| comment.state == CommentState::Published).count();
    let mut sides = [Side { class: "for", remarks: vec![] }, Side { class: "against", remarks: vec![] }];
    let mut neutral = Vec::new();
    for exchange in exchanges(all) {
        let place = match exchange.opening.alignment {
            Alignment::For => &mut sides[0].remarks,
            Alignment::Against => &mut sides[1].remarks,
            Alignment::Neutral => &mut neutral,
        };
        place.push(exchange_words(ctx, &exchange, moderates));
    }
    let mut fields = fields(ctx, &writing);
    writing.form = Form::refused(&writing.problems, ctx.lang, &mut fields);
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let ground = |ground: &ModerationGround| Choice::new(ground.code(), words::ground(c, *ground), "");
    Discussion {
        empty: neutral.is_empty() && sides.iter().all(|side| side.remarks.is_empty()),
        sides,
        neutral,
        count: i64::try_from(count).unwrap_or(i64::MAX),
        fields,
        submission: writing.submission,
        reply_to: writing.reply_to.map(|id| id.to_string()),
        signed_in: ctx.may(COMMENT, Scope::Anywhere),
        moderates,
        grounds: ModerationGround::ALL.iter().map(ground).collect(),
    }
}

fn exchange_words(ctx: &Ctx, exchange: &Exchange, moderates: bool) -> Remark {
    let mut remark = remark(ctx, &exchange.opening, moderates);
    remark.replies = exchange.replies.iter().map(|reply| self::remark(ctx, reply, moderates)).collect();
    remark
}

fn remark(ctx: &Ctx, comment: &Comment, moderates: bool) -> Remark {
    let t = Texts::new(ctx.lang);
    let hidden = comment.state == CommentState::Hidden;
    let text = match (comment.state, &comment.reason) {
        (CommentState::Published, _) => comment.text.clone(),
        (CommentState::Hidden, _) if moderates => comment.text.clone(),
        (CommentState::Hidden, Some(reason)) => t.comment_hidden(reason),
        (CommentState::Hidden, None) => t.comment_hidden(""),
        (CommentState::Withdrawn, _) => t.comment_withdrawn().to_owned(),
    };
    Remark {
        id: comment.id.to_string(),
        author: comment.author.clone().unwrap_or_else(|| t.comment_erased_author().to_owned()),
        when: datetime(ctx.lang, comment.created_at),
        text,
        shown: comment.state == CommentState::Published,
        hidden,
        may_take_back: comment.can_be_taken_back(ctx.actor.person, ctx.now()),
        replies: Vec::new(),
    }
}

fn fields(ctx: &Ctx, writing: &CommentForm) -> Vec<Field> {
    let t = Texts::new(ctx.lang);
    let labels = [(Alignment::For, t.comment_for()), (Alignment::Against, t.comment_against())];
    let mut choices = vec![Choice::new(Alignment::Neutral.code(), t.comment_neutral(), &writing.alignment)];
    choices.extend(labels.map(|(side, label)| Choice::new(side.code(), label, &writing.alignment)));
    vec![
        Field::choices("alignment", t.comment_alignment(), choices).kind("radio").required(),
        Field::text("text", t.comment_text(), &writing.text).kind("textarea").required().max(LONGEST),
    ]
}

/// Writes a comment; what is wrong is said on the page itself, with the words still there.
pub(super) async fn comment(
    ctx: Ctx,
    maps: Maps,
    Path(id): Path<Id<Contribution>>,
    sent: Sent,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let new = NewComment {
        contribution: id,
        reply_to: sent.choice("reply_to"),
        alignment: Alignment::parse(sent.get("alignment")).unwrap_or(Alignment::Neutral),
        text: sent.text("text"),
        submission: sent.text("submission"),
    };
    match comments::write(&ctx, &new).await {
        Ok(comment) => Ok(redirect(&format!("/contributions/{id}#commentaire-{comment}"))),
        Err(Refusal::Invalid(problems)) => {
            let mut writing = CommentForm {
                alignment: sent.text("alignment"),
                text: new.text,
                reply_to: new.reply_to,
                submission: new.submission,
                ..CommentForm::blank(&ctx)
            };
            writing.form = Form::refused(&problems, ctx.lang, []);
            writing.problems = problems;
            draw(&ctx, maps, id, writing).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Takes back a comment just sent.
pub(super) async fn take_back(ctx: Ctx, Path(id): Path<Id<Comment>>) -> Result<Response, PageError> {
    let about = comments::take_back(&ctx, id).await?;
    Ok(done(&ctx, &format!("/contributions/{about}"), Texts::new(ctx.lang).comment_taken_back()))
}

/// Hides a comment, or shows it again.
pub(super) async fn moderate(ctx: Ctx, Path(id): Path<Id<Comment>>, sent: Sent) -> Result<Response, PageError> {
    let state = if sent.get("decision") == "publish" { CommentState::Published } else { CommentState::Hidden };
    let ground = ModerationGround::parse(sent.get("ground")).unwrap_or(ModerationGround::Checked);
    let about = comments::moderate(&ctx, id, state, ground, sent.get("reason")).await?;
    Ok(done(&ctx, &format!("/contributions/{about}"), Texts::new(ctx.lang).moderation_done()))
}

/// Supports, or takes the support back.
pub(super) async fn support(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Support, &ctx.request().from)?;
    supports::set(&ctx, id, sent.get("support") != "false").await?;
    Ok(redirect(&format!("/contributions/{id}#soutiens")))
}

/// The form with which an agent adds supports counted away from the site.
pub(super) fn gather_fields(ctx: &Ctx, t: Texts) -> Vec<Field> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let channels = [Channel::Paper, Channel::Oral, Channel::Outing, Channel::Kiosk];
    let choices = channels.into_iter().map(|one| Choice::new(one.code(), words::channel(c, one), "paper")).collect();
    vec![
        Field::text("submission", "", secret(&*ctx.chance)).kind("hidden"),
        Field::text("count", t.gathered_count(), "").kind("number").required(),
        Field::choices("channel", t.gathered_channel(), choices).kind("select").required(),
        Field::text("counted_on", t.gathered_day(), ctx.today().to_string()).kind("date").required(),
    ]
}

/// Adds supports counted away from the site.
pub(super) async fn gather(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    let counted = Counted {
        contribution: id,
        channel: Channel::parse(sent.get("channel")).unwrap_or(Channel::Web),
        count: sent.get("count").trim().parse().unwrap_or(0),
        counted_on: sent.day("counted_on").map_err(|problem| Refusal::Invalid(vec![problem]))?,
        submission: sent.text("submission"),
    };
    supports::gather(&ctx, &counted).await?;
    Ok(done(&ctx, &format!("/contributions/{id}#soutiens"), Texts::new(ctx.lang).gathered_done()))
}
