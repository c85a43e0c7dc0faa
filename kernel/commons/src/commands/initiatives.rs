//! Preparing, opening and editing a démarche. Closing it has its own file, with its gate.

use arpent_core::{Event, Id, Scope};
use arpent_store::StoreError;
use arpent_store::search::{Doc, Visibility};
use arpent_web::refusal::{Conflict, Difference};
use arpent_web::{Caller, FieldProblem, Refusal, Say};
use uuid::Uuid;

use crate::domain::initiative::{Initiative, InitiativeState, PhaseDates, PromiseLevel, ScopeQuestion, slug};
use crate::domain::people::{Area, Organisation};
use crate::domain::templates::InitiativeTemplate;
use crate::domain::text::{self, BODY, REASON, SHORT, TITLE};
use crate::permission::INITIATIVE_EDIT;
use crate::store::{initiatives, people, places};
use crate::texts::Texts;

/// Longest promise that people still believe, in days.
const LONGEST_DELAY: i64 = 365;

/// What a démarche says of itself, as typed.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Title.
    pub title: String,
    /// Title in English; may be empty.
    pub title_en: String,
    /// Purpose.
    pub purpose: String,
    /// Purpose in English; may be empty.
    pub purpose_en: String,
    /// Who carries it.
    pub sponsor: String,
    /// Code of the promise level.
    pub promise_level: String,
    /// The promise in full.
    pub promise: String,
    /// Who decides.
    pub who_decides: String,
    /// Who answers.
    pub who_answers: String,
    /// Days promised before an answer.
    pub answer_delay_days: String,
    /// Next date, `YYYY-MM-DD`; may be empty.
    pub next_day: String,
    /// What happens then.
    pub next_text: String,
}

/// Where a permission on a démarche is asked.
pub fn scope(id: Id<Initiative>) -> Scope {
    Scope::Initiative(id.uuid())
}

/// The démarche, or "not found".
///
/// # Errors
/// [`Refusal::NotFound`].
pub async fn get(caller: &Caller, id: Id<Initiative>) -> Result<Initiative, Refusal> {
    initiatives::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)
}

fn parse(draft: &Draft, id: Id<Initiative>, version: i64, slug: String) -> Result<Initiative, Refusal> {
    let mut problems = Vec::new();
    let mut keep = |parsed: Result<String, FieldProblem>| {
        parsed.unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        })
    };
    let mut initiative = Initiative {
        id,
        slug,
        title: keep(text::required(&draft.title, "title", TITLE)),
        title_en: keep(text::optional(&draft.title_en, "title_en", TITLE)),
        purpose: keep(text::required(&draft.purpose, "purpose", REASON)),
        purpose_en: keep(text::optional(&draft.purpose_en, "purpose_en", REASON)),
        sponsor: keep(text::required(&draft.sponsor, "sponsor", SHORT)),
        promise_level: PromiseLevel::Consult,
        promise: keep(text::required(&draft.promise, "promise", BODY)),
        who_decides: keep(text::required(&draft.who_decides, "who_decides", REASON)),
        who_answers: keep(text::required(&draft.who_answers, "who_answers", REASON)),
        answer_delay_days: 0,
        state: InitiativeState::Draft,
        next_day: None,
        next_text: keep(text::optional(&draft.next_text, "next_text", REASON)),
        closing_text: String::new(),
        opened_at: None,
        closed_at: None,
        version,
    };
    match PromiseLevel::parse(&draft.promise_level) {
        Some(level) => initiative.promise_level = level,
        None => problems.push(missing("promise_level")),
    }
    match draft.answer_delay_days.trim().parse() {
        Ok(days @ 1..=LONGEST_DELAY) => initiative.answer_delay_days = days,
        _ => problems
            .push(FieldProblem::new("answer_delay_days", "range", |l| Texts::new(l).delay_problem(LONGEST_DELAY))),
    }
    match draft.next_day.trim() {
        "" => {}
        typed => match typed.parse() {
            Ok(day) => initiative.next_day = Some(day),
            Err(_) => problems.push(FieldProblem::new("next_day", "format", |l| Texts::new(l).date_problem().into())),
        },
    }
    if problems.is_empty() { Ok(initiative) } else { Err(Refusal::Invalid(problems)) }
}

