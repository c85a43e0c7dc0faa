//! The communes of the territory, from the file the State publishes or one made by hand.

use std::path::Path;

use anyhow::Result;
use arpent_commons::commands::people::{self, NewArea};
use arpent_documents::tables::{Line, guess_columns};

use crate::instance::Instance;
use crate::terminal::{complain, say};
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

const KIND: &str = "commune";

/// Columns holding the code, the name and the population.
struct Places {
    code: Option<usize>,
    name: usize,
    population: Option<usize>,
}

pub(super) async fn import(instance: &Instance, file: &Path, t: Texts) -> Result<()> {
    let reader = super::open(file, t)?;
    let places = columns(reader.headers(), t)?;
    let source = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut areas = Vec::new();
    for line in reader {
        match line {
            Ok(line) => areas.extend(area(&line, &places, source.clone())),
            Err(error) => {
                complain(&t.import_faulty_line(i64::try_from(error.line).unwrap_or(i64::MAX), error.to_string()));
            }
        }
    }
    people::put_areas(&instance.operator(t), &areas).await.map_err(|refusal| refused(&refusal, t))?;
    say(&t.import_communes_done(areas.len()));
    Ok(())
}

fn columns(headers: &[String], t: Texts) -> Result<Places> {
    let words = [t.import_commune_code(), t.import_commune_name(), t.import_commune_population()];
    let words: Vec<Vec<&str>> = words.iter().map(|words| words.split(',').map(str::trim).collect()).collect();
    let targets = [("code", words[0].as_slice()), ("name", words[1].as_slice()), ("population", words[2].as_slice())];
    let found = guess_columns(headers, &targets);
    let name = found[1]
        .ok_or_else(|| trouble(t.import_no_commune_name(), headers.join(" · "), t.import_no_commune_name_next()))?;
    Ok(Places { code: found[0], name, population: found[2] })
}

fn area(line: &Line, places: &Places, source: Option<String>) -> Option<NewArea> {
    let cell = |column: usize| line.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let population = places
        .population
        .and_then(cell)
        .and_then(|typed| typed.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok());
    Some(NewArea {
        kind: KIND,
        code: places.code.and_then(cell).map(ToOwned::to_owned),
        name: cell(places.name)?.to_owned(),
        population,
        source: population.and(source),
    })
}
