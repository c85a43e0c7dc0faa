#![doc = include_str!("../README.md")]

pub mod chance;
pub mod clock;
pub mod digest;
pub mod disclosure;
pub mod event;
pub mod figure;
pub mod gate;
pub mod id;
pub mod manifest;
pub mod money;
pub mod permission;
pub mod verdict;

pub use chance::{Chance, SeededChance, SystemChance};
pub use clock::{Clock, FixedClock, SystemClock};
pub use event::{Event, Subject};
pub use gate::{Gate, Unmet};
pub use id::Id;
pub use manifest::{EventKind, Manifest};
pub use permission::{Actor, Grant, Permission, Role, Scope};
