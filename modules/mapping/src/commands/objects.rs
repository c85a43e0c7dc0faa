//! Objects: drawing, saying, taking off the map, following one another.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, SHORT, TITLE};
use arpent_core::Id;
use arpent_documents::shapes::{Kind, Shape};
use arpent_store::Tx;
use arpent_web::refusal::{Conflict, Difference};
use arpent_web::{Caller, FieldProblem, Refusal, Say};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::layers::{days_problem, in_order};
use super::{KEY, about, changed_meanwhile, layer, object, scope};
use crate::domain::layer::{Layer, WhoAdds};
use crate::domain::object::{KIND, Object, ObjectState};
use crate::domain::typed;
use crate::store::{objects, observations};
use crate::texts::Texts;
use crate::{ADD, EDIT};

/// What is said of an object, as typed.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Its title.
    pub title: String,
    /// What is said of it.
    pub text: String,
    /// What sort of thing it is.
    pub kind: String,
    /// Where it comes from; the layer's source when it is empty.
    pub source: String,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
}

/// A new object.
#[derive(Debug, Clone)]
pub struct NewObject {
    /// What is said of it.
    pub words: Words,
    /// Its shape.
    pub shape: Shape,
    /// The form's or the line's key: sent twice, it is one object.
    pub submission: String,
}

/// Draws an object on a layer.
///
/// # Errors
/// A layer that is not open to the caller; fields to correct; a layer that asks for observations.
pub async fn add(caller: &Caller, layer_id: Id<Layer>, new: &NewObject) -> Result<Id<Object>, Refusal> {
    let layer = layer(caller, layer_id).await?;
    let tx = open(caller, &layer).await?;
    if layer.inventory {
        return Err(Refusal::rule("inventory", |l| Texts::new(l).layer_is_inventory().into()));
    }
    if let Some(id) = objects::sent(&tx, &new.submission).await? {
        return Ok(id);
    }
    let object = read(caller, &layer, new)?;
    objects::add(&tx, &object, &new.submission).await?;
    tx.commit(about("object.added", "object", object.id, &layer)).await?;
    Ok(object.id)
}

/// Opens the write that adding to a layer asks for.
pub(super) async fn open(caller: &Caller, layer: &Layer) -> Result<Tx, Refusal> {
    match layer.who_adds {
        WhoAdds::Everyone => caller.begin_public().await,
        WhoAdds::Accounts => caller.begin(ADD, scope(layer.initiative)).await,
        WhoAdds::Staff => caller.begin(EDIT, scope(layer.initiative)).await,
    }
}

/// Whether the caller may add to a layer.
pub fn may_add(caller: &Caller, layer: &Layer) -> bool {
    match layer.who_adds {
        WhoAdds::Everyone => true,
        WhoAdds::Accounts => caller.may(ADD, scope(layer.initiative)),
        WhoAdds::Staff => caller.may(EDIT, scope(layer.initiative)),
    }
}

pub(super) fn read(caller: &Caller, layer: &Layer, new: &NewObject) -> Result<Object, Refusal> {
    let mut problems = Problems::default();
    let words = checked(&mut problems, &new.words);
    problems.require(KEY.contains(&new.submission.len()), || {
        FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
    });
    problems.done()?;
    let id = caller.id();
    Ok(Object {
        id,
        layer: layer.id,
        lineage: id,
        title: words.title,
        text: words.text,
        kind: words.kind,
        source: if words.source.is_empty() { layer.source.clone() } else { words.source },
        from: words.from,
        to: words.to,
        shape: new.shape.clone(),
        state: ObjectState::Published,
        person: caller.actor.person,
        created_at: caller.now(),
        version: 1,
    })
}

fn checked(problems: &mut Problems, words: &Words) -> Words {
    problems.require(in_order(words.from, words.to), || days_problem("to"));
    Words {
        title: problems.read(text::required(&words.title, "title", TITLE)),
        text: problems.read(text::optional(&words.text, "text", REASON)),
        kind: problems.read(text::optional(&words.kind, "kind", KIND)),
        source: problems.read(text::optional(&words.source, "source", SHORT)),
        from: words.from,
        to: words.to,
    }
}

