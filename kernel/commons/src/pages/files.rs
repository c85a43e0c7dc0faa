//! Photographs people attached.

use arpent_core::Scope;
use arpent_store::{StoreError, files};
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use uuid::Uuid;

use crate::commands::initiatives::scope;
use crate::permission::{CONTRIBUTION_KEY, CONTRIBUTION_READ_HIDDEN};
use crate::store::{notes, photos};

/// A photograph, for whoever may read the contribution or the sheet it belongs to.
///
/// # Errors
/// Not found, also when its contribution is hidden from this reader.
pub async fn show(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response, PageError> {
    let published = photos::is_published(&ctx.db, id).await?;
    if !published && !may_read(&ctx, id).await? {
        return Err(PageError(Refusal::NotFound));
    }
    let file = files::get(&ctx.db, id).await.map_err(|error| match error {
        StoreError::Missing => Refusal::NotFound,
        other => other.into(),
    })?;
    let headers = [
        (header::CONTENT_TYPE, file.content_type),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
        (header::ETAG, format!("\"{}\"", file.sha256)),
    ];
    Ok((StatusCode::OK, headers, file.content).into_response())
}

/// The sheet of a table is for those who write notes down; what is hidden, for those who moderate.
async fn may_read(ctx: &Ctx, id: Uuid) -> Result<bool, StoreError> {
    let of = notes::of_photo(&ctx.db, id).await?;
    Ok(match of {
        Some(initiative) => ctx.may(CONTRIBUTION_KEY, scope(initiative)),
        None => ctx.may(CONTRIBUTION_READ_HIDDEN, Scope::Anywhere),
    })
}
