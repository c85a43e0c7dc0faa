//! Small maps: where something is, and what one draws on in a form.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::Placed;
use arpent_core::Id;
use arpent_documents::contours::Place;
use arpent_documents::shapes::{Kind, Shape};
use arpent_web::{Ctx, Refusal};
use askama::Template as _;

use super::draw::{
    Drawing, EVERYWHERE, Line, Spot, TOLERANCE, backdrop, box_of, class, fitted, images, land, unwritable,
};
use super::pins;
use super::words;
use crate::domain::object::Object;
use crate::domain::scale::Scale;
use crate::domain::view::{self, HEIGHT, View, WIDTH};
use crate::known;
use crate::store::layers;
use crate::store::settings::base_map;
use crate::store::views::{self, Looked};
use crate::texts::Texts;

/// A district and what is around it.
const DISTRICT: u8 = 14;
/// Shapes drawn under a form.
const AROUND: i64 = 40;
/// Radius of a point that someone is drawing, in pixels.
const PUT: i64 = 7;

/// A small map of some shapes, without links: where something is.
pub(crate) async fn small(
    ctx: &Ctx,
    initiative: Option<Id<Initiative>>,
    shapes: &[(&Shape, i64)],
    view: Option<View>,
) -> Result<String, Refusal> {
    draft(ctx, initiative, (shapes, None), view).await
}

/// The same with what else has a place in a démarche, each leading to its page; empty when there is nothing of either.
pub(crate) async fn with_pins(
    ctx: &Ctx,
    initiative: &Initiative,
    shapes: &[(&Shape, i64)],
    placed: &[Placed],
) -> Result<String, Refusal> {
    if shapes.is_empty() && placed.is_empty() {
        return Ok(String::new());
    }
    let map = format!("/demarches/{}/carte", initiative.slug);
    let view = if shapes.is_empty() { pins::around(placed).map(View::fit) } else { None };
    let mut drawing = sketched(ctx, Some(initiative.id), (shapes, None), view).await?;
    drawing.pins = pins::elsewhere(Texts::new(ctx.lang), &drawing.view, placed, &map);
    drawing.render().map_err(|error| unwritable(&error))
}

/// A point among the zones and lines of the map of a démarche; empty when nothing is around that would say where it is.
pub(super) async fn among(ctx: &Ctx, initiative: Id<Initiative>, at: Place) -> Result<String, Refusal> {
    let near = around(ctx, Some(initiative)).await?;
    let (x, y) = view::steps(at);
    let held = near.named.iter().map(|one| view::around(one.shape.bounds())).fold([x, y, x, y], view::both);
    let tiled = !base_map(&ctx.db).await?.tiles.is_empty();
    let view = if tiled || near.named.is_empty() { View { x, y, zoom: DISTRICT } } else { View::fit(held) };
    let mut drawing = sketched(ctx, Some(initiative), (&near.drawn(), None), Some(view)).await?;
    if drawing.lines.is_empty() && drawing.land.is_empty() && drawing.images.is_empty() {
        return Ok(String::new());
    }
    drawing.pins.push(pins::alone(drawing.view.pixel(x, y)));
    drawing.render().map_err(|error| unwritable(&error))
}

/// The same under a form, with what is being drawn.
pub(super) async fn draft(
    ctx: &Ctx,
    initiative: Option<Id<Initiative>>,
    (shapes, own): (&[(&Shape, i64)], Option<&Shape>),
    view: Option<View>,
) -> Result<String, Refusal> {
    let drawing = sketched(ctx, initiative, (shapes, own), view).await?;
    drawing.render().map_err(|error| unwritable(&error))
}

async fn sketched(
    ctx: &Ctx,
    initiative: Option<Id<Initiative>>,
    (shapes, own): (&[(&Shape, i64)], Option<&Shape>),
    view: Option<View>,
) -> Result<Drawing, Refusal> {
    let land = land(ctx, initiative).await?;
    let base = base_map(&ctx.db).await?;
    let around = shapes.iter().map(|(shape, _)| view::around(shape.bounds())).reduce(view::both);
    let view = view.unwrap_or_else(|| View::fit(around.unwrap_or_else(|| box_of(&land))));
    let mut drawing = Drawing {
        images: images(&view, &base),
        land: backdrop(&view, &land, &base, TOLERANCE),
        lines: vec![],
        spots: vec![],
        groups: vec![],
        said: vec![],
        pins: vec![],
        own: own.map_or_else(String::new, |shape| path(&view, shape)),
        width: WIDTH,
        height: HEIGHT,
        scale: words::round_length(ctx.lang, Scale::of(&view).metres),
        view,
        base,
    };
    for (shape, tone) in shapes {
        if shape.kind() == Kind::Point {
            let (x, y) = pixel(&view, shape);
            drawing.spots.push(Spot { href: String::new(), title: String::new(), x, y, tone: *tone, pending: false });
        } else {
            drawing.lines.push(Line {
                href: String::new(),
                title: String::new(),
                path: path(&view, shape),
                class: class(shape.kind()),
                tone: *tone,
                name: None,
            });
        }
    }
    Ok(drawing)
}

fn path(view: &View, shape: &Shape) -> String {
    match shape.kind() {
        Kind::Point => {
            let (x, y) = pixel(view, shape);
            format!("M{} {y}a{PUT} {PUT} 0 1 0 {d} 0a{PUT} {PUT} 0 1 0-{d} 0z", x - PUT, d = 2 * PUT)
        }
        kind => view.path(&shape.strokes(), kind == Kind::Zone, TOLERANCE),
    }
}

fn pixel(view: &View, shape: &Shape) -> (i64, i64) {
    let (x, y) = view::steps(shape.anchor());
    view.pixel(x, y)
}

/// What is already around, under the form of something new: the zones and lines of the map, and a window that holds its
/// objects.
pub(super) async fn around(ctx: &Ctx, initiative: Option<Id<Initiative>>) -> Result<Around, Refusal> {
    let layers = layers::of(&ctx.db, initiative).await?;
    let looked =
        Looked { layers: layers.iter().map(|layer| layer.id).collect(), day: Some(ctx.today()), ..Looked::default() };
    let extent = known::marks(ctx, &layers, &looked).await?.extent();
    let shapes = views::shapes(&ctx.db, &looked, EVERYWHERE, AROUND).await?;
    let view = extent.around.map(|_| fitted(extent, &shapes, || box_of(&vec![])));
    let tone = |one: &Object| layers.iter().find(|layer| layer.id == one.layer).map_or(0, |layer| layer.tone);
    let named = |one: Object| Named { tone: tone(&one), title: one.title, shape: one.shape };
    Ok(Around { named: shapes.into_iter().map(named).collect(), view })
}

/// A line or a zone with its name.
pub(super) struct Named {
    pub(super) title: String,
    pub(super) shape: Shape,
    pub(super) tone: i64,
}

/// What is around something new.
pub(super) struct Around {
    pub(super) named: Vec<Named>,
    pub(super) view: Option<View>,
}

impl Around {
    /// As small maps draw it.
    pub(super) fn drawn(&self) -> Vec<(&Shape, i64)> {
        self.named.iter().map(|one| (&one.shape, one.tone)).collect()
    }
}
