//! The page of a part, or of one of its records. Two people who change the same thing are shown the difference.

use arpent_commons::store::people;
use arpent_look::parts::Change;
use arpent_web::refusal::Differing;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::part::{Around, Group, apply, fingerprint, groups, told, typed};
use super::{Drafting, Part};
use crate::commands::protocols as commands;
use crate::pages::words;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "draft_part.html")]
struct EditPage {
    shell: Shell,
    t: Texts,
    lead: &'static str,
    /// What answers are called in files, where the record has a code.
    code: String,
    form: Form,
    groups: Vec<Group>,
    compared: Vec<Differing>,
    seen: String,
    back: String,
}

async fn around(ctx: &Ctx, part: Part) -> Result<Around, Refusal> {
    let units = if part == Part::Services { people::units(&ctx.db).await? } else { vec![] };
    Ok(Around { t: Texts::new(ctx.lang), units })
}

/// A record by its address; parts made of one page have no code.
fn stored(drafting: &Drafting, around: &Around, part: Part, code: &str) -> Result<Vec<Group>, Refusal> {
    if part.is_list() == code.is_empty() {
        return Err(Refusal::NotFound);
    }
    groups(around, part, code, &drafting.version.protocol).ok_or(Refusal::NotFound)
}

fn draw(
    ctx: &Ctx,
    drafting: &Drafting,
    (part, code): (Part, &str),
    (mut shown, seen): (Vec<Group>, String),
    problems: &[FieldProblem],
    compared: Vec<Differing>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let form = Form::refused(problems, ctx.lang, shown.iter_mut().flat_map(|group| &mut group.fields));
    let fine = form.errors.is_empty() && compared.is_empty();
    let title = words::record(ctx.lang.code(), &drafting.version.protocol, part, code);
    let edit = EditPage {
        shell: drafting.place.draft_shell(ctx, title.unwrap_or_else(|| part.title(t).to_owned())),
        lead: part.lead(t),
        code: code.to_owned(),
        form,
        groups: shown,
        compared,
        seen,
        back: if part.is_list() { drafting.href(part, "") } else { drafting.place.href("preparation") },
        t,
    };
    page_with(if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &edit)
}

/// What the draft says of a part.
pub(super) async fn page_of(ctx: &Ctx, drafting: &Drafting, part: Part, code: &str) -> Result<Response, PageError> {
    let stored = stored(drafting, &around(ctx, part).await?, part, code)?;
    let seen = fingerprint(&stored);
    draw(ctx, drafting, (part, code), (stored, seen), &[], vec![])
}

/// A record.
pub(in crate::pages) async fn show(
    ctx: Ctx,
    Path((slug, part, code)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let part = Part::parse(&part).ok_or(Refusal::NotFound)?;
    page_of(&ctx, &Drafting::open(&ctx, &slug).await?, part, &code).await
}

/// Saves a record.
pub(in crate::pages) async fn save(
    ctx: Ctx,
    Path((slug, part, code)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let part = Part::parse(&part).ok_or(Refusal::NotFound)?;
    save_of(&ctx, &Drafting::open(&ctx, &slug).await?, part, &code, &sent).await
}

/// Saves a part: whoever read an older one is shown what differs, and nothing is overwritten.
pub(super) async fn save_of(
    ctx: &Ctx,
    drafting: &Drafting,
    part: Part,
    code: &str,
    sent: &Sent,
) -> Result<Response, PageError> {
    let around = around(ctx, part).await?;
    let held = stored(drafting, &around, part, code)?;
    let now = fingerprint(&held);
    let again = |held: Vec<Group>| typed(held, sent);
    if sent.get("seen") != now {
        let typed = again(stored(drafting, &around, part, code)?);
        let compared = compare(&held, &typed);
        if !compared.is_empty() {
            return draw(ctx, drafting, (part, code), (typed, now), &[], compared);
        }
    }
    let mut protocol = drafting.version.protocol.clone();
    let problems = apply(part, code, &mut protocol, sent);
    if !problems.is_empty() {
        return draw(ctx, drafting, (part, code), (again(held), now), &problems, vec![]);
    }
    commands::save(ctx, drafting.version.id, drafting.version.version, &protocol).await?;
    let back = if part.is_list() { drafting.href(part, "") } else { drafting.place.href("preparation") };
    Ok(done(ctx, &back, Texts::new(ctx.lang).draft_saved()))
}

fn compare(stored: &[Group], typed: &[Group]) -> Vec<Differing> {
    let pairs = stored.iter().zip(typed).flat_map(|(stored, typed)| stored.fields.iter().zip(&typed.fields));
    let differ = pairs.filter(|(stored, typed)| told(stored).trim() != told(typed).trim());
    differ
        .map(|(stored, typed)| Differing {
            label: stored.label.clone(),
            changes: Change::between(&told(stored), &told(typed)),
        })
        .collect()
}