fn missing(field: &'static str) -> FieldProblem {
    FieldProblem::new(field, "missing", |l| Texts::new(l).choice_missing().into())
}

/// Prepares a démarche, with the phases and the scope sheet of a template if it begins from one; nobody but those who
/// run it sees it until it is opened.
///
/// # Errors
/// Not allowed, or fields to correct.
pub async fn prepare(caller: &Caller, draft: &Draft, from: Option<&InitiativeTemplate>) -> Result<Initiative, Refusal> {
    add(caller, draft, &slug(&draft.title), from).await
}

/// As [`prepare`], with the name it bears in addresses.
///
/// # Errors
/// As for [`prepare`]; a name already taken.
pub async fn prepare_as(caller: &Caller, draft: &Draft, slug: &str) -> Result<Initiative, Refusal> {
    add(caller, draft, slug, None).await
}

/// As [`prepare_as`], from a template.
///
/// # Errors
/// As for [`prepare_as`].
pub async fn prepare_from(
    caller: &Caller,
    draft: &Draft,
    slug: &str,
    template: &InitiativeTemplate,
) -> Result<Initiative, Refusal> {
    add(caller, draft, slug, Some(template)).await
}

async fn add(
    caller: &Caller,
    draft: &Draft,
    slug: &str,
    from: Option<&InitiativeTemplate>,
) -> Result<Initiative, Refusal> {
    let tx = caller.begin(INITIATIVE_EDIT, Scope::Instance).await?;
    let initiative = parse(draft, caller.id(), 1, slug.to_owned())?;
    initiatives::add(&tx, &initiative).await.map_err(|error| match error {
        StoreError::Duplicate { .. } => Refusal::field("title", "taken", |l| Texts::new(l).title_taken().into()),
        other => other.into(),
    })?;
    initiatives::switch_on(&tx, initiative.id, "proposals").await?;
    let mut event = Event::new("initiative.prepared", "initiative", initiative.id).within(initiative.id);
    if let Some(template) = from {
        initiatives::set_phases(&tx, initiative.id, &with_ids(caller, &template.phases_from(caller.today()))).await?;
        initiatives::set_scope(&tx, initiative.id, &with_ids(caller, &template.questions())).await?;
        initiatives::set_template(&tx, initiative.id, &template.code).await?;
        event = event.with("template", &template.code);
    }
    tx.commit(event).await?;
    Ok(initiative)
}

/// Saves what a démarche says of itself. Whoever edited an older version is shown the difference.
///
/// # Errors
/// Not allowed, fields to correct, or [`Refusal::Conflict`].
pub async fn edit(caller: &Caller, id: Id<Initiative>, version: i64, draft: &Draft) -> Result<(), Refusal> {
    let tx = caller.begin(INITIATIVE_EDIT, scope(id)).await?;
    let stored = initiatives::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let wanted = parse(draft, id, version, stored.slug.clone())?;
    if !initiatives::edit(&tx, &wanted).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&stored, &wanted))));
    }
    if stored.state != InitiativeState::Draft {
        tx.index(&doc(&wanted, &format!("/demarches/{}", wanted.slug))).await?;
    }
    tx.commit(Event::new("initiative.edited", "initiative", id).within(id).with("version", version + 1)).await?;
    Ok(())
}

