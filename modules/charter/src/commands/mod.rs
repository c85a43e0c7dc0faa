//! One function per thing that can happen: permission, rule, write and event, in one transaction. Pages, command line and
//! the demonstration all call these.

pub mod articles;
pub mod charters;
pub mod files;
pub mod letters;
pub mod paper;
pub mod publishing;
pub mod reports;
pub mod signatures;
pub mod subs;
pub mod suggestions;
pub mod supports;

use std::ops::RangeInclusive;

use arpent_commons::domain::initiative::InitiativeState;
use arpent_commons::store::initiatives;
use arpent_core::{Id, Role, Scope, Unmet};
use arpent_store::search::{Doc, Visibility};
use arpent_store::{Author, Reads, Tx};
use arpent_web::app::App;
use arpent_web::{Caller, FieldProblem, Refusal, Say};

use crate::domain::charter::{Charter, Version, draft, in_force};
use crate::store;
use crate::texts::Texts;

/// Length of the key that makes a form sent twice one act.
const KEY: RangeInclusive<usize> = 1..=100;

/// The charter, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(src: &impl Reads, id: Id<Charter>) -> Result<Charter, Refusal> {
    store::charters::by_id(src, id).await?.ok_or(Refusal::NotFound)
}

/// Acts happen in a démarche: a grant on it is enough.
const fn scope(charter: &Charter) -> Scope {
    Scope::Initiative(charter.initiative.uuid())
}

/// The version being written; a published one is never touched.
async fn draft_of(src: &impl Reads, charter: &Charter) -> Result<Version, Refusal> {
    let versions = store::charters::versions(src, charter.id).await?;
    draft(&versions).cloned().ok_or_else(no_draft)
}

fn no_draft() -> Refusal {
    Refusal::rule("no-draft", |l| Texts::new(l).no_draft().into())
}

/// Makes findable what everyone reads of a charter: its title, what it is for, the text in force or else being written.
async fn index(tx: &Tx, charter: &Charter) -> Result<(), Refusal> {
    let initiative = initiatives::by_id(tx, charter.initiative).await?.ok_or(Refusal::NotFound)?;
    let versions = store::charters::versions(tx, charter.id).await?;
    let mut text = charter.intent.clone();
    if let Some(version) = in_force(&versions).or(draft(&versions)) {
        for article in store::articles::of_version(tx, version.id).await? {
            let words = article.text();
            text.extend(["\n", &article.title, "\n", &words]);
        }
    }
    let hidden = initiative.state == InitiativeState::Draft;
    let doc = Doc {
        record: charter.id.uuid(),
        kind: "charter",
        initiative: Some(charter.initiative.uuid()),
        visibility: if hidden { Visibility::Internal } else { Visibility::Public },
        title: &charter.title,
        text: &text,
        href: &format!("/demarches/{}/charte", initiative.slug),
    };
    Ok(tx.index(&doc).await?)
}

/// Where the pages of a charter begin.
async fn place(src: &impl Reads, charter: &Charter) -> Result<String, Refusal> {
    let initiative = initiatives::by_id(src, charter.initiative).await?.ok_or(Refusal::NotFound)?;
    Ok(format!("/demarches/{}/charte", initiative.slug))
}

fn too_old() -> FieldProblem {
    FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
}

fn machine(app: &App) -> Author {
    Author { person: None, role: "system", at: app.clock.now() }
}

/// Conditions of a gate, each with its sentence.
#[derive(Default)]
struct Conditions(Vec<(Unmet, Say)>);

impl Conditions {
    /// Notes what is missing, when something is.
    fn ask(&mut self, (code, count): (&'static str, i64), who: Role, href: String, say: Say) {
        if count > 0 {
            self.0.push((Unmet { code, count, href, who }, say));
        }
    }

    /// The transition may happen.
    fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Gate(self.0)) }
    }
}

/// Someone did the same just before.
fn already(code: &'static str, text: fn(Texts) -> &'static str) -> impl Fn(arpent_store::StoreError) -> Refusal {
    move |error| match error {
        arpent_store::StoreError::Duplicate { .. } => Refusal::rule(code, move |l| text(Texts::new(l)).into()),
        other => other.into(),
    }
}

/// Whoever is signed in may do it here.
fn held(caller: &Caller, charter: &Charter) -> bool {
    caller.may(crate::EDIT, scope(charter))
}
