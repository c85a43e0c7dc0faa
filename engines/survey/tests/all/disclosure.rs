//! Suppression: the reference pattern, exhaustive search on small tables, and readers who subtract.

#![expect(clippy::unwrap_used, reason = "a table that cannot be built is a failed test")]

use crate::support::reference;
use arpent_survey::disclosure::{
    Cell, Cells, Crossing, DisclosureError, Dominance, Effort, Exposure, Hierarchy, Ledger, PrimaryRule, Relation,
    Role, Suppression, Totals, ranges, suppress,
};
use proptest::prelude::*;
use serde_json::Value;

fn whole(values: &Value) -> Vec<u64> {
    values.as_array().unwrap().iter().map(|value| value.as_u64().unwrap()).collect()
}

fn secondary(found: &Suppression) -> Vec<usize> {
    found.hidden.iter().filter(|hidden| !hidden.primary).map(|hidden| hidden.range.cell).collect()
}

#[test]
fn every_reference_case_is_met_or_bettered() {
    let Some(document) = reference::document("14_disclosure.json") else { return };
    for case in document["cases"].as_array().unwrap() {
        let rows: Vec<Vec<u64>> = case["table"].as_array().unwrap().iter().map(whole).collect();
        let width = rows[0].len();
        let place =
            |cell: &Value| usize::try_from(whole(cell)[0]).unwrap() * width + usize::try_from(whole(cell)[1]).unwrap();
        let rule = PrimaryRule::minimum(case["threshold"].as_u64().unwrap());
        let cells = Cells::two_way(&rows, Totals::Published).unwrap();
        let found = suppress(&cells, &rule, Effort::Usual).unwrap();
        assert_eq!(rule.primary(&cells), case["primary"].as_array().unwrap().iter().map(place).collect::<Vec<_>>());
        assert!(found.optimal);
        assert_eq!(found.secondary_count as u64, case["secondary_count"].as_u64().unwrap());
        assert_eq!(found.secondary_sum, case["secondary_sum"].as_u64().unwrap());
        let expected = case["secondary_min_count_then_min_sum"].as_array().unwrap();
        assert_eq!(secondary(&found), expected.iter().map(place).collect::<Vec<_>>());
        for (cell, interval) in case["attacker_intervals"].as_object().unwrap() {
            let at: Vec<usize> = cell.split(',').map(|digit| digit.parse().unwrap()).collect();
            let range = found.hidden.iter().find(|hidden| hidden.range.cell == at[0] * width + at[1]).unwrap().range;
            reference::close(cell, range.low, &interval[0], 0.0, 1e-6);
            reference::close(cell, range.high, &interval[1], 0.0, 1e-6);
        }
    }
}

