//! Giving work to a unit or a person, and giving it back.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::Unit;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text;
use arpent_commons::permission::ANSWER_GIVE;
use arpent_commons::store::themes;
use arpent_core::permission::Person;
use arpent_core::{Event, Id, Scope};
use arpent_store::Tx;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{contribution, scope};
use crate::ASSIGN;
use crate::domain::assignment::{Assigned, Assignment, LONGEST_NOTE};
use crate::store::assignments::{self, Given};
use crate::texts::Texts;

/// To whom, for when.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The unit.
    pub unit: Option<Id<Unit>>,
    /// The person; alone or within the unit.
    pub assignee: Option<Id<Person>>,
    /// For when; empty is the day promised to each author.
    pub due_day: Option<Date>,
    /// Between colleagues, never published.
    pub note: String,
}

/// Assigns contributions and themes of one démarche, in place of whoever had them.
///
/// # Errors
/// Not allowed; nobody chosen, nothing chosen, records of several démarches.
pub async fn assign(caller: &Caller, what: &[Assigned], wanted: &Wanted) -> Result<(), Refusal> {
    let Some(first) = what.first() else {
        return Err(Refusal::field("contributions", "missing", |l| Texts::new(l).nothing_chosen().into()));
    };
    let initiative = initiative_of(caller, *first).await?;
    let mut tx = caller.begin(ASSIGN, Scope::Initiative(initiative.uuid())).await?;
    let given = parse(wanted)?;
    for one in what {
        if initiative_of(caller, *one).await? != initiative {
            return Err(Refusal::NotFound);
        }
        put(&mut tx, caller, initiative, *one, &given).await?;
    }
    let event = Event::new("assignment.batch_made", "initiative", initiative).within(initiative);
    tx.commit(event.with("records", what.len())).await?;
    Ok(())
}

async fn initiative_of(caller: &Caller, what: Assigned) -> Result<Id<Initiative>, Refusal> {
    match what {
        Assigned::Contribution(id) => Ok(contribution(caller, id).await?.initiative),
        Assigned::Theme(id) => Ok(themes::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?.initiative),
    }
}

async fn put(
    tx: &mut Tx,
    caller: &Caller,
    initiative: Id<Initiative>,
    what: Assigned,
    given: &Given,
) -> Result<(), Refusal> {
    assignments::put(tx, caller.id(), what, given).await?;
    let event = match what {
        Assigned::Contribution(id) => Event::new("assignment.made", "contribution", id),
        Assigned::Theme(id) => Event::new("assignment.made", "theme", id),
    };
    tx.note(match given.unit {
        Some(unit) => event.within(initiative).with("unit", unit),
        None => event.within(initiative),
    });
    Ok(())
}

fn parse(wanted: &Wanted) -> Result<Given, Refusal> {
    let mut problems = Problems::default();
    let note = problems.read(text::optional(&wanted.note, "note", LONGEST_NOTE));
    problems.require(wanted.unit.is_some() || wanted.assignee.is_some(), || {
        FieldProblem::new("unit", "missing", |l| Texts::new(l).assign_nobody().into())
    });
    problems.done()?;
    Ok(Given { unit: wanted.unit, assignee: wanted.assignee, due_day: wanted.due_day, note })
}

/// Gives one's work back to the facilitators, saying why.
///
/// # Errors
/// Not allowed, not assigned, or no reason.
pub async fn hand_back(caller: &Caller, id: Id<Contribution>, note: &str) -> Result<(), Refusal> {
    let about = contribution(caller, id).await?;
    let tx = caller.begin(ANSWER_GIVE, scope(&about)).await?;
    let note = text::required(note, "note", LONGEST_NOTE).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let held = assignments::of(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let line = if held.by_theme { detach(&tx, caller, id, &held).await? } else { held.id };
    if assignments::hand_back(&tx, line, &note).await? {
        tx.commit(Event::new("assignment.handed_back", "contribution", id).within(about.initiative)).await?;
    }
    Ok(())
}

/// A contribution given back leaves its theme's line for one of its own; the rest of the theme stays where it is.
async fn detach(tx: &Tx, caller: &Caller, id: Id<Contribution>, held: &Assignment) -> Result<Id<Assignment>, Refusal> {
    let own = caller.id();
    let given = Given { unit: held.unit, assignee: held.assignee, due_day: held.due_day, note: held.note.clone() };
    assignments::put(tx, own, Assigned::Contribution(id), &given).await?;
    Ok(own)
}
