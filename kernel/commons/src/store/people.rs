//! Organisations, units, memberships and mandates.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;
use uuid::Uuid;

use crate::domain::people::{MembershipCapacity, Organisation, OrganisationKind, Power, Unit};

statements! {
    ADD_ORGANISATION = "INSERT INTO organisation (id, kind, name, area) VALUES ($1, $2, $3, $4)";
    ORGANISATIONS = "SELECT id, kind, name FROM organisation ORDER BY name";
    OF_INITIATIVE = "SELECT o.id, o.kind, o.name, i.part FROM organisation o
                     JOIN initiative_organisation i ON i.organisation = o.id WHERE i.initiative = $1 ORDER BY o.name";
    ATTACH = "INSERT INTO initiative_organisation (initiative, organisation, part) VALUES ($1, $2, $3)
              ON CONFLICT (initiative, organisation) DO UPDATE SET part = excluded.part";
    ADD_UNIT = "INSERT INTO unit (id, organisation, name) VALUES ($1, $2, $3)";
    UNITS = "SELECT u.id, u.name, u.organisation, o.name AS organisation_name FROM unit u
             JOIN organisation o ON o.id = u.organisation ORDER BY u.name, o.name";
    UNITS_OF = "SELECT DISTINCT unit AS value FROM membership
                WHERE person = $1 AND unit IS NOT NULL AND from_day <= $2 AND (to_day >= $2 OR to_day IS NULL)";
    MEMBERS_OF_UNIT = "SELECT DISTINCT p.id, p.name FROM membership m JOIN person p ON p.id = m.person
                WHERE m.unit = $1 AND m.from_day <= $2 AND (m.to_day >= $2 OR m.to_day IS NULL) ORDER BY p.name";
    ADD_MEMBERSHIP = "INSERT INTO membership (id, person, organisation, unit, capacity, category, from_day, to_day)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_MANDATE = "INSERT INTO mandate (id, person, organisation, power, from_day, to_day, document)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
    MANDATE_ON = "SELECT COUNT(*) AS value FROM mandate WHERE person = $1 AND organisation = $2 AND power = $3
                  AND from_day <= $4 AND (to_day >= $4 OR to_day IS NULL)";
    MANDATES_OF = "SELECT m.organisation, o.name, m.power, m.from_day, m.to_day FROM mandate m
                   JOIN organisation o ON o.id = m.organisation
                   WHERE m.person = $1 AND m.from_day <= $2 AND (m.to_day >= $2 OR m.to_day IS NULL) ORDER BY o.name, m.power";
    MEMBERSHIPS_OF = "SELECT m.capacity, m.category, m.from_day, m.to_day, o.name AS organisation, u.name AS unit
                      FROM membership m LEFT JOIN organisation o ON o.id = m.organisation
                      LEFT JOIN unit u ON u.id = m.unit WHERE m.person = $1 ORDER BY m.from_day";
    ERASE_MEMBERSHIPS = "DELETE FROM membership WHERE person = $1";
}

/// An organisation.
#[derive(Debug, Clone)]
pub struct OrganisationRow {
    /// Its id.
    pub id: Id<Organisation>,
    /// What kind of body it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
}

impl FromRow for OrganisationRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, kind: row.parse("kind", OrganisationKind::parse)?, name: row.get("name")? })
    }
}

/// An organisation with its part in a démarche.
#[derive(Debug, Clone)]
pub struct Partner {
    /// The organisation.
    pub organisation: OrganisationRow,
    /// What it does there, in words.
    pub part: String,
}

impl FromRow for Partner {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { organisation: OrganisationRow::from_row(row)?, part: row.get("part")? })
    }
}

/// A unit (*service*) with its organisation.
#[derive(Debug, Clone)]
pub struct UnitRow {
    /// Its id.
    pub id: Id<Unit>,
    /// Its name.
    pub name: String,
    /// Its organisation.
    pub organisation: Id<Organisation>,
    /// Its organisation's name.
    pub organisation_name: String,
}

impl FromRow for UnitRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            organisation: row.get("organisation")?,
            organisation_name: row.get("organisation_name")?,
        })
    }
}

/// A mandate held.
#[derive(Debug, Clone)]
pub struct MandateRow {
    /// For which organisation.
    pub organisation: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// To do what.
    pub power: Power,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

impl FromRow for MandateRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            organisation: row.get("organisation")?,
            name: row.get("name")?,
            power: row.parse("power", Power::parse)?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
        })
    }
}

/// A membership as its holder reads it.
#[derive(Debug, Clone)]
pub struct MembershipRow {
    /// In which capacity.
    pub capacity: MembershipCapacity,
    /// A, B or C for an agent.
    pub category: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

impl FromRow for MembershipRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            capacity: row.parse("capacity", MembershipCapacity::parse)?,
            category: row.get("category")?,
            organisation: row.get("organisation")?,
            unit: row.get("unit")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
        })
    }
}

