//! The report of a wave: what its pages say, as one document to print, keep or hand over, in the reader's language.

mod opening;
mod questions;
mod results;

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::press;
use arpent_commons::store::initiatives;
use arpent_pdf::{Block, Column, Document, Foot, Look, Part, Table, colour};
use arpent_texts::{Lang, date};
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;

use super::open::wave;
use super::{data, method};
use crate::domain::cube::Cube;
use crate::domain::protocol::Protocol;
use crate::store::cubes::CubeRow;
use crate::store::protocols;
use crate::texts::Texts;

/// What a report is made from.
struct Subject {
    lang: Lang,
    site: String,
    barometer: String,
    kept: CubeRow,
    protocol: Protocol,
    initiative: Initiative,
    /// Where the same figures are read online.
    online: String,
    accent: [u8; 3],
}

impl Subject {
    const fn t(&self) -> Texts {
        Texts::new(self.lang)
    }

    const fn cube(&self) -> &Cube {
        &self.kept.cube
    }

    fn document(&self) -> Document {
        let t = self.t();
        let title = t.report_title(&self.cube().wave.title);
        let foot = Foot {
            text: format!("{} · {}", self.site, self.cube().wave.title),
            page: t.report_page().to_owned(),
            of: t.report_page_of().to_owned(),
        };
        let language = self.lang.code().to_owned();
        Document {
            title: format!("{title}, {}", self.barometer),
            author: self.site.clone(),
            foot: Some(foot),
            look: Look::Report,
            accent: self.accent,
            parts: vec![Part { language: language.clone(), blocks: self.blocks(title) }],
            language,
        }
    }

    fn blocks(&self, title: String) -> Vec<Block> {
        let mut blocks = vec![heading(1, title)];
        blocks.extend(opening::of(self));
        blocks.extend(results::of(self));
        blocks.extend(self.method());
        blocks.extend(questions::of(self));
        blocks.extend(self.proof());
        blocks
    }

    /// Everything the page of the method says.
    fn method(&self) -> Vec<Block> {
        let (t, cube) = (self.t(), self.cube());
        let mut blocks = vec![heading(2, t.method_title()), Block::Lead(t.method_lead().to_owned())];
        for one in method::populations(self.lang, cube) {
            blocks.push(heading(3, one.name));
            blocks.push(Block::Paragraph(one.label.to_owned()));
            blocks.push(Block::Paragraph(one.answers));
            if !one.modes.is_empty() {
                blocks.push(Block::Strong(t.method_modes().to_owned()));
                blocks.push(Block::List(one.modes.iter().map(|(mode, n)| format!("{mode} : {n}")).collect()));
            }
            if !one.weights.is_empty() {
                blocks.push(Block::Strong(t.method_weights().to_owned()));
            }
            blocks.extend(one.weights.into_iter().map(Block::Paragraph));
            if !one.margins.is_empty() {
                blocks.push(Block::List(one.margins));
            }
            blocks.extend(self.balance(one.balance));
        }
        blocks.push(heading(3, t.method_rules()));
        blocks.push(Block::List(method::rules(self.lang, &cube.rules)));
        blocks.push(heading(3, t.method_limits()));
        blocks.push(Block::List(method::limits(t).map(str::to_owned).to_vec()));
        blocks
    }

    /// Who answered beside who lives there, a table for each criterion.
    fn balance(&self, tables: Vec<(String, Vec<method::Compared>)>) -> Vec<Block> {
        let t = self.t();
        if tables.is_empty() {
            return Vec::new();
        }
        let column = |head: &str, figures: bool| Column { head: head.to_owned(), width: 1.0, figures };
        let row = |one: method::Compared| vec![one.name, one.answers, one.people, one.counts];
        let table = |(variable, lines): (String, Vec<method::Compared>)| {
            let columns = vec![
                column(&variable, false),
                column(t.balance_answers(), true),
                column(t.balance_people(), true),
                column(t.balance_weight(), true),
            ];
            Block::Table(Table { caption: variable, columns, rows: lines.into_iter().map(row).collect() })
        };
        let mut blocks = vec![Block::Strong(t.balance_title().to_owned())];
        blocks.extend(tables.into_iter().map(table));
        blocks.push(Block::Small(t.balance_note().to_owned()));
        blocks
    }

    /// What lets anyone check that nothing was changed.
    fn proof(&self) -> Vec<Block> {
        let t = self.t();
        let published =
            self.kept.published_at.map(|at| t.report_published_at(date(self.lang, arpent_core::clock::paris_date(at))));
        let mut blocks = vec![heading(2, t.method_proof())];
        blocks.extend(published.map(Block::Paragraph));
        blocks.push(Block::Small(format!("{} {}", t.method_protocol_hash(), self.cube().protocol_sha256)));
        blocks.push(Block::Small(format!("{} {}", t.method_cube_hash(), self.kept.sha256)));
        blocks
    }
}

fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

/// The report of the results that may leave: those everyone reads, or the latest for those who publish them.
pub(super) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let kept = data::leaving(&ctx, &slug, number).await?;
    let (barometer, wave) = wave(&ctx, &slug, number).await?;
    let version = protocols::by_id(&ctx.db, wave.protocol).await?.ok_or(Refusal::NotFound)?;
    let initiative = initiatives::by_id(&ctx.db, barometer.initiative).await?.ok_or(Refusal::NotFound)?;
    let settings = ctx.app().settings.current();
    let subject = Subject {
        lang: ctx.lang,
        site: settings.name.clone(),
        accent: colour(&settings.colour),
        online: ctx.absolute(&format!("/barometres/{slug}/vagues/{number}/resultats")),
        barometer: barometer.title,
        protocol: version.protocol,
        kept,
        initiative,
    };
    Ok(press::printed(&format!("{slug}-{number}-{}.pdf", ctx.lang.code()), subject.document()).await?)
}
