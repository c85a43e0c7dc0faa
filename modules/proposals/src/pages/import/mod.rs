//! Importing a file in four screens: choose it, match its columns, read what is wrong line by line, confirm.

mod errors;

use std::time::Duration;

use arpent_commons::domain::people::Capacity;
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::CONTRIBUTION_IMPORT;
use arpent_commons::store::places;
use arpent_commons::words;
use arpent_core::{Id, Scope};
use arpent_documents::csv_out::Mending;
use arpent_documents::tables::{Limits, Reader};
use arpent_texts::{collate, datetime};
use arpent_web::respond::{page_with, redirect};
use arpent_web::{Choice, Ctx, Field, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use crate::commands::imports::{self as commands, Checked, check, lexicon};
use crate::domain::import::{Mapping, Target};
use crate::store::imports::{Import, ImportState, latest, same};
use crate::texts::Texts;
use arpent_web::Sent;
use errors::error_lines;
pub(super) use errors::errors;

/// Lines shown so that columns are recognised.
const SHOWN: usize = 5;
/// Letters of a cell shown.
const CELL: usize = 120;
/// A short import is finished before the next page is asked for; a long one shows how far it is.
const PATIENCE: Duration = Duration::from_secs(4);
const GLANCE: Duration = Duration::from_millis(80);

#[derive(Debug, Template)]
#[template(path = "import_new.html")]
struct NewPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    done: Vec<Done>,
}

/// An import of the past.
#[derive(Debug)]
struct Done {
    href: String,
    file_name: String,
    when: String,
    state: &'static str,
    words: String,
}

#[derive(Debug, Template)]
#[template(path = "import_check.html")]
struct CheckPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    href: String,
    file_name: String,
    form: Form,
    columns: Vec<Field>,
    others: Vec<Field>,
    headers: Vec<String>,
    first: Vec<Vec<String>>,
    good: i64,
    words: Vec<String>,
    errors: Vec<Mending>,
    faulty: i64,
    again: Option<String>,
    may_confirm: bool,
}

#[derive(Debug, Template)]
#[template(path = "import_result.html")]
struct ResultPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    href: String,
    file_name: String,
    running: bool,
    failed: bool,
    words: Vec<String>,
}

async fn frame(ctx: &Ctx, slug: &str) -> Result<Frame, PageError> {
    let frame = Frame::open(ctx, slug).await?;
    ctx.require(CONTRIBUTION_IMPORT, Scope::Initiative(frame.initiative.id.uuid()))?;
    Ok(frame)
}

/// The import of an address, in its démarche.
async fn open(ctx: &Ctx, slug: &str, id: Id<Import>) -> Result<(Frame, Import), PageError> {
    let frame = frame(ctx, slug).await?;
    let import = commands::get(ctx, id).await?;
    if import.initiative != frame.initiative.id {
        return Err(Refusal::NotFound.into());
    }
    Ok((frame, import))
}

/// Choosing a file.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    draw_new(&ctx, frame(&ctx, &slug).await?, &[]).await
}

