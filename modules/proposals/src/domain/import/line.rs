//! One line of a file, read as something someone said.

use arpent_commons::codes;
use arpent_commons::domain::initiative::slug;
use arpent_commons::domain::people::{Area, Capacity};
use arpent_commons::domain::text::{BODY, SHORT, TITLE, clean, first_words};
use arpent_core::Id;
use jiff::civil::Date;

use super::{Mapping, Target};
use crate::domain::key::key;

codes! {
    /// What is wrong with a cell.
    Fault {
        /// Nothing was said.
        Missing = "missing",
        /// Longer than what the site keeps.
        TooLong = "too_long",
        /// Not a capacity the site knows.
        CapacityUnknown = "capacity_unknown",
        /// Not a commune of the démarche.
        AreaUnknown = "area_unknown",
        /// Not a date.
        DateUnreadable = "date_unreadable",
        /// A day that has not come yet.
        DateToCome = "date_to_come",
        /// Not an address.
        EmailUnreadable = "email_unreadable",
        /// Two lines of the file have the same reference and say different things.
        ReferenceTwice = "reference_twice",
    }
}

/// A line that cannot be used, with the cell to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// What the cell should have held.
    pub target: Target,
    /// What is wrong with it.
    pub fault: Fault,
    /// What it holds, shortened.
    pub cell: String,
}

/// The words a file may use, in the languages of the site, each as its [`slug`]: accents and capitals do not count.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Words for each capacity.
    pub capacities: Vec<(String, Capacity)>,
    /// Names and INSEE codes of communes.
    pub areas: Vec<(String, Id<Area>)>,
    /// The day of the import.
    pub today: Option<Date>,
}

/// What a line says, ready to be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Title; empty is made of the first words.
    pub title: String,
    /// The words.
    pub text: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// Where.
    pub area: Option<Id<Area>>,
    /// The place in words.
    pub place: String,
    /// The day it was said.
    pub said_on: Option<Date>,
    /// Where to tell its author.
    pub email: String,
    /// The name of its theme; empty without one.
    pub theme: String,
    /// What makes this line the same one in another copy of the file.
    pub key: String,
}

/// Reads a line; everything that is wrong with it at once.
pub fn read_line(
    cells: &[String],
    mapping: &Mapping,
    lexicon: &Lexicon,
    place: &str,
) -> Result<Said, Vec<LineProblem>> {
    let mut reader = CellReader { cells, mapping, problems: Vec::new() };
    let (title, text) = reader.words();
    let said = Said {
        title,
        text,
        capacity: reader.capacity(lexicon),
        area: reader.area(lexicon),
        place: reader.bounded(Target::Place, SHORT),
        said_on: reader.day(lexicon),
        email: reader.email(),
        theme: clean(mapping.cell(Target::Theme, cells)),
        key: line_key(cells, mapping, place),
    };
    if reader.problems.is_empty() { Ok(said) } else { Err(reader.problems) }
}

struct CellReader<'a> {
    cells: &'a [String],
    mapping: &'a Mapping,
    problems: Vec<LineProblem>,
}

impl CellReader<'_> {
    fn cell(&self, target: Target) -> &str {
        self.mapping.cell(target, self.cells)
    }

    fn wrong(&mut self, target: Target, fault: Fault) {
        let cell = first_words(self.cell(target), 80);
        self.problems.push(LineProblem { target, fault, cell });
    }

    fn bounded(&mut self, target: Target, longest: usize) -> String {
        let text = clean(self.cell(target));
        if text.chars().count() > longest {
            self.wrong(target, Fault::TooLong);
        }
        text
    }

    /// A title longer than a title is shortened; it is then said in full before the text, so that no word is lost.
    fn words(&mut self) -> (String, String) {
        let title = clean(self.cell(Target::Title));
        let text = clean(self.cell(Target::Text));
        if text.is_empty() {
            self.wrong(Target::Text, Fault::Missing);
        }
        let (title, text) = if title.chars().count() > TITLE {
            (first_words(&title, TITLE - 1), format!("{title}\n\n{text}"))
        } else {
            (title, text)
        };
        if text.chars().count() > BODY {
            self.wrong(Target::Text, Fault::TooLong);
        }
        (title, text)
    }

    fn capacity(&mut self, lexicon: &Lexicon) -> Capacity {
        let typed = slug(self.cell(Target::Capacity));
        if typed.is_empty() {
            return self.mapping.capacity;
        }
        let known = lexicon.capacities.iter().find(|(word, _)| *word == typed).map(|(_, capacity)| *capacity);
        known.unwrap_or_else(|| {
            self.wrong(Target::Capacity, Fault::CapacityUnknown);
            self.mapping.capacity
        })
    }

    fn area(&mut self, lexicon: &Lexicon) -> Option<Id<Area>> {
        let typed = slug(self.cell(Target::Area));
        if typed.is_empty() {
            return self.mapping.area;
        }
        let known = lexicon.areas.iter().find(|(name, _)| *name == typed).map(|(_, area)| *area);
        if known.is_none() {
            self.wrong(Target::Area, Fault::AreaUnknown);
        }
        known
    }

    fn day(&mut self, lexicon: &Lexicon) -> Option<Date> {
        let typed = self.cell(Target::SaidOn);
        if typed.is_empty() {
            return None;
        }
        let day = read_day(typed);
        match day {
            None => self.wrong(Target::SaidOn, Fault::DateUnreadable),
            Some(day) if lexicon.today.is_some_and(|today| day > today) => {
                self.wrong(Target::SaidOn, Fault::DateToCome);
            }
            Some(_) => {}
        }
        day
    }

    fn email(&mut self) -> String {
        let typed = self.cell(Target::Email).to_lowercase();
        let whole = typed.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty() && domain.contains('.') && !domain.ends_with('.') && !domain.contains('@')
        });
        if !typed.is_empty() && (!whole || typed.contains(char::is_whitespace)) {
            self.wrong(Target::Email, Fault::EmailUnreadable);
        }
        typed
    }
}

