//! Who we build upon: licences, banned crates, sources; the same for the node packages.

use crate::licences::{Ban, Policy};
use crate::workspace::{Metadata, Package};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// Checks every crate and node package against `deny.toml`, and runs `cargo deny` when it is there. Fails with each
/// objection.
pub fn run(root: &Path) -> Result<String> {
    let policy = Policy::read(root)?;
    let metadata = Metadata::read(root)?;
    let packages = NodePackages::read(root)?;
    let mut objections = of_crates(&policy, &metadata);
    objections.extend(packages.objections(&policy));
    if !objections.is_empty() {
        bail!("{} objection(s)\n{}", objections.len(), objections.join("\n"));
    }
    let known = format!("{} crates, {} node packages", metadata.resolve.nodes.len(), packages.packages.len());
    Ok(format!("{known}; {}", cargo_deny(root)?))
}

/// What the policy has against the crates of the graph.
fn of_crates(policy: &Policy, metadata: &Metadata) -> Vec<String> {
    let in_use = metadata.in_use();
    let foreign = in_use.iter().filter(|(package, _)| package.source.is_some());
    let licences =
        foreign.clone().filter_map(|(package, _)| policy.objection(&package.name, package.license.as_deref()));
    let sources = foreign.filter_map(|(package, _)| of_source(package));
    let bans = policy.bans.deny.iter().flat_map(|ban| of_ban(ban, &in_use));
    licences.chain(sources).chain(bans).collect()
}

fn of_source(package: &Package) -> Option<String> {
    let source = package.source.as_deref()?;
    (!source.starts_with("registry+")).then(|| format!("{}: comes from {source}, not from the registry", package.name))
}

fn of_ban(ban: &Ban, in_use: &[(&Package, Vec<&Package>)]) -> Vec<String> {
    let found: Vec<_> = in_use.iter().filter(|(package, _)| package.name == ban.name).collect();
    if ban.only_once {
        let versions: Vec<&str> = found.iter().map(|(package, _)| package.version.as_str()).collect();
        let twice = versions.len() > 1;
        return twice
            .then(|| format!("{} comes in versions {}: {}", ban.name, versions.join(" and "), ban.reason))
            .into_iter()
            .collect();
    }
    let users = found.iter().flat_map(|(_, users)| users).filter(|user| !ban.wrappers.contains(&user.name));
    users.map(|user| format!("{} is used by {}: {}", ban.name, user.name, ban.reason)).collect()
}

/// The npm lock file, as far as licences go.
#[derive(Debug, Default, Deserialize)]
struct NodePackages {
    packages: BTreeMap<String, NodePackage>,
}

#[derive(Debug, Deserialize)]
struct NodePackage {
    license: Option<String>,
}

impl NodePackages {
    fn read(root: &Path) -> Result<Self> {
        let lock = root.join("web/package-lock.json");
        if !lock.exists() {
            return Ok(Self::default());
        }
        let mut packages: Self = serde_json::from_slice(&std::fs::read(lock)?).context("web/package-lock.json")?;
        packages.packages.remove("");
        Ok(packages)
    }

    fn objections(&self, policy: &Policy) -> Vec<String> {
        let named = self.packages.iter().map(|(path, package)| (path.trim_start_matches("node_modules/"), package));
        named.filter_map(|(name, package)| policy.objection(name, package.license.as_deref())).collect()
    }
}

/// `cargo deny`, when this machine has it: the same rules by another hand, and the known vulnerabilities.
fn cargo_deny(root: &Path) -> Result<&'static str> {
    let installed = Command::new("cargo-deny").arg("--version").output().is_ok_and(|output| output.status.success());
    if !installed {
        return Ok("cargo-deny is not installed, known vulnerabilities were NOT looked up");
    }
    let rules = deny(root, &["bans", "licenses", "sources"])?;
    if !rules.status.success() {
        bail!("cargo deny objects\n{}", String::from_utf8_lossy(&rules.stderr));
    }
    let vulnerabilities = deny(root, &["advisories"])?;
    match String::from_utf8_lossy(&vulnerabilities.stderr) {
        _ if vulnerabilities.status.success() => Ok("cargo deny agrees, no known vulnerability"),
        words if words.contains("failed to fetch") => {
            Ok("cargo deny agrees; its advisory database is out of reach, known vulnerabilities were NOT looked up")
        }
        words => bail!("cargo deny knows a vulnerability\n{words}"),
    }
}

fn deny(root: &Path, checks: &[&str]) -> Result<Output> {
    let mut command = Command::new("cargo-deny");
    command.current_dir(root).args(["--log-level", "error", "check", "--hide-inclusion-graph"]);
    command.args(checks).output().context("cargo deny")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, version: &str) -> serde_json::Value {
        json!({ "id": format!("{name}-{version}"), "name": name, "version": version, "license": "MIT",
                "source": "registry+index", "manifest_path": "Cargo.toml", "dependencies": [] })
    }

    /// Two versions of `sqlite`, and a `clock` used by `login` and by `budget`.
    fn graph() -> Metadata {
        let packages = [("sqlite", "1"), ("sqlite", "2"), ("clock", "1"), ("login", "1"), ("budget", "1")]
            .map(|(n, v)| package(n, v));
        let nodes = json!([
            { "id": "sqlite-1", "dependencies": [] }, { "id": "sqlite-2", "dependencies": [] },
            { "id": "clock-1", "dependencies": [] }, { "id": "login-1", "dependencies": ["clock-1"] },
            { "id": "budget-1", "dependencies": ["clock-1"] },
        ]);
        let whole = json!({ "packages": packages, "workspace_members": [], "resolve": { "nodes": nodes }, "target_directory": "" });
        serde_json::from_value(whole).unwrap()
    }

    fn objections_to(policy: &str) -> Vec<String> {
        of_crates(&toml::from_str(policy).unwrap(), &graph())
    }

    #[test]
    fn a_banned_crate_names_who_brings_it_unless_that_is_a_wrapper() {
        let objections = objections_to(
            r#"licenses.allow = ["MIT"]
               bans.deny = [{ crate = "clock", wrappers = ["login"], reason = "time is a parameter" }]"#,
        );
        assert_eq!(objections, ["clock is used by budget: time is a parameter"]);
    }

    #[test]
    fn a_crate_that_must_be_alone_is_refused_twice() {
        let objections = objections_to(
            r#"licenses.allow = ["MIT"]
               bans.deny = [{ crate = "sqlite", deny-multiple-versions = true, reason = "files" }]"#,
        );
        assert_eq!(objections, ["sqlite comes in versions 1 and 2: files"]);
    }

    #[test]
    fn every_crate_has_an_accepted_licence() {
        let objections = objections_to("licenses.allow = ['ISC']\nbans.deny = []");
        assert_eq!(objections.len(), 5);
    }

    #[test]
    fn node_packages_follow_the_same_list() {
        let lock = r#"{ "packages": { "node_modules/idb": { "license": "ISC" }, "node_modules/odd": {} } }"#;
        let packages: NodePackages = serde_json::from_str(lock).unwrap();
        let policy: Policy = toml::from_str("licenses.allow = ['ISC']\nbans.deny = []").unwrap();
        assert_eq!(packages.objections(&policy), ["odd: no SPDX licence is given"]);
    }
}
