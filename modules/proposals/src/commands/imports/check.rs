//! Every line looked at before anything is imported.

use std::collections::HashMap;

use arpent_commons::domain::initiative::{Initiative, slug};
use arpent_commons::domain::people::{Area, Capacity};
use arpent_commons::store::places;
use arpent_commons::words;
use arpent_core::Id;
use arpent_documents::tables::{LineError, LineReason, Reader};
use arpent_web::{Caller, Lang, Refusal};

use super::refused;
use crate::domain::import::{Fault, Lexicon, LineProblem, Mapping, Said, Target, read_line};
use crate::texts::Texts;

/// Faulty lines kept for the page; the others are counted, and all of them are in the file of errors.
const SHOWN: usize = 200;

/// A line that will not be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyLine {
    /// The line its owner sees in the file.
    pub line: u64,
    /// What is wrong, cell by cell; or with the line as a whole.
    pub why: Why,
}

/// Why a line cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// These cells.
    Cells(Vec<LineProblem>),
    /// The line itself.
    Line(LineReason),
}

/// What a file holds, once every line was looked at.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Lines that will be imported.
    pub good: i64,
    /// Lines that say the same as another line of the file.
    pub same: i64,
    /// Lines that will not be imported.
    pub faulty: i64,
    /// The first of them.
    pub problems: Vec<FaultyLine>,
    /// Themes that the file names.
    pub themes: Vec<String>,
}

/// Looks at every line; keeps at most `most` of the faulty ones. Pure computing: call it off the request's thread.
///
/// # Errors
/// The file breaks half-way.
pub fn check(
    reader: Reader<'_>,
    mapping: &Mapping,
    lexicon: &Lexicon,
    place: &str,
    most: Option<usize>,
) -> Result<Checked, Refusal> {
    let mut checked = Checked::default();
    let mut lines = Lines::new(mapping, lexicon, place);
    for line in reader {
        match lines.read(line)? {
            Read::Good(said) => {
                checked.good += 1;
                if !said.theme.is_empty() && !checked.themes.contains(&said.theme) {
                    checked.themes.push(said.theme);
                }
            }
            Read::Same => checked.same += 1,
            Read::Faulty(line) => {
                checked.faulty += 1;
                if checked.problems.len() < most.unwrap_or(SHOWN) {
                    checked.problems.push(line);
                }
            }
        }
    }
    Ok(checked)
}

/// One line, judged.
pub(super) enum Read {
    /// To be imported.
    Good(Box<Said>),
    /// Word for word another line of the file.
    Same,
    /// Not to be imported.
    Faulty(FaultyLine),
}

/// Judges lines one after the other; remembers their keys, so that a file that repeats itself is seen. 24 bytes a line.
pub(super) struct Lines<'a> {
    mapping: &'a Mapping,
    lexicon: &'a Lexicon,
    place: &'a str,
    seen: HashMap<u128, u64>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(mapping: &'a Mapping, lexicon: &'a Lexicon, place: &'a str) -> Self {
        Self { mapping, lexicon, place, seen: HashMap::new() }
    }

    pub(super) fn read(&mut self, line: Result<arpent_documents::tables::Line, LineError>) -> Result<Read, Refusal> {
        let line = match line {
            Ok(line) => line,
            Err(LineError { reason: LineReason::Stopped(error), .. }) => return Err(refused(&error)),
            Err(error) => return Ok(Read::Faulty(FaultyLine { line: error.line, why: Why::Line(error.reason) })),
        };
        let said = match read_line(&line.cells, self.mapping, self.lexicon, self.place) {
            Ok(said) => said,
            Err(problems) => return Ok(Read::Faulty(FaultyLine { line: line.number, why: Why::Cells(problems) })),
        };
        Ok(match self.seen.insert(number(&said.key), fingerprint(&said.text)) {
            None => Read::Good(Box::new(said)),
            Some(text) if text == fingerprint(&said.text) => Read::Same,
            Some(_) => Read::Faulty(FaultyLine { line: line.number, why: Why::Cells(vec![twice(self, &line.cells)]) }),
        })
    }
}

fn twice(lines: &Lines<'_>, cells: &[String]) -> LineProblem {
    let cell = lines.mapping.cell(Target::Reference, cells).chars().take(80).collect();
    LineProblem { target: Target::Reference, fault: Fault::ReferenceTwice, cell }
}

/// Half of a SHA-256 in hexadecimal tells millions of lines apart.
fn number(key: &str) -> u128 {
    u128::from_str_radix(key.get(..32).unwrap_or(""), 16).unwrap_or(0)
}

fn fingerprint(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The words a file may use for capacities and communes.
///
/// # Errors
/// The database does not answer.
pub async fn lexicon(caller: &Caller, initiative: Id<Initiative>) -> Result<Lexicon, Refusal> {
    let mut areas: Vec<(String, Id<Area>)> = Vec::new();
    for area in places::of_initiative(&caller.db, initiative).await?.into_iter().chain(places::areas(&caller.db).await?)
    {
        areas.push((slug(&area.name), area.id));
        areas.extend(area.code.as_deref().map(|code| (slug(code), area.id)));
    }
    Ok(Lexicon { capacities: capacities(), areas, today: Some(caller.today()) })
}

/// Codes, the site's own words and those that files use, in both languages.
fn capacities() -> Vec<(String, Capacity)> {
    let mut all = Vec::new();
    for capacity in Capacity::ALL {
        all.push((slug(capacity.code()), *capacity));
        for lang in Lang::ALL {
            let named = words::capacity(arpent_commons::texts::Texts::new(lang), *capacity);
            let used = Texts::new(lang).say(&format!("import-capacity-{}", capacity.code())).unwrap_or("");
            let words = std::iter::once(named).chain(named.split(',')).chain(used.split(','));
            all.extend(words.map(|word| (slug(word), *capacity)).filter(|(word, _)| !word.is_empty()));
        }
    }
    all
}
