//! Writing the articles of the draft.

use arpent_commons::domain::text::{SHORT, TITLE};
use arpent_core::Id;
use arpent_web::respond::done;
use arpent_web::{Ctx, Field, PageError, Refusal, Sent};
use axum::extract::Path;
use axum::response::Response;

use super::form::FormPage;
use super::place::Place;
use crate::EDIT;
use crate::commands::articles::{self as acts, ArticleSheet};
use crate::domain::charter::{Version, draft};
use crate::domain::text::{Article, LONGEST_ARTICLE};
use crate::store::articles::{behind, of_version};

/// The draft, for those who write it.
pub(super) async fn open(ctx: &Ctx, slug: &str) -> Result<(Place, Version), Refusal> {
    let place = Place::open(ctx, slug).await?;
    ctx.require(EDIT, place.scope())?;
    let version = draft(&place.versions).cloned().ok_or(Refusal::NotFound)?;
    Ok((place, version))
}

fn sheet(sent: &Sent) -> ArticleSheet {
    ArticleSheet {
        position: sent.get("position").trim().parse().unwrap_or(0),
        orientation: sent.text("orientation"),
        title: sent.text("title"),
        text: sent.text("text"),
        rests_on: sent.text("rests_on"),
    }
}

fn form(ctx: &Ctx, place: Place, sheet: &ArticleSheet, title: &str) -> FormPage {
    let t = place.t;
    let position = if sheet.position > 0 { sheet.position.to_string() } else { String::new() };
    let mut page = FormPage::new(ctx, place, title, t.article_save());
    t.article_lead().clone_into(&mut page.lead);
    page.fields = vec![
        Field::text("orientation", t.article_orientation(), &sheet.orientation)
            .hint(t.article_orientation_hint())
            .max(SHORT),
        Field::text("title", t.article_title(), &sheet.title).required().max(TITLE),
        Field::text("text", t.article_text(), &sheet.text)
            .kind("textarea")
            .hint(t.article_text_hint())
            .required()
            .max(LONGEST_ARTICLE),
        Field::text("rests_on", t.article_rests_on(), &sheet.rests_on).hint(t.article_rests_on_hint()),
        Field::text("position", t.article_position(), position).kind("number").hint(t.article_position_hint()),
    ];
    page
}

fn after(place: &Place, version: &Version, article: Id<Article>) -> String {
    place.href(&format!("versions/{}#article-{article}", version.number))
}

/// A new article.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let (place, _) = open(&ctx, &slug).await?;
    let title = place.t.article_new();
    form(&ctx, place, &ArticleSheet::default(), title).draw()
}

/// Adds it.
pub(super) async fn add(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    let sheet = sheet(&sent);
    match acts::put(&ctx, place.charter.id, None, &sheet).await {
        Ok(id) => Ok(done(&ctx, &after(&place, &version, id), place.t.article_saved())),
        Err(refusal) => {
            let title = place.t.article_new();
            form(&ctx, place, &sheet, title).refused(&ctx, refusal)
        }
    }
}

async fn stored(ctx: &Ctx, version: &Version, id: Id<Article>) -> Result<(Article, String), Refusal> {
    let text = of_version(&ctx.db, version.id).await?;
    let article = text.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    let behind = behind(&ctx.db, version.id).await?;
    let numbers = behind.iter().filter(|one| one.article == id).map(|one| one.number.to_string());
    Ok((article, numbers.collect::<Vec<_>>().join(", ")))
}

fn editing(ctx: &Ctx, place: Place, sheet: &ArticleSheet, (id, revision): (Id<Article>, i64)) -> FormPage {
    let (t, remove) = (place.t, place.href(&format!("articles/{id}/retirer")));
    let mut page = form(ctx, place, sheet, t.article_edit());
    page.hidden = vec![("revision", revision.to_string())];
    page.remove = Some((t.article_remove(), remove));
    page
}

/// An article of the draft.
pub(super) async fn edit(ctx: Ctx, Path((slug, id)): Path<(String, Id<Article>)>) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    let (article, rests_on) = stored(&ctx, &version, id).await?;
    let sheet = ArticleSheet {
        position: article.position,
        orientation: article.orientation.clone(),
        title: article.title.clone(),
        text: article.text(),
        rests_on,
    };
    editing(&ctx, place, &sheet, (id, article.revision)).draw()
}

/// Saves it; whoever edited an older one is shown the difference.
pub(super) async fn save(
    ctx: Ctx,
    Path((slug, id)): Path<(String, Id<Article>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    let (sheet, revision) = (sheet(&sent), sent.choice("revision").unwrap_or(0));
    match acts::put(&ctx, place.charter.id, Some((id, revision)), &sheet).await {
        Ok(id) => Ok(done(&ctx, &after(&place, &version, id), place.t.article_saved())),
        Err(refusal) => {
            let now = if let Refusal::Conflict(conflict) = &refusal { conflict.version } else { revision };
            editing(&ctx, place, &sheet, (id, now)).refused(&ctx, refusal)
        }
    }
}

/// Takes it out of the draft.
pub(super) async fn remove(ctx: Ctx, Path((slug, id)): Path<(String, Id<Article>)>) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    acts::remove(&ctx, place.charter.id, id).await?;
    Ok(done(&ctx, &place.href(&format!("versions/{}", version.number)), place.t.article_removed()))
}
