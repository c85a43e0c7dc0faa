//! The import itself, in batches: memory stays flat, and a process that dies goes on where it stopped.

use std::collections::HashMap;

use arpent_commons::commands::contributions::{Author, NewContribution, classify, submit_many};
use arpent_commons::commands::themes;
use arpent_commons::domain::contribution::{Channel, Contribution};
use arpent_commons::domain::initiative::{Initiative, Theme};
use arpent_commons::domain::text::{TITLE, first_words};
use arpent_commons::permission::{CONTRIBUTION_IMPORT, THEME_EDIT};
use arpent_commons::store::contributions;
use arpent_core::{Event, Id, Scope};
use arpent_documents::tables::{Limits, Reader};
use arpent_web::{Caller, Refusal};

use super::check::{FaultyLine, Lines, Read};
use super::{content, lexicon, refused};
use crate::domain::import::{Mapping, Progress, Said};
use crate::store::imports::{self, Import, ImportState};

/// Lines of one transaction.
const BATCH: usize = 500;
/// Faulty lines kept in a report.
const KEPT: usize = 1_000;

/// What an import did.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Lines read, contributions created, already there, refused.
    pub progress: Progress,
    /// The first refused lines, with their reasons.
    pub problems: Vec<FaultyLine>,
    /// Themes created.
    pub themes: i64,
}

/// Imports a table into a démarche, whoever calls: the job behind the page, or the command line. Lines imported before
/// create nothing; faulty ones are reported and the others imported.
///
/// # Errors
/// Not allowed, a démarche that is not open, a file that breaks half-way: what was imported before stays, and importing
/// the file again goes on from there.
pub async fn import(
    caller: &Caller,
    initiative: Id<Initiative>,
    mut reader: Reader<'_>,
    mapping: &Mapping,
    mut progress: impl FnMut(Progress) + Send,
) -> Result<Report, Refusal> {
    caller.require(CONTRIBUTION_IMPORT, Scope::Initiative(initiative.uuid()))?;
    let (lexicon, place) = (lexicon(caller, initiative).await?, initiative.to_string());
    let mut lines = Lines::new(mapping, &lexicon, &place);
    let mut shelves = Shelves::open(caller, initiative, mapping).await?;
    let mut report = Report::default();
    loop {
        let (batch, ended) = next_batch(&mut reader, &mut lines, &mut report)?;
        store(caller, initiative, &batch, &mut shelves, &mut report).await?;
        progress(report.progress);
        if ended {
            report.themes = shelves.created;
            return Ok(report);
        }
    }
}

fn next_batch(
    reader: &mut Reader<'_>,
    lines: &mut Lines<'_>,
    report: &mut Report,
) -> Result<(Vec<Said>, bool), Refusal> {
    let mut batch = Vec::with_capacity(BATCH);
    while batch.len() < BATCH {
        let Some(line) = reader.next() else { return Ok((batch, true)) };
        report.progress.read += 1;
        match lines.read(line)? {
            Read::Good(said) => batch.push(*said),
            Read::Same => report.progress.again += 1,
            Read::Faulty(line) => {
                report.progress.refused += 1;
                if report.problems.len() < KEPT {
                    report.problems.push(line);
                }
            }
        }
    }
    Ok((batch, false))
}

async fn store(
    caller: &Caller,
    initiative: Id<Initiative>,
    batch: &[Said],
    shelves: &mut Shelves,
    report: &mut Report,
) -> Result<(), Refusal> {
    let new: Vec<NewContribution> = batch.iter().map(|said| contribution(initiative, said)).collect();
    let accepted = submit_many(caller, &new).await?;
    let mut by_theme: HashMap<Id<Theme>, Vec<Id<Contribution>>> = HashMap::new();
    for (said, accepted) in batch.iter().zip(accepted) {
        if accepted.again {
            report.progress.again += 1;
            continue;
        }
        report.progress.created += 1;
        if let Some(theme) = shelves.find(caller, &said.theme).await? {
            by_theme.entry(theme).or_default().push(accepted.id);
        }
    }
    for (theme, ids) in by_theme {
        classify(caller, &ids, Some(theme)).await?;
    }
    Ok(())
}

