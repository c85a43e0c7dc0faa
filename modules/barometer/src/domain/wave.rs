//! A wave: the same questions asked again.

use arpent_core::Id;
use jiff::civil::Date;

use super::protocol::Protocol;

/// A barometer.
#[derive(Debug)]
pub struct Barometer;

/// A version of its protocol, with where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ProtocolVersion {
    /// Its id.
    pub id: Id<ProtocolVersion>,
    /// Of which barometer.
    pub barometer: Id<Barometer>,
    /// 1, 2, 3…
    pub number: i64,
    /// What it says.
    pub protocol: Protocol,
    /// SHA-256 of the frozen document.
    pub sha256: Option<String>,
    /// What breaks the series, in words.
    pub break_note: String,
    /// Codes of the questions whose series starts anew.
    pub broken: Vec<String>,
    /// Frozen at; nothing of it changes any more.
    pub frozen_at: Option<jiff::Timestamp>,
    /// Counts its edits, so that two people do not overwrite each other.
    pub version: i64,
}

macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$of])* $variant),* }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Stored code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// Reads a stored code.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

pub(crate) use codes;

codes! {
    /// Two waves are compared only within the same season.
    Season {
        /// December to February.
        Winter = "winter",
        /// March to May.
        Spring = "spring",
        /// June to August.
        Summer = "summer",
        /// September to November.
        Autumn = "autumn",
    }
}

codes! {
    /// Where a wave stands.
    WaveState {
        /// Its protocol is frozen; nobody answers yet.
        Prepared = "prepared",
        /// People answer.
        Open = "open",
        /// Nobody answers any more.
        Closed = "closed",
        /// Its results are public.
        Published = "published",
    }
}

codes! {
    /// *Mode de collecte*: how an answer came.
    Mode {
        /// The public link.
        Web = "web",
        /// A code on a poster.
        Qr = "qr",
        /// A button on another site of the authority.
        Embedded = "embedded",
        /// A tablet in a place.
        Kiosk = "kiosk",
        /// A sheet keyed by an agent.
        Paper = "paper",
        /// An interviewer, by telephone.
        Phone = "phone",
        /// An interviewer, face to face.
        Face = "face",
        /// A personal invitation.
        Invited = "invited",
        /// A file.
        Import = "import",
    }
}

impl Season {
    /// The season of a day, by the month in which it begins: those who answer remember the weeks before.
    pub fn of(day: Date) -> Self {
        match day.month() {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}

/// A wave.
#[derive(Debug, Clone, PartialEq)]
pub struct Wave {
    /// Its id.
    pub id: Id<Wave>,
    /// Of which barometer.
    pub barometer: Id<Barometer>,
    /// Under which version of the protocol.
    pub protocol: Id<ProtocolVersion>,
    /// 1, 2, 3…
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its season.
    pub season: Season,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
    /// Where it stands.
    pub state: WaveState,
    /// Random, for what is derived from codes.
    pub salt: String,
    /// Paper sheets are keyed twice.
    pub double_entry: bool,
    /// Counts its edits.
    pub version: i64,
}

/// The Monday of a day's week: all that is kept of when someone answered.
pub fn week(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::Span::new().days(back)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_the_week_of_an_answer_is_kept() {
        assert_eq!(week(date(2026, 11, 23)), date(2026, 11, 23));
        assert_eq!(week(date(2026, 11, 29)), date(2026, 11, 23));
        assert_eq!(week(date(2027, 1, 1)), date(2026, 12, 28));
    }

    #[test]
    fn the_season_of_a_day() {
        assert_eq!(Season::of(date(2026, 3, 1)), Season::Spring);
        assert_eq!(Season::of(date(2026, 12, 31)), Season::Winter);
    }
}
