//! The questionnaire as people will see it: on a phone and on a sheet of paper, to read before freezing.

use arpent_web::{Choice, Ctx, Field, PageError, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::{Drafting, condition, language_name};
use crate::domain::protocol::Protocol;
use crate::pages::asked::{Asked, Voice};
use crate::texts::Texts;

/// What is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Look {
    population: String,
    langue: String,
    facile: String,
    papier: String,
}

#[derive(Debug, Template)]
#[template(path = "draft_preview.html")]
struct PreviewPage {
    shell: Shell,
    t: Texts,
    title: String,
    fields: Vec<Field>,
    paper: bool,
    screens: Vec<Screen>,
    back: String,
}

/// The questions of one screen: those of a service, or of no service in particular.
#[derive(Debug)]
struct Screen {
    title: String,
    questions: Vec<Shown>,
}

#[derive(Debug)]
struct Shown {
    asked: Asked,
    /// When it is asked, in words; empty for always.
    condition: String,
}

fn screens(t: Texts, protocol: &Protocol, population: &str, voice: Voice<'_>) -> Vec<Screen> {
    let mut screens: Vec<(Option<&str>, Screen)> = Vec::new();
    for question in protocol.asked(population) {
        let service = question.service.as_deref();
        let shown = Shown {
            asked: Asked::of(t, protocol, question, voice, &[]),
            condition: condition(t, protocol, question, voice.language),
        };
        match screens.last_mut() {
            Some((last, screen)) if *last == service => screen.questions.push(shown),
            _ => {
                let name = service.and_then(|code| protocol.service(code)).map(|one| one.name.say(voice.language));
                let title = name.unwrap_or(t.preview_about_you()).to_owned();
                screens.push((service, Screen { title, questions: vec![shown] }));
            }
        }
    }
    screens.into_iter().map(|(_, screen)| screen).collect()
}

/// The preview.
pub(in crate::pages) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(look): Query<Look>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let drafting = Drafting::open(&ctx, &slug).await?;
    let protocol = &drafting.version.protocol;
    let first = protocol.populations.first().map_or("", |one| one.code.as_str());
    let population = protocol.population(&look.population).map_or(first, |one| one.code.as_str());
    let language = protocol.languages.iter().find(|code| **code == look.langue).map_or("fr", String::as_str);
    let (easy, paper) = (look.facile == "true", look.papier == "true");
    let populations = protocol.populations.iter();
    let populations = populations.map(|one| Choice::new(&one.code, one.name.say(ctx.lang.code()), population));
    let languages = protocol.languages.iter().map(|code| Choice::new(code, language_name(t, code), language));
    let supports = [("", t.preview_phone()), ("true", t.preview_paper())];
    let supports = supports.map(|(value, label)| Choice::new(value, label, if paper { "true" } else { "" }));
    let versions = [("", t.preview_usual()), ("true", t.preview_easy())];
    let versions = versions.map(|(value, label)| Choice::new(value, label, if easy { "true" } else { "" }));
    let select = |name, label: &str, choices| Field::choices(name, label, choices).kind("select").required();
    page(&PreviewPage {
        shell: drafting.place.draft_shell(&ctx, t.preview_title()),
        title: drafting.place.barometer.title.clone(),
        fields: vec![
            select("population", t.preview_population(), populations.collect()),
            select("langue", t.preview_language(), languages.collect()),
            select("facile", t.preview_version(), versions.to_vec()),
            select("papier", t.preview_support(), supports.to_vec()),
        ],
        paper,
        screens: screens(t, protocol, population, Voice { language, easy }),
        back: drafting.place.href("preparation"),
        t,
    })
}
