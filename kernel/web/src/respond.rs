//! Answers: pages, redirections with a message, and refusals drawn as a page or as an RFC 9457 problem.

use std::any::Any;
use std::sync::Arc;

use arpent_core::digest::hex;
use arpent_store::StoreError;
use askama::Template;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value as Json, json};

use crate::app::App;
use crate::back::Back;
use crate::context::{Ctx, append_cookie, role_name};
use crate::refusal::Refusal;
use crate::shell::{Notice, NoticeKind, Shell};
use crate::typed;

/// Carries a message from an act to the page that follows it.
pub(crate) const NOTICE_COOKIE: &str = "arpent_notice";

/// A refusal on its way to the reader.
#[derive(Debug)]
pub struct PageError(pub Refusal);

impl<E: Into<Refusal>> From<E> for PageError {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// A refusal waiting in the response for [`draw_refusals`], which knows the reader.
#[derive(Clone)]
struct Undrawn(Arc<Refusal>);

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status(&self.0);
        response.extensions_mut().insert(Undrawn(Arc::new(self.0)));
        response
    }
}

/// Draws a page.
///
/// # Errors
/// A template that cannot be written, which the walking test rules out.
pub fn page(template: &impl Template) -> Result<Response, PageError> {
    page_with(StatusCode::OK, template)
}

/// Draws a page with another status: a form to correct is a 422.
///
/// # Errors
/// As for [`page`].
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<Response, PageError> {
    let html = template.render().map_err(|error| {
        PageError(Refusal::Store(StoreError::Unreadable { column: "template".into(), value: error.to_string() }))
    })?;
    let mut response = (status, Html(html)).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language, X-Fragment"));
    Ok(response)
}

/// A file to keep, under a name of plain letters.
pub fn download(name: &str, content_type: &'static str, body: impl Into<Body>) -> Response {
    let named = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, named.unwrap_or(HeaderValue::from_static("attachment"))),
    ];
    (headers, body.into()).into_response()
}

/// What [`download`] calls a table for spreadsheets.
pub const CSV: &str = "text/csv; charset=utf-8";
/// What [`download`] calls a document for programs.
pub const JSON: &str = "application/json; charset=utf-8";

/// After an act: to a page, with nothing more to say.
pub fn redirect(to: &str) -> Response {
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// After an act: to a page that will show a message until the next one.
pub fn redirect_with(ctx: &Ctx, to: &str, kind: NoticeKind, text: &str) -> Response {
    let mut response = redirect(to);
    let letter = match kind {
        NoticeKind::Information => 'i',
        NoticeKind::Success => 's',
        NoticeKind::Attention => 'a',
        NoticeKind::Danger => 'd',
    };
    let encoded = hex(text.as_bytes());
    append_cookie(&mut response, &cookie(NOTICE_COOKIE, &format!("{letter}{encoded}"), 300, ctx.app()));
    response
}

/// After an act that went well.
pub fn done(ctx: &Ctx, to: &str, text: &str) -> Response {
    redirect_with(ctx, to, NoticeKind::Success, text)
}

pub(crate) fn read_notice(cookie: &str) -> Option<Notice> {
    let kind = match cookie.get(..1)? {
        "i" => NoticeKind::Information,
        "s" => NoticeKind::Success,
        "a" => NoticeKind::Attention,
        _ => NoticeKind::Danger,
    };
    let digits = cookie.get(1..)?.as_bytes();
    let bytes: Option<Vec<u8>> =
        digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    Some(Notice { kind, text: String::from_utf8(bytes?).ok()? })
}

pub(crate) fn cookie(name: &str, value: &str, max_age: u64, app: &App) -> String {
    let secure = if app.config.base_url.starts_with("https://") { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}")
}

const fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::SignIn => StatusCode::UNAUTHORIZED,
        Refusal::Forbidden { .. } => StatusCode::FORBIDDEN,
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Conflict(_) | Refusal::Gate(_) | Refusal::Rule { .. } => StatusCode::CONFLICT,
        Refusal::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Store(StoreError::NotDurable(_)) => StatusCode::INSUFFICIENT_STORAGE,
        Refusal::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The page of a refusal.
#[derive(Debug, Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    status: u16,
    why: String,
    next: String,
    details: Vec<ErrorDetail>,
    /// What the reader had written in a form, given back.
    typed: Vec<String>,
    /// Where she comes back after signing in.
    back: String,
    request_id: String,
}

