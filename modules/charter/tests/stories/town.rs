//! A town with a démarche, a charter whose first version is published, and people who sign.

use std::sync::Arc;

use arpent_charter::commands::articles::{self, ArticleSheet};
use arpent_charter::commands::charters;
use arpent_charter::commands::publishing::{Publication, publish};
use arpent_charter::commands::subs::{self, SubSheet};
use arpent_charter::domain::charter::{Charter, Version, draft, in_force};
use arpent_charter::domain::sub::{Item, ItemKind, SubCharter};
use arpent_charter::domain::text::Article;
use arpent_charter::store;
use arpent_commons::Modules;
use arpent_commons::commands::people::{add_mandate, add_organisation};
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::{Organisation, OrganisationKind, Power};
use arpent_commons::store::people::NewMandate;
use arpent_commons::testkit;
use arpent_core::permission::Person;
use arpent_core::{Id, Role, Scope};
use arpent_web::testkit::{Browser, House};
use jiff::civil::{Date, date};

/// The charter's pages begin here.
pub const PLACE: &str = "/demarches/parc/charte";

/// The day of the stories.
pub const TODAY: Date = Date::constant(2026, 11, 2);

/// A paragraph of the first article.
pub const WORDS: &str = "Les haies sont taillées hors de la saison des nids.";

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    /// The démarche.
    pub initiative: Initiative,
    /// Its charter.
    pub charter: Id<Charter>,
}

/// The town, with a draft that holds one article and one sub-charter, on each database at hand.
pub async fn each() -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_charter::module().room];
    let mut towns = Vec::new();
    for house in arpent_web::testkit::each(&rooms).await {
        towns.push(Town::open(house).await);
    }
    towns
}

/// The town, with its first version published.
pub async fn published() -> Vec<Town> {
    let towns = each().await;
    for town in &towns {
        town.publish(date(2025, 1, 1), date(2029, 12, 31)).await;
    }
    towns
}

/// The menu of managers: fifteen actions of which six, one prohibition.
pub fn managers() -> SubSheet {
    let actions: Vec<String> = (1..=15).map(|n| format!("Action {n} | photographie {n}")).collect();
    SubSheet {
        kind: "manager".to_owned(),
        title: "Gestionnaires".to_owned(),
        actions: actions.join("\n"),
        prohibitions: "Aucun pesticide".to_owned(),
        ..SubSheet::default()
    }
}

impl Town {
    async fn open(mut house: House) -> Self {
        let slots = Modules(Arc::new(vec![arpent_charter::module().slots]));
        house.router = house.router.clone().layer(axum::Extension(slots));
        let year = (date(2026, 1, 1), date(2026, 12, 31));
        let initiative = testkit::listening(&house, "parc", "Le parc des rives", year).await;
        let caller = house.operator();
        let opened = charters::open(&caller, initiative.id, "Charte du parc", "Dire ce que chacun fera.").await;
        let town = Self { house, initiative, charter: opened.expect("a charter") };
        let sheet = ArticleSheet {
            orientation: "La nature".to_owned(),
            title: "Les haies".to_owned(),
            text: format!("{WORDS}\n\nOn plante des espèces d'ici."),
            ..ArticleSheet::default()
        };
        articles::put(&caller, town.charter, None, &sheet).await.expect("an article");
        subs::put(&caller, town.charter, None, &managers()).await.expect("a sub-charter");
        town
    }

    /// Publishes what is being written.
    pub async fn publish(&self, from: Date, to: Date) -> Id<Version> {
        let deliberation = "délibération du 19 mai 2025, n° 12".to_owned();
        let wanted = Publication { from: Some(from), to: Some(to), deliberation };
        publish(&self.house.operator(), self.charter, &wanted).await.expect("published")
    }

    /// Its versions.
    pub async fn versions(&self) -> Vec<Version> {
        store::charters::versions(&self.house.app.db, self.charter).await.expect("versions")
    }

    /// The version in force.
    pub async fn last(&self) -> Version {
        in_force(&self.versions().await).cloned().expect("a version in force")
    }

    /// The version being written.
    pub async fn draft(&self) -> Version {
        draft(&self.versions().await).cloned().expect("a draft")
    }

    /// The first article of a version.
    pub async fn article(&self, version: &Version) -> Article {
        let text = store::articles::of_version(&self.house.app.db, version.id).await.expect("a text");
        text.into_iter().next().expect("an article")
    }

    /// The menu of the version in force.
    pub async fn menu(&self) -> SubCharter {
        let version = self.last().await;
        let menus = store::subs::of_version(&self.house.app.db, version.id).await.expect("menus");
        menus.into_iter().next().expect("a sub-charter")
    }

    /// The first actions of the menu, as the form sends them.
    pub async fn actions(&self, how_many: usize) -> Vec<Id<Item>> {
        self.menu().await.of(ItemKind::Action).take(how_many).map(|item| item.id).collect()
    }

    /// An organisation.
    pub async fn organisation(&self, name: &str) -> Id<Organisation> {
        let added = add_organisation(&self.house.operator(), OrganisationKind::Association, name, None).await;
        added.expect("an organisation")
    }

    /// Someone with an account, who holds these powers for an organisation until a day.
    pub async fn holder(
        &self,
        organisation: Id<Organisation>,
        powers: &[Power],
        to: Option<Date>,
    ) -> (Id<Person>, Browser) {
        let (person, email) = self.house.person("Camille Weber").await;
        for power in powers {
            let mandate =
                NewMandate { person, organisation, power: *power, from: date(2020, 1, 1), to, document: None };
            add_mandate(&self.house.operator(), &mandate).await.expect("a mandate");
        }
        (person, self.house.sign_in(&email).await)
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.id.uuid())).await
    }

    /// How many signed the version in force.
    pub async fn signed(&self) -> i64 {
        let version = self.last().await;
        store::signatures::count(&self.house.app.db, version.id).await.expect("counted")
    }
}

/// Fills the first four steps of a signature; gives the address of the last one.
pub async fn fill(
    town: &Town,
    browser: &mut Browser,
    who: &[(&str, &str)],
    (actions, prohibition): (usize, bool),
) -> String {
    let begun = browser.post(&format!("{PLACE}/signer"), who).await;
    let second = begun.location().expect("the second step").to_owned();
    let menu = town.menu().await;
    let third = browser.post(&second, &[("sub", &menu.id.to_string())]).await;
    let third = third.location().expect("the third step").to_owned();
    let chosen: Vec<String> = town.actions(actions).await.iter().map(ToString::to_string).collect();
    let mut fields: Vec<(&str, &str)> = chosen.iter().map(|id| ("actions", id.as_str())).collect();
    let given_up: Vec<String> = menu.of(ItemKind::Prohibition).map(|item| item.id.to_string()).collect();
    if prohibition {
        fields.extend(given_up.iter().map(|id| ("prohibitions", id.as_str())));
    }
    let fourth = browser.post(&third, &fields).await.location().expect("the fourth step").to_owned();
    let words =
        [("commitments", "Tenir un rucher\nPrêter nos outils"), ("reservations", "Le calendrier est trop serré.")];
    browser.post(&fourth, &words).await.location().expect("the last step").to_owned()
}
