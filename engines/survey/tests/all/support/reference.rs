//! Reference results, where the folder of test data lies: beside the checkout, or where `ARPENT_SHARED_DATA` says.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "unreadable test data is a failed test; absent data is said"
)]

use serde_json::Value;
use std::path::{Path, PathBuf};

/// A result computed elsewhere: its name, the call that made it, what it gave.
pub struct Case {
    pub id: String,
    pub call: String,
    pub result: Value,
}

/// The folder `survey` of the test data, or none, and then says so.
pub fn folder() -> Option<PathBuf> {
    let given = std::env::var_os("ARPENT_SHARED_DATA").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|up| up.join("shared/data"));
    let found = given.into_iter().chain(beside).map(|data| data.join("survey")).find(|survey| survey.is_dir());
    if found.is_none() {
        eprintln!("the folder shared/data/survey is not there: nothing was compared");
    }
    found
}

/// A JSON file of expected results.
pub fn document(name: &str) -> Option<Value> {
    let text = std::fs::read_to_string(folder()?.join("expected").join(name)).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

/// The cases of a file of expected results.
pub fn cases(name: &str) -> Option<Vec<Case>> {
    Some(parsed(&document(name)?))
}

/// The cases of a document.
pub fn parsed(document: &Value) -> Vec<Case> {
    let text = |case: &Value, key: &str| case[key].as_str().unwrap().to_owned();
    let case = |case: &Value| Case { id: text(case, "id"), call: text(case, "call"), result: case["result"].clone() };
    document["cases"].as_array().unwrap().iter().map(case).collect()
}

/// The numbers of an array.
#[track_caller]
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Equal within a relative or an absolute tolerance, whichever is larger.
#[track_caller]
pub fn close(what: &str, found: f64, expected: &Value, relative: f64, absolute: f64) {
    let expected = expected.as_f64().unwrap_or_else(|| panic!("{what}: no number expected but {expected}"));
    let gap = (found - expected).abs();
    assert!(gap <= (relative * expected.abs()).max(absolute), "{what}: {found:e} is not {expected:e}");
}

/// The tolerance on p-values.
#[track_caller]
pub fn same_p(what: &str, found: f64, expected: &Value) {
    close(what, found, expected, 1e-4, 1e-6);
}

/// A column of a CSV file with a header, as text; `NA` and nothing are both nothing.
pub fn column(path: &Path, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let place = reader.headers().unwrap().iter().position(|header| header == name).unwrap();
    let cell =
        |record: csv::StringRecord| if &record[place] == "NA" { String::new() } else { record[place].to_owned() };
    reader.records().map(|record| cell(record.unwrap())).collect()
}

/// A column of numbers; a cell without one is not a number.
pub fn number_column(path: &Path, name: &str) -> Vec<f64> {
    column(path, name).iter().map(|cell| cell.trim().parse().unwrap_or(f64::NAN)).collect()
}

/// A column of categories as codes in the alphabetical order of their names, `u32::MAX` where there is none.
pub fn code_column(path: &Path, name: &str) -> (Vec<u32>, Vec<String>) {
    let cells = column(path, name);
    let mut levels: Vec<String> = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect();
    levels.sort();
    levels.dedup();
    let code = |cell: &String| levels.binary_search(cell).map_or(u32::MAX, |place| u32::try_from(place).unwrap());
    (cells.iter().map(code).collect(), levels)
}
