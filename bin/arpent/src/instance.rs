//! An instance on its feet: its folder, its database, its application.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use arpent_commons::store::places::{self, AreaRow};
use arpent_core::{Chance, Clock, SystemChance, SystemClock};
use arpent_store::Db;
use arpent_web::land::Commune;
use arpent_web::{App, Caller, Config, Room, caller};
use axum::{Extension, Router};

use crate::composition;
use crate::logging::without_secret;
use crate::options::Options;
use crate::texts::Texts;
use crate::trouble::trouble;

/// Name of the file a server holds while it uses the folder.
const LOCK_FILE: &str = "arpent.lock";

/// A database server that has not answered by then is down, or elsewhere.
const DATABASE_PATIENCE: Duration = Duration::from_secs(10);

/// An application and its routes.
#[derive(Debug)]
pub struct Instance {
    /// The application.
    pub app: Arc<App>,
    /// Its routes.
    pub router: Router,
}

/// Time and chance as the machine gives them.
pub(crate) fn surroundings() -> (Arc<dyn Clock>, Arc<dyn Chance>) {
    (Arc::new(SystemClock), Arc::new(SystemChance))
}

impl Instance {
    /// Opens what the options name, bringing its schema up to date.
    ///
    /// # Errors
    /// The folder cannot be written, the database does not answer: said with what to do.
    pub async fn open(options: &Options, t: Texts) -> Result<Self> {
        let db = database(options, t).await?;
        Self::compose(options.config(), db, composition::rooms(), t).await
    }

    /// Composes an application on an open database.
    pub(crate) async fn compose(config: Config, db: Db, rooms: Vec<Room>, t: Texts) -> Result<Self> {
        let address = without_secret(&config.database);
        let opened = App::open(config, db, surroundings(), rooms).await;
        let (app, router) = opened.map_err(|error| trouble(t.schema_failed(address), error, t.schema_failed_next()))?;
        let router = router.layer(Extension(composition::slots())).layer(Extension(arpent_mapping::maps()));
        draw_land(&app).await?;
        Ok(Self { app, router })
    }

    /// The operator, for commands asked for at the command line.
    pub fn operator(&self, t: Texts) -> Caller {
        self.app.caller(caller::operator(), t.lang())
    }
}

/// Gives the land band the communes of the territory.
async fn draw_land(app: &App) -> Result<()> {
    let areas = places::areas(&app.db).await?;
    let weigh = |area: AreaRow| Commune { weight: area.population.unwrap_or(1) as f64, name: area.name };
    app.land.set(areas.into_iter().filter(|area| area.kind == "commune").map(weigh).collect());
    Ok(())
}

/// Makes the data folder, and makes sure it can be written.
pub(crate) fn prepare_folder(folder: &Path, t: Texts) -> Result<()> {
    let trial = folder.join(".arpent-writable");
    let tried = fs::create_dir_all(folder).and_then(|()| fs::write(&trial, b"")).and_then(|()| fs::remove_file(&trial));
    tried.map_err(|error| {
        trouble(t.folder_not_writable(folder.display().to_string()), error, t.folder_not_writable_next())
    })
}

/// Opens the database the options name.
pub(crate) async fn database(options: &Options, t: Texts) -> Result<Db> {
    prepare_folder(&options.data_dir, t)?;
    open(&options.database(), t).await
}

/// Opens a database, with words for when it does not answer.
pub(crate) async fn open(address: &str, t: Texts) -> Result<Db> {
    match tokio::time::timeout(DATABASE_PATIENCE, Db::open(address)).await {
        Ok(opened) => opened.map_err(|error| unreachable_database(address, &error.to_string(), t)),
        Err(_) => Err(unreachable_database(address, t.database_silent(), t)),
    }
}

fn unreachable_database(address: &str, error: &str, t: Texts) -> anyhow::Error {
    let next = if address.contains("://") { t.database_server_next() } else { t.database_file_next() };
    trouble(t.database_unreachable(without_secret(address)), error, next)
}

/// Opens a database that must already be there: a command that reads must not create what it was to read.
pub(crate) async fn existing_database(options: &Options, t: Texts) -> Result<Db> {
    if let Some(file) = options.database_file().filter(|file| !file.exists()) {
        return Err(trouble(t.database_missing(file.display().to_string()), "", t.database_missing_next()));
    }
    open(&options.database(), t).await
}

/// Takes the data folder for this process alone; the lock ends with the process, however it ends.
pub(crate) fn lock(folder: &Path, t: Texts) -> Result<File> {
    let path = folder.join(LOCK_FILE);
    let file = File::options().create(true).truncate(false).write(true).open(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(trouble(t.folder_in_use(folder.display().to_string()), "", t.folder_in_use_next()))
        }
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
