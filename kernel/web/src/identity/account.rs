//! One's own account: name, password, sessions, roles, and what the site holds.

use arpent_core::Scope;
use arpent_texts::{date, datetime};
use askama::Template;
use axum::Form as Body;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::store::StoredGrant;
use super::{Account, SESSION_COOKIE, Session, SignedIn, commands, personal, store};
use crate::context::{Ctx, append_cookie, role_name};
use crate::form::{Field, Form};
use crate::limits::Limited;
use crate::module::DataSubject;
use crate::refusal::{FieldProblem, Refusal};
use crate::respond::{JSON, PageError, cookie, done, download, page, page_with};
use crate::routes::{Access, Routes};
use crate::shell::{Crumb, Shell};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/compte", Access::SignedIn, show)
        .post("/compte/nom", Access::SignedIn, rename)
        .post("/compte/mot-de-passe", Access::SignedIn, set_password)
        .post("/compte/sessions/fermer-les-autres", Access::SignedIn, revoke_others)
        .post("/compte/sessions/{id}/fermer", Access::SignedIn, revoke)
        .get("/compte/mes-donnees.json", Access::SignedIn, export)
        .get("/compte/effacer", Access::SignedIn, show_erase)
        .post("/compte/effacer", Access::SignedIn, erase)
}

#[derive(Template)]
#[template(path = "identity/account.html")]
struct AccountPage {
    shell: Shell,
    form: Form,
    email: String,
    name: Field,
    present: Option<Field>,
    password: Field,
    sessions: Vec<SessionLine>,
    roles: Vec<RoleLine>,
}

struct SessionLine {
    id: Uuid,
    device: String,
    seen: String,
    opened: String,
    this_one: bool,
}

/// A role held, in words.
pub(crate) struct RoleLine {
    pub id: Uuid,
    pub role: String,
    pub scope: String,
    pub period: String,
    pub ended: bool,
}

fn signed_in(ctx: &Ctx) -> Result<&SignedIn, Refusal> {
    ctx.request().signed_in.as_ref().ok_or(Refusal::SignIn)
}

impl AccountPage {
    async fn new(ctx: &Ctx) -> Result<(Self, Account), Refusal> {
        let (t, signed_in, person) = (ctx.t(), signed_in(ctx)?, ctx.person()?);
        let account = store::account_of(&ctx.db, person).await?.ok_or(Refusal::NotFound)?;
        let sessions = store::sessions(&ctx.db, person).await?;
        let grants = store::grants(&ctx.db, person).await?;
        let password = if account.password_hash.is_some() { t.password_new() } else { t.password_first() };
        let page = Self {
            shell: ctx.shell(t.account_title(), vec![Crumb::new(t.home(), "/")]),
            form: Form::default(),
            email: account.email.clone(),
            name: Field::text("name", t.account_name(), &account.name)
                .hint(t.account_name_hint())
                .required()
                .max(commands::LONGEST_NAME)
                .autocomplete("name"),
            present: account.password_hash.is_some().then(|| {
                Field::text("present", t.password_present(), "")
                    .kind("password")
                    .required()
                    .autocomplete("current-password")
            }),
            password: Field::text("password", password, "")
                .kind("password")
                .hint(t.password_hint(commands::SHORTEST_PASSWORD))
                .required()
                .autocomplete("new-password"),
            sessions: sessions.iter().map(|session| session_line(ctx, session, signed_in.session)).collect(),
            roles: grants.iter().map(|stored| role_line(ctx, stored)).collect(),
        };
        Ok((page, account))
    }

