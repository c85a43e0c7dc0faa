//! Bars of long commands: on the error output of a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that says what is under way.
pub(crate) fn bar(message: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(0).with_message(message);
    let style = ProgressStyle::with_template("{msg:36!} {bar:32} {pos}/{len} {eta}");
    if let Ok(style) = style {
        bar.set_style(style.progress_chars("━╸ "));
    }
    bar
}
