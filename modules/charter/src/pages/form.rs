//! A page that holds one form.

use arpent_commons::pages::frame::Frame;
use arpent_web::refusal::Differing;
use arpent_web::respond::page_with;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use crate::texts::Texts;

/// A page that holds one form.
#[derive(Debug, Template)]
#[template(path = "charter_form.html")]
pub(super) struct FormPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    form: Form,
    pub(super) lead: String,
    pub(super) voice: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) hidden: Vec<(&'static str, String)>,
    compared: Vec<Differing>,
    send: &'static str,
    back: String,
    /// A file goes with it.
    pub(super) upload: bool,
    /// Another act of the same page: its words and its address.
    pub(super) remove: Option<(&'static str, String)>,
}

impl FormPage {
    /// A form without its fields.
    pub(super) fn new(ctx: &Ctx, mut place: Place, title: impl Into<String>, send: &'static str) -> Self {
        Self {
            shell: place.shell(ctx, title),
            t: place.t,
            notice: place.notice(),
            back: place.href(""),
            frame: place.frame,
            form: Form::default(),
            lead: String::new(),
            voice: None,
            fields: Vec::new(),
            hidden: Vec::new(),
            compared: Vec::new(),
            send,
            upload: false,
            remove: None,
        }
    }

    /// Before there is a charter.
    pub(super) fn first(ctx: &Ctx, mut frame: Frame, title: &str, send: &'static str) -> Self {
        let t = Texts::new(ctx.lang);
        Self {
            shell: frame.shell(ctx, title, ""),
            t,
            notice: t.notice_draft().to_owned(),
            back: frame.href(""),
            frame,
            form: Form::default(),
            lead: String::new(),
            voice: None,
            fields: Vec::new(),
            hidden: Vec::new(),
            compared: Vec::new(),
            send,
            upload: false,
            remove: None,
        }
    }

    /// Where one goes back to without sending.
    pub(super) fn back(mut self, to: String) -> Self {
        self.back = to;
        self
    }

    /// The form, blank or as it was typed.
    pub(super) fn draw(&self) -> Result<Response, PageError> {
        page_with(StatusCode::OK, self)
    }

    /// The form again, with what is wrong; any other refusal goes on its way.
    pub(super) fn refused(mut self, ctx: &Ctx, refusal: Refusal) -> Result<Response, PageError> {
        match refusal {
            Refusal::Invalid(problems) => self.wrong(ctx, &problems),
            Refusal::Conflict(conflict) => {
                self.compared = conflict.told(ctx.lang);
                page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
            }
            other => Err(other.into()),
        }
    }

    fn wrong(mut self, ctx: &Ctx, problems: &[FieldProblem]) -> Result<Response, PageError> {
        self.form = Form::refused(problems, ctx.lang, &mut self.fields);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}
