//! `arpent demo`: a territory at work, in a folder of its own.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::Result;
use arpent_commons::store::initiatives;
use arpent_core::{Clock as _, SystemClock};
use arpent_store::Db;
use arpent_web::Config;
use tokio::net::TcpListener;

use crate::composition;
use crate::demonstration;
use crate::instance::{self, Instance};
use crate::options::Options;
use crate::progress;
use crate::server::{Server, Stop};
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

/// Folder of the demonstration within the data folder: never that of a real instance.
const FOLDER: &str = "demo";
const DATABASE_FILE: &str = "demo.db";
/// Written beside while it fills: a loading that was stopped leaves nothing that looks loaded.
const LOADING_FILE: &str = "demo-loading.db";
/// Ports tried after the one asked for.
const PORTS: u16 = 20;

/// How to show it.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Starts again from nothing.
    #[arg(long)]
    fresh: bool,
    /// An empty PostgreSQL database, instead of a file.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<()> {
    let folder = options.data_dir.join(FOLDER);
    instance::prepare_folder(&folder, t)?;
    let _alone = instance::lock(&folder, t)?;
    let address = match &arguments.database {
        Some(address) => on_server(address, options, &folder, t).await?,
        None => in_file(arguments.fresh, options, &folder, t).await?,
    };
    let listener = first_free(options.listen, t).await?;
    let config = config(options, &folder, address, listener.local_addr()?);
    let base_url = config.base_url.clone();
    let db = instance::open(&config.database, t).await?;
    let mut rooms = composition::rooms();
    rooms.push(demonstration::room());
    let server = Server::on(Instance::compose(config, db, rooms, t).await?, listener);
    say(&t.demo_ready(format!("{base_url}/demo"), folder.join("mail").display().to_string()));
    let stop = Stop::default();
    stop.on_signal();
    server.run(&stop).await
}

fn config(options: &Options, folder: &Path, database: String, listen: SocketAddr) -> Config {
    Config {
        database,
        data_dir: folder.to_path_buf(),
        listen,
        base_url: options.base_url.clone().unwrap_or_else(|| format!("http://localhost:{}", listen.port())),
        // Whatever relay the machine has, invented people receive nothing.
        smtp_url: None,
        demo: true,
        ..options.config()
    }
}

/// Fills a file beside, then puts it in place; a file already in place is used as it is.
async fn in_file(fresh: bool, options: &Options, folder: &Path, t: Texts) -> Result<String> {
    let (place, loading) = (folder.join(DATABASE_FILE), folder.join(LOADING_FILE));
    if fresh {
        super::restore::discard(&place);
        let _ = fs::remove_dir_all(folder.join("mail"));
    }
    let address = place.display().to_string();
    if place.exists() {
        say(&t.demo_loaded(folder.display().to_string()));
        return Ok(address);
    }
    super::restore::discard(&loading);
    let db = instance::open(&loading.display().to_string(), t).await?;
    fill(options, folder, &db, t).await?;
    db.close().await;
    super::restore::move_database(&loading, &place)?;
    Ok(address)
}

/// Fills an empty database; one that holds the whole demonstration is used as it is, any other is left alone.
async fn on_server(address: &str, options: &Options, folder: &Path, t: Texts) -> Result<String> {
    let db = instance::open(address, t).await?;
    db.migrate(&arpent_web::app::migrations(&composition::rooms())).await?;
    let present = initiatives::list(&db, true).await?;
    let story = demonstration::schema::read()?;
    let is_ours = story.initiatives.iter().all(|file| present.iter().any(|one| one.slug == file.initiative.slug));
    if present.is_empty() {
        fill(options, folder, &db, t).await?;
    } else if is_ours {
        say(&t.demo_loaded(crate::logging::without_secret(address)));
    } else {
        let shown = crate::logging::without_secret(address);
        return Err(trouble(t.demo_not_empty(shown), "", t.demo_not_empty_next()));
    }
    db.close().await;
    Ok(address.to_owned())
}

async fn fill(options: &Options, folder: &Path, db: &Db, t: Texts) -> Result<()> {
    let config = config(options, folder, String::new(), options.listen);
    let bar = progress::bar(t.demo_loading());
    let shown = |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    };
    demonstration::load(config, db.clone(), SystemClock.today(), t, shown).await?;
    bar.finish_and_clear();
    Ok(())
}

/// The port asked for, or one of the next.
async fn first_free(wanted: SocketAddr, t: Texts) -> Result<TcpListener> {
    let mut refusal = None;
    for step in 0..PORTS {
        let Some(port) = wanted.port().checked_add(step) else { break };
        match TcpListener::bind(SocketAddr::new(wanted.ip(), port)).await {
            Ok(listener) => {
                if step > 0 {
                    say(&t.demo_other_port(port.to_string(), wanted.port().to_string()));
                }
                return Ok(listener);
            }
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    let why = refusal.map(|error| error.to_string()).unwrap_or_default();
    Err(trouble(t.demo_no_port(wanted.to_string()), why, t.demo_no_port_next()))
}
