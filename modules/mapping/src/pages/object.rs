//! The page of an object: what it is, how large, since when, what was seen there, what followed it.

use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_core::clock::paris_date;
use arpent_store::files;
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::draw::opened;
use super::ground::Ground;
use super::sketch::small;
use super::words;
use crate::commands::reports::NewReport;
use crate::commands::{object, objects as commands, reports as reporting_commands, scope, votes as votes_commands};
use crate::domain::layer::Layer;
use crate::domain::object::{Object, ObjectState};
use crate::domain::validation::Tally;
use crate::store::observations::{self, Observation};
use crate::store::reports::{self, Ground as Why};
use crate::store::settings::base_map;
use crate::store::{objects, projects, votes};
use crate::texts::Texts;
use crate::{EDIT, VALIDATE, VOTE};
use arpent_commons::domain::text::REASON;

#[derive(Debug, Template)]
#[template(path = "object.html")]
struct ObjectPage {
    shell: Shell,
    t: Texts,
    one: Object,
    layer: Layer,
    size: String,
    days: String,
    place: String,
    state: Option<(&'static str, &'static str)>,
    map: String,
    within: Vec<(String, String)>,
    history: Vec<Period>,
    seen: Option<Seen>,
    reports: Vec<(&'static str, String, String)>,
    /// It is a project: its sheet.
    project: bool,
    may_edit: bool,
    may_validate: bool,
}

/// One of the shapes that followed one another.
#[derive(Debug)]
struct Period {
    title: String,
    href: String,
    days: String,
    size: String,
    source: String,
    here: bool,
}

/// What was observed.
#[derive(Debug)]
struct Seen {
    on: String,
    sensitive: bool,
    details: Vec<(String, String)>,
    photo: bool,
    photo_alt: String,
    decided: Option<String>,
    reason: String,
    tally: Tally,
    hers: Option<bool>,
    may_vote: bool,
    open: bool,
    escalated: bool,
    /// For those who validate.
    exact: Option<String>,
}

/// The page of an object.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (one, layer) = object(&ctx, id).await?;
    let ground = Ground::of(&ctx, &layer).await?;
    let may_validate = ctx.may(VALIDATE, scope(layer.initiative));
    let seen = match observations::of(&ctx.db, id).await? {
        Some(seen) => Some(told(&ctx, &one, seen, may_validate).await?),
        None => None,
    };
    let reports = if may_validate { reports::open(&ctx.db, id).await? } else { vec![] };
    let within = match layer.initiative {
        Some(of) => words::zones(&ctx, of, one.shape.anchor(), ctx.today()).await?,
        None => vec![],
    };
    let base = base_map(&ctx.db).await?;
    let object = ObjectPage {
        shell: ground.below(&ctx, one.title.clone(), Some(&layer)),
        size: words::size(ctx.lang, one.shape.square_metres(), one.shape.metres()),
        days: words::days(ctx.lang, one.from, one.to),
        place: words::place(one.shape.anchor()),
        state: words::state(t, one.state),
        map: small(&ctx, layer.initiative, &[(&one.shape, layer.tone)], None).await?,
        within: within.into_iter().filter(|(_, href)| *href != format!("/lieux/{id}")).collect(),
        history: history(&ctx, &one).await?,
        reports: reports
            .into_iter()
            .map(|report| (words::ground(t, report.ground), report.text, date(ctx.lang, paris_date(report.at))))
            .collect(),
        project: projects::of(&ctx.db, id).await?.is_some(),
        may_edit: ctx.may(EDIT, scope(layer.initiative)),
        may_validate,
        seen,
        one,
        layer,
        t,
    };
    Ok(opened(page(&object)?, &base))
}

async fn history(ctx: &Ctx, one: &Object) -> Result<Vec<Period>, Refusal> {
    let all = objects::lineage(&ctx.db, one.lineage).await?;
    if all.len() < 2 {
        return Ok(vec![]);
    }
    let period = |other: Object| Period {
        href: format!("/lieux/{}", other.id),
        days: words::days(ctx.lang, other.from, other.to),
        size: words::size(ctx.lang, other.shape.square_metres(), other.shape.metres()),
        here: other.id == one.id,
        title: other.title,
        source: other.source,
    };
    Ok(all.into_iter().map(period).collect())
}

