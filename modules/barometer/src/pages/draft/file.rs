//! The protocol as a file: taken away, brought back.

use arpent_web::respond::{JSON, done, download, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::Drafting;
use crate::commands::protocols as commands;
use crate::domain::protocol::Protocol;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "draft_file.html")]
struct FilePage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    version: i64,
    href: String,
}

/// A protocol to download.
pub(in crate::pages) fn attachment(slug: &str, number: i64, protocol: &Protocol) -> Response {
    download(&format!("{slug}-protocole-{number}.json"), JSON, protocol.to_file())
}

/// The draft as a file.
pub(in crate::pages) async fn export(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let drafting = Drafting::open(&ctx, &slug).await?;
    Ok(attachment(&slug, drafting.version.number, &drafting.version.protocol))
}

/// Taking away, bringing back.
pub(in crate::pages) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    draw(&ctx, &Drafting::open(&ctx, &slug).await?, &[])
}

fn draw(ctx: &Ctx, drafting: &Drafting, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = vec![Field::text("file", t.file_label(), "").kind("file").hint(t.file_hint()).required()];
    let page = FilePage {
        shell: drafting.place.draft_shell(ctx, t.file_title()),
        form: Form::refused(problems, ctx.lang, &mut fields),
        fields,
        version: drafting.version.version,
        href: drafting.place.href("preparation"),
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// Puts a file in place of the draft.
pub(in crate::pages) async fn import(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let drafting = Drafting::open(&ctx, &slug).await?;
    let Some(file) = &sent.file else {
        let missing = FieldProblem::new("file", "missing", |l| Texts::new(l).protocol_file_missing().into());
        return draw(&ctx, &drafting, &[missing]);
    };
    let protocol = match Protocol::from_file(&file.bytes) {
        Ok(protocol) => protocol,
        Err(refused) => {
            let text = move |l| Texts::new(l).protocol_file_refused(refused.path.as_str(), refused.reason.as_str());
            return draw(&ctx, &drafting, &[FieldProblem::new("file", "unreadable", text)]);
        }
    };
    let seen = sent.choice("version").unwrap_or(drafting.version.version);
    commands::save(&ctx, drafting.version.id, seen, &protocol).await?;
    let faults = protocol.faults().len();
    Ok(done(&ctx, &drafting.place.href("preparation"), &Texts::new(ctx.lang).protocol_file_done(faults)))
}
