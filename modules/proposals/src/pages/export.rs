//! Open data: the public columns as CSV, XLSX or JSON lines, written while they are sent, and what each column means.

mod columns;
mod flow;

use arpent_commons::pages::frame::Frame;
use arpent_web::respond::download;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::response::Response;

use crate::texts::Texts;
use columns::Column;
pub(crate) use flow::Kind;
use flow::flow;

async fn send(ctx: &Ctx, slug: &str, kind: Kind) -> Result<Response, PageError> {
    let frame = Frame::open(ctx, slug).await?;
    let body = Body::from_stream(flow(ctx, frame.initiative.id, kind));
    let name = format!("{}.{}", frame.initiative.slug, kind.extension());
    Ok(download(&name, kind.content_type(), body))
}

/// For a spreadsheet.
pub(super) async fn csv(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    send(&ctx, &slug, Kind::Csv).await
}

/// For a spreadsheet that wants types.
pub(super) async fn xlsx(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    send(&ctx, &slug, Kind::Xlsx).await
}

/// For programs.
pub(super) async fn jsonl(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    send(&ctx, &slug, Kind::JsonLines).await
}

#[derive(Debug, Template)]
#[template(path = "dictionary.html")]
struct DictionaryPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    columns: Vec<(&'static str, &'static str, &'static str)>,
}

/// What each column means.
pub(super) async fn dictionary(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let columns = Column::ALL.iter().map(|column| (column.code(), column.name(t), column.meaning(t))).collect();
    page(&DictionaryPage { shell: frame.shell(&ctx, t.dictionary_title(), "contributions"), frame, t, columns })
}
