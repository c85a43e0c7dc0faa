//! A geocoder, asked by the server: a visitor's browser calls nobody, and the geocoder never sees her address.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::sync::Semaphore;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use crate::domain::address::{self, Found, MOST};

/// Beyond, one does without: the places of this site are shown, and it is said that the rest did not answer.
const PATIENCE: Duration = Duration::from_secs(4);
/// Five places weigh three thousand bytes.
const MOST_BYTES: u64 = 128 * 1024;
/// Questions under way at once.
const AT_ONCE: usize = 4;

static UNDER_WAY: Semaphore = Semaphore::const_new(AT_ONCE);

/// Which machines may be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Those of the Internet: the address was typed by an administrator.
    Public,
    /// Any: whoever runs this server gave the address.
    Any,
}

/// Asks for an address; `None` when the geocoder does not answer, or not as one.
pub(crate) async fn ask(base: String, reach: Reach, words: &str) -> Option<Vec<Found>> {
    let _turn = UNDER_WAY.try_acquire().ok()?;
    let words: String = words.chars().take(address::LONGEST).collect();
    let asked = tokio::task::spawn_blocking(move || call(&base, reach, &words)).await.ok()?;
    asked.inspect_err(|error| tracing::warn!(%error, "the geocoder did not answer")).ok().flatten()
}

fn call(base: &str, reach: Reach, words: &str) -> Result<Option<Vec<Found>>, Error> {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .https_only(reach == Reach::Public)
        .max_redirects(0)
        .user_agent(concat!("Arpent/", env!("CARGO_PKG_VERSION")))
        .build();
    let agent = Agent::with_parts(config, DefaultConnector::default(), Guard(reach, DefaultResolver::default()));
    let asked = agent.get(format!("{base}/search/")).query("q", words).query("limit", MOST.to_string());
    let mut answer = asked.call()?;
    let text = answer.body_mut().with_config().limit(MOST_BYTES).read_to_string()?;
    Ok(address::read(&text))
}

/// Names that lead inside are not followed: what was resolved is what is called.
#[derive(Debug)]
struct Guard(Reach, DefaultResolver);

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.1.resolve(uri, config, timeout)?;
        if may_call(self.0, &found) { Ok(found) } else { Err(Error::HostNotFound) }
    }
}

/// One address inside is enough for a name not to be called: which of them is tried first is not ours to say.
fn may_call(reach: Reach, found: &[SocketAddr]) -> bool {
    reach == Reach::Any || found.iter().all(|one| address::is_public(one.ip()))
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread::JoinHandle;

    use super::*;

    /// A machine that answers once; gives what it was asked.
    fn machine(answer: String) -> (String, JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let served = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a call");
            let mut asked = [0_u8; 2048];
            let read = stream.read(&mut asked).expect("a question");
            stream.write_all(answer.as_bytes()).expect("an answer");
            String::from_utf8_lossy(&asked[..read]).into_owned()
        });
        (base, served)
    }

    fn said(body: &str) -> String {
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
    }

    #[tokio::test]
    async fn a_geocoder_is_asked_in_the_shape_of_the_national_base() {
        let (base, served) = machine(said(
            r#"{"features":[{"geometry":{"coordinates":[7.75,48.58]},"properties":{"label":"Quai des Pêcheurs"}}]}"#,
        ));
        let found = ask(base, Reach::Any, "quai des pêcheurs").await.expect("an answer");
        assert_eq!(found[0].label, "Quai des Pêcheurs");
        let asked = served.join().expect("a question");
        assert!(asked.starts_with("GET /search/?q=quai%20des%20p%C3%AAcheurs&limit=5 HTTP/1.1"), "{asked}");
    }

    #[tokio::test]
    async fn another_place_a_long_answer_and_no_answer_are_no_answer() {
        let elsewhere = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n".to_owned();
        let long = said(&" ".repeat(200_000));
        for answer in [elsewhere, long, said("<html>"), "HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n".to_owned()] {
            let (base, _served) = machine(answer);
            assert_eq!(ask(base, Reach::Any, "quai").await, None);
        }
        assert_eq!(ask("http://127.0.0.1:9".to_owned(), Reach::Any, "quai").await, None);
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_not_called() {
        assert_eq!(ask("https://localhost:9".to_owned(), Reach::Public, "quai").await, None);
        let found = |addresses: &[&str]| -> Vec<SocketAddr> {
            addresses.iter().map(|one| format!("{one}:443").parse().expect("an address")).collect()
        };
        assert!(may_call(Reach::Public, &found(&["185.75.143.12"])));
        assert!(!may_call(Reach::Public, &found(&["185.75.143.12", "169.254.169.254"])));
        assert!(may_call(Reach::Any, &found(&["127.0.0.1"])));
    }
}
