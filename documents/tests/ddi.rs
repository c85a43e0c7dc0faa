//! A codebook holds together as its standard asks: order of elements, compulsory attributes, references that lead somewhere.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a failed test")]

use std::collections::{BTreeMap, BTreeSet};

use arpent_documents::ddi::{Codebook, Described, File, Said, write};
use arpent_documents::spss::{Code, Kind, Measure, Variable};
use jiff::civil::date;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Children of an element in the order of the standard (codebook.xsd of DDI-Codebook 2.5), for the elements written here.
const ORDER: [(&str, &[&str]); 16] = [
    ("codeBook", &["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"]),
    ("stdyDscr", &["citation", "studyAuthorization", "stdyInfo", "studyDevelopment", "method", "dataAccs", "notes"]),
    (
        "citation",
        &["titlStmt", "rspStmt", "prodStmt", "distStmt", "serStmt", "verStmt", "biblCit", "holdings", "notes"],
    ),
    ("titlStmt", &["titl", "subTitl", "altTitl", "parTitl", "IDNo"]),
    ("stdyInfo", &["studyBudget", "subject", "abstract", "sumDscr", "qualityStatement", "notes"]),
    ("sumDscr", &["timePrd", "collDate", "nation", "geogCover", "geogUnit", "anlyUnit", "universe", "dataKind"]),
    ("method", &["dataColl", "notes", "anlyInfo", "stdyClas"]),
    ("dataColl", &["timeMeth", "sampProc", "deviat", "collMode", "resInstru", "collSitu", "weight", "cleanOps"]),
    ("anlyInfo", &["respRate", "EstSmpErr", "dataAppr"]),
    ("dataAccs", &["setAvail", "useStmt", "notes"]),
    ("useStmt", &["confDec", "specPerm", "restrctn", "contact", "citReq", "deposReq", "conditions", "disclaimer"]),
    ("fileDscr", &["fileTxt", "locMap", "notes"]),
    ("fileTxt", &["fileName", "fileCitation", "fileCont", "fileStrc", "dimensns", "fileType", "format"]),
    ("dimensns", &["caseQnty", "varQnty", "logRecL", "recPrCas", "recNumTot"]),
    (
        "var",
        &[
            "location",
            "labl",
            "security",
            "qstn",
            "valrng",
            "invalrng",
            "undocCod",
            "universe",
            "sumStat",
            "txt",
            "catgryGrp",
            "catgry",
            "codInstr",
            "concept",
            "derivation",
            "varFormat",
            "notes",
        ],
    ),
    ("catgry", &["catValu", "labl", "txt", "catStat", "mrow"]),
];
/// Elements that come once at most in their parent.
const ONCE: [&str; 12] = [
    "titl",
    "titlStmt",
    "rspStmt",
    "prodStmt",
    "anlyInfo",
    "dimensns",
    "catValu",
    "varFormat",
    "fileTxt",
    "dataDscr",
    "stdyDscr",
    "subject",
];

fn both(fr: &str, en: &str) -> Said {
    vec![("fr".to_owned(), fr.to_owned()), ("en".to_owned(), en.to_owned())]
}

fn codebook() -> Codebook {
    let mut satisfied = Variable::new("sat_eau", "Eau", Kind::Number { decimals: 0 }, Measure::Ordinal);
    satisfied.values = vec![
        (Code::Number(1.0), "Pas du tout".to_owned()),
        (Code::Number(4.0), "Très".to_owned()),
        (Code::Number(9.0), "Ne sait pas".to_owned()),
    ];
    satisfied.missing = vec![9.0];
    let asked = Described {
        question: vec![both("Êtes-vous satisfait de l'eau & du reste ?", "Are you <satisfied>?")],
        asked_when: vec![both("Si use_eau vaut 1", "If use_eau is 1")],
        values: vec![both("Pas du tout", "Not at all"), both("Très", "Very"), Vec::new()],
        ..Described::of(satisfied, both("Satisfaction : eau", "Satisfaction: water"))
    };
    let weight = Described {
        weights: true,
        range: Some((0.5, 264.5)),
        ..Described::of(Variable::number("poids", "Poids", 4), both("Poids", "Weight"))
    };
    Codebook {
        id: "services/2".to_owned(),
        title: both("Baromètre, vague 2", "Barometer, wave 2"),
        producer: "Pays\u{0} exemple".to_owned(),
        about: vec![both("Satisfaction", "Satisfaction")],
        collected: Some((date(2026, 3, 1), date(2026, 3, 31))),
        universe: vec![both("Usagers", "Users"), both("Agents", "Staff")],
        sampling: vec![both("Tirage", "Draw")],
        modes: vec![both("Papier", "Paper")],
        weighting: vec![both("Calage", "Raking")],
        accuracy: vec![both("Intervalles", "Intervals")],
        access: vec![both("Licence Ouverte", "Open licence")],
        notes: vec!["SHA-256".to_owned()],
        files: vec![File {
            name: "reponses.sav".to_owned(),
            holds: vec![both("Une ligne par réponse", "A line for each answer")],
            lines: None,
            variables: vec![asked, weight],
        }],
    }
}

struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<String>,
    text: String,
}

fn opened(start: &BytesStart<'_>) -> Node {
    let attributes = start.attributes().map(|one| {
        let one = one.unwrap();
        (one.key.as_ref().to_owned(), one.value.into_owned())
    });
    let name = start.name().as_ref().to_owned();
    Node { name, attributes: attributes.collect(), children: Vec::new(), text: String::new() }
}

/// Every element of a document, children named in order.
fn nodes(document: &[u8]) -> Vec<Node> {
    let mut reader = Reader::from_reader(document);
    let (mut open, mut closed): (Vec<Node>, Vec<Node>) = (Vec::new(), Vec::new());
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).unwrap() {
            Event::Start(start) => open.push(opened(&start)),
            Event::Empty(start) => {
                let node = opened(&start);
                open.last_mut().unwrap().children.push(node.name.clone());
                closed.push(node);
            }
            Event::Text(text) => {
                if let Some(node) = open.last_mut() {
                    node.text.push_str(&text);
                }
            }
            Event::End(_) => {
                let node = open.pop().unwrap();
                open.last_mut().into_iter().for_each(|parent| parent.children.push(node.name.clone()));
                closed.push(node);
            }
            Event::Eof => return closed,
            _ => {}
        }
        buffer.clear();
    }
}

#[test]
fn elements_come_in_the_order_of_the_standard() {
    let document = write(&codebook()).unwrap();
    let nodes = nodes(&document);
    for node in &nodes {
        if let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == node.name) {
            let places: Vec<usize> = node
                .children
                .iter()
                .map(|child| {
                    order.iter().position(|one| one == child).unwrap_or_else(|| panic!("{child} in {}", node.name))
                })
                .collect();
            assert!(places.is_sorted(), "{}: {:?}", node.name, node.children);
        }
        for once in ONCE {
            assert!(node.children.iter().filter(|child| *child == once).count() <= 1, "{once} in {}", node.name);
        }
        assert!(node.name != "stdyDscr" || node.children[0] == "citation");
    }
    let seen: BTreeSet<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
    assert!(ORDER.iter().all(|(name, _)| seen.contains(name)), "every rule above is put to the test");
}

#[test]
fn references_lead_to_what_is_there_and_no_two_things_have_one_identifier() {
    let document = write(&codebook()).unwrap();
    let nodes = nodes(&document);
    let ids: Vec<&String> = nodes.iter().filter_map(|node| node.attributes.get("ID")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for node in &nodes {
        for reference in ["files", "wgt-var"].iter().filter_map(|name| node.attributes.get(*name)) {
            assert!(ids.contains(&reference), "{reference}");
        }
    }
    let variables: Vec<&Node> = nodes.iter().filter(|node| node.name == "var").collect();
    assert_eq!(variables.len(), 2);
    assert!(variables.iter().all(|one| one.attributes.contains_key("name")));
    assert_eq!(variables[0].attributes["wgt-var"], variables[1].attributes["ID"]);
    assert_eq!(variables[1].attributes["wgt"], "wgt");
}

#[test]
fn questions_categories_and_missing_codes_are_there_in_each_language() {
    let document = write(&codebook()).unwrap();
    let nodes = nodes(&document);
    let of = |name: &str| nodes.iter().filter(|node| node.name == name).collect::<Vec<_>>();
    let languages: Vec<&String> = of("qstnLit").iter().map(|one| &one.attributes["xml:lang"]).collect();
    assert_eq!(languages, ["fr", "en"]);
    let text = String::from_utf8(document).unwrap();
    assert!(text.contains("&amp; du reste ?") && text.contains("&lt;satisfied&gt;"), "{text}");
    assert!(!text.contains('\0'));
    let missing: Vec<&str> = of("catgry").iter().map(|one| one.attributes["missing"].as_str()).collect();
    assert_eq!(missing, ["N", "N", "Y"]);
    assert_eq!(of("item")[0].attributes["VALUE"], "9");
    assert_eq!(of("titl").len(), 1);
    assert_eq!(of("parTitl")[0].text, "Barometer, wave 2");
    assert_eq!(of("caseQnty").len(), 0, "how many lines is told only where it may be");
}
