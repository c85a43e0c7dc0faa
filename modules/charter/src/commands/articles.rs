//! Writing the articles of a draft.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::problems::Problems;
use arpent_commons::domain::text::{SHORT, TITLE, optional, required};
use arpent_commons::store::links::{self, LinkKind};
use arpent_core::{Event, Id, Subject};
use arpent_store::Tx;
use arpent_web::refusal::{Conflict, Difference};
use arpent_web::{Caller, Refusal, Say};

use super::{draft_of, get, index, scope};
use crate::EDIT;
use crate::domain::charter::{Charter, Version};
use crate::domain::text::{Article, LONGEST_ARTICLE, Paragraph, carried_on, paragraphs};
use crate::store::articles;
use crate::texts::Texts;

/// An article as typed.
#[derive(Debug, Clone, Default)]
pub struct ArticleSheet {
    /// Its place in the charter.
    pub position: i64,
    /// The orientation it belongs to.
    pub orientation: String,
    /// Its title.
    pub title: String,
    /// Its paragraphs, a blank line between two.
    pub text: String,
    /// Numbers of the contributions it rests on, parted by spaces or commas.
    pub rests_on: String,
}

/// What names an article in links.
pub(crate) fn subject(article: Id<Article>) -> Subject {
    Subject::new("charter_article", article)
}

/// Writes an article of the draft: a new one, or over the one whose revision was read.
///
/// # Errors
/// Not allowed, nothing being written, fields to correct, or [`Refusal::Conflict`].
pub async fn put(
    caller: &Caller,
    charter: Id<Charter>,
    replaced: Option<(Id<Article>, i64)>,
    sheet: &ArticleSheet,
) -> Result<Id<Article>, Refusal> {
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let version = draft_of(&tx, &charter).await?;
    let (sheet, numbers) = checked(sheet)?;
    let behind = contributions(&tx, &charter, &numbers).await?;
    let stored = articles::of_version(&tx, version.id).await?;
    let id = match replaced {
        None => add(&tx, caller, &version, &stored, &sheet).await?,
        Some((id, revision)) => {
            let old = stored.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
            change(&tx, caller, &version, (old, revision), &sheet).await?
        }
    };
    draw(&tx, id, &behind).await?;
    index(&tx, &charter).await?;
    let event = Event::new("charter.article_written", "charter_article", id).within(charter.initiative);
    tx.commit(event.with("version", version.number)).await?;
    Ok(id)
}

fn checked(sheet: &ArticleSheet) -> Result<(ArticleSheet, Vec<i64>), Refusal> {
    let mut p = Problems::default();
    let clean = ArticleSheet {
        position: sheet.position.clamp(0, 10_000),
        orientation: p.read(optional(&sheet.orientation, "orientation", SHORT)),
        title: p.read(required(&sheet.title, "title", TITLE)),
        text: p.read(required(&sheet.text, "text", LONGEST_ARTICLE)),
        rests_on: String::new(),
    };
    let typed = sheet.rests_on.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    let numbers = typed.map(|word| word.parse().unwrap_or(0)).collect();
    p.done()?;
    Ok((clean, numbers))
}

async fn contributions(tx: &Tx, charter: &Charter, numbers: &[i64]) -> Result<Vec<Id<Contribution>>, Refusal> {
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for number in numbers {
        match articles::numbered(tx, charter.initiative, *number).await? {
            Some(id) => found.push(id),
            None => unknown.push(number.to_string()),
        }
    }
    let unknown = unknown.join(", ");
    if unknown.is_empty() {
        return Ok(found);
    }
    Err(Refusal::field("rests_on", "unknown", move |l| Texts::new(l).no_such_contribution(&unknown)))
}

fn new_paragraphs(caller: &Caller, old: &[Paragraph], text: &str) -> Vec<Paragraph> {
    let new = paragraphs(text);
    let before: Vec<&str> = old.iter().map(|one| one.text.as_str()).collect();
    let after: Vec<&str> = new.iter().map(String::as_str).collect();
    let ids = carried_on(&before, &after).into_iter().map(|from| from.map_or_else(|| caller.id(), |at| old[at].id));
    ids.zip(&new).map(|(id, text)| Paragraph { id, text: text.clone() }).collect()
}

