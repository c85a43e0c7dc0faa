//! Layers: what is drawn together.

use arpent_commons::codes;
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use jiff::civil::Date;

codes! {
    /// Who may add to a layer.
    WhoAdds {
        /// Those who run the démarche.
        Staff = "staff",
        /// Whoever has an account.
        Accounts = "accounts",
        /// Everyone, with or without an account.
        Everyone = "everyone",
    }
}

/// Signs and colours that a layer can have.
pub const TONES: i64 = 5;

/// What is drawn together (*couche*).
#[derive(Debug, Clone)]
pub struct Layer {
    /// Its id.
    pub id: Id<Layer>,
    /// Its démarche; none for the whole territory.
    pub initiative: Option<Id<Initiative>>,
    /// Its name.
    pub name: String,
    /// What it shows, in a few sentences.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
    /// Who may add to it.
    pub who_adds: WhoAdds,
    /// A contribution with a place says in which of its zones it lies.
    pub zoning: bool,
    /// Its sign on the map, from 0.
    pub tone: i64,
    /// People fill it: it has a programme.
    pub inventory: bool,
    /// Counted at each change, so that two people do not overwrite each other.
    pub version: i64,
    /// Counted at each write of its objects.
    pub revision: i64,
}

/// Whether something that holds between two days holds on this one; no day is no limit.
pub fn holds(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_perimeter_holds_from_its_first_to_its_last_day() {
        let (from, to) = (Some(date(2013, 1, 1)), Some(date(2018, 12, 31)));
        assert!(holds(from, to, date(2018, 12, 31)) && !holds(from, to, date(2019, 1, 1)));
        assert!(holds(None, to, date(1900, 1, 1)) && holds(from, None, date(2100, 1, 1)));
    }
}
