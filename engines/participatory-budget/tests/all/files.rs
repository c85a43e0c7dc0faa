//! Files: what is read, what is refused and where, what comes back when it is written.

use arpent_participatory_budget::VoteType;
use arpent_participatory_budget::pabulib::{Fault, FaultKind, Section, examine, read, write};
use proptest::prelude::*;

use crate::examples::{GRADES, VILLAGE};

#[test]
fn every_trap_of_the_format_is_read() {
    let election = read(VILLAGE.as_bytes()).expect("reads");
    assert_eq!((election.budget(), election.decimals(), election.turnout()), (100_000, 2, 12));
    let costs: Vec<u64> = election.projects().iter().map(|project| project.cost).collect();
    assert_eq!(costs, [40_050, 30_000, 25_025, 0, 99_999_900, 12_000]);
    assert_eq!(election.projects()[0].name, "Jardin; et verger");
    assert_eq!(election.projects()[1].categories, ["mobilier", "nature"]);
    assert_eq!(election.projects()[0].selected, Some(true));
    assert_eq!(election.projects()[2].details["district"], "Hameau");
    assert_eq!(election.meta_value("description"), Some("Budget du village ; édition \"une\""));
    assert_eq!(election.votes(), [5, 5, 4, 1, 2, 5]);
    // Two pairs of people cast the same ballot, one person an empty one.
    assert_eq!(election.ballots().len(), 10);
    assert_eq!(election.columns()[1].labels, ["18-39", "40-64", "65+"]);
}

#[test]
fn points_and_ranks_are_exact() {
    let election = read(GRADES.as_bytes()).expect("reads");
    assert_eq!((election.vote_type(), election.points_decimals()), (VoteType::Scoring, 1));
    let points: Vec<u32> = election.ballots()[0].choices.iter().map(|choice| choice.points).collect();
    assert_eq!(points, [30, 10, 25]);
    let ranked = VILLAGE.replace("vote_type;approval", "vote_type;ordinal");
    let election = read(ranked.as_bytes()).expect("reads");
    let borda: Vec<(u32, u32)> = election.ballots()[6].choices.iter().map(|one| (one.project, one.points)).collect();
    assert_eq!(borda, [(0, 2), (1, 1), (2, 0)]);
}

#[test]
fn an_identifier_that_goes_on_is_not_the_short_one_it_begins_with() {
    // `a-2`, `a 2` and `a.2` begin as `a` does, and are other projects or none.
    for more in ["-2", " 2", ".2", "!", "\0"] {
        let other = format!("a{more}");
        let unknown = GRADES.replace("2;a,b;3,0", &format!("2;{other},b;3,0"));
        assert_eq!(refusal(&unknown).kind, FaultKind::UnknownProject { id: other.clone() }, "{other:?}");
        let known = [("\nd;", format!("\n{other};")), (",d;", format!(",{other};")), (";d,", format!(";{other},"))];
        let known = known.iter().fold(GRADES.to_owned(), |text, (from, to)| text.replace(from, to));
        let election = read(known.as_bytes()).unwrap_or_else(|fault| panic!("{other:?}: {fault}"));
        assert_eq!(election.ballots(), read(GRADES.as_bytes()).expect("reads").ballots(), "{other:?}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    for text in [VILLAGE.to_owned(), GRADES.to_owned(), VILLAGE.replace("vote_type;approval", "vote_type;ordinal")] {
        let election = read(text.as_bytes()).expect("reads");
        let again = read(write(&election).as_bytes()).expect("reads again");
        assert_eq!(again.projects(), election.projects());
        assert_eq!((again.ballots(), again.people()), (election.ballots(), election.people()));
        assert_eq!((again.budget(), again.columns().len()), (election.budget(), election.columns().len()));
        assert_eq!(write(&again), write(&election));
    }
}

fn refusal(text: &str) -> Fault {
    read(text.as_bytes()).expect_err("is refused")
}

#[test]
fn a_refusal_names_line_column_and_reason() {
    let at = |line, column, kind| Fault { line, column, kind };
    let owned = str::to_owned;
    let cases = [
        (VILLAGE.replace("2;300;", "2;-300;"), at(11, Some(2), FaultKind::Negative { text: owned("-300") })),
        (VILLAGE.replace("2;300;", "2;3 00;"), at(11, Some(2), FaultKind::NotANumber { text: owned("3 00") })),
        (VILLAGE.replace("2;300;", "2;;"), at(11, Some(2), FaultKind::Empty { name: owned("cost") })),
        (VILLAGE.replace("2;300;", ";300;"), at(11, Some(1), FaultKind::Empty { name: owned("project_id") })),
        (
            VILLAGE.replace("6;120;", "10;120;"),
            at(15, Some(1), FaultKind::DuplicateProject { id: owned("10"), first: 10 }),
        ),
        (VILLAGE.replace("f;18-39;2", "f;18-39;7"), at(23, Some(3), FaultKind::UnknownProject { id: owned("7") })),
        (
            VILLAGE.replace("budget;1000.00", "budget;lots"),
            at(6, Some(2), FaultKind::NotANumber { text: owned("lots") }),
        ),
        (VILLAGE.replace("budget;1000.00\n", ""), at(0, None, FaultKind::MissingEntry { key: owned("budget") })),
        (
            VILLAGE.replace("vote_type;approval", "vote_type;guess"),
            at(7, Some(2), FaultKind::VoteType { text: owned("guess") }),
        ),
        (VILLAGE.replace("VOTES\n", ""), at(16, None, FaultKind::MissingSection { section: Section::Votes })),
        (
            VILLAGE.replace("PROJECTS\nproject_id;cost", "PROJECTS\nproject_id;price"),
            at(9, None, FaultKind::MissingColumn { section: Section::Projects, name: owned("cost") }),
        ),
        (
            VILLAGE.replace("999999", "99999999999999999"),
            at(14, Some(2), FaultKind::AmountTooLarge { text: owned("99999999999999999") }),
        ),
        (GRADES.replace("3,1,2.5", "3,1"), at(13, Some(3), FaultKind::PointsCount { projects: 3, points: 2 })),
        (GRADES.replace("2;a,b;3,0", "2;a,a;3,0"), at(14, Some(3), FaultKind::NamedTwice { id: owned("a") })),
    ];
    for (text, expected) in cases {
        let found = refusal(&text);
        if matches!(expected.kind, FaultKind::MissingSection { .. }) {
            // Without its heading the section runs into the one before: the first odd line says so.
            assert!(found.line > 0 && found.kind.is_refused(), "{found}");
            continue;
        }
        assert_eq!(found, expected, "{found}");
    }
}

#[test]
fn examining_lists_every_fault_and_keeps_what_may_be_counted() {
    let text = VILLAGE.replace("num_votes;12", "num_votes;13").replace("a;18-39;10,2", "a;18-39;10,10");
    let (election, faults) = examine(text.as_bytes());
    assert_eq!(election.expect("countable").votes(), [5, 4, 4, 1, 2, 5]);
    let kinds: Vec<bool> = faults.iter().map(|fault| fault.kind.is_refused()).collect();
    assert_eq!(kinds, [false, false], "{faults:?}");
    let text = VILLAGE.replace("2;300;", "2;x;").replace("f;18-39;2", "f;18-39;7").replace("g;65+;4,6", "g;65+;8");
    let (election, faults) = examine(text.as_bytes());
    assert!(election.is_none());
    let lines: Vec<u64> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [11, 23, 24, 5], "{faults:?}");
}

