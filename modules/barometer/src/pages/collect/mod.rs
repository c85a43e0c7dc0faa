//! Where answers are collected: the public link, posters, tablets, buttons, and what has come so far.

mod import;
mod interview;
mod invitations;
mod keying;
mod poster;
mod quotas;
mod sheets;

pub(super) use import::{
    begin as import_begin, confirm as import_confirm, errors as import_errors, give_up as import_give_up,
    map as import_map, show as import_show, upload as import_upload,
};
pub(super) use interview::{begin as interview_begin, send as interview_send};
pub(super) use invitations::{
    add as invitations_add, bounced as invitations_bounced, remind as invitations_remind, send as invitations_send,
    show as invitations_show,
};
pub(super) use keying::{begin as keying_begin, send as keying_send};
pub(super) use poster::{pdf as poster_pdf, show as poster};
pub(super) use sheets::{begin as sheets_begin, create as sheets_create, print as sheets_print};

use arpent_core::Id;
use arpent_web::respond::{PageError, done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, Refusal, Sent, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::at_wave::AtWave;
use crate::COLLECT;
use crate::commands::points::{self as commands, NewPoint};
use crate::domain::collection::{PointKind, public_population};
use crate::domain::wave::{Mode, WaveState};
use crate::store::answers;
use crate::store::points::{self, Point};
use crate::texts::Texts;

/// A point as the page lists it.
#[derive(Debug)]
struct Listed {
    title: String,
    kind: &'static str,
    population: String,
    service: String,
    code: String,
    address: String,
    closed: bool,
    /// The poster to print, as a page and as a file.
    poster: Option<(String, String)>,
    /// The snippet to paste.
    snippet: Option<String>,
    close: String,
    kiosk: bool,
}

/// Complete answers of a population that came one way.
#[derive(Debug)]
struct Came {
    population: String,
    mode: &'static str,
    n: i64,
}

#[derive(Debug, Template)]
#[template(path = "collect.html")]
struct CollectPage {
    shell: Shell,
    t: Texts,
    place: AtWave,
    open: bool,
    public: String,
    complete: i64,
    under_way: i64,
    came: Vec<Came>,
    quotas: Vec<quotas::Line>,
    points: Vec<Listed>,
    form: Form,
    fields: Vec<Field>,
}

async fn draw(ctx: &Ctx, place: AtWave, typed: &NewPoint, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let counts = answers::counts(&ctx.db, place.wave.id).await?;
    let total = |complete: bool| counts.iter().filter(|one| one.complete == complete).map(|one| one.n).sum();
    let came = counts.iter().filter(|one| one.complete).map(|one| Came {
        population: place.population(ctx, &one.population),
        mode: mode(t, one.mode),
        n: one.n,
    });
    let points = points::of_wave(&ctx.db, place.wave.id).await?;
    let mut fields = fields(ctx, t, &place, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let page = CollectPage {
        shell: place.shell(ctx, t.collect_title()),
        t,
        open: place.wave.state == WaveState::Open,
        public: ctx.absolute(&place.public()),
        complete: total(true),
        under_way: total(false),
        came: came.collect(),
        quotas: quotas::all(ctx, &place).await?,
        points: points.into_iter().map(|point| listed(ctx, t, &place, point)).collect(),
        form,
        fields,
        place,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// A way to answer, in words.
pub(super) fn mode(t: Texts, mode: Mode) -> &'static str {
    t.say(&format!("mode-{}", mode.code())).unwrap_or("")
}

fn listed(ctx: &Ctx, t: Texts, place: &AtWave, point: Point) -> Listed {
    let address = ctx.absolute(&format!("/b/{}", point.code));
    let protocol = &place.version.protocol;
    let service = point.service.as_deref().and_then(|code| protocol.service(code));
    Listed {
        kind: t.say(&format!("point-kind-{}-short", point.kind.code())).unwrap_or(""),
        population: place.population(ctx, &point.population),
        service: service
            .map_or_else(|| t.point_all_services().to_owned(), |one| one.name.say(ctx.lang.code()).to_owned()),
        poster: (point.kind == PointKind::Poster).then(|| posters(place, &point)),
        snippet: (point.kind == PointKind::Embedded).then(|| format!("<a href=\"{address}\">{}</a>", t.button_words())),
        close: place.href(&format!("collecte/points/{}/fermer", point.id)),
        kiosk: point.kind == PointKind::Kiosk,
        title: point.title,
        code: point.code,
        closed: point.closed,
        address,
    }
}

fn posters(place: &AtWave, point: &Point) -> (String, String) {
    let pdf = place.href(&format!("collecte/points/{}/affiche.pdf", point.id));
    (place.href(&format!("affiches/{}", point.id)), pdf)
}

fn fields(ctx: &Ctx, t: Texts, place: &AtWave, typed: &NewPoint) -> Vec<Field> {
    let protocol = &place.version.protocol;
    let kinds = PointKind::ALL.iter().map(|one| {
        let label = t.say(&format!("point-kind-{}", one.code())).unwrap_or("");
        Choice::new(one.code(), label, &typed.kind)
    });
    let mut services = vec![Choice::new("", t.point_all_services(), &typed.service)];
    let named = protocol.services.iter().map(|one| (one.code.as_str(), one.name.say(ctx.lang.code())));
    services.extend(named.map(|(code, name)| Choice::new(code, name, &typed.service)));
    vec![
        Field::choices("kind", t.point_kind(), kinds.collect()).kind("radio").required(),
        Field::text("place", t.point_place(), &typed.place).hint(t.point_place_hint()),
        Field::choices("service", t.point_service(), services).kind("select").required(),
        Field::choices("population", t.point_population(), place.populations(ctx, &typed.population))
            .kind("select")
            .required(),
        Field::text("title", t.point_title(), &typed.title).hint(t.point_title_hint()),
    ]
}

/// The page of collection.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let population = public_population(&place.version.protocol).unwrap_or("").to_owned();
    let typed = NewPoint { kind: PointKind::Poster.code().to_owned(), population, ..NewPoint::default() };
    draw(&ctx, place, &typed, &[]).await
}

/// Opens a point.
pub(super) async fn open_point(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let typed = NewPoint {
        kind: sent.text("kind"),
        population: sent.text("population"),
        service: sent.text("service"),
        place: sent.text("place"),
        title: sent.text("title"),
    };
    match commands::open(&ctx, &place.wave, &place.version.protocol, &typed).await {
        Ok(_) => Ok(done(&ctx, &place.href("collecte"), Texts::new(ctx.lang).point_created())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, place, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Closes a point.
pub(super) async fn close_point(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Point>)>,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    commands::close(&ctx, id).await?;
    Ok(redirect(&place.href("collecte")))
}
