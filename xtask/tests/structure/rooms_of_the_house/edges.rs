//! Who may depend on whom, whatever the kind of dependency.

use super::tree::assert_none;
use std::collections::BTreeMap;
use std::path::Path;
use xtask::workspace::{self, Metadata};

/// A room of the house; several packages can be the same room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    Engine,
    Core,
    Store,
    Texts,
    TextsBuild,
    Assets,
    Look,
    Web,
    Commons,
    Documents,
    Module,
    Binary,
    Stories,
    Benches,
    Xtask,
}

use Room::{
    Assets, Benches, Binary, Commons, Core, Documents, Engine, Look, Module, Store, Stories, Texts, TextsBuild, Web,
    Xtask,
};

/// What the web brings to those above it.
const WEB_SIDE: [Room; 7] = [Core, Store, Texts, TextsBuild, Assets, Look, Web];

/// External crates that only these rooms may name: a heavy or dangerous thing has one door.
const DOORS: [(&str, &[Room]); 7] = [
    ("sqlx", &[Store]),
    ("typst", &[Documents]),
    ("krilla", &[Documents]),
    ("lettre", &[Web]),
    ("faer", &[Engine]),
    ("microlp", &[Engine]),
    ("highs", &[Engine]),
];

/// Rooms that compute and nothing else: what would let them read, write, wait or serve.
const PURE: [Room; 5] = [Engine, Core, Texts, Look, Documents];
const IMPURE: [&str; 11] = [
    "axum",
    "tower",
    "tower-http",
    "hyper",
    "reqwest",
    "tokio",
    "futures",
    "futures-util",
    "async-trait",
    "sqlx",
    "anyhow",
];

impl Room {
    fn of(folder: &Path) -> Option<Self> {
        let folder = folder.to_str()?;
        Some(match folder {
            "kernel/core" => Core,
            "kernel/store" => Store,
            "kernel/web" => Web,
            "kernel/web/texts" => Texts,
            "kernel/web/texts-build" => TextsBuild,
            "kernel/web/assets" => Assets,
            "kernel/web/look" => Look,
            "kernel/commons" => Commons,
            "documents" | "documents/pdf" => Documents,
            "bin/arpent" => Binary,
            "tests" => Stories,
            "benches" => Benches,
            "xtask" => Xtask,
            _ if folder.starts_with("engines/") => Engine,
            _ if folder.starts_with("modules/") => Module,
            _ => return None,
        })
    }

    fn may_use(self, other: Self) -> bool {
        match self {
            Engine | Core | Texts | Assets | Xtask => false,
            Store | Documents => other == Core,
            TextsBuild => other == Texts,
            Look => matches!(other, Core | Texts | TextsBuild | Assets),
            Web => WEB_SIDE.contains(&other),
            Commons => WEB_SIDE.contains(&other) || matches!(other, Engine | Documents),
            Module => WEB_SIDE.contains(&other) || matches!(other, Commons | Engine | Documents),
            Binary => !matches!(other, Stories | Benches | Xtask),
            Stories | Benches => !matches!(other, Stories | Benches | Xtask),
        }
    }
}

/// A package of ours: its name, its room, what it asks for.
struct Ours<'a> {
    name: &'a str,
    room: Option<Room>,
    uses: Vec<&'a str>,
}

fn ours<'a>(metadata: &'a Metadata, root: &Path) -> Vec<Ours<'a>> {
    let folder = |manifest: &'a Path| manifest.parent().and_then(|folder| folder.strip_prefix(root).ok());
    let uses = |package: &'a workspace::Package| package.dependencies.iter().map(|used| used.name.as_str()).collect();
    let members = metadata.members();
    members
        .map(|package| Ours {
            name: &package.name,
            room: folder(&package.manifest_path).and_then(Room::of),
            uses: uses(package),
        })
        .collect()
}

fn faults(packages: &[Ours<'_>]) -> Vec<String> {
    let rooms: BTreeMap<&str, Option<Room>> = packages.iter().map(|package| (package.name, package.room)).collect();
    let mut faults = Vec::new();
    for Ours { name, room, uses } in packages {
        let Some(room) = *room else {
            faults.push(format!("{name} is in no room of the design"));
            continue;
        };
        for used in uses {
            let allowed = match rooms.get(used) {
                Some(other) => other.is_some_and(|other| room.may_use(other)),
                None => room_may_name(room, used),
            };
            if !allowed {
                faults.push(format!("{name} ({room:?}) may not depend on {used}"));
            }
        }
    }
    faults
}

fn room_may_name(room: Room, external: &str) -> bool {
    let is_door =
        |door: &str| external == door || external.strip_prefix(door).is_some_and(|rest| rest.starts_with('-'));
    let closed = DOORS.iter().any(|(door, rooms)| is_door(door) && !rooms.contains(&room));
    let impure = PURE.contains(&room) && IMPURE.contains(&external);
    !(closed || impure)
}

#[test]
fn dependencies_run_one_way() {
    let root = workspace::root().unwrap();
    let metadata = Metadata::read(&root).unwrap();
    let packages = ours(&metadata, &root);
    assert!(packages.len() > 10, "cargo metadata lists the workspace");
    assert_none("edges that the design does not allow", &faults(&packages));
}

fn planted(room: Room, uses: &str) -> Vec<String> {
    let neighbours = [
        ("core", Core),
        ("web", Web),
        ("commons", Commons),
        ("budget", Module),
        ("survey", Engine),
        ("documents", Documents),
    ];
    let mut packages: Vec<Ours<'_>> =
        neighbours.map(|(name, room)| Ours { name, room: Some(room), uses: Vec::new() }).into();
    packages.push(Ours { name: "planted", room: Some(room), uses: vec![uses] });
    faults(&packages)
}

#[test]
fn an_edge_against_the_stream_is_seen() {
    let forbidden = [
        (Module, "budget"),
        (Commons, "budget"),
        (Web, "commons"),
        (Engine, "core"),
        (Engine, "survey"),
        (Documents, "web"),
        (Xtask, "core"),
        (Module, "sqlx"),
        (Module, "sqlx-core"),
        (Module, "typst-library"),
        (Engine, "tokio"),
        (Core, "axum"),
    ];
    for (room, uses) in forbidden {
        assert_eq!(planted(room, uses).len(), 1, "{room:?} → {uses}");
    }
}

#[test]
fn an_edge_with_the_stream_is_left_alone() {
    let allowed = [
        (Module, "commons"),
        (Module, "survey"),
        (Commons, "web"),
        (Commons, "documents"),
        (Binary, "budget"),
        (Store, "sqlx"),
    ];
    for (room, uses) in allowed {
        assert_eq!(planted(room, uses), Vec::<String>::new(), "{room:?} → {uses}");
    }
}

#[test]
fn a_package_outside_the_rooms_is_seen() {
    let stray = Ours { name: "stray", room: Room::of(Path::new("kernel/misc")), uses: Vec::new() };
    assert_eq!(faults(&[stray]), ["stray is in no room of the design"]);
}
