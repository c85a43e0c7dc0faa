//! The plan and the tables as files give them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use arpent_core::digest::sha256;
use arpent_documents::tables::{Limits, LineReason, Reader, TableError};
use arpent_survey::plan::{Plan, Table, Tables};
use serde::Deserialize;

use crate::texts::Texts;
use crate::trouble::trouble;

/// The words of a page that reads the same files.
type Site = arpent_barometer::texts::Texts;

/// What a run needs, and what a refusal needs to name a line.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) plan: Plan,
    pub(super) tables: Tables,
    /// For each table, the line of its file behind each row, and the names of its columns.
    pub(super) files: BTreeMap<String, (Vec<u64>, Vec<String>)>,
}

/// What a barometer hands out to repeat its figures.
#[derive(Debug, Deserialize)]
struct Repeat {
    plan: Plan,
    tables: Vec<Piece>,
}

#[derive(Debug, Deserialize)]
struct Piece {
    name: String,
    file: PathBuf,
    sha256: String,
}

/// Reads them. `tables` are those of the command line.
pub(super) fn read(path: &Path, tables: &[(String, PathBuf)], t: Texts) -> Result<Given> {
    let shown = path.display().to_string();
    let unreadable = |why: String| trouble(t.survey_plan(&shown), why, t.survey_plan_next());
    let text = fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    let is_json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if !is_json {
        let plan = toml::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
        return with_tables(plan, tables.iter().map(|(name, file)| (name.clone(), file.clone(), None)), t);
    }
    let repeat: Repeat = serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
    let beside = path.parent().unwrap_or(Path::new(""));
    let inside = |piece: &Piece| piece.file.components().all(|part| matches!(part, Component::Normal(_)));
    if let Some(piece) = repeat.tables.iter().find(|piece| !inside(piece)) {
        return Err(unreadable(piece.file.display().to_string()));
    }
    let pieces = repeat.tables.into_iter().map(|piece| (piece.name, beside.join(piece.file), Some(piece.sha256)));
    with_tables(repeat.plan, pieces, t)
}

fn with_tables(plan: Plan, files: impl Iterator<Item = (String, PathBuf, Option<String>)>, t: Texts) -> Result<Given> {
    let mut given = Given { plan, tables: Tables::new(), files: BTreeMap::new() };
    for (name, file, expected) in files {
        let bytes = fs::read(&file).map_err(|error| unusable(&file, error, t))?;
        if expected.is_some_and(|expected| expected != sha256(&bytes)) {
            return Err(trouble(t.survey_other_table(file.display().to_string()), "", t.survey_other_table_next()));
        }
        let (table, lines, header) = table(&file, &bytes, t)?;
        given.tables.insert(name.clone(), table);
        given.files.insert(name, (lines, header));
    }
    Ok(given)
}

fn unusable(path: &Path, why: impl std::fmt::Display, t: Texts) -> anyhow::Error {
    trouble(t.import_unreadable(path.display().to_string()), why, t.import_format_next())
}

fn told(error: &TableError, t: Texts) -> String {
    let key = match error {
        TableError::WrongType { found } => found.code(),
        other => other.code(),
    };
    Site::new(t.lang()).say(key).map_or_else(|| error.to_string(), Into::into)
}

fn table(path: &Path, bytes: &[u8], t: Texts) -> Result<(Table, Vec<u64>, Vec<String>)> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let reader = Reader::open(bytes, &name, &Limits::default()).map_err(|error| unusable(path, told(&error, t), t))?;
    let header = reader.headers().to_vec();
    let (mut rows, mut lines): (Vec<Vec<String>>, Vec<u64>) = (Vec::new(), Vec::new());
    for line in reader {
        let line = line.map_err(|error| {
            let why = match &error.reason {
                LineReason::Stopped(error) => told(error, t),
                reason => Site::new(t.lang()).say(reason.code()).map_or_else(|| reason.to_string(), Into::into),
            };
            unusable(path, t.import_faulty_line(i64::try_from(error.line).unwrap_or(i64::MAX), why), t)
        })?;
        let mut cells = line.cells;
        cells.resize(header.len(), String::new());
        lines.push(line.number);
        rows.push(cells);
    }
    let table = Table::from_cells(&header, &rows).ok_or_else(|| unusable(path, header.join(" · "), t))?;
    Ok((table, lines, header))
}
