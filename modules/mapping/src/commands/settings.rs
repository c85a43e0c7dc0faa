//! What lies under the maps.

use std::path::Path;

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, SHORT};
use arpent_core::{Event, Id, Scope};
use arpent_web::{Caller, FieldProblem, Refusal, security};
use uuid::Uuid;

use crate::BASE;
use crate::domain::address::parse_base;
use crate::domain::view::CLOSEST;
use crate::outside::tiles::{self, Unusable};
use crate::store::settings::{self, BaseMap};
use crate::texts::Texts;

/// Longest address of a tile.
const LONGEST: usize = 400;
/// What an address of tiles holds: zoom, column, row.
const HOLES: [&str; 3] = ["{z}", "{x}", "{y}"];

/// A base map that everyone may show.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// Stable name.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Address of its tiles.
    pub tiles: &'static str,
    /// What its licence asks to write under a map.
    pub credit: &'static str,
    /// Whom the browsers of visitors call.
    pub host: &'static str,
}

/// Base maps offered; nobody is called until one of them is chosen.
pub const KNOWN: [Known; 2] = [
    Known {
        code: "ign",
        name: "Plan IGN",
        tiles: "https://data.geopf.fr/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM&FORMAT=image/png&TILEMATRIX={z}&TILECOL={x}&TILEROW={y}",
        credit: "© IGN",
        host: "data.geopf.fr",
    },
    Known {
        code: "osm",
        name: "OpenStreetMap",
        tiles: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        credit: "© OpenStreetMap contributors",
        host: "tile.openstreetmap.org",
    },
];

/// What lies under the maps, as it is chosen.
#[derive(Debug, Clone, Copy)]
pub enum Chosen<'a> {
    /// Nothing: communes and places alone.
    None,
    /// One of [`KNOWN`], by its name.
    Known(&'a str),
    /// A file of the data folder, served by this site.
    File {
        /// Its name there.
        name: &'a str,
        /// Whose map it is.
        credit: &'a str,
    },
    /// Tiles at an address.
    Other {
        /// It, with `{z}`, `{x}` and `{y}`.
        tiles: &'a str,
        /// Whose map it is.
        credit: &'a str,
    },
}

/// Chooses the base map; `data` is the folder in which files may lie.
///
/// # Errors
/// Not allowed; an address that is not one of tiles over HTTPS, or of this site; a file that is no map of images; a map
/// without its credit.
pub async fn choose(caller: &Caller, data: &Path, chosen: Chosen<'_>) -> Result<(), Refusal> {
    let tx = caller.begin(BASE, Scope::Instance).await?;
    let base = match chosen {
        Chosen::None => BaseMap::default(),
        Chosen::Known(code) => known(code)?,
        Chosen::File { name, credit } => of_file(data, name, credit).await?,
        Chosen::Other { tiles, credit } => of_address(tiles, credit)?,
    };
    settings::put(&tx, &base).await?;
    tx.commit(Event::new::<BaseMap>("base_map.chosen", "settings", Id::from_uuid(Uuid::nil()))).await?;
    Ok(())
}

fn known(code: &str) -> Result<BaseMap, Refusal> {
    let found = KNOWN.iter().find(|known| known.code == code);
    let found = found.ok_or_else(|| Refusal::field("base", "unknown", |l| Texts::new(l).base_problem().into()))?;
    Ok(BaseMap { tiles: found.tiles.to_owned(), credit: found.credit.to_owned(), ..BaseMap::default() })
}

async fn of_file(data: &Path, name: &str, credit: &str) -> Result<BaseMap, Refusal> {
    let credit = credited(&mut Problems::default(), credit)?;
    let opened = tiles::open(data, name).await;
    let archive = opened.map_err(|unusable| {
        Refusal::field("base", "file", move |l| {
            let t = Texts::new(l);
            match unusable {
                Unusable::Unreadable => t.base_file_unreadable().into(),
                Unusable::NotImages => t.base_file_not_images().into(),
            }
        })
    })?;
    Ok(BaseMap {
        tiles: format!("/tuiles/{{z}}/{{x}}/{{y}}?v={}", archive.tag()),
        credit,
        file: name.to_owned(),
        closest: archive.closest().min(CLOSEST),
    })
}

fn of_address(tiles: &str, credit: &str) -> Result<BaseMap, Refusal> {
    let mut problems = Problems::default();
    let tiles = problems.read(text::required(tiles, "tiles", LONGEST));
    problems
        .require(is_tiles(&tiles), || FieldProblem::new("tiles", "format", |l| Texts::new(l).tiles_problem().into()));
    let credit = credited(&mut problems, credit)?;
    Ok(BaseMap { tiles, credit, ..BaseMap::default() })
}

/// The credit, with every other problem found so far.
fn credited(problems: &mut Problems, typed: &str) -> Result<String, Refusal> {
    let credit = problems.read(text::optional(typed, "credit", SHORT));
    problems.require(!credit.is_empty(), || {
        FieldProblem::new("credit", "missing", |l| Texts::new(l).credit_problem().into())
    });
    std::mem::take(problems).done()?;
    Ok(credit)
}

/// Chooses the geocoder that this server asks for addresses; an empty address for none.
///
/// # Errors
/// Not allowed; an address that is not one of a host of the Internet over HTTPS.
pub async fn choose_geocoder(caller: &Caller, typed: &str) -> Result<(), Refusal> {
    let tx = caller.begin(BASE, Scope::Instance).await?;
    let base = match typed.trim() {
        "" => String::new(),
        typed => parse_base(typed)
            .filter(|base| base.len() <= LONGEST)
            .ok_or_else(|| Refusal::field("geocoder", "format", |l| Texts::new(l).geocoder_problem().into()))?,
    };
    settings::put_geocoder(&tx, &base).await?;
    let event = Event::new::<BaseMap>("geocoder.chosen", "settings", Id::from_uuid(Uuid::nil()));
    tx.commit(event.with("outside", !base.is_empty())).await?;
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
