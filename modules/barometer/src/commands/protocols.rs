//! Beginning a barometer, writing its protocol, freezing it, opening the next version.

use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::text::{self, REASON, TITLE};
use arpent_core::digest::sha256;
use arpent_core::{Event, Id};
use arpent_store::StoreError;
use arpent_web::{Caller, Refusal};

use super::{barometer, scope};
use crate::PROTOCOL_EDIT;
use crate::domain::protocol::Protocol;
use crate::domain::wave::ProtocolVersion;
use crate::store::barometers::{self, BarometerRow};
use crate::store::protocols::{self, Frozen};
use crate::texts::Texts;

/// Begins a barometer in a démarche, with the draft of its first protocol.
///
/// # Errors
/// Not allowed, no title, a name already taken.
pub async fn begin(
    caller: &Caller,
    initiative: Id<Initiative>,
    title: &str,
    slug: &str,
    protocol: &Protocol,
) -> Result<(BarometerRow, Id<ProtocolVersion>), Refusal> {
    let tx = caller.begin(PROTOCOL_EDIT, scope(initiative)).await?;
    let title = text::required(title, "title", TITLE).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let row = BarometerRow { id: caller.id(), initiative, slug: slug.to_owned(), title };
    barometers::add(&tx, &row, caller.now()).await.map_err(|error| match error {
        StoreError::Duplicate { .. } => Refusal::field("title", "taken", |l| Texts::new(l).title_taken().into()),
        error => error.into(),
    })?;
    let version = caller.id();
    protocols::add(&tx, version, row.id, 1, protocol).await?;
    tx.commit(Event::new("barometer.created", "barometer", row.id).within(initiative)).await?;
    Ok((row, version))
}

/// The version of a protocol that someone is editing, with its barometer.
async fn draft(caller: &Caller, id: Id<ProtocolVersion>) -> Result<(ProtocolVersion, BarometerRow), Refusal> {
    let version = protocols::by_id(&caller.db, id).await?.ok_or(Refusal::NotFound)?;
    if version.frozen_at.is_some() {
        return Err(Refusal::rule("protocol-frozen", |l| Texts::new(l).protocol_frozen().into()));
    }
    let row = barometer(caller, version.barometer).await?;
    Ok((version, row))
}

/// Saves a draft protocol. `seen` is the version of the draft its editor had before her eyes.
///
/// # Errors
/// Not allowed, frozen meanwhile, or saved meanwhile by someone else.
pub async fn save(caller: &Caller, id: Id<ProtocolVersion>, seen: i64, protocol: &Protocol) -> Result<(), Refusal> {
    let (_, row) = draft(caller, id).await?;
    let tx = caller.begin(PROTOCOL_EDIT, scope(row.initiative)).await?;
    if !protocols::save(&tx, id, seen, protocol).await? {
        return Err(Refusal::rule("protocol-changed", |l| Texts::new(l).protocol_changed().into()));
    }
    tx.commit(Event::new("protocol.saved", "protocol", id).within(row.initiative)).await?;
    Ok(())
}

/// Freezes a draft: waves may then follow it, and nothing of it changes any more. For a version after the first, `note`
/// says in words what breaks the series of the `broken` questions.
///
/// # Errors
/// Not allowed, already frozen, faults to mend first, a break without words.
pub async fn freeze(
    caller: &Caller,
    id: Id<ProtocolVersion>,
    note: &str,
    broken: &[String],
) -> Result<String, Refusal> {
    let (version, row) = draft(caller, id).await?;
    let tx = caller.begin(PROTOCOL_EDIT, scope(row.initiative)).await?;
    let faults = version.protocol.faults();
    if !faults.is_empty() {
        let count = faults.len();
        return Err(Refusal::rule("protocol-faults", move |l| Texts::new(l).protocol_faults(count)));
    }
    let note = text::optional(note, "note", REASON).map_err(|problem| Refusal::Invalid(vec![problem]))?;
    if !broken.is_empty() && note.is_empty() {
        return Err(Refusal::field("note", "missing", |l| Texts::new(l).break_without_words().into()));
    }
    let sha256 = fingerprint(&version.protocol)?;
    let frozen = Frozen { sha256: &sha256, break_note: &note, broken, at: caller.now() };
    if !protocols::freeze(&tx, id, version.version, &frozen).await? {
        return Err(Refusal::rule("protocol-changed", |l| Texts::new(l).protocol_changed().into()));
    }
    let event = Event::new("protocol.frozen", "protocol", id).within(row.initiative);
    tx.commit(event.with("sha256", sha256.clone())).await?;
    Ok(sha256)
}

/// Opens the next version of a frozen protocol, as a draft that begins with the same words.
///
/// # Errors
/// Not allowed, or a draft is already open.
pub async fn open_version(caller: &Caller, row: &BarometerRow) -> Result<Id<ProtocolVersion>, Refusal> {
    let tx = caller.begin(PROTOCOL_EDIT, scope(row.initiative)).await?;
    let versions = protocols::of_barometer(&tx, row.id).await?;
    let latest = versions.first().ok_or(Refusal::NotFound)?;
    if latest.frozen_at.is_none() {
        return Err(Refusal::rule("draft-open", |l| Texts::new(l).draft_already_open().into()));
    }
    let id = caller.id();
    protocols::add(&tx, id, row.id, latest.number + 1, &latest.protocol).await?;
    tx.commit(Event::new("protocol.version_opened", "protocol", id).within(row.initiative)).await?;
    Ok(id)
}

/// SHA-256 of a protocol, in hexadecimal.
fn fingerprint(protocol: &Protocol) -> Result<String, StoreError> {
    Ok(sha256(protocols::document(protocol)?))
}
