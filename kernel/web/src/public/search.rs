//! Search over what the reader may see.

use arpent_core::{Permission, Role, Scope};
use arpent_look::parts::Pages;
use arpent_store::search::{Hit, find};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;

use crate::context::Ctx;
use crate::encode;
use crate::form::{Choice, Field};
use crate::respond::{PageError, page};
use crate::shell::{Crumb, Shell};
use crate::texts::Texts;

/// Finding what only people who work on the démarches may see.
pub const INTERNAL: Permission = Permission("search.internal");
/// Who they are.
pub(crate) const WHO_WORK_HERE: &[Role] =
    &[Role::Agent, Role::Ambassador, Role::Facilitator, Role::Manager, Role::ElectedOfficial, Role::Administrator];

const PER_PAGE: i64 = 20;
/// Beyond, a person refines her words rather than turning pages.
const LAST_PAGE: i64 = 500;
/// Kinds of records one can ask for, in the order of the list.
const KINDS: [&str; 9] =
    ["initiative", "contribution", "proposal", "decision", "commitment", "meeting", "charter", "worksite", "measure"];

#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    page: String,
}

#[derive(Template)]
#[template(path = "public/search.html")]
struct SearchPage {
    shell: Shell,
    words: Field,
    kind: Field,
    asked: bool,
    count: String,
    hits: Vec<Line>,
    pages: Pages,
}

struct Line {
    kind: String,
    title: String,
    excerpt: String,
    href: String,
}

/// The page of results; without words, the question alone.
pub(crate) async fn search(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let t = ctx.t();
    let kind = KINDS.into_iter().find(|kind| *kind == asked.kind);
    let number = asked.page.parse::<i64>().unwrap_or(1).clamp(1, LAST_PAGE);
    // A grant on one démarche opens that one's pages, not what is internal to the others.
    let internal = ctx.may(INTERNAL, Scope::Instance);
    let found = find(&ctx.db, &asked.q, kind, internal, (PER_PAGE, (number - 1) * PER_PAGE)).await?;
    let last = (found.total + PER_PAGE - 1) / PER_PAGE;
    let address = |page: u32| address(&asked.q, kind, page);
    page(&SearchPage {
        shell: ctx.shell(t.search(), vec![Crumb::new(t.home(), "/")]),
        words: Field::text("q", t.search_words(), &asked.q).hint(t.search_hint()).kind("search").required(),
        kind: kind_field(t, kind.unwrap_or("")),
        asked: !asked.q.trim().is_empty(),
        count: t.results_count(found.total),
        hits: found.hits.into_iter().map(|hit| line(t, hit)).collect(),
        pages: Pages::new(small(number), small(last.min(LAST_PAGE)), address),
    })
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn address(words: &str, kind: Option<&str>, page: u32) -> String {
    let words = encode::query(words);
    let kind = kind.map(|kind| format!("&kind={kind}")).unwrap_or_default();
    format!("/recherche?q={words}{kind}&page={page}")
}

fn kind_name(t: Texts, kind: &str) -> String {
    t.say(&format!("kind-{kind}")).map_or_else(|| kind.to_owned(), Into::into)
}

fn kind_field(t: Texts, current: &str) -> Field {
    let all = std::iter::once(Choice::new("", t.kind_all(), current));
    let kinds = KINDS.into_iter().map(|kind| Choice::new(kind, kind_name(t, kind), current));
    Field::choices("kind", t.search_kind(), all.chain(kinds).collect()).kind("select")
}

fn line(t: Texts, hit: Hit) -> Line {
    Line { kind: kind_name(t, &hit.kind), title: hit.title, excerpt: hit.excerpt, href: hit.href }
}
