//! A calendar that a person's own software subscribes to (iCalendar, RFC 5545; its name and refreshing, RFC 7986).
//!
//! What lasts whole days is written as days, so that no zone moves it; what has an hour is written in UTC, which every
//! reader turns into its own. The zone of the place is still named for software that asks.

use icalendar::{Component as _, Event, EventLike as _, EventStatus, Property};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// Type of the file, for the answer that carries it.
pub const CONTENT_TYPE: &str = "text/calendar; charset=utf-8";
/// How often software may ask again (RFC 7986, 5.7): four times a day is enough for days.
const REFRESH: &str = "PT6H";
const PRODUCT: &str = "-//Arpent//Arpent//FR";

/// Something that happens on a day, or from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Never changes while the thing is the same, never given to another: software knows by it what was moved.
    pub uid: String,
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
    /// What.
    pub title: String,
    /// More about it.
    pub text: String,
    /// Absolute address of its page.
    pub href: String,
    /// When it was last said.
    pub said_at: Timestamp,
    /// Grows when it is said again in another way.
    pub revision: i64,
}

/// Something that begins and ends at an hour.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// Never changes while the thing is the same, never given to another.
    pub uid: String,
    /// Begins.
    pub start: Timestamp,
    /// Ends.
    pub end: Timestamp,
    /// What.
    pub title: String,
    /// More about it.
    pub text: String,
    /// Where, in words.
    pub place: String,
    /// Absolute address of its page.
    pub href: String,
    /// Latitude and longitude (WGS 84), when it was pointed at.
    pub point: Option<(f64, f64)>,
    /// When it was first said.
    pub created_at: Timestamp,
    /// When it was last said: without a method, the stamp of what is held is that of its last revision (3.8.7.2).
    pub said_at: Timestamp,
    /// Grows when it is said again in another way.
    pub revision: i64,
    /// It will not take place: readers strike it out rather than lose it (RFC 5545, 3.8.1.11).
    pub cancelled: bool,
}

/// Days that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Its name in the reader's list.
    pub name: String,
    /// What it is about.
    pub text: String,
    /// Absolute address of the page it comes from.
    pub href: String,
    /// IANA name of the zone its days are those of: `Europe/Paris`.
    pub zone: String,
    /// Its days, in any order.
    pub days: Vec<Day>,
    /// What has an hour, in any order.
    pub hours: Vec<Hours>,
}

impl Calendar {
    /// The file: the same bytes for the same days.
    pub fn write(&self) -> String {
        let mut calendar = icalendar::Calendar::empty();
        for (key, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
            calendar.append_property(Property::new(key, value));
        }
        // Named as text, or its commas would part it.
        calendar.append_property(Property::new("NAME", &self.name).add_parameter("VALUE", "TEXT").done());
        calendar.append_property(Property::new("X-WR-CALNAME", &self.name));
        calendar.description(&self.text).append_property(Property::new("URL", &self.href));
        calendar.append_property(Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done());
        calendar.append_property(Property::new("X-PUBLISHED-TTL", REFRESH));
        calendar.append_property(Property::new("X-WR-TIMEZONE", &self.zone));
        let mut days: Vec<&Day> = self.days.iter().collect();
        days.sort_by(|a, b| (a.first, &a.uid).cmp(&(b.first, &b.uid)));
        calendar.extend(days.into_iter().map(event));
        let mut hours: Vec<&Hours> = self.hours.iter().collect();
        hours.sort_by(|a, b| (a.start, &a.uid).cmp(&(b.start, &b.uid)));
        calendar.extend(hours.into_iter().map(appointment));
        calendar.to_string()
    }
}

fn event(day: &Day) -> Event {
    // The end of an all-day event is the day after its last one (RFC 5545, 3.6.1).
    let after = day.last.max(day.first).saturating_add(1.day());
    let mut event = Event::new();
    event.uid(&day.uid).summary(&day.title).url(&day.href).sequence(u32::try_from(day.revision).unwrap_or(0));
    event.append_property(date("DTSTART", day.first)).append_property(date("DTEND", after));
    event.add_property("DTSTAMP", instant(day.said_at));
    // Nobody is busy because a phase is under way.
    event.add_property("TRANSP", "TRANSPARENT");
    event.description(&described(&day.text, &day.href));
    event.done()
}

fn described(text: &str, href: &str) -> String {
    if text.is_empty() { href.to_owned() } else { format!("{text}\n\n{href}") }
}

