//! The wave a page of collection belongs to.

use arpent_core::Permission;
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Refusal, Shell};

use crate::commands::scope;
use crate::domain::wave::{ProtocolVersion, Wave};
use crate::store::barometers::{self, BarometerRow};
use crate::store::{protocols, waves};
use crate::texts::Texts;

/// A wave, its barometer and the version of the protocol it keeps to its end.
#[derive(Debug, Clone)]
pub(super) struct AtWave {
    pub(super) row: BarometerRow,
    pub(super) wave: Wave,
    pub(super) version: ProtocolVersion,
}

impl AtWave {
    /// Reads the wave of an address, for whoever holds this permission on its démarche.
    pub(super) async fn open(ctx: &Ctx, slug: &str, number: i64, needs: Permission) -> Result<Self, Refusal> {
        let row = barometers::by_slug(&ctx.db, slug).await?.ok_or(Refusal::NotFound)?;
        ctx.require(needs, scope(row.initiative))?;
        let wave = waves::by_number(&ctx.db, row.id, number).await?.ok_or(Refusal::NotFound)?;
        Self::of(ctx, row, wave).await
    }

    /// With its protocol.
    pub(super) async fn of(ctx: &Ctx, row: BarometerRow, wave: Wave) -> Result<Self, Refusal> {
        let version = protocols::by_id(&ctx.db, wave.protocol).await?.ok_or(Refusal::NotFound)?;
        Ok(Self { row, wave, version })
    }

    /// An address under the wave's own.
    pub(super) fn href(&self, below: &str) -> String {
        format!("/barometres/{}/vagues/{}/{below}", self.row.slug, self.wave.number)
    }

    /// The address everyone may answer at.
    pub(super) fn public(&self) -> String {
        format!("/b/{}-{}", self.row.slug, self.wave.number)
    }

    /// The frame of a page of collection.
    pub(super) fn shell(&self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let t = Texts::new(ctx.lang);
        let crumbs = vec![
            Crumb::new(t.barometers(), "/barometres"),
            Crumb::new(self.row.title.clone(), format!("/barometres/{}", self.row.slug)),
            Crumb::new(self.wave.title.clone(), format!("/barometres/{}/vagues/{}", self.row.slug, self.wave.number)),
            Crumb::new(t.collect_title(), self.href("collecte")),
        ];
        ctx.shell(title, crumbs)
    }

    /// The populations, to choose one.
    pub(super) fn populations(&self, ctx: &Ctx, current: &str) -> Vec<Choice> {
        let all = self.version.protocol.populations.iter();
        all.map(|one| Choice::new(one.code.as_str(), one.name.say(ctx.lang.code()), current)).collect()
    }

    /// A population in words.
    pub(super) fn population(&self, ctx: &Ctx, code: &str) -> String {
        let found = self.version.protocol.population(code);
        found.map_or_else(|| code.to_owned(), |one| one.name.say(ctx.lang.code()).to_owned())
    }
}
