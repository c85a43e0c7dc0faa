//! The codebook of a survey: what was asked to whom and how, and what the variables of its files mean, as archives read it
//! (DDI-Codebook 2.5, DDI Alliance 2012).

use std::io;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use crate::spss::{Code, Kind, Measure, Variable};

/// The same thing in several languages: language code, words. The first is the main one.
pub type Said = Vec<(String, String)>;

/// A codebook.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Codebook {
    /// What tells this study from any other.
    pub id: String,
    /// Its title.
    pub title: Said,
    /// Who carried it out.
    pub producer: String,
    /// What it is about.
    pub about: Vec<Said>,
    /// When people answered: first and last day.
    pub collected: Option<(Date, Date)>,
    /// Who was asked: one entry for each population.
    pub universe: Vec<Said>,
    /// How they were chosen.
    pub sampling: Vec<Said>,
    /// By which means they answered.
    pub modes: Vec<Said>,
    /// How answers were weighted.
    pub weighting: Vec<Said>,
    /// How sure the figures are.
    pub accuracy: Vec<Said>,
    /// Who may use the data, and how.
    pub access: Vec<Said>,
    /// Fingerprints and other facts that tie the codebook to what it describes.
    pub notes: Vec<String>,
    /// The files described.
    pub files: Vec<File>,
}

/// A file and its variables.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What one line of it is.
    pub holds: Vec<Said>,
    /// Its lines, where that may be told.
    pub lines: Option<u64>,
    /// Its variables.
    pub variables: Vec<Described>,
}

/// A variable, in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// As it is written in the file.
    pub variable: Variable,
    /// What it is.
    pub label: Said,
    /// The question as it was asked, and as it was asked in easier words.
    pub question: Vec<Said>,
    /// When it is asked.
    pub asked_when: Vec<Said>,
    /// The words of each code, in the order of `variable.values`; empty for those of the variable itself.
    pub values: Vec<Said>,
    /// Smallest and largest value, where they are known.
    pub range: Option<(f64, f64)>,
    /// Weights the other variables of its file.
    pub weights: bool,
}

impl Described {
    /// A variable described by what the file itself says of it.
    pub fn of(variable: Variable, label: Said) -> Self {
        let (question, asked_when, values) = (Vec::new(), Vec::new(), Vec::new());
        Self { variable, label, question, asked_when, values, range: None, weights: false }
    }
}

type Xml = Writer<Vec<u8>>;
type Written = io::Result<()>;
const NAMESPACE: &str = "ddi:codebook:2_5";

/// Writes a codebook.
///
/// # Errors
/// Never for well-formed words; the writer's own error otherwise.
pub fn write(codebook: &Codebook) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let language = codebook.title.first().map_or("fr", |(language, _)| language.as_str());
    let root = xml.create_element("codeBook").with_attributes([
        ("xmlns", NAMESPACE),
        ("version", "2.5"),
        ("ID", "codebook"),
        ("xml:lang", language),
    ]);
    root.write_inner_content(|xml| {
        study(xml, codebook)?;
        for (place, file) in codebook.files.iter().enumerate() {
            describe_file(xml, place, file)?;
        }
        around(xml, "dataDscr", |xml| {
            let files = codebook.files.iter().enumerate();
            files.into_iter().try_for_each(|(place, file)| {
                file.variables.iter().enumerate().try_for_each(|(at, one)| variable(xml, (place, at), file, one))
            })
        })
    })?;
    Ok(xml.into_inner())
}

fn around(xml: &mut Xml, name: &str, inside: impl FnOnce(&mut Xml) -> Written) -> Written {
    xml.create_element(name).write_inner_content(inside).map(drop)
}

fn text(xml: &mut Xml, name: &str, words: &str) -> Written {
    xml.create_element(name).write_text_content(content(words)).map(drop)
}

/// Characters that XML cannot hold are left out (XML 1.0, § 2.2).
fn content(words: &str) -> quick_xml::events::BytesText<'static> {
    let kept: String = words.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    quick_xml::events::BytesText::new(&kept).into_owned()
}

/// One element for each language.
fn said(xml: &mut Xml, name: &str, words: &Said) -> Written {
    words.iter().filter(|(_, words)| !words.is_empty()).try_for_each(|(language, words)| {
        xml.create_element(name).with_attribute(("xml:lang", language.as_str())).write_text_content(content(words))?;
        Ok(())
    })
}

fn all(xml: &mut Xml, name: &str, entries: &[Said]) -> Written {
    entries.iter().try_for_each(|entry| said(xml, name, entry))
}

fn study(xml: &mut Xml, codebook: &Codebook) -> Written {
    around(xml, "stdyDscr", |xml| {
        around(xml, "citation", |xml| citation(xml, codebook))?;
        around(xml, "stdyInfo", |xml| {
            all(xml, "abstract", &codebook.about)?;
            around(xml, "sumDscr", |xml| {
                if let Some((from, to)) = codebook.collected {
                    day(xml, "start", from)?;
                    day(xml, "end", to)?;
                }
                all(xml, "universe", &codebook.universe)
            })
        })?;
        around(xml, "method", |xml| {
            around(xml, "dataColl", |xml| {
                all(xml, "sampProc", &codebook.sampling)?;
                all(xml, "collMode", &codebook.modes)?;
                all(xml, "weight", &codebook.weighting)
            })?;
            around(xml, "anlyInfo", |xml| all(xml, "EstSmpErr", &codebook.accuracy))
        })?;
        around(xml, "dataAccs", |xml| around(xml, "useStmt", |xml| all(xml, "conditions", &codebook.access)))?;
        codebook.notes.iter().try_for_each(|note| text(xml, "notes", note))
    })
}

