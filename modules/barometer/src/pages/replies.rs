//! Reading what was typed on a questionnaire, question by question, and drawing it again.

use arpent_web::{FieldError, Sent};

use super::asked::{Asked, Shape, Tick, Voice};
use crate::domain::answer::{Replies, Reply, Wrong};
use crate::domain::protocol::Protocol;
use crate::domain::question::{Aspect, Kind, Question};
use crate::texts::Texts;

/// Sent by "I do not know" where the scale has no level for it: an answer that leaves no trace but itself.
pub(super) const UNKNOWN: &str = "?";

/// What was typed on a screen.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// Every value sent, by question code.
    values: Vec<(String, Vec<String>)>,
    /// What is wrong, by question code.
    wrong: Vec<(String, String)>,
}

impl Typed {
    /// Reads these questions into the replies. What cannot be kept is left as it was, and said.
    pub(super) fn read<'a>(
        t: Texts,
        protocol: &Protocol,
        questions: impl Iterator<Item = &'a Question>,
        sent: &Sent,
        replies: &mut Replies,
    ) -> Self {
        let mut typed = Self::default();
        for question in questions {
            let values: Vec<String> = sent.every(&question.code);
            let unknown = values.iter().any(|value| value == UNKNOWN);
            let read = if unknown { Ok(None) } else { Replies::read(protocol, question, &values) };
            match read {
                Ok(Some(_)) if is_words(question) => {}
                Ok(Some(reply)) => drop(replies.0.insert(question.code.clone(), reply)),
                Ok(None) => {
                    replies.0.remove(&question.code);
                    if question.required && !unknown && replies.calls_for(question) {
                        typed.wrong.push((question.code.clone(), t.answer_missing().to_owned()));
                    }
                }
                Err(wrong) => typed.wrong.push((question.code.clone(), words(t, &wrong))),
            }
            typed.values.push((question.code.clone(), values));
        }
        typed
    }

    /// Nothing is wrong.
    pub(super) fn is_right(&self) -> bool {
        self.wrong.is_empty()
    }

    /// What was typed for a question.
    pub(super) fn of(&self, code: &str) -> Option<&[String]> {
        self.values.iter().find(|(known, _)| known == code).map(|(_, values)| values.as_slice())
    }

    /// The summary at the top of a refused screen.
    pub(super) fn errors(&self) -> Vec<FieldError> {
        let error = |(code, text): &(String, String)| FieldError { field_id: code.clone(), text: text.clone() };
        self.wrong.iter().map(error).collect()
    }

    /// The question with what was typed, or what is kept.
    pub(super) fn ask(
        &self,
        t: Texts,
        protocol: &Protocol,
        question: &Question,
        voice: Voice<'_>,
        replies: &Replies,
    ) -> Asked {
        let kept = || replies.0.get(&question.code).map(Reply::codes).unwrap_or_default();
        let values = self.of(&question.code).map_or_else(kept, <[String]>::to_vec);
        let asked = Asked::of(t, protocol, question, voice, &values);
        let asked = with_unknown(t, protocol, question, asked, &values);
        match self.wrong.iter().find(|(code, _)| *code == question.code) {
            Some((_, error)) => asked.wrong(error.clone()),
            None => asked,
        }
    }
}

/// Words leave the answer at once.
pub(super) fn is_words(question: &Question) -> bool {
    question.aspect == Aspect::Comment || matches!(question.kind, Kind::Text { .. })
}

/// "I do not know" can always be answered; scales have their own level for it.
fn with_unknown(t: Texts, protocol: &Protocol, question: &Question, mut asked: Asked, values: &[String]) -> Asked {
    let own = question.kind == Kind::Scale && protocol.scale.does_not_know.is_some();
    let tick = || Tick {
        value: UNKNOWN.to_owned(),
        label: t.level_9().to_owned(),
        ticked: values.iter().any(|value| value == UNKNOWN),
    };
    match &mut asked.shape {
        Shape::Radio(ticks) | Shape::List(ticks) | Shape::Boxes(ticks) if !own => ticks.push(tick()),
        _ => {}
    }
    asked
}

/// Whether a question needs a box of its own to say "I do not know": its shape has no line for it.
pub(super) const fn needs_box(asked: &Asked) -> bool {
    matches!(asked.shape, Shape::Marks { .. } | Shape::Number { .. } | Shape::Percent(_))
}

fn words(t: Texts, wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotANumber(_) => t.answer_not_a_number().to_owned(),
        Wrong::OutsideScale(_) => t.answer_outside_scale().to_owned(),
        Wrong::TooLong { over } => t.answer_too_long(*over),
    }
}