/// Changes what is said of an object, and its shape when one is given; `version` is the one that was read.
///
/// # Errors
/// Not allowed; fields to correct; someone changed it meanwhile; an observation is not drawn again by others.
pub async fn edit(
    caller: &Caller,
    id: Id<Object>,
    words: &Words,
    shape: Option<&Shape>,
    version: i64,
) -> Result<(), Refusal> {
    let (before, layer) = object(caller, id).await?;
    let tx = caller.begin(EDIT, scope(layer.initiative)).await?;
    let mut problems = Problems::default();
    let words = checked(&mut problems, words);
    problems.done()?;
    if version != before.version {
        return Err(conflict(&before, &words, shape));
    }
    let shape = shape.filter(|shape| **shape != before.shape);
    if shape.is_some() && observations::of(&tx, id).await?.is_some() {
        return Err(Refusal::rule("observed", |l| Texts::new(l).observation_not_redrawn().into()));
    }
    let after = Object {
        title: words.title,
        text: words.text,
        kind: words.kind,
        source: words.source,
        from: words.from,
        to: words.to,
        version,
        ..before
    };
    if !objects::say(&tx, &after).await? {
        return Err(changed_meanwhile());
    }
    if let Some(shape) = shape {
        objects::draw(&tx, id, shape).await?;
    }
    tx.commit(about("object.changed", "object", id, &layer).with("redrawn", shape.is_some())).await?;
    Ok(())
}

/// The name of a field, as its form says it.
type Label = fn(Texts) -> &'static str;

/// Someone saved first: what she saved beside what was typed, field by field; nothing is overwritten.
fn conflict(stored: &Object, typed: &Words, shape: Option<&Shape>) -> Refusal {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let pairs: [(Label, String, String); 6] = [
        (|t| t.object_title(), stored.title.clone(), typed.title.clone()),
        (|t| t.object_kind(), stored.kind.clone(), typed.kind.clone()),
        (|t| t.object_text(), stored.text.clone(), typed.text.clone()),
        (|t| t.source(), stored.source.clone(), typed.source.clone()),
        (|t| t.from(), day(stored.from), day(typed.from)),
        (|t| t.to(), day(stored.to), day(typed.to)),
    ];
    let mut differences: Vec<Difference> = pairs
        .into_iter()
        .filter(|(_, stored, typed)| stored != typed)
        .map(|(label, stored, typed)| Difference {
            label: Say::new(move |l| label(Texts::new(l)).into()),
            stored,
            typed,
        })
        .collect();
    if let Some(shape) = shape.filter(|shape| **shape != stored.shape) {
        let label = Say::new(|l| Texts::new(l).object_points().into());
        differences.push(Difference { label, stored: outline(&stored.shape), typed: outline(shape) });
    }
    Refusal::Conflict(Box::new(Conflict { version: stored.version, differences }))
}

/// A shape as one reads it: its points.
fn outline(shape: &Shape) -> String {
    let at = shape.anchor();
    let points = if shape.kind() == Kind::Point { vec![[at.longitude, at.latitude]] } else { shape.strokes().concat() };
    typed::written(&points).trim().replace('\n', " ; ")
}

/// Draws what follows an object from a day on: the perimeter of before stays, and ends the day before.
///
/// # Errors
/// Not allowed; fields to correct; a day that is not after the beginning of the one before.
pub async fn follow(caller: &Caller, id: Id<Object>, new: &NewObject) -> Result<Id<Object>, Refusal> {
    let (before, layer) = object(caller, id).await?;
    let mut tx = caller.begin(EDIT, scope(layer.initiative)).await?;
    if let Some(id) = objects::sent(&tx, &new.submission).await? {
        return Ok(id);
    }
    let last = new.words.from.map(|from| from.saturating_sub(1.day()));
    let Some(last) = last.filter(|last| before.from.is_none_or(|from| from <= *last)) else {
        return Err(Refusal::field("from", "order", |l| Texts::new(l).follow_day_problem().into()));
    };
    let after = Object { lineage: before.lineage, ..read(caller, &layer, new)? };
    objects::add(&tx, &after, &new.submission).await?;
    objects::end(&tx, id, last).await?;
    tx.note(about("object.changed", "object", id, &layer).with("redrawn", false));
    tx.commit(about("object.followed", "object", after.id, &layer).with("before", id)).await?;
    Ok(after.id)
}

/// Takes an object off the map, or puts it back.
///
/// # Errors
/// Not allowed.
pub async fn set_shown(caller: &Caller, id: Id<Object>, shown: bool) -> Result<Id<Layer>, Refusal> {
    let (before, layer) = object(caller, id).await?;
    let tx = caller.begin(EDIT, scope(layer.initiative)).await?;
    if before.state.is_shown() == shown {
        return Ok(layer.id);
    }
    let (state, kind) =
        if shown { (ObjectState::Published, "object.put_back") } else { (ObjectState::Removed, "object.removed") };
    objects::set_state(&tx, id, state).await?;
    tx.commit(about(kind, "object", id, &layer)).await?;
    Ok(layer.id)
}
