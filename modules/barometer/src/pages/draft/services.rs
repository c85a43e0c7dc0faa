//! What is judged: services, the unit that runs each, where it receives people.

use arpent_web::{Choice, Field};

use super::part::{Around, Group, Reading, in_each, plain};
use crate::domain::lines;
use crate::domain::protocol::Protocol;
use crate::texts::Texts;

pub(super) fn groups(around: &Around, protocol: &Protocol, code: &str) -> Option<Vec<Group>> {
    let (one, t) = (protocol.service(code)?, around.t);
    let mut fields = in_each(t, protocol, t.field_name(), &one.name, |language| language.wording);
    let held = one.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let mut units = vec![Choice::new("", t.service_no_unit(), &held)];
    units.extend(around.units.iter().map(|unit| Choice::new(unit.id.to_string(), &unit.name, &held)));
    let threshold = one.threshold.map(plain).unwrap_or_default();
    fields.extend([
        Field::choices("unit", t.service_unit(), units).kind("select").hint(t.service_unit_hint()),
        Field::text("places", t.service_places(), lines::of_places(&one.places))
            .kind("textarea")
            .hint(t.service_places_hint()),
        Field::text("threshold", t.service_threshold(), threshold).hint(t.service_threshold_hint()),
    ]);
    Some(vec![Group { title: "", fields }])
}

pub(super) fn apply(protocol: &mut Protocol, code: &str, read: &mut Reading<'_>) {
    let Some(one) = protocol.services.iter_mut().find(|one| one.code == code) else { return };
    one.name = read.wording(&one.name, |language| language.wording);
    if one.name.is_empty() {
        read.wrong("wording_fr", Texts::french_missing);
    }
    one.unit = read.sent.choice("unit");
    one.places = read.list("places", &one.places, lines::places(read.sent.get("places")));
    one.threshold = match read.sent.get("threshold").trim() {
        "" => None,
        _ => Some(read.number("threshold", 50.0, (1.0, 100.0))),
    };
}
