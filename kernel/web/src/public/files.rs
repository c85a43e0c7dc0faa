//! Styles, scripts and drawings.

use arpent_assets::Asset;
use arpent_look::palette::{self, Rgb};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::context::Ctx;
use crate::refusal::Refusal;
use crate::respond::PageError;

/// The address changes with the content: a browser may keep it for ever.
const FOREVER: (HeaderName, HeaderValue) =
    (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));

/// How the names of service workers end: each is registered under the address of the page it serves.
const WORKER: &str = "-worker.js";

/// A file of the browser side, in the compression the browser knows.
pub async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, PageError> {
    let asset = arpent_assets::find(&format!("/assets/{path}")).ok_or(Refusal::NotFound)?;
    let tag = [FOREVER, (header::ETAG, HeaderValue::from_static(asset.etag))];
    if says(&headers, &header::IF_NONE_MATCH, asset.etag) {
        return Ok((StatusCode::NOT_MODIFIED, tag).into_response());
    }
    let (coding, bytes) = best(asset, &headers);
    let kind = [(header::CONTENT_TYPE, asset.content_type), (header::VARY, "Accept-Encoding")];
    let mut response = (tag, kind, bytes).into_response();
    if asset.name.ends_with(WORKER) {
        response.headers_mut().insert("service-worker-allowed", HeaderValue::from_static("/"));
    }
    if let Some(coding) = coding {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    Ok(response)
}

fn best(asset: &Asset, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    if says(headers, &header::ACCEPT_ENCODING, "br") {
        (Some("br"), asset.brotli)
    } else if says(headers, &header::ACCEPT_ENCODING, "gzip") {
        (Some("gzip"), asset.gzip)
    } else {
        (None, asset.raw)
    }
}

/// A list header holds a value, and does not refuse it with `q=0`.
fn says(headers: &HeaderMap, name: &HeaderName, wanted: &str) -> bool {
    let lists = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|item| {
        let (value, weight) = item.split_once(';').unwrap_or((item, ""));
        // A weak tag is as good as a strong one for reading.
        value.trim().trim_start_matches("W/") == wanted && weight.trim().trim_end_matches(['.', '0']) != "q="
    })
}

/// The palette derived from the authority's colour.
pub async fn palette_css(ctx: Ctx) -> Response {
    let css = ctx.app().settings.current().palette_css.clone();
    ([FOREVER], [(header::CONTENT_TYPE, "text/css; charset=utf-8")], css).into_response()
}

/// The land band, in the authority's colour.
pub async fn land(ctx: Ctx) -> Response {
    let chosen = ctx.app().settings.current();
    let colour = palette::derive(&chosen.colour).map_or(Rgb(122, 138, 128), |palette| palette.land);
    let svg = ctx.app().land.band(colour).to_string();
    ([FOREVER], [(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response()
}

/// What search engines may read: nothing personal, and nothing of a demonstration.
pub async fn robots(ctx: Ctx) -> Response {
    let rules = if ctx.app().config.demo {
        "User-agent: *\nDisallow: /\n"
    } else {
        "User-agent: *\nDisallow: /admin\nDisallow: /compte\nDisallow: /connexion\nDisallow: /suivi\nDisallow: /recherche\n"
    };
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], rules).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_refused_with_a_zero_weight_is_not_used() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip;q=0.5, br;q=0.0"));
        assert!(says(&headers, &header::ACCEPT_ENCODING, "gzip"));
        assert!(!says(&headers, &header::ACCEPT_ENCODING, "br"));
    }
}
