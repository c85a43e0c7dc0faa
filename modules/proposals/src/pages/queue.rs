//! What waits for me: the oldest promise first, late in words, the next one with one key, several answered at once.

use arpent_commons::commands::answers;
use arpent_commons::domain::contribution::{AnswerStatus, Contribution, NewAnswer};
use arpent_commons::domain::text::first_words;
use arpent_commons::words;
use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_texts::date_short;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use jiff::civil::Date;
use serde::Deserialize;

use super::answer::{Links, answer_fields, links};
use super::words::promise;
use crate::domain::assignment::due_day;
use crate::domain::promise::Promise;
use crate::store::briefs;
use crate::store::queue::{self, Waiting, WaitingIn};
use crate::texts::Texts;
use arpent_web::Sent;

/// Lines of a queue: beyond, nobody reads on.
const LINES: i64 = 100;
/// Letters of an excerpt.
const EXCERPT: usize = 220;

#[derive(Debug, Template)]
#[template(path = "queue.html")]
struct QueuePage {
    shell: Shell,
    t: Texts,
    form: Form,
    lines: Vec<WaitingLine>,
    total: i64,
    late: usize,
    communes: Option<Field>,
    ticked: Vec<String>,
}

/// A contribution that waits, in words.
#[derive(Debug)]
pub(super) struct WaitingLine {
    pub(super) id: String,
    pub(super) number: i64,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) who: &'static str,
    pub(super) place: Option<String>,
    pub(super) when: String,
    pub(super) theme: Option<String>,
    pub(super) initiative: String,
    pub(super) due: String,
    pub(super) late: bool,
    pub(super) studied: bool,
    pub(super) note: String,
    /// The colleague who holds it.
    pub(super) holder: Option<String>,
    pub(super) handed_back: Option<String>,
    days: Option<i64>,
}

/// The day its answer is due.
pub(super) fn due(one: &Waiting) -> Date {
    let delay = SignedDuration::from_hours(24 * one.answer_delay_days);
    let promised = one.created_at.checked_add(delay).unwrap_or(one.created_at);
    due_day(one.due_day, paris_date(one.created_at), paris_date(promised))
}

/// One line of a queue.
pub(super) fn waiting_line(ctx: &Ctx, one: &Waiting) -> WaitingLine {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let due = due(one);
    let standing = Promise::of(due, ctx.today(), false);
    WaitingLine {
        id: one.id.to_string(),
        number: one.number,
        title: one.title.clone(),
        excerpt: first_words(&one.text, EXCERPT),
        who: words::capacity(c, one.capacity),
        place: one.area_name.clone(),
        when: date_short(ctx.lang, one.said_on),
        theme: one.theme_title.clone(),
        initiative: one.initiative_title.clone(),
        due: promise(ctx.lang, due, standing),
        late: standing.is_late(),
        studied: one.status == Some(AnswerStatus::UnderStudy),
        holder: one.assignee_name.clone().filter(|_| one.assignee != ctx.actor.person),
        note: if one.handed_back { String::new() } else { one.note.clone() },
        handed_back: one.handed_back.then(|| one.note.clone()),
        days: standing.days(),
    }
}

/// Where, in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Place {
    /// An INSEE code, or nothing for everywhere.
    pub(super) commune: String,
}

/// The communes to choose among; nothing when there is only one.
pub(super) fn communes(ctx: &Ctx, found: Vec<WaitingIn>, place: &Place) -> Option<Field> {
    let t = Texts::new(ctx.lang);
    let mut choices = vec![Choice::new("", t.filter_all(), &place.commune)];
    choices.extend(found.into_iter().map(|one| {
        let name = format!("{} ({})", one.name, one.count);
        Choice::new(one.code, name, &place.commune)
    }));
    (choices.len() > 2).then(|| Field::choices("commune", t.filter_area(), choices).kind("select"))
}

/// What waits for the reader and her units.
pub(super) async fn show(ctx: Ctx, Query(place): Query<Place>) -> Result<Response, PageError> {
    draw(&ctx, &place, &Sent::default(), &[]).await
}

