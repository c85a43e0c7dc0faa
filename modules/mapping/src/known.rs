//! The marks of layers, held in memory and brought up to date by what was written since: a view of twenty thousand objects
//! reads the few rows that it shows.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError, Weak};

use arpent_core::{Chance, Id};
use arpent_store::StoreError;
use arpent_web::Caller;

use crate::domain::layer::Layer;
use crate::domain::marks::{Mark, Marks, Shown};
use crate::domain::object::Object;
use crate::store::views::{self, Looked};

/// Marks held at once, of all layers: some thirty megabytes. The layers least recently looked at make room.
const MOST: usize = 300_000;

/// The marks of one layer, as of a revision.
struct Known {
    /// The application: several may live in one process, as in tests.
    owner: Weak<dyn Chance>,
    layer: Id<Layer>,
    revision: i64,
    marks: Arc<Vec<Mark>>,
}

static KNOWN: LazyLock<Mutex<Vec<Known>>> = LazyLock::new(Mutex::default);

/// The marks looked at, of these layers.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn marks(caller: &Caller, layers: &[Layer], looked: &Looked) -> Result<Marks, StoreError> {
    let mut held = Vec::new();
    for layer in layers.iter().filter(|layer| looked.layers.contains(&layer.id)) {
        held.push(of_layer(caller, layer).await?);
    }
    let among = if looked.words.trim().is_empty() { None } else { Some(views::named(&caller.db, looked).await?) };
    Ok(Marks::of(held, &Shown { form: looked.form, day: looked.day, among }))
}

async fn of_layer(caller: &Caller, layer: &Layer) -> Result<Arc<Vec<Mark>>, StoreError> {
    let (revision, marks) = held(caller, layer.id).unwrap_or_else(|| (-1, Arc::default()));
    if revision >= layer.revision {
        return Ok(marks);
    }
    let written = views::written_since(&caller.db, layer.id, revision).await?;
    let marks = Arc::new(joined(&marks, written));
    hold(caller, layer, Arc::clone(&marks));
    Ok(marks)
}

/// The marks of before, with what was written since; what is no longer shown is left out.
fn joined(before: &[Mark], written: Vec<(Id<Object>, Option<Mark>)>) -> Vec<Mark> {
    let mut written: HashMap<Id<Object>, Option<Mark>> = written.into_iter().collect();
    let mut marks: Vec<Mark> =
        before.iter().filter_map(|mark| written.remove(&mark.id).unwrap_or_else(|| Some(mark.clone()))).collect();
    marks.extend(written.into_values().flatten());
    marks
}

fn held(caller: &Caller, layer: Id<Layer>) -> Option<(i64, Arc<Vec<Mark>>)> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let at = known.iter().position(|one| one.layer == layer && is_of(one, caller))?;
    // The last one looked at is the last of the list.
    let found = known.remove(at);
    let held = (found.revision, Arc::clone(&found.marks));
    known.push(found);
    Some(held)
}

fn is_of(known: &Known, caller: &Caller) -> bool {
    known.owner.upgrade().is_some_and(|owner| Arc::ptr_eq(&owner, &caller.chance))
}

fn hold(caller: &Caller, layer: &Layer, marks: Arc<Vec<Mark>>) {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let newer = |one: &Known| one.layer == layer.id && is_of(one, caller) && one.revision >= layer.revision;
    if known.iter().any(newer) {
        return;
    }
    known.retain(|one| one.owner.strong_count() > 0 && (one.layer != layer.id || !is_of(one, caller)));
    let owner = Arc::downgrade(&caller.chance);
    known.push(Known { owner, layer: layer.id, revision: layer.revision, marks });
    let mut total: usize = known.iter().map(|one| one.marks.len()).sum();
    while total > MOST && known.len() > 1 {
        total -= known.remove(0).marks.len();
    }
}
