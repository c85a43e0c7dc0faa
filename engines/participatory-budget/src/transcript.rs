//! The minutes of a count: everything needed to do it again and to check it, as canonical JSON.
//!
//! Canonical: keys sorted by code points, no space, no number that is not whole, fractions as texts in lowest terms. The same
//! count gives the same bytes, which can be signed and published. `checker/check.py` verifies one against its file.

use serde_json::{Map, Value, json};

use crate::election::Election;
use crate::options::{Options, Ties};
use crate::outcome::{Outcome, Round};

/// The version of the format.
pub const FORMAT: &str = "arpent-count/1";

/// The minutes as canonical bytes. `input_sha256` is the digest, in hexadecimal, of the `.pb` file that was read.
pub fn transcript(election: &Election, options: &Options, outcome: &Outcome, input_sha256: &str) -> Vec<u8> {
    let id = |place: usize| if place < election.ids.len() { election.ids.at(place) } else { "" };
    let ids = |places: &[usize]| places.iter().map(|place| id(*place)).collect::<Vec<_>>();
    let ties = match &options.ties {
        Ties::Id => json!("id"),
        Ties::VotesCostId => json!("votes-cost-id"),
        Ties::Explicit(order) => json!(ids(order)),
    };
    let envelope = |one: &crate::Envelope| json!({ "name": one.name, "cap": election.money(one.cap), "projects": ids(&one.projects) });
    let round = |one: &Round| {
        json!({
            "project": id(one.project), "rho": one.rho, "supporters": one.supporters, "price": one.price,
            "money_behind": one.money_behind, "exhausted": one.exhausted, "payments": one.payments,
        })
    };
    let winners = outcome.winners.iter().map(|one| json!({ "project": id(one.project), "step": one.step }));
    let met = outcome.ties.iter().map(|tie| json!({ "after": tie.after, "projects": ids(&tie.projects) }));
    let mut raised = json!(outcome.raised);
    if let Some(raised) = raised.as_object_mut() {
        // How the engine went about it, not what it found.
        raised.remove("runs");
        let increment = outcome.raised.as_ref().map(|one| election.money(one.increment));
        raised.insert("increment".to_owned(), json!(increment));
    }
    let compared = outcome.compared.as_ref().map(|one| {
        json!({
            "for_rule": one.for_rule, "for_greedy": one.for_greedy, "replaced": one.replaced, "other": ids(&one.other),
        })
    });
    canonical(&json!({
        "format": FORMAT,
        "input_sha256": input_sha256,
        "rule": options.rule,
        "ties": ties,
        "envelopes": options.envelopes.iter().map(envelope).collect::<Vec<_>>(),
        "comparison": options.comparison,
        "budget": election.money(election.budget()),
        "turnout": election.turnout(),
        "winners": winners.collect::<Vec<_>>(),
        "cost": election.money(outcome.cost),
        "endowment": outcome.endowment,
        "rounds": outcome.rounds.iter().map(round).collect::<Vec<_>>(),
        "ties_met": met.collect::<Vec<_>>(),
        "raised": raised,
        "compared": compared,
    }))
}

fn canonical(value: &Value) -> Vec<u8> {
    sorted(value).to_string().into_bytes()
}

/// Keys in order, whether or not the program was built to keep them as they come.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let mut keys: Vec<&String> = entries.keys().collect();
            keys.sort();
            Value::Object(keys.into_iter().map(|key| (key.clone(), sorted(&entries[key]))).collect::<Map<_, _>>())
        }
        Value::Array(values) => Value::Array(values.iter().map(sorted).collect()),
        other => other.clone(),
    }
}
