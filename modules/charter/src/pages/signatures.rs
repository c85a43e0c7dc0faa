//! The page of a signature: what was promised, what was done since.

use arpent_commons::domain::contribution::ModerationGround;
use arpent_commons::domain::text::REASON;
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::CONTRIBUTION_MODERATE;
use arpent_commons::store::initiatives;
use arpent_commons::words as common;
use arpent_core::Id;
use arpent_documents::qr;
use arpent_texts::{date, decimal};
use arpent_web::respond::done;
use arpent_web::{Ctx, Field, Lang, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::form::FormPage;
use super::place::Place;
use super::words;
use crate::EDIT;
use crate::commands::get;
use crate::commands::signatures::{acts_for, may_withdraw, withdraw as take_back};
use crate::domain::report::Report;
use crate::domain::signature::{Signature, SignatureState};
use crate::domain::sub::{Item, ItemKind, SubCharter};
use crate::domain::text::lines;
use crate::store::signatures::{by_code, choices, sub_of};
use crate::store::{reports, subs, supports};
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
    /// The reader reads what is hidden, and hides.
    pub(super) moderates: bool,
}

impl Opened {
    /// What was chosen of a kind.
    pub(super) fn chosen(&self, kind: ItemKind) -> Vec<&Item> {
        let of = self.sub.iter().flat_map(|sub| sub.of(kind));
        of.filter(|item| self.choices.contains(&item.id)).collect()
    }
}

/// Reads a signature. Until it was given, it exists for its own hand and for those who run the charter alone.
pub(super) async fn open(ctx: &Ctx, code: &str) -> Result<Opened, Refusal> {
    let signature = by_code(&ctx.db, code).await?.ok_or(Refusal::NotFound)?;
    let charter = get(&ctx.db, signature.charter).await?;
    let initiative = initiatives::by_id(&ctx.db, charter.initiative).await?.ok_or(Refusal::NotFound)?;
    let place = Place::open(ctx, &initiative.slug).await?;
    let (hers, runs) = (signature.is_of(ctx.actor.person), ctx.may(EDIT, place.scope()));
    let read = signature.was_given() || hers || runs && signature.state == SignatureState::Pending;
    if !read {
        return Err(Refusal::NotFound);
    }
    let menus = subs::of_version(&ctx.db, signature.version).await?;
    Ok(Opened {
        acts: runs || acts_for(&ctx.db, ctx, &signature).await?,
        moderates: ctx.may(CONTRIBUTION_MODERATE, place.scope()),
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
    /// The day it was taken back and why, in words.
    withdrawn: Option<(String, String)>,
    past: Option<String>,
    hers: bool,
    sign_again: Option<String>,
    summary: String,
    actions: Vec<Item>,
    prohibitions: Vec<Item>,
    commitments: Vec<String>,
    reservations: Vec<String>,
    years: Vec<(i64, Vec<Done>)>,
    /// Support it received, in a line each.
    received: Vec<String>,
    report: Option<String>,
    certificate: Option<String>,
    take_back: Option<String>,
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
    /// Why it is not to be read by everyone.
    hidden: Option<String>,
    /// The reader may read it.
    shown: bool,
    moderate: Option<String>,
}

/// The page of a signature.
pub(super) async fn show(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let opened = open(&ctx, &code).await?;
    let said = reports::of_signature(&ctx.db, opened.signature.id).await?;
    let t = opened.place.t;
    let take_back = may_withdraw(&ctx.db, &ctx, &opened.signature).await?;
    let (given, counts, years) =
        (opened.signature.was_given(), opened.signature.counts(), opened.years(ctx.lang, said));
    let received = supports::received(&ctx.db, opened.signature.id).await?;
    let received = received.iter().map(|one| words::received(t, one)).collect();
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
        // The same signatory has a page for each version it signed.
        shell: place.shell(&ctx, t.signature_title(name.unwrap_or_else(|| t.unnamed_person()), s.version_number)),
        notice: place.notice(),
        pending: !given,
        withdrawn: s.withdrawn.as_ref().map(|(day, why)| {
            (t.withdrawn_on(date(ctx.lang, *day)), if private { String::new() } else { why.clone() })
        }),
        past: (!last).then(|| t.signed_before(&version)),
        hers,
        sign_again: place.signing(&ctx),
        summary: t.signed_summary(day, s.sub_title.clone().unwrap_or_default(), &version),
        actions,
        prohibitions,
        commitments: shown(&s.commitments),
        reservations: shown(&s.reservations),
        years,
        received,
        report: (opened.acts && counts).then(|| format!("/signatures/{code}/comptes-rendus")),
        certificate: counts.then(|| format!("/signatures/{code}/certificat.pdf")),
        take_back: take_back.then(|| format!("/signatures/{code}/retirer")),
        // An address of a signature always fits a QR code.
        qr: qr::svg(&link, t.certificate_qr()).unwrap_or_default(),
        link,
        frame: place.frame,
        t,
    })
}

