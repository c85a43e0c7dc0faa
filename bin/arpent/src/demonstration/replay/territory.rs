//! The territory and its people, recorded on the first day.

use anyhow::{Context as _, Result, anyhow};
use arpent_commons::commands::people::{self, NewArea};
use arpent_commons::domain::people::{Area, MembershipCapacity, OrganisationKind, Power};
use arpent_commons::store::people::{NewMandate, NewMembership};
use arpent_commons::store::places;
use arpent_core::{Grant, Id, Role, Scope};
use arpent_web::settings::{self, Wanted};
use arpent_web::{Caller, identity};

use super::Replay;
use super::keys::Kind;
use crate::demonstration::schema::{Mandate, Membership, Person, RoleHeld};

/// Scope of a role on the whole instance.
const INSTANCE: &str = "instance";

/// A stored code read into its type, or an error naming it.
pub(super) fn code<T>(parse: impl Fn(&str) -> Option<T>, code: &str) -> Result<T> {
    parse(code).ok_or_else(|| anyhow!("unknown code `{code}`"))
}

impl Replay<'_> {
    pub(super) async fn found(&mut self) -> Result<()> {
        let administrator = self.first_administrator().await?;
        self.authority(&administrator).await?;
        self.places(&administrator).await?;
        self.organisations(&administrator).await?;
        for person in &self.story.territory.person {
            self.settle(&administrator, person).await.with_context(|| person.key.clone())?;
        }
        Ok(())
    }

    /// The operator opens the first administrator's account; she does the rest.
    async fn first_administrator(&mut self) -> Result<Caller> {
        let role = Role::Administrator.code();
        let is_first = |person: &&Person| person.roles.iter().any(|held| held.role == role && held.scope == INSTANCE);
        let first = self.story.territory.person.iter().find(is_first).context("nobody administers the instance")?;
        let operator = self.operator();
        self.register(&operator, first).await?;
        for held in &first.roles {
            self.grant(&operator, first, held).await?;
        }
        self.acting(&first.key).await
    }

    async fn register(&mut self, caller: &Caller, person: &Person) -> Result<()> {
        let id = self.allowed(identity::register(caller, &person.name, &person.email).await)?;
        self.keys.put(Kind::Person, "", &person.key, id);
        Ok(())
    }

    async fn authority(&self, administrator: &Caller) -> Result<()> {
        let authority = &self.story.territory.authority;
        let contact = &authority.contact;
        let words = [&contact.name, &contact.address, &contact.phone, &contact.email, &contact.hours];
        let wanted = Wanted {
            name: authority.name.clone(),
            colour: authority.brand_colour.clone(),
            contact: words.map(String::as_str).join("\n"),
        };
        self.allowed(settings::change(self.app, administrator, &wanted).await)
    }

    async fn places(&mut self, administrator: &Caller) -> Result<()> {
        let source = Some(self.t.demonstration_population_source().to_owned());
        let area = |commune: &crate::demonstration::schema::Commune| NewArea {
            kind: "commune",
            code: Some(commune.code.clone()),
            name: commune.name.clone(),
            population: Some(commune.population),
            source: source.clone(),
        };
        let areas: Vec<NewArea> = self.story.communes.iter().map(area).collect();
        self.allowed(people::put_areas(administrator, &areas).await)?;
        for row in places::areas(&self.app.db).await? {
            if let Some(code) = &row.code {
                self.keys.put::<Area>(Kind::Area, "", code, row.id);
            }
        }
        Ok(())
    }

    async fn organisations(&mut self, administrator: &Caller) -> Result<()> {
        for organisation in &self.story.territory.organisation {
            let kind = code(OrganisationKind::parse, &organisation.kind)?;
            let area = organisation.commune.as_deref().map(|commune| self.keys.get(Kind::Area, "", commune));
            let added = people::add_organisation(administrator, kind, &organisation.name, area.transpose()?).await;
            self.keys.put(Kind::Organisation, "", &organisation.key, self.allowed(added)?);
        }
        for unit in &self.story.territory.unit {
            let organisation = self.keys.get(Kind::Organisation, "", &unit.organisation)?;
            let added = self.allowed(people::add_unit(administrator, organisation, &unit.name).await)?;
            self.keys.put(Kind::Unit, "", &unit.key, added);
        }
        Ok(())
    }

    async fn settle(&mut self, administrator: &Caller, person: &Person) -> Result<()> {
        if self.person(&person.key).is_err() {
            self.register(administrator, person).await?;
            for held in person.roles.iter().filter(|held| held.scope == INSTANCE) {
                self.grant(administrator, person, held).await?;
            }
        }
        for membership in &person.memberships {
            self.join(administrator, person, membership).await?;
        }
        for mandate in &person.mandates {
            self.mandate(administrator, person, mandate).await?;
        }
        Ok(())
    }

    /// Gives a role; the account itself is the inhabitant's, so that role is not granted.
    async fn grant(&self, caller: &Caller, person: &Person, held: &RoleHeld) -> Result<()> {
        let role = code(Role::parse, &held.role)?;
        if role == Role::Inhabitant {
            return Ok(());
        }
        let scope = if held.scope == INSTANCE {
            Scope::Instance
        } else {
            Scope::Initiative(self.keys.get::<()>(Kind::Initiative, "", &held.scope)?.uuid())
        };
        let to = held.to.map(|day| self.instant(day));
        let grant = Grant { role, scope, from: self.instant(held.from), to };
        self.allowed(identity::give(caller, self.person(&person.key)?, grant).await)
    }

    /// Roles on one démarche are given once it is prepared.
    pub(super) async fn grant_on(&self, caller: &Caller, initiative: &str) -> Result<()> {
        for person in &self.story.territory.person {
            for held in person.roles.iter().filter(|held| held.scope == initiative) {
                self.grant(caller, person, held).await.with_context(|| person.key.clone())?;
            }
        }
        Ok(())
    }

    async fn join(&self, caller: &Caller, person: &Person, membership: &Membership) -> Result<()> {
        let organisation = membership.organisation.as_deref().map(|key| self.keys.get(Kind::Organisation, "", key));
        let unit = membership.unit.as_deref().map(|key| self.keys.get(Kind::Unit, "", key));
        let new = NewMembership {
            person: self.person(&person.key)?,
            organisation: organisation.transpose()?,
            unit: unit.transpose()?,
            capacity: code(MembershipCapacity::parse, &membership.capacity)?,
            category: membership.category.clone(),
            from: self.day(membership.from),
            to: membership.to.map(|day| self.day(day)),
        };
        self.allowed(people::add_membership(caller, &new).await)
    }

    async fn mandate(&self, caller: &Caller, person: &Person, mandate: &Mandate) -> Result<()> {
        let new = NewMandate {
            person: self.person(&person.key)?,
            organisation: self.keys.get(Kind::Organisation, "", &mandate.organisation)?,
            power: code(Power::parse, &mandate.power)?,
            from: self.day(mandate.from),
            to: Some(self.day(mandate.to)),
            document: None,
        };
        self.allowed(people::add_mandate(caller, &new).await)
    }

    /// The commune of a code.
    pub(super) fn area(&self, code: &str) -> Result<Id<Area>> {
        self.keys.get(Kind::Area, "", code)
    }
}
