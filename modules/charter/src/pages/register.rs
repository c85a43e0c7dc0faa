//! Who signed, kind by kind; then who is asked to sign again, and who took a signature back. Searched, filtered and paged
//! by the address alone.

use std::collections::BTreeSet;

use arpent_commons::pages::frame::Frame;
use arpent_look::parts::Pages;
use arpent_store::search::fold;
use arpent_texts::date_short;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use form_urlencoded::Serializer;
use serde::Deserialize;

use super::place::Place;
use super::words;
use crate::domain::charter::{Version, before};
use crate::domain::signature::{Signature, SignatureState};
use crate::domain::sub::SignatoryKind;
use crate::store::signatures::{count, of_version};
use crate::texts::Texts;

/// Lines of a page.
const PER_PAGE: usize = 20;
/// Most lines of a page, for those who read or print everything.
const MOST: usize = 1_000;
/// Signatories of the version before, who did not sign again: in the address.
const BEFORE: &str = "avant";
/// Signatures taken back: in the address.
const TAKEN_BACK: &str = "retirees";

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    categorie: String,
    liste: String,
    page: String,
    par: String,
}

impl Asked {
    fn per_page(&self) -> usize {
        self.par.parse().unwrap_or(PER_PAGE).clamp(1, MOST)
    }

    fn filters(&self) -> bool {
        !self.q.trim().is_empty() || SignatoryKind::parse(&self.categorie).is_some()
    }

    /// A value the site does not know filters nothing.
    fn keeps(&self, one: &Signature) -> bool {
        let words = fold(self.q.trim());
        let named = words.is_empty() || one.public().is_some_and(|name| fold(name).contains(&words));
        named && SignatoryKind::parse(&self.categorie).is_none_or(|kind| one.sub_kind == Some(kind))
    }

    /// The same list at another page.
    fn at(&self, page: u32) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs = [
            ("q", &self.q),
            ("categorie", &self.categorie),
            ("liste", &self.liste),
            ("par", &self.par),
            ("page", &page),
        ];
        let filled = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        format!("?{}", Serializer::new(String::new()).extend_pairs(filled).finish())
    }
}

#[derive(Debug, Template)]
#[template(path = "charter_register.html")]
struct RegisterPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    version: Option<String>,
    total: String,
    fields: Vec<Field>,
    filtered: bool,
    /// How many the list holds, in words.
    found: String,
    /// What this list is, when it is not the signatories of today.
    about: Option<String>,
    groups: Vec<Group>,
    pages: Pages,
    /// Individuals who did not accept to be named.
    unnamed: i64,
    /// The other lists, in a sentence each.
    more: Vec<(String, String)>,
    sign: Option<String>,
    csv: String,
    all: String,
}

/// Signatories of one sub-charter.
#[derive(Debug)]
struct Group {
    title: String,
    kind: &'static str,
    lines: Vec<Line>,
}

/// A signatory.
#[derive(Debug)]
struct Line {
    name: String,
    href: String,
    when: String,
    tag: Option<&'static str>,
}

/// Who signed the version before and did not sign this one: no signature passes from one to the other.
pub(super) async fn not_yet(
    ctx: &Ctx,
    place: &Place,
    signed: &[Signature],
) -> Result<Option<(Version, Vec<Signature>)>, Refusal> {
    let Some(last) = place.in_force().and_then(|last| before(&place.versions, last.number)) else { return Ok(None) };
    let mut previous = of_version(&ctx.db, last.id, SignatureState::Signed).await?;
    let same = |old: &Signature, new: &Signature| match old.organisation {
        Some(organisation) => new.organisation == Some(organisation),
        None => old.person.is_some() && old.individual && new.individual && new.person == old.person,
    };
    previous.retain(|old| !signed.iter().any(|new| same(old, new)));
    Ok(Some((last.clone(), previous)))
}

/// The lists of a charter.
struct Lists {
    signed: Vec<Signature>,
    previous: Vec<Signature>,
    previous_version: Option<Version>,
    taken_back: Vec<Signature>,
}

async fn lists(ctx: &Ctx, place: &Place) -> Result<Lists, Refusal> {
    let Some(version) = place.in_force() else {
        return Ok(Lists { signed: vec![], previous: vec![], previous_version: None, taken_back: vec![] });
    };
    let signed = of_version(&ctx.db, version.id, SignatureState::Signed).await?;
    let (previous_version, previous) = not_yet(ctx, place, &signed).await?.unzip();
    let taken_back = of_version(&ctx.db, version.id, SignatureState::Withdrawn).await?;
    Ok(Lists { signed, previous: previous.unwrap_or_default(), previous_version, taken_back })
}

/// Sub-charters stay in their order; within each, names are in the order of the alphabet, whatever their accents.
fn in_order(named: &mut [&Signature]) {
    for part in named.chunk_by_mut(|one, next| one.sub == next.sub) {
        part.sort_by_cached_key(|one| one.public().map(fold));
    }
}

fn tag(t: Texts, list: &str) -> Option<&'static str> {
    match list {
        BEFORE => Some(t.previous_tag()),
        TAKEN_BACK => Some(t.withdrawn_tag()),
        _ => None,
    }
}

