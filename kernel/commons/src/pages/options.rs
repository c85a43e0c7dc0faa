//! Options of a démarche side by side, with what was tried, heard and decided; an option, its editing, its roots.

use arpent_core::Id;
use arpent_look::parts::{Anchor, Pages};
use arpent_texts::euros;
use arpent_web::respond::done;
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::experiments::{Trial, trials};
use super::frame::Frame;
use super::loop_form::{About, Edit, Reader, Typed, amount, boxes, frame, records};
use super::loop_words::{on, signed};
use super::meeting_outputs::meetings_of;
use crate::commands::decisions::may_draft;
use crate::commands::initiatives::scope;
use crate::commands::options::{self as commands, contribution, theme};
use crate::domain::decisions::{Consultation, DecisionState, Opinion};
use crate::domain::initiative::InitiativeState;
use crate::domain::options::{NewOption, OptionSheet, PolicyOption, lines};
use crate::domain::text::{REASON, SHORT, TITLE};
use crate::permission::{CONSULTATION_RECORD, EXPERIMENT_EDIT, OPTION_EDIT};
use crate::store::decisions::DecisionRow;
use crate::store::options::{ExaminedBy, Reference, Support, ThemeReference};
use crate::store::{contributions, decisions, options};
use crate::texts::Texts;
use crate::words;

/// Contributions shown at once when choosing what an option rests on.
const PAGE: i64 = 50;
/// Contributions listed under an option.
const SHOWN: i64 = 100;

/// An option as it is compared.
#[derive(Debug)]
pub struct Card {
    /// Its page.
    pub href: String,
    /// What it says.
    pub sheet: OptionSheet,
    /// Its cost, in words or in euros.
    pub cost: String,
    /// Its delay, in words or in days.
    pub delay: String,
    /// What it rests on, in words.
    pub rests_on: String,
    /// A published decision chose it.
    pub chosen: bool,
}

impl Card {
    /// An option as a page shows it.
    pub fn new(w: Texts, option: &PolicyOption, supports: &[Support], chosen: bool) -> Self {
        let of =
            |kind: &str| supports.iter().find(|s| s.option == option.id.uuid() && s.kind == kind).map_or(0, |s| s.n);
        let sheet = option.sheet.clone();
        let days = || sheet.delay_days.map(|days| w.option_days(days)).unwrap_or_default();
        let in_euros = || sheet.cost_euros.map(|n| euros(w.lang(), n.saturating_mul(100))).unwrap_or_default();
        Self {
            href: format!("/options/{}", option.id),
            cost: if sheet.cost.is_empty() { in_euros() } else { sheet.cost.clone() },
            delay: if sheet.delay.is_empty() { days() } else { sheet.delay.clone() },
            rests_on: rests_on(w, of("contribution"), of("theme")),
            sheet,
            chosen,
        }
    }
}

fn rests_on(w: Texts, contributions: i64, themes: i64) -> String {
    match (contributions, themes) {
        (0, 0) => w.option_rests_on_nothing().to_owned(),
        (said, 0) => w.option_rests_on_contributions(said),
        (0, themes) => w.option_rests_on_themes(themes),
        (said, themes) => w.option_rests_on_both(w.option_count_contributions(said), w.option_count_themes(themes)),
    }
}

/// A consultation in a line.
#[derive(Debug)]
pub struct Heard {
    /// Its page.
    pub href: String,
    /// Its kind and what was said: "Avis favorable".
    pub said: String,
    /// On what.
    pub subject: String,
    /// Who, when.
    pub who: String,
}

impl Heard {
    /// A consultation as a list shows it.
    pub fn new(w: Texts, consultation: &Consultation) -> Self {
        let sheet = &consultation.sheet;
        let said = match sheet.opinion {
            Some(Opinion::Favourable) => w.consultation_favourable(),
            Some(Opinion::Unfavourable) => w.consultation_unfavourable(),
            None => words::coded(w, "consultation", sheet.kind.code()),
        };
        Self {
            href: format!("/consultations/{}", consultation.id),
            said: said.to_owned(),
            subject: sheet.subject.clone(),
            who: format!("{} · {}", sheet.body, on(w, sheet.met)),
        }
    }
}

