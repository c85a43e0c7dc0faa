//! Opening a barometer in a démarche: a title, the services to judge, and the template does the rest.

use arpent_commons::domain::initiative::slug as address;
use arpent_commons::domain::text::TITLE;
use arpent_commons::pages::frame::Frame;
use arpent_commons::store::people;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::draft::services_of;
use crate::PROTOCOL_EDIT;
use crate::commands::{protocols, scope};
use crate::domain::protocol::{Protocol, Service};
use crate::domain::template;
use crate::domain::wording::Wording;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "begin.html")]
struct BeginPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
}

/// The form, ready to be sent as it is: the démarche gives the title, the catalogue of units the services.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let frame = working(&ctx, &slug).await?;
    draw(&ctx, frame, None, &[]).await
}

async fn working(ctx: &Ctx, slug: &str) -> Result<Frame, Refusal> {
    let frame = Frame::open(ctx, slug).await?;
    ctx.require(PROTOCOL_EDIT, scope(frame.initiative.id))?;
    Ok(frame)
}

async fn draw(
    ctx: &Ctx,
    mut frame: Frame,
    sent: Option<&Sent>,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let ticked: Vec<String> = sent.map(|sent| sent.every("units")).unwrap_or_default();
    let units = people::units(&ctx.db).await?;
    let choices = units.iter().map(|unit| {
        let value = unit.id.to_string();
        // Before anything is sent every unit is proposed: unticking is shorter than typing.
        let checked = sent.is_none() || ticked.contains(&value);
        Choice { value, label: unit.name.clone(), hint: Some(unit.organisation_name.clone()), checked }
    });
    let title = sent.map_or_else(|| t.begin_title_proposed(frame.title.as_str()), |sent| sent.text("title"));
    let listed = sent.map(|sent| sent.text("services")).unwrap_or_default();
    let mut fields = vec![Field::text("title", t.begin_name(), title).required().max(TITLE)];
    if !units.is_empty() {
        let field = Field::choices("units", t.begin_units(), choices.collect()).kind("checkboxes");
        fields.push(field.hint(t.begin_units_hint()).required());
    }
    fields.push(Field::text("services", t.begin_services(), listed).kind("textarea").hint(t.begin_services_hint()));
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let shell = frame.shell(ctx, t.begin_title(), "");
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &BeginPage { shell, frame, t, form, fields })
}

/// Creates the barometer, then leads to its draft.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = working(&ctx, &slug).await?;
    let services = services(&ctx, &sent).await?;
    if services.is_empty() {
        let missing = FieldProblem::new("services", "missing", |l| Texts::new(l).begin_services_missing().into());
        return draw(&ctx, frame, Some(&sent), &[missing]).await;
    }
    let protocol = template::protocol(&services);
    let (title, wanted) = (sent.get("title"), address(sent.get("title")));
    let wanted = if wanted.is_empty() { "barometre".to_owned() } else { wanted };
    match protocols::begin(&ctx, frame.initiative.id, title, &wanted, &protocol).await {
        Ok((row, _)) => {
            let said = Texts::new(ctx.lang).begin_done(services.len(), protocol.questions.len());
            Ok(done(&ctx, &format!("/barometres/{}/preparation", row.slug), &said))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, frame, Some(&sent), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// Units ticked first, each reading its own results; then those typed.
async fn services(ctx: &Ctx, sent: &Sent) -> Result<Vec<Service>, Refusal> {
    let ticked: Vec<String> = sent.every("units");
    let units = if ticked.is_empty() { vec![] } else { people::units(&ctx.db).await? };
    let mut protocol = Protocol::default();
    for unit in units.iter().filter(|unit| ticked.contains(&unit.id.to_string())) {
        let added = services_of(&unit.name, &protocol);
        let of_unit =
            |service: Service| Service { unit: Some(unit.id.uuid()), name: Wording::french(&*unit.name), ..service };
        protocol.services.extend(added.into_iter().take(1).map(of_unit));
    }
    let typed = services_of(sent.get("services"), &protocol);
    protocol.services.extend(typed);
    Ok(protocol.services)
}
