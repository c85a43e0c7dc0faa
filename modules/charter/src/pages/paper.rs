//! Keying a signature given on paper.

use arpent_commons::domain::text::{REASON, SHORT};
use arpent_commons::store::people;
use arpent_core::Id;
use arpent_core::chance::secret;
use arpent_web::respond::done;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Sent};
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::form::FormPage;
use super::place::Place;
use crate::EDIT;
use crate::commands::paper::{Sheet, key as keyed};
use crate::commands::signatures::signable;
use crate::domain::sub::{Item, ItemKind, SubCharter};
use crate::store::subs;

/// The sub-charter the sheet is about.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    volet: Option<Id<SubCharter>>,
}

async fn open(ctx: &Ctx, slug: &str) -> Result<(Place, Vec<SubCharter>), Refusal> {
    let place = Place::open(ctx, slug).await?;
    ctx.require(EDIT, place.scope())?;
    let version = signable(&ctx.db, place.charter.id, ctx).await?;
    let menus = subs::of_version(&ctx.db, version.id).await?;
    Ok((place, menus))
}

/// Which sub-charter first: its menu is asked next.
fn ask_sub(ctx: &Ctx, place: Place, menus: &[SubCharter]) -> FormPage {
    let (t, back) = (place.t, place.href("conduire"));
    let choices = menus.iter().map(|sub| Choice::new(sub.id.to_string(), &sub.title, "")).collect();
    let mut page = FormPage::new(ctx, place, t.paper_title(), t.go_on()).back(back);
    page.fields = vec![Field::choices("sub", t.sign_sub(), choices).kind("radio").required()];
    page
}

async fn form(ctx: &Ctx, place: Place, sub: &SubCharter, sent: &Sent) -> Result<FormPage, Refusal> {
    let (t, back) = (place.t, place.href("conduire"));
    let held = sent.get("organisation");
    let own = if sub.individuals { t.sign_self() } else { "" };
    let mut organisations = vec![Choice::new("", own, held)];
    let all = people::organisations(&ctx.db).await?;
    organisations.extend(all.into_iter().map(|one| Choice::new(one.id.to_string(), one.name, held)));
    let ticked: Vec<Id<Item>> = [sent.every("actions"), sent.every("prohibitions")].concat();
    let tick =
        |item: &Item| Choice { checked: ticked.contains(&item.id), ..Choice::new(item.id.to_string(), &item.text, "") };
    let list = |kind| sub.of(kind).map(tick).collect::<Vec<_>>();
    let day = if sent.get("signed_on").is_empty() { ctx.today().to_string() } else { sent.text("signed_on") };
    let mut page = FormPage::new(ctx, place, t.paper_title(), t.paper_send()).back(back);
    t.paper_lead().clone_into(&mut page.lead);
    let kept = Some(sent.text("submission")).filter(|key| !key.is_empty());
    let submission = kept.unwrap_or_else(|| secret(&*ctx.chance));
    page.hidden = vec![("sub", sub.id.to_string()), ("keyed", "true".to_owned()), ("submission", submission)];
    page.fields = vec![
        Field::choices("organisation", t.sign_organisation(), organisations).kind("select").required(),
        Field::text("signer", t.paper_signer(), sent.get("signer")).required().max(SHORT),
        Field::text("proof", t.paper_proof(), sent.get("proof")).hint(t.paper_proof_hint()).max(SHORT),
        Field::text("signed_on", t.paper_day(), day).kind("date").required(),
        Field::text("email", t.paper_email(), sent.get("email")).kind("email"),
        Field::choices("actions", t.sign_actions(), list(ItemKind::Action)).kind("checkboxes").required(),
        Field::choices("prohibitions", t.sign_prohibitions(), list(ItemKind::Prohibition)).kind("checkboxes"),
        Field::text("commitments", t.sign_commitments(), sent.get("commitments")).kind("textarea").max(REASON),
        Field::text("reservations", t.sign_reservations(), sent.get("reservations")).kind("textarea").max(REASON),
    ];
    if sub.individuals {
        let named = if sent.ticked("public_name") { "true" } else { "" };
        page.fields.push(Field::text("public_name", t.sign_public_name(), named).kind("checkbox"));
    }
    Ok(page)
}

fn sheet(sent: &Sent) -> Result<Sheet, Refusal> {
    Ok(Sheet {
        sub: sent.choice("sub"),
        organisation: sent.choice("organisation"),
        signer: sent.text("signer"),
        email: sent.text("email"),
        proof: sent.text("proof"),
        signed_on: sent.day("signed_on").map_err(|problem| Refusal::Invalid(vec![problem]))?,
        items: [sent.every("actions"), sent.every("prohibitions")].concat(),
        commitments: sent.text("commitments"),
        reservations: sent.text("reservations"),
        public_name: sent.ticked("public_name"),
        submission: sent.text("submission"),
    })
}

/// A blank sheet.
pub(super) async fn begin(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let (place, menus) = open(&ctx, &slug).await?;
    match menus.iter().find(|sub| Some(sub.id) == which.volet) {
        Some(sub) => form(&ctx, place, sub, &Sent::default()).await?.draw(),
        None => ask_sub(&ctx, place, &menus).draw(),
    }
}

/// Keys it; the first screen only says which menu.
pub(super) async fn key(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let (place, menus) = open(&ctx, &slug).await?;
    let chosen: Option<Id<SubCharter>> = sent.choice("sub");
    let sub = menus.iter().find(|sub| Some(sub.id) == chosen);
    let Some(sub) = sub else { return ask_sub(&ctx, place, &menus).draw() };
    if !sent.ticked("keyed") {
        return form(&ctx, place, sub, &Sent::default()).await?.draw();
    }
    let outcome = match sheet(&sent) {
        Ok(sheet) => keyed(&ctx, place.charter.id, &sheet).await,
        Err(refusal) => Err(refusal),
    };
    match outcome {
        Ok(signed) => Ok(done(&ctx, &format!("/signatures/{}", signed.code), place.t.paper_done())),
        Err(refusal) => form(&ctx, place, sub, &sent).await?.refused(&ctx, refusal),
    }
}
