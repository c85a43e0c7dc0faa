//! Grouping, themes, doubles.

use arpent_commons::commands::contributions::Submitted;
use arpent_commons::store::contributions;
use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{PLACE, Town, each, page};

async fn theme_of(town: &Town, said: &Submitted) -> Option<String> {
    let listed = contributions::listed(&town.house.app.db, said.id).await.expect("read").expect("there");
    listed.theme_title
}

#[tokio::test]
async fn what_is_ticked_goes_under_a_theme_created_by_the_same_gesture() {
    for town in each().await {
        let (bench, shade) = (town.said("Un banc").await, town.said("De l'ombre").await);
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{PLACE}/classer");
        facilitator.get(&act).await.ok().says("Un banc").says("De l'ombre");
        let ids = [bench.id.to_string(), shade.id.to_string()];
        let fields = [("contributions", ids[0].as_str()), ("contributions", ids[1].as_str()), ("title", "S'arrêter")];
        facilitator.submit(&act, &fields).await.ok().says("2 contributions sont classées").says("S'arrêter");
        assert_eq!(theme_of(&town, &shade).await.as_deref(), Some("S'arrêter"));
        let out = [("contributions", ids[1].as_str()), ("theme", "aucun")];
        facilitator.submit(&act, &out).await.ok();
        assert_eq!(theme_of(&town, &shade).await, None);
    }
}

#[tokio::test]
async fn classifying_nothing_says_so_and_keeps_what_was_ticked() {
    for town in each().await {
        let bench = town.said("Un banc").await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let act = format!("{PLACE}/classer");
        let refused = facilitator.post(&act, &[("title", "S'arrêter")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Rien n'est coché");
        let id = bench.id.to_string();
        let untitled = facilitator.post(&act, &[("contributions", id.as_str())]).await;
        let untitled = untitled.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(untitled.text().contains(&format!("value=\"{id}\" checked")), "the tick is kept");
    }
}

#[tokio::test]
async fn groups_are_proposed_by_a_sentence_someone_wrote_and_accepted_as_a_theme() {
    for town in each().await {
        let texts = [
            "Il manque des bancs à l'ombre le long de la Morge.",
            "Des bancs à l'ombre le long de la Morge, s'il vous plaît.",
            "On voudrait des bancs à l'ombre au bord de la Morge.",
            "La piscine ferme trop tôt le soir pour les familles.",
        ];
        for text in texts {
            town.said(text).await;
        }
        let mut facilitator = town.browser(Role::Facilitator).await;
        let groups = facilitator.get(&format!("{PLACE}/classer/groupes")).await.ok();
        groups.says("Classer ces 3 contributions").does_not_say("piscine");
        assert!(groups.queries() <= 10, "{} queries", groups.queries());
        let html = groups.text();
        let ids: Vec<&str> =
            html.split("name=\"contributions\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.len(), 3);
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("contributions", *id)).collect();
        fields.extend([("title", "Des bancs à l'ombre"), ("from", "groupes"), ("theme", "")]);
        facilitator.submit(&format!("{PLACE}/classer"), &fields).await.ok().says("3 contributions sont classées");
        let list = town.house.browser().get(&format!("{PLACE}/contributions")).await.ok();
        list.says("Des bancs à l'ombre (3)");
    }
}

#[tokio::test]
async fn a_theme_saved_by_two_people_shows_the_second_the_difference() {
    for town in each().await {
        let bench = town.said("Un banc").await.id.to_string();
        let mut facilitator = town.browser(Role::Facilitator).await;
        let fields = [("contributions", bench.as_str()), ("title", "Repos")];
        facilitator.submit(&format!("{PLACE}/classer"), &fields).await.ok();
        let theme = contributions::themes(&town.house.app.db, town.initiative.id).await.expect("themes").remove(0);
        let address = format!("/themes/{}", theme.id);
        let mut other = town.browser(Role::Ambassador).await;
        let version = other.get(&address).await.ok().hidden("version");
        let first = [("version", version.as_str()), ("title", "Se reposer"), ("summary", "")];
        facilitator.submit(&address, &first).await.ok().says("Le thème est enregistré");
        let second = [("version", version.as_str()), ("title", "S'asseoir"), ("summary", "")];
        let refused = other.post(&address, &second).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Quelqu'un a enregistré avant vous");
        facilitator.post(&format!("{address}/supprimer"), &[]).await.is(StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn doubles_are_shown_side_by_side_merged_and_separated_again() {
    for town in each().await {
        let first = town.said("Il faudrait un banc à l'ombre près du vieux pont").await;
        let second = town.said("Il faudrait un banc à l'ombre près du vieux pont de pierre").await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        let proposed = facilitator.get(&format!("{PLACE}/doublons")).await.ok();
        proposed.says("Réunir la n° 2 à la n° 1");
        assert!(proposed.queries() <= 10, "{} queries", proposed.queries());
        let (kept, merged) = (first.id.to_string(), second.id.to_string());
        let fields = [("kept", kept.as_str()), ("merged", merged.as_str()), ("reason", "Le même banc")];
        facilitator.submit(&format!("{PLACE}/fusions"), &fields).await.ok().says("Contributions réunies");
        let mut reader = town.house.browser();
        reader.get(&page(&first)).await.ok().says("Une autre contribution dit la même chose");
        reader.get(&page(&second)).await.ok().says("Elle dit la même chose que celle-ci");
        facilitator.submit(&format!("{}/defusionner", page(&second)), &[]).await.ok().says("sont séparées");
        reader.get(&page(&first)).await.ok().does_not_say("Une autre contribution");
        let itself = [("kept", kept.as_str()), ("merged", kept.as_str())];
        facilitator.post(&format!("{PLACE}/fusions"), &itself).await.is(StatusCode::CONFLICT);
    }
}
