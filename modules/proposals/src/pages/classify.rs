//! Classifying: many at once under a theme, by hand or from proposed groups.

use arpent_commons::commands::{contributions as acts, themes as theme_acts};
use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Theme;
use arpent_commons::domain::text::{REASON, TITLE};
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::THEME_EDIT;
use arpent_commons::store::contributions::{self, Filter, ThemeRow};
use arpent_commons::store::themes;
use arpent_core::{Id, Scope};
use arpent_look::parts::Pages;
use arpent_web::refusal::Differing;
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;

use super::filters::Filters;
use super::list::{Line, line};
use super::near::{Near, near};
use crate::similar;
use crate::store::briefs;
use crate::texts::Texts;
use arpent_web::Sent;

/// Lines to tick on one page.
const TICKED: i64 = 50;
/// Groups proposed at once.
const GROUPS: usize = 12;
/// Members cited of a group.
const CITED: usize = 4;
/// Contributions without a theme that grouping looks at.
const GROUPED: i64 = 3_000;

#[derive(Debug, Template)]
#[template(path = "classify.html")]
struct ClassifyPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    themes: Vec<ThemeRow>,
    fields: Vec<Field>,
    lines: Vec<Line>,
    ticked: Vec<String>,
    total: i64,
    shown: Choice,
    pages: Pages,
}

async fn frame(ctx: &Ctx, slug: &str) -> Result<Frame, PageError> {
    let frame = Frame::open(ctx, slug).await?;
    ctx.require(THEME_EDIT, Scope::Initiative(frame.initiative.id.uuid()))?;
    Ok(frame)
}

/// What is without a theme, or what a theme holds.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(filters): Query<Filters>,
) -> Result<Response, PageError> {
    let frame = frame(&ctx, &slug).await?;
    draw(&ctx, frame, filters, &Sent::default(), &[]).await
}

async fn draw(
    ctx: &Ctx,
    mut frame: Frame,
    mut filters: Filters,
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    if filters.theme.is_empty() {
        "aucun".clone_into(&mut filters.theme);
    }
    let id = frame.initiative.id;
    let themes = contributions::themes(&ctx.db, id).await?;
    let filter = Filter { limit: TICKED, offset: (filters.page() - 1) * TICKED, ..filters.filter(id, false) };
    let total = contributions::count(&ctx.db, &filter).await?;
    let all = contributions::list(&ctx.db, &filter).await?;
    let mut fields = fields(t, &themes, sent);
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let shown = themes.iter().find(|theme| theme.id.to_string() == filters.theme);
    let last = u32::try_from((total + TICKED - 1) / TICKED).unwrap_or(1).max(1);
    let classify = ClassifyPage {
        shell: frame.shell(ctx, t.classify_title(), "contributions"),
        shown: Choice::new(
            filters.theme.clone(),
            shown.map_or(t.filter_no_theme(), |theme| theme.title.as_str()),
            &filters.theme,
        ),
        lines: all.iter().map(|one| line(ctx, one, 0)).collect(),
        ticked: sent.every("contributions"),
        pages: Pages::new(u32::try_from(filters.page()).unwrap_or(1).min(last), last, |page| filters.at(page)),
        form,
        fields,
        themes,
        total,
        frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &classify)
}

fn fields(t: Texts, themes: &[ThemeRow], sent: &Sent) -> Vec<Field> {
    let held = sent.get("theme");
    let mut choices = vec![Choice::new("", t.classify_new_theme(), held)];
    choices.extend(themes.iter().map(|theme| Choice::new(theme.id.to_string(), &theme.title, held)));
    choices.push(Choice::new("aucun", t.filter_no_theme(), held));
    vec![
        Field::choices("theme", t.classify_theme(), choices).kind("select").required(),
        Field::text("title", t.classify_new_title(), sent.get("title")).hint(t.classify_new_hint()).max(TITLE),
    ]
}

