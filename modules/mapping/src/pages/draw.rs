//! The drawing of a map: an SVG that needs no base map and no script. The list beside it is its equal.

use std::collections::HashMap;

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::Placed;
use arpent_commons::store::contours;
use arpent_core::Id;
use arpent_documents::shapes::Kind;
use arpent_web::{Ctx, Refusal, security};
use askama::Template;
use axum::http::header;
use axum::response::Response;
use uuid::Uuid;

use super::pins::{self, Pin};
use super::words;
use crate::commands::settings::host;
use crate::domain::layer::Layer;
use crate::domain::marks::{Cell, Extent, Marks};
use crate::domain::object::Object;
use crate::domain::scale::Scale;
use crate::domain::view::{self, HEIGHT, View, WIDTH};
use crate::store::said::{self, Said};
use crate::store::settings::{BaseMap, base_map};
use crate::store::views::{self, Looked, Sign};
use crate::texts::Texts;

/// Lines and zones drawn one by one; beyond, they are counted with the points.
const MOST_SHAPES: usize = 150;
/// One more is read, to know that there are more.
const MOST_READ: i64 = 151;
/// Names written on the map, when so few zones are drawn that they do not cover each other.
const MOST_NAMES: usize = 12;
/// About the width of a letter of a name, in pixels, and the height of its line.
const LETTER: i64 = 8;
const TALL: i64 = 22;
/// Points nearer than so many pixels to the line drawn are left out.
pub(super) const TOLERANCE: f64 = 0.8;
/// Bytes of all lines together, so that a page stays light; beyond, lines are drawn more roughly.
const BUDGET: usize = 20_000;
/// Radius of a group of two, in pixels; it grows with the digits of its number.
const GROUP: i64 = 13;
/// The whole world, in steps.
pub(super) const EVERYWHERE: [i64; 4] = [0, 0, i64::MAX, i64::MAX];
/// What is shown where nothing is: metropolitan France.
const FRANCE: [f64; 4] = [-4.8, 42.3, 8.3, 51.1];

/// A tile of the base map.
#[derive(Debug)]
pub(super) struct Image {
    href: String,
    x: i64,
    y: i64,
    side: i64,
}

/// A line or a zone.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) path: String,
    pub(super) class: &'static str,
    pub(super) tone: i64,
    pub(super) name: Option<(i64, i64)>,
}

/// A point alone.
#[derive(Debug)]
pub(super) struct Spot {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) tone: i64,
    pub(super) pending: bool,
}

/// Points counted together.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) href: String,
    title: String,
    pub(super) count: i64,
    radius: i64,
    x: i64,
    y: i64,
}

impl Group {
    /// In which ninth of the window it is: its column, its row.
    pub(super) const fn ninth(&self) -> (i64, i64) {
        (self.x * 3 / WIDTH, self.y * 3 / HEIGHT)
    }
}

/// A map.
#[derive(Debug, Template)]
#[template(path = "map.html")]
pub(super) struct Drawing {
    pub(super) view: View,
    pub(super) width: i64,
    pub(super) height: i64,
    /// The side of a square, in words.
    pub(super) scale: String,
    pub(super) images: Vec<Image>,
    pub(super) land: Vec<String>,
    pub(super) lines: Vec<Line>,
    pub(super) spots: Vec<Spot>,
    pub(super) groups: Vec<Group>,
    /// What someone is drawing, without a script to draw it.
    pub(super) own: String,
    /// What people said of places.
    pub(super) said: Vec<Line>,
    /// What else has a place in the démarche, drawn last.
    pub(super) pins: Vec<Pin>,
    pub(super) base: BaseMap,
}

/// What a drawing is made of.
pub(super) struct Drawn<'a> {
    pub(super) initiative: Option<Id<Initiative>>,
    pub(super) layers: &'a [Layer],
    pub(super) looked: &'a Looked,
    pub(super) extent: Extent,
    pub(super) marks: &'a Marks,
    /// The page of the list.
    pub(super) listed: &'a [Id<Object>],
    /// What else has a place.
    pub(super) also: &'a [Placed],
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
    /// Reads and draws, and gives what the list shows; `href` gives the address of the same map through another window.
    pub(super) async fn of(
        ctx: &Ctx,
        drawn: &Drawn<'_>,
        href: impl Fn(&View) -> String,
    ) -> Result<(Self, Vec<Sign>), Refusal> {
        let land = land(ctx, drawn.initiative).await?;
        let base = base_map(&ctx.db).await?;
        let window = drawn.view.map_or(EVERYWHERE, |view| view.bounds());
        let mut shapes = views::shapes(&ctx.db, drawn.looked, window, MOST_READ).await?;
        let crowded = shapes.len() > MOST_SHAPES;
        let view = drawn.view.unwrap_or_else(|| {
            fitted(drawn.extent, &shapes, || pins::around(drawn.also).unwrap_or_else(|| box_of(&land)))
        });
        if crowded {
            shapes.clear();
        }
        let said = match drawn.initiative {
            Some(initiative) => said::seen(&ctx.db, initiative, &view).await?,
            None => vec![],
        };
        let cells = drawn.marks.cells(&view, crowded);
        let alone = cells.iter().filter(|cell| cell.count == 1).map(|cell| cell.one);
        // What the list shows is read at the same time.
        let wanted: Vec<Id<Object>> = alone.chain(drawn.listed.iter().copied()).collect();
        let signs: HashMap<Id<Object>, Sign> =
            views::signs(&ctx.db, &wanted).await?.into_iter().map(|one| (one.id, one)).collect();
        let alone = cells.iter().filter(|cell| cell.count == 1).filter_map(|cell| signs.get(&cell.one));
        let t = Texts::new(ctx.lang);
        let tone = |layer: Id<Layer>| drawn.layers.iter().find(|one| one.id == layer).map_or(0, |one| one.tone);
        let (land, paths) = within_budget(&view, &land, &shapes, &base);
        let named = shapes.len() <= MOST_NAMES;
        let drawing = Self {
            images: images(&view, &base),
            land,
            lines: apart(
                shapes.iter().zip(paths).map(|(one, path)| line(&view, one, path, tone(one.layer), named)).collect(),
            ),
            spots: alone.map(|one| spot(&view, one, tone(one.layer))).collect(),
            groups: cells.iter().filter(|cell| cell.count > 1).map(|cell| group(t, &view, cell, &href)).collect(),
            own: String::new(),
            said: said.iter().take(said::MOST).map(|one| voice(&view, one)).collect(),
            pins: pins::pins(t, &view, drawn.also, &href),
            width: WIDTH,
            height: HEIGHT,
            scale: words::round_length(ctx.lang, Scale::of(&view).metres),
            view,
            base,
        };
        let listed = drawn.listed.iter().filter_map(|id| signs.get(id).cloned()).collect();
        Ok((drawing, listed))
    }

    /// Nothing is drawn, whether by the site, its people or its base map.
    pub(super) fn is_blank(&self) -> bool {
        let drawn = self.lines.len() + self.spots.len() + self.groups.len() + self.said.len() + self.pins.len();
        drawn + self.images.len() + self.land.len() == 0
    }

    /// The squares of a map that has no base to tell how far things are.
    fn squares(&self) -> String {
        Scale::of(&self.view).squares(&self.view)
    }

    /// The length of a square's side, in pixels.
    fn side(&self) -> i64 {
        Scale::of(&self.view).pixels(&self.view)
    }

    /// The middle of the map, as its script reads it.
    fn west(&self) -> i64 {
        self.view.bounds()[0]
    }

    fn north(&self) -> i64 {
        self.view.bounds()[1]
    }
}

