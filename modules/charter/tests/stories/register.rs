//! Who signed: found by name, by kind and page after page; and what search, tabs and tables say of a charter.

use arpent_charter::commands::charters::open_version;
use arpent_charter::commands::paper::{Sheet, key};
use arpent_charter::commands::subs;
use arpent_commons::domain::people::Power;
use arpent_core::Role;
use jiff::civil::date;

use crate::publishing::sheet;
use crate::town::{PLACE, each, fill, managers, published};

#[tokio::test]
async fn signatories_are_listed_by_kind_and_found_by_name_without_accents() {
    for town in each().await {
        let caller = town.house.operator();
        let residents = subs::SubSheet {
            kind: "resident".to_owned(),
            title: "Habitants".to_owned(),
            individuals: true,
            ..managers()
        };
        let residents = subs::put(&caller, town.charter, None, &residents).await.expect("a sub-charter");
        town.publish(date(2025, 1, 1), date(2029, 12, 31)).await;
        let version = town.last().await.id;
        let menus = arpent_charter::store::subs::of_version(&town.house.app.db, version).await.expect("menus");
        let menu = menus.into_iter().find(|one| one.id == residents).expect("the residents'");
        let items: Vec<_> = menu.items.iter().map(|item| item.id).collect();
        for number in 1..=4 {
            key(&caller, town.charter, &sheet(&town, &format!("Jardin {number}")).await).await.expect("signed");
        }
        for number in 1..=8 {
            let own = Sheet {
                sub: Some(menu.id),
                signer: format!("Édith {number}"),
                public_name: number > 2,
                items: items.clone(),
                submission: format!("own-{number}"),
                ..Sheet::default()
            };
            key(&caller, town.charter, &own).await.expect("signed");
        }
        let mut reader = town.house.browser();
        let home = reader.get(PLACE).await.ok();
        home.says("12 signataires").says("Gestionnaires : 4").says("Habitantes et habitants : 8");
        let page = format!("{PLACE}/signataires");
        let first = reader.get(&page).await.ok();
        first.says("10 noms dans cette liste").says("Et 2 personnes qui n'ont pas souhaité être nommées");
        let kind = reader.get(&format!("{page}?categorie=resident")).await.ok();
        kind.says("6 noms").says("Édith 8").does_not_say("Jardin 1").does_not_say("Édith 1");
        let named = reader.get(&format!("{page}?q=edith+7")).await.ok();
        named.says("Un nom dans cette liste").says("Édith 7").does_not_say("Édith 8");
        reader.get(&format!("{page}?q=personne+ici")).await.ok().says("Personne ne correspond");
        // What nobody offers to ask is no error.
        reader.get(&format!("{page}?page=999&categorie=x&liste=y&par=0")).await.ok().says("Édith 8");
        reader.get(&format!("{page}?lang=en")).await.ok().says("10 names in this list");
    }
}

#[tokio::test]
async fn a_new_version_waits_on_the_home_page_of_whoever_may_sign_again() {
    for town in published().await {
        let organisation = town.organisation("Vergers des rives").await;
        let (_, mut browser) = town.holder(organisation, &[Power::Sign], None).await;
        let last = fill(&town, &mut browser, &[("who", &organisation.to_string())], (6, true)).await;
        browser.submit(&last, &[]).await.ok().says("C'est signé");
        browser.get("/").await.ok().does_not_say("a signé la version d'avant");
        open_version(&town.house.operator(), town.charter).await.expect("a version");
        town.publish(date(2026, 1, 1), date(2030, 12, 31)).await;
        browser.get("/").await.ok().says("Charte du parc : Vergers des rives a signé la version d'avant");
        let last = fill(&town, &mut browser, &[("who", &organisation.to_string())], (6, true)).await;
        browser.submit(&last, &[]).await.ok().says("C'est signé");
        browser.get("/").await.ok().does_not_say("a signé la version d'avant");
    }
}

#[tokio::test]
async fn a_charter_is_found_by_its_words_and_has_its_tab() {
    for town in each().await {
        let mut reader = town.house.browser();
        let found = reader.get("/recherche?q=nids&kind=charter").await.ok();
        found.says("Charte du parc");
        assert!(found.addresses().iter().any(|to| to == PLACE));
        assert!(reader.get("/demarches/parc").await.ok().addresses().iter().any(|to| to == PLACE));
        let text = reader.get(PLACE).await.ok().text();
        assert!(
            text.contains(&format!("<a href=\"{PLACE}\" aria-current=\"page\">Charte</a>")),
            "the tab is the current one"
        );
    }
}

#[tokio::test]
async fn the_template_says_to_those_who_run_it_where_the_charter_stands() {
    use arpent_commons::commands::initiatives::{Draft, prepare_from};
    use arpent_commons::domain::templates::InitiativeTemplate;
    for town in published().await {
        let template = InitiativeTemplate::named("park").expect("the park");
        let draft = Draft {
            title: "Le parc des coteaux".to_owned(),
            purpose: "Dessiner.".to_owned(),
            sponsor: "La vice-présidente".to_owned(),
            promise_level: "concert".to_owned(),
            promise: "Une réponse.".to_owned(),
            who_decides: "Le conseil.".to_owned(),
            who_answers: "Le service.".to_owned(),
            answer_delay_days: "30".to_owned(),
            ..Draft::default()
        };
        let caller = town.house.operator();
        let new = prepare_from(&caller, &draft, "coteaux", template).await.expect("a démarche");
        let mut facilitator = town.house.sign_in_as(Role::Facilitator).await;
        let page = facilitator.get("/demarches/coteaux").await.ok();
        page.says("Ce que le modèle prévoit")
            .says("Les ateliers et les sorties")
            .says("Aucune rencontre n'est annoncée");
        page.says("Aucune charte n'est ouverte").does_not_say("Le budget participatif");
        assert!(page.addresses().iter().any(|to| to == "/demarches/coteaux/charte/ouvrir"));
        arpent_charter::commands::charters::open(&caller, new.id, "Charte", "Dire.").await.expect("a charter");
        let page = facilitator.get("/demarches/coteaux").await.ok();
        page.says("Version 1 en préparation : aucun article, toutes les propositions ont une réponse");
        facilitator.get("/demarches/parc").await.ok().does_not_say("Ce que le modèle prévoit");
    }
}
