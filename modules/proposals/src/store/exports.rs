//! The public columns of contributions, page after page by number: memory stays flat whatever the size of a démarche.

use arpent_commons::domain::contribution::{AnswerStatus, Channel, Contribution, Means};
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::Capacity;
use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, args, statements};
use jiff::Timestamp;
use jiff::civil::Date;

statements! {
    AFTER = "SELECT c.id, c.number, c.title, c.text, c.channel, c.capacity, o.name AS organisation, r.name AS area,
             r.code AS area_code, c.place, c.latitude, c.longitude, c.said_on, c.created_at, t.title AS theme,
             w.status, w.reason, w.cost, w.by_day, w.at AS answered_at, k.number AS merged_into,
             (SELECT COUNT(*) FROM proposals_support s WHERE s.contribution = c.id)
             + (SELECT COALESCE(SUM(g.count), 0) FROM proposals_gathered g WHERE g.contribution = c.id) AS supports,
             (SELECT COUNT(*) FROM proposals_comment m WHERE m.contribution = c.id AND m.state = 'published') AS comments
             FROM contribution c LEFT JOIN organisation o ON o.id = c.organisation LEFT JOIN area r ON r.id = c.area
             LEFT JOIN theme t ON t.id = c.theme LEFT JOIN contribution k ON k.id = c.merged_into
             LEFT JOIN answer w ON w.contribution = c.id AND w.current = 1
             WHERE c.initiative = $1 AND c.number > $2 AND c.state = 'published' ORDER BY c.number LIMIT $3",
        postgres: "SELECT c.id, c.number, c.title, c.text, c.channel, c.capacity, o.name AS organisation, r.name AS area,
             r.code AS area_code, c.place, c.latitude, c.longitude, c.said_on, c.created_at, t.title AS theme,
             w.status, w.reason, w.cost, w.by_day, w.at AS answered_at, k.number AS merged_into,
             CAST((SELECT COUNT(*) FROM proposals_support s WHERE s.contribution = c.id)
             + (SELECT COALESCE(SUM(g.count), 0) FROM proposals_gathered g WHERE g.contribution = c.id) AS BIGINT) AS supports,
             (SELECT COUNT(*) FROM proposals_comment m WHERE m.contribution = c.id AND m.state = 'published') AS comments
             FROM contribution c LEFT JOIN organisation o ON o.id = c.organisation LEFT JOIN area r ON r.id = c.area
             LEFT JOIN theme t ON t.id = c.theme LEFT JOIN contribution k ON k.id = c.merged_into
             LEFT JOIN answer w ON w.contribution = c.id AND w.current = 1
             WHERE c.initiative = $1 AND c.number > $2 AND c.state = 'published' ORDER BY c.number LIMIT $3";
}

/// A contribution as anyone may reuse it.
#[derive(Debug, Clone)]
pub struct Exported {
    /// Its id.
    pub id: Id<Contribution>,
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Its words.
    pub text: String,
    /// How it came.
    pub channel: Channel,
    /// In which capacity.
    pub capacity: Capacity,
    /// In whose name.
    pub organisation: Option<String>,
    /// Its commune.
    pub area: Option<String>,
    /// The commune's INSEE code.
    pub area_code: Option<String>,
    /// The place in words.
    pub place: String,
    /// WGS 84 latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// The day it was said.
    pub said_on: Date,
    /// Accepted at.
    pub created_at: Timestamp,
    /// Its theme.
    pub theme: Option<String>,
    /// The answer's status.
    pub status: Option<AnswerStatus>,
    /// The answer's reason.
    pub reason: Option<String>,
    /// What the answer takes.
    pub means: Means,
    /// Answered at.
    pub answered_at: Option<Timestamp>,
    /// The number of the contribution it was merged into.
    pub merged_into: Option<i64>,
    /// Supports, on the site and counted elsewhere.
    pub supports: i64,
    /// Published comments.
    pub comments: i64,
}

impl FromRow for Exported {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let status: Option<String> = row.get("status")?;
        let latitude: Option<f64> = row.get("latitude")?;
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            channel: row.parse("channel", Channel::parse)?,
            capacity: row.parse("capacity", Capacity::parse)?,
            organisation: row.get("organisation")?,
            area: row.get("area")?,
            area_code: row.get("area_code")?,
            place: row.get("place")?,
            point: latitude.zip(row.get("longitude")?),
            said_on: row.get("said_on")?,
            created_at: row.get("created_at")?,
            theme: row.get("theme")?,
            status: status.as_deref().and_then(AnswerStatus::parse),
            reason: row.get("reason")?,
            means: Means::from_row(row)?,
            answered_at: row.get("answered_at")?,
            merged_into: row.get("merged_into")?,
            supports: row.get("supports")?,
            comments: row.get("comments")?,
        })
    }
}

/// The next public contributions of a démarche after a number.
///
/// # Errors
/// The database does not answer.
pub async fn after(
    src: &impl Reads,
    initiative: Id<Initiative>,
    number: i64,
    limit: i64,
) -> Result<Vec<Exported>, StoreError> {
    src.all(&AFTER, args![initiative, number, limit]).await
}
