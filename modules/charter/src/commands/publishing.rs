//! Publishing a version: for ever, with what must hold before it, and an invitation to everyone who signed the last one.

use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{REASON, required};
use arpent_core::clock::paris_midnight;
use arpent_core::{Event, Id, Role};
use arpent_store::Tx;
use arpent_store::jobs::NewJob;
use arpent_web::{Caller, FieldProblem, Refusal, Say};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use serde_json::json;

use super::{Conditions, get, index, no_draft, place, scope};
use crate::PUBLISH;
use crate::domain::charter::{Charter, Version, draft, in_force};
use crate::domain::sub::{ItemKind, SubCharter};
use crate::jobs::{ALERT, INVITE, REMIND};
use crate::store::suggestions::Suggestion;
use crate::store::{articles, charters, invitations, subs, suggestions};
use crate::texts::Texts;

/// Day of the year on which signatories are reminded of what they have not reported.
const REMINDED_ON: (i8, i8) = (1, 15);

/// What a publication says, as typed.
#[derive(Debug, Clone, Default)]
pub struct Publication {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The vote of the council.
    pub deliberation: String,
}

impl Publication {
    fn checked(&self) -> Result<((Date, Date), String), Refusal> {
        let mut p = Problems::default();
        let deliberation = p.read(required(&self.deliberation, "deliberation", REASON));
        let period = self.from.zip(self.to).filter(|(from, to)| from < to);
        p.require(period.is_some(), || FieldProblem::new("to", "period", |l| Texts::new(l).period_problem().into()));
        p.done()?;
        Ok((period.unwrap_or_default(), deliberation))
    }
}

/// Publishes the version being written. Nobody has signed it yet: who signed the last one is invited, once.
///
/// # Errors
/// Not allowed, fields to correct, nothing being written, or conditions that are not met, all at once.
pub async fn publish(caller: &Caller, id: Id<Charter>, wanted: &Publication) -> Result<Id<Version>, Refusal> {
    let charter = get(&caller.db, id).await?;
    let tx = caller.begin(PUBLISH, scope(&charter)).await?;
    let versions = charters::versions(&tx, id).await?;
    let version = draft(&versions).ok_or_else(no_draft)?;
    let (period, deliberation) = wanted.checked()?;
    gate(&tx, &charter, version).await?;
    if !charters::publish(&tx, version.id, period, &deliberation).await? {
        return Err(no_draft());
    }
    let invited = match in_force(&versions) {
        Some(last) => invitations::list(&tx, version.id, last.id).await?,
        None => 0,
    };
    index(&tx, &charter).await?;
    ask_jobs(&tx, caller, &Version { period: Some(period), ..version.clone() }).await?;
    let event = Event::new("charter.published", "charter_version", version.id).within(charter.initiative);
    tx.commit(event.with("number", version.number).with("invited", invited)).await?;
    Ok(version.id)
}

/// What must hold: a text, menus that can be honoured, an answer to everyone who proposed something.
async fn gate(tx: &Tx, charter: &Charter, version: &Version) -> Result<(), Refusal> {
    let place = place(tx, charter).await?;
    let text = articles::of_version(tx, version.id).await?;
    let menus = subs::of_version(tx, version.id).await?;
    let waiting = suggestions::of_charter(tx, charter.id).await?.iter().filter(|one| one.waits()).count();
    let waiting = i64::try_from(waiting).unwrap_or(i64::MAX);
    let short = |sub: &&SubCharter| sub.count(ItemKind::Action) < sub.minimum;
    let short = i64::try_from(menus.iter().filter(short).count()).unwrap_or(i64::MAX);
    let mut gate = Conditions::default();
    let facilitator = Role::Facilitator;
    let href = format!("{place}/versions/{}", version.number);
    gate.ask(
        ("no-article", i64::from(text.is_empty())),
        facilitator,
        href.clone(),
        Say::new(|l| Texts::new(l).gate_no_article().into()),
    );
    gate.ask(
        ("no-sub-charter", i64::from(menus.is_empty())),
        facilitator,
        href.clone(),
        Say::new(|l| Texts::new(l).gate_no_sub().into()),
    );
    gate.ask(("menu-too-short", short), facilitator, href, Say::new(move |l| Texts::new(l).gate_short_menu(short)));
    gate.ask(
        ("suggestions-unanswered", waiting),
        facilitator,
        format!("{place}/propositions"),
        Say::new(move |l| Texts::new(l).gate_unanswered(waiting)),
    );
    gate.done()
}

/// Letters to the signatories of the last version, alerts before the end, a reminder each year.
async fn ask_jobs(tx: &Tx, caller: &Caller, version: &Version) -> Result<(), Refusal> {
    tx.enqueue(job(caller, INVITE, version.id, caller.now(), "now")).await?;
    for day in version.alerts() {
        tx.enqueue(job(caller, ALERT, version.id, paris_midnight(day), &day.to_string())).await?;
    }
    tx.enqueue(next_reminder(caller, version.id)).await?;
    Ok(())
}

fn job(caller: &Caller, kind: &'static str, version: Id<Version>, run_at: Timestamp, key: &str) -> NewJob {
    NewJob {
        id: caller.id::<NewJob>().uuid(),
        kind,
        payload: json!({ "version": version }),
        unique_key: Some(format!("{kind}-{version}-{key}")),
        run_at,
    }
}

/// The reminder of the January to come.
pub(crate) fn next_reminder(caller: &Caller, version: Id<Version>) -> NewJob {
    let next = caller.today().checked_add(1.year()).map_or(9999, Date::year);
    let day = date(next, REMINDED_ON.0, REMINDED_ON.1);
    job(caller, REMIND, version, paris_midnight(day), &day.to_string())
}

/// Suggestions of a charter that still wait for an answer.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn unanswered(caller: &Caller, charter: Id<Charter>) -> Result<Vec<Suggestion>, Refusal> {
    let mut all = suggestions::of_charter(&caller.db, charter).await?;
    all.retain(Suggestion::waits);
    Ok(all)
}
