//! Writing in the open: proposing without an account, refusing with a reason, two people on one article.

use arpent_charter::commands::articles::{ArticleSheet, put};
use arpent_charter::store;
use arpent_commons::commands::contributions::{Author, NewContribution, submit};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::people::Capacity;
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{PLACE, Town, WORDS, each};

async fn form_of(town: &Town, number: i64) -> String {
    let version = town.versions().await.into_iter().find(|one| one.number == number).expect("this version");
    format!("{PLACE}/versions/{number}/paragraphes/{}", town.article(&version).await.paragraphs[0].id)
}

#[tokio::test]
async fn anyone_proposes_on_a_draft_without_an_account_and_reads_the_refusal_with_its_reason() {
    for town in each().await {
        let mut phone = town.house.browser();
        phone.get(PLACE).await.ok().says("En préparation").says("n'obligera que celles et ceux").says(WORDS);
        let form = form_of(&town, 1).await;
        let blank = phone.get(&form).await.ok();
        let submission = blank.hidden("submission");
        let same = [("submission", submission.as_str()), ("proposed", WORDS), ("why", " ")];
        let refused = phone.post(&form, &same).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Ces mots sont ceux du texte").says("Écrivez quelque chose ici").says("Dites à quel titre");
        let fields = [
            ("submission", submission.as_str()),
            ("proposed", "Les haies ne sont plus taillées."),
            ("why", "Elles vont très bien sans nous."),
            ("capacity", "inhabitant"),
            ("email", "lea@exemple.fr"),
        ];
        let sent = phone.submit(&form, &fields).await.ok();
        sent.says("contribution n° 1").says("Votre code de suivi");
        assert_eq!(town.house.letters().await.len(), 1, "one receipt");
        let mut facilitator = town.browser(Role::Facilitator).await;
        let set_aside = [("status", "set_aside"), ("reason", "Les chemins doivent rester ouverts.")];
        facilitator.submit(&format!("{}/repondre", sent.path), &set_aside).await.ok();
        phone.get(PLACE).await.ok().says("Les chemins doivent rester ouverts").says("Écartée");
        phone.get(&format!("{PLACE}/propositions")).await.ok().says("Les chemins doivent rester ouverts");
        facilitator.post(&format!("{}/reprendre", sent.path), &[]).await.is(StatusCode::CONFLICT);
        let organisation = town.organisation("Sans mandat").await.to_string();
        let (_, mut member) = town.holder(town.organisation("Ailleurs").await, &[], None).await;
        let spoken = [
            ("submission", "spoken"),
            ("proposed", "Les haies parlent."),
            ("why", "Parce que nous le pensons."),
            ("capacity", "association"),
            ("organisation", organisation.as_str()),
        ];
        let refused = member.post(&form, &spoken).await.is(StatusCode::CONFLICT);
        refused.says("Parce que nous le pensons.");
        let nowhere = format!("{PLACE}/versions/1/paragraphes/00000000-0000-7000-8000-000000000000");
        phone.get(&nowhere).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_article_lists_what_it_rests_on_and_each_contribution_says_where_it_led() {
    for town in each().await {
        let new = NewContribution {
            initiative: town.initiative.id,
            title: "Des haies plus hautes".to_owned(),
            text: "Pour les oiseaux".to_owned(),
            channel: Channel::Web,
            capacity: Capacity::Inhabitant,
            organisation: None,
            area: None,
            place: String::new(),
            point: None,
            photo: None,
            photo_alt: String::new(),
            email: String::new(),
            submission: "one".to_owned(),
            said_on: None,
            author: Author::Nobody,
        };
        let said = submit(&town.house.operator(), &new).await.expect("said");
        let article = town.article(&town.draft().await).await;
        let sheet = ArticleSheet {
            position: 1,
            title: article.title.clone(),
            text: format!("{}\n\nUn troisième.", article.text()),
            rests_on: "n° 1".to_owned(),
            ..ArticleSheet::default()
        };
        let caller = town.house.operator();
        put(&caller, town.charter, Some((article.id, 1)), &sheet).await.expect("written");
        let kept = town.article(&town.draft().await).await;
        assert_eq!(
            kept.paragraphs[..2].iter().map(|one| one.id).collect::<Vec<_>>(),
            article.paragraphs.iter().map(|one| one.id).collect::<Vec<_>>()
        );
        let mut reader = town.house.browser();
        reader.get(PLACE).await.ok().says("Contribution n° 1 : Des haies plus hautes");
        let thread = reader.get(&format!("/suivi/{}", said.code)).await.ok();
        thread.says("L'article « Les haies » de la charte s'appuie sur ce que vous avez dit").says("en préparation");
        let unknown = ArticleSheet { rests_on: "1, 7".to_owned(), ..sheet };
        let refused = put(&caller, town.charter, Some((article.id, 2)), &unknown).await.expect_err("refused");
        assert!(format!("{refused:?}").contains("number: 7"), "{refused:?}");
    }
}

#[tokio::test]
async fn two_people_on_one_article_see_what_parts_them_and_lose_nothing() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let page = format!("{PLACE}/articles/{}", town.article(&town.draft().await).await.id);
        let revision = facilitator.get(&page).await.ok().hidden("revision");
        let mine = [("revision", revision.as_str()), ("title", "Les haies"), ("text", "Un texte court.")];
        facilitator.submit(&page, &mine).await.ok().says("Un texte court");
        let theirs = [("revision", revision.as_str()), ("title", "Les haies"), ("text", "Un autre texte.")];
        let refused = facilitator.post(&page, &theirs).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Quelqu'un a enregistré avant vous").says("Un autre texte");
        let now = refused.hidden("revision");
        let after = [("revision", now.as_str()), ("title", "Les haies"), ("text", "Un autre texte.")];
        facilitator.submit(&page, &after).await.ok().says("Un autre texte");
    }
}

#[tokio::test]
async fn a_charter_is_opened_once_from_the_page_of_its_demarche() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{PLACE}/ouvrir");
        let again = [("title", "Une autre"), ("intent", "Encore")];
        facilitator.post(&act, &again).await.is(StatusCode::CONFLICT).says("a déjà sa charte");
        let empty = facilitator.post(&act, &[("title", " ")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        empty.says("Écrivez quelque chose ici");
        let renamed = [("title", "Charte des rives"), ("intent", "Dire ce que chacun fera.")];
        facilitator.submit(&format!("{PLACE}/nommer"), &renamed).await.ok();
        town.house.browser().get(PLACE).await.ok().says("Charte des rives");
        facilitator.post(&format!("{PLACE}/versions"), &[]).await.is(StatusCode::CONFLICT).says("déjà en préparation");
        let wrong = [("title", "x"), ("kind", "nobody"), ("minimum", "1000"), ("actions", "a")];
        let refused = facilitator.post(&format!("{PLACE}/volets"), &wrong).await;
        refused.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites pour qui").says("de 0 à 100");
    }
}

#[tokio::test]
async fn every_page_speaks_english_too() {
    for town in each().await {
        let mut reader = town.house.browser();
        for (page, words) in
            [("", "Being written"), ("/propositions", "No proposal yet"), ("/soutien", "Nothing is offered")]
        {
            reader
                .get(&format!("{PLACE}{page}?lang=en"))
                .await
                .ok()
                .says(words)
                .says("will bind only those who choose");
        }
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    for town in each().await {
        for statement in store::STATEMENTS.iter().copied().flatten() {
            town.house.app.db.prepare(statement).await.unwrap_or_else(|error| panic!("{}: {error}", statement.name));
        }
    }
}
