//! Editing one's own words, or moderating someone's.

use arpent_commons::commands::contributions as acts;
use arpent_commons::domain::contribution::{Contribution, ContributionState, ModerationGround};
use arpent_commons::domain::text::{BODY, REASON, TITLE};
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::CONTRIBUTION_MODERATE;
use arpent_commons::store::contributions::Listed;
use arpent_commons::words;
use arpent_core::{Id, Scope};
use arpent_web::refusal::Differing;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::show::open;
use crate::texts::Texts;

/// A form about one contribution, its words in sight.
#[derive(Debug, Template)]
#[template(path = "edit.html")]
struct EditPage {
    shell: Shell,
    form: Form,
    fields: Vec<Field>,
    compared: Vec<Differing>,
    version: i64,
    /// The words, when they are not what is being edited.
    voice: Option<String>,
    lead: String,
    send: &'static str,
    back: String,
}

fn draw(edit: &EditPage) -> Result<Response, PageError> {
    let fine = edit.form.errors.is_empty() && edit.compared.is_empty();
    page_with(if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, edit)
}

fn edit_page(
    ctx: &Ctx,
    (listed, frame): &mut (Listed, Frame),
    (title, text, version): (&str, &str, i64),
    problems: &[FieldProblem],
) -> EditPage {
    let t = Texts::new(ctx.lang);
    let mut fields = vec![
        Field::text("title", t.contribute_title(), title).required().max(TITLE),
        Field::text("text", t.review_words(), text).kind("textarea").required().max(BODY),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    EditPage {
        shell: frame.shell(ctx, t.edit_title(listed.contribution.number), "contributions"),
        form,
        fields,
        compared: vec![],
        version,
        voice: None,
        lead: t.edit_lead().to_owned(),
        send: t.edit_send(),
        back: format!("/contributions/{}", listed.contribution.id),
    }
}

/// One's words, to correct.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<Id<Contribution>>) -> Result<Response, PageError> {
    ctx.person()?;
    let mut opened = open(&ctx, id).await?;
    let (title, text) = (opened.0.contribution.title.clone(), opened.0.contribution.text.clone());
    let version = opened.0.contribution.version;
    draw(&edit_page(&ctx, &mut opened, (&title, &text, version), &[]))
}

/// Saves them; whoever edited an older version is shown the difference, and nothing is overwritten.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    let mut opened = open(&ctx, id).await?;
    let version = sent.choice("version").unwrap_or(0);
    let (title, text) = (sent.get("title"), sent.get("text"));
    match acts::edit(&ctx, id, version, title, text).await {
        Ok(()) => Ok(done(&ctx, &format!("/contributions/{id}"), Texts::new(ctx.lang).edit_done())),
        Err(Refusal::Invalid(problems)) => draw(&edit_page(&ctx, &mut opened, (title, text, version), &problems)),
        Err(Refusal::Conflict(conflict)) => {
            let mut page = edit_page(&ctx, &mut opened, (title, text, conflict.version), &[]);
            page.compared = conflict.told(ctx.lang);
            draw(&page)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn moderation_page(
    ctx: &Ctx,
    (listed, frame): &mut (Listed, Frame),
    sent: &Sent,
    problems: &[FieldProblem],
) -> EditPage {
    let t = Texts::new(ctx.lang);
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let hidden = listed.contribution.state == ContributionState::Hidden;
    let decision = if hidden { ("publish", t.moderation_publish()) } else { ("hide", t.moderation_hide()) };
    let typed = sent.get("ground");
    let held = if typed.is_empty() && hidden { ModerationGround::Checked.code() } else { typed };
    let grounds =
        ModerationGround::ALL.iter().map(|one| Choice::new(one.code(), words::ground(c, *one), held)).collect();
    let mut fields = vec![
        Field::text("decision", "", decision.0).kind("hidden"),
        Field::choices("ground", t.moderation_ground(), grounds).kind("radio").required(),
        Field::text("reason", t.moderation_reason(), sent.get("reason"))
            .kind("textarea")
            .hint(t.moderation_reason_hint())
            .required()
            .max(REASON),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    EditPage {
        shell: frame.shell(ctx, t.moderation_title(listed.contribution.number), "contributions"),
        form,
        fields,
        compared: vec![],
        version: listed.contribution.version,
        voice: Some(listed.contribution.text.clone()),
        lead: t.moderation_lead().to_owned(),
        send: decision.1,
        back: format!("/contributions/{}", listed.contribution.id),
    }
}

/// Hiding a contribution, or showing it again.
pub(super) async fn moderation(ctx: Ctx, Path(id): Path<Id<Contribution>>) -> Result<Response, PageError> {
    let mut opened = open(&ctx, id).await?;
    ctx.require(CONTRIBUTION_MODERATE, Scope::Initiative(opened.0.contribution.initiative.uuid()))?;
    draw(&moderation_page(&ctx, &mut opened, &Sent::default(), &[]))
}

/// Does it, with a ground and a reason its author reads.
pub(super) async fn moderate(ctx: Ctx, Path(id): Path<Id<Contribution>>, sent: Sent) -> Result<Response, PageError> {
    let outcome = match ModerationGround::parse(sent.get("ground")) {
        Some(ground) => {
            let publish = sent.get("decision") == "publish";
            let state = if publish { ContributionState::Published } else { ContributionState::Hidden };
            acts::moderate(&ctx, id, state, ground, sent.get("reason")).await
        }
        None => Err(Refusal::field("ground", "missing", |l| Texts::new(l).moderation_ground_missing().into())),
    };
    match outcome {
        Ok(()) => Ok(done(&ctx, &format!("/contributions/{id}"), Texts::new(ctx.lang).moderation_done())),
        Err(Refusal::Invalid(problems)) => {
            let mut opened = open(&ctx, id).await?;
            draw(&moderation_page(&ctx, &mut opened, &sent, &problems))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
