//! A version of the charter, to read: its articles with what is behind them, its sub-charters, its versions.

use arpent_commons::domain::text::first_words;
use arpent_commons::pages::frame::Frame;
use arpent_commons::pages::meeting_outputs::meetings_of;
use arpent_core::clock::paris_date;
use arpent_look::parts::{Anchor, Knot, State};
use arpent_texts::date;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::EDIT;
use crate::domain::charter::{Version, before, draft};
use crate::domain::sub::{Item, ItemKind, SubCharter};
use crate::domain::text::{Article, Paragraph};
use crate::store::articles::{self, Behind};
use crate::store::suggestions::{self, Suggestion};
use crate::store::{signatures, subs};
use crate::texts::Texts;

/// Letters of an excerpt in a list.
const EXCERPT: usize = 200;

#[derive(Debug, Template)]
#[template(path = "charter.html")]
struct CharterPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    intent: String,
    version: String,
    state: (&'static str, &'static str),
    signatories: Option<String>,
    /// How many of each kind signed, and where they are listed.
    kinds: Vec<Anchor>,
    /// The meetings it came out of.
    meetings: Vec<Anchor>,
    /// What the reader may do first, then the rest.
    first: Option<Anchor>,
    others: Vec<Anchor>,
    may_edit: bool,
    new_article: String,
    new_sub: String,
    articles: Vec<ArticleView>,
    subs: Vec<SubView>,
    versions: Vec<Knot>,
}

/// An article, ready to be read.
#[derive(Debug)]
struct ArticleView {
    id: String,
    title: String,
    /// Said where it begins.
    orientation: Option<String>,
    /// Its title stands under the orientation's.
    deep: bool,
    paragraphs: Vec<ParagraphView>,
    behind: Vec<Anchor>,
    suggestions: Vec<Line>,
    edit: Option<String>,
}

/// A paragraph, and where one proposes other words for it.
#[derive(Debug)]
struct ParagraphView {
    text: String,
    propose: Option<String>,
}

/// A suggestion in a list.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) title: String,
    /// The article and the version that was read.
    pub(super) about: String,
    /// The first words of what is proposed.
    pub(super) proposed: String,
    pub(super) href: String,
    pub(super) meaning: &'static str,
    pub(super) status: &'static str,
    pub(super) reason: String,
    pub(super) taken: Option<String>,
}

/// A sub-charter, ready to be read.
#[derive(Debug)]
struct SubView {
    title: String,
    kind: &'static str,
    intro: String,
    rule: String,
    individuals: bool,
    actions: Vec<Item>,
    prohibitions: Vec<Item>,
    edit: Option<String>,
}

/// The version in force, else the one being written.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let version = place.in_force().or(draft(&place.versions)).cloned().ok_or(Refusal::NotFound)?;
    let title = place.charter.title.clone();
    draw(&ctx, place, &version, title).await
}

/// A version by its number.
pub(super) async fn show_version(ctx: Ctx, Path((slug, n)): Path<(String, i64)>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let version = place.version(n)?.clone();
    let title = place.t.title_of_version(place.charter.title.as_str(), version.number);
    draw(&ctx, place, &version, title).await
}

async fn draw(ctx: &Ctx, mut place: Place, version: &Version, title: String) -> Result<Response, PageError> {
    let t = place.t;
    let edits = ctx.may(EDIT, place.scope());
    let reader = Reader { place: &place, version, edits: edits && version.is_draft() };
    let text = articles::of_version(&ctx.db, version.id).await?;
    let behind = articles::behind(&ctx.db, version.id).await?;
    let suggested = suggestions::of_charter(&ctx.db, place.charter.id).await?;
    let menus = subs::of_version(&ctx.db, version.id).await?;
    let articles = reader.articles(&text, &behind, &suggested);
    let subs = menus.into_iter().map(|sub| reader.sub(sub)).collect();
    let (first, others) = (reader.first(ctx), reader.others(edits));
    let signatories = if version.is_draft() {
        None
    } else {
        Some(t.signatories_count(signatures::count(&ctx.db, version.id).await?))
    };
    let (state, kinds) = (reader.state(), reader.kinds(ctx).await?);
    let mut shell = place.shell(ctx, title);
    shell.crumbs.truncate(2);
    page(&CharterPage {
        shell,
        t,
        notice: place.notice(),
        intent: place.charter.intent.clone(),
        version: words::version(t, version),
        state,
        signatories,
        kinds,
        meetings: meetings_of(ctx, &[place.charter.id.uuid()]).await?,
        first,
        others,
        may_edit: edits && version.is_draft(),
        new_article: place.href("articles"),
        new_sub: place.href("volets"),
        articles,
        subs,
        versions: place.versions.iter().rev().map(|one| knot(ctx, &place, one)).collect(),
        frame: place.frame,
    })
}

/// Who reads which version.
struct Reader<'a> {
    place: &'a Place,
    version: &'a Version,
    edits: bool,
}

