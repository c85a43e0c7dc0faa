//! The files read back: tagged, PDF/UA-1, with every word where a screen reader looks for it.
#![expect(clippy::unwrap_used, reason = "a file that cannot be read back has failed")]

mod read;

use arpent_pdf::{
    Block, Code, Column, Document, Estimate, EstimateRow, Estimates, Foot, Limits, Look, Part, PdfError, StackRow,
    Stacks, Table, render,
};
use read::File;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Résultats de la vague".into(),
        language: "fr".into(),
        author: "Ville de Voiron".into(),
        foot: Some(Foot { text: "Ville".into(), page: "Page".into(), of: "sur".into() }),
        look: Look::Report,
        accent: [31, 92, 77],
        parts: vec![Part { language: "fr".into(), blocks }],
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn table(rows: usize) -> Table {
    let column = |head: &str| Column { head: head.into(), width: 1.0, figures: false };
    Table {
        caption: "Part de satisfaits".into(),
        columns: vec![column("Service"), column("Satisfaits")],
        rows: (0..rows).map(|row| vec![format!("Service {row}"), "61 % (58 à 64), 812 réponses".into()]).collect(),
    }
}

fn everything() -> Document {
    let value = Estimate { share: 0.61, interval: Some((0.58, 0.64)) };
    let before = Some(Estimate { share: 0.55, interval: None });
    document(vec![
        heading(1, "Résultats"),
        Block::Lead("En bref.".into()),
        Block::Notice("Avant publication".into()),
        heading(2, "Ce qui a été répondu"),
        Block::List(vec!["Une chose".into(), "Une autre".into()]),
        Block::Stacks(Stacks {
            alt: "Graphique : mobilité 61 %".into(),
            levels: vec!["Non".into(), "Oui".into()],
            rows: vec![StackRow {
                label: "Mobilité".into(),
                shares: vec![(0.39, "39 %".into()), (0.61, "61 %".into())],
            }],
        }),
        Block::Table(table(3)),
        heading(3, "Détail"),
        Block::Estimates(Estimates {
            alt: "Intervalles : mobilité 61 %".into(),
            series: vec!["Avant".into(), "Maintenant".into()],
            ends: ["0 %".into(), "100 %".into()],
            rows: vec![EstimateRow { label: "Mobilité".into(), before, value }],
        }),
        Block::Code(Code { alt: "Code".into(), side: 2, dark: vec![true, false, false, true] }),
        Block::Address { text: "exemple.fr/b/ab".into(), href: "https://exemple.fr/b/ab".into() },
        Block::Small("Source".into()),
    ])
}

fn written(document: &Document) -> File {
    File::read(&render(document, Limits::default(), &|| false).unwrap())
}

#[test]
fn declares_and_keeps_what_a_screen_reader_needs() {
    let file = written(&everything());
    assert!(file.is_marked(), "tagged");
    assert!(file.xmp().contains("pdfuaid:part"), "PDF/UA is declared: {}", file.xmp());
    assert_eq!(file.language(), "fr");
    assert_eq!(file.title(), "Résultats de la vague");
    assert!(file.shows_its_title());
    assert_eq!(file.bookmarks(), ["Résultats", "Ce qui a été répondu", "Détail"]);
    for role in [
        "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "THead", "TBody", "TR", "TH", "TD",
        "Figure", "Link",
    ] {
        assert!(file.roles().contains(&role.to_owned()), "{role} in {:?}", file.roles());
    }
    assert_eq!(file.alternatives(), ["Graphique : mobilité 61 %", "Intervalles : mobilité 61 %", "Code"]);
    assert_eq!(file.scopes(), ["Column", "Column", "Row", "Row", "Row"]);
}

