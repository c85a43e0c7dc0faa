//! Points, tracks and routes of a GPX file (GPX 1.0 and 1.1): what a phone or a receiver recorded on the way.

use geo::{Coord, Geometry, LineString, MultiLineString, Point};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::read::{Raw, ShapesError};

/// Where words of a place go, in the order of what a place says.
const WORDS: [&str; 4] = ["name", "desc", "type", "src"];

#[derive(Default)]
struct Course {
    raws: Vec<Raw>,
    raw: Raw,
    lines: Vec<Vec<Coord>>,
    /// Inside a point, a track or a route: words there are its own.
    within: Option<String>,
    word: Option<usize>,
    gpx: bool,
}

pub(super) fn read(content: &[u8]) -> Result<Vec<Raw>, ShapesError> {
    let text = std::str::from_utf8(content).map_err(|_| ShapesError::NotGpx)?;
    let mut xml = Reader::from_str(text);
    xml.config_mut().expand_empty_elements = true;
    let mut course = Course::default();
    loop {
        match xml.read_event().map_err(|_| ShapesError::NotGpx)? {
            Event::Start(element) => course.start(&element),
            Event::End(element) => course.end(element.local_name().as_ref()),
            Event::Text(words) => course.say(&words.xml10_content()),
            Event::CData(words) => course.say(&words.xml10_content()),
            Event::GeneralRef(entity) => course.say(resolve_predefined_entity(&entity).unwrap_or(" ")),
            Event::Eof => break,
            _ => {}
        }
    }
    if course.gpx { Ok(course.raws) } else { Err(ShapesError::NotGpx) }
}

impl Course {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "gpx" => self.gpx = true,
            name @ ("wpt" | "trk" | "rte") => {
                self.raw = Raw { number: self.raws.len() as u64 + 1, ..Raw::default() };
                self.lines = if name == "rte" { vec![vec![]] } else { vec![] };
                self.within = Some(name.to_owned());
                if name == "wpt" {
                    self.lines.push(vec![]);
                    self.point(element);
                }
            }
            "trkseg" => self.lines.push(vec![]),
            "trkpt" | "rtept" => self.point(element),
            name => self.word = WORDS.iter().position(|word| *word == name && self.within.is_some()),
        }
    }

    fn point(&mut self, element: &BytesStart<'_>) {
        let degrees = |name: &str| -> Option<f64> {
            let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
            found.value.trim().parse().ok()
        };
        match (degrees("lon"), degrees("lat"), self.lines.last_mut()) {
            (Some(x), Some(y), Some(line)) => line.push(Coord { x, y }),
            _ => self.raw.unreadable = true,
        }
    }

    fn say(&mut self, words: &str) {
        if let Some(word) = self.word {
            self.raw.said[word].push_str(words);
        }
    }

    fn end(&mut self, name: &str) {
        if self.within.as_deref() == Some(name) {
            self.within = None;
            let mut raw = std::mem::take(&mut self.raw);
            raw.said.iter_mut().for_each(|word| *word = word.trim().to_owned());
            raw.geometry = self.geometry(name);
            self.raws.push(raw);
        }
        self.word = None;
    }

    fn geometry(&mut self, name: &str) -> Option<Geometry> {
        let lines = std::mem::take(&mut self.lines);
        if name == "wpt" {
            return lines.first()?.first().map(|at| Geometry::Point(Point(*at)));
        }
        let lines: Vec<LineString> = lines.into_iter().filter(|line| !line.is_empty()).map(LineString).collect();
        (!lines.is_empty()).then_some(Geometry::MultiLineString(MultiLineString(lines)))
    }
}