/// The form that takes a signature back.
fn taking_back(ctx: &Ctx, opened: Opened, why: &str) -> FormPage {
    let (t, back) = (opened.place.t, format!("/signatures/{}", opened.signature.code));
    let mut page = FormPage::new(ctx, opened.place, t.withdraw_title(), t.withdraw_send()).back(back);
    t.withdraw_lead().clone_into(&mut page.lead);
    page.fields =
        vec![Field::text("why", t.withdraw_why(), why).kind("textarea").hint(t.withdraw_why_hint()).max(REASON)];
    page
}

/// Asks before a signature is taken back.
pub(super) async fn ask_withdrawal(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let opened = open(&ctx, &code).await?;
    if !may_withdraw(&ctx.db, &ctx, &opened.signature).await? {
        return Err(Refusal::rule("no-mandate", |l| Texts::new(l).withdraw_no_mandate().into()).into());
    }
    taking_back(&ctx, opened, "").draw()
}

/// Takes it back.
pub(super) async fn withdraw(ctx: Ctx, Path(code): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let opened = open(&ctx, &code).await?;
    match take_back(&ctx, opened.signature.id, sent.get("why")).await {
        Ok(()) => Ok(done(&ctx, &format!("/signatures/{code}"), opened.place.t.withdrawn_done())),
        Err(refusal) => taking_back(&ctx, opened, sent.get("why")).refused(&ctx, refusal),
    }
}

/// A quantity, with no more decimals than it has, two at most.
pub(super) fn amount(lang: Lang, value: f64) -> String {
    let whole = |value: f64| (value - value.round()).abs() < 1e-9;
    let digits = [value, value * 10.0].into_iter().zip(0_u8..).find(|(scaled, _)| whole(*scaled));
    decimal(lang, value, digits.map_or(2, |(_, digits)| digits))
}

impl Opened {
    fn years(&self, lang: Lang, said: Vec<Report>) -> Vec<(i64, Vec<Done>)> {
        let mut years: Vec<(i64, Vec<Done>)> = Vec::new();
        for report in said {
            let (year, done) = (report.year, self.done(lang, report));
            match years.last_mut() {
                Some((last, all)) if *last == year => all.push(done),
                _ => years.push((year, vec![done])),
            }
        }
        years
    }

    fn done(&self, lang: Lang, report: Report) -> Done {
        let code = &self.signature.code;
        let quantity = report.quantity.map(|amount| format!("{} {}", self::amount(lang, amount), report.unit));
        let c = arpent_commons::texts::Texts::new(lang);
        let ground = |(ground, why): &(ModerationGround, String)| format!("{}. {why}", common::ground(c, *ground));
        Done {
            shown: report.hidden.is_none() || self.moderates || self.acts,
            hidden: report.hidden.as_ref().map(ground),
            moderate: self.moderates.then(|| format!("/signatures/{code}/comptes-rendus/{}/moderer", report.id)),
            action: report.action,
            text: report.text,
            place: report.place,
            quantity: quantity.map(|words| words.trim().to_owned()),
            photo: report.photo.map(|id| format!("/signatures/{code}/photos/{id}")),
            photo_alt: report.photo_alt,
        }
    }
}
