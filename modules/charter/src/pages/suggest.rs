//! Proposing other words for a paragraph, reading what was proposed, answering.

use arpent_commons::domain::contribution::{AnswerStatus, Contribution};
use arpent_commons::domain::people::{Capacity, Power};
use arpent_commons::domain::text::REASON;
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::{ANSWER_GIVE, CONTRIBUTION_READ_HIDDEN};
use arpent_commons::store::people;
use arpent_commons::words as common;
use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_look::parts::{Anchor, Change};
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::charter::{Line, line};
use super::form::FormPage;
use super::place::Place;
use super::words;
use crate::EDIT;
use crate::commands::suggestions::{self as acts, Proposal};
use crate::domain::charter::{Version, draft};
use crate::domain::text::{LONGEST_PARAGRAPH, Paragraph};
use crate::store::suggestions::Suggestion;
use crate::store::{articles, suggestions};
use crate::texts::Texts;

/// A paragraph with the article and the version it is read in.
struct Read {
    place: Place,
    version: Version,
    article: String,
    paragraph: Paragraph,
}

async fn read(ctx: &Ctx, (slug, n, id): &(String, i64, Id<Paragraph>)) -> Result<Read, Refusal> {
    let place = Place::open(ctx, slug).await?;
    let version = place.version(*n)?.clone();
    let text = articles::of_version(&ctx.db, version.id).await?;
    let found = text.into_iter().find_map(|article| {
        let paragraph = article.paragraphs.iter().find(|one| one.id == *id).cloned()?;
        Some((article.title, paragraph))
    });
    let (article, paragraph) = found.ok_or(Refusal::NotFound)?;
    Ok(Read { place, version, article, paragraph })
}

fn proposal(read: &Read, sent: &Sent) -> Proposal {
    Proposal {
        version: read.version.id,
        paragraph: read.paragraph.id,
        proposed: sent.text("proposed"),
        why: sent.text("why"),
        capacity: Capacity::parse(sent.get("capacity")),
        organisation: sent.choice("organisation"),
        email: sent.text("email"),
        submission: sent.text("submission"),
    }
}

/// Organisations the reader may speak for today; nobody else sees the question.
async fn organisations(ctx: &Ctx, t: Texts, held: &str) -> Result<Option<Field>, Refusal> {
    let Some(person) = ctx.actor.person else { return Ok(None) };
    let mandates = people::mandates_of(&ctx.db, person, ctx.today()).await?;
    let speaking = mandates.into_iter().filter(|mandate| mandate.power == Power::Speak);
    let mut choices = vec![Choice::new("", t.own_name(), held)];
    choices.extend(speaking.map(|one| Choice::new(one.organisation.to_string(), one.name, held)));
    Ok((choices.len() > 1).then(|| Field::choices("organisation", t.in_whose_name(), choices).kind("select")))
}

async fn form(ctx: &Ctx, read: Read, typed: &Proposal) -> Result<FormPage, Refusal> {
    let (t, c) = (read.place.t, arpent_commons::texts::Texts::new(ctx.lang));
    let capacity = typed.capacity.map_or("", Capacity::code);
    let capacities = Capacity::ALL.iter().map(|one| Choice::new(one.code(), common::capacity(c, *one), capacity));
    let organisation = typed.organisation.map(|id| id.to_string()).unwrap_or_default();
    let mut fields = vec![
        Field::text("proposed", t.suggestion_proposed(), &typed.proposed)
            .kind("textarea")
            .hint(t.suggestion_proposed_hint())
            .required()
            .max(LONGEST_PARAGRAPH),
        Field::text("why", t.suggestion_why(), &typed.why).kind("textarea").required().max(REASON),
        Field::choices("capacity", t.suggestion_capacity(), capacities.collect()).kind("radio").required(),
    ];
    fields.extend(organisations(ctx, t, &organisation).await?);
    fields.push(
        Field::text("email", t.suggestion_email(), &typed.email)
            .kind("email")
            .hint(t.suggestion_email_hint())
            .autocomplete("email"),
    );
    let back = read.place.href(&format!("versions/{}", read.version.number));
    let title = t.suggestion_new(&read.article);
    let mut page = FormPage::new(ctx, read.place, title, t.suggestion_send()).back(back);
    t.suggestion_lead().clone_into(&mut page.lead);
    page.voice = Some(read.paragraph.text);
    page.hidden = vec![("submission", typed.submission.clone())];
    page.fields = fields;
    Ok(page)
}

/// The paragraph, ready to be written again.
pub(super) async fn begin(ctx: Ctx, Path(at): Path<(String, i64, Id<Paragraph>)>) -> Result<Response, PageError> {
    let read = read(&ctx, &at).await?;
    let email = ctx.request().signed_in.as_ref().map(|reader| reader.email.clone()).unwrap_or_default();
    let submission = secret(&*ctx.chance);
    let blank =
        Proposal { proposed: read.paragraph.text.clone(), email, submission, ..proposal(&read, &Sent::default()) };
    form(&ctx, read, &blank).await?.draw()
}

