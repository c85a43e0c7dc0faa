#![doc = include_str!("../README.md")]

mod api;
pub mod commands;
pub mod domain;
mod jobs;
mod pages;
mod personal;
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

/// Writing the charter, answering what is proposed, keying paper, following signatories.
pub const EDIT: Permission = Permission("charter.edit");
/// Publishing a version that the council voted.
pub const PUBLISH: Permission = Permission("charter.publish");
/// Signing, reporting, asking for support; the mandate of the day is checked besides.
pub const SIGN: Permission = Permission("charter.sign");

const PERMISSIONS: &[(Permission, &[Role])] = &[
    (EDIT, &[Role::Facilitator]),
    (PUBLISH, &[Role::Facilitator, Role::Manager, Role::ElectedOfficial]),
    (SIGN, &[Role::Inhabitant]),
];

const fn event(kind: &'static str, meaning: &'static str) -> EventKind {
    EventKind { kind, meaning }
}

/// What this module declares.
pub const MANIFEST: Manifest = Manifest {
    name: "charter",
    tables: &[
        Table { name: "charter", personal: Personal::None },
        Table { name: "charter_version", personal: Personal::None },
        Table { name: "charter_article", personal: Personal::None },
        Table { name: "charter_paragraph", personal: Personal::None },
        Table { name: "charter_sub", personal: Personal::None },
        Table { name: "charter_item", personal: Personal::None },
        Table { name: "charter_suggestion", personal: Personal::Covered },
        Table { name: "charter_signature", personal: Personal::Covered },
        Table { name: "charter_choice", personal: Personal::None },
        Table { name: "charter_invitation", personal: Personal::None },
        Table { name: "charter_report", personal: Personal::Covered },
        Table { name: "charter_support", personal: Personal::None },
        Table { name: "charter_request", personal: Personal::Covered },
    ],
    permissions: PERMISSIONS,
    events: &[
        event("charter.opened", "the charter of a démarche was opened"),
        event("charter.edited", "its title or its intent changed"),
        event("charter.version_opened", "the next version began from the words of the last one"),
        event("charter.article_written", "an article of a draft was written"),
        event("charter.article_removed", "an article was taken out of a draft"),
        event("charter.sub_written", "a sub-charter of a draft was written"),
        event("charter.sub_removed", "a sub-charter was taken out of a draft"),
        event("charter.suggested", "someone proposed other words for a paragraph"),
        event("charter.suggestion_taken", "the draft took an accepted suggestion"),
        event("charter.published", "a version was published, for ever; nobody has signed it yet"),
        event("charter.evaluated", "the evaluation of a version was written"),
        event("charter.signature_begun", "someone began to sign"),
        event("charter.signature_dropped", "she gave it up before signing"),
        event("charter.signature_pending", "a signature was given without a known mandate: kept, not counted"),
        event("charter.signature_keyed", "a signature given on paper was keyed"),
        event("charter.signed", "a signature was given, and counts"),
        event("charter.signature_withdrawn", "a signatory took its signature back: it stays visible, counted no more"),
        event("charter.invited", "signatories of the last version were invited to sign again"),
        event("charter.reminded", "signatories were reminded of the year that ended"),
        event("charter.alerted", "those who run the charter were told that its end comes"),
        event("charter.reported", "a signatory said what it did in a year"),
        event("charter.report_moderated", "a report was hidden, or shown again, with a reason everyone reads"),
        event("charter.support_offered", "something was offered to signatories"),
        event("charter.support_asked", "a signatory asked for it"),
        event("charter.support_given", "a request was dealt with"),
    ],
};

/// The schema of this module.
pub const MIGRATIONS: Migrations = Migrations {
    room: "charter",
    files: &[
        MigrationFile::both(
            1,
            "charters, versions, sub-charters, signatures, reports",
            include_str!("../migrations/0001_charter.sql"),
        ),
        MigrationFile::both(
            2,
            "signatures taken back, reports hidden",
            include_str!("../migrations/0002_taking_back.sql"),
        ),
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
            menu: |_| Vec::new(),
            jobs: jobs::HANDLERS,
            personal: personal::PERSONAL,
            at_stop: nothing_held,
        },
        slots: slots::SLOTS,
    }
}