fn conflict(stored: &Initiative, typed: &Initiative) -> Conflict {
    let of = |label: fn(Texts) -> &'static str, stored: &String, typed: &String| Difference {
        label: Say::new(move |l| label(Texts::new(l)).into()),
        stored: stored.clone(),
        typed: typed.clone(),
    };
    let mut differences = vec![
        of(Texts::field_title, &stored.title, &typed.title),
        of(Texts::field_purpose, &stored.purpose, &typed.purpose),
        of(Texts::field_promise, &stored.promise, &typed.promise),
        of(Texts::field_who_decides, &stored.who_decides, &typed.who_decides),
        of(Texts::field_who_answers, &stored.who_answers, &typed.who_answers),
        of(Texts::field_sponsor, &stored.sponsor, &typed.sponsor),
    ];
    differences.retain(|difference| difference.stored != difference.typed);
    Conflict { version: stored.version, differences }
}

fn doc<'a>(initiative: &'a Initiative, href: &'a str) -> Doc<'a> {
    Doc {
        record: initiative.id.uuid(),
        kind: "initiative",
        initiative: Some(initiative.id.uuid()),
        visibility: Visibility::Public,
        title: &initiative.title,
        text: &initiative.purpose,
        href,
    }
}

fn with_ids<T: Clone>(caller: &Caller, rows: &[T]) -> Vec<(Uuid, T)> {
    rows.iter().map(|row| (caller.id::<T>().uuid(), row.clone())).collect()
}

/// Sets the dates of the phases.
///
/// # Errors
/// Not allowed, or a phase that ends before it begins.
pub async fn set_phases(caller: &Caller, id: Id<Initiative>, phases: &[PhaseDates]) -> Result<(), Refusal> {
    let tx = caller.begin(INITIATIVE_EDIT, scope(id)).await?;
    if phases.iter().any(|phase| phase.end < phase.start) {
        return Err(Refusal::field("phases", "order", |l| Texts::new(l).period_problem().into()));
    }
    initiatives::set_phases(&tx, id, &with_ids(caller, phases)).await?;
    tx.commit(Event::new("initiative.phases_set", "initiative", id).within(id)).await?;
    Ok(())
}

/// Sets the scope sheet: what is open, what is not, and why.
///
/// # Errors
/// Not allowed.
pub async fn set_scope(caller: &Caller, id: Id<Initiative>, questions: &[ScopeQuestion]) -> Result<(), Refusal> {
    let tx = caller.begin(INITIATIVE_EDIT, scope(id)).await?;
    initiatives::set_scope(&tx, id, &with_ids(caller, questions)).await?;
    tx.commit(Event::new("initiative.scope_set", "initiative", id).within(id)).await?;
    Ok(())
}

/// Sets where a démarche takes place and who takes part in it.
///
/// # Errors
/// Not allowed.
pub async fn set_partners(
    caller: &Caller,
    id: Id<Initiative>,
    areas: &[Id<Area>],
    organisations: &[(Id<Organisation>, String)],
) -> Result<(), Refusal> {
    let tx = caller.begin(INITIATIVE_EDIT, scope(id)).await?;
    for area in areas {
        places::attach(&tx, id, *area).await?;
    }
    for (organisation, part) in organisations {
        people::attach(&tx, id, *organisation, part).await?;
    }
    tx.commit(Event::new("initiative.partners_set", "initiative", id).within(id)).await?;
    Ok(())
}

/// Opens a prepared démarche to everyone.
///
/// # Errors
/// Not allowed; a démarche without phases or scope, or already open.
pub async fn open(caller: &Caller, id: Id<Initiative>) -> Result<(), Refusal> {
    let tx = caller.begin(INITIATIVE_EDIT, scope(id)).await?;
    let initiative = initiatives::by_id(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let ready = !initiatives::phases(&tx, id).await?.is_empty() && !initiatives::scope(&tx, id).await?.is_empty();
    if !ready {
        return Err(Refusal::rule("not-ready", |l| Texts::new(l).initiative_not_ready().into()));
    }
    if !initiatives::open(&tx, id).await? {
        return Err(Refusal::rule("already-open", |l| Texts::new(l).initiative_already_open().into()));
    }
    tx.index(&doc(&initiative, &format!("/demarches/{}", initiative.slug))).await?;
    tx.commit(Event::new("initiative.opened", "initiative", id).within(id)).await?;
    Ok(())
}
