//! The wired half of the module contract: a room cannot exist without saying what it stores, serves, runs and erases.
//! No field has a default: forgetting one does not compile.

use std::future::Future;
use std::pin::Pin;

use arpent_core::permission::Person;
use arpent_core::{Id, Manifest};
use arpent_store::{Db, Migrations, Statement, StoreError, Tx};
use serde_json::Value as Json;

use crate::app::App;
use crate::caller::Caller;
use crate::context::Ctx;
use crate::refusal::Refusal;
use crate::routes::Routes;
use crate::shell::MenuEntry;

/// A future in a box, so that a room's functions can stand in a table.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why a job failed; shown to the administrator.
pub type JobError = Box<dyn std::error::Error + Send + Sync>;

/// Work a room does later.
#[derive(Clone, Copy)]
pub struct JobHandler {
    /// Kind of job it runs.
    pub kind: &'static str,
    /// Runs it; must be safe to run twice.
    pub run: for<'a> fn(&'a App, &'a Json) -> Pending<'a, Result<(), JobError>>,
}

impl std::fmt::Debug for JobHandler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind)
    }
}

/// Whose data is asked for (*personne concernée*): who has an account, or who only left an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataSubject {
    /// She has an account, or an agent named her.
    pub person: Option<Id<Person>>,
    /// The address of her account, or the one she left with what she said.
    pub email: Option<String>,
}

impl From<Id<Person>> for DataSubject {
    fn from(person: Id<Person>) -> Self {
        Self { person: Some(person), email: None }
    }
}

/// Reads everything a room holds about a person.
pub type Export = for<'a> fn(&'a Db, &'a DataSubject) -> Pending<'a, Result<Json, StoreError>>;
/// Erases it.
pub type Erase = for<'a> fn(&'a Tx, &'a DataSubject) -> Pending<'a, Result<u64, StoreError>>;

/// What a room does with a person's data (RGPD, articles 15, 17 and 20).
#[derive(Clone, Copy)]
pub struct PersonalData {
    /// Everything it holds about her, as JSON.
    pub export: Export,
    /// Erases it, keeping what others said and what was decided; returns how many records changed.
    pub erase: Erase,
}

impl std::fmt::Debug for PersonalData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonalData")
    }
}

/// A room of the product, as the application sees it.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// What it declares about itself.
    pub manifest: &'static Manifest,
    /// Its schema.
    pub migrations: Migrations,
    /// Its statements.
    pub statements: &'static [&'static [Statement]],
    /// Its pages and its part of the API.
    pub routes: fn() -> Routes,
    /// The description of its part of the API.
    pub openapi: fn() -> utoipa::openapi::OpenApi,
    /// Its entries in the menu, for this reader.
    pub menu: fn(&Ctx) -> Vec<MenuEntry>,
    /// What it does later.
    pub jobs: &'static [JobHandler],
    /// What it does with a person's data.
    pub personal: PersonalData,
    /// What it still holds in memory and writes when the server stops, once the last request was answered.
    pub at_stop: AtStop,
}

/// Writes what a room holds in memory; most hold nothing: [`nothing_held`].
pub type AtStop = for<'a> fn(&'a Caller) -> Pending<'a, Result<(), Refusal>>;

/// For a room that writes everything at once.
pub fn nothing_held(_: &Caller) -> Pending<'_, Result<(), Refusal>> {
    Box::pin(async { Ok(()) })
}
