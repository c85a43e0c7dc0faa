//! Who is asked, and how their answers come.

use arpent_web::{Choice, Field};

use super::part::{Group, Reading, in_each};
use crate::domain::lines;
use crate::domain::protocol::{Frame, Population, PopulationKind, Protocol, Quota};
use crate::texts::Texts;

const KINDS: [(PopulationKind, &str); 4] = [
    (PopulationKind::Users, "users"),
    (PopulationKind::Agents, "agents"),
    (PopulationKind::Elected, "elected"),
    (PopulationKind::Other, "other"),
];

/// What a population is, in words.
pub(in crate::pages) fn kind_name(t: Texts, kind: PopulationKind) -> &'static str {
    match kind {
        PopulationKind::Users => t.kind_users(),
        PopulationKind::Agents => t.kind_agents(),
        PopulationKind::Elected => t.kind_elected(),
        PopulationKind::Other => t.kind_other(),
    }
}

pub(super) fn groups(t: Texts, protocol: &Protocol, code: &str) -> Option<Vec<Group>> {
    let one = protocol.population(code)?;
    let mut who = in_each(t, protocol, t.field_name(), &one.name, |language| language.wording);
    let held = KINDS.iter().find(|(kind, _)| *kind == one.kind).map_or("", |(_, code)| code);
    let kinds = KINDS.iter().map(|(kind, code)| Choice::new(*code, kind_name(t, *kind), held)).collect();
    who.push(Field::choices("kind", t.population_kind(), kinds).kind("radio").required());
    Some(vec![
        Group { title: t.population_who(), fields: who },
        Group {
            title: t.population_how(),
            fields: frame_fields(t, &one.frame, lines::of_quotas(protocol.quotas_of(code))),
        },
    ])
}

fn frame_fields(t: Texts, frame: &Frame, wanted: String) -> Vec<Field> {
    let (held, strata, quotas, expected) = match frame {
        Frame::Flow => ("flow", String::new(), false, None),
        Frame::Survey { strata, quotas, expected } => ("survey", lines::of_strata(strata), *quotas, *expected),
    };
    let frames = vec![
        Choice::new("flow", t.frame_flow(), held).hint(t.frame_flow_hint()),
        Choice::new("survey", t.frame_survey(), held).hint(t.frame_survey_hint()),
    ];
    let expected = expected.map(|answers| answers.to_string()).unwrap_or_default();
    vec![
        Field::choices("frame", t.frame_label(), frames).kind("radio").required(),
        Field::text("strata", t.frame_strata(), strata).kind("textarea").hint(t.frame_strata_hint()),
        Field::text("expected", t.frame_expected(), expected).hint(t.frame_expected_hint()),
        Field::text("quotas", t.frame_quotas(), if quotas { "true" } else { "" }).kind("checkbox"),
        Field::text("wanted", t.frame_wanted(), wanted).kind("textarea").hint(t.frame_wanted_hint()),
    ]
}

pub(super) fn apply(protocol: &mut Protocol, code: &str, read: &mut Reading<'_>) {
    let Some(one) = protocol.populations.iter_mut().find(|one| one.code == code) else { return };
    one.name = read.wording(&one.name, |language| language.wording);
    if let Some((kind, _)) = KINDS.iter().find(|(_, code)| *code == read.sent.get("kind")) {
        one.kind = *kind;
    }
    if one.name.is_empty() {
        read.wrong("wording_fr", Texts::french_missing);
    }
    if read.sent.get("frame") == "survey" {
        one.frame = survey(one, read);
    } else {
        one.frame = Frame::Flow;
    }
    let held: Vec<Quota> = protocol.quotas_of(code).cloned().collect();
    let wanted = read.list("wanted", &held, lines::quotas(read.sent.get("wanted"), code));
    protocol.quotas.retain(|quota| quota.population != code);
    protocol.quotas.extend(wanted);
}

fn survey(one: &Population, read: &mut Reading<'_>) -> Frame {
    let held = match &one.frame {
        Frame::Survey { strata, .. } => strata.clone(),
        Frame::Flow => vec![],
    };
    let strata = read.list("strata", &held, lines::strata(read.sent.get("strata")));
    if strata.is_empty() {
        read.wrong("strata", Texts::strata_missing);
    }
    let people = strata.iter().map(|one| one.size).sum::<u64>().max(1);
    let most = i64::try_from(people).unwrap_or(i64::MAX);
    let expected = match read.sent.get("expected").trim() {
        "" => None,
        _ => Some(read.whole("expected", 0_u32, (1, most))),
    };
    Frame::Survey { strata, quotas: read.sent.ticked("quotas"), expected }
}
