//! What people wrote while a wave was open: searched, by theme, near repeats together, what tells who masked.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::store::contributions::{self, Filter, Listed};
use arpent_commons::words::capacity;
use arpent_core::Id;
use arpent_look::parts::Pages;
use arpent_store::StoreError;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use form_urlencoded::Serializer;
use serde::Deserialize;

use super::open::{Opened, wave};
use crate::domain::masking::{Masks, masked};
use crate::domain::protocol::Protocol;
use crate::domain::voices::{Together, frequent, holds, shared, together};
use crate::domain::wave::{Wave, WaveState};
use crate::store::protocols;
use crate::texts::Texts;

/// Texts read at most, the latest first.
const MOST: i64 = 5_000;
/// Texts of a page.
const PER_PAGE: usize = 20;
/// Without a theme, in the address.
const NO_THEME: &str = "aucun";

/// What the address says.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    theme: String,
    page: String,
}

#[derive(Debug, Template)]
#[template(path = "results_voices.html")]
struct VoicesPage {
    shell: Shell,
    t: Texts,
    base: String,
    fields: Vec<Field>,
    filtered: bool,
    count: String,
    words: Vec<(String, String, usize)>,
    voices: Vec<Voice>,
    pages: Pages,
    any: bool,
    /// Nothing may be written any more.
    over: bool,
}

/// A text with those that repeat it.
#[derive(Debug)]
struct Voice {
    text: String,
    /// Two things about its author at most.
    who: Vec<String>,
    theme: Option<String>,
    href: Option<String>,
    others: Vec<String>,
}

/// A contribution as it is read here.
#[derive(Debug, Clone)]
struct Said {
    id: Id<Contribution>,
    text: String,
    /// Without what was masked: what is compared and counted.
    bare: String,
    /// Nothing had to be masked: its own page may be shown.
    open: bool,
    theme: Option<(String, String)>,
    who: Vec<String>,
}

/// What masks are called in a language.
pub(in crate::pages) fn masks(t: Texts) -> Masks<'static> {
    Masks { address: t.mask_address(), number: t.mask_number(), name: t.mask_name() }
}

/// The page of words.
pub(super) async fn show(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (barometer, wave) = wave(&ctx, &slug, number).await?;
    let version = protocols::by_id(&ctx.db, wave.protocol).await?.ok_or(Refusal::NotFound)?;
    let filter = Filter { limit: MOST, ..Filter::of(barometer.initiative) };
    let listed = contributions::list(&ctx.db, &filter).await?;
    let said = said(&ctx, &version.protocol, &wave, &listed);
    let t = Texts::new(ctx.lang);
    let themes = themes(&said);
    let kept: Vec<Said> = said.iter().filter(|one| asked.keeps(one)).cloned().collect();
    let (groups, words) = arranged(kept.iter().map(|one| one.bare.clone()).collect()).await?;
    let opened = Opened { barometer, wave, kept: None, runs: false };
    let last = groups.len().div_ceil(PER_PAGE).max(1);
    let current = asked.page.parse::<usize>().unwrap_or(1).clamp(1, last);
    let voices = groups.iter().skip((current - 1) * PER_PAGE).take(PER_PAGE);
    page(&VoicesPage {
        shell: opened.shell_below(&ctx, t.voices_title()),
        base: opened.base(),
        fields: asked.fields(t, &themes),
        filtered: asked.narrows(),
        count: t.voices_count(kept.len()),
        words: if asked.q.trim().is_empty() { asked.links(words) } else { Vec::new() },
        voices: voices.map(|group| voice(&kept, group)).collect(),
        pages: Pages::new(short(current), short(last), |page| asked.at(page)),
        any: !said.is_empty(),
        over: matches!(opened.wave.state, WaveState::Closed | WaveState::Published),
        t,
    })
}

