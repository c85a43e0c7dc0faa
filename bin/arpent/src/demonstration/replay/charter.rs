//! The charter: opened from its file, as a draft that everyone reads.

use anyhow::{Context as _, Result};
use arpent_charter::commands::files::bring_in;
use arpent_charter::domain::file::CharterFile;

use super::Replay;
use crate::demonstration::schema::{CHARTER, Charter, InitiativeFile};

impl Replay<'_> {
    pub(super) async fn charter(&self, file: &InitiativeFile, told: &Charter) -> Result<()> {
        let by = self.acting(&told.by).await?;
        let text: CharterFile = toml::from_str(CHARTER).context("charter/biodiversite.toml")?;
        self.allowed(bring_in(&by, self.initiative(file)?, &text).await).map(drop)
    }
}
