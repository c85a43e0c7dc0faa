//! A small town in which the stories happen: two communes, two services, one démarche that is open.

use std::sync::Arc;

use arpent_barometer::commands::protocols::begin;
use arpent_barometer::commands::waves::{self, NewWave};
use arpent_barometer::commands::{protocols, scope};
use arpent_barometer::domain::protocol::Protocol;
use arpent_barometer::domain::template;
use arpent_barometer::domain::wave::Wave;
use arpent_barometer::store::barometers::BarometerRow;
use arpent_commons::commands::initiatives::{Draft, open, prepare_as, set_phases, set_scope};
use arpent_commons::commands::people::{NewArea, add_organisation, add_unit, put_areas};
use arpent_commons::domain::initiative::{Initiative, PhaseDates, ScopeQuestion, Step};
use arpent_commons::domain::people::OrganisationKind;
use arpent_commons::module::Modules;
use arpent_commons::store::initiatives;
use arpent_core::Role;
use arpent_web::testkit::{self, Browser, House};
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
    for house in testkit::each(&rooms).await {
        towns.push(Town::open(house).await);
    }
    towns
}

impl Town {
    async fn open(mut house: House) -> Self {
        // The composition gives the slots of every module to the pages that everyone shares.
        let slots = Modules(Arc::new(vec![arpent_barometer::module().slots]));
        house.router = house.router.clone().layer(Extension(slots));
        let caller = house.operator();
        let area = |code: &str, name: &str, population| NewArea {
            kind: "commune",
            code: Some(code.to_owned()),
            name: name.to_owned(),
            population: Some(population),
            source: None,
        };
        put_areas(&caller, &[area("38563", "Voiron", 20_512), area("38239", "Moirans", 7_852)])
            .await
            .expect("communes");
        let organisation =
            add_organisation(&caller, OrganisationKind::Epci, "Agglomération", None).await.expect("an organisation");
        add_unit(&caller, organisation, "Déchets").await.expect("a unit");
        add_unit(&caller, organisation, "Mobilité").await.expect("a unit");
        let draft = Draft {
            title: "Les services publics".to_owned(),
            title_en: "Public services".to_owned(),
            purpose: "Savoir ce que vous en pensez.".to_owned(),
            sponsor: "Le président".to_owned(),
            promise_level: "concert".to_owned(),
            promise: "Vous aurez une réponse.".to_owned(),
            who_decides: "Le conseil.".to_owned(),
            who_answers: "La direction générale.".to_owned(),
            answer_delay_days: "30".to_owned(),
            ..Draft::default()
        };
        let initiative = prepare_as(&caller, &draft, "services-publics").await.expect("a démarche");
        let phase = PhaseDates {
            step: Step::Hear,
            title: "Écouter".to_owned(),
            text: String::new(),
            start: date(2026, 10, 1),
            end: date(2026, 12, 31),
        };
        set_phases(&caller, initiative.id, &[phase]).await.expect("phases");
        let question =
            ScopeQuestion {
                open: true, question: "Que changer ?".to_owned(), reason: "Tout reste à dire.".to_owned()
            };
        set_scope(&caller, initiative.id, &[question]).await.expect("a scope");
        open(&caller, initiative.id).await.expect("an open démarche");
        let initiative = initiatives::by_id(&house.app.db, initiative.id).await.expect("read").expect("there");
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
