//! Who may do what: roles granted on a scope for a period, refused unless something allows.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::Id;

/// A thing that can be allowed, named `record.verb`. Declared in manifests with the roles that have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Permission(pub &'static str);

/// What a person is here for. One person may hold several, each for a period and on a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// *Habitant·e*: everyone with an account.
    Inhabitant,
    /// *Agent·e* of a service.
    Agent,
    /// *Ambassadeur, ambassadrice*: an agent trained to transform services with users.
    Ambassador,
    /// *Facilitateur, facilitatrice*: runs démarches.
    Facilitator,
    /// *Responsable de service*.
    Manager,
    /// *Élu·e*.
    ElectedOfficial,
    /// *Représentant·e du personnel*.
    UnionRepresentative,
    /// *Délégué·e d'un partenaire*.
    PartnerDelegate,
    /// *Administrateur, administratrice* of the instance.
    Administrator,
    /// *Délégué·e à la protection des données* (RGPD art. 37 to 39).
    Dpo,
}

impl Role {
    /// Every role, in the order pages list them.
    pub const ALL: [Self; 10] = [
        Self::Inhabitant,
        Self::Agent,
        Self::Ambassador,
        Self::Facilitator,
        Self::Manager,
        Self::ElectedOfficial,
        Self::UnionRepresentative,
        Self::PartnerDelegate,
        Self::Administrator,
        Self::Dpo,
    ];

    /// Stable code, stored and used as a text key.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Inhabitant => "inhabitant",
            Self::Agent => "agent",
            Self::Ambassador => "ambassador",
            Self::Facilitator => "facilitator",
            Self::Manager => "manager",
            Self::ElectedOfficial => "elected_official",
            Self::UnionRepresentative => "union_representative",
            Self::PartnerDelegate => "partner_delegate",
            Self::Administrator => "administrator",
            Self::Dpo => "dpo",
        }
    }

    /// Reads a stored code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Where a grant holds, or where an action takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole instance.
    Instance,
    /// One démarche.
    Initiative(Uuid),
    /// One organisation.
    Organisation(Uuid),
    /// Asked of a route before its record is known: a grant anywhere is enough to look further.
    Anywhere,
}

/// A role held on a scope from one instant to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
    /// First instant.
    pub from: Timestamp,
    /// First instant at which it no longer holds; `None` has no end.
    pub to: Option<Timestamp>,
}

impl Grant {
    fn holds(&self, scope: Scope, at: Timestamp) -> bool {
        let in_period = self.from <= at && self.to.is_none_or(|to| at < to);
        let in_scope = self.scope == Scope::Instance || scope == Scope::Anywhere || self.scope == scope;
        in_period && in_scope
    }
}

/// Who acts. Nobody signed in is an actor too: the public.
#[derive(Debug, Clone, Default)]
pub struct Actor {
    /// The person behind the account, when signed in.
    pub person: Option<Id<Person>>,
    /// The roles she holds.
    pub grants: Vec<Grant>,
}

/// Marker of a person's id; the record itself lives in the kernel's identity tables.
#[derive(Debug)]
pub struct Person;

impl Actor {
    /// Nobody signed in.
    pub fn public() -> Self {
        Self::default()
    }

    /// She is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.person.is_some()
    }

    /// Holds `role` on `scope` at `at`.
    pub fn holds(&self, role: Role, scope: Scope, at: Timestamp) -> bool {
        (role == Role::Inhabitant && self.is_signed_in())
            || self.grants.iter().any(|grant| grant.role == role && grant.holds(scope, at))
    }
}

/// Which roles have which permission: composed once from the manifests.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    rules: Vec<(Permission, &'static [Role])>,
}

impl Policy {
    /// Composes the declarations of every room.
    pub fn new(declared: impl IntoIterator<Item = (Permission, &'static [Role])>) -> Self {
        Self { rules: declared.into_iter().collect() }
    }

    /// The one function that answers. Unknown permissions are refused.
    pub fn allows(&self, actor: &Actor, permission: Permission, scope: Scope, at: Timestamp) -> bool {
        self.rules
            .iter()
            .filter(|(declared, _)| *declared == permission)
            .any(|(_, roles)| roles.iter().any(|role| actor.holds(*role, scope, at)))
    }

    /// The roles that have a permission, for the pages and the documentation.
    pub fn roles(&self, permission: Permission) -> Vec<Role> {
        let mut roles: Vec<Role> =
            self.rules.iter().filter(|(p, _)| *p == permission).flat_map(|(_, roles)| roles.iter().copied()).collect();
        roles.sort_unstable();
        roles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDIT: Permission = Permission("theme.edit");
    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn policy() -> Policy {
        Policy::new([(EDIT, &[Role::Facilitator][..])])
    }

    fn facilitator(scope: Scope, to: Option<Timestamp>) -> Actor {
        let grant = Grant { role: Role::Facilitator, scope, from: NOW, to };
        Actor { person: Some(Id::from_uuid(Uuid::from_u128(1))), grants: vec![grant] }
    }

    #[test]
    fn refuses_what_nothing_allows() {
        assert!(!policy().allows(&Actor::public(), EDIT, Scope::Instance, NOW));
        assert!(!policy().allows(&facilitator(Scope::Instance, None), Permission("other"), Scope::Instance, NOW));
    }

    #[test]
    fn a_grant_on_one_initiative_does_not_reach_another() {
        let actor = facilitator(Scope::Initiative(Uuid::from_u128(7)), None);
        assert!(policy().allows(&actor, EDIT, Scope::Initiative(Uuid::from_u128(7)), NOW));
        assert!(!policy().allows(&actor, EDIT, Scope::Initiative(Uuid::from_u128(8)), NOW));
        assert!(!policy().allows(&actor, EDIT, Scope::Instance, NOW));
    }

    #[test]
    fn a_grant_ends_when_its_period_ends() {
        let actor = facilitator(Scope::Instance, Some(NOW));
        assert!(!policy().allows(&actor, EDIT, Scope::Instance, NOW));
    }
}
