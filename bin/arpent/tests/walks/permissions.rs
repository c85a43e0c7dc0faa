//! Every route asked as everyone; the answers are the table a person reads in `docs/permissions.md`.
//! `ARPENT_BLESS=1` writes it again.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use arpent::composition;
use arpent::texts::Texts;
use arpent_core::{Grant, Role, Scope, SystemChance, SystemClock};
use arpent_store::testing::sqlite;
use arpent_web::app::migrations;
use arpent_web::routes::Route;
use arpent_web::{Access, App, Caller, Config, Lang, caller, identity};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use jiff::Timestamp;
use tower::ServiceExt as _;

/// An id that names nothing.
const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// Who asks: the public, then each role.
type Asker = Option<Role>;

fn askers() -> Vec<Asker> {
    std::iter::once(None).chain(Role::ALL.map(Some)).collect()
}

/// What the door answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    Open,
    Shut,
    SignIn,
}

struct House {
    app: Arc<App>,
    router: Router,
    _database: arpent_store::testing::TestDb,
}

impl House {
    async fn open() -> Self {
        let rooms = composition::rooms();
        let database = sqlite(&migrations(&rooms)).await.expect("a database");
        let config = Config {
            database: database.address.clone(),
            data_dir: std::env::temp_dir(),
            listen: "127.0.0.1:0".parse().expect("an address"),
            base_url: "http://localhost".to_owned(),
            smtp_url: None,
            mail_from: "arpent@localhost".to_owned(),
            trust_proxy: false,
            demo: false,
            limits_loosened: 1_000_000,
            metrics_token: None,
            geocoder: None,
        };
        let surroundings: (Arc<dyn arpent_core::Clock>, Arc<dyn arpent_core::Chance>) =
            (Arc::new(SystemClock), Arc::new(SystemChance));
        let (app, router) = App::open(config, database.db.clone(), surroundings, rooms).await.expect("opens");
        let house = Self { app, router: router.layer(axum::Extension(composition::slots())), _database: database };
        house.people().await;
        house
    }

    fn operator(&self) -> Caller {
        self.app.caller(caller::operator(), Lang::Fr)
    }

    /// One person per role, on the whole instance.
    async fn people(&self) {
        let operator = self.operator();
        for role in Role::ALL {
            let person = identity::register(&operator, role.code(), &address(role)).await.expect("registers");
            let grant = Grant { role, scope: Scope::Instance, from: Timestamp::UNIX_EPOCH, to: None };
            identity::give(&operator, person, grant).await.expect("grants");
        }
    }

    async fn session(&self, role: Role) -> String {
        let account = identity::store::account_by_email(&self.app.db, &address(role)).await.expect("reads");
        let entered = identity::enter(&self.operator(), &account.expect("an account"), "test").await.expect("enters");
        format!("{}={}", identity::SESSION_COOKIE, entered.secret)
    }

    async fn knock(&self, route: &Route, cookie: Option<&str>) -> Door {
        let mut request = Request::builder().method(route.method.clone()).uri(filled(route.path));
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request.body(Body::empty()).expect("a request")).await;
        judged(&response.expect("an answer"))
    }
}

fn address(role: Role) -> String {
    format!("{}@exemple.fr", role.code())
}

/// A route with its parameters filled: ids of nothing, since only the door is looked at.
fn filled(path: &str) -> String {
    let mut filled = String::new();
    for piece in path.split_inclusive('}') {
        match piece.split_once('{') {
            Some((before, _)) => filled.extend([before, NOTHING]),
            None => filled.push_str(piece),
        }
    }
    filled
}

fn judged(response: &Response<Body>) -> Door {
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or("");
    match response.status() {
        StatusCode::UNAUTHORIZED => Door::SignIn,
        StatusCode::SEE_OTHER if location.starts_with("/connexion?retour=") => Door::SignIn,
        StatusCode::FORBIDDEN => Door::Shut,
        _ => Door::Open,
    }
}

/// What the declaration of a route says, for the same asker.
fn declared(app: &App, access: Access, asker: Asker) -> Door {
    match (access, asker) {
        (Access::Public, _) | (Access::SignedIn, Some(_)) => Door::Open,
        (Access::SignedIn | Access::Needs(_), None) => Door::SignIn,
        (Access::Needs(permission), Some(role)) => {
            let roles = app.policy.roles(permission);
            if roles.contains(&role) || roles.contains(&Role::Inhabitant) { Door::Open } else { Door::Shut }
        }
    }
}

async fn walk(house: &House) -> Vec<(Route, Vec<Door>)> {
    let mut lines = Vec::new();
    for route in &house.app.table.list {
        let mut doors = Vec::new();
        for asker in askers() {
            // A fresh session each time an act is asked for: signing out is one of them.
            let cookie = match asker {
                Some(role) => Some(house.session(role).await),
                None => None,
            };
            doors.push(house.knock(route, cookie.as_deref()).await);
        }
        lines.push((route.clone(), doors));
    }
    lines.sort_by_key(|(route, _)| (route.path, route.method != Method::GET));
    lines
}

#[tokio::test]
async fn every_route_answers_everyone_as_the_documentation_says() {
    let house = House::open().await;
    let lines = walk(&house).await;
    for (route, doors) in &lines {
        for (asker, door) in askers().into_iter().zip(doors) {
            assert_eq!(*door, declared(&house.app, route.access, asker), "{} {} {asker:?}", route.method, route.path);
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.md");
    let table = written(&lines);
    if std::env::var_os("ARPENT_BLESS").is_some() {
        std::fs::write(&file, &table).expect("writes");
    }
    let documented = std::fs::read_to_string(&file).unwrap_or_default();
    let differences: Vec<&str> = table.lines().filter(|line| !documented.contains(line)).collect();
    assert!(
        table == documented,
        "docs/permissions.md says otherwise (ARPENT_BLESS=1 writes it again):\n{differences:#?}"
    );
}

fn written(lines: &[(Route, Vec<Door>)]) -> String {
    let t = Texts::new(Lang::Fr);
    let mut text = format!("# {}\n\n{}\n\n", t.permissions_title(), t.permissions_text());
    let roles = askers().into_iter().map(|asker| match asker {
        None => t.permissions_public(),
        Some(role) => t.say(&format!("permissions-{}", role.code().replace('_', "-"))).expect("a role has a word"),
    });
    let heads: Vec<&str> = std::iter::once(t.permissions_route()).chain(roles).collect();
    let _ = writeln!(text, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()));
    for (route, doors) in lines {
        let words = doors.iter().map(|door| match door {
            Door::Open => t.permissions_open(),
            Door::Shut => t.permissions_shut(),
            Door::SignIn => t.permissions_sign_in(),
        });
        let _ = writeln!(text, "| `{} {}` | {} |", route.method, route.path, words.collect::<Vec<_>>().join(" | "));
    }
    text
}

#[test]
fn parameters_are_filled_wherever_they_stand() {
    assert_eq!(filled("/a"), "/a");
    assert_eq!(filled("/a/{id}/b/{*rest}"), format!("/a/{NOTHING}/b/{NOTHING}"));
}
