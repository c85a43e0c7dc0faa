//! Minutes in a file, and their signature beside it.

use std::fs;
use std::path::Path;

use anyhow::Result;
use arpent_core::digest::hex;
use arpent_participatory_budget::transcript::transcript;
use arpent_participatory_budget::{Election, Options, Outcome};
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::json;

use super::unwritable;
use crate::texts::Texts;
use crate::trouble::trouble;

/// Writes the canonical bytes to `path`; with a key, their Ed25519 signature (RFC 8032) to the same name followed by `.sig`.
pub(super) fn write(
    path: &Path,
    key: Option<&Path>,
    election: &Election,
    options: &Options,
    outcome: &Outcome,
    digest: &str,
    t: Texts,
) -> Result<()> {
    let minutes = transcript(election, options, outcome, digest);
    let signature = key.map(|key| signature(key, &minutes, t)).transpose()?;
    fs::write(path, &minutes).map_err(|error| unwritable(path, error, t))?;
    if let Some(signature) = signature {
        let mut name = path.as_os_str().to_owned();
        name.push(".sig");
        fs::write(&name, signature).map_err(|error| unwritable(Path::new(&name), error, t))?;
    }
    Ok(())
}

fn signature(key: &Path, minutes: &[u8], t: Texts) -> Result<String> {
    let unusable = |why: String| trouble(t.count_key(key.display().to_string()), why, t.count_key_next());
    let bytes = fs::read(key).map_err(|error| unusable(error.to_string()))?;
    let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(&bytes).map_err(|error| unusable(error.to_string()))?;
    let signature = json!({
        "algorithm": "Ed25519",
        "public_key": hex(pair.public_key().as_ref()),
        "signature": hex(pair.sign(minutes).as_ref()),
    });
    Ok(format!("{signature}\n"))
}
