//! Doubles: proposed side by side, merged by a person with a reason, and unmerged as easily.

use arpent_commons::commands::contributions as acts;
use arpent_commons::domain::contribution::Contribution;
use arpent_commons::pages::frame::Frame;
use arpent_commons::permission::CONTRIBUTION_MERGE;
use arpent_core::{Id, Scope};
use arpent_texts::percent;
use arpent_web::respond::done;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::similar;
use crate::store::briefs::{self, Brief, Merge};
use crate::texts::Texts;
use arpent_web::Sent;

/// Pairs proposed at once.
const PAIRS: usize = 15;
/// Merges listed, the latest said first.
const SHOWN: i64 = 100;

#[derive(Debug, Template)]
#[template(path = "doubles.html")]
struct DoublesPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    pairs: Vec<Pair>,
    merges: Vec<Merge>,
}

/// Two contributions side by side.
#[derive(Debug)]
struct Pair {
    sides: [Brief; 2],
    near: String,
}

/// What most likely says the same thing, and what was merged.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let id = frame.initiative.id;
    ctx.require(CONTRIBUTION_MERGE, Scope::Initiative(id.uuid()))?;
    let t = Texts::new(ctx.lang);
    let found = similar::doubles(&ctx, id, PAIRS).await?;
    let ids: Vec<_> = found.iter().flat_map(|pair| [pair.first, pair.second]).collect();
    let briefs = briefs::several(&ctx.db, &ids).await?;
    let pairs = found.iter().filter_map(|pair| side_by_side(&ctx, pair, &briefs)).collect();
    let merges = briefs::merges(&ctx.db, id, SHOWN).await?;
    let shell = frame.shell(&ctx, t.doubles_title(), "contributions");
    page(&DoublesPage { shell, frame, t, pairs, merges })
}

fn side_by_side(ctx: &Ctx, pair: &similar::Pair, briefs: &[Brief]) -> Option<Pair> {
    let of = |id| briefs.iter().find(|brief| brief.id == id).cloned();
    let mut sides = [of(pair.first)?, of(pair.second)?];
    // The one said first is offered as the one to keep.
    sides.sort_by_key(|side| side.number);
    Some(Pair { sides, near: percent(ctx.lang, f64::from(pair.score), 0) })
}

/// Merges one into the other.
pub(super) async fn merge(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let (kept, merged): (Option<Id<Contribution>>, _) = (sent.choice("kept"), sent.choice("merged"));
    let (Some(kept), Some(merged)) = (kept, merged) else { return Err(Refusal::NotFound.into()) };
    acts::merge(&ctx, kept, merged, sent.get("reason")).await?;
    Ok(done(&ctx, &frame.href("doublons"), Texts::new(ctx.lang).merge_done()))
}

/// Undoes a merge.
pub(super) async fn unmerge(ctx: Ctx, Path(id): Path<Id<Contribution>>) -> Result<Response, PageError> {
    acts::unmerge(&ctx, id).await?;
    Ok(done(&ctx, &format!("/contributions/{id}"), Texts::new(ctx.lang).unmerge_done()))
}
