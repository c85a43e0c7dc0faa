//! What this site is, what it keeps, what it is made of.

use arpent_core::Manifest;
use arpent_core::manifest::Personal;
use askama::Template;
use axum::response::Response;

use crate::context::Ctx;
use crate::respond::{PageError, page};
use crate::shell::{Crumb, Shell};

fn shell(ctx: &Ctx, title: &'static str) -> Shell {
    ctx.shell(title, vec![Crumb::new(ctx.t().home(), "/")])
}

/// Who answers questions about the site; empty until the administrator says it.
fn contact(ctx: &Ctx) -> String {
    ctx.app().settings.current().contact.clone()
}

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct AccessibilityPage {
    shell: Shell,
    contact: String,
}

/// The declaration of accessibility (law 2005-102, article 47).
pub async fn accessibility(ctx: Ctx) -> Result<Response, PageError> {
    page(&AccessibilityPage { shell: shell(&ctx, ctx.t().accessibility()), contact: contact(&ctx) })
}

#[derive(Template)]
#[template(path = "public/personal_data.html")]
struct PersonalDataPage {
    shell: Shell,
    contact: String,
    covered: Vec<Kept>,
    proofs: Vec<Kept>,
}

/// A table of the database, in words where this language has them.
struct Kept {
    table: &'static str,
    words: Option<&'static str>,
}

/// What is kept, why and for how long (RGPD, article 13), read from what each room declares: a table that nobody
/// described here still appears, under its own name.
pub async fn personal_data(ctx: Ctx) -> Result<Response, PageError> {
    page(&PersonalDataPage {
        shell: shell(&ctx, ctx.t().personal_data()),
        contact: contact(&ctx),
        covered: kept(&ctx, Personal::Covered),
        proofs: kept(&ctx, Personal::Proof),
    })
}

fn kept(ctx: &Ctx, wanted: Personal) -> Vec<Kept> {
    let rooms = ctx.app().rooms.iter().map(|room| room.manifest);
    let manifests: Vec<&Manifest> = std::iter::once(&arpent_store::MANIFEST).chain(rooms).collect();
    let tables = manifests.into_iter().flat_map(|manifest| manifest.tables).filter(|table| table.personal == wanted);
    let words = |table: &str| ctx.t().say(&format!("kept-{}", table.replace('_', "-")));
    tables.map(|table| Kept { table: table.name, words: words(table.name) }).collect()
}

#[derive(Template)]
#[template(path = "public/sources.html")]
struct SourcesPage {
    shell: Shell,
}

/// Where the data and the parts come from, and under which licences.
pub async fn sources(ctx: Ctx) -> Result<Response, PageError> {
    page(&SourcesPage { shell: shell(&ctx, ctx.t().sources_licences()) })
}

#[derive(Template)]
#[template(path = "public/source_code.html")]
struct SourceCodePage {
    shell: Shell,
    version: &'static str,
}

/// The version that runs, and the right to its source (EUPL, article 5).
pub async fn source_code(ctx: Ctx) -> Result<Response, PageError> {
    page(&SourceCodePage { shell: shell(&ctx, ctx.t().source_code()), version: env!("CARGO_PKG_VERSION") })
}
