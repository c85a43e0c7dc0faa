//! What the reader must know first: the summary, the promise, who was asked what, how figures are read.

use arpent_pdf::{Block, Column, Table};
use arpent_texts::{date, list};

use super::super::{method, words};
use super::{Subject, heading};
use crate::domain::cube::{Nature, PopulationNote};
use crate::domain::protocol::Level;

/// The opening.
pub(super) fn of(subject: &Subject) -> Vec<Block> {
    let mut blocks = first_page(subject);
    blocks.extend(promise(subject));
    blocks.extend(asked(subject));
    blocks.extend(reading(subject));
    blocks
}

fn first_page(subject: &Subject) -> Vec<Block> {
    let (t, lang, cube) = (subject.t(), subject.lang, subject.cube());
    let (from, to) = (date(lang, cube.wave.opens), date(lang, cube.wave.closes));
    let mut blocks = vec![Block::Lead(t.report_subject(&subject.barometer, from, to))];
    if subject.kept.published_at.is_none() {
        blocks.push(Block::Notice(t.report_unpublished().to_owned()));
    }
    blocks.push(heading(2, t.report_brief()));
    blocks.push(Block::List(words::summary(lang, cube)));
    blocks.push(Block::Paragraph(t.report_online().to_owned()));
    blocks.push(Block::Address { text: subject.online.clone(), href: subject.online.clone() });
    blocks
}

fn promise(subject: &Subject) -> Vec<Block> {
    let (t, initiative) = (subject.t(), &subject.initiative);
    let mut said = vec![initiative.promise.clone()];
    if !initiative.who_decides.is_empty() {
        said.push(t.report_decides(&initiative.who_decides));
    }
    if !initiative.who_answers.is_empty() {
        said.push(t.report_answers(&initiative.who_answers));
    }
    said.retain(|words| !words.trim().is_empty());
    if said.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(2, t.report_promise())];
    blocks.extend(said.into_iter().map(Block::Paragraph));
    blocks
}

fn levels<'a>(subject: &Subject, levels: impl Iterator<Item = &'a Level>) -> String {
    let names: Vec<&str> = levels.map(|level| level.label.say(subject.lang.code())).collect();
    list(subject.lang, &names)
}

fn asked(subject: &Subject) -> Vec<Block> {
    let (t, cube) = (subject.t(), subject.cube());
    let scale = levels(subject, cube.scale.levels.iter());
    vec![
        heading(2, t.report_asked()),
        Block::Paragraph(t.report_asked_lead(scale, cube.services.len())),
        Block::Paragraph(t.report_asked_protocol(cube.protocol)),
        Block::Table(Table {
            caption: t.report_who().to_owned(),
            columns: vec![
                Column { head: t.population().to_owned(), width: 2.0, figures: false },
                Column { head: t.report_answers_head().to_owned(), width: 3.0, figures: false },
                Column { head: t.report_kind_of_figure().to_owned(), width: 5.0, figures: false },
            ],
            rows: cube.populations.iter().zip(method::populations(subject.lang, cube)).map(who).collect(),
        }),
    ]
}

fn who((_, part): (&PopulationNote, method::PopulationPart)) -> Vec<String> {
    vec![part.name, part.answers, part.label.to_owned()]
}

fn reading(subject: &Subject) -> Vec<Block> {
    let (t, cube) = (subject.t(), subject.cube());
    let satisfied = cube.scale.levels.iter().filter(|level| level.value >= cube.scale.satisfied_from);
    let mut lines = vec![t.report_read_satisfied(levels(subject, satisfied))];
    let has = |nature: fn(Nature) -> bool| cube.populations.iter().any(|one| nature(one.nature));
    if has(|nature| nature != Nature::Flow) {
        lines.push(t.report_read_interval(words::share(subject.lang, cube.rules.confidence)));
    }
    if has(|nature| nature == Nature::Flow) {
        lines.push(t.report_read_flow().to_owned());
    }
    lines.push(method::change_rule(subject.lang, &cube.rules));
    lines.push(t.report_read_hidden().to_owned());
    vec![heading(2, t.report_read()), Block::List(lines)]
}
