//! What waits for an answer: for a person, for her units, or for a démarche.

use arpent_commons::domain::contribution::{AnswerStatus, Channel, Contribution};
use arpent_commons::domain::initiative::{Initiative, Theme};
use arpent_commons::domain::people::Capacity;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, args, statements};
use jiff::Timestamp;
use jiff::civil::Date;

macro_rules! waiting {
    () => {
        "SELECT c.id, c.number, c.title, c.text, c.channel, c.capacity, c.said_on, c.created_at, c.theme,
         t.title AS theme_title, r.code AS area_code, r.name AS area_name, i.id AS initiative, i.slug, i.title AS initiative_title,
         i.answer_delay_days, w.status, a.due_day, a.note, a.done_at, a.assignee, u.name AS unit_name, p.name AS assignee_name
         FROM contribution c
         JOIN initiative i ON i.id = c.initiative
         LEFT JOIN answer w ON w.contribution = c.id AND w.current = 1
         LEFT JOIN theme t ON t.id = c.theme
         LEFT JOIN area r ON r.id = c.area
         LEFT JOIN proposals_assignment a ON a.id = COALESCE(
             (SELECT o.id FROM proposals_assignment o WHERE o.contribution = c.id),
             (SELECT o.id FROM proposals_assignment o WHERE o.theme = c.theme))
         LEFT JOIN unit u ON u.id = a.unit
         LEFT JOIN person p ON p.id = a.assignee
         WHERE i.state = 'open' AND (w.status IS NULL OR w.status = 'under_study')"
    };
}

/// The communes of what waits, and how much in each.
macro_rules! by_commune {
    ($($waiting:expr),+) => {
        concat!("SELECT q.area_code AS code, q.area_name AS name, COUNT(*) AS n FROM (", $($waiting),+, ") q
            WHERE q.area_code IS NOT NULL GROUP BY q.area_code, q.area_name ORDER BY q.area_name")
    };
}

/// Hers by name, or her unit's: when a colleague is away, the promise still runs.
macro_rules! hers {
    () => {
        " AND a.done_at IS NULL AND (a.assignee = $1 OR a.unit IN
         (SELECT m.unit FROM membership m WHERE m.person = $1 AND m.unit IS NOT NULL
          AND m.from_day <= $2 AND (m.to_day >= $2 OR m.to_day IS NULL)))"
    };
}

macro_rules! free {
    () => {
        " AND c.initiative = $1 AND (a.id IS NULL OR a.done_at IS NOT NULL)"
    };
}

statements! {
    HERS = concat!(waiting!(), hers!(), " AND ($4 = '' OR r.code = $4) ORDER BY c.created_at, c.number LIMIT $3");
    COUNT_HERS = concat!("SELECT COUNT(*) AS value FROM (", waiting!(), hers!(), " AND ($3 = '' OR r.code = $3)) q");
    COMMUNES_HERS = by_commune!(waiting!(), hers!());
    /// Nobody holds it, or it was given back.
    UNASSIGNED = concat!(waiting!(), free!(), " AND ($3 = '' OR r.code = $3) ORDER BY c.created_at, c.number LIMIT $2");
    COMMUNES_UNASSIGNED = by_commune!(waiting!(), free!());
    LATE = "SELECT COUNT(*) AS value FROM contribution c JOIN initiative i ON i.id = c.initiative
        LEFT JOIN answer w ON w.contribution = c.id AND w.current = 1
        WHERE c.initiative = $1 AND (w.status IS NULL OR w.status = 'under_study')
        AND c.created_at + i.answer_delay_days * 86400000000 < $2";
}