fn short(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Compares and counts away from the threads that answer.
async fn arranged(texts: Vec<String>) -> Result<(Vec<Together>, Vec<(String, usize)>), Refusal> {
    let work = move || {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        (together(&texts), frequent(&texts))
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| {
        Refusal::Store(StoreError::Unreadable { column: "contribution".to_owned(), value: error.to_string() })
    })
}

/// What was said while the wave was open.
fn said(ctx: &Ctx, protocol: &Protocol, wave: &Wave, listed: &[Listed]) -> Vec<Said> {
    let t = Texts::new(ctx.lang);
    let commons = arpent_commons::texts::Texts::new(ctx.lang);
    let during: Vec<&Listed> =
        listed.iter().filter(|one| (wave.opens..=wave.closes).contains(&one.contribution.said_on)).collect();
    let authors: Vec<(&str, Option<&str>)> =
        during.iter().map(|one| (capacity(commons, one.contribution.capacity), place(protocol, one))).collect();
    let beside = shared(&authors, protocol.rules.suppress_under as usize);
    let hollow = Masks { address: "", number: "", name: "" };
    let one = |(one, (capacity, place)): (&&Listed, (Option<&str>, Option<&str>))| {
        let contribution = &one.contribution;
        let text = masked(&contribution.text, masks(t));
        Said {
            id: contribution.id,
            bare: masked(&contribution.text, hollow),
            open: text == contribution.text,
            theme: contribution.theme.zip(one.theme_title.clone()).map(|(id, title)| (id.to_string(), title)),
            who: [capacity, place].into_iter().flatten().map(ToOwned::to_owned).collect(),
            text,
        }
    };
    during.iter().zip(beside).map(one).collect()
}

/// Where it was said: the commune, or the place of a service in the protocol's words.
fn place<'a>(protocol: &'a Protocol, one: &'a Listed) -> Option<&'a str> {
    let places = protocol.services.iter().flat_map(|service| &service.places);
    let named = places.into_iter().find(|place| place.code == one.contribution.place).map(|place| place.name.as_str());
    one.area_name.as_deref().or(named)
}

/// Themes with how many texts each has, the most spoken of first.
fn themes(said: &[Said]) -> Vec<(String, String, usize)> {
    let mut counts: Vec<(String, String, usize)> = Vec::new();
    for (id, title) in said.iter().filter_map(|one| one.theme.as_ref()) {
        match counts.iter_mut().find(|(known, ..)| known == id) {
            Some((.., n)) => *n += 1,
            None => counts.push((id.clone(), title.clone(), 1)),
        }
    }
    counts.sort_by(|one, other| other.2.cmp(&one.2).then_with(|| one.1.cmp(&other.1)));
    counts
}

fn voice(said: &[Said], group: &Together) -> Voice {
    let shown = &said[group.shown];
    Voice {
        text: shown.text.clone(),
        who: shown.who.clone(),
        theme: shown.theme.as_ref().map(|(_, title)| title.clone()),
        href: shown.open.then(|| format!("/contributions/{}", shown.id)),
        others: group.others.iter().map(|place| said[*place].text.clone()).collect(),
    }
}

impl Asked {
    fn narrows(&self) -> bool {
        !self.q.trim().is_empty() || !self.theme.is_empty()
    }

    /// What is masked cannot be searched for either.
    fn keeps(&self, one: &Said) -> bool {
        let of_theme = match self.theme.as_str() {
            "" => true,
            NO_THEME => one.theme.is_none(),
            wanted => one.theme.as_ref().is_some_and(|(id, _)| id == wanted),
        };
        of_theme && (self.q.trim().is_empty() || holds(&one.bare, &self.q))
    }

    fn fields(&self, t: Texts, themes: &[(String, String, usize)]) -> Vec<Field> {
        let every = [Choice::new("", t.voices_every_theme(), &self.theme)];
        let named = themes.iter().map(|(id, title, n)| Choice::new(id, t.voices_theme(*n, title), &self.theme));
        let none = [Choice::new(NO_THEME, t.voices_no_theme(), &self.theme)];
        let choices: Vec<Choice> = every.into_iter().chain(named).chain(none).collect();
        vec![
            Field::text("q", t.voices_search(), &self.q).kind("search").required(),
            Field::choices("theme", t.voices_by_theme(), choices).kind("select").required(),
        ]
    }

    /// Each word with the search that finds it: its address, itself, its count.
    fn links(&self, words: Vec<(String, usize)>) -> Vec<(String, String, usize)> {
        let href = |word: &str| Self { q: word.to_owned(), ..self.clone() }.at(1);
        words.into_iter().map(|(word, n)| (href(&word), word, n)).collect()
    }

    fn at(&self, page: u32) -> String {
        let page = page.to_string();
        let pairs = [("q", self.q.as_str()), ("theme", &self.theme), ("page", &page)];
        let filled = pairs.into_iter().filter(|(name, value)| !value.is_empty() && (*name != "page" || page != "1"));
        format!("?{}", Serializer::new(String::new()).extend_pairs(filled).finish())
    }
}
