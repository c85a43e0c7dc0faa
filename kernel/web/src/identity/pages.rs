//! Signing in and out. One's account is in `super::account`.

use askama::Template;
use axum::Form as Body;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde::Deserialize;

use super::{Entered, SESSION_COOKIE, account, commands, device};
use crate::back::Back;
use crate::context::{Ctx, append_cookie};
use crate::form::{Field, Form};
use crate::limits::Limited;
use crate::refusal::{FieldProblem, Refusal};
use crate::respond::{PageError, cookie, done, page, page_with, redirect};
use crate::routes::{Access, Routes};
use crate::shell::Shell;

pub(crate) fn routes() -> Routes {
    let signing_in = Routes::new()
        .get("/connexion", Access::Public, show)
        .post("/connexion", Access::Public, with_password)
        .post("/connexion/lien", Access::Public, ask_for_link)
        .get("/connexion/lien", Access::Public, link_sent)
        .get("/connexion/lien/{secret}", Access::Public, show_link)
        .post("/connexion/lien/{secret}", Access::Public, with_link)
        .post("/demo/entrer", Access::Public, as_someone)
        .post("/deconnexion", Access::Public, leave);
    signing_in.merge(account::routes())
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    retour: String,
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    retour: String,
}

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct SignInPage {
    shell: Shell,
    form: Form,
    back: Back,
    email: Field,
    password: Field,
}

impl SignInPage {
    fn new(ctx: &Ctx, back: Back, typed: &str) -> Self {
        let t = ctx.t();
        Self {
            shell: ctx.shell(t.sign_in(), vec![]),
            form: Form::default(),
            back,
            email: Field::text("email", t.email(), typed).kind("email").required().autocomplete("username"),
            password: Field::text("password", t.password(), "")
                .kind("password")
                .hint(t.password_absent())
                .autocomplete("current-password"),
        }
    }

    fn refused(mut self, ctx: &Ctx, problems: &[FieldProblem]) -> Result<Response, PageError> {
        self.form = Form::refused(problems, ctx.lang, [&mut self.email, &mut self.password]);
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let back = Back::parse(&asked.retour);
    if ctx.actor.is_signed_in() {
        return Ok(redirect(back.as_str()));
    }
    page(&SignInPage::new(&ctx, back, ""))
}

/// One attempt of this address and one of this e-mail: neither many passwords for one person, nor one for many.
fn count_attempt(ctx: &Ctx, email: &str) -> Result<(), Refusal> {
    ctx.app().limits.count(Limited::SignIn, &ctx.request().from)?;
    ctx.app().limits.count(Limited::SignIn, &format!("email:{}", email.trim().to_lowercase()))
}

fn device_of(headers: &HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).map(device::words).unwrap_or_default()
}

async fn with_password(ctx: Ctx, headers: HeaderMap, Body(typed): Body<Typed>) -> Result<Response, PageError> {
    count_attempt(&ctx, &typed.email)?;
    let back = Back::parse(&typed.retour);
    match commands::enter_with_password(&ctx, &typed.email, &typed.password, &device_of(&headers)).await {
        Ok(entered) => Ok(welcome(&ctx, &entered, &back)),
        Err(Refusal::Invalid(problems)) => SignInPage::new(&ctx, back, &typed.email).refused(&ctx, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

fn welcome(ctx: &Ctx, entered: &Entered, back: &Back) -> Response {
    let mut response = redirect(&encoded(back));
    let seconds = u64::try_from(commands::SESSION_LENGTH.as_secs()).unwrap_or(0);
    append_cookie(&mut response, &cookie(SESSION_COOKIE, &entered.secret, seconds, ctx.app()));
    response
}

/// A header holds ASCII only: letters with accents of a search are written as bytes.
fn encoded(back: &Back) -> String {
    let byte = |byte: u8| {
        if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    back.as_str().bytes().map(byte).collect()
}

async fn ask_for_link(ctx: Ctx, Body(typed): Body<Typed>) -> Result<Response, PageError> {
    count_attempt(&ctx, &typed.email)?;
    let back = Back::parse(&typed.retour);
    match commands::send_link(ctx.app(), &ctx, &typed.email, &back).await {
        Ok(()) => Ok(redirect("/connexion/lien")),
        Err(Refusal::Invalid(problems)) => SignInPage::new(&ctx, back, &typed.email).refused(&ctx, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Template)]
#[template(path = "identity/link_sent.html")]
struct LinkSentPage {
    shell: Shell,
}

async fn link_sent(ctx: Ctx) -> Result<Response, PageError> {
    page(&LinkSentPage { shell: ctx.shell(ctx.t().link_sent_title(), vec![]) })
}

#[derive(Template)]
#[template(path = "identity/link.html")]
struct LinkPage {
    shell: Shell,
    email: String,
    back: Back,
}

/// Shows a button: programs that check mail follow links, and must not use up this one.
async fn show_link(ctx: Ctx, Path(secret): Path<String>, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let email = commands::read_link(&ctx, &secret).await?.ok_or_else(commands::link_is_used)?;
    page(&LinkPage { shell: ctx.shell(ctx.t().link_title(), vec![]), email, back: Back::parse(&asked.retour) })
}

async fn with_link(
    ctx: Ctx,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Body(asked): Body<Asked>,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::SignIn, &ctx.request().from)?;
    let entered = commands::enter_with_link(&ctx, &secret, &device_of(&headers)).await?;
    Ok(welcome(&ctx, &entered, &Back::parse(&asked.retour)))
}

/// Enters as one of the people of the demonstration; elsewhere there is no such page.
async fn as_someone(ctx: Ctx, headers: HeaderMap, Body(typed): Body<Typed>) -> Result<Response, PageError> {
    let entered = commands::sign_in_as(ctx.app(), &ctx, &typed.email, &device_of(&headers)).await?;
    Ok(welcome(&ctx, &entered, &Back::parse(&typed.retour)))
}

async fn leave(ctx: Ctx) -> Result<Response, PageError> {
    if let Some(signed_in) = &ctx.request().signed_in {
        commands::leave(&ctx, signed_in.session).await?;
    }
    let mut response = done(&ctx, "/", ctx.t().signed_out());
    append_cookie(&mut response, &cookie(SESSION_COOKIE, "", 0, ctx.app()));
    Ok(response)
}
