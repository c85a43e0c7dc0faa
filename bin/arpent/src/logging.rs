//! Structured logs on the error output: text for a person at a terminal, JSON for a collector. Secrets are never
//! logged: addresses of databases and relays pass through [`without_secret`], requests are logged by route.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;

use crate::options::{LogFormat, Options};

/// Starts logging for this process; a second call changes nothing. A server tells what it does, other commands only
/// what goes wrong, unless asked otherwise.
pub(crate) fn start(options: &Options, serving: bool) {
    let usual = if serving { "info" } else { "warn" };
    let filter = EnvFilter::builder().parse_lossy(options.log_level.as_deref().unwrap_or(usual));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let terminal = io::stderr().is_terminal();
    let format = options.log.unwrap_or(if terminal { LogFormat::Text } else { LogFormat::Json });
    let _ = match format {
        LogFormat::Text => builder.with_ansi(terminal).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
}

/// An address (database, relay) as it may be said or logged: user and password hidden.
pub(crate) fn without_secret(address: &str) -> String {
    match (address.find("://"), address.rfind('@')) {
        (Some(scheme), Some(at)) if scheme + 3 < at => format!("{}://***{}", &address[..scheme], &address[at..]),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_secret;

    #[test]
    fn a_password_is_never_said() {
        assert_eq!(without_secret("smtps://arpent:s3cr@t@relais.example:465"), "smtps://***@relais.example:465");
        assert_eq!(without_secret("data/arpent.db"), "data/arpent.db");
    }
}