fn line(ctx: &Ctx, t: Texts, one: &Signature, list: &str) -> Option<Line> {
    let signed = one.signed_on.map(|day| date_short(ctx.lang, day)).unwrap_or_default();
    let when = match &one.withdrawn {
        Some((day, _)) => t.withdrawn_between(signed, date_short(ctx.lang, *day)),
        None => signed,
    };
    let (name, href) = (one.public()?.to_owned(), format!("/signatures/{}", one.code));
    Some(Line { name, href, when, tag: tag(t, list) })
}

/// Consecutive signatories of one sub-charter, under its title; a group begun on the page before is titled again.
fn groups(ctx: &Ctx, t: Texts, named: &[&Signature], list: &str) -> Vec<Group> {
    let parts = named.chunk_by(|one, next| one.sub == next.sub);
    let group = |part: &[&Signature]| Group {
        title: part.first().and_then(|one| one.sub_title.clone()).unwrap_or_default(),
        kind: part.first().and_then(|one| one.sub_kind).map_or("", |kind| words::kind(t, kind)),
        lines: part.iter().filter_map(|one| line(ctx, t, one, list)).collect(),
    };
    parts.map(group).collect()
}

fn fields(t: Texts, asked: &Asked, lists: &Lists) -> Vec<Field> {
    let every = lists.signed.iter().chain(&lists.previous).chain(&lists.taken_back);
    let present: BTreeSet<&str> = every.filter_map(|one| one.sub_kind).map(SignatoryKind::code).collect();
    let kinds = SignatoryKind::ALL.iter().filter(|kind| present.contains(kind.code()));
    let kinds = kinds.map(|kind| Choice::new(kind.code(), words::kind(t, *kind), &asked.categorie));
    let kinds = std::iter::once(Choice::new("", t.filter_all(), &asked.categorie)).chain(kinds).collect();
    let which = [("", t.filter_signed()), (BEFORE, t.filter_before()), (TAKEN_BACK, t.filter_taken_back())];
    let which = which.into_iter().map(|(code, label)| Choice::new(code, label, &asked.liste)).collect();
    vec![
        Field::text("q", t.filter_name(), &asked.q).kind("search").required(),
        Field::choices("categorie", t.column_kind(), kinds).kind("select").required(),
        Field::choices("liste", t.filter_list(), which).kind("select").required(),
    ]
}

/// The lists that are not shown and hold someone, in a sentence each with its address.
fn more(place: &Place, lists: &Lists, list: &str) -> Vec<(String, String)> {
    let (t, at) = (place.t, |list: &str| place.href(&format!("signataires?liste={list}")));
    let mut more = Vec::new();
    if let Some(version) = lists.previous_version.as_ref().filter(|_| list != BEFORE && !lists.previous.is_empty()) {
        more.push((t.previous_text(lists.previous.len(), words::version(t, version)), at(BEFORE)));
    }
    if list != TAKEN_BACK && !lists.taken_back.is_empty() {
        more.push((t.withdrawn_count(lists.taken_back.len()), at(TAKEN_BACK)));
    }
    if !list.is_empty() {
        more.push((t.signatories_count(lists.signed.len()), place.href("signataires")));
    }
    more
}

fn about(t: Texts, lists: &Lists, list: &str) -> Option<String> {
    match (list, &lists.previous_version) {
        (BEFORE, Some(version)) => Some(t.previous_text(lists.previous.len(), words::version(t, version))),
        (TAKEN_BACK, _) => Some(t.withdrawn_text().to_owned()),
        _ => None,
    }
}

/// The register.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let t = place.t;
    let lists = lists(&ctx, &place).await?;
    let total = match place.in_force() {
        Some(version) => count(&ctx.db, version.id).await?,
        None => 0,
    };
    let list = [BEFORE, TAKEN_BACK].into_iter().find(|one| *one == asked.liste).unwrap_or("");
    let held = match list {
        BEFORE => &lists.previous,
        TAKEN_BACK => &lists.taken_back,
        _ => &lists.signed,
    };
    let kept: Vec<&Signature> = held.iter().filter(|one| asked.keeps(one)).collect();
    let (mut named, unnamed): (Vec<&Signature>, Vec<_>) = kept.into_iter().partition(|one| one.public().is_some());
    in_order(&mut named);
    let pages = named.len().div_ceil(asked.per_page()).max(1);
    let current = asked.page.parse::<usize>().unwrap_or(1).clamp(1, pages);
    let shown = named.chunks(asked.per_page()).nth(current - 1).unwrap_or_default();
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    page(&RegisterPage {
        shell: place.shell(&ctx, t.signatories()),
        notice: place.notice(),
        version: place.in_force().map(|version| words::version(t, version)),
        total: t.signatories_count(total),
        fields: fields(t, &asked, &lists),
        filtered: asked.filters(),
        found: t.register_found(named.len()),
        about: about(t, &lists, list),
        groups: groups(&ctx, t, shown, list),
        pages: Pages::new(small(current), small(pages), |number| asked.at(number)),
        unnamed: i64::try_from(unnamed.len()).unwrap_or(i64::MAX),
        more: more(&place, &lists, list),
        sign: place.signing(&ctx),
        csv: place.href("signataires.csv"),
        all: place.href("signataires"),
        frame: place.frame,
        t,
    })
}
