//! Outgoing mail: a job like any other, sent by SMTP, or written to a folder where the operator reads it.

use std::path::PathBuf;

use arpent_store::jobs::NewJob;
use lettre::message::header::ContentType;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::app::{App, Config};
use crate::caller::Caller;
use crate::module::{JobError, JobHandler, Pending};

/// Kind of the job that sends one letter.
pub const KIND: &str = "mail";

/// Sends what was asked for.
pub const HANDLER: JobHandler = JobHandler { kind: KIND, run: send };

/// A letter: plain text, the links written out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    /// One address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Body.
    pub text: String,
}

impl Letter {
    /// The job that sends it; the same `unique_key` sends it once.
    pub fn job(&self, caller: &Caller, unique_key: Option<String>) -> NewJob {
        let payload = serde_json::to_value(self).unwrap_or(Json::Null);
        NewJob { id: caller.id::<Self>().uuid(), kind: KIND, payload, unique_key, run_at: caller.now() }
    }
}

/// Where letters go.
#[derive(Debug)]
pub enum Mailer {
    /// A relay.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// A folder, one file a letter: no relay is set, or this is the demonstration.
    Folder(PathBuf),
    /// The relay's address is not understood; every letter fails and says so to the administrator.
    Broken(String),
}

impl Mailer {
    pub(crate) fn new(config: &Config) -> Self {
        match &config.smtp_url {
            None => Self::Folder(config.data_dir.join("mail")),
            Some(url) => AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                .map_or_else(|error| Self::Broken(error.to_string()), |relay| Self::Smtp(Box::new(relay.build()))),
        }
    }

    async fn deliver(&self, message: Message) -> Result<(), JobError> {
        match self {
            Self::Smtp(relay) => {
                relay.send(message).await?;
            }
            Self::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                AsyncFileTransport::<Tokio1Executor>::new(folder).send(message).await?;
            }
            Self::Broken(reason) => return Err(format!("ARPENT_SMTP_URL: {reason}").into()),
        }
        Ok(())
    }
}

fn send<'a>(app: &'a App, payload: &'a Json) -> Pending<'a, Result<(), JobError>> {
    Box::pin(async move { post(app, serde_json::from_value(payload.clone())?).await })
}

/// Sends a letter now, without a job: for one that must be written nowhere, such as a link that only its reader may know.
/// Everything else goes through [`Letter::job`], which lives or dies with the write that asks for it.
///
/// # Errors
/// An address that is none, a relay that refuses.
pub async fn post(app: &App, letter: Letter) -> Result<(), JobError> {
    let message = Message::builder()
        .from(app.config.mail_from.parse()?)
        .to(letter.to.parse()?)
        .subject(letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text)?;
    app.mailer.deliver(message).await
}
