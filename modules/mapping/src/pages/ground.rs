//! Whose map a page belongs to: a démarche's, or the territory's.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::initiatives;
use arpent_core::Id;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::domain::layer::Layer;
use crate::texts::Texts;

/// A démarche and its frame, or the whole territory.
#[derive(Debug, Clone)]
pub(super) struct Ground(Option<Frame>);

impl Ground {
    pub(super) const fn territory() -> Self {
        Self(None)
    }

    pub(super) async fn of_slug(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        Ok(Self(Some(Frame::open(ctx, slug).await?)))
    }

    pub(super) async fn of(ctx: &Ctx, layer: &Layer) -> Result<Self, Refusal> {
        let Some(id) = layer.initiative else { return Ok(Self(None)) };
        let initiative = initiatives::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
        Ok(Self(Some(Frame::of(ctx, initiative).await?)))
    }

    /// Its démarche.
    pub(super) fn initiative(&self) -> Option<Id<Initiative>> {
        self.0.as_ref().map(|frame| frame.initiative.id)
    }

    /// The name of its démarche.
    pub(super) fn name(&self) -> Option<&str> {
        self.0.as_ref().map(|frame| frame.title.as_str())
    }

    /// The address of its map.
    pub(super) fn map(&self) -> String {
        self.0.as_ref().map_or_else(|| "/carte".to_owned(), |frame| frame.href("carte"))
    }

    /// The frame of its map.
    pub(super) fn shell(&self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        ctx.shell(title, self.crumbs(ctx))
    }

    /// The frame of a page below its map.
    pub(super) fn below(&self, ctx: &Ctx, title: impl Into<String>, layer: Option<&Layer>) -> Shell {
        let mut crumbs = self.crumbs(ctx);
        crumbs.push(Crumb::new(Texts::new(ctx.lang).map_title(), self.map()));
        crumbs.extend(layer.map(|layer| Crumb::new(layer.name.clone(), format!("/couches/{}", layer.id))));
        ctx.shell(title, crumbs)
    }

    fn crumbs(&self, ctx: &Ctx) -> Vec<Crumb> {
        self.0.as_ref().map_or_else(|| vec![Crumb::new(ctx.t().home(), "/")], Frame::crumbs)
    }
}
