//! The charter of a démarche, from a file: a first draft that everyone reads, and nothing published.

use std::path::Path;

use anyhow::Result;
use arpent_charter::commands::files::bring_in;
use arpent_charter::domain::file::CharterFile;
use arpent_commons::store::initiatives;

use super::read;
use crate::instance::Instance;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

pub(super) async fn import(instance: &Instance, path: &Path, slug: &str, t: Texts) -> Result<()> {
    let operator = instance.operator(t);
    let initiative = initiatives::by_slug(&operator.db, slug).await?;
    let initiative = initiative.ok_or_else(|| trouble(t.no_initiative(slug), "", t.no_initiative_next()))?;
    let bytes = read(path, t)?;
    let shown = path.display().to_string();
    let unreadable = |error: String| trouble(t.import_unreadable(&shown), error, t.import_charter_next());
    let text = String::from_utf8(bytes).map_err(|error| unreadable(error.to_string()))?;
    let file: CharterFile = toml::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
    bring_in(&operator, initiative.id, &file).await.map_err(|refusal| refused(&refusal, t))?;
    say(&t.import_charter_done(file.article.len(), file.sub_charter.len()));
    Ok(())
}
