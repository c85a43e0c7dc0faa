//! The poster of a place: as a page, and as a file for the printer, in the languages of the questionnaire.

use arpent_commons::press;
use arpent_core::Id;
use arpent_documents::qr;
use arpent_pdf::{Block, Code, Document, Look, Part, colour};
use arpent_texts::{Lang, date};
use arpent_web::respond::PageError;
use arpent_web::{Ctx, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::COLLECT;
use crate::pages::at_wave::AtWave;
use crate::store::points::{self, Point};
use crate::texts::Texts;

#[derive(Debug, Template)]
#[template(path = "poster.html")]
struct PosterPage {
    shell: Shell,
    t: Texts,
    barometer: String,
    service: String,
    at: String,
    qr: String,
    address: String,
    until: String,
    pdf: String,
}

/// A point of this wave.
async fn open(ctx: &Ctx, slug: &str, number: i64, id: Id<Point>) -> Result<(AtWave, Point), Refusal> {
    let place = AtWave::open(ctx, slug, number, COLLECT).await?;
    let point = points::by_id(&ctx.db, id).await?.filter(|point| point.wave == place.wave.id);
    Ok((place, point.ok_or(Refusal::NotFound)?))
}

/// What the poster is about.
fn service(place: &AtWave, point: &Point, lang: Lang) -> String {
    let service = point.service.as_deref().and_then(|code| place.version.protocol.service(code));
    service.map_or_else(String::new, |one| one.name.say(lang.code()).to_owned())
}

/// A poster to print.
pub(in crate::pages) async fn show(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Point>)>,
) -> Result<Response, PageError> {
    let (place, point) = open(&ctx, &slug, number, id).await?;
    let t = Texts::new(ctx.lang);
    let address = ctx.absolute(&format!("/b/{}", point.code));
    page(&PosterPage {
        shell: place.shell(&ctx, t.poster_title()),
        t,
        barometer: place.row.title.clone(),
        service: service(&place, &point, ctx.lang),
        pdf: place.href(&format!("collecte/points/{id}/affiche.pdf")),
        at: point.place.unwrap_or_default(),
        qr: qr::svg(&address, t.poster_scan()).unwrap_or_default(),
        until: t.poster_until(date(ctx.lang, place.wave.closes)),
        address,
    })
}

/// The same for the printer: a page in each language of the questionnaire that the site speaks.
pub(in crate::pages) async fn pdf(
    ctx: Ctx,
    Path((slug, number, id)): Path<(String, i64, Id<Point>)>,
) -> Result<Response, PageError> {
    let (place, point) = open(&ctx, &slug, number, id).await?;
    let settings = ctx.app().settings.current();
    let address = ctx.absolute(&format!("/b/{}", point.code));
    let mut languages: Vec<Lang> = place.version.protocol.languages.iter().filter_map(|tag| Lang::parse(tag)).collect();
    languages.dedup();
    if languages.is_empty() {
        languages.push(ctx.lang);
    }
    let title = Texts::new(ctx.lang).poster_title();
    let part = |lang: &Lang| Part {
        language: lang.code().to_owned(),
        blocks: blocks(&settings.name, &place, &point, &address, *lang),
    };
    let document = Document {
        title: format!("{title}, {}", point.title),
        language: languages[0].code().to_owned(),
        author: settings.name.clone(),
        foot: None,
        look: Look::Poster,
        accent: colour(&settings.colour),
        parts: languages.iter().map(part).collect(),
    };
    Ok(press::printed(&format!("{slug}-{number}-{}.pdf", point.code), document).await?)
}

fn blocks(site: &str, place: &AtWave, point: &Point, address: &str, lang: Lang) -> Vec<Block> {
    let t = Texts::new(lang);
    let until = t.poster_until(date(lang, place.wave.closes));
    let mut blocks = vec![
        Block::Small(format!("{site} · {}", place.row.title)),
        Block::Heading { level: 1, text: t.poster_title().to_owned() },
    ];
    let about = [service(place, point, lang), point.place.clone().unwrap_or_default()];
    blocks.extend(about.into_iter().filter(|words| !words.is_empty()).map(Block::Lead));
    if let Ok(modules) = qr::modules(address) {
        let alt = t.poster_alt(address);
        blocks.push(Block::Code(Code { alt, side: modules.side, dark: modules.dark }));
    }
    blocks.extend([
        Block::Paragraph(format!("{} {}", t.poster_scan(), t.poster_or())),
        Block::Address { text: shown(address).to_owned(), href: address.to_owned() },
        Block::Paragraph(format!("{} {until}.", t.poster_text())),
    ]);
    blocks
}

/// An address as one types it.
fn shown(address: &str) -> &str {
    address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address)
}
