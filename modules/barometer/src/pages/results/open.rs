//! Which cube a reader may see: the published one, or the latest for those who prepare it, or what is about her own unit.

use arpent_commons::store::people;
use arpent_core::Role;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::commands::scope;
use crate::domain::cube::Cube;
use crate::domain::wave::Wave;
use crate::store::barometers::{self, BarometerRow};
use crate::store::cubes::{self, CubeRow};
use crate::store::{protocols, waves};
use crate::texts::Texts;
use crate::{HANDLE, PREVIEW, PUBLISH};

/// A wave whose results are read.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) barometer: BarometerRow,
    pub(super) wave: Wave,
    /// None while nothing was computed, which only those who prepare it see.
    pub(super) kept: Option<CubeRow>,
    /// May compute and publish.
    pub(super) runs: bool,
}

/// The wave of an address.
pub(super) async fn wave(ctx: &Ctx, slug: &str, number: i64) -> Result<(BarometerRow, Wave), Refusal> {
    let barometer = barometers::by_slug(&ctx.db, slug).await?.ok_or(Refusal::NotFound)?;
    let wave = waves::by_number(&ctx.db, barometer.id, number).await?.ok_or(Refusal::NotFound)?;
    Ok((barometer, wave))
}

impl Opened {
    /// Opens the results of a wave.
    pub(super) async fn open(ctx: &Ctx, slug: &str, number: i64) -> Result<Self, Refusal> {
        let (barometer, wave) = wave(ctx, slug, number).await?;
        let at = scope(barometer.initiative);
        let preview = ctx.may(PREVIEW, at);
        let kept = if preview { cubes::latest(&ctx.db, wave.id).await? } else { None };
        let kept = match kept {
            Some(kept) => Some(kept),
            None => cubes::published(&ctx.db, wave.id).await?,
        };
        if kept.is_none() && !preview {
            return Err(Refusal::NotFound);
        }
        let mut opened = Self { runs: ctx.may(PUBLISH, at), barometer, wave, kept };
        opened.keep_to_her_services(ctx).await?;
        Ok(opened)
    }

    /// The cube, for pages that only exist once it is there.
    pub(super) fn cube(&self) -> Result<&Cube, Refusal> {
        self.kept.as_ref().map(|kept| &kept.cube).ok_or(Refusal::NotFound)
    }

    /// Nobody else reads it yet.
    pub(super) fn is_unpublished(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| kept.published_at.is_none())
    }

    /// Before publication, agents read what is about the services of their own unit, and nothing of the others.
    async fn keep_to_her_services(&mut self, ctx: &Ctx) -> Result<(), Refusal> {
        let at = scope(self.barometer.initiative);
        let all = self.runs || ctx.may(HANDLE, at) || ctx.actor.holds(Role::ElectedOfficial, at, ctx.now());
        if all || !self.is_unpublished() {
            return Ok(());
        }
        let units = match ctx.actor.person {
            Some(person) => people::units_of(&ctx.db, person, ctx.today()).await?,
            None => Vec::new(),
        };
        let version = protocols::by_id(&ctx.db, self.wave.protocol).await?.ok_or(Refusal::NotFound)?;
        let hers = |code: &str| {
            let unit = version.protocol.service(code).and_then(|service| service.unit);
            unit.is_some_and(|unit| units.iter().any(|one| one.uuid() == unit))
        };
        if let Some(kept) = &mut self.kept {
            keep(&mut kept.cube, hers);
            kept.document = String::new();
        }
        Ok(())
    }

    pub(super) fn base(&self) -> String {
        format!("/barometres/{}/vagues/{}/resultats", self.barometer.slug, self.wave.number)
    }

    /// The frame of the wave's page.
    pub(super) fn shell(&self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        ctx.shell(title, self.crumbs(ctx))
    }

    /// The frame of a page below the wave's.
    pub(super) fn shell_below(&self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let mut crumbs = self.crumbs(ctx);
        crumbs.push(Crumb::new(self.wave.title.clone(), self.base()));
        ctx.shell(title, crumbs)
    }

    fn crumbs(&self, ctx: &Ctx) -> Vec<Crumb> {
        vec![
            Crumb::new(Texts::new(ctx.lang).barometers(), "/barometres"),
            Crumb::new(self.barometer.title.clone(), format!("/barometres/{}", self.barometer.slug)),
        ]
    }
}

fn keep(cube: &mut Cube, hers: impl Fn(&str) -> bool) {
    cube.services.retain(|service| hers(&service.code));
    cube.cells.retain(|cell| hers(&cell.item));
    cube.changes.retain(|change| hers(&change.item));
    for gaps in &mut cube.gaps {
        gaps.lines.retain(|line| hers(&line.item));
        gaps.whole = None;
        gaps.agreement = None;
    }
    cube.priorities.clear();
    cube.drivers = None;
}