async fn draw(ctx: &Ctx, place: &Place, sent: &Sent, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let person = ctx.person()?;
    let t = Texts::new(ctx.lang);
    let waiting = queue::hers(&ctx.db, person, ctx.today(), &place.commune, LINES).await?;
    let mut lines: Vec<WaitingLine> = waiting.iter().map(|one| waiting_line(ctx, one)).collect();
    lines.sort_by_key(|line| line.days);
    let total = if lines.len() < usize::try_from(LINES).unwrap_or(0) {
        i64::try_from(lines.len()).unwrap_or(LINES)
    } else {
        queue::count_hers(&ctx.db, person, ctx.today(), &place.commune).await?
    };
    let queue_page = QueuePage {
        shell: ctx.shell(t.queue_title(), vec![]),
        form: Form::refused(problems, ctx.lang, []),
        late: lines.iter().filter(|line| line.late).count(),
        ticked: sent.every("contributions"),
        communes: communes(ctx, queue::communes_of_hers(&ctx.db, person, ctx.today()).await?, place),
        lines,
        total,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &queue_page)
}

#[derive(Debug, Template)]
#[template(path = "bulk_answer.html")]
struct BulkPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    links: Links,
    briefs: Vec<briefs::Brief>,
    /// Read again before it is given.
    preview: Option<Preview>,
}

/// The answer as each of them will read it.
#[derive(Debug)]
struct Preview {
    status: &'static str,
    reason: String,
}

/// The same answer to several: written, read again beside each of them, then given.
pub(super) async fn bulk(ctx: Ctx, sent: Sent) -> Result<Response, PageError> {
    let ids: Vec<Id<Contribution>> = sent.every("contributions");
    if ids.is_empty() {
        let nothing = FieldProblem::new("contributions", "missing", |l| Texts::new(l).nothing_chosen().into());
        return draw(&ctx, &Place::default(), &sent, &[nothing]).await;
    }
    match sent.get("go") {
        "give" => give(&ctx, &sent, &ids).await,
        "preview" => match looked_at(&sent) {
            Ok(new) => draw_bulk(&ctx, &sent, &ids, &[], Some(preview(&ctx, &new))).await,
            Err(problems) => draw_bulk(&ctx, &sent, &ids, &problems, None).await,
        },
        _ => draw_bulk(&ctx, &sent, &ids, &[], None).await,
    }
}

fn looked_at(sent: &Sent) -> Result<NewAnswer, Vec<FieldProblem>> {
    let new = super::answer::read(sent)?;
    if new.status.is_final() && new.reason.trim().is_empty() {
        return Err(vec![FieldProblem::new("reason", "missing", |l| Texts::new(l).reason_missing().into())]);
    }
    Ok(new)
}

fn preview(ctx: &Ctx, new: &NewAnswer) -> Preview {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    Preview { status: words::answer_status(c, new.status), reason: words::with_means(c, &new.reason, new.means) }
}

async fn draw_bulk(
    ctx: &Ctx,
    sent: &Sent,
    ids: &[Id<Contribution>],
    problems: &[FieldProblem],
    preview: Option<Preview>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let briefs = briefs::several(&ctx.db, ids).await?;
    let mut fields = answer_fields(ctx, sent);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let first = arpent_commons::commands::contributions::get(ctx, *ids.first().ok_or(Refusal::NotFound)?).await?;
    let bulk = BulkPage {
        shell: ctx.shell(t.bulk_title(briefs.len()), vec![]),
        links: links(ctx, first.initiative, sent).await?,
        form,
        fields,
        briefs,
        preview,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &bulk)
}

async fn give(ctx: &Ctx, sent: &Sent, ids: &[Id<Contribution>]) -> Result<Response, PageError> {
    let new = match super::answer::read(sent) {
        Ok(new) => new,
        Err(problems) => return draw_bulk(ctx, sent, ids, &problems, None).await,
    };
    match answers::give(ctx, ids, &new, &super::answer::subjects(sent)).await {
        Ok(()) => {
            ctx.app().bell.notify_one();
            Ok(done(ctx, "/ma-file", &Texts::new(ctx.lang).answers_given(ids.len())))
        }
        Err(Refusal::Invalid(problems)) => draw_bulk(ctx, sent, ids, &problems, None).await,
        Err(refusal) => Err(refusal.into()),
    }
}
