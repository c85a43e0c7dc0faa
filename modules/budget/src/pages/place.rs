//! The budget a page belongs to.

use arpent_commons::pages::frame::Frame;
use arpent_core::Permission;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Refusal, Shell};

use crate::commands::scope;
use crate::store::budgets::{self, Budget, BudgetState};
use crate::{EDIT, STUDY};

/// A budget, under its démarche.
#[derive(Debug)]
pub(super) struct Place {
    /// The démarche.
    pub frame: Frame,
    /// The budget.
    pub budget: Budget,
}

impl Place {
    /// The budget of an address. A draft exists only for those who prepare it.
    pub async fn open(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        let frame = Frame::open(ctx, slug).await?;
        let budget = budgets::of_initiative(&ctx.db, frame.initiative.id).await?.ok_or(Refusal::NotFound)?;
        let place = Self { frame, budget };
        let hidden = place.budget.state == BudgetState::Draft;
        if hidden && !place.may(ctx, EDIT) && !place.may(ctx, STUDY) {
            return Err(Refusal::NotFound);
        }
        Ok(place)
    }

    /// The same, for those who may do this here.
    pub async fn open_for(ctx: &Ctx, slug: &str, permission: Permission) -> Result<Self, Refusal> {
        let place = Self::open(ctx, slug).await?;
        ctx.require(permission, scope(place.frame.initiative.id))?;
        Ok(place)
    }

    /// May do this here.
    pub fn may(&self, ctx: &Ctx, permission: Permission) -> bool {
        ctx.may(permission, scope(self.frame.initiative.id))
    }

    /// An address below the budget's own.
    pub fn href(&self, below: &str) -> String {
        let slash = if below.is_empty() { "" } else { "/" };
        self.frame.href(&["budget", slash, below].concat())
    }

    /// The frame of a page below the budget's own.
    pub fn shell(&mut self, ctx: &Ctx, title: impl Into<String>) -> Shell {
        let mut shell = self.frame.shell(ctx, title, "budget");
        shell.crumbs.push(Crumb::new(self.budget.title.clone(), self.href("")));
        shell
    }
}
