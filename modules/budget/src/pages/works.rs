//! Realisation: how far each project that won is, what it costs, who leads it.

use std::collections::BTreeMap;

use arpent_commons::domain::text::{REASON, SHORT};
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::{commitments, people};
use arpent_look::parts::{Anchor, State, Step as Knot};
use arpent_texts::{date, euros};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::STUDY;
use crate::commands::count::winners;
use crate::commands::works::{self as acts, NewLine, NewStage};
use crate::domain::project::Project;
use crate::domain::works::{LineKind, Stage, totals};
use crate::store::works::Reached;
use crate::store::{projects, works};
use crate::texts::Texts;

/// A project that won.
#[derive(Debug)]
struct Card {
    href: String,
    title: String,
    stage: &'static str,
    meaning: &'static str,
    steps: Vec<Knot>,
    latest: String,
    facts: Vec<(&'static str, String)>,
}

#[derive(Debug, Template)]
#[template(path = "works.html")]
struct WorksPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    summary: String,
    cards: Vec<Card>,
}

/// The steps of works, those reached full.
fn steps(ctx: &Ctx, reached: &[&Reached]) -> Vec<Knot> {
    let t = Texts::new(ctx.lang);
    let last = reached.last().map(|one| one.stage);
    let ordinary = Stage::ALL.iter().filter(|stage| **stage != Stage::Stopped);
    let shown = ordinary.chain((last == Some(Stage::Stopped)).then_some(&Stage::Stopped));
    let knot = |stage: &Stage| {
        let when = reached.iter().rfind(|one| one.stage == *stage).map(|one| date(ctx.lang, one.day));
        let state = match last {
            Some(Stage::Stopped) if *stage == Stage::Stopped => State::Stopped,
            Some(last) if last == *stage && last != Stage::Delivered => State::Here,
            Some(last) if *stage <= last && last != Stage::Stopped => State::Done,
            _ if when.is_some() => State::Done,
            _ => State::Next,
        };
        Knot { label: words::stage(t, *stage).to_owned(), state, when, href: None }
    };
    shown.map(knot).collect()
}

fn card(ctx: &Ctx, place: &Place, one: &Project, reached: &[Reached], sums: [i64; 3]) -> Card {
    let t = Texts::new(ctx.lang);
    let mine: Vec<&Reached> = reached.iter().filter(|stage| stage.project == one.id).collect();
    let last = mine.last();
    let amounts = LineKind::ALL.iter().zip(sums).filter(|(_, sum)| *sum != 0);
    let mut facts: Vec<(&'static str, String)> =
        amounts.map(|(kind, sum)| (words::line(t, *kind), euros(ctx.lang, sum))).collect();
    facts.extend(last.and_then(|last| last.unit_name.clone()).map(|unit| (t.works_leads(), unit)));
    Card {
        href: place.href(&format!("projets/{}", one.number)),
        title: t.source(one.number, one.title.as_str()),
        stage: last.map_or(t.stage_none(), |last| words::stage(t, last.stage)),
        meaning: match last.map(|last| last.stage) {
            Some(Stage::Delivered) => "success",
            Some(Stage::Stopped) => "danger",
            Some(_) => "info",
            None => "",
        },
        // A thread of steps that are all to come says nothing.
        steps: if mine.is_empty() { Vec::new() } else { steps(ctx, &mine) },
        latest: last.map(|last| t.works_latest(date(ctx.lang, last.day), last.text.as_str())).unwrap_or_default(),
        facts,
    }
}

/// Everyone's page: how far the projects that won are.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let won = winners(&ctx.db, &place.budget).await?;
    let all = projects::of_budget(&ctx.db, place.budget.id).await?;
    let reached = works::stages(&ctx.db, place.budget.id).await?;
    let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (project, line) in works::lines(&ctx.db, place.budget.id).await? {
        lines.entry(project.uuid()).or_default().push(line);
    }
    let sums = |one: &Project| totals(lines.get(&one.id.uuid()).map_or(&[][..], Vec::as_slice));
    let chosen: Vec<&Project> = all.iter().filter(|one| won.contains(&one.number)).collect();
    let cards: Vec<Card> = chosen.iter().map(|one| card(&ctx, &place, one, &reached, sums(one))).collect();
    let latest = |one: &&&Project| reached.iter().rfind(|stage| stage.project == one.id).map(|stage| stage.stage);
    let delivered = chosen.iter().filter(|one| latest(one) == Some(Stage::Delivered)).count();
    let spent = chosen.iter().map(|one| sums(one)[2]).sum();
    let summary = t.works_summary(delivered, euros(ctx.lang, spent), chosen.len());
    page(&WorksPage { shell: place.shell(&ctx, t.gesture_works()), frame: place.frame, t, summary, cards })
}

/// One form of the page of those who follow works.
#[derive(Debug)]
struct Act {
    title: &'static str,
    action: String,
    form: Form,
    fields: Vec<Field>,
    button: &'static str,
}

#[derive(Debug, Template)]
#[template(path = "works_edit.html")]
struct EditPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    steps: Vec<Knot>,
    lines: Vec<(String, &'static str, String, String)>,
    promises: Vec<Anchor>,
    acts: Vec<Act>,
}

fn stage_fields(ctx: &Ctx, units: Vec<Choice>, sent: &Sent) -> Vec<Field> {
    let t = Texts::new(ctx.lang);
    let codes: Vec<&'static str> = Stage::ALL.iter().map(|stage| stage.code()).collect();
    vec![
        Field::choices("stage", t.field_stage(), words::choices(t, "stage", &codes, sent.get("stage")))
            .kind("select")
            .required(),
        Field::text("day", t.field_day(), sent.get("day")).kind("date"),
        Field::choices("unit", t.works_leads(), units).kind("select"),
        Field::text("text", t.field_what(), sent.get("text")).kind("textarea").required().max(REASON),
    ]
}

