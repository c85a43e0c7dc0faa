//! The worksite a page belongs to.

use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::loop_form::frame;
use arpent_core::{Id, Scope};
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::RUN;
use crate::commands::{get, get_shift, scope};
use crate::domain::shift::Shift;
use crate::domain::worksite::{Worksite, WorksiteState};
use crate::store::shifts::ShiftRow;
use crate::store::worksites::WorksiteRow;
use crate::texts::Texts;

/// A worksite and its démarche.
pub(super) struct Place {
    pub(super) frame: Frame,
    pub(super) row: WorksiteRow,
    pub(super) t: Texts,
}

impl Place {
    /// Reads a worksite: a draft is for those who run it.
    pub(super) async fn open(ctx: &Ctx, id: Id<Worksite>) -> Result<Self, Refusal> {
        let row = get(ctx, id).await?;
        if row.worksite.state == WorksiteState::Draft && !ctx.may(RUN, scope(row.worksite.initiative)) {
            return Err(Refusal::NotFound);
        }
        let frame = frame(ctx, row.worksite.initiative).await?;
        Ok(Self { frame, row, t: Texts::new(ctx.lang) })
    }

    /// Reads a shift with its worksite.
    pub(super) async fn of_shift(ctx: &Ctx, id: Id<Shift>) -> Result<(Self, ShiftRow), Refusal> {
        let row = get_shift(ctx, id).await?;
        Ok((Self::open(ctx, row.shift.worksite).await?, row))
    }

    /// An address below the worksite's own.
    pub(super) fn href(&self, below: &str) -> String {
        href(self.row.worksite.id, below)
    }

    /// Where its rights hold.
    pub(super) const fn scope(&self) -> Scope {
        scope(self.row.worksite.initiative)
    }

    /// The frame of a page below the worksite's own.
    pub(super) fn shell(&mut self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let mut shell = self.own_shell(ctx, title);
        shell.crumbs.push(Crumb::new(self.row.worksite.sheet.title.clone(), self.href("")));
        shell
    }

    /// The frame of the worksite's own page.
    pub(super) fn own_shell(&mut self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let mut shell = self.frame.shell(ctx, title, "chantiers");
        shell.crumbs.push(Crumb::new(self.t.worksites(), self.frame.href("chantiers")));
        shell
    }
}

/// An address below a worksite's own.
pub(super) fn href(id: Id<Worksite>, below: &str) -> String {
    let slash = if below.is_empty() { "" } else { "/" };
    format!("/chantiers/{id}{slash}{below}")
}

/// An address below a shift's own.
pub(super) fn shift_href(id: Id<Shift>, below: &str) -> String {
    format!("/seances/{id}/{below}")
}
