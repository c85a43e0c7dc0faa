//! Groups proposed to a person, who accepts, renames or leaves them: each is what lies nearest to one of its members.

use std::collections::BTreeMap;

/// Fewer members are no group: two that say the same are doubles.
pub const FEWEST: usize = 3;
/// Letters of a sentence that can name a group.
const SENTENCE: std::ops::RangeInclusive<usize> = 20..=110;

/// Gathers records by nearness. Each group has a centre, and every member is near that centre itself: no chain of
/// neighbours ends far from where it began. The largest come first; the same nearness gives the same groups.
pub fn gather<Id: Copy + Ord>(near: &[(Id, Id, f32)], most: usize) -> Vec<Vec<Id>> {
    let mut neighbours = neighbours(near);
    let mut groups = Vec::new();
    while groups.len() < most {
        let Some(centre) = centre(&neighbours) else { break };
        let mut group: Vec<(Id, f32)> = neighbours.get(&centre).cloned().unwrap_or_default();
        group.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let members: Vec<Id> = std::iter::once(centre).chain(group.into_iter().map(|(id, _)| id)).collect();
        take_out(&mut neighbours, &members);
        groups.push(members);
    }
    groups
}

type Neighbours<Id> = BTreeMap<Id, Vec<(Id, f32)>>;

fn neighbours<Id: Copy + Ord>(near: &[(Id, Id, f32)]) -> Neighbours<Id> {
    let mut all: BTreeMap<Id, BTreeMap<Id, f32>> = BTreeMap::new();
    for (one, other, score) in near.iter().filter(|(one, other, _)| one != other) {
        all.entry(*one).or_default().insert(*other, *score);
        all.entry(*other).or_default().insert(*one, *score);
    }
    all.into_iter().map(|(id, near)| (id, near.into_iter().collect())).collect()
}

/// The record with the most neighbours, then the nearest ones.
fn centre<Id: Copy + Ord>(neighbours: &Neighbours<Id>) -> Option<Id> {
    let weight = |near: &[(Id, f32)]| (near.len(), near.iter().map(|(_, score)| score).sum::<f32>());
    let enough = neighbours.iter().filter(|(_, near)| near.len() + 1 >= FEWEST);
    let best = enough.max_by(|(a, one), (b, other)| {
        let ((n, sum), (m, total)) = (weight(one), weight(other));
        n.cmp(&m).then(sum.total_cmp(&total)).then(b.cmp(a))
    });
    best.map(|(id, _)| *id)
}

fn take_out<Id: Copy + Ord>(neighbours: &mut Neighbours<Id>, members: &[Id]) {
    for member in members {
        neighbours.remove(member);
    }
    for near in neighbours.values_mut() {
        near.retain(|(id, _)| !members.contains(id));
    }
}

/// The sentences of a text that are long enough to say something and short enough to be a title.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '\n', ';'])
        .map(|sentence| sentence.trim().trim_end_matches(['.', ';']).trim_end())
        .filter(|sentence| SENTENCE.contains(&sentence.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_what_lies_near_its_centre() {
        // 1–2–3 around 2, 4–5 too few, 6 near 3 only.
        let near = [(1, 2, 0.9), (2, 3, 0.8), (4, 5, 0.9), (3, 6, 0.7)];
        assert_eq!(gather(&near, 10), [vec![2, 1, 3]]);
    }

    #[test]
    fn nobody_is_in_two_groups_and_the_largest_comes_first() {
        let near = [(1, 2, 0.5), (1, 3, 0.5), (1, 4, 0.5), (5, 6, 0.9), (5, 7, 0.9), (4, 5, 0.6)];
        let groups = gather(&near, 10);
        assert_eq!(groups[0].len(), 4);
        let mut all: Vec<i32> = groups.concat();
        all.sort_unstable();
        let before = all.len();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn a_title_is_a_whole_sentence_someone_wrote() {
        let text = "Oui. Les cars passent trop vite devant l’école.\nIl faudrait un radar ! Trop court.";
        assert_eq!(
            sentences(text).collect::<Vec<_>>(),
            ["Les cars passent trop vite devant l’école", "Il faudrait un radar !"]
        );
    }
}