fn contribution(initiative: Id<Initiative>, said: &Said) -> NewContribution {
    NewContribution {
        initiative,
        title: said.title.clone(),
        text: said.text.clone(),
        channel: Channel::Import,
        capacity: said.capacity,
        organisation: None,
        area: said.area,
        place: said.place.clone(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: said.email.clone(),
        submission: said.key.clone(),
        said_on: said.said_on,
        author: Author::Nobody,
    }
}

/// The themes of a démarche by name, those of the file created when that was asked for.
struct Shelves {
    initiative: Id<Initiative>,
    known: HashMap<String, Id<Theme>>,
    may_create: bool,
    created: i64,
}

impl Shelves {
    async fn open(caller: &Caller, initiative: Id<Initiative>, mapping: &Mapping) -> Result<Self, Refusal> {
        let themes = contributions::themes(&caller.db, initiative).await?;
        let may_create = mapping.create_themes && caller.may(THEME_EDIT, Scope::Initiative(initiative.uuid()));
        let known = themes.into_iter().map(|theme| (theme.title.to_lowercase(), theme.id)).collect();
        Ok(Self { initiative, known, may_create, created: 0 })
    }

    /// A name longer than a title is shortened; the theme's summary then says it in full.
    async fn find(&mut self, caller: &Caller, name: &str) -> Result<Option<Id<Theme>>, Refusal> {
        if name.is_empty() {
            return Ok(None);
        }
        let title = if name.chars().count() > TITLE { first_words(name, TITLE - 1) } else { name.to_owned() };
        if let Some(theme) = self.known.get(&title.to_lowercase()) {
            return Ok(Some(*theme));
        }
        if !self.may_create {
            return Ok(None);
        }
        let summary = if title == name { "" } else { name };
        let theme = themes::create(caller, self.initiative, &title, summary).await?;
        self.known.insert(title.to_lowercase(), theme);
        self.created += 1;
        Ok(Some(theme))
    }
}

/// Runs a confirmed import to its end, noting how far it has gone. Safe to run again after a crash.
///
/// # Errors
/// The database does not answer; the import is then noted as failed, and can be started again.
pub async fn resume(caller: &Caller, import: &Import) -> Result<Report, Refusal> {
    let outcome = run(caller, import).await;
    let state = if outcome.is_ok() { ImportState::Done } else { ImportState::Failed };
    let mut tx = caller.begin(CONTRIBUTION_IMPORT, Scope::Initiative(import.initiative.uuid())).await?;
    if let Ok(report) = &outcome {
        imports::go_on(&tx, import.id, report.progress).await?;
        imports::forget(&tx, import).await?;
    }
    imports::finish(&tx, import.id, state).await?;
    let event = Event::new("import.finished", "import", import.id).within(import.initiative);
    tx.note(event.with("state", state.code()));
    let counted = outcome.as_ref().map_or(0, |report| report.progress.created);
    tx.commit(Event::new("import.counted", "import", import.id).with("created", counted)).await?;
    outcome
}

async fn run(caller: &Caller, stored: &Import) -> Result<Report, Refusal> {
    let bytes = content(caller, stored).await?;
    let reader =
        Reader::open(bytes.as_slice(), &stored.file_name, &Limits::default()).map_err(|error| refused(&error))?;
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    let noting = async {
        while let Some(progress) = receiver.recv().await {
            note(caller, stored, progress).await?;
        }
        Ok::<(), Refusal>(())
    };
    let importing = async {
        let report = import(caller, stored.initiative, reader, &stored.mapping, |progress| {
            let _ = sender.send(progress);
        })
        .await;
        drop(sender);
        report
    };
    let (report, noted) = tokio::join!(importing, noting);
    noted?;
    report
}

async fn note(caller: &Caller, import: &Import, progress: Progress) -> Result<(), Refusal> {
    let tx = caller.begin(CONTRIBUTION_IMPORT, Scope::Initiative(import.initiative.uuid())).await?;
    imports::go_on(&tx, import.id, progress).await?;
    Ok(tx.keep_house("how far an import has gone is not an act").await?)
}
