//! Headers that every answer carries.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;

/// Only our own scripts and styles, none inline; nothing from elsewhere; the one HTML policy of `enhance.ts`.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types arpent";

const FIXED: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
];

/// The policy of a page that shows images of one more host, a base map for instance: `https://tiles.example`. `None` when
/// it is no such host; no other page names it.
pub fn with_images_of(host: &str) -> Option<HeaderValue> {
    let name = host.strip_prefix("https://")?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ':');
    if name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    let images = "img-src 'self' data: blob:";
    HeaderValue::try_from(CONTENT_SECURITY_POLICY.replace(images, &format!("{images} {host}"))).ok()
}

/// Adds them.
pub async fn headers(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        // A page may be stricter (a thread asks for no referrer), never looser: only handlers of ours set these.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.config.base_url.starts_with("https://") {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_host_of_images_is_opened_and_nothing_else() {
        let policy = with_images_of("https://data.geopf.fr").expect("a policy");
        let policy = policy.to_str().expect("plain text");
        assert!(policy.contains("img-src 'self' data: blob: https://data.geopf.fr;"));
        assert_eq!(policy.replace(" https://data.geopf.fr", ""), CONTENT_SECURITY_POLICY);
        for host in ["https://", "http://a.fr", "https://a.fr; script-src *", "https://a.fr/x", "https://*"] {
            assert!(with_images_of(host).is_none(), "{host}");
        }
    }
}
