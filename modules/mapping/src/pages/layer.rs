//! A layer: what it shows, how much it covers, and writing it.

use arpent_documents::contours::Contour;
use arpent_documents::shapes::{Shape, union_square_metres};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::asked::Asked;
use super::ground::Ground;
use super::map::{Legend, Line, legend, line};
use super::words;
use crate::commands::layers::{self as commands, Typed};
use crate::commands::{layer, scope};
use crate::domain::layer::{Layer, TONES, WhoAdds};
use crate::domain::marks::Order;
use crate::domain::object::Form as Drawn;
use crate::known;
use crate::store::programmes::{self, Programme};
use crate::store::views::{self, Looked};
use crate::texts::Texts;
use crate::{EDIT, IMPORT};
use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_core::Id;

/// Zones whose areas are put together on the page.
const MOST_ZONES: i64 = 500;
/// Objects shown on the page; the map lists them all.
const LATEST: usize = 10;

#[derive(Debug, Template)]
#[template(path = "layer.html")]
struct LayerPage {
    shell: Shell,
    t: Texts,
    layer: Layer,
    legend: Legend,
    who_adds: &'static str,
    map: String,
    count: i64,
    covered: Vec<String>,
    lines: Vec<Line>,
    programme: Option<Programme>,
    tools: Vec<(&'static str, String)>,
}

/// The page of a layer.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Layer>>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let layer = layer(&ctx, id).await?;
    let ground = Ground::of(&ctx, &layer).await?;
    let looked = Looked { layers: vec![id], ..Looked::default() };
    let layers = [layer];
    let marks = known::marks(&ctx, &layers, &looked).await?;
    let lines = views::in_order(&ctx.db, &marks.page(Order::Latest, LATEST, 0)).await?;
    let asked = Asked::of_layer(id, true);
    let map = format!("{}{}", ground.map(), Asked::of_layer(id, false).filters());
    let lines = lines.iter().map(|one| line(&ctx, &layers, one, &asked));
    let lines = lines.map(|line| Line { there: format!("{}{}", ground.map(), line.there), ..line }).collect();
    let [layer] = layers;
    page(&LayerPage {
        shell: ground.below(&ctx, layer.name.clone(), None),
        legend: legend(&ctx, &layer),
        who_adds: words::who_adds(t, layer.who_adds),
        covered: covered(&ctx, &looked).await?,
        programme: programmes::of(&ctx.db, id).await?,
        tools: tools(&ctx, t, &layer),
        count: marks.extent().count,
        map,
        lines,
        layer,
        t,
    })
}

/// What its zones of today add up to, and cover together.
async fn covered(ctx: &Ctx, looked: &Looked) -> Result<Vec<String>, Refusal> {
    let zones = Looked { form: Some(Drawn::Zone), day: Some(ctx.today()), ..looked.clone() };
    let zones = views::shapes(&ctx.db, &zones, [0, 0, i64::MAX, i64::MAX], MOST_ZONES).await?;
    let zones: Vec<Contour> = zones.into_iter().filter_map(|one| contour(one.shape)).collect();
    if zones.is_empty() {
        return Ok(vec![]);
    }
    let (count, sum) = (zones.len(), zones.iter().map(Contour::square_metres).sum::<f64>());
    // Thousands of points: away from the threads that answer.
    let together = tokio::task::spawn_blocking(move || union_square_metres(&zones)).await;
    let t = Texts::new(ctx.lang);
    let together = together.map_err(|_| Refusal::NotFound)?;
    Ok(vec![
        t.zones_sum(words::area(ctx.lang, sum), count),
        t.zones_union(words::area(ctx.lang, together), words::area(ctx.lang, (sum - together).max(0.0))),
    ])
}

fn contour(shape: Shape) -> Option<Contour> {
    match shape {
        Shape::Zone(contour) => Some(contour),
        _ => None,
    }
}

fn tools(ctx: &Ctx, t: Texts, layer: &Layer) -> Vec<(&'static str, String)> {
    let scope = scope(layer.initiative);
    let below = |end: &str| format!("/couches/{}/{end}", layer.id);
    let mut tools = Vec::new();
    if ctx.may(EDIT, scope) {
        tools.push((t.layer_edit(), below("modifier")));
        tools.push((if layer.inventory { t.programme_edit() } else { t.programme_new() }, below("inventaire")));
    }
    if ctx.may(IMPORT, scope) && !layer.inventory {
        tools.push((t.import_title(), below("importer")));
    }
    tools
}

#[derive(Debug, Template)]
#[template(path = "layer_form.html")]
struct FormPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    version: i64,
    back: String,
}

/// A new layer of the territory.
pub(super) async fn begin_territory(ctx: Ctx) -> Result<Response, PageError> {
    ctx.require(EDIT, scope(None))?;
    form(&ctx, &Ground::territory(), None, &Typed::new(), &[])
}

