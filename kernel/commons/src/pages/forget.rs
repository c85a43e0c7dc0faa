//! Forgetting the address left with a contribution.

use arpent_core::chance::read_short_code;
use arpent_web::limits::Limited;
use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use crate::commands::addresses;
use crate::texts::Texts;
use crate::words::follow_path;

/// Forgets it; what was said stays, and its thread too.
///
/// # Errors
/// No such code, or no address was left.
pub async fn address(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    let code = read_short_code(&typed).ok_or(Refusal::NotFound)?;
    addresses::forget(&ctx, &code).await?;
    Ok(done(&ctx, &follow_path(&code), Texts::new(ctx.lang).address_forgotten()))
}