impl Reader<'_> {
    fn is_in_force(&self) -> bool {
        self.place.in_force().is_some_and(|last| last.id == self.version.id)
    }

    fn state(&self) -> (&'static str, &'static str) {
        let t = self.place.t;
        match (self.version.is_draft(), self.is_in_force()) {
            (true, _) => ("info", t.state_draft()),
            (_, true) => ("success", t.state_in_force()),
            _ => ("", t.state_past()),
        }
    }

    /// The version in force alone has a register.
    async fn kinds(&self, ctx: &Ctx) -> Result<Vec<Anchor>, Refusal> {
        if !self.is_in_force() {
            return Ok(Vec::new());
        }
        let (t, kinds) = (self.place.t, signatures::kinds(&ctx.db, self.version.id).await?);
        let anchor = |one: signatures::OfKind| Anchor {
            label: t.kind_count(one.signatories, words::kind(t, one.kind)),
            href: self.place.href(&format!("signataires?categorie={}", one.kind.code())),
        };
        Ok(kinds.into_iter().map(anchor).collect())
    }

    fn first(&self, ctx: &Ctx) -> Option<Anchor> {
        let href = self.place.signing(ctx).filter(|_| self.is_in_force())?;
        Some(Anchor { label: self.place.t.sign().to_owned(), href })
    }

    fn others(&self, edits: bool) -> Vec<Anchor> {
        let (t, place) = (self.place.t, self.place);
        let mut all = vec![(t.signatories().to_owned(), place.href("signataires"))];
        all.push((t.suggestions().to_owned(), place.href("propositions")));
        all.push((t.supports().to_owned(), place.href("soutien")));
        if place.in_force().is_some() {
            all.push((t.balance_title().to_owned(), place.href("bilan")));
        }
        if let Some(last) = before(&place.versions, self.version.number) {
            let query = format!("comparer?de={}&a={}", last.number, self.version.number);
            all.push((t.compare_with(last.number), place.href(&query)));
        }
        if !self.version.is_draft() {
            all.push((
                t.print_charter().to_owned(),
                place.href(&format!("charte.pdf?version={}", self.version.number)),
            ));
            let writing = draft(&place.versions).map(|one| place.href(&format!("versions/{}", one.number)));
            all.extend(writing.map(|href| (t.read_draft().to_owned(), href)));
        }
        if edits {
            all.push((t.steer().to_owned(), place.href("conduire")));
        }
        all.into_iter().map(|(label, href)| Anchor { label, href }).collect()
    }

    fn articles(&self, text: &[Article], behind: &[Behind], suggested: &[Suggestion]) -> Vec<ArticleView> {
        let mut said = "";
        let mut views = Vec::new();
        for article in text {
            let begins = article.orientation != said;
            said = &article.orientation;
            views.push(ArticleView {
                id: article.id.to_string(),
                title: article.title.clone(),
                deep: !article.orientation.is_empty(),
                orientation: Some(article.orientation.clone()).filter(|words| begins && !words.is_empty()),
                paragraphs: article.paragraphs.iter().map(|one| self.paragraph(one)).collect(),
                behind: self.behind(article, behind, suggested),
                suggestions: suggested
                    .iter()
                    .filter(|one| one.article == article.id)
                    .map(|one| line(self.place, one))
                    .collect(),
                edit: self.edits.then(|| self.place.href(&format!("articles/{}", article.id))),
            });
        }
        views
    }

    /// Contributions that the article rests on; those that are suggestions are listed with their answer.
    fn behind(&self, article: &Article, behind: &[Behind], suggested: &[Suggestion]) -> Vec<Anchor> {
        let plain = |one: &&Behind| !suggested.iter().any(|s| s.contribution == one.contribution);
        let of = behind.iter().filter(|one| one.article == article.id).filter(plain);
        of.map(|one| Anchor {
            label: self.place.t.contribution_numbered(one.number, &one.title),
            href: format!("/contributions/{}", one.contribution),
        })
        .collect()
    }

    fn paragraph(&self, one: &Paragraph) -> ParagraphView {
        let open = self.place.frame.accepts() && (self.version.is_draft() || self.is_in_force());
        let below = format!("versions/{}/paragraphes/{}", self.version.number, one.id);
        ParagraphView { text: one.text.clone(), propose: open.then(|| self.place.href(&below)) }
    }

    fn sub(&self, sub: SubCharter) -> SubView {
        let t = self.place.t;
        let of = |kind| sub.of(kind).cloned().collect::<Vec<_>>();
        SubView {
            kind: words::kind(t, sub.kind),
            rule: t.sub_rule(sub.count(ItemKind::Action), sub.minimum),
            actions: of(ItemKind::Action),
            prohibitions: of(ItemKind::Prohibition),
            individuals: sub.individuals,
            edit: self.edits.then(|| self.place.href(&format!("volets/{}", sub.id))),
            title: sub.title,
            intro: sub.intro,
        }
    }
}

/// A suggestion in a line.
pub(super) fn line(place: &Place, one: &Suggestion) -> Line {
    let t = place.t;
    let who = one.organisation.as_deref();
    Line {
        title: who.map_or_else(|| t.suggestion_numbered(one.number), |who| t.suggestion_of(one.number, who)),
        about: t.title_of_version(one.article_title.clone().unwrap_or_default(), one.version_number),
        proposed: first_words(&one.proposed, EXCERPT),
        href: place.href(&format!("propositions/{}", one.contribution)),
        meaning: words::meaning(one.status),
        status: words::status(t, one.status),
        reason: one.reason.clone().unwrap_or_default(),
        taken: one.taken_in.map(|version| t.suggestion_taken(version)),
    }
}

/// A version on the thread.
fn knot(ctx: &Ctx, place: &Place, version: &Version) -> Knot {
    let t = place.t;
    let last = place.in_force().is_some_and(|last| last.id == version.id);
    let state = match (version.is_draft(), last) {
        (true, _) => State::Next,
        (_, true) => State::Here,
        _ => State::Done,
    };
    Knot {
        title: words::version(t, version),
        state,
        when: version.published_at.map(|at| t.published_on(date(ctx.lang, paris_date(at)))),
        who: None,
        voice: None,
        text: Some(version.deliberation.clone()).filter(|words| !words.is_empty()),
        link: Some(Anchor {
            label: t.read_version(version.number),
            href: place.href(&format!("versions/{}", version.number)),
        }),
    }
}
