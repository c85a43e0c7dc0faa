//! Every barometer.

use arpent_core::Scope;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::response::Response;

use crate::PREVIEW;
use crate::store::barometers::{self, BarometerRow};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "barometers.html")]
struct ListPage {
    shell: Shell,
    t: Texts,
    barometers: Vec<BarometerRow>,
    /// She may read what is said of her own service.
    mine: bool,
}

/// The list.
pub(super) async fn show(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let barometers = barometers::all(&ctx.db).await?;
    let mine = ctx.may(PREVIEW, Scope::Anywhere);
    page(&ListPage { shell: ctx.shell(t.barometers(), vec![]), barometers, mine, t })
}
