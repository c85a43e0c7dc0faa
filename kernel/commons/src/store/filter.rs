//! Lists of contributions, filtered and ordered, in one statement each.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Value, args, statements};

use crate::domain::contribution::{AnswerStatus, Channel, Contribution};
use crate::domain::initiative::{Initiative, Theme};
use crate::domain::people::{Area, Capacity};

macro_rules! listed {
    () => {
        "SELECT c.id, c.initiative, c.number, c.title, c.text, c.channel, c.capacity, c.person, c.organisation, c.area,
         c.place, c.latitude, c.longitude, c.photo, c.photo_alt, c.keyed_by, c.state, c.merged_into, c.theme, c.said_on,
         c.created_at, c.version, a.name AS area_name, t.title AS theme_title, o.name AS organisation_name, w.status"
    };
}
pub(super) use listed;

macro_rules! joined {
    () => {
        " FROM contribution c LEFT JOIN area a ON a.id = c.area LEFT JOIN theme t ON t.id = c.theme
         LEFT JOIN organisation o ON o.id = c.organisation
         LEFT JOIN answer w ON w.contribution = c.id AND w.current = 1"
    };
}
pub(super) use joined;

// The typed use of each parameter comes first: PostgreSQL takes its type from there.
macro_rules! filtered {
    () => {
        " WHERE c.initiative = $1 AND (c.state = 'published' OR $2 = 1) AND (c.merged_into IS NULL OR $2 = 1)
         AND (c.theme = $3 OR $3 IS NULL) AND (c.area = $4 OR $4 IS NULL) AND (c.channel = $5 OR $5 IS NULL)
         AND (c.capacity = $6 OR $6 IS NULL) AND (w.status = $7 OR $7 IS NULL)
         AND ($8 = 0 OR w.status IS NULL OR w.status = 'under_study') AND ($9 = 0 OR c.theme IS NULL)
         AND (c.id IN (SELECT record FROM search_doc WHERE tokens LIKE $10 AND tokens LIKE $11 AND tokens LIKE $12)
              OR $10 IS NULL)"
    };
}

// What most readers ask for: everything public, in an order the index already has.
macro_rules! public {
    () => {
        " WHERE c.initiative = $1 AND c.state = 'published' AND c.merged_into IS NULL"
    };
}

statements! {
    PUBLIC_LATEST = concat!(listed!(), joined!(), public!(), " ORDER BY c.created_at DESC, c.number DESC LIMIT $2 OFFSET $3");
    PUBLIC_OLDEST = concat!(listed!(), joined!(), public!(), " ORDER BY c.created_at, c.number LIMIT $2 OFFSET $3");
    PUBLIC_COUNT = concat!("SELECT COUNT(*) AS value FROM contribution c", public!());
    LATEST = concat!(listed!(), joined!(), filtered!(), " ORDER BY c.created_at DESC, c.number DESC LIMIT $13 OFFSET $14");
    OLDEST = concat!(listed!(), joined!(), filtered!(), " ORDER BY c.created_at, c.number LIMIT $13 OFFSET $14");
    NUMBER = concat!(listed!(), joined!(), filtered!(), " ORDER BY c.number LIMIT $13 OFFSET $14");
    COUNT = concat!("SELECT COUNT(*) AS value", joined!(), filtered!());
}

/// In which order a list comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The latest first.
    #[default]
    Latest,
    /// The oldest first.
    Oldest,
    /// By number.
    Number,
}

/// What to list.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Of which démarche.
    pub initiative: Id<Initiative>,
    /// Of one theme.
    pub theme: Option<Id<Theme>>,
    /// Without a theme.
    pub no_theme: bool,
    /// Of one commune or district.
    pub area: Option<Id<Area>>,
    /// With this answer.
    pub status: Option<AnswerStatus>,
    /// Without a final answer.
    pub unanswered: bool,
    /// Come this way.
    pub channel: Option<Channel>,
    /// Said in this capacity.
    pub capacity: Option<Capacity>,
    /// Hidden and merged ones too.
    pub hidden: bool,
    /// Holding these words.
    pub text: Option<String>,
    /// In this order.
    pub order: Order,
    /// At most.
    pub limit: i64,
    /// After so many.
    pub offset: i64,
}

