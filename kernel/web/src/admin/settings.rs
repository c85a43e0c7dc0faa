//! The authority's name, colour and contact, with what the colour gives.

use arpent_look::palette::{self, Pair, Palette};
use arpent_texts::decimal;
use askama::Template;
use axum::Form as Body;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::crumbs;
use crate::context::Ctx;
use crate::form::{Field, Form};
use crate::refusal::Refusal;
use crate::respond::{PageError, done, page, page_with};
use crate::routes::{Access, Routes};
use crate::settings::{EDIT, Wanted, change};
use crate::shell::Shell;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/admin/reglages", Access::Needs(EDIT), show)
        .post("/admin/reglages", Access::Needs(EDIT), save)
        .get("/admin/reglages/apercu", Access::Needs(EDIT), preview)
}

#[derive(Template)]
#[template(path = "admin/settings.html")]
struct SettingsPage {
    shell: Shell,
    form: Form,
    name: Field,
    colour: Field,
    contact: Field,
    preview: Preview,
}

/// What a colour gives: drawn with attributes, since no page carries an inline style.
#[derive(Template)]
#[template(path = "admin/colour_preview.html")]
struct Preview {
    shell: Shell,
    colour: Option<Drawn>,
}

struct Drawn {
    palette: Palette,
    ratios: Vec<Line>,
    corrected: bool,
}

/// One contrast owed to the reader.
struct Line {
    pair: &'static str,
    light: String,
    dark: String,
    needed: String,
}

impl Preview {
    fn new(ctx: &Ctx, typed: &str) -> Self {
        let colour = palette::derive(typed.trim()).ok().map(|palette| Drawn {
            ratios: palette.ratios().iter().map(|ratio| line(ctx, ratio)).collect(),
            corrected: palette.is_corrected(),
            palette,
        });
        Self { shell: ctx.shell(ctx.t().preview_title(), vec![]), colour }
    }
}

fn line(ctx: &Ctx, ratio: &palette::Ratio) -> Line {
    let (t, shown) = (ctx.t(), |value: f32| decimal(ctx.lang, f64::from(value), 1));
    let pair = match ratio.pair {
        Pair::TextOnBrand => t.pair_text_on_brand(),
        Pair::Link => t.pair_link(),
        Pair::TextOnFill => t.pair_text_on_fill(),
        Pair::Shape => t.pair_shape(),
    };
    Line { pair, light: shown(ratio.light), dark: shown(ratio.dark), needed: shown(ratio.needed) }
}

impl SettingsPage {
    fn new(ctx: &Ctx, wanted: &Wanted) -> Self {
        let t = ctx.t();
        Self {
            shell: ctx.shell(t.settings_title(), crumbs(ctx)),
            form: Form::default(),
            name: Field::text("name", t.settings_name(), &wanted.name).hint(t.settings_name_hint()).required().max(80),
            colour: Field::text("colour", t.settings_colour(), &wanted.colour)
                .hint(t.settings_colour_hint())
                .required()
                .max(7),
            contact: Field::text("contact", t.settings_contact(), &wanted.contact)
                .hint(t.settings_contact_hint())
                .kind("textarea")
                .max(500),
            preview: Preview::new(ctx, &wanted.colour),
        }
    }
}

/// A value of the address is tried without being saved: the preview works without a script.
#[derive(Debug, Deserialize)]
struct Tried {
    name: Option<String>,
    colour: Option<String>,
    contact: Option<String>,
}

async fn show(ctx: Ctx, Query(tried): Query<Tried>) -> Result<Response, PageError> {
    let chosen = ctx.app().settings.current();
    page(&SettingsPage::new(
        &ctx,
        &Wanted {
            name: tried.name.unwrap_or_else(|| chosen.name.clone()),
            colour: tried.colour.unwrap_or_else(|| chosen.colour.clone()),
            contact: tried.contact.unwrap_or_else(|| chosen.contact.clone()),
        },
    ))
}

#[derive(Debug, Deserialize)]
struct Words {
    #[serde(default)]
    q: String,
}

async fn preview(ctx: Ctx, Query(typed): Query<Words>) -> Result<Response, PageError> {
    page(&Preview::new(&ctx, &typed.q))
}

async fn save(ctx: Ctx, Body(wanted): Body<Wanted>) -> Result<Response, PageError> {
    match change(ctx.app(), &ctx, &wanted).await {
        Ok(()) => Ok(done(&ctx, "/admin/reglages", ctx.t().settings_saved())),
        Err(Refusal::Invalid(problems)) => {
            let mut settings = SettingsPage::new(&ctx, &wanted);
            let fields = [&mut settings.name, &mut settings.colour, &mut settings.contact];
            settings.form = Form::refused(&problems, ctx.lang, fields);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &settings)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
