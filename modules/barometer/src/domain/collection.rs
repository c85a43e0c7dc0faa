//! Collecting: the screens of a questionnaire, and the keys that make an answer one without saying whose it is.

use arpent_core::Id;
use arpent_core::chance::Chance;
use arpent_core::digest::sha256;
use serde::{Deserialize, Serialize};

use super::answer::Replies;
use super::protocol::{PopulationKind, Protocol};
use super::question::{Aspect, Question};
use super::wave::codes;

/// One screen: one service, then everything else about the whole, then who answers, then the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// The questions about a service, by its code.
    Service(String),
    /// Those about no service in particular.
    Whole,
    /// Who answers.
    Profile,
    /// A word to add, and sending.
    End,
}

impl Screen {
    /// The screens of a population, in order; of one service alone when the point of collection belongs to it.
    pub fn all(protocol: &Protocol, population: &str, service: Option<&str>) -> Vec<Self> {
        let services = protocol.services.iter().filter(|one| service.is_none_or(|code| code == one.code));
        let candidates = services.map(|one| Self::Service(one.code.clone())).chain([Self::Whole, Self::Profile]);
        let mut screens: Vec<Self> =
            candidates.filter(|screen| screen.questions(protocol, population).next().is_some()).collect();
        screens.push(Self::End);
        screens
    }

    /// The questions of a screen, in order.
    pub fn questions<'a>(&'a self, protocol: &'a Protocol, population: &'a str) -> impl Iterator<Item = &'a Question> {
        protocol.asked(population).filter(move |question| match self {
            Self::End => question.aspect == Aspect::Comment,
            Self::Profile => question.aspect == Aspect::Profile,
            Self::Service(code) => question.service.as_ref() == Some(code) && !is_apart(question),
            Self::Whole => {
                let known = question.service.as_deref().is_some_and(|code| protocol.service(code).is_some());
                !known && !is_apart(question)
            }
        })
    }
}

const fn is_apart(question: &Question) -> bool {
    matches!(question.aspect, Aspect::Profile | Aspect::Comment)
}

/// Forgets the replies to questions that are not asked of someone who answers so.
pub fn prune(protocol: &Protocol, replies: &mut Replies) {
    // In order: a condition names an earlier question, so that one pass is enough.
    for question in &protocol.questions {
        if !replies.calls_for(question) {
            replies.0.remove(&question.code);
        }
    }
}

/// Whom the public link of a wave asks: the users, else the first population.
pub fn public_population(protocol: &Protocol) -> Option<&str> {
    let users = protocol.populations.iter().find(|one| one.kind == PopulationKind::Users);
    users.or_else(|| protocol.populations.first()).map(|one| one.code.as_str())
}

/// What a key is for: the same secret gives keys that say nothing of one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// An answer, from the secret of a device, a form or a pass.
    Answer,
    /// A comment, from the same secret.
    Comment,
    /// The right to answer, as it is stored.
    Pass,
    /// The mark of an invitation, as it is stored.
    Mark,
    /// The sheet of paper an answer was written on.
    Sheet,
    /// A line of a file.
    Line,
    /// Someone of a panel, from wave to wave.
    Panel,
}

impl Purpose {
    const fn label(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Comment => "comment",
            Self::Pass => "pass",
            Self::Mark => "mark",
            Self::Sheet => "sheet",
            Self::Line => "line",
            Self::Panel => "panel",
        }
    }
}

/// SHA-256 of a secret under a salt and for a purpose, in hexadecimal.
pub fn key(salt: &str, purpose: Purpose, secret: &str) -> String {
    let text = [salt, purpose.label(), secret].join("\u{1f}");
    sha256(text)
}

