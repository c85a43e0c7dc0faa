//! Signatures: of one version, by an organisation through whoever may sign for it, or in one's own name.

use arpent_commons::codes;
use arpent_commons::domain::people::Organisation;
use arpent_core::Id;
use arpent_core::permission::Person;
use jiff::civil::Date;

use super::charter::{Charter, Version};
use super::sub::{SignatoryKind, SubCharter};

codes! {
    /// Where a signature stands.
    SignatureState {
        /// Being filled in; nobody else sees it.
        Draft = "draft",
        /// Given by someone whose mandate is not known: kept, never counted.
        Pending = "pending",
        /// Counted.
        Signed = "signed",
        /// Taken back: read with its day, counted no more.
        Withdrawn = "withdrawn",
    }
}

/// A signature.
#[derive(Debug, Clone)]
pub struct Signature {
    /// Its id.
    pub id: Id<Signature>,
    /// What its page is known by.
    pub code: String,
    /// The charter.
    pub charter: Id<Charter>,
    /// The version that was signed, and no other.
    pub version: Id<Version>,
    /// Its number.
    pub version_number: i64,
    /// Its sub-charter, once chosen.
    pub sub: Option<Id<SubCharter>>,
    /// The sub-charter's title.
    pub sub_title: Option<String>,
    /// Whom the sub-charter is for.
    pub sub_kind: Option<SignatoryKind>,
    /// Who signs, when the territory knows it.
    pub organisation: Option<Id<Organisation>>,
    /// Its name.
    pub organisation_name: Option<String>,
    /// The name of an organisation that the territory does not know yet.
    pub other_name: String,
    /// In one's own name.
    pub individual: bool,
    /// Whose hand.
    pub person: Option<Id<Person>>,
    /// Her name.
    pub person_name: Option<String>,
    /// An individual accepts to be named.
    pub public_name: bool,
    /// Who signed on paper.
    pub signer: String,
    /// Where to write to whoever signed on paper.
    pub email: Option<String>,
    /// The document that gives the mandate, for a signature on paper.
    pub proof: String,
    /// Commitments of its own, one per line.
    pub commitments: String,
    /// What it does not agree with.
    pub reservations: String,
    /// Draft, pending or signed.
    pub state: SignatureState,
    /// The day.
    pub signed_on: Option<Date>,
    /// The day it was taken back, and why if that was said.
    pub withdrawn: Option<(Date, String)>,
}

impl Signature {
    /// The name everyone may read; none for an individual who did not accept to be named.
    pub fn public(&self) -> Option<&str> {
        if self.individual {
            return self.named().filter(|_| self.public_name);
        }
        self.organisation_name.as_deref().or(Some(self.other_name.as_str())).filter(|name| !name.is_empty())
    }

    /// The name its own signer reads.
    pub fn own(&self) -> Option<&str> {
        if self.individual { self.named() } else { self.public() }
    }

    fn named(&self) -> Option<&str> {
        self.person_name.as_deref().or(Some(self.signer.as_str())).filter(|name| !name.is_empty())
    }

    /// This person's hand.
    pub fn is_of(&self, person: Option<Id<Person>>) -> bool {
        person.is_some() && person == self.person
    }

    /// It was given one day, whatever became of it: everyone reads it.
    pub fn was_given(&self) -> bool {
        matches!(self.state, SignatureState::Signed | SignatureState::Withdrawn)
    }

    /// It is counted.
    pub fn counts(&self) -> bool {
        self.state == SignatureState::Signed
    }
}

/// In whose name one signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// An organisation that the territory knows.
    Organisation(Id<Organisation>),
    /// An organisation that it does not.
    Unknown(String),
    /// Oneself.
    Oneself,
}
