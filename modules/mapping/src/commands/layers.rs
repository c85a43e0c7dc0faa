//! Layers and what people are asked to fill them with.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON, SHORT, TITLE};
use arpent_core::Id;
use arpent_web::{Caller, FieldProblem, Refusal};
use jiff::civil::Date;

use super::{about, changed_meanwhile, layer, scope};
use crate::EDIT;
use crate::domain::layer::{Layer, TONES, WhoAdds};
use crate::domain::validation::Thresholds;
use crate::domain::{blur, fields};
use crate::store::programmes::Programme;
use crate::store::{layers, programmes};
use crate::texts::Texts;

/// A layer as typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Its name.
    pub name: String,
    /// What it shows.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// First day it holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub to: Option<Date>,
    /// Who may add: a code of [`WhoAdds`].
    pub who_adds: String,
    /// Contributions say in which of its zones they lie.
    pub zoning: bool,
    /// Its sign, from 0.
    pub tone: i64,
}

/// Adds a layer to a démarche, or to the territory.
///
/// # Errors
/// Not allowed; fields to correct.
pub async fn add(caller: &Caller, initiative: Option<Id<Initiative>>, typed: &Typed) -> Result<Id<Layer>, Refusal> {
    let tx = caller.begin(EDIT, scope(initiative)).await?;
    let layer = read(typed, caller.id(), initiative, 1)?;
    layers::add(&tx, &layer).await?;
    tx.commit(about("layer.added", "layer", layer.id, &layer)).await?;
    Ok(layer.id)
}

/// Changes a layer; `version` is the one that was read.
///
/// # Errors
/// Not allowed; fields to correct; someone changed it meanwhile.
pub async fn edit(caller: &Caller, id: Id<Layer>, typed: &Typed, version: i64) -> Result<(), Refusal> {
    let before = layer(caller, id).await?;
    let tx = caller.begin(EDIT, scope(before.initiative)).await?;
    let layer = read(typed, id, before.initiative, version)?;
    if !layers::edit(&tx, &layer).await? {
        return Err(changed_meanwhile());
    }
    tx.commit(about("layer.changed", "layer", id, &layer)).await?;
    Ok(())
}

fn read(typed: &Typed, id: Id<Layer>, initiative: Option<Id<Initiative>>, version: i64) -> Result<Layer, Refusal> {
    let mut problems = Problems::default();
    let name = problems.read(text::required(&typed.name, "name", TITLE));
    let text = problems.read(text::optional(&typed.text, "text", REASON));
    let source = problems.read(text::required(&typed.source, "source", SHORT));
    let who_adds = WhoAdds::parse(&typed.who_adds);
    problems.require(who_adds.is_some(), || {
        FieldProblem::new("who_adds", "unknown", |l| Texts::new(l).who_adds_problem().into())
    });
    problems.require(in_order(typed.from, typed.to), || days_problem("to"));
    problems.done()?;
    Ok(Layer {
        id,
        initiative,
        name,
        text,
        source,
        from: typed.from,
        to: typed.to,
        who_adds: who_adds.unwrap_or(WhoAdds::Staff),
        zoning: typed.zoning,
        tone: typed.tone.clamp(0, TONES - 1),
        inventory: false,
        version,
        revision: 0,
    })
}

pub(super) fn in_order(from: Option<Date>, to: Option<Date>) -> bool {
    from.zip(to).is_none_or(|(from, to)| from <= to)
}

pub(super) fn days_problem(field: &'static str) -> FieldProblem {
    FieldProblem::new(field, "order", |l| Texts::new(l).days_problem().into())
}

/// A programme as typed.
#[derive(Debug, Clone)]
pub struct TypedProgramme {
    /// What is looked for and why.
    pub purpose: String,
    /// What is asked, a line each.
    pub fields: String,
    /// Names that are always sensitive, a line each.
    pub sensitive: String,
    /// Side of the cells, in metres.
    pub blur_metres: i64,
    /// How peers confirm.
    pub thresholds: Thresholds,
}

/// Asks people to fill a layer, or changes what they are asked.
///
/// # Errors
/// Not allowed; fields to correct.
pub async fn set_programme(caller: &Caller, id: Id<Layer>, typed: &TypedProgramme) -> Result<(), Refusal> {
    let layer = layer(caller, id).await?;
    let tx = caller.begin(EDIT, scope(layer.initiative)).await?;
    let programme = read_programme(id, typed)?;
    programmes::put(&tx, &programme).await?;
    tx.commit(about("programme.set", "layer", id, &layer)).await?;
    Ok(())
}

fn read_programme(layer: Id<Layer>, typed: &TypedProgramme) -> Result<Programme, Refusal> {
    let mut problems = Problems::default();
    let purpose = problems.read(text::required(&typed.purpose, "purpose", REASON));
    let asked = problems.read(text::optional(&typed.fields, "fields", REASON));
    let sensitive = problems.read(text::optional(&typed.sensitive, "sensitive", REASON));
    problems.require(fields::questions(&asked).is_ok(), || {
        FieldProblem::new("fields", "too-many", |l| Texts::new(l).fields_too_many(fields::MOST))
    });
    problems.require(blur::SIDES.contains(&typed.blur_metres), || {
        FieldProblem::new("blur_metres", "range", |l| {
            Texts::new(l).blur_problem(*blur::SIDES.end(), *blur::SIDES.start())
        })
    });
    let how = typed.thresholds;
    let sound = how.needed >= 1
        && how.force >= how.needed
        && (0..=100).contains(&how.against)
        && (0..=how.days_most).contains(&how.days_least)
        && how.days_most <= 365;
    problems.require(sound, || FieldProblem::new("needed", "order", |l| Texts::new(l).thresholds_problem().into()));
    problems.done()?;
    Ok(Programme { layer, purpose, fields: asked, sensitive, blur_metres: typed.blur_metres, thresholds: how })
}