/// A random id (UUID version 4, RFC 9562): unlike the others it says nothing of when.
pub fn random_id<T>(chance: &dyn Chance) -> Id<T> {
    let mut bytes = [0_u8; 16];
    chance.fill(&mut bytes);
    Id::from_uuid(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Shuffles in place (Fisher and Yates 1938).
pub fn shuffle<T>(chance: &dyn Chance, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        let mut bytes = [0_u8; 8];
        chance.fill(&mut bytes);
        let among = u64::try_from(last).unwrap_or(u64::MAX) + 1;
        let drawn = usize::try_from(u64::from_le_bytes(bytes) % among).unwrap_or(last);
        items.swap(last, drawn);
    }
}

codes! {
    /// Where people meet the questionnaire.
    PointKind {
        /// *Affiche*: a code to photograph.
        Poster = "poster",
        /// *Borne*: a tablet that forgets whoever came before.
        Kiosk = "kiosk",
        /// *Bouton*: a link on another page of the authority.
        Embedded = "embedded",
    }
}

impl PointKind {
    /// How the answers that come through it are counted.
    pub const fn mode(self) -> super::wave::Mode {
        use super::wave::Mode;
        match self {
            Self::Poster => Mode::Qr,
            Self::Kiosk => Mode::Kiosk,
            Self::Embedded => Mode::Embedded,
        }
    }
}

/// The two secrets of an invitation: nothing stored ties one to the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// Tells that whoever holds it has answered.
    pub mark: String,
    /// Gives the right to answer once.
    pub pass: String,
}

impl Invite {
    /// As it stands in a link.
    pub fn code(&self) -> String {
        format!("{}.{}", self.mark, self.pass)
    }

    /// Reads a link.
    pub fn parse(code: &str) -> Option<Self> {
        let (mark, pass) = code.split_once('.')?;
        let secret = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        (secret(mark) && secret(pass)).then(|| Self { mark: mark.to_owned(), pass: pass.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use arpent_core::SeededChance;

    use super::*;
    use crate::domain::answer::Reply;
    use crate::domain::template::{AGENTS, USERS, example_services, protocol};

    #[test]
    fn one_screen_a_service_then_the_whole_the_profile_and_the_end() {
        let protocol = protocol(&example_services());
        let users = Screen::all(&protocol, USERS, None);
        assert_eq!(users.len(), 3 + 3);
        assert_eq!(users[3..], [Screen::Whole, Screen::Profile, Screen::End]);
        assert!(!Screen::all(&protocol, AGENTS, None).contains(&Screen::Profile), "agents are asked no profile");
        let one = Screen::all(&protocol, USERS, Some("mobilite"));
        assert_eq!(one[..2], [Screen::Service("mobilite".to_owned()), Screen::Whole]);
    }

    #[test]
    fn every_question_is_on_one_screen() {
        let protocol = protocol(&example_services());
        let screens = Screen::all(&protocol, USERS, None);
        let mut shown: Vec<&str> =
            screens.iter().flat_map(|screen| screen.questions(&protocol, USERS)).map(|q| q.code.as_str()).collect();
        let mut asked: Vec<&str> = protocol.asked(USERS).map(|q| q.code.as_str()).collect();
        shown.sort_unstable();
        asked.sort_unstable();
        assert_eq!(shown, asked);
    }

    #[test]
    fn an_answer_changed_forgets_what_it_no_longer_calls_for() {
        let protocol = protocol(&example_services());
        let mut replies = Replies::default();
        replies.0.insert("use_mobilite".to_owned(), Reply::Number(0));
        replies.0.insert("sat_mobilite".to_owned(), Reply::Number(4));
        prune(&protocol, &mut replies);
        assert_eq!(replies.0.len(), 1);
    }

    #[test]
    fn keys_of_one_secret_do_not_meet() {
        assert_ne!(key("s", Purpose::Answer, "x"), key("s", Purpose::Comment, "x"));
        assert_ne!(key("s", Purpose::Answer, "x"), key("t", Purpose::Answer, "x"));
    }

    #[test]
    fn a_random_id_is_of_version_four() {
        let id: Id<()> = random_id(&SeededChance::new(4));
        assert_eq!(id.uuid().get_version_num(), 4);
    }

    #[test]
    fn shuffling_keeps_everyone() {
        let mut all: Vec<u32> = (0..50).collect();
        shuffle(&SeededChance::new(1), &mut all);
        assert_ne!(all, (0..50).collect::<Vec<_>>());
        all.sort_unstable();
        assert_eq!(all, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn a_link_cut_short_is_no_invitation() {
        let invite = Invite { mark: "a".repeat(64), pass: "b".repeat(64) };
        assert_eq!(Invite::parse(&invite.code()), Some(invite));
        assert_eq!(Invite::parse("abc.def"), None);
    }
}
