//! Where a page of a barometer stands: its barometer, its démarche, who may do what there.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::initiatives;
use arpent_core::Permission;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::commands::scope;
use crate::store::barometers::{self, BarometerRow};
use crate::texts::Texts;

/// The barometer of an address.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) barometer: BarometerRow,
    pub(super) frame: Frame,
}

impl Place {
    /// Reads it. The barometer of a démarche that is a draft exists only for those who run it.
    pub(super) async fn open(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        let barometer = barometers::by_slug(&ctx.db, slug).await?.ok_or(Refusal::NotFound)?;
        let initiative: Option<Initiative> = initiatives::by_id(&ctx.db, barometer.initiative).await?;
        let frame = Frame::of(ctx, initiative.ok_or(Refusal::NotFound)?).await?;
        Ok(Self { barometer, frame })
    }

    /// Reads it for someone who must be allowed this.
    pub(super) async fn working(ctx: &Ctx, slug: &str, permission: Permission) -> Result<Self, Refusal> {
        let place = Self::open(ctx, slug).await?;
        ctx.require(permission, scope(place.barometer.initiative))?;
        Ok(place)
    }

    /// Whether the reader may do this here.
    pub(super) fn may(&self, ctx: &Ctx, permission: Permission) -> bool {
        ctx.may(permission, scope(self.barometer.initiative))
    }

    /// An address below the barometer's own.
    pub(super) fn href(&self, below: &str) -> String {
        let slash = if below.is_empty() { "" } else { "/" };
        format!("/barometres/{}{slash}{below}", self.barometer.slug)
    }

    /// The frame of a page below the barometer's own.
    pub(super) fn shell(&self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        ctx.shell(title, self.crumbs())
    }

    /// The frame of a page below its draft.
    pub(super) fn draft_shell(&self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let mut crumbs = self.crumbs();
        crumbs.push(Crumb::new(Texts::new(ctx.lang).draft_title(), self.href("preparation")));
        ctx.shell(title, crumbs)
    }

    fn crumbs(&self) -> Vec<Crumb> {
        let mut crumbs = self.frame.crumbs();
        crumbs.push(Crumb::new(self.barometer.title.clone(), self.href("")));
        crumbs
    }
}
