//! What surrounds the database: the folder, the address, the mail relay.

use std::time::Duration;

use axum::http::Uri;
use tokio::net::TcpStream;

use super::Finding;
use crate::instance;
use crate::logging::without_secret;
use crate::options::Options;
use crate::texts::Texts;

const MEBIBYTE: u64 = 1024 * 1024;
/// Less than this and the next backup may fill the disk.
const LITTLE_SPACE: u64 = 1024 * MEBIBYTE;
/// Less than this and the next contribution may not be kept.
const NO_SPACE: u64 = 100 * MEBIBYTE;
/// A mail relay that has not answered by then does not answer.
const RELAY_PATIENCE: Duration = Duration::from_secs(5);

pub(super) fn folder(options: &Options, t: Texts) -> Vec<Finding> {
    let folder = &options.data_dir;
    let shown = folder.display().to_string();
    if !folder.exists() {
        return vec![Finding::danger(t.doctor_folder_missing(&shown), t.doctor_folder_missing_next())];
    }
    if instance::prepare_folder(folder, t).is_err() {
        return vec![Finding::danger(t.folder_not_writable(&shown), t.folder_not_writable_next())];
    }
    let space = fs4::available_space(folder).unwrap_or(0);
    vec![Finding::sound(t.doctor_folder(&shown)), free(space, t)]
}

fn free(space: u64, t: Texts) -> Finding {
    let mebibytes = space / MEBIBYTE;
    match space {
        0..NO_SPACE => Finding::danger(t.doctor_space(mebibytes), t.doctor_space_next()),
        NO_SPACE..LITTLE_SPACE => Finding::attention(t.doctor_space(mebibytes), t.doctor_space_next()),
        _ => Finding::sound(t.doctor_space(mebibytes)),
    }
}

pub(super) fn address(options: &Options, t: Texts) -> Finding {
    let base = options.config().base_url;
    let Some((scheme, host)) = parts(&base) else {
        return Finding::danger(t.doctor_address_unreadable(&base), t.doctor_address_unreadable_next());
    };
    let local = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"].contains(&host.as_str());
    match scheme.as_str() {
        "https" => Finding::sound(t.doctor_address(&base)),
        "http" if local => Finding::attention(t.doctor_address_local(&base), t.doctor_address_local_next()),
        "http" => Finding::danger(t.doctor_address_clear(&base), t.doctor_address_clear_next()),
        _ => Finding::danger(t.doctor_address_unreadable(&base), t.doctor_address_unreadable_next()),
    }
}

fn parts(address: &str) -> Option<(String, String)> {
    let uri: Uri = address.parse().ok()?;
    Some((uri.scheme_str()?.to_owned(), uri.host()?.to_owned()))
}

pub(super) async fn mail(options: &Options, t: Texts) -> Finding {
    let Some(url) = options.config().smtp_url else {
        return Finding::attention(t.doctor_mail_folder(), t.doctor_mail_folder_next());
    };
    let shown = without_secret(&url);
    let Some(relay) = relay(&url) else {
        return Finding::danger(t.doctor_mail_unreadable(&shown), t.doctor_mail_unreadable_next());
    };
    match tokio::time::timeout(RELAY_PATIENCE, TcpStream::connect(&relay)).await {
        Ok(Ok(_)) => Finding::sound(t.doctor_mail(&shown)),
        Ok(Err(error)) => Finding::danger(t.doctor_mail_silent(error.to_string(), &shown), t.doctor_mail_silent_next()),
        Err(late) => Finding::danger(t.doctor_mail_silent(late.to_string(), &shown), t.doctor_mail_silent_next()),
    }
}

/// `host:port` of a relay.
fn relay(url: &str) -> Option<String> {
    let uri: Uri = url.split('?').next()?.parse().ok()?;
    let port = match uri.scheme_str()? {
        "smtps" => 465,
        "smtp" if url.contains("tls=") => 587,
        "smtp" => 25,
        _ => return None,
    };
    Some(format!("{}:{}", uri.host()?, uri.port_u16().unwrap_or(port)))
}

#[cfg(test)]
mod tests {
    use super::relay;

    #[test]
    fn a_relay_has_the_port_of_its_scheme() {
        assert_eq!(relay("smtps://a:b@relais.example").as_deref(), Some("relais.example:465"));
        assert_eq!(relay("smtp://relais.example?tls=required").as_deref(), Some("relais.example:587"));
        assert_eq!(relay("smtp://relais.example:2525").as_deref(), Some("relais.example:2525"));
        assert_eq!(relay("relais.example"), None);
    }
}