/// A decision in a line.
#[derive(Debug)]
pub struct Decided {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// What was chosen.
    pub choice: String,
    /// When and by whom; or that it is a draft.
    pub signed: String,
    /// Only those who prepare it see it.
    pub draft: bool,
}

impl Decided {
    /// A decision as a list shows it.
    pub fn new(w: Texts, row: &DecisionRow) -> Self {
        let decision = &row.decision;
        let signed = decision.taken.as_ref().map_or_else(
            || w.decision_draft().to_owned(),
            |taken| format!("{} · {} · {}", on(w, taken.on), signed(w, &taken.role), row.organisation_name),
        );
        Self {
            href: format!("/decisions/{}", decision.id),
            title: decision.sheet.title.clone(),
            choice: decision.sheet.choice.clone(),
            signed,
            draft: decision.state == DecisionState::Draft,
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "options.html")]
struct Listing {
    shell: Shell,
    frame: Frame,
    w: Texts,
    cards: Vec<Card>,
    trials: Vec<Trial>,
    heard: Vec<Heard>,
    decided: Vec<Decided>,
    may_edit: bool,
    may_try: bool,
    may_record: bool,
    may_draft: bool,
}

/// Options, experiments, consultations and decisions of a démarche.
///
/// # Errors
/// Not found.
pub async fn list(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let (w, id) = (frame.t, frame.initiative.id);
    let shell = frame.shell(&ctx, w.options_title(), "options");
    let drafts = may_draft(&ctx, id);
    let (supports, chosen) = (options::supports(&ctx.db, id).await?, options::chosen(&ctx.db, id).await?);
    let all = options::of_initiative(&ctx.db, id).await?;
    let trials = trials(&ctx, w, id, ctx.may(EXPERIMENT_EDIT, scope(id))).await?;
    let heard = decisions::consultations(&ctx.db, id).await?;
    let decided = decisions::of_initiative(&ctx.db, id, drafts).await?;
    let open = frame.initiative.state != InitiativeState::Closed;
    page(&Listing {
        cards: all.iter().map(|option| Card::new(w, option, &supports, chosen.contains(&option.id))).collect(),
        trials,
        heard: heard.iter().map(|consultation| Heard::new(w, consultation)).collect(),
        decided: decided.iter().map(|row| Decided::new(w, row)).collect(),
        may_edit: open && ctx.may(OPTION_EDIT, scope(id)),
        may_try: open && ctx.may(EXPERIMENT_EDIT, scope(id)),
        may_record: ctx.may(CONSULTATION_RECORD, scope(id)),
        may_draft: drafts,
        shell,
        w,
        frame,
    })
}

#[derive(Debug, Template)]
#[template(path = "option.html")]
struct Show {
    shell: Shell,
    frame: Frame,
    w: Texts,
    card: Card,
    said: Vec<Reference>,
    themes: Vec<ThemeReference>,
    trials: Vec<Trial>,
    decisions: Vec<ExaminedBy>,
    /// The meetings it came out of.
    meetings: Vec<Anchor>,
    may_edit: bool,
}

/// One option with what it rests on and what became of it.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, Path(id): Path<Id<PolicyOption>>) -> Result<Response, PageError> {
    let option = options::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let mut frame = frame(&ctx, option.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, option.sheet.title.clone(), "options");
    shell.crumbs.push(Crumb::new(w.options_title(), frame.href("options")));
    let decisions = options::examined_by(&ctx.db, id).await?;
    let everyone = trials(&ctx, w, option.initiative, ctx.may(EXPERIMENT_EDIT, scope(option.initiative))).await?;
    let open = frame.initiative.state != InitiativeState::Closed && decisions.is_empty();
    page(&Show {
        card: Card::new(w, &option, &[], decisions.iter().any(|decision| decision.chosen)),
        said: options::contributions(&ctx.db, id, SHOWN).await?,
        themes: options::themes(&ctx.db, id).await?,
        trials: everyone.into_iter().filter(|trial| trial.option == Some(id)).collect(),
        may_edit: open && ctx.may(OPTION_EDIT, scope(option.initiative)),
        meetings: meetings_of(&ctx, &[id.uuid()]).await?,
        decisions,
        shell,
        w,
        frame,
    })
}