async fn told(ctx: &Ctx, one: &Object, seen: Observation, may_validate: bool) -> Result<Seen, Refusal> {
    let hers = match ctx.actor.person {
        Some(person) => votes::hers(&ctx.db, one.id, person).await?,
        None => None,
    };
    let t = Texts::new(ctx.lang);
    let exact = if may_validate { observations::exact(&ctx.db, one.id).await? } else { None };
    let by =
        seen.decided.as_deref().map(|by| if by == "peers" { t.decided_by_peers() } else { t.decided_by_validator() });
    let when = seen.decided_at.map(|at| date(ctx.lang, paris_date(at))).unwrap_or_default();
    let own = one.person.is_some() && one.person == ctx.actor.person;
    Ok(Seen {
        on: date(ctx.lang, seen.seen_on),
        photo: seen.photo.is_some() && (!seen.sensitive || may_validate),
        decided: by.map(|by| t.decided_on(by, when.as_str())),
        tally: votes::tally(&ctx.db, one.id).await?,
        may_vote: !own && ctx.may(VOTE, arpent_core::Scope::Anywhere),
        open: one.state == ObjectState::Pending,
        exact: exact.map(|shape| words::place(shape.anchor())),
        sensitive: seen.sensitive,
        details: seen.details,
        photo_alt: seen.photo_alt,
        reason: seen.reason,
        escalated: seen.escalated,
        hers,
    })
}

/// The photograph of an observation; of something sensitive, for those who validate only.
pub(super) async fn photo(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    let (_, layer) = object(&ctx, id).await?;
    let seen = observations::of(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    if seen.sensitive && !ctx.may(VALIDATE, scope(layer.initiative)) {
        return Err(Refusal::NotFound.into());
    }
    let file = files::get(&ctx.db, seen.photo.ok_or(Refusal::NotFound)?).await?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=600")];
    Ok((StatusCode::OK, headers, file.content).into_response())
}

/// Takes an object off the map.
pub(super) async fn remove(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    commands::set_shown(&ctx, id, false).await?;
    Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).object_removed()))
}

/// Puts it back.
pub(super) async fn put_back(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    commands::set_shown(&ctx, id, true).await?;
    Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).object_put_back()))
}

/// A peer said whether she saw the same.
pub(super) async fn vote(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    votes_commands::vote(&ctx, id, sent.ticked("agrees")).await?;
    Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).vote_kept()))
}

#[derive(Debug, Template)]
#[template(path = "report.html")]
struct ReportPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    submission: String,
    back: String,
}

/// The form of a report.
pub(super) async fn reporting(ctx: Ctx, Path(id): Path<Id<Object>>) -> Result<Response, PageError> {
    let new = NewReport { submission: secret(&*ctx.chance), ..NewReport::default() };
    report_form(&ctx, id, new, &[]).await
}

/// A report was sent.
pub(super) async fn report(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    let new = NewReport { ground: sent.text("ground"), text: sent.text("text"), submission: sent.text("submission") };
    match reporting_commands::report(&ctx, id, &new).await {
        Ok(()) => Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).report_sent())),
        Err(Refusal::Invalid(problems)) => report_form(&ctx, id, new, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn report_form(
    ctx: &Ctx,
    id: Id<Object>,
    new: NewReport,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (one, layer) = object(ctx, id).await?;
    let ground = Ground::of(ctx, &layer).await?;
    let grounds = Why::ALL.iter().map(|why| Choice::new(why.code(), words::ground(t, *why), &new.ground)).collect();
    let mut fields = vec![
        Field::choices("ground", t.report_ground(), grounds).kind("radio").required(),
        Field::text("text", t.report_text(), &new.text).kind("textarea").hint(t.report_text_hint()).max(REASON),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = ReportPage {
        shell: ground.below(ctx, t.report_title(one.title.as_str()), Some(&layer)),
        back: format!("/lieux/{id}"),
        submission: new.submission,
        fields,
        form,
        t,
    };
    page_with(status, &page)
}
