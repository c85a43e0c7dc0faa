#![doc = include_str!("../README.md")]

pub mod api;
pub mod commands;
pub mod domain;
mod jobs;
mod known;
mod outside;
mod pages;
mod personal;
mod slots;
pub mod store;

use arpent_commons::Maps;
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

/// Writing layers and objects, taking them off the map.
pub const EDIT: Permission = Permission("mapping.edit");
/// Adding to layers that are open to accounts.
pub const ADD: Permission = Permission("mapping.add");
/// Bringing in a file.
pub const IMPORT: Permission = Permission("mapping.import");
/// Saying of an observation that one saw the same.
pub const VOTE: Permission = Permission("mapping.vote");
/// Being told of the steps of a project.
pub const FOLLOW: Permission = Permission("mapping.follow");
/// Confirming observations, settling reports, knowing where what is sensitive is.
pub const VALIDATE: Permission = Permission("mapping.validate");
/// Choosing what lies under the maps.
pub const BASE: Permission = Permission("mapping.base");

const PERMISSIONS: &[(Permission, &[Role])] = &[
    (EDIT, &[Role::Facilitator, Role::Administrator]),
    (ADD, &[Role::Inhabitant]),
    (IMPORT, &[Role::Facilitator, Role::Administrator]),
    (VOTE, &[Role::Inhabitant]),
    (FOLLOW, &[Role::Inhabitant]),
    (VALIDATE, &[Role::Facilitator, Role::Ambassador]),
    (BASE, &[Role::Administrator]),
];

/// What this module declares.
pub const MANIFEST: Manifest = Manifest {
    name: "mapping",
    tables: &[
        Table { name: "mapping_layer", personal: Personal::None },
        Table { name: "mapping_object", personal: Personal::Covered },
        Table { name: "mapping_programme", personal: Personal::None },
        Table { name: "mapping_observation", personal: Personal::Covered },
        Table { name: "mapping_exact", personal: Personal::Covered },
        Table { name: "mapping_vote", personal: Personal::Covered },
        Table { name: "mapping_report", personal: Personal::Covered },
        Table { name: "mapping_import", personal: Personal::Covered },
        Table { name: "mapping_setting", personal: Personal::None },
        Table { name: "mapping_project", personal: Personal::None },
        Table { name: "mapping_budget_line", personal: Personal::None },
        Table { name: "mapping_project_step", personal: Personal::None },
        Table { name: "mapping_project_photo", personal: Personal::None },
        Table { name: "mapping_follower", personal: Personal::Covered },
        Table { name: "mapping_said", personal: Personal::Covered },
    ],
    permissions: PERMISSIONS,
    events: &[
        EventKind { kind: "layer.added", meaning: "a layer was added to a map" },
        EventKind { kind: "layer.changed", meaning: "what is said of a layer changed" },
        EventKind { kind: "programme.set", meaning: "people are asked to fill a layer, or asked something else" },
        EventKind { kind: "object.added", meaning: "something was drawn on a layer" },
        EventKind { kind: "object.changed", meaning: "what is said of an object, its days or its shape changed" },
        EventKind { kind: "object.followed", meaning: "another shape follows an object from a day on" },
        EventKind { kind: "object.removed", meaning: "an object was taken off the map" },
        EventKind { kind: "object.put_back", meaning: "an object was put back on the map" },
        EventKind { kind: "object.reported", meaning: "someone reported something that is on the map" },
        EventKind { kind: "object.reports_settled", meaning: "what was reported of an object was settled" },
        EventKind { kind: "observation.sent", meaning: "someone told what she saw" },
        EventKind { kind: "observation.voted", meaning: "a peer said whether she saw the same" },
        EventKind { kind: "observation.decided", meaning: "an observation was confirmed or refused" },
        EventKind {
            kind: "observation.escalated",
            meaning: "peers did not agree or too few came: a validator is called",
        },
        EventKind { kind: "observation.blurred", meaning: "an observation became sensitive, or ceased to be" },
        EventKind { kind: "observation.taken_back", meaning: "the holder of its code took an observation back" },
        EventKind {
            kind: "map_import.uploaded",
            meaning: "a file of places was brought in; nothing is on the map yet",
        },
        EventKind { kind: "map_import.confirmed", meaning: "its sound places were put on the map" },
        EventKind { kind: "map_import.forgotten", meaning: "it was forgotten without being imported" },
        EventKind { kind: "project.written", meaning: "the sheet of a project was written" },
        EventKind { kind: "project.stepped", meaning: "a project went a step further, or stopped" },
        EventKind { kind: "project.line_written", meaning: "a line of a project's budget was written" },
        EventKind { kind: "project.line_removed", meaning: "a line of a project's budget was taken away" },
        EventKind { kind: "project.photo_added", meaning: "a photograph of before or after was added" },
        EventKind { kind: "project.photo_removed", meaning: "a photograph of a project was taken away" },
        EventKind { kind: "project.followed", meaning: "someone follows a project, or no longer does" },
        EventKind { kind: "contribution.placed", meaning: "where something is was drawn with what is said of it" },
        EventKind { kind: "geocoder.chosen", meaning: "the administrator chose who is asked for addresses, or nobody" },
        EventKind { kind: "base_map.chosen", meaning: "the administrator chose what lies under the maps" },
    ],
};

/// The schema of this module.
pub const MIGRATIONS: Migrations = Migrations {
    room: "mapping",
    files: &[
        MigrationFile::both(1, "layers, objects, inventories", include_str!("../migrations/0001_mapping.sql")),
        MigrationFile::both(2, "projects", include_str!("../migrations/0002_projects.sql")),
        MigrationFile::both(3, "places of contributions", include_str!("../migrations/0003_said.sql")),
        MigrationFile::both(4, "marks held in memory", include_str!("../migrations/0004_marks.sql")),
    ],
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

/// What maps lend to the forms and pages of others, for the composition.
pub fn maps() -> Maps {
    Maps(Some(pages::LENT))
}
