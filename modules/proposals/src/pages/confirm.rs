//! Showing that the address left with what one said is one's own: a code of six digits, another one, another address.

use arpent_commons::commands::addresses::{self, Asked, Confirmed};
use arpent_commons::words::receipt_path;
use arpent_web::respond::{done, redirect_with};
use arpent_web::shell::NoticeKind;
use arpent_web::{Ctx, PageError, Refusal, Sent};
use axum::extract::Path;
use axum::response::Response;

use super::receipt::{read_code, refused};
use crate::texts::Texts;

/// The digits received, typed back.
pub(super) async fn confirm(ctx: Ctx, Path(typed): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let code = read_code(&ctx, &typed)?;
    let t = Texts::new(ctx.lang);
    let confirmed = match addresses::confirm(&ctx, &code, sent.get("number")).await {
        Ok(confirmed) => confirmed,
        Err(Refusal::Invalid(problems)) => return refused(&ctx, &code, &sent, &problems).await,
        Err(refusal) => return Err(refusal.into()),
    };
    let text = match confirmed {
        Confirmed::WithAnswer => {
            ctx.app().bell.notify_one();
            t.address_confirmed_answered()
        }
        Confirmed::Now | Confirmed::Already => t.address_confirmed_now(),
    };
    Ok(done(&ctx, &receipt_path(&code), text))
}

/// Another code to the same address.
pub(super) async fn send_again(ctx: Ctx, Path(typed): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let code = read_code(&ctx, &typed)?;
    let asked = addresses::send_again(&ctx, &code).await;
    told(&ctx, &code, &sent, asked).await
}

/// Another address, with a code.
pub(super) async fn correct(ctx: Ctx, Path(typed): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let code = read_code(&ctx, &typed)?;
    let asked = addresses::correct(&ctx, &code, sent.get("email")).await;
    told(&ctx, &code, &sent, asked).await
}

async fn told(ctx: &Ctx, code: &str, sent: &Sent, asked: Result<Asked, Refusal>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (kind, text) = match asked {
        Ok(Asked::Sent) => {
            ctx.app().bell.notify_one();
            (NoticeKind::Success, t.address_code_sent())
        }
        Ok(Asked::OnItsWay) => (NoticeKind::Information, t.address_code_on_its_way()),
        Ok(Asked::Confirmed) => (NoticeKind::Success, t.address_confirmed_now()),
        Err(Refusal::Invalid(problems)) => return refused(ctx, code, sent, &problems).await,
        Err(refusal) => return Err(refusal.into()),
    };
    Ok(redirect_with(ctx, &receipt_path(code), kind, text))
}