    fn refused(mut self, ctx: &Ctx, problems: &[FieldProblem]) -> Result<Response, PageError> {
        let fields = [&mut self.name, &mut self.password].into_iter().chain(self.present.as_mut());
        self.form = Form::refused(problems, ctx.lang, fields);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}

fn session_line(ctx: &Ctx, session: &Session, this_one: Uuid) -> SessionLine {
    let device = Some(session.device.clone()).filter(|device| !device.is_empty());
    SessionLine {
        id: session.id,
        device: device.unwrap_or_else(|| ctx.t().device_unknown().into()),
        seen: datetime(ctx.lang, session.seen_at),
        opened: datetime(ctx.lang, session.created_at),
        this_one: session.id == this_one,
    }
}

/// A grant in words; the name of a démarche or an organisation belongs to other rooms, so its kind stands for it.
pub(crate) fn role_line(ctx: &Ctx, stored: &StoredGrant) -> RoleLine {
    let (t, grant) = (ctx.t(), stored.grant);
    let day = |at: Timestamp| date(ctx.lang, arpent_core::clock::paris_date(at));
    RoleLine {
        id: stored.id,
        role: role_name(t, grant.role),
        scope: match grant.scope {
            Scope::Instance | Scope::Anywhere => t.scope_instance().into(),
            Scope::Initiative(_) => t.scope_initiative().into(),
            Scope::Organisation(_) => t.scope_organisation().into(),
        },
        period: match grant.to {
            Some(to) => t.period_from_to(day(grant.from), day(to)),
            None => t.period_from(day(grant.from)),
        },
        ended: grant.to.is_some_and(|to| to <= ctx.now()),
    }
}

async fn show(ctx: Ctx) -> Result<Response, PageError> {
    page(&AccountPage::new(&ctx).await?.0)
}

#[derive(Debug, Deserialize)]
struct Name {
    #[serde(default)]
    name: String,
}

async fn rename(ctx: Ctx, Body(typed): Body<Name>) -> Result<Response, PageError> {
    match commands::rename(&ctx, &typed.name).await {
        Ok(()) => Ok(done(&ctx, "/compte", ctx.t().account_renamed())),
        Err(Refusal::Invalid(problems)) => {
            let (mut page, _) = AccountPage::new(&ctx).await?;
            page.name.value = typed.name;
            page.refused(&ctx, &problems)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Deserialize)]
struct Passwords {
    #[serde(default)]
    present: String,
    #[serde(default)]
    password: String,
}

async fn set_password(ctx: Ctx, Body(typed): Body<Passwords>) -> Result<Response, PageError> {
    let signed_in = signed_in(&ctx)?;
    // Whoever found an open session must not try passwords from it either.
    ctx.app().limits.count(Limited::SignIn, &format!("account:{}", signed_in.account))?;
    let (page, account) = AccountPage::new(&ctx).await?;
    match commands::set_password(&ctx, (&account, signed_in.session), &typed.present, &typed.password).await {
        Ok(()) => Ok(done(&ctx, "/compte", ctx.t().password_changed())),
        Err(Refusal::Invalid(problems)) => page.refused(&ctx, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

/// The reader herself: her account, and the address she confirmed by using it.
async fn own(ctx: &Ctx) -> Result<DataSubject, Refusal> {
    let person = ctx.person()?;
    let account = store::account_of(&ctx.db, person).await?;
    Ok(DataSubject { person: Some(person), email: account.map(|account| account.email) })
}

async fn revoke(ctx: Ctx, Path(session): Path<Uuid>) -> Result<Response, PageError> {
    commands::revoke_session(&ctx, session).await?;
    Ok(done(&ctx, "/compte", ctx.t().session_closed()))
}

async fn revoke_others(ctx: Ctx) -> Result<Response, PageError> {
    let signed_in = signed_in(&ctx)?;
    commands::revoke_others(&ctx, signed_in.account, signed_in.session).await?;
    Ok(done(&ctx, "/compte", ctx.t().sessions_closed()))
}

/// Everything the site holds about her (RGPD, articles 15 and 20).
async fn export(ctx: Ctx) -> Result<Response, PageError> {
    let rooms = personal::everything(ctx.app(), &own(&ctx).await?).await?;
    let site = ctx.app().settings.current().name.clone();
    let body = json!({"site": site, "exported_at": ctx.now(), "data": rooms});
    let text = serde_json::to_string_pretty(&body).map_err(arpent_store::StoreError::from)?;
    Ok(download("arpent.json", JSON, text))
}

#[derive(Template)]
#[template(path = "identity/erase.html")]
struct ErasePage {
    shell: Shell,
    form: Form,
    confirm: Field,
}

impl ErasePage {
    fn new(ctx: &Ctx) -> Self {
        let t = ctx.t();
        let crumbs = vec![Crumb::new(t.home(), "/"), Crumb::new(t.account_title(), "/compte")];
        Self {
            shell: ctx.shell(t.erase_title(), crumbs),
            form: Form::default(),
            confirm: Field::text("confirm", t.erase_confirm(), "").kind("checkbox").required(),
        }
    }
}

async fn show_erase(ctx: Ctx) -> Result<Response, PageError> {
    page(&ErasePage::new(&ctx))
}

/// A box ticked on purpose.
#[derive(Debug, Deserialize)]
pub(crate) struct Confirmed {
    #[serde(default)]
    pub confirm: String,
}

impl Confirmed {
    /// Refuses an unticked box, at the box.
    pub(crate) fn check(&self) -> Result<(), Vec<FieldProblem>> {
        if self.confirm == "true" {
            return Ok(());
        }
        Err(vec![FieldProblem::new("confirm", "missing", |l| crate::texts::Texts::new(l).erase_unconfirmed().into())])
    }
}

async fn erase(ctx: Ctx, Body(typed): Body<Confirmed>) -> Result<Response, PageError> {
    if let Err(problems) = typed.check() {
        let mut page = ErasePage::new(&ctx);
        page.form = Form::refused(&problems, ctx.lang, [&mut page.confirm]);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    commands::erase(ctx.app(), &ctx, &own(&ctx).await?).await?;
    let mut response = done(&ctx, "/", ctx.t().erased());
    append_cookie(&mut response, &cookie(SESSION_COOKIE, "", 0, ctx.app()));
    Ok(response)
}
