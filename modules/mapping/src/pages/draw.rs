//! The drawing of a map: an SVG that needs no base map and no script. The list beside it is its equal.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::store::contours;
use arpent_core::Id;
use arpent_documents::shapes::{Kind, Shape};
use arpent_web::{Ctx, Refusal, security};
use askama::Template;
use axum::http::header;
use axum::response::Response;
use uuid::Uuid;

use crate::commands::settings::host;
use crate::domain::layer::Layer;
use crate::domain::object::Object;
use crate::domain::view::{self, HEIGHT, View, WIDTH};
use crate::store::layers;
use crate::store::settings::{BaseMap, base_map};
use crate::store::views::{self, Cell, Extent, Looked, Sign};
use crate::texts::Texts;

/// Lines and zones drawn one by one; beyond, they are counted with the points.
const MOST_SHAPES: usize = 150;
/// One more is read, to know that there are more.
const MOST_READ: i64 = 151;
/// Names written on the map, when so few zones are drawn that they do not cover each other.
const MOST_NAMES: usize = 12;
/// Points nearer than so many pixels to the line drawn are left out.
const TOLERANCE: f64 = 0.8;
/// Bytes of all lines together, so that a page stays light; beyond, lines are drawn more roughly.
const BUDGET: usize = 20_000;
/// Radius of a group of two, in pixels; it grows with the digits of its number.
const GROUP: i64 = 13;
/// The whole world, in steps.
const EVERYWHERE: [i64; 4] = [0, 0, i64::MAX, i64::MAX];
/// Shapes drawn under a form.
const AROUND: i64 = 40;
/// What is shown where nothing is: metropolitan France.
const FRANCE: [f64; 4] = [-4.8, 42.3, 8.3, 51.1];

/// A tile of the base map.
#[derive(Debug)]
pub(super) struct Image {
    href: String,
    x: i64,
    y: i64,
}

/// A line or a zone.
#[derive(Debug)]
pub(super) struct Line {
    href: String,
    title: String,
    path: String,
    class: &'static str,
    tone: i64,
    name: Option<(i64, i64)>,
}

/// A point alone.
#[derive(Debug)]
pub(super) struct Spot {
    href: String,
    title: String,
    x: i64,
    y: i64,
    tone: i64,
    pending: bool,
}

/// Points counted together.
#[derive(Debug)]
pub(super) struct Group {
    href: String,
    title: String,
    count: i64,
    radius: i64,
    x: i64,
    y: i64,
}

/// A map.
#[derive(Debug, Template)]
#[template(path = "map.html")]
pub(super) struct Drawing {
    pub(super) view: View,
    width: i64,
    height: i64,
    images: Vec<Image>,
    land: Vec<String>,
    lines: Vec<Line>,
    spots: Vec<Spot>,
    groups: Vec<Group>,
    pub(super) base: BaseMap,
}

/// What a drawing is made of.
pub(super) struct Drawn<'a> {
    pub(super) initiative: Option<Id<Initiative>>,
    pub(super) layers: &'a [Layer],
    pub(super) looked: &'a Looked,
    pub(super) extent: Extent,
    pub(super) view: Option<View>,
}

/// The path of a sign: each layer has its own, so that colour is not alone to tell them apart.
pub(super) const fn sign(tone: i64) -> &'static str {
    match tone {
        0 => "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
        1 => "M-6-6H6V6H-6z",
        2 => "M0-8L8 6H-8z",
        3 => "M0-9L8 0L0 9L-8 0z",
        _ => "M-3-8H3V-3H8V3H3V8H-3V3H-8V-3H-3z",
    }
}

