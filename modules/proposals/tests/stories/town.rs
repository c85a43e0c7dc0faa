//! A small town in which the stories happen: three communes, a service, one démarche that is open.

use arpent_commons::commands::contributions::{Author, NewContribution, Submitted, submit};
use arpent_commons::commands::initiatives::{Draft, open, prepare_as, set_phases, set_scope};
use arpent_commons::commands::people::{NewArea, add_membership, add_organisation, add_unit, put_areas};
use arpent_commons::domain::contribution::Channel;
use arpent_commons::domain::initiative::{Initiative, PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::people::{Area, Capacity, MembershipCapacity, OrganisationKind, Unit};
use arpent_commons::store::people::NewMembership;
use arpent_commons::store::{initiatives, places};
use arpent_core::permission::Person;
use arpent_core::{Id, Role, Scope};
use arpent_web::testkit::{self, Browser, House};
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
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_proposals::module().room];
    let mut towns = Vec::new();
    for house in testkit::each(&rooms).await {
        towns.push(Town::open(house).await);
    }
    towns
}

impl Town {
    async fn open(house: House) -> Self {
        let caller = house.operator();
        let area = |code: &str, name: &str, population| NewArea {
            kind: "commune",
            code: Some(code.to_owned()),
            name: name.to_owned(),
            population: Some(population),
            source: None,
        };
        let areas = [area("38563", "Voiron", 20_512), area("38239", "Moirans", 7_852), area("38517", "Tullins", 7_700)];
        put_areas(&caller, &areas).await.expect("communes");
        let organisation =
            add_organisation(&caller, OrganisationKind::Epci, "Agglomération", None).await.expect("an organisation");
        let unit = add_unit(&caller, organisation, "Espaces publics").await.expect("a unit");
        let draft = Draft {
            title: "Les bords de la Morge".to_owned(),
            title_en: "The banks of the Morge".to_owned(),
            purpose: "Imaginer un parc.".to_owned(),
            sponsor: "Le vice-président".to_owned(),
            promise_level: "concert".to_owned(),
            promise: "Vous aurez une réponse.".to_owned(),
            who_decides: "Le conseil.".to_owned(),
            who_answers: "Le service des espaces publics.".to_owned(),
            answer_delay_days: "30".to_owned(),
            ..Draft::default()
        };
        let initiative = prepare_as(&caller, &draft, "bords-de-morge").await.expect("a démarche");
        let phase = PhaseDates {
            step: Step::Hear,
            title: "Écouter".to_owned(),
            text: String::new(),
            start: date(2026, 10, 1),
            end: date(2026, 12, 31),
        };
        set_phases(&caller, initiative.id, &[phase]).await.expect("phases");
        let question = ScopeQuestion {
            open: true,
            question: "Quels usages ?".to_owned(),
            reason: "Tout reste à dire.".to_owned(),
        };
        set_scope(&caller, initiative.id, &[question]).await.expect("a scope");
        open(&caller, initiative.id).await.expect("an open démarche");
        let initiative = initiatives::by_id(&house.app.db, initiative.id).await.expect("read").expect("there");
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
        let (person, email) = self.house.person("Yannick").await;
        self.house.give(person, Role::Agent, Scope::Instance).await;
        let membership = NewMembership {
            person,
            organisation: None,
            unit: Some(self.unit),
            capacity: MembershipCapacity::Agent,
            category: Some("C".to_owned()),
            from: date(2020, 1, 1),
            to: None,
        };
        add_membership(&self.house.operator(), &membership).await.expect("a membership");
        (person, self.house.sign_in(&email).await)
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
