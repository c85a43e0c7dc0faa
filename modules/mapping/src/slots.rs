//! What this module shows on pages that everyone shares.

use arpent_commons::Modules;
use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Planned, Slots, Sort, Waiting, nothing};
use arpent_commons::store::contributions;
use arpent_core::{Id, Scope};
use arpent_documents::contours::Place;
use arpent_documents::shapes::Shape;
use arpent_look::parts::{Anchor, Knot, State};
use arpent_web::shell::MenuEntry;
use arpent_web::{Ctx, Pending, Refusal};
use askama::Template;

use crate::commands::scope;
use crate::domain::layer::Layer;
use crate::known;
use crate::pages::{to_decide, unwritable, with_pins, zones};
use crate::store::layers;
use crate::store::views::{self, Looked};
use crate::texts::Texts;
use crate::{EDIT, VALIDATE};

/// Lines and zones drawn on the page of a démarche.
const MOST_SHAPES: i64 = 60;

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace, tab: nothing, plan, placed: nothing };

/// The map belongs to its démarche's page: no entry of the menu.
pub(crate) fn menu(_: &Ctx) -> Vec<MenuEntry> {
    vec![]
}

#[derive(Debug, Template)]
#[template(path = "block_initiative.html")]
struct MapBlock {
    t: Texts,
    style: &'static str,
    href: String,
    projects: String,
    map: String,
    count: i64,
    /// What else has a place, by sort.
    also: Vec<(Sort, usize)>,
}

fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Block>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let layers = layers::of(&ctx.db, Some(initiative.id)).await?;
        let placed = Modules::of(ctx).placed(ctx, initiative).await?;
        // An empty map is shown to those who can open its first layer.
        if layers.is_empty() && placed.is_empty() && !ctx.may(EDIT, scope(Some(initiative.id))) {
            return Ok(vec![]);
        }
        let looked = Looked {
            layers: layers.iter().map(|layer| layer.id).collect(),
            day: Some(ctx.today()),
            ..Looked::default()
        };
        let count = known::marks(ctx, &layers, &looked).await?.extent().count;
        let shapes = views::shapes(&ctx.db, &looked, [0, 0, i64::MAX, i64::MAX], MOST_SHAPES).await?;
        let tone = |object: &crate::domain::object::Object| {
            layers.iter().find(|layer| layer.id == object.layer).map_or(0, |layer| layer.tone)
        };
        let drawn: Vec<(&Shape, i64)> = shapes.iter().map(|one| (&one.shape, tone(one))).collect();
        let mut also: Vec<(Sort, usize)> = Vec::new();
        for one in &placed {
            match also.iter_mut().find(|(sort, _)| sort.code == one.sort.code) {
                Some((_, count)) => *count += 1,
                None => also.push((one.sort, 1)),
            }
        }
        let block = MapBlock {
            t,
            style: ctx.shell("", vec![]).asset("map.css"),
            href: format!("/demarches/{}/carte", initiative.slug),
            projects: format!("/demarches/{}/projets", initiative.slug),
            map: with_pins(ctx, initiative, &drawn, &placed).await?,
            count,
            also,
        };
        let html = block.render().map_err(|error| unwritable(&error))?;
        Ok(vec![Block { title: t.block_title().to_owned(), html }])
    })
}

/// Where the perimeter and the inventories stand: what is drawn, and what remains to open.
fn plan<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Planned>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let layers = layers::of(&ctx.db, Some(initiative.id)).await?;
        let (inventories, drawn): (Vec<_>, Vec<_>) = layers.iter().partition(|layer| layer.inventory);
        let (zones, seen) = (held(ctx, &drawn).await?, held(ctx, &inventories).await?);
        let place = format!("/demarches/{}/carte", initiative.slug);
        let may = ctx.may(EDIT, scope(Some(initiative.id)));
        let anchor = |label: &str, href: String| Anchor { label: label.to_owned(), href };
        let open = |label: &str| may.then(|| anchor(label, format!("{place}/nouvelle-couche")));
        let read = || Some(anchor(t.block_open(), place.clone()));
        let perimeter = match (drawn.len(), zones) {
            (0, _) => (State::Next, t.plan_perimeter_none().to_owned(), open(t.plan_perimeter_begin())),
            (_, 0) => (State::Here, t.plan_perimeter_empty().to_owned(), read()),
            (count, zones) => (State::Done, t.plan_perimeter(count, zones), read()),
        };
        let inventory = match inventories.len() {
            0 => (State::Next, t.plan_inventory_none().to_owned(), open(t.plan_inventory_begin())),
            count => {
                let open = inventories.iter().any(|layer| layer.to.is_none_or(|to| to >= ctx.today()));
                (if open { State::Here } else { State::Done }, t.plan_inventory(count, seen), read())
            }
        };
        let planned = |code, (state, text, next)| Planned { code, state, text, next };
        Ok(vec![planned("perimeter", perimeter), planned("inventory", inventory)])
    })
}

/// How many objects some layers hold, whatever the day.
async fn held(ctx: &Ctx, layers: &[&Layer]) -> Result<i64, Refusal> {
    if layers.is_empty() {
        return Ok(0);
    }
    let looked = Looked { layers: layers.iter().map(|layer| layer.id).collect(), ..Looked::default() };
    let layers: Vec<Layer> = layers.iter().map(|layer| (*layer).clone()).collect();
    Ok(known::marks(ctx, &layers, &looked).await?.extent().count)
}

fn home(ctx: &Ctx) -> Pending<'_, Result<Vec<Waiting>, Refusal>> {
    Box::pin(async move {
        if !ctx.may(VALIDATE, Scope::Anywhere) {
            return Ok(vec![]);
        }
        let count = i64::try_from(to_decide(ctx).await?.len()).unwrap_or(i64::MAX);
        if count == 0 {
            return Ok(vec![]);
        }
        let text = Texts::new(ctx.lang).to_decide_count(count);
        Ok(vec![Waiting { text, href: "/inventaires/a-trancher".to_owned(), count, late: false }])
    })
}

/// A contribution with a place says in which zone it lies.
fn trace(ctx: &Ctx, id: Id<Contribution>) -> Pending<'_, Result<Vec<Knot>, Refusal>> {
    Box::pin(async move {
        let Some(said) = contributions::by_id(&ctx.db, id).await? else { return Ok(vec![]) };
        let Some((latitude, longitude)) = said.point else { return Ok(vec![]) };
        let zones = zones(ctx, said.initiative, Place { latitude, longitude }, said.said_on).await?;
        let t = Texts::new(ctx.lang);
        let knot = |(name, href): (String, String)| Knot {
            title: t.trace_zone(&name),
            state: State::Done,
            when: None,
            who: None,
            voice: None,
            text: None,
            link: Some(Anchor { label: t.trace_zone_link().to_owned(), href }),
        };
        Ok(zones.into_iter().map(knot).collect())
    })
}
