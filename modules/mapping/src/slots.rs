//! What this module shows on pages that everyone shares.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Slots, Waiting};
use arpent_commons::store::contributions;
use arpent_core::{Id, Scope};
use arpent_documents::contours::Place;
use arpent_documents::shapes::Shape;
use arpent_look::parts::{Anchor, Knot, State};
use arpent_web::shell::MenuEntry;
use arpent_web::{Ctx, Pending, Refusal};
use askama::Template;

use crate::commands::scope;
use crate::known;
use crate::pages::{small, to_decide, unwritable, zones};
use crate::store::layers;
use crate::store::views::{self, Looked};
use crate::texts::Texts;
use crate::{EDIT, VALIDATE};

/// Lines and zones drawn on the page of a démarche.
const MOST_SHAPES: i64 = 60;

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace };

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
}

fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Block>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let layers = layers::of(&ctx.db, Some(initiative.id)).await?;
        // An empty map is shown to those who can open its first layer.
        if layers.is_empty() && !ctx.may(EDIT, scope(Some(initiative.id))) {
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
        let map = if drawn.is_empty() { String::new() } else { small(ctx, Some(initiative.id), &drawn, None).await? };
        let block = MapBlock {
            t,
            style: ctx.shell("", vec![]).asset("map.css"),
            href: format!("/demarches/{}/carte", initiative.slug),
            projects: format!("/demarches/{}/projets", initiative.slug),
            map,
            count,
        };
        let html = block.render().map_err(|error| unwritable(&error))?;
        Ok(vec![Block { title: t.block_title().to_owned(), html }])
    })
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
