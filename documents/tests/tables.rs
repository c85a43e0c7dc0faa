//! The files people really send, and those made to break a reader.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a failed test")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use arpent_documents::tables::{self, Format, Found, Limits, LineReason, Reader, TableError};
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

fn read(bytes: &[u8], name: &str) -> Result<tables::Table, TableError> {
    tables::read(bytes, name, &Limits::default())
}

fn cells(table: &tables::Table) -> Vec<Vec<&str>> {
    table.lines.iter().map(|line| line.cells.iter().map(String::as_str).collect()).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Feuille\">{table}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest:manifest></manifest:manifest>"),
        ("content.xml", &content),
    ])
}

fn ods_text(text: &str, repeats: u32) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{repeats}\">\
         <text:p>{text}</text:p></table:table-cell>"
    )
}

#[test]
fn reads_every_encoding_and_separator_alike() {
    let text = "Prénom;Réponse\r\nZoé;\"Plus d'été;\r\nmoins d'hiver\"\r\n";
    let utf16 = |to: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        mark.then_some('\u{feff}')
            .into_iter()
            .collect::<String>()
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(to)
            .collect()
    };
    let windows: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let files = [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        windows,
        utf16(u16::to_le_bytes, true),
        utf16(u16::to_be_bytes, true),
        utf16(u16::to_le_bytes, false),
        utf16(u16::to_be_bytes, false),
        gzip(text.as_bytes()),
        format!("sep=;\r\n{text}").into_bytes(),
    ];
    for (index, file) in files.iter().enumerate() {
        let table = read(file, "r.csv").unwrap_or_else(|error| panic!("file {index}: {error}"));
        assert_eq!(table.headers, ["Prénom", "Réponse"], "file {index}");
        assert_eq!(cells(&table), [["Zoé", "Plus d'été;\r\nmoins d'hiver"]], "file {index}");
        assert_eq!(table.format, Format::Delimited(Some(';')));
    }
    for separator in [",", "\t", "|"] {
        let table = read(text.replace(';', separator).as_bytes(), "r.csv").unwrap();
        assert_eq!(table.headers, ["Prénom", "Réponse"], "{separator}");
    }
}

#[test]
fn keeps_commas_of_sentences_in_a_single_column() {
    let table = read("Réponse\nUn banc, deux arbres\nRien; merci\n".as_bytes(), "r.csv").unwrap();
    assert_eq!(cells(&table), [["Un banc, deux arbres"], ["Rien; merci"]]);
    assert_eq!(table.format, Format::Delimited(None));
}

#[test]
fn keeps_windows_text_whose_accents_come_late() {
    let mut bytes = b"a;b\n".to_vec();
    bytes.extend(b"oui;non\n".repeat(20_000));
    bytes.extend(b"\xe9t\xe9;hiver\n");
    let table = read(&bytes, "r.csv").unwrap();
    assert_eq!(table.lines.last().unwrap().cells, ["été", "hiver"]);
}

#[test]
fn reports_lines_by_the_number_their_owner_sees() {
    let text = "a,b\r\n\r\n\"un\r\nbanc\",2\r\n\r\n3\r\n,\r\n4,5,\r\n6,7,8\r\n";
    for text in [text.to_owned(), text.replace("\r\n", "\n"), text.replace("\r\n", "\r")] {
        let table = read(text.as_bytes(), "r.csv").unwrap();
        assert_eq!(table.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [3, 8]);
        let problems: Vec<_> = table.problems.iter().map(|problem| (problem.line, problem.reason.clone())).collect();
        assert_eq!(
            problems,
            [
                (6, LineReason::TooFewCells { expected: 2, found: 1 }),
                (9, LineReason::TooManyCells { expected: 2, found: 3 })
            ]
        );
        assert_eq!(table.problems[1].cells, ["6", "7", "8"]);
    }
}

#[test]
fn says_where_a_quotation_mark_is_never_closed() {
    let mut text = "a;b\n1;2\n3;\"ouvert\n".to_owned();
    text.push_str(&"5;6\n".repeat(10));
    let table = read(text.as_bytes(), "r.csv").unwrap();
    assert_eq!(table.problems[0].line, 3);
    assert_eq!(table.problems[0].reason, LineReason::QuoteNotClosed);
}

