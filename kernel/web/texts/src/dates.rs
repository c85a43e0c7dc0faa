use icu_calendar::{Date as IcuDate, Gregorian};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{Lang, formatters::Formatters, messages::Messages};

static WORDS: Messages = Messages::new(include_str!("../locales/fr.ftl"), include_str!("../locales/en.ftl"));

/// A day with its weekday: `dimanche 1er novembre 2026` or `Sunday 1 November 2026`.
pub fn date(lang: Lang, day: Date) -> String {
    let shown = gregorian(day).map(|day| Formatters::of(lang).long_day.format(&day).to_string());
    // Some English data puts a comma after the weekday; British usage does without.
    finished(lang, day, shown).replacen(',', "", 1)
}

/// A day for tables and narrow places: `1er nov. 2026` or `1 Nov 2026`.
pub fn date_short(lang: Lang, day: Date) -> String {
    let shown = gregorian(day).map(|day| Formatters::of(lang).short_day.format(&day).to_string());
    finished(lang, day, shown)
}

/// The hour of the day in Europe/Paris: `14 h 30` or `14:30`.
pub fn time(lang: Lang, at: Timestamp) -> String {
    let at = in_paris(at);
    let id = if at.minute() == 0 { "time-hour" } else { "time" };
    let minute = format!("{:02}", at.minute());
    WORDS.say(lang, id, &[("hour", i64::from(at.hour()).into()), ("minute", minute.into())])
}

/// A moment in Europe/Paris: `dimanche 1er novembre 2026 à 14 h 30` or `Sunday 1 November 2026 at 14:30`.
pub fn datetime(lang: Lang, at: Timestamp) -> String {
    let day = date(lang, in_paris(at).date());
    WORDS.say(lang, "date-at-time", &[("date", day.into()), ("time", time(lang, at).into())])
}

/// How far a day is from today: `dans 3 jours`, `il y a 2 jours`, `aujourd’hui`, `demain`.
pub fn relative_days(lang: Lang, days: i64) -> String {
    let id = match days {
        -1 => "yesterday",
        0 => "today",
        1 => "tomorrow",
        ..0 => "days-ago",
        2.. => "in-days",
    };
    WORDS.say(lang, id, &[("days", days.saturating_abs().into())])
}

fn in_paris(at: Timestamp) -> jiff::Zoned {
    at.to_zoned(TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC))
}

fn gregorian(day: Date) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// French counts the first of a month as an ordinal, which CLDR data ignores.
fn finished(lang: Lang, day: Date, shown: Option<String>) -> String {
    let shown = shown.unwrap_or_else(|| day.to_string());
    if lang == Lang::Fr && day.day() == 1 {
        let words = shown.split(' ').map(|word| if word == "1" { "1er" } else { word });
        return words.collect::<Vec<_>>().join(" ");
    }
    shown
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::{date, date_short, datetime, relative_days, time};
    use crate::Lang::{En, Fr};

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french() {
        assert_eq!(date(Fr, day(2026, 11, 1)), "dimanche 1er novembre 2026");
        assert_eq!(date(Fr, day(2026, 11, 11)), "mercredi 11 novembre 2026");
        assert_eq!(date(En, day(2026, 11, 1)), "Sunday 1 November 2026");
    }

    #[test]
    fn short_days_keep_a_readable_month() {
        assert_eq!(date_short(Fr, day(2026, 11, 1)), "1er nov. 2026");
        assert_eq!(date_short(En, day(2026, 11, 12)), "12 Nov 2026");
    }

    #[test]
    fn moments_are_shown_as_the_clocks_of_paris_show_them() {
        let winter = "2026-11-01T13:30:00Z".parse().unwrap();
        assert_eq!(datetime(Fr, winter), "dimanche 1er novembre 2026 à 14\u{A0}h\u{A0}30");
        assert_eq!(datetime(En, winter), "Sunday 1 November 2026 at 14:30");
        let summer_night = "2026-06-30T22:05:00Z".parse().unwrap();
        assert_eq!(datetime(Fr, summer_night), "mercredi 1er juillet 2026 à 0\u{A0}h\u{A0}05");
        assert_eq!(time(Fr, "2026-06-30T07:00:00Z".parse().unwrap()), "9\u{A0}h");
        assert_eq!(time(En, "2026-06-30T07:00:00Z".parse().unwrap()), "9:00");
    }

    #[test]
    fn days_are_counted_from_today_in_words() {
        let shown = |lang| [-2, -1, 0, 1, 3].map(|days| relative_days(lang, days));
        assert_eq!(shown(Fr), ["il y a 2 jours", "hier", "aujourd’hui", "demain", "dans 3 jours"]);
        assert_eq!(shown(En), ["2 days ago", "yesterday", "today", "tomorrow", "in 3 days"]);
    }
}
