//! What a visitor's browser is made to run that is not ours: few packages, each known with its licence.

use super::tree::{Tree, assert_none};
use serde_json::Value;

const MOST: usize = 8;

/// Direct run-time packages of `web/package.json`, with their licences.
const KNOWN: [(&str, &str); 0] = [];

fn faults(manifest: &Value, lock: &Value, known: &[(&str, &str)]) -> Vec<String> {
    let asked: Vec<&String> = manifest["dependencies"].as_object().map(|all| all.keys().collect()).unwrap_or_default();
    let mut faults = Vec::new();
    if asked.len() > MOST {
        faults.push(format!("{} direct run-time packages, {MOST} at most", asked.len()));
    }
    for name in &asked {
        let licence = lock["packages"][format!("node_modules/{name}")]["license"].as_str();
        match known.iter().find(|(known, _)| known == name) {
            None => faults.push(format!("{name} ({licence:?}) is not in the list")),
            Some((_, listed)) if licence != Some(listed) => {
                faults.push(format!("{name} is listed as {listed}, its lock says {licence:?}"));
            }
            Some(_) => {}
        }
    }
    let gone = known.iter().filter(|(name, _)| !asked.iter().any(|asked| asked == name));
    faults.extend(gone.map(|(name, _)| format!("{name} is in the list and no longer used")));
    faults
}

#[test]
fn run_time_packages_are_few_and_known() {
    let tree = Tree::read();
    let read = |file: &str| serde_json::from_str(&tree.text(file)).unwrap();
    let found = faults(&read("web/package.json"), &read("web/package-lock.json"), &KNOWN);
    assert_none("run-time npm packages", &found);
}

#[test]
fn an_unknown_package_a_changed_licence_and_a_stale_line_are_seen() {
    let manifest = serde_json::json!({ "dependencies": { "idb": "8", "yjs": "13" } });
    let lock = serde_json::json!({ "packages": {
        "node_modules/idb": { "license": "ISC" }, "node_modules/yjs": { "license": "MIT" } } });
    let found = faults(&manifest, &lock, &[("idb", "MIT"), ("pmtiles", "BSD-3-Clause")]);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(faults(&manifest, &lock, &[("idb", "ISC"), ("yjs", "MIT")]), Vec::<String>::new());
}

#[test]
fn more_than_eight_are_too_many() {
    let names = (0..9).map(|n| (format!("package-{n}"), Value::from("1")));
    let manifest = serde_json::json!({ "dependencies": names.collect::<serde_json::Map<_, _>>() });
    assert!(faults(&manifest, &Value::Null, &[])[0].starts_with("9 direct run-time packages"));
}
