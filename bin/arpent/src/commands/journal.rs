//! `arpent journal verify`: walks the chain and names every fault.

use std::process::ExitCode;

use anyhow::Result;
use arpent_store::journal::{self, Fault};

use crate::instance;
use crate::options::Options;
use crate::terminal::{complain, say};
use crate::texts::Texts;

/// What to do with the journal.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    act: Act,
}

/// What to do with the journal.
#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Checks that no line was changed, removed or inserted.
    Verify {
        /// The last hash written down elsewhere: the chain must pass through it.
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
    },
}

pub(super) async fn run(arguments: &Arguments, options: &Options, t: Texts) -> Result<ExitCode> {
    let Act::Verify { head } = &arguments.act;
    let db = instance::existing_database(options, t).await?;
    let mut found = journal::verify(&db).await?;
    let witnessed = match head {
        Some(hash) => passes_through(&db, hash).await?,
        None => true,
    };
    db.close().await;
    say(&t.journal_read(found.lines));
    say(&t.journal_head(&found.head));
    let mut faults: Vec<String> = found.faults.drain(..).map(|fault| words(&fault, t)).collect();
    if !witnessed {
        faults.push(t.journal_head_unknown().to_owned());
    }
    Ok(conclude(&faults, t))
}

fn conclude(faults: &[String], t: Texts) -> ExitCode {
    if faults.is_empty() {
        say(t.journal_sound());
        return ExitCode::SUCCESS;
    }
    for fault in faults {
        complain(&format!("✗ {fault}"));
    }
    complain(&format!("→ {}", t.journal_fault_next()));
    ExitCode::FAILURE
}

/// A witness may be older than the last line: the chain that holds it and holds together is the same one.
async fn passes_through(db: &arpent_store::Db, hash: &str) -> Result<bool> {
    let wanted = hash.trim().to_ascii_lowercase();
    let mut before = i64::MAX;
    loop {
        let lines = journal::before(db, before, None, 2_000).await?;
        let Some(last) = lines.last() else { return Ok(false) };
        if lines.iter().any(|line| line.hash == wanted) {
            return Ok(true);
        }
        before = last.seq;
    }
}

/// A fault in words.
pub(super) fn words(fault: &Fault, t: Texts) -> String {
    match fault {
        Fault::Changed(line) => t.journal_changed(*line),
        Fault::Removed { from, to } if from == to => t.journal_removed_one(*from),
        Fault::Removed { from, to } => t.journal_removed(*from, *to),
        Fault::Inserted(line) => t.journal_inserted(*line),
        Fault::CutAfter { last, head } => t.journal_cut(*head, *last),
        Fault::HeadReplaced => t.journal_head_replaced().to_owned(),
    }
}
