//! Notes of the tables: what someone said at a meeting, who wrote it down, who read it again, what it became.

use arpent_core::Id;
use arpent_core::permission::Person;
use jiff::Timestamp;
use uuid::Uuid;

use super::contribution::Contribution;
use super::meetings::Meeting;
use super::people::Capacity;
use crate::codes;

codes! {
    /// What became of a note.
    NoteState {
        /// Written down; someone reads it again before anyone else does.
        ToCheck = "to_check",
        /// Read again; it stays a note of the meeting.
        Kept = "kept",
        /// Read again; it became a contribution of the démarche.
        Proposed = "proposed",
    }
}

/// A table of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its number or its name; may be empty when there was only one.
    pub label: String,
    /// Who held the pen there, as everyone reads it; empty once she was forgotten.
    pub facilitator: String,
    /// The photograph of its sheet, which only the team sees.
    pub photo: Option<Uuid>,
}

/// An act on a note: as whom, when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who; nobody once she was forgotten.
    pub person: Option<Id<Person>>,
    /// As whom.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

/// What someone said at a table.
#[derive(Debug, Clone)]
pub struct Note {
    /// Its id.
    pub id: Id<Note>,
    /// Where it was said.
    pub meeting: Id<Meeting>,
    /// At which table.
    pub table: String,
    /// Her words.
    pub text: String,
    /// In which capacity she spoke.
    pub capacity: Capacity,
    /// On the stub she keeps.
    pub code: String,
    /// Who wrote it down.
    pub transcribed: Signed,
    /// What became of it.
    pub state: NoteState,
    /// Who read it again.
    pub checked: Option<Signed>,
    /// The contribution it became.
    pub contribution: Option<Id<Contribution>>,
    /// Grows at each correction.
    pub version: i64,
}
