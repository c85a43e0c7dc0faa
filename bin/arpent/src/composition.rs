//! The rooms the product is composed of: the list is here and nowhere else.

use std::sync::Arc;

use arpent_commons::Modules;
use arpent_store::{Migrations, Statement};
use arpent_web::Room;
use utoipa::openapi::OpenApi;

/// A schema, and the statement that counts its steps already applied to a database.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// Its steps.
    pub migrations: Migrations,
    /// How many of them were applied, as `value`.
    pub applied: Statement,
}

/// A room and its name, known when compiling so that its statements are constants.
struct Part {
    room: fn() -> Room,
    applied: Statement,
}

macro_rules! applied {
    ($name:literal) => {{
        const SQL: &str = concat!("SELECT COUNT(*) AS value FROM migration_", $name, " WHERE success");
        Statement { name: concat!("APPLIED_", $name), sqlite: SQL, postgres: SQL }
    }};
}

const STORE_APPLIED: Statement = applied!("store");

/// Every room, in the order of its schema.
const PARTS: &[Part] = &[
    Part { room: arpent_web::room, applied: applied!("web") },
    Part { room: arpent_commons::room, applied: applied!("commons") },
    Part { room: || arpent_proposals::module().room, applied: applied!("proposals") },
    Part { room: || arpent_barometer::module().room, applied: applied!("barometer") },
    Part { room: || arpent_budget::module().room, applied: applied!("budget") },
    Part { room: || arpent_charter::module().room, applied: applied!("charter") },
    Part { room: || arpent_mapping::module().room, applied: applied!("mapping") },
    Part { room: || arpent_worksites::module().room, applied: applied!("worksites") },
];

/// The rooms of the product.
pub fn rooms() -> Vec<Room> {
    PARTS.iter().map(|part| (part.room)()).collect()
}

/// What modules show on the pages that everyone shares.
pub fn slots() -> Modules {
    Modules(Arc::new(vec![
        arpent_proposals::module().slots,
        arpent_barometer::module().slots,
        arpent_budget::module().slots,
        arpent_charter::module().slots,
        arpent_mapping::module().slots,
        arpent_worksites::module().slots,
    ]))
}

/// The schemas of the product, the store's first.
pub fn schemas() -> Vec<Schema> {
    let store = Schema { migrations: arpent_store::MIGRATIONS, applied: STORE_APPLIED };
    let of_rooms = PARTS.iter().map(|part| Schema { migrations: (part.room)().migrations, applied: part.applied });
    std::iter::once(store).chain(of_rooms).collect()
}

/// The description of the whole API.
pub fn openapi() -> OpenApi {
    let mut parts = PARTS.iter().map(|part| ((part.room)().openapi)());
    let mut whole = parts.next().unwrap_or_default();
    parts.for_each(|part| whole.merge(part));
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_schema_counts_its_own_steps() {
        for schema in schemas() {
            let table = format!("migration_{} ", schema.migrations.room);
            assert!(schema.applied.sqlite.contains(&table), "{}: {}", schema.migrations.room, schema.applied.sqlite);
        }
    }
}
