//! The stock of materials, and its booking by half-day: nothing is lent twice at the same time.

use std::collections::BTreeMap;

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{SHORT, required};
use arpent_core::{Event, Id, Scope};
use arpent_store::{StoreError, Tx};
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{open_shift, shift_event};
use crate::STOCK;
use crate::domain::shift::{Shift, ShiftState};
use crate::domain::stock::{Booking, Half, Item, MOST, left};
use crate::store::shifts::ShiftRow;
use crate::store::stock;
use crate::texts::Texts;
use crate::words;

/// An item of the stock, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewItem {
    /// What it is.
    pub name: String,
    /// How many there are.
    pub quantity: i64,
    /// Where they are kept.
    pub kept: String,
}

/// Adds an item to the stock, or writes it anew.
///
/// # Errors
/// Not allowed, fields to correct, a name already taken, fewer than what is lent on some half-day to come.
pub async fn keep(caller: &Caller, id: Option<Id<Item>>, new: &NewItem) -> Result<Id<Item>, Refusal> {
    let tx = caller.begin(STOCK, Scope::Instance).await?;
    let mut p = Problems::default();
    let item = Item {
        id: id.unwrap_or_else(|| caller.id()),
        name: p.read(required(&new.name, "name", SHORT)),
        quantity: new.quantity,
        kept: p.read(required(&new.kept, "kept", SHORT)),
    };
    p.require((0..=MOST).contains(&item.quantity), || {
        FieldProblem::new("quantity", "range", |l| Texts::new(l).range_problem(0, MOST))
    });
    p.done()?;
    let twice = |error: StoreError| match error {
        StoreError::Duplicate { .. } => Refusal::field("name", "taken", |l| Texts::new(l).item_exists().into()),
        other => other.into(),
    };
    if id.is_none() {
        stock::add(&tx, &item).await.map_err(twice)?;
    } else {
        stock::hold(&tx, item.id).await?;
        lent(caller, &tx, &item).await?;
        if !stock::edit(&tx, &item).await.map_err(twice)? {
            return Err(Refusal::NotFound);
        }
    }
    let event = Event::new("worksite.item_kept", "worksite_item", item.id);
    tx.commit(event.with("quantity", item.quantity)).await?;
    Ok(item.id)
}

/// The stock does not shrink below what is lent.
async fn lent(caller: &Caller, tx: &Tx, item: &Item) -> Result<(), Refusal> {
    let mut halves: BTreeMap<(Date, Half), i64> = BTreeMap::new();
    for booking in stock::of_item(tx, item.id, caller.today()).await? {
        *halves.entry((booking.day, booking.half)).or_default() += booking.quantity;
    }
    match halves.into_iter().find(|(_, lent)| *lent > item.quantity) {
        None => Ok(()),
        Some((half, lent)) => Err(Refusal::field("quantity", "lent", move |l| {
            let t = Texts::new(l);
            t.stock_lent(lent, words::half(t, half))
        })),
    }
}

/// Books materials for a shift, on each half-day it takes; 0 gives them back. What it had of the item is replaced.
///
/// # Errors
/// Not allowed, a shift that is over or called off, or more than what is left: who has them is said.
pub async fn book(caller: &Caller, id: Id<Shift>, item: Id<Item>, quantity: i64) -> Result<(), Refusal> {
    let (tx, row) = open_shift(caller, id).await?;
    if row.shift.state != ShiftState::Planned || row.shift.is_past(caller.now()) {
        return Err(Refusal::rule("shift-over", |l| Texts::new(l).shift_over().into()));
    }
    if !(0..=MOST).contains(&quantity) {
        return Err(Refusal::field("quantity", "range", |l| Texts::new(l).range_problem(0, MOST)));
    }
    put(&tx, &row, item, quantity).await?;
    tx.commit(shift_event("worksite.booked", &row).with("item", item).with("quantity", quantity)).await?;
    Ok(())
}

async fn put(tx: &Tx, row: &ShiftRow, item: Id<Item>, quantity: i64) -> Result<(), Refusal> {
    stock::hold(tx, item).await?;
    let item = stock::by_id(tx, item).await?.ok_or(Refusal::NotFound)?;
    let (id, sheet) = (row.shift.id, &row.shift.sheet);
    stock::release(tx, id, item.id).await?;
    if quantity == 0 {
        return Ok(());
    }
    for half in sheet.halves() {
        let when = (sheet.day(), half);
        let others = stock::others(tx, item.id, when, id).await?;
        if quantity > left(item.quantity, &others) {
            return Err(lacking(item, when, others));
        }
        stock::book(tx, id, item.id, when, quantity).await?;
    }
    Ok(())
}

/// Who has them, and what is left.
fn lacking(item: Item, when: (Date, Half), others: Vec<Booking>) -> Refusal {
    Refusal::field("quantity", "lent", move |l| {
        let t = Texts::new(l);
        let left = left(item.quantity, &others);
        let half = words::half(t, when);
        if others.is_empty() {
            return t.stock_too_few(item.name.as_str(), item.quantity);
        }
        let who: Vec<String> = others.iter().map(|one| t.stock_who(one.quantity, one.worksite.as_str())).collect();
        t.stock_lacking(half, item.name.as_str(), left, item.quantity, arpent_texts::list(l, &who))
    })
}

/// The materials of a shift that moves go with it, or it does not move.
pub(super) async fn follow(tx: &Tx, row: &ShiftRow) -> Result<(), Refusal> {
    let mut had: BTreeMap<Id<Item>, i64> = BTreeMap::new();
    for booking in stock::of_shift(tx, row.shift.id).await? {
        had.insert(booking.item, booking.quantity);
    }
    // In the order of ids: two shifts that move at once wait for each other, and never both.
    for (item, quantity) in had {
        put(tx, row, item, quantity).await.map_err(|refusal| match refusal {
            Refusal::Invalid(problems) => {
                Refusal::Invalid(problems.into_iter().map(|problem| FieldProblem { field: "day", ..problem }).collect())
            }
            other => other,
        })?;
    }
    Ok(())
}