fn line_fields(ctx: &Ctx, sent: &Sent) -> Vec<Field> {
    let t = Texts::new(ctx.lang);
    let codes: Vec<&'static str> = LineKind::ALL.iter().map(|kind| kind.code()).collect();
    vec![
        Field::choices("kind", t.field_kind(), words::choices(t, "line", &codes, sent.get("kind")))
            .kind("select")
            .required(),
        Field::text("amount", t.field_amount(), sent.get("amount")).hint(t.field_amount_hint()).required().max(20),
        Field { id: "line-day".to_owned(), ..Field::text("day", t.field_day(), sent.get("day")).kind("date") },
        Field::text("reference", t.field_reference(), sent.get("reference"))
            .hint(t.field_reference_hint())
            .required()
            .max(SHORT),
    ]
}

async fn draw(
    ctx: &Ctx,
    (mut place, one): (Place, Project),
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let href = |below: &str| place.href(&format!("projets/{}/{below}", one.number));
    let mut units = vec![Choice::new("", t.field_unit_none(), sent.get("unit"))];
    let known = people::units(&ctx.db).await?;
    units.extend(known.iter().map(|unit| Choice::new(unit.id.to_string(), &unit.name, sent.get("unit"))));
    let mut promises = vec![Choice::new("", t.field_commitment_none(), "")];
    let of_initiative = commitments::of_initiative(&ctx.db, place.frame.initiative.id).await?;
    promises.extend(
        of_initiative.iter().map(|row| Choice::new(row.commitment.id.to_string(), row.commitment.text.as_str(), "x")),
    );
    let act = |title, below: &str, mut fields: Vec<Field>, button, wanted: bool| {
        let form = Form::refused(if wanted { problems } else { &[] }, ctx.lang, &mut fields);
        Act { title, action: href(below), form, fields, button }
    };
    let is = |name: &str| sent.pairs().any(|(sent, _)| sent == name);
    let commitment = Field::choices("commitment", t.field_commitment(), promises).kind("select").required();
    let acts = vec![
        act(t.act_stage(), "etape", stage_fields(ctx, units, sent), t.act_stage_send(), is("stage")),
        act(t.act_line(), "montant", line_fields(ctx, sent), t.act_line_send(), is("kind")),
        act(t.act_commitment(), "engagement", vec![commitment], t.act_commitment_send(), is("commitment")),
    ];
    let reached = works::stages(&ctx.db, place.budget.id).await?;
    let mine: Vec<&Reached> = reached.iter().filter(|stage| stage.project == one.id).collect();
    let lines = works::lines(&ctx.db, place.budget.id).await?.into_iter().filter(|(project, _)| *project == one.id);
    let tied = works::commitments(&ctx.db, one.id).await?;
    let edit = EditPage {
        steps: steps(ctx, &mine),
        lines: lines
            .map(|(_, line)| {
                let amount = euros(ctx.lang, line.amount);
                (date(ctx.lang, line.day), words::line(t, line.kind), amount, line.reference)
            })
            .collect(),
        promises: tied
            .into_iter()
            .map(|one| Anchor {
                href: format!("/engagements/{}", one.id),
                label: t.promised(one.text, date(ctx.lang, one.due)),
            })
            .collect(),
        acts,
        shell: place.shell(ctx, t.works_of(one.title.as_str())),
        frame: place.frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &edit)
}

async fn open(ctx: &Ctx, slug: &str, number: i64) -> Result<(Place, Project), PageError> {
    let place = Place::open_for(ctx, slug, STUDY).await?;
    let one = crate::commands::project(&ctx.db, &place.budget, number).await?;
    Ok((place, one))
}

/// The page of those who follow the works.
pub(super) async fn begin(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let opened = open(&ctx, &slug, number).await?;
    draw(&ctx, opened, &Sent::default(), &[]).await
}

async fn after(
    ctx: &Ctx,
    (place, one): (Place, Project),
    sent: &Sent,
    outcome: Result<(), Refusal>,
) -> Result<Response, PageError> {
    match outcome {
        Ok(()) => {
            let to = place.href(&format!("projets/{}/realisation", one.number));
            Ok(done(ctx, &to, Texts::new(ctx.lang).works_done()))
        }
        Err(Refusal::Invalid(problems)) => draw(ctx, (place, one), sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Says how far it is.
pub(super) async fn reach(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let opened = open(&ctx, &slug, number).await?;
    let new = NewStage {
        stage: sent.text("stage"),
        day: sent.choice("day"),
        text: sent.text("text"),
        unit: sent.choice("unit"),
    };
    let outcome = acts::reach(&ctx, &opened.0.budget, number, &new).await;
    after(&ctx, opened, &sent, outcome).await
}

/// Enters an amount.
pub(super) async fn enter(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let opened = open(&ctx, &slug, number).await?;
    let new = NewLine {
        kind: sent.text("kind"),
        amount: sent.text("amount"),
        day: sent.choice("day"),
        reference: sent.text("reference"),
    };
    let outcome = acts::enter(&ctx, &opened.0.budget, number, &new).await;
    after(&ctx, opened, &sent, outcome).await
}

/// Ties a commitment.
pub(super) async fn tie(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let opened = open(&ctx, &slug, number).await?;
    let outcome = acts::tie(&ctx, &opened.0.budget, number, sent.choice("commitment")).await;
    after(&ctx, opened, &sent, outcome).await
}
