//! Signing transcripts with the key of this site, in the form that `arpent count --sign-key` writes.

use arpent_core::chance::Chance;
use arpent_core::digest::hex;
use arpent_store::Tx;
use arpent_web::Refusal;
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::json;

use crate::store::keys;
use crate::texts::Texts;

/// The signature of some bytes by the key of this site (Ed25519, RFC 8032), as JSON. The first one draws the key.
pub(super) async fn sign(tx: &Tx, chance: &dyn Chance, bytes: &[u8]) -> Result<String, Refusal> {
    if keys::find(tx).await?.is_none() {
        let mut seed = [0_u8; 32];
        chance.fill(&mut seed);
        keys::add(tx, &hex(&seed), &hex(pair(&seed)?.public_key().as_ref())).await?;
    }
    // Another process may have drawn it first.
    let key = keys::find(tx).await?.ok_or_else(broken)?;
    let pair = pair(&bytes_of(&key.seed).ok_or_else(broken)?)?;
    let signature = json!({
        "algorithm": "Ed25519",
        "public_key": key.public_key,
        "signature": hex(pair.sign(bytes).as_ref()),
    });
    Ok(format!("{signature}\n"))
}

fn pair(seed: &[u8]) -> Result<Ed25519KeyPair, Refusal> {
    Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| broken())
}

fn bytes_of(hexadecimal: &str) -> Option<Vec<u8>> {
    let pairs = hexadecimal.as_bytes().chunks(2);
    pairs.map(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()).collect()
}

fn broken() -> Refusal {
    Refusal::rule("key-broken", |l| Texts::new(l).key_broken().into())
}
