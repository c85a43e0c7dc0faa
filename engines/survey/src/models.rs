//! What goes with satisfaction: regressions whose standard errors come from the design (Binder 1983), and how the
//! explained share divides between drivers. None of it says what causes what.

mod error;
mod glm;
mod ordinal;
mod parallel;
mod qr;
mod shares;
mod subsets;

pub use error::ModelError;
pub use glm::{Coefficient, Family, Glm, GlmFit};
pub use ordinal::{Ordinal, OrdinalFit};
pub use parallel::{ParallelLines, parallel_lines};
pub use shares::{Driver, DriverShares, driver_shares};
