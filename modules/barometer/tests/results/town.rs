//! A town whose barometer has two closed waves.

use std::sync::Arc;

use arpent_barometer::commands::{protocols, waves};
use arpent_barometer::domain::protocol::Rules;
use arpent_barometer::domain::wave::Wave;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::domain::people::Unit;
use arpent_commons::module::Modules;
use arpent_commons::testkit;
use arpent_core::{Id, Role, Scope};
use arpent_store::{Author, FromRow, Reads as _, Row, Statement, StoreError, args};
use arpent_web::testkit::{Browser, House};
use axum::Extension;
use jiff::civil::date;

use crate::support;

/// The results of the second wave.
pub const RESULTS: &str = "/barometres/services/vagues/2/resultats";

const PUT: &str =
    "INSERT INTO barometer_answer (id, wave, population, mode, place, week, complete, respondent, stratum,
    base_weight, replies, key, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
const ADD: Statement = Statement { name: "ADD_ANSWER", sqlite: PUT, postgres: PUT };

const COUNT: &str = "SELECT COUNT(*) AS n FROM journal WHERE kind = $1";
const EVENTS: Statement = Statement { name: "COUNT_EVENTS", sqlite: COUNT, postgres: COUNT };

struct Counted(i64);

impl FromRow for Counted {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("n")?))
    }
}

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    /// Its démarche.
    pub initiative: Id<Initiative>,
    unit: Id<Unit>,
    other: Id<Unit>,
}

/// The town, on each database at hand.
pub async fn each() -> Vec<Town> {
    each_under(|_| ()).await
}

/// The town, with other rules of reading.
pub async fn each_under(rules: impl Fn(&mut Rules)) -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_barometer::module().room];
    let mut towns = Vec::new();
    for house in arpent_web::testkit::each(&rooms).await {
        towns.push(Town::open(house, &rules).await);
    }
    towns
}

impl Town {
    async fn open(mut house: House, rules: &impl Fn(&mut Rules)) -> Self {
        // The composition gives the slots of every module to the pages that everyone shares.
        let slots = Modules(Arc::new(vec![arpent_barometer::module().slots]));
        house.router = house.router.clone().layer(Extension(slots));
        let [unit, other] = testkit::services(&house, ["Piscines", "Médiathèques"]).await;
        let years = (date(2026, 1, 1), date(2027, 12, 31));
        let initiative = testkit::listening(&house, "nos-services", "Nos services", years).await;
        let town = Self { house, initiative: initiative.id, unit, other };
        town.answer(rules).await;
        town
    }

    /// Two waves of the model barometer, closed.
    async fn answer(&self, rules: &impl Fn(&mut Rules)) {
        let caller = self.house.operator();
        let mut protocol = support::protocol();
        rules(&mut protocol.rules);
        for service in &mut protocol.services {
            service.unit = match service.code.as_str() {
                "piscine" => Some(self.unit.uuid()),
                "mediatheque" => Some(self.other.uuid()),
                _ => None,
            };
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

    /// How often the journal says that this happened.
    pub async fn events(&self, kind: &str) -> i64 {
        let found = self.house.app.db.maybe::<Counted>(&EVENTS, args![kind]).await.expect("the journal");
        found.map_or(0, |counted| counted.0)
    }

    /// An agent of the swimming pools.
    pub async fn agent(&self) -> Browser {
        testkit::agent_of(&self.house, self.unit).await.1
    }

    /// An agent of another service, which this barometer judges too.
    pub async fn other_agent(&self) -> Browser {
        testkit::agent_of(&self.house, self.other).await.1
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.uuid())).await
    }
}
