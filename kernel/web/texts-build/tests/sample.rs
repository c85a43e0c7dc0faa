//! The generated accessors, kept under review in `sample/generated` and compiled here as a crate would.

use std::borrow::Cow;

use arpent_texts::Lang::{En, Fr};
use texts::Texts;

/// The accessors of the sample.
pub mod texts {
    include!("sample/generated/texts.rs");
}

#[test]
fn plain_messages_are_ready_in_both_languages() {
    assert_eq!(Texts::new(Fr).welcome(), "Bienvenue à Le Breuil-sur-Seize\u{202F}!");
    assert_eq!(Texts::new(Fr).contribution_send_hint(), "N’oubliez pas votre adresse\u{A0}: elle reste privée");
    assert_eq!(Texts::new(En).contribution_send_hint(), "Do not forget your address: it stays private");
    assert_eq!(Texts::new(En).r#yield(), "Give way");
    assert_eq!(Texts::new(En).several_lines(), "One line\nand another");
}

#[test]
fn zero_is_singular_in_french() {
    assert_eq!(Texts::new(Fr).contributions(0), "0 contribution");
    assert_eq!(Texts::new(Fr).contributions(1_200_usize), "1\u{202F}200 contributions");
    assert_eq!(Texts::new(En).contributions(0), "0 contributions");
}

#[test]
fn variables_come_in_alphabetical_order_and_from_many_types() {
    let name = String::from("Zoé");
    assert_eq!(Texts::new(En).asked(&name, Cow::Borrowed("Why?")), "Zoé asks: “Why?”");
    assert_eq!(Texts::new(Fr).asked(name, "Pourquoi ?"), "Zoé demande\u{A0}: «\u{A0}Pourquoi\u{202F}?\u{A0}»");
    let (floor, kind) = (&"f", &&7);
    assert_eq!(Texts::new(Fr).letter(1_i64, 2_u32, 3, 4.5, "e", floor, kind), "1 2 3 4,5 e f 7");
}

#[test]
fn ids_known_at_run_time_find_their_message() {
    let texts = Texts::new(Fr);
    assert_eq!(texts.say("same"), Some("Contact"));
    assert_eq!(texts.say("contribution-send.label"), Some("Envoyer"));
    assert_eq!(texts.say("contributions"), None);
    assert_eq!(texts.say("nowhere"), None);
}
