//! The module contract, whole: a room, and what it shows on pages that everyone shares.

use std::sync::Arc;

use arpent_core::Id;
use arpent_look::parts::{Anchor, Knot, State};
use arpent_web::{Ctx, Pending, Refusal, Room};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::Timestamp;

use crate::domain::contribution::Contribution;
use crate::domain::initiative::Initiative;
use crate::pages::frame::Tab;
use crate::pages::meetings;

/// A module of the product.
#[derive(Debug, Clone, Copy)]
pub struct Module {
    /// What it stores, serves, runs and erases.
    pub room: Room,
    /// What it shows on shared pages.
    pub slots: Slots,
}

/// A part of the page of a démarche.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its title.
    pub title: String,
    /// Its content, drawn by the module's own template.
    pub html: String,
}

/// Something that waits for the reader, on the home page of her role.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// What, in words.
    pub text: String,
    /// Where to do it.
    pub href: String,
    /// How many.
    pub count: i64,
    /// Some of it is late.
    pub late: bool,
}

/// Something that the template of a démarche provides for, as it stands.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Its code in the files of `templates/`.
    pub code: &'static str,
    /// Done, under way, or still to come.
    pub state: State,
    /// What there is, and what remains, in words.
    pub text: String,
    /// The next gesture, when it is the reader's.
    pub next: Option<Anchor>,
}

/// Things of a sort that a map draws, at most: the latest of them.
pub const MOST_PLACED: i64 = 100;

/// A sort of things that have a place in a démarche.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// In addresses: `chantiers`.
    pub code: &'static str,
    /// One of them, in words.
    pub one: &'static str,
    /// Several.
    pub many: &'static str,
    /// The path of its sign: a shape of its own, some fourteen units wide around the origin.
    pub sign: &'static str,
}

/// Something of a démarche that has a place: its map draws it, and lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// What it is.
    pub sort: Sort,
    /// Its title.
    pub title: String,
    /// Its page, which this reader may open.
    pub href: String,
    /// Latitude and longitude, in degrees (WGS 84).
    pub point: (f64, f64),
    /// Where, in words; may be empty.
    pub place: String,
    /// When it begins, which puts it in its place in a list; none for what has no hour.
    pub at: Option<Timestamp>,
    /// When it takes place, or where it stands, in words.
    pub said: String,
    /// It is past, or will not be.
    pub over: bool,
}

/// What a slot answers, later.
pub type Shown<'a, T> = Pending<'a, Result<Vec<T>, Refusal>>;

/// What a module shows on shared pages. No field has a default.
#[derive(Clone, Copy)]
pub struct Slots {
    /// On the page of a démarche.
    pub initiative: for<'a> fn(&'a Ctx, &'a Initiative) -> Shown<'a, Block>,
    /// On the home page: what waits for this reader.
    pub home: for<'a> fn(&'a Ctx) -> Shown<'a, Waiting>,
    /// On the thread of a contribution.
    pub trace: for<'a> fn(&'a Ctx, Id<Contribution>) -> Shown<'a, Knot>,
    /// Among the tabs of a démarche.
    pub tab: for<'a> fn(&'a Ctx, &'a Initiative) -> Shown<'a, Tab>,
    /// On the list of what the template provides for, for those who run the démarche.
    pub plan: for<'a> fn(&'a Ctx, &'a Initiative) -> Shown<'a, Planned>,
    /// On the map of a démarche: what of it has a place and everyone may read, [`MOST_PLACED`] of a sort, in one query
    /// when there is none.
    pub placed: for<'a> fn(&'a Ctx, &'a Initiative) -> Shown<'a, Placed>,
}

/// The slot of a module that has nothing to show there.
pub fn nothing<'a, T: Send + 'static>(_: &'a Ctx, _: &'a Initiative) -> Shown<'a, T> {
    Box::pin(async { Ok(Vec::new()) })
}

impl std::fmt::Debug for Slots {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Slots")
    }
}

/// The slots of every module, given to the router by the composition as an extension.
#[derive(Debug, Clone, Default)]
pub struct Modules(pub Arc<Vec<Slots>>);

impl<S: Send + Sync> FromRequestParts<S> for Modules {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

impl Modules {
    /// Blocks for the page of a démarche.
    ///
    /// # Errors
    /// A module could not read what it shows.
    pub async fn blocks(&self, ctx: &Ctx, initiative: &Initiative) -> Result<Vec<Block>, Refusal> {
        let mut blocks = Vec::new();
        for slots in self.0.iter() {
            blocks.extend((slots.initiative)(ctx, initiative).await?);
        }
        Ok(blocks)
    }

    /// The slots that the composition left with this request.
    pub fn of(ctx: &Ctx) -> Self {
        ctx.request().shared::<Self>().cloned().unwrap_or_default()
    }

    /// Tabs of a démarche.
    ///
    /// # Errors
    /// A module could not read what it shows.
    pub async fn tabs(&self, ctx: &Ctx, initiative: &Initiative) -> Result<Vec<Tab>, Refusal> {
        let mut tabs = Vec::new();
        for slots in self.0.iter() {
            tabs.extend((slots.tab)(ctx, initiative).await?);
        }
        Ok(tabs)
    }

    /// What modules bring to what the template of a démarche provides for.
    ///
    /// # Errors
    /// A module could not read what it shows.
    pub async fn planned(&self, ctx: &Ctx, initiative: &Initiative) -> Result<Vec<Planned>, Refusal> {
        let mut planned = Vec::new();
        for slots in self.0.iter() {
            planned.extend((slots.plan)(ctx, initiative).await?);
        }
        Ok(planned)
    }

    /// What has a place in a démarche, sort by sort: its meetings, then what modules have.
    ///
    /// # Errors
    /// A module could not read what it shows.
    pub async fn placed(&self, ctx: &Ctx, initiative: &Initiative) -> Result<Vec<Placed>, Refusal> {
        let mut placed = meetings::placed(ctx, initiative).await?;
        for slots in self.0.iter() {
            placed.extend((slots.placed)(ctx, initiative).await?);
        }
        Ok(placed)
    }

    /// What waits for the reader.
    ///
    /// # Errors
    /// A module could not read what it shows.
    pub async fn waiting(&self, ctx: &Ctx) -> Result<Vec<Waiting>, Refusal> {
        let mut waiting = Vec::new();
        for slots in self.0.iter() {
            waiting.extend((slots.home)(ctx).await?);
        }
        Ok(waiting)
    }

    /// Knots on the thread of a contribution.
    ///
    /// # Errors
    /// A module could not read what it shows.
    pub async fn knots(&self, ctx: &Ctx, contribution: Id<Contribution>) -> Result<Vec<Knot>, Refusal> {
        let mut knots = Vec::new();
        for slots in self.0.iter() {
            knots.extend((slots.trace)(ctx, contribution).await?);
        }
        Ok(knots)
    }
}
