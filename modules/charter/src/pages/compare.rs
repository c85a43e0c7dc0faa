//! Two versions side by side, article by article, in whole words.

use arpent_commons::pages::frame::Frame;
use arpent_look::parts::Change;
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::place::Place;
use super::words;
use crate::domain::charter::Version;
use crate::domain::sub::joined;
use crate::store::{articles, subs};
use crate::texts::Texts;

/// Numbers of the two versions.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    de: i64,
    a: i64,
}

#[derive(Debug, Template)]
#[template(path = "charter_compare.html")]
struct ComparePage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    before: String,
    after: String,
    parts: Vec<Part>,
    /// Titles of what did not change.
    same: Vec<String>,
}

/// An article or a sub-charter that changed.
#[derive(Debug)]
struct Part {
    title: String,
    what: &'static str,
    before: String,
    changes: Vec<Change>,
}

/// A text with the id it keeps, and its title.
type Kept = (Uuid, String, String);

async fn texts(ctx: &Ctx, version: &Version) -> Result<Vec<Kept>, Refusal> {
    let mut all: Vec<Kept> = Vec::new();
    for one in articles::of_version(&ctx.db, version.id).await? {
        all.push((one.id.uuid(), one.title.clone(), one.text()));
    }
    for sub in subs::of_version(&ctx.db, version.id).await? {
        let items = sub.items.iter().map(joined).collect::<Vec<_>>().join("\n");
        all.push((sub.id.uuid(), sub.title, items));
    }
    Ok(all)
}

/// The two versions of the address.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let t = place.t;
    let (before, after) = (place.version(which.de)?.clone(), place.version(which.a)?.clone());
    let (old, new) = (texts(&ctx, &before).await?, texts(&ctx, &after).await?);
    let (parts, same) = parts(t, &old, &new);
    page(&ComparePage {
        shell: place.shell(&ctx, t.compare_title(before.number, after.number)),
        notice: place.notice(),
        before: words::version(t, &before),
        after: words::version(t, &after),
        parts,
        same,
        frame: place.frame,
        t,
    })
}

fn parts(t: Texts, old: &[Kept], new: &[Kept]) -> (Vec<Part>, Vec<String>) {
    let (mut parts, mut same) = (Vec::new(), Vec::new());
    let find = |all: &[Kept], id: Uuid| all.iter().find(|one| one.0 == id).cloned();
    let gone = old.iter().filter(|one| find(new, one.0).is_none());
    for (id, ..) in new.iter().chain(gone) {
        let (before, after) = (find(old, *id), find(new, *id));
        let whole = |one: &Option<Kept>| one.as_ref().map(|one| one.2.clone()).unwrap_or_default();
        let title = after.as_ref().or(before.as_ref()).map(|one| one.1.clone()).unwrap_or_default();
        let (earlier, later) = (whole(&before), whole(&after));
        let what = match (&before, &after) {
            (None, _) => t.compare_added(),
            (_, None) => t.compare_removed(),
            (Some(a), Some(b)) if a == b => {
                same.push(title);
                continue;
            }
            _ => t.compare_changed(),
        };
        parts.push(Part { title, what, changes: Change::between(&earlier, &later), before: earlier });
    }
    (parts, same)
}
