//! `arpent openapi`: the description of the API (OpenAPI 3.1), for those who generate a client.

use anyhow::Result;

use crate::composition;
use crate::terminal::say;

pub(super) fn run() -> Result<()> {
    say(&composition::openapi().to_pretty_json()?);
    Ok(())
}
