//! The stock of the authority: what there is, where it is kept, who has it.

use arpent_commons::domain::text::SHORT;
use arpent_commons::pages::loop_form::{Reader, Typed};
use arpent_core::Id;
use arpent_web::respond::{done, page_with};
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::href;
use crate::commands::materials::{self as acts, NewItem};
use crate::domain::stock::{Booking, Item};
use crate::store::stock;
use crate::texts::Texts;
use crate::words;

/// Where its pages begin.
const PLACE: &str = "/materiel";

/// Someone has it.
#[derive(Debug)]
struct Lent {
    when: String,
    name: String,
    quantity: i64,
    worksite: String,
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "worksite_stock.html")]
struct StockPage {
    shell: Shell,
    t: Texts,
    items: Vec<Item>,
    lent: Vec<Lent>,
}

/// The whole stock, and who has what from today on.
pub(super) async fn list(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let line = |one: Booking| Lent {
        when: words::half(t, (one.day, one.half)),
        name: one.name,
        quantity: one.quantity,
        worksite: one.worksite,
        href: href(one.of, ""),
    };
    let lent = stock::to_come(&ctx.db, ctx.today()).await?.into_iter().map(line).collect();
    let crumbs = vec![Crumb::new(t.worksites(), "/chantiers")];
    page(&StockPage { shell: ctx.shell(t.stock_title(), crumbs), t, items: stock::all(&ctx.db).await?, lent })
}

#[derive(Debug, Template)]
#[template(path = "worksite_item.html")]
struct ItemPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
}

fn draw(ctx: &Ctx, title: &str, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let field = |name, label| Field::text(name, label, typed.get(name)).required();
    let mut fields = vec![
        field("name", t.item_name()).hint(t.item_name_hint()).max(SHORT),
        field("quantity", t.item_quantity()).kind("number"),
        field("kept", t.item_kept()).hint(t.item_kept_hint()).max(SHORT),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let crumbs = vec![Crumb::new(t.worksites(), "/chantiers"), Crumb::new(t.stock_title(), PLACE)];
    page_with(status, &ItemPage { shell: ctx.shell(title, crumbs), t, form, fields })
}

async fn keep(ctx: &Ctx, id: Option<Id<Item>>, title: &str, typed: &Typed) -> Result<Response, PageError> {
    let mut r = Reader::new(typed);
    let quantity = r.owed("quantity", Reader::whole);
    let outcome =
        match r.done(NewItem { name: typed.get("name").to_owned(), quantity, kept: typed.get("kept").to_owned() }) {
            Ok(new) => acts::keep(ctx, id, &new).await,
            Err(refusal) => Err(refusal),
        };
    match outcome {
        Ok(_) => Ok(done(ctx, PLACE, Texts::new(ctx.lang).item_saved())),
        Err(Refusal::Invalid(problems)) => draw(ctx, title, typed, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

/// The form of a new item.
pub(super) async fn begin(ctx: Ctx) -> Result<Response, PageError> {
    draw(&ctx, Texts::new(ctx.lang).item_new(), &Typed::default(), &[])
}

/// Adds it.
pub(super) async fn add(ctx: Ctx, typed: Typed) -> Result<Response, PageError> {
    keep(&ctx, None, Texts::new(ctx.lang).item_new(), &typed).await
}

/// The form of an item.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<Id<Item>>) -> Result<Response, PageError> {
    let item = stock::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let typed = Typed::of([("name", item.name.clone()), ("quantity", item.quantity.to_string()), ("kept", item.kept)]);
    draw(&ctx, &item.name, &typed, &[])
}

/// Writes it anew.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Item>>, typed: Typed) -> Result<Response, PageError> {
    let item = stock::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    keep(&ctx, Some(id), &item.name, &typed).await
}
