//! Errors as an operator needs them: what happened, why, what to do next.

use std::fmt;
use std::io;

use arpent_web::Refusal;

use crate::texts::Texts;

/// An error said in full.
#[derive(Debug)]
struct Trouble {
    what: String,
    why: String,
    next: String,
}

/// What, why, what next, as an error that stops the command.
pub(crate) fn trouble(what: impl Into<String>, why: impl fmt::Display, next: impl Into<String>) -> anyhow::Error {
    anyhow::Error::new(Trouble { what: what.into(), why: why.to_string(), next: next.into() })
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        if !self.why.is_empty() {
            write!(f, "\n  {}", self.why)?;
        }
        write!(f, "\n→ {}", self.next)
    }
}

impl std::error::Error for Trouble {}

/// A command's "no", in the operator's language.
pub(crate) fn refused(refusal: &Refusal, t: Texts) -> anyhow::Error {
    let lang = t.lang();
    let why = match refusal {
        Refusal::Invalid(problems) => {
            problems.iter().map(|problem| problem.text.text(lang)).collect::<Vec<_>>().join("\n  ")
        }
        Refusal::Rule { text, .. } => text.text(lang),
        Refusal::Gate(unmet) => unmet.iter().map(|(_, text)| text.text(lang)).collect::<Vec<_>>().join("\n  "),
        other => other.to_string(),
    };
    trouble(t.refused(), why, t.refused_next())
}

/// The reader of the output went away (`arpent export … | head`): she has what she wanted.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let pipe = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(pipe)
            || cause
                .downcast_ref::<serde_json::Error>()
                .is_some_and(|error| error.io_error_kind() == Some(io::ErrorKind::BrokenPipe))
    })
}

/// The sentence that ends a command that failed.
pub(crate) fn sentence(error: &anyhow::Error, t: Texts) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    if error.downcast_ref::<Trouble>().is_some() {
        return causes.join("\n");
    }
    Trouble { what: t.unexpected().to_owned(), why: causes.join("\n  "), next: t.unexpected_next().to_owned() }
        .to_string()
}
