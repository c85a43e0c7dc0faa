#![doc = include_str!("../README.md")]

pub mod admin;
pub mod app;
pub mod back;
pub mod caller;
pub mod context;
mod encode;
pub mod form;
pub mod identity;
pub mod land;
pub mod limits;
pub mod mail;
pub mod module;
pub mod observe;
pub mod photo;
pub mod public;
pub mod refusal;
pub mod respond;
pub mod room;
pub mod routes;
pub mod security;
pub mod sent;
pub mod settings;
pub mod shell;
pub mod testkit;
mod twice;
mod typed;
pub mod worker;

/// Texts shared by every page.
pub mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use app::{App, Config};
pub use arpent_texts::Lang;
pub use back::Back;
pub use caller::Caller;
pub use context::Ctx;
pub use form::{Choice, Field, FieldError, Form};
pub use module::{DataSubject, JobHandler, Pending, PersonalData, Room};
pub use refusal::{FieldProblem, Refusal, Say};
pub use respond::{PageError, page, redirect};
pub use room::room;
pub use routes::{Access, Routes};
pub use sent::{Sent, Upload};
pub use shell::Shell;
