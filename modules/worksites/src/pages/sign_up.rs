//! Signing up for a shift, without an account.

use arpent_commons::domain::text::SHORT;
use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::loop_form::Typed;
use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::lines::Line;
use super::place::Place;
use crate::commands::volunteers::{self as acts, NewVolunteer};
use crate::domain::shift::Shift;
use crate::domain::volunteer::{Band, SignUpState};
use crate::texts::Texts;
use crate::words;

#[derive(Debug, Template)]
#[template(path = "worksite_sign_up.html")]
struct Ask {
    shell: Shell,
    frame: Frame,
    t: Texts,
    line: Line,
    bring: String,
    form: Form,
    fields: Vec<Field>,
}

fn fields(ctx: &Ctx, t: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let key = match typed.get("submission") {
        "" => secret(&*ctx.chance),
        sent => sent.to_owned(),
    };
    let band = |band: &Band| Choice::new(band.code(), words::band(t, *band), typed.get("band"));
    vec![
        field("name", t.sign_up_name()).hint(t.sign_up_name_hint()).required().max(SHORT).autocomplete("name"),
        Field::choices("band", t.sign_up_band(), Band::ALL.iter().map(band).collect())
            .kind("radio")
            .hint(t.sign_up_band_hint())
            .required(),
        field("email", t.sign_up_email()).kind("email").hint(t.sign_up_email_hint()).autocomplete("email"),
        field("phone", t.sign_up_phone()).kind("tel").hint(t.sign_up_phone_hint()).autocomplete("tel"),
        field("guardian_email", t.sign_up_guardian()).kind("email").hint(t.sign_up_guardian_hint()),
        Field::text("submission", "", key).kind("hidden"),
    ]
}

async fn ask(ctx: &Ctx, id: Id<Shift>, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let (mut place, row) = Place::of_shift(ctx, id).await?;
    let t = place.t;
    let mut fields = fields(ctx, t, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = t.sign_up_title(words::when(t, &row.shift));
    let shell = place.shell(ctx, title);
    let (line, bring) = (Line::new(ctx, &row), place.row.worksite.sheet.bring);
    page_with(status, &Ask { shell, frame: place.frame, t, line, bring, form, fields })
}

/// The form.
pub(super) async fn begin(ctx: Ctx, Path(id): Path<Id<Shift>>) -> Result<Response, PageError> {
    ask(&ctx, id, &Typed::default(), &[]).await
}

/// Signs up, and leads to the page of the seat.
pub(super) async fn take(ctx: Ctx, Path(id): Path<Id<Shift>>, typed: Typed) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Contribute, &ctx.request().from)?;
    Place::of_shift(&ctx, id).await?;
    let new = NewVolunteer {
        name: typed.get("name").to_owned(),
        email: typed.get("email").to_owned(),
        phone: typed.get("phone").to_owned(),
        band: Band::parse(typed.get("band")),
        guardian_email: typed.get("guardian_email").to_owned(),
        submission: typed.get("submission").to_owned(),
    };
    match acts::take(&ctx, id, &new).await {
        Ok(taken) => {
            let t = Texts::new(ctx.lang);
            let said = match taken.state {
                SignUpState::Waiting => t.sign_up_waits(),
                _ if taken.awaits_consent() => t.sign_up_needs_consent(),
                _ => t.sign_up_taken(),
            };
            Ok(done(&ctx, &words::seat_path(&taken.code), said))
        }
        Err(Refusal::Invalid(problems)) => ask(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
