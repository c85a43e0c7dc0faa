//! What this room holds about a person, and how it is erased (RGPD, articles 15, 17 and 20).

use arpent_store::{Db, StoreError, Tx};
use arpent_web::{DataSubject, Pending};
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::store::{addresses, answers, contributions, meetings, notes, people, sign_ups};

pub(crate) fn export<'a>(db: &'a Db, subject: &'a DataSubject) -> Pending<'a, Result<Json, StoreError>> {
    Box::pin(async move {
        let mut said = Vec::new();
        for listed in contributions::of_subject(db, subject).await? {
            let contact = contributions::contact(db, listed.contribution.id).await?;
            let c = listed.contribution;
            let sent = addresses::sent(db, c.id).await?;
            said.push(json!({
                "id": c.id, "number": c.number, "title": c.title, "text": c.text, "channel": c.channel.code(),
                "capacity": c.capacity.code(), "place": c.place, "said_on": c.said_on.to_string(),
                "code": contact.as_ref().map(|k| k.code.clone()),
                "email_confirmed_at": contact.as_ref().and_then(|k| k.confirmed_at).map(|at| at.to_string()),
                "email_code_sent_at": sent.map(|code| code.sent_at.to_string()), "email": contact.and_then(|k| k.email),
            }));
        }
        let seats = seats(db, subject).await?;
        let Some(person) = subject.person else { return Ok(json!({ "contributions": said, "sign_ups": seats })) };
        let memberships: Vec<Json> = people::memberships_of(db, person)
            .await?
            .into_iter()
            .map(|m| {
                json!({"capacity": m.capacity.code(), "category": m.category, "organisation": m.organisation,
                       "unit": m.unit, "from": m.from.to_string(), "to": m.to.map(|d| d.to_string())})
            })
            .collect();
        let mandates: Vec<Json> = people::mandates_of(db, person, Date::MAX)
            .await?
            .into_iter()
            .map(|m| json!({"organisation": m.name, "power": m.power.code(), "from": m.from.to_string()}))
            .collect();
        let (noted, held_pen_at) = notes::of_person(db, person).await?;
        Ok(json!({"contributions": said, "memberships": memberships, "mandates": mandates, "sign_ups": seats,
                  "notes_of_tables": noted, "held_pen_at": held_pen_at}))
    })
}

/// Where she signed up, what she left there, whether she came.
async fn seats(db: &Db, subject: &DataSubject) -> Result<Vec<Json>, StoreError> {
    let mut seats = Vec::new();
    for seat in sign_ups::of_subject(db, subject).await? {
        let meeting = meetings::by_id(db, seat.meeting).await?.map(|row| row.meeting.sheet);
        seats.push(json!({
            "meeting": seat.meeting, "title": meeting.as_ref().map(|sheet| sheet.title.clone()),
            "start": meeting.map(|sheet| sheet.start.to_string()), "name": seat.name, "email": seat.email,
            "phone": seat.phone, "capacity": seat.capacity.code(), "code": seat.code, "state": seat.state.code(), "invited": seat.invited,
            "came_at": seat.present_at.map(|at| at.to_string()), "signed_up_at": seat.created_at.to_string(),
        }));
    }
    Ok(seats)
}

pub(crate) fn erase<'a>(tx: &'a Tx, subject: &'a DataSubject) -> Pending<'a, Result<u64, StoreError>> {
    Box::pin(async move {
        let said = contributions::erase(tx, subject).await? + sign_ups::erase(tx, subject).await?;
        let Some(person) = subject.person else { return Ok(said) };
        let answered = answers::erase(tx, person).await?;
        let noted = notes::erase(tx, person).await?;
        Ok(said + answered + noted + people::erase(tx, person).await?)
    })
}
