//! Writing the sub-charters of the draft.

use arpent_commons::domain::text::{REASON, TITLE};
use arpent_core::Id;
use arpent_web::respond::done;
use arpent_web::{Ctx, Field, PageError, Refusal, Sent};
use axum::extract::Path;
use axum::response::Response;

use super::articles::open;
use super::form::FormPage;
use super::place::Place;
use super::words::kinds;
use crate::commands::subs::{self as acts, SubSheet};
use crate::domain::charter::Version;
use crate::domain::sub::{ItemKind, MINIMUM, SubCharter, joined};
use crate::store::subs::of_version;

fn sheet(sent: &Sent) -> SubSheet {
    SubSheet {
        kind: sent.text("kind"),
        title: sent.text("title"),
        intro: sent.text("intro"),
        minimum: sent.text("minimum"),
        individuals: sent.ticked("individuals"),
        actions: sent.text("actions"),
        prohibitions: sent.text("prohibitions"),
    }
}

fn form(ctx: &Ctx, place: Place, sheet: &SubSheet, title: &str) -> FormPage {
    let t = place.t;
    let mut page = FormPage::new(ctx, place, title, t.sub_save());
    t.sub_lead().clone_into(&mut page.lead);
    page.fields = vec![
        Field::text("title", t.sub_title(), &sheet.title).required().max(TITLE),
        Field::choices("kind", t.sub_kind(), kinds(t, &sheet.kind)).kind("radio").required(),
        Field::text("intro", t.sub_intro(), &sheet.intro).kind("textarea").max(REASON),
        Field::text("actions", t.sub_actions(), &sheet.actions).kind("textarea").hint(t.sub_actions_hint()).required(),
        Field::text("minimum", t.sub_minimum(), &sheet.minimum).kind("number").required(),
        Field::text("prohibitions", t.sub_prohibitions(), &sheet.prohibitions)
            .kind("textarea")
            .hint(t.sub_prohibitions_hint()),
        Field::text("individuals", t.sub_individuals(), if sheet.individuals { "true" } else { "" }).kind("checkbox"),
    ];
    page
}

fn after(place: &Place, version: &Version) -> String {
    place.href(&format!("versions/{}#volets", version.number))
}

/// A new sub-charter.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let (place, _) = open(&ctx, &slug).await?;
    let (title, blank) = (place.t.sub_new(), SubSheet { minimum: MINIMUM.to_string(), ..SubSheet::default() });
    form(&ctx, place, &blank, title).draw()
}

/// Adds it.
pub(super) async fn add(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    let sheet = sheet(&sent);
    match acts::put(&ctx, place.charter.id, None, &sheet).await {
        Ok(_) => Ok(done(&ctx, &after(&place, &version), place.t.sub_saved())),
        Err(refusal) => {
            let title = place.t.sub_new();
            form(&ctx, place, &sheet, title).refused(&ctx, refusal)
        }
    }
}

fn editing(ctx: &Ctx, place: Place, sheet: &SubSheet, id: Id<SubCharter>) -> FormPage {
    let (t, remove) = (place.t, place.href(&format!("volets/{id}/retirer")));
    let mut page = form(ctx, place, sheet, t.sub_edit());
    page.remove = Some((t.sub_remove(), remove));
    page
}

/// A sub-charter of the draft.
pub(super) async fn edit(ctx: Ctx, Path((slug, id)): Path<(String, Id<SubCharter>)>) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    let menus = of_version(&ctx.db, version.id).await?;
    let sub = menus.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    let lines = |kind| sub.of(kind).map(joined).collect::<Vec<_>>().join("\n");
    let sheet = SubSheet {
        kind: sub.kind.code().to_owned(),
        title: sub.title.clone(),
        intro: sub.intro.clone(),
        minimum: sub.minimum.to_string(),
        individuals: sub.individuals,
        actions: lines(ItemKind::Action),
        prohibitions: lines(ItemKind::Prohibition),
    };
    editing(&ctx, place, &sheet, id).draw()
}

/// Saves it.
pub(super) async fn save(
    ctx: Ctx,
    Path((slug, id)): Path<(String, Id<SubCharter>)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    let sheet = sheet(&sent);
    match acts::put(&ctx, place.charter.id, Some(id), &sheet).await {
        Ok(_) => Ok(done(&ctx, &after(&place, &version), place.t.sub_saved())),
        Err(refusal) => editing(&ctx, place, &sheet, id).refused(&ctx, refusal),
    }
}

/// Takes it out of the draft.
pub(super) async fn remove(ctx: Ctx, Path((slug, id)): Path<(String, Id<SubCharter>)>) -> Result<Response, PageError> {
    let (place, version) = open(&ctx, &slug).await?;
    acts::remove(&ctx, place.charter.id, id).await?;
    Ok(done(&ctx, &after(&place, &version), place.t.sub_removed()))
}
