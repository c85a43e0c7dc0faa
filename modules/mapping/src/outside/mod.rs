//! What this module asks of other machines, and the files it reads beside the database.

pub(crate) mod geocoder;
pub(crate) mod tiles;
