//! Comments: for, against or neither, with one level of reply.

use arpent_commons::codes;
use arpent_commons::domain::contribution::Contribution;
use arpent_core::Id;
use arpent_core::permission::Person;
use jiff::{SignedDuration, Timestamp};

/// Longest comment, in characters: an argument, not a memoir.
pub const LONGEST: usize = 2_000;

/// Ten seconds to change one's mind, and five for the request to travel from a slow phone. Others may have read it and
/// replied afterwards: only a moderator hides it then, with a reason.
const TAKE_BACK: SignedDuration = SignedDuration::from_secs(15);

codes! {
    /// What a comment says of the contribution.
    Alignment {
        /// An argument for.
        For = "for",
        /// An argument against.
        Against = "against",
        /// A question, a precision.
        Neutral = "neutral",
    }
}

codes! {
    /// Whether readers see a comment.
    CommentState {
        /// Everyone reads it.
        Published = "published",
        /// Its author took it back at once.
        Withdrawn = "withdrawn",
        /// Hidden by a moderator, with a reason.
        Hidden = "hidden",
    }
}

/// A comment.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Its id.
    pub id: Id<Comment>,
    /// What it is about.
    pub contribution: Id<Contribution>,
    /// The comment it replies to.
    pub reply_to: Option<Id<Comment>>,
    /// Who wrote it; nobody once she is erased.
    pub person: Option<Id<Person>>,
    /// Her name as shown.
    pub author: Option<String>,
    /// For, against or neither.
    pub alignment: Alignment,
    /// What it says.
    pub text: String,
    /// Whether readers see it.
    pub state: CommentState,
    /// Why it is hidden.
    pub reason: Option<String>,
    /// Sent at.
    pub created_at: Timestamp,
}

impl Comment {
    /// Its author may still take it back.
    pub fn can_be_taken_back(&self, by: Option<Id<Person>>, now: Timestamp) -> bool {
        let own = by.is_some() && by == self.person;
        own && self.state == CommentState::Published && now.duration_since(self.created_at) <= TAKE_BACK
    }
}

/// A comment with its replies, oldest first.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The comment that opened it.
    pub opening: Comment,
    /// What others replied.
    pub replies: Vec<Comment>,
}

/// Gathers replies under the comment they answer. A comment taken back leaves no trace unless someone replied.
pub fn exchanges(comments: Vec<Comment>) -> Vec<Exchange> {
    let (openings, replies): (Vec<Comment>, Vec<Comment>) = comments.into_iter().partition(|c| c.reply_to.is_none());
    let mut exchanges: Vec<Exchange> =
        openings.into_iter().map(|opening| Exchange { opening, replies: Vec::new() }).collect();
    for reply in replies.into_iter().filter(|reply| reply.state != CommentState::Withdrawn) {
        if let Some(exchange) = exchanges.iter_mut().find(|exchange| Some(exchange.opening.id) == reply.reply_to) {
            exchange.replies.push(reply);
        }
    }
    exchanges.retain(|exchange| exchange.opening.state != CommentState::Withdrawn || !exchange.replies.is_empty());
    exchanges
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn comment(number: u128, reply_to: Option<u128>, state: CommentState) -> Comment {
        Comment {
            id: Id::from_uuid(Uuid::from_u128(number)),
            contribution: Id::from_uuid(Uuid::nil()),
            reply_to: reply_to.map(|n| Id::from_uuid(Uuid::from_u128(n))),
            person: Some(Id::from_uuid(Uuid::from_u128(7))),
            author: None,
            alignment: Alignment::For,
            text: number.to_string(),
            state,
            reason: None,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn replies_come_under_what_they_answer() {
        use CommentState::Published;
        let gathered =
            exchanges(vec![comment(1, None, Published), comment(2, None, Published), comment(3, Some(1), Published)]);
        let shape: Vec<(&str, usize)> = gathered.iter().map(|e| (e.opening.text.as_str(), e.replies.len())).collect();
        assert_eq!(shape, [("1", 1), ("2", 0)]);
    }

    #[test]
    fn a_comment_taken_back_disappears_unless_someone_replied() {
        use CommentState::{Published, Withdrawn};
        assert!(exchanges(vec![comment(1, None, Withdrawn)]).is_empty());
        assert_eq!(exchanges(vec![comment(1, None, Withdrawn), comment(2, Some(1), Published)]).len(), 1);
    }

    #[test]
    fn only_its_author_takes_it_back_and_only_at_once() {
        let sent = comment(1, None, CommentState::Published);
        let after = |seconds| Timestamp::from_second(seconds).expect("in range");
        assert!(sent.can_be_taken_back(sent.person, after(10)));
        assert!(!sent.can_be_taken_back(sent.person, after(16)));
        assert!(!sent.can_be_taken_back(None, after(1)));
        assert!(!sent.can_be_taken_back(Some(Id::from_uuid(Uuid::from_u128(8))), after(1)));
    }
}
