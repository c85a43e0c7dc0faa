//! `territory.toml` and `communes.csv`.

use serde::Deserialize;

use super::Offset;

/// A line of `communes.csv`.
#[derive(Debug)]
pub struct Commune {
    /// INSEE code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Municipal population.
    pub population: i64,
}

/// `territory.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// Who carries the instance.
    pub authority: Authority,
    /// Organisations.
    pub organisation: Vec<Organisation>,
    /// Their units.
    pub unit: Vec<Unit>,
    /// People, all with an account.
    pub person: Vec<Person>,
    /// Cards of the page one enters by.
    pub demonstration_page: Vec<Card>,
}

/// `[authority]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Key of its organisation.
    pub key: String,
    /// Name shown.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Language.
    pub language: String,
    /// `#RRGGBB`.
    pub brand_colour: String,
    /// File of the communes.
    pub communes_file: String,
    /// What is invented, said on the demonstration's page.
    pub notice: String,
    /// Title of the general promise.
    pub promise_title: String,
    /// Its sentences.
    pub promise: Vec<String>,
    /// Days before an answer, unless a démarche says otherwise.
    pub default_answer_delay_days: i64,
    /// Who answers questions.
    pub contact: AuthorityContact,
}

/// `[authority.contact]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityContact {
    /// Service.
    pub name: String,
    /// Where.
    pub address: String,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// When.
    pub hours: String,
}

/// `[[organisation]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Kind, as the product's code.
    pub kind: String,
    /// INSEE code of its commune.
    pub commune: Option<String>,
}

/// `[[unit]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Key of its organisation.
    pub organisation: String,
    /// Who heads it.
    pub head: Option<String>,
}

/// `[[person]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// INSEE code of her home.
    pub commune: String,
    /// Who she is, in a sentence.
    pub about: String,
    /// Roles.
    pub roles: Vec<RoleHeld>,
    /// In which capacities she takes part.
    pub memberships: Vec<Membership>,
    /// What she may do for organisations.
    pub mandates: Vec<Mandate>,
}

/// A role.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleHeld {
    /// Role's code.
    pub role: String,
    /// `instance`, or the key of a démarche.
    pub scope: String,
    /// First day.
    pub from: Offset,
    /// Day it ends.
    pub to: Option<Offset>,
}

/// A membership.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Capacity's code.
    pub capacity: String,
    /// Category of an agent.
    pub category: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// First day.
    pub from: Offset,
    /// Last day.
    pub to: Option<Offset>,
}

/// A mandate.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Organisation.
    pub organisation: String,
    /// Power's code.
    pub power: String,
    /// First day.
    pub from: Offset,
    /// Last day.
    pub to: Offset,
}

/// `[[demonstration_page]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Role's code.
    pub role: String,
    /// The person who has it.
    pub person: String,
    /// What to try.
    pub text: String,
}
