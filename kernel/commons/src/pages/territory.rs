//! The administrator's page of the territory: communes and their contours, organisations, services, and who may do what
//! for whom.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_web::identity::store::account_by_email;
use arpent_web::respond::{done, page_with};
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use super::contours::{self, Section};
use crate::commands::people as commands;
use crate::domain::people::{MembershipCapacity, Organisation, OrganisationKind, Power};
use crate::domain::problems::Problems;
use crate::domain::text::SHORT;
use crate::store::contours::kept;
use crate::store::people::{self, NewMandate, NewMembership, OrganisationRow, UnitRow};
use crate::store::places::{self, AreaRow};
use crate::texts::Texts;
use crate::words;

const ADDRESS: &str = "/admin/territoire";

#[derive(Debug, Template)]
#[template(path = "territory.html")]
struct Territory {
    shell: Shell,
    t: Texts,
    form: Form,
    /// Each with its surface, once its contour is known.
    areas: Vec<(AreaRow, String)>,
    contours: Section,
    organisations: Vec<(OrganisationRow, &'static str)>,
    units: Vec<UnitRow>,
    organisation_fields: Vec<Field>,
    unit_fields: Vec<Field>,
    membership_fields: Vec<Field>,
    mandate_fields: Vec<Field>,
}

/// What the forms of the page send; each sends its own part.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    kind: String,
    organisation: String,
    unit: String,
    email: String,
    capacity: String,
    category: String,
    power: String,
    from: String,
    to: String,
    document: String,
    source: String,
}

fn list<T: Copy>(
    all: &[T],
    code: fn(T) -> &'static str,
    word: impl Fn(T) -> &'static str,
    current: &str,
) -> Vec<Choice> {
    all.iter().map(|value| Choice::new(code(*value), word(*value), current)).collect()
}

async fn draw(ctx: &Ctx, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let organisations = people::organisations(&ctx.db).await?;
    let units = people::units(&ctx.db).await?;
    let named: Vec<Choice> =
        organisations.iter().map(|o| Choice::new(o.id.to_string(), o.name.clone(), &typed.organisation)).collect();
    let choose = |name, label: &str, options: Vec<Choice>| Field::choices(name, label, options).kind("select");
    let none = Choice::new("", t.none_of_them(), &typed.unit);
    let named_units = units.iter().map(|u| Choice::new(u.id.to_string(), u.name.clone(), &typed.unit));
    let period = || {
        let from = if typed.from.is_empty() { ctx.today().to_string() } else { typed.from.clone() };
        [
            Field::text("from", t.field_from(), from).kind("date").required(),
            Field::text("to", t.field_to(), &typed.to).kind("date"),
        ]
    };
    let email = || Field::text("email", t.field_person_email(), &typed.email).kind("email").required();
    let [from, to] = period();
    let [mandate_from, mandate_to] = period();
    let areas = places::areas(&ctx.db).await?;
    let kept = kept(&ctx.db).await?;
    let mut page = Territory {
        shell: ctx.shell(t.territory_title(), vec![Crumb::new(t.administration(), "/admin")]),
        form: Form::default(),
        organisation_fields: vec![
            Field::text("name", t.field_name(), &typed.name).required().max(SHORT),
            choose(
                "kind",
                t.field_kind(),
                list(OrganisationKind::ALL, OrganisationKind::code, |k| words::organisation_kind(t, k), &typed.kind),
            ),
        ],
        unit_fields: vec![
            Field::text("name", t.field_name(), &typed.name).required().max(SHORT),
            choose("organisation", t.field_organisation(), named.clone()),
        ],
        membership_fields: vec![
            email(),
            choose("organisation", t.field_organisation(), named.clone()),
            choose("unit", t.field_unit(), std::iter::once(none).chain(named_units).collect()),
            choose(
                "capacity",
                t.field_capacity(),
                list(MembershipCapacity::ALL, MembershipCapacity::code, |c| words::membership(t, c), &typed.capacity),
            ),
            choose(
                "category",
                t.field_category(),
                ["", "A", "B", "C"]
                    .map(|c| Choice::new(c, if c.is_empty() { t.none_of_them() } else { c }, &typed.category))
                    .to_vec(),
            ),
            from,
            to,
        ],
        mandate_fields: vec![
            email(),
            choose("organisation", t.field_organisation(), named),
            choose("power", t.field_power(), list(Power::ALL, Power::code, |p| words::power(t, p), &typed.power)),
            mandate_from,
            mandate_to,
            Field::text("document", t.field_document(), &typed.document).max(SHORT),
        ],
        contours: contours::section(ctx, &areas, &kept, &typed.source),
        areas: areas
            .into_iter()
            .map(|area| {
                let found = kept.iter().find(|kept| kept.area == area.id);
                let surface = found.map(|kept| contours::surface(t, kept.square_metres)).unwrap_or_default();
                (area, surface)
            })
            .collect(),
        organisations: organisations
            .into_iter()
            .map(|o| {
                let kind = words::organisation_kind(t, o.kind);
                (o, kind)
            })
            .collect(),
        units,
        t,
    };
    number_fields(&mut page);
    let all = [
        &mut page.contours.fields,
        &mut page.organisation_fields,
        &mut page.unit_fields,
        &mut page.membership_fields,
        &mut page.mandate_fields,
    ];
    page.form = Form::refused(problems, ctx.lang, all.into_iter().flatten());
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &page)
}

