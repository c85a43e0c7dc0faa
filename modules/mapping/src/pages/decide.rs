//! What waits for those who validate.

use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_texts::date;
use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::words;
use crate::VALIDATE;
use crate::commands::{observations as commands, scope};
use crate::domain::object::Object;
use crate::store::observations::{self, ToDecide};
use crate::texts::Texts;

/// Most shown at once: the oldest first, the others follow as they are settled.
const MOST: i64 = 50;

#[derive(Debug, Template)]
#[template(path = "to_decide.html")]
struct DecidePage {
    shell: Shell,
    t: Texts,
    lines: Vec<Waiting>,
}

/// Something that waits.
#[derive(Debug)]
struct Waiting {
    href: String,
    title: String,
    layer: String,
    when: String,
    why: &'static str,
}

/// What waits for this reader, where she validates.
pub(crate) async fn to_decide(ctx: &Ctx) -> Result<Vec<ToDecide>, Refusal> {
    let mut waiting = observations::to_decide(&ctx.db, MOST).await?;
    waiting.retain(|one| ctx.may(VALIDATE, scope(one.initiative)));
    Ok(waiting)
}

/// The list, the oldest first, of the démarches where the reader validates.
pub(super) async fn list(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let hers = to_decide(&ctx).await?;
    let line = |one: ToDecide| Waiting {
        href: format!("/lieux/{}#trancher", one.object),
        when: date(ctx.lang, paris_date(one.at)),
        why: one.ground.map_or_else(|| t.escalated_short(), |ground| words::ground(t, ground)),
        title: one.title,
        layer: one.layer,
    };
    let lines = hers.into_iter().map(line).collect();
    page(&DecidePage { shell: ctx.shell(t.to_decide_title(), vec![]), t, lines })
}

/// A validator decided.
pub(super) async fn decide(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    commands::decide(&ctx, id, sent.ticked("confirmed"), sent.get("reason")).await?;
    Ok(done(&ctx, "/inventaires/a-trancher", Texts::new(ctx.lang).decided()))
}

/// Shown in a cell from now on, or where it is.
pub(super) async fn set_sensitive(ctx: Ctx, Path(id): Path<Id<Object>>, sent: Sent) -> Result<Response, PageError> {
    commands::set_sensitive(&ctx, id, sent.ticked("sensitive")).await?;
    Ok(done(&ctx, &format!("/lieux/{id}"), Texts::new(ctx.lang).sensitive_changed()))
}
