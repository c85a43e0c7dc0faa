//! A park along a river: a démarche that is open, layers one can draw on.

use std::sync::Arc;

use arpent_commons::Modules;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::testkit;
use arpent_core::{Id, Role, Scope};
use arpent_documents::shapes::Shape;
use arpent_mapping::commands::layers::{self, Typed, TypedProgramme};
use arpent_mapping::commands::objects::{self, NewObject, Words};
use arpent_mapping::domain::layer::Layer;
use arpent_mapping::domain::object::Object;
use arpent_mapping::domain::validation::Thresholds;
use arpent_web::Config;
use arpent_web::testkit::{Browser, House};
use jiff::civil::{Date, date};

/// The park and its application.
pub struct Park {
    /// The application.
    pub house: House,
    /// The démarche that is open.
    pub initiative: Initiative,
}

/// The démarche's map.
pub const MAP: &str = "/demarches/parc-ill-bruche/carte";

/// The park, on each database at hand.
pub async fn each() -> Vec<Park> {
    each_with(|config| config).await
}

/// The same, configured in another way.
pub async fn each_with(configure: impl Fn(Config) -> Config) -> Vec<Park> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_mapping::module().room];
    let mut parks = Vec::new();
    for mut house in arpent_web::testkit::each_with(&rooms, configure).await {
        let modules = Modules(Arc::new(vec![arpent_mapping::module().slots]));
        house.router = house.router.clone().layer(axum::Extension(modules));
        testkit::communes(&house, &[("67482", "Strasbourg", 291_313), ("67118", "Eckbolsheim", 6_950)]).await;
        let autumn = (date(2026, 10, 1), date(2026, 12, 31));
        let initiative = testkit::listening(&house, "parc-ill-bruche", "Le parc Ill-Bruche", autumn).await;
        parks.push(Park { house, initiative });
    }
    parks
}

impl Park {
    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.id.uuid())).await
    }

    /// A layer of the démarche.
    pub async fn layer(&self, name: &str, who_adds: &str) -> Id<Layer> {
        let typed = Typed {
            name: name.to_owned(),
            source: "Conseil municipal".to_owned(),
            who_adds: who_adds.to_owned(),
            zoning: true,
            ..Typed::default()
        };
        layers::add(&self.house.operator(), Some(self.initiative.id), &typed).await.expect("a layer")
    }

    /// A layer that people fill with what they see; nests are sensitive.
    pub async fn inventory(&self, who_adds: &str) -> Id<Layer> {
        let layer = self.layer("Arbres et oiseaux", who_adds).await;
        let programme = TypedProgramme {
            purpose: "Les arbres remarquables et les nids du parc.".to_owned(),
            fields: "Tour (cm) : nombre\nÉtat : bon, moyen, mauvais".to_owned(),
            sensitive: "milan\nnid".to_owned(),
            blur_metres: 2_000,
            thresholds: Thresholds::default(),
        };
        layers::set_programme(&self.house.operator(), layer, &programme).await.expect("a programme");
        layer
    }

    /// An object drawn by the operator.
    pub async fn drawn(&self, layer: Id<Layer>, title: &str, shape: Shape) -> Id<Object> {
        self.drawn_for(layer, title, shape, (None, None)).await
    }

    /// The same, between two days.
    pub async fn drawn_for(
        &self,
        layer: Id<Layer>,
        title: &str,
        shape: Shape,
        (from, to): (Option<Date>, Option<Date>),
    ) -> Id<Object> {
        let words = Words { title: title.to_owned(), from, to, ..Words::default() };
        let new = NewObject { words, shape, submission: format!("key of {title} {from:?}") };
        objects::add(&self.house.operator(), layer, &new).await.expect("an object")
    }
}

/// A rectangle of the dossier, between two meridians.
pub fn rectangle(west: f64, east: f64) -> Shape {
    Shape::zone(&[[west, 48.57], [east, 48.57], [east, 48.58], [west, 48.58]]).expect("a zone")
}

/// A point.
pub fn point(latitude: f64, longitude: f64) -> Shape {
    Shape::point(latitude, longitude).expect("a point")
}

/// The coordinates of the first rectangle, as one types them.
pub const TYPED: &str = "48.57, 7.70\n48.57, 7.72\n48.58, 7.72\n48.58, 7.70";
