//! What a file that was accepted says to readers: entries, projects, people. Counting does without.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::fault::Section;
use super::rows::{Cells, Row, Rows};
use crate::election::{Column, Described, Election, Project};

/// More columns than any file has.
const ALL: usize = usize::MAX;

/// Entries and projects.
pub(crate) fn projects(election: &Election) -> Described {
    let (mut rows, mut cells, mut heads) = (Rows::new(&election.text), Cells::new(), Vec::new());
    let mut out = Described::default();
    while let Some(row) = rows.next(ALL, &mut cells) {
        match row {
            Row::Heads(_) => heads = cells.iter().map(|cell| cell.clone().into_owned()).collect(),
            Row::Of(Section::Meta) => {
                let value = cells.get(1).map(|cell| cell.clone().into_owned()).unwrap_or_default();
                out.meta.push((cells[0].clone().into_owned(), value));
            }
            Row::Of(Section::Projects) if out.projects.len() < election.ids.len() => {
                let place = out.projects.len();
                let mut project = Project::new(election.ids.at(place), election.costs[place]);
                heads.iter().zip(&cells).for_each(|(head, text)| describe(&mut project, head, text));
                out.projects.push(project);
            }
            Row::Opens(Section::Votes) => break,
            _ => {}
        }
    }
    out
}

fn describe(project: &mut Project, head: &str, text: &str) {
    match head {
        "project_id" | "cost" => {}
        _ if text.is_empty() || text.eq_ignore_ascii_case("none") => {}
        "name" => text.clone_into(&mut project.name),
        "category" | "categories" => {
            project.categories =
                text.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect();
        }
        "selected" => project.selected = Some(text == "1"),
        _ => {
            project.details.insert(head.to_owned(), text.to_owned());
        }
    }
}

struct ColumnOf<'a> {
    cell: usize,
    /// It tells people apart: nothing to look up.
    identifies: bool,
    column: Column,
    known: FxHashMap<Cow<'a, str>, u32>,
}

/// What is known of people besides their ballots.
pub(crate) fn columns(text: &str) -> Vec<Column> {
    let (mut rows, mut cells, mut columns) = (Rows::new(text), Cells::new(), Vec::new());
    while let Some(row) = rows.next(ALL, &mut cells) {
        match row {
            Row::Heads(Section::Votes) => {
                let others = cells.iter().enumerate().filter(|(_, head)| !matches!(head.as_ref(), "vote" | "points"));
                columns = others.map(|(cell, head)| ColumnOf::new(cell, head)).collect();
            }
            Row::Of(Section::Votes) => columns.iter_mut().for_each(|one| one.add(&cells)),
            _ => {}
        }
    }
    columns.into_iter().map(|one| one.column).collect()
}

impl<'a> ColumnOf<'a> {
    fn new(cell: usize, name: &str) -> Self {
        let column = Column { name: name.to_owned(), labels: Vec::new(), codes: Vec::new() };
        Self { cell, identifies: name == "voter_id", column, known: FxHashMap::default() }
    }

    fn add(&mut self, cells: &Cells<'a>) {
        let text = cells.get(self.cell).cloned().unwrap_or_default();
        let labels = &mut self.column.labels;
        let next = u32::try_from(labels.len()).unwrap_or(u32::MAX);
        let known = if self.identifies { None } else { self.known.get(&text).copied() };
        if known.is_none() {
            labels.push(text.clone().into_owned());
            if !self.identifies {
                self.known.insert(text, next);
            }
        }
        self.column.codes.push(known.unwrap_or(next));
    }
}
