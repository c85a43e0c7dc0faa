//! The land band of this territory, drawn once from its communes and kept.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, PoisonError, RwLock};

use arpent_look::land::{Ground, band};
use arpent_look::palette::Rgb;

/// A commune of the band: its name and how much it weighs (population).
#[derive(Debug, Clone, PartialEq)]
pub struct Commune {
    /// Its name, from which its place in the drawing comes.
    pub name: String,
    /// Its population.
    pub weight: f64,
}

#[derive(Debug, Default)]
struct Drawn {
    communes: Vec<Commune>,
    tag: u64,
    band: Option<(Rgb, Arc<str>)>,
}

/// The band of the territory. `kernel/commons` gives the communes at start and when they change.
#[derive(Debug, Default)]
pub struct Land(RwLock<Drawn>);

impl Land {
    /// Gives the communes.
    pub fn set(&self, communes: Vec<Commune>) {
        let mut hasher = DefaultHasher::new();
        for commune in &communes {
            (&commune.name, commune.weight.to_bits()).hash(&mut hasher);
        }
        let drawn = Drawn { communes, tag: hasher.finish(), band: None };
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = drawn;
    }

    /// Changes when the communes do: part of the band's address.
    pub fn tag(&self) -> u64 {
        self.0.read().unwrap_or_else(PoisonError::into_inner).tag
    }

    /// The band as SVG, drawn at its first use.
    pub fn band(&self, colour: Rgb) -> Arc<str> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).band.clone();
        match kept {
            Some((drawn_in, svg)) if drawn_in == colour => svg,
            _ => self.draw(colour),
        }
    }

    fn draw(&self, colour: Rgb) -> Arc<str> {
        let mut drawn = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let grounds: Vec<Ground> =
            drawn.communes.iter().map(|commune| Ground { name: &commune.name, weight: commune.weight }).collect();
        let svg: Arc<str> = band(&grounds, colour).into();
        drawn.band = Some((colour, Arc::clone(&svg)));
        svg
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_follows_its_communes_and_its_colour() {
        let land = Land::default();
        let (empty, first_tag) = (land.band(Rgb(10, 90, 70)), land.tag());
        land.set(vec![Commune { name: "Voiron".into(), weight: 20_000.0 }]);
        assert_ne!(land.tag(), first_tag);
        assert_ne!(land.band(Rgb(10, 90, 70)), empty);
        assert_ne!(land.band(Rgb(200, 0, 0)), land.band(Rgb(10, 90, 70)));
    }
}
