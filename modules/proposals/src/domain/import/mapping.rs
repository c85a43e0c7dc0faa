//! Which column holds what.

use arpent_commons::codes;
use arpent_commons::domain::people::{Area, Capacity};
use arpent_core::Id;
use serde_json::{Map, Value as Json, json};

codes! {
    /// What a column may hold.
    Target {
        /// What was said: the only one that is needed.
        Text = "text",
        /// Its title.
        Title = "title",
        /// Its theme, by name.
        Theme = "theme",
        /// In which capacity.
        Capacity = "capacity",
        /// The commune, by name or INSEE code.
        Area = "area",
        /// The place in words.
        Place = "place",
        /// The day it was said.
        SaidOn = "said_on",
        /// Where to tell its author.
        Email = "email",
        /// What tells one line from another in the file it comes from: a number of sheet, an external id.
        Reference = "reference",
    }
}

/// Which column holds what, and what stands for the columns that are not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<(Target, usize)>,
    /// In which capacity people speak when the file does not say.
    pub capacity: Capacity,
    /// Where they speak of when the file does not say.
    pub area: Option<Id<Area>>,
    /// Themes named in the file and unknown here are created.
    pub create_themes: bool,
}

impl Default for Mapping {
    fn default() -> Self {
        Self { columns: Vec::new(), capacity: Capacity::Inhabitant, area: None, create_themes: true }
    }
}

impl Mapping {
    /// Says that a column (from 0) holds this; without a column, that none does.
    #[must_use]
    pub fn with(mut self, target: Target, column: Option<usize>) -> Self {
        self.columns.retain(|(other, _)| *other != target);
        self.columns.extend(column.map(|column| (target, column)));
        self
    }

    /// The column that holds this.
    pub fn column(&self, target: Target) -> Option<usize> {
        self.columns.iter().find(|(other, _)| *other == target).map(|(_, column)| *column)
    }

    /// The cell that holds this; empty without a column.
    pub fn cell<'a>(&self, target: Target, cells: &'a [String]) -> &'a str {
        self.column(target).and_then(|column| cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// As it is stored between two screens.
    pub fn to_json(&self) -> String {
        let columns: Map<String, Json> =
            self.columns.iter().map(|(target, column)| (target.code().to_owned(), json!(column))).collect();
        json!({
            "columns": columns,
            "capacity": self.capacity.code(),
            "area": self.area.map(|area| area.to_string()),
            "create_themes": self.create_themes,
        })
        .to_string()
    }

    /// Reads what was stored.
    pub fn from_json(stored: &str) -> Option<Self> {
        let json: Json = serde_json::from_str(stored).ok()?;
        let columns = json
            .get("columns")?
            .as_object()?
            .iter()
            .filter_map(|(target, column)| Some((Target::parse(target)?, usize::try_from(column.as_u64()?).ok()?)));
        Some(Self {
            columns: columns.collect(),
            capacity: Capacity::parse(json.get("capacity")?.as_str()?)?,
            area: json.get("area").and_then(Json::as_str).and_then(|area| area.parse().ok()),
            create_themes: json.get("create_themes")?.as_bool()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_back_as_it_was_stored() {
        let mapping = Mapping { capacity: Capacity::Agent, ..Mapping::default() };
        let mapping = mapping.with(Target::Text, Some(3)).with(Target::SaidOn, Some(0)).with(Target::Text, Some(4));
        let read = Mapping::from_json(&mapping.to_json()).expect("readable");
        assert_eq!((read.column(Target::Text), read.column(Target::SaidOn)), (Some(4), Some(0)));
        assert_eq!(read.capacity, Capacity::Agent);
    }

    #[test]
    fn a_column_that_is_not_there_is_an_empty_cell() {
        let mapping = Mapping::default().with(Target::Title, Some(9));
        assert_eq!(mapping.cell(Target::Title, &["a".to_owned()]), "");
        assert_eq!(mapping.cell(Target::Place, &["a".to_owned()]), "");
    }
}
