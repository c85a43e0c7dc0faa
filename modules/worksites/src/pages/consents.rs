//! A guardian's consent: her form, the same to print, and what the team read on paper.

use arpent_commons::domain::text::SHORT;
use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::loop_form::Typed;
use arpent_commons::pages::trace::private;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::FormPage;
use super::lines::Line;
use super::place::{Place, shift_href};
use super::seats::code;
use crate::WELCOME;
use crate::commands::consents::{self as acts, NewConsent};
use crate::commands::volunteers::by_code;
use crate::texts::Texts;
use crate::words;

#[derive(Debug, Template)]
#[template(path = "worksite_consent.html")]
struct ConsentPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    line: Line,
    child: String,
    work: String,
    safety: String,
    given: bool,
    open: bool,
    paper: bool,
    path: String,
    form: Form,
    fields: Vec<Field>,
}

fn fields(t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    vec![
        field("guardian", t.guardian_name()).required().max(SHORT).autocomplete("name"),
        field("phone", t.guardian_phone()).kind("tel").hint(t.guardian_phone_hint()).required().autocomplete("tel"),
        field("consents", t.guardian_consents()).kind("checkbox").required(),
    ]
}

async fn ask(
    ctx: &Ctx,
    typed_code: &str,
    (typed, problems): (&Typed, &[FieldProblem]),
    paper: bool,
) -> Result<Response, PageError> {
    let child = acts::child_of(ctx, &code(ctx, typed_code)?).await?;
    let (mut place, row) = Place::of_shift(ctx, child.shift).await?;
    let t = place.t;
    let mut fields = fields(t, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = place.shell(ctx, t.consent_title());
    let drawn = ConsentPage {
        shell,
        frame: place.frame,
        t,
        line: Line::new(ctx, &row),
        given: child.consent.is_some(),
        open: row.accepts(ctx.now()) && child.awaits_consent(),
        work: place.row.worksite.sheet.work,
        safety: place.row.worksite.cover.safety,
        path: words::consent_path(child.consent_code.as_deref().unwrap_or_default()),
        child: child.name,
        paper,
        form,
        fields,
    };
    let mut response = page_with(status, &drawn)?;
    private(&mut response);
    Ok(response)
}

/// The guardian's form.
pub(super) async fn begin(ctx: Ctx, Path(typed_code): Path<String>) -> Result<Response, PageError> {
    ask(&ctx, &typed_code, (&Typed::default(), &[]), false).await
}

/// The same, to print and sign.
pub(super) async fn paper(ctx: Ctx, Path(typed_code): Path<String>) -> Result<Response, PageError> {
    ask(&ctx, &typed_code, (&Typed::default(), &[]), true).await
}

/// Records what she says.
pub(super) async fn give(ctx: Ctx, Path(typed_code): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let read = code(&ctx, &typed_code)?;
    let new = NewConsent {
        guardian: typed.get("guardian").to_owned(),
        phone: typed.get("phone").to_owned(),
        consents: typed.ticked("consents"),
    };
    match acts::give(&ctx, &read, &new).await {
        Ok(()) => Ok(done(&ctx, &words::consent_path(&read), Texts::new(ctx.lang).consent_given())),
        Err(Refusal::Invalid(problems)) => ask(&ctx, &typed_code, (&typed, &problems), false).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn note_form(ctx: &Ctx, typed_code: &str, typed: &Typed) -> Result<(FormPage, String, String), Refusal> {
    let child = by_code(ctx, &code(ctx, typed_code)?).await?;
    let (place, _) = Place::of_shift(ctx, child.shift).await?;
    ctx.require(WELCOME, place.scope())?;
    let (t, back) = (place.t, shift_href(child.shift, "accueil"));
    let mut form = FormPage::new(ctx, place, t.consent_paper_title(), t.consent_paper_send()).back(back.clone());
    form.lead = t.consent_paper_lead(&child.name);
    form.fields = vec![
        Field::text("guardian", t.guardian_signed(), typed.get("guardian")).required().max(SHORT),
        Field::text("phone", t.guardian_phone(), typed.get("phone")).kind("tel"),
    ];
    Ok((form, child.code, back))
}

/// Where the team notes a form signed on paper.
pub(super) async fn note(ctx: Ctx, Path(typed_code): Path<String>) -> Result<Response, PageError> {
    note_form(&ctx, &typed_code, &Typed::default()).await?.0.draw()
}

/// Notes it.
pub(super) async fn save_note(ctx: Ctx, Path(typed_code): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (form, code, back) = note_form(&ctx, &typed_code, &typed).await?;
    let outcome = acts::note_paper(&ctx, &code, typed.get("guardian"), typed.get("phone")).await.map(|_| back);
    form.answer(&ctx, outcome, Texts::new(ctx.lang).consent_noted())
}
