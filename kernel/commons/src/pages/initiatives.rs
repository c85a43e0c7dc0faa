//! The list of démarches.

use arpent_core::Scope;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::response::Response;

use super::home::{Line, line};
use crate::permission::INITIATIVE_EDIT;
use crate::store::initiatives;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "initiatives.html")]
struct List {
    shell: Shell,
    t: Texts,
    lines: Vec<Line>,
    may_prepare: bool,
}

/// Every démarche the reader may see.
///
/// # Errors
/// The database does not answer.
pub async fn list(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let may_prepare = ctx.may(INITIATIVE_EDIT, Scope::Instance);
    let numbers = initiatives::numbers(&ctx.db).await?;
    let phases = initiatives::all_phases(&ctx.db).await?;
    let all = initiatives::list(&ctx.db, may_prepare).await?;
    let lines = all.iter().map(|initiative| line(&ctx, initiative, &phases, &numbers)).collect();
    page(&List { shell: ctx.shell(t.initiatives_title(), vec![]), t, lines, may_prepare })
}
