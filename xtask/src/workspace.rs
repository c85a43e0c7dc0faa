//! What cargo and git know of the tree: packages, their edges, the files that belong to it.

use crate::terminal::cargo;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The part of `cargo metadata` that the checks read.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    /// Every package of the graph, ours and others'.
    pub packages: Vec<Package>,
    /// Identities of the packages of this workspace.
    pub workspace_members: Vec<String>,
    /// Which package was resolved to which others, features applied.
    pub resolve: Resolve,
    /// Where cargo puts what it builds.
    pub target_directory: PathBuf,
}

/// A package of the graph.
#[derive(Debug, Deserialize)]
pub struct Package {
    /// Identity, unique in the graph.
    pub id: String,
    /// Name on the registry or in the workspace.
    pub name: String,
    /// Version.
    pub version: String,
    /// SPDX expression, when the package gives one.
    pub license: Option<String>,
    /// Registry or repository it comes from; none for a package of the workspace.
    pub source: Option<String>,
    /// Its `Cargo.toml`.
    pub manifest_path: PathBuf,
    /// What its manifest asks for, optional and development dependencies included.
    pub dependencies: Vec<Dependency>,
}

/// A line of a manifest's dependencies.
#[derive(Debug, Deserialize)]
pub struct Dependency {
    /// Name of the package asked for.
    pub name: String,
}

/// The resolved graph.
#[derive(Debug, Deserialize)]
pub struct Resolve {
    /// One node per package in use.
    pub nodes: Vec<Node>,
}

/// A package in use, and what it uses.
#[derive(Debug, Deserialize)]
pub struct Node {
    /// Identity of the package.
    pub id: String,
    /// Identities of the packages it was resolved to.
    pub dependencies: Vec<String>,
}

impl Metadata {
    /// Asks cargo for the graph of the workspace at `root`. Fails when cargo does.
    pub fn read(root: &Path) -> Result<Self> {
        let output = cargo(root)
            .args(["metadata", "--format-version", "1"])
            .stderr(std::process::Stdio::inherit())
            .output()
            .context("cargo metadata")?;
        ensure!(output.status.success(), "cargo metadata failed");
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// The packages of the workspace.
    pub fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }

    /// The packages that are really compiled, each with those that use it.
    pub fn in_use(&self) -> Vec<(&Package, Vec<&Package>)> {
        let by_id: HashMap<&str, &Package> = self.packages.iter().map(|p| (p.id.as_str(), p)).collect();
        let package = |node: &Node| by_id.get(node.id.as_str()).copied();
        let users = |id: &str| {
            let nodes = self.resolve.nodes.iter();
            nodes.filter(|node| node.dependencies.iter().any(|used| used == id)).filter_map(package).collect()
        };
        self.resolve.nodes.iter().filter_map(|node| Some((package(node)?, users(&node.id)))).collect()
    }
}

/// The workspace's folder. Fails when this crate was moved out of it.
pub fn root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has a parent folder")?;
    ensure!(root.join("Cargo.lock").exists(), "no Cargo.lock beside xtask/: run inside the workspace");
    Ok(root.to_path_buf())
}

/// Paths, from the root, of every file that belongs to the tree: known to git or new and not ignored. Fails when git
/// does.
pub fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let output = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .context("git ls-files")?;
    ensure!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout)?;
    let mut files: Vec<PathBuf> = listed.split_terminator('\0').map(PathBuf::from).collect();
    files.retain(|file| root.join(file).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}