/// A person with her name.
#[derive(Debug, Clone)]
pub struct Named {
    /// The person.
    pub id: Id<Person>,
    /// Her name.
    pub name: String,
}

impl FromRow for Named {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { id: row.get("id")?, name: row.get("name")? })
    }
}

/// A membership to record.
#[derive(Debug, Clone)]
pub struct NewMembership {
    /// Who.
    pub person: Id<Person>,
    /// Where.
    pub organisation: Option<Id<Organisation>>,
    /// In which unit.
    pub unit: Option<Id<Unit>>,
    /// In which capacity.
    pub capacity: MembershipCapacity,
    /// A, B or C for an agent.
    pub category: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
}

/// A mandate to record.
#[derive(Debug, Clone)]
pub struct NewMandate {
    /// Who.
    pub person: Id<Person>,
    /// For which organisation.
    pub organisation: Id<Organisation>,
    /// To do what.
    pub power: Power,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// The deliberation or letter that gives it.
    pub document: Option<String>,
}

pub(crate) async fn add_organisation(
    tx: &Tx,
    id: Id<Organisation>,
    kind: OrganisationKind,
    name: &str,
    area: Option<Uuid>,
) -> Result<(), StoreError> {
    tx.run(&ADD_ORGANISATION, args![id, kind.code(), name, area]).await.map(drop)
}

pub(crate) async fn attach<T>(tx: &Tx, initiative: Id<T>, o: Id<Organisation>, part: &str) -> Result<(), StoreError> {
    tx.run(&ATTACH, args![initiative, o, part]).await.map(drop)
}

pub(crate) async fn add_unit(tx: &Tx, id: Id<Unit>, o: Id<Organisation>, name: &str) -> Result<(), StoreError> {
    tx.run(&ADD_UNIT, args![id, o, name]).await.map(drop)
}

pub(crate) async fn add_membership(tx: &Tx, id: Uuid, m: &NewMembership) -> Result<(), StoreError> {
    let row = args![id, m.person, m.organisation, m.unit, m.capacity.code(), m.category.clone(), m.from, m.to];
    tx.run(&ADD_MEMBERSHIP, row).await.map(drop)
}

pub(crate) async fn add_mandate(tx: &Tx, id: Uuid, m: &NewMandate) -> Result<(), StoreError> {
    let row = args![id, m.person, m.organisation, m.power.code(), m.from, m.to, m.document.clone()];
    tx.run(&ADD_MANDATE, row).await.map(drop)
}

/// Memberships go with the person; mandates stay as the proof of what was signed.
pub(crate) async fn erase(tx: &Tx, person: Id<Person>) -> Result<u64, StoreError> {
    tx.run(&ERASE_MEMBERSHIPS, args![person]).await
}

/// Every organisation, by name.
///
/// # Errors
/// The database does not answer.
pub async fn organisations(src: &impl Reads) -> Result<Vec<OrganisationRow>, StoreError> {
    src.all(&ORGANISATIONS, args![]).await
}

/// The organisations of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn partners<T>(src: &impl Reads, initiative: Id<T>) -> Result<Vec<Partner>, StoreError> {
    src.all(&OF_INITIATIVE, args![initiative]).await
}

/// Every unit, by name.
///
/// # Errors
/// The database does not answer.
pub async fn units(src: &impl Reads) -> Result<Vec<UnitRow>, StoreError> {
    src.all(&UNITS, args![]).await
}

/// The units a person works in on a day.
///
/// # Errors
/// The database does not answer.
pub async fn units_of(src: &impl Reads, person: Id<Person>, day: Date) -> Result<Vec<Id<Unit>>, StoreError> {
    src.all(&UNITS_OF, args![person, day]).await
}

/// The people who work in a unit on a day.
///
/// # Errors
/// The database does not answer.
pub async fn members_of(src: &impl Reads, unit: Id<Unit>, day: Date) -> Result<Vec<Named>, StoreError> {
    src.all(&MEMBERS_OF_UNIT, args![unit, day]).await
}

/// Whether a person could do this for an organisation on that day. Signing or deciding outside it is refused.
///
/// # Errors
/// The database does not answer.
pub async fn mandate_on(
    src: &impl Reads,
    person: Id<Person>,
    organisation: Id<Organisation>,
    power: Power,
    day: Date,
) -> Result<bool, StoreError> {
    Ok(src.one::<i64>(&MANDATE_ON, args![person, organisation, power.code(), day]).await? > 0)
}

/// What a person may do, and for whom, on a day.
///
/// # Errors
/// The database does not answer.
pub async fn mandates_of(src: &impl Reads, person: Id<Person>, day: Date) -> Result<Vec<MandateRow>, StoreError> {
    src.all(&MANDATES_OF, args![person, day]).await
}

/// Every membership a person had or has.
///
/// # Errors
/// The database does not answer.
pub async fn memberships_of(src: &impl Reads, person: Id<Person>) -> Result<Vec<MembershipRow>, StoreError> {
    src.all(&MEMBERSHIPS_OF, args![person]).await
}
