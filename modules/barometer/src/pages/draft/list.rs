//! The records of a part, in order: to open, add, move, remove.

use arpent_web::respond::{done, page_with, redirect};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::{Drafting, Part, condition, edit, free_code, kind_name, margins, population_kind_name, services_of};
use crate::commands::protocols as commands;
use crate::domain::protocol::{Frame, Population, PopulationKind, Protocol};
use crate::domain::question::{Aspect, Kind, Question};
use crate::domain::template;
use crate::domain::wording::Wording;
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "draft_list.html")]
struct ListPage {
    shell: Shell,
    t: Texts,
    lead: &'static str,
    lines: Vec<Line>,
    empty: &'static str,
    warnings: Vec<String>,
    form: Form,
    fields: Vec<Field>,
    add: &'static str,
    /// Margins come from a table instead of a form.
    import: Option<String>,
    version: i64,
    back: String,
    movable: bool,
}

/// A record.
#[derive(Debug)]
struct Line {
    title: String,
    href: String,
    notes: Vec<String>,
}

fn lines(ctx: &Ctx, drafting: &Drafting, part: Part) -> Vec<Line> {
    let (t, protocol) = (Texts::new(ctx.lang), &drafting.version.protocol);
    let line = |code: &str, title: &str, notes: Vec<String>| {
        let title = if title.is_empty() { code } else { title };
        let notes = notes.into_iter().filter(|note| !note.is_empty()).collect();
        Line { title: title.to_owned(), href: drafting.href(part, code), notes }
    };
    let lang = ctx.lang.code();
    match part {
        Part::Populations => {
            let notes = |one: &Population| vec![population_kind_name(t, one.kind).to_owned(), frame(t, &one.frame)];
            protocol.populations.iter().map(|one| line(&one.code, one.name.say(lang), notes(one))).collect()
        }
        Part::Services => {
            let about = |code: &str| {
                protocol.questions.iter().filter(|question| question.service.as_deref() == Some(code)).count()
            };
            let notes = |code: &str| vec![t.count_questions(about(code))];
            protocol.services.iter().map(|one| line(&one.code, one.name.say(lang), notes(&one.code))).collect()
        }
        Part::Questions => {
            let notes = |one: &Question| {
                let asked: Vec<&str> =
                    one.asked_to.iter().filter_map(|code| Some(protocol.population(code)?.name.say(lang))).collect();
                vec![kind_name(t, &one.kind).to_owned(), asked.join(", "), condition(t, protocol, one, lang)]
            };
            protocol.questions.iter().map(|one| line(&one.code, one.wording.say(lang), notes(one))).collect()
        }
        Part::Margins => {
            let line_of = |one: &crate::domain::protocol::MarginTable| {
                let title = protocol.question(&one.variable).map_or(one.variable.as_str(), |of| of.wording.say(lang));
                let people = one.cells.iter().map(|cell| cell.total).sum::<f64>();
                let notes = vec![
                    t.margin_told(one.source.as_str(), one.year.to_string()),
                    t.margin_size(one.cells.len(), arpent_texts::decimal(ctx.lang, people, 0)),
                ];
                line(&margins::code(one), title, notes)
            };
            protocol.margins.iter().map(line_of).collect()
        }
        Part::Languages | Part::Scale | Part::Rules => vec![],
    }
}

fn frame(t: Texts, frame: &Frame) -> String {
    match frame {
        Frame::Flow => t.frame_flow().to_owned(),
        Frame::Survey { strata, expected, .. } => {
            let people = strata.iter().map(|one| one.size).sum::<u64>();
            let people = i64::try_from(people).unwrap_or(i64::MAX);
            let survey = t.frame_survey_told(people, strata.len());
            expected.map_or(survey.clone(), |answers| format!("{survey}, {}", t.frame_expected_told(answers)))
        }
    }
}

