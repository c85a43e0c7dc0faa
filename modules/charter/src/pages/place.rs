//! The charter a page belongs to.

use arpent_commons::pages::frame::Frame;
use arpent_core::Scope;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::SIGN;
use crate::domain::charter::{Charter, Version, in_force};
use crate::store::charters;
use crate::texts::Texts;

/// A charter, its démarche and its versions.
pub(super) struct Place {
    pub(super) frame: Frame,
    pub(super) charter: Charter,
    pub(super) versions: Vec<Version>,
    pub(super) t: Texts,
}

impl Place {
    /// Reads the charter of a démarche.
    pub(super) async fn open(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        let frame = Frame::open(ctx, slug).await?;
        let charter = charters::of_initiative(&ctx.db, frame.initiative.id).await?.ok_or(Refusal::NotFound)?;
        let versions = charters::versions(&ctx.db, charter.id).await?;
        Ok(Self { frame, charter, versions, t: Texts::new(ctx.lang) })
    }

    /// An address below the charter's own.
    pub(super) fn href(&self, below: &str) -> String {
        let slash = if below.is_empty() { "" } else { "/" };
        self.frame.href(&format!("charte{slash}{below}"))
    }

    /// A version by its number.
    pub(super) fn version(&self, number: i64) -> Result<&Version, Refusal> {
        self.versions.iter().find(|version| version.number == number).ok_or(Refusal::NotFound)
    }

    /// The version everyone signs.
    pub(super) fn in_force(&self) -> Option<&Version> {
        in_force(&self.versions)
    }

    /// Where one signs, while there is something to sign and the reader may.
    pub(super) fn signing(&self, ctx: &Ctx) -> Option<String> {
        let open = self.in_force().is_some_and(|version| !version.is_over(ctx.today()));
        let may = !ctx.actor.is_signed_in() || ctx.may(SIGN, self.scope());
        (open && may).then(|| self.href("signer"))
    }

    /// Where its rights hold.
    pub(super) const fn scope(&self) -> Scope {
        Scope::Initiative(self.charter.initiative.uuid())
    }

    /// The frame of a page below the charter's own.
    pub(super) fn shell(&mut self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let mut shell = self.frame.shell(ctx, title, "charte");
        shell.crumbs.push(Crumb::new(self.charter.title.clone(), self.href("")));
        shell
    }

    /// What stands on every page: it is voluntary, and binds to nothing beyond what the council voted.
    pub(super) fn notice(&self) -> String {
        match self.in_force() {
            Some(version) => self.t.notice_voted(&version.deliberation),
            None => self.t.notice_draft().to_owned(),
        }
    }
}
