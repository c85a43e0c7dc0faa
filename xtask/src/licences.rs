//! The policy of `deny.toml`, and whether an SPDX expression keeps to it.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;

/// What Arpent accepts from others.
#[derive(Debug, Deserialize)]
pub struct Policy {
    licenses: Licences,
    /// Crates that may not come in, or only under conditions.
    pub bans: Bans,
}

#[derive(Debug, Deserialize)]
struct Licences {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

#[derive(Debug, Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

/// The `[bans]` of `deny.toml`.
#[derive(Debug, Deserialize)]
pub struct Bans {
    /// Each with its conditions.
    pub deny: Vec<Ban>,
}

/// A crate that may not come in.
#[derive(Debug, Deserialize)]
pub struct Ban {
    /// Its name.
    #[serde(rename = "crate")]
    pub name: String,
    /// Why.
    pub reason: String,
    /// The only crates that may use it, when there are any.
    #[serde(default)]
    pub wrappers: Vec<String>,
    /// It may come in, but once.
    #[serde(default, rename = "deny-multiple-versions")]
    pub only_once: bool,
}

impl Policy {
    /// Reads `deny.toml` at the root of the workspace. Fails when it cannot be read.
    pub fn read(root: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(root.join("deny.toml")).context("deny.toml")?;
        toml::from_str(&text).context("deny.toml")
    }

    /// Why a package's licence is refused; none when it keeps to the policy.
    pub fn objection(&self, package: &str, licence: Option<&str>) -> Option<String> {
        let Some(licence) = licence.filter(|text| !text.is_empty()) else {
            return Some(format!("{package}: no SPDX licence is given"));
        };
        match spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX) {
            Ok(expression) => {
                let kept = expression.evaluate(|wanted| self.allows(package, &wanted.to_string()));
                (!kept).then(|| format!("{package}: '{licence}' is not in the allow-list of deny.toml"))
            }
            Err(_) => Some(format!("{package}: '{licence}' is not an SPDX expression")),
        }
    }

    fn allows(&self, package: &str, licence: &str) -> bool {
        let exceptions = self.licenses.exceptions.iter().filter(|exception| exception.name == package);
        let allowed = exceptions.flat_map(|exception| &exception.allow).chain(&self.licenses.allow);
        allowed.into_iter().any(|allowed| allowed == licence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        toml::from_str(
            r#"
            licenses.allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
            licenses.exceptions = [{ crate = "webpki-roots", allow = ["CDLA-Permissive-2.0"] }]
            bans.deny = []
            "#,
        )
        .unwrap()
    }

    #[test]
    fn one_accepted_side_of_a_choice_is_enough() {
        assert_eq!(policy().objection("a", Some("GPL-3.0-only OR MIT")), None);
        assert_eq!(policy().objection("a", Some("MIT/Apache-2.0")), None);
        assert_eq!(policy().objection("a", Some("Apache-2.0 WITH LLVM-exception")), None);
    }

    #[test]
    fn every_side_of_a_sum_must_be_accepted() {
        assert!(policy().objection("a", Some("MIT AND GPL-3.0-only")).is_some());
    }

    #[test]
    fn an_exception_is_for_one_package() {
        assert_eq!(policy().objection("webpki-roots", Some("CDLA-Permissive-2.0")), None);
        assert!(policy().objection("other", Some("CDLA-Permissive-2.0")).is_some());
    }

    #[test]
    fn silence_and_free_text_are_refused() {
        assert!(policy().objection("a", None).is_some());
        assert!(policy().objection("a", Some("SEE LICENSE IN LICENSE.md")).is_some());
    }
}
