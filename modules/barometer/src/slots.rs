//! What this module shows on pages that everyone shares.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Shown, Slots, Waiting};
use arpent_core::Id;
use arpent_look::parts::Knot;
use arpent_web::Ctx;
use arpent_web::shell::MenuEntry;

use crate::texts::Texts;

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace };

/// The list of barometers, for everyone.
pub(crate) fn menu(ctx: &Ctx) -> Vec<MenuEntry> {
    vec![MenuEntry::new(Texts::new(ctx.lang).barometers(), "/barometres")]
}

fn initiative<'a>(_ctx: &'a Ctx, _initiative: &'a Initiative) -> Shown<'a, Block> {
    Box::pin(async move { Ok(vec![]) })
}

fn home(_ctx: &Ctx) -> Shown<'_, Waiting> {
    Box::pin(async move { Ok(vec![]) })
}

fn trace(_ctx: &Ctx, _contribution: Id<Contribution>) -> Shown<'_, Knot> {
    Box::pin(async move { Ok(vec![]) })
}
