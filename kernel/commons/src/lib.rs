#![doc = include_str!("../README.md")]

pub mod commands;
pub mod domain;
mod jobs;
mod loop_manifest;
pub mod manifest;
pub mod maps;
pub mod module;
pub mod pages;
pub mod permission;
mod personal;
pub mod press;
pub mod store;
pub mod testkit;
pub mod words;

/// Texts of this room.
pub mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

use arpent_core::Scope;
use arpent_store::{MigrationFile, Migrations, StoreError};
use arpent_web::land::Commune;
use arpent_web::module::nothing_held;
use arpent_web::shell::MenuEntry;
use arpent_web::{App, Ctx, PersonalData, Room};

pub use maps::Maps;
pub use module::{Block, Module, Modules, Slots, Waiting};

/// The schema of this room.
pub const MIGRATIONS: Migrations = Migrations {
    room: "commons",
    files: &[
        MigrationFile::both(1, "places and people", include_str!("../migrations/0001_places_and_people.sql")),
        MigrationFile::both(2, "démarches and contributions", include_str!("../migrations/0002_initiatives.sql")),
        MigrationFile::both(
            3,
            "options, experiments, decisions, commitments",
            include_str!("../migrations/0003_loop.sql"),
        ),
        MigrationFile::pair(
            4,
            "what is never rewritten",
            include_str!("../migrations/0004_loop_frozen.sqlite.sql"),
            include_str!("../migrations/0004_loop_frozen.postgres.sql"),
        ),
        MigrationFile::both(5, "contours of areas", include_str!("../migrations/0005_contours.sql")),
        MigrationFile::both(6, "meetings", include_str!("../migrations/0006_meetings.sql")),
        MigrationFile::pair(
            7,
            "minutes are never rewritten, and notes lead to their meeting",
            include_str!("../migrations/0007_meetings_frozen.sqlite.sql"),
            include_str!("../migrations/0007_meetings_frozen.postgres.sql"),
        ),
        MigrationFile::both(
            8,
            "guests, places and tables of meetings",
            include_str!("../migrations/0008_meetings_whole.sql"),
        ),
        MigrationFile::pair(
            9,
            "what came out of a meeting",
            include_str!("../migrations/0009_came_from.sqlite.sql"),
            include_str!("../migrations/0009_came_from.postgres.sql"),
        ),
        MigrationFile::both(10, "the template of a démarche", include_str!("../migrations/0010_templates.sql")),
        MigrationFile::both(11, "what an answer takes", include_str!("../migrations/0011_means.sql")),
        MigrationFile::both(12, "addresses and their proof", include_str!("../migrations/0012_addresses.sql")),
    ],
};

/// The shared objects, as a room of the product.
pub fn room() -> Room {
    Room {
        manifest: &manifest::MANIFEST,
        migrations: MIGRATIONS,
        statements: store::STATEMENTS,
        routes: pages::routes,
        openapi: || utoipa::openapi::OpenApi::default(),
        menu,
        jobs: jobs::HANDLERS,
        personal: PersonalData { export: personal::export, erase: personal::erase },
        at_stop: nothing_held,
    }
}

fn menu(ctx: &Ctx) -> Vec<MenuEntry> {
    let t = texts::Texts::new(ctx.lang);
    let mut entries = vec![
        MenuEntry::new(t.menu_initiatives(), "/demarches"),
        MenuEntry::new(t.meetings_title(), "/rencontres"),
        MenuEntry::new(t.menu_follow(), "/suivi"),
    ];
    if ctx.may(permission::TERRITORY_EDIT, Scope::Instance) {
        entries.push(MenuEntry::new(t.territory_title(), "/admin/territoire"));
    }
    entries
}

/// Gives the frame of pages what it draws of this territory; called at start and when the communes changed.
///
/// # Errors
/// The database does not answer.
pub async fn prepare(app: &App) -> Result<(), StoreError> {
    let areas = store::places::areas(&app.db).await?;
    let communes = areas.into_iter().filter(|area| area.kind == "commune");
    app.land.set(communes.map(|a| Commune { name: a.name, weight: a.population.unwrap_or(1) as f64 }).collect());
    Ok(())
}
