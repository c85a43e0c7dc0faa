//! The materials of a shift: what it has, what is left, booking.

use std::collections::BTreeMap;

use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::loop_form::{Reader, Typed};
use arpent_core::Id;
use arpent_texts::list;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::shift_href;
use super::shifts::run_shift;
use crate::commands::materials as acts;
use crate::domain::shift::Shift;
use crate::domain::stock::{Item, left};
use crate::store::shifts::ShiftRow;
use crate::store::stock;
use crate::texts::Texts;
use crate::words;

/// An item the shift has.
#[derive(Debug)]
struct Had {
    id: Id<Item>,
    name: String,
    quantity: i64,
    kept: String,
}

#[derive(Debug, Template)]
#[template(path = "worksite_materials.html")]
struct MaterialsPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    lead: String,
    had: Vec<Had>,
    path: String,
    form: Form,
    fields: Vec<Field>,
}

/// What is left of an item over the half-days of a shift.
async fn left_for(ctx: &Ctx, row: &ShiftRow, item: &Item) -> Result<i64, Refusal> {
    let mut least = item.quantity;
    for half in row.shift.sheet.halves() {
        let others = stock::others(&ctx.db, item.id, (row.shift.sheet.day(), half), row.shift.id).await?;
        least = least.min(left(item.quantity, &others));
    }
    Ok(least)
}

async fn draw(ctx: &Ctx, id: Id<Shift>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let (mut place, row) = run_shift(ctx, id).await?;
    let t = place.t;
    let items = stock::all(&ctx.db).await.map_err(Refusal::from)?;
    let mut booked: BTreeMap<Id<Item>, i64> = BTreeMap::new();
    for one in stock::of_shift(&ctx.db, id).await.map_err(Refusal::from)? {
        booked.insert(one.item, one.quantity);
    }
    let mut choices = Vec::new();
    for item in &items {
        let free = left_for(ctx, &row, item).await?;
        let label = t.stock_choice(item.name.as_str(), free, item.quantity);
        choices.push(Choice::new(item.id.to_string(), label, typed.get("item")));
    }
    let had = |item: &Item| {
        let quantity = *booked.get(&item.id)?;
        Some(Had { id: item.id, name: item.name.clone(), quantity, kept: item.kept.clone() })
    };
    let (sheet, lang) = (&row.shift.sheet, ctx.lang);
    let halves: Vec<String> = sheet.halves().into_iter().map(|half| words::half(t, (sheet.day(), half))).collect();
    let mut fields = vec![
        Field::choices("item", t.stock_item(), choices).kind("select").required(),
        Field::text("quantity", t.stock_quantity(), typed.get("quantity")).kind("number").required(),
    ];
    let form = Form::refused(problems, lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let drawn = MaterialsPage {
        shell: place.shell(ctx, t.materials_of(words::when(t, &row.shift))),
        frame: place.frame,
        t,
        lead: t.materials_lead(list(lang, &halves)),
        had: items.iter().filter_map(had).collect(),
        path: shift_href(id, "materiel"),
        form,
        fields: if items.is_empty() { Vec::new() } else { fields },
    };
    page_with(status, &drawn)
}

/// What the shift has, and the form.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    draw(&ctx, id, &Typed::default(), &[]).await
}

/// Books, or gives back.
pub(super) async fn book(ctx: Ctx, Path(id): Path<Id<Shift>>, typed: Typed) -> Result<Response, PageError> {
    let mut r = Reader::new(&typed);
    let item = r.id("item");
    let quantity = r.owed("quantity", Reader::whole);
    let outcome = match (r.done(()), item) {
        (Err(refusal), _) => Err(refusal),
        (Ok(()), None) => Err(Refusal::field("item", "missing", |l| Texts::new(l).item_missing().into())),
        (Ok(()), Some(item)) => acts::book(&ctx, id, item, quantity).await,
    };
    let t = Texts::new(ctx.lang);
    match outcome {
        Ok(()) => {
            let said = if quantity == 0 { t.stock_given_back() } else { t.stock_booked() };
            Ok(done(&ctx, &shift_href(id, "materiel"), said))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
