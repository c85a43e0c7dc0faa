//! Looking for a place by its name, in any form or on a map: communes and places of this site, then the geocoder when there
//! is one. Found places are buttons of the form itself, so that nothing needs a script.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::store::{contours, places};
use arpent_core::Id;
use arpent_documents::shapes::Shape;
use arpent_store::search::fold;
use arpent_web::limits::Limited;
use arpent_web::{Ctx, Refusal};
use askama::Template;

use super::draw::unwritable;
use super::words;
use crate::domain::address::{Found, SHORTEST};
use crate::domain::layer::Layer;
use crate::domain::marks::Order;
use crate::domain::view;
use crate::known;
use crate::outside::geocoder::{self, Reach};
use crate::store::layers;
use crate::store::settings;
use crate::store::views::{self, Looked};
use crate::texts::Texts;

/// Communes, then places of layers, shown at most.
const MOST_EACH: usize = 5;

/// What was found of what was looked for.
#[derive(Debug, Default)]
pub(super) struct Finding {
    /// What was looked for; empty when nothing was.
    pub(super) sought: String,
    /// Where.
    pub(super) found: Vec<Found>,
    /// The geocoder did not answer.
    pub(super) silent: bool,
}

impl Finding {
    /// Looks for words; nothing for none.
    pub(super) async fn of(ctx: &Ctx, initiative: Option<Id<Initiative>>, sought: &str) -> Result<Self, Refusal> {
        let sought = sought.trim();
        if sought.is_empty() {
            return Ok(Self::default());
        }
        ctx.app().limits.count(Limited::Address, &ctx.request().from)?;
        let mut found = communes(ctx, sought).await?;
        found.extend(objects(ctx, initiative, sought).await?);
        let outside = outside(ctx, sought).await?;
        let silent = outside.is_none();
        found.extend(outside.unwrap_or_default());
        Ok(Self { sought: sought.to_owned(), found, silent })
    }
}

async fn communes(ctx: &Ctx, sought: &str) -> Result<Vec<Found>, Refusal> {
    let wanted = fold(sought);
    let mut areas = places::areas(&ctx.db).await?;
    areas.retain(|area| fold(&area.name).contains(&wanted));
    if areas.is_empty() {
        return Ok(vec![]);
    }
    let whole = contours::whole(&ctx.db).await?;
    let t = Texts::new(ctx.lang);
    let found = areas.into_iter().filter_map(|area| {
        let contour = whole.iter().find(|one| one.area == area.id)?.contour.clone();
        let at = Shape::Zone(contour).anchor();
        Some(Found { label: area.name, context: t.found_commune().to_owned(), at })
    });
    Ok(found.take(MOST_EACH).collect())
}

async fn objects(ctx: &Ctx, initiative: Option<Id<Initiative>>, sought: &str) -> Result<Vec<Found>, Refusal> {
    let layers = layers::of(&ctx.db, initiative).await?;
    let looked = Looked {
        layers: layers.iter().map(|layer| layer.id).collect(),
        day: Some(ctx.today()),
        words: sought.to_owned(),
        ..Looked::default()
    };
    let marks = known::marks(ctx, &layers, &looked).await?;
    let named = views::in_order(&ctx.db, &marks.page(Order::Name, MOST_EACH, 0)).await?;
    let of = |id: Id<Layer>| layers.iter().find(|layer| layer.id == id).map(|layer| layer.name.clone());
    let found = |one: views::Sign| Found {
        context: of(one.layer).unwrap_or_default(),
        at: view::place(one.x, one.y),
        label: one.title,
    };
    Ok(named.into_iter().map(found).collect())
}

/// What the geocoder answers: nothing without one, `None` when it does not answer.
async fn outside(ctx: &Ctx, sought: &str) -> Result<Option<Vec<Found>>, Refusal> {
    if sought.chars().count() < SHORTEST {
        return Ok(Some(vec![]));
    }
    let (base, reach) = match &ctx.app().config.geocoder {
        Some(ours) => (ours.trim_end_matches('/').to_owned(), Reach::Any),
        None => (settings::geocoder(&ctx.db).await?, Reach::Public),
    };
    if base.is_empty() {
        return Ok(Some(vec![]));
    }
    Ok(geocoder::ask(base, reach, sought).await)
}

/// The field of a form in which one looks for a place, and what was found.
#[derive(Debug, Template)]
#[template(path = "find.html")]
pub(super) struct Finder {
    t: Texts,
    finding: Finding,
}

impl Finder {
    /// Drawn in a form.
    pub(super) fn drawn(ctx: &Ctx, finding: Finding) -> Result<String, Refusal> {
        Self { t: Texts::new(ctx.lang), finding }.render().map_err(|error| unwritable(&error))
    }
}

/// A place as a button sends it.
fn sent(found: &Found) -> String {
    words::place(found.at).replace(' ', "")
}