pub(crate) fn unwritable(error: &askama::Error) -> Refusal {
    let column = "map.html".to_owned();
    Refusal::Store(arpent_store::StoreError::Unreadable { column, value: error.to_string() })
}

pub(super) type Land = Vec<Vec<Vec<[f64; 2]>>>;

/// The communes of a map, as they are.
pub(super) async fn land(ctx: &Ctx, initiative: Option<Id<Initiative>>) -> Result<Land, Refusal> {
    let of = initiative.unwrap_or_else(|| Id::from_uuid(Uuid::nil()));
    Ok(contours::outlines(&ctx.db, of).await?.into_iter().map(|outline| outline.shape).collect())
}

pub(super) fn box_of(land: &Land) -> [i64; 4] {
    let points = land.iter().flatten().flatten().map(|[x, y]| view::around([*x, *y, *x, *y]));
    points.reduce(view::both).unwrap_or_else(|| view::around(FRANCE))
}

/// A window that holds the objects, or else what there is otherwise.
pub(super) fn fitted(extent: Extent, shapes: &[Object], otherwise: impl FnOnce() -> [i64; 4]) -> View {
    let drawn = shapes.iter().map(|one| view::around(one.shape.bounds()));
    View::fit(extent.around.into_iter().chain(drawn).reduce(view::both).unwrap_or_else(otherwise))
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
pub(super) fn backdrop(view: &View, land: &Land, base: &BaseMap, tolerance: f64) -> Vec<String> {
    if !base.tiles.is_empty() {
        return vec![];
    }
    let seen = land.iter().filter(|shape| {
        let points = shape.iter().flatten().map(|[x, y]| view::around([*x, *y, *x, *y]));
        points.reduce(view::both).is_some_and(|around| view.sees(around))
    });
    seen.map(|shape| view.path(shape, true, tolerance)).collect()
}

pub(super) fn images(view: &View, base: &BaseMap) -> Vec<Image> {
    if base.tiles.is_empty() {
        return vec![];
    }
    let hole = |address: &str, hole: &str, number: i64| address.replace(hole, &number.to_string());
    let (zoom, tiles) = view.tiles(base.closest);
    let image = |tile: view::Tile| Image {
        href: hole(&hole(&hole(&base.tiles, "{z}", i64::from(zoom)), "{x}", tile.x), "{y}", tile.y),
        x: tile.left,
        y: tile.top,
        side: tile.side,
    };
    tiles.into_iter().map(image).collect()
}

pub(super) const fn class(kind: Kind) -> &'static str {
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

/// Names that would cover one written before them are left out: the list says them.
fn apart(mut lines: Vec<Line>) -> Vec<Line> {
    let mut written: Vec<(i64, i64, i64)> = Vec::new();
    for line in &mut lines {
        let Some((x, y)) = line.name else { continue };
        let half = i64::try_from(line.title.chars().count()).unwrap_or(i64::MAX / 2) * LETTER / 2;
        let covers = |(left, top, other): &(i64, i64, i64)| (x - left).abs() < half + other && (y - top).abs() < TALL;
        if written.iter().any(covers) {
            line.name = None;
        } else {
            written.push((x, y, half));
        }
    }
    lines
}

/// What someone said of a place: her own line or zone, or a bubble where her point is.
fn voice(view: &View, one: &Said) -> Line {
    let (x, y) = view.pixel(one.x, one.y);
    let path = match one.shape.kind() {
        Kind::Point => format!("M{x} {y}l-4-7h-6v-14h20v14h-6z"),
        kind => view.path(&one.shape.strokes(), kind == Kind::Zone, TOLERANCE),
    };
    Line {
        href: format!("/contributions/{}", one.contribution),
        title: one.title.clone(),
        path,
        class: class(one.shape.kind()),
        tone: 0,
        name: None,
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
