//! Answers requests and runs jobs until told to stop, then ends properly.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use arpent_core::Actor;
use arpent_web::{App, Lang, worker};
use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::instance::Instance;
use crate::texts::Texts;
use crate::trouble::trouble;

/// Jobs run at once by one process: mail relays answer slowly, nobody waits for them.
const WORKERS: usize = 2;
/// Requests and jobs still under way this long after a stop was asked for are abandoned.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that has its port.
#[derive(Debug)]
pub struct Server {
    app: Arc<App>,
    router: Router,
    listener: TcpListener,
}

/// Says to every part of the process that it must end.
#[derive(Debug, Clone)]
pub struct Stop(watch::Sender<bool>);

impl Default for Stop {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Stop {
    /// Asks everything to end.
    pub fn now(&self) {
        self.0.send_replace(true);
    }

    /// Stops when the person (Ctrl-C) or the system (SIGTERM) asks.
    pub fn on_signal(&self) {
        let stop = self.clone();
        tokio::spawn(async move {
            signal().await;
            tracing::info!("stopping: requests and jobs under way are finished first");
            stop.now();
        });
    }

    async fn asked(&self) {
        let _ = self.0.subscribe().wait_for(|stop| *stop).await;
    }
}

#[cfg(unix)]
async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn signal() {
    let _ = tokio::signal::ctrl_c().await;
}

impl Server {
    /// Takes the port.
    pub(crate) async fn bind(instance: Instance, address: SocketAddr, t: Texts) -> Result<Self> {
        let listener = TcpListener::bind(address)
            .await
            .map_err(|error| trouble(t.port_taken(address.to_string()), error, t.port_taken_next()))?;
        Ok(Self::on(instance, listener))
    }

    /// Serves on a port already taken.
    pub(crate) fn on(instance: Instance, listener: TcpListener) -> Self {
        Self { app: instance.app, router: instance.router, listener }
    }

    /// Answers until told to stop, then finishes what is under way and closes the database.
    ///
    /// # Errors
    /// The port is lost.
    pub async fn run(self, stop: &Stop) -> Result<()> {
        let workers: Vec<JoinHandle<()>> =
            (0..WORKERS).map(|_| tokio::spawn(worker::work(Arc::clone(&self.app), stop.0.subscribe()))).collect();
        let make_service = self.router.into_make_service_with_connect_info::<SocketAddr>();
        let asked = stop.clone();
        let serving = axum::serve(self.listener, make_service)
            .with_graceful_shutdown(async move { asked.asked().await })
            .into_future();
        let outcome = tokio::select! {
            outcome = serving => outcome,
            () = abandoned(stop) => Ok(()),
        };
        stop.now();
        finish(workers).await;
        write_what_is_held(&self.app).await;
        self.app.db.close().await;
        tracing::info!("stopped");
        Ok(outcome?)
    }
}

/// A page that keeps its connection open (a live list) must not keep the process alive.
async fn abandoned(stop: &Stop) {
    stop.asked().await;
    tokio::time::sleep(PATIENCE).await;
    tracing::warn!("some requests did not end in time");
}

async fn write_what_is_held(app: &App) {
    let caller = app.caller(Actor::public(), Lang::Fr);
    for room in &app.rooms {
        if let Err(refusal) = (room.at_stop)(&caller).await {
            tracing::error!(room = room.manifest.name, error = %refusal, "what was held in memory is lost");
        }
    }
}

async fn finish(workers: Vec<JoinHandle<()>>) {
    for worker in workers {
        if tokio::time::timeout(PATIENCE, worker).await.is_err() {
            tracing::warn!("a job did not end in time; it will be taken up at the next start");
        }
    }
}
