//! How full the quotas of a wave are.

use arpent_core::Id;
use arpent_store::{Reads, StoreError};

use super::{answers, waves};
use crate::domain::protocol::{Protocol, Quota, STRATUM};
use crate::domain::wave::Wave;

/// A quota with the answers that count for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// What is wanted of whom.
    pub quota: Quota,
    /// Complete answers so far.
    pub n: i64,
}

impl Filled {
    /// Nobody more is needed there.
    pub fn is_full(&self) -> bool {
        self.n >= i64::from(self.quota.expected)
    }

    /// Answers beyond it: kept all the same.
    pub fn beyond(&self) -> i64 {
        (self.n - i64::from(self.quota.expected)).max(0)
    }
}

/// The quotas of a population, in the order of the protocol: one query for each variable.
///
/// # Errors
/// The database does not answer.
pub async fn filled(
    src: &impl Reads,
    wave: Id<Wave>,
    protocol: &Protocol,
    population: &str,
) -> Result<Vec<Filled>, StoreError> {
    let mut filled: Vec<Filled> = Vec::new();
    let mut counted: Vec<(String, Vec<(String, i64)>)> = Vec::new();
    for quota in protocol.quotas_of(population) {
        if !counted.iter().any(|(variable, _)| *variable == quota.variable) {
            counted.push((quota.variable.clone(), counts(src, wave, quota).await?));
        }
        let all = counted.iter().find(|(variable, _)| *variable == quota.variable).map_or(&[][..], |(_, all)| all);
        let n = all.iter().find(|(code, _)| *code == quota.code).map_or(0, |(_, n)| *n);
        filled.push(Filled { quota: quota.clone(), n });
    }
    Ok(filled)
}

async fn counts(src: &impl Reads, wave: Id<Wave>, quota: &Quota) -> Result<Vec<(String, i64)>, StoreError> {
    if quota.variable == STRATUM {
        let all = waves::strata(src, wave).await?.into_iter();
        return Ok(all.filter(|one| one.population == quota.population).map(|one| (one.stratum, one.n)).collect());
    }
    let all = answers::by_reply(src, wave, &quota.population, &quota.variable).await?;
    Ok(all.into_iter().filter_map(|one| Some((one.code?, one.n))).collect())
}
