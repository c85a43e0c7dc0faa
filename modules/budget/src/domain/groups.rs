//! What voters chose to say of themselves, so that anyone can see whether an outcome serves everyone.

use std::collections::HashMap;

use arpent_commons::codes;

use super::ballot::Marks;

codes! {
    /// A bracket of ages.
    Age {
        /// Under eighteen.
        Under18 = "under_18",
        /// From 18 to 29.
        From18 = "18_29",
        /// From 30 to 44.
        From30 = "30_44",
        /// From 45 to 59.
        From45 = "45_59",
        /// From 60 to 74.
        From60 = "60_74",
        /// 75 and over.
        From75 = "75_over",
    }
}

codes! {
    /// How a ballot was cast.
    Channel {
        /// On line.
        Online = "online",
        /// At a booth.
        Paper = "paper",
    }
}

/// Fewer people than this are never shown as a group, nor kept as one.
pub const LEAST: usize = 5;

/// What a voter said of herself; nothing is asked of anyone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Said {
    /// Her bracket of ages.
    pub age: Option<Age>,
    /// Her zone, one of those that the budget names.
    pub zone: Option<String>,
}

impl Said {
    /// She said nothing.
    pub const fn is_empty(&self) -> bool {
        self.age.is_none() && self.zone.is_none()
    }
}

/// A ballot as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// What it says.
    pub marks: Marks,
    /// What its voter said of herself.
    pub said: Said,
    /// How it was cast.
    pub channel: Channel,
}

/// Leaves only what at least [`LEAST`] ballots say alike: a rare pair loses its zone, then what is still rare is forgotten.
pub fn thin(said: &mut [Said]) {
    change_rare(said, |one| {
        if one.age.is_some() {
            one.zone = None;
        }
    });
    change_rare(said, |one| *one = Said::default());
}

fn change_rare(said: &mut [Said], change: impl Fn(&mut Said)) {
    let mut sizes: HashMap<Said, usize> = HashMap::new();
    for one in said.iter() {
        *sizes.entry(one.clone()).or_default() += 1;
    }
    said.iter_mut().filter(|one| sizes.get(one).is_some_and(|size| *size < LEAST)).for_each(change);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(age: Option<Age>, zone: Option<&str>) -> Said {
        Said { age, zone: zone.map(str::to_owned) }
    }

    #[test]
    fn what_few_say_is_forgotten_and_what_many_say_is_kept() {
        let (young, north) = (Some(Age::Under18), Some("Nord"));
        let mut all = vec![said(young, north); 5];
        all.extend(vec![said(young, Some("Sud")); 4]);
        all.push(said(young, None));
        all.push(said(None, Some("Sud")));
        thin(&mut all);
        assert_eq!(all[..5], vec![said(young, north); 5]);
        // Four of a pair and one of the age alone are five of the age.
        assert_eq!(all[5..10], vec![said(young, None); 5]);
        assert!(all[10].is_empty());
    }

    #[test]
    fn what_is_left_never_singles_anyone_out() {
        let ages = [None, Some(Age::Under18), Some(Age::From60)];
        let zones = [None, Some("Nord"), Some("Sud"), Some("Centre")];
        let mut all: Vec<Said> = (0..97_usize).map(|n| said(ages[n * n % 3], zones[n * 7 / 5 % 4])).collect();
        thin(&mut all);
        for one in all.iter().filter(|one| !one.is_empty()) {
            assert!(all.iter().filter(|other| *other == one).count() >= LEAST, "{one:?}");
        }
    }
}
