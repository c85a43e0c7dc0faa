//! What everyone may read: files of the pages, the state of the service, the description of the API, search, and the
//! pages that say what this site is and what it keeps.

pub mod about;
pub mod api;
pub mod files;
pub mod health;
pub mod search;
