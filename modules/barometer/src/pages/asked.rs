//! A question as it is asked: the same shape on a phone, on a tablet, on paper and by an interviewer.
//!
//! `templates/question.html` draws it: `ask` with its inputs, `sheet` with boxes to tick by hand.

use crate::domain::protocol::{Level, Protocol};
use crate::domain::question::{Kind, Question};
use crate::domain::wording::Wording;
use crate::texts::Texts;

/// From so many choices on, a list is shorter to read than buttons.
const LONG: usize = 12;
/// Up to so many marks, each has its button.
const FEW_MARKS: i64 = 11;

/// In which words a questionnaire speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice<'a> {
    /// Language code.
    pub(super) language: &'a str,
    /// The easier version, where there is one.
    pub(super) easy: bool,
}

/// Something to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) ticked: bool,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// One of these.
    Radio(Vec<Tick>),
    /// One of many.
    List(Vec<Tick>),
    /// Any of these.
    Boxes(Vec<Tick>),
    /// A mark, with what both ends mean.
    Marks { ticks: Vec<Tick>, low: String, high: String },
    /// A whole number typed.
    Number { min: i64, max: i64, value: String },
    /// A share typed.
    Percent(String),
    /// Words.
    Text { longest: u32, value: String },
}

/// A question ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// Name sent; also the `id` errors link to.
    pub(super) code: String,
    pub(super) legend: String,
    pub(super) hint: String,
    pub(super) error: Option<String>,
    pub(super) required: bool,
    pub(super) language: String,
    pub(super) shape: Shape,
}

impl Asked {
    /// The question in these words, with what was answered so far (codes, or what was typed).
    pub(super) fn of(t: Texts, protocol: &Protocol, question: &Question, voice: Voice<'_>, typed: &[String]) -> Self {
        let easy = voice.easy.then(|| question.easy.say(voice.language)).filter(|words| !words.is_empty());
        Self {
            code: question.code.clone(),
            legend: easy.unwrap_or_else(|| question.wording.say(voice.language)).to_owned(),
            hint: question.hint.say(voice.language).to_owned(),
            error: None,
            required: question.required,
            language: voice.language.to_owned(),
            shape: shape(t, protocol, &question.kind, voice.language, typed),
        }
    }

    /// The same, with what is wrong with the answer.
    #[must_use]
    pub(super) fn wrong(self, error: String) -> Self {
        Self { error: Some(error), ..self }
    }
}

fn shape(t: Texts, protocol: &Protocol, kind: &Kind, language: &str, typed: &[String]) -> Shape {
    let tick = |value: String, label: &str| Tick { ticked: typed.contains(&value), label: label.to_owned(), value };
    let value = || typed.first().cloned().unwrap_or_default();
    let of = |choices: &[crate::domain::question::Choice]| -> Vec<Tick> {
        choices.iter().map(|choice| tick(choice.code.clone(), choice.label.say(language))).collect()
    };
    match kind {
        Kind::Scale => {
            let level = |level: &Level| tick(level.value.to_string(), level.label.say(language));
            Shape::Radio(protocol.scale.levels.iter().chain(&protocol.scale.does_not_know).map(level).collect())
        }
        Kind::YesNo => Shape::Radio(vec![tick("1".to_owned(), t.answer_yes()), tick("0".to_owned(), t.answer_no())]),
        Kind::Choice { choices } if choices.len() > LONG => Shape::List(of(choices)),
        Kind::Choice { choices } => Shape::Radio(of(choices)),
        Kind::Choices { choices } => Shape::Boxes(of(choices)),
        Kind::Number { min, max, low, high } if max - min < FEW_MARKS => {
            let end = |words: &Wording| words.say(language).to_owned();
            let ticks = (*min..=*max).map(|mark| tick(mark.to_string(), &mark.to_string())).collect();
            Shape::Marks { ticks, low: end(low), high: end(high) }
        }
        Kind::Number { min, max, .. } => Shape::Number { min: *min, max: *max, value: value() },
        Kind::Percent => Shape::Percent(value()),
        Kind::Text { longest } => Shape::Text { longest: *longest, value: value() },
    }
}
