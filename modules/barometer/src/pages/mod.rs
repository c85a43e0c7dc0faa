//! The pages of this module: read what was sent, call a command or a query, draw.

mod list;

use arpent_web::{Access, Routes};

/// The pages and acts of this module.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/barometres", Access::Public, list::show)
}
