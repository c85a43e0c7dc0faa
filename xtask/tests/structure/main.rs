//! The rules that keep the rooms apart, as tests over `cargo metadata` and the files of the tree. Each rule is a
//! function from what it reads to the faults it finds, so that a planted fault proves that it bites.
#![expect(clippy::unwrap_used, reason = "a rule that cannot read what it judges has failed")]

mod rooms_of_the_house {
    mod edges;
    mod front_door;
    mod inside;
    mod node_packages;
    mod sentences;
    mod sizes;
    mod source;
    mod tables;
    mod tree;
}
