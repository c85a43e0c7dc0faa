//! Reporting something that is on the map.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{self, REASON};
use arpent_core::Id;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::{KEY, about, object};
use crate::domain::object::Object;
use crate::store::reports::{self, Ground, Report};
use crate::texts::Texts;

/// What is reported, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewReport {
    /// Why: a code of [`Ground`].
    pub ground: String,
    /// In one's own words.
    pub text: String,
    /// The form's key.
    pub submission: String,
}

/// Reports something that is on the map; a validator settles it.
///
/// # Errors
/// No such object; no ground.
pub async fn report(caller: &Caller, id: Id<Object>, new: &NewReport) -> Result<(), Refusal> {
    let (_, layer) = object(caller, id).await?;
    let mut problems = Problems::default();
    let words = problems.read(text::optional(&new.text, "text", REASON));
    let ground = Ground::parse(&new.ground);
    problems.require(ground.is_some(), || {
        FieldProblem::new("ground", "missing", |l| Texts::new(l).ground_problem().into())
    });
    problems.require(KEY.contains(&new.submission.len()), || {
        FieldProblem::new("submission", "missing", |l| Texts::new(l).form_too_old().into())
    });
    problems.done()?;
    let ground = ground.unwrap_or(Ground::Wrong);
    let report = Report { id: caller.id(), object: id, ground, text: words, at: caller.now() };
    let tx = caller.begin_public().await?;
    if reports::add(&tx, &report, caller.actor.person, &new.submission).await? {
        tx.commit(about("object.reported", "object", id, &layer).with("ground", ground.code())).await?;
    }
    Ok(())
}
