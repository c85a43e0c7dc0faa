//! `arpent doctor`: looks at everything that can be wrong with an instance, and says how to mend each thing.

mod database;
mod surroundings;

use std::process::ExitCode;

use anyhow::Result;

use crate::options::Options;
use crate::terminal::say;
use crate::texts::Texts;

/// How serious it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    /// As it should be.
    Sound,
    /// Works, but deserves a look.
    Attention,
    /// Does not work, or will not for long.
    Danger,
}

/// One thing looked at.
#[derive(Debug)]
struct Finding {
    level: Level,
    what: String,
    next: String,
}

impl Finding {
    fn sound(what: impl Into<String>) -> Self {
        Self { level: Level::Sound, what: what.into(), next: String::new() }
    }

    fn attention(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { level: Level::Attention, what: what.into(), next: next.into() }
    }

    fn danger(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { level: Level::Danger, what: what.into(), next: next.into() }
    }

    fn lines(&self) -> String {
        match self.level {
            Level::Sound => format!("✓ {}", self.what),
            Level::Attention => format!("! {}\n  → {}", self.what, self.next),
            Level::Danger => format!("✗ {}\n  → {}", self.what, self.next),
        }
    }
}

pub(super) async fn run(options: &Options, t: Texts) -> Result<ExitCode> {
    let mut findings = surroundings::folder(options, t);
    findings.extend(database::look(options, t).await);
    findings.push(surroundings::address(options, t));
    findings.push(surroundings::mail(options, t).await);
    for finding in &findings {
        say(&finding.lines());
    }
    Ok(conclude(&findings, t))
}

fn conclude(findings: &[Finding], t: Texts) -> ExitCode {
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let (dangers, attentions) = (count(Level::Danger), count(Level::Attention));
    say("");
    match (dangers, attentions) {
        (0, 0) => say(t.doctor_sound()),
        (0, attentions) => say(&t.doctor_attention(attentions)),
        (dangers, _) => say(&t.doctor_danger(dangers)),
    }
    if dangers == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
