//! What one prints: the certificate of a signature, and the charter with its signatories.

use arpent_commons::press;
use arpent_core::Id;
use arpent_documents::qr;
use arpent_pdf::{Block, Code, Column, Document, Foot, Look, Part, Table, colour};
use arpent_texts::date;
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::place::Place;
use super::signatures::{Opened, open};
use super::words;
use crate::domain::charter::{Version, draft};
use crate::domain::signature::SignatureState;
use crate::domain::sub::{Item, ItemKind, SubCharter};
use crate::domain::text::lines;
use crate::store::{articles, signatures, subs};
use crate::texts::Texts;

fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

fn document(ctx: &Ctx, title: String, blocks: Vec<Block>) -> Document {
    let (t, settings) = (Texts::new(ctx.lang), ctx.app().settings.current());
    let foot = Foot {
        text: format!("{} · {title}", settings.name),
        page: t.print_page().to_owned(),
        of: t.print_page_of().to_owned(),
    };
    let language = ctx.lang.code().to_owned();
    Document {
        title,
        author: settings.name.clone(),
        foot: Some(foot),
        look: Look::Report,
        accent: colour(&settings.colour),
        parts: vec![Part { language: language.clone(), blocks }],
        language,
    }
}

fn texts(items: &[&Item]) -> Vec<String> {
    items.iter().map(|item| item.text.clone()).collect()
}

/// A heading and a list, when there is something to list.
fn listed(title: &str, items: Vec<String>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![heading(2, title), Block::List(items)] }
}

/// The certificate of a signature that counts, for whoever may read its page.
pub(super) async fn certificate(ctx: Ctx, Path(code): Path<String>) -> Result<Response, PageError> {
    let opened = open(&ctx, &code).await?;
    if opened.signature.state != SignatureState::Signed {
        return Err(Refusal::rule("not-signed", |l| Texts::new(l).certificate_not_signed().into()).into());
    }
    let t = opened.place.t;
    let blocks = certified(&ctx, &opened)?;
    let title = t.certificate_title(&opened.place.charter.title);
    Ok(press::printed(&format!("certificat-{code}.pdf"), document(&ctx, title, blocks)).await?)
}

fn certified(ctx: &Ctx, opened: &Opened) -> Result<Vec<Block>, Refusal> {
    let (t, s, place) = (opened.place.t, &opened.signature, &opened.place);
    let link = ctx.absolute(&format!("/signatures/{}", s.code));
    let name = if opened.hers { s.own() } else { s.public() };
    let version = place.version(s.version_number)?;
    let mut blocks = vec![
        heading(1, t.certificate_title(&place.charter.title)),
        Block::Strong(name.unwrap_or_else(|| t.unnamed_person()).to_owned()),
        Block::Lead(t.certificate_lead(
            s.signed_on.map(|day| date(ctx.lang, day)).unwrap_or_default(),
            s.sub_title.clone().unwrap_or_default(),
            words::version(t, version),
        )),
    ];
    blocks.extend(listed(t.sign_actions(), texts(&opened.chosen(ItemKind::Action))));
    blocks.extend(listed(t.sign_prohibitions(), texts(&opened.chosen(ItemKind::Prohibition))));
    blocks.extend(listed(t.sign_commitments(), lines(&s.commitments)));
    blocks.extend(listed(t.sign_reservations(), lines(&s.reservations)));
    blocks.push(Block::Notice(place.notice()));
    let modules = qr::modules(&link).map_err(|error| press::unwritten(&error))?;
    blocks.push(Block::Code(Code { alt: t.certificate_qr().to_owned(), side: modules.side, dark: modules.dark }));
    blocks.push(Block::Address { text: link.clone(), href: link });
    Ok(blocks)
}

/// Which version to print.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    version: Option<i64>,
}

/// The charter of a version, with its signatories.
pub(super) async fn charter(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    let version = match which.version {
        Some(number) => place.version(number)?.clone(),
        None => place.in_force().or(draft(&place.versions)).cloned().ok_or(Refusal::NotFound)?,
    };
    let mut blocks = vec![
        heading(1, place.charter.title.clone()),
        Block::Lead(words::version(place.t, &version)),
        Block::Notice(place.notice()),
        Block::Paragraph(place.charter.intent.clone()),
    ];
    blocks.extend(text(&ctx, &version).await?);
    for sub in subs::of_version(&ctx.db, version.id).await? {
        blocks.extend(menu(place.t, &sub));
    }
    blocks.extend(signatories(&ctx, place.t, version.id).await?);
    let name = format!("{slug}-charte-{}.pdf", version.number);
    Ok(press::printed(&name, document(&ctx, place.charter.title.clone(), blocks)).await?)
}

async fn text(ctx: &Ctx, version: &Version) -> Result<Vec<Block>, Refusal> {
    let mut blocks = Vec::new();
    let mut said = String::new();
    for article in articles::of_version(&ctx.db, version.id).await? {
        if article.orientation != said {
            article.orientation.clone_into(&mut said);
            if !said.is_empty() {
                blocks.push(heading(2, said.clone()));
            }
        }
        blocks.push(heading(if said.is_empty() { 2 } else { 3 }, article.title));
        blocks.extend(article.paragraphs.into_iter().map(|one| Block::Paragraph(one.text)));
    }
    Ok(blocks)
}

fn menu(t: Texts, sub: &SubCharter) -> Vec<Block> {
    let all = |kind| sub.of(kind).map(|item| item.text.clone()).collect::<Vec<_>>();
    let rule = t.sub_rule(sub.count(ItemKind::Action), sub.minimum);
    let mut blocks = vec![heading(2, sub.title.clone()), Block::Paragraph(rule), Block::List(all(ItemKind::Action))];
    if sub.count(ItemKind::Prohibition) > 0 {
        blocks.push(Block::Paragraph(t.sign_prohibitions().to_owned()));
        blocks.push(Block::List(all(ItemKind::Prohibition)));
    }
    blocks
}

/// Those who are named; the others are counted.
async fn signatories(ctx: &Ctx, t: Texts, version: Id<Version>) -> Result<Vec<Block>, Refusal> {
    let all = signatures::of_version(&ctx.db, version, SignatureState::Signed).await?;
    let total = signatures::count(&ctx.db, version).await?;
    let mut blocks = vec![heading(2, t.signatories()), Block::Paragraph(t.signatories_count(total))];
    let row = |one: &crate::domain::signature::Signature| {
        let day = one.signed_on.map(|day| date(ctx.lang, day)).unwrap_or_default();
        Some(vec![one.public()?.to_owned(), one.sub_title.clone().unwrap_or_default(), day])
    };
    let rows: Vec<Vec<String>> = all.iter().filter_map(row).collect();
    if !rows.is_empty() {
        let column = |head: &str, width| Column { head: head.to_owned(), width, figures: false };
        let columns =
            vec![column(t.column_name(), 2.0), column(t.column_sub(), 1.5), column(t.column_signed_on(), 1.0)];
        blocks.push(Block::Table(Table { caption: t.signatories().to_owned(), columns, rows }));
    }
    Ok(blocks)
}
