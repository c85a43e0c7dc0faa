//! A project: what it is, where it comes from, what was said of it, what became of it.

use arpent_commons::Maps;
use arpent_commons::maps::Drawn;
use arpent_commons::pages::frame::Frame;
use arpent_look::parts::{Anchor, Knot, State};
use arpent_texts::{date, datetime, euros};
use arpent_web::context::signs_as;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::commands;
use crate::commands::count::winners;
use crate::domain::point::Point;
use crate::domain::project::{Project, ProjectState};
use crate::store::projects::{self, Said};
use crate::store::{budgets, works};
use crate::texts::Texts;
use crate::{EDIT, STUDY};

#[derive(Debug, Template)]
#[template(path = "project.html")]
struct ProjectPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    number: i64,
    meaning: &'static str,
    state: &'static str,
    text: String,
    facts: Vec<(&'static str, String)>,
    reason: String,
    merged: Option<Anchor>,
    sources: Vec<Anchor>,
    knots: Vec<Knot>,
    tools: Vec<Anchor>,
    map: Option<Anchor>,
    spot: Option<Drawn>,
    withdraw: Option<String>,
}

/// The page of a project.
pub(super) async fn show(
    ctx: Ctx,
    maps: Maps,
    Path((slug, number)): Path<(String, i64)>,
) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let one = commands::project(&ctx.db, &place.budget, number).await?;
    let t = Texts::new(ctx.lang);
    let sources = projects::sources(&ctx.db, one.id).await?;
    let counted = place.budget.state == budgets::BudgetState::Counted;
    let won = if counted { Some(winners(&ctx.db, &place.budget).await?.contains(&number)) } else { None };
    let (meaning, state) = words::state(t, one.state, won);
    let shown = ProjectPage {
        facts: facts(&ctx, &place, &one).await?,
        merged: merged(&ctx, &place, &one).await?,
        sources: sources
            .into_iter()
            .map(|source| Anchor {
                href: format!("/contributions/{}", source.id),
                label: t.source(source.number, source.title),
            })
            .collect(),
        knots: knots(&ctx, &place, &one).await?,
        tools: tools(&ctx, &place, &one).await?,
        map: one
            .point
            .map(|point| Anchor { label: t.project_point(point.plain()), href: ["geo:", &point.plain()].concat() }),
        spot: maps.spot(&ctx, &place.frame.initiative, one.point.map(Point::degrees)).await?,
        withdraw: (place.may(&ctx, EDIT)
            && one.state != ProjectState::Withdrawn
            && place.budget.state != budgets::BudgetState::Counted)
            .then(|| place.href(&format!("projets/{number}/retirer"))),
        shell: place.shell(&ctx, one.title.clone()),
        frame: place.frame,
        number,
        meaning,
        state,
        text: one.text,
        reason: one.reason,
        t,
    };
    Ok(Drawn::open(shown.spot.as_ref(), page(&shown)?))
}

async fn facts(ctx: &Ctx, place: &Place, one: &Project) -> Result<Vec<(&'static str, String)>, Refusal> {
    let t = Texts::new(ctx.lang);
    let envelopes = budgets::envelopes(&ctx.db, place.budget.id).await?;
    let envelope = envelopes.into_iter().find(|envelope| envelope.id == one.envelope);
    let facts = [
        (t.fact_cost(), one.cost.map(|cost| euros(ctx.lang, cost)).unwrap_or_default()),
        (t.fact_place(), one.place.clone()),
        (t.fact_envelope(), envelope.map(|envelope| envelope.name).unwrap_or_default()),
        (t.fact_delay(), one.delay.clone()),
        (t.fact_unit(), one.unit_name.clone().unwrap_or_default()),
    ];
    Ok(facts.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

async fn merged(ctx: &Ctx, place: &Place, one: &Project) -> Result<Option<Anchor>, Refusal> {
    let Some(into) = one.merged_into else { return Ok(None) };
    let all = projects::of_budget(&ctx.db, place.budget.id).await?;
    let found = all.into_iter().find(|other| other.id == into);
    Ok(found.map(|other| Anchor { href: place.href(&format!("projets/{}", other.number)), label: other.title }))
}

/// What was said of it, then how far its works are.
async fn knots(ctx: &Ctx, place: &Place, one: &Project) -> Result<Vec<Knot>, Refusal> {
    let t = Texts::new(ctx.lang);
    let knot = |title: &str, when: String, who: Option<String>, text: &str| Knot {
        title: title.to_owned(),
        state: State::Done,
        when: Some(when),
        who,
        voice: None,
        text: Some(text.to_owned()).filter(|text| !text.is_empty()),
        link: None,
    };
    let said = |said: &Said| {
        let (_, state) = words::state(t, said.state, None);
        let title = said.cost.map_or_else(|| state.to_owned(), |cost| t.said_with_cost(euros(ctx.lang, cost), state));
        let who = arpent_core::Role::parse(&said.role).map(|role| signs_as(ctx.t(), role));
        knot(&title, datetime(ctx.lang, said.at), who, &said.reason)
    };
    let mut knots: Vec<Knot> = projects::verdicts(&ctx.db, one.id).await?.iter().map(said).collect();
    let stages = works::stages(&ctx.db, place.budget.id).await?;
    let reached = stages.iter().filter(|stage| stage.project == one.id);
    knots.extend(reached.map(|s| knot(words::stage(t, s.stage), date(ctx.lang, s.day), s.unit_name.clone(), &s.text)));
    Ok(knots)
}

async fn tools(ctx: &Ctx, place: &Place, one: &Project) -> Result<Vec<Anchor>, Refusal> {
    let t = Texts::new(ctx.lang);
    let href = |below: &str| place.href(&format!("projets/{}/{below}", one.number));
    if !place.may(ctx, STUDY) {
        return Ok(vec![]);
    }
    let mut tools = vec![];
    if matches!(place.budget.state, budgets::BudgetState::Draft | budgets::BudgetState::Published) {
        if place.may(ctx, EDIT) {
            tools.push(Anchor { label: t.edit_project().to_owned(), href: href("modifier") });
        }
        tools.push(Anchor { label: t.study_title().to_owned(), href: href("instruire") });
    }
    if winners(&ctx.db, &place.budget).await?.contains(&one.number) {
        tools.push(Anchor { label: t.works_title().to_owned(), href: href("realisation") });
    }
    Ok(tools)
}
