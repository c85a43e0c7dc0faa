//! Preparing a worksite, writing its insurance and deliberation sheet, publishing it.

use arpent_commons::domain::point;
use arpent_commons::domain::text::{REASON, SHORT, TITLE};
use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::loop_form::{Reader, Typed, records};
use arpent_commons::store::people;
use arpent_core::Id;
use arpent_web::respond::done;
use arpent_web::{Ctx, Field, FieldProblem, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::form::FormPage;
use super::place::{Place, href};
use crate::RUN;
use crate::commands::{scope, worksites as acts};
use crate::domain::worksite::{Cover, Sheet, Worksite};
use crate::texts::Texts;

async fn fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Result<Vec<Field>, Refusal> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let known = people::organisations(&ctx.db).await?.into_iter().map(|one| (one.id.uuid(), one.name));
    let leads = records(t.lead_other(), known, typed.get("organisation"));
    Ok(vec![
        field("title", t.worksite_title()).required().max(TITLE),
        Field::choices("organisation", t.worksite_lead(), leads).kind("select"),
        field("lead_name", t.worksite_lead_name()).max(SHORT),
        field("place", t.worksite_place()).hint(t.worksite_place_hint()).required().max(SHORT),
        field("point", t.worksite_point()).hint(t.worksite_point_hint()),
        field("work", t.worksite_work()).kind("textarea").hint(t.worksite_work_hint()).required().max(REASON),
        field("bring", t.worksite_bring()).kind("textarea").hint(t.worksite_bring_hint()).max(REASON),
        field("access", t.worksite_access()).kind("textarea").hint(t.worksite_access_hint()).required().max(REASON),
    ])
}

fn read(typed: &Typed) -> Result<Sheet, Refusal> {
    let mut r = Reader::new(typed);
    let raw = r.text("point");
    let point = r.choice("point", |typed| point::read(typed).filter(|point| point::on_earth(*point)));
    if !raw.is_empty() && point.is_none() {
        return Err(Refusal::Invalid(vec![FieldProblem::new("point", "format", |l| {
            Texts::new(l).point_problem().into()
        })]));
    }
    let sheet = Sheet {
        title: r.text("title"),
        organisation: typed.id("organisation"),
        lead_name: r.text("lead_name"),
        place: r.text("place"),
        point,
        work: r.text("work"),
        bring: r.text("bring"),
        access: r.text("access"),
    };
    r.done(sheet)
}

fn typed_of(worksite: &Worksite) -> Typed {
    let s = &worksite.sheet;
    Typed::of([
        ("title", s.title.clone()),
        ("organisation", s.organisation.map(|id| id.to_string()).unwrap_or_default()),
        ("lead_name", s.lead_name.clone()),
        ("place", s.place.clone()),
        ("point", s.point.map(|(lat, lon)| format!("{lat}, {lon}")).unwrap_or_default()),
        ("work", s.work.clone()),
        ("bring", s.bring.clone()),
        ("access", s.access.clone()),
    ])
}

async fn first(ctx: &Ctx, slug: &str, typed: &Typed) -> Result<(Frame, FormPage), Refusal> {
    let frame = Frame::open(ctx, slug).await?;
    ctx.require(RUN, scope(frame.initiative.id))?;
    let t = Texts::new(ctx.lang);
    let mut form = FormPage::first(ctx, frame.clone(), t.worksite_new(), t.worksite_save_draft());
    t.worksite_new_lead().clone_into(&mut form.lead);
    form.fields = fields(ctx, t, typed).await?;
    Ok((frame, form))
}

/// The form of a new worksite.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    first(&ctx, &slug, &Typed::default()).await?.1.draw()
}

/// Prepares it.
pub(super) async fn prepare(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (frame, form) = first(&ctx, &slug, &typed).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => acts::prepare(&ctx, frame.initiative.id, &sheet).await.map(|id| href(id, "")),
        Err(refusal) => Err(refusal),
    };
    form.answer(&ctx, outcome, Texts::new(ctx.lang).worksite_prepared())
}

