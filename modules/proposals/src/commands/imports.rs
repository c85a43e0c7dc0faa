//! Bringing in a file: kept, matched, checked line by line, confirmed, then imported in batches. Nothing is imported
//! before it is confirmed, and the same line is never imported twice.

mod check;
mod run;

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::permission::CONTRIBUTION_IMPORT;
use arpent_core::{Event, Id, Scope};
use arpent_documents::tables::{Limits, Reader, TableError, guess_columns};
use arpent_store::files;
use arpent_store::jobs::NewJob;
use arpent_web::{Caller, Lang, Refusal};
use serde_json::json;

pub use check::{Checked, FaultyLine, Why, check, lexicon};
pub use run::{Report, import, resume};

use super::photos::tidy_later;
use crate::domain::import::{Mapping, Progress, Target};
use crate::domain::key::key;
use crate::jobs::IMPORT;
use crate::store::imports::{self, Import, ImportState};
use crate::texts::Texts;

/// Keeps a file for a day, and guesses which column holds what.
///
/// # Errors
/// Not allowed, or nothing in it can be used: said at the field, with what the content turned out to be.
pub async fn upload(
    caller: &Caller,
    initiative: Id<Initiative>,
    file_name: &str,
    bytes: Vec<u8>,
) -> Result<Id<Import>, Refusal> {
    caller.require(CONTRIBUTION_IMPORT, Scope::Initiative(initiative.uuid()))?;
    let mapping = guess(&headers(&bytes, file_name)?);
    let tx = caller.begin(CONTRIBUTION_IMPORT, Scope::Initiative(initiative.uuid())).await?;
    let file = caller.id::<Vec<u8>>().uuid();
    let import = Import {
        id: caller.id(),
        initiative,
        file: Some(file),
        file_name: file_name.chars().filter(|c| !c.is_control()).take(200).collect(),
        sha256: key([bytes.as_slice()]),
        mapping,
        state: ImportState::Pending,
        progress: Progress::default(),
        person: caller.actor.person,
        created_at: caller.now(),
        finished_at: None,
    };
    tx.put_file(file, "application/octet-stream", None, bytes).await?;
    imports::add(&tx, &import).await?;
    tx.enqueue(tidy_later(caller)).await?;
    tx.commit(Event::new("import.uploaded", "import", import.id).within(initiative)).await?;
    Ok(import.id)
}

/// The names of the columns of a file.
///
/// # Errors
/// It is not a table that can be read.
pub fn headers(bytes: &[u8], file_name: &str) -> Result<Vec<String>, Refusal> {
    let reader = Reader::open(bytes, file_name, &Limits::default()).map_err(|error| refused(&error))?;
    Ok(reader.headers().to_vec())
}

/// Which column most likely holds what, by the names people give to columns in both languages.
pub fn guess(headers: &[String]) -> Mapping {
    let names: Vec<(&'static str, Vec<&'static str>)> = Target::ALL
        .iter()
        .map(|target| {
            let texts = Lang::ALL
                .into_iter()
                .filter_map(|lang| Texts::new(lang).say(&format!("import-column-{}", target.code().replace('_', "-"))));
            (target.code(), texts.flat_map(|words| words.split(',').map(str::trim)).collect())
        })
        .collect();
    let targets: Vec<(&str, &[&str])> = names.iter().map(|(target, names)| (*target, names.as_slice())).collect();
    let guessed = guess_columns(headers, &targets);
    Target::ALL.iter().zip(guessed).fold(Mapping::default(), |mapping, (target, column)| mapping.with(*target, column))
}

/// Why a file cannot be used, said at its field.
pub(crate) fn refused(error: &TableError) -> Refusal {
    let key = match error {
        TableError::WrongType { found } => found.code(),
        other => other.code(),
    };
    let detail = error.to_string();
    Refusal::field("file", error.code(), move |lang| {
        let t = Texts::new(lang);
        t.say(key).map_or_else(|| t.file_unreadable(&detail), Into::into)
    })
}

/// The import, for whoever may bring files into its démarche.
///
/// # Errors
/// Not allowed, or not found.
pub async fn get(caller: &Caller, id: Id<Import>) -> Result<Import, Refusal> {
    let import = imports::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    caller.require(CONTRIBUTION_IMPORT, Scope::Initiative(import.initiative.uuid()))?;
    Ok(import)
}

/// The content of its file.
///
/// # Errors
/// It was forgotten.
pub async fn content(caller: &Caller, import: &Import) -> Result<Vec<u8>, Refusal> {
    let Some(file) = import.file else { return Err(gone()) };
    Ok(files::get(&caller.db, file).await?.content)
}

fn gone() -> Refusal {
    Refusal::rule("file-forgotten", |l| Texts::new(l).import_forgotten().into())
}

/// Corrects which column holds what.
///
/// # Errors
/// Not allowed, already confirmed, or no column holds the words.
pub async fn map(caller: &Caller, id: Id<Import>, mapping: &Mapping) -> Result<(), Refusal> {
    let import = get(caller, id).await?;
    if mapping.column(Target::Text).is_none() {
        return Err(Refusal::field("text", "missing", |l| Texts::new(l).import_no_text().into()));
    }
    let tx = caller.begin(CONTRIBUTION_IMPORT, Scope::Initiative(import.initiative.uuid())).await?;
    if !imports::map(&tx, id, mapping).await? {
        return Err(started());
    }
    tx.commit(Event::new("import.mapped", "import", id).within(import.initiative)).await?;
    Ok(())
}

fn started() -> Refusal {
    Refusal::rule("import-started", |l| Texts::new(l).import_started().into())
}

/// Confirms: the import is done by a job, asked for in the same transaction. Confirmed twice, it runs once.
///
/// # Errors
/// Not allowed, no column holds the words, or the file is forgotten.
pub async fn confirm(caller: &Caller, id: Id<Import>) -> Result<(), Refusal> {
    let import = get(caller, id).await?;
    if import.mapping.column(Target::Text).is_none() {
        return Err(Refusal::field("text", "missing", |l| Texts::new(l).import_no_text().into()));
    }
    let tx = caller.begin(CONTRIBUTION_IMPORT, Scope::Initiative(import.initiative.uuid())).await?;
    if !imports::start(&tx, id).await? {
        return if import.state == ImportState::Forgotten { Err(gone()) } else { Ok(()) };
    }
    let job = NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: IMPORT,
        payload: json!({ "import": import.id, "lang": caller.lang.code() }),
        unique_key: None,
        run_at: caller.now(),
    };
    tx.enqueue(job).await?;
    tx.commit(Event::new("import.started", "import", id).within(import.initiative)).await?;
    Ok(())
}

/// Gives up: the file is forgotten at once.
///
/// # Errors
/// Not allowed, or already confirmed.
pub async fn give_up(caller: &Caller, id: Id<Import>) -> Result<(), Refusal> {
    let import = get(caller, id).await?;
    if import.state != ImportState::Pending {
        return Err(started());
    }
    let tx = caller.begin(CONTRIBUTION_IMPORT, Scope::Initiative(import.initiative.uuid())).await?;
    imports::forget(&tx, &import).await?;
    tx.commit(Event::new("import.forgotten", "import", id).within(import.initiative)).await?;
    Ok(())
}
