//! Who signed: by kind, the version in force first, then those who are asked to sign again; and the same as a table.

use std::collections::HashMap;

use arpent_commons::pages::frame::Frame;
use arpent_core::Id;
use arpent_documents::Cell;
use arpent_documents::csv_out::{CsvOptions, CsvWriter};
use arpent_store::StoreError;
use arpent_texts::date_short;
use arpent_web::respond::{CSV, download};
use arpent_web::{Ctx, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words;
use crate::domain::charter::{Version, before};
use crate::domain::signature::{Signature, SignatureState};
use crate::store::signatures::{chosen_in, count, of_version};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "charter_register.html")]
struct RegisterPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    notice: String,
    version: Option<String>,
    total: String,
    groups: Vec<Group>,
    /// Individuals who did not accept to be named.
    unnamed: i64,
    /// Signed the version before, and not this one yet.
    previous: Vec<Line>,
    previous_count: i64,
    previous_version: String,
    sign: String,
    csv: String,
}

/// Signatories of one sub-charter.
#[derive(Debug)]
struct Group {
    title: String,
    kind: &'static str,
    lines: Vec<Line>,
}

/// A signatory.
#[derive(Debug)]
struct Line {
    name: String,
    href: String,
    when: String,
}

fn lines<'a>(ctx: &Ctx, all: impl Iterator<Item = &'a Signature>) -> Vec<Line> {
    let line = |one: &Signature| {
        Some(Line {
            name: one.public()?.to_owned(),
            href: format!("/signatures/{}", one.code),
            when: one.signed_on.map(|day| date_short(ctx.lang, day)).unwrap_or_default(),
        })
    };
    all.filter_map(line).collect()
}

fn groups(ctx: &Ctx, t: Texts, all: &[Signature]) -> Vec<Group> {
    let mut groups: Vec<(Option<Id<_>>, Vec<&Signature>)> = Vec::new();
    for one in all {
        match groups.iter_mut().find(|(sub, _)| *sub == one.sub) {
            Some((_, held)) => held.push(one),
            None => groups.push((one.sub, vec![one])),
        }
    }
    let group = |(_, held): (_, Vec<&Signature>)| {
        let first = held.first()?;
        Some(Group {
            title: first.sub_title.clone().unwrap_or_default(),
            kind: first.sub_kind.map_or("", |kind| words::kind(t, kind)),
            lines: lines(ctx, held.into_iter()),
        })
    };
    groups.into_iter().filter_map(group).collect()
}

/// Who signed the version before and did not sign this one: no signature passes from one to the other.
pub(super) async fn not_yet(
    ctx: &Ctx,
    place: &Place,
    signed: &[Signature],
) -> Result<Option<(Version, Vec<Signature>)>, Refusal> {
    let Some(last) = place.in_force().and_then(|last| before(&place.versions, last.number)) else { return Ok(None) };
    let mut previous = of_version(&ctx.db, last.id, SignatureState::Signed).await?;
    let same = |old: &Signature, new: &Signature| match old.organisation {
        Some(organisation) => new.organisation == Some(organisation),
        None => old.person.is_some() && old.individual && new.individual && new.person == old.person,
    };
    previous.retain(|old| !signed.iter().any(|new| same(old, new)));
    Ok(Some((last.clone(), previous)))
}

async fn signed(ctx: &Ctx, place: &Place) -> Result<Vec<Signature>, Refusal> {
    match place.in_force() {
        Some(version) => Ok(of_version(&ctx.db, version.id, SignatureState::Signed).await?),
        None => Ok(Vec::new()),
    }
}

/// The register.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let mut place = Place::open(&ctx, &slug).await?;
    let t = place.t;
    let all = signed(&ctx, &place).await?;
    let total = match place.in_force() {
        Some(version) => count(&ctx.db, version.id).await?,
        None => 0,
    };
    let previous = not_yet(&ctx, &place, &all).await?;
    let unnamed = all.iter().filter(|one| one.public().is_none()).count();
    let (previous_version, previous) =
        previous.map_or((String::new(), Vec::new()), |(version, held)| (words::version(t, &version), held));
    page(&RegisterPage {
        shell: place.shell(&ctx, t.signatories()),
        notice: place.notice(),
        version: place.in_force().map(|version| words::version(t, version)),
        total: t.signatories_count(total),
        groups: groups(&ctx, t, &all),
        unnamed: i64::try_from(unnamed).unwrap_or(i64::MAX),
        previous: lines(&ctx, previous.iter()),
        previous_count: i64::try_from(previous.len()).unwrap_or(i64::MAX),
        previous_version,
        sign: place.href("signer"),
        csv: place.href("signataires.csv"),
        frame: place.frame,
        t,
    })
}

/// One line per signature that may be named, whatever its version: the others are counted on the page.
pub(super) async fn csv(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let mut out = Table::begin(place.t)?;
    for version in place.versions.iter().rev().filter(|version| !version.is_draft()) {
        let mut actions: HashMap<Id<Signature>, Vec<String>> = HashMap::new();
        for one in chosen_in(&ctx.db, version.id).await? {
            actions.entry(one.signature).or_default().push(one.text);
        }
        for one in of_version(&ctx.db, version.id, SignatureState::Signed).await? {
            out.line(&ctx, place.t, &one, &actions.remove(&one.id).unwrap_or_default())?;
        }
    }
    let bytes = out.0.finish().map_err(|error| unwritten(&error))?;
    Ok(download(&format!("{slug}-signataires.csv"), CSV, bytes))
}

fn unwritten(error: &std::io::Error) -> Refusal {
    Refusal::Store(StoreError::Unreadable { column: "csv".to_owned(), value: error.to_string() })
}

/// The table, written in memory: a charter has hundreds of signatories.
struct Table(CsvWriter<Vec<u8>>);

impl Table {
    fn begin(t: Texts) -> Result<Self, Refusal> {
        let mut out = CsvWriter::new(Vec::new(), CsvOptions::spreadsheet()).map_err(|error| unwritten(&error))?;
        let heads = [
            t.column_version(),
            t.column_name(),
            t.column_sub(),
            t.column_kind(),
            t.column_signed_on(),
            t.column_count(),
            t.column_actions(),
            t.column_commitments(),
            t.column_reservations(),
            t.column_address(),
        ];
        out.headers(&heads).map_err(|error| unwritten(&error))?;
        Ok(Self(out))
    }

    fn line(&mut self, ctx: &Ctx, t: Texts, one: &Signature, actions: &[String]) -> Result<(), Refusal> {
        let Some(name) = one.public() else { return Ok(()) };
        let cells = [
            Cell::Integer(one.version_number),
            name.into(),
            one.sub_title.as_deref().into(),
            one.sub_kind.map(|kind| words::kind(t, kind)).into(),
            one.signed_on.into(),
            Cell::Integer(i64::try_from(actions.len()).unwrap_or(i64::MAX)),
            actions.join(" ; ").into(),
            one.commitments.as_str().into(),
            one.reservations.as_str().into(),
            ctx.absolute(&format!("/signatures/{}", one.code)).into(),
        ];
        self.0.line(&cells).map_err(|error| unwritten(&error))
    }
}
