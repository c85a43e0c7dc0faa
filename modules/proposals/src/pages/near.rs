//! What others already said, shown while one types: a fragment of a page, or a page of its own without scripts.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::text::first_words;
use arpent_commons::pages::frame::Frame;
use arpent_core::Id;
use arpent_web::{Ctx, PageError, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use crate::similar;
use crate::store::briefs::{self, Brief};
use crate::texts::Texts;

/// Shown at once: enough to recognise one's own idea, few enough to be read.
const SHOWN: usize = 3;
/// Letters of an excerpt.
const EXCERPT: usize = 180;

/// A contribution that says nearly the same thing.
#[derive(Debug)]
pub(super) struct Near {
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) href: String,
}

/// What is being typed; the browser's live field calls it `q`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    texte: String,
    q: String,
}

#[derive(Debug, Template)]
#[template(path = "near.html")]
struct NearPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    near: Vec<Near>,
}

#[derive(Debug, Template)]
#[template(path = "near_fragment.html")]
struct Fragment {
    t: Texts,
    near: Vec<Near>,
}

/// The contributions nearest to a text.
pub(super) async fn of(ctx: &Ctx, initiative: Id<Initiative>, text: &str) -> Result<Vec<Near>, PageError> {
    let found = similar::near(ctx, initiative, text, SHOWN, similar::NEAR).await?;
    let ids: Vec<Id<Contribution>> = found.iter().map(|found| found.id).collect();
    Ok(briefs::several(&ctx.db, &ids).await?.iter().map(near).collect())
}

/// A contribution as it is suggested.
pub(super) fn near(brief: &Brief) -> Near {
    Near {
        title: brief.title.clone(),
        excerpt: first_words(&brief.text, EXCERPT),
        href: format!("/contributions/{}", brief.id),
    }
}

/// What resembles the words being typed.
pub(super) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let mut frame = Frame::open(&ctx, &slug).await?;
    let t = Texts::new(ctx.lang);
    let text = if asked.texte.is_empty() { &asked.q } else { &asked.texte };
    let near = of(&ctx, frame.initiative.id, text).await?;
    if ctx.request().fragment.is_some() {
        return page(&Fragment { t, near });
    }
    page(&NearPage { shell: frame.shell(&ctx, t.near_title(), "contributions"), frame, t, near })
}
