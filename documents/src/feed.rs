//! What happened, for whoever follows it with her own software (Atom, RFC 4287).

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use jiff::Timestamp;

/// Type of the file, for the answer that carries it.
pub const CONTENT_TYPE: &str = "application/atom+xml; charset=utf-8";

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// An IRI that never changes and is never given to another.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// What, in a sentence.
    pub title: String,
    /// More about it, plain text.
    pub text: String,
    /// Absolute address of its page.
    pub href: String,
    /// Who did it, as a role or an organisation; the feed's own author when empty.
    pub who: String,
}

/// News that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsFeed {
    /// An IRI that never changes.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub text: String,
    /// Who publishes it.
    pub author: String,
    /// Absolute address of the page it comes from.
    pub href: String,
    /// Its own absolute address.
    pub own_href: String,
    /// Language of its words: `fr`.
    pub language: String,
    /// When what it is about began: said of a feed without news.
    pub since: Timestamp,
    /// Its news, in any order.
    pub news: Vec<News>,
}

impl NewsFeed {
    /// The file, newest first: the same bytes for the same news.
    pub fn write(&self) -> String {
        let mut news: Vec<&News> = self.news.iter().collect();
        news.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
        let feed = Feed {
            title: Text::plain(self.title.clone()),
            subtitle: Some(Text::plain(self.text.clone())),
            id: self.id.clone(),
            updated: instant(news.first().map_or(self.since, |newest| newest.at)),
            authors: vec![person(&self.author)],
            generator: Some(Generator { value: "Arpent".to_owned(), ..Generator::default() }),
            links: vec![
                link("alternate", "text/html", &self.href),
                link("self", "application/atom+xml", &self.own_href),
            ],
            lang: Some(self.language.clone()),
            entries: news.into_iter().map(entry).collect(),
            ..Feed::default()
        };
        feed.to_string()
    }
}

fn entry(news: &News) -> Entry {
    Entry {
        title: Text::plain(news.title.clone()),
        id: news.id.clone(),
        updated: instant(news.at),
        published: Some(instant(news.at)),
        authors: if news.who.is_empty() { vec![] } else { vec![person(&news.who)] },
        links: vec![link("alternate", "text/html", &news.href)],
        summary: (!news.text.is_empty()).then(|| Text::plain(news.text.clone())),
        ..Entry::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

fn link(rel: &str, kind: &str, href: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

/// The crate dates with its own clock's type: both write RFC 3339.
fn instant(at: Timestamp) -> FixedDateTime {
    at.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed() -> NewsFeed {
        let news = |id: &str, at: &str, who: &str| News {
            id: format!("urn:uuid:{id}"),
            at: at.parse().unwrap(),
            title: format!("Décision <{id}> & suite"),
            text: "Nous réécrivons les lettres.".to_owned(),
            href: format!("https://exemple.fr/decisions/{id}"),
            who: who.to_owned(),
        };
        NewsFeed {
            id: "urn:uuid:0".to_owned(),
            title: "Des lettres claires".to_owned(),
            text: "Ce qui s’y passe".to_owned(),
            author: "Agglomération".to_owned(),
            href: "https://exemple.fr/demarches/lettres".to_owned(),
            own_href: "https://exemple.fr/demarches/lettres/fil.atom".to_owned(),
            language: "fr".to_owned(),
            since: "2026-01-05T08:00:00Z".parse().unwrap(),
            news: vec![
                news("1", "2026-03-02T09:00:00.25Z", ""),
                news("2", "2026-04-02T09:00:00Z", "La vice-présidente"),
            ],
        }
    }

    #[test]
    fn reads_back_newest_first_with_its_instants() {
        let read: Feed = feed().write().parse().unwrap();
        assert_eq!(read.entries.iter().map(Entry::id).collect::<Vec<_>>(), ["urn:uuid:2", "urn:uuid:1"]);
        assert_eq!(read.updated().to_rfc3339(), "2026-04-02T09:00:00+00:00");
        assert_eq!(read.entries[1].updated().to_rfc3339(), "2026-03-02T09:00:00.250+00:00");
        assert_eq!(read.entries[0].title().as_str(), "Décision <2> & suite");
        assert_eq!(read.lang(), Some("fr"));
        assert_eq!(read.links()[1].rel(), "self");
    }

    #[test]
    fn who_signs_is_said_and_the_authority_signs_the_rest() {
        let read: Feed = feed().write().parse().unwrap();
        assert_eq!(read.entries[0].authors()[0].name(), "La vice-présidente");
        assert!(read.entries[1].authors().is_empty());
        assert_eq!(read.authors()[0].name(), "Agglomération");
    }

    #[test]
    fn a_feed_without_news_dates_from_its_beginning() {
        let read: Feed = NewsFeed { news: vec![], ..feed() }.write().parse().unwrap();
        assert_eq!(read.updated().to_rfc3339(), "2026-01-05T08:00:00+00:00");
    }
}
