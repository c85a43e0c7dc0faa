//! What a person wrote in a form that no page could give back: her session had ended, her right was withdrawn, the
//! server failed. The page that says so gives her words back, scripts or not.

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, header};

/// Longest form looked at, in bytes: a longer one goes through unread.
const LONGEST: usize = 256 * 1024;
/// Letters from which a value is someone's words rather than a choice.
const WORDS: usize = 12;

/// Reads the words of a form on its way to its handler, which finds the form untouched.
pub(crate) async fn read(request: Request) -> (Request, Vec<String>) {
    if !is_short_form(&request) {
        return (request, vec![]);
    }
    let (request, sent) = buffer(request).await;
    (request, words(&sent))
}

/// The bytes of a short form, and the request as its handler expects it.
pub(crate) async fn buffer(request: Request) -> (Request, Bytes) {
    let (parts, body) = request.into_parts();
    let sent = to_bytes(body, LONGEST).await.unwrap_or_default();
    (Request::from_parts(parts, Body::from(sent.clone())), sent)
}

/// Something is sent, and it is neither a file nor a long document.
pub(crate) fn is_short_form(request: &Request) -> bool {
    if request.method().is_safe() {
        return false;
    }
    let kind = request.headers().get(header::CONTENT_TYPE).map_or(&b""[..], axum::http::HeaderValue::as_bytes);
    let length = request.body().size_hint().upper();
    kind.starts_with(b"application/x-www-form-urlencoded") && length.is_some_and(|length| length <= LONGEST as u64)
}

/// A form that holds a password is never shown again.
fn words(sent: &[u8]) -> Vec<String> {
    let fields: Vec<_> = form_urlencoded::parse(sent).collect();
    if fields.iter().any(|(name, _)| name == "password") {
        return vec![];
    }
    let values = fields.into_iter().map(|(_, value)| value.trim().to_owned());
    values.filter(|value| value.chars().count() >= WORDS && value.contains(char::is_whitespace)).collect()
}

/// The page the form was on, when the browser tells: where to come back after signing in.
pub(crate) fn page_of_form(headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER)?.to_str().ok()?;
    let (_, after) = referer.split_once("://")?;
    Some(after[after.find('/')?..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_given_back_and_choices_are_not() {
        let sent = b"status=retained&id=0199fb0d-a700-757e-b4f1-114e3ca31a80&reason=Trois+bancs+seront+pos%C3%A9s.";
        assert_eq!(words(sent), ["Trois bancs seront posés."]);
    }

    #[test]
    fn a_form_with_a_password_is_never_shown_again() {
        assert_eq!(words(b"email=lea%40exemple.fr&password=quatre+mots+a+la+suite"), [""; 0]);
    }

    #[test]
    fn one_comes_back_to_the_page_of_the_form() {
        let mut headers = HeaderMap::new();
        assert_eq!(page_of_form(&headers), None);
        let referer = axum::http::HeaderValue::from_static("https://ville.example/contributions/1/repondre?a=b");
        headers.insert(header::REFERER, referer);
        assert_eq!(page_of_form(&headers).as_deref(), Some("/contributions/1/repondre?a=b"));
    }
}
