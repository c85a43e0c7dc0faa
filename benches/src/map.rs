//! A map of twenty thousand trees: brought in from a file, then looked at whole and closer and closer.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use arpent_core::Id;
use arpent_mapping::commands::layers::{self, Typed};
use arpent_mapping::commands::{imports, objects};
use arpent_mapping::domain::layer::{Layer, WhoAdds};
use arpent_web::{Caller, Upload};

use crate::seed::Seed;
use crate::server::Server;
use crate::{Folder, page, runtime};

/// Objects of the map.
const OBJECTS: usize = 20_000;
/// Visits of each view.
const VISITS: usize = 400;
/// Views of Strasbourg, from the whole city to a street.
const VIEWS: [(&str, &str); 3] =
    [("the whole city", "48.58,7.75,12"), ("a neighbourhood", "48.58,7.75,15"), ("a street", "48.58,7.75,18")];

/// Runs the measure.
pub fn run(binary: &Path) -> Result<()> {
    let folder = Folder::new("map")?;
    let started = Instant::now();
    let slug = runtime()?.block_on(prepare(&folder.0))?;
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "\nmap: a file of {OBJECTS} objects read, checked and brought in: {seconds:.1} s with the opening of the base"
    );
    let server = Server::start(binary, &folder.0)?;
    let map = format!("{}/demarches/{slug}/carte", server.url);
    page(&server, &format!("map of {OBJECTS} objects with its list, fitted (goal ≤ 30 ms)"), &map, VISITS)?;
    for (name, view) in VIEWS {
        page(&server, &format!("map of {OBJECTS} objects: {name}"), &format!("{map}?vue={view}"), VISITS)?;
    }
    page(&server, "the same, list by name", &format!("{map}?tri=nom&page=200"), VISITS / 4)?;
    let (now, peak) = server.memory()?;
    println!("resident {now:.0} MB, peak {peak:.0} MB");
    Ok(())
}

async fn prepare(data: &Path) -> Result<String> {
    let seed = Seed::open(data).await?;
    let caller = seed.caller();
    let initiative = seed.initiative("Arbres").await?;
    let typed = Typed {
        name: "Arbres".to_owned(),
        source: "Ville".to_owned(),
        who_adds: WhoAdds::Staff.code().to_owned(),
        ..Typed::default()
    };
    let layer = layers::add(caller, Some(initiative.id), &typed).await?;
    let import = imports::upload(caller, layer, Some(trees()?)).await?;
    let created = imports::confirm(caller, import, "wgs84").await?;
    anyhow::ensure!(created == i64::try_from(OBJECTS)?, "{created} objects");
    sectors(caller, layer).await?;
    seed.close().await;
    Ok(initiative.slug)
}

/// Trees spread over the city by a fixed sequence (a Weyl sequence of two irrational steps).
fn trees() -> Result<Upload> {
    let mut text = String::from("nom,latitude,longitude,type\n");
    for n in 0..OBJECTS {
        let (across, down) = ((n as f64 * 0.754_877_666).fract(), (n as f64 * 0.569_840_29).fract());
        writeln!(text, "Arbre {n},{:.6},{:.6},arbre", 48.52 + down * 0.12, 7.68 + across * 0.14)?;
    }
    Ok(Upload { name: "arbres.csv".to_owned(), bytes: text.into_bytes() })
}

/// Ten zones drawn under the trees.
async fn sectors(caller: &Caller, layer: Id<Layer>) -> Result<()> {
    for n in 0..10 {
        let west = 7.68 + f64::from(n) * 0.014;
        let ring: Vec<[f64; 2]> = (0..200)
            .map(|step| {
                let turn = f64::from(step) / 200.0 * std::f64::consts::TAU;
                [west + 0.01 * turn.cos(), 48.58 + 0.02 * turn.sin()]
            })
            .collect();
        let shape = arpent_documents::shapes::Shape::zone(&ring).ok().context("a zone")?;
        let words = objects::Words { title: format!("Secteur {n}"), ..objects::Words::default() };
        objects::add(caller, layer, &objects::NewObject { words, shape, submission: format!("sector {n}") }).await?;
    }
    Ok(())
}