/// The cheapest protected pattern among all, by counting them.
fn exhaustive(cells: &Cells, rule: &PrimaryRule) -> Option<(usize, u64)> {
    let primary = rule.primary(cells);
    let count = |cell: &usize| cells.cells()[*cell].count;
    let free: Vec<usize> = (0..cells.cells().len())
        .filter(|c| cells.cells()[*c].role == Role::Offered && count(c) > 0 && !primary.contains(c))
        .collect();
    let protected = |subset: &usize| {
        let chosen: Vec<usize> = (0..free.len()).filter(|bit| subset >> bit & 1 == 1).map(|bit| free[bit]).collect();
        let hidden = [primary.as_slice(), &chosen].concat();
        let safe = ranges(cells, &hidden, &primary).iter().all(|range| range.covers(rule.minimum));
        safe.then(|| (chosen.len(), chosen.iter().map(count).sum()))
    };
    (0..1_usize << free.len()).filter_map(|subset| protected(&subset)).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn the_pattern_is_the_best_of_all(
        rows in prop::collection::vec(prop::collection::vec(prop_oneof![Just(0), 1..5_u64, 5..60_u64, 5..60_u64], 3), 3),
    ) {
        let (rule, cells) = (PrimaryRule::minimum(5), Cells::two_way(&rows, Totals::Published).unwrap());
        prop_assume!(rule.primary(&cells).iter().all(|cell| cells.cells()[*cell].role != Role::Known));
        match (exhaustive(&cells, &rule), suppress(&cells, &rule, Effort::Usual)) {
            (Some(best), Ok(found)) => {
                prop_assert_eq!((found.secondary_count, found.secondary_sum), best);
                let quick = suppress(&cells, &rule, Effort::Quick).unwrap();
                prop_assert!((quick.secondary_count, quick.secondary_sum) >= best);
            }
            (None, Err(DisclosureError::Unprotectable(_))) => {}
            (best, found) => prop_assert!(false, "{best:?} but {found:?}"),
        }
    }

    #[test]
    fn the_pattern_is_the_best_of_all_with_totals_too(
        rows in prop::collection::vec(prop::collection::vec(prop_oneof![1..5_u64, 5..60_u64, 5..60_u64], 3), 2),
    ) {
        let (rule, cells) = (PrimaryRule::minimum(5), Cells::two_way(&rows, Totals::MayBeHidden).unwrap());
        prop_assume!(rule.primary(&cells).iter().all(|cell| cells.cells()[*cell].role != Role::Known));
        let found = suppress(&cells, &rule, Effort::Usual).unwrap();
        prop_assert!(found.optimal);
        prop_assert_eq!((found.secondary_count, found.secondary_sum), exhaustive(&cells, &rule).unwrap());
    }

    #[test]
    fn a_large_hierarchical_table_keeps_its_secrets(seed in prop::collection::vec(0..40_u64, 12 * 5)) {
        // Communes in four sectors, by age; every seventh cell is small.
        let counts: Vec<u64> = seed.iter().enumerate().map(|(k, c)| if k % 7 == 0 { c % 9 } else { c + 10 }).collect();
        let sectors = Hierarchy::grouped(&[0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
        let table = Crossing::new(&[sectors, Hierarchy::flat(5)], &counts, Totals::Published).unwrap();
        let rule = PrimaryRule::minimum(10);
        let found = suppress(&table.cells, &rule, Effort::Quick).unwrap();
        for cell in rule.primary(&table.cells) {
            prop_assert!(found.hides(cell));
        }
        for hidden in found.hidden.iter().filter(|hidden| hidden.primary) {
            prop_assert!(hidden.range.covers(10), "{:?}", hidden);
        }
    }
}

#[test]
fn totals_of_every_level_add_up() {
    let table =
        Crossing::new(&[Hierarchy::grouped(&[0, 0, 1]), Hierarchy::flat(2)], &[1, 2, 3, 4, 5, 6], Totals::Published);
    let table = table.unwrap();
    // Nodes of the first: root, the group of two, three categories.
    let at = |row: usize, column: usize| table.cells.cells()[table.place(&[row, column]).unwrap()].count;
    assert_eq!((at(0, 0), at(1, 0), at(1, 1), at(4, 0), at(2, 2)), (21, 10, 4, 11, 2));
    assert_eq!(table.place(&[5, 0]), None);
    assert!(matches!(
        Crossing::new(&[Hierarchy::flat(2)], &[1], Totals::Published),
        Err(DisclosureError::Shape { expected: 2, found: 1 })
    ));
}

#[test]
fn a_cell_alone_in_its_row_asks_for_hidden_totals() {
    let rows = [vec![3, 0], vec![20, 30], vec![40, 25]];
    let published = Cells::two_way(&rows, Totals::Published).unwrap();
    // The total of the first row is 3 as well, and published.
    assert_eq!(suppress(&published, &PrimaryRule::minimum(5), Effort::Usual), Err(DisclosureError::Unprotectable(6)));
    let hidden = Cells::two_way(&rows, Totals::MayBeHidden).unwrap();
    let found = suppress(&hidden, &PrimaryRule::minimum(5), Effort::Usual).unwrap();
    assert!(found.hides(0) && found.hides(6) && found.optimal);
    assert!(found.hidden.iter().filter(|cell| cell.primary).all(|cell| cell.range.covers(5)));
}

#[test]
fn a_table_without_small_cells_is_published_whole() {
    let cells = Cells::two_way(&[vec![0, 12], vec![30, 41]], Totals::Published).unwrap();
    let found = suppress(&cells, &PrimaryRule::minimum(10), Effort::Usual).unwrap();
    assert!(found.hidden.is_empty() && found.optimal);
    assert!(matches!(Cells::two_way(&[vec![1], vec![]], Totals::Published), Err(DisclosureError::Shape { .. })));
}

#[test]
fn dominance_hides_a_cell_of_amounts() {
    let rule = PrimaryRule { minimum: 3, dominance: Some(Dominance::Share(0.85)) };
    assert!(rule.shows_amounts(&[50.0, 40.0, 30.0]) && rule.shows_amounts(&[]));
    assert!(!rule.shows_amounts(&[50.0, 40.0]) && !rule.shows_amounts(&[900.0, 10.0, 10.0, 10.0]));
    let close = PrimaryRule { minimum: 3, dominance: Some(Dominance::Closeness(0.1)) };
    assert!(close.shows_amounts(&[100.0, 80.0, 11.0]) && !close.shows_amounts(&[100.0, 80.0, 9.0]));
}

fn group(people: usize, inside: impl Fn(usize) -> bool) -> Vec<bool> {
    (0..people).map(inside).collect()
}

#[test]
fn a_filter_and_its_complement_are_not_both_shown() {
    // Nine answers of one commune among 1,500.
    let mut ledger = Ledger::new(1500, 10);
    let commune = group(1500, |person| person < 9);
    assert_eq!(ledger.show(&commune), Err(Exposure::TooFew { people: 9, minimum: 10 }));
    let others = group(1500, |person| person >= 9);
    assert_eq!(ledger.show(&others), Err(Exposure::Differencing { people: 9, from: vec![0] }));
    assert_eq!(ledger.shown(), 1);
}

#[test]
fn a_wider_filter_does_not_give_away_the_few_it_adds() {
    let mut ledger = Ledger::new(1500, 10);
    ledger.show(&group(1500, |person| person < 400)).unwrap();
    let wider = ledger.show(&group(1500, |person| person < 406));
    assert_eq!(wider, Err(Exposure::Differencing { people: 6, from: vec![1] }));
    ledger.show(&group(1500, |person| person < 420)).unwrap();
    ledger.show(&group(1500, |person| person < 400)).unwrap();
    assert_eq!(ledger.shown(), 3);
}

#[test]
fn several_filters_together_do_not_give_away_what_none_does_alone() {
    // Women, and two communes that hold everyone: showing the women of one gives those of the other.
    let mut ledger = Ledger::new(100, 10);
    let (woman, first) = (|person: usize| person.is_multiple_of(2), |person: usize| person < 88);
    ledger.show(&group(100, woman)).unwrap();
    ledger.show(&group(100, first)).unwrap();
    let women_of_first = ledger.show(&group(100, |person| woman(person) && first(person)));
    assert!(matches!(women_of_first, Err(Exposure::Differencing { people: 6, .. })), "{women_of_first:?}");
}

#[test]
fn two_published_margins_of_one_crossing_protect_each_other() {
    // Sectors of communes are published beside communes: one small commune hides a second of its own sector.
    let cell = |count, role| Cell { count, role };
    let communes = [4, 30, 25, 60].map(|count| cell(count, Role::Offered));
    let sectors = [34, 85].map(|count| cell(count, Role::Offered));
    let atoms = [4, 30, 25, 60].map(|count| cell(count, Role::Unpublished));
    let cells = [&communes[..], &sectors, &[cell(119, Role::Known)], &atoms].concat();
    let relation = |total, parts: &[usize]| Relation { total, parts: parts.to_vec() };
    let relations = vec![
        relation(0, &[7]),
        relation(1, &[8]),
        relation(2, &[9]),
        relation(3, &[10]),
        relation(4, &[7, 8]),
        relation(5, &[9, 10]),
        relation(6, &[4, 5]),
    ];
    let cells = Cells::new(cells, relations).unwrap();
    let found = suppress(&cells, &PrimaryRule::minimum(10), Effort::Usual).unwrap();
    assert_eq!(secondary(&found), [1]);
}
