//! What a request brings: the reader, her language, the page she is on.

use std::net::SocketAddr;
use std::ops::Deref;
use std::sync::Arc;

use arpent_core::digest::hex;
use arpent_core::{Actor, Role, Scope};
use arpent_texts::Lang;
use axum::extract::{ConnectInfo, FromRequestParts, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::app::App;
use crate::caller::Caller;
use crate::identity::{self, MANIFEST, SignedIn};
use crate::observe::RequestId;
use crate::refusal::Refusal;
use crate::respond::{PageError, cookie};
use crate::routes::Access;
use crate::shell::{Crumb, MenuEntry, Notice, Reader, Shell};
use crate::texts::Texts;

/// The reader's cookie for the language she chose.
const LANGUAGE_COOKIE: &str = "arpent_lang";
/// A reader holds six words at a glance.
const MOST_ENTRIES: usize = 6;

/// One request.
#[derive(Debug, Clone)]
pub struct Ctx(Arc<Inner>);

/// What [`Ctx`] holds.
#[derive(Debug)]
pub struct Inner {
    /// The application.
    pub app: Arc<App>,
    /// Who asks, for commands.
    pub caller: Caller,
    /// Her account and session, when signed in.
    pub signed_in: Option<SignedIn>,
    /// Path and query of this page.
    pub address: String,
    /// Where the request came from, for rate limits; never stored.
    pub from: String,
    /// Short id written in logs and on error pages.
    pub request_id: String,
    /// Message left by the act that led here.
    pub notice: Option<Notice>,
    /// Only this element of the page is wanted (`X-Fragment`).
    pub fragment: Option<String>,
    /// What the composition left with every request.
    shared: Extensions,
}

impl Inner {
    /// What the composition left with every request, of this type.
    pub fn shared<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.shared.get()
    }
}

impl Deref for Ctx {
    type Target = Caller;
    fn deref(&self) -> &Caller {
        &self.0.caller
    }
}

impl Ctx {
    /// The application.
    pub fn app(&self) -> &Arc<App> {
        &self.0.app
    }

    /// The request as it came.
    pub fn request(&self) -> &Inner {
        &self.0
    }

    /// Kernel texts in the reader's language.
    pub fn t(&self) -> Texts {
        Texts::new(self.lang)
    }

    /// The frame of a page.
    pub fn shell(&self, title: impl Into<String>, crumbs: Vec<Crumb>) -> Shell {
        let (app, settings) = (self.app(), self.app().settings.current());
        Shell {
            t: self.t(),
            lang: self.lang,
            title: title.into(),
            site: settings.name.clone(),
            path: without_language(&self.0.address),
            menu: self.menu(),
            crumbs,
            reader: self.0.signed_in.as_ref().map(|signed_in| self.reader(signed_in)),
            notice: self.0.notice.clone(),
            palette_href: settings.palette_href.clone(),
            land_href: format!("{}{:016x}", settings.land_href, app.land.tag()),
            demo: app.config.demo,
        }
    }

    fn menu(&self) -> Vec<MenuEntry> {
        let path = self.0.address.split('?').next().unwrap_or("/");
        let entries = |ours: bool| {
            let rooms = self.app().rooms.iter().filter(move |room| (room.manifest.name == MANIFEST.name) == ours);
            rooms.flat_map(|room| (room.menu)(self)).collect::<Vec<_>>()
        };
        // What the site is about comes first; running it comes last and is never pushed out.
        let last = entries(true);
        let first = entries(false).into_iter().take(MOST_ENTRIES.saturating_sub(last.len()));
        first.chain(last).map(|entry| MenuEntry { current: under(path, &entry.href), ..entry }).collect()
    }

    fn reader(&self, signed_in: &SignedIn) -> Reader {
        let now = self.now();
        let held = Role::ALL
            .into_iter()
            .filter(|role| *role != Role::Inhabitant && self.actor.holds(*role, Scope::Anywhere, now));
        let mut roles: Vec<String> = held.map(|role| role_name(self.t(), role)).collect();
        if roles.is_empty() {
            roles.push(role_name(self.t(), Role::Inhabitant));
        }
        Reader { name: signed_in.name.clone(), roles: roles.join(", "), waiting: 0 }
    }
}

fn under(path: &str, entry: &str) -> bool {
    path == entry || (entry != "/" && path.strip_prefix(entry).is_some_and(|rest| rest.starts_with('/')))
}

/// A role in words.
pub fn role_name(t: Texts, role: Role) -> String {
    t.say(&format!("role-{}", role.code().replace('_', "-"))).map_or_else(|| role.code().to_owned(), Into::into)
}