/// Classifies what was ticked, under a theme that exists or one created by the same gesture.
pub(super) async fn classify(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = frame(&ctx, &slug).await?;
    match put(&ctx, &frame, &sent).await {
        Ok(count) => {
            let t = Texts::new(ctx.lang);
            let back = if sent.get("from") == "groupes" { "classer/groupes" } else { "classer" };
            Ok(done(&ctx, &frame.href(back), &t.classify_done(count)))
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, frame, Filters::default(), &sent, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn put(ctx: &Ctx, frame: &Frame, sent: &Sent) -> Result<usize, Refusal> {
    let ids: Vec<Id<Contribution>> = sent.every("contributions");
    if ids.is_empty() {
        return Err(Refusal::field("contributions", "missing", |l| Texts::new(l).nothing_chosen().into()));
    }
    let theme = match sent.get("theme") {
        "aucun" => None,
        "" => Some(theme_acts::create(ctx, frame.initiative.id, sent.get("title"), sent.get("summary")).await?),
        id => Some(id.parse().map_err(|_| Refusal::NotFound)?),
    };
    acts::classify(ctx, &ids, theme).await?;
    Ok(ids.len())
}

#[derive(Debug, Template)]
#[template(path = "groups.html")]
struct GroupsPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    groups: Vec<GroupBox>,
    themes: Vec<ThemeRow>,
}

/// A group proposed: its name, some of its members in full, all of them by id.
#[derive(Debug)]
struct GroupBox {
    title: String,
    keywords: String,
    cited: Vec<Near>,
    members: Vec<String>,
}

/// Groups proposed among what has no theme.
pub(super) async fn groups(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = frame(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let id = frame.initiative.id;
    let among = briefs::without_theme(&ctx.db, id, GROUPED).await?;
    let found = similar::groups(&ctx, id, among, GROUPS).await?;
    let cited: Vec<_> = found.iter().flat_map(|group| group.members.iter().take(CITED)).copied().collect();
    let cited = briefs::several(&ctx.db, &cited).await?;
    let groups = found.into_iter().map(|group| group_box(group, &cited)).collect();
    let themes = contributions::themes(&ctx.db, id).await?;
    let shell = frame.shell(&ctx, t.groups_title(), "contributions");
    page(&GroupsPage { shell, frame, t, groups, themes })
}

fn group_box(group: similar::Group, cited: &[briefs::Brief]) -> GroupBox {
    let shown = group.members.iter().take(CITED);
    GroupBox {
        cited: shown.filter_map(|id| cited.iter().find(|brief| brief.id == *id)).map(near).collect(),
        members: group.members.iter().map(ToString::to_string).collect(),
        keywords: group.keywords.join(", "),
        title: group.title,
    }
}

#[derive(Debug, Template)]
#[template(path = "theme_edit.html")]
struct ThemePage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    theme: ThemeRow,
    version: i64,
    compared: Vec<Differing>,
}

async fn open_theme(ctx: &Ctx, id: Id<Theme>) -> Result<(Frame, ThemeRow), PageError> {
    let theme = themes::by_id(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(THEME_EDIT, Scope::Initiative(theme.initiative.uuid()))?;
    let initiative = arpent_commons::store::initiatives::by_id(&ctx.db, theme.initiative).await?;
    Ok((Frame::of(ctx, initiative.ok_or(Refusal::NotFound)?).await?, theme))
}

/// What is typed of a theme, the version it was read at, and what is wrong with it.
struct Typing<'a> {
    title: &'a str,
    summary: &'a str,
    version: i64,
    problems: &'a [FieldProblem],
    compared: Vec<Differing>,
}

fn draw_theme(ctx: &Ctx, (mut frame, theme): (Frame, ThemeRow), typing: Typing<'_>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = vec![
        Field::text("title", t.theme_title(), typing.title).required().max(TITLE),
        Field::text("summary", t.theme_summary(), typing.summary)
            .kind("textarea")
            .hint(t.theme_summary_hint())
            .max(REASON),
    ];
    let form = Form::refused(typing.problems, ctx.lang, &mut fields);
    let fine = typing.problems.is_empty() && typing.compared.is_empty();
    let shell = frame.shell(ctx, t.theme_edit_title(), "contributions");
    let (version, compared) = (typing.version, typing.compared);
    let theme_page = ThemePage { shell, frame, t, form, fields, theme, version, compared };
    page_with(if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &theme_page)
}

/// A theme to rename or describe.
pub(super) async fn theme(ctx: Ctx, Path(id): Path<Id<Theme>>) -> Result<Response, PageError> {
    let (frame, theme) = open_theme(&ctx, id).await?;
    let (title, summary, version) = (theme.title.clone(), theme.summary.clone(), theme.version);
    let typing = Typing { title: &title, summary: &summary, version, problems: &[], compared: vec![] };
    draw_theme(&ctx, (frame, theme), typing)
}

/// Saves a theme; whoever edited an older version is shown the difference.
pub(super) async fn save_theme(ctx: Ctx, Path(id): Path<Id<Theme>>, sent: Sent) -> Result<Response, PageError> {
    let (frame, theme) = open_theme(&ctx, id).await?;
    let version = sent.choice("version").unwrap_or(0);
    let (title, summary) = (sent.get("title"), sent.get("summary"));
    let mut typing = Typing { title, summary, version, problems: &[], compared: vec![] };
    match theme_acts::edit(&ctx, id, version, title, summary).await {
        Ok(()) => Ok(done(&ctx, &frame.href("classer"), Texts::new(ctx.lang).theme_saved())),
        Err(Refusal::Invalid(problems)) => draw_theme(&ctx, (frame, theme), Typing { problems: &problems, ..typing }),
        Err(Refusal::Conflict(conflict)) => {
            typing.version = conflict.version;
            typing.compared = conflict.told(ctx.lang);
            draw_theme(&ctx, (frame, theme), typing)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Removes an empty theme.
pub(super) async fn remove_theme(ctx: Ctx, Path(id): Path<Id<Theme>>) -> Result<Response, PageError> {
    let (frame, _) = open_theme(&ctx, id).await?;
    theme_acts::remove(&ctx, id).await?;
    Ok(done(&ctx, &frame.href("classer"), Texts::new(ctx.lang).theme_removed()))
}
