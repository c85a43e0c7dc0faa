//! A file of places: chosen, looked at line by line, confirmed or given up.

use arpent_core::Id;
use arpent_documents::shapes::{Frame, Reading, Shape};
use arpent_texts::number;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::draw::opened;
use super::ground::Ground;
use super::sketch::small;
use super::words;
use crate::IMPORT;
use crate::commands::imports::{self as commands, looked};
use crate::commands::{layer, scope, unsound};
use crate::domain::layer::Layer;
use crate::domain::object::Form as Drawn;
use crate::store::imports::Import;
use crate::store::settings::base_map;
use crate::texts::Texts;

/// Places shown before confirming.
const FIRST: usize = 10;
/// Faults told; the others are of the same kinds.
const FAULTS: usize = 200;
/// Places drawn on the map of the check.
const DRAWN: usize = 400;

#[derive(Debug, Template)]
#[template(path = "import_new.html")]
struct NewPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
}

/// The form that brings a file.
pub(super) async fn begin(ctx: Ctx, Path(id): Path<Id<Layer>>) -> Result<Response, PageError> {
    new_form(&ctx, id, &[]).await
}

async fn new_form(ctx: &Ctx, id: Id<Layer>, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let layer = layer(ctx, id).await?;
    ctx.require(IMPORT, scope(layer.initiative))?;
    let ground = Ground::of(ctx, &layer).await?;
    let mut fields = vec![Field::text("file", t.import_file(), "").kind("file").hint(t.import_file_hint()).required()];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &NewPage { shell: ground.below(ctx, t.import_title(), Some(&layer)), t, form, fields })
}

/// A file was sent.
pub(super) async fn upload(ctx: Ctx, Path(id): Path<Id<Layer>>, sent: Sent) -> Result<Response, PageError> {
    match commands::upload(&ctx, id, sent.file).await {
        Ok(import) => Ok(arpent_web::redirect(&format!("/imports-de-lieux/{import}"))),
        Err(Refusal::Invalid(problems)) => new_form(&ctx, id, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Template)]
#[template(path = "import_check.html")]
struct CheckPage {
    shell: Shell,
    t: Texts,
    form: Form,
    import: Import,
    /// Nothing left to confirm: what became of it.
    over: Option<String>,
    good: usize,
    faults: Vec<Fault>,
    faulty: usize,
    first: Vec<Place>,
    offered: Option<Offer>,
    map: String,
    back: String,
}

/// Something that cannot be imported, and why.
#[derive(Debug)]
struct Fault {
    number: String,
    title: String,
    why: String,
}

/// A place as it would be.
#[derive(Debug)]
struct Place {
    title: String,
    form: &'static str,
    size: String,
    at: String,
}

/// A conversion that is offered.
#[derive(Debug)]
struct Offer {
    code: &'static str,
    said: String,
    accept: &'static str,
}

/// What a file would bring.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Import>>) -> Result<Response, PageError> {
    check(&ctx, id, &[]).await
}

async fn check(ctx: &Ctx, id: Id<Import>, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (import, layer) = commands::opened(ctx, id).await?;
    let ground = Ground::of(ctx, &layer).await?;
    let reading = looked(ctx, &import).await?;
    let over = reading
        .is_none()
        .then(|| if import.state == "done" { t.import_done(import.created) } else { t.import_forgotten().to_owned() });
    let reading = reading.unwrap_or(Reading { frame: Frame::Wgs84, items: vec![] });
    let sound: Vec<&Shape> = reading.items.iter().filter_map(|item| item.shape.as_ref().ok()).collect();
    let drawn: Vec<(&Shape, i64)> = sound.iter().take(DRAWN).map(|shape| (*shape, layer.tone)).collect();
    let faults = faults(ctx, &reading);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = CheckPage {
        shell: ground.below(ctx, t.import_check_title(), Some(&layer)),
        form: Form::refused(problems, ctx.lang, []),
        map: if drawn.is_empty() { String::new() } else { small(ctx, layer.initiative, &drawn, None).await? },
        good: sound.len(),
        faulty: reading.items.len() - sound.len(),
        first: first(ctx, &reading),
        offered: offer(t, reading.frame),
        back: format!("/couches/{}", layer.id),
        faults,
        import,
        over,
        t,
    };
    Ok(opened(page_with(status, &page)?, &base_map(&ctx.db).await?))
}

fn faults(ctx: &Ctx, reading: &Reading) -> Vec<Fault> {
    let faulty = reading.items.iter().filter_map(|item| Some((item, item.shape.as_ref().err()?)));
    let fault = faulty.take(FAULTS).map(|(item, fault)| Fault {
        number: number(ctx.lang, i64::try_from(item.number).unwrap_or(i64::MAX)),
        title: item.title.clone(),
        why: unsound(ctx.lang, *fault),
    });
    fault.collect()
}

fn first(ctx: &Ctx, reading: &Reading) -> Vec<Place> {
    let t = Texts::new(ctx.lang);
    let sound = reading.items.iter().filter_map(|item| Some((item, item.shape.as_ref().ok()?)));
    let place = sound.take(FIRST).map(|(item, shape)| Place {
        title: item.title.clone(),
        form: words::form(t, Drawn::from(shape.kind())),
        size: words::size(ctx.lang, shape.square_metres(), shape.metres()),
        at: words::place(shape.anchor()),
    });
    place.collect()
}

fn offer(t: Texts, frame: Frame) -> Option<Offer> {
    match frame {
        Frame::Wgs84 => None,
        Frame::Lambert93 => {
            Some(Offer { code: frame.code(), said: t.import_lambert().to_owned(), accept: t.import_lambert_accept() })
        }
        Frame::Swapped(at) => Some(Offer {
            code: frame.code(),
            said: t.import_swapped(words::place(at)),
            accept: t.import_swapped_accept(),
        }),
    }
}

/// It was confirmed.
pub(super) async fn confirm(ctx: Ctx, Path(id): Path<Id<Import>>, sent: Sent) -> Result<Response, PageError> {
    match commands::confirm(&ctx, id, sent.get("accepted")).await {
        Ok(created) => {
            let layer = commands::opened(&ctx, id).await?.1.id;
            Ok(done(&ctx, &format!("/couches/{layer}"), &Texts::new(ctx.lang).import_done(created)))
        }
        Err(Refusal::Invalid(problems)) => check(&ctx, id, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// It was given up.
pub(super) async fn give_up(ctx: Ctx, Path(id): Path<Id<Import>>) -> Result<Response, PageError> {
    let layer = commands::give_up(&ctx, id).await?;
    Ok(done(&ctx, &format!("/couches/{layer}"), Texts::new(ctx.lang).import_forgotten()))
}
