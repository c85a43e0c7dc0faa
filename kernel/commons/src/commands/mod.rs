//! One function per thing that can happen: permission, rule, write and event, in one transaction.

pub mod answers;
pub mod contributions;
pub mod initiatives;
pub mod people;
pub mod themes;
