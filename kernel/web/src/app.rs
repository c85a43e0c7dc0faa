//! The running application: configuration, surroundings, and the router composed from the rooms.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use arpent_core::permission::Policy;
use arpent_core::{Actor, Chance, Clock};
use arpent_store::{Db, Migrations, Statement, StoreError};
use arpent_texts::Lang;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use tokio::sync::Notify;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::timeout::TimeoutLayer;

use crate::caller::Caller;
use crate::land::Land;
use crate::limits::Limits;
use crate::mail::Mailer;
use crate::module::Room;
use crate::observe::{self, Metrics};
use crate::routes::{RouteTable, Routes};
use crate::settings::Settings;
use crate::twice::Twice;
use crate::{context, respond, security, twice};

/// Largest body accepted: an import of 100,000 contributions, or a photograph.
const LARGEST_BODY: usize = 64 * 1024 * 1024;
/// A request still unanswered after this is given up, with an error page.
const REQUEST_TIMEOUT: Duration = Duration::from_mins(1);

/// How this process runs.
#[derive(Debug, Clone)]
pub struct Config {
    /// Database: a file path or `postgres://…`.
    pub database: String,
    /// Folder of what is not in the database (mail written instead of sent, backups).
    pub data_dir: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Public address, without a final slash; links in mail begin with it.
    pub base_url: String,
    /// `smtp(s)://user:password@host`; without one, mail is written to `data_dir/mail`.
    pub smtp_url: Option<String>,
    /// Sender of mail.
    pub mail_from: String,
    /// The proxy in front sets `X-Forwarded-For`.
    pub trust_proxy: bool,
    /// The demonstration: its page lists the roles and signs in as each.
    pub demo: bool,
    /// Multiplies the rate limits (tests, load measures).
    pub limits_loosened: u32,
    /// What a collector of `/metrics` sends as `Authorization: Bearer …`; without one, nobody reads them.
    pub metrics_token: Option<String>,
    /// A geocoder of the house, asked instead of the one that the administrator chose: it may be on this very machine.
    pub geocoder: Option<String>,
}

/// Everything a handler may need; one per process.
pub struct App {
    /// How it runs.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub chance: Arc<dyn Chance>,
    /// Which roles may do what.
    pub policy: Arc<Policy>,
    /// Rate limits.
    pub limits: Limits,
    /// What the administrator chose.
    pub settings: Settings,
    /// Outgoing mail.
    pub mailer: Mailer,
    /// The rooms it is composed of.
    pub rooms: Vec<Room>,
    /// Every route with its access.
    pub table: RouteTable,
    /// Rung when a job was asked for.
    pub bell: Notify,
    /// The land band; the commons give it the communes.
    pub land: Land,
    /// Counters of the requests answered.
    pub metrics: Metrics,
    /// What each session did last, so that a button pressed twice is one act.
    pub(crate) twice: Twice,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("config", &self.config).finish_non_exhaustive()
    }
}

impl App {
    /// Brings the schema up to date and composes the rooms.
    ///
    /// # Errors
    /// The database does not answer or a migration fails.
    pub async fn open(
        config: Config,
        db: Db,
        (clock, chance): (Arc<dyn Clock>, Arc<dyn Chance>),
        rooms: Vec<Room>,
    ) -> Result<(Arc<Self>, Router), StoreError> {
        db.migrate(&migrations(&rooms)).await?;
        let policy = Policy::new(rooms.iter().flat_map(|room| room.manifest.permissions.iter().copied()));
        let (table, router) = rooms.iter().fold(Routes::new(), |all, room| all.merge((room.routes)())).into_parts();
        let app = Arc::new(Self {
            limits: Limits::new(config.limits_loosened),
            settings: Settings::load(&db).await?,
            mailer: Mailer::new(&config),
            policy: Arc::new(policy),
            config,
            db,
            clock,
            chance,
            rooms,
            table,
            bell: Notify::new(),
            land: Land::default(),
            metrics: Metrics::default(),
            twice: Twice::default(),
        });
        let router = assemble(&app, router);
        Ok((app, router))
    }

    /// A caller for this process: a job, the command line.
    pub fn caller(&self, actor: Actor, lang: Lang) -> Caller {
        Caller {
            db: self.db.clone(),
            policy: Arc::clone(&self.policy),
            clock: Arc::clone(&self.clock),
            chance: Arc::clone(&self.chance),
            actor,
            lang,
            base_url: Arc::from(self.config.base_url.as_str()),
        }
    }

    /// An absolute address, for mail and printed slips.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.config.base_url)
    }
}

/// The schemas of all rooms, the store's first.
pub fn migrations(rooms: &[Room]) -> Vec<Migrations> {
    std::iter::once(arpent_store::MIGRATIONS).chain(rooms.iter().map(|room| room.migrations)).collect()
}

/// Every statement of all rooms, the store's included.
pub fn statements(rooms: &[Room]) -> Vec<Statement> {
    let of_store = arpent_store::STATEMENTS.iter().copied();
    of_store.chain(rooms.iter().flat_map(|room| room.statements.iter().copied())).flatten().copied().collect()
}

fn assemble(app: &Arc<App>, routes: Router<Arc<App>>) -> Router {
    // A page is written anew for each reader: a harder compression would cost more than its bytes. Assets have theirs
    // from the build.
    let compression = CompressionLayer::new().quality(CompressionLevel::Fastest);
    let packed = NotForContentType::const_new("application/vnd.pmtiles");
    let compressible = SizeAbove::new(512).and(NotForContentType::IMAGES).and(NotForContentType::SSE).and(packed);
    // From the inside out: who may; a panic or a late answer becomes a refusal; a refusal becomes a page in the
    // reader's language, which asks to know the reader first; so does knowing that she pressed twice.
    routes
        .route_layer(from_fn_with_state(Arc::clone(app), context::guard))
        .fallback(respond::not_found)
        .method_not_allowed_fallback(respond::method_not_allowed)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(respond::panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIMEOUT))
        .layer(same_site(&app.config))
        .layer(from_fn(respond::draw_refusals))
        .layer(from_fn_with_state(Arc::clone(app), twice::once))
        .layer(from_fn_with_state(Arc::clone(app), context::open))
        .layer(from_fn_with_state(Arc::clone(app), observe::watch))
        .layer(from_fn_with_state(Arc::clone(app), security::headers))
        .layer(compression.compress_when(compressible))
        .with_state(Arc::clone(app))
}

/// Refuses what another site sends in the reader's name.
fn same_site(config: &Config) -> CsrfLayer<fn(ProtectionError) -> Response> {
    let answer: fn(ProtectionError) -> Response = respond::cross_site;
    let layer = CsrfLayer::new();
    // Behind a proxy that rewrites `Host`, our own public address would look like another site.
    let layer = layer.clone().add_trusted_origin(&config.base_url).unwrap_or(layer);
    layer.with_rejection_response(answer)
}
