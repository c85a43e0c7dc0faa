//! What lies under the maps, as the administrator chooses.

use arpent_commons::domain::text::SHORT;
use arpent_core::Scope;
use arpent_web::respond::{done, page_with};
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::BASE;
use crate::commands::settings;
use crate::store::settings::{BaseMap, base_map};
use crate::texts::Texts;

/// Addresses that one copies, with whose map each is: nobody is called until one of them is chosen.
const KNOWN: [(&str, &str, &str); 2] = [
    (
        "Plan IGN",
        "https://data.geopf.fr/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM&FORMAT=image/png&TILEMATRIX={z}&TILECOL={x}&TILEROW={y}",
        "© IGN",
    ),
    ("OpenStreetMap", "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "© OpenStreetMap contributors"),
];

#[derive(Debug, Template)]
#[template(path = "base_map.html")]
struct BasePage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    known: [(&'static str, &'static str, &'static str); 2],
}

/// The form.
pub(super) async fn show(ctx: Ctx) -> Result<Response, PageError> {
    ctx.require(BASE, Scope::Instance)?;
    draw(&ctx, &base_map(&ctx.db).await?, &[])
}

/// It was sent.
pub(super) async fn choose(ctx: Ctx, sent: Sent) -> Result<Response, PageError> {
    let typed = BaseMap { tiles: sent.text("tiles"), credit: sent.text("credit") };
    match settings::choose(&ctx, &typed).await {
        Ok(()) => Ok(done(&ctx, "/admin/fonds-de-carte", Texts::new(ctx.lang).base_saved())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, &typed, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

fn draw(ctx: &Ctx, typed: &BaseMap, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = vec![
        Field::text("tiles", t.base_tiles(), &typed.tiles).hint(t.base_tiles_hint()).max(400),
        Field::text("credit", t.base_credit(), &typed.credit).hint(t.base_credit_hint()).max(SHORT),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let crumbs = vec![Crumb::new(ctx.t().admin_title(), "/admin")];
    page_with(status, &BasePage { shell: ctx.shell(t.base_title(), crumbs), t, form, fields, known: KNOWN })
}
