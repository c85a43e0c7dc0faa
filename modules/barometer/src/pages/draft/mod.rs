//! Writing a protocol: an overview with what is left to mend, a page per part, then freezing.

mod edit;
mod file;
mod freeze;
mod list;
mod margins;
mod part;
mod populations;
mod precision;
mod preview;
mod questions;
mod reading;
mod scale;
mod services;

use arpent_web::{Ctx, PageError, Refusal, Routes, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::place::Place;
use super::words::{self, FaultLine};
use crate::PROTOCOL_EDIT;
use crate::domain::protocol::Protocol;
use crate::domain::wave::ProtocolVersion;
use crate::store::protocols;
use crate::texts::Texts;
use arpent_web::Access::Needs;
pub(super) use file::attachment;
pub(super) use part::{Part, language_name};
pub(super) use populations::kind_name as population_kind_name;
pub(super) use questions::{condition, kind_name};

/// The pages and acts of this part.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/barometres/{slug}/preparation", Needs(PROTOCOL_EDIT), show)
        .get("/barometres/{slug}/preparation/apercu", Needs(PROTOCOL_EDIT), preview::show)
        .get("/barometres/{slug}/preparation/precision", Needs(PROTOCOL_EDIT), precision::show)
        .get("/barometres/{slug}/preparation/fichier", Needs(PROTOCOL_EDIT), file::begin)
        .post("/barometres/{slug}/preparation/fichier", Needs(PROTOCOL_EDIT), file::import)
        .get("/barometres/{slug}/preparation/fichier.json", Needs(PROTOCOL_EDIT), file::export)
        .get("/barometres/{slug}/preparation/figer", Needs(PROTOCOL_EDIT), freeze::confirm)
        .post("/barometres/{slug}/preparation/figer", Needs(PROTOCOL_EDIT), freeze::freeze)
        .get("/barometres/{slug}/preparation/table-de-marges", Needs(PROTOCOL_EDIT), margins::begin)
        .post("/barometres/{slug}/preparation/table-de-marges", Needs(PROTOCOL_EDIT), margins::import)
        .get("/barometres/{slug}/preparation/{part}", Needs(PROTOCOL_EDIT), list::show)
        .post("/barometres/{slug}/preparation/{part}", Needs(PROTOCOL_EDIT), list::post)
        .get("/barometres/{slug}/preparation/{part}/{code}", Needs(PROTOCOL_EDIT), edit::show)
        .post("/barometres/{slug}/preparation/{part}/{code}", Needs(PROTOCOL_EDIT), edit::save)
        .post("/barometres/{slug}/preparation/{part}/{code}/deplacer", Needs(PROTOCOL_EDIT), list::shift)
        .post("/barometres/{slug}/preparation/{part}/{code}/retirer", Needs(PROTOCOL_EDIT), list::remove)
}

/// The draft that is being written, and the frozen version before it.
#[derive(Debug)]
struct Drafting {
    place: Place,
    version: ProtocolVersion,
    before: Option<ProtocolVersion>,
}

impl Drafting {
    async fn open(ctx: &Ctx, slug: &str) -> Result<Self, Refusal> {
        let place = Place::working(ctx, slug, PROTOCOL_EDIT).await?;
        let mut versions = protocols::of_barometer(&ctx.db, place.barometer.id).await?.into_iter();
        let version = versions.next().ok_or(Refusal::NotFound)?;
        if version.frozen_at.is_some() {
            return Err(Refusal::rule("protocol-frozen", |l| Texts::new(l).protocol_frozen().into()));
        }
        Ok(Self { place, version, before: versions.next() })
    }

    /// The address of a part, or of one of its records.
    fn href(&self, part: Part, code: &str) -> String {
        let below = format!("preparation/{}", part.code());
        self.place.href(&if code.is_empty() { below } else { format!("{below}/{code}") })
    }
}

#[derive(Debug, Template)]
#[template(path = "draft.html")]
struct DraftPage {
    shell: Shell,
    t: Texts,
    number: i64,
    parts: Vec<PartLine>,
    faults: Vec<FaultLine>,
    warnings: Vec<String>,
    href: String,
}

#[derive(Debug)]
struct PartLine {
    title: &'static str,
    lead: &'static str,
    href: String,
    count: Option<String>,
}

fn part_line(t: Texts, drafting: &Drafting, part: Part) -> PartLine {
    let protocol = &drafting.version.protocol;
    let count = match part {
        Part::Populations => Some(t.count_populations(protocol.populations.len())),
        Part::Services => Some(t.count_services(protocol.services.len())),
        Part::Languages => Some(t.count_languages(protocol.languages.len())),
        Part::Scale => Some(t.count_levels(protocol.scale.levels.len())),
        Part::Questions => Some(t.count_questions(protocol.questions.len())),
        Part::Margins => Some(t.count_margins(protocol.margins.len())),
        Part::Rules => None,
    };
    PartLine { title: part.title(t), lead: part.lead(t), href: drafting.href(part, ""), count }
}

/// What is settled, what is left to mend.
async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let drafting = Drafting::open(&ctx, &slug).await?;
    let protocol = &drafting.version.protocol;
    page(&DraftPage {
        shell: drafting.place.shell(&ctx, t.draft_title()),
        t,
        number: drafting.version.number,
        parts: Part::ALL.iter().map(|part| part_line(t, &drafting, *part)).collect(),
        faults: words::faults(t, protocol, |part, code| drafting.href(part, code)),
        warnings: margins::warnings(t, protocol, ctx.today().year()),
        href: drafting.place.href("preparation"),
    })
}

/// The code of a record that comes from a name: letters, digits and underscores, not used yet.
fn free_code(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = arpent_commons::domain::initiative::slug(name).replace('-', "_");
    let base: String = if base.is_empty() { "x".to_owned() } else { base.chars().take(40).collect() };
    let numbered = (2..).map(|n| format!("{base}_{n}"));
    std::iter::once(base.clone()).chain(numbered).find(|code| !taken(code)).unwrap_or(base)
}

/// Services as they are listed, one name a line.
pub(super) fn services_of(names: &str, protocol: &Protocol) -> Vec<crate::domain::protocol::Service> {
    use crate::domain::protocol::Service;
    let mut read: Vec<Service> = Vec::new();
    for name in names.lines().map(str::trim).filter(|name| !name.is_empty()) {
        let known = |code: &str| protocol.service(code).is_some() || read.iter().any(|one| one.code == code);
        let code = free_code(name, known);
        let name = crate::domain::wording::Wording::french(name);
        read.push(Service { code, name, unit: None, places: vec![], threshold: None });
    }
    read
}
