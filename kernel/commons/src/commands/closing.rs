//! Closing a démarche: refused while someone waits for an answer; then everyone is told.

use arpent_core::{Event, Gate, Id, Role, Unmet};
use arpent_store::Tx;
use arpent_texts::Lang;
use arpent_web::mail::Letter;
use arpent_web::{Caller, Refusal, Say};

use super::initiatives::scope;
use crate::domain::contribution::Contribution;
use crate::domain::initiative::{Initiative, InitiativeState};
use crate::domain::problems::Problems;
use crate::domain::text::{REASON, optional};
use crate::permission::{ANSWER_GIVE, INITIATIVE_CLOSE};
use crate::store::closing::ToTell;
use crate::store::{answers, closing, contributions, decisions, initiatives};
use crate::texts::Texts;
use crate::words;

/// Authors read at once, so that telling many keeps memory flat.
const PAGE: i64 = 500;

/// The end of a démarche, in words.
#[derive(Debug, Clone, Default)]
pub struct Ending {
    /// What is said at the end.
    pub words: String,
    /// Why no decision was taken, when none was.
    pub no_decision_reason: String,
}

/// What still stands between a démarche and its end.
///
/// # Errors
/// The database does not answer.
pub async fn gate(caller: &Caller, initiative: &Initiative, no_decision_reason: &str) -> Result<Gate, Refusal> {
    let src = &caller.db;
    let here = format!("/demarches/{}", initiative.slug);
    let mut gate = Gate::default();
    gate.require_none(Unmet {
        code: "everyone-answered",
        count: answers::count_unanswered(src, initiative.id).await?,
        href: format!("{here}/cloture#sans-reponse"),
        who: Role::Agent,
    });
    let explained = !no_decision_reason.trim().is_empty();
    let decided = decisions::count_published(src, initiative.id).await? > 0;
    gate.require_none(Unmet {
        code: "decision-or-reason",
        count: i64::from(!decided && !explained),
        href: format!("{here}/options"),
        who: Role::ElectedOfficial,
    });
    Ok(gate)
}

/// An unmet condition in words.
pub fn say(unmet: &Unmet) -> Say {
    let count = unmet.count;
    match unmet.code {
        "everyone-answered" => Say::new(move |l| Texts::new(l).gate_unanswered(count)),
        _ => Say::new(|l| Texts::new(l).gate_decision().into()),
    }
}

/// Closes a démarche: every contribution has its final answer, a decision is published or its absence explained.
///
/// # Errors
/// Not allowed, not open, or [`Refusal::Gate`] with everything that is missing.
pub async fn close(caller: &Caller, id: Id<Initiative>, ending: &Ending) -> Result<(), Refusal> {
    let tx = caller.begin(INITIATIVE_CLOSE, scope(id)).await?;
    let initiative = initiatives::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    if initiative.state != InitiativeState::Open {
        return Err(Refusal::rule("not-open", |l| Texts::new(l).closing_not_open().into()));
    }
    let mut p = Problems::default();
    let closing_words = p.read(optional(&ending.words, "words", REASON));
    let reason = p.read(optional(&ending.no_decision_reason, "no_decision_reason", REASON));
    p.done()?;
    let gate = gate(caller, &initiative, &reason).await?;
    if !gate.is_open() {
        return Err(Refusal::Gate(gate.unmet.into_iter().map(|unmet| (unmet.clone(), say(&unmet))).collect()));
    }
    initiatives::close(&tx, id, &closing_words).await?;
    closing::add(&tx, id, &reason).await?;
    let told = tell_everyone(&tx, caller, &initiative).await?;
    let event = Event::new("initiative.closed", "initiative", id).within(id);
    tx.commit(event.with("told", told)).await?;
    Ok(())
}

/// Notes that printed answers were handed over.
///
/// # Errors
/// Not allowed, or contributions of another démarche.
pub async fn handed_over(caller: &Caller, initiative: Id<Initiative>, ids: &[Id<Contribution>]) -> Result<(), Refusal> {
    let mut tx = caller.begin(ANSWER_GIVE, scope(initiative)).await?;
    for id in ids {
        let contribution = contributions::by_id(&tx, *id).await?.ok_or(Refusal::NotFound)?;
        if contribution.initiative != initiative {
            return Err(Refusal::NotFound);
        }
        if contributions::told_on_paper(&tx, *id).await? {
            tx.note(Event::new("answer.handed_over", "contribution", *id).within(initiative));
        }
    }
    let event = Event::new("answer.batch_handed_over", "initiative", initiative).within(initiative);
    tx.commit(event.with("contributions", ids.len())).await?;
    Ok(())
}

async fn tell_everyone(tx: &Tx, caller: &Caller, initiative: &Initiative) -> Result<usize, Refusal> {
    let mut after = 0;
    let mut told = 0;
    loop {
        let page = closing::to_tell(tx, initiative.id, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(told) };
        after = last.number;
        told += page.len();
        for author in page {
            tx.enqueue(letter(caller, initiative, &author).job(caller, Some(format!("closed-{}", author.id)))).await?;
        }
    }
}

fn letter(caller: &Caller, initiative: &Initiative, author: &ToTell) -> Letter {
    let t = Texts::new(Lang::parse(&author.language).unwrap_or_default());
    let link = caller.absolute(&words::follow_path(&author.code));
    Letter {
        to: author.email.clone(),
        subject: t.mail_closed_subject(&initiative.title),
        text: t.mail_closed_text(&author.code, &initiative.title, link, &author.title),
    }
}
