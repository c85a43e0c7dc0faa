//! Realisation: steps and amounts of what won, for everyone to read.

use arpent_core::Role;
use axum::http::StatusCode;

use crate::town::{PLACE, draft, each};

#[tokio::test]
async fn what_won_is_followed_and_what_lost_is_not() {
    for town in each().await {
        let (_, codes) = town.voting(&draft("5000"), &[("Dix bancs", "4000"), ("Un ponton", "3000")], 1).await;
        town.house.browser().get(&format!("{PLACE}/realisation")).await.ok().says("Pas encore de projet retenu");
        town.vote(&codes[0], &[1]).await.ok();
        town.closed().await;
        let mut facilitator = town.browser(Role::Facilitator).await;
        town.count(&mut facilitator, &[]).await;
        let (_, mut agent) = arpent_commons::testkit::agent_of(&town.house, town.unit).await;
        let unit = town.unit.to_string();
        let stage =
            [("stage", "built"), ("day", "2026-11-16"), ("unit", unit.as_str()), ("text", "Les socles sont coulés.")];
        let first = format!("{PLACE}/projets/1");
        agent.submit(&format!("{first}/etape"), &stage).await.ok().says("visible de tous");
        let wrong = [("kind", "voted"), ("amount", "beaucoup"), ("reference", "D-12")];
        agent
            .post(&format!("{first}/montant"), &wrong)
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Donnez un montant");
        for (kind, amount) in [("voted", "4000"), ("spent", "1 200,50"), ("spent", "-200,50")] {
            let line = [("kind", kind), ("amount", amount), ("reference", "Délibération D-12")];
            agent.submit(&format!("{first}/montant"), &line).await.ok().says("Délibération D-12");
        }
        let page = town.house.browser().get(&format!("{PLACE}/realisation")).await.ok();
        page.says("Dix bancs").says("Chantier").says("Les socles sont coulés").says("Espaces verts").says("1 000 €");
        page.does_not_say("Un ponton");
        agent
            .post(&format!("{PLACE}/projets/2/etape"), &stage)
            .await
            .is(StatusCode::CONFLICT)
            .says("pas parmi les retenus");
        town.house.browser().get(&first).await.ok().says("Les socles sont coulés");
    }
}
