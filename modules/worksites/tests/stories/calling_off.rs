//! The weather turns: one act, and everyone knows.

use arpent_core::Role;
use arpent_worksites::commands::get;
use arpent_worksites::commands::materials::{NewItem, book, keep};
use arpent_worksites::commands::volunteers::NewVolunteer;
use arpent_worksites::commands::worksites::edit;
use arpent_worksites::domain::volunteer::Band;
use arpent_worksites::domain::worksite::Sheet;
use arpent_worksites::store::stock;
use axum::http::StatusCode;

use crate::town::{published, sheet, volunteer};

#[tokio::test]
async fn a_shift_called_off_tells_each_address_once_lists_telephones_and_frees_materials() {
    for (town, thursday, saturday) in published().await {
        let caller = town.house.operator();
        let gloves = NewItem { name: "Gants".to_owned(), quantity: 30, kept: "Mairie".to_owned() };
        let gloves = keep(&caller, None, &gloves).await.expect("an item");
        book(&caller, saturday, gloves, 30).await.expect("booked");
        town.sign_up(saturday, "Léa", "lea@exemple.fr").await;
        town.sign_up(saturday, "Tom", "tom@exemple.fr").await;
        town.sign_up(saturday, "Sans rien", "").await;
        let phone = NewVolunteer { phone: "06 11 22 33 44".to_owned(), ..volunteer("Josette", "", Band::Adult) };
        town.try_sign_up(saturday, &phone).await.expect("a seat");
        town.sign_up(thursday, "Ada", "ada@exemple.fr").await;

        let mut team = town.browser(Role::Facilitator).await;
        let form = format!("/seances/{saturday}/annuler");
        team.get(&form).await.ok().says("4 personnes sont inscrites");
        team.post(&form, &[("reason", " ")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let calls = team.submit(&form, &[("reason", "Orages annoncés.")]).await.ok();
        calls.says("La séance est annulée").says("Josette").says("06 11 22 33 44").does_not_say("Léa");
        calls.says("Une personne n'a laissé ni adresse ni téléphone");
        team.post(&form, &[("reason", "Trop de vent.")]).await.is(StatusCode::CONFLICT);
        let letters = town.letters().await;
        let told: Vec<_> =
            letters.iter().filter(|(_, subject)| subject.starts_with("Annulé")).map(|(to, _)| to).collect();
        assert_eq!(told, ["lea@exemple.fr", "tom@exemple.fr"]);
        assert!(stock::of_shift(&town.house.app.db, saturday).await.expect("read").is_empty());

        team.get("/").await.ok().says("Une personne à appeler");
        let act = calls.text().split("action=\"").find(|part| part.contains("/appel\"")).expect("an act").to_owned();
        let act = act.split('"').next().expect("an address").to_owned();
        team.submit(&act, &[]).await.ok().says("Josette est au courant").says("appelée");
        team.get("/").await.ok().does_not_say("à appeler");
        let page = town.house.browser().get(&format!("/chantiers/{}", town.worksite)).await.ok();
        page.says("annulée").says("Orages annoncés.").says("jeudi 12 novembre 2026");
        town.house.browser().get(&format!("/seances/{saturday}/inscription")).await.ok().says("On ne s'inscrit plus");
    }
}

#[tokio::test]
async fn a_whole_worksite_called_off_tells_someone_who_had_two_seats_once() {
    for (town, thursday, saturday) in published().await {
        town.sign_up(thursday, "Léa", "lea@exemple.fr").await;
        town.sign_up(saturday, "Léa encore", "lea@exemple.fr").await;
        let mut team = town.browser(Role::Facilitator).await;
        let page = format!("/chantiers/{}", town.worksite);
        team.get(&format!("{page}/annuler")).await.ok().says("Les 2 séances à venir sont annulées");
        let off = team.submit(&format!("{page}/annuler"), &[("reason", "La rivière est en crue.")]).await.ok();
        off.says("Le chantier est annulé").says("La rivière est en crue.");
        let off: Vec<_> =
            town.house.letters().await.into_iter().filter(|letter| letter.subject.starts_with("Annulé")).collect();
        assert_eq!(off.len(), 1);
        assert!(
            off[0].text.contains("jeudi 12 novembre") && off[0].text.contains("samedi 14 novembre"),
            "{}",
            off[0].text
        );
        team.post(&format!("{page}/publier"), &[]).await.is(StatusCode::CONFLICT).says("annulé");
        let file = town.house.browser().get("/chantiers.ics").await.ok().text();
        assert_eq!(file.matches("STATUS:CANCELLED").count(), 2);
    }
}

#[tokio::test]
async fn a_shift_that_moves_tells_those_who_come_once() {
    for (town, thursday, _) in published().await {
        town.sign_up(thursday, "Léa", "lea@exemple.fr").await;
        let mut team = town.browser(Role::Facilitator).await;
        let form = format!("/seances/{thursday}/modifier");
        let version = team.get(&form).await.ok().hidden("version");
        let moved = [
            ("version", version.as_str()),
            ("day", "2026-11-13"),
            ("start", "14:00"),
            ("end", "17:00"),
            ("capacity", "20"),
            ("leaders", "2"),
            ("minors_per_adult", "3"),
        ];
        team.submit(&form, &moved).await.ok().says("vendredi 13 novembre 2026");
        let other = [&moved[..2], &[("start", "15:00")], &moved[3..]].concat();
        let again = team.post(&form, &other).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        again.says("Quelqu'un a enregistré avant vous");
        let changes = async || {
            let letters = town.letters().await;
            letters.iter().filter(|(_, subject)| subject.starts_with("Changement")).count()
        };
        assert_eq!(changes().await, 1);
        let caller = town.house.operator();
        let elsewhere = Sheet { place: "Gymnase".to_owned(), ..sheet("La haie du Muhlbach") };
        let version = get(&caller, town.worksite).await.expect("read").worksite.version;
        edit(&caller, town.worksite, version, &elsewhere).await.expect("saved");
        let words = Sheet { work: "Planter.".to_owned(), ..elsewhere };
        edit(&caller, town.worksite, version + 1, &words).await.expect("saved");
        assert_eq!(changes().await, 2, "for another place, and for nothing else");
    }
}
