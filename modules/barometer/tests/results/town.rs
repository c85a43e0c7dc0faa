//! A town whose barometer has two closed waves.

use arpent_barometer::commands::{protocols, waves};
use arpent_barometer::domain::wave::Wave;
use arpent_commons::commands::initiatives::{Draft, open, prepare_as, set_phases, set_scope};
use arpent_commons::commands::people::{add_membership, add_organisation, add_unit};
use arpent_commons::domain::initiative::{Initiative, PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::people::{MembershipCapacity, OrganisationKind, Unit};
use arpent_commons::store::people::NewMembership;
use arpent_core::{Id, Role, Scope};
use arpent_store::{Author, Statement, args};
use arpent_web::testkit::{self, Browser, House};
use jiff::civil::date;

use crate::support;

/// The results of the second wave.
pub const RESULTS: &str = "/barometres/services/vagues/2/resultats";

const PUT: &str =
    "INSERT INTO barometer_answer (id, wave, population, mode, place, week, complete, respondent, stratum,
    base_weight, replies, key, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
const ADD: Statement = Statement { name: "ADD_ANSWER", sqlite: PUT, postgres: PUT };

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    initiative: Id<Initiative>,
    unit: Id<Unit>,
}

/// The town, on each database at hand.
pub async fn each() -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_barometer::module().room];
    let mut towns = Vec::new();
    for house in testkit::each(&rooms).await {
        towns.push(Town::open(house).await);
    }
    towns
}

impl Town {
    async fn open(house: House) -> Self {
        let caller = house.operator();
        let organisation =
            add_organisation(&caller, OrganisationKind::Epci, "Agglomération", None).await.expect("an organisation");
        let unit = add_unit(&caller, organisation, "Piscines").await.expect("a unit");
        let draft = Draft {
            title: "Nos services".to_owned(),
            title_en: "Our services".to_owned(),
            purpose: "Savoir ce qu'on en pense.".to_owned(),
            sponsor: "Le vice-président".to_owned(),
            promise_level: "consult".to_owned(),
            promise: "Vous lirez les résultats.".to_owned(),
            who_decides: "Le conseil.".to_owned(),
            who_answers: "Le service qualité.".to_owned(),
            answer_delay_days: "30".to_owned(),
            ..Draft::default()
        };
        let initiative = prepare_as(&caller, &draft, "nos-services").await.expect("a démarche");
        let phase = PhaseDates {
            step: Step::Hear,
            title: "Écouter".to_owned(),
            text: String::new(),
            start: date(2026, 1, 1),
            end: date(2027, 12, 31),
        };
        set_phases(&caller, initiative.id, &[phase]).await.expect("phases");
        let question =
            ScopeQuestion {
                open: true, question: "Que changer ?".to_owned(), reason: "Tout reste à dire.".to_owned()
            };
        set_scope(&caller, initiative.id, &[question]).await.expect("a scope");
        open(&caller, initiative.id).await.expect("an open démarche");
        let town = Self { house, initiative: initiative.id, unit };
        town.answer().await;
        town
    }

    /// Two waves of the model barometer, closed.
    async fn answer(&self) {
        let caller = self.house.operator();
        let mut protocol = support::protocol();
        for service in protocol.services.iter_mut().filter(|one| one.code == "piscine") {
            service.unit = Some(self.unit.uuid());
        }
        let begun = protocols::begin(&caller, self.initiative, "Les services", "services", &protocol).await;
        let (_, version) = begun.expect("a barometer");
        protocols::freeze(&caller, version, "", &[]).await.expect("a frozen protocol");
        for number in [1, 2] {
            let new = waves::NewWave {
                protocol: version,
                title: format!("Vague {number}"),
                opens: date(2026, 3, 1),
                closes: date(2026, 3, 31),
                double_entry: false,
            };
            let wave = waves::prepare(&caller, &new).await.expect("a wave");
            waves::open(&caller, wave.id).await.expect("open");
            self.fill(wave.id, number).await;
            waves::close(&caller, wave.id).await.expect("closed");
        }
    }

    async fn fill(&self, wave: Id<Wave>, number: u8) {
        let now = self.house.operator().now();
        let author = Author { person: None, role: "system", at: now };
        let tx = self.house.app.db.begin(author).await.expect("a write");
        for row in support::answers(wave, number) {
            let replies = serde_json::to_string(&row.replies).expect("JSON");
            let values = args![
                row.id,
                row.wave,
                &row.population,
                row.mode.code(),
                row.place,
                row.week,
                row.complete,
                row.respondent,
                row.stratum,
                row.base_weight,
                replies,
                format!("{number} {}", row.key)
            ];
            tx.run(&ADD, values).await.expect("an answer");
        }
        tx.keep_house("answers of a story").await.expect("kept");
    }

    /// An agent of the swimming pools.
    pub async fn agent(&self) -> Browser {
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
        self.house.sign_in(&email).await
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.uuid())).await
    }
}
