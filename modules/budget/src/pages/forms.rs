//! A page that is one form: what it is for, its fields, its button.

use arpent_commons::pages::frame::Frame;
use arpent_look::parts::Anchor;
use arpent_web::respond::{PageError, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;

/// What a form says around its fields.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Above the fields.
    pub lead: String,
    /// Paragraphs under it.
    pub notes: Vec<String>,
    /// Where it is sent; empty is the same address.
    pub action: String,
    /// Under them.
    pub links: Vec<Anchor>,
    /// The button.
    pub button: String,
    /// It holds a file.
    pub file: bool,
    /// Carried along, never shown.
    pub hidden: Vec<(&'static str, String)>,
}

#[derive(Debug, Template)]
#[template(path = "form.html")]
struct FormPage {
    shell: Shell,
    frame: Frame,
    around: Around,
    form: Form,
    fields: Vec<Field>,
    back: String,
}

/// Draws it; with problems, each at its field.
pub(super) fn draw(
    ctx: &Ctx,
    mut place: Place,
    title: &str,
    around: Around,
    (mut fields, problems): (Vec<Field>, &[FieldProblem]),
) -> Result<Response, PageError> {
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let shell = place.shell(ctx, title);
    let back = place.href("");
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &FormPage { shell, frame: place.frame, around, form, fields, back })
}
