//! The objects of a map as files: what everyone reads on it, no more.

use std::collections::HashSet;
use std::io;

use arpent_commons::module::Placed;
use arpent_core::Id;
use arpent_documents::Cell;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_documents::shapes::{Format, Shape, Written};
use arpent_web::respond::{CSV, download};
use arpent_web::{Caller, Ctx, PageError};
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::response::Response;
use futures_util::stream;
use uuid::Uuid;

use super::asked::Asked;
use super::ground::Ground;
use super::pins::Also;
use super::words;
use crate::domain::layer::Layer;
use crate::domain::object::{Form, Object};
use crate::store::views::{self, Looked};
use crate::store::{layers, observations};
use crate::texts::Texts;

/// RFC 7946.
pub(crate) const GEOJSON: &str = "application/geo+json";
/// Between two features.
const NEXT: &str = ",\n";
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
    let looked = asked.looked(&layers, ctx.today());
    let also = if matches!(kind, Kind::GeoJson) { Also::of(ctx, ground, asked).await?.shown } else { vec![] };
    let body = flow(ctx, (layers, also), looked, kind).await?;
    Ok(match kind {
        Kind::GeoJson => download("lieux.geojson", GEOJSON, body),
        Kind::Gpx => download("lieux.gpx", "application/gpx+xml", body),
        Kind::Csv => download("lieux.csv", CSV, body),
    })
}

/// The objects looked at as GeoJSON.
pub(crate) async fn geojson_of(ctx: &Ctx, layers: Vec<Layer>, looked: Looked) -> Result<Body, PageError> {
    flow(ctx, (layers, vec![]), looked, Kind::GeoJson).await
}

/// A file written while it is sent: a page of objects is held at a time, whatever their number.
async fn flow(
    ctx: &Ctx,
    (layers, also): (Vec<Layer>, Vec<Placed>),
    looked: Looked,
    kind: Kind,
) -> Result<Body, PageError> {
    let blurred = observations::blurred(&ctx.db).await?;
    // Points come before lines and zones in a GPX file.
    let forms = match (kind, looked.form) {
        (Kind::Gpx, None) => Form::ALL.iter().copied().map(Some).collect(),
        (_, form) => vec![form],
    };
    let also = also.iter().filter_map(|one| placed(ctx, one)).collect();
    let source = Source { caller: Caller::clone(ctx), layers, also, looked, blurred, kind };
    let begun = Reached { source, turns: forms.into_iter(), after: None, first: true };
    Ok(Body::from_stream(stream::try_unfold(Some(begun), |reached| async move {
        match reached {
            Some(reached) => reached.piece().await.map(Some),
            None => Ok(None),
        }
    })))
}

/// What is exported.
struct Source {
    caller: Caller,
    layers: Vec<Layer>,
    /// What else has a place in the démarche, after the objects.
    also: Vec<String>,
    looked: Looked,
    blurred: HashSet<Id<Object>>,
    kind: Kind,
}

/// How far the file is written.
struct Reached {
    source: Source,
    turns: std::vec::IntoIter<Option<Form>>,
    /// The form being written and its last object; none between two forms.
    after: Option<(Option<Form>, Id<Object>)>,
    first: bool,
}

impl Reached {
    /// The next piece, and how far it leads; nothing more after the tail. A failure breaks the transfer: a cut file never
    /// looks whole.
    async fn piece(mut self) -> io::Result<(String, Option<Self>)> {
        let nothing = Id::from_uuid(Uuid::nil());
        let at = self.after.take().or_else(|| self.turns.next().map(|form| (form, nothing)));
        let Some((form, after)) = at else {
            let head = if self.first { self.source.written(&[], true)? } else { String::new() };
            let between = if self.first || self.source.also.is_empty() { "" } else { NEXT };
            return Ok((head + between + &self.source.also.join(NEXT) + self.source.tail(), None));
        };
        let looked = Looked { form, ..self.source.looked.clone() };
        let page = views::whole(&self.source.caller.db, &looked, after, PAGE).await.map_err(io::Error::other)?;
        if page.is_empty() {
            return Ok((String::new(), Some(self)));
        }
        let piece = self.source.written(&page, self.first)?;
        self.first = false;
        self.after = page.last().filter(|_| page.len() == PAGE).map(|last| (form, last.id));
        Ok((piece, Some(self)))
    }
}

impl Source {
    fn format(&self) -> Option<Format> {
        match self.kind {
            Kind::GeoJson => Some(Format::GeoJson),
            Kind::Gpx => Some(Format::Gpx),
            Kind::Csv => None,
        }
    }

    /// A page of objects, with the head of the file when it is the first.
    fn written(&self, page: &[Object], first: bool) -> io::Result<String> {
        let Some(format) = self.format() else { return self.lines(page, first) };
        let mut piece = if first { format.head().to_owned() } else { String::new() };
        for (rank, one) in page.iter().enumerate() {
            piece += &format.place(&written(one, &self.layers, &self.blurred), first && rank == 0);
        }
        Ok(piece)
    }

    fn tail(&self) -> &'static str {
        self.format().map_or("", Format::tail)
    }
}

/// Something else that has a place, as it leaves: a feature with the address of its page.
fn placed(ctx: &Ctx, one: &Placed) -> Option<String> {
    let shape = Shape::point(one.point.0, one.point.1).ok()?;
    let address = ctx.absolute(&one.href);
    let written = Written {
        id: address.clone(),
        title: &one.title,
        text: &one.said,
        kind: one.sort.one,
        source: "",
        from: None,
        to: None,
        shape: &shape,
        more: vec![("adresse", address), ("lieu", one.place.clone())],
    };
    Some(Format::GeoJson.place(&written, true))
}

/// An object as it leaves.
fn written<'a>(one: &'a Object, layers: &[Layer], blurred: &HashSet<Id<Object>>) -> Written<'a> {
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

impl Source {
    fn lines(&self, page: &[Object], first: bool) -> io::Result<String> {
        let t = Texts::new(self.caller.lang);
        let options = CsvOptions { byte_order_mark: first, ..CsvOptions::spreadsheet() };
        let mut csv = CsvWriter::new(Vec::new(), options)?;
        if first {
            csv.headers(&headers(t))?;
        }
        for one in page {
            let layer = self.layers.iter().find(|layer| layer.id == one.layer);
            let id = one.id.to_string();
            csv.line(&cells(t, one, (&id, layer.map_or("", |layer| layer.name.as_str()))))?;
        }
        String::from_utf8(csv.finish()?).map_err(io::Error::other)
    }
}

fn headers(t: Texts) -> [&'static str; 13] {
    [
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
    ]
}

fn cells<'a>(t: Texts, one: &'a Object, (id, layer): (&'a str, &'a str)) -> [Cell<'a>; 13] {
    let at = one.shape.anchor();
    [
        Cell::text(id),
        Cell::text(one.title.as_str()),
        Cell::text(one.text.as_str()),
        Cell::text(one.kind.as_str()),
        Cell::text(layer),
        Cell::text(one.source.as_str()),
        one.from.map_or(Cell::Empty, Cell::Date),
        one.to.map_or(Cell::Empty, Cell::Date),
        Cell::text(words::form(t, Form::from(one.shape.kind()))),
        Cell::Number(at.latitude),
        Cell::Number(at.longitude),
        one.shape.square_metres().map_or(Cell::Empty, |area| Cell::Number((area / 100.0).round() / 100.0)),
        one.shape.metres().map_or(Cell::Empty, |length| Cell::Number(length.round())),
    ]
}
