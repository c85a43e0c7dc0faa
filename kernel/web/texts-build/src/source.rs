//! The files of one language.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Pattern, Resource},
    parser::{self, ParserError},
    serializer,
};

use crate::{Problem, references::References};

/// Everything one language says.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) code: &'static str,
    /// Messages by `id`, attributes by `id.attribute`, terms by `-id`.
    pub(crate) entries: BTreeMap<String, Said>,
    files: Vec<(String, String)>,
}

/// One message, attribute or term.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) file: String,
    /// The message as it is written, on one line.
    pub(crate) written: String,
    references: References,
}

/// Reads `fr.ftl` and `fr/*.ftl`, checked on their own.
pub(crate) fn read(folder: &Path, code: &'static str) -> Result<Language, Vec<Problem>> {
    let files = files(folder, code).map_err(|problem| vec![problem])?;
    let mut language = Language { code, entries: BTreeMap::new(), files: Vec::new() };
    let mut problems = Vec::new();
    for (file, content) in &files {
        match parser::parse(content.as_str()) {
            Ok(resource) => language.take(file, &resource, &mut problems),
            Err((_, errors)) => problems.extend(errors.iter().map(|error| syntax(file, content, error))),
        }
    }
    if problems.is_empty() {
        problems = language.dangling();
    }
    language.files = files;
    if problems.is_empty() { Ok(language) } else { Err(problems) }
}

impl Language {
    /// Every file in one, for the run time.
    pub(crate) fn joined(&self) -> String {
        self.files.iter().flat_map(|(_, content)| [content.trim_end(), "\n"]).collect()
    }

    /// What pages may say: messages and attributes, without the terms they are made of.
    pub(crate) fn messages(&self) -> impl Iterator<Item = (&String, &Said)> {
        self.entries.iter().filter(|(id, _)| !id.starts_with('-'))
    }

    /// The variables of a message and of the messages it quotes; those of a term belong to the term.
    pub(crate) fn variables(&self, id: &str) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![id.to_owned()];
        let mut variables = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            let Some(said) = self.entries.get(&id).filter(|_| seen.insert(id.clone())) else {
                continue;
            };
            if !id.starts_with('-') {
                variables.extend(said.references.variables.iter().cloned());
            }
            waiting.extend(said.references.entries.iter().cloned());
        }
        variables
    }

    fn take(&mut self, file: &str, resource: &Resource<&str>, problems: &mut Vec<Problem>) {
        for entry in &resource.body {
            let written = written(entry);
            for (id, pattern) in patterns(entry) {
                let references = References::of(pattern);
                let said = Said { file: file.to_owned(), written: written.clone(), references };
                if let Some(first) = self.entries.insert(id.clone(), said) {
                    problems.push(Problem::Repeated { file: file.to_owned(), id, first: first.file });
                }
            }
        }
    }

    fn dangling(&self) -> Vec<Problem> {
        let unknown = |said: &Said| {
            let missing = said.references.entries.iter().filter(|target| !self.entries.contains_key(*target));
            missing.chain(&said.references.unknown_functions).cloned().collect::<Vec<_>>()
        };
        let of =
            |id: &str, said: &Said, target| Problem::Unknown { file: said.file.clone(), id: id.to_owned(), target };
        self.entries
            .iter()
            .flat_map(|(id, said)| unknown(said).into_iter().map(move |target| of(id, said, target)))
            .collect()
    }
}

fn patterns<'e>(entry: &'e Entry<&str>) -> Vec<(String, &'e Pattern<&'e str>)> {
    match entry {
        Entry::Message(message) => {
            let id = message.id.name;
            let value = message.value.iter().map(|value| (id.to_owned(), value));
            let attributes = message.attributes.iter();
            value.chain(attributes.map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value))).collect()
        }
        Entry::Term(term) => vec![(format!("-{}", term.id.name), &term.value)],
        _ => Vec::new(),
    }
}

fn written(entry: &Entry<&str>) -> String {
    let mut alone = entry.clone();
    if let Entry::Message(message) = &mut alone {
        message.comment = None;
    }
    let written = serializer::serialize(&Resource { body: vec![alone] });
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn files(folder: &Path, code: &'static str) -> Result<Vec<(String, String)>, Problem> {
    let mut paths: Vec<PathBuf> =
        Some(folder.join(format!("{code}.ftl"))).filter(|path| path.is_file()).into_iter().collect();
    let several = folder.join(code);
    if several.is_dir() {
        paths.extend(ftl_files(&several)?);
    }
    if paths.is_empty() {
        return Err(Problem::NoFile { folder: folder.display().to_string(), language: code });
    }
    paths.iter().map(|path| content(path)).collect()
}

fn ftl_files(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|error| Problem::file(folder, &error))?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    Ok(paths)
}

fn content(path: &Path) -> Result<(String, String), Problem> {
    let content = fs::read_to_string(path).map_err(|error| Problem::file(path, &error))?;
    Ok((path.display().to_string(), content))
}

fn syntax(file: &str, content: &str, error: &ParserError) -> Problem {
    let before = content.get(..error.pos.start).unwrap_or(content);
    Problem::Syntax { file: file.to_owned(), line: before.matches('\n').count() + 1, reason: error.kind.to_string() }
}
