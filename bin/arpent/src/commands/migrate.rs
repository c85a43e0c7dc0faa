//! `arpent migrate`: brings the schema up to date, so that the first start after an update is quick.

use anyhow::Result;
use arpent_store::Migrations;

use crate::composition;
use crate::instance;
use crate::logging::without_secret;
use crate::options::Options;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

pub(super) async fn run(options: &Options, t: Texts) -> Result<()> {
    let db = instance::database(options, t).await?;
    let address = without_secret(&options.database());
    let schemas: Vec<Migrations> = composition::schemas().iter().map(|schema| schema.migrations).collect();
    let migrated = db.migrate(&schemas).await;
    migrated.map_err(|error| trouble(t.schema_failed(&address), error, t.schema_failed_next()))?;
    db.close().await;
    say(&t.migrate_done(&address));
    Ok(())
}