async fn draw_new(ctx: &Ctx, mut frame: Frame, problems: &[arpent_web::FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = vec![Field::text("file", t.import_file(), "").kind("file").hint(t.import_file_hint()).required()];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let all = latest(&ctx.db, frame.initiative.id, 10).await?;
    let done = all.into_iter().map(|import| done(ctx, t, &frame, &import)).collect();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = frame.shell(ctx, t.import_title(), "contributions");
    page_with(status, &NewPage { shell, frame, t, form, fields, done })
}

fn done(ctx: &Ctx, t: Texts, frame: &Frame, import: &Import) -> Done {
    Done {
        href: format!("{}/{}", frame.href("import"), import.id),
        file_name: import.file_name.clone(),
        when: datetime(ctx.lang, import.created_at),
        state: t.say(&format!("import-state-{}", import.state.code())).unwrap_or(""),
        words: t.import_created(import.progress.created),
    }
}

/// Keeps the file, then asks what its columns hold.
pub(super) async fn upload(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = frame(&ctx, &slug).await?;
    let Some(file) = sent.file else {
        let missing = arpent_web::FieldProblem::new("file", "missing", |l| Texts::new(l).import_file_missing().into());
        return draw_new(&ctx, frame, &[missing]).await;
    };
    match commands::upload(&ctx, frame.initiative.id, &file.name, file.bytes).await {
        Ok(id) => Ok(redirect(&format!("{}/{id}", frame.href("import")))),
        Err(Refusal::Invalid(problems)) => draw_new(&ctx, frame, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// What the file holds and what is wrong with it; once confirmed, what was done of it.
pub(super) async fn show(ctx: Ctx, Path((slug, id)): Path<(String, Id<Import>)>) -> Result<Response, PageError> {
    let (frame, import) = open(&ctx, &slug, id).await?;
    if import.state == ImportState::Pending {
        return draw_check(&ctx, frame, &import, &[]).await;
    }
    result(&ctx, frame, &import)
}

fn result(ctx: &Ctx, mut frame: Frame, import: &Import) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let done = import.progress;
    let mut words = vec![t.import_read(done.read), t.import_created(done.created)];
    words.extend((done.again > 0).then(|| t.import_again(done.again)));
    words.extend((done.refused > 0).then(|| t.import_refused(done.refused)));
    let title = match import.state {
        ImportState::Running | ImportState::Pending => t.import_running(),
        ImportState::Done => t.import_done(),
        ImportState::Failed => t.import_failed(),
        ImportState::Forgotten => t.import_state_forgotten(),
    };
    let result = ResultPage {
        shell: frame.shell(ctx, title, "contributions"),
        href: format!("{}/{}", frame.href("import"), import.id),
        file_name: import.file_name.clone(),
        running: import.state == ImportState::Running,
        failed: import.state == ImportState::Failed,
        words,
        frame,
        t,
    };
    page_with(StatusCode::OK, &result)
}

/// What was found by looking at every line.
struct Looked {
    headers: Vec<String>,
    first: Vec<Vec<String>>,
    checked: Checked,
}

/// Reads the whole file, away from the threads that answer.
async fn look(ctx: &Ctx, import: &Import, most: Option<usize>) -> Result<Looked, Refusal> {
    let bytes = commands::content(ctx, import).await?;
    let lexicon = lexicon(ctx, import.initiative).await?;
    let import = import.clone();
    let looked = tokio::task::spawn_blocking(move || {
        let open = || Reader::open(bytes.as_slice(), &import.file_name, &Limits::default());
        let refused = |error| commands::refused(&error);
        let reader = open().map_err(refused)?;
        let headers = reader.headers().to_vec();
        let first = reader.filter_map(Result::ok).take(SHOWN).map(|line| shortened(&line.cells)).collect();
        let place = import.initiative.to_string();
        let checked = check(open().map_err(refused)?, &import.mapping, &lexicon, &place, most)?;
        Ok(Looked { headers, first, checked })
    });
    looked.await.unwrap_or(Err(Refusal::NotFound))
}

fn shortened(cells: &[String]) -> Vec<String> {
    cells.iter().map(|cell| arpent_commons::domain::text::first_words(cell, CELL)).collect()
}

async fn draw_check(
    ctx: &Ctx,
    mut frame: Frame,
    import: &Import,
    problems: &[arpent_web::FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let looked = look(ctx, import, None).await?;
    let mut columns = columns(t, &looked.headers, &import.mapping);
    let mut others = others(ctx, t, import).await?;
    let form = Form::refused(problems, ctx.lang, columns.iter_mut().chain(&mut others));
    let before = same(&ctx.db, import.initiative, &import.sha256).await?;
    let checked = &looked.checked;
    let check = CheckPage {
        shell: frame.shell(ctx, t.import_check_title(), "contributions"),
        href: format!("{}/{}", frame.href("import"), import.id),
        file_name: import.file_name.clone(),
        words: checked_words(t, checked),
        errors: error_lines(ctx, &looked.headers, &import.mapping, &checked.problems),
        faulty: checked.faulty,
        good: checked.good,
        again: before.map(|before| t.import_same(datetime(ctx.lang, before.created_at))),
        may_confirm: checked.good > 0 && import.mapping.column(Target::Text).is_some(),
        headers: looked.headers,
        first: looked.first,
        form,
        columns,
        others,
        frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &check)
}

fn checked_words(t: Texts, checked: &Checked) -> Vec<String> {
    let mut words = vec![t.import_good(checked.good)];
    words.extend((checked.same > 0).then(|| t.import_same_lines(checked.same)));
    words.extend((checked.faulty > 0).then(|| t.import_faulty(checked.faulty)));
    if !checked.themes.is_empty() {
        words.push(t.import_themes(checked.themes.len()));
    }
    words
}

fn columns(t: Texts, headers: &[String], mapping: &Mapping) -> Vec<Field> {
    let field = |target: &Target| {
        let held = mapping.column(*target).map(|column| column.to_string()).unwrap_or_default();
        let mut choices = vec![Choice::new("", t.import_no_column(), &held)];
        choices.extend(headers.iter().enumerate().map(|(column, name)| Choice::new(column.to_string(), name, &held)));
        let label = t.say(&format!("import-target-{}", target.code().replace('_', "-"))).unwrap_or("");
        let field = Field::choices(target.code(), label, choices).kind("select");
        if *target == Target::Text { field.required() } else { field }
    };
    Target::ALL.iter().map(field).collect()
}

async fn others(ctx: &Ctx, t: Texts, import: &Import) -> Result<Vec<Field>, PageError> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let mapping = &import.mapping;
    let held = mapping.capacity.code();
    let capacities = Capacity::ALL.iter().map(|one| Choice::new(one.code(), words::capacity(c, *one), held)).collect();
    let mut areas = places::of_initiative(&ctx.db, import.initiative).await?;
    areas.sort_by(|a, b| collate(ctx.lang, &a.name, &b.name));
    let held = mapping.area.map(|area| area.to_string()).unwrap_or_default();
    let mut choices = vec![Choice::new("", t.contribute_everywhere(), &held)];
    choices.extend(areas.iter().map(|area| Choice::new(area.id.to_string(), &area.name, &held)));
    let create = if mapping.create_themes { "true" } else { "" };
    Ok(vec![
        Field::choices("default_capacity", t.import_default_capacity(), capacities).kind("select").required(),
        Field::choices("default_area", t.import_default_area(), choices).kind("select").required(),
        Field::text("create_themes", t.import_create_themes(), create).kind("checkbox").required(),
    ])
}

/// Corrects what the columns hold, and looks again.
pub(super) async fn map(
    ctx: Ctx,
    Path((slug, id)): Path<(String, Id<Import>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (frame, import) = open(&ctx, &slug, id).await?;
    let mapping = read_mapping(&sent);
    match commands::map(&ctx, id, &mapping).await {
        Ok(()) => Ok(redirect(&format!("{}/{id}", frame.href("import")))),
        Err(Refusal::Invalid(problems)) => draw_check(&ctx, frame, &Import { mapping, ..import }, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn read_mapping(sent: &Sent) -> Mapping {
    let mut mapping = Mapping::default();
    mapping.capacity = Capacity::parse(sent.get("default_capacity")).unwrap_or(mapping.capacity);
    mapping.area = sent.choice("default_area");
    mapping.create_themes = sent.ticked("create_themes");
    Target::ALL.iter().fold(mapping, |mapping, target| mapping.with(*target, sent.choice(target.code())))
}

/// Confirms; a short import is done when the next page comes.
pub(super) async fn confirm(ctx: Ctx, Path((slug, id)): Path<(String, Id<Import>)>) -> Result<Response, PageError> {
    let (frame, _) = open(&ctx, &slug, id).await?;
    commands::confirm(&ctx, id).await?;
    ctx.app().bell.notify_one();
    let finished = async {
        while commands::get(&ctx, id).await?.state == ImportState::Running {
            tokio::time::sleep(GLANCE).await;
        }
        Ok::<(), Refusal>(())
    };
    if let Ok(outcome) = tokio::time::timeout(PATIENCE, finished).await {
        outcome?;
    }
    Ok(redirect(&format!("{}/{id}", frame.href("import"))))
}

/// Gives up before confirming.
pub(super) async fn give_up(ctx: Ctx, Path((slug, id)): Path<(String, Id<Import>)>) -> Result<Response, PageError> {
    let (frame, _) = open(&ctx, &slug, id).await?;
    commands::give_up(&ctx, id).await?;
    Ok(redirect(&frame.href("import")))
}
