//! A map and its list: the same objects, filtered the same way, each complete without the other.

use std::cmp::Reverse;

use arpent_commons::pages::frame::Tab;
use arpent_look::parts::Pages;
use arpent_web::{Choice, Ctx, Field, PageError, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;

use super::asked::{Asked, PER_PAGE};
use super::draw::{Drawing, Drawn, Group, opened, sign};
use super::find::Finding;
use super::ground::Ground;
use super::pins::{self, Also, Told};
use super::words;
use crate::commands::objects::may_add;
use crate::commands::scope;
use crate::domain::address::Found;
use crate::domain::layer::Layer;
use crate::domain::object::Form;
use crate::domain::view::{View, steps};
use crate::known;
use crate::store::layers;
use crate::store::views::Sign;
use crate::texts::Texts;
use crate::{BASE, EDIT};

/// A few streets.
const CLOSE: u8 = 17;
/// Groups said under the map; the list says the rest.
const MOST_GROUPS: usize = 24;

#[derive(Debug, Template)]
#[template(path = "map_page.html")]
struct MapPage {
    shell: Shell,
    t: Texts,
    ground: Ground,
    /// Tabs of its démarche; none on the map of the territory.
    tabs: Vec<Tab>,
    /// The name of its démarche.
    of: String,
    drawing: Drawing,
    /// Nothing was ever drawn, and nothing lies under it.
    is_blank: bool,
    moves: Vec<Move>,
    /// Groups of the window, the largest first, to open them by a link.
    groups: Vec<(String, String)>,
    finding: Finding,
    /// What was found, as windows of this map.
    found: Vec<(String, String, String)>,
    /// What was said of places of the window: its title, where to read it.
    said: Vec<(String, String)>,
    /// Where one says something of a place.
    say: Option<String>,
    legend: Vec<Legend>,
    /// What else has a place in the démarche, by sort.
    sorts: Vec<Told>,
    /// What of it comes or goes on, then what is over.
    ahead: Vec<pins::Line>,
    over: Vec<pins::Line>,
    fields: Vec<Field>,
    asked: Asked,
    total: i64,
    lines: Vec<Line>,
    pages: Pages,
    tools: Vec<(&'static str, String)>,
}

/// A link that moves the window.
#[derive(Debug)]
struct Move {
    label: &'static str,
    /// On a phone, the word is for those who listen.
    symbol: &'static str,
    /// Empty when it cannot go further.
    href: String,
}

/// A layer, its sign and what one may do there.
#[derive(Debug)]
pub(super) struct Legend {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) tone: i64,
    pub(super) sign: &'static str,
    pub(super) days: String,
    /// What one does there, and where.
    pub(super) act: Option<(&'static str, String)>,
}

/// An object in the list.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) layer: String,
    pub(super) form: &'static str,
    pub(super) size: String,
    pub(super) days: String,
    pub(super) state: Option<(&'static str, &'static str)>,
    /// The same map, close to it.
    pub(super) there: String,
}

/// The map of the territory.
pub(super) async fn territory(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    draw(&ctx, Ground::territory(), asked).await
}

/// The map of a démarche.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let ground = Ground::of_slug(&ctx, &slug).await?;
    draw(&ctx, ground, asked).await
}

async fn draw(ctx: &Ctx, ground: Ground, asked: Asked) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let layers = layers::of(&ctx.db, ground.initiative()).await?;
    let looked = asked.looked(&layers, ctx.today());
    let marks = known::marks(ctx, &layers, &looked).await?;
    let extent = marks.extent();
    let also = Also::of(ctx, &ground, &asked).await?;
    // Only the map was asked for: the list stays as it is on the page.
    let only_map = ctx.request().fragment.as_deref() == Some("carte");
    let listed = if only_map { vec![] } else { marks.page(asked.order(), PER_PAGE, (asked.page() - 1) * PER_PAGE) };
    let drawn = Drawn {
        initiative: ground.initiative(),
        layers: &layers,
        looked: &looked,
        extent,
        marks: &marks,
        listed: &listed,
        also: &also.shown,
        view: asked.view(),
    };
    let (drawing, listed) = Drawing::of(ctx, &drawn, |view| asked.through(view)).await?;
    let finding = Finding::of(ctx, ground.initiative(), if only_map { "" } else { &asked.adresse }).await?;
    let is_blank = layers.is_empty() && also.sorts.is_empty() && !asked.any() && drawing.is_blank();
    let (shell, tabs) = ground.framed(ctx).await?;
    let base = drawing.base.clone();
    let (ahead, over) = also.lines(ctx, &asked);
    let map = MapPage {
        shell,
        tabs,
        of: ground.name().unwrap_or_default().to_owned(),
        is_blank,
        moves: moves(t, &drawing.view, &asked),
        groups: groups(t, &drawing.groups),
        found: finding.found.iter().map(|one| found(&asked, one)).collect(),
        said: drawing.said.iter().map(|one| (one.title.clone(), one.href.clone())).collect(),
        say: ground.listens().map(|say| format!("{say}?vue={}", drawing.view.address())),
        finding,
        legend: layers.iter().map(|layer| legend(ctx, layer)).collect(),
        sorts: also.sorts,
        ahead,
        over,
        fields: fields(t, &asked, &layers),
        total: extent.count,
        lines: listed.iter().map(|one| line(ctx, &layers, one, &asked)).collect(),
        pages: pages(&asked, extent.count),
        tools: tools(ctx, t, &ground),
        drawing,
        ground,
        asked,
        t,
    };
    Ok(opened(page(&map)?, &base))
}

