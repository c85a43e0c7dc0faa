//! `worksites/berges.toml`: worksites of a démarche, one that took place, one to come.

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::Offset;

/// The file.
pub(super) const WORKSITES: &str = include_str!("../../../../../demo/worksites/berges.toml");

/// Days before a shift to come, so that there is time to sign up.
const AHEAD: Offset = 9;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worksites {
    /// Key of their démarche.
    pub initiative: String,
    /// Who runs them.
    pub by: String,
    /// The day they were published.
    pub published_day: Offset,
    /// Who signs for minors.
    pub guardian: String,
    /// Materials.
    pub item: Vec<Item>,
    /// The worksites.
    pub worksite: Vec<Worksite>,
}

/// `[[item]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// Where it is kept.
    pub kept: String,
}

/// `[[worksite]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worksite {
    /// Title.
    pub title: String,
    /// Who leads it.
    pub organisation: String,
    /// Where.
    pub place: String,
    /// Latitude, longitude.
    pub point: String,
    /// What is done.
    pub work: String,
    /// What to bring.
    pub bring: String,
    /// Accessibility.
    pub access: String,
    /// Insurer.
    pub insurer: String,
    /// Contract.
    pub contract: String,
    /// Deliberation.
    pub deliberation: String,
    /// Its day.
    pub deliberated_day: Offset,
    /// Who answers for safety.
    pub safety: String,
    /// Shifts.
    pub shift: Vec<Shift>,
}

/// In which week a shift is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Week {
    /// The seven days before today.
    Last,
    /// Seven days to come, nine days from today on.
    Next,
}

/// Day of a shift.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Saturday.
    Saturday,
}

/// `[[worksite.shift]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Day of the week.
    pub weekday: Day,
    /// Which week.
    pub week: Week,
    /// `HH:MM`.
    pub start: String,
    /// `HH:MM`.
    pub end: String,
    /// Seats.
    pub capacity: i64,
    /// Adults of the team.
    pub leaders: i64,
    /// Most minors for one adult.
    pub minors_per_adult: i64,
    /// Adults who sign up, by name.
    pub adults: Vec<String>,
    /// Minors who sign up, by name.
    pub minors: Vec<String>,
    /// Materials.
    #[serde(default)]
    pub booking: Vec<Booking>,
    /// What it gave, once over.
    pub debrief: Option<Debrief>,
}

/// Materials of a shift.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booking {
    /// Item, by name.
    pub item: String,
    /// How many.
    pub quantity: i64,
}

/// What a shift gave.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Debrief {
    /// Adults who came.
    pub adults: i64,
    /// Minors who came.
    pub minors: i64,
    /// How much.
    pub quantity: f64,
    /// Of what.
    pub unit: String,
    /// In words.
    pub done: String,
    /// What went wrong.
    #[serde(default)]
    pub incident: String,
}

impl Shift {
    /// Its day, counted from the one the demonstration starts on: a Saturday stays one whatever that day is.
    pub fn day(&self, today: Date) -> Offset {
        let weekday = match self.weekday {
            Day::Wednesday => Weekday::Wednesday,
            Day::Thursday => Weekday::Thursday,
            Day::Saturday => Weekday::Saturday,
        };
        let after = Offset::from(today.weekday().until(weekday));
        match self.week {
            Week::Last => after - 7,
            Week::Next => AHEAD + (after - AHEAD).rem_euclid(7),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan as _;

    #[test]
    fn a_saturday_stays_one_whatever_the_day_the_demonstration_starts_on() {
        let file: Worksites = toml::from_str(WORKSITES).expect("the file");
        for more in 0..7 {
            let today = Date::constant(2026, 11, 23).checked_add(more.days()).expect("a day");
            for shift in file.worksite.iter().flat_map(|worksite| &worksite.shift) {
                let day = shift.day(today);
                assert_eq!((-7..0).contains(&day), shift.week == Week::Last, "{today} {day}");
                assert_eq!((9..16).contains(&day), shift.week == Week::Next, "{today} {day}");
                let on = today.checked_add(i64::from(day).days()).expect("a day").weekday();
                assert_eq!(format!("{on:?}"), format!("{:?}", shift.weekday));
            }
        }
    }
}
