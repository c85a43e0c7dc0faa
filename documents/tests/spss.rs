//! Files of SPSS as other programs write them, as this one writes them, and as they break.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a failed test")]

use arpent_documents::spss::{Code, Datum, Dictionary, Kind, Measure, NotWritten, SavWriter, Variable, fit_names};
use arpent_documents::tables::{self, Format, Limits, LineReason, Reader, Table, TableError};
use jiff::civil::date;
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Table, TableError> {
    tables::read(bytes, "reponses.sav", &Limits::default())
}

fn dictionary(bytes: &[u8]) -> Dictionary {
    Reader::open(bytes, "reponses.sav", &Limits::default()).unwrap().dictionary().unwrap().clone()
}

/// Four levels and "does not know", a commune, a weight.
fn variables() -> Vec<Variable> {
    let levels = ["Pas du tout satisfait", "Plutôt pas", "Plutôt", "Très satisfait"];
    let mut satisfied =
        Variable::new("sat_petite_enfance", "Êtes-vous satisfait ?", Kind::Number { decimals: 0 }, Measure::Ordinal);
    satisfied.values = (1_i32..).zip(levels).map(|(n, words)| (Code::Number(n.into()), words.to_owned())).collect();
    satisfied.values.push((Code::Number(9.0), "Ne sait pas".to_owned()));
    satisfied.missing = vec![9.0];
    let mut commune = Variable::new("commune", "Commune où vous habitez", Kind::Text { bytes: 5 }, Measure::Nominal);
    commune.values = vec![(Code::Text("38563".to_owned()), "Voiron".to_owned())];
    let mut service = Variable::new("service", "Service", Kind::Text { bytes: 20 }, Measure::Nominal);
    service.values = vec![(Code::Text("petite_enfance".to_owned()), "Crèches et relais d’hiver".to_owned())];
    vec![satisfied, commune, service, Variable::number("poids", "Poids de redressement", 4)]
}

