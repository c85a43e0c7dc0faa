//! A town with a démarche, a worksite and its shifts.

use std::sync::Arc;

use arpent_commons::Modules;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::testkit;
use arpent_core::{Id, Role, Scope};
use arpent_web::Refusal;
use arpent_web::testkit::{Browser, House};
use arpent_worksites::commands::volunteers::{NewVolunteer, take};
use arpent_worksites::commands::{shifts, worksites};
use arpent_worksites::domain::shift::{Shift, ShiftSheet};
use arpent_worksites::domain::volunteer::{Band, Volunteer};
use arpent_worksites::domain::worksite::{Cover, Sheet, Worksite};
use arpent_worksites::store;
use arpent_worksites::store::shifts::ShiftRow;
use jiff::Timestamp;
use jiff::civil::date;

/// The town and its application.
pub struct Town {
    /// The application.
    pub house: House,
    /// The démarche.
    pub initiative: Initiative,
    /// Its worksite.
    pub worksite: Id<Worksite>,
}

/// A town with a worksite being prepared, on each database at hand.
pub async fn each() -> Vec<Town> {
    let rooms = [arpent_web::room(), arpent_commons::room(), arpent_worksites::module().room];
    let mut towns = Vec::new();
    for house in arpent_web::testkit::each(&rooms).await {
        towns.push(Town::open(house).await);
    }
    towns
}

/// The same, published, with a shift on Thursday 12 and one on Saturday 14 November: twenty seats, a leader, three
/// minors for one adult.
pub async fn published() -> Vec<(Town, Id<Shift>, Id<Shift>)> {
    let mut all = Vec::new();
    for town in each().await {
        let thursday = town.shift("2026-11-12T13:00:00Z", "2026-11-12T16:00:00Z").await;
        let saturday = town.shift("2026-11-14T08:00:00Z", "2026-11-14T11:30:00Z").await;
        town.publish(town.worksite).await;
        all.push((town, thursday, saturday));
    }
    all
}

/// What a worksite says.
pub fn sheet(title: &str) -> Sheet {
    Sheet {
        title: title.to_owned(),
        lead_name: "Haies vives".to_owned(),
        place: "Pont de la filature".to_owned(),
        point: Some((45.3641, 5.5925)),
        work: "Planter une haie.".to_owned(),
        bring: "Des bottes.".to_owned(),
        access: "Chemin plat.".to_owned(),
        organisation: None,
    }
}

/// A sheet with nothing missing.
pub fn cover() -> Cover {
    Cover {
        insurer: "Mutuelle des communes".to_owned(),
        contract: "4521-B".to_owned(),
        deliberation: "Conseil municipal, n° 2026-41".to_owned(),
        deliberated_on: Some(date(2026, 9, 24)),
        safety: "Chef d'équipe des espaces verts".to_owned(),
    }
}

impl Town {
    async fn open(mut house: House) -> Self {
        let slots = Modules(Arc::new(vec![arpent_worksites::module().slots]));
        house.router = house.router.clone().layer(axum::Extension(slots));
        let year = (date(2026, 1, 1), date(2026, 12, 31));
        let initiative = testkit::listening(&house, "parc", "Le parc des rives", year).await;
        let worksite = worksites::prepare(&house.operator(), initiative.id, &sheet("La haie du Muhlbach")).await;
        Self { house, initiative, worksite: worksite.expect("a worksite") }
    }

    /// Another worksite of the démarche, published with one shift.
    pub async fn other(&self, title: &str, start: &str, end: &str) -> Id<Shift> {
        let caller = self.house.operator();
        let worksite = worksites::prepare(&caller, self.initiative.id, &sheet(title)).await.expect("a worksite");
        let shift = self.shift_of(worksite, start, end, 20).await;
        self.publish(worksite).await;
        shift
    }

    /// Fills its sheet and publishes it.
    pub async fn publish(&self, worksite: Id<Worksite>) {
        let caller = self.house.operator();
        worksites::cover(&caller, worksite, &cover()).await.expect("a sheet");
        worksites::publish(&caller, worksite).await.expect("published");
    }

    /// Adds a shift of twenty seats to the worksite.
    pub async fn shift(&self, start: &str, end: &str) -> Id<Shift> {
        self.shift_of(self.worksite, start, end, 20).await
    }

    /// Adds a shift.
    pub async fn shift_of(&self, worksite: Id<Worksite>, start: &str, end: &str, capacity: i64) -> Id<Shift> {
        let sheet = hours(start, end, capacity);
        shifts::add(&self.house.operator(), worksite, &sheet).await.expect("a shift")
    }

    /// A shift as it is now.
    pub async fn row(&self, shift: Id<Shift>) -> ShiftRow {
        store::shifts::by_id(&self.house.app.db, shift).await.expect("read").expect("there")
    }

    /// Someone signs up, who left this address; nothing when it is empty.
    pub async fn sign_up(&self, shift: Id<Shift>, name: &str, email: &str) -> Volunteer {
        self.try_sign_up(shift, &volunteer(name, email, Band::Adult)).await.expect("a seat or a place in the line")
    }

    /// The same, that may be refused.
    pub async fn try_sign_up(&self, shift: Id<Shift>, new: &NewVolunteer) -> Result<Volunteer, Refusal> {
        take(&self.house.app.caller(arpent_core::Actor::public(), arpent_web::Lang::Fr), shift, new).await
    }

    /// Someone with a role on this démarche, signed in.
    pub async fn browser(&self, role: Role) -> Browser {
        self.house.sign_in_on(role, Scope::Initiative(self.initiative.id.uuid())).await
    }

    /// Letters waiting, by address and subject.
    pub async fn letters(&self) -> Vec<(String, String)> {
        let mut letters: Vec<_> =
            self.house.letters().await.into_iter().map(|letter| (letter.to, letter.subject)).collect();
        letters.sort();
        letters
    }

    /// Time is this.
    pub fn now(&self, at: &str) {
        self.house.clock.set(instant(at));
    }
}

/// An instant.
pub fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// What a shift says: a leader, three minors for one adult.
pub fn hours(start: &str, end: &str, capacity: i64) -> ShiftSheet {
    ShiftSheet { start: instant(start), end: instant(end), capacity, leaders: 1, minors_per_adult: 3 }
}

/// Who wishes to come; her name is the key of her form.
pub fn volunteer(name: &str, email: &str, band: Band) -> NewVolunteer {
    NewVolunteer {
        name: name.to_owned(),
        email: email.to_owned(),
        band: Some(band),
        submission: format!("form of {name}"),
        ..NewVolunteer::default()
    }
}