fn appointment(hours: &Hours) -> Event {
    let mut event = Event::new();
    event.uid(&hours.uid).summary(&hours.title).url(&hours.href).location(&hours.place);
    event.sequence(u32::try_from(hours.revision).unwrap_or(0));
    event.add_property("DTSTART", instant(hours.start)).add_property("DTEND", instant(hours.end));
    event.add_property("DTSTAMP", instant(hours.said_at)).add_property("LAST-MODIFIED", instant(hours.said_at));
    event.add_property("CREATED", instant(hours.created_at));
    if let Some((latitude, longitude)) = hours.point {
        event.add_property("GEO", format!("{latitude:.6};{longitude:.6}"));
    }
    event.status(if hours.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    event.description(&described(&hours.text, &hours.href));
    event.done()
}

fn date(key: &str, day: Date) -> Property {
    Property::new(key, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

fn instant(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        let day = |uid: &str, first: &str, last: &str| Day {
            uid: uid.to_owned(),
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
            title: "Écouter ; d’abord, les enfants".to_owned(),
            text: "Deux mois\npour tout dire".to_owned(),
            href: "https://exemple.fr/demarches/lettres".to_owned(),
            said_at: "2026-03-02T09:00:00Z".parse().unwrap(),
            revision: 3,
        };
        Calendar {
            name: "Des lettres claires, un accueil".to_owned(),
            text: "Réécrire les lettres".to_owned(),
            href: "https://exemple.fr/demarches/lettres".to_owned(),
            zone: "Europe/Paris".to_owned(),
            days: vec![day("b", "2026-03-28", "2026-03-29"), day("a", "2026-03-02", "2026-03-02")],
            hours: vec![],
        }
    }

    /// Lines as software reads them, folds undone.
    fn lines(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").map(ToOwned::to_owned).collect()
    }

    #[test]
    fn a_day_ends_the_day_after_even_when_the_hour_changes() {
        let lines = lines(&calendar().write());
        let of = |key: &str| lines.iter().filter(|line| line.starts_with(key)).cloned().collect::<Vec<_>>();
        assert_eq!(of("DTSTART"), ["DTSTART;VALUE=DATE:20260302", "DTSTART;VALUE=DATE:20260328"]);
        assert_eq!(of("DTEND"), ["DTEND;VALUE=DATE:20260303", "DTEND;VALUE=DATE:20260330"]);
        assert_eq!(of("UID"), ["UID:a", "UID:b"]);
        assert_eq!(of("DTSTAMP")[0], "DTSTAMP:20260302T090000Z");
        assert_eq!(of("SEQUENCE")[0], "SEQUENCE:3");
        assert_eq!(of("X-WR-TIMEZONE"), ["X-WR-TIMEZONE:Europe/Paris"]);
    }

    #[test]
    fn an_hour_is_written_where_no_zone_moves_it_and_a_cancelled_one_says_so() {
        let hours = Hours {
            uid: "c".to_owned(),
            start: "2026-03-29T16:30:00Z".parse().unwrap(),
            end: "2026-03-29T18:00:00Z".parse().unwrap(),
            title: "Atelier".to_owned(),
            text: String::new(),
            place: "Mairie, salle 2".to_owned(),
            href: "https://exemple.fr/rencontres/1".to_owned(),
            point: Some((45.3642, 5.5901)),
            created_at: "2026-03-01T09:00:00Z".parse().unwrap(),
            said_at: "2026-03-02T09:00:00Z".parse().unwrap(),
            revision: 2,
            cancelled: true,
        };
        let lines = lines(&Calendar { days: vec![], hours: vec![hours], ..calendar() }.write());
        for line in [
            "DTSTART:20260329T163000Z",
            "DTEND:20260329T180000Z",
            "LOCATION:Mairie\\, salle 2",
            "STATUS:CANCELLED",
            "SEQUENCE:2",
            "DTSTAMP:20260302T090000Z",
            "CREATED:20260301T090000Z",
            "GEO:45.364200;5.590100",
            "DESCRIPTION:https://exemple.fr/rencontres/1",
        ] {
            assert!(lines.iter().any(|one| one == line), "{line} is not in {lines:#?}");
        }
    }

    #[test]
    fn signs_that_part_values_are_escaped() {
        let text = calendar().write();
        assert!(lines(&text).contains(&"SUMMARY:Écouter \\; d’abord\\, les enfants".to_owned()), "{text}");
        assert!(lines(&text).contains(&"NAME;VALUE=TEXT:Des lettres claires\\, un accueil".to_owned()), "{text}");
        assert!(lines(&text).iter().any(|line| line.starts_with("DESCRIPTION:Deux mois\\npour tout dire\\n\\nhttps")));
    }

    #[test]
    fn no_line_is_longer_than_the_standard_allows() {
        let mut long = calendar();
        long.days[0].title = "é".repeat(300);
        assert!(long.write().split("\r\n").all(|line| line.len() <= 75));
    }

    #[test]
    fn the_same_days_give_the_same_bytes_in_any_order() {
        let mut turned = calendar();
        turned.days.reverse();
        assert_eq!(turned.write(), calendar().write());
    }
}