/// As what someone in this role signs, after a day or a name: "équipe d'animation", "mandat électif".
pub fn signs_as(t: Texts, role: Role) -> String {
    t.say(&format!("signs-{}", role.code().replace('_', "-"))).map_or_else(|| role_name(t, role), Into::into)
}

/// The address of this page with `?lang=` taken away, ready for another one.
fn without_language(address: &str) -> String {
    let Some((path, query)) = address.split_once('?') else {
        return address.to_owned();
    };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        parts.extensions.get::<Self>().cloned().ok_or(PageError(Refusal::NotFound))
    }
}

/// Opens the request: reads the language and the session, leaves a [`Ctx`] for the rest.
pub async fn open(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let chosen = query_language(request.uri().query());
    let signed_in = match read_cookie(request.headers(), identity::SESSION_COOKIE) {
        Some(secret) => match identity::open_session(&app, &secret).await {
            Ok(signed_in) => signed_in,
            Err(refusal) => return PageError(refusal).into_response(),
        },
        None => None,
    };
    let ctx = read(&app, &request, signed_in, chosen);
    let (had_notice, request_id) = (ctx.0.notice.is_some(), ctx.0.request_id.clone());
    request.extensions_mut().insert(ctx);
    let mut response = next.run(request).await;
    response.extensions_mut().insert(RequestId(request_id));
    if let Some(lang) = chosen {
        append_cookie(&mut response, &cookie(LANGUAGE_COOKIE, lang.code(), 365 * 86_400, &app));
    }
    // Shown once: only a page that was drawn consumes the message.
    if had_notice
        && response.headers().get(header::CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/html"))
    {
        append_cookie(&mut response, &cookie(crate::respond::NOTICE_COOKIE, "", 0, &app));
    }
    response
}

pub(crate) fn append_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

fn read(app: &Arc<App>, request: &Request, signed_in: Option<SignedIn>, chosen: Option<Lang>) -> Ctx {
    let headers = request.headers();
    let lang = chosen.unwrap_or_else(|| language(headers));
    let actor = signed_in.as_ref().map_or_else(Actor::public, |signed_in| signed_in.actor.clone());
    let mut random = [0_u8; 6];
    app.chance.fill(&mut random);
    Ctx(Arc::new(Inner {
        caller: app.caller(actor, lang),
        signed_in,
        address: request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        from: client(app, request),
        request_id: hex(&random),
        notice: read_cookie(headers, crate::respond::NOTICE_COOKIE).as_deref().and_then(crate::respond::read_notice),
        fragment: headers.get("x-fragment").and_then(|value| value.to_str().ok()).map(ToOwned::to_owned),
        shared: request.extensions().clone(),
        app: Arc::clone(app),
    }))
}

/// Reads a cookie.
pub(crate) fn read_cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).filter(|value| !value.is_empty())
}

fn query_language(query: Option<&str>) -> Option<Lang> {
    query?.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::parse)
}

fn language(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    read_cookie(headers, LANGUAGE_COOKIE)
        .as_deref()
        .and_then(Lang::parse)
        .or_else(|| accepted.split(',').find_map(|tag| Lang::parse(tag.split([';', '-']).next().unwrap_or("").trim())))
        .unwrap_or(Lang::Fr)
}

fn client(app: &App, request: &Request) -> String {
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    // The last entry is the one our own proxy wrote; the others are the client's word.
    if let Some(last) = forwarded.filter(|_| app.config.trust_proxy).and_then(|list| list.rsplit(',').next()) {
        return last.trim().to_owned();
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    peer.map_or_else(|| "local".to_owned(), |ConnectInfo(peer)| peer.ip().to_string())
}

/// Refuses a route to whoever its declaration does not let in. A route nobody declared is refused to everyone.
pub async fn guard(State(app): State<Arc<App>>, ctx: Ctx, path: MatchedPath, request: Request, next: Next) -> Response {
    let refusal = match app.table.access(request.method(), path.as_str()) {
        Some(Access::Public) => None,
        Some(Access::SignedIn) => ctx.person().err(),
        Some(Access::Needs(permission)) => ctx.require(permission, Scope::Anywhere).err(),
        None => Some(Refusal::NotFound),
    };
    match refusal {
        None => next.run(request).await,
        Some(refusal) => PageError(refusal).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_language_keeps_the_page_and_its_filters() {
        assert_eq!(without_language("/demarches?theme=velo&lang=en"), "/demarches?theme=velo");
        assert_eq!(without_language("/demarches?lang=en"), "/demarches");
    }

    #[test]
    fn a_menu_entry_is_current_for_its_pages_only() {
        assert!(under("/demarches/morge", "/demarches"));
        assert!(!under("/demarchesautres", "/demarches"));
        assert!(!under("/compte", "/"));
    }
}
