//! The questions as they were asked.

use arpent_pdf::{Block, Column, Table};
use arpent_texts::list;

use super::{Subject, heading};
use crate::domain::question::{Kind, Question};

/// Every question of the frozen protocol, in order.
pub(super) fn of(subject: &Subject) -> Vec<Block> {
    let t = subject.t();
    let column = |head: &str, width: f32| Column { head: head.to_owned(), width, figures: false };
    vec![
        heading(2, t.report_questions()),
        Block::Table(Table {
            caption: t.report_questions().to_owned(),
            columns: vec![
                column(t.report_question(), 6.0),
                column(t.report_expected(), 2.5),
                column(t.report_asked_to(), 2.5),
            ],
            rows: subject.protocol.questions.iter().map(|one| row(subject, one)).collect(),
        }),
    ]
}

fn row(subject: &Subject, question: &Question) -> Vec<String> {
    let lang = subject.lang;
    let population = |code: &String| {
        let found = subject.protocol.population(code);
        found.map_or_else(|| code.clone(), |one| one.name.say(lang.code()).to_owned())
    };
    let asked: Vec<String> = question.asked_to.iter().map(population).collect();
    let expected = subject.t().say(&format!("question-kind-{}", kind(&question.kind))).unwrap_or("");
    vec![question.wording.say(lang.code()).to_owned(), expected.to_owned(), list(lang, &asked)]
}

const fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Scale => "scale",
        Kind::YesNo => "yes-no",
        Kind::Choice { .. } => "choice",
        Kind::Choices { .. } => "choices",
        Kind::Number { .. } => "number",
        Kind::Percent => "percent",
        Kind::Text { .. } => "text",
    }
}
