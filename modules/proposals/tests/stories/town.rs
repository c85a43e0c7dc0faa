//! A small town in which the stories happen: three communes, a service, one démarche that is open.

use arpent_commons::commands::contributions::{Author, NewContribution, Submitted, submit};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::{Area, Capacity, Unit};
use arpent_commons::store::places;
use arpent_commons::testkit;
use arpent_core::permission::Person;
use arpent_core::{Id, Role, Scope};
use arpent_web::Config;
use arpent_web::testkit::{Browser, House};
use jiff::civil::date;

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    /// The démarche that is open.
    pub initiative: Initiative,
    /// A service of the authority.
    pub unit: Id<Unit>,
}

/// The démarche's pages begin here.
pub const PLACE: &str = "/demarches/bords-de-morge";

/// The town, on each database at hand.
pub async fn each() -> Vec<Town> {
    each_with(|config| config).await
}

/// The same, with the limits of a site that is on line.
pub async fn each_as_on_line() -> Vec<Town> {
    each_with(|config| Config { limits_loosened: 1, ..config }).await
}

async fn each_with(configure: impl Fn(Config) -> Config) -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_proposals::module().room];
    let mut towns = Vec::new();
    for house in arpent_web::testkit::each_with(&rooms, configure).await {
        towns.push(Town::open(house).await);
    }
    towns
}

impl Town {
    async fn open(house: House) -> Self {
        testkit::communes(
            &house,
            &[("38563", "Voiron", 20_512), ("38239", "Moirans", 7_852), ("38517", "Tullins", 7_700)],
        )
        .await;
        let [unit] = testkit::services(&house, ["Espaces publics"]).await;
        let autumn = (date(2026, 10, 1), date(2026, 12, 31));
        let initiative = testkit::listening(&house, "bords-de-morge", "Les bords de la Morge", autumn).await;
        Self { house, initiative, unit }
    }

    /// What someone says on the site, without an account.
    pub fn words(&self, text: &str) -> NewContribution {
        NewContribution {
            initiative: self.initiative.id,
            title: String::new(),
            text: text.to_owned(),
            channel: Channel::Web,
            capacity: Capacity::Inhabitant,
            organisation: None,
            area: None,
            place: String::new(),
            point: None,
            photo: None,
            photo_alt: String::new(),
            email: String::new(),
            submission: format!("key of {text}").chars().take(90).collect(),
            said_on: None,
            author: Author::Nobody,
        }
    }

    /// Someone said this.
    pub async fn said(&self, text: &str) -> Submitted {
        submit(&self.house.operator(), &self.words(text)).await.expect("accepted")
    }

    /// A commune by its name.
    pub async fn area(&self, name: &str) -> Id<Area> {
        let areas = places::areas(&self.house.app.db).await.expect("communes");
        areas.iter().find(|area| area.name == name).expect("this commune").id
    }

    /// An agent of the service, signed in.
    pub async fn agent(&self) -> (Id<Person>, Browser) {
        testkit::agent_of(&self.house, self.unit).await
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.id.uuid())).await
    }
}

/// The page of a contribution.
pub fn page(said: &Submitted) -> String {
    format!("/contributions/{}", said.id)
}
