//! The one binary: reads the command line, does what it asks.

use std::process::ExitCode;

fn main() -> ExitCode {
    arpent::run(std::env::args_os())
}