/// Four forms share names: their fields need ids of their own.
fn number_fields(page: &mut Territory) {
    let forms = [
        ("contours", &mut page.contours.fields),
        ("organisation", &mut page.organisation_fields),
        ("unit", &mut page.unit_fields),
        ("membership", &mut page.membership_fields),
        ("mandate", &mut page.mandate_fields),
    ];
    for (form, fields) in forms {
        for field in fields {
            field.id = format!("{form}-{}", field.name);
        }
    }
}

/// The page.
///
/// # Errors
/// The database does not answer.
pub async fn show(ctx: Ctx) -> Result<Response, PageError> {
    draw(&ctx, &Typed::default(), &[]).await
}

/// The page again, with what is wrong with a file of contours.
pub(super) async fn refused_contours(
    ctx: &Ctx,
    source: &str,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    draw(ctx, &Typed { source: source.to_owned(), ..Typed::default() }, problems).await
}

async fn answer(ctx: &Ctx, typed: &Typed, written: Result<(), Refusal>) -> Result<Response, PageError> {
    match written {
        Ok(()) => Ok(done(ctx, ADDRESS, Texts::new(ctx.lang).initiative_saved())),
        Err(Refusal::Invalid(problems)) => draw(ctx, typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn choice<T>(field: &'static str, read: Option<T>) -> Result<T, Refusal> {
    read.ok_or_else(|| Refusal::field(field, "missing", |l| Texts::new(l).choice_missing().into()))
}

fn organisation(typed: &Typed) -> Result<Id<Organisation>, Refusal> {
    choice("organisation", typed.organisation.parse().ok())
}

fn date(typed: &str, field: &'static str) -> Result<Date, FieldProblem> {
    typed.trim().parse().map_err(|_| FieldProblem::new(field, "format", |l| Texts::new(l).date_problem().into()))
}

fn period(typed: &Typed) -> Result<(Date, Option<Date>), Refusal> {
    let mut problems = Problems::default();
    let from = problems.read(date(&typed.from, "from"));
    let to = if typed.to.trim().is_empty() { None } else { Some(problems.read(date(&typed.to, "to"))) };
    problems.done()?;
    Ok((from, to))
}

async fn person(ctx: &Ctx, typed: &Typed) -> Result<Id<Person>, Refusal> {
    let account = account_by_email(&ctx.db, typed.email.trim().to_lowercase().as_str()).await?;
    let unknown = || Refusal::field("email", "unknown", |l| Texts::new(l).person_unknown().into());
    account.map(|account| account.person).ok_or_else(unknown)
}

/// Records an organisation.
///
/// # Errors
/// Not allowed.
pub async fn add_organisation(ctx: Ctx, extract::Form(typed): extract::Form<Typed>) -> Result<Response, PageError> {
    let written = async {
        let kind = choice("kind", OrganisationKind::parse(&typed.kind))?;
        commands::add_organisation(&ctx, kind, &typed.name, None).await.map(drop)
    };
    answer(&ctx, &typed, written.await).await
}

/// Records a service.
///
/// # Errors
/// Not allowed.
pub async fn add_unit(ctx: Ctx, extract::Form(typed): extract::Form<Typed>) -> Result<Response, PageError> {
    let written = async { commands::add_unit(&ctx, organisation(&typed)?, &typed.name).await.map(drop) };
    answer(&ctx, &typed, written.await).await
}

/// Records in which capacity a person takes part.
///
/// # Errors
/// Not allowed.
pub async fn add_membership(ctx: Ctx, extract::Form(typed): extract::Form<Typed>) -> Result<Response, PageError> {
    let written = async {
        let (from, to) = period(&typed)?;
        let membership = NewMembership {
            person: person(&ctx, &typed).await?,
            organisation: Some(organisation(&typed)?),
            unit: typed.unit.parse().ok(),
            capacity: choice("capacity", MembershipCapacity::parse(&typed.capacity))?,
            category: ["A", "B", "C"].contains(&typed.category.as_str()).then(|| typed.category.clone()),
            from,
            to,
        };
        commands::add_membership(&ctx, &membership).await
    };
    answer(&ctx, &typed, written.await).await
}

/// Records what a person may do for an organisation.
///
/// # Errors
/// Not allowed.
pub async fn add_mandate(ctx: Ctx, extract::Form(typed): extract::Form<Typed>) -> Result<Response, PageError> {
    let written = async {
        let (from, to) = period(&typed)?;
        let mandate = NewMandate {
            person: person(&ctx, &typed).await?,
            organisation: organisation(&typed)?,
            power: choice("power", Power::parse(&typed.power))?,
            from,
            to,
            document: Some(typed.document.trim().to_owned()).filter(|document| !document.is_empty()),
        };
        commands::add_mandate(&ctx, &mandate).await
    };
    answer(&ctx, &typed, written.await).await
}
