//! Minutes compared with a count made here, and the signature beside them.

use std::fs;
use std::path::Path;

use anyhow::Result;
use arpent_core::digest::sha256;
use arpent_participatory_budget::transcript::transcript;
use arpent_participatory_budget::{Election, Options, Outcome};
use ring::signature::{ED25519, UnparsedPublicKey};
use serde_json::Value as Json;

use crate::texts::Texts;
use crate::trouble::trouble;

/// What is compared.
pub(super) struct Told<'a> {
    /// The minutes; their signature is the same name followed by `.sig`.
    pub(super) minutes: &'a Path,
    /// The key that must have signed them, in hexadecimal.
    pub(super) public_key: Option<&'a str>,
}

/// Counts again what the minutes tell and verifies their signature (Ed25519, RFC 8032); what was found, in words.
pub(super) fn check(
    told: &Told<'_>,
    counted: (&Election, &Options, &Outcome),
    file: &[u8],
    t: Texts,
) -> Result<String> {
    let shown = told.minutes.display().to_string();
    let unreadable = |error: std::io::Error| trouble(t.count_unreadable(&shown), error, t.count_unreadable_next());
    let minutes = fs::read(told.minutes).map_err(unreadable)?;
    let (election, options, outcome) = counted;
    let ours = transcript(election, options, outcome, &sha256(file));
    if ours != minutes {
        return Err(trouble(t.count_differs(&shown), differing(&ours, &minutes, t), t.count_differs_next()));
    }
    let mut name = told.minutes.as_os_str().to_owned();
    name.push(".sig");
    let signed = match fs::read_to_string(&name) {
        Ok(signature) => t.count_signed(signed_by(&signature, &minutes, told.public_key, t)?),
        Err(error) if told.public_key.is_some() => {
            return Err(trouble(t.count_unreadable(name.to_string_lossy()), error, t.count_unreadable_next()));
        }
        Err(_) => t.count_unsigned(name.to_string_lossy()),
    };
    Ok([t.count_agrees(&shown), signed].join("\n"))
}

/// The parts of minutes that are not those of the count made here.
fn differing(ours: &[u8], minutes: &[u8], t: Texts) -> String {
    let read = |bytes: &[u8]| serde_json::from_slice::<Json>(bytes).ok();
    let (Some(Json::Object(ours)), Some(Json::Object(theirs))) = (read(ours), read(minutes)) else {
        return t.count_differs_form().to_owned();
    };
    let names: Vec<&str> =
        ours.iter().filter(|(name, value)| theirs.get(*name) != Some(value)).map(|(name, _)| name.as_str()).collect();
    t.count_differs_in(names.join(", "))
}

/// The key that signed some bytes.
fn signed_by(signature: &str, bytes: &[u8], expected: Option<&str>, t: Texts) -> Result<String> {
    let refused = || trouble(t.count_forged(), "", t.count_forged_next());
    let read: Json = serde_json::from_str(signature).map_err(|_| refused())?;
    let text = |name: &str| read.get(name).and_then(Json::as_str).ok_or_else(refused);
    let (key, signed) = (text("public_key")?, text("signature")?);
    if let Some(expected) = expected.filter(|expected| !expected.eq_ignore_ascii_case(key)) {
        return Err(trouble(t.count_other_key(key), expected, t.count_forged_next()));
    }
    let (bytes_of_key, signed) = bytes_of(key).zip(bytes_of(signed)).ok_or_else(refused)?;
    UnparsedPublicKey::new(&ED25519, bytes_of_key).verify(bytes, &signed).map_err(|_| refused())?;
    Ok(key.to_owned())
}

fn bytes_of(hexadecimal: &str) -> Option<Vec<u8>> {
    let pairs = hexadecimal.as_bytes().chunks(2);
    pairs.map(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()).collect()
}
