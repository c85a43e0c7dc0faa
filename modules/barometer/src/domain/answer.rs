//! What someone answered, checked against the protocol it answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::protocol::Protocol;
use super::question::{Kind, Question};

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Reply {
    /// A level of a scale, yes (1) or no (0), a number, a share.
    Number(i64),
    /// The code of a choice.
    Text(String),
    /// The codes of several.
    Many(Vec<String>),
}

impl Reply {
    /// As conditions and files name it.
    pub fn codes(&self) -> Vec<String> {
        match self {
            Self::Number(number) => vec![number.to_string()],
            Self::Text(text) => vec![text.clone()],
            Self::Many(codes) => codes.clone(),
        }
    }
}

/// Answers by question code. A question that was not asked or not answered is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Replies(pub BTreeMap<String, Reply>);

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Not a number where one is asked.
    #[error("not a whole number: {0}")]
    NotANumber(String),
    /// A level the scale does not have, a number out of bounds, a choice that is not offered.
    #[error("outside its scale: {0}")]
    OutsideScale(String),
    /// More characters than allowed.
    #[error("{over} characters too long")]
    TooLong {
        /// By how many.
        over: usize,
    },
}

impl Replies {
    /// Whether a question is asked of someone who answered this much.
    pub fn calls_for(&self, question: &Question) -> bool {
        question.show_if.as_ref().is_none_or(|condition| {
            let given = self.0.get(&condition.question).map(Reply::codes).unwrap_or_default();
            given.iter().any(|code| condition.is.contains(code))
        })
    }

    /// Reads what was typed or chosen for a question; `None` when nothing was.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(protocol: &Protocol, question: &Question, typed: &[String]) -> Result<Option<Reply>, Wrong> {
        let typed: Vec<&str> = typed.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
        let Some(first) = typed.first().copied() else { return Ok(None) };
        match &question.kind {
            Kind::Scale => number(first, |n| protocol.scale.has(n)),
            Kind::YesNo => number(first, |n| n == 0 || n == 1),
            Kind::Number { min, max, .. } => number(first, |n| (*min..=*max).contains(&n)),
            Kind::Percent => number(first, |n| (0..=100).contains(&n)),
            Kind::Choice { .. } => chosen(question, first).map(|code| Some(Reply::Text(code))),
            Kind::Choices { .. } => {
                let codes: Result<Vec<String>, Wrong> = typed.iter().map(|one| chosen(question, one)).collect();
                codes.map(|codes| Some(Reply::Many(codes)))
            }
            Kind::Text { longest } => words(first, *longest),
        }
    }
}

fn number(typed: &str, fits: impl Fn(i64) -> bool) -> Result<Option<Reply>, Wrong> {
    let n: i64 = typed.parse().map_err(|_| Wrong::NotANumber(typed.to_owned()))?;
    if fits(n) { Ok(Some(Reply::Number(n))) } else { Err(Wrong::OutsideScale(typed.to_owned())) }
}

fn chosen(question: &Question, typed: &str) -> Result<String, Wrong> {
    let found = question.choices().iter().find(|choice| choice.code == typed);
    found.map(|choice| choice.code.clone()).ok_or_else(|| Wrong::OutsideScale(typed.to_owned()))
}

fn words(typed: &str, longest: u32) -> Result<Option<Reply>, Wrong> {
    let most = usize::try_from(longest).unwrap_or(usize::MAX);
    match typed.chars().count().checked_sub(most) {
        Some(over) if over > 0 => Err(Wrong::TooLong { over }),
        _ => Ok(Some(Reply::Text(typed.to_owned()))),
    }
}
