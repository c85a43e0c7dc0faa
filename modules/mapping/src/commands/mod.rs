//! One function per thing that can happen: permission, rule, write and event, in one transaction.

pub mod imports;
pub mod layers;
pub mod objects;
pub mod observations;
pub mod projects;
pub mod reports;
pub mod settings;
pub mod votes;

use std::ops::RangeInclusive;

use arpent_commons::commands::initiatives::scope as of_initiative;
use arpent_commons::domain::initiative::{Initiative, InitiativeState};
use arpent_commons::store::initiatives;
use arpent_core::{Event, Id, Scope};
use arpent_documents::contours::{Fault, Place};
use arpent_documents::shapes::{Shape, ShapeFault};
use arpent_texts::{Lang, decimal};
use arpent_web::{Caller, FieldProblem, Refusal};

use crate::EDIT;
use crate::domain::layer::Layer;
use crate::domain::object::{Form, Object};
use crate::domain::typed::{self, TypedFault};
use crate::store;
use crate::texts::Texts;

/// Length of the key that makes a form sent twice one act.
const KEY: RangeInclusive<usize> = 1..=100;

/// Where a permission on a layer is asked: in its démarche, or on the whole instance.
pub fn scope(initiative: Option<Id<Initiative>>) -> Scope {
    initiative.map_or(Scope::Instance, of_initiative)
}

/// A layer for whoever may know of it, or "not found": a draft exists only for those who run it.
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn layer(caller: &Caller, id: Id<Layer>) -> Result<Layer, Refusal> {
    let layer = store::layers::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    if let Some(of) = layer.initiative {
        let initiative = initiatives::by_id(&caller.db, of).await?.ok_or(Refusal::NotFound)?;
        if initiative.state == InitiativeState::Draft && !caller.may(EDIT, scope(Some(of))) {
            return Err(Refusal::NotFound);
        }
    }
    Ok(layer)
}

/// An object with its layer, for whoever may know of it.
///
/// # Errors
/// [`Refusal::NotFound`], also for something taken off the map, except to those who may put it back.
pub async fn object(caller: &Caller, id: Id<Object>) -> Result<(Object, Layer), Refusal> {
    let object = store::objects::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let layer = layer(caller, object.layer).await?;
    if !object.state.is_shown() && !caller.may(EDIT, scope(layer.initiative)) {
        return Err(Refusal::NotFound);
    }
    Ok((object, layer))
}

/// An event about something of a layer, in its démarche when it has one.
fn about<T: ?Sized>(kind: &'static str, subject: &'static str, id: Id<T>, layer: &Layer) -> Event {
    let event = Event::new(kind, subject, id);
    match layer.initiative {
        Some(initiative) => event.within(initiative),
        None => event,
    }
}

/// Someone saved first.
fn changed_meanwhile() -> Refusal {
    Refusal::rule("changed-meanwhile", |l| Texts::new(l).changed_meanwhile().into())
}

/// Reads what was typed as a shape of this form.
///
/// # Errors
/// The line that cannot be read, or what is wrong with the shape and where, at the field `points`.
pub fn drawn(form: Form, points: &str) -> Result<Shape, FieldProblem> {
    let points = typed::points(points).map_err(unreadable)?;
    let shape = match (form, points.as_slice()) {
        (Form::Point, [[longitude, latitude]]) => Shape::point(*latitude, *longitude),
        (Form::Point, _) => Err(ShapeFault::Mixed),
        (Form::Line, points) => Shape::line(points),
        (Form::Zone, points) => Shape::zone(points),
    };
    shape.map_err(|fault| FieldProblem::new("points", fault.code(), move |l| unsound(l, fault)))
}

fn unreadable(fault: TypedFault) -> FieldProblem {
    FieldProblem::new("points", "format", move |l| {
        let t = Texts::new(l);
        match fault {
            TypedFault::Nothing => t.points_missing().to_owned(),
            TypedFault::NotTwoNumbers(line) => t.points_unreadable(line),
            TypedFault::OffTheEarth(line) => t.points_off_the_earth(line),
            TypedFault::Lambert93(line, at) => t.points_lambert(shown(at), line),
            TypedFault::TooMany => t.points_too_many(typed::MOST),
        }
    })
}

/// A place as one types it.
fn shown(at: Place) -> String {
    format!("{:.6}, {:.6}", at.latitude, at.longitude)
}

/// What is wrong with a shape, where, and what to do, in words.
pub fn unsound(lang: Lang, fault: ShapeFault) -> String {
    let t = Texts::new(lang);
    let degrees = |number: f64| decimal(lang, number, 5);
    match fault {
        ShapeFault::Nothing => t.shape_nothing().to_owned(),
        ShapeFault::OffTheEarth => t.shape_off_the_earth().to_owned(),
        ShapeFault::NoLength => t.shape_no_length().to_owned(),
        ShapeFault::Mixed => t.shape_mixed().to_owned(),
        ShapeFault::Zone(Fault::NotASurface) => t.shape_not_a_surface().to_owned(),
        ShapeFault::Zone(Fault::Crossing(at)) => t.shape_crossing(degrees(at.latitude), degrees(at.longitude)),
    }
}