#[test]
fn refuses_lines_longer_than_allowed_and_goes_on() {
    let limits = Limits { max_line_bytes: 2000, ..Limits::default() };
    let text = format!("a;b\n1;{}\n3;4\n", "x".repeat(5000));
    let table = tables::read(text.as_bytes(), "r.csv", &limits).unwrap();
    assert_eq!(table.problems[0].reason, LineReason::TooLong { max_bytes: 2000 });
    assert_eq!(cells(&table), [["3", "4"]]);
    let json = format!("{{\"a\":1}}\n{{\"a\":\"{}\"}}\n{{\"a\":3}}\n", "x".repeat(5000));
    let table = tables::read(json.as_bytes(), "r.jsonl", &limits).unwrap();
    assert_eq!(table.problems[0].reason, LineReason::TooLong { max_bytes: 2000 });
    assert_eq!(cells(&table), [["1"], ["3"]]);
}

#[test]
fn names_the_type_of_what_is_no_table() {
    let word = archive(&[("word/document.xml", "<w/>")]);
    let other = archive(&[("photo.txt", "x")]);
    let old: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 600]).collect();
    let cases: [(&[u8], Found); 10] = [
        (b"%PDF-1.7 ...", Found::Pdf),
        (b"\x89PNG\r\n\x1a\n", Found::Image),
        (b"<!DOCTYPE html><html>", Found::Html),
        (b"<?xml version='1.0'?>", Found::Xml),
        (b"[{\"a\":1}]", Found::Json),
        (b"{\n  \"a\": 1\n}", Found::Json),
        (&word, Found::TextDocument),
        (&other, Found::Archive),
        (&old, Found::OldOffice),
        (b"\x00\x01\x02\x03\x00\x00\x07", Found::Binary),
    ];
    for (bytes, found) in cases {
        assert_eq!(read(bytes, "reponses.csv"), Err(TableError::WrongType { found }));
    }
    let locked: Vec<u8> = old.into_iter().chain("EncryptedPackage".bytes().flat_map(|letter| [letter, 0])).collect();
    assert_eq!(read(&locked, "r.xlsx"), Err(TableError::Encrypted));
}

#[test]
fn refuses_headers_that_name_nothing() {
    assert_eq!(read(b"", "r.csv"), Err(TableError::Empty));
    assert_eq!(read(b"\n \r\n", "r.csv"), Err(TableError::Empty));
    assert_eq!(read(b"12;3,5\n1;2\n", "r.csv"), Err(TableError::NoHeader));
    assert_eq!(read(b"a;;c\n1;2;3\n", "r.csv"), Err(TableError::HeaderMissing { column: 2 }));
    let twice = TableError::HeaderDuplicate { name: "reponse".into(), first: 1, second: 3 };
    assert_eq!(read("Réponse;b;reponse\n".as_bytes(), "r.csv"), Err(twice));
    assert_eq!(read(b"a;b;\n1;2;\n", "r.csv").unwrap().headers, ["a", "b"]);
}

#[test]
fn reads_json_lines() {
    let text = "{\"id\": 1, \"texte\": \"Un banc\", \"tags\": [\"eau\"]}\n\n{\"id\": 2, \"lieu\": null}\n[1]\n{\"id\":1,\"id\":2}\n";
    for bytes in [text.as_bytes().to_vec(), gzip(text.as_bytes())] {
        let table = read(&bytes, "r.jsonl.gz").unwrap();
        assert_eq!(table.headers, ["id", "texte", "tags", "lieu"]);
        assert_eq!(cells(&table), [["1", "Un banc", "[\"eau\"]", ""], ["2", "", "", ""]]);
        assert_eq!(table.problems[0].line, 4);
        assert_eq!(table.problems[0].reason, LineReason::NotAnObject);
        assert_eq!(table.problems[1].reason, LineReason::ColumnTwice { name: "id".into() });
    }
    let mut late = "{\"a\":1}\n".repeat(300);
    late.push_str("{\"b\":1}\n");
    assert_eq!(read(late.as_bytes(), "r").unwrap().problems[0].reason, LineReason::UnknownColumn { name: "b".into() });
}

