//! Rate limits per action, per address and per account: domain rules, held in memory by each process.

use std::num::NonZeroU32;

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
}

type Keyed = RateLimiter<String, governor::state::keyed::DefaultKeyedStateStore<String>, DefaultClock>;

/// The limits in force.
#[derive(Debug)]
pub struct Limits {
    sign_in: Keyed,
    contribute: Keyed,
    follow_code: Keyed,
    support: Keyed,
    api_write: Keyed,
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
            clock: DefaultClock::default(),
        }
    }

    /// Counts one attempt of `who` (an address, an account, an e-mail).
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub fn count(&self, action: Limited, who: &str) -> Result<(), Refusal> {
        let limiter = match action {
            Limited::SignIn => &self.sign_in,
            Limited::Contribute => &self.contribute,
            Limited::FollowCode => &self.follow_code,
            Limited::Support => &self.support,
            Limited::ApiWrite => &self.api_write,
        };
        limiter
            .check_key(&who.to_owned())
            .map_err(|until| Refusal::TooMany { retry_after: until.wait_time_from(self.clock.now()).as_secs() + 1 })
    }

    /// Forgets who has not come back, so that memory stays flat.
    pub fn tidy(&self) {
        for limiter in [&self.sign_in, &self.contribute, &self.follow_code, &self.support, &self.api_write] {
            limiter.retain_recent();
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
}
