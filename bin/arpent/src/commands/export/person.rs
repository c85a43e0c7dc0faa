//! Everything every room holds about a person (RGPD, articles 15 and 20).

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use arpent_web::identity::{personal, store};

use crate::instance::Instance;
use crate::texts::Texts;
use crate::trouble::{refused, trouble};

pub(super) async fn write(instance: &Instance, email: &str, output: Option<&Path>, t: Texts) -> Result<()> {
    let account = store::account_by_email(&instance.app.db, &email.trim().to_lowercase()).await?;
    let account = account.ok_or_else(|| trouble(t.admin_no_account(email), "", t.admin_no_account_next()))?;
    let everything = personal::everything(&instance.app, account.person).await;
    let everything = everything.map_err(|refusal| refused(&refusal, t))?;
    let mut sink = super::sink(output, t)?;
    serde_json::to_writer_pretty(&mut sink, &everything)?;
    writeln!(sink)?;
    sink.flush()?;
    Ok(())
}