impl Drawing {
    /// Reads and draws; `href` gives the address of the same map through another window.
    pub(super) async fn of(ctx: &Ctx, drawn: &Drawn<'_>, href: impl Fn(&View) -> String) -> Result<Self, Refusal> {
        let land = land(ctx, drawn.initiative).await?;
        let base = base_map(&ctx.db).await?;
        let window = drawn.view.map_or(EVERYWHERE, |view| view.bounds());
        let mut shapes = views::shapes(&ctx.db, drawn.looked, window, MOST_READ).await?;
        let crowded = shapes.len() > MOST_SHAPES;
        let view = drawn.view.unwrap_or_else(|| fitted(drawn.extent, &shapes, &land));
        if crowded {
            shapes.clear();
        }
        let cells = views::cells(&ctx.db, drawn.looked, &view, crowded).await?;
        let alone: Vec<Id<Object>> = cells.iter().filter(|cell| cell.count == 1).map(|cell| cell.one).collect();
        let signs = views::signs(&ctx.db, &alone).await?;
        let t = Texts::new(ctx.lang);
        let tone = |layer: Id<Layer>| drawn.layers.iter().find(|one| one.id == layer).map_or(0, |one| one.tone);
        let (land, paths) = within_budget(&view, &land, &shapes, &base);
        let named = shapes.len() <= MOST_NAMES;
        Ok(Self {
            images: images(&view, &base),
            land,
            lines: shapes.iter().zip(paths).map(|(one, path)| line(&view, one, path, tone(one.layer), named)).collect(),
            spots: signs.iter().map(|one| spot(&view, one, tone(one.layer))).collect(),
            groups: cells.iter().filter(|cell| cell.count > 1).map(|cell| group(t, &view, cell, &href)).collect(),
            width: WIDTH,
            height: HEIGHT,
            view,
            base,
        })
    }

    /// The middle of the map, as its script reads it.
    fn west(&self) -> i64 {
        self.view.bounds()[0]
    }

    fn north(&self) -> i64 {
        self.view.bounds()[1]
    }
}

/// A small map of one shape, without links: where something is.
pub(crate) async fn small(
    ctx: &Ctx,
    initiative: Option<Id<Initiative>>,
    shapes: &[(&Shape, i64)],
    view: Option<View>,
) -> Result<String, Refusal> {
    let land = land(ctx, initiative).await?;
    let base = base_map(&ctx.db).await?;
    let around = shapes.iter().map(|(shape, _)| view::around(shape.bounds())).reduce(view::both);
    let view = view.unwrap_or_else(|| View::fit(around.unwrap_or_else(|| box_of(&land))));
    let path = |shape: &Shape| view.path(&shape.strokes(), shape.kind() == Kind::Zone, TOLERANCE);
    let mut drawing = Drawing {
        images: images(&view, &base),
        land: backdrop(&view, &land, &base, TOLERANCE),
        lines: vec![],
        spots: vec![],
        groups: vec![],
        width: WIDTH,
        height: HEIGHT,
        view,
        base,
    };
    for (shape, tone) in shapes {
        let (x, y) = drawing.pixel(shape);
        if shape.kind() == Kind::Point {
            drawing.spots.push(Spot { href: String::new(), title: String::new(), x, y, tone: *tone, pending: false });
        } else {
            let class = class(shape.kind());
            drawing.lines.push(Line {
                href: String::new(),
                title: String::new(),
                path: path(shape),
                class,
                tone: *tone,
                name: None,
            });
        }
    }
    drawing.render().map_err(|error| unwritable(&error))
}

/// What is already around, under the form of something new: the zones and lines of the map, and a window that holds its
/// objects.
pub(super) async fn around(ctx: &Ctx, initiative: Option<Id<Initiative>>) -> Result<Around, Refusal> {
    let layers = layers::of(&ctx.db, initiative).await?;
    let looked =
        Looked { layers: layers.iter().map(|layer| layer.id).collect(), day: Some(ctx.today()), ..Looked::default() };
    let extent = views::extent(&ctx.db, &looked).await?;
    let shapes = views::shapes(&ctx.db, &looked, EVERYWHERE, AROUND).await?;
    let view = extent.around.map(|_| fitted(extent, &shapes, &vec![]));
    let tone = |one: &Object| layers.iter().find(|layer| layer.id == one.layer).map_or(0, |layer| layer.tone);
    let shapes = shapes.into_iter().map(|one| (tone(&one), one.shape)).map(|(tone, shape)| (shape, tone)).collect();
    Ok(Around { shapes, view })
}

/// What is around something new.
pub(super) struct Around {
    pub(super) shapes: Vec<(Shape, i64)>,
    pub(super) view: Option<View>,
}

pub(crate) fn unwritable(error: &askama::Error) -> Refusal {
    let column = "map.html".to_owned();
    Refusal::Store(arpent_store::StoreError::Unreadable { column, value: error.to_string() })
}

impl Drawing {
    fn pixel(&self, shape: &Shape) -> (i64, i64) {
        let (x, y) = view::steps(shape.anchor());
        self.view.pixel(x, y)
    }
}

