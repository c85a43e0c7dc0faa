//! What waits for those who validate.

use arpent_core::Id;
use arpent_core::clock::paris_date;
use arpent_texts::date;
use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::words;
use crate::VALIDATE;
use crate::commands::{object, observations as commands, scope};
use crate::domain::object::Object;
use crate::store::{observations, reports};
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
    why: Vec<&'static str>,
}

/// The list, the oldest first, of the démarches where the reader validates.
pub(super) async fn list(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut lines = Vec::new();
    for id in observations::to_decide(&ctx.db, MOST).await? {
        let Ok((one, layer)) = object(&ctx, id).await else { continue };
        if !ctx.may(VALIDATE, scope(layer.initiative)) {
            continue;
        }
        let reported = reports::open(&ctx.db, id).await?;
        let mut why: Vec<&'static str> = reported.iter().map(|report| words::ground(t, report.ground)).collect();
        if why.is_empty() {
            why.push(t.escalated_short());
        }
        why.dedup();
        let when = date(ctx.lang, paris_date(one.created_at));
        lines.push(Waiting { href: format!("/lieux/{id}#trancher"), title: one.title, layer: layer.name, when, why });
    }
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
