//! The web's own room, through the router, on both databases.
#![expect(clippy::expect_used, reason = "helpers of tests stop the test they help")]

mod account;
mod administration;
mod everyone;
mod frame;
mod signing_in;

use arpent_web::testkit::{self, House};

async fn houses() -> Vec<House> {
    testkit::each(&[arpent_web::room()]).await
}

/// The address of the login link in the last letter.
async fn link_received(house: &House) -> String {
    let letters = house.letters().await;
    let text = &letters.last().expect("a letter").text;
    let start = text.find("/connexion/lien/").expect("a link");
    text[start..].split_whitespace().next().expect("an address").to_owned()
}