#[test]
fn bytes_that_are_not_utf_8_are_refused() {
    let mut bytes = VILLAGE.as_bytes().to_vec();
    let at = VILLAGE.find("Bancs").expect("a name");
    bytes[at] = 0xe9;
    assert_eq!(read(&bytes).expect_err("refused"), Fault { line: 11, column: Some(3), kind: FaultKind::Encoding });
}

/// Damage done to a file: a byte changed, removed or added.
fn damaged(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let bytes = text.as_bytes();
    let damage = prop_oneof![
        Just(None),
        any::<u8>().prop_map(Some),
        proptest::sample::select(b";,\n\r\"0-.1 a".to_vec()).prop_map(Some)
    ];
    proptest::collection::vec((0..bytes.len(), damage, any::<bool>()), 1..8).prop_map(move |damages| {
        let mut bytes = bytes.to_vec();
        for (at, byte, added) in damages {
            let at = at.min(bytes.len().saturating_sub(1));
            match byte {
                None if !bytes.is_empty() => drop(bytes.remove(at)),
                Some(byte) if added => bytes.insert(at, byte),
                Some(byte) if !bytes.is_empty() => bytes[at] = byte,
                _ => {}
            }
        }
        bytes
    })
}

/// Nothing in it needs a closer look.
const PLAIN: &str = "META\nkey;value\nbudget;100\nvote_type;choose-1\nPROJECTS\nproject_id;name;cost\n1;A;2\n07;B;30\n1234567;C;5
B12;D;6\nlongidentifier;E;7\nVOTES\nvoter_id;age;vote;sex\na;30;1;F\nb;31;07;M\nc;32;B12;F\nd;33;1;F\ne;34;1234567;M\nf;;longidentifier;\n";
const RANKS: &str =
    "META\nkey;value\nbudget;100\nvote_type;ordinal\nPROJECTS\nproject_id;name;cost\r\n1;A;2\r\n2;B;30\n3;C;5
VOTES\nvoter_id;vote;age;points\r\na;1,2,3;50;\r\nb;3,1;;\r\nc;2,3,1;;\r\nd;1,2,3;1;1\r\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop_oneof![proptest::collection::vec(any::<u8>(), 0..300), damaged(VILLAGE), damaged(GRADES)]) {
        let (election, faults) = examine(&bytes);
        match read(&bytes) {
            Ok(strict) => prop_assert_eq!(Some(strict), election),
            Err(fault) => {
                prop_assert!(fault.kind.is_refused());
                prop_assert!(election.is_none() && faults.contains(&fault), "{} {:?}", fault, faults);
            }
        }
    }

    /// A file that lies about its number of votes has something to explain, and is read in another way.
    #[test]
    fn both_ways_of_reading_agree(bytes in prop_oneof![damaged(VILLAGE), damaged(GRADES), damaged(PLAIN), damaged(RANKS)]) {
        let heads = b"key;value\n";
        let after = bytes.windows(heads.len()).position(|one| one == heads).map(|at| at + heads.len());
        let lying = |at| [&bytes[..at], b"num_votes;1000\n", &bytes[at..]].concat();
        if let Some((slow, faults)) = after.map(|at| examine(&lying(at))) {
            let quick = read(&bytes).ok();
            prop_assert_eq!(quick.is_some(), slow.is_some(), "{:?}", faults);
            if let (Some(quick), Some(slow)) = (quick, slow) {
                prop_assert_eq!((quick.ballots(), quick.people()), (slow.ballots(), slow.people()));
                prop_assert_eq!((quick.projects(), quick.columns()), (slow.projects(), slow.columns()));
                prop_assert_eq!((quick.points_decimals(), quick.decimals()), (slow.points_decimals(), slow.decimals()));
            }
        }
    }
}
