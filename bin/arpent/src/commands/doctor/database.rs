//! The database: does it answer, is it whole, is it ours, is someone in charge.

use arpent_core::{Clock as _, Role, SystemClock};
use arpent_store::{Db, Reads as _, StoreError, args, jobs, journal};
use arpent_web::identity::store::holders;
use jiff::{SignedDuration, Timestamp};

use super::Finding;
use crate::composition::{self, Schema};
use crate::instance;
use crate::logging::without_secret;
use crate::options::Options;
use crate::texts::Texts;

/// A clock this far behind the last thing that happened is wrong.
const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(2);

pub(super) async fn look(options: &Options, t: Texts) -> Vec<Finding> {
    if let Some(file) = options.database_file().filter(|file| !file.exists()) {
        return vec![Finding::danger(t.database_missing(file.display().to_string()), t.database_missing_next())];
    }
    let shown = without_secret(&options.database());
    let db = match instance::open(&options.database(), t).await {
        Ok(db) => db,
        Err(error) => return vec![Finding::danger(error.to_string(), t.doctor_database_next())],
    };
    let mut findings = vec![Finding::sound(t.doctor_database(&shown))];
    findings.extend(sound_file(options, t).await);
    match examine(&db, t).await {
        Ok(found) => findings.extend(found),
        Err(error) => findings.push(Finding::danger(t.doctor_unreadable(error.to_string()), t.restore_hint())),
    }
    db.close().await;
    findings
}

/// What only a file can suffer from.
async fn sound_file(options: &Options, t: Texts) -> Option<Finding> {
    let file = options.database_file()?;
    Some(match Db::check_file(&file).await {
        Ok(faults) if faults.is_empty() => Finding::sound(t.doctor_integrity()),
        Ok(faults) => Finding::danger(t.doctor_damaged(faults.join(", ")), t.restore_hint()),
        Err(error) => Finding::danger(t.doctor_damaged(error.to_string()), t.restore_hint()),
    })
}

async fn examine(db: &Db, t: Texts) -> Result<Vec<Finding>, StoreError> {
    let schema = schema(db, t).await;
    // Nothing more can be read of a schema that is not ours, or not yet there.
    if schema.level == super::Level::Danger {
        return Ok(vec![schema]);
    }
    let now = SystemClock.now();
    Ok(vec![
        schema,
        chain(db, t).await?,
        clock(db, now, t).await?,
        failed_jobs(db, t).await?,
        administrators(db, now, t).await?,
    ])
}

async fn schema(db: &Db, t: Texts) -> Finding {
    let (mut missing, mut unknown) = (0, 0);
    for Schema { migrations, applied } in composition::schemas() {
        // A room whose table is not there has applied nothing.
        let applied = db.one::<i64>(&applied, args![]).await.unwrap_or(0);
        let steps = i64::try_from(migrations.files.len()).unwrap_or(i64::MAX);
        missing += (steps - applied).max(0);
        unknown += (applied - steps).max(0);
    }
    match (missing, unknown) {
        (0, 0) => Finding::sound(t.doctor_schema()),
        (_, 1..) => Finding::danger(t.doctor_schema_newer(), t.doctor_schema_newer_next()),
        (missing, _) => Finding::danger(t.doctor_schema_behind(missing), t.doctor_schema_behind_next()),
    }
}

async fn chain(db: &Db, t: Texts) -> Result<Finding, StoreError> {
    let found = journal::verify(db).await?;
    let short: String = found.head.chars().take(12).collect();
    Ok(if found.faults.is_empty() {
        Finding::sound(t.doctor_journal(&short, found.lines))
    } else {
        Finding::danger(t.doctor_journal_faults(found.faults.len()), t.doctor_journal_next())
    })
}

async fn clock(db: &Db, now: Timestamp, t: Texts) -> Result<Finding, StoreError> {
    let last = journal::before(db, i64::MAX, None, 1).await?.first().map(|line| line.at);
    let behind = last.is_some_and(|last| last.duration_since(now) > CLOCK_TOLERANCE);
    let shown = arpent_texts::datetime(t.lang(), now);
    Ok(if behind {
        Finding::danger(t.doctor_clock_behind(&shown), t.doctor_clock_behind_next())
    } else {
        Finding::sound(t.doctor_clock(&shown))
    })
}

async fn failed_jobs(db: &Db, t: Texts) -> Result<Finding, StoreError> {
    Ok(match jobs::count(db, "failed").await? {
        0 => Finding::sound(t.doctor_jobs()),
        failed => Finding::attention(t.doctor_jobs_failed(failed), t.doctor_jobs_failed_next()),
    })
}

async fn administrators(db: &Db, now: Timestamp, t: Texts) -> Result<Finding, StoreError> {
    let count = holders(db, Role::Administrator, now).await?.len();
    Ok(if count == 0 {
        Finding::danger(t.doctor_no_administrator(), t.doctor_no_administrator_next())
    } else {
        Finding::sound(t.doctor_administrators(count))
    })
}
