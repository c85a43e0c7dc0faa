//! The base map that this site serves itself: images for its maps, parts of the file for those of others.

use arpent_web::{Ctx, PageError, Refusal};
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;

use crate::domain::ranges::{self, Range};
use crate::outside::tiles;
use crate::store::settings::base_map;

/// The address of a tile changes with the file, so that a browser may keep it for ever.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// A file of the same name may be replaced: what is kept is checked again.
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");
/// Bytes read at once when a long part is sent.
const PIECE: usize = 256 * 1024;

/// An image of the base map; nothing, quietly, where it has none.
pub(super) async fn tile(ctx: Ctx, Path((zoom, x, y)): Path<(u8, u32, u32)>) -> Result<Response, PageError> {
    let base = base_map(&ctx.db).await?;
    let archive = tiles::open(&ctx.app().config.data_dir, &base.file).await.map_err(|_| Refusal::NotFound)?;
    let kind = archive.content_type().ok_or(Refusal::NotFound)?;
    let kept = [(header::CACHE_CONTROL, FOREVER)];
    Ok(match archive.tile(zoom, x, y).await {
        Some(image) => (kept, [(header::CONTENT_TYPE, kind)], image).into_response(),
        None => (StatusCode::NO_CONTENT, kept).into_response(),
    })
}

/// The file of the base map, or a part of it.
pub(super) async fn file(ctx: Ctx, Path(name): Path<String>, headers: HeaderMap) -> Result<Response, PageError> {
    let base = base_map(&ctx.db).await?;
    if base.file.is_empty() || base.file != name {
        return Err(Refusal::NotFound.into());
    }
    let archive = tiles::open(&ctx.app().config.data_dir, &name).await.map_err(|_| Refusal::NotFound)?;
    let (tag, length) = (format!("\"{}\"", archive.tag()), archive.length());
    let said = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if said(header::IF_NONE_MATCH).is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    // A part of another file than the one she holds the beginning of would be nonsense.
    let same = said(header::IF_RANGE).is_none_or(|known| known == tag);
    let asked = said(header::RANGE).filter(|_| same);
    let (status, first, last, range) = match ranges::parse(asked, length) {
        Range::Outside => {
            let range = [(header::CONTENT_RANGE, format!("bytes */{length}"))];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, range, [kind()]).into_response());
        }
        Range::Whole => (StatusCode::OK, 0, length, None),
        Range::Part(first, last) => {
            (StatusCode::PARTIAL_CONTENT, first, last + 1, Some(format!("bytes {first}-{last}/{length}")))
        }
    };
    let pieces = stream::try_unfold(first, move |at| {
        let archive = std::sync::Arc::clone(&archive);
        async move {
            let wanted = usize::try_from(last - at).unwrap_or(PIECE).min(PIECE);
            if wanted == 0 {
                return Ok::<Option<(Bytes, u64)>, std::io::Error>(None);
            }
            let piece = archive.bytes(at, wanted).await?;
            let next = at + piece.len() as u64;
            if piece.is_empty() { Err(std::io::ErrorKind::UnexpectedEof.into()) } else { Ok(Some((piece, next))) }
        }
    });
    let mut response = (status, [kind()], Body::from_stream(pieces)).into_response();
    let answer = response.headers_mut();
    answer.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    answer.insert(header::CACHE_CONTROL, A_DAY);
    answer.insert(header::CONTENT_LENGTH, HeaderValue::from(last - first));
    answer.extend(HeaderValue::try_from(tag).map(|tag| (header::ETAG, tag)));
    answer.extend(range.and_then(|range| Some((header::CONTENT_RANGE, HeaderValue::try_from(range).ok()?))));
    Ok(response)
}

const fn kind() -> (header::HeaderName, HeaderValue) {
    (header::CONTENT_TYPE, HeaderValue::from_static("application/vnd.pmtiles"))
}
