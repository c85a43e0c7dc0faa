//! What the administrator chose for the authority: its name, its colour, its words. Read at start, refreshed at each change.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, PoisonError, RwLock};

use arpent_core::{Event, Id, Permission, Scope};
use arpent_look::palette;
use arpent_store::{Db, FromRow, Reads, Row, StoreError, args, statements};

use crate::app::App;
use crate::caller::Caller;
use crate::refusal::{FieldProblem, Refusal};
use crate::texts::Texts;

/// Changing what the instance looks and sounds like.
pub const EDIT: Permission = Permission("settings.edit");

/// Colour of an authority that has not chosen one: a legible green-blue that belongs to nobody's flag.
const FIRST_COLOUR: &str = "#1f5c4d";
const LONGEST_NAME: usize = 80;
const LONGEST_CONTACT: usize = 500;

statements! {
    ALL = "SELECT key, value FROM setting";
    PUT = "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
}

/// The choices, with what is derived from them.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// Name of the authority or of its participation site.
    pub name: String,
    /// Brand colour, `#rrggbb`.
    pub colour: String,
    /// Who answers questions about the site, in words.
    pub contact: String,
    /// Stylesheet of the derived palette.
    pub palette_css: String,
    /// Its address, which changes with it.
    pub palette_href: String,
    /// Address of the land band; the shell ends it with the tag of the communes.
    pub land_href: String,
}

/// The choices in force.
#[derive(Debug)]
pub struct Settings(RwLock<Arc<Chosen>>);

struct Pair {
    key: String,
    value: String,
}

impl FromRow for Pair {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { key: row.get("key")?, value: row.get("value")? })
    }
}

/// What the administrator types.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Wanted {
    /// Name of the authority.
    pub name: String,
    /// Brand colour.
    pub colour: String,
    /// Who answers.
    pub contact: String,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn load(db: &Db) -> Result<Self, StoreError> {
        Ok(Self(RwLock::new(Arc::new(read(db).await?))))
    }

    /// The choices in force.
    pub fn current(&self) -> Arc<Chosen> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads them again: another process may have changed them.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn refresh(&self, db: &Db) -> Result<(), StoreError> {
        let chosen = Arc::new(read(db).await?);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = chosen;
        Ok(())
    }
}

async fn read(db: &Db) -> Result<Chosen, StoreError> {
    let pairs: Vec<Pair> = db.all(&ALL, args![]).await?;
    let of = |key: &str| pairs.iter().find(|pair| pair.key == key).map(|pair| pair.value.clone());
    let colour = of("colour").unwrap_or_else(|| FIRST_COLOUR.to_owned());
    Ok(choose(of("name").unwrap_or_else(|| "Arpent".to_owned()), colour, of("contact").unwrap_or_default()))
}

fn choose(name: String, colour: String, contact: String) -> Chosen {
    let palette_css = palette::derive(&colour)
        .or_else(|_| palette::derive(FIRST_COLOUR))
        .map(|palette| palette.stylesheet())
        .unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    (&name, &palette_css).hash(&mut hasher);
    let tag = hasher.finish();
    Chosen {
        palette_href: format!("/palette.css?v={tag:016x}"),
        land_href: format!("/territoire.svg?v={tag:016x}-"),
        palette_css,
        name,
        colour,
        contact,
    }
}

/// Changes the choices.
///
/// # Errors
/// Not allowed, a name too long or missing, a colour that is not one.
pub async fn change(app: &App, caller: &Caller, wanted: &Wanted) -> Result<(), Refusal> {
    let tx = caller.begin(EDIT, Scope::Instance).await?;
    let problems = problems(wanted);
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    for (key, value) in [("name", &wanted.name), ("colour", &wanted.colour), ("contact", &wanted.contact)] {
        tx.run(&PUT, args![key, value.trim()]).await?;
    }
    tx.commit(Event::new::<()>("settings.changed", "settings", Id::from_uuid(uuid::Uuid::nil()))).await?;
    app.settings.refresh(&app.db).await?;
    Ok(())
}

fn problems(wanted: &Wanted) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if wanted.name.trim().is_empty() || wanted.name.chars().count() > LONGEST_NAME {
        problems.push(FieldProblem::new("name", "length", |l| Texts::new(l).settings_name_problem(LONGEST_NAME)));
    }
    if palette::derive(wanted.colour.trim()).is_err() {
        problems.push(FieldProblem::new("colour", "format", |l| Texts::new(l).settings_colour_problem().into()));
    }
    if wanted.contact.chars().count() > LONGEST_CONTACT {
        problems
            .push(FieldProblem::new("contact", "length", |l| Texts::new(l).settings_contact_problem(LONGEST_CONTACT)));
    }
    problems
}
