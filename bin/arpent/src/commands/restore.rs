//! `arpent restore`: puts a copy back, once it is known to be sound; what it replaces is kept aside.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use arpent_core::{Clock as _, SystemClock};
use arpent_store::{Db, journal};

use crate::instance;
use crate::options::Options;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

/// What to restore.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A file written by `arpent backup`.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replaces a database that is there.
    #[arg(long)]
    force: bool,
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<()> {
    let Some(target) = options.database_file() else {
        return Err(trouble(t.backup_postgres(), "", t.restore_postgres_next()));
    };
    instance::prepare_folder(&options.data_dir, t)?;
    let _alone = instance::lock(&options.data_dir, t)?;
    if target.exists() && !arguments.force {
        return Err(trouble(t.restore_exists(target.display().to_string()), "", t.restore_exists_next()));
    }
    let copy = beside(&target, ".restoring");
    let lines = verified_copy(&arguments.file, &copy, t).await.inspect_err(|_| discard(&copy))?;
    let kept = set_aside(&target)?;
    move_database(&copy, &target)?;
    say(&t.restore_done(target.display().to_string(), lines));
    if let Some(kept) = kept {
        say(&t.restore_kept(kept.display().to_string()));
    }
    Ok(())
}

/// Copies the file beside its target, so that the last move is one rename, and checks the copy: the file itself is
/// never opened for writing. Returns the number of lines of its journal.
async fn verified_copy(file: &Path, copy: &Path, t: Texts) -> Result<i64> {
    let shown = file.display().to_string();
    discard(copy);
    fs::copy(file, copy).map_err(|error| trouble(t.restore_unreadable(&shown), error, t.restore_unreadable_next()))?;
    let unsound = |why: String| trouble(t.restore_unsound(&shown), why, t.restore_unsound_next());
    let findings = Db::check_file(copy).await.map_err(|error| unsound(error.to_string()))?;
    if !findings.is_empty() {
        return Err(unsound(findings.join("\n  ")));
    }
    let db = instance::open(&copy.display().to_string(), t).await?;
    let verified = journal::verify(&db).await;
    db.close().await;
    let verified = verified.map_err(|error| unsound(error.to_string()))?;
    if !verified.faults.is_empty() {
        let faults: Vec<String> = verified.faults.iter().map(|fault| super::journal::words(fault, t)).collect();
        return Err(unsound(faults.join("\n  ")));
    }
    Ok(verified.lines)
}

/// A database in WAL mode is up to three files.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", ""];

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}

pub(super) fn discard(path: &Path) {
    for companion in COMPANIONS {
        let _ = fs::remove_file(beside(path, companion));
    }
}

/// Renames the database in place, if there is one.
fn set_aside(target: &Path) -> Result<Option<PathBuf>> {
    if !target.exists() {
        return Ok(None);
    }
    let kept = beside(target, &format!(".replaced-{}", SystemClock.now().strftime("%Y%m%dT%H%M%S")));
    move_database(target, &kept)?;
    Ok(Some(kept))
}

/// The database itself moves last: until then, the place is free and a start would find nothing half there.
pub(super) fn move_database(from: &Path, to: &Path) -> io::Result<()> {
    for companion in COMPANIONS {
        let piece = beside(from, companion);
        if piece.exists() {
            fs::rename(piece, beside(to, companion))?;
        }
    }
    Ok(())
}
