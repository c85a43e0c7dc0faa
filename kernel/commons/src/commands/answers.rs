//! The authority answers, with reasons, and tells each author once.

use arpent_core::{Event, Id, Subject};
use arpent_store::Tx;
use arpent_texts::Lang;
use arpent_web::mail::Letter;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::initiatives::scope;
use crate::domain::contribution::{Answer, AnswerStatus, Contribution, NewAnswer};
use crate::domain::initiative::Initiative;
use crate::domain::text::{self, REASON};
use crate::permission::ANSWER_GIVE;
use crate::store::links::LinkKind;
use crate::store::{answers, contributions, initiatives, links};
use crate::texts::Texts;

/// Answers one or several contributions of one démarche. A reason is mandatory unless the answer is "under study".
///
/// # Errors
/// Not allowed, a missing reason, contributions of several démarches, or a closed démarche.
pub async fn give(
    caller: &Caller,
    ids: &[Id<Contribution>],
    new: &NewAnswer,
    about: &[Subject],
) -> Result<(), Refusal> {
    let Some(first) = ids.first() else { return Err(nothing_chosen()) };
    let first = contributions::by_id(&caller.db, *first).await?.ok_or(Refusal::NotFound)?;
    let initiative = initiatives::by_id(&caller.db, first.initiative).await?.ok_or(Refusal::NotFound)?;
    let mut tx = caller.begin(ANSWER_GIVE, scope(initiative.id)).await?;
    let new = NewAnswer { reason: parse_reason(new.status, &new.reason)?, ..new.clone() };
    for id in ids {
        let contribution = contributions::by_id(&tx, *id).await?.ok_or(Refusal::NotFound)?;
        if contribution.initiative != initiative.id {
            return Err(Refusal::rule("several-initiatives", |l| Texts::new(l).answer_one_initiative().into()));
        }
        let answer = record(&tx, caller, &contribution, &new).await?;
        for subject in about {
            links::put(&tx, LinkKind::Answers, *subject, Subject::new("contribution", contribution.id)).await?;
        }
        if new.status.is_final() {
            tell(&tx, caller, &initiative, &contribution, &answer).await?;
        }
        let event = Event::new("answer.given", "contribution", contribution.id).within(initiative.id);
        tx.note(event.with("status", new.status.code()).with("answer", answer.id));
    }
    let event = Event::new("answer.batch_given", "initiative", initiative.id).within(initiative.id);
    tx.commit(event.with("contributions", ids.len())).await?;
    Ok(())
}

fn nothing_chosen() -> Refusal {
    Refusal::field("contributions", "missing", |l| Texts::new(l).nothing_chosen().into())
}

fn parse_reason(status: AnswerStatus, typed: &str) -> Result<String, Refusal> {
    let parsed = if status.is_final() {
        text::required(typed, "reason", REASON).map_err(|problem| match problem.code {
            "missing" => FieldProblem::new("reason", "missing", |l| Texts::new(l).reason_missing().into()),
            _ => problem,
        })
    } else {
        text::optional(typed, "reason", REASON)
    };
    parsed.map_err(|problem| Refusal::Invalid(vec![problem]))
}

async fn record(tx: &Tx, caller: &Caller, contribution: &Contribution, new: &NewAnswer) -> Result<Answer, Refusal> {
    let answer = Answer {
        id: caller.id(),
        contribution: contribution.id,
        status: new.status,
        reason: new.reason.clone(),
        means: new.means,
        role: tx.author.role.to_owned(),
        at: tx.author.at,
        current: true,
    };
    answers::add(tx, contribution.initiative, &answer, tx.author.person).await?;
    Ok(answer)
}

/// Tells the answer as it stands to an author who could not be told before; `false` when there is none to tell.
pub(super) async fn tell_now(
    tx: &Tx,
    caller: &Caller,
    initiative: &Initiative,
    contribution: &Contribution,
) -> Result<bool, Refusal> {
    let given = answers::answers(tx, contribution.id).await?;
    let Some(standing) = given.iter().find(|answer| answer.current && answer.status.is_final()) else {
        return Ok(false);
    };
    tell(tx, caller, initiative, contribution, standing).await?;
    Ok(true)
}

/// One letter per answer and contribution, whatever is retried; those on paper are on the printed list, and nothing is
/// written to an address that nobody confirmed.
async fn tell(
    tx: &Tx,
    caller: &Caller,
    initiative: &Initiative,
    contribution: &Contribution,
    answer: &Answer,
) -> Result<(), Refusal> {
    let Some(contact) = contributions::contact(tx, contribution.id).await? else { return Ok(()) };
    let Some(to) = contact.reachable().map(ToOwned::to_owned) else { return Ok(()) };
    let lang = Lang::parse(&contact.language).unwrap_or_default();
    let t = Texts::new(lang);
    let status = crate::words::answer_status(t, answer.status);
    let letter = Letter {
        to,
        subject: t.mail_answer_subject(&initiative.title),
        text: t.mail_answer_text(
            &contact.code,
            caller.absolute(&crate::words::follow_path(&contact.code)),
            crate::words::with_means(t, &answer.reason, answer.means),
            status,
            &contribution.title,
        ),
    };
    let key = format!("answer-{}-{}", contribution.id, answer.id);
    tx.enqueue(letter.job(caller, Some(key))).await?;
    Ok(())
}
