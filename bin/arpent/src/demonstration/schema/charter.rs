//! The table `[charter]` of a démarche, and the file of `charter/` it opens.

use serde::Deserialize;

use super::Offset;

/// A charter ready to be opened, as `arpent import --charter` reads it.
pub const CHARTER: &str = include_str!("../../../../../demo/charter/biodiversite.toml");

/// A charter whose first draft everyone reads.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Who opened it.
    pub by: String,
    /// The day it was opened.
    pub opened_day: Offset,
}
