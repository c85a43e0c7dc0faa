//! Bringing in answers collected elsewhere: kept, matched, checked line by line, confirmed, then imported. Nothing is
//! imported before it is confirmed, and the same line is never imported twice.

use arpent_commons::domain::initiative::slug;
use arpent_core::digest::sha256;
use arpent_core::{Event, Id};
use arpent_documents::tables::{Limits, LineError, LineReason, Reader, TableError, guess_columns};
use arpent_store::files;
use arpent_store::jobs::NewJob;
use arpent_web::{Caller, Lang, Refusal};

use super::{barometer, points::choose, scope};
use crate::COLLECT;
use crate::domain::collection::random_id;
use crate::domain::import::{Answered, Done, Line, Lines, Mapping, Problem, Target};
use crate::domain::protocol::Protocol;
use crate::domain::wave::{Mode, Wave, WaveState, week};
use crate::jobs::{TIDY, WAITS};
use crate::store::answers::{self, AnswerRow};
use crate::store::barometers::BarometerRow;
use crate::store::imports::{self, Import, ImportState};
use crate::store::waves;
use crate::texts::Texts;

/// Lines of one transaction.
const BATCH: usize = 500;
/// Faulty lines kept for a page.
const SHOWN: usize = 200;

/// Why a line will not be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// These cells.
    Cells(Vec<Problem>),
    /// The line itself.
    Line(LineReason),
}

/// What a file holds, once every line was looked at.
#[derive(Debug, Default)]
pub struct Checked {
    /// Names of the columns.
    pub headers: Vec<String>,
    /// Lines that will be imported.
    pub good: i64,
    /// Lines of other waves.
    pub elsewhere: i64,
    /// Lines that will not be imported.
    pub faulty: i64,
    /// The first of them, by their number in the file.
    pub problems: Vec<(u64, Why)>,
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
        t.say(key).map_or_else(|| t.table_other(&detail), Into::into)
    })
}

async fn place(caller: &Caller, wave: &Wave) -> Result<BarometerRow, Refusal> {
    let row = barometer(caller, wave.barometer).await?;
    caller.require(COLLECT, scope(row.initiative))?;
    Ok(row)
}

fn takes(wave: &Wave) -> Result<(), Refusal> {
    match wave.state {
        WaveState::Open | WaveState::Closed => Ok(()),
        WaveState::Prepared | WaveState::Published => {
            Err(Refusal::rule("wave-import", |l| Texts::new(l).answers_import_state().into()))
        }
    }
}

/// Guesses which column holds what, for a population.
pub fn guess(protocol: &Protocol, population: &str, headers: &[String]) -> Mapping {
    let names: Vec<(&'static str, Vec<&'static str>)> = Target::ALL
        .iter()
        .map(|target| {
            let key = format!("answers-column-{}", target.code());
            let words = Lang::ALL.into_iter().filter_map(|lang| Texts::new(lang).say(&key));
            (target.code(), words.flat_map(|words| words.split(',').map(str::trim)).collect())
        })
        .collect();
    let targets: Vec<(&str, &[&str])> = names.iter().map(|(target, names)| (*target, names.as_slice())).collect();
    let found = guess_columns(headers, &targets);
    let mut mapping = Mapping {
        population: population.to_owned(),
        respondent: found[0],
        stratum: found[1],
        weight: found[2],
        mode: found[3],
        filter: None,
        ..Mapping::default()
    };
    mapping.match_questions(protocol, headers);
    mapping
}

/// Words that files use for the ways to answer, as slugs.
pub fn modes() -> Vec<(String, Mode)> {
    let words = |mode: &Mode| {
        let key = format!("mode-words-{}", mode.code());
        let said = Lang::ALL.into_iter().filter_map(move |lang| Texts::new(lang).say(&key));
        let words = said.flat_map(|words| words.split(',')).map(slug).collect::<Vec<_>>();
        words.into_iter().chain([slug(mode.code())]).map(|word| (word, *mode)).collect::<Vec<_>>()
    };
    Mode::ALL.iter().flat_map(words).filter(|(word, _)| !word.is_empty()).collect()
}

