//! The demonstration territory: files read, then replayed day by day through the product's own commands, with a clock
//! that shows each day in turn. What a command would refuse to a person, it refuses here.

mod page;
mod plan;
mod replay;
pub mod schema;

use std::sync::Arc;

use anyhow::Result;
use arpent_core::{FixedClock, SeededChance, clock};
use arpent_store::Db;
use arpent_web::{App, Config, worker};
use jiff::civil::Date;

use crate::composition;
use crate::texts::Texts;

pub use page::room;
pub use replay::Replay;

/// The same seed gives the same codes and numbers at each loading.
const SEED: u64 = 38_563;

/// Replays the story as if the demonstration started on `today`, telling `progress` how many acts of how many are done.
///
/// # Errors
/// A command refuses an act, which names the file and what was refused; the database does not answer.
pub async fn load(config: Config, db: Db, today: Date, t: Texts, progress: impl Fn(u64, u64) + Send) -> Result<()> {
    let story = schema::read()?;
    let clock = Arc::new(FixedClock::new(clock::paris_midnight(today)));
    let chance = Arc::new(SeededChance::new(SEED));
    let (app, _) = App::open(config, db, (clock.clone(), chance), composition::rooms()).await?;
    let replay = Replay::new(&app, &clock, &story, today, t);
    replay.run(progress).await?;
    // Letters of the story go where letters of a demonstration go: a folder, never a person.
    clock.set(clock::paris_midnight(today));
    worker::run_all(&app).await?;
    Ok(())
}
