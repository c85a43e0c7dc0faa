//! The stories of this module, told through its pages on both databases.

mod api;
mod assigning;
mod contributing;
mod discussing;
mod exporting;
mod importing;
mod permissions;
mod town;
mod understanding;