/// Keeps a file for a day, and guesses what its columns hold.
///
/// # Errors
/// Not allowed, a wave that takes no answers, a file that is no table, a population that is not asked.
pub async fn upload(
    caller: &Caller,
    wave: &Wave,
    protocol: &Protocol,
    population: &str,
    (file_name, bytes): (&str, Vec<u8>),
) -> Result<Id<Import>, Refusal> {
    let row = place(caller, wave).await?;
    takes(wave)?;
    if protocol.population(population).is_none() {
        return Err(Refusal::Invalid(vec![choose("population")]));
    }
    let reader = Reader::open(bytes.as_slice(), file_name, &Limits::default()).map_err(|error| refused(&error))?;
    let mapping = guess(protocol, population, reader.headers());
    drop(reader);
    let file = caller.id::<Vec<u8>>().uuid();
    let import = Import {
        id: caller.id(),
        wave: wave.id,
        file: Some(file),
        file_name: file_name.chars().filter(|c| !c.is_control()).take(200).collect(),
        sha256: sha256(&bytes),
        mapping,
        state: ImportState::Pending,
        done: Done::default(),
        person: caller.actor.person,
        created_at: caller.now(),
    };
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    tx.put_file(file, "application/octet-stream", None, bytes).await?;
    imports::add(&tx, &import).await?;
    tx.enqueue(tidy_later(caller)).await?;
    tx.commit(Event::new("answers.uploaded", "import", import.id).within(row.initiative)).await?;
    Ok(import.id)
}

fn tidy_later(caller: &Caller) -> NewJob {
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind: TIDY,
        payload: serde_json::Value::Null,
        unique_key: None,
        run_at: caller.now().checked_add(WAITS).unwrap_or(jiff::Timestamp::MAX),
    }
}

/// The import, for whoever may collect.
///
/// # Errors
/// Not allowed, or not found.
pub async fn get(caller: &Caller, id: Id<Import>) -> Result<(Import, Wave), Refusal> {
    let import = imports::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    let wave = waves::by_id(&caller.db, import.wave).await?.ok_or(Refusal::NotFound)?;
    place(caller, &wave).await?;
    Ok((import, wave))
}

/// The content of its file.
///
/// # Errors
/// It was forgotten.
pub async fn content(caller: &Caller, import: &Import) -> Result<Vec<u8>, Refusal> {
    let Some(file) = import.file else {
        return Err(Refusal::rule("file-forgotten", |l| Texts::new(l).answers_file_forgotten().into()));
    };
    Ok(files::get(&caller.db, file).await?.content)
}

/// Looks at every line of a table; keeps at most `most` of the faulty ones. Pure computing.
///
/// # Errors
/// The file breaks half-way.
pub fn check(
    reader: Reader<'_>,
    (protocol, wave): (&Protocol, &Wave),
    mapping: &Mapping,
    most: Option<usize>,
) -> Result<Checked, Refusal> {
    let modes = modes();
    let mut lines = Lines::new(protocol, wave, mapping, &modes);
    let mut checked = Checked { headers: reader.headers().to_vec(), ..Checked::default() };
    for line in reader {
        match judge(&mut lines, line)? {
            Judged::Elsewhere => checked.elsewhere += 1,
            Judged::Good(_) => checked.good += 1,
            Judged::Faulty(number, why) => {
                checked.faulty += 1;
                if checked.problems.len() < most.unwrap_or(SHOWN) {
                    checked.problems.push((number, why));
                }
            }
        }
    }
    Ok(checked)
}

enum Judged {
    Elsewhere,
    Good(Box<Answered>),
    Faulty(u64, Why),
}

fn judge(lines: &mut Lines<'_>, line: Result<arpent_documents::tables::Line, LineError>) -> Result<Judged, Refusal> {
    let line = match line {
        Ok(line) => line,
        Err(LineError { reason: LineReason::Stopped(error), .. }) => return Err(refused(&error)),
        Err(error) => return Ok(Judged::Faulty(error.line, Why::Line(error.reason))),
    };
    Ok(match lines.read(line.number, &line.cells) {
        Line::Elsewhere => Judged::Elsewhere,
        Line::Good(answered) => Judged::Good(answered),
        Line::Faulty(problems) => Judged::Faulty(line.number, Why::Cells(problems)),
    })
}

/// Corrects what the columns hold.
///
/// # Errors
/// Not allowed, over already.
pub async fn map(caller: &Caller, id: Id<Import>, mapping: &Mapping) -> Result<(), Refusal> {
    let (_, wave) = get(caller, id).await?;
    let row = place(caller, &wave).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    if !imports::map(&tx, id, mapping).await? {
        return Err(Refusal::rule("import-over", |l| Texts::new(l).answers_import_over().into()));
    }
    tx.commit(Event::new("answers.mapped", "import", id).within(row.initiative)).await?;
    Ok(())
}

