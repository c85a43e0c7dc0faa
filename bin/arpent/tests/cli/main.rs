//! The command line as the person who hosts the server meets it, with the built binary.

mod copies;
mod doctor;
mod journal;
mod killed;
mod serving;
mod tools;