/// One line of a refusal: an unmet condition with where to meet it, a field to correct.
#[derive(Debug)]
struct ErrorDetail {
    text: String,
    href: Option<String>,
}

/// What, why, what next, in the reader's language.
struct Explanation {
    status: StatusCode,
    code: &'static str,
    what: String,
    why: String,
    next: String,
    details: Vec<ErrorDetail>,
}

fn explain(ctx: &Ctx, refusal: &Refusal) -> Explanation {
    let t = ctx.t();
    let line = |text: String| ErrorDetail { text, href: None };
    let say = |code, what: &str, why: String, next: &str, details| Explanation {
        status: status(refusal),
        code,
        what: what.to_owned(),
        why,
        next: next.to_owned(),
        details,
    };
    match refusal {
        Refusal::SignIn => {
            say("sign-in", t.error_sign_in(), t.error_sign_in_why().into(), t.error_sign_in_next(), vec![])
        }
        Refusal::Forbidden { roles } => {
            let roles = roles.iter().map(|role| line(role_name(t, *role))).collect();
            say("forbidden", t.error_forbidden(), t.error_forbidden_why().into(), t.error_forbidden_next(), roles)
        }
        Refusal::NotFound => {
            say("not-found", t.error_not_found(), t.error_not_found_why().into(), t.error_not_found_next(), vec![])
        }
        Refusal::Invalid(problems) => {
            let details = problems.iter().map(|p| line(p.text.text(ctx.lang))).collect();
            say("invalid", t.error_invalid(), t.error_invalid_why().into(), t.error_invalid_next(), details)
        }
        Refusal::Conflict(_) => {
            say("conflict", t.error_conflict(), t.error_conflict_why().into(), t.error_conflict_next(), vec![])
        }
        Refusal::Gate(unmet) => {
            let details = unmet
                .iter()
                .map(|(unmet, text)| ErrorDetail { text: text.text(ctx.lang), href: Some(unmet.href.clone()) })
                .collect();
            say("gate", t.error_gate(), t.error_gate_why().into(), t.error_gate_next(), details)
        }
        Refusal::Rule { code, text } => say(code, t.error_rule(), text.text(ctx.lang), t.error_rule_next(), vec![]),
        Refusal::TooMany { retry_after } => {
            let wait = i64::try_from(*retry_after).unwrap_or(60);
            say("too-many", t.error_too_many(), t.error_too_many_why(wait), t.error_too_many_next(), vec![])
        }
        Refusal::Store(StoreError::NotDurable(_)) => {
            say("not-kept", t.error_not_kept(), t.error_not_kept_why().into(), t.error_not_kept_next(), vec![])
        }
        Refusal::Store(_) => {
            say("internal", t.error_internal(), t.error_internal_why().into(), t.error_internal_next(), vec![])
        }
    }
}

/// What was refused before a handler could read it: a body that is too large, a form or a parameter that is not one.
fn explain_status(ctx: &Ctx, status: StatusCode) -> Explanation {
    let t = ctx.t();
    let (code, what, why, next) = match status {
        StatusCode::FORBIDDEN => {
            ("cross-site", t.error_cross_site(), t.error_cross_site_why(), t.error_cross_site_next())
        }
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
            ("not-found", t.error_not_found(), t.error_not_found_why(), t.error_not_found_next())
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            ("too-large", t.error_too_large(), t.error_too_large_why(), t.error_too_large_next())
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            ("too-slow", t.error_too_slow(), t.error_too_slow_why(), t.error_too_slow_next())
        }
        status if status.is_server_error() => {
            ("internal", t.error_internal(), t.error_internal_why(), t.error_internal_next())
        }
        _ => ("unreadable", t.error_unreadable(), t.error_unreadable_why(), t.error_unreadable_next()),
    };
    Explanation { status, code, what: what.into(), why: why.into(), next: next.into(), details: vec![] }
}

/// An answer that no page drew: the framework's own refusals are bare English sentences.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let failed = response.status().is_client_error() || response.status().is_server_error();
    failed && kind.is_none_or(|kind| kind.starts_with(b"text/plain"))
}

