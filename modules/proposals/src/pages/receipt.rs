//! After sending: the reference, the follow link, what happens next and by when; and the slip one takes away.

use arpent_commons::pages::frame::Frame;
use arpent_commons::store::contributions::{self, Contact, Listed};
use arpent_commons::store::initiatives;
use arpent_commons::words::follow_path;
use arpent_core::chance::read_short_code;
use arpent_core::clock::paris_date;
use arpent_documents::qr;
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::texts::Texts;

/// What a receipt says.
#[derive(Debug)]
struct Receipt {
    code: String,
    number: i64,
    href: String,
    follow: String,
    where_to: String,
    qr: String,
    promised: String,
    email: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "thanks.html")]
struct ThanksPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    receipt: Receipt,
}

#[derive(Debug, Template)]
#[template(path = "slip.html")]
struct SlipPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    receipt: Receipt,
}

/// Reads the contribution behind a code. Codes are tried at the pace the limits allow.
async fn open(ctx: &Ctx, typed: &str) -> Result<(Frame, Receipt), PageError> {
    ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    let code = read_short_code(typed).ok_or(Refusal::NotFound)?;
    let listed = contributions::by_code(&ctx.db, &code).await?.ok_or(Refusal::NotFound)?;
    let contact = contributions::contact(&ctx.db, listed.contribution.id).await?.ok_or(Refusal::NotFound)?;
    let initiative = initiatives::by_id(&ctx.db, listed.contribution.initiative).await?.ok_or(Refusal::NotFound)?;
    let frame = Frame::of(ctx, initiative).await?;
    let receipt = receipt(ctx, &frame, &listed, contact);
    Ok((frame, receipt))
}

fn receipt(ctx: &Ctx, frame: &Frame, listed: &Listed, contact: Contact) -> Receipt {
    let contribution = &listed.contribution;
    let follow = follow_path(&contact.code);
    let follow_full = ctx.absolute(&follow);
    let promised = paris_date(contribution.promised_by(frame.initiative.answer_delay_days));
    Receipt {
        number: contribution.number,
        href: format!("/contributions/{}", contribution.id),
        // A code of eight letters in an address always fits a QR code.
        qr: qr::svg(&follow_full, Texts::new(ctx.lang).qr_follow()).unwrap_or_default(),
        promised: date(ctx.lang, promised),
        email: contact.email.as_deref().map(masked),
        code: contact.code,
        follow,
        where_to: Texts::new(ctx.lang).slip_where(follow_full),
    }
}

/// The page one reads after sending.
pub(super) async fn thanks(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let (frame, receipt) = open(&ctx, &code).await?;
    let t = Texts::new(ctx.lang);
    page(&ThanksPage { shell: ctx.shell(t.thanks_title(), frame.crumbs()), frame, t, receipt })
}

/// The slip to print, cut and hand over.
pub(super) async fn slip(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let (frame, receipt) = open(&ctx, &code).await?;
    let t = Texts::new(ctx.lang);
    page(&SlipPage { shell: ctx.shell(t.slip_title(), frame.crumbs()), frame, t, receipt })
}

/// Enough to recognise one's own address, not enough to learn someone's: whoever has the code reads this page.
fn masked(email: &str) -> String {
    let (name, domain) = email.split_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", name.chars().take(1).collect::<String>())
}