impl Filter {
    /// Everything public of a démarche, twenty at a time, the latest first.
    pub const fn of(initiative: Id<Initiative>) -> Self {
        Self {
            initiative,
            theme: None,
            no_theme: false,
            area: None,
            status: None,
            unanswered: false,
            channel: None,
            capacity: None,
            hidden: false,
            text: None,
            order: Order::Latest,
            limit: 20,
            offset: 0,
        }
    }

    /// Everything public, unfiltered.
    const fn is_public(&self) -> bool {
        let narrowed = self.theme.is_some()
            || self.no_theme
            || self.area.is_some()
            || self.status.is_some()
            || self.unanswered
            || self.channel.is_some()
            || self.capacity.is_some()
            || self.text.is_some();
        !narrowed && !self.hidden
    }

    fn args(&self) -> Vec<Value> {
        let [first, second, third] = self.text.as_deref().map(patterns).unwrap_or_default();
        args![
            self.initiative,
            self.hidden,
            self.theme,
            self.area,
            self.channel.map(|c| c.code().to_owned()),
            self.capacity.map(|c| c.code().to_owned()),
            self.status.map(|s| s.code().to_owned()),
            self.unanswered,
            self.no_theme,
            first,
            second,
            third
        ]
    }
}

/// The stems of the first three words, in any order; a missing one finds everything.
fn patterns(typed: &str) -> [Option<String>; 3] {
    let stems = arpent_store::search::stems(typed);
    if stems.is_empty() {
        return [None, None, None];
    }
    let pattern = |i: usize| Some(stems.get(i).map_or_else(|| "%".to_owned(), |stem| format!("%{stem}%")));
    [pattern(0), pattern(1), pattern(2)]
}

/// A contribution with the names a list shows.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The contribution.
    pub contribution: Contribution,
    /// Its commune or district.
    pub area_name: Option<String>,
    /// Its theme.
    pub theme_title: Option<String>,
    /// Whose name it was said in.
    pub organisation_name: Option<String>,
    /// Its answer as it stands.
    pub status: Option<AnswerStatus>,
}

impl FromRow for Listed {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let status: Option<String> = row.get("status")?;
        Ok(Self {
            contribution: Contribution::from_row(row)?,
            area_name: row.get("area_name")?,
            theme_title: row.get("theme_title")?,
            organisation_name: row.get("organisation_name")?,
            status: status.as_deref().and_then(AnswerStatus::parse),
        })
    }
}

/// One page of a list.
///
/// # Errors
/// The database does not answer.
pub async fn list(src: &impl Reads, filter: &Filter) -> Result<Vec<Listed>, StoreError> {
    let public = match filter.order {
        Order::Latest => Some(&PUBLIC_LATEST),
        Order::Oldest => Some(&PUBLIC_OLDEST),
        Order::Number => None,
    };
    if let Some(statement) = public.filter(|_| filter.is_public()) {
        return src.all(statement, args![filter.initiative, filter.limit, filter.offset]).await;
    }
    let statement = match filter.order {
        Order::Latest => &LATEST,
        Order::Oldest => &OLDEST,
        Order::Number => &NUMBER,
    };
    let mut args = filter.args();
    args.extend(args![filter.limit, filter.offset]);
    src.all(statement, args).await
}

/// How many a filter finds.
///
/// # Errors
/// The database does not answer.
pub async fn count(src: &impl Reads, filter: &Filter) -> Result<i64, StoreError> {
    if filter.is_public() {
        return src.one(&PUBLIC_COUNT, args![filter.initiative]).await;
    }
    src.one(&COUNT, filter.args()).await
}
