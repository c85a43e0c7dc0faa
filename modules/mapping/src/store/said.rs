//! What people drew with what they say.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_documents::shapes::Shape;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use crate::domain::view::{View, steps};

/// Contributions drawn on a map and said under it.
pub const MOST: usize = 60;

statements! {
    ADD = "INSERT INTO mapping_said (contribution, initiative, geometry, x, y) VALUES ($1, $2, $3, $4, $5)";
    OF = "SELECT geometry FROM mapping_said WHERE contribution = $1";
    OF_PERSON = "SELECT s.contribution, s.geometry FROM mapping_said s JOIN contribution c ON c.id = s.contribution
                 WHERE c.person = $1 ORDER BY s.contribution";
    SEEN = "SELECT s.contribution, c.title, c.number, s.geometry, s.x, s.y FROM mapping_said s
            JOIN contribution c ON c.id = s.contribution
            WHERE s.initiative = $1 AND s.x BETWEEN $2 AND $4 AND s.y BETWEEN $3 AND $5
            AND c.state = 'published' AND c.merged_into IS NULL
            ORDER BY c.created_at DESC, c.number DESC LIMIT $6";
}

/// A contribution with what was drawn.
#[derive(Debug, Clone)]
pub struct Said {
    /// Its id.
    pub contribution: Id<Contribution>,
    /// Its title.
    pub title: String,
    /// Its number in the démarche.
    pub number: i64,
    /// What was drawn.
    pub shape: Shape,
    /// Where its sign is, in steps.
    pub x: i64,
    /// From the north.
    pub y: i64,
}

impl FromRow for Said {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            contribution: row.get("contribution")?,
            title: row.get("title")?,
            number: row.get("number")?,
            shape: row.parse("geometry", Shape::from_geojson)?,
            x: row.get("x")?,
            y: row.get("y")?,
        })
    }
}

struct Drawn(Shape);

impl FromRow for Drawn {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.parse("geometry", Shape::from_geojson)?))
    }
}

struct Own(Id<Contribution>, Shape);

impl FromRow for Own {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("contribution")?, row.parse("geometry", Shape::from_geojson)?))
    }
}

pub(crate) async fn add(
    tx: &Tx,
    (initiative, contribution): (Id<Initiative>, Id<Contribution>),
    shape: &Shape,
) -> Result<(), StoreError> {
    let (x, y) = steps(shape.anchor());
    tx.run(&ADD, args![contribution, initiative, shape.to_geojson(), x, y]).await.map(drop)
}

/// What was drawn with a contribution.
///
/// # Errors
/// The database does not answer.
pub async fn of(src: &impl Reads, contribution: Id<Contribution>) -> Result<Option<Shape>, StoreError> {
    let drawn: Option<Drawn> = src.maybe(&OF, args![contribution]).await?;
    Ok(drawn.map(|drawn| drawn.0))
}

/// What someone drew with what she said.
///
/// # Errors
/// The database does not answer.
pub async fn of_person(src: &impl Reads, person: Id<Person>) -> Result<Vec<(Id<Contribution>, Shape)>, StoreError> {
    let own: Vec<Own> = src.all(&OF_PERSON, args![person]).await?;
    Ok(own.into_iter().map(|own| (own.0, own.1)).collect())
}

/// What was said of places of a window, the latest first; one more than [`MOST`] when there are more.
///
/// # Errors
/// The database does not answer.
pub async fn seen(src: &impl Reads, initiative: Id<Initiative>, view: &View) -> Result<Vec<Said>, StoreError> {
    let [west, north, east, south] = view.bounds();
    let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    src.all(&SEEN, args![initiative, west, north, east, south, most]).await
}
