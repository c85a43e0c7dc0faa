//! How results are read, settled before looking.

use arpent_web::Field;

use super::part::{Group, Reading, plain};
use crate::domain::protocol::{Protocol, Rules};
use crate::texts::Texts;

pub(super) fn groups(t: Texts, protocol: &Protocol) -> Vec<Group> {
    let rules = &protocol.rules;
    let field = |name, label, hint: &str, value: String| Field::text(name, label, value).hint(hint).required();
    let whole = |number: u32| number.to_string();
    let small = vec![
        field("suppress_under", t.rule_suppress(), t.rule_suppress_hint(), whole(rules.suppress_under)),
        field("estimate_from", t.rule_estimate(), t.rule_estimate_hint(), whole(rules.estimate_from)),
        field("pool_under", t.rule_pool(), t.rule_pool_hint(), whole(rules.pool_under)),
    ];
    let doubt = vec![
        field("confidence", t.rule_confidence(), t.rule_confidence_hint(), share(rules.confidence)),
        field("false_discovery", t.rule_discovery(), t.rule_discovery_hint(), share(rules.false_discovery)),
        field("least_change", t.rule_change(), t.rule_change_hint(), plain(rules.least_change)),
    ];
    let weights = vec![
        field("trim_above", t.rule_trim_above(), t.rule_trim_above_hint(), plain(rules.trim_above)),
        field("trim_below", t.rule_trim_below(), t.rule_trim_below_hint(), plain(rules.trim_below)),
    ];
    let signals = vec![
        field("bad_usual", t.rule_bad_usual(), t.rule_bad_usual_hint(), share(rules.bad_usual)),
        field("bad_alarming", t.rule_bad_alarming(), t.rule_bad_alarming_hint(), share(rules.bad_alarming)),
        field("bad_false_alarm", t.rule_bad_false(), t.rule_bad_false_hint(), share(rules.bad_false_alarm)),
        field("bad_run", t.rule_bad_run(), t.rule_bad_run_hint(), whole(rules.bad_run)),
    ];
    vec![
        Group { title: t.rules_small(), fields: small },
        Group { title: t.rules_doubt(), fields: doubt },
        Group { title: t.rules_weights(), fields: weights },
        Group { title: t.rules_signals(), fields: signals },
    ]
}

fn share(of_one: f64) -> String {
    plain(of_one * 100.0)
}

pub(super) fn apply(protocol: &mut Protocol, read: &mut Reading<'_>) {
    let held = protocol.rules.clone();
    protocol.rules = Rules {
        suppress_under: read.whole("suppress_under", held.suppress_under, (1, 100)),
        estimate_from: read.whole("estimate_from", held.estimate_from, (1, 1_000)),
        pool_under: read.whole("pool_under", held.pool_under, (1, 1_000)),
        confidence: read.number("confidence", held.confidence * 100.0, (50.0, 99.9)) / 100.0,
        false_discovery: read.number("false_discovery", held.false_discovery * 100.0, (0.1, 50.0)) / 100.0,
        least_change: read.number("least_change", held.least_change, (0.0, 50.0)),
        trim_above: read.number("trim_above", held.trim_above, (1.0, 100.0)),
        trim_below: read.number("trim_below", held.trim_below, (0.0, 1.0)),
        bad_run: read.whole("bad_run", held.bad_run, (5, 100)),
        bad_usual: read.number("bad_usual", held.bad_usual * 100.0, (1.0, 98.0)) / 100.0,
        bad_alarming: read.number("bad_alarming", held.bad_alarming * 100.0, (2.0, 99.0)) / 100.0,
        bad_false_alarm: read.number("bad_false_alarm", held.bad_false_alarm * 100.0, (0.1, 50.0)) / 100.0,
    };
}
