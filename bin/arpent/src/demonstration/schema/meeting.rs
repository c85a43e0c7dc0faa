//! `[[meeting]]` of `initiatives/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Offset;

/// `[[meeting]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Key.
    pub key: String,
    /// Its kind's code.
    pub kind: String,
    /// Title.
    pub title: String,
    /// When.
    pub day: Offset,
    /// `HH:MM`.
    pub start: String,
    /// Minutes.
    pub duration_minutes: i64,
    /// Where.
    pub place: String,
    /// INSEE code.
    pub commune: String,
    /// Latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// Seats.
    pub capacity: i64,
    /// How many of them are kept for guests.
    #[serde(default)]
    pub guest_seats: i64,
    /// First names of those who signed up.
    #[serde(default)]
    pub signed_up: Vec<String>,
    /// Names of those invited.
    #[serde(default)]
    pub invited: Vec<String>,
    /// Who came without signing up, by capacity, once held.
    #[serde(default)]
    pub came: BTreeMap<String, i64>,
    /// Invitation.
    pub text: String,
    /// Minutes, once held.
    pub minutes: Option<String>,
    /// What was noted, table by table, once held.
    #[serde(default)]
    pub table: Vec<Table>,
    /// Options and decisions that came out of it.
    #[serde(default)]
    pub outputs: Vec<String>,
}

/// `[[meeting.table]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its number or its name.
    pub label: String,
    /// Who held the pen.
    pub facilitator: String,
    /// What was said there.
    pub note: Vec<Note>,
}

/// `[[meeting.table.note]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Capacity's code.
    pub capacity: String,
    /// Words.
    pub text: String,
    /// It stays a note; otherwise it became a contribution.
    #[serde(default)]
    pub stays: bool,
}
