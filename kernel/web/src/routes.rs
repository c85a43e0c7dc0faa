//! Routes that cannot be declared without saying who may follow them.

use std::collections::HashMap;
use std::sync::Arc;

use arpent_core::Permission;
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};

use crate::app::App;

/// Who may follow a route. The command behind it still checks the precise scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everyone.
    Public,
    /// Anyone with an account.
    SignedIn,
    /// Whoever holds this permission somewhere.
    Needs(Permission),
}

/// One route as declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// HTTP method.
    pub method: Method,
    /// Path with its parameters, as axum writes them.
    pub path: &'static str,
    /// Who may follow it.
    pub access: Access,
}

/// Routes of a room.
#[derive(Default)]
pub struct Routes {
    list: Vec<Route>,
    router: Router<Arc<App>>,
}

impl std::fmt::Debug for Routes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.list.fmt(f)
    }
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page or a document.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, (path, access), handler)
    }

    /// An act.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, (path, access), handler)
    }

    fn add<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        (path, access): (&'static str, Access),
        handler: H,
    ) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.list.push(Route { method, path, access });
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// Joins the routes of two rooms.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        self.router = self.router.merge(other.router);
        self
    }

    pub(crate) fn into_parts(self) -> (RouteTable, Router<Arc<App>>) {
        let mut access: HashMap<&'static str, Vec<(Method, Access)>> = HashMap::new();
        for route in &self.list {
            access.entry(route.path).or_default().push((route.method.clone(), route.access));
        }
        (RouteTable { list: self.list, access }, self.router)
    }
}

/// Every route of the product.
#[derive(Debug, Clone, Default)]
pub struct RouteTable {
    /// In the order declared.
    pub list: Vec<Route>,
    access: HashMap<&'static str, Vec<(Method, Access)>>,
}

impl RouteTable {
    /// Who may follow a route; `None` (refused) for one that was not declared here.
    pub fn access(&self, method: &Method, path: &str) -> Option<Access> {
        // HEAD is answered by the handler of GET.
        let method = if method == Method::HEAD { &Method::GET } else { method };
        self.access.get(path)?.iter().find(|(declared, _)| declared == method).map(|(_, access)| *access)
    }
}
