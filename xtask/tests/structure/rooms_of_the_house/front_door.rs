//! What a stranger reads first says the same as the code.

use super::tree::Tree;

#[test]
fn the_catalogue_and_the_journal_of_versions_name_this_version() {
    let tree = Tree::read();
    let version = env!("CARGO_PKG_VERSION");
    let catalogue = tree.text("publiccode.yml");
    assert!(catalogue.contains(&format!("softwareVersion: \"{version}\"")), "publiccode.yml: not {version}");
    assert!(tree.text("CHANGELOG.md").contains(&format!("## {version}")), "CHANGELOG.md has no entry for {version}");
}

#[test]
fn the_licence_is_the_same_everywhere() {
    let tree = Tree::read();
    assert!(tree.text("LICENSE").starts_with("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
    assert!(tree.text("publiccode.yml").contains("license: EUPL-1.2"));
    assert_eq!(env!("CARGO_PKG_LICENSE"), "EUPL-1.2");
}
