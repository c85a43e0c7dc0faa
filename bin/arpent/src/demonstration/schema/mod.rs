//! The files of `demo/`, as its README describes them. A key the README does not name stops the reading: a typing
//! error would otherwise silently empty a list.

mod barometer;
mod budget;
mod charter;
mod initiative;
mod mapping;
mod meeting;
mod sequel;
mod territory;
mod worksites;

pub use barometer::*;
pub use budget::*;
pub use charter::*;
pub use initiative::*;
pub use mapping::*;
pub use meeting::Meeting;
pub use sequel::*;
pub use territory::*;
pub use worksites::*;

use anyhow::{Context as _, Result};

/// A day counted from the one the demonstration starts on: `-210` is seven months ago.
pub type Offset = i32;

const COMMUNES: &str = include_str!("../../../../../demo/communes.csv");
const TERRITORY: &str = include_str!("../../../../../demo/territory.toml");
const INITIATIVES: [(&str, &str); 5] = [
    ("1-closed.toml", include_str!("../../../../../demo/initiatives/1-closed.toml")),
    ("2-middle.toml", include_str!("../../../../../demo/initiatives/2-middle.toml")),
    ("3-open.toml", include_str!("../../../../../demo/initiatives/3-open.toml")),
    ("4-barometer.toml", include_str!("../../../../../demo/initiatives/4-barometer.toml")),
    ("5-signed.toml", include_str!("../../../../../demo/initiatives/5-signed.toml")),
];

/// Everything the demonstration is made of.
#[derive(Debug)]
pub struct Story {
    /// The 31 communes.
    pub communes: Vec<Commune>,
    /// Who serves it, who lives there.
    pub territory: Territory,
    /// The démarches.
    pub initiatives: Vec<InitiativeFile>,
    /// Worksites of one of them.
    pub worksites: Worksites,
}

/// Reads the files embedded in the binary.
///
/// # Errors
/// A file is not what the README says: a fault of the build, named.
pub fn read() -> Result<Story> {
    let initiatives = INITIATIVES.iter().map(|(name, text)| toml::from_str(text).with_context(|| (*name).to_owned()));
    Ok(Story {
        communes: communes()?,
        territory: toml::from_str(TERRITORY).context("territory.toml")?,
        initiatives: initiatives.collect::<Result<_>>()?,
        worksites: toml::from_str(WORKSITES).context("worksites/berges.toml")?,
    })
}

/// `code_insee,nom,population_municipale,population_totale`; no name holds a comma or a quote.
fn communes() -> Result<Vec<Commune>> {
    COMMUNES.lines().skip(1).filter(|line| !line.is_empty()).map(commune).collect()
}

fn commune(line: &str) -> Result<Commune> {
    let mut cells = line.split(',').map(|cell| cell.trim_matches('"'));
    let mut cell = || cells.next().with_context(|| format!("communes.csv: {line}"));
    Ok(Commune { code: cell()?.to_owned(), name: cell()?.to_owned(), population: cell()?.parse()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_reads() {
        let story = read().expect("the files of demo/");
        assert_eq!(story.communes.len(), 31);
        assert_eq!(story.territory.demonstration_page.len(), 10);
        assert_eq!(story.initiatives.len(), 5);
        assert!(story.initiatives.iter().any(|file| file.initiative.key == story.worksites.initiative));
    }
}
