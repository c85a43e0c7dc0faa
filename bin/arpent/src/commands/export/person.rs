//! Everything every room holds about a person (RGPD, articles 15 and 20).

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use arpent_web::DataSubject;
use arpent_web::identity::{personal, store};
use serde_json::Value as Json;

use crate::instance::Instance;
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

pub(super) async fn write(instance: &Instance, email: &str, output: Option<&Path>, t: Texts) -> Result<()> {
    let address = email.trim().to_lowercase();
    let account = store::account_by_email(&instance.app.db, &address).await?;
    let subject = DataSubject { person: account.map(|account| account.person), email: Some(address) };
    let everything = personal::everything(&instance.app, &subject).await;
    let everything = everything.map_err(|refusal| refused(&refusal, t))?;
    if everything.values().all(holds_nothing) {
        return Err(trouble(t.admin_no_account(email), "", t.admin_no_account_next()));
    }
    let mut sink = super::sink(output, t)?;
    serde_json::to_writer_pretty(&mut sink, &everything)?;
    writeln!(sink)?;
    sink.flush()?;
    Ok(())
}

/// A room that holds nothing of her.
fn holds_nothing(room: &Json) -> bool {
    let empty = |value: &Json| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    empty(room) || room.as_object().is_some_and(|parts| parts.values().all(empty))
}