/// Turns the refusal left in a response into a page or a problem, in the reader's language.
pub async fn draw_refusals(ctx: Ctx, request: Request, next: Next) -> Response {
    let wants_json = request.uri().path().starts_with("/api/");
    let safe = request.method().is_safe();
    let page = typed::page_of_form(request.headers()).filter(|_| !safe);
    let (request, typed) = typed::read(request).await;
    let lost = Lost { typed, page };
    let response = next.run(request).await;
    let Some(Undrawn(refusal)) = response.extensions().get::<Undrawn>().cloned() else {
        return if is_bare(&response) { draw_bare(&ctx, &response, lost, wants_json) } else { response };
    };
    if let Refusal::Store(error) = &*refusal {
        tracing::error!(request_id = ctx.request().request_id, %error, "request failed");
    }
    if matches!(*refusal, Refusal::SignIn) && safe && !wants_json {
        return redirect(&format!("/connexion?retour={}", Back::parse(&ctx.request().address).encoded()));
    }
    let mut drawn = draw(&ctx, explain(&ctx, &refusal), &refusal, lost, wants_json);
    retry_after(&mut drawn, &refusal);
    drawn
}

/// What a refusal would lose: the words of a form, and the page it was on.
struct Lost {
    typed: Vec<String>,
    page: Option<String>,
}

fn draw_bare(ctx: &Ctx, response: &Response, lost: Lost, wants_json: bool) -> Response {
    draw(ctx, explain_status(ctx, response.status()), &Refusal::NotFound, lost, wants_json)
}

fn draw(ctx: &Ctx, said: Explanation, refusal: &Refusal, lost: Lost, wants_json: bool) -> Response {
    if wants_json { problem(ctx, &said, refusal) } else { error_page(ctx, said, lost) }
}

fn error_page(ctx: &Ctx, said: Explanation, lost: Lost) -> Response {
    let status = said.status;
    let error_page = ErrorPage {
        shell: ctx.shell(said.what, vec![]),
        status: status.as_u16(),
        why: said.why,
        next: said.next,
        details: said.details,
        typed: lost.typed,
        back: Back::parse(lost.page.as_deref().unwrap_or(&ctx.request().address)).encoded(),
        request_id: ctx.request().request_id.clone(),
    };
    page_with(status, &error_page).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn retry_after(response: &mut Response, refusal: &Refusal) {
    if let Refusal::TooMany { retry_after } = refusal {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after));
    }
}

/// A problem document (RFC 9457).
fn problem(ctx: &Ctx, said: &Explanation, refusal: &Refusal) -> Response {
    let fields: Vec<Json> = match refusal {
        Refusal::Invalid(problems) => problems
            .iter()
            .map(|p| json!({"field": p.field, "code": p.code, "detail": p.text.text(ctx.lang)}))
            .collect(),
        _ => vec![],
    };
    let body = json!({
        "type": ctx.app().absolute(&format!("/api/v1/problems#{}", said.code)),
        "title": said.what,
        "status": said.status.as_u16(),
        "detail": said.why,
        "next": said.next,
        "instance": ctx.request().address,
        "request_id": ctx.request().request_id,
        "errors": fields,
    });
    let kind = HeaderValue::from_static("application/problem+json");
    (said.status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
}

/// An address nobody declared.
pub async fn not_found() -> PageError {
    PageError(Refusal::NotFound)
}

/// A known address, asked in another way.
pub async fn method_not_allowed() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

/// A request sent by another site.
pub fn cross_site(_: tower_http::csrf::ProtectionError) -> Response {
    StatusCode::FORBIDDEN.into_response()
}

/// A handler that panicked: the reader gets an answer, the log gets the message.
#[expect(clippy::needless_pass_by_value, reason = "the signature `CatchPanicLayer` asks for")]
pub fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let message =
        payload.downcast_ref::<String>().map(String::as_str).or_else(|| payload.downcast_ref::<&str>().copied());
    tracing::error!(message = message.unwrap_or("no message"), "a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_that_is_not_ours_shows_nothing() {
        assert!(read_notice("szz").is_none());
        assert!(read_notice("").is_none());
        assert_eq!(read_notice("s4f6b").map(|notice| notice.text).as_deref(), Some("Ok"));
    }
}