fn typed_of(option: &PolicyOption) -> Typed {
    let s = &option.sheet;
    Typed::of([
        ("version", option.version.to_string()),
        ("title", s.title.clone()),
        ("description", s.description.clone()),
        ("cost", s.cost.clone()),
        ("cost_euros", amount(s.cost_euros)),
        ("delay", s.delay.clone()),
        ("delay_days", amount(s.delay_days)),
        ("staff", s.staff.clone()),
        ("advantages", s.advantages.join("\n")),
        ("limits", s.limits.join("\n")),
    ])
}

fn fields(w: Texts, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    vec![
        field("title", w.field_title()).required().max(TITLE),
        field("description", w.option_description()).kind("textarea").required().max(REASON),
        field("cost", w.option_cost()).hint(w.option_cost_hint()).max(SHORT),
        field("cost_euros", w.option_cost_euros()).hint(w.option_cost_euros_hint()),
        field("delay", w.option_delay()).max(SHORT),
        field("delay_days", w.option_delay_days()),
        field("staff", w.option_staff()).max(SHORT),
        field("advantages", w.option_advantages()).kind("textarea").hint(w.option_points_hint()),
        field("limits", w.option_limits()).kind("textarea").hint(w.option_points_hint()),
    ]
}

fn read(typed: &Typed) -> Result<OptionSheet, Refusal> {
    let mut r = Reader::new(typed);
    let sheet = OptionSheet {
        title: r.text("title"),
        description: r.text("description"),
        cost: r.text("cost"),
        cost_euros: r.whole("cost_euros"),
        delay: r.text("delay"),
        delay_days: r.whole("delay_days"),
        staff: r.text("staff"),
        advantages: lines(typed.get("advantages")),
        limits: lines(typed.get("limits")),
    };
    r.done(sheet)
}

async fn blank(ctx: &Ctx, slug: &str, typed: &Typed) -> Result<(Edit, Frame), PageError> {
    let frame = Frame::open(ctx, slug).await?;
    let w = frame.t;
    let themes = contributions::themes(&ctx.db, frame.initiative.id).await?;
    let themes = themes.into_iter().map(|theme| (theme.id.uuid(), theme.title));
    let ticked: Vec<Uuid> = typed.all("themes").filter_map(|id| id.parse().ok()).collect();
    let mut fields = fields(w, typed);
    fields.push(
        Field::choices("themes", w.option_themes(), boxes(themes, &ticked))
            .kind("checkboxes")
            .hint(w.option_themes_hint()),
    );
    let about = About {
        title: w.option_new_title().to_owned(),
        tab: "options",
        lead: w.option_new_lead().to_owned(),
        submit: w.option_save(),
        back: frame.href("options"),
        version: None,
    };
    Ok((Edit::new(ctx, frame.clone(), about, fields), frame))
}

/// The empty form of an option.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    blank(&ctx, &slug, &Typed::default()).await?.0.page()
}

/// Writes an option.
///
/// # Errors
/// Not allowed, not found.
pub async fn create(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (edit, frame) = blank(&ctx, &slug, &typed).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => {
            let new = NewOption { sheet, contributions: vec![], themes: typed.ids("themes") };
            commands::create(&ctx, frame.initiative.id, &new).await
        }
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|id| format!("/options/{id}")), frame.t.option_saved())
}

async fn filled(ctx: &Ctx, id: Id<PolicyOption>, typed: Option<&Typed>) -> Result<(Edit, Texts), PageError> {
    let option = options::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let frame = frame(ctx, option.initiative).await?;
    let w = frame.t;
    let stored = typed_of(&option);
    let typed = typed.unwrap_or(&stored);
    let about = About {
        title: w.option_edit_title(&option.sheet.title),
        tab: "options",
        lead: String::new(),
        submit: w.option_save(),
        back: format!("/options/{id}"),
        version: Some(typed.version()),
    };
    Ok((Edit::new(ctx, frame, about, fields(w, typed)), w))
}

