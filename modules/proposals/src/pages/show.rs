//! One contribution: what was said, what was answered, what others say of it.

use arpent_commons::Maps;
use arpent_commons::domain::contribution::{Answer, Channel, ContributionState};
use arpent_commons::maps::Drawn;
use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::meeting_notes::{self, Origin};
use arpent_commons::permission::{ANSWER_GIVE, CONTRIBUTION_KEY, CONTRIBUTION_MODERATE, CONTRIBUTION_READ_HIDDEN};
use arpent_commons::store::contributions::{self, Listed, Moderation};
use arpent_commons::store::initiatives;
use arpent_commons::words;
use arpent_core::clock::paris_date;
use arpent_core::{Id, Role, Scope};
use arpent_documents::qr;
use arpent_texts::{date, datetime};
use arpent_web::context::signs_as;
use arpent_web::respond::page_with;
use arpent_web::{Ctx, Field, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::discussion::{CommentForm, Discussion, discussion};
use super::words::{meaning, promise};
use crate::domain::assignment::Assignment;
use crate::domain::promise::Promise;
use crate::store::supports::Tally;
use crate::store::{assignments, comments, supports};
use crate::texts::Texts;
use crate::{ASSIGN, QUEUE};
use arpent_commons::domain::contribution::Contribution;

#[derive(Debug, Template)]
#[template(path = "show.html")]
struct ShowPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    about: About,
    /// The table and the meeting it was said at.
    origin: Option<Origin>,
    map: Option<Drawn>,
    answers: Vec<AnswerLine>,
    promise: String,
    promise_meaning: &'static str,
    /// The one this was merged into.
    kept: Option<Listed>,
    merged: Vec<Listed>,
    moderation: Option<(String, String)>,
    supports: Supports,
    discussion: Discussion,
    /// Who prepares the answer; for colleagues only.
    assignment: Option<Assignment>,
    tools: Vec<(&'static str, String)>,
    gather: Option<Vec<Field>>,
    link: String,
    qr: String,
}

/// What was said, in words ready to be read.
#[derive(Debug)]
struct About {
    id: String,
    number: i64,
    text: String,
    who: String,
    organisation: Option<String>,
    place: String,
    when: String,
    channel: Option<&'static str>,
    theme: Option<(String, String)>,
    photo: Option<String>,
    photo_alt: String,
    hidden: bool,
}

/// An answer, signed by a role and dated.
#[derive(Debug)]
struct AnswerLine {
    status: &'static str,
    meaning: &'static str,
    reason: String,
    means: String,
    who: String,
    when: String,
    current: bool,
}

/// Supports in words, and what the reader may do.
#[derive(Debug)]
struct Supports {
    words: String,
    gathered: Option<String>,
    mine: bool,
    may: bool,
    signed_in: bool,
}

/// The page of a contribution.
pub(super) async fn show(ctx: Ctx, maps: Maps, Path(id): Path<Id<Contribution>>) -> Result<Response, PageError> {
    draw(&ctx, maps, id, CommentForm::blank(&ctx)).await
}

/// The contribution with its démarche; a hidden one only for those who may read it.
pub(super) async fn open(ctx: &Ctx, id: Id<Contribution>) -> Result<(Listed, Frame), PageError> {
    let listed = contributions::listed(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let scope = Scope::Initiative(listed.contribution.initiative.uuid());
    let hidden = listed.contribution.state == ContributionState::Hidden;
    let own = listed.contribution.person.is_some() && listed.contribution.person == ctx.actor.person;
    if hidden && !own && !ctx.may(CONTRIBUTION_READ_HIDDEN, scope) {
        return Err(Refusal::NotFound.into());
    }
    let initiative = initiatives::by_id(&ctx.db, listed.contribution.initiative).await?.ok_or(Refusal::NotFound)?;
    Ok((listed, Frame::of(ctx, initiative).await?))
}

/// Draws the page, with the comment being written.
pub(super) async fn draw(
    ctx: &Ctx,
    maps: Maps,
    id: Id<Contribution>,
    writing: CommentForm,
) -> Result<Response, PageError> {
    let (listed, mut frame) = open(ctx, id).await?;
    let (t, contribution) = (Texts::new(ctx.lang), &listed.contribution);
    let scope = Scope::Initiative(contribution.initiative.uuid());
    let answered = listed.status.is_some_and(arpent_commons::domain::contribution::AnswerStatus::is_final);
    let promised = paris_date(contribution.promised_by(frame.initiative.answer_delay_days));
    let standing = Promise::of(promised, ctx.today(), answered);
    let (answers, merged, moderation) = around(ctx, &listed).await?;
    let kept = match contribution.merged_into {
        Some(kept) => contributions::listed(&ctx.db, kept).await?,
        None => None,
    };
    let assignment = if ctx.may(QUEUE, scope) { assignments::of(&ctx.db, id).await? } else { None };
    let tally = supports::tally(&ctx.db, id, ctx.actor.person).await?;
    let map = maps.of(ctx, contribution).await?;
    let refused = !writing.form.errors.is_empty();
    let link = ctx.absolute(&format!("/contributions/{id}"));
    let mut shell = frame.shell(ctx, contribution.title.clone(), "contributions");
    shell.crumbs.push(arpent_web::shell::Crumb::new(t.list_title(), frame.href("contributions")));
    let show = ShowPage {
        shell,
        form: writing.form.clone(),
        about: about(ctx, &frame, &listed),
        origin: meeting_notes::origin(ctx, id).await?,
        map,
        answers: answers.iter().map(|answer| answer_line(ctx, answer)).collect(),
        promise: promise(ctx.lang, promised, standing),
        promise_meaning: if standing.is_late() { "danger" } else { "" },
        merged,
        moderation: moderation.map(|one| moderation_words(ctx, &one)),
        supports: supports_words(ctx, t, tally),
        discussion: discussion(ctx, scope, comments::of(&ctx.db, id).await?, writing),
        tools: tools(ctx, t, &listed),
        gather: ctx.may(CONTRIBUTION_KEY, scope).then(|| super::discussion::gather_fields(ctx, t)),
        // An address of a contribution always fits a QR code.
        qr: qr::svg(&link, t.qr_contribution()).unwrap_or_default(),
        kept,
        assignment,
        link,
        frame,
        t,
    };
    let response = page_with(if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &show)?;
    Ok(Drawn::open(show.map.as_ref(), response))
}

async fn around(ctx: &Ctx, listed: &Listed) -> Result<(Vec<Answer>, Vec<Listed>, Option<Moderation>), PageError> {
    let id = listed.contribution.id;
    let answers = match listed.status {
        Some(_) => contributions::answers(&ctx.db, id).await?,
        None => vec![],
    };
    let merged = contributions::merged_into(&ctx.db, id).await?;
    let hidden = listed.contribution.state == ContributionState::Hidden;
    let moderation = if hidden { contributions::moderations(&ctx.db, id).await?.into_iter().next() } else { None };
    Ok((answers, merged, moderation))
}

fn about(ctx: &Ctx, frame: &Frame, listed: &Listed) -> About {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let contribution = &listed.contribution;
    let place = [listed.area_name.clone().unwrap_or_default(), contribution.place.clone()];
    let theme = |(title, id): (String, _)| (title, format!("{}?theme={id}", frame.href("contributions")));
    About {
        id: contribution.id.to_string(),
        number: contribution.number,
        text: contribution.text.clone(),
        who: words::capacity(c, contribution.capacity).to_owned(),
        organisation: listed.organisation_name.clone(),
        place: place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        when: date(ctx.lang, contribution.said_on),
        channel: (contribution.channel != Channel::Web).then(|| words::channel(c, contribution.channel)),
        theme: listed.theme_title.clone().zip(contribution.theme).map(theme),
        photo: contribution.photo.map(|id| format!("/fichiers/{id}")),
        photo_alt: contribution.photo_alt.clone(),
        hidden: contribution.state == ContributionState::Hidden,
    }
}

fn answer_line(ctx: &Ctx, answer: &Answer) -> AnswerLine {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    AnswerLine {
        status: words::answer_status(c, answer.status),
        meaning: meaning(Some(answer.status)),
        reason: answer.reason.clone(),
        means: words::means(c, answer.means),
        who: Role::parse(&answer.role).map_or_else(String::new, |role| signs_as(ctx.t(), role)),
        when: date(ctx.lang, paris_date(answer.at)),
        current: answer.current,
    }
}

fn moderation_words(ctx: &Ctx, moderation: &Moderation) -> (String, String) {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let when = datetime(ctx.lang, moderation.at);
    (Texts::new(ctx.lang).hidden_notice(words::ground(c, moderation.ground), when), moderation.reason.clone())
}

fn supports_words(ctx: &Ctx, t: Texts, tally: Tally) -> Supports {
    Supports {
        words: t.supports_count(tally.total()),
        gathered: (tally.gathered > 0).then(|| t.supports_gathered(tally.gathered)),
        mine: tally.mine,
        may: ctx.may(crate::SUPPORT, Scope::Anywhere),
        signed_in: ctx.actor.is_signed_in(),
    }
}

/// What the reader may do with it.
fn tools(ctx: &Ctx, t: Texts, listed: &Listed) -> Vec<(&'static str, String)> {
    let contribution = &listed.contribution;
    let scope = Scope::Initiative(contribution.initiative.uuid());
    let hers = |person: Option<Id<_>>| person.is_some() && person == ctx.actor.person;
    let may_edit = hers(contribution.person) || hers(contribution.keyed_by) || ctx.may(CONTRIBUTION_MODERATE, scope);
    let all = [
        (ctx.may(ANSWER_GIVE, scope), t.tool_answer(), "repondre"),
        (ctx.may(ASSIGN, scope), t.tool_assign(), "confier"),
        (may_edit, t.tool_edit(), "modifier"),
        (ctx.may(CONTRIBUTION_MODERATE, scope), t.tool_moderate(), "moderer"),
    ];
    let allowed = all.into_iter().filter(|(may, ..)| *may);
    allowed.map(|(_, label, below)| (label, format!("/contributions/{}/{below}", contribution.id))).collect()
}
