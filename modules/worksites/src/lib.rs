#![doc = include_str!("../README.md")]

mod api;
pub mod commands;
pub mod domain;
mod jobs;
mod pages;
mod personal;
mod slots;
pub mod store;
mod words;

use arpent_commons::module::Module;
use arpent_core::manifest::{EventKind, Manifest, Personal, Table};
use arpent_core::{Permission, Role};
use arpent_store::{MigrationFile, Migrations};
use arpent_web::Room;
use arpent_web::module::nothing_held;

/// What this module says.
pub mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// Preparing a worksite, its shifts, its materials; calling it off; writing what it gave.
pub const RUN: Permission = Permission("worksite.run");
/// Publishing a worksite whose insurance and deliberation sheet is filled.
pub const PUBLISH: Permission = Permission("worksite.publish");
/// Reading who comes, noting who came and the consents given on paper, calling those who have no address.
pub const WELCOME: Permission = Permission("worksite.welcome");
/// Keeping the stock of materials.
pub const STOCK: Permission = Permission("worksite.stock");

const PERMISSIONS: &[(Permission, &[Role])] = &[
    (RUN, &[Role::Facilitator]),
    (PUBLISH, &[Role::Facilitator, Role::Manager]),
    (WELCOME, &[Role::Facilitator, Role::Agent, Role::Ambassador]),
    (STOCK, &[Role::Facilitator, Role::Agent]),
];

const fn event(kind: &'static str, meaning: &'static str) -> EventKind {
    EventKind { kind, meaning }
}

/// What this module declares.
pub const MANIFEST: Manifest = Manifest {
    name: "worksites",
    tables: &[
        Table { name: "worksite", personal: Personal::None },
        Table { name: "worksite_shift", personal: Personal::None },
        Table { name: "worksite_sign_up", personal: Personal::Covered },
        Table { name: "worksite_item", personal: Personal::None },
        Table { name: "worksite_booking", personal: Personal::None },
        Table { name: "worksite_debrief", personal: Personal::None },
        Table { name: "worksite_photo", personal: Personal::None },
    ],
    permissions: PERMISSIONS,
    events: &[
        event("worksite.prepared", "a worksite was prepared"),
        event("worksite.edited", "what a worksite says of itself changed"),
        event("worksite.insured", "its insurance and deliberation sheet was written"),
        event("worksite.published", "everyone reads it and may sign up"),
        event("worksite.cancelled", "it was called off whole, with a reason"),
        event("worksite.shift_added", "a shift was added"),
        event("worksite.shift_edited", "a shift was changed; those who come were told if it moved"),
        event("worksite.shift_cancelled", "a shift was called off, with a reason"),
        event("worksite.signed_up", "someone signed up for a shift"),
        event("worksite.promoted", "the first who waited got the seat that was free"),
        event("worksite.gave_back", "someone gave her seat back"),
        event("worksite.consented", "a guardian's consent was recorded"),
        event("worksite.presence", "it was noted that someone came, or did not"),
        event("worksite.called", "someone without an address was told by telephone"),
        event("worksite.left", "someone had her name and addresses forgotten"),
        event("worksite.forgotten", "names and addresses of a past shift were erased"),
        event("worksite.item_kept", "an item of the stock was written"),
        event("worksite.booked", "materials were booked for a shift, or given back"),
        event("worksite.debriefed", "what a shift gave was written"),
        event("worksite.photographed", "a photograph of what was done was added"),
    ],
};

/// The schema of this module.
pub const MIGRATIONS: Migrations = Migrations {
    room: "worksites",
    files: &[MigrationFile::both(
        1,
        "worksites, shifts, volunteers, materials, debriefs",
        include_str!("../migrations/0001_worksites.sql"),
    )],
};

/// The module, for the composition.
pub fn module() -> Module {
    Module {
        room: Room {
            manifest: &MANIFEST,
            migrations: MIGRATIONS,
            statements: store::STATEMENTS,
            routes: || pages::routes().merge(api::routes()),
            openapi: api::openapi,
            menu: |_| Vec::new(),
            jobs: jobs::HANDLERS,
            personal: personal::PERSONAL,
            at_stop: nothing_held,
        },
        slots: slots::SLOTS,
    }
}