/// ISO, or the French order with slashes, dots or dashes; the hour that may follow is left out.
fn read_day(typed: &str) -> Option<Date> {
    let day = typed.split([' ', 'T']).next()?;
    if let Ok(day) = day.parse() {
        return Some(day);
    }
    let parts: Vec<i16> = day.split(['/', '.', '-']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [day, month, year] = parts[..] else { return None };
    let year = if (0..100).contains(&year) { 2000 + year } else { year };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The same line of the same file, whoever sends it again. A reference stands for the words, so that a spelling mended
/// in the file does not make a second contribution; one sheet may answer several questions, hence title and theme.
fn line_key(cells: &[String], mapping: &Mapping, place: &str) -> String {
    const BY_REFERENCE: &[Target] = &[Target::Reference, Target::Title, Target::Theme];
    let told_apart = if mapping.cell(Target::Reference, cells).is_empty() { Target::ALL } else { BY_REFERENCE };
    let words: Vec<String> = told_apart.iter().map(|target| clean(mapping.cell(*target, cells))).collect();
    key(std::iter::once(place.as_bytes()).chain(words.iter().map(String::as_bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn mapping() -> Mapping {
        let order = [Target::Text, Target::Title, Target::Capacity, Target::SaidOn, Target::Email, Target::Reference];
        order.into_iter().enumerate().fold(Mapping::default(), |m, (column, target)| m.with(target, Some(column)))
    }

    fn cells(cells: [&str; 6]) -> Vec<String> {
        cells.map(ToOwned::to_owned).to_vec()
    }

    fn read(line: [&str; 6]) -> Result<Said, Vec<(Target, Fault)>> {
        let lexicon = Lexicon {
            capacities: vec![("habitante".to_owned(), Capacity::Inhabitant), ("agent".to_owned(), Capacity::Agent)],
            today: Some(date(2026, 11, 23)),
            ..Lexicon::default()
        };
        read_line(&cells(line), &mapping(), &lexicon, "morge")
            .map_err(|problems| problems.into_iter().map(|p| (p.target, p.fault)).collect())
    }

    #[test]
    fn a_line_becomes_what_someone_said() {
        let said = read(["Un banc", "", "AGENT", "03/02/2026", "A@exemple.fr", ""]).expect("a good line");
        assert_eq!((said.text.as_str(), said.capacity), ("Un banc", Capacity::Agent));
        assert_eq!((said.said_on, said.email.as_str()), (Some(date(2026, 2, 3)), "a@exemple.fr"));
    }

    #[test]
    fn everything_wrong_with_a_line_is_said_at_once() {
        let faults = read(["", "", "pilote", "32/01/2026", "nobody", ""]).expect_err("a bad line");
        assert_eq!(
            faults,
            [
                (Target::Text, Fault::Missing),
                (Target::Capacity, Fault::CapacityUnknown),
                (Target::SaidOn, Fault::DateUnreadable),
                (Target::Email, Fault::EmailUnreadable),
            ]
        );
    }

    #[test]
    fn a_day_to_come_is_refused() {
        assert_eq!(read(["a", "", "", "2026-12-01", "", ""]), Err(vec![(Target::SaidOn, Fault::DateToCome)]));
    }

    #[test]
    fn a_long_title_is_shortened_and_said_in_full_before_the_text() {
        let long = "mot ".repeat(40);
        let said = read(["suite", &long, "", "", "", ""]).expect("a good line");
        assert!(said.title.chars().count() <= TITLE);
        assert!(said.text.starts_with(long.trim()) && said.text.ends_with("\n\nsuite"));
    }

    #[test]
    fn the_same_reference_is_the_same_line_even_with_its_spelling_mended() {
        let key = |text, reference| read([text, "", "", "", "", reference]).expect("good").key;
        assert_eq!(key("Un ban", "12"), key("Un banc", "12"));
        assert_ne!(key("Un banc", "12"), key("Un banc", "13"));
        assert_ne!(key("Un ban", ""), key("Un banc", ""));
    }
}