type Land = Vec<Vec<Vec<[f64; 2]>>>;

/// The communes of a map, as they are.
async fn land(ctx: &Ctx, initiative: Option<Id<Initiative>>) -> Result<Land, Refusal> {
    let of = initiative.unwrap_or_else(|| Id::from_uuid(Uuid::nil()));
    Ok(contours::outlines(&ctx.db, of).await?.into_iter().map(|outline| outline.shape).collect())
}

fn box_of(land: &Land) -> [i64; 4] {
    let points = land.iter().flatten().flatten().map(|[x, y]| view::around([*x, *y, *x, *y]));
    points.reduce(view::both).unwrap_or_else(|| view::around(FRANCE))
}

fn fitted(extent: Extent, shapes: &[Object], land: &Land) -> View {
    let drawn = shapes.iter().map(|one| view::around(one.shape.bounds()));
    View::fit(extent.around.into_iter().chain(drawn).reduce(view::both).unwrap_or_else(|| box_of(land)))
}

/// Draws more and more roughly until the lines are light enough.
fn within_budget(view: &View, land: &Land, shapes: &[Object], base: &BaseMap) -> (Vec<String>, Vec<String>) {
    let mut tolerance = TOLERANCE;
    loop {
        let ground = backdrop(view, land, base, tolerance);
        let path = |one: &Object| view.path(&one.shape.strokes(), one.shape.kind() == Kind::Zone, tolerance);
        let paths: Vec<String> = shapes.iter().map(path).collect();
        let bytes: usize = ground.iter().chain(&paths).map(String::len).sum();
        if bytes <= BUDGET || tolerance > 16.0 {
            return (ground, paths);
        }
        tolerance *= 2.0;
    }
}

/// The communes, where no base map shows them better.
fn backdrop(view: &View, land: &Land, base: &BaseMap, tolerance: f64) -> Vec<String> {
    if !base.tiles.is_empty() {
        return vec![];
    }
    let seen = land.iter().filter(|shape| {
        let points = shape.iter().flatten().map(|[x, y]| view::around([*x, *y, *x, *y]));
        points.reduce(view::both).is_some_and(|around| view.sees(around))
    });
    seen.map(|shape| view.path(shape, true, tolerance)).collect()
}

fn images(view: &View, base: &BaseMap) -> Vec<Image> {
    if base.tiles.is_empty() {
        return vec![];
    }
    let hole = |address: &str, hole: &str, number: i64| address.replace(hole, &number.to_string());
    let image = |tile: view::Tile| Image {
        href: hole(&hole(&hole(&base.tiles, "{z}", i64::from(view.zoom)), "{x}", tile.x), "{y}", tile.y),
        x: tile.left,
        y: tile.top,
    };
    view.tiles().into_iter().map(image).collect()
}

const fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Line => "way",
        Kind::Point | Kind::Zone => "zone",
    }
}

fn line(view: &View, one: &Object, path: String, tone: i64, named: bool) -> Line {
    let (x, y) = view::steps(one.shape.anchor());
    Line {
        href: format!("/lieux/{}", one.id),
        title: one.title.clone(),
        path,
        class: class(one.shape.kind()),
        tone,
        name: named.then(|| view.pixel(x, y)),
    }
}

fn spot(view: &View, one: &Sign, tone: i64) -> Spot {
    let (x, y) = view.pixel(one.x, one.y);
    let pending = one.state == crate::domain::object::ObjectState::Pending;
    Spot { href: format!("/lieux/{}", one.id), title: one.title.clone(), x, y, tone, pending }
}

/// A group leads closer to what it holds.
fn group(t: Texts, view: &View, cell: &Cell, href: impl Fn(&View) -> String) -> Group {
    let (x, y) = view.pixel(cell.x, cell.y);
    let closer = View { x: cell.x, y: cell.y, zoom: view.zoom.saturating_add(2).min(view::CLOSEST) };
    let digits = i64::from(cell.count.checked_ilog10().unwrap_or(0));
    Group { href: href(&closer), title: t.group_title(cell.count), count: cell.count, radius: GROUP + 4 * digits, x, y }
}

/// Lets a page show the images of its base map's host; no other page may.
pub(super) fn opened(mut response: Response, base: &BaseMap) -> Response {
    if let Some(policy) = host(&base.tiles).and_then(security::with_images_of) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
