//! Questions, their answers' codes, and when they are asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::wording::Wording;

/// What one may answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Kind {
    /// One level of the protocol's scale, or "does not know".
    Scale,
    /// Yes (`1`) or no (`0`).
    YesNo,
    /// One of these.
    Choice {
        /// What is offered.
        choices: Vec<Choice>,
    },
    /// Any of these.
    Choices {
        /// What is offered.
        choices: Vec<Choice>,
    },
    /// A whole number within bounds, ends included.
    Number {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
        /// What the smallest means.
        #[serde(default)]
        low: Wording,
        /// What the largest means.
        #[serde(default)]
        high: Wording,
    },
    /// A share, from 0 to 100 %: what one thinks others would answer.
    Percent,
    /// Words. They leave the answer at once to become a contribution, so that nobody is recognised by both.
    Text {
        /// At most so many characters.
        longest: u32,
    },
}

/// Something one may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stored when chosen.
    pub code: String,
    /// Shown.
    pub label: Wording,
}

/// What a question is for when results are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Uses the service.
    Usage,
    /// Is satisfied with it.
    Satisfaction,
    /// How much it matters.
    Importance,
    /// *Question miroir*: what share of users one thinks are satisfied.
    Mirror,
    /// Overall satisfaction.
    Overall,
    /// Would recommend (off by default: odd for a service nobody chooses).
    Recommendation,
    /// Who answers: the variables of margins and of reading by group.
    Profile,
    /// Free words.
    Comment,
    /// Anything else.
    Other,
}

/// Asked only when another question was answered so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// An earlier question's code.
    pub question: String,
    /// Answered by one of these codes.
    pub is: Vec<String>,
}

/// A question. Its kind brings fields of its own, so that the reader of files looks for unknown ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Its code, stable over versions: the same code is the same series.
    pub code: String,
    /// What one may answer.
    #[serde(flatten)]
    pub kind: Kind,
    /// What it is for.
    pub aspect: Aspect,
    /// About which service; empty for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Codes of the populations it is asked to.
    pub asked_to: Vec<String>,
    /// Its words.
    pub wording: Wording,
    /// *Facile à lire et à comprendre*: an easier version.
    #[serde(default, skip_serializing_if = "Wording::is_empty")]
    pub easy: Wording,
    /// Beside the question.
    #[serde(default, skip_serializing_if = "Wording::is_empty")]
    pub hint: Wording,
    /// Must be answered to go on; "does not know" is an answer.
    #[serde(default)]
    pub required: bool,
    /// When it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
}

impl Question {
    /// What may be chosen; empty for numbers and words.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Choice { choices } | Kind::Choices { choices } => choices,
            _ => &[],
        }
    }
}
