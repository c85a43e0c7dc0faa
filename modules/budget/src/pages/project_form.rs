//! Making a project of ideas, and saying better what it is.

use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_commons::store::contributions::{self, Filter};
use arpent_web::respond::done;
use arpent_web::{Choice, Ctx, Field, FieldProblem, PageError, Refusal, Sent};
use axum::extract::Path;
use axum::response::Response;

use super::forms::{self, Around};
use super::place::Place;
use crate::EDIT;
use crate::commands::{self, projects as acts};
use crate::domain::point::Point;
use crate::store::{budgets, projects};
use crate::texts::Texts;

/// Ideas offered on the form.
const OFFERED: i64 = 200;

/// What a project is, in fields.
fn described(t: Texts, value: impl Fn(&str) -> String) -> Vec<Field> {
    vec![
        Field::text("title", t.field_project_title(), value("title")).required().max(TITLE),
        Field::text("text", t.field_project_text(), value("text")).kind("textarea").max(REASON),
        Field::text("place", t.field_project_place(), value("place")).max(SHORT),
        Field::text("point", t.field_project_point(), value("point")).hint(t.field_project_point_hint()).max(SHORT),
    ]
}

async fn draw_new(ctx: &Ctx, place: Place, sent: &Sent, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let envelopes = budgets::envelopes(&ctx.db, place.budget.id).await?;
    let filter = Filter { limit: OFFERED, ..Filter::of(place.frame.initiative.id) };
    let ideas = contributions::list(&ctx.db, &filter).await?;
    let carried = projects::carried(&ctx.db, place.budget.id).await?;
    let ticked: Vec<String> = sent.every("sources");
    let choice = |one: &contributions::Listed| {
        let said = &one.contribution;
        let id = said.id.to_string();
        let choice =
            Choice { checked: ticked.contains(&id), ..Choice::new(id, t.source(said.number, said.title.as_str()), "") };
        if carried.contains(&said.id) { choice.hint(t.idea_carried()) } else { choice }
    };
    let mut fields = described(t, |name| sent.text(name));
    if envelopes.len() > 1 {
        let held = sent.get("envelope");
        let choices = envelopes.iter().map(|one| Choice::new(one.id.to_string(), &one.name, held)).collect();
        fields.push(Field::choices("envelope", t.fact_envelope(), choices).kind("radio").required());
    }
    if !ideas.is_empty() {
        let choices = ideas.iter().map(choice).collect();
        fields.push(
            Field::choices("sources", t.field_sources(), choices).kind("checkboxes").hint(t.field_sources_hint()),
        );
    }
    let around = Around { lead: t.new_lead().to_owned(), button: t.new_send().to_owned(), ..Around::default() };
    forms::draw(ctx, place, t.tool_new(), around, (fields, problems))
}

/// A new project.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    draw_new(&ctx, place, &Sent::default(), &[]).await
}

/// Makes it.
pub(super) async fn create(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    let new = typed(&sent);
    match acts::create(&ctx, &place.budget, &new).await {
        Ok(number) => Ok(done(&ctx, &place.href(&format!("projets/{number}")), Texts::new(ctx.lang).new_done())),
        Err(Refusal::Invalid(problems)) => draw_new(&ctx, place, &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn typed(sent: &Sent) -> acts::NewProject {
    acts::NewProject {
        title: sent.text("title"),
        text: sent.text("text"),
        place: sent.text("place"),
        point: sent.text("point"),
        envelope: sent.choice("envelope"),
        sources: sent.every("sources"),
    }
}

fn draw_edit(
    ctx: &Ctx,
    place: Place,
    version: i64,
    (fields, problems): (Vec<Field>, &[FieldProblem]),
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let around = Around {
        lead: t.edit_project_lead().to_owned(),
        button: t.edit_project_send().to_owned(),
        hidden: vec![("version", version.to_string())],
        ..Around::default()
    };
    forms::draw(ctx, place, t.edit_project(), around, (fields, problems))
}

/// A project as it is written.
pub(super) async fn edit(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    let one = commands::project(&ctx.db, &place.budget, number).await?;
    let value = |name: &str| match name {
        "title" => one.title.clone(),
        "text" => one.text.clone(),
        "place" => one.place.clone(),
        _ => one.point.map(Point::plain).unwrap_or_default(),
    };
    let fields = described(Texts::new(ctx.lang), value);
    draw_edit(&ctx, place, one.version, (fields, &[]))
}

/// Keeps what was written.
pub(super) async fn save(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    let version = sent.choice("version").unwrap_or(0);
    let t = Texts::new(ctx.lang);
    match acts::edit(&ctx, &place.budget, (number, version), &typed(&sent)).await {
        Ok(()) => Ok(done(&ctx, &place.href(&format!("projets/{number}")), t.edit_project_done())),
        Err(Refusal::Invalid(problems)) => {
            draw_edit(&ctx, place, version, (described(t, |name| sent.text(name)), &problems))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