#[test]
fn says_every_word_and_figure() {
    let text = written(&everything()).text();
    for words in [
        "Résultats",
        "Avant publication",
        "61 % (58 à 64), 812 réponses",
        "• Une chose",
        "Page 1 sur 1",
        "exemple.fr/b/ab",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_long_table_goes_on_with_its_heads_and_stays_one_table() {
    let file = written(&document(vec![heading(1, "Titre"), Block::Table(table(150))]));
    assert!(file.pages() >= 4, "{} pages", file.pages());
    assert_eq!(file.roles().iter().filter(|role| *role == "Table").count(), 1);
    assert_eq!(file.scopes().iter().filter(|scope| *scope == "Column").count(), 2, "repeated heads are decoration");
    assert!(file.text().contains("Service 149"));
    assert!(file.text().contains("Page 4 sur"));
}

#[test]
fn a_heading_stays_with_its_figure() {
    let row = |at: usize| StackRow { label: format!("Service {at}"), shares: vec![(1.0, "100 %".into())] };
    let figure = || Stacks { alt: "Graphique".into(), levels: vec!["Oui".into()], rows: (0..12).map(row).collect() };
    let words = "Une ligne pour descendre dans la page.".to_owned();
    for lines in 20..32 {
        let mut blocks = vec![heading(1, "Titre")];
        blocks.extend(std::iter::repeat_n(Block::Paragraph(words.clone()), lines));
        blocks.extend([heading(2, "Une partie"), Block::Paragraph("Ce qu'elle est.".into()), heading(3, "Sa figure")]);
        blocks.push(Block::Stacks(figure()));
        let report = written(&document(blocks));
        let of = |words: &str| report.page_of(words);
        assert_eq!((of("Une partie"), of("Sa figure")), (of("Service 0"), of("Service 11")), "after {lines} lines");
    }
}

#[test]
fn a_cell_taller_than_a_page_goes_on() {
    let mut long = table(1);
    long.rows[0][1] = "mot ".repeat(3_000);
    let file = written(&document(vec![heading(1, "Titre"), Block::Table(long)]));
    assert!(file.pages() >= 2);
    assert_eq!(file.text().matches("mot").count(), 3_000);
}

#[test]
fn what_people_type_is_never_a_language() {
    let typed = r#"#set page(width: 1cm) *gras* $x^2$ @ref <b>"\u{1F600}" #read("/etc/passwd") = titre // fin \ "#;
    let rows = vec![vec![typed.to_owned(), typed.to_owned()]];
    let file = written(&document(vec![
        heading(1, typed),
        Block::Paragraph(typed.into()),
        Block::Table(Table { caption: typed.into(), rows, ..table(0) }),
    ]));
    let words: String = typed.split_whitespace().collect();
    let found: String = file.text().split_whitespace().collect();
    assert_eq!(found.matches(&words).count(), 5, "as it was typed, five times, in {found}");
}

#[test]
fn letters_that_no_face_holds_do_not_stop_the_file() {
    let file = written(&document(vec![heading(1, "Été 日本 🎉 e\u{301}\u{200B}\u{7}\tfin")]));
    let text = file.text();
    assert!(text.contains("Été �� � é fin"), "{text}");
}

#[test]
fn nothing_to_say_is_still_a_file() {
    let empty = Table { columns: vec![], rows: vec![], ..table(0) };
    let file = written(&document(vec![
        heading(1, "Titre"),
        heading(2, " "),
        Block::Paragraph(String::new()),
        Block::Table(empty),
        Block::Table(Table { rows: vec![vec![]], ..table(0) }),
        Block::List(vec![]),
    ]));
    assert_eq!(file.pages(), 1);
}

#[test]
fn a_figure_without_words_is_refused() {
    let silent = Estimates { alt: String::new(), series: vec![], ends: [String::new(), String::new()], rows: vec![] };
    let refused = render(&document(vec![heading(1, "Titre"), Block::Estimates(silent)]), Limits::default(), &|| false);
    assert!(matches!(refused, Err(PdfError::Unwritten(why)) if why.contains("MissingAltText")));
}

#[test]
fn too_long_or_stopped_gives_nothing() {
    let long = document(vec![heading(1, "Titre"), Block::Table(table(150))]);
    let bounded = |limits| render(&long, limits, &|| false);
    assert_eq!(bounded(Limits { pages: 2, ..Limits::default() }), Err(PdfError::TooLong));
    assert_eq!(bounded(Limits { text: 100, ..Limits::default() }), Err(PdfError::TooLong));
    assert_eq!(render(&long, Limits::default(), &|| true), Err(PdfError::Stopped));
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let bytes = || render(&everything(), Limits::default(), &|| false).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_poster_holds_on_one_page_in_each_language() {
    let part = |language: &str, words: &str| Part {
        language: language.into(),
        blocks: vec![
            heading(1, words),
            Block::Lead("Un service dont le nom est vraiment très long, et le lieu aussi ".repeat(6)),
            Block::Code(Code { alt: words.into(), side: 21, dark: vec![true; 441] }),
            Block::Strong("exemple.fr/b/abcdefgh".into()),
        ],
    };
    let poster = Document {
        look: Look::Poster,
        foot: None,
        parts: vec![part("fr", "Votre avis"), part("en", "Your opinion")],
        ..document(vec![])
    };
    let file = written(&poster);
    assert_eq!(file.pages(), 2);
    assert_eq!(file.part_languages(), ["fr", "en"]);
    assert!(file.text().contains("Your opinion"));
}
