//! Open data: what anyone may read on the site, read through its own routes, so that the command line can never hand
//! out more than a visitor sees.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use arpent_commons::store::initiatives;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures_util::TryStreamExt as _;
use tower::ServiceExt as _;

use super::{Format, sink};
use crate::composition;
use crate::instance::Instance;
use crate::terminal::say;
use crate::texts::Texts;
use crate::trouble::trouble;

/// The contributions of a démarche, written as they are read: memory stays flat.
pub(super) async fn contributions(
    instance: &Instance,
    slug: &str,
    format: Format,
    out: Box<dyn Write + Send>,
    t: Texts,
) -> Result<()> {
    let path = format!("/demarches/{slug}/contributions.{}", format.extension());
    read(instance, &path, out, t).await.map_err(|error| match error {
        Unread::Refused => trouble(t.no_initiative(slug), "", t.no_initiative_next()),
        Unread::Broken(error) => error,
    })
}

enum Unread {
    Refused,
    Broken(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Unread {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}

async fn read(instance: &Instance, path: &str, mut out: Box<dyn Write + Send>, t: Texts) -> Result<(), Unread> {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, t.lang().code()).body(Body::empty())?;
    let response = instance.router.clone().oneshot(request).await?;
    if response.status() != StatusCode::OK {
        return Err(Unread::Refused);
    }
    let mut pieces = response.into_body().into_data_stream();
    while let Some(piece) = pieces.try_next().await? {
        out.write_all(&piece)?;
    }
    out.flush()?;
    Ok(())
}

/// A folder with, for each démarche, its contributions in every format, and the description of the API that says what
/// the columns mean.
pub(super) async fn everything(instance: &Instance, folder: &Path, t: Texts) -> Result<()> {
    let initiatives = initiatives::list(&instance.app.db, false).await?;
    for initiative in &initiatives {
        let place = folder.join(&initiative.slug);
        fs::create_dir_all(&place)?;
        for format in Format::ALL {
            let file = place.join(format!("contributions.{}", format.extension()));
            contributions(instance, &initiative.slug, format, sink(Some(&file), t)?, t).await?;
            say(&file.display().to_string());
        }
    }
    let file = folder.join("openapi.json");
    let mut out = sink(Some(&file), t)?;
    out.write_all(composition::openapi().to_pretty_json()?.as_bytes())?;
    out.flush()?;
    say(&file.display().to_string());
    Ok(())
}
