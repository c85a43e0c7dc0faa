//! What a wave will be able to tell, before it is paid for.

use arpent_survey::planner::PlanningError;
use arpent_texts::decimal;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Shell, page};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::{Drafting, Part};
use crate::domain::precision::{Assumed, Expected, Outlook, outlooks};
use crate::domain::protocol::{Frame, Protocol};
use crate::texts::Texts;

/// What is assumed, as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Typed {
    usage: String,
    plan: String,
}

#[derive(Debug, Template)]
#[template(path = "draft_precision.html")]
struct PrecisionPage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    outlooks: Vec<Shown>,
    /// Populations of which nothing can be announced, and why.
    silent: Vec<String>,
    populations_href: String,
    back: String,
}

#[derive(Debug)]
struct Shown {
    title: String,
    lead: String,
    services: Vec<(String, String, String)>,
    strata: Vec<(String, i64, String, String, String)>,
}

fn points(t: Texts, expected: Option<Expected>) -> String {
    expected.map_or_else(|| t.precision_none().to_owned(), |one| t.precision_points(decimal(t.lang(), one.points, 1)))
}

fn answers(expected: Option<Expected>) -> String {
    expected.map_or_else(|| "0".to_owned(), |one| one.answers.to_string())
}

fn shown(t: Texts, protocol: &Protocol, outlook: &Outlook) -> Shown {
    let lang = t.lang().code();
    let name = |code: &str| protocol.service(code).map_or(code, |one| one.name.say(lang)).to_owned();
    let whole = outlook.whole.map_or(0, |one| one.answers);
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Shown {
        title: protocol.population(&outlook.population).map_or("", |one| one.name.say(lang)).to_owned(),
        lead: t.precision_lead(count(whole), count(outlook.people), points(t, outlook.whole)),
        services: outlook
            .services
            .iter()
            .map(|(code, expected)| (name(code), answers(*expected), points(t, *expected)))
            .collect(),
        strata: outlook
            .strata
            .iter()
            .map(|(stratum, all, users)| {
                (stratum.name.clone(), count(stratum.size), answers(*all), points(t, *all), points(t, *users))
            })
            .collect(),
    }
}

fn silent(t: Texts, protocol: &Protocol) -> Vec<String> {
    let said = protocol.populations.iter().filter_map(|one| {
        let name = one.name.say(t.lang().code());
        match &one.frame {
            Frame::Flow => Some(t.precision_flow(name)),
            Frame::Survey { expected: None, .. } => Some(t.precision_unplanned(name)),
            Frame::Survey { .. } => None,
        }
    });
    said.collect()
}

fn assumed(typed: &Typed, problems: &mut Vec<FieldProblem>) -> Assumed {
    let usual = Assumed::default();
    let mut read = |name: &'static str, typed: &str, held: f64, least: f64, most: f64| {
        if typed.trim().is_empty() {
            return held;
        }
        let number = typed.trim().replace(',', ".").parse().ok().filter(|number| (least..=most).contains(number));
        number.unwrap_or_else(|| {
            problems.push(FieldProblem::new(name, "number", move |l| Texts::new(l).number_within(least, most)));
            held
        })
    };
    Assumed {
        use_share: read("usage", &typed.usage, usual.use_share, 1.0, 100.0),
        design_effect: read("plan", &typed.plan, usual.design_effect, 1.0, 10.0),
    }
}

/// Expected half-widths, by service and by stratum.
pub(in crate::pages) async fn show(
    ctx: Ctx,
    Path(slug): Path<String>,
    Query(typed): Query<Typed>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let drafting = Drafting::open(&ctx, &slug).await?;
    let protocol = &drafting.version.protocol;
    let mut problems = Vec::new();
    let assumed = assumed(&typed, &mut problems);
    let found = outlooks(protocol, assumed).unwrap_or_else(|error| {
        problems.push(FieldProblem::new("usage", "plan", move |l| refused(Texts::new(l), &error)));
        vec![]
    });
    let value = |typed: &str, held: f64| {
        if typed.is_empty() { held.to_string().replace('.', ",") } else { typed.to_owned() }
    };
    let mut fields = vec![
        Field::text("usage", t.precision_usage(), value(&typed.usage, assumed.use_share))
            .hint(t.precision_usage_hint())
            .required(),
        Field::text("plan", t.precision_design(), value(&typed.plan, assumed.design_effect))
            .hint(t.precision_design_hint())
            .required(),
    ];
    page(&PrecisionPage {
        shell: drafting.place.draft_shell(&ctx, t.precision_title()),
        form: Form::refused(&problems, ctx.lang, &mut fields),
        fields,
        outlooks: found.iter().map(|outlook| shown(t, protocol, outlook)).collect(),
        silent: silent(t, protocol),
        populations_href: drafting.href(Part::Populations, ""),
        back: drafting.place.href("preparation"),
        t,
    })
}

fn refused(t: Texts, error: &PlanningError) -> String {
    match error {
        PlanningError::PopulationTooSmall { asked, population } => {
            let asked = i64::try_from(*asked).unwrap_or(i64::MAX);
            t.precision_too_many(asked, decimal(t.lang(), *population, 0))
        }
        _ => t.precision_impossible().to_owned(),
    }
}
