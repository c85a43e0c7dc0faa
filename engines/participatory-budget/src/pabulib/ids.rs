//! Places of projects by their identifiers.

use rustc_hash::FxHashMap;

use super::bytes::key;

/// Identifiers that are short and plain in a table without chains; the others elsewhere.
#[derive(Debug)]
pub(super) struct Places {
    /// Open addressing by key; a power of two of slots, a quarter of them taken at most.
    slots: Vec<(u64, u32)>,
    short: usize,
    others: FxHashMap<String, u32>,
}

const FREE: (u64, u32) = (0, u32::MAX);

impl Default for Places {
    fn default() -> Self {
        Self { slots: vec![FREE; 256], short: 0, others: FxHashMap::default() }
    }
}

impl Places {
    fn slot(&self, key: u64) -> usize {
        let hash = key.wrapping_mul(0xf135_7aea_2e62_a9c5) >> (64 - self.slots.len().trailing_zeros());
        let mut slot = usize::try_from(hash).unwrap_or_default();
        while self.slots[slot].0 != key && self.slots[slot].0 != 0 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }

    /// The place of a short identifier; nothing for a key of zero.
    pub(super) fn by_key(&self, key: u64) -> Option<u32> {
        Some(self.slots[self.slot(key)].1).filter(|place| *place != u32::MAX)
    }

    /// The place of any identifier.
    pub(super) fn by_id(&self, id: &str) -> Option<u32> {
        match short(id) {
            Some(key) => self.by_key(key),
            None => self.others.get(id).copied(),
        }
    }

    /// `false`: it is there already.
    pub(super) fn insert(&mut self, id: &str, place: u32) -> bool {
        let Some(key) = short(id) else { return self.others.insert(id.to_owned(), place).is_none() };
        if self.by_key(key).is_some() {
            return false;
        }
        self.short += 1;
        if self.short * 4 > self.slots.len() {
            let larger = vec![FREE; self.slots.len() * 4];
            for (key, place) in std::mem::replace(&mut self.slots, larger) {
                let slot = self.slot(key);
                self.slots[slot] = (key, place);
            }
        }
        let slot = self.slot(key);
        self.slots[slot] = (key, place);
        true
    }
}

/// `none` alone on a ballot means that it is empty: it is looked at more closely.
fn short(id: &str) -> Option<u64> {
    key(id.as_bytes()).filter(|_| !id.eq_ignore_ascii_case("none"))
}
