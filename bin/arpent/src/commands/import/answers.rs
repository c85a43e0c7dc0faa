//! Answers to a barometer collected elsewhere: looked at first, imported once confirmed, with the functions the site uses.

use anyhow::Result;
use arpent_barometer::commands::imports::{self, Checked, Why};
use arpent_barometer::domain::import::{Mapping, Problem, Target};
use arpent_barometer::domain::wave::{ProtocolVersion, Wave};
use arpent_barometer::store::{barometers, protocols, waves};
use arpent_documents::tables::{Limits, Reader};
use arpent_web::Caller;

use super::{Answers, Arguments, confirmed};
use crate::instance::Instance;
use crate::terminal::{complain, say};
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

/// Things to mend shown at the terminal; the site gives them all as a table.
const SHOWN: usize = 20;

type Site = arpent_barometer::texts::Texts;

pub(super) async fn import(instance: &Instance, arguments: &Arguments, slug: &str, t: Texts) -> Result<()> {
    let operator = instance.operator(t);
    let of = &arguments.answers;
    let (wave, version) = wave(&operator, slug, of.wave.unwrap_or_default(), t).await?;
    let bytes = super::read(&arguments.file, t)?;
    let name = super::file_name(&arguments.file);
    let population = of.population.as_deref().unwrap_or_default();
    if version.protocol.population(population).is_none() {
        let all: Vec<&str> = version.protocol.populations.iter().map(|one| one.code.as_str()).collect();
        return Err(trouble(t.import_no_population(population), all.join(" · "), t.import_no_population_next()));
    }
    let opened = Reader::open(bytes.as_slice(), &name, &Limits::default());
    let opened = opened.map_err(|error| super::unusable(&arguments.file, &error, t))?;
    let mapping = mapping(opened.headers(), &version, population, of, t)?;
    say_columns(opened.headers(), &mapping, t);
    let checked = imports::check(opened, (&version.protocol, &wave), &mapping, Some(SHOWN));
    let checked = checked.map_err(|refusal| refused(&refusal, t))?;
    say_checked(&checked, t);
    if !(arguments.yes || confirmed(t.import_answers_confirm())) {
        say(t.import_answers_not_done());
        return Ok(());
    }
    let id = imports::upload(&operator, &wave, &version.protocol, population, (&name, bytes)).await;
    let id = id.map_err(|refusal| refused(&refusal, t))?;
    imports::map(&operator, id, &mapping).await.map_err(|refusal| refused(&refusal, t))?;
    match imports::confirm(&operator, id, &version.protocol, of.without_faulty).await {
        Ok(done) => {
            let site = Site::new(t.lang());
            say(&site.answers_read(done.read));
            say(&site.answers_created(done.created));
            (done.again > 0).then(|| say(&site.answers_again(done.again)));
            (done.refused > 0).then(|| say(&site.answers_refused(done.refused)));
            Ok(())
        }
        Err(refusal) => {
            imports::give_up(&operator, id).await.map_err(|refusal| refused(&refusal, t))?;
            let lines = matches!(&refusal, arpent_web::Refusal::Rule { code: "lines-to-mend", .. });
            let why = refused(&refusal, t);
            Err(if lines {
                trouble(t.import_answers_faulty(checked.faulty), "", t.import_answers_faulty_next())
            } else {
                why
            })
        }
    }
}

/// The wave, with the protocol it follows.
async fn wave(operator: &Caller, slug: &str, number: i64, t: Texts) -> Result<(Wave, ProtocolVersion)> {
    let barometer = barometers::by_slug(&operator.db, slug).await?;
    let barometer = barometer.ok_or_else(|| trouble(t.import_no_barometer(slug), "", t.import_no_barometer_next()))?;
    let found = waves::by_number(&operator.db, barometer.id, number).await?;
    let Some(wave) = found else {
        let all = waves::of_barometer(&operator.db, barometer.id).await?;
        let numbers: Vec<String> = all.iter().map(|one| one.number.to_string()).collect();
        return Err(trouble(t.import_no_wave(number), numbers.join(" · "), t.import_no_wave_next()));
    };
    let version = protocols::by_id(&operator.db, wave.protocol).await?;
    let version = version.ok_or_else(|| trouble(t.import_no_wave(number), "", t.import_no_wave_next()))?;
    Ok((wave, version))
}

/// What the headers say, with the lines that are asked for.
fn mapping(headers: &[String], version: &ProtocolVersion, population: &str, of: &Answers, t: Texts) -> Result<Mapping> {
    let mut mapping = imports::guess(&version.protocol, population, headers);
    if let Some((column, value)) = &of.only {
        mapping.filter = Some((super::column(headers, column, t)?, value.clone()));
    }
    for (target, name) in [
        (&mut mapping.weight, &of.weight),
        (&mut mapping.stratum, &of.stratum),
        (&mut mapping.respondent, &of.respondent),
    ] {
        if let Some(name) = name {
            *target = Some(super::column(headers, name, t)?);
        }
    }
    Ok(mapping)
}

fn say_columns(headers: &[String], mapping: &Mapping, t: Texts) {
    let site = Site::new(t.lang());
    say(t.import_columns());
    say(&format!("  {}", site.answers_questions(mapping.questions.len())));
    for target in Target::ALL {
        if let Some(header) = mapping.column(*target).and_then(|column| headers.get(column)) {
            let name = site.say(&format!("answers-target-{}", target.code())).unwrap_or_default();
            say(&format!("  {name} ← {header}"));
        }
    }
    let ignored: Vec<&str> = mapping.ignored(headers).map(String::as_str).collect();
    if !ignored.is_empty() {
        say(&format!("  {}", site.answers_ignored(ignored.join(", "))));
    }
}

fn say_checked(checked: &Checked, t: Texts) {
    let site = Site::new(t.lang());
    say(&site.answers_good(checked.good));
    (checked.elsewhere > 0).then(|| say(&site.answers_elsewhere(checked.elsewhere)));
    (checked.faulty > 0).then(|| complain(&site.answers_faulty(checked.faulty)));
    for (line, why) in &checked.problems {
        let line = i64::try_from(*line).unwrap_or(i64::MAX);
        match why {
            Why::Line(reason) => {
                let said = site.say(reason.code()).map_or_else(|| reason.to_string(), Into::into);
                complain(&t.import_faulty_line(line, said));
            }
            Why::Cells(problems) => {
                for one in problems {
                    complain(&cell(checked, line, one, t));
                }
            }
        }
    }
}

fn cell(checked: &Checked, line: i64, problem: &Problem, t: Texts) -> String {
    let key = format!("answers-fault-{}", problem.fault.code().replace('_', "-"));
    let reason = Site::new(t.lang()).say(&key).unwrap_or_default();
    match problem.column.and_then(|column| checked.headers.get(column)) {
        Some(column) => t.import_faulty_cell(&problem.cell, column, line, reason),
        None => t.import_faulty_line(line, reason),
    }
}
