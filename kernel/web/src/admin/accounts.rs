//! Accounts and the roles given to them.

use arpent_core::clock::paris_midnight;
use arpent_core::permission::Person;
use arpent_core::{Grant, Id, Role, Scope};
use arpent_look::parts::Pages;
use askama::Template;
use axum::Form as Body;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::Deserialize;
use uuid::Uuid;

use super::crumbs;
use crate::context::{Ctx, role_name};
use crate::encode;
use crate::form::{Choice, Field, Form};
use crate::identity::account::{RoleLine, role_line};
use crate::identity::{self, MANAGE, store};
use crate::refusal::{FieldProblem, Refusal};
use crate::respond::{PageError, done, page, page_with};
use crate::routes::{Access, Routes};
use crate::shell::{Crumb, Shell};
use crate::texts::Texts;

const PER_PAGE: i64 = 50;

pub(super) fn routes() -> Routes {
    let manage = Access::Needs(MANAGE);
    Routes::new()
        .get("/admin/comptes", manage, list)
        .get("/admin/comptes/nouveau", manage, show_new)
        .post("/admin/comptes/nouveau", manage, create)
        .get("/admin/comptes/{person}", manage, show)
        .post("/admin/comptes/{person}/roles", manage, give)
        .post("/admin/comptes/roles/{grant}/finir", manage, end)
}

fn under_accounts(ctx: &Ctx) -> Vec<Crumb> {
    let mut crumbs = crumbs(ctx);
    crumbs.push(Crumb::new(ctx.t().accounts_title(), "/admin/comptes"));
    crumbs
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    page: String,
}

#[derive(Template)]
#[template(path = "admin/accounts.html")]
struct AccountsPage {
    shell: Shell,
    words: Field,
    role: Field,
    count: String,
    accounts: Vec<Line>,
    pages: Pages,
}

struct Line {
    name: String,
    email: String,
    href: String,
}

async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let t = ctx.t();
    let number = asked.page.parse::<i64>().unwrap_or(1).clamp(1, 10_000);
    let role = Role::parse(&asked.role);
    let (accounts, total) = if let Some(role) = role {
        let holders = store::holders(&ctx.db, role, ctx.now()).await?;
        let total = i64::try_from(holders.len()).unwrap_or(i64::MAX);
        (holders, total)
    } else {
        let found = store::accounts(&ctx.db, &asked.q, (PER_PAGE, (number - 1) * PER_PAGE)).await?;
        (found, store::count_accounts(&ctx.db, &asked.q).await?)
    };
    let small = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    // Those who hold a role are few: one page.
    let last = if role.is_some() { 1 } else { (total + PER_PAGE - 1) / PER_PAGE };
    let words = encode::query(&asked.q);
    page(&AccountsPage {
        shell: ctx.shell(t.accounts_title(), crumbs(&ctx)),
        words: Field::text("q", t.accounts_words(), &asked.q).kind("search"),
        role: role_field(t, "role", &asked.role, Some(t.accounts_all_roles())),
        count: t.accounts_count(total),
        pages: Pages::new(small(number), small(last), |page| format!("/admin/comptes?q={words}&page={page}")),
        accounts: accounts
            .into_iter()
            .map(|account| Line {
                href: format!("/admin/comptes/{}", account.person),
                name: account.name,
                email: account.email,
            })
            .collect(),
    })
}

fn role_field(t: Texts, name: &'static str, current: &str, none: Option<&str>) -> Field {
    let none = none.map(|label| Choice::new("", label, current));
    // Everyone with an account is an inhabitant: it is not a role one gives.
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Inhabitant);
    let roles = roles.map(|role| Choice::new(role.code(), role_name(t, role), current));
    Field::choices(name, t.role(), none.into_iter().chain(roles).collect()).kind("select")
}

#[derive(Template)]
#[template(path = "admin/account_new.html")]
struct NewPage {
    shell: Shell,
    form: Form,
    name: Field,
    email: Field,
}

#[derive(Debug, Default, Deserialize)]
struct NewAccount {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
}

impl NewPage {
    fn new(ctx: &Ctx, typed: &NewAccount) -> Self {
        let t = ctx.t();
        Self {
            shell: ctx.shell(t.account_new_title(), under_accounts(ctx)),
            form: Form::default(),
            name: Field::text("name", t.account_name(), &typed.name).required().max(80).autocomplete("off"),
            email: Field::text("email", t.email(), &typed.email).kind("email").required().autocomplete("off"),
        }
    }
}

async fn show_new(ctx: Ctx) -> Result<Response, PageError> {
    page(&NewPage::new(&ctx, &NewAccount::default()))
}

async fn create(ctx: Ctx, Body(typed): Body<NewAccount>) -> Result<Response, PageError> {
    match identity::register(&ctx, &typed.name, &typed.email).await {
        Ok(person) => Ok(done(&ctx, &format!("/admin/comptes/{person}"), ctx.t().account_created())),
        Err(Refusal::Invalid(problems)) => {
            let mut new = NewPage::new(&ctx, &typed);
            new.form = Form::refused(&problems, ctx.lang, [&mut new.name, &mut new.email]);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &new)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Template)]
