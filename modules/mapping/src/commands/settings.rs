//! What lies under the maps.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, SHORT};
use arpent_core::{Event, Id, Scope};
use arpent_web::{Caller, FieldProblem, Refusal, security};
use uuid::Uuid;

use crate::BASE;
use crate::store::settings::{self, BaseMap};
use crate::texts::Texts;

/// Longest address of a tile.
const LONGEST: usize = 400;
/// What an address of tiles holds: zoom, column, row.
const HOLES: [&str; 3] = ["{z}", "{x}", "{y}"];

/// Chooses the base map; an empty address for none.
///
/// # Errors
/// Not allowed; an address that is not one of tiles over HTTPS, or of this site; a map without its credit.
pub async fn choose(caller: &Caller, typed: &BaseMap) -> Result<(), Refusal> {
    let tx = caller.begin(BASE, Scope::Instance).await?;
    let mut problems = Problems::default();
    let tiles = problems.read(text::optional(&typed.tiles, "tiles", LONGEST));
    let credit = problems.read(text::optional(&typed.credit, "credit", SHORT));
    problems.require(tiles.is_empty() || is_tiles(&tiles), || {
        FieldProblem::new("tiles", "format", |l| Texts::new(l).tiles_problem().into())
    });
    problems.require(tiles.is_empty() || !credit.is_empty(), || {
        FieldProblem::new("credit", "missing", |l| Texts::new(l).credit_problem().into())
    });
    problems.done()?;
    settings::put(&tx, &BaseMap { tiles, credit }).await?;
    tx.commit(Event::new::<BaseMap>("base_map.chosen", "settings", Id::from_uuid(Uuid::nil()))).await?;
    Ok(())
}

fn is_tiles(address: &str) -> bool {
    let holes = HOLES.iter().all(|hole| address.matches(hole).count() == 1);
    let ours = address.starts_with('/') && !address.starts_with("//");
    holes && (ours || host(address).is_some_and(|host| security::with_images_of(host).is_some()))
}

/// `https://host` of an address of tiles; none for a map of this site.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://")?;
    let end = rest.find('/')?;
    Some(&address[.."https://".len() + end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_tiles_are_taken() {
        assert!(is_tiles("https://tile.openstreetmap.org/{z}/{x}/{y}.png"));
        assert!(is_tiles("https://data.geopf.fr/wmts?TILEMATRIX={z}&TILECOL={x}&TILEROW={y}"));
        assert!(is_tiles("/tuiles/{z}/{x}/{y}.png"));
        for address in
            ["https://a.fr/{z}/{x}.png", "http://a.fr/{z}/{x}/{y}", "//a.fr/{z}/{x}/{y}", "https://a b/{z}/{x}/{y}"]
        {
            assert!(!is_tiles(address), "{address}");
        }
        assert_eq!(host("https://data.geopf.fr/wmts?x={x}"), Some("https://data.geopf.fr"));
    }
}
