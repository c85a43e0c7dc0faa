//! A page that holds one form.

use arpent_commons::pages::frame::Frame;
use arpent_web::refusal::Differing;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use crate::texts::Texts;

/// A page that holds one form.
#[derive(Debug, Template)]
#[template(path = "worksite_form.html")]
pub(super) struct FormPage {
    shell: Shell,
    frame: Frame,
    form: Form,
    compared: Vec<Differing>,
    send: &'static str,
    back: String,
    pub(super) lead: String,
    /// More to know before filling it.
    pub(super) notes: Vec<String>,
    pub(super) fields: Vec<Field>,
    pub(super) version: Option<i64>,
    /// A file goes with it.
    pub(super) upload: bool,
}

impl FormPage {
    /// A form below a worksite, without its fields.
    pub(super) fn new(ctx: &Ctx, mut place: Place, title: &str, send: &'static str) -> Self {
        let (shell, back) = (place.shell(ctx, title), place.href(""));
        Self::of(shell, place.frame, (send, back))
    }

    /// A form before there is a worksite.
    pub(super) fn first(ctx: &Ctx, mut frame: Frame, title: &str, send: &'static str) -> Self {
        let (t, back) = (Texts::new(ctx.lang), frame.href("chantiers"));
        let mut shell = frame.shell(ctx, title, "chantiers");
        shell.crumbs.push(arpent_web::shell::Crumb::new(t.worksites(), back.clone()));
        Self::of(shell, frame, (send, back))
    }

    fn of(shell: Shell, frame: Frame, (send, back): (&'static str, String)) -> Self {
        Self {
            shell,
            frame,
            form: Form::default(),
            compared: Vec::new(),
            send,
            back,
            lead: String::new(),
            notes: Vec::new(),
            fields: Vec::new(),
            version: None,
            upload: false,
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

    /// What follows an act: the next page when it was done, the form with what was typed when it can be mended.
    pub(super) fn answer(
        mut self,
        ctx: &Ctx,
        outcome: Result<String, Refusal>,
        said: &str,
    ) -> Result<Response, PageError> {
        match outcome {
            Ok(to) => return Ok(done(ctx, &to, said)),
            Err(Refusal::Invalid(problems)) => {
                self.form = Form::refused(&problems, ctx.lang, &mut self.fields);
            }
            Err(Refusal::Conflict(conflict)) => {
                // The next save is made on the version now stored: the reader has seen what it holds.
                self.version = Some(conflict.version);
                self.compared = conflict.told(ctx.lang);
            }
            Err(refusal) => return Err(refusal.into()),
        }
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}