/// A new layer of a démarche.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let ground = Ground::of_slug(&ctx, &slug).await?;
    ctx.require(EDIT, scope(ground.initiative()))?;
    form(&ctx, &ground, None, &Typed::new(), &[])
}

/// The form of a new layer of the territory was sent.
pub(super) async fn add_territory(ctx: Ctx, sent: Sent) -> Result<Response, PageError> {
    keep(&ctx, &Ground::territory(), &sent).await
}

/// The form of a new layer of a démarche was sent.
pub(super) async fn add(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let ground = Ground::of_slug(&ctx, &slug).await?;
    keep(&ctx, &ground, &sent).await
}

async fn keep(ctx: &Ctx, ground: &Ground, sent: &Sent) -> Result<Response, PageError> {
    let (typed, mut problems) = read(sent);
    if problems.is_empty() {
        match commands::add(ctx, ground.initiative(), &typed).await {
            Ok(id) => return Ok(done(ctx, &format!("/couches/{id}"), Texts::new(ctx.lang).layer_added())),
            Err(Refusal::Invalid(found)) => problems = found,
            Err(refusal) => return Err(refusal.into()),
        }
    }
    form(ctx, ground, None, &typed, &problems)
}

/// The form of a layer.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<Id<Layer>>) -> Result<Response, PageError> {
    let layer = layer(&ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let ground = Ground::of(&ctx, &layer).await?;
    let typed = Typed {
        name: layer.name.clone(),
        text: layer.text.clone(),
        source: layer.source.clone(),
        from: layer.from,
        to: layer.to,
        who_adds: layer.who_adds.code().to_owned(),
        zoning: layer.zoning,
        tone: layer.tone,
    };
    form(&ctx, &ground, Some(&layer), &typed, &[])
}

/// The form of a layer was sent.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Layer>>, sent: Sent) -> Result<Response, PageError> {
    let layer = layer(&ctx, id).await?;
    let (typed, mut problems) = read(&sent);
    if problems.is_empty() {
        match commands::edit(&ctx, id, &typed, sent.choice("version").unwrap_or(0)).await {
            Ok(()) => return Ok(done(&ctx, &format!("/couches/{id}"), Texts::new(ctx.lang).layer_saved())),
            Err(Refusal::Invalid(found)) => problems = found,
            Err(refusal) => return Err(refusal.into()),
        }
    }
    let ground = Ground::of(&ctx, &layer).await?;
    form(&ctx, &ground, Some(&layer), &typed, &problems)
}

impl Typed {
    fn new() -> Self {
        Self { who_adds: WhoAdds::Staff.code().to_owned(), ..Self::default() }
    }
}

fn read(sent: &Sent) -> (Typed, Vec<FieldProblem>) {
    let mut problems = Vec::new();
    let mut day = |name| {
        sent.day(name).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        })
    };
    let typed = Typed {
        from: day("from"),
        to: day("to"),
        name: sent.text("name"),
        text: sent.text("text"),
        source: sent.text("source"),
        who_adds: sent.text("who_adds"),
        zoning: sent.ticked("zoning"),
        tone: sent.choice("tone").unwrap_or(0),
    };
    (typed, problems)
}

fn form(
    ctx: &Ctx,
    ground: &Ground,
    layer: Option<&Layer>,
    typed: &Typed,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = fields(t, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = if layer.is_some() { t.layer_edit() } else { t.layer_new() };
    let back = layer.map_or_else(|| ground.map(), |layer| format!("/couches/{}", layer.id));
    let version = layer.map_or(0, |layer| layer.version);
    page_with(status, &FormPage { shell: ground.below(ctx, title, layer), t, form, fields, version, back })
}

fn fields(t: Texts, typed: &Typed) -> Vec<Field> {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    let who = WhoAdds::ALL.iter().map(|one| Choice::new(one.code(), words::who_adds(t, *one), &typed.who_adds));
    let tone = typed.tone.to_string();
    let signs = [t.sign_0(), t.sign_1(), t.sign_2(), t.sign_3(), t.sign_4()];
    let signs = (0..TONES).zip(signs).map(|(value, label)| Choice::new(value.to_string(), label, &tone));
    vec![
        Field::text("name", t.layer_name(), &typed.name).hint(t.layer_name_hint()).required().max(TITLE),
        Field::text("text", t.layer_text(), &typed.text).kind("textarea").max(REASON),
        Field::text("source", t.source(), &typed.source).hint(t.source_hint()).required().max(SHORT),
        Field::text("from", t.from(), day(typed.from)).kind("date").hint(t.from_hint()),
        Field::text("to", t.to(), day(typed.to)).kind("date"),
        Field::choices("who_adds", t.layer_who_adds(), who.collect()).kind("radio").required(),
        Field::text("zoning", t.layer_zoning(), if typed.zoning { "true" } else { "" })
            .kind("checkbox")
            .hint(t.layer_zoning_hint()),
        Field::choices("tone", t.layer_sign(), signs.collect()).kind("select").required(),
    ]
}
