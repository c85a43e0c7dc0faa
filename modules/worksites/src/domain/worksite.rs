//! A worksite (*chantier participatif*): what it says, and the sheet without which it is not published.

use arpent_commons::codes;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::Organisation;
use arpent_core::Id;
use jiff::Timestamp;
use jiff::civil::Date;

codes! {
    /// Where a worksite is in its life.
    WorksiteState {
        /// Being prepared.
        Draft = "draft",
        /// Everyone reads it and may sign up.
        Published = "published",
        /// It will not take place.
        Cancelled = "cancelled",
    }
}

/// What a worksite says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// In one line.
    pub title: String,
    /// Who leads it, when the territory knows it.
    pub organisation: Option<Id<Organisation>>,
    /// Who leads it otherwise.
    pub lead_name: String,
    /// Where, in words.
    pub place: String,
    /// Latitude and longitude, in degrees (WGS 84).
    pub point: Option<(f64, f64)>,
    /// What will be done.
    pub work: String,
    /// What to bring, what is lent.
    pub bring: String,
    /// How one gets there and takes part with a disability.
    pub access: String,
}

/// Who covers volunteers, and which vote says so. Volunteers are occasional collaborators of the public service: the
/// authority answers for what happens to them without fault of its own (Conseil d'État, 22 November 1946, *Commune de
/// Saint-Priest-la-Plaine*).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cover {
    /// The insurer that was told.
    pub insurer: String,
    /// The contract.
    pub contract: String,
    /// The deliberation that decides the worksite.
    pub deliberation: String,
    /// Its day.
    pub deliberated_on: Option<Date>,
    /// Who answers for safety on the spot.
    pub safety: String,
}

impl Cover {
    /// What is not known yet, each by its field.
    pub fn missing(&self) -> Vec<&'static str> {
        let fields = [
            ("insurer", self.insurer.is_empty()),
            ("contract", self.contract.is_empty()),
            ("deliberation", self.deliberation.is_empty()),
            ("deliberated_on", self.deliberated_on.is_none()),
            ("safety", self.safety.is_empty()),
        ];
        fields.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field).collect()
    }
}

/// A worksite as stored.
#[derive(Debug, Clone)]
pub struct Worksite {
    /// Its id.
    pub id: Id<Worksite>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// What it says.
    pub sheet: Sheet,
    /// Its insurance and deliberation sheet.
    pub cover: Cover,
    /// Where it is in its life.
    pub state: WorksiteState,
    /// Why it was cancelled; empty otherwise.
    pub reason: String,
    /// When it was prepared.
    pub created_at: Timestamp,
    /// Grows at each change.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_missing_is_named() {
        let cover = Cover { insurer: "Assureur".into(), safety: "Chef d'équipe".into(), ..Cover::default() };
        assert_eq!(cover.missing(), ["contract", "deliberation", "deliberated_on"]);
    }
}
