//! Preparing and editing a démarche.

use arpent_core::Id;
use arpent_web::refusal::{Conflict, Differing, FieldProblem};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::{self, Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::frame::Frame;
use crate::commands::initiatives::{self as commands, Draft};
use crate::domain::initiative::{Initiative, InitiativeState, PhaseDates, PromiseLevel, ScopeQuestion, Step};
use crate::domain::templates::InitiativeTemplate;
use crate::domain::text::{BODY, REASON, SHORT, TITLE, clean};
use crate::store::initiatives;
use crate::texts::Texts;
use crate::words;

/// Empty lines offered under the scope sheet.
const SPARE_QUESTIONS: usize = 2;

#[derive(Debug, Template)]
#[template(path = "initiative_edit.html")]
struct Edit {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    version: i64,
    differing: Vec<Differing>,
    /// What it may begin from, while it is not prepared.
    templates: Vec<Offered>,
    /// The one it begins from.
    template: String,
    /// What only exists once the démarche does.
    below: Option<Below>,
}

/// A template as it is offered.
#[derive(Debug)]
struct Offered {
    href: String,
    name: String,
    text: String,
    chosen: bool,
}

/// The parts of the page that need a démarche: phases, scope, opening.
#[derive(Debug)]
struct Below {
    href: String,
    phases: Vec<PhaseLine>,
    questions: Vec<ScopeQuestion>,
    draft: bool,
}

#[derive(Debug)]
struct PhaseLine {
    step: &'static str,
    name: &'static str,
    title: String,
    text: String,
    start: String,
    end: String,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Code of the template it begins from; empty for none.
    template: String,
    version: i64,
    title: String,
    title_en: String,
    purpose: String,
    purpose_en: String,
    sponsor: String,
    promise_level: String,
    promise: String,
    who_decides: String,
    who_answers: String,
    answer_delay_days: String,
    next_day: String,
    next_text: String,
}

impl Typed {
    fn draft(&self) -> Draft {
        Draft {
            title: self.title.clone(),
            title_en: self.title_en.clone(),
            purpose: self.purpose.clone(),
            purpose_en: self.purpose_en.clone(),
            sponsor: self.sponsor.clone(),
            promise_level: self.promise_level.clone(),
            promise: self.promise.clone(),
            who_decides: self.who_decides.clone(),
            who_answers: self.who_answers.clone(),
            answer_delay_days: self.answer_delay_days.clone(),
            next_day: self.next_day.clone(),
            next_text: self.next_text.clone(),
        }
    }

    fn from_template(template: &InitiativeTemplate) -> Self {
        let given = &template.initiative;
        Self {
            template: template.code.clone(),
            title: given.title.clone(),
            title_en: given.title_en.clone(),
            purpose: given.purpose.clone(),
            purpose_en: given.purpose_en.clone(),
            promise_level: given.promise_level.clone(),
            promise: given.promise.clone(),
            who_decides: given.who_decides.clone(),
            who_answers: given.who_answers.clone(),
            answer_delay_days: given.answer_delay_days.to_string(),
            ..Self::default()
        }
    }

    fn of(initiative: &Initiative) -> Self {
        Self {
            template: String::new(),
            version: initiative.version,
            title: initiative.title.clone(),
            title_en: initiative.title_en.clone(),
            purpose: initiative.purpose.clone(),
            purpose_en: initiative.purpose_en.clone(),
            sponsor: initiative.sponsor.clone(),
            promise_level: initiative.promise_level.code().to_owned(),
            promise: initiative.promise.clone(),
            who_decides: initiative.who_decides.clone(),
            who_answers: initiative.who_answers.clone(),
            answer_delay_days: initiative.answer_delay_days.to_string(),
            next_day: initiative.next_day.map(|day| day.to_string()).unwrap_or_default(),
            next_text: initiative.next_text.clone(),
        }
    }
}

fn fields(t: Texts, typed: &Typed) -> Vec<Field> {
    let level = |level: &PromiseLevel| Choice::new(level.code(), words::promise(t, *level), &typed.promise_level);
    vec![
        Field::text("title", t.field_title(), &typed.title).required().max(TITLE),
        Field::text("title_en", t.field_title_en(), &typed.title_en).max(TITLE),
        Field::text("purpose", t.field_purpose(), &typed.purpose)
            .kind("textarea")
            .hint(t.field_purpose_hint())
            .required()
            .max(REASON),
        Field::text("purpose_en", t.field_purpose_en(), &typed.purpose_en).kind("textarea").max(REASON),
        Field::text("sponsor", t.field_sponsor(), &typed.sponsor).required().max(SHORT),
        Field::choices("promise_level", t.field_promise_level(), PromiseLevel::ALL.iter().map(level).collect())
            .kind("radio")
            .required(),
        Field::text("promise", t.field_promise(), &typed.promise)
            .kind("textarea")
            .hint(t.field_promise_hint())
            .required()
            .max(BODY),
        Field::text("who_decides", t.field_who_decides(), &typed.who_decides).kind("textarea").required().max(REASON),
        Field::text("who_answers", t.field_who_answers(), &typed.who_answers).kind("textarea").required().max(REASON),
        Field::text("answer_delay_days", t.field_answer_delay(), &typed.answer_delay_days).kind("number").required(),
        Field::text("next_day", t.field_next_day(), &typed.next_day).kind("date"),
        Field::text("next_text", t.field_next_text(), &typed.next_text).kind("textarea").max(REASON),
    ]
}

fn draw(edit: &Edit) -> Result<Response, PageError> {
    let refused = !edit.form.errors.is_empty() || !edit.differing.is_empty();
    page_with(if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, edit)
}

fn blank(ctx: &Ctx, typed: &Typed) -> Edit {
    let t = Texts::new(ctx.lang);
    Edit {
        shell: ctx.shell(t.initiative_new_title(), vec![]),
        t,
        form: Form::default(),
        fields: fields(t, typed),
        version: 0,
        differing: vec![],
        templates: InitiativeTemplate::all().iter().map(|one| offered(ctx, one, &typed.template)).collect(),
        template: typed.template.clone(),
        below: None,
    }
}

fn offered(ctx: &Ctx, template: &InitiativeTemplate, chosen: &str) -> Offered {
    Offered {
        href: format!("/demarches/nouvelle?template={}", template.code),
        name: template.name.say(ctx.lang).to_owned(),
        text: template.text.say(ctx.lang).to_owned(),
        chosen: template.code == chosen,
    }
}

/// The form: empty, or filled by the template that the address names.
///
/// # Errors
/// A page that cannot be written.
pub async fn new(ctx: Ctx, Query(typed): Query<Typed>) -> Result<Response, PageError> {
    draw(&blank(
        &ctx,
        &match InitiativeTemplate::named(&typed.template) {
            Some(template) => Typed::from_template(template),
            None => Typed { answer_delay_days: "30".to_owned(), ..Typed::default() },
        },
    ))
}

/// Prepares a démarche.
///
/// # Errors
/// Not allowed.
pub async fn prepare(ctx: Ctx, extract::Form(typed): extract::Form<Typed>) -> Result<Response, PageError> {
    let template = InitiativeTemplate::named(&typed.template);
    match commands::prepare(&ctx, &typed.draft(), template).await {
        Ok(initiative) => {
            let t = Texts::new(ctx.lang);
            let next = template.map_or("", |one| one.continues.as_str());
            let next = if next.is_empty() { "modifier" } else { next };
            Ok(done(&ctx, &format!("/demarches/{}/{next}", initiative.slug), t.initiative_prepared()))
        }
        Err(Refusal::Invalid(problems)) => {
            let mut edit = blank(&ctx, &typed);
            edit.form = Form::refused(&problems, ctx.lang, &mut edit.fields);
            draw(&edit)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn filled(ctx: &Ctx, slug: &str, typed: Option<&Typed>) -> Result<(Edit, Initiative), PageError> {
    let mut frame = Frame::open(ctx, slug).await?;
    let t = frame.t;
    let shell = frame.shell(ctx, t.initiative_edit_title(&frame.title), "");
    let stored = Typed::of(&frame.initiative);
    let mut questions = initiatives::scope(&ctx.db, frame.initiative.id).await?;
    questions.extend((0..SPARE_QUESTIONS).map(|_| ScopeQuestion {
        open: true,
        question: String::new(),
        reason: String::new(),
    }));
    let edit = Edit {
        shell,
        t,
        form: Form::default(),
        fields: fields(t, typed.unwrap_or(&stored)),
        version: typed.map_or(stored.version, |typed| typed.version),
        differing: vec![],
        templates: vec![],
        template: String::new(),
        below: Some(Below {
            href: frame.href(""),
            phases: Step::ALL.iter().map(|step| phase_line(t, *step, &frame.phases)).collect(),
            questions,
            draft: frame.initiative.state == InitiativeState::Draft,
        }),
    };
    Ok((edit, frame.initiative))
}

fn phase_line(t: Texts, step: Step, phases: &[PhaseDates]) -> PhaseLine {
    let phase = phases.iter().find(|phase| phase.step == step);
    PhaseLine {
        step: step.code(),
        name: words::step(t, step),
        title: phase.map(|p| p.title.clone()).unwrap_or_default(),
        text: phase.map(|p| p.text.clone()).unwrap_or_default(),
        start: phase.map(|p| p.start.to_string()).unwrap_or_default(),
        end: phase.map(|p| p.end.to_string()).unwrap_or_default(),
    }
}

/// The form, filled.
///
/// # Errors
/// Not found.
pub async fn edit(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    draw(&filled(&ctx, &slug, None).await?.0)
}

/// Saves. Whoever edited an older version sees both texts, and her own stays in the form.
///
/// # Errors
/// Not allowed, not found.
pub async fn save(
    ctx: Ctx,
    Path(slug): Path<String>,
    extract::Form(typed): extract::Form<Typed>,
) -> Result<Response, PageError> {
    let (mut edit, initiative) = filled(&ctx, &slug, Some(&typed)).await?;
    match commands::edit(&ctx, initiative.id, typed.version, &typed.draft()).await {
        Ok(()) => Ok(done(&ctx, &format!("/demarches/{slug}"), edit.t.initiative_saved())),
        Err(Refusal::Invalid(problems)) => {
            edit.form = Form::refused(&problems, ctx.lang, &mut edit.fields);
            draw(&edit)
        }
        Err(Refusal::Conflict(conflict)) => {
            show_conflict(&ctx, &mut edit, &conflict);
            draw(&edit)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The next save is made on the version now stored: the reader has seen what it holds.
fn show_conflict(ctx: &Ctx, edit: &mut Edit, conflict: &Conflict) {
    edit.version = conflict.version;
    edit.differing = conflict.told(ctx.lang);
}

/// A list of pairs, as forms with repeated lines send them.
type Pairs = Vec<(String, String)>;

fn of<'a>(pairs: &'a Pairs, name: &str, line: &str) -> &'a str {
    let key = format!("{name}-{line}");
    pairs.iter().find(|(k, _)| *k == key).map_or("", |(_, value)| value.trim())
}

async fn id_of(ctx: &Ctx, slug: &str) -> Result<Id<Initiative>, PageError> {
    Ok(initiatives::by_slug(&ctx.db, slug).await?.ok_or(Refusal::NotFound)?.id)
}

/// Saves the dates of the phases; a phase without both dates does not exist.
///
/// # Errors
/// Not allowed, or dates that cannot be read.
pub async fn save_phases(
    ctx: Ctx,
    Path(slug): Path<String>,
    extract::Form(pairs): extract::Form<Pairs>,
) -> Result<Response, PageError> {
    let mut phases = Vec::new();
    for step in Step::ALL {
        let (start, end) = (of(&pairs, "start", step.code()), of(&pairs, "end", step.code()));
        if start.is_empty() && end.is_empty() {
            continue;
        }
        let problem = || FieldProblem::new("phases", "format", |l| Texts::new(l).date_problem().into());
        let (Ok(start), Ok(end)) = (start.parse(), end.parse()) else {
            return Err(Refusal::Invalid(vec![problem()]).into());
        };
        phases.push(PhaseDates {
            step: *step,
            title: clean(of(&pairs, "title", step.code())),
            text: clean(of(&pairs, "text", step.code())),
            start,
            end,
        });
    }
    commands::set_phases(&ctx, id_of(&ctx, &slug).await?, &phases).await?;
    Ok(done(&ctx, &format!("/demarches/{slug}/modifier"), Texts::new(ctx.lang).initiative_saved()))
}

/// Saves the scope sheet; a line without a question is not kept.
///
/// # Errors
/// Not allowed.
pub async fn save_scope(
    ctx: Ctx,
    Path(slug): Path<String>,
    extract::Form(pairs): extract::Form<Pairs>,
) -> Result<Response, PageError> {
    let lines = pairs.iter().filter_map(|(key, _)| key.strip_prefix("question-"));
    let questions: Vec<ScopeQuestion> = lines
        .map(|line| ScopeQuestion {
            open: of(&pairs, "open", line) == "true",
            question: clean(of(&pairs, "question", line)),
            reason: clean(of(&pairs, "reason", line)),
        })
        .filter(|question| !question.question.is_empty())
        .collect();
    commands::set_scope(&ctx, id_of(&ctx, &slug).await?, &questions).await?;
    Ok(done(&ctx, &format!("/demarches/{slug}/modifier"), Texts::new(ctx.lang).initiative_saved()))
}

/// Opens a prepared démarche.
///
/// # Errors
/// Not allowed, or not ready.
pub async fn open(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    commands::open(&ctx, id_of(&ctx, &slug).await?).await?;
    Ok(done(&ctx, &format!("/demarches/{slug}"), Texts::new(ctx.lang).initiative_opened()))
}
