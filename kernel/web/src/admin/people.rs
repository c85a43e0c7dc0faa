//! A person's request about her data, brought to the data-protection officer: see what is held, export it, erase it.

use askama::Template;
use axum::Form as Body;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value as Json;

use super::{crumbs, figure};
use crate::context::Ctx;
use crate::form::{Field, Form};
use crate::identity::{self, ERASE, Email, store};
use crate::module::DataSubject;
use crate::refusal::{FieldProblem, Refusal};
use crate::respond::{JSON, PageError, done, download, page, page_with};
use crate::routes::{Access, Routes};
use crate::shell::Shell;
use crate::texts::Texts;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/admin/personnes/effacer", Access::Needs(ERASE), show)
        .post("/admin/personnes/effacer", Access::Needs(ERASE), erase)
        .post("/admin/personnes/donnees.json", Access::Needs(ERASE), export)
}

#[derive(Template)]
#[template(path = "admin/people.html")]
struct PeoplePage {
    shell: Shell,
    form: Form,
    email: Field,
    found: Option<Found>,
    confirm: Field,
}

/// Who was found, and what each room holds of her.
struct Found {
    name: String,
    email: String,
    without_account: bool,
    held: Vec<Held>,
}

struct Held {
    room: String,
    what: String,
    count: String,
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    email: String,
    #[serde(default)]
    confirm: String,
}

impl PeoplePage {
    fn new(ctx: &Ctx, email: &str) -> Self {
        let t = ctx.t();
        Self {
            shell: ctx.shell(t.people_title(), crumbs(ctx)),
            form: Form::default(),
            email: Field::text("email", t.people_email(), email).kind("email").required().autocomplete("off"),
            found: None,
            confirm: Field::text("confirm", t.people_confirm(), "").kind("checkbox").required(),
        }
    }

    fn refused(mut self, ctx: &Ctx, problems: &[FieldProblem]) -> Result<Response, PageError> {
        self.form = Form::refused(problems, ctx.lang, [&mut self.email, &mut self.confirm]);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}

/// What is held of the person an address belongs to, by room; an account or a mere address left with what she said.
async fn find(ctx: &Ctx, typed: &str) -> Result<(DataSubject, Found), Refusal> {
    let email = Email::parse(typed, "email").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let account = store::account_by_email(&ctx.db, email.as_str()).await?;
    let (person, name) = account.map(|account| (account.person, account.name)).unzip();
    let subject = DataSubject { person, email: Some(email.as_str().to_owned()) };
    let held = held(ctx, &subject).await?;
    if held.is_empty() {
        return Err(Refusal::field("email", "unknown", |l| Texts::new(l).people_unknown().into()));
    }
    let email = email.as_str().to_owned();
    let found = Found { name: name.unwrap_or_else(|| email.clone()), without_account: person.is_none(), email, held };
    Ok((subject, found))
}

async fn held(ctx: &Ctx, subject: &DataSubject) -> Result<Vec<Held>, Refusal> {
    let rooms = identity::personal::everything(ctx.app(), subject).await?;
    let mut held = Vec::new();
    for (room, json) in &rooms {
        for (what, value) in json.as_object().into_iter().flatten() {
            let count = match value {
                Json::Null => continue,
                Json::Array(list) if list.is_empty() => continue,
                Json::Array(list) => i64::try_from(list.len()).unwrap_or(i64::MAX),
                _ => 1,
            };
            held.push(Held { room: room.clone(), what: what.clone(), count: figure(ctx, count) });
        }
    }
    Ok(held)
}

async fn show(ctx: Ctx, Query(typed): Query<Typed>) -> Result<Response, PageError> {
    let mut people = PeoplePage::new(&ctx, &typed.email);
    if typed.email.trim().is_empty() {
        return page(&people);
    }
    match find(&ctx, &typed.email).await {
        Ok((_, found)) => {
            people.found = Some(found);
            page(&people)
        }
        Err(Refusal::Invalid(problems)) => people.refused(&ctx, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn erase(ctx: Ctx, Body(typed): Body<Typed>) -> Result<Response, PageError> {
    let (subject, found) = find(&ctx, &typed.email).await?;
    if typed.confirm != "true" {
        let mut people = PeoplePage::new(&ctx, &typed.email);
        people.found = Some(found);
        let problem = FieldProblem::new("confirm", "missing", |l| Texts::new(l).erase_unconfirmed().into());
        return people.refused(&ctx, &[problem]);
    }
    let changed = identity::erase(ctx.app(), &ctx, &subject).await?;
    Ok(done(&ctx, "/admin/personnes/effacer", &ctx.t().people_erased(changed)))
}

async fn export(ctx: Ctx, Body(typed): Body<Typed>) -> Result<Response, PageError> {
    let (subject, _) = find(&ctx, &typed.email).await?;
    let rooms = identity::hand_over(ctx.app(), &ctx, &subject).await?;
    let text = serde_json::to_string_pretty(&rooms).map_err(arpent_store::StoreError::from)?;
    Ok(download("arpent.json", JSON, text))
}
