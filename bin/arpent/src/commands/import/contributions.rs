//! What people said elsewhere: looked at first, imported once confirmed, with the function the site uses.

use anyhow::Result;
use arpent_commons::store::initiatives;
use arpent_documents::tables::LineReason;
use arpent_proposals::commands::imports::{self, Checked, FaultyLine, Report, Why};
use arpent_proposals::domain::import::{Mapping, Target};

use super::{Arguments, column, confirmed};
use crate::instance::Instance;
use crate::progress;
use crate::terminal::{complain, say};
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

/// Faulty lines shown at the terminal; the site gives them all as a table.
const SHOWN: usize = 20;

type Site = arpent_proposals::texts::Texts;

pub(super) async fn import(instance: &Instance, arguments: &Arguments, slug: &str, t: Texts) -> Result<()> {
    let operator = instance.operator(t);
    let initiative = initiatives::by_slug(&operator.db, slug).await?;
    let initiative = initiative.ok_or_else(|| trouble(t.no_initiative(slug), "", t.no_initiative_next()))?;
    let reader = super::open(&arguments.file, t)?;
    let headers = reader.headers().to_vec();
    let mapping = mapping(&headers, arguments, t)?;
    say_columns(&headers, &mapping, t);
    let lexicon = imports::lexicon(&operator, initiative.id).await.map_err(|refusal| refused(&refusal, t))?;
    let place = initiative.id.to_string();
    let checked = imports::check(reader, &mapping, &lexicon, &place, Some(SHOWN)).map_err(|r| refused(&r, t))?;
    say_checked(&checked, &headers, &mapping, t);
    if !(arguments.yes || confirmed(t.import_confirm())) {
        say(t.import_not_done());
        return Ok(());
    }
    let bar = progress::bar(t.import_under_way());
    bar.set_length(u64::try_from(checked.good + checked.same + checked.faulty).unwrap_or(0));
    let reader = super::open(&arguments.file, t)?;
    let moved = |progress: arpent_proposals::domain::import::Progress| {
        bar.set_position(u64::try_from(progress.read).unwrap_or(0));
    };
    let report = imports::import(&operator, initiative.id, reader, &mapping, moved).await;
    bar.finish_and_clear();
    say_report(&report.map_err(|refusal| refused(&refusal, t))?, t);
    Ok(())
}

/// What the headers say, corrected by what the person says.
fn mapping(headers: &[String], arguments: &Arguments, t: Texts) -> Result<Mapping> {
    let columns = &arguments.columns;
    let asked = [
        (Target::Text, &columns.text),
        (Target::Title, &columns.title),
        (Target::Theme, &columns.theme),
        (Target::Capacity, &columns.capacity),
        (Target::Area, &columns.area),
        (Target::Place, &columns.place),
        (Target::SaidOn, &columns.said_on),
        (Target::Email, &columns.email),
        (Target::Reference, &columns.reference),
    ];
    let mut mapping = imports::guess(headers);
    for (target, name) in asked {
        if let Some(name) = name {
            mapping = mapping.with(target, Some(column(headers, name, t)?));
        }
    }
    if mapping.column(Target::Text).is_none() {
        return Err(trouble(t.import_no_text(), headers.join(" · "), t.import_no_text_next()));
    }
    mapping.create_themes = !arguments.known_themes;
    Ok(mapping)
}

fn say_columns(headers: &[String], mapping: &Mapping, t: Texts) {
    let site = Site::new(t.lang());
    say(t.import_columns());
    for target in Target::ALL {
        if let Some(header) = mapping.column(*target).and_then(|column| headers.get(column)) {
            let name = site.say(&format!("import-target-{}", target.code().replace('_', "-"))).unwrap_or_default();
            say(&format!("  {name} ← {header}"));
        }
    }
}

fn say_checked(checked: &Checked, headers: &[String], mapping: &Mapping, t: Texts) {
    say(&t.import_checked(checked.faulty, checked.good, checked.same, checked.themes.len()));
    say_problems(&checked.problems, headers, mapping, t);
}

fn say_problems(problems: &[FaultyLine], headers: &[String], mapping: &Mapping, t: Texts) {
    let site = Site::new(t.lang());
    for faulty in problems {
        let line = i64::try_from(faulty.line).unwrap_or(i64::MAX);
        match &faulty.why {
            Why::Line(reason) => complain(&t.import_faulty_line(line, line_reason(site, reason))),
            Why::Cells(cells) => {
                for cell in cells {
                    let column = mapping.column(cell.target).and_then(|column| headers.get(column));
                    let key = format!("import-fault-{}", cell.fault.code().replace('_', "-"));
                    let reason = site.say(&key).unwrap_or_default();
                    let column = column.map_or("", String::as_str);
                    complain(&t.import_faulty_cell(&cell.cell, column, line, reason));
                }
            }
        }
    }
}

fn line_reason(site: Site, reason: &LineReason) -> String {
    site.say(reason.code()).map_or_else(|| reason.to_string(), Into::into)
}

fn say_report(report: &Report, t: Texts) {
    let progress = report.progress;
    say(&t.import_done(progress.again, progress.created, progress.refused, report.themes));
}
