//! The rules of worksites: what must be known before one is published, who gets a seat, how many minors for how many
//! adults, what half-days a shift takes, when its debrief is due. No input, no output.

pub mod debrief;
pub mod shift;
pub mod stock;
pub mod volunteer;
pub mod worksite;
