//! The page one enters the demonstration by: what is at work, whose place one can take, what to try.

use std::sync::OnceLock;

use arpent_commons::domain::initiative::{Initiative, InitiativeState, PhaseDates, phase_on};
use arpent_commons::store::{contributions, filter, initiatives};
use arpent_commons::words;
use arpent_core::{Manifest, Role};
use arpent_look::parts::{State, Step};
use arpent_store::{Migrations, Reads, StoreError};
use arpent_web::context::role_name;
use arpent_web::module::nothing_held;
use arpent_web::{Access, Ctx, Lang, PageError, PersonalData, Room, Routes, Shell, page};
use askama::Template;
use axum::response::Response;
use serde_json::Value as Json;

use super::schema::{self, Card, Story};
use crate::texts::Texts;

const MANIFEST: Manifest = Manifest { name: "demonstration", tables: &[], permissions: &[], events: &[] };

/// Where to begin in each role.
const BEGINNINGS: [(Role, &str); 10] = [
    (Role::Inhabitant, "/demarches/bords-de-la-morge/contribuer"),
    (Role::Agent, "/ma-file"),
    (Role::Ambassador, "/demarches/accueil-et-courriers"),
    (Role::Facilitator, "/demarches/bords-de-la-morge/classer"),
    (Role::Manager, "/ma-file"),
    (Role::ElectedOfficial, "/demarches/ecole-a-pied/options"),
    (Role::UnionRepresentative, "/demarches/ecole-a-pied/options"),
    (Role::PartnerDelegate, "/demarches/accueil-et-courriers/engagements"),
    (Role::Administrator, "/admin"),
    (Role::Dpo, "/admin/journal"),
];

/// The room composed for the demonstration only: one page, nothing stored.
pub fn room() -> Room {
    Room {
        manifest: &MANIFEST,
        migrations: Migrations { room: "demonstration", files: &[] },
        statements: &[],
        routes: || Routes::new().get("/demo", Access::Public, show),
        openapi: utoipa::openapi::OpenApi::default,
        menu: |_| Vec::new(),
        jobs: &[],
        personal: PersonalData {
            export: |_, _| Box::pin(async { Ok(Json::Null) }),
            erase: |_, _| Box::pin(async { Ok(0) }),
        },
        at_stop: nothing_held,
    }
}

#[derive(Debug, Template)]
#[template(path = "demonstration.html")]
struct DemonstrationPage {
    shell: Shell,
    t: Texts,
    notice: &'static str,
    initiatives: Vec<Shown>,
    roles: Vec<Place>,
    sample: Option<String>,
    import_at: &'static str,
    import_command: &'static str,
}

/// A démarche and where it is in the loop.
#[derive(Debug)]
struct Shown {
    title: String,
    href: String,
    state: String,
    class: &'static str,
    numbers: String,
    steps: Vec<Step>,
}

/// A person whose place one can take.
#[derive(Debug)]
struct Place {
    role: String,
    name: &'static str,
    email: &'static str,
    about: Option<&'static str>,
    try_this: &'static str,
    begin: &'static str,
}

async fn show(ctx: Ctx) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let story = story();
    let shown = initiatives_shown(&ctx, t).await?;
    page(&DemonstrationPage {
        shell: ctx.shell(t.demonstration_title(), vec![]),
        t,
        notice: story
            .filter(|_| ctx.lang == Lang::Fr)
            .map_or(t.demonstration_notice(), |story| story.territory.authority.notice.as_str()),
        roles: story.map(|story| places(&ctx, t, story)).unwrap_or_default(),
        sample: sample(&ctx.db).await?,
        import_at: "/demarches/bords-de-la-morge/import",
        import_command: "arpent import reponses.jsonl.gz --initiative bords-de-la-morge",
        initiatives: shown,
    })
}

/// The story, read once; a test keeps it readable.
fn story() -> Option<&'static Story> {
    static STORY: OnceLock<Option<Story>> = OnceLock::new();
    STORY.get_or_init(|| schema::read().ok()).as_ref()
}

fn places(ctx: &Ctx, t: Texts, story: &'static Story) -> Vec<Place> {
    story.territory.demonstration_page.iter().filter_map(|card| place(ctx, t, story, card)).collect()
}

fn place(ctx: &Ctx, t: Texts, story: &'static Story, card: &'static Card) -> Option<Place> {
    let person = story.territory.person.iter().find(|person| person.key == card.person)?;
    let role = Role::parse(&card.role)?;
    let (_, begin) = BEGINNINGS.iter().find(|(known, _)| *known == role)?;
    Some(Place {
        role: role_name(ctx.t(), role),
        name: &person.name,
        email: &person.email,
        about: (ctx.lang == Lang::Fr).then_some(card.text.as_str()),
        try_this: t.say(&format!("demonstration-try-{}", role.code().replace('_', "-")))?,
        begin,
    })
}

async fn initiatives_shown(ctx: &Ctx, t: Texts) -> Result<Vec<Shown>, StoreError> {
    let mut numbers = initiatives::numbers(&ctx.db).await?;
    let mut shown = Vec::new();
    for initiative in initiatives::list(&ctx.db, false).await? {
        let phases = initiatives::phases(&ctx.db, initiative.id).await?;
        let at = numbers.iter().position(|numbers| numbers.id == initiative.id);
        let counts = at.map(|at| numbers.swap_remove(at));
        let told = counts.map(|n| t.demonstration_numbers(n.answered, n.commitments, n.decisions, n.said));
        shown.push(shown_as(ctx, t, &initiative, &phases, told.unwrap_or_default()));
    }
    Ok(shown)
}

fn shown_as(ctx: &Ctx, t: Texts, initiative: &Initiative, phases: &[PhaseDates], numbers: String) -> Shown {
    let closed = initiative.state == InitiativeState::Closed;
    let english = ctx.lang == Lang::En && !initiative.title_en.is_empty();
    let title = if english { &initiative.title_en } else { &initiative.title };
    Shown {
        title: title.clone(),
        href: format!("/demarches/{}", initiative.slug),
        state: if closed { t.demonstration_closed() } else { t.demonstration_open() }.to_owned(),
        class: if closed { "success" } else { "info" },
        numbers,
        steps: steps(ctx, closed, phases),
    }
}

fn steps(ctx: &Ctx, closed: bool, phases: &[PhaseDates]) -> Vec<Step> {
    let today = ctx.today();
    let here = phase_on(phases, today).map(|phase| phase.step);
    let words_in = arpent_commons::texts::Texts::new(ctx.lang);
    let step = |phase: &PhaseDates| Step {
        label: words::step(words_in, phase.step).to_owned(),
        state: match here {
            _ if closed || phase.end < today => State::Done,
            Some(step) if step == phase.step => State::Here,
            _ => State::Next,
        },
        when: None,
        href: None,
    };
    phases.iter().map(step).collect()
}

/// The thread of the first contribution of the démarche that went round the whole loop.
async fn sample(src: &impl Reads) -> Result<Option<String>, StoreError> {
    let Some(initiative) = initiatives::by_slug(src, "accueil-et-courriers").await? else { return Ok(None) };
    let filter = filter::Filter { order: filter::Order::Number, limit: 1, ..filter::Filter::of(initiative.id) };
    let Some(first) = filter::list(src, &filter).await?.into_iter().next() else { return Ok(None) };
    let contact = contributions::contact(src, first.contribution.id).await?;
    Ok(contact.map(|contact| words::follow_path(&contact.code)))
}
