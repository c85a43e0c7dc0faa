//! Every barometer.

use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::response::Response;

use crate::store::barometers::{self, BarometerRow};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "barometers.html")]
struct ListPage {
    shell: Shell,
    t: Texts,
    barometers: Vec<BarometerRow>,
}

/// The list.
pub(super) async fn show(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    page(&ListPage { shell: ctx.shell(t.barometers(), vec![]), barometers: barometers::all(&ctx.db).await?, t })
}