/// The form of an option, filled.
///
/// # Errors
/// Not found.
pub async fn edit(ctx: Ctx, Path(id): Path<Id<PolicyOption>>) -> Result<Response, PageError> {
    filled(&ctx, id, None).await?.0.page()
}

/// Saves an option. Whoever edited an older version sees the difference, and her text stays in the form.
///
/// # Errors
/// Not allowed, not found, decided.
pub async fn save(ctx: Ctx, Path(id): Path<Id<PolicyOption>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = filled(&ctx, id, Some(&typed)).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => commands::edit(&ctx, id, typed.version(), &sheet).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|()| format!("/options/{id}")), w.option_saved())
}

/// Which contributions are offered.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Offered {
    theme: String,
    page: Option<u32>,
}

#[derive(Debug, Template)]
#[template(path = "option_roots.html")]
struct Roots {
    shell: Shell,
    frame: Frame,
    w: Texts,
    action: String,
    filter: Vec<Choice>,
    themes: Vec<Choice>,
    said: Vec<Choice>,
    total: i64,
    pages: Pages,
}

/// Where one chooses the themes and contributions an option rests on, one page of them at a time.
///
/// # Errors
/// Not found.
pub async fn roots(
    ctx: Ctx,
    Path(id): Path<Id<PolicyOption>>,
    Query(offered): Query<Offered>,
) -> Result<Response, PageError> {
    let option = options::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let mut frame = frame(&ctx, option.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, w.option_roots_title(&option.sheet.title), "options");
    shell.crumbs.push(Crumb::new(option.sheet.title.clone(), format!("/options/{id}")));
    let at = offered.page.unwrap_or(1).max(1);
    let window = (PAGE, i64::from(at - 1) * PAGE);
    let theme_id = offered.theme.parse().ok();
    let (said, total) = options::candidates(&ctx.db, option.initiative, theme_id, window).await?;
    let roots = options::contributions(&ctx.db, id, i64::MAX).await?;
    let rooted: Vec<Uuid> = roots.iter().map(|root| root.id.uuid()).collect();
    let resting: Vec<Uuid> = options::themes(&ctx.db, id).await?.iter().map(|theme| theme.id.uuid()).collect();
    let all = contributions::themes(&ctx.db, option.initiative).await?;
    let named: Vec<(Uuid, String)> = all.into_iter().map(|theme| (theme.id.uuid(), theme.title)).collect();
    let last = u32::try_from((total + PAGE - 1) / PAGE).unwrap_or(1).max(1);
    let address = |page: u32| format!("/options/{id}/appuis?theme={}&page={page}", offered.theme);
    page(&Roots {
        action: address(at),
        filter: records(w.option_every_theme(), named.clone(), &offered.theme),
        themes: boxes(named, &resting),
        said: boxes(said.into_iter().map(|c| (c.id.uuid(), format!("n° {} · {}", c.number, c.title))), &rooted),
        total,
        pages: Pages::new(at, last, address),
        shell,
        w,
        frame,
    })
}

/// Saves what an option rests on: what was ticked is added, what was shown and not ticked is taken away.
///
/// # Errors
/// Not allowed, not found, decided.
pub async fn save_roots(
    ctx: Ctx,
    Path(id): Path<Id<PolicyOption>>,
    Query(offered): Query<Offered>,
    typed: Typed,
) -> Result<Response, PageError> {
    let ticked: Vec<Uuid> = typed.all("said").chain(typed.all("themes")).filter_map(|id| id.parse().ok()).collect();
    let shown: Vec<Uuid> = typed.all("shown").filter_map(|id| id.parse().ok()).collect();
    let removed: Vec<Uuid> = shown.into_iter().filter(|id| !ticked.contains(id)).collect();
    let said = typed.ids("said");
    let themes = typed.ids("themes");
    let added: Vec<_> = said.iter().map(contribution).chain(themes.iter().map(theme)).collect();
    commands::rest_on(&ctx, id, &added, &removed).await?;
    let to = format!("/options/{id}/appuis?theme={}&page={}", offered.theme, offered.page.unwrap_or(1));
    Ok(done(&ctx, &to, Texts::new(ctx.lang).option_saved()))
}
