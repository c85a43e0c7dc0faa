#![doc = include_str!("../README.md")]

pub mod api;
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

/// Settling a budget, making projects of ideas, opening and closing the ballot, making the list of voters.
pub const EDIT: Permission = Permission("budget.edit");
/// Saying whether a project can be done, at what cost, and following its works.
pub const STUDY: Permission = Permission("budget.study");
/// Holding a booth: striking voters off, keying sheets.
pub const BOOTH: Permission = Permission("budget.booth");
/// Counting, and counting again.
pub const COUNT: Permission = Permission("budget.count");

const PERMISSIONS: &[(Permission, &[Role])] = &[
    (EDIT, &[Role::Facilitator]),
    (STUDY, &[Role::Agent, Role::Facilitator, Role::Manager]),
    (BOOTH, &[Role::Agent, Role::Ambassador, Role::Facilitator]),
    (COUNT, &[Role::Facilitator, Role::ElectedOfficial]),
];

/// What this module declares.
pub const MANIFEST: Manifest = Manifest {
    name: "budget",
    tables: &[
        Table { name: "budget", personal: Personal::None },
        Table { name: "budget_phase", personal: Personal::None },
        Table { name: "budget_envelope", personal: Personal::None },
        Table { name: "budget_project", personal: Personal::None },
        Table { name: "budget_verdict", personal: Personal::Proof },
        Table { name: "budget_voter", personal: Personal::Covered },
        Table { name: "budget_ballot", personal: Personal::None },
        Table { name: "budget_sheet", personal: Personal::None },
        Table { name: "budget_entry", personal: Personal::Covered },
        Table { name: "budget_count", personal: Personal::Proof },
        Table { name: "budget_run", personal: Personal::Covered },
        Table { name: "budget_key", personal: Personal::None },
        Table { name: "budget_stage", personal: Personal::Proof },
        Table { name: "budget_line", personal: Personal::Proof },
    ],
    permissions: PERMISSIONS,
    events: &[
        EventKind { kind: "budget.created", meaning: "a participatory budget began in a démarche" },
        EventKind { kind: "budget.edited", meaning: "its text, its envelopes, its days or its rule were changed" },
        EventKind { kind: "budget.published", meaning: "everyone reads it" },
        EventKind { kind: "project.created", meaning: "ideas became a project" },
        EventKind { kind: "project.edited", meaning: "what a project is was said better" },
        EventKind { kind: "project.assigned", meaning: "a project was given to a unit to study" },
        EventKind { kind: "project.judged", meaning: "a verdict was given on a project" },
        EventKind { kind: "project.withdrawn", meaning: "a project was taken back with a reason" },
        EventKind { kind: "voters.listed", meaning: "people were put on the list of voters; who is not said" },
        EventKind { kind: "voter.struck", meaning: "someone voted at a booth; who is not said" },
        EventKind { kind: "ballot.opened", meaning: "the ballot opened: its rule is frozen" },
        EventKind { kind: "ballot.closed", meaning: "the ballot closed" },
        EventKind { kind: "booth.printed", meaning: "numbered sheets were prepared" },
        EventKind { kind: "booth.keyed", meaning: "sheets were keyed; which ones is not said" },
        EventKind { kind: "count.asked", meaning: "a count was asked for" },
        EventKind { kind: "budget.counted", meaning: "the ballots were counted, or counted again with a reason" },
        EventKind { kind: "works.stage", meaning: "a project that won reached a step" },
        EventKind { kind: "works.line", meaning: "an amount was entered on a project that won" },
        EventKind { kind: "works.commitment", meaning: "a commitment was tied to a project that won" },
    ],
};

/// The schema of this module.
pub const MIGRATIONS: Migrations = Migrations {
    room: "budget",
    files: &[
        MigrationFile::both(
            1,
            "budgets, projects, voters, ballots, counts, works",
            include_str!("../migrations/0001_budget.sql"),
        ),
        MigrationFile::pair(
            2,
            "what is never rewritten",
            include_str!("../migrations/0002_frozen.sqlite.sql"),
            include_str!("../migrations/0002_frozen.postgres.sql"),
        ),
        MigrationFile::both(
            3,
            "groups of voters, stubs, counts under way, the key of the site",
            include_str!("../migrations/0003_counting.sql"),
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
            menu: |_| vec![],
            jobs: jobs::HANDLERS,
            personal: personal::PERSONAL,
            at_stop: nothing_held,
        },
        slots: slots::SLOTS,
    }
}
