//! What every module's stories begin with: communes, a service with someone in it, a démarche that is open.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on panics, which is how a test fails"
)]

use arpent_core::permission::Person;
use arpent_core::{Id, Role, Scope};
use arpent_web::testkit::{Browser, House};
use jiff::civil::Date;

use crate::commands::initiatives::{Draft, open, prepare_as, set_phases, set_scope};
use crate::commands::people::{NewArea, add_membership, add_organisation, add_unit, put_areas};
use crate::domain::initiative::{Initiative, PhaseDates, ScopeQuestion, Step};
use crate::domain::people::{MembershipCapacity, OrganisationKind, Unit};
use crate::store::initiatives;
use crate::store::people::NewMembership;

/// Puts communes on the territory: code, name, inhabitants.
pub async fn communes(house: &House, communes: &[(&str, &str, i64)]) {
    let area = |(code, name, population): &(&str, &str, i64)| NewArea {
        kind: "commune",
        code: Some((*code).to_owned()),
        name: (*name).to_owned(),
        population: Some(*population),
        source: None,
    };
    let areas: Vec<NewArea> = communes.iter().map(area).collect();
    put_areas(&house.operator(), &areas).await.expect("communes");
}

/// An authority with these services.
pub async fn services<const N: usize>(house: &House, names: [&str; N]) -> [Id<Unit>; N] {
    let caller = house.operator();
    let organisation =
        add_organisation(&caller, OrganisationKind::Epci, "The authority", None).await.expect("an organisation");
    let mut units = Vec::with_capacity(N);
    for name in names {
        units.push(add_unit(&caller, organisation, name).await.expect("a unit"));
    }
    units.try_into().expect("as many units as names")
}

/// A démarche that listens between two days, and promises an answer within thirty.
pub async fn listening(house: &House, slug: &str, title: &str, (start, end): (Date, Date)) -> Initiative {
    let caller = house.operator();
    let draft = Draft {
        title: title.to_owned(),
        title_en: format!("{title} (in English)"),
        purpose: "To decide with those who use it.".to_owned(),
        sponsor: "The vice-president".to_owned(),
        promise_level: "concert".to_owned(),
        promise: "You will have an answer.".to_owned(),
        who_decides: "The council.".to_owned(),
        who_answers: "The service concerned.".to_owned(),
        answer_delay_days: "30".to_owned(),
        ..Draft::default()
    };
    let initiative = prepare_as(&caller, &draft, slug).await.expect("a démarche");
    let phase = PhaseDates { step: Step::Hear, title: "Listening".to_owned(), text: String::new(), start, end };
    set_phases(&caller, initiative.id, &[phase]).await.expect("phases");
    let question = ScopeQuestion {
        open: true,
        question: "Which uses?".to_owned(),
        reason: "Everything is still to be said.".to_owned(),
    };
    set_scope(&caller, initiative.id, &[question]).await.expect("a scope");
    open(&caller, initiative.id).await.expect("an open démarche");
    initiatives::by_id(&house.app.db, initiative.id).await.expect("read").expect("there")
}

/// Yannick, an agent of a service since 2020, signed in.
pub async fn agent_of(house: &House, unit: Id<Unit>) -> (Id<Person>, Browser) {
    let (person, email) = house.person("Yannick").await;
    house.give(person, Role::Agent, Scope::Instance).await;
    let membership = NewMembership {
        person,
        organisation: None,
        unit: Some(unit),
        capacity: MembershipCapacity::Agent,
        category: Some("C".to_owned()),
        from: Date::constant(2020, 1, 1),
        to: None,
    };
    add_membership(&house.operator(), &membership).await.expect("a membership");
    (person, house.sign_in(&email).await)
}
