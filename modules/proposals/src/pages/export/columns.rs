//! The columns of an export.

use std::borrow::Cow;

use arpent_commons::codes;
use arpent_commons::domain::contribution::AnswerStatus;
use arpent_commons::words;
use arpent_core::clock::paris;
use arpent_core::money;
use arpent_documents::Cell;
use arpent_web::Lang;
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use crate::store::exports::Exported;
use crate::texts::Texts;

codes! {
    /// A column anyone may reuse.
    Column {
        /// Its number in the démarche.
        Number = "number",
        /// Its title.
        Title = "title",
        /// Its words.
        Text = "text",
        /// In which capacity it was said.
        Capacity = "capacity",
        /// In whose name.
        Organisation = "organisation",
        /// Its commune.
        Commune = "commune",
        /// The commune's INSEE code.
        Insee = "insee",
        /// The place in words.
        Place = "place",
        /// WGS 84 latitude.
        Latitude = "latitude",
        /// WGS 84 longitude.
        Longitude = "longitude",
        /// How it came.
        Channel = "channel",
        /// The day it was said.
        SaidOn = "said_on",
        /// When it was accepted.
        ReceivedAt = "received_at",
        /// Its theme.
        Theme = "theme",
        /// The answer's status.
        Answer = "answer",
        /// The answer's reason.
        AnswerReason = "answer_reason",
        /// What it should cost.
        AnswerCost = "answer_cost",
        /// By when it should be done.
        AnswerBy = "answer_by",
        /// When it was answered.
        AnsweredAt = "answered_at",
        /// Supports.
        Supports = "supports",
        /// Published comments.
        Comments = "comments",
        /// The number of the one it was merged into.
        MergedInto = "merged_into",
        /// Its page.
        Address = "address",
    }
}

impl Column {
    /// Its name for people.
    pub(super) fn name(self, t: Texts) -> &'static str {
        self.say(t, "")
    }

    /// What it means.
    pub(super) fn meaning(self, t: Texts) -> &'static str {
        self.say(t, "-meaning")
    }

    fn say(self, t: Texts, end: &str) -> &'static str {
        t.say(&format!("column-{}{end}", self.code().replace('_', "-"))).unwrap_or("")
    }

    /// Its width in a spreadsheet, in characters.
    pub(super) const fn width(self) -> u16 {
        match self {
            Self::Text | Self::AnswerReason => 70,
            Self::Title | Self::Address | Self::Theme => 36,
            Self::Number | Self::Insee | Self::Latitude | Self::Longitude | Self::Supports | Self::Comments => 10,
            _ => 18,
        }
    }

    /// The cell for a person: words of her language.
    pub(super) fn cell<'a>(self, one: &'a Exported, lang: Lang, base_url: &str) -> Cell<'a> {
        let c = arpent_commons::texts::Texts::new(lang);
        match self {
            Self::Number => Cell::Integer(one.number),
            Self::Title => one.title.as_str().into(),
            Self::Text => one.text.as_str().into(),
            Self::Capacity => words::capacity(c, one.capacity).into(),
            Self::Organisation => text(one.organisation.as_deref()),
            Self::Commune => text(one.area.as_deref()),
            Self::Insee => text(one.area_code.as_deref()),
            Self::Place => one.place.as_str().into(),
            Self::Latitude => one.point.map(|point| point.0).into(),
            Self::Longitude => one.point.map(|point| point.1).into(),
            Self::Channel => words::channel(c, one.channel).into(),
            Self::SaidOn => one.said_on.into(),
            Self::ReceivedAt => local(one.created_at).into(),
            Self::Theme => text(one.theme.as_deref()),
            Self::Answer => text(one.status.map(|status| words::answer_status(c, status))),
            Self::AnswerReason => text(one.reason.as_deref()),
            Self::AnswerCost => one.means.cost.map_or(Cell::Empty, |cents| Cell::Text(Cow::Owned(money::typed(cents)))),
            Self::AnswerBy => one.means.by.into(),
            Self::AnsweredAt => one.answered_at.map(local).into(),
            Self::Supports => Cell::Integer(one.supports),
            Self::Comments => Cell::Integer(one.comments),
            Self::MergedInto => one.merged_into.into(),
            Self::Address => Cell::Text(Cow::Owned(address(one, base_url))),
        }
    }

    fn json(self, one: &Exported, base_url: &str) -> Json {
        match self {
            Self::Capacity => json!(one.capacity.code()),
            Self::Channel => json!(one.channel.code()),
            Self::SaidOn => json!(one.said_on.to_string()),
            Self::ReceivedAt => json!(one.created_at.to_string()),
            Self::AnswerCost => json!(one.means.cost.map(money::plain)),
            Self::AnswerBy => json!(one.means.by.map(|day| day.to_string())),
            Self::AnsweredAt => json!(one.answered_at.map(|at| at.to_string())),
            Self::Answer => json!(one.status.map(AnswerStatus::code)),
            other => match other.cell(one, Lang::Fr, base_url) {
                Cell::Text(text) => json!(text),
                Cell::Integer(count) => json!(count),
                Cell::Number(figure) | Cell::Share(figure) => json!(figure),
                Cell::Empty | Cell::Date(_) | Cell::DateTime(_) => Json::Null,
            },
        }
    }
}

/// One line for programs: codes rather than words, instants in UTC.
pub(super) fn json_line(one: &Exported, base_url: &str) -> serde_json::Result<String> {
    struct Ordered<'a>(&'a Exported, &'a str);

    impl Serialize for Ordered<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(Column::ALL.iter().map(|column| (column.code(), column.json(self.0, self.1))))
        }
    }

    serde_json::to_string(&Ordered(one, base_url))
}

fn text(words: Option<&str>) -> Cell<'_> {
    words.map_or(Cell::Empty, Cell::from)
}

fn local(at: Timestamp) -> DateTime {
    at.to_zoned(paris()).datetime()
}

fn address(one: &Exported, base_url: &str) -> String {
    format!("{base_url}/contributions/{}", one.id)
}
