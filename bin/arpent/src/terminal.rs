//! What is said to the person at the terminal. A closed pipe (`arpent export … | head`) is not an error.

use std::io::{self, Write as _};

/// A line on the standard output: what was asked for.
pub(crate) fn say(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{text}");
}

/// A line on the error output: what went wrong, or how far it is.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
