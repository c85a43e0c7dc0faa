//! Bringing in answers from a file: chosen, read again, confirmed.

use arpent_core::Id;
use arpent_documents::csv_out::{Mending, mendings};
use arpent_documents::tables::{Limits, LineReason, Reader};
use arpent_texts::datetime;
use arpent_web::respond::{CSV, PageError, download, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, Refusal, Sent, Shell, page, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use crate::COLLECT;
use crate::commands::imports::{self as commands, Checked, Why};
use crate::domain::collection::public_population;
use crate::domain::import::{Mapping, Problem, Target};
use crate::pages::at_wave::AtWave;
use crate::pages::replies::is_words;
use crate::store::imports::{Import, ImportState, of_wave};
use crate::texts::Texts;

/// Previous files shown.
const BEFORE: i64 = 10;

#[derive(Debug)]
struct Before {
    href: String,
    file_name: String,
    when: String,
    state: &'static str,
    created: String,
}

#[derive(Debug, Template)]
#[template(path = "answers_new.html")]
struct NewPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    before: Vec<Before>,
}

/// Choosing a file.
pub(in crate::pages) async fn begin(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let population = public_population(&place.version.protocol).unwrap_or("").to_owned();
    draw_new(&ctx, &place, &population, &[]).await
}

async fn draw_new(
    ctx: &Ctx,
    place: &AtWave,
    population: &str,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let populations = place.populations(ctx, population);
    let mut fields = vec![
        Field::text("file", t.answers_file(), "").kind("file").required(),
        Field::choices("population", t.answers_population(), populations).kind("select").required(),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let all = of_wave(&ctx.db, place.wave.id, BEFORE).await?;
    let before = all.into_iter().map(|one| Before {
        href: place.href(&format!("import/{}", one.id)),
        when: datetime(ctx.lang, one.created_at),
        state: t.say(&format!("answers-state-{}", one.state.code())).unwrap_or(""),
        created: t.answers_created(one.done.created),
        file_name: one.file_name,
    });
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = place.shell(ctx, t.answers_title());
    page_with(status, &NewPage { shell, t, form, fields, before: before.collect() })
}

/// Keeps the file, then asks what its columns hold.
pub(in crate::pages) async fn upload(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let population = sent.text("population");
    let Some(file) = sent.file else {
        let missing = FieldProblem::new("file", "missing", |l| Texts::new(l).answers_file_missing().into());
        return draw_new(&ctx, &place, &population, &[missing]).await;
    };
    let kept = (file.name.as_str(), file.bytes);
    match commands::upload(&ctx, &place.wave, &place.version.protocol, &population, kept).await {
        Ok(id) => Ok(redirect(&place.href(&format!("import/{id}")))),
        Err(Refusal::Invalid(problems)) => draw_new(&ctx, &place, &population, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn open(ctx: &Ctx, slug: &str, number: i64, id: Id<Import>) -> Result<(AtWave, Import), Refusal> {
    let place = AtWave::open(ctx, slug, number, COLLECT).await?;
    let (import, _) = commands::get(ctx, id).await?;
    if import.wave == place.wave.id { Ok((place, import)) } else { Err(Refusal::NotFound) }
}

#[derive(Debug, Template)]
#[template(path = "answers_result.html")]
struct ResultPage {
    shell: Shell,
    t: Texts,
    place: AtWave,
    file_name: String,
    words: Vec<String>,
}

/// What the file holds and what is wrong with it; once confirmed, what was done of it.
pub(in crate::pages) async fn show(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Import>)>,
) -> Result<Response, PageError> {
    let (place, import) = open(&ctx, &slug, number, id).await?;
    let t = Texts::new(ctx.lang);
    let done = import.done;
    let (title, words) = match import.state {
        ImportState::Pending => return draw_check(&ctx, place, &import, None).await,
        ImportState::Forgotten => (t.answers_state_forgotten(), vec![]),
        ImportState::Done => {
            let mut words = vec![t.answers_read(done.read), t.answers_created(done.created)];
            words.extend((done.again > 0).then(|| t.answers_again(done.again)));
            words.extend((done.refused > 0).then(|| t.answers_refused(done.refused)));
            (t.answers_done(), words)
        }
    };
    let shell = place.shell(&ctx, title);
    page(&ResultPage { shell, t, file_name: import.file_name, words, place })
}

#[derive(Debug, Template)]
#[template(path = "answers_check.html")]
struct CheckPage {
    shell: Shell,
    t: Texts,
    href: String,
    file_name: String,
    words: Vec<String>,
    faulty: i64,
    good: i64,
    errors: Vec<Mending>,
    fields: Vec<Field>,
    refusal: Option<String>,
}

async fn draw_check(ctx: &Ctx, place: AtWave, import: &Import, refusal: Option<String>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let bytes = commands::content(ctx, import).await?;
    let checked = look(&place, import, &bytes, None)?;
    let status = if refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let page = CheckPage {
        shell: place.shell(ctx, t.answers_check_title()),
        href: place.href(&format!("import/{}", import.id)),
        file_name: import.file_name.clone(),
        words: words(t, &place, import, &checked),
        faulty: checked.faulty,
        good: checked.good,
        errors: error_lines(t, &checked),
        fields: columns(t, &checked.headers, &import.mapping),
        refusal,
        t,
    };
    page_with(status, &page)
}

fn look(place: &AtWave, import: &Import, bytes: &[u8], most: Option<usize>) -> Result<Checked, Refusal> {
    let reader = Reader::open(bytes, &import.file_name, &Limits::default()).map_err(|e| commands::refused(&e))?;
    commands::check(reader, (&place.version.protocol, &place.wave), &import.mapping, most)
}

fn words(t: Texts, place: &AtWave, import: &Import, checked: &Checked) -> Vec<String> {
    let mapping = &import.mapping;
    let mut words = vec![t.answers_good(checked.good), t.answers_questions(mapping.questions.len())];
    words.extend((checked.elsewhere > 0).then(|| t.answers_elsewhere(checked.elsewhere)));
    words.extend((checked.faulty > 0).then(|| t.answers_faulty(checked.faulty)));
    let asked = place.version.protocol.asked(&mapping.population).filter(|one| !is_words(one));
    let missing: Vec<&str> =
        asked.map(|one| one.code.as_str()).filter(|code| !mapping.questions.contains_key(*code)).collect();
    words.extend((!missing.is_empty()).then(|| t.answers_missing(missing.join(", "))));
    let ignored: Vec<&str> = mapping.ignored(&checked.headers).map(String::as_str).collect();
    words.extend((!ignored.is_empty()).then(|| t.answers_ignored(ignored.join(", "))));
    words
}

fn columns(t: Texts, headers: &[String], mapping: &Mapping) -> Vec<Field> {
    let mut fields: Vec<Field> = Target::ALL
        .iter()
        .map(|target| {
            let held = mapping.column(*target).map(|column| column.to_string()).unwrap_or_default();
            let mut choices = vec![Choice::new("", t.answers_no_column(), &held)];
            let named = headers.iter().enumerate().map(|(column, name)| Choice::new(column.to_string(), name, &held));
            choices.extend(named);
            let label = t.say(&format!("answers-target-{}", target.code())).unwrap_or("");
            Field::choices(target.code(), label, choices).kind("select")
        })
        .collect();
    let value = mapping.filter.as_ref().map_or("", |(_, value)| value.as_str());
    fields.push(Field::text("filter_value", t.answers_filter_value(), value));
    fields
}

fn error_lines(t: Texts, checked: &Checked) -> Vec<Mending> {
    let of = |(line, why): &(u64, Why)| match why {
        Why::Cells(problems) => problems.iter().map(|one| cell_words(t, &checked.headers, *line, one)).collect(),
        Why::Line(reason) => vec![line_words(t, *line, reason)],
    };
    checked.problems.iter().flat_map(of).collect()
}

fn cell_words(t: Texts, headers: &[String], line: u64, problem: &Problem) -> Mending {
    let key = format!("answers-fault-{}", problem.fault.code().replace('_', "-"));
    let column = problem.column.and_then(|column| headers.get(column)).cloned().unwrap_or_default();
    Mending { line, column, reason: t.say(&key).unwrap_or("").to_owned(), cell: problem.cell.clone() }
}

fn line_words(t: Texts, line: u64, reason: &LineReason) -> Mending {
    let said = t.say(reason.code()).map_or_else(|| t.table_other(reason.to_string()), Into::into);
    Mending { line, column: String::new(), reason: said, cell: String::new() }
}

/// Corrects what the columns hold, and looks again.
pub(in crate::pages) async fn map(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Import>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, import) = open(&ctx, &slug, number, id).await?;
    let value = sent.get("filter_value").trim().to_owned();
    let mapping = Mapping {
        respondent: sent.choice(Target::Respondent.code()),
        stratum: sent.choice(Target::Stratum.code()),
        weight: sent.choice(Target::Weight.code()),
        mode: sent.choice(Target::Mode.code()),
        filter: sent.choice(Target::Filter.code()).map(|column| (column, value)),
        ..import.mapping
    };
    commands::map(&ctx, id, &mapping).await?;
    Ok(redirect(&place.href(&format!("import/{id}"))))
}

/// Confirms.
pub(in crate::pages) async fn confirm(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Import>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, import) = open(&ctx, &slug, number, id).await?;
    match commands::confirm(&ctx, id, &place.version.protocol, sent.ticked("without")).await {
        Ok(_) => Ok(redirect(&place.href(&format!("import/{id}")))),
        Err(Refusal::Rule { code: "lines-to-mend", text }) => {
            draw_check(&ctx, place, &import, Some(text.text(ctx.lang))).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Gives up before confirming.
pub(in crate::pages) async fn give_up(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Import>)>,
) -> Result<Response, PageError> {
    let (place, _) = open(&ctx, &slug, number, id).await?;
    commands::give_up(&ctx, id).await?;
    Ok(redirect(&place.href("import")))
}

/// Every thing to mend, as a table.
pub(in crate::pages) async fn errors(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Import>)>,
) -> Result<Response, PageError> {
    let (place, import) = open(&ctx, &slug, number, id).await?;
    let bytes = commands::content(&ctx, &import).await?;
    let checked = look(&place, &import, &bytes, Some(usize::MAX))?;
    let t = Texts::new(ctx.lang);
    let names = [t.answers_error_line(), t.answers_error_column(), t.answers_error_reason(), t.answers_error_cell()];
    let written = mendings(&names, &error_lines(t, &checked)).map_err(|_| Refusal::NotFound)?;
    Ok(download("erreurs.csv", CSV, written))
}
