//! The objects of a map as files: what everyone reads on it, no more.

use std::collections::HashSet;

use arpent_core::Id;
use arpent_documents::Cell;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_documents::shapes::{self, Written};
use arpent_store::StoreError;
use arpent_web::respond::{CSV, download};
use arpent_web::{Caller, Ctx, PageError};
use axum::extract::{Path, Query};
use axum::response::Response;
use uuid::Uuid;

use super::asked::Asked;
use super::ground::Ground;
use super::words;
use crate::domain::layer::Layer;
use crate::domain::object::{Form, Object};
use crate::store::views::{self, Looked};
use crate::store::{layers, observations};
use crate::texts::Texts;

/// Objects read at once.
const PAGE: usize = 500;

/// In what the file is written.
#[derive(Debug, Clone, Copy)]
enum Kind {
    GeoJson,
    Gpx,
    Csv,
}

macro_rules! handlers {
    ($($(#[$doc:meta])* $of_map:ident, $of_territory:ident = $kind:ident;)*) => {$(
        $(#[$doc])*
        pub(super) async fn $of_map(
            ctx: Ctx,
            Path(slug): Path<String>,
            Query(asked): Query<Asked>,
        ) -> Result<Response, PageError> {
            let ground = Ground::of_slug(&ctx, &slug).await?;
            export(&ctx, &ground, &asked, Kind::$kind).await
        }

        $(#[$doc])*
        pub(super) async fn $of_territory(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
            export(&ctx, &Ground::territory(), &asked, Kind::$kind).await
        }
    )*};
}
handlers! {
    /// For maps and programs.
    geojson, territory_geojson = GeoJson;
    /// For phones and receivers.
    gpx, territory_gpx = Gpx;
    /// For spreadsheets.
    csv, territory_csv = Csv;
}

async fn export(ctx: &Ctx, ground: &Ground, asked: &Asked, kind: Kind) -> Result<Response, PageError> {
    let layers = layers::of(&ctx.db, ground.initiative()).await?;
    let objects = everything(ctx, &asked.looked(&layers, ctx.today())).await?;
    let blurred = observations::blurred(&ctx.db).await?;
    let places = objects.iter().map(|one| written(one, &layers, &blurred));
    Ok(match kind {
        Kind::GeoJson => download("lieux.geojson", "application/geo+json", shapes::geojson(places)),
        Kind::Gpx => download("lieux.gpx", "application/gpx+xml", shapes::gpx(places)),
        Kind::Csv => download("lieux.csv", CSV, table(ctx, &objects, &layers)?),
    })
}

/// Every object looked at, a page at a time.
pub(crate) async fn everything(caller: &Caller, looked: &Looked) -> Result<Vec<Object>, StoreError> {
    let mut all: Vec<Object> = Vec::new();
    loop {
        let after = all.last().map_or_else(|| Id::from_uuid(Uuid::nil()), |last| last.id);
        let read = views::whole(&caller.db, looked, after, PAGE).await?;
        let ended = read.len() < PAGE;
        all.extend(read);
        if ended {
            return Ok(all);
        }
    }
}

/// An object as it leaves.
pub(crate) fn written<'a>(one: &'a Object, layers: &[Layer], blurred: &HashSet<Id<Object>>) -> Written<'a> {
    let layer = layers.iter().find(|layer| layer.id == one.layer);
    let precision = if blurred.contains(&one.id) { "cell" } else { "exact" };
    Written {
        id: one.id.to_string(),
        title: &one.title,
        text: &one.text,
        kind: &one.kind,
        source: &one.source,
        from: one.from,
        to: one.to,
        shape: &one.shape,
        more: vec![
            ("couche", layer.map(|layer| layer.name.clone()).unwrap_or_default()),
            ("etat", one.state.code().to_owned()),
            ("precision", precision.to_owned()),
        ],
    }
}

fn table(ctx: &Ctx, objects: &[Object], layers: &[Layer]) -> Result<Vec<u8>, PageError> {
    let unwritten =
        |error: std::io::Error| StoreError::Unreadable { column: "csv".to_owned(), value: error.to_string() };
    let t = Texts::new(ctx.lang);
    let mut csv = CsvWriter::new(Vec::new(), CsvOptions::spreadsheet()).map_err(unwritten)?;
    csv.headers(&[
        "id",
        t.column_name(),
        t.column_description(),
        t.column_kind(),
        t.column_layer(),
        t.column_source(),
        t.column_from(),
        t.column_to(),
        t.column_form(),
        "latitude",
        "longitude",
        t.column_hectares(),
        t.column_metres(),
    ])
    .map_err(unwritten)?;
    for one in objects {
        let (id, at) = (one.id.to_string(), one.shape.anchor());
        let layer = layers.iter().find(|layer| layer.id == one.layer);
        csv.line(&[
            Cell::text(id.as_str()),
            Cell::text(one.title.as_str()),
            Cell::text(one.text.as_str()),
            Cell::text(one.kind.as_str()),
            Cell::text(layer.map_or("", |layer| layer.name.as_str())),
            Cell::text(one.source.as_str()),
            one.from.map_or(Cell::Empty, Cell::Date),
            one.to.map_or(Cell::Empty, Cell::Date),
            Cell::text(words::form(t, Form::from(one.shape.kind()))),
            Cell::Number(at.latitude),
            Cell::Number(at.longitude),
            one.shape.square_metres().map_or(Cell::Empty, |area| Cell::Number((area / 100.0).round() / 100.0)),
            one.shape.metres().map_or(Cell::Empty, |length| Cell::Number(length.round())),
        ])
        .map_err(unwritten)?;
    }
    Ok(csv.finish().map_err(unwritten)?)
}
