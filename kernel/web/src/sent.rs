//! What a form sends, whatever its encoding: words by name, several for check boxes, and at most one file.

use axum::extract::{FromRequest, Multipart, RawForm, Request};
use axum::http::header;
use jiff::civil::Date;

use crate::refusal::{FieldProblem, Refusal};
use crate::respond::PageError;
use crate::texts::Texts;

/// A file as it came: nothing of it is believed.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// What its owner calls it.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A form as it was sent.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    words: Vec<(String, String)>,
    /// The file, when one was chosen.
    pub file: Option<Upload>,
}

impl Sent {
    /// What was typed in a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.words.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// What was typed in a field, owned.
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// The box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        matches!(self.get(name), "true" | "on")
    }

    /// Every box ticked under a name, those that cannot be read left out.
    pub fn every<T: std::str::FromStr>(&self, name: &str) -> Vec<T> {
        self.words.iter().filter(|(key, _)| key == name).filter_map(|(_, value)| value.parse().ok()).collect()
    }

    /// A choice of a list: an id, nothing when it was left empty.
    pub fn choice<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).parse().ok()
    }

    /// Every name sent, in order, with what was typed.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A day; the problem is said at its field.
    ///
    /// # Errors
    /// What was typed is no day.
    pub fn day(&self, name: &'static str) -> Result<Option<Date>, FieldProblem> {
        match self.get(name).trim() {
            "" => Ok(None),
            typed => typed
                .parse()
                .map(Some)
                .map_err(|_| FieldProblem::new(name, "format", |l| Texts::new(l).day_unreadable().into())),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let kind = request.headers().get(header::CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
        if kind.starts_with(b"multipart/form-data") {
            let parts = Multipart::from_request(request, state).await.map_err(|_| unreadable())?;
            return read_parts(parts).await;
        }
        let RawForm(body) = RawForm::from_request(request, state).await.map_err(|_| unreadable())?;
        Ok(Self { words: form_urlencoded::parse(&body).into_owned().collect(), file: None })
    }
}

fn unreadable() -> PageError {
    PageError(Refusal::field("file", "unreadable", |l| Texts::new(l).form_unreadable().into()))
}

async fn read_parts(mut parts: Multipart) -> Result<Sent, PageError> {
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
        let name = part.name().unwrap_or("").to_owned();
        match part.file_name().map(ToOwned::to_owned) {
            None => sent.words.push((name, part.text().await.map_err(|_| unreadable())?)),
            Some(file_name) => {
                let bytes = part.bytes().await.map_err(|_| unreadable())?;
                // A browser sends a nameless nothing when no file was chosen; an empty file has a name.
                if !bytes.is_empty() || !file_name.is_empty() {
                    sent.file = Some(Upload { name: file_name, bytes: bytes.to_vec() });
                }
            }
        }
    }
    Ok(sent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    async fn sent(body: &'static str) -> Sent {
        let request = Request::post("/").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        Sent::from_request(request.body(Body::from(body)).expect("a request"), &()).await.expect("a form")
    }

    #[tokio::test]
    async fn a_form_reads_as_its_browser_wrote_it() {
        let sent = sent("text=Un+banc%20%26+l%27ombre&c=a&c=b&empty=").await;
        assert_eq!(sent.get("text"), "Un banc & l'ombre");
        assert_eq!(sent.every::<String>("c"), ["a", "b"]);
        assert_eq!((sent.get("empty"), sent.get("absent")), ("", ""));
    }

    #[tokio::test]
    async fn bytes_that_are_not_text_do_not_break_it() {
        assert_eq!(sent("t=%E9t%C3%A9%").await.get("t"), "\u{FFFD}t\u{E9}%");
    }
}
