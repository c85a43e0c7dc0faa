//! Sub-charters: for one kind of signatory, a menu of actions with a minimum, and what it gives up.

use arpent_commons::codes;
use arpent_core::Id;

/// Actions that a signatory chooses at least, unless the sub-charter says otherwise.
pub const MINIMUM: i64 = 6;
/// Most actions of a menu.
pub const MOST: usize = 100;

codes! {
    /// Whom a sub-charter is for.
    SignatoryKind {
        /// Who owns land or buildings.
        Owner = "owner",
        /// Who designs them.
        Designer = "designer",
        /// Who looks after them.
        Manager = "manager",
        /// Associations.
        Association = "association",
        /// Firms.
        Firm = "firm",
        /// Schools.
        School = "school",
        /// Residents.
        Resident = "resident",
        /// Anyone else.
        Other = "other",
    }
}

codes! {
    /// What a line of a sub-charter is.
    ItemKind {
        /// To choose.
        Action = "action",
        /// To accept.
        Prohibition = "prohibition",
    }
}

/// A line of a sub-charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The same from version to version.
    pub id: Id<Item>,
    /// Action or prohibition.
    pub kind: ItemKind,
    /// What is done, or not done.
    pub text: String,
    /// What shows that it was.
    pub evidence: String,
}

/// A sub-charter of a version.
#[derive(Debug, Clone)]
pub struct SubCharter {
    /// The same from version to version.
    pub id: Id<SubCharter>,
    /// Whom it is for.
    pub kind: SignatoryKind,
    /// Its title.
    pub title: String,
    /// What it asks, in a sentence or two.
    pub intro: String,
    /// Actions to choose at least.
    pub minimum: i64,
    /// People sign it in their own name too.
    pub individuals: bool,
    /// Actions, then prohibitions, in order.
    pub items: Vec<Item>,
}

/// What stands between a choice and a signature.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Missing {
    /// Actions still to choose.
    pub actions: i64,
    /// Prohibitions still to accept.
    pub prohibitions: i64,
}

impl Missing {
    /// Nothing does.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl SubCharter {
    /// Its lines of a kind.
    pub fn of(&self, kind: ItemKind) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.kind == kind)
    }

    /// How many lines of a kind it has.
    pub fn count(&self, kind: ItemKind) -> i64 {
        i64::try_from(self.of(kind).count()).unwrap_or(i64::MAX)
    }

    /// What a choice lacks; what is chosen elsewhere counts for nothing.
    pub fn missing(&self, chosen: &[Id<Item>]) -> Missing {
        let held = |kind| self.of(kind).filter(|item| chosen.contains(&item.id)).count();
        let held = |kind| i64::try_from(held(kind)).unwrap_or(i64::MAX);
        Missing {
            actions: (self.minimum - held(ItemKind::Action)).max(0),
            prohibitions: self.count(ItemKind::Prohibition) - held(ItemKind::Prohibition),
        }
    }
}

/// "Text | what shows it", as one types a line of a menu.
pub fn parted(line: &str) -> (String, String) {
    let (text, evidence) = line.split_once('|').unwrap_or((line, ""));
    (text.trim().to_owned(), evidence.trim().to_owned())
}

/// A line of a menu as one would type it.
pub fn joined(item: &Item) -> String {
    if item.evidence.is_empty() { item.text.clone() } else { format!("{} | {}", item.text, item.evidence) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn item(number: u128, kind: ItemKind) -> Item {
        Item { id: Id::from_uuid(Uuid::from_u128(number)), kind, text: String::new(), evidence: String::new() }
    }

    fn managers() -> SubCharter {
        let mut items: Vec<Item> = (1..=15).map(|n| item(n, ItemKind::Action)).collect();
        items.push(item(99, ItemKind::Prohibition));
        SubCharter {
            id: Id::from_uuid(Uuid::nil()),
            kind: SignatoryKind::Manager,
            title: String::new(),
            intro: String::new(),
            minimum: MINIMUM,
            individuals: false,
            items,
        }
    }

    fn chosen(numbers: impl IntoIterator<Item = u128>) -> Vec<Id<Item>> {
        numbers.into_iter().map(|n| Id::from_uuid(Uuid::from_u128(n))).collect()
    }

    #[test]
    fn five_actions_of_fifteen_lack_one_and_six_without_the_prohibition_lack_it() {
        assert_eq!(managers().missing(&chosen(1..=5)), Missing { actions: 1, prohibitions: 1 });
        assert_eq!(managers().missing(&chosen(1..=6)), Missing { actions: 0, prohibitions: 1 });
        assert!(managers().missing(&chosen((1..=6).chain([99]))).is_none());
    }

    #[test]
    fn actions_of_another_menu_and_repeated_ones_count_for_nothing() {
        let many = chosen([1, 1, 1, 1, 1, 1, 200, 201, 99]);
        assert_eq!(managers().missing(&many), Missing { actions: 5, prohibitions: 0 });
    }

    #[test]
    fn a_line_of_a_menu_says_what_shows_it() {
        assert_eq!(parted(" Plant hedges | photographs "), ("Plant hedges".to_owned(), "photographs".to_owned()));
        assert_eq!(parted("Mow late"), ("Mow late".to_owned(), String::new()));
    }
}
