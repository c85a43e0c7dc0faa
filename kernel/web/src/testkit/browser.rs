//! A browser without a screen.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::Value as Json;
use tower::ServiceExt as _;

use crate::encode::query;

/// Redirections followed before giving up.
const MOST_REDIRECTIONS: usize = 5;
const BOUNDARY: &str = "arpent-test-boundary";

/// Keeps cookies between requests, as a person's browser does.
#[derive(Debug, Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: BTreeMap<&'static str, String>,
    from: SocketAddr,
}

impl Browser {
    pub(super) fn new(router: Router) -> Self {
        let headers = [("host", "arpent.test"), ("sec-fetch-site", "same-origin"), ("accept-language", "fr")];
        Self {
            router,
            cookies: BTreeMap::new(),
            headers: headers.into_iter().map(|(name, value)| (name, value.to_owned())).collect(),
            from: ([203, 0, 113, 1], 40_000).into(),
        }
    }

    /// Sends this header from now on.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.to_owned());
        self
    }

    /// Calls from this address of the network.
    #[must_use]
    pub fn from_address(mut self, last_byte: u8) -> Self {
        self.from = ([203, 0, 113, last_byte], 40_000).into();
        self
    }

    /// Puts a cookie in the jar.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// A cookie of the jar.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Opens a page; a redirection is an answer.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Vec::new()).await
    }

    /// Opens a page and follows redirections to the end.
    pub async fn visit(&mut self, path: &str) -> Answer {
        let answer = self.get(path).await;
        self.follow(answer).await
    }

    /// Sends a form; a redirection is an answer.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", query(name), query(value))).collect();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), pairs.join("&").into_bytes()).await
    }

    /// Sends a form and follows redirections to the page they lead to.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        self.follow(answer).await
    }

    /// Sends a form with a file: its field, its name and its content.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let (name, file_name, content) = file;
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(Method::POST, path, Some(&kind), body).await
    }

    /// Calls the API with a JSON body.
    pub async fn call(&mut self, method: Method, path: &str, body: &Json) -> Answer {
        self.send(method, path, Some("application/json"), body.to_string().into_bytes()).await
    }

    /// Follows redirections to the page they lead to.
    pub async fn follow(&mut self, answer: Answer) -> Answer {
        let mut answer = answer;
        for _ in 0..MOST_REDIRECTIONS {
            let Some(next) = answer.location().map(ToOwned::to_owned) else {
                return answer;
            };
            answer = self.get(&next).await;
        }
        panic!("redirected for ever, last to {:?}", answer.location());
    }

    async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(self.from));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let jar: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(header::COOKIE, jar.join("; ")).body(Body::from(body)).expect("a request");
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        self.keep_cookies(&parts.headers);
        Answer { path: path.to_owned(), status: parts.status, headers: parts.headers, body }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("a cookie in ASCII");
            let (name, value) = text.split(';').next().and_then(|pair| pair.split_once('=')).expect("name=value");
            if text.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Address asked for.
    pub path: String,
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

#[expect(clippy::return_self_not_must_use, reason = "a test may check the answer and be done with it")]
impl Answer {
    /// Goes on with a page that was drawn.
    pub fn ok(self) -> Self {
        self.is(StatusCode::OK)
    }

    /// Goes on when the status is the one expected.
    pub fn is(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{} answered: {}", self.path, self.words());
        self
    }

    /// Fails unless the page says this to its reader.
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.words().contains(words), "{} does not say {words:?}: {}", self.path, self.words());
        self
    }

    /// Fails if the page says this to its reader.
    pub fn does_not_say(&self, words: &str) -> &Self {
        assert!(!self.words().contains(words), "{} says {words:?}: {}", self.path, self.words());
        self
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// A header, empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Where a redirection leads.
    pub fn location(&self) -> Option<&str> {
        self.status.is_redirection().then(|| self.header("location")).filter(|to| !to.is_empty())
    }

    /// How many statements the page sent to the database.
    pub fn queries(&self) -> u32 {
        self.header(crate::observe::QUERIES_HEADER.as_str()).parse().expect("queries are counted")
    }

    /// What a person reads, tags taken away, typed with plain spaces and straight apostrophes.
    pub fn words(&self) -> String {
        let text = self.text();
        let mut words = String::new();
        for part in text.split('<') {
            // The part before the first tag has no `>`.
            words.push_str(part.split_once('>').map_or(part, |(_, said)| said));
            words.push(' ');
        }
        let plain = plain(&words);
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let mark = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
        let start = text.find(&mark).unwrap_or_else(|| panic!("{} has no hidden field {name}", self.path)) + mark.len();
        let value = text[start..].split('"').next().unwrap_or_default();
        plain(value)
    }

    /// The addresses the page leads to or loads.
    pub fn addresses(&self) -> Vec<String> {
        let text = self.text();
        let of = |mark: &str| {
            let parts: Vec<&str> = text.split(mark).skip(1).collect();
            parts.into_iter().filter_map(|part| part.split('"').next()).map(plain).collect::<Vec<_>>()
        };
        [of(" href=\""), of(" src=\""), of(" action=\"")].concat()
    }
}

/// Text as one types it: entities read, typographic spaces and apostrophes made plain.
fn plain(html: &str) -> String {
    const SIGNS: [(&str, &str); 12] = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("\u{a0}", " "),
        ("\u{202f}", " "),
        ("\u{2019}", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    SIGNS.iter().fold(html.to_owned(), |text, (sign, plain)| text.replace(sign, plain))
}
