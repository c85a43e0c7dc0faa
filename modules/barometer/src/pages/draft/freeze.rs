//! Freezing: what will no longer change, what changed since the last version, which series begin anew.

use arpent_commons::domain::text::REASON;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::Drafting;
use super::part::boxes;
use crate::commands::protocols as commands;
use crate::domain::protocol::proposed_breaks;
use crate::pages::words::{self, DifferenceLine, FaultLine};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "draft_freeze.html")]
struct FreezePage {
    shell: Shell,
    t: Texts,
    number: i64,
    summary: Vec<String>,
    faults: Vec<FaultLine>,
    differences: Vec<DifferenceLine>,
    form: Form,
    fields: Vec<Field>,
    version: i64,
    back: String,
    precision_href: String,
}

fn fields(t: Texts, drafting: &Drafting, note: &str, ticked: Option<&[String]>) -> Vec<Field> {
    let Some(before) = &drafting.before else { return vec![] };
    let (old, new) = (&before.protocol, &drafting.version.protocol);
    let proposed = proposed_breaks(old, new);
    let both = new.questions.iter().filter(|one| old.question(&one.code).is_some());
    // Those that could break come first to the eye: the others stay in the order of the questionnaire.
    let (likely, others): (Vec<_>, Vec<_>) = both.partition(|one| proposed.contains(&one.code));
    let lang = t.lang().code();
    let choices = likely.iter().chain(&others).map(|one| (one.code.clone(), one.wording.say(lang).to_owned()));
    vec![
        boxes("broken", t.freeze_broken(), choices, ticked.unwrap_or(&proposed)).hint(t.freeze_broken_hint()),
        Field::text("note", t.freeze_note(), note).kind("textarea").hint(t.freeze_note_hint()).max(REASON),
    ]
}

fn draw(
    ctx: &Ctx,
    drafting: &Drafting,
    (note, ticked): (&str, Option<&[String]>),
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let protocol = &drafting.version.protocol;
    let mut fields = fields(t, drafting, note, ticked);
    let page = FreezePage {
        shell: drafting.place.draft_shell(ctx, t.freeze_title(drafting.version.number)),
        number: drafting.version.number,
        summary: vec![
            t.count_populations(protocol.populations.len()),
            t.count_services(protocol.services.len()),
            t.count_questions(protocol.questions.len()),
            t.count_levels(protocol.scale.levels.len()),
            t.count_margins(protocol.margins.len()),
            t.count_languages(protocol.languages.len()),
        ],
        faults: words::faults(t, protocol, |part, code| drafting.href(part, code)),
        differences: drafting.before.iter().flat_map(|old| words::differences(t, &old.protocol, protocol)).collect(),
        form: Form::refused(problems, ctx.lang, &mut fields),
        fields,
        version: drafting.version.version,
        back: drafting.place.href("preparation"),
        precision_href: drafting.place.href("preparation/precision"),
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// What freezing means, before doing it.
pub(in crate::pages) async fn confirm(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    draw(&ctx, &Drafting::open(&ctx, &slug).await?, ("", None), &[])
}

/// Freezes what the reader saw.
pub(in crate::pages) async fn freeze(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let drafting = Drafting::open(&ctx, &slug).await?;
    if sent.choice("version") != Some(drafting.version.version) {
        return Err(Refusal::rule("protocol-changed", |l| Texts::new(l).protocol_changed().into()).into());
    }
    let broken: Vec<String> = sent.every("broken");
    match commands::freeze(&ctx, drafting.version.id, sent.get("note"), &broken).await {
        Ok(_) => Ok(done(&ctx, &drafting.place.href(""), &Texts::new(ctx.lang).freeze_done(drafting.version.number))),
        Err(Refusal::Invalid(problems)) => draw(&ctx, &drafting, (sent.get("note"), Some(&broken)), &problems),
        Err(refusal) => Err(refusal.into()),
    }
}