fn written(cases: &[[Datum<'_>; 4]]) -> Vec<u8> {
    let dictionary =
        Dictionary { title: "Baromètre, vague 2".to_owned(), variables: variables(), weight: Some(3), cases: None };
    let mut file = SavWriter::new(dictionary, date(2026, 3, 1).at(8, 0, 0, 0)).unwrap();
    for case in cases {
        file.case(case).unwrap();
    }
    file.finish()
}

fn some() -> Vec<u8> {
    written(&[
        [Datum::Number(4.0), Datum::Text("38563"), Datum::Text("petite_enfance"), Datum::Number(1.5)],
        [Datum::Number(9.0), Datum::Text("38239"), Datum::Text(""), Datum::Number(264.568_3)],
        [Datum::Nothing, Datum::Nothing, Datum::Text("été"), Datum::Nothing],
    ])
}

#[test]
fn what_is_written_is_read_back() {
    let table = read(&some()).unwrap();
    assert_eq!(table.format, Format::Spss);
    assert_eq!(table.headers, ["sat_petite_enfance", "commune", "service", "poids"]);
    let cells: Vec<Vec<String>> = table.lines.iter().map(|line| line.cells.clone()).collect();
    assert_eq!(cells[0], ["4", "38563", "petite_enfance", "1.5"]);
    assert_eq!(cells[1], ["9", "38239", "", "264.5683"]);
    assert_eq!(cells[2], ["", "", "été", ""]);
    assert_eq!(table.lines[2].number, 3);
    let mut expected = variables();
    let found = dictionary(&some());
    assert_eq!((found.title.as_str(), found.weight, found.cases), ("Baromètre, vague 2", Some(3), Some(3)));
    expected.iter_mut().zip(&found.variables).for_each(|(one, other)| assert_eq!(one, other));
    assert_eq!(found.variables[0].says(&Code::Number(9.0)), Some("Ne sait pas"));
}

#[test]
fn files_of_other_programs_are_read_alike() {
    for bytes in
        [include_bytes!("data/pspp.sav").as_slice(), include_bytes!("data/pspp.zsav"), include_bytes!("data/haven.sav")]
    {
        let table = read(bytes).unwrap();
        assert_eq!(table.lines.len(), 4);
        let cells = |line: usize| table.lines[line].cells.clone();
        assert_eq!(table.headers[0], "satisfaction_petite_enfance");
        assert_eq!(cells(0)[..3], ["1", "38563", "Très bien, l’été"]);
        assert_eq!(cells(2)[2], "long ".repeat(140).trim_end(), "a string in several segments is whole");
        assert_eq!(cells(1)[4..], ["2026-03-02", "2026-03-01T08:30:01"]);
        let weight: f64 = cells(3)[3].parse().unwrap();
        assert!((weight - std::f64::consts::TAU).abs() < 1e-12, "{weight}");
        let found = dictionary(bytes);
        let first = &found.variables[0];
        assert_eq!(first.label, "Êtes-vous satisfait de la petite enfance ?");
        assert_eq!(first.missing, [9.0]);
        assert_eq!(first.says(&Code::Number(4.0)), Some("Très satisfait"));
        assert_eq!(found.variables[1].says(&Code::Text("38239".to_owned())), Some("Moirans"));
    }
    assert_eq!(dictionary(include_bytes!("data/pspp.sav")).weight, Some(3), "after a string of many elements");
}

/// The same bytes with one run of them replaced by another as long.
fn with(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = bytes.windows(from.len()).position(|run| run == from).unwrap();
    let mut out = bytes.to_vec();
    out[at..at + to.len()].copy_from_slice(to);
    out
}

#[test]
fn the_encoding_is_the_one_declared_or_the_file_is_refused() {
    let unknown = read(&with(&some(), b"UTF-8", b"X-NUL"));
    assert_eq!(unknown, Err(TableError::EncodingUnknown { name: "X-NUL".to_owned() }));
    let old = with(&some(), b"UTF-8", b"l1   ");
    let old = with(&old, "été".as_bytes(), b"\xe9t\xe9  ");
    assert_eq!(read(&old).unwrap().lines[2].cells[2], "été");
    let wrong = with(&some(), "été".as_bytes(), b"\xe9t\xe9  ");
    assert_eq!(read(&wrong).unwrap().problems[0].reason, LineReason::NotText);
}

#[test]
fn counts_that_lie_are_refused_and_cost_nothing() {
    let file = some();
    let number = |n: i32| n.to_le_bytes();
    let labels = [number(3), number(5)].concat();
    for count in [-1, i32::MIN, i32::MAX, 100_000_000] {
        let lie = [number(3), number(count)].concat();
        assert!(read(&with(&file, &labels, &lie)).is_err(), "{count} labels");
        let extension = [number(7), number(11), number(4), number(12)].concat();
        let lie = [number(7), number(11), number(count), number(count)].concat();
        assert_eq!(read(&with(&file, &extension, &lie)), Err(TableError::Damaged), "{count} numbers of four bytes");
        let mut cases = file.clone();
        cases[80..84].copy_from_slice(&number(count));
        let found = read(&cases);
        let whole = count < 0;
        assert_eq!(found.is_ok_and(|table| table.lines.len() == 3), whole, "{count} cases");
    }
    let width = with(&file, &[number(2), number(20)].concat(), &[number(2), number(200)].concat());
    assert_eq!(read(&width), Err(TableError::Damaged), "a width without its elements");
}

#[test]
fn an_archive_made_to_fill_the_memory_is_stopped() {
    let file = include_bytes!("data/pspp.zsav");
    let limits = Limits { max_expanded_bytes: 1_000, ..Limits::default() };
    assert_eq!(tables::read(file, "reponses.zsav", &limits), Err(TableError::ExpandsTooMuch { max_bytes: 1_000 }));
    let limits = Limits { max_columns: 3, ..Limits::default() };
    assert_eq!(tables::read(file, "reponses.zsav", &limits), Err(TableError::TooManyColumns { max: 3 }));
}

#[test]
fn a_file_with_a_password_is_said_to_have_one() {
    let mut file = vec![0x1c, 0, 0, 0, 0, 0, 0, 0];
    file.extend(b"ENCRYPTEDSAV\x15");
    assert_eq!(read(&file), Err(TableError::Encrypted));
}

#[test]
fn what_the_format_cannot_hold_is_not_written() {
    let attempt = |variable: Variable, weight: Option<usize>| {
        let dictionary = Dictionary { variables: vec![variable], weight, ..Dictionary::default() };
        SavWriter::new(dictionary, date(2026, 3, 1).at(8, 0, 0, 0)).map(|_| ())
    };
    let text = |name: &str, bytes| Variable::new(name, "", Kind::Text { bytes }, Measure::Nominal);
    assert_eq!(attempt(text("a b", 3), None), Err(NotWritten::Name("a b".to_owned())));
    assert_eq!(attempt(text("a", 256), None), Err(NotWritten::Width("a".to_owned())));
    assert_eq!(attempt(text("a", 3), Some(0)), Err(NotWritten::Weight));
    let missing = Variable { missing: vec![7.0, 8.0, 9.0, 10.0], ..Variable::number("a", "", 0) };
    assert_eq!(attempt(missing, None), Err(NotWritten::Missing("a".to_owned())));
}

proptest! {
    /// Numbers and words come back as they were, whatever they are.
    #[test]
    fn every_case_comes_back(cases in prop::collection::vec((any::<f64>(), "[a-zé ]{0,8}"), 0..40)) {
        let variables = vec![Variable::number("n", "", 2),
            Variable::new("t", "", Kind::Text { bytes: 16 }, Measure::Nominal)];
        let dictionary = Dictionary { variables, ..Dictionary::default() };
        let mut file = SavWriter::new(dictionary, date(2026, 3, 1).at(8, 0, 0, 0)).unwrap();
        let finite = |n: f64| if n.is_finite() { n } else { 0.0 };
        for (n, t) in &cases {
            file.case(&[Datum::Number(finite(*n)), Datum::Text(t)]).unwrap();
        }
        let table = read(&file.finish()).unwrap();
        prop_assert_eq!(table.lines.len(), cases.len());
        for (line, (n, t)) in table.lines.iter().zip(&cases) {
            prop_assert_eq!(line.cells[0].parse::<f64>().unwrap().to_bits(), (finite(*n) + 0.0).to_bits());
            prop_assert_eq!(&line.cells[1], t.trim_end_matches(' '));
        }
    }

    /// Cut or spoilt anywhere, a file is read or refused; it never stops the program.
    #[test]
    fn a_broken_file_is_refused_or_read(
        which in 0..3_usize, cut in 0..6_000_usize, spoilt in prop::collection::vec((0..6_000_usize, any::<u8>()), 0..8)
    ) {
        let mut file = match which {
            0 => some(),
            1 => include_bytes!("data/pspp.zsav").to_vec(),
            _ => include_bytes!("data/haven.sav").to_vec(),
        };
        file.truncate(cut.max(4));
        for (at, byte) in spoilt {
            if let Some(place) = file.get_mut(at.max(4)) {
                *place = byte;
            }
        }
        drop(read(&file));
    }

    /// Whatever a variable is called, the name made of it is accepted, and is made of itself.
    #[test]
    fn fitted_names_are_accepted(names in prop::collection::vec("\\PC{0,40}", 1..8)) {
        let fitted = fit_names(&names);
        prop_assert_eq!(&fit_names(&fitted), &fitted);
        let variables = fitted.iter().map(|name| Variable::number(name, "", 0)).collect();
        let dictionary = Dictionary { variables, ..Dictionary::default() };
        let file = SavWriter::new(dictionary, date(2026, 3, 1).at(8, 0, 0, 0)).unwrap().finish();
        match read(&file) {
            Ok(table) => prop_assert_eq!(table.headers, fitted),
            // A table is stricter than SPSS: two columns that only accents tell apart are one too many for it.
            Err(error) => prop_assert!(["table-header-duplicate", "table-no-header"].contains(&error.code())),
        }
    }
}
