//! What people are asked to look for, and how peers confirm it.

use arpent_commons::domain::text::REASON;
use arpent_core::Id;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::ground::Ground;
use crate::EDIT;
use crate::commands::layers::{TypedProgramme, set_programme};
use crate::commands::{layer, scope};
use crate::domain::blur::CELL;
use crate::domain::layer::Layer;
use crate::domain::validation::Thresholds;
use crate::store::programmes;
use crate::texts::Texts;

/// A number that cannot be read is out of every bound.
const UNREADABLE: i64 = -1;

#[derive(Debug, Template)]
#[template(path = "programme.html")]
struct ProgrammePage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    back: String,
}

/// The form of a programme, with the defaults that collaborative maps tested.
pub(super) async fn show(ctx: Ctx, Path(id): Path<Id<Layer>>) -> Result<Response, PageError> {
    let programme = programmes::of(&ctx.db, id).await?;
    let typed = programme.map_or_else(
        || TypedProgramme {
            purpose: String::new(),
            fields: String::new(),
            sensitive: String::new(),
            blur_metres: CELL,
            thresholds: Thresholds::default(),
        },
        |kept| TypedProgramme {
            purpose: kept.purpose,
            fields: kept.fields,
            sensitive: kept.sensitive,
            blur_metres: kept.blur_metres,
            thresholds: kept.thresholds,
        },
    );
    draw(&ctx, id, &typed, &[]).await
}

/// It was sent.
pub(super) async fn save(ctx: Ctx, Path(id): Path<Id<Layer>>, sent: Sent) -> Result<Response, PageError> {
    let number = |name: &str| sent.choice(name).unwrap_or(UNREADABLE);
    let typed = TypedProgramme {
        purpose: sent.text("purpose"),
        fields: sent.text("fields"),
        sensitive: sent.text("sensitive"),
        blur_metres: number("blur_metres"),
        thresholds: Thresholds {
            needed: number("needed"),
            force: number("force"),
            against: number("against"),
            days_least: number("days_least"),
            days_most: number("days_most"),
        },
    };
    match set_programme(&ctx, id, &typed).await {
        Ok(()) => Ok(done(&ctx, &format!("/couches/{id}"), Texts::new(ctx.lang).programme_saved())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, id, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn draw(
    ctx: &Ctx,
    id: Id<Layer>,
    typed: &TypedProgramme,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let layer = layer(ctx, id).await?;
    ctx.require(EDIT, scope(layer.initiative))?;
    let ground = Ground::of(ctx, &layer).await?;
    let mut fields = fields(t, typed);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = if layer.inventory { t.programme_edit() } else { t.programme_new() };
    let shell = ground.below(ctx, title, Some(&layer));
    page_with(status, &ProgrammePage { shell, t, form, fields, back: format!("/couches/{id}") })
}

fn fields(t: Texts, typed: &TypedProgramme) -> Vec<Field> {
    let how = typed.thresholds;
    let number = |name, label: &'static str, value: i64| {
        let shown = if value == UNREADABLE { String::new() } else { value.to_string() };
        Field::text(name, label, shown).kind("number").required()
    };
    vec![
        Field::text("purpose", t.programme_purpose(), &typed.purpose)
            .kind("textarea")
            .hint(t.programme_purpose_hint())
            .required()
            .max(REASON),
        Field::text("fields", t.programme_fields(), &typed.fields).kind("textarea").hint(t.programme_fields_hint()),
        Field::text("sensitive", t.programme_sensitive(), &typed.sensitive)
            .kind("textarea")
            .hint(t.programme_sensitive_hint()),
        number("blur_metres", t.programme_cell(), typed.blur_metres),
        number("needed", t.programme_needed(), how.needed),
        number("force", t.programme_force(), how.force),
        number("against", t.programme_against(), how.against),
        number("days_least", t.programme_days_least(), how.days_least),
        number("days_most", t.programme_days_most(), how.days_most),
    ]
}
