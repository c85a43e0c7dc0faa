//! A service answers thirty ideas: by commune, doubles together, with what it costs and for when, each author told once.

use arpent_commons::commands::contributions::{NewContribution, Submitted, submit};
use arpent_core::Role;
use jiff::SignedDuration;

use crate::town::{PLACE, Town, each, page};

/// How many ideas each commune has.
const IDEAS: [(&str, &str, usize); 3] = [("Voiron", "38563", 12), ("Moirans", "38239", 10), ("Tullins", "38517", 8)];

/// Said over three days, each by someone else who left her address.
async fn thirty(town: &Town) -> Vec<Submitted> {
    let mut said = Vec::new();
    for (commune, _, count) in IDEAS {
        let area = Some(town.area(commune).await);
        for number in 0..count {
            let text = format!("Une idée pour {commune}, la {number}e : planter ici");
            let email = format!("{}-{number}@exemple.fr", commune.to_lowercase());
            let new = NewContribution { area, email, ..town.words(&text) };
            said.push(submit(&town.house.operator(), &new).await.expect("accepted"));
        }
        town.house.pass(SignedDuration::from_hours(24 * 5));
    }
    said
}

fn ids(said: &[Submitted]) -> Vec<String> {
    said.iter().map(|one| one.id.to_string()).collect()
}

fn fields<'a>(ids: &'a [String], more: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    ids.iter().map(|id| ("contributions", id.as_str())).chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn a_service_answers_thirty_ideas_by_commune_with_cost_and_date_and_each_author_is_told_once() {
    for town in each().await {
        let said = thirty(&town).await;
        let (unit, all) = (town.unit.to_string(), ids(&said));
        let mut facilitator = town.browser(Role::Facilitator).await;
        let assign = format!("{PLACE}/confier");
        let moirans = facilitator.get(&format!("{assign}?commune=38239")).await.ok();
        moirans.says("Moirans (10)").says("pour Moirans").does_not_say("pour Voiron");
        facilitator.submit(&assign, &fields(&all, &[("unit", &unit)])).await.ok();
        for double in &all[1..5] {
            let merge = [("kept", all[0].as_str()), ("merged", double.as_str())];
            facilitator.submit(&format!("{PLACE}/fusions"), &merge).await.ok();
        }
        // The twelve of Voiron, said fifteen days ago, are promised within thirty.
        town.house.pass(SignedDuration::from_hours(24 * 16));
        let (_, mut agent) = town.agent().await;
        let queue = agent.get("/ma-file").await.ok();
        queue.says("30 contributions attendent").says("12 réponses sont en retard");
        let tullins = agent.get("/ma-file?commune=38517").await.ok();
        tullins.says("8 contributions attendent").does_not_say("pour Voiron");

        let means = [("cost", "12 500"), ("by", "2027-06-30"), ("status", "retained"), ("reason", "Nous planterons.")];
        let wrong = [means.as_slice(), &[("go", "preview")]].concat();
        let wrong: Vec<_> =
            wrong.into_iter().map(|(name, value)| (name, if name == "cost" { "cher" } else { value })).collect();
        agent.post("/ma-file/repondre", &fields(&all[..12], &wrong)).await.says("Écrivez un montant en euros");
        let preview = [means.as_slice(), &[("go", "preview")]].concat();
        let read = agent.post("/ma-file/repondre", &fields(&all[..12], &preview)).await.ok();
        read.says("500 €. Prévu pour le mercredi 30 juin 2027.");
        let give = [means.as_slice(), &[("go", "give")]].concat();
        agent.submit("/ma-file/repondre", &fields(&all[..12], &give)).await.ok();
        agent.get("/ma-file").await.ok().says("18 contributions attendent").does_not_say("en retard");
        agent.submit("/ma-file/repondre", &fields(&all[12..], &give)).await.ok();

        let public = town.house.browser().get(&page(&said[0])).await.ok();
        public.says("Nous planterons.").says("500 €. Prévu pour le mercredi 30 juin 2027.");
        let letters = town.house.letters().await;
        let answers = letters.iter().filter(|letter| letter.text.contains("30 juin 2027"));
        let mut told: Vec<_> = answers.map(|letter| letter.to.as_str()).collect();
        told.sort_unstable();
        let once = told.len();
        told.dedup();
        assert_eq!((once, told.len()), (30, 30), "each author one message");
    }
}
