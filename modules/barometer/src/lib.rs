#![doc = include_str!("../README.md")]

pub mod api;
pub mod commands;
pub mod domain;
mod jobs;
mod outputs;
mod pages;
mod personal;
pub mod reading;
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
        Table { name: "barometer_followed", personal: Personal::None },
    ],
    permissions: PERMISSIONS,
    events: &[
        EventKind { kind: "barometer.created", meaning: "a barometer began, from its template or a file" },
        EventKind { kind: "protocol.saved", meaning: "a draft protocol was changed" },
        EventKind { kind: "protocol.frozen", meaning: "a protocol was frozen: nothing of it changes any more" },
        EventKind { kind: "protocol.version_opened", meaning: "a new version of a frozen protocol was opened" },
        EventKind { kind: "wave.prepared", meaning: "a wave was prepared under a frozen protocol" },
        EventKind { kind: "wave.opened", meaning: "people may answer" },
        EventKind { kind: "results.computed", meaning: "the answers of a closed wave were read" },
        EventKind { kind: "results.published", meaning: "the results of a wave became public" },
        EventKind { kind: "signals.raised", meaning: "bad marks at a place called for someone" },
        EventKind { kind: "item.followed", meaning: "a metric of the démarche follows a service from wave to wave" },
        EventKind { kind: "signal.challenge", meaning: "a signal became a challenge of the démarche" },
        EventKind { kind: "signal.dismissed", meaning: "a signal was set aside with a reason" },
        EventKind { kind: "wave.closed", meaning: "nobody may answer any more" },
        EventKind { kind: "point.opened", meaning: "a poster, a tablet or a button was made" },
        EventKind { kind: "point.closed", meaning: "nobody answers there any more" },
        EventKind { kind: "sheets.printed", meaning: "sheets of paper were prepared" },
        EventKind { kind: "sheet.keyed", meaning: "a sheet of a wave was keyed; which one is not said" },
        EventKind { kind: "invitations.listed", meaning: "people were added to the list of a wave" },
        EventKind { kind: "invitations.asked", meaning: "letters or reminders were asked for" },
        EventKind { kind: "invitations.sent", meaning: "letters left" },
        EventKind { kind: "invitation.marked", meaning: "several people at once were marked as having answered" },
        EventKind { kind: "invitations.returned", meaning: "letters came back" },
        EventKind { kind: "invitations.forgotten", meaning: "the addresses of a wave were erased" },
        EventKind { kind: "answers.uploaded", meaning: "a file of answers was sent; nothing is imported yet" },
        EventKind { kind: "answers.mapped", meaning: "its columns were matched" },
        EventKind { kind: "answers.imported", meaning: "its good lines became answers" },
        EventKind { kind: "answers.taken", meaning: "someone who collects took the protected answers of a wave" },
        EventKind { kind: "answers.forgotten", meaning: "it was forgotten without being imported" },
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
            routes: || pages::routes().merge(api::routes()),
            openapi: api::openapi,
            menu: slots::menu,
            jobs: jobs::HANDLERS,
            personal: personal::PERSONAL,
            at_stop: |caller| Box::pin(commands::invitations::marks::write_all(caller)),
        },
        slots: slots::SLOTS,
    }
}