/// The worksite, for those who run it.
pub(super) async fn run(ctx: &Ctx, id: Id<Worksite>) -> Result<Place, Refusal> {
    let place = Place::open(ctx, id).await?;
    ctx.require(RUN, place.scope())?;
    Ok(place)
}

async fn edit_form(ctx: &Ctx, id: Id<Worksite>, typed: Option<&Typed>) -> Result<FormPage, Refusal> {
    let place = run(ctx, id).await?;
    let (t, stored) = (place.t, typed_of(&place.row.worksite));
    let version = typed.map_or(place.row.worksite.version, Typed::version);
    let mut form = FormPage::new(ctx, place, t.worksite_edit(), t.save());
    form.version = Some(version);
    form.fields = fields(ctx, t, typed.unwrap_or(&stored)).await?;
    Ok(form)
}

/// The form of a worksite.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    edit_form(&ctx, id, None).await?.draw()
}

/// Saves it.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Worksite>>, typed: Typed) -> Result<Response, PageError> {
    let form = edit_form(&ctx, id, Some(&typed)).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => acts::edit(&ctx, id, typed.version(), &sheet).await.map(|()| href(id, "")),
        Err(refusal) => Err(refusal),
    };
    form.answer(&ctx, outcome, Texts::new(ctx.lang).saved())
}

async fn cover_form(ctx: &Ctx, id: Id<Worksite>, typed: Option<&Typed>) -> Result<FormPage, Refusal> {
    let place = run(ctx, id).await?;
    let (t, c) = (place.t, place.row.worksite.cover.clone());
    let stored = Typed::of([
        ("insurer", c.insurer),
        ("contract", c.contract),
        ("deliberation", c.deliberation),
        ("deliberated_on", c.deliberated_on.map(|day| day.to_string()).unwrap_or_default()),
        ("safety", c.safety),
    ]);
    let typed = typed.unwrap_or(&stored);
    let field = |name, label| Field::text(name, label, typed.get(name));
    let mut form = FormPage::new(ctx, place, t.cover_title(), t.cover_save());
    t.cover_lead().clone_into(&mut form.lead);
    form.notes = vec![t.cover_law().to_owned()];
    form.fields = vec![
        field("insurer", t.cover_insurer()).max(SHORT),
        field("contract", t.cover_contract()).hint(t.cover_contract_hint()).max(SHORT),
        field("deliberation", t.cover_deliberation()).hint(t.cover_deliberation_hint()).max(SHORT),
        field("deliberated_on", t.cover_day()).kind("date"),
        field("safety", t.cover_safety()).hint(t.cover_safety_hint()).max(SHORT),
    ];
    Ok(form)
}

/// The insurance and deliberation sheet.
pub(super) async fn cover(ctx: Ctx, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    cover_form(&ctx, id, None).await?.draw()
}

/// Writes it.
pub(super) async fn save_cover(ctx: Ctx, Path(id): Path<Id<Worksite>>, typed: Typed) -> Result<Response, PageError> {
    let form = cover_form(&ctx, id, Some(&typed)).await?;
    let mut r = Reader::new(&typed);
    let cover = Cover {
        insurer: r.text("insurer"),
        contract: r.text("contract"),
        deliberation: r.text("deliberation"),
        deliberated_on: r.day("deliberated_on"),
        safety: r.text("safety"),
    };
    let outcome = match r.done(cover) {
        Ok(cover) => acts::cover(&ctx, id, &cover).await.map(|()| href(id, "")),
        Err(refusal) => Err(refusal),
    };
    form.answer(&ctx, outcome, Texts::new(ctx.lang).cover_saved())
}

/// Publishes it.
pub(super) async fn publish(ctx: Ctx, Path(id): Path<Id<Worksite>>) -> Result<Response, PageError> {
    acts::publish(&ctx, id).await?;
    Ok(done(&ctx, &href(id, ""), Texts::new(ctx.lang).published()))
}
