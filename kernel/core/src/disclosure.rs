//! Suppression of small counts: a table published with its total must not let anyone compute a hidden cell.

/// A count as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Large enough, or zero.
    Count(i64),
    /// Hidden: it is small, or it would reveal a small one.
    Suppressed,
}

/// Below this, a count may identify people (*secret statistique* as the design sets it; a module may be stricter).
pub const SMALL: i64 = 5;

/// Hides counts between 1 and `threshold - 1`; when hidden cells could be found from the total (their sum is itself
/// small, or one stands alone), hides the next smallest non-zero ones too.
pub fn suppress(counts: &[i64], threshold: i64) -> Vec<Shown> {
    let mut hidden: Vec<bool> = counts.iter().map(|&n| n > 0 && n < threshold).collect();
    if hidden.contains(&true) {
        while reveals(counts, &hidden, threshold) {
            let next = (0..counts.len()).filter(|&i| !hidden[i] && counts[i] > 0).min_by_key(|&i| counts[i]);
            match next {
                Some(i) => hidden[i] = true,
                None => break,
            }
        }
    }
    counts.iter().zip(hidden).map(|(&n, hide)| if hide { Shown::Suppressed } else { Shown::Count(n) }).collect()
}

/// The total minus what is shown is the sum of the hidden cells: alone or small, it says too much.
fn reveals(counts: &[i64], hidden: &[bool], threshold: i64) -> bool {
    let cells = hidden.iter().filter(|&&hide| hide).count();
    let sum: i64 = counts.iter().zip(hidden).filter(|&(_, &hide)| hide).map(|(&n, _)| n).sum();
    cells < 2 || sum < threshold
}

/// The total may be shown unless everything that composes it is hidden and small.
pub fn total(counts: &[i64], threshold: i64) -> Shown {
    let sum: i64 = counts.iter().sum();
    if sum > 0 && sum < threshold { Shown::Suppressed } else { Shown::Count(sum) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_lone_small_cell_takes_the_next_smallest_with_it() {
        assert_eq!(
            suppress(&[40, 3, 12, 0], SMALL),
            vec![Shown::Count(40), Shown::Suppressed, Shown::Suppressed, Shown::Count(0)]
        );
    }

    #[test]
    fn large_cells_stay() {
        assert_eq!(suppress(&[5, 9], SMALL), vec![Shown::Count(5), Shown::Count(9)]);
    }

    #[test]
    fn a_small_total_is_hidden() {
        assert_eq!(total(&[1, 2], SMALL), Shown::Suppressed);
    }

    proptest! {
        #[test]
        fn the_hidden_part_never_gives_a_small_cell_away(counts in proptest::collection::vec(0_i64..20, 1..8)) {
            let shown = suppress(&counts, SMALL);
            let hidden: Vec<i64> = counts.iter().zip(&shown).filter(|(_, s)| **s == Shown::Suppressed).map(|(n, _)| *n).collect();
            let everything = counts.iter().filter(|n| **n > 0).count() == hidden.len();
            prop_assert!(hidden.is_empty() || everything || (hidden.len() >= 2 && hidden.iter().sum::<i64>() >= SMALL));
        }
    }
}
