//! The engine on real answers, where the folder of test data lies beside the checkout.

#![expect(clippy::unwrap_used, reason = "unreadable test data is a failed test")]

#[path = "support/grand_debat.rs"]
mod grand_debat;

use arpent_similar_texts::{GroupOptions, duplicates};
use grand_debat::{Agreement, Answer};

#[expect(clippy::print_stderr, reason = "a test that measured nothing says so")]
fn answers() -> Option<Vec<Answer>> {
    let path = grand_debat::usual_path();
    if path.exists() {
        return Some(grand_debat::read(&path).unwrap());
    }
    eprintln!("{} is not there: nothing was measured", path.display());
    None
}

#[test]
fn finds_neighbours_of_the_same_topic() {
    let Some(answers) = answers() else { return };
    let found = grand_debat::precision(&grand_debat::with_topic(&answers, true));
    assert!(found.scored > 1400 && found.chance < 0.41, "{} texts, chance {}", found.scored, found.chance);
    assert!(found.first >= 0.69, "P@1 {}", found.first);
    assert!(found.first_five >= 0.64, "P@5 {}", found.first_five);
}

#[test]
fn proposes_themes_that_readers_would_recognise() {
    let Some(answers) = answers() else { return };
    let found = grand_debat::agreement(&grand_debat::with_topic(&answers, true), &GroupOptions::default());
    // k-means over LSA reaches 0.33 at best on the same answers, even when told the number of topics.
    let Agreement { precision, recall, f1, themes, classified } = found;
    assert!(f1 >= 0.37, "F1 {f1}, precision {precision}, recall {recall}, {themes} themes");
    assert!(classified >= 0.6, "classified {classified}");
}

#[test]
fn finds_every_exact_repeat() {
    let Some(answers) = answers() else { return };
    let texts: Vec<(usize, &str)> = answers.iter().map(|answer| answer.text.as_str()).enumerate().collect();
    let grouped: usize = duplicates(&texts, 1.0).iter().map(|group| group.members.len() - 1).sum();
    // 200 repeats, case and spaces aside; a few more, punctuation and accents aside.
    assert!((200..=230).contains(&grouped), "{grouped}");
}
