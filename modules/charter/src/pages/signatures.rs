//! The page of a signature: what was promised, what was done since.

use arpent_commons::pages::frame::Frame;
use arpent_commons::store::initiatives;
use arpent_core::Id;
use arpent_documents::qr;
use arpent_texts::{date, decimal};
use arpent_web::{Ctx, Lang, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::EDIT;
use crate::commands::get;
use crate::commands::signatures::acts_for;
use crate::domain::report::Report;
use crate::domain::signature::{Signature, SignatureState};
use crate::domain::sub::{Item, ItemKind, SubCharter};
use crate::domain::text::lines;
use crate::store::signatures::{by_code, choices, sub_of};
use crate::store::{reports, subs};
use crate::texts::Texts;

/// A signature with everything around it.
pub(super) struct Opened {
    pub(super) place: Place,
    pub(super) signature: Signature,
    sub: Option<SubCharter>,
    choices: Vec<Id<Item>>,
    /// The reader's own hand.
    pub(super) hers: bool,
    /// The reader acts for the signatory, or runs the charter.
    pub(super) acts: bool,
}

impl Opened {
    /// What was chosen of a kind.
    pub(super) fn chosen(&self, kind: ItemKind) -> Vec<&Item> {
        let of = self.sub.iter().flat_map(|sub| sub.of(kind));
        of.filter(|item| self.choices.contains(&item.id)).collect()
    }
}

/// Reads a signature. Until it counts, it exists for its own hand and for those who run the charter alone.
pub(super) async fn open(ctx: &Ctx, code: &str) -> Result<Opened, Refusal> {
    let signature = by_code(&ctx.db, code).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&ctx.db, signature.charter).await?;
    let initiative = initiatives::by_id(&ctx.db, charter.initiative).await?.ok_or(Refusal::NotFound)?;
    let place = Place::open(ctx, &initiative.slug).await?;
    let (hers, runs) = (signature.is_of(ctx.actor.person), ctx.may(EDIT, place.scope()));
    if signature.state == SignatureState::Draft && !hers || !signature.counts() && !hers && !runs {
        return Err(Refusal::NotFound);
    }
    let menus = subs::of_version(&ctx.db, signature.version).await?;
    Ok(Opened {
        acts: runs || acts_for(&ctx.db, ctx, &signature).await?,
        choices: choices(&ctx.db, signature.id).await?,
        sub: sub_of(&signature, &menus).cloned(),
        place,
        signature,
        hers,
    })
}

#[derive(Debug, Template)]
#[template(path = "charter_signature.html")]
struct SignaturePage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    pending: bool,
    past: Option<String>,
    hers: bool,
    sign_again: String,
    summary: String,
    actions: Vec<Item>,
    prohibitions: Vec<Item>,
    commitments: Vec<String>,
    reservations: Vec<String>,
    years: Vec<(i64, Vec<Done>)>,
    report: Option<String>,
    certificate: String,
    link: String,
    qr: String,
}

/// What was done for an action.
#[derive(Debug)]
struct Done {
    action: String,
    text: String,
    place: String,
    quantity: Option<String>,
    photo: Option<String>,
    photo_alt: String,
}

/// The page of a signature.
pub(super) async fn show(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let opened = open(&ctx, &code).await?;
    let said = reports::of_signature(&ctx.db, opened.signature.id).await?;
    let t = opened.place.t;
    let of = |kind| opened.chosen(kind).into_iter().cloned().collect::<Vec<_>>();
    let (actions, prohibitions) = (of(ItemKind::Action), of(ItemKind::Prohibition));
    let (s, hers, mut place) = (opened.signature, opened.hers, opened.place);
    let name = if hers { s.own() } else { s.public() };
    let link = ctx.absolute(&format!("/signatures/{code}"));
    let last = place.in_force().is_some_and(|last| last.id == s.version);
    let version = words::version(t, place.version(s.version_number)?);
    let day = s.signed_on.map(|day| date(ctx.lang, day)).unwrap_or_default();
    let private = s.public().is_none() && !hers;
    let shown = |text: &str| if private { Vec::new() } else { lines(text) };
    page(&SignaturePage {
        shell: place.shell(&ctx, name.unwrap_or_else(|| t.unnamed_person())),
        notice: place.notice(),
        pending: !s.counts(),
        past: (!last).then(|| t.signed_before(&version)),
        hers,
        sign_again: place.href("signer"),
        summary: t.signed_summary(day, s.sub_title.clone().unwrap_or_default(), &version),
        actions,
        prohibitions,
        commitments: shown(&s.commitments),
        reservations: shown(&s.reservations),
        years: years(ctx.lang, &code, said),
        report: (opened.acts && s.counts()).then(|| format!("/signatures/{code}/comptes-rendus")),
        certificate: format!("/signatures/{code}/certificat.pdf"),
        // An address of a signature always fits a QR code.
        qr: qr::svg(&link, t.certificate_qr()).unwrap_or_default(),
        link,
        frame: place.frame,
        t,
    })
}

/// A quantity, with no more decimals than it has, two at most.
fn amount(lang: Lang, value: f64) -> String {
    let whole = |value: f64| (value - value.round()).abs() < 1e-9;
    let digits = [value, value * 10.0].into_iter().zip(0_u8..).find(|(scaled, _)| whole(*scaled));
    decimal(lang, value, digits.map_or(2, |(_, digits)| digits))
}

fn years(lang: Lang, code: &str, said: Vec<Report>) -> Vec<(i64, Vec<Done>)> {
    let mut years: Vec<(i64, Vec<Done>)> = Vec::new();
    for report in said {
        let quantity = report.quantity.map(|amount| (amount, report.unit.clone()));
        let done = Done {
            action: report.action,
            text: report.text,
            place: report.place,
            quantity: quantity.map(|(amount, unit)| format!("{} {unit}", self::amount(lang, amount)).trim().to_owned()),
            photo: report.photo.map(|id| format!("/signatures/{code}/photos/{id}")),
            photo_alt: report.photo_alt,
        };
        match years.last_mut() {
            Some((year, all)) if *year == report.year => all.push(done),
            _ => years.push((report.year, vec![done])),
        }
    }
    years
}