async fn add(
    tx: &Tx,
    caller: &Caller,
    version: &Version,
    stored: &[Article],
    sheet: &ArticleSheet,
) -> Result<Id<Article>, Refusal> {
    let last = stored.iter().map(|one| one.position).max().unwrap_or(0);
    let article = Article {
        id: caller.id(),
        position: if sheet.position > 0 { sheet.position } else { last + 1 },
        orientation: sheet.orientation.clone(),
        title: sheet.title.clone(),
        revision: 1,
        paragraphs: new_paragraphs(caller, &[], &sheet.text),
    };
    articles::add(tx, version.id, &article).await?;
    Ok(article.id)
}

async fn change(
    tx: &Tx,
    caller: &Caller,
    version: &Version,
    (old, revision): (Article, i64),
    sheet: &ArticleSheet,
) -> Result<Id<Article>, Refusal> {
    let article = Article {
        id: old.id,
        position: sheet.position,
        orientation: sheet.orientation.clone(),
        title: sheet.title.clone(),
        revision,
        paragraphs: new_paragraphs(caller, &old.paragraphs, &sheet.text),
    };
    if old.revision != revision || !articles::edit(tx, version.id, &article).await? {
        return Err(Refusal::Conflict(Box::new(conflict(&old, &article))));
    }
    Ok(article.id)
}

fn conflict(stored: &Article, typed: &Article) -> Conflict {
    let differs = |label: fn(Texts) -> &'static str, stored: String, typed: String| Difference {
        label: Say::new(move |l| label(Texts::new(l)).into()),
        stored,
        typed,
    };
    let mut differences = vec![
        differs(Texts::article_title, stored.title.clone(), typed.title.clone()),
        differs(Texts::article_text, stored.text(), typed.text()),
    ];
    differences.retain(|one| one.stored != one.typed);
    Conflict { version: stored.revision, differences }
}

/// The arrows towards what an article rests on become those that were typed.
async fn draw(tx: &Tx, article: Id<Article>, behind: &[Id<Contribution>]) -> Result<(), Refusal> {
    for end in links::from(tx, article.uuid(), LinkKind::RestsOn).await? {
        if !behind.iter().any(|id| id.uuid() == end.id) {
            links::remove(tx, LinkKind::RestsOn, article.uuid(), end.id).await?;
        }
    }
    for id in behind {
        links::put(tx, LinkKind::RestsOn, subject(article), Subject::new("contribution", *id)).await?;
    }
    Ok(())
}

/// Takes an article out of the draft; the versions before keep it.
///
/// # Errors
/// Not allowed, nothing being written, no such article.
pub async fn remove(caller: &Caller, charter: Id<Charter>, id: Id<Article>) -> Result<(), Refusal> {
    let charter = get(&caller.db, charter).await?;
    let tx = caller.begin(EDIT, scope(&charter)).await?;
    let version = draft_of(&tx, &charter).await?;
    if !articles::remove(&tx, version.id, id).await? {
        return Err(Refusal::NotFound);
    }
    index(&tx, &charter).await?;
    let event = Event::new("charter.article_removed", "charter_article", id).within(charter.initiative);
    tx.commit(event.with("version", version.number)).await?;
    Ok(())
}

/// Puts other words in place of a paragraph of the draft, when it is still as it was read.
pub(super) async fn replace(
    tx: &Tx,
    version: &Version,
    paragraph: Id<Paragraph>,
    (read, words): (&str, &str),
) -> Result<bool, Refusal> {
    let stored = articles::of_version(tx, version.id).await?;
    let holds = |one: &Paragraph| one.id == paragraph && one.text == read;
    let Some(mut article) = stored.into_iter().find(|article| article.paragraphs.iter().any(holds)) else {
        return Ok(false);
    };
    for one in article.paragraphs.iter_mut().filter(|one| one.id == paragraph) {
        words.clone_into(&mut one.text);
    }
    Ok(articles::edit(tx, version.id, &article).await?)
}