#[template(path = "admin/account.html")]
struct AccountPage {
    shell: Shell,
    form: Form,
    person: Id<Person>,
    email: String,
    opened: String,
    roles: Vec<RoleLine>,
    role: Field,
    scope_kind: Field,
    scope: Field,
    from: Field,
    to: Field,
}

#[derive(Debug, Default, Deserialize)]
struct Given {
    #[serde(default)]
    role: String,
    #[serde(default)]
    scope_kind: String,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

impl AccountPage {
    async fn new(ctx: &Ctx, person: Id<Person>, typed: &Given) -> Result<Self, Refusal> {
        let t = ctx.t();
        let account = store::account_of(&ctx.db, person).await?.ok_or(Refusal::NotFound)?;
        let grants = store::grants(&ctx.db, person).await?;
        let scopes = [
            ("instance", t.scope_instance()),
            ("initiative", t.scope_initiative()),
            ("organisation", t.scope_organisation()),
        ];
        let chosen = if typed.scope_kind.is_empty() { "instance" } else { &typed.scope_kind };
        let scopes = scopes.into_iter().map(|(code, label)| Choice::new(code, label, chosen)).collect();
        let from = if typed.from.is_empty() { ctx.today().to_string() } else { typed.from.clone() };
        Ok(Self {
            shell: ctx.shell(account.name.clone(), under_accounts(ctx)),
            form: Form::default(),
            person,
            email: account.email,
            opened: arpent_texts::datetime(ctx.lang, account.created_at),
            roles: grants.iter().map(|stored| role_line(ctx, stored)).collect(),
            role: role_field(t, "role", &typed.role, None).required(),
            scope_kind: Field::choices("scope_kind", t.grant_scope(), scopes).kind("radio").required(),
            scope: Field::text("scope", t.grant_scope_id(), &typed.scope).hint(t.grant_scope_id_hint()),
            from: Field::text("from", t.grant_from(), from).kind("date").required(),
            to: Field::text("to", t.grant_to(), &typed.to).hint(t.grant_to_hint()).kind("date"),
        })
    }

    fn refused(mut self, ctx: &Ctx, problems: &[FieldProblem]) -> Result<Response, PageError> {
        let fields = [&mut self.role, &mut self.scope_kind, &mut self.scope, &mut self.from, &mut self.to];
        self.form = Form::refused(problems, ctx.lang, fields);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}

async fn show(ctx: Ctx, Path(person): Path<Id<Person>>) -> Result<Response, PageError> {
    page(&AccountPage::new(&ctx, person, &Given::default()).await?)
}

impl Given {
    /// Reads the grant; every problem at once, each at its field.
    fn read(&self) -> Result<Grant, Vec<FieldProblem>> {
        let role = Role::parse(&self.role).ok_or_else(|| problem("role", "unknown", Texts::grant_role_problem));
        let scope = self.read_scope().ok_or_else(|| problem("scope", "format", Texts::grant_scope_problem));
        let from = day("from", &self.from).map(paris_midnight);
        match (role, scope, from, self.read_end()) {
            (Ok(role), Ok(scope), Ok(from), Ok(to)) => Ok(Grant { role, scope, from, to }),
            (role, scope, from, to) => {
                Err([role.err(), scope.err(), from.err(), to.err()].into_iter().flatten().collect())
            }
        }
    }

    fn read_scope(&self) -> Option<Scope> {
        match self.scope_kind.as_str() {
            "instance" => Some(Scope::Instance),
            "initiative" => self.scope.trim().parse().ok().map(Scope::Initiative),
            "organisation" => self.scope.trim().parse().ok().map(Scope::Organisation),
            _ => None,
        }
    }

    /// The last day counts whole: the grant ends when the next one begins.
    fn read_end(&self) -> Result<Option<Timestamp>, FieldProblem> {
        if self.to.trim().is_empty() {
            return Ok(None);
        }
        let last = day("to", &self.to)?;
        Ok(Some(paris_midnight(last.saturating_add(1.day()))))
    }
}

fn day(field: &'static str, typed: &str) -> Result<Date, FieldProblem> {
    typed.trim().parse().map_err(|_| problem(field, "format", Texts::grant_day_problem))
}

fn problem(field: &'static str, code: &'static str, text: fn(Texts) -> &'static str) -> FieldProblem {
    FieldProblem::new(field, code, move |l| text(Texts::new(l)).into())
}

async fn give(ctx: Ctx, Path(person): Path<Id<Person>>, Body(typed): Body<Given>) -> Result<Response, PageError> {
    let outcome = match typed.read() {
        Ok(grant) => identity::give(&ctx, person, grant).await,
        Err(problems) => Err(Refusal::Invalid(problems)),
    };
    match outcome {
        Ok(()) => Ok(done(&ctx, &format!("/admin/comptes/{person}"), ctx.t().role_given())),
        Err(Refusal::Invalid(problems)) => AccountPage::new(&ctx, person, &typed).await?.refused(&ctx, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn end(ctx: Ctx, Path(grant): Path<Uuid>) -> Result<Response, PageError> {
    let person = store::grant_holder(&ctx.db, grant).await?.ok_or(Refusal::NotFound)?;
    identity::end_grant(&ctx, grant).await?;
    Ok(done(&ctx, &format!("/admin/comptes/{person}"), ctx.t().role_ended()))
}
