//! Who asks for a command, with what a command needs: the database, the policy, time and chance.

use std::sync::Arc;

use arpent_core::permission::{Person, Policy};
use arpent_core::{Actor, Chance, Clock, Id, Permission, Role, Scope};
use arpent_store::{Author, Db, Tx};
use arpent_texts::Lang;
use jiff::{Timestamp, civil::Date};

use crate::refusal::Refusal;

/// The caller of a command: a page, the API, the command line, an import or the demonstration.
#[derive(Clone)]
pub struct Caller {
    /// The database.
    pub db: Db,
    /// Which roles may do what.
    pub policy: Arc<Policy>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub chance: Arc<dyn Chance>,
    /// Who acts.
    pub actor: Actor,
    /// In which language she is answered.
    pub lang: Lang,
    /// Public address of the site, for links in letters.
    pub base_url: Arc<str>,
}

impl std::fmt::Debug for Caller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Caller").field("actor", &self.actor).finish_non_exhaustive()
    }
}

impl Caller {
    /// Now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today, where the authority is.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// An absolute address, for letters and printed slips.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// A new id.
    pub fn id<T: ?Sized>(&self) -> Id<T> {
        Id::new(self.now(), &*self.chance)
    }

    /// The person signed in, or a refusal that leads to signing in.
    ///
    /// # Errors
    /// [`Refusal::SignIn`].
    pub fn person(&self) -> Result<Id<Person>, Refusal> {
        self.actor.person.ok_or(Refusal::SignIn)
    }

    /// May do this there, now.
    pub fn may(&self, permission: Permission, scope: Scope) -> bool {
        self.policy.allows(&self.actor, permission, scope, self.now())
    }

    /// Refuses unless allowed.
    ///
    /// # Errors
    /// [`Refusal::SignIn`] for the public, [`Refusal::Forbidden`] for others, naming the roles that may.
    pub fn require(&self, permission: Permission, scope: Scope) -> Result<(), Refusal> {
        if self.may(permission, scope) {
            Ok(())
        } else if self.actor.is_signed_in() {
            Err(Refusal::Forbidden { roles: self.policy.roles(permission) })
        } else {
            Err(Refusal::SignIn)
        }
    }

    /// Checks the permission and opens the write that it allows: no command writes without it.
    ///
    /// # Errors
    /// As for [`Caller::require`], or the database does not answer.
    pub async fn begin(&self, permission: Permission, scope: Scope) -> Result<Tx, Refusal> {
        self.require(permission, scope)?;
        let now = self.now();
        let roles = self.policy.roles(permission);
        let held = roles.into_iter().filter(|role| self.actor.holds(*role, scope, now));
        // The most specific role explains the act best: "facilitator" rather than "inhabitant".
        let role = held.max_by_key(|role| u8::from(*role != Role::Inhabitant)).map_or("system", Role::code);
        self.begin_as(role).await
    }

    /// Opens a write that everyone may do: contributing, asking for a login link.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn begin_public(&self) -> Result<Tx, Refusal> {
        self.begin_as(if self.actor.is_signed_in() { "inhabitant" } else { "public" }).await
    }

    async fn begin_as(&self, role: &'static str) -> Result<Tx, Refusal> {
        Ok(self.db.begin(Author { person: self.actor.person, role, at: self.now() }).await?)
    }

    /// The same surroundings, for someone else: the machine running a job, the demonstration replaying a day.
    #[must_use]
    pub fn acting(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }
}

/// The machine itself, or the operator at the command line: allowed everything an administrator is, and noted as such.
pub fn operator() -> Actor {
    let grants = Role::ALL
        .into_iter()
        .map(|role| arpent_core::Grant { role, scope: Scope::Instance, from: Timestamp::MIN, to: None })
        .collect();
    Actor { person: None, grants }
}
