//! What came out of a meeting, and where a record says it comes from one.

use arpent_core::Id;
use arpent_look::parts::Anchor;
use arpent_store::search::{self, Hit};
use arpent_web::respond::done;
use arpent_web::{Ctx, Field, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::loop_form::{About, Edit, Typed, frame, records};
use super::meetings::{href, read};
use crate::commands::initiatives::scope;
use crate::commands::outputs as commands;
use crate::domain::decisions::Decision;
use crate::domain::meetings::Meeting;
use crate::permission::MEETING_RUN;
use crate::store::links::{self, End, LinkKind};
use crate::store::{decisions, meetings};
use crate::texts::Texts;
use crate::words;

/// A record that came out of a meeting.
#[derive(Debug)]
pub struct Output {
    /// Its id.
    pub id: Uuid,
    /// Its kind, in words.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
}

/// What came out of a meeting, as this reader may see it.
///
/// # Errors
/// The database does not answer.
pub async fn of(ctx: &Ctx, id: Id<Meeting>) -> Result<Vec<Output>, Refusal> {
    let t = Texts::new(ctx.lang);
    let mut outputs = Vec::new();
    for end in links::to(&ctx.db, id.uuid(), LinkKind::CameFrom).await? {
        if let Some(hit) = search::record(&ctx.db, latest(ctx, &end).await?, false).await? {
            let kind = words::coded(t, "output-kind", &hit.kind);
            outputs.push(Output { id: end.id, kind, title: hit.title, href: hit.href });
        }
    }
    Ok(outputs)
}

/// A decision that was corrected is found under its latest version.
async fn latest(ctx: &Ctx, end: &End) -> Result<Uuid, Refusal> {
    let mut id = end.id;
    if end.kind == "decision" {
        while let Some(row) = decisions::by_id(&ctx.db, Id::<Decision>::from_uuid(id)).await? {
            let Some(next) = row.replaced_by else { break };
            id = next.uuid();
        }
    }
    Ok(id)
}

/// The meetings that these records came out of, with their day: versions of one thing are asked together.
///
/// # Errors
/// The database does not answer.
pub async fn meetings_of(ctx: &Ctx, records: &[Uuid]) -> Result<Vec<Anchor>, Refusal> {
    let t = Texts::new(ctx.lang);
    let mut found: Vec<Anchor> = Vec::new();
    for record in records {
        for end in links::from(&ctx.db, *record, LinkKind::CameFrom).await? {
            if let Some(row) = meetings::by_id(&ctx.db, Id::from_uuid(end.id)).await? {
                let label = format!("{} ({})", row.meeting.sheet.title, words::when(t, &row.meeting));
                found.push(Anchor { label, href: href(row.meeting.id, "") });
            }
        }
    }
    Ok(found)
}

async fn form(ctx: &Ctx, id: Id<Meeting>, typed: &Typed) -> Result<Edit, Refusal> {
    let meeting = read(ctx, id).await?.meeting;
    ctx.require(MEETING_RUN, scope(meeting.initiative))?;
    let frame = frame(ctx, meeting.initiative).await?;
    let t = frame.t;
    let all = search::of_initiative(&ctx.db, meeting.initiative.uuid(), true).await?;
    let there = links::to(&ctx.db, id.uuid(), LinkKind::CameFrom).await?;
    let fits =
        |hit: &Hit| commands::KINDS.contains(&hit.kind.as_str()) && !there.iter().any(|end| end.id == hit.record);
    let choices: Vec<(Uuid, String)> = all
        .into_iter()
        .filter(fits)
        .map(|hit| (hit.record, t.output_choice(words::coded(t, "output-kind", &hit.kind), &hit.title)))
        .collect();
    let lead = if choices.is_empty() { t.output_none_to_link() } else { t.output_lead() };
    let about = About {
        title: t.output_add().to_owned(),
        tab: "rencontres",
        lead: lead.to_owned(),
        submit: t.output_submit(),
        back: href(id, ""),
        version: None,
    };
    let choices = records(t.choose_none(), choices, typed.get("record"));
    let field = Field::choices("record", t.output_record(), choices).kind("select").required();
    Ok(Edit::new(ctx, frame, about, vec![field]))
}

/// Which record came out of the meeting.
///
/// # Errors
/// Not allowed.
pub async fn add(ctx: Ctx, Path(id): Path<Id<Meeting>>) -> Result<Response, PageError> {
    form(&ctx, id, &Typed::default()).await?.page()
}

/// Draws the arrow.
///
/// # Errors
/// A refusal that no correction of the form would lift.
pub async fn save(ctx: Ctx, Path(id): Path<Id<Meeting>>, typed: Typed) -> Result<Response, PageError> {
    let form = form(&ctx, id, &typed).await?;
    // Nothing chosen is a record that nobody finds: it is said at the field.
    let record = typed.get("record").parse().unwrap_or(Uuid::nil());
    let added = commands::add(&ctx, id, record).await;
    form.answer(&ctx, added.map(|_| href(id, "")), Texts::new(ctx.lang).output_added())
}

/// Takes the arrow away.
///
/// # Errors
/// Not allowed.
pub async fn remove(ctx: Ctx, Path((id, record)): Path<(Id<Meeting>, Uuid)>) -> Result<Response, PageError> {
    commands::remove(&ctx, id, record).await?;
    Ok(done(&ctx, &href(id, ""), Texts::new(ctx.lang).output_removed()))
}
