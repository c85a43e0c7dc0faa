//! Answers: pages, redirections with a message, and refusals drawn as a page or as an RFC 9457 problem.

use std::any::Any;
use std::sync::Arc;

use arpent_store::StoreError;
use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value as Json, json};

use crate::app::App;
use crate::context::{Ctx, append_cookie, role_name};
use crate::refusal::Refusal;
use crate::shell::{Notice, NoticeKind, Shell};

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
    let html = template
        .render()
        .map_err(|error| PageError(Refusal::Store(StoreError::Unreadable { column: "template".into(), value: error.to_string() })))?;
    let mut response = (status, Html(html)).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language, X-Fragment"));
    Ok(response)
}

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
    let encoded: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
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
    let bytes: Option<Vec<u8>> = digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
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
        Refusal::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The page of a refusal.
#[derive(Debug, Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    status: u16,
    what: String,
    why: String,
    next: String,
    details: Vec<ErrorDetail>,
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
        Refusal::Store(_) => {
            say("internal", t.error_internal(), t.error_internal_why().into(), t.error_internal_next(), vec![])
        }
    }
}

/// Turns the refusal left in a response into a page or a problem, in the reader's language.
pub async fn draw_refusals(State(app): State<Arc<App>>, ctx: Ctx, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let wants_json = path.starts_with("/api/");
    let safe = request.method().is_safe();
    let response = next.run(request).await;
    let Some(Undrawn(refusal)) = response.extensions().get::<Undrawn>().cloned() else { return response };
    if let Refusal::Store(error) = &*refusal {
        tracing::error!(request_id = ctx.request().request_id, %path, %error, "request failed");
    }
    if wants_json {
        return problem(&ctx, &refusal);
    }
    if matches!(*refusal, Refusal::SignIn) && safe {
        let back: String = ctx.request().address.bytes().map(percent).collect();
        return redirect(&format!("/connexion?retour={back}"));
    }
    drop(app);
    draw(&ctx, &refusal)
}

fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

fn draw(ctx: &Ctx, refusal: &Refusal) -> Response {
    let said = explain(ctx, refusal);
    let error_page = ErrorPage {
        shell: ctx.shell(said.what.clone(), vec![]),
        status: status(refusal).as_u16(),
        what: said.what,
        why: said.why,
        next: said.next,
        details: said.details,
        request_id: ctx.request().request_id.clone(),
    };
    let mut response = page_with(status(refusal), &error_page)
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response());
    retry_after(&mut response, refusal);
    response
}

fn retry_after(response: &mut Response, refusal: &Refusal) {
    if let Refusal::TooMany { retry_after } = refusal
        && let Ok(value) = HeaderValue::from_str(&retry_after.to_string())
    {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
}

/// A problem document (RFC 9457).
fn problem(ctx: &Ctx, refusal: &Refusal) -> Response {
    let said = explain(ctx, refusal);
    let fields: Vec<Json> = match refusal {
        Refusal::Invalid(problems) => problems
            .iter()
            .map(|p| json!({"field": p.field, "code": p.code, "detail": p.text.text(ctx.lang)}))
            .collect(),
        _ => vec![],
    };
    let body = json!({
        "type": format!("{}/api/v1/problems#{}", ctx.app().config.base_url, said.code),
        "title": said.what,
        "status": status(refusal).as_u16(),
        "detail": said.why,
        "next": said.next,
        "instance": ctx.request().address,
        "request_id": ctx.request().request_id,
        "errors": fields,
    });
    let kind = HeaderValue::from_static("application/problem+json");
    let mut response = (status(refusal), [(header::CONTENT_TYPE, kind)], body.to_string()).into_response();
    retry_after(&mut response, refusal);
    response
}

/// An address nobody declared.
pub async fn not_found() -> PageError {
    PageError(Refusal::NotFound)
}

/// A known address, asked in another way.
pub async fn method_not_allowed() -> PageError {
    PageError(Refusal::NotFound)
}

/// A request sent by another site.
pub fn cross_site(_: tower_http::csrf::ProtectionError) -> Response {
    // Sent before the reader is known: no page can be drawn, and no person meets this by following our pages.
    (StatusCode::FORBIDDEN, "cross-site request refused").into_response()
}

/// A handler that panicked: the reader gets an answer, the log gets the message.
pub fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let message = payload.downcast_ref::<String>().map(String::as_str).or_else(|| payload.downcast_ref::<&str>().copied());
    tracing::error!(message = message.unwrap_or("no message"), "a handler panicked");
    PageError(Refusal::Store(StoreError::Missing)).into_response()
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
