#![doc = include_str!("../README.md")]

pub mod commands;
pub mod domain;
mod pages;
mod personal;
mod slots;
pub mod store;

use arpent_commons::module::Module;
use arpent_core::manifest::{EventKind, Manifest, Personal, Table};
use arpent_core::{Permission, Role};
use arpent_store::{MigrationFile, Migrations};
use arpent_web::Room;

/// What this module says.
pub mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// Settling what is asked: protocols and waves.
pub const PROTOCOL_EDIT: Permission = Permission("barometer.edit");
/// Collecting: posters, tablets, invitations, files, sheets.
pub const COLLECT: Permission = Permission("barometer.collect");
/// Keying sheets and answers given by telephone or face to face.
pub const KEY: Permission = Permission("barometer.key");
/// Reading results before they are published.
pub const PREVIEW: Permission = Permission("barometer.preview");
/// Publishing them.
pub const PUBLISH: Permission = Permission("barometer.publish");
/// Saying what becomes of a signal.
pub const HANDLE: Permission = Permission("barometer.handle");

const PERMISSIONS: &[(Permission, &[Role])] = &[
    (PROTOCOL_EDIT, &[Role::Facilitator]),
    (COLLECT, &[Role::Facilitator]),
    (KEY, &[Role::Agent, Role::Ambassador, Role::Facilitator]),
    (PREVIEW, &[Role::Agent, Role::Ambassador, Role::Facilitator, Role::Manager, Role::ElectedOfficial]),
    (PUBLISH, &[Role::Facilitator]),
    (HANDLE, &[Role::Facilitator, Role::Manager]),
];

/// What this module declares.
pub const MANIFEST: Manifest = Manifest {
    name: "barometer",
    tables: &[
        Table { name: "barometer", personal: Personal::None },
        Table { name: "barometer_protocol", personal: Personal::None },
        Table { name: "barometer_wave", personal: Personal::None },
        Table { name: "barometer_answer", personal: Personal::None },
        Table { name: "barometer_invitation", personal: Personal::Covered },
        Table { name: "barometer_pass", personal: Personal::None },
        Table { name: "barometer_point", personal: Personal::None },
        Table { name: "barometer_sheet", personal: Personal::None },
        Table { name: "barometer_entry", personal: Personal::Covered },
        Table { name: "barometer_import", personal: Personal::Covered },
        Table { name: "barometer_cube", personal: Personal::None },
        Table { name: "barometer_signal", personal: Personal::Covered },
    ],
    permissions: PERMISSIONS,
    events: &[
        EventKind { kind: "barometer.created", meaning: "a barometer began, from its template or a file" },
        EventKind { kind: "protocol.saved", meaning: "a draft protocol was changed" },
        EventKind { kind: "protocol.frozen", meaning: "a protocol was frozen: nothing of it changes any more" },
        EventKind { kind: "protocol.version_opened", meaning: "a new version of a frozen protocol was opened" },
        EventKind { kind: "wave.prepared", meaning: "a wave was prepared under a frozen protocol" },
        EventKind { kind: "wave.opened", meaning: "people may answer" },
        EventKind { kind: "wave.closed", meaning: "nobody may answer any more" },
    ],
};

/// The schema of this module.
pub const MIGRATIONS: Migrations = Migrations {
    room: "barometer",
    files: &[MigrationFile::both(
        1,
        "protocols, waves, answers, collection, results",
        include_str!("../migrations/0001_barometer.sql"),
    )],
};

/// The module, for the composition.
pub fn module() -> Module {
    Module {
        room: Room {
            manifest: &MANIFEST,
            migrations: MIGRATIONS,
            statements: store::STATEMENTS,
            routes: pages::routes,
            openapi: utoipa::openapi::OpenApi::default,
            menu: slots::menu,
            jobs: &[],
            personal: personal::PERSONAL,
        },
        slots: slots::SLOTS,
    }
}
