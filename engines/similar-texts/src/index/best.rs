//! The best of a long row of offers, without sorting it.

use super::texts::Texts;

/// Keeps the places with the highest scores, the lower id going first among equals.
pub struct Best<'t, Id, Keep> {
    wanted: usize,
    texts: &'t Texts<Id>,
    keep: Keep,
    /// What an offer must reach now.
    floor: f32,
    offers: Vec<(f32, u32)>,
}

impl<'t, Id: Copy + Ord, Keep: Fn(Id) -> bool> Best<'t, Id, Keep> {
    pub fn new(wanted: usize, texts: &'t Texts<Id>, keep: Keep) -> Self {
        Self { wanted, texts, keep, floor: 0.0, offers: Vec::new() }
    }

    pub fn offer(&mut self, score: f32, place: u32) {
        if score > 0.0 && score >= self.floor && self.may_be_shown(place) {
            self.offers.push((score, place));
            if self.offers.len() >= self.wanted.saturating_mul(4) {
                self.cut();
            }
        }
    }

    /// The best offers, in order.
    pub fn into_offers(mut self) -> Vec<(f32, u32)> {
        self.cut();
        self.offers.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        self.offers
    }

    fn may_be_shown(&self, place: u32) -> bool {
        !self.texts.is_buried(place) && (self.keep)(self.texts.id(place))
    }

    fn cut(&mut self) {
        if self.offers.len() > self.wanted {
            let texts = self.texts;
            self.offers.select_nth_unstable_by(self.wanted - 1, |one, other| {
                other.0.total_cmp(&one.0).then_with(|| texts.id(one.1).cmp(&texts.id(other.1)))
            });
            self.offers.truncate(self.wanted);
            self.floor = self.offers.iter().fold(f32::INFINITY, |floor, (score, _)| floor.min(*score));
        }
    }
}
