//! A small town in which the stories happen: two communes, two services, one démarche that is open.

use std::sync::Arc;

use arpent_barometer::commands::protocols::begin;
use arpent_barometer::commands::waves::{self, NewWave};
use arpent_barometer::commands::{protocols, scope};
use arpent_barometer::domain::protocol::Protocol;
use arpent_barometer::domain::template;
use arpent_barometer::domain::wave::Wave;
use arpent_barometer::store::barometers::BarometerRow;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::Modules;
use arpent_commons::testkit;
use arpent_core::Role;
use arpent_web::Config;
use arpent_web::testkit::{Browser, House};
use axum::Extension;
use jiff::civil::date;

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    /// The démarche that is open.
    pub initiative: Initiative,
}

/// The démarche's pages begin here.
pub const PLACE: &str = "/demarches/services-publics";

/// The town, on each database at hand.
pub async fn each() -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_barometer::module().room];
    let mut towns = Vec::new();
    for house in arpent_web::testkit::each(&rooms).await {
        towns.push(Town::open(house).await);
    }
    towns
}

/// The same, with the limits that people meet.
pub async fn each_limited() -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_barometer::module().room];
    let mut towns = Vec::new();
    let limited = |config: Config| Config { limits_loosened: 1, ..config };
    for house in arpent_web::testkit::each_with(&rooms, limited).await {
        towns.push(Town::open(house).await);
    }
    towns
}

impl Town {
    async fn open(mut house: House) -> Self {
        // The composition gives the slots of every module to the pages that everyone shares.
        let slots = Modules(Arc::new(vec![arpent_barometer::module().slots]));
        house.router = house.router.clone().layer(Extension(slots));
        testkit::communes(&house, &[("38563", "Voiron", 20_512), ("38239", "Moirans", 7_852)]).await;
        testkit::services(&house, ["Déchets", "Mobilité"]).await;
        let autumn = (date(2026, 10, 1), date(2026, 12, 31));
        let initiative = testkit::listening(&house, "services-publics", "Les services publics", autumn).await;
        Self { house, initiative }
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, scope(self.initiative.id)).await
    }

    /// A barometer of three services under this protocol, frozen, with a wave that is open until mid-November.
    pub async fn open_wave(&self, protocol: &Protocol) -> (BarometerRow, Wave) {
        let caller = self.house.operator();
        let (row, version) =
            begin(&caller, self.initiative.id, "Baromètre", "barometre", protocol).await.expect("a barometer");
        protocols::freeze(&caller, version, "", &[]).await.expect("frozen");
        let new = NewWave {
            protocol: version,
            title: "automne 2026".to_owned(),
            opens: date(2026, 11, 2),
            closes: date(2026, 11, 15),
            double_entry: false,
        };
        let wave = waves::prepare(&caller, &new).await.expect("prepared");
        waves::open(&caller, wave.id).await.expect("open");
        (row, wave)
    }
}

/// The template's protocol for its three example services.
pub fn protocol() -> Protocol {
    template::protocol(&template::example_services())
}
