//! Keying what someone said on paper or aloud: the same contribution as online, marked with how it came.

use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_commons::domain::text::{BODY, SHORT, TITLE};
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::CONTRIBUTION_KEY;
use arpent_commons::store::{contributions, people, places};
use arpent_commons::words;
use arpent_core::Scope;
use arpent_core::chance::{read_short_code, secret};
use arpent_texts::collate;
use arpent_web::respond::{page_with, redirect};
use arpent_web::{Choice, Ctx, Field, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use form_urlencoded::Serializer;
use serde::Deserialize;

use crate::texts::Texts;
use arpent_web::Sent;

/// What the sheet before leaves to the next one: sheets of one box come from one place.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    commune: String,
    canal: String,
    jour: String,
    /// The follow code of the sheet just keyed, to write on its stub.
    code: String,
}

/// What is typed from one sheet.
#[derive(Debug, Clone, Default)]
struct Typed {
    submission: String,
    text: String,
    title: String,
    capacity: String,
    organisation: String,
    area: String,
    place: String,
    channel: String,
    said_on: String,
    email: String,
}

impl Typed {
    fn of(sent: &Sent) -> Self {
        Self {
            submission: sent.text("submission"),
            text: sent.text("text"),
            title: sent.text("title"),
            capacity: sent.text("capacity"),
            organisation: sent.text("organisation"),
            area: sent.text("area"),
            place: sent.text("place"),
            channel: sent.text("channel"),
            said_on: sent.text("said_on"),
            email: sent.text("email"),
        }
    }

    fn next(ctx: &Ctx, kept: &Kept) -> Self {
        let channel = if kept.canal.is_empty() { Channel::Paper.code().to_owned() } else { kept.canal.clone() };
        let said_on = if kept.jour.is_empty() { ctx.today().to_string() } else { kept.jour.clone() };
        Self {
            submission: secret(&*ctx.chance),
            area: kept.commune.clone(),
            capacity: Capacity::Inhabitant.code().to_owned(),
            channel,
            said_on,
            ..Self::default()
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "paper.html")]
struct PaperPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    stub: Option<Stub>,
}

/// The sheet just keyed: its number and the code to hand over.
#[derive(Debug)]
struct Stub {
    number: i64,
    code: String,
}

async fn draw(
    ctx: &Ctx,
    mut frame: Frame,
    typed: &Typed,
    problems: &[arpent_web::FieldProblem],
    stub: Option<Stub>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = fields(ctx, t, &frame, typed).await?;
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shell = frame.shell(ctx, t.paper_title(), "contributions");
    page_with(status, &PaperPage { shell, frame, t, form, fields, stub })
}

async fn fields(ctx: &Ctx, t: Texts, frame: &Frame, typed: &Typed) -> Result<Vec<Field>, PageError> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let channels = [Channel::Paper, Channel::Oral, Channel::Outing, Channel::Kiosk];
    let channels = channels.iter().map(|one| Choice::new(one.code(), words::channel(c, *one), &typed.channel));
    let capacities = Capacity::ALL.iter().map(|one| Choice::new(one.code(), words::capacity(c, *one), &typed.capacity));
    Ok(vec![
        Field::text("submission", "", &typed.submission).kind("hidden"),
        Field::choices("channel", t.paper_channel(), channels.collect()).kind("radio").required(),
        Field::text("said_on", t.paper_day(), &typed.said_on).kind("date").required(),
        Field::choices("area", t.contribute_area(), areas(ctx, t, frame, typed).await?).kind("select"),
        Field::text("place", t.contribute_where(), &typed.place).max(SHORT),
        Field::text("text", t.paper_text(), &typed.text)
            .kind("textarea")
            .hint(t.paper_text_hint())
            .required()
            .max(BODY),
        Field::text("title", t.contribute_title(), &typed.title).max(TITLE),
        Field::choices("capacity", t.contribute_voice(), capacities.collect()).kind("radio").required(),
        Field::choices("organisation", t.contribute_organisation(), organisations(ctx, t, frame, typed).await?)
            .kind("select"),
        Field::text("email", t.paper_email(), &typed.email).kind("email").hint(t.paper_email_hint()),
    ])
}

async fn areas(ctx: &Ctx, t: Texts, frame: &Frame, typed: &Typed) -> Result<Vec<Choice>, PageError> {
    let mut areas = places::of_initiative(&ctx.db, frame.initiative.id).await?;
    areas.sort_by(|a, b| collate(ctx.lang, &a.name, &b.name));
    let mut choices = vec![Choice::new("", t.contribute_everywhere(), &typed.area)];
    choices.extend(areas.iter().map(|area| Choice::new(area.id.to_string(), &area.name, &typed.area)));
    Ok(choices)
}

async fn organisations(ctx: &Ctx, t: Texts, frame: &Frame, typed: &Typed) -> Result<Vec<Choice>, PageError> {
    let partners = people::partners(&ctx.db, frame.initiative.id).await?;
    let mut choices = vec![Choice::new("", t.contribute_own_name(), &typed.organisation)];
    choices.extend(
        partners
            .iter()
            .map(|one| Choice::new(one.organisation.id.to_string(), &one.organisation.name, &typed.organisation)),
    );
    Ok(choices)
}

/// An empty sheet, with what the last one left.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>, Query(kept): Query<Kept>) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    ctx.require(CONTRIBUTION_KEY, Scope::Initiative(frame.initiative.id.uuid()))?;
    let typed = Typed::next(&ctx, &kept);
    let stub = match read_short_code(&kept.code) {
        Some(code) => contributions::by_code(&ctx.db, &code)
            .await?
            .map(|listed| Stub { number: listed.contribution.number, code }),
        None => None,
    };
    draw(&ctx, frame, &typed, &[], stub).await
}

/// Keys a sheet, then offers the next one.
pub(super) async fn key(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let typed = Typed::of(&sent);
    let outcome = match contribution(&frame, &typed, &sent) {
        Ok(new) => submit(&ctx, &new).await,
        Err(refusal) => Err(refusal),
    };
    match outcome {
        Ok(submitted) => {
            ctx.app().bell.notify_one();
            let kept = [
                ("commune", typed.area.as_str()),
                ("canal", typed.channel.as_str()),
                ("jour", typed.said_on.as_str()),
                ("code", submitted.code.as_str()),
            ];
            let query = Serializer::new(String::new()).extend_pairs(kept).finish();
            Ok(redirect(&format!("{}?{query}", frame.href("saisie-papier"))))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, frame, &typed, &problems, None).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn contribution(frame: &Frame, typed: &Typed, sent: &Sent) -> Result<NewContribution, Refusal> {
    let said_on = sent.day("said_on").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let channel = Channel::parse(&typed.channel)
        .filter(|channel| !matches!(channel, Channel::Web | Channel::Import))
        .ok_or_else(|| Refusal::field("channel", "missing", |l| Texts::new(l).channel_problem().into()))?;
    Ok(NewContribution {
        initiative: frame.initiative.id,
        title: typed.title.clone(),
        text: typed.text.clone(),
        channel,
        capacity: Capacity::parse(&typed.capacity)
            .ok_or_else(|| Refusal::field("capacity", "missing", |l| Texts::new(l).capacity_missing().into()))?,
        organisation: typed.organisation.parse().ok(),
        area: typed.area.parse().ok(),
        place: typed.place.clone(),
        point: None,
        photo: None,
        photo_alt: String::new(),
        email: typed.email.clone(),
        submission: typed.submission.clone(),
        said_on,
        author: Author::Nobody,
    })
}
