#![doc = include_str!("../README.md")]

pub mod api;
pub mod commands;
pub mod domain;
mod jobs;
mod pages;
mod personal;
pub mod similar;
mod slots;
pub mod store;

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

/// Writing beside a contribution.
pub const COMMENT: Permission = Permission("proposals.comment");
/// Supporting a contribution.
pub const SUPPORT: Permission = Permission("proposals.support");
/// Giving contributions and themes to a unit or a person.
pub const ASSIGN: Permission = Permission("proposals.assign");
/// Reading what waits for one's unit, and the notes between colleagues.
pub const QUEUE: Permission = Permission("proposals.queue");

const PERMISSIONS: &[(Permission, &[Role])] = &[
    (COMMENT, &[Role::Inhabitant]),
    (SUPPORT, &[Role::Inhabitant]),
    (ASSIGN, &[Role::Facilitator, Role::Manager]),
    (QUEUE, &[Role::Agent, Role::Ambassador, Role::Facilitator, Role::Manager, Role::ElectedOfficial]),
];

/// What this module declares.
pub const MANIFEST: Manifest = Manifest {
    name: "proposals",
    tables: &[
        Table { name: "proposals_comment", personal: Personal::Covered },
        Table { name: "proposals_support", personal: Personal::Covered },
        Table { name: "proposals_gathered", personal: Personal::Covered },
        Table { name: "proposals_assignment", personal: Personal::Covered },
        Table { name: "proposals_import", personal: Personal::Covered },
        Table { name: "proposals_pending_photo", personal: Personal::None },
    ],
    permissions: PERMISSIONS,
    events: &[
        EventKind { kind: "comment.written", meaning: "someone commented on a contribution" },
        EventKind { kind: "comment.withdrawn", meaning: "its author took a comment back at once" },
        EventKind { kind: "comment.moderated", meaning: "a comment was hidden or shown again, with a reason" },
        EventKind { kind: "support.given", meaning: "someone supported a contribution" },
        EventKind { kind: "support.withdrawn", meaning: "someone took a support back" },
        EventKind { kind: "support.gathered", meaning: "supports counted away from the site were added" },
        EventKind { kind: "assignment.made", meaning: "a contribution or a theme was given to a unit or a person" },
        EventKind { kind: "assignment.batch_made", meaning: "several were given at once" },
        EventKind { kind: "assignment.handed_back", meaning: "an agent gave a contribution back" },
        EventKind { kind: "photo.kept", meaning: "a photograph waits for its form to be sent" },
        EventKind { kind: "import.uploaded", meaning: "a file was brought in; nothing is imported yet" },
        EventKind { kind: "import.mapped", meaning: "its columns were matched" },
        EventKind { kind: "import.started", meaning: "its import was confirmed" },
        EventKind { kind: "import.finished", meaning: "its import ended, well or not" },
        EventKind { kind: "import.counted", meaning: "how many contributions an import created" },
        EventKind { kind: "import.forgotten", meaning: "its file was forgotten without being imported" },
    ],
};

/// The schema of this module.
pub const MIGRATIONS: Migrations = Migrations {
    room: "proposals",
    files: &[MigrationFile::both(
        1,
        "comments, supports, assignments, imports",
        include_str!("../migrations/0001_proposals.sql"),
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
            menu: slots::menu,
            jobs: jobs::HANDLERS,
            personal: personal::PERSONAL,
            at_stop: nothing_held,
        },
        slots: slots::SLOTS,
    }
}
