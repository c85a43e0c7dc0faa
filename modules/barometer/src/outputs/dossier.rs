//! The protected file of a wave: its answers with their weights, the codebook, the published cube, and what repeats every
//! figure by command, each piece with its fingerprint.

use std::collections::BTreeMap;

use arpent_core::digest::sha256;
use arpent_documents::ddi;
use arpent_survey::plan::{Column, Plan, Table};
use arpent_texts::Lang;
use jiff::civil::DateTime;
use serde::Serialize;

use super::{answers, codebook};
use crate::domain::cube::Cube;
use crate::reading::{Reading, Source, named};
use crate::store::answers::AnswerRow;
use crate::texts::Texts;

/// Version of the file that repeats the figures.
const FORMAT: u32 = 1;

/// What `arpent survey` reads.
#[derive(Debug, Serialize)]
struct Repeat<'a> {
    format: u32,
    protocol_sha256: &'a str,
    cube_sha256: &'a str,
    plan: &'a Plan,
    tables: Vec<Piece>,
}

/// A table beside it.
#[derive(Debug, Serialize)]
struct Piece {
    name: String,
    file: String,
    sha256: String,
}

/// What a dossier is made of.
pub(crate) struct Parts<'a> {
    /// The wave and the one before.
    pub(crate) source: &'a Source,
    pub(crate) before: Option<&'a Source>,
    /// Questions whose series starts anew.
    pub(crate) broken: &'a [String],
    /// The answers of the wave, in the order in which they were gathered.
    pub(crate) rows: &'a [AnswerRow],
    /// Its cube, as a document and its fingerprint.
    pub(crate) cube: (&'a Cube, &'a str, &'a str),
    /// Who answers for it, and the barometer's title.
    pub(crate) named: (&'a str, &'a str),
    pub(crate) lang: Lang,
    pub(crate) at: DateTime,
}

/// Writes it as an archive.
///
/// # Errors
/// What could not be written, for developers.
pub(crate) fn archive(parts: &Parts<'_>) -> Result<Vec<u8>, String> {
    let (cube, document, cube_sha256) = parts.cube;
    let reading = Reading::new(parts.source, parts.before, parts.broken);
    let mut files = vec![
        ("lisez-moi.txt".to_owned(), Texts::new(parts.lang).dossier_readme().as_bytes().to_vec()),
        ("cube.json".to_owned(), document.as_bytes().to_vec()),
    ];
    let (producer, barometer) = parts.named;
    let described = codebook::of(cube, &parts.source.version.protocol, producer, barometer);
    files.push(("codebook.xml".to_owned(), ddi::write(&described).map_err(|error| error.to_string())?));
    files.extend(of_answers(parts, &reading)?);
    let mut tables = Vec::new();
    for (place, (name, table)) in reading.tables.iter().enumerate() {
        let (file, content) = (format!("tables/{}.csv", place + 1), csv(table));
        tables.push(Piece { name: name.clone(), file: file.clone(), sha256: sha256(&content) });
        files.push((file, content.into_bytes()));
    }
    let protocol_sha256 = cube.protocol_sha256.as_str();
    let repeat = Repeat { format: FORMAT, protocol_sha256, cube_sha256, plan: &reading.plan, tables };
    let repeat = serde_json::to_vec_pretty(&repeat).map_err(|error| error.to_string())?;
    files.push(("reprise.json".to_owned(), repeat));
    arpent_documents::archive(&files).map_err(|error| error.to_string())
}

/// The answers of each population, weighted as the figures are.
fn of_answers(parts: &Parts<'_>, reading: &Reading<'_>) -> Result<Vec<(String, Vec<u8>)>, String> {
    let protocol = &parts.source.version.protocol;
    let wave = &parts.source.wave;
    let weights: BTreeMap<String, Vec<f64>> =
        arpent_survey::plan::weights(&reading.plan, &reading.tables).map_err(|error| error.to_string())?;
    let mut files = Vec::new();
    for population in &protocol.populations {
        let rows: Vec<&AnswerRow> = parts.rows.iter().filter(|row| row.population == population.code).collect();
        if rows.is_empty() {
            continue;
        }
        let weights = weights.get(&named(&population.code, wave.number)).filter(|_| answers::weighted(population));
        let words = (wave.title.as_str(), parts.lang, parts.at);
        let file = answers::sav(protocol, population, &rows, weights.map(Vec::as_slice), words);
        files.push((answers::file_name(&population.code), file.map_err(|error| error.to_string())?));
    }
    Ok(files)
}

/// A table at full precision (RFC 4180): words between quotation marks, nothing where there is nothing.
fn csv(table: &Table) -> String {
    let names: Vec<&str> = table.names().collect();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let columns: Vec<&Column> = names.iter().filter_map(|name| table.column(name)).collect();
    let mut out: String = names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",");
    out.push('\n');
    for row in 0..table.rows() {
        let cell = |column: &&Column| match column {
            Column::Text(values) => values[row].as_deref().map(quoted).unwrap_or_default(),
            Column::Number(values) if values[row].is_nan() => String::new(),
            Column::Number(values) => values[row].to_string(),
        };
        out.push_str(&columns.iter().map(cell).collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out
}
