//! Whose map a page belongs to: a démarche's, or the territory's.

use arpent_commons::commands::initiatives::scope;
use arpent_commons::domain::initiative::{Initiative, InitiativeState};
use arpent_commons::pages::frame::{self, Tab};
use arpent_commons::permission::INITIATIVE_EDIT;
use arpent_commons::store::initiatives;
use arpent_core::Id;
use arpent_texts::Lang;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::domain::layer::Layer;
use crate::texts::Texts;

/// A démarche with its title, or the whole territory. Lighter than the frame of its other pages, which reads phases too.
#[derive(Debug, Clone)]
pub(super) struct Ground(Option<(Initiative, String)>);

impl Ground {
    pub(super) const fn territory() -> Self {
        Self(None)
    }

    pub(super) async fn of_slug(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        Self::found(ctx, initiatives::by_slug(&ctx.db, slug).await?)
    }

    pub(super) async fn of(ctx: &Ctx, layer: &Layer) -> Result<Self, Refusal> {
        match layer.initiative {
            Some(id) => Self::found(ctx, initiatives::by_id(&ctx.db, id).await?),
            None => Ok(Self(None)),
        }
    }

    /// A draft exists only for those who run it.
    fn found(ctx: &Ctx, initiative: Option<Initiative>) -> Result<Self, Refusal> {
        let seen = |one: &Initiative| one.state != InitiativeState::Draft || ctx.may(INITIATIVE_EDIT, scope(one.id));
        let initiative = initiative.filter(seen).ok_or(Refusal::NotFound)?;
        let title = match ctx.lang {
            Lang::En if !initiative.title_en.is_empty() => initiative.title_en.clone(),
            _ => initiative.title.clone(),
        };
        Ok(Self(Some((initiative, title))))
    }

    /// Its démarche.
    pub(super) fn initiative(&self) -> Option<Id<Initiative>> {
        self.0.as_ref().map(|(initiative, _)| initiative.id)
    }

    /// Its démarche, whole.
    pub(super) fn held(&self) -> Option<&Initiative> {
        self.0.as_ref().map(|(initiative, _)| initiative)
    }

    /// The name of its démarche.
    pub(super) fn name(&self) -> Option<&str> {
        self.0.as_ref().map(|(_, title)| title.as_str())
    }

    /// The address of its map.
    pub(super) fn map(&self) -> String {
        let of = |(initiative, _): &(Initiative, String)| format!("/demarches/{}/carte", initiative.slug);
        self.0.as_ref().map_or_else(|| "/carte".to_owned(), of)
    }

    /// Where one says something, while its démarche listens.
    pub(super) fn listens(&self) -> Option<String> {
        let open = self.0.as_ref().filter(|(initiative, _)| initiative.state == InitiativeState::Open);
        open.map(|(initiative, _)| format!("/demarches/{}/contribuer", initiative.slug))
    }

    /// The frame of its map, among the tabs of its démarche.
    pub(super) async fn framed(&self, ctx: &Ctx) -> Result<(Shell, Vec<Tab>), Refusal> {
        let t = Texts::new(ctx.lang);
        let Some(initiative) = self.held() else { return Ok((self.shell(ctx, t.map_of_territory()), vec![])) };
        let mut tabs = frame::tabs(ctx, initiative).await?;
        for tab in &mut tabs {
            tab.current = tab.href == self.map();
        }
        Ok((self.shell(ctx, t.map_title()), tabs))
    }

    /// The frame of a page beside its map.
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
        let Some((initiative, title)) = &self.0 else { return vec![Crumb::new(ctx.t().home(), "/")] };
        let c = arpent_commons::texts::Texts::new(ctx.lang);
        vec![
            Crumb::new(c.menu_initiatives(), "/demarches"),
            Crumb::new(title.clone(), format!("/demarches/{}", initiative.slug)),
        ]
    }
}
