//! The files of the tree, as the rules ask for them.

use super::source::Source;
use std::path::{Path, PathBuf};
use xtask::workspace;

/// Every file that belongs to the tree.
pub struct Tree {
    pub root: PathBuf,
    pub files: Vec<String>,
}

impl Tree {
    pub fn read() -> Self {
        let root = workspace::root().unwrap();
        let files = workspace::files(&root).unwrap();
        let files = files.iter().map(|file| file.to_string_lossy().into_owned()).collect();
        Self { root, files }
    }

    pub fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub fn ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = &'a str> {
        self.files.iter().map(String::as_str).filter(move |file| file.ends_with(end))
    }

    pub fn has(&self, file: &str) -> bool {
        self.files.iter().any(|known| known == file)
    }

    /// Rust files, parsed, that are part of what runs: tests and their fixtures left out.
    pub fn sources(&self) -> impl Iterator<Item = (&str, Source)> {
        self.ending(".rs").filter(|file| !is_test(file)).map(|file| {
            let source = Source::parse(&self.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            (file, source)
        })
    }

    /// Names of the folders of `modules/`.
    pub fn modules(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.files.iter().filter_map(|file| module_of(file)).collect();
        names.dedup();
        names
    }
}

/// The module that a file belongs to.
pub fn module_of(file: &str) -> Option<&str> {
    let (name, _) = file.strip_prefix("modules/")?.split_once('/')?;
    Some(name)
}

/// Fails with every fault, one a line.
pub fn assert_none(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}\n  {}\n", faults.join("\n  "));
}

fn is_test(file: &str) -> bool {
    let path = Path::new(file);
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    path.components().any(|part| part.as_os_str() == "tests") || name == "testing" || name.ends_with("tests")
}

#[test]
fn what_only_tests_run_is_known_by_its_path() {
    for file in ["kernel/core/tests/a.rs", "tests/src/lib.rs", "a/src/domain/tests.rs", "a/src/testing.rs"] {
        assert!(is_test(file), "{file}");
    }
    assert!(!is_test("a/src/contest.rs"));
}
