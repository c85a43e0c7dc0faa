//! Someone without an account asks for what is held at the address she left, then has it forgotten.

use arpent_commons::commands::contributions::{NewContribution, submit};
use arpent_commons::store::contributions;
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{each, page};

const ADDRESS: &str = "lea@exemple.fr";
const REQUEST: &str = "/admin/personnes/effacer";

#[tokio::test]
async fn who_only_left_an_address_is_found_and_forgotten_at_her_request() {
    for town in each().await {
        let words = NewContribution { email: ADDRESS.to_owned(), ..town.words("Un banc près du pont") };
        let said = submit(&town.house.operator(), &words).await.expect("said");
        let mut dpo = town.house.sign_in_as(Role::Dpo).await;
        let found = dpo.get(&format!("{REQUEST}?email={ADDRESS}")).await.ok();
        found.says("Aucun compte n'a cette adresse").says("contributions 1");
        let copy = dpo.post("/admin/personnes/donnees.json", &[("email", ADDRESS)]).await.ok().json();
        assert_eq!(copy["commons"]["contributions"][0]["email"], ADDRESS);

        dpo.submit(REQUEST, &[("email", ADDRESS), ("confirm", "true")]).await.ok().says("C'est fait");
        let contact = contributions::contact(&town.house.app.db, said.id).await.expect("reads").expect("a code");
        assert_eq!(contact.email, None);
        assert!(!town.house.letters().await.iter().any(|letter| letter.to == ADDRESS));
        dpo.get(&format!("{REQUEST}?email={ADDRESS}")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        town.house.browser().get(&page(&said)).await.ok().says("Un banc près du pont");
    }
}
