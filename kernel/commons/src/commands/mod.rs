//! One function per thing that can happen: permission, rule, write and event, in one transaction.

pub mod addresses;
pub mod answers;
pub mod closing;
pub mod commitments;
pub mod contributions;
pub mod decisions;
pub mod experiments;
pub mod initiatives;
pub mod meetings;
pub mod metrics;
pub mod notes;
pub mod options;
pub mod outputs;
pub mod people;
pub mod places;
pub mod sign_ups;
pub mod themes;