/// The records of a part; a part made of one page is shown at once.
pub(in crate::pages) async fn show(
    ctx: Ctx,
    Path((slug, part)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let part = Part::parse(&part).ok_or(Refusal::NotFound)?;
    let drafting = Drafting::open(&ctx, &slug).await?;
    if part.is_list() { draw(&ctx, &drafting, part, "", &[]) } else { edit::page_of(&ctx, &drafting, part, "").await }
}

fn draw(
    ctx: &Ctx,
    drafting: &Drafting,
    part: Part,
    typed: &str,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (label, add, hint) = match part {
        Part::Services => (t.add_services(), t.add_services_send(), t.add_services_hint()),
        Part::Questions => (t.add_question(), t.add_question_send(), t.add_question_hint()),
        _ => (t.add_population(), t.add_population_send(), ""),
    };
    let field = Field::text("added", label, typed).required();
    let mut fields = match part {
        Part::Services => vec![field.kind("textarea").hint(hint)],
        Part::Questions => vec![field.hint(hint)],
        Part::Populations => vec![field],
        _ => vec![],
    };
    let warnings = match part {
        Part::Margins => margins::warnings(t, &drafting.version.protocol, ctx.today().year()),
        _ => vec![],
    };
    let page = ListPage {
        shell: drafting.place.draft_shell(ctx, part.title(t)),
        lead: part.lead(t),
        lines: lines(ctx, drafting, part),
        empty: if part == Part::Margins { t.margins_empty() } else { t.part_empty() },
        warnings,
        form: Form::refused(problems, ctx.lang, &mut fields),
        fields,
        add,
        import: (part == Part::Margins).then(|| drafting.place.href("preparation/table-de-marges")),
        version: drafting.version.version,
        back: drafting.place.href("preparation"),
        movable: part != Part::Margins,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

/// Adds a record, or saves a part made of one page.
pub(in crate::pages) async fn post(
    ctx: Ctx,
    Path((slug, part)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let part = Part::parse(&part).ok_or(Refusal::NotFound)?;
    let drafting = Drafting::open(&ctx, &slug).await?;
    if !part.is_list() {
        return edit::save_of(&ctx, &drafting, part, "", &sent).await;
    }
    if part == Part::Margins {
        return Err(Refusal::NotFound.into());
    }
    let typed = arpent_commons::domain::text::clean(sent.get("added"));
    if typed.is_empty() {
        let missing = FieldProblem::new("added", "missing", |l| Texts::new(l).french_missing().into());
        return draw(&ctx, &drafting, part, "", &[missing]);
    }
    let mut protocol = drafting.version.protocol.clone();
    let code = add(&mut protocol, part, &typed);
    commands::save(&ctx, drafting.version.id, drafting.version.version, &protocol).await?;
    // Several services are added at once, each with the questions of the template: there is nothing more to say of them.
    let next = if part == Part::Services { "" } else { code.as_str() };
    Ok(done(&ctx, &drafting.href(part, next), Texts::new(ctx.lang).draft_added()))
}

fn add(protocol: &mut Protocol, part: Part, typed: &str) -> String {
    match part {
        Part::Services => {
            let services = services_of(typed, protocol);
            for service in &services {
                let last = protocol.questions.iter().rposition(|one| one.service.is_some()).map_or(0, |at| at + 1);
                protocol.questions.splice(last..last, template::of_service(service));
            }
            protocol.services.extend(services);
            String::new()
        }
        Part::Questions => {
            let code = free_code(typed, |code| protocol.question(code).is_some());
            protocol.questions.push(question(protocol, &code, typed));
            code
        }
        _ => {
            let code = free_code(typed, |code| protocol.population(code).is_some());
            let (name, kind) = (Wording::french(typed), PopulationKind::Other);
            protocol.populations.push(Population { code: code.clone(), name, kind, frame: Frame::Flow });
            code
        }
    }
}

fn question(protocol: &Protocol, code: &str, words: &str) -> Question {
    Question {
        code: code.to_owned(),
        kind: Kind::Scale,
        aspect: Aspect::Other,
        service: None,
        asked_to: protocol.populations.iter().map(|one| one.code.clone()).collect(),
        wording: Wording::french(words),
        easy: Wording::default(),
        hint: Wording::default(),
        required: false,
        show_if: None,
    }
}

/// The draft as this reader saw it, or the refusal that someone changed it.
async fn seen(ctx: &Ctx, slug: &str, part: &str, sent: &Sent) -> Result<(Drafting, Part), Refusal> {
    let part = Part::parse(part).filter(|part| part.is_list()).ok_or(Refusal::NotFound)?;
    let drafting = Drafting::open(ctx, slug).await?;
    if sent.choice("version") != Some(drafting.version.version) {
        return Err(Refusal::rule("protocol-changed", |l| Texts::new(l).protocol_changed().into()));
    }
    Ok((drafting, part))
}

/// Moves a record up or down.
pub(in crate::pages) async fn shift(
    ctx: Ctx,
    Path((slug, part, code)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (drafting, part) = seen(&ctx, &slug, &part, &sent).await?;
    let mut protocol = drafting.version.protocol.clone();
    let up = sent.get("direction") == "up";
    let moved = match part {
        Part::Populations => swap(&mut protocol.populations, |one| one.code == code, up),
        Part::Services => swap(&mut protocol.services, |one| one.code == code, up),
        _ => swap(&mut protocol.questions, |one| one.code == code, up),
    };
    if moved {
        commands::save(&ctx, drafting.version.id, drafting.version.version, &protocol).await?;
    }
    Ok(redirect(&drafting.href(part, "")))
}

fn swap<T>(records: &mut [T], is: impl Fn(&T) -> bool, up: bool) -> bool {
    let Some(at) = records.iter().position(is) else { return false };
    let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < records.len()) };
    if let Some(to) = to {
        records.swap(at, to);
    }
    to.is_some()
}

/// Removes a record. A service goes with its questions.
pub(in crate::pages) async fn remove(
    ctx: Ctx,
    Path((slug, part, code)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (drafting, part) = seen(&ctx, &slug, &part, &sent).await?;
    let mut protocol = drafting.version.protocol.clone();
    match part {
        Part::Populations => protocol.populations.retain(|one| one.code != code),
        Part::Services => {
            protocol.services.retain(|one| one.code != code);
            protocol.questions.retain(|one| one.service.as_deref() != Some(&code));
        }
        Part::Margins => margins::remove(&mut protocol, &code)?,
        _ => protocol.questions.retain(|one| one.code != code),
    }
    commands::save(&ctx, drafting.version.id, drafting.version.version, &protocol).await?;
    Ok(done(&ctx, &drafting.href(part, ""), Texts::new(ctx.lang).draft_removed()))
}