/// Sends it: a contribution with its code.
pub(super) async fn propose(
    ctx: Ctx,
    Path(at): Path<(String, i64, Id<Paragraph>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let read = read(&ctx, &at).await?;
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let typed = proposal(&read, &sent);
    match acts::propose(&ctx, &typed).await {
        Ok(said) => {
            ctx.app().bell.notify_one();
            let href = read.place.href(&format!("propositions/{}", said.id));
            Ok(done(&ctx, &href, &read.place.t.suggestion_sent(&said.code, said.number)))
        }
        Err(refusal) => form(&ctx, read, &typed).await?.refused(&ctx, refusal),
    }
}

#[derive(Debug, Template)]
#[template(path = "charter_suggestions.html")]
struct ListPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    lines: Vec<Line>,
    read: String,
}

/// Everything that was proposed, what waits first.
pub(super) async fn list(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let mut all = suggestions::of_charter(&ctx.db, place.charter.id).await?;
    all.sort_by_key(|one| !one.waits());
    let lines = all.iter().map(|one| line(&place, one)).collect();
    let t = place.t;
    page(&ListPage {
        shell: place.shell(&ctx, t.suggestions()),
        notice: place.notice(),
        lines,
        read: place.href(""),
        frame: place.frame,
        t,
    })
}

#[derive(Debug, Template)]
#[template(path = "charter_suggestion.html")]
struct SuggestionPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    form: Form,
    article: Anchor,
    who: String,
    changes: Vec<Change>,
    why: String,
    status: &'static str,
    meaning: &'static str,
    reason: String,
    taken: Option<String>,
    /// Where one argues for and against.
    argue: String,
    /// For those who answer.
    fields: Vec<Field>,
    answer: String,
    /// For those who write, once it is accepted and a draft is open.
    take_up: Option<String>,
}

async fn suggestion(ctx: &Ctx, (slug, id): &(String, Id<Contribution>)) -> Result<(Place, Suggestion), Refusal> {
    let place = Place::open(ctx, slug).await?;
    let one = suggestions::by_id(&ctx.db, *id).await?.ok_or(Refusal::NotFound)?;
    let here = place.versions.iter().any(|version| version.id == one.version);
    if !here || !(one.published || ctx.may(CONTRIBUTION_READ_HIDDEN, place.scope())) {
        return Err(Refusal::NotFound);
    }
    Ok((place, one))
}

/// One suggestion, with its answer.
pub(super) async fn show(ctx: Ctx, Path(at): Path<(String, Id<Contribution>)>) -> Result<Response, PageError> {
    draw(&ctx, &at, &Sent::default(), &[]).await
}

fn answer_fields(ctx: &Ctx, t: Texts, sent: &Sent) -> Vec<Field> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let held = sent.get("status");
    let choices = AnswerStatus::ALL.iter().map(|one| Choice::new(one.code(), common::answer_status(c, *one), held));
    vec![
        Field::choices("status", t.answer_status(), choices.collect()).kind("radio").required(),
        Field::text("reason", t.answer_reason(), sent.get("reason"))
            .kind("textarea")
            .hint(t.answer_reason_hint())
            .required()
            .max(REASON),
    ]
}

async fn draw(
    ctx: &Ctx,
    at: &(String, Id<Contribution>),
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (mut place, one) = suggestion(ctx, at).await?;
    let t = place.t;
    let mut fields = if ctx.may(ANSWER_GIVE, place.scope()) { answer_fields(ctx, t, sent) } else { Vec::new() };
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let own = place.href(&format!("propositions/{}", one.contribution));
    let waits = one.is_accepted() && one.taken_in.is_none() && draft(&place.versions).is_some();
    let line = line(&place, &one);
    let article = Anchor {
        label: line.about.clone(),
        href: place.href(&format!("versions/{}#article-{}", one.version_number, one.article)),
    };
    let shown = SuggestionPage {
        shell: place.shell(ctx, t.suggestion_numbered(one.number)),
        notice: place.notice(),
        form,
        article,
        who: one.organisation.clone().unwrap_or_default(),
        changes: Change::between(&one.replaced, &one.proposed),
        why: one.why.clone(),
        status: words::status(t, one.status),
        meaning: words::meaning(one.status),
        reason: line.reason,
        taken: line.taken,
        argue: format!("/contributions/{}#commentaires", one.contribution),
        fields,
        answer: format!("{own}/repondre"),
        take_up: (waits && ctx.may(EDIT, place.scope())).then(|| format!("{own}/reprendre")),
        frame: place.frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &shown)
}

/// Answers it.
pub(super) async fn answer(
    ctx: Ctx,
    Path(at): Path<(String, Id<Contribution>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, one) = suggestion(&ctx, &at).await?;
    let outcome = match AnswerStatus::parse(sent.get("status")) {
        Some(status) => acts::answer(&ctx, one.contribution, status, sent.get("reason")).await,
        None => Err(Refusal::field("status", "missing", |l| Texts::new(l).status_missing().into())),
    };
    match outcome {
        Ok(()) => {
            ctx.app().bell.notify_one();
            Ok(done(&ctx, &place.href(&format!("propositions/{}", one.contribution)), place.t.answered()))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, &at, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Takes it up in the draft.
pub(super) async fn take_up(
    ctx: Ctx,
    Path(at): Path<(String, Id<Contribution>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, one) = suggestion(&ctx, &at).await?;
    acts::take_up(&ctx, one.contribution, sent.get("words") != "ours").await?;
    Ok(done(&ctx, &place.href(&format!("propositions/{}", one.contribution)), place.t.taken_up()))
}
