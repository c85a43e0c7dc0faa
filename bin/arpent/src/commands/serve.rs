//! `arpent serve`: the site, until told to stop.

use anyhow::Result;

use crate::instance::{self, Instance};
use crate::logging::without_secret;
use crate::options::Options;
use crate::server::{Server, Stop};
use crate::terminal::say;
use crate::texts::Texts;

pub(super) async fn run(options: &Options, t: Texts) -> Result<()> {
    instance::prepare_folder(&options.data_dir, t)?;
    // One file, one server: on SQLite a second one would not see the first one's settings change.
    let _alone = options.database_file().map(|_| instance::lock(&options.data_dir, t)).transpose()?;
    let instance = Instance::open(options, t).await?;
    let base_url = instance.app.config.base_url.clone();
    let server = Server::bind(instance, options.listen, t).await?;
    tracing::info!(listen = %options.listen, database = without_secret(&options.database()), "serving");
    say(&t.serve_ready(base_url, options.listen.to_string()));
    let stop = Stop::default();
    stop.on_signal();
    server.run(&stop).await
}