#[test]
fn reads_the_real_answers_of_a_national_consultation() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/texts/grand_debat_idees_marquantes.jsonl.gz");
    let Ok(file) = std::fs::File::open(path) else {
        eprintln!("{path} is not there: nothing was read");
        return;
    };
    let reader = Reader::open(file, "grand_debat.jsonl.gz", &Limits::default()).unwrap();
    assert_eq!(reader.headers(), ["id", "reference", "question", "question_id", "text", "categories"]);
    let lines: Vec<_> = reader.collect::<Result<_, _>>().unwrap();
    assert_eq!((lines.len(), lines[2148].number), (2149, 2149));
}

#[test]
fn streams_a_long_file() {
    let mut text = "n;texte\n".to_owned();
    for line in 0..100_000 {
        writeln!(text, "{line};Réponse numéro {line}").unwrap();
    }
    let mut reader = Reader::open(text.as_bytes(), "r.csv", &Limits::default()).unwrap();
    assert_eq!(reader.headers(), ["n", "texte"]);
    assert_eq!(reader.by_ref().filter(|line| line.as_ref().is_ok_and(|line| line.cells.len() == 2)).count(), 100_000);
    let limits = Limits { max_lines: 10, ..Limits::default() };
    assert_eq!(tables::read(text.as_bytes(), "r.csv", &limits), Err(TableError::TooManyLines { max: 10 }));
}

#[test]
fn stops_before_a_file_fills_the_memory() {
    let limits = Limits { max_bytes: 1000, max_expanded_bytes: 100_000, ..Limits::default() };
    let large = "a;b\n".repeat(1000);
    assert_eq!(tables::read(large.as_bytes(), "r.csv", &limits), Err(TableError::TooLarge { max_bytes: 1000 }));
    let bomb = gzip(&b"a;b\n".repeat(100_000));
    let limits = Limits { max_bytes: 10_000, ..limits };
    assert_eq!(tables::read(&bomb, "r.csv.gz", &limits), Err(TableError::ExpandsTooMuch { max_bytes: 100_000 }));
    let bomb = archive(&[("xl/workbook.xml", &"x".repeat(1_000_000))]);
    assert_eq!(tables::read(&bomb, "r.xlsx", &limits), Err(TableError::ExpandsTooMuch { max_bytes: 100_000 }));
}

#[test]
fn counts_the_repetitions_of_an_ods_before_unfolding_them() {
    let row = |repeats: u32, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{repeats}\">{cells}</table:table-row>")
    };
    let empty = "<table:table-cell table:number-columns-repeated=\"16000\"/>";
    let usual = [
        row(1, &(ods_text("Réponse", 1) + &ods_text("Lieu", 1) + empty)),
        row(2, &ods_text("oui", 2)),
        row(1_040_000, empty),
    ];
    let table = read(&ods(&usual.concat()), "r.ods").unwrap();
    assert_eq!(table.sheets, ["Feuille"]);
    assert_eq!(cells(&table), [["oui", "oui"], ["oui", "oui"]]);
    assert_eq!(table.lines[1].number, 3);

    let many = TableError::TooManyCells { max: Limits::default().max_cells };
    assert_eq!(read(&ods(&row(1_000_000, &ods_text("oui", 16_000))), "r.ods"), Err(many.clone()));
    let far = [row(1, &ods_text("a", 100)), row(1_000_000, empty), row(1, &ods_text("b", 1))];
    assert_eq!(read(&ods(&far.concat()), "r.ods"), Err(many));
    let long = row(4000, &ods_text(&"long".repeat(1000), 900));
    assert!(matches!(read(&ods(&long), "r.ods"), Err(TableError::ExpandsTooMuch { .. })));
}