/// A contribution that waits for its answer.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The contribution.
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
    /// When it was said.
    pub said_on: Date,
    /// When it was accepted: the promise runs from there.
    pub created_at: Timestamp,
    /// Its theme.
    pub theme: Option<Id<Theme>>,
    /// Its theme's title.
    pub theme_title: Option<String>,
    /// Its commune.
    pub area_name: Option<String>,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    /// The démarche's name in addresses.
    pub slug: String,
    /// The démarche's title.
    pub initiative_title: String,
    /// Days promised.
    pub answer_delay_days: i64,
    /// Its answer so far: "under study" is not an end.
    pub status: Option<AnswerStatus>,
    /// The day chosen when it was assigned.
    pub due_day: Option<Date>,
    /// Between colleagues.
    pub note: String,
    /// It was given back.
    pub handed_back: bool,
    /// The unit that holds it.
    pub unit_name: Option<String>,
    /// The person who holds it.
    pub assignee: Option<Id<Person>>,
    /// Her name.
    pub assignee_name: Option<String>,
}

impl FromRow for Waiting {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let status: Option<String> = row.get("status")?;
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            title: row.get("title")?,
            text: row.get("text")?,
            channel: row.parse("channel", Channel::parse)?,
            capacity: row.parse("capacity", Capacity::parse)?,
            said_on: row.get("said_on")?,
            created_at: row.get("created_at")?,
            theme: row.get("theme")?,
            theme_title: row.get("theme_title")?,
            area_name: row.get("area_name")?,
            initiative: row.get("initiative")?,
            slug: row.get("slug")?,
            initiative_title: row.get("initiative_title")?,
            answer_delay_days: row.get("answer_delay_days")?,
            status: status.as_deref().and_then(AnswerStatus::parse),
            due_day: row.get("due_day")?,
            note: row.get::<Option<String>>("note")?.unwrap_or_default(),
            handed_back: row.get::<Option<i64>>("done_at")?.is_some(),
            unit_name: row.get("unit_name")?,
            assignee: row.get("assignee")?,
            assignee_name: row.get("assignee_name")?,
        })
    }
}

/// A commune of what waits.
#[derive(Debug, Clone)]
pub struct WaitingIn {
    /// Its INSEE code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How much waits there.
    pub count: i64,
}

impl FromRow for WaitingIn {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { code: row.get("code")?, name: row.get("name")?, count: row.get("n")? })
    }
}

/// What waits for a person or her units, the oldest first; in one commune, or everywhere when its code is empty.
pub(crate) async fn hers(
    src: &impl Reads,
    person: Id<Person>,
    today: Date,
    commune: &str,
    limit: i64,
) -> Result<Vec<Waiting>, StoreError> {
    src.all(&HERS, args![person, today, limit, commune]).await
}

/// How much waits for a person or her units; in one commune, or everywhere when its code is empty.
pub(crate) async fn count_hers(
    src: &impl Reads,
    person: Id<Person>,
    today: Date,
    commune: &str,
) -> Result<i64, StoreError> {
    src.one(&COUNT_HERS, args![person, today, commune]).await
}

/// Where what waits for a person or her units was said about.
pub(crate) async fn communes_of_hers(
    src: &impl Reads,
    person: Id<Person>,
    today: Date,
) -> Result<Vec<WaitingIn>, StoreError> {
    src.all(&COMMUNES_HERS, args![person, today]).await
}

/// What waits in a démarche for someone to hold it; in one commune, or everywhere when its code is empty.
pub(crate) async fn unassigned(
    src: &impl Reads,
    initiative: Id<Initiative>,
    commune: &str,
    limit: i64,
) -> Result<Vec<Waiting>, StoreError> {
    src.all(&UNASSIGNED, args![initiative, limit, commune]).await
}

/// Where what waits for someone to hold it was said about.
pub(crate) async fn communes_of_unassigned(
    src: &impl Reads,
    initiative: Id<Initiative>,
) -> Result<Vec<WaitingIn>, StoreError> {
    src.all(&COMMUNES_UNASSIGNED, args![initiative]).await
}

/// How many contributions of a démarche have waited longer than was promised.
pub(crate) async fn late(src: &impl Reads, initiative: Id<Initiative>, now: Timestamp) -> Result<i64, StoreError> {
    src.one(&LATE, args![initiative, now]).await
}