fn tools(ctx: &Ctx, t: Texts, ground: &Ground) -> Vec<(&'static str, String)> {
    let mut tools = Vec::new();
    if ctx.may(EDIT, scope(ground.initiative())) {
        tools.push((t.layer_new(), format!("{}/nouvelle-couche", ground.map())));
    }
    if ground.initiative().is_some() {
        tools.push((t.map_of_territory(), "/carte".to_owned()));
    }
    if ctx.may(BASE, scope(None)) {
        tools.push((t.base_title(), "/admin/fonds-de-carte".to_owned()));
    }
    tools
}

fn pages(asked: &Asked, total: i64) -> Pages {
    let per_page = i64::try_from(PER_PAGE).unwrap_or(1);
    let last = u32::try_from((total + per_page - 1) / per_page).unwrap_or(u32::MAX).max(1);
    let current = u32::try_from(asked.page()).unwrap_or(1).min(last);
    Pages::new(current, last, |number| asked.at(number))
}

/// Groups to open by a link: the drawing's own are for the pointer.
fn groups(t: Texts, drawn: &[Group]) -> Vec<(String, String)> {
    let mut largest: Vec<&Group> = drawn.iter().collect();
    largest.sort_by_key(|group| Reverse(group.count));
    let named = |group: &&Group| (t.group_there(group.count, side(t, group.ninth())), group.href.clone());
    largest.iter().take(MOST_GROUPS).map(named).collect()
}

fn side(t: Texts, ninth: (i64, i64)) -> &'static str {
    match ninth {
        (..=0, ..=0) => t.side_north_west(),
        (1, ..=0) => t.side_north(),
        (2.., ..=0) => t.side_north_east(),
        (..=0, 1) => t.side_west(),
        (1, 1) => t.side_middle(),
        (2.., 1) => t.side_east(),
        (..=0, 2..) => t.side_south_west(),
        (1, 2..) => t.side_south(),
        (2.., 2..) => t.side_south_east(),
    }
}

/// A place that was found: its name, what it is, the window that shows it.
fn found(asked: &Asked, one: &Found) -> (String, String, String) {
    let (x, y) = steps(one.at);
    (one.label.clone(), one.context.clone(), asked.through(&View { x, y, zoom: CLOSE }))
}

fn moves(t: Texts, view: &View, asked: &Asked) -> Vec<Move> {
    let through = |view: Option<View>| view.map(|view| asked.through(&view)).unwrap_or_default();
    vec![
        Move { label: t.move_closer(), symbol: "+", href: through(view.zoomed(1)) },
        Move { label: t.move_further(), symbol: "−", href: through(view.zoomed(-1)) },
        Move { label: t.move_west(), symbol: "←", href: through(Some(view.moved(-1, 0))) },
        Move { label: t.move_north(), symbol: "↑", href: through(Some(view.moved(0, -1))) },
        Move { label: t.move_south(), symbol: "↓", href: through(Some(view.moved(0, 1))) },
        Move { label: t.move_east(), symbol: "→", href: through(Some(view.moved(1, 0))) },
        Move { label: t.move_all(), symbol: "⤢", href: asked.filters() },
    ]
}

pub(super) fn legend(ctx: &Ctx, layer: &Layer) -> Legend {
    let t = Texts::new(ctx.lang);
    let act = may_add(ctx, layer).then(|| {
        if layer.inventory {
            (t.act_observe(), format!("/couches/{}/observer", layer.id))
        } else {
            (t.act_add(), format!("/couches/{}/ajouter", layer.id))
        }
    });
    Legend {
        name: layer.name.clone(),
        href: format!("/couches/{}", layer.id),
        tone: layer.tone,
        sign: sign(layer.tone),
        days: words::days(ctx.lang, layer.from, layer.to),
        act,
    }
}

pub(super) fn line(ctx: &Ctx, layers: &[Layer], one: &Sign, asked: &Asked) -> Line {
    let t = Texts::new(ctx.lang);
    let layer = layers.iter().find(|layer| layer.id == one.layer);
    Line {
        href: format!("/lieux/{}", one.id),
        title: one.title.clone(),
        kind: one.kind.clone(),
        layer: layer.map(|layer| layer.name.clone()).unwrap_or_default(),
        form: words::form(t, one.form),
        size: words::size(ctx.lang, one.square_metres, one.metres),
        days: words::days(ctx.lang, one.from, one.to),
        state: words::state(t, one.state),
        there: asked.through(&View { x: one.x, y: one.y, zoom: CLOSE }),
    }
}

fn fields(t: Texts, asked: &Asked, layers: &[Layer]) -> Vec<Field> {
    let every = |current: &str| vec![Choice::new("", t.filter_all(), current)];
    let mut by_layer = every(&asked.couche);
    by_layer.extend(layers.iter().map(|one| Choice::new(one.id.to_string(), &one.name, &asked.couche)));
    let mut by_form = every(&asked.forme);
    by_form.extend(Form::ALL.iter().map(|one| Choice::new(one.code(), words::form(t, *one), &asked.forme)));
    let orders = [("", t.order_latest()), ("nom", t.order_name()), ("surface", t.order_size())];
    let orders = orders.into_iter().map(|(value, label)| Choice::new(value, label, &asked.tri)).collect();
    vec![
        Field::text("q", t.filter_words(), &asked.q).kind("search").required(),
        Field::choices("couche", t.filter_layer(), by_layer).kind("select").required(),
        Field::choices("forme", t.filter_form(), by_form).kind("select").required(),
        Field::text("date", t.filter_day(), &asked.date).kind("date").hint(t.filter_day_hint()).required(),
        Field::text("toutes", t.filter_every_day(), &asked.toutes).kind("checkbox"),
        Field::choices("tri", t.filter_order(), orders).kind("select").required(),
    ]
}
