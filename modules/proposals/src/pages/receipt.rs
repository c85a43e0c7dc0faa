//! After sending: the reference, the follow link, what happens next and by when, the address to confirm; and the slip
//! one takes away.

use arpent_commons::pages::frame::Frame;
use arpent_commons::store::contributions::{self, Contact, Listed};
use arpent_commons::store::initiatives;
use arpent_commons::words::follow_path;
use arpent_core::chance::read_short_code;
use arpent_core::clock::paris_date;
use arpent_documents::qr;
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::respond::page_with;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use crate::texts::Texts;

/// What a receipt says.
#[derive(Debug)]
pub(super) struct Receipt {
    code: String,
    number: i64,
    href: String,
    follow: String,
    where_to: String,
    qr: String,
    promised: String,
    /// The address left, as its owner recognises it.
    email: Option<String>,
    /// Nobody showed yet whose it is.
    to_confirm: bool,
}

#[derive(Debug, Template)]
#[template(path = "thanks.html")]
struct ThanksPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    receipt: Receipt,
    form: Form,
    /// The digits received.
    digits: Field,
    /// Another address, instead of one that was mistyped.
    correction: Field,
}

#[derive(Debug, Template)]
#[template(path = "slip.html")]
struct SlipPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    receipt: Receipt,
}

/// The code behind what is in an address. Codes are tried at the pace the limits allow.
pub(super) fn read_code(ctx: &Ctx, typed: &str) -> Result<String, PageError> {
    ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    Ok(read_short_code(typed).ok_or(Refusal::NotFound)?)
}

async fn open(ctx: &Ctx, code: &str) -> Result<(Frame, Receipt), PageError> {
    let listed = contributions::by_code(&ctx.db, code).await?.ok_or(Refusal::NotFound)?;
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
        to_confirm: contact.is_to_confirm(),
        code: contact.code,
        follow,
        where_to: Texts::new(ctx.lang).slip_where(follow_full),
    }
}

impl ThanksPage {
    fn new(ctx: &Ctx, (frame, receipt): (Frame, Receipt), (digits, email): (&str, &str)) -> Self {
        let t = Texts::new(ctx.lang);
        let shown = receipt.email.clone().unwrap_or_default();
        Self {
            shell: ctx.shell(t.thanks_title(), frame.crumbs()),
            form: Form::default(),
            digits: Field::text("number", t.address_code(shown), digits)
                .hint(t.address_code_hint())
                .required()
                .autocomplete("one-time-code"),
            correction: Field::text("email", t.address_right(), email).kind("email").required().autocomplete("email"),
            frame,
            t,
            receipt,
        }
    }
}

/// The page one reads after sending.
pub(super) async fn thanks(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let opened = open(&ctx, &read_code(&ctx, &typed)?).await?;
    page(&ThanksPage::new(&ctx, opened, ("", "")))
}

/// The same page, with what is wrong at its field and what was typed.
pub(super) async fn refused(
    ctx: &Ctx,
    code: &str,
    sent: &Sent,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let mut page = ThanksPage::new(ctx, open(ctx, code).await?, (sent.get("number"), sent.get("email")));
    page.form = Form::refused(problems, ctx.lang, [&mut page.digits, &mut page.correction]);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The slip to print, cut and hand over.
pub(super) async fn slip(ctx: Ctx, Path(typed): Path<String>) -> Result<Response, PageError> {
    let (frame, receipt) = open(&ctx, &read_code(&ctx, &typed)?).await?;
    let t = Texts::new(ctx.lang);
    page(&SlipPage { shell: ctx.shell(t.slip_title(), frame.crumbs()), frame, t, receipt })
}

/// Enough to recognise one's own address, not enough to learn someone's: whoever has the code reads this page.
fn masked(email: &str) -> String {
    let (name, domain) = email.split_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", name.chars().take(1).collect::<String>())
}
