//! Organisations, capacities and mandates.

use crate::codes;

/// Marker of an organisation's id.
#[derive(Debug)]
pub struct Organisation;

/// Marker of a unit's id (*service*).
#[derive(Debug)]
pub struct Unit;

/// Marker of an area's id (*territoire*).
#[derive(Debug)]
pub struct Area;

codes! {
    /// What kind of body an organisation is.
    OrganisationKind {
        /// *Commune*.
        Commune = "commune",
        /// *Établissement public de coopération intercommunale*.
        Epci = "epci",
        /// *Département*.
        Departement = "departement",
        /// *Région*.
        Region = "region",
        /// The State.
        State = "state",
        /// Social security body: CAF, CPAM…
        SocialSecurity = "social_security",
        /// Public operator.
        Operator = "operator",
        /// Chamber (*consulaire*).
        Chamber = "chamber",
        /// Association (loi de 1901).
        Association = "association",
        /// Trade union.
        Union = "union",
        /// Firm.
        Firm = "firm",
        /// Users' collective.
        UsersCollective = "users_collective",
    }
}

codes! {
    /// In which capacity someone speaks: the colleges that results are shown by, none able to drown another.
    Capacity {
        /// *Habitante, habitant*.
        Inhabitant = "inhabitant",
        /// *Usagère, usager* of a service.
        User = "user",
        /// For an association.
        Association = "association",
        /// *Agente, agent*.
        Agent = "agent",
        /// For a union.
        Union = "union",
        /// *Élue, élu*.
        Elected = "elected",
    }
}

codes! {
    /// In which capacity a person belongs somewhere (*rattachement*).
    MembershipCapacity {
        /// User of a service.
        User = "user",
        /// Agent.
        Agent = "agent",
        /// Elected official.
        Elected = "elected",
        /// Staff representative.
        UnionRepresentative = "union_representative",
        /// Delegate of a partner.
        Delegate = "delegate",
        /// Facilitator.
        Facilitator = "facilitator",
        /// Member of an association.
        Association = "association",
    }
}

codes! {
    /// What a mandate allows its holder to do for an organisation.
    Power {
        /// Attend.
        Observe = "observe",
        /// Speak in its name.
        Speak = "speak",
        /// Take commitments.
        Commit = "commit",
        /// Sign.
        Sign = "sign",
        /// Decide.
        Decide = "decide",
    }
}
