//! The contributions of a démarche.

use std::collections::HashMap;

use arpent_commons::domain::contribution::{AnswerStatus, Channel};
use arpent_commons::domain::people::Capacity;
use arpent_commons::domain::text::first_words;
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::{
    CONTRIBUTION_IMPORT, CONTRIBUTION_KEY, CONTRIBUTION_MERGE, CONTRIBUTION_READ_HIDDEN, THEME_EDIT,
};
use arpent_commons::store::contributions::{self, Listed, ThemeRow};
use arpent_commons::store::places::{self, AreaRow};
use arpent_commons::words;
use arpent_core::Scope;
use arpent_look::parts::Pages;
use arpent_texts::date_short;
use arpent_web::{Choice, Ctx, Field, PageError, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;

use super::filters::Filters;
use super::words::meaning;
use crate::ASSIGN;
use crate::store::supports;
use crate::texts::Texts;

/// Letters of an excerpt in a list.
const EXCERPT: usize = 200;

#[derive(Debug, Template)]
#[template(path = "list.html")]
struct ListPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    fields: Vec<Field>,
    filtered: bool,
    total: i64,
    lines: Vec<Line>,
    pages: Pages,
    tools: Vec<(&'static str, String)>,
}

/// A contribution in a list.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) number: i64,
    pub(super) title: String,
    pub(super) excerpt: Option<String>,
    pub(super) who: String,
    pub(super) place: Option<String>,
    pub(super) when: String,
    pub(super) theme: Option<String>,
    pub(super) status: &'static str,
    pub(super) meaning: &'static str,
    pub(super) supports: i64,
    pub(super) hidden: bool,
}

/// The list, filtered as its address says.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(filters): Query<Filters>,
) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let id = frame.initiative.id;
    let filter = filters.filter(id, ctx.may(CONTRIBUTION_READ_HIDDEN, Scope::Initiative(id.uuid())));
    let total = contributions::count(&ctx.db, &filter).await?;
    let listed = contributions::list(&ctx.db, &filter).await?;
    let themes = contributions::themes(&ctx.db, id).await?;
    let areas = places::of_initiative(&ctx.db, id).await?;
    let ids: Vec<_> = listed.iter().map(|one| one.contribution.id).collect();
    let supported: HashMap<_, _> = supports::counts(&ctx.db, &ids).await?.into_iter().collect();
    let count_of = |one: &Listed| supported.get(&one.contribution.id).copied().unwrap_or(0);
    page(&ListPage {
        shell: frame.shell(&ctx, t.list_title(), "contributions"),
        fields: fields(&ctx, t, &filters, &themes, &areas),
        filtered: filters.any(),
        lines: listed.iter().map(|one| line(&ctx, one, count_of(one))).collect(),
        pages: pages(&filters, total),
        tools: tools(&ctx, t, &frame),
        total,
        frame,
        t,
    })
}

fn pages(filters: &Filters, total: i64) -> Pages {
    let last = u32::try_from((total + filters.per_page() - 1) / filters.per_page()).unwrap_or(u32::MAX).max(1);
    let current = u32::try_from(filters.page()).unwrap_or(1).min(last);
    Pages::new(current, last, |number| filters.at(number))
}

/// One line of a list.
pub(super) fn line(ctx: &Ctx, listed: &Listed, supports: i64) -> Line {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let contribution = &listed.contribution;
    let excerpt = first_words(&contribution.text, EXCERPT);
    Line {
        id: contribution.id.to_string(),
        number: contribution.number,
        // A title made of the first words says nothing more than the excerpt.
        excerpt: (!excerpt.starts_with(contribution.title.trim_end_matches('…')) || contribution.title.ends_with('…'))
            .then_some(excerpt),
        title: contribution.title.clone(),
        who: listed.organisation_name.clone().unwrap_or_else(|| words::capacity(c, contribution.capacity).to_owned()),
        place: listed.area_name.clone(),
        when: date_short(ctx.lang, contribution.said_on),
        theme: listed.theme_title.clone(),
        status: listed.status.map_or_else(|| Texts::new(ctx.lang).waiting(), |status| words::answer_status(c, status)),
        meaning: meaning(listed.status),
        supports,
        hidden: contribution.state.code() == "hidden",
    }
}

fn fields(ctx: &Ctx, t: Texts, filters: &Filters, themes: &[ThemeRow], areas: &[AreaRow]) -> Vec<Field> {
    let c = arpent_commons::texts::Texts::new(ctx.lang);
    let every = |current: &str| vec![Choice::new("", t.filter_all(), current)];
    let mut by_theme = every(&filters.theme);
    by_theme.extend(
        themes
            .iter()
            .map(|one| Choice::new(one.id.to_string(), t.theme_with_count(one.count, &one.title), &filters.theme)),
    );
    by_theme.push(Choice::new("aucun", t.filter_no_theme(), &filters.theme));
    let mut by_area = every(&filters.commune);
    by_area.extend(areas.iter().map(|one| Choice::new(one.id.to_string(), &one.name, &filters.commune)));
    let mut by_answer = every(&filters.reponse);
    by_answer.push(Choice::new("attente", t.filter_waiting(), &filters.reponse));
    by_answer.extend(
        AnswerStatus::ALL.iter().map(|one| Choice::new(one.code(), words::answer_status(c, *one), &filters.reponse)),
    );
    let mut by_capacity = every(&filters.titre);
    by_capacity
        .extend(Capacity::ALL.iter().map(|one| Choice::new(one.code(), words::college(c, *one), &filters.titre)));
    let mut by_channel = every(&filters.canal);
    by_channel.extend(Channel::ALL.iter().map(|one| Choice::new(one.code(), words::channel(c, *one), &filters.canal)));
    let orders = [("", t.order_latest()), ("anciennes", t.order_oldest()), ("numero", t.order_number())];
    let orders = orders.into_iter().map(|(value, label)| Choice::new(value, label, &filters.tri)).collect();
    vec![
        Field::text("q", t.filter_text(), &filters.q).kind("search").required(),
        Field::choices("theme", t.filter_theme(), by_theme).kind("select").required(),
        Field::choices("commune", t.filter_area(), by_area).kind("select").required(),
        Field::choices("reponse", t.filter_answer(), by_answer).kind("select").required(),
        Field::choices("titre", t.filter_capacity(), by_capacity).kind("select").required(),
        Field::choices("canal", t.filter_channel(), by_channel).kind("select").required(),
        Field::choices("tri", t.filter_order(), orders).kind("select").required(),
    ]
}

/// What those who work on the démarche do from here.
fn tools(ctx: &Ctx, t: Texts, frame: &Frame) -> Vec<(&'static str, String)> {
    let scope = Scope::Initiative(frame.initiative.id.uuid());
    let all = [
        (CONTRIBUTION_KEY, t.tool_paper(), "saisie-papier"),
        (CONTRIBUTION_IMPORT, t.tool_import(), "import"),
        (THEME_EDIT, t.tool_classify(), "classer"),
        (CONTRIBUTION_MERGE, t.tool_doubles(), "doublons"),
        (ASSIGN, t.tool_assign_all(), "confier"),
    ];
    let allowed = all.into_iter().filter(|(permission, ..)| ctx.may(*permission, scope));
    allowed.map(|(_, label, below)| (label, frame.href(below))).collect()
}
