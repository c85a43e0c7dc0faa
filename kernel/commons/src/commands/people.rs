//! Areas, organisations, memberships, mandates.

use arpent_core::{Event, Id, Scope};
use arpent_store::StoreError;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;
use uuid::Uuid;

use crate::domain::people::{Area, Organisation, OrganisationKind, Unit};
use crate::domain::text::{self, SHORT};
use crate::permission::TERRITORY_EDIT;
use crate::store::people::{NewMandate, NewMembership};
use crate::store::places::AreaRow;
use crate::store::{people, places};
use crate::texts::Texts;

/// An area to record.
#[derive(Debug, Clone)]
pub struct NewArea {
    /// `commune`, `epci`, `district`, `zone`.
    pub kind: &'static str,
    /// INSEE code.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Municipal population.
    pub population: Option<i64>,
    /// Where the population comes from.
    pub source: Option<String>,
}

/// Records areas, or refreshes those whose code is known.
///
/// # Errors
/// Not allowed.
pub async fn put_areas(caller: &Caller, areas: &[NewArea]) -> Result<(), Refusal> {
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    for area in areas {
        let row = AreaRow {
            id: caller.id(),
            kind: area.kind.to_owned(),
            code: area.code.clone(),
            name: area.name.clone(),
            population: area.population,
            source: area.source.clone(),
        };
        places::put(&tx, &row).await?;
    }
    let event = Event::new::<Area>("territory.changed", "area", Id::from_uuid(Uuid::nil()));
    tx.commit(event.with("areas", areas.len())).await?;
    Ok(())
}

/// Records an organisation.
///
/// # Errors
/// Not allowed; a name missing or already taken.
pub async fn add_organisation(
    caller: &Caller,
    kind: OrganisationKind,
    name: &str,
    area: Option<Id<Area>>,
) -> Result<Id<Organisation>, Refusal> {
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    let name = field(text::required(name, "name", SHORT))?;
    let id = caller.id();
    taken(people::add_organisation(&tx, id, kind, &name, area.map(Id::uuid)).await)?;
    tx.commit(Event::new("organisation.added", "organisation", id)).await?;
    Ok(id)
}

/// Records a unit (*service*) of an organisation.
///
/// # Errors
/// Not allowed; a name missing or already taken.
pub async fn add_unit(caller: &Caller, organisation: Id<Organisation>, name: &str) -> Result<Id<Unit>, Refusal> {
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    let name = field(text::required(name, "name", SHORT))?;
    let id = caller.id();
    taken(people::add_unit(&tx, id, organisation, &name).await)?;
    tx.commit(Event::new("unit.added", "unit", id)).await?;
    Ok(id)
}

/// Records in which capacity a person takes part.
///
/// # Errors
/// Not allowed, or a period that ends before it begins.
pub async fn add_membership(caller: &Caller, membership: &NewMembership) -> Result<(), Refusal> {
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    in_order(membership.from, membership.to)?;
    people::add_membership(&tx, caller.id::<NewMembership>().uuid(), membership).await?;
    tx.commit(Event::new("membership.added", "person", membership.person)).await?;
    Ok(())
}

/// Records what a person may do for an organisation.
///
/// # Errors
/// Not allowed, or a period that ends before it begins.
pub async fn add_mandate(caller: &Caller, mandate: &NewMandate) -> Result<(), Refusal> {
    let tx = caller.begin(TERRITORY_EDIT, Scope::Instance).await?;
    in_order(mandate.from, mandate.to)?;
    people::add_mandate(&tx, caller.id::<NewMandate>().uuid(), mandate).await?;
    let event = Event::new("mandate.added", "person", mandate.person);
    tx.commit(event.with("power", mandate.power.code()).with("organisation", mandate.organisation)).await?;
    Ok(())
}

fn in_order(from: Date, to: Option<Date>) -> Result<(), Refusal> {
    if to.is_some_and(|to| to < from) {
        return Err(Refusal::field("to", "order", |l| Texts::new(l).period_problem().into()));
    }
    Ok(())
}

fn field<T>(parsed: Result<T, FieldProblem>) -> Result<T, Refusal> {
    parsed.map_err(|problem| Refusal::Invalid(vec![problem]))
}

fn taken(written: Result<(), StoreError>) -> Result<(), Refusal> {
    written.map_err(|error| match error {
        StoreError::Duplicate { .. } => Refusal::field("name", "taken", |l| Texts::new(l).name_taken().into()),
        other => other.into(),
    })
}
