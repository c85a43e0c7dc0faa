//! Two versions side by side, word by word, for whoever saved second.

use arpent_look::parts::{Change, ChangeKind};
use arpent_web::Ctx;
use arpent_web::refusal::Conflict;
use similar::{ChangeTag, TextDiff};

/// One field that two people wrote differently: from what is saved to what was typed.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) label: String,
    pub(super) changes: Vec<Change>,
}

/// The differences of a conflict, in words.
pub(super) fn compare(ctx: &Ctx, conflict: &Conflict) -> Vec<Compared> {
    let of = |difference: &arpent_web::refusal::Difference| Compared {
        label: difference.label.text(ctx.lang),
        changes: words(&difference.stored, &difference.typed),
    };
    conflict.differences.iter().map(of).collect()
}

/// What was taken away and added between two texts.
pub(super) fn words(before: &str, after: &str) -> Vec<Change> {
    let diff = TextDiff::from_words(before, after);
    let mut changes: Vec<Change> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => ChangeKind::Kept,
            ChangeTag::Insert => ChangeKind::Added,
            ChangeTag::Delete => ChangeKind::Removed,
        };
        match changes.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => changes.push(Change { kind, text: change.value().to_owned() }),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_told_in_whole_words() {
        let changes = words("Un banc rouge ici", "Un banc bleu ici");
        let told: Vec<(&str, &str)> = changes.iter().map(|c| (c.kind.class(), c.text.as_str())).collect();
        assert_eq!(told, [("kept", "Un banc "), ("removed", "rouge"), ("added", "bleu"), ("kept", " ici")]);
    }
}
