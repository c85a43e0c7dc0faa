//! The web's own room: identity, administration, and what everyone may read of the service.

use arpent_core::Scope;
use arpent_store::{MigrationFile, Migrations, Statement};

use crate::context::Ctx;
use crate::identity::{self, MANIFEST};
use crate::module::{PersonalData, Room, nothing_held};
use crate::routes::{Access, Routes};
use crate::shell::MenuEntry;
use crate::{admin, mail, public, settings};

const MIGRATIONS: Migrations = Migrations {
    room: "web",
    files: &[MigrationFile::both(1, "identity", include_str!("../migrations/0001_identity.sql"))],
};

const STATEMENTS: &[&[Statement]] = &[identity::store::STATEMENTS, settings::STATEMENTS, public::health::STATEMENTS];

/// The room every application begins with.
pub fn room() -> Room {
    Room {
        manifest: &MANIFEST,
        migrations: MIGRATIONS,
        statements: STATEMENTS,
        routes,
        openapi: public::api::described,
        menu,
        jobs: &[mail::HANDLER],
        personal: PersonalData { export: identity::personal::export, erase: identity::personal::erase },
        at_stop: nothing_held,
    }
}

fn routes() -> Routes {
    identity::pages::routes().merge(admin::routes()).merge(of_everyone())
}

fn of_everyone() -> Routes {
    use public::{about, api, files, health, search};
    Routes::new()
        .get("/assets/{*path}", Access::Public, files::asset)
        .get("/palette.css", Access::Public, files::palette_css)
        .get("/territoire.svg", Access::Public, files::land)
        .get("/robots.txt", Access::Public, files::robots)
        .get("/health", Access::Public, health::health)
        .get("/metrics", Access::Public, health::metrics)
        .get("/api/v1/openapi.json", Access::Public, api::openapi)
        .get("/api/v1/problems", Access::Public, api::problems)
        .get("/recherche", Access::Public, search::search)
        .get("/accessibilite", Access::Public, about::accessibility)
        .get("/donnees-personnelles", Access::Public, about::personal_data)
        .get("/sources", Access::Public, about::sources)
        .get("/code-source", Access::Public, about::source_code)
}

fn menu(ctx: &Ctx) -> Vec<MenuEntry> {
    if ctx.may(admin::SEE, Scope::Anywhere) { vec![MenuEntry::new(ctx.t().admin_title(), "/admin")] } else { vec![] }
}
