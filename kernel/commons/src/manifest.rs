//! What this room declares.

use arpent_core::manifest::{EventKind, Manifest, Personal, Table};

use crate::permission::DEFAULTS;

const fn table(name: &'static str, personal: Personal) -> Table {
    Table { name, personal }
}

const fn event(kind: &'static str, meaning: &'static str) -> EventKind {
    EventKind { kind, meaning }
}

/// Places, people, démarches, contributions and answers.
pub const TABLES: &[Table] = &[
    table("area", Personal::None),
    table("area_contour", Personal::None),
    table("organisation", Personal::None),
    table("unit", Personal::None),
    table("membership", Personal::Covered),
    table("mandate", Personal::Proof),
    table("initiative", Personal::None),
    table("scope_question", Personal::None),
    table("phase", Personal::None),
    table("initiative_area", Personal::None),
    table("initiative_organisation", Personal::None),
    table("component", Personal::None),
    table("theme", Personal::None),
    table("contribution", Personal::Covered),
    table("contribution_contact", Personal::Covered),
    table("address_code", Personal::Covered),
    table("moderation", Personal::Proof),
    table("answer", Personal::Covered),
    table("link", Personal::None),
];

/// What is written to the journal about them.
pub const EVENTS: &[EventKind] = &[
    event("territory.changed", "areas were recorded or refreshed"),
    event("contours.imported", "contours of areas were brought in"),
    event("contours.removed", "contours of areas were removed"),
    event("organisation.added", "an organisation was recorded"),
    event("unit.added", "a unit was recorded"),
    event("membership.added", "a person's capacity was recorded"),
    event("mandate.added", "a person's mandate was recorded"),
    event("initiative.prepared", "a démarche was prepared"),
    event("initiative.edited", "a démarche was edited"),
    event("initiative.phases_set", "the dates of the phases were set"),
    event("initiative.scope_set", "the scope sheet was set"),
    event("initiative.partners_set", "places and partners of a démarche were set"),
    event("initiative.opened", "a démarche was opened"),
    event("theme.created", "a theme was created"),
    event("theme.edited", "a theme was edited"),
    event("theme.removed", "an empty theme was removed"),
    event("contribution.accepted", "someone said something"),
    event("contribution.batch_accepted", "contributions were accepted together"),
    event("contribution.edited", "a contribution was edited"),
    event("contribution.moderated", "a contribution was hidden or shown again"),
    event("contribution.merged", "a double was merged"),
    event("contribution.unmerged", "a merge was undone"),
    event("contribution.classified", "a contribution was put under a theme"),
    event("contribution.batch_classified", "contributions were classified together"),
    event("contact.forgotten", "someone had the address she left forgotten, or nobody confirmed it"),
    event("contact.confirmed", "someone showed that the address she left is hers"),
    event("contact.code_sent", "someone asked for another code to confirm her address"),
    event("contact.corrected", "someone corrected the address she left, before it was confirmed"),
    event("answer.given", "the authority answered a contribution"),
    event("answer.batch_given", "the authority answered several contributions together"),
];

/// What this room declares, the second half of the loop included.
pub const MANIFEST: Manifest =
    Manifest { name: "commons", tables: &joined_tables(), permissions: DEFAULTS, events: &joined_events() };

const fn joined_tables() -> [Table; TABLES.len() + crate::loop_manifest::TABLES.len()] {
    let mut all = [TABLES[0]; TABLES.len() + crate::loop_manifest::TABLES.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = if i < TABLES.len() { TABLES[i] } else { crate::loop_manifest::TABLES[i - TABLES.len()] };
        i += 1;
    }
    all
}

const fn joined_events() -> [EventKind; EVENTS.len() + crate::loop_manifest::EVENTS.len()] {
    let mut all = [EVENTS[0]; EVENTS.len() + crate::loop_manifest::EVENTS.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = if i < EVENTS.len() { EVENTS[i] } else { crate::loop_manifest::EVENTS[i - EVENTS.len()] };
        i += 1;
    }
    all
}