fn citation(xml: &mut Xml, codebook: &Codebook) -> Written {
    around(xml, "titlStmt", |xml| {
        let mut titles = codebook.title.iter();
        let main: Said = titles.next().cloned().into_iter().collect();
        said(xml, "titl", &main)?;
        said(xml, "parTitl", &titles.cloned().collect())?;
        text(xml, "IDNo", &codebook.id)
    })?;
    around(xml, "rspStmt", |xml| text(xml, "AuthEnty", &codebook.producer))?;
    around(xml, "prodStmt", |xml| text(xml, "producer", &codebook.producer))
}

fn day(xml: &mut Xml, event: &str, day: Date) -> Written {
    let day = day.to_string();
    let dated = xml.create_element("collDate").with_attributes([("event", event), ("date", day.as_str())]);
    dated.write_text_content(content(&day)).map(drop)
}

fn file_id(place: usize) -> String {
    format!("F{}", place + 1)
}

fn variable_id(place: usize, at: usize) -> String {
    format!("V{}.{}", place + 1, at + 1)
}

fn describe_file(xml: &mut Xml, place: usize, file: &File) -> Written {
    xml.create_element("fileDscr").with_attribute(("ID", file_id(place).as_str())).write_inner_content(|xml| {
        around(xml, "fileTxt", |xml| {
            text(xml, "fileName", &file.name)?;
            all(xml, "fileCont", &file.holds)?;
            around(xml, "dimensns", |xml| {
                file.lines.iter().try_for_each(|lines| text(xml, "caseQnty", &lines.to_string()))?;
                text(xml, "varQnty", &file.variables.len().to_string())
            })
        })
    })?;
    Ok(())
}

fn variable(xml: &mut Xml, (place, at): (usize, usize), file: &File, one: &Described) -> Written {
    let (id, of) = (variable_id(place, at), file_id(place));
    let mut element = xml.create_element("var").with_attributes([
        ("ID", id.as_str()),
        ("name", one.variable.name.as_str()),
        ("files", of.as_str()),
        ("intrvl", if one.variable.measure == Measure::Scale { "contin" } else { "discrete" }),
        ("wgt", if one.weights { "wgt" } else { "not-wgt" }),
    ]);
    let weight = file.variables.iter().position(|one| one.weights).filter(|weight| *weight != at);
    let weight = weight.map(|weight| variable_id(place, weight));
    if let Some(weight) = &weight {
        element = element.with_attribute(("wgt-var", weight.as_str()));
    }
    element = match (one.variable.measure, one.variable.kind) {
        (Measure::Nominal, _) => element.with_attribute(("nature", "nominal")),
        (Measure::Ordinal, _) => element.with_attribute(("nature", "ordinal")),
        (Measure::Scale, _) => element.with_attribute(("nature", "ratio")),
    };
    element.write_inner_content(|xml| {
        said(xml, "labl", &one.label)?;
        one.question.iter().try_for_each(|question| around(xml, "qstn", |xml| said(xml, "qstnLit", question)))?;
        ranges(xml, one)?;
        all(xml, "universe", &one.asked_when)?;
        categories(xml, one)?;
        let kind = if matches!(one.variable.kind, Kind::Number { .. }) { "numeric" } else { "character" };
        xml.create_element("varFormat").with_attributes([("type", kind), ("schema", "SPSS")]).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn ranges(xml: &mut Xml, one: &Described) -> Written {
    if let Some((min, max)) = one.range {
        around(xml, "valrng", |xml| {
            let (min, max) = (min.to_string(), max.to_string());
            let range = [("UNITS", "REAL"), ("min", min.as_str()), ("max", max.as_str())];
            xml.create_element("range").with_attributes(range).write_empty().map(drop)
        })?;
    }
    if one.variable.missing.is_empty() {
        return Ok(());
    }
    around(xml, "invalrng", |xml| {
        one.variable.missing.iter().try_for_each(|code| {
            let code = code.to_string();
            let item = [("UNITS", "REAL"), ("VALUE", code.as_str())];
            xml.create_element("item").with_attributes(item).write_empty().map(drop)
        })
    })
}

fn categories(xml: &mut Xml, one: &Described) -> Written {
    for (place, (code, words)) in one.variable.values.iter().enumerate() {
        let (value, missing) = match code {
            Code::Number(number) => (number.to_string(), one.variable.missing.contains(number)),
            Code::Text(text) => (text.clone(), false),
        };
        let missing = if missing { "Y" } else { "N" };
        xml.create_element("catgry").with_attribute(("missing", missing)).write_inner_content(|xml| {
            text(xml, "catValu", &value)?;
            match one.values.get(place).filter(|words| !words.is_empty()) {
                Some(words) => said(xml, "labl", words),
                None => text(xml, "labl", words),
            }
        })?;
    }
    Ok(())
}