/// Confirms: the good lines become answers. `with_faults` says that the faulty ones may be left out; otherwise nothing is
/// imported while one remains.
///
/// # Errors
/// Not allowed, over already, lines to mend.
pub async fn confirm(caller: &Caller, id: Id<Import>, protocol: &Protocol, with_faults: bool) -> Result<Done, Refusal> {
    let (import, wave) = get(caller, id).await?;
    if import.state != ImportState::Pending {
        return Ok(import.done);
    }
    let bytes = content(caller, &import).await?;
    let open =
        || Reader::open(bytes.as_slice(), &import.file_name, &Limits::default()).map_err(|error| refused(&error));
    if !with_faults {
        let checked = check(open()?, (protocol, &wave), &import.mapping, Some(0))?;
        if checked.faulty > 0 {
            let faulty = checked.faulty;
            return Err(Refusal::rule("lines-to-mend", move |l| Texts::new(l).answers_lines_to_mend(faulty)));
        }
    }
    let done = bring_in(caller, &wave, protocol, open()?, &import.mapping, |_| ()).await?;
    let row = place(caller, &wave).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    imports::end(&tx, &import, ImportState::Done, done).await?;
    let event = Event::new("answers.imported", "import", id).within(row.initiative);
    tx.commit(event.with("answers", done.created)).await?;
    Ok(done)
}

/// Brings in a table, whoever calls: the page, or the command line. Lines brought in before create nothing; faulty ones
/// are counted and left out. A wave that takes answers again after a break goes on where it stopped.
///
/// # Errors
/// Not allowed, a wave that takes no answers, a file that breaks half-way.
pub async fn bring_in(
    caller: &Caller,
    wave: &Wave,
    protocol: &Protocol,
    mut reader: Reader<'_>,
    mapping: &Mapping,
    mut progress: impl FnMut(Done) + Send,
) -> Result<Done, Refusal> {
    place(caller, wave).await?;
    takes(wave)?;
    let modes = modes();
    let mut lines = Lines::new(protocol, wave, mapping, &modes);
    let mut done = Done::default();
    loop {
        let mut batch = Vec::with_capacity(BATCH);
        let mut ended = false;
        while batch.len() < BATCH && !ended {
            match reader.next().map(|line| judge(&mut lines, line)).transpose()? {
                None => ended = true,
                Some(Judged::Elsewhere) => {}
                Some(Judged::Good(answered)) => batch.push(*answered),
                Some(Judged::Faulty(..)) => {
                    done.read += 1;
                    done.refused += 1;
                }
            }
        }
        done = store(caller, wave, mapping, batch, done).await?;
        progress(done);
        if ended {
            return Ok(done);
        }
    }
}

async fn store(
    caller: &Caller,
    wave: &Wave,
    mapping: &Mapping,
    batch: Vec<Answered>,
    mut done: Done,
) -> Result<Done, Refusal> {
    let row = place(caller, wave).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    for answered in batch {
        done.read += 1;
        let new = AnswerRow {
            id: random_id(&*caller.chance),
            wave: wave.id,
            population: mapping.population.clone(),
            mode: answered.mode,
            place: None,
            // A file says nothing sure of when: the week in which the wave opened stands for it.
            week: week(wave.opens),
            complete: true,
            respondent: answered.respondent,
            stratum: answered.stratum,
            base_weight: answered.weight,
            replies: answered.replies,
            key: answered.key,
        };
        if answers::put(&tx, &new).await? { done.created += 1 } else { done.again += 1 }
    }
    tx.keep_house("the import's own line says what it did").await?;
    Ok(done)
}

/// Gives up: the file is forgotten at once.
///
/// # Errors
/// Not allowed.
pub async fn give_up(caller: &Caller, id: Id<Import>) -> Result<(), Refusal> {
    let (import, wave) = get(caller, id).await?;
    let row = place(caller, &wave).await?;
    let tx = caller.begin(COLLECT, scope(row.initiative)).await?;
    if imports::end(&tx, &import, ImportState::Forgotten, Done::default()).await? {
        tx.commit(Event::new("answers.forgotten", "import", id).within(row.initiative)).await?;
    }
    Ok(())
}
