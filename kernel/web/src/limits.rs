//! Rate limits per action, per address and per account: domain rules, held in memory by each process.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{Quota, RateLimiter};

use crate::refusal::Refusal;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited {
    /// Trying a password or asking for a link.
    SignIn,
    /// Sending a contribution or a comment.
    Contribute,
    /// Trying a follow code.
    FollowCode,
    /// Supporting.
    Support,
    /// Calling the API to write.
    ApiWrite,
    /// Sending a screen of a questionnaire, or what a tablet kept.
    AnswerScreen,
    /// Ending an answer to a questionnaire.
    Answer,
    /// Looking for an address, which a server outside may be asked for.
    Address,
}

/// Answers ended from one address in a minute, those a tablet kept included.
pub const ANSWERS_A_MINUTE: u32 = 120;

type Keyed = RateLimiter<String, governor::state::keyed::DefaultKeyedStateStore<String>, DefaultClock>;

/// The limits in force.
#[derive(Debug)]
pub struct Limits {
    sign_in: Keyed,
    contribute: Keyed,
    follow_code: Keyed,
    support: Keyed,
    api_write: Keyed,
    answer_screen: Keyed,
    answer: Keyed,
    address: Keyed,
    clock: DefaultClock,
}

fn per_minute(times: u32) -> Keyed {
    RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(times).unwrap_or(NonZeroU32::MIN)))
}

impl Limits {
    /// Limits for people: generous for a town hall behind one address, tight for a script. `loosened` multiplies them.
    pub fn new(loosened: u32) -> Self {
        Self {
            sign_in: per_minute(10 * loosened),
            contribute: per_minute(30 * loosened),
            follow_code: per_minute(20 * loosened),
            support: per_minute(120 * loosened),
            api_write: per_minute(120 * loosened),
            // A town hall, its library and their tablets share one address: forty people answer there at the same time.
            answer_screen: per_minute(600 * loosened),
            answer: per_minute(ANSWERS_A_MINUTE * loosened),
            address: per_minute(30 * loosened),
            clock: DefaultClock::default(),
        }
    }

    /// Counts one attempt of `who` (an address, an account, an e-mail).
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub fn count(&self, action: Limited, who: &str) -> Result<(), Refusal> {
        self.count_many(action, who, NonZeroU32::MIN)
    }

    /// Counts several at once, all or none of them.
    ///
    /// # Errors
    /// [`Refusal::TooMany`]; after a minute for more than are ever allowed together.
    pub fn count_many(&self, action: Limited, who: &str, times: NonZeroU32) -> Result<(), Refusal> {
        let wait = |until: Duration| Refusal::TooMany { retry_after: until.as_secs() + 1 };
        match self.limiter(action).check_key_n(&who.to_owned(), times) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(until)) => Err(wait(until.wait_time_from(self.clock.now()))),
            Err(_) => Err(wait(Duration::from_mins(1))),
        }
    }

    const fn limiter(&self, action: Limited) -> &Keyed {
        match action {
            Limited::SignIn => &self.sign_in,
            Limited::Contribute => &self.contribute,
            Limited::FollowCode => &self.follow_code,
            Limited::Support => &self.support,
            Limited::ApiWrite => &self.api_write,
            Limited::AnswerScreen => &self.answer_screen,
            Limited::Answer => &self.answer,
            Limited::Address => &self.address,
        }
    }

    /// Forgets who has not come back, so that memory stays flat.
    pub fn tidy(&self) {
        use Limited::{Address, Answer, AnswerScreen, ApiWrite, Contribute, FollowCode, SignIn, Support};
        for action in [SignIn, Contribute, FollowCode, Support, ApiWrite, AnswerScreen, Answer, Address] {
            self.limiter(action).retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_password_in_a_row_waits_and_others_do_not() {
        let limits = Limits::new(1);
        for _ in 0..10 {
            limits.count(Limited::SignIn, "203.0.113.7").expect("within the limit");
        }
        assert!(matches!(limits.count(Limited::SignIn, "203.0.113.7"), Err(Refusal::TooMany { retry_after: 1.. })));
        limits.count(Limited::SignIn, "203.0.113.8").expect("someone else");
    }

    #[test]
    fn a_town_hall_and_its_tablets_answer_freely_and_a_script_does_not() {
        let limits = Limits::new(1);
        let tablet = NonZeroU32::new(50).expect("fifty");
        for _ in 0..2 {
            limits.count_many(Limited::Answer, "203.0.113.7", tablet).expect("a day of a tablet");
        }
        for _ in 0..20 {
            limits.count(Limited::Answer, "203.0.113.7").expect("people of the same address");
        }
        assert!(matches!(limits.count(Limited::Answer, "203.0.113.7"), Err(Refusal::TooMany { retry_after: 1.. })));
        assert!(limits.count_many(Limited::Answer, "203.0.113.8", NonZeroU32::MAX).is_err());
        limits.count(Limited::Answer, "203.0.113.8").expect("a refusal costs nothing");
    }
}
