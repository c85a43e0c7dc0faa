//! What has a place in a démarche, told by rooms that do not know one another, is on one map and in the list beside it.
#![expect(clippy::expect_used, reason = "a test that cannot go on says why and stops")]

use arpent::composition;
use arpent_budget::commands::budgets::{Draft, publish, save};
use arpent_budget::commands::projects::{NewProject, create};
use arpent_budget::store::budgets::{self, Budget};
use arpent_commons::commands::meetings;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::meetings::{Meeting, MeetingKind, MeetingSheet};
use arpent_core::{Id, Role, Scope};
use arpent_web::testkit::{self, Answer, House};
use arpent_worksites::commands::{shifts, worksites};
use arpent_worksites::domain::shift::ShiftSheet;
use arpent_worksites::domain::worksite::{Cover, Sheet, Worksite};
use axum::Extension;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};

const MAP: &str = "/demarches/la-morge/carte";
const WORKSITE: &str = "Planter la berge";
const MEETING: &str = "Veillée des souvenirs";
const PROJECT: &str = "Une passerelle de bois";

/// A démarche with a meeting, a worksite and a project, each with its place.
struct Town {
    house: House,
    initiative: Initiative,
    meeting: Id<Meeting>,
    worksite: Id<Worksite>,
}

async fn each() -> Vec<Town> {
    let mut towns = Vec::new();
    for mut house in testkit::each(&composition::rooms()).await {
        house.router =
            house.router.clone().layer(Extension(composition::slots())).layer(Extension(arpent_mapping::maps()));
        let year = (date(2026, 1, 1), date(2026, 12, 31));
        let initiative = arpent_commons::testkit::listening(&house, "la-morge", "Les bords de la Morge", year).await;
        towns.push(Town::open(house, initiative).await);
    }
    towns
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn meeting() -> MeetingSheet {
    MeetingSheet {
        title: MEETING.into(),
        kind: MeetingKind::PublicMeeting,
        agenda: String::new(),
        place: "Foyer municipal".into(),
        area: None,
        start: instant("2026-11-20T18:00:00Z"),
        end: instant("2026-11-20T20:00:00Z"),
        seats: 0,
        guest_seats: 0,
        point: Some((45.3253, 5.5648)),
    }
}

fn sheet() -> Sheet {
    Sheet {
        title: WORKSITE.into(),
        lead_name: "Haies vives".into(),
        place: "Square du gymnase".into(),
        point: Some((45.3655, 5.5886)),
        work: "Planter des saules.".into(),
        bring: "Des bottes.".into(),
        access: "Chemin plat.".into(),
        organisation: None,
    }
}

impl Town {
    /// All of it as drafts.
    async fn open(house: House, initiative: Initiative) -> Self {
        let caller = house.operator();
        let meeting = meetings::prepare(&caller, initiative.id, &meeting()).await.expect("a meeting");
        let worksite = worksites::prepare(&caller, initiative.id, &sheet()).await.expect("a worksite");
        let days: [(Option<Date>, Option<Date>); 5] = [(Some(date(2026, 1, 1)), Some(date(2026, 12, 31))); 5];
        let draft = Draft {
            title: "Le budget des rives".into(),
            envelopes: "10 000".into(),
            ballot: "approval".into(),
            most: "3".into(),
            rule: "greedy".into(),
            completion: "none".into(),
            ties: "votes_cost".into(),
            access: "letter".into(),
            min_age: "11".into(),
            days,
            ..Draft::default()
        };
        let budget = save(&caller, initiative.id, &draft).await.expect("a budget");
        let project = NewProject {
            title: PROJECT.into(),
            place: "Pont de la filature".into(),
            point: "45.3452, 5.6251".into(),
            ..NewProject::default()
        };
        create(&caller, &budget, &project).await.expect("a project");
        Self { house, initiative, meeting, worksite }
    }

    async fn budget(&self) -> Budget {
        budgets::of_initiative(&self.house.app.db, self.initiative.id).await.expect("read").expect("a budget")
    }

    /// Everyone may read all of it: a shift on Saturday 14 November, a meeting on Friday 20.
    async fn published(&self) {
        let caller = self.house.operator();
        meetings::announce(&caller, self.meeting).await.expect("announced");
        let hours = ShiftSheet {
            start: instant("2026-11-14T08:00:00Z"),
            end: instant("2026-11-14T11:00:00Z"),
            capacity: 20,
            leaders: 1,
            minors_per_adult: 3,
        };
        shifts::add(&caller, self.worksite, &hours).await.expect("a shift");
        let cover = Cover {
            insurer: "Mutuelle".into(),
            contract: "4521".into(),
            deliberation: "n° 41".into(),
            deliberated_on: Some(date(2026, 9, 24)),
            safety: "Chef d'équipe".into(),
        };
        worksites::cover(&caller, self.worksite, &cover).await.expect("covered");
        worksites::publish(&caller, self.worksite).await.expect("published");
        publish(&caller, &self.budget().await).await.expect("published");
    }

    async fn map(&self, below: &str) -> Answer {
        self.house.browser().get(&format!("{MAP}{below}")).await.ok()
    }
}

/// Drawn as a pin, and said in the list: both or neither.
fn shows(page: &Answer, title: &str) -> bool {
    let text = page.text();
    let (drawn, listed) = (text.contains(&format!("{title}, ")), text.contains(&format!("\">{title}</a></h3>")));
    assert_eq!(drawn, listed, "{title} is drawn and listed, or neither");
    listed
}

fn titles(file: &Answer) -> Vec<String> {
    let features = file.json()["features"].as_array().expect("features").clone();
    features.iter().map(|one| one["properties"]["nom"].as_str().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn what_is_prepared_is_on_no_map_and_what_is_published_is_on_the_map_in_the_list_and_in_the_file() {
    for town in each().await {
        let mut team = town.house.sign_in_on(Role::Facilitator, Scope::Initiative(town.initiative.id.uuid())).await;
        for page in [town.map("").await, team.get(MAP).await.ok()] {
            assert!([WORKSITE, MEETING, PROJECT].iter().all(|title| !shows(&page, title)));
            page.does_not_say("Aussi sur la carte");
        }
        assert!(titles(&town.map(".geojson").await).is_empty());
        let mut visitor = town.house.browser();
        visitor.get("/demarches/la-morge").await.ok().does_not_say("Ouvrir la carte et sa liste");

        town.published().await;
        let page = town.map("").await;
        assert!([WORKSITE, MEETING, PROJECT].iter().all(|title| shows(&page, title)));
        page.says("Aussi sur la carte").says("Prochaine séance : samedi 14 novembre 2026, de 9 h à 12 h");
        page.says("vendredi 20 novembre 2026").says("Projet du budget participatif").says("Pont de la filature");
        // None of them has a layer, and the window holds all three.
        assert!(page.queries() <= 14, "{} queries", page.queries());
        let file = town.map(".geojson").await;
        assert_eq!(titles(&file), [WORKSITE, MEETING, PROJECT]);
        let first = &file.json()["features"][0];
        assert_eq!(first["properties"]["type"], "Chantier participatif");
        assert_eq!(first["geometry"]["coordinates"][1], 45.3655);
        let address = first["properties"]["adresse"].as_str().expect("an address");
        assert!(
            address.starts_with("http") && address.ends_with(&format!("/chantiers/{}", town.worksite)),
            "{address}"
        );
        visitor.get("/demarches/la-morge").await.ok().says("Ouvrir la carte et sa liste").says("Rencontres : 1");
    }
}

#[tokio::test]
async fn each_sort_is_hidden_by_its_box_and_what_is_asked_of_layers_is_answered_by_layers_alone() {
    for town in each().await {
        town.published().await;
        let page = town.map("?sans-chantiers=true&vue=45.35,5.58,12").await;
        assert!(!shows(&page, WORKSITE) && shows(&page, MEETING) && shows(&page, PROJECT));
        page.says("Montrer de nouveau").says("caché");
        assert!(page.text().contains("name=\"sans-chantiers\" value=\"true\" checked"), "the box stays checked");
        // The window and the box travel together.
        assert!(page.addresses().iter().any(|href| href.contains("sans-chantiers=true&") && href.contains("vue=")));
        assert_eq!(titles(&town.map(".geojson?sans-chantiers=true").await), [MEETING, PROJECT]);
        let found = town.map("?q=FILATURE").await;
        assert!(shows(&found, PROJECT) && !shows(&found, WORKSITE) && !shows(&found, MEETING));
        for asked in ["?forme=zone", "?date=2019-06-01", "?couche=018f0000-0000-7000-8000-000000000000"] {
            let page = town.map(asked).await;
            assert!([WORKSITE, MEETING, PROJECT].iter().all(|title| !shows(&page, title)), "{asked}");
            page.says("Vos filtres ne laissent rien ici");
            assert!(titles(&town.map(&[".geojson", asked].concat()).await).is_empty(), "{asked}");
        }
        let territory = town.house.browser().get("/carte").await.ok();
        territory.does_not_say("Aussi sur la carte").does_not_say(MEETING);
    }
}

#[tokio::test]
async fn the_page_of_each_shows_where_it_is_and_leads_to_the_map_there() {
    for town in each().await {
        town.published().await;
        let pages = [
            format!("/chantiers/{}", town.worksite),
            format!("/rencontres/{}", town.meeting),
            "/demarches/la-morge/budget/projets/1".to_owned(),
        ];
        for (path, title) in pages.iter().zip([WORKSITE, MEETING, PROJECT]) {
            let page = town.house.browser().get(path).await.ok();
            page.says("Point sur la carte : 45.3").says("Voir sur la carte de la démarche");
            let addresses = page.addresses();
            let there = addresses.iter().find(|href| href.starts_with(&format!("{MAP}?vue=45.3"))).expect("the map");
            assert!(shows(&town.house.browser().get(there).await.ok(), title), "{there}");
        }
    }
}

#[tokio::test]
async fn what_is_over_or_called_off_says_so_and_is_read_last() {
    for town in each().await {
        town.published().await;
        meetings::cancel(&town.house.operator(), town.meeting, "Le foyer est inondé.").await.expect("cancelled");
        let page = town.map("").await;
        page.says("annulée : vendredi 20 novembre 2026").says("Un lieu passé ou arrêté");
        let text = page.text();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words}"));
        assert!(at(&format!("\">{WORKSITE}</a></h3>")) < at("<summary>Un lieu"));
        assert!(at("<summary>Un lieu") < at(&format!("\">{MEETING}</a></h3>")));
        town.house.pass(SignedDuration::from_hours(24 * 21));
        let page = town.map("").await;
        page.says("Dernière séance : samedi 14 novembre 2026").says("2 lieux passés ou arrêtés");
    }
}
