//! A service followed by a metric of the démarche: measured by each wave, whoever presses and however often.

use arpent_commons::store::metrics;
use arpent_core::Role;
use arpent_core::verdict::Sample;
use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::town::each;

#[tokio::test]
async fn a_service_that_is_followed_is_measured_by_every_wave_that_is_published() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let results = |wave: u8| format!("/barometres/services/vagues/{wave}/resultats");
        facilitator.submit(&format!("{}/calculer", results(1)), &[]).await.ok();
        let service = format!("{}/services/habitat", results(1));
        let follow = format!("{service}/suivre");
        let users = [("population", "usagers")];
        facilitator.get(&service).await.ok().does_not_say("Suivre par un indicateur");
        facilitator.submit(&format!("{}/publier", results(1)), &[]).await.ok();
        facilitator.get(&service).await.ok().says("Suivre par un indicateur : Usagers");
        let metric = facilitator.post(&follow, &users).await.location().expect("its metric").to_owned();
        facilitator.get(&metric).await.ok().says("Part de satisfaits, Usagers : habitat").says("Vague 1");
        town.house.pass(SignedDuration::from_secs(30));
        assert_eq!(facilitator.post(&follow, &users).await.location(), Some(&*metric), "once, however often");

        facilitator.submit(&format!("{}/calculer", results(2)), &[]).await.ok();
        facilitator.submit(&format!("{}/publier", results(2)), &[]).await.ok();
        let metrics = metrics::of_initiative(&town.house.app.db, town.initiative).await.expect("metrics");
        let measures = metrics::measures(&town.house.app.db, metrics[0].id).await.expect("measures");
        assert_eq!(measures.len(), 2, "one for each wave");
        let shares: Vec<(f64, i64)> = measures.iter().map(|one| share(&one.sample)).collect();
        assert!((shares[0].0 - 0.611).abs() < 0.02 && (shares[1].0 - 0.528).abs() < 0.02, "{shares:?}");
        assert!(shares.iter().all(|(_, n)| (300..1_000).contains(n)), "worth less than given: {shares:?}");
        let mut public = town.house.browser();
        public
            .get(&service)
            .await
            .ok()
            .says("L'indicateur qui suit ce service")
            .does_not_say("Suivre par un indicateur");
    }
}

fn share(sample: &Sample) -> (f64, i64) {
    match *sample {
        Sample::Proportion { successes, n } => (successes as f64 / n as f64, n),
        Sample::Mean { mean, n, .. } => (mean, n),
    }
}

#[tokio::test]
async fn what_cannot_be_followed_is_refused_and_only_those_who_settle_the_protocol_follow() {
    for town in each().await {
        let mut facilitator = town.browser(Role::Facilitator).await;
        let results = "/barometres/services/vagues/1/resultats";
        let follow = format!("{results}/services/habitat/suivre");
        facilitator.submit(&format!("{results}/calculer"), &[]).await.ok();
        facilitator.post(&follow, &[("population", "usagers")]).await.is(StatusCode::NOT_FOUND);
        facilitator.submit(&format!("{results}/publier"), &[]).await.ok();
        facilitator.post(&follow, &[("population", "martiens")]).await.is(StatusCode::NOT_FOUND);
        let nowhere = format!("{results}/services/nulle_part/suivre");
        facilitator.post(&nowhere, &[("population", "usagers")]).await.is(StatusCode::NOT_FOUND);
        let mut elected = town.browser(Role::ElectedOfficial).await;
        elected.post(&follow, &[("population", "usagers")]).await.is(StatusCode::FORBIDDEN);
    }
}