#[test]
fn lets_a_sheet_be_chosen() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Lisez-moi").unwrap().set_hidden(true);
    book.add_worksheet()
        .set_name("Été")
        .unwrap()
        .set_active(true)
        .write_string(2, 1, "Réponse")
        .unwrap()
        .write_string(4, 1, "oui")
        .unwrap();
    let winter = book.add_worksheet().set_name("Hiver").unwrap();
    winter.write_string(0, 0, "n").unwrap().write_number(1, 0, 0.5).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let first = read(&bytes, "r.xlsx").unwrap();
    assert_eq!((first.headers, first.lines[0].number), (vec!["Réponse".to_owned()], 5));
    let table = tables::read_sheet(&bytes, "r.csv", "Hiver", &Limits::default()).unwrap();
    assert_eq!((table.format, cells(&table)), (Format::Xlsx, vec![vec!["0.5"]]));
    assert_eq!(table.sheets, ["Été", "Hiver"]);
    let unknown = tables::read_sheet(&bytes, "r.xlsx", "Lisez-moi", &Limits::default());
    assert_eq!(unknown, Err(TableError::SheetUnknown { name: "Lisez-moi".into(), sheets: table.sheets }));
}

#[test]
fn guesses_columns_whatever_their_case_and_accents() {
    let headers = ["Horodatage", "Votre RÉPONSE (libre)", "E-mail", "Quartier ou hameau", "Nom"];
    let targets: [(&str, &[&str]); 4] =
        [("text", &["réponse", "texte"]), ("place", &["quartier"]), ("name", &["nom"]), ("date", &["date"])];
    assert_eq!(tables::guess_columns(&headers, &targets), [Some(1), Some(3), Some(4), None]);
    let once: [(&str, &[&str]); 2] = [("a", &["nom"]), ("b", &["nom"])];
    assert_eq!(tables::guess_columns(&headers, &once), [Some(4), None]);
}

fn mutated(mut bytes: Vec<u8>, changes: &[(usize, u8)]) -> Vec<u8> {
    for (place, value) in changes {
        let place = place % bytes.len();
        bytes[place] = *value;
    }
    bytes
}

proptest! {
    #[test]
    fn never_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000), name in "[a-z]{0,3}\\.(csv|tsv|json|xlsx)") {
        let _ = read(&bytes, &name);
    }

    #[test]
    fn gives_each_line_its_number_and_width(text in "[a;,\"\n\r é|\t]{0,300}") {
        if let Ok(table) = read(text.as_bytes(), "r.csv") {
            let ends = text.matches('\n').count() + text.matches('\r').count() + 1;
            prop_assert!(table.lines.iter().all(|line| line.cells.len() == table.headers.len()));
            prop_assert!(table.lines.iter().all(|line| usize::try_from(line.number).unwrap() <= ends));
            prop_assert!(table.lines.is_sorted_by(|left, right| left.number < right.number));
        }
    }

    #[test]
    fn never_panics_on_damaged_files(changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..12)) {
        let row = format!("<table:table-row>{}</table:table-row>", ods_text("a", 2));
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write_string(0, 0, "a").unwrap().write_number(1, 0, 3).unwrap();
        let _ = read(&mutated(ods(&row), &changes), "r.ods");
        let _ = read(&mutated(book.save_to_buffer().unwrap(), &changes), "r.xlsx");
        let _ = read(&mutated(gzip(b"a;b\n1;2\n"), &changes), "r.csv.gz");
        let _ = read(&mutated(b"{\"a\":1}\n{\"a\":2}".to_vec(), &changes), "r.jsonl");
    }

    #[test]
    fn never_panics_on_odd_ods_content(rows in prop::collection::vec(prop::collection::vec((0u32..4, any::<bool>()), 0..4), 0..6)) {
        let cell = |(repeats, used): &(u32, bool)| if *used { ods_text("x", *repeats) } else {
            format!("<table:table-cell table:number-columns-repeated=\"{repeats}\"/>")
        };
        let mut table = String::new();
        for row in &rows {
            let cells: String = row.iter().map(cell).collect();
            write!(table, "<table:table-row>{cells}</table:table-row>").unwrap();
        }
        let _ = read(&ods(&table), "r.ods");
    }
}
