//! Files and functions that can be read in one go.

use super::source::{Function, Source};
use super::tree::{Tree, assert_none};

const LONGEST_FILE: usize = 500;
const MEDIAN_FUNCTION: usize = 10;
const NINTH_DECILE_FUNCTION: usize = 35;

/// Files that may be longer, each with its reason: generated ones and pure tables.
const LONGER: [(&str, &str); 0] = [];

fn long_files<'a>(files: impl Iterator<Item = (&'a str, usize)>, longer: &[(&str, &str)]) -> Vec<String> {
    let excused = |file: &str| longer.iter().any(|(path, _)| *path == file);
    let long = files.filter(|(file, lines)| *lines > LONGEST_FILE && !excused(file));
    long.map(|(file, lines)| format!("{file}: {lines} lines")).collect()
}

fn is_code(file: &str) -> bool {
    [".rs", ".ts", ".mts", ".mjs", ".js", ".sh"].iter().any(|end| file.ends_with(end))
}

#[test]
fn no_file_needs_scrolling_to_understand() {
    let tree = Tree::read();
    let code = tree.files.iter().map(String::as_str).filter(|file| is_code(file));
    let measured = code.map(|file| (file, tree.text(file).lines().count()));
    assert_none("files over 500 lines: split them by what they are about", &long_files(measured, &LONGER));
}

#[test]
fn an_excuse_ends_when_its_file_is_short_again() {
    let tree = Tree::read();
    let stale = |file: &str| !tree.has(file) || tree.text(file).lines().count() <= LONGEST_FILE;
    let faults: Vec<String> = LONGER.iter().filter(|(file, _)| stale(file)).map(|(file, _)| (*file).into()).collect();
    assert_none("no longer long: take them off the list", &faults);
}

#[test]
fn a_long_file_is_seen_unless_it_has_a_reason() {
    let files = [("a.rs", 501), ("b.rs", 500), ("c.rs", 900)];
    assert_eq!(long_files(files.into_iter(), &[("c.rs", "table of communes")]), ["a.rs: 501 lines"]);
}

#[test]
fn functions_are_short() {
    let mut functions: Vec<Function> = Tree::read().sources().flat_map(|(_, source)| source.functions).collect();
    functions.sort_by_key(|function| function.lines);
    let lines: Vec<usize> = functions.iter().map(|function| function.lines).collect();
    let longest: Vec<&Function> = functions.iter().rev().take(12).collect();
    let (median, decile) = (quantile(&lines, 5), quantile(&lines, 9));
    assert!(median <= MEDIAN_FUNCTION, "the median function has {median} lines; the longest: {longest:#?}");
    assert!(decile <= NINTH_DECILE_FUNCTION, "one function in ten has over {decile} lines; the longest: {longest:#?}");
}

/// The value that `tenths` out of ten do not exceed.
fn quantile(sorted: &[usize], tenths: usize) -> usize {
    sorted[(sorted.len() * tenths).div_ceil(10) - 1]
}

#[test]
fn quantiles_are_values_of_the_list() {
    assert_eq!((quantile(&[1, 2, 3, 4], 5), quantile(&[1, 2, 3, 40], 9)), (2, 40));
}

#[test]
fn a_function_counts_from_its_signature_to_its_brace() {
    let source = Source::parse("fn a(\n    b: u8,\n) {\n    b;\n}").unwrap();
    assert_eq!(source.functions[0].lines, 5);
}
