//! Reading, with the place of every fault: what is done once a file was found to have one.

use std::sync::{Arc, OnceLock};

use csv::{ByteRecord, ReaderBuilder};
use rustc_hash::FxHashMap;

use super::cells::{Cells, line_of, listed, plain, short_number};
use super::fault::{Fault, FaultKind, Section};
use super::quick::quick;
use crate::amount::{Decimal, NotAnAmount};
use crate::ballots::Gathering;
use crate::election::{Choice, Election, Ids, MOST_BALLOTS, MOST_POINTS, MOST_PROJECTS, VoteType};

/// Largest file.
pub const MOST_BYTES: usize = 256 << 20;
/// Faults listed at most: a file of another kind has one on every line.
const MOST_FAULTS: usize = 1_000;

/// Reads a file, or says the first reason to refuse it.
pub fn read(bytes: &[u8]) -> Result<Election, Fault> {
    if let Some(read) = within(bytes).and_then(quick) {
        return Ok(read.election);
    }
    let mut reading = Reading::new(true);
    reading.file(bytes);
    match reading.finished(bytes) {
        (Some(election), _) => Ok(election),
        (None, faults) => Err(faults.into_iter().find(|fault| fault.kind.is_refused()).unwrap_or(Fault {
            line: 0,
            column: None,
            kind: FaultKind::TooLarge,
        })),
    }
}

/// Reads a file to its end and lists its faults, the first thousand, in order. The election is there unless one of them
/// forbids it.
pub fn examine(bytes: &[u8]) -> (Option<Election>, Vec<Fault>) {
    if let Some(read) = within(bytes).and_then(quick).filter(|read| read.is_clean) {
        return (Some(read.election), Vec::new());
    }
    let mut reading = Reading::new(false);
    reading.file(bytes);
    reading.finished(bytes)
}

fn within(bytes: &[u8]) -> Option<&[u8]> {
    (bytes.len() <= MOST_BYTES).then_some(bytes)
}

struct Reading {
    strict: bool,
    faults: Vec<Fault>,
    refused: bool,
    section: Option<Section>,
    seen: Vec<Section>,
    heads: Vec<String>,
    awaiting_heads: bool,
    meta: Vec<(String, String, u64)>,
    ids: Ids,
    costs: Vec<Decimal>,
    places: FxHashMap<String, (u32, u64)>,
    /// Places of projects whose identifier is a short whole number, at that number.
    numbered: Vec<u32>,
    vote_type: Option<VoteType>,
    gathering: Gathering,
    /// Points as read, when some have decimals; brought to units at the end.
    points: Vec<Vec<(u32, Decimal)>>,
    /// The cell of projects and that of points, in the section of votes.
    vote_cell: Option<usize>,
    points_cell: Option<usize>,
    /// Reused from one ballot to the next.
    named: Vec<u32>,
}

impl Reading {
    fn new(strict: bool) -> Self {
        Self {
            strict,
            faults: Vec::new(),
            refused: false,
            section: None,
            seen: Vec::new(),
            heads: Vec::new(),
            awaiting_heads: false,
            meta: Vec::new(),
            ids: Ids::default(),
            costs: Vec::new(),
            places: FxHashMap::default(),
            numbered: Vec::new(),
            vote_type: None,
            gathering: Gathering::new(VoteType::Approval),
            points: Vec::new(),
            vote_cell: None,
            points_cell: None,
            named: Vec::new(),
        }
    }

    fn fault(&mut self, line: u64, cell: Option<usize>, kind: FaultKind) {
        self.refused |= kind.is_refused();
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { line, column: cell.map(|cell| cell as u64 + 1), kind });
        }
    }

    /// Nothing more is worth reading.
    fn over(&self) -> bool {
        (self.strict && self.refused) || self.faults.len() >= MOST_FAULTS
    }

    fn file(&mut self, bytes: &[u8]) {
        if bytes.len() > MOST_BYTES {
            return self.fault(0, None, FaultKind::TooLarge);
        }
        let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let whole = std::str::from_utf8(rest).ok();
        let (mut line, mut cells) = (1, Cells::new());
        while !self.over() && !rest.is_empty() {
            let text = whole.map_or_else(|| line_of(rest), |text| text.get(text.len() - rest.len()..));
            cells.clear();
            if let Some(end) = text.and_then(|text| plain(text, &mut cells)) {
                self.line(line, &cells);
                rest = &rest[(end + 1).min(rest.len())..];
                line += 1;
            } else {
                let (bytes, lines) = self.quoted(rest, line);
                rest = &rest[bytes.clamp(1, rest.len())..];
                line += lines;
            }
        }
        if !self.over() {
            self.closing();
        }
    }

    /// A line with quotes, which may go on over the next ones, or with bytes to complain about. Returns the bytes and lines read.
    fn quoted(&mut self, rest: &[u8], first: u64) -> (usize, u64) {
        let mut reader = ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(rest);
        let mut record = ByteRecord::new();
        if !reader.read_byte_record(&mut record).unwrap_or(false) {
            return (rest.len(), 0);
        }
        let line = first + record.position().map_or(0, |position| position.line() - 1);
        let mut cells: Cells<'_> = Vec::with_capacity(record.len());
        for (cell, bytes) in record.iter().enumerate() {
            match std::str::from_utf8(bytes) {
                Ok(text) => cells.push(text.trim()),
                Err(_) => self.fault(line, Some(cell), FaultKind::Encoding),
            }
        }
        if cells.len() == record.len() {
            self.line(line, &cells);
        }
        let after = reader.position();
        (usize::try_from(after.byte()).unwrap_or(usize::MAX), after.line() - 1)
    }

    fn line(&mut self, line: u64, cells: &[&str]) {
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        let named = |section: &Section| cells[0].eq_ignore_ascii_case(section.word());
        let opened = [Section::Meta, Section::Projects, Section::Votes].into_iter().find(named);
        if let Some(section) = opened.filter(|_| cells[1..].iter().all(|cell| cell.is_empty())) {
            return self.open(line, section);
        }
        if self.awaiting_heads {
            return self.headings(line, cells);
        }
        match self.section {
            None => self.fault(line, None, FaultKind::OutsideSections),
            Some(Section::Meta) => {
                let value = cells.get(1).copied().unwrap_or_default();
                self.meta.push((cells[0].to_owned(), value.to_owned(), line));
            }
            Some(Section::Projects) => self.project(line, cells),
            Some(Section::Votes) => self.vote(line, cells),
        }
    }

    fn open(&mut self, line: u64, section: Section) {
        if self.seen.contains(&section) {
            self.fault(line, None, FaultKind::RepeatedSection { section });
        }
        self.seen.push(section);
        self.section = Some(section);
        self.awaiting_heads = true;
        if section == Section::Votes {
            self.votes_open(line);
        }
    }

    fn headings(&mut self, line: u64, cells: &[&str]) {
        self.awaiting_heads = false;
        self.heads = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let Some(section) = self.section else { return };
        let points = self.vote_type.is_some_and(VoteType::has_points);
        let needed: &[&str] = match section {
            Section::Meta => &[],
            Section::Projects => &["project_id", "cost"],
            Section::Votes if points => &["vote", "points"],
            Section::Votes => &["vote"],
        };
        for name in needed {
            if self.cell_of(name).is_none() {
                self.fault(line, None, FaultKind::MissingColumn { section, name: (*name).to_owned() });
            }
        }
        if section == Section::Votes {
            self.vote_cell = self.cell_of("vote");
            self.points_cell = self.cell_of("points");
        }
    }

    fn cell_of(&self, name: &str) -> Option<usize> {
        self.heads.iter().position(|head| head == name)
    }

    fn entry(&self, key: &str) -> Option<&(String, String, u64)> {
        self.meta.iter().find(|(name, _, _)| name == key)
    }

    fn amount(&mut self, line: u64, cell: usize, text: &str) -> Option<Decimal> {
        let text_of = || text.chars().take(40).collect::<String>();
        let kind = match Decimal::read(text) {
            Ok(read) => return Some(read),
            Err(NotAnAmount::NotANumber) => FaultKind::NotANumber { text: text_of() },
            Err(NotAnAmount::Negative) => FaultKind::Negative { text: text_of() },
            Err(NotAnAmount::TooLarge) => FaultKind::AmountTooLarge { text: text_of() },
        };
        self.fault(line, Some(cell), kind);
        None
    }

    fn project(&mut self, line: u64, cells: &[&str]) {
        let at = |cell: Option<usize>| cell.and_then(|cell| Some((cell, *cells.get(cell)?)));
        let (Some(id_cell), cost_cell) = (self.cell_of("project_id"), self.cell_of("cost")) else { return };
        let id = cells.get(id_cell).copied().unwrap_or_default();
        if id.is_empty() {
            return self.fault(line, Some(id_cell), FaultKind::Empty { name: "project_id".to_owned() });
        }
        let cost = if let Some((cell, text)) = at(cost_cell).filter(|(_, text)| !text.is_empty()) {
            self.amount(line, cell, text)
        } else {
            self.fault(line, cost_cell, FaultKind::Empty { name: "cost".to_owned() });
            None
        };
        if let Some((_, first)) = self.places.get(id) {
            let first = *first;
            return self.fault(line, Some(id_cell), FaultKind::DuplicateProject { id: id.to_owned(), first });
        }
        if self.costs.len() >= MOST_PROJECTS {
            return self.fault(line, None, FaultKind::TooLarge);
        }
        // A project without a usable cost keeps its place, so that votes for it are not called unknown.
        let place = u32::try_from(self.costs.len()).unwrap_or(u32::MAX);
        if let Some(number) = short_number(id.as_bytes()) {
            self.numbered.resize(self.numbered.len().max(number + 1), u32::MAX);
            self.numbered[number] = place;
        }
        self.places.insert(id.to_owned(), (place, line));
        self.ids.push(id);
        self.costs.push(cost.unwrap_or(Decimal { digits: 0, decimals: 0 }));
    }

    fn votes_open(&mut self, line: u64) {
        let Some((_, text, at)) = self.entry("vote_type").cloned() else {
            return self.fault(line, None, FaultKind::MissingEntry { key: "vote_type".to_owned() });
        };
        self.vote_type = VoteType::of(&text.to_ascii_lowercase());
        match self.vote_type {
            Some(vote_type) => self.gathering = Gathering::new(vote_type),
            None => self.fault(at, Some(1), FaultKind::VoteType { text }),
        }
        if !self.seen.contains(&Section::Projects) {
            self.fault(line, None, FaultKind::MissingSection { section: Section::Projects });
        }
    }

    fn vote(&mut self, line: u64, cells: &[&str]) {
        let (Some(vote_type), Some(cell)) = (self.vote_type, self.vote_cell) else { return };
        if self.gathering.people.len().max(self.points.len()) as u64 >= MOST_BALLOTS {
            return self.fault(line, None, FaultKind::TooLarge);
        }
        if !self.name(line, cell, listed(cells.get(cell).copied().unwrap_or_default())) {
            return;
        }
        if vote_type.has_points() {
            self.scored(line, cells);
        } else {
            self.unscored(line, cell, vote_type);
        }
    }

    /// Notes the projects a ballot names.
    fn name(&mut self, line: u64, cell: usize, text: &str) -> bool {
        self.named.clear();
        let place = |id: &[u8]| self.numbered.get(short_number(id)?).copied().filter(|place| *place != u32::MAX);
        for id in text.as_bytes().split(|byte| *byte == b',') {
            let Some(place) = place(id) else { break };
            self.named.push(place);
        }
        if self.named.len() == text.bytes().filter(|byte| *byte == b',').count() + 1 {
            return true;
        }
        self.named.clear();
        for id in text.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            if let Some((place, _)) = self.places.get(id) {
                self.named.push(*place);
            } else {
                self.fault(line, Some(cell), FaultKind::UnknownProject { id: id.chars().take(80).collect() });
                return false;
            }
        }
        true
    }

    /// A project named a second time.
    fn twice(&self) -> Option<String> {
        if self.named.windows(2).all(|pair| pair[0] < pair[1]) {
            return None;
        }
        let mut sorted = self.named.clone();
        sorted.sort_unstable();
        let pair = sorted.windows(2).find(|pair| pair[0] == pair[1])?;
        Some(self.ids.at(pair[0] as usize).to_owned())
    }

    fn unscored(&mut self, line: u64, cell: usize, vote_type: VoteType) {
        if let Some(id) = self.twice() {
            if vote_type == VoteType::Ordinal {
                self.fault(line, Some(cell), FaultKind::NamedTwice { id });
            } else {
                self.fault(line, Some(cell), FaultKind::ApprovedTwice { id });
                self.named.sort_unstable();
                self.named.dedup();
            }
        }
        if vote_type == VoteType::ChooseOne && self.named.len() > 1 {
            self.fault(line, Some(cell), FaultKind::SeveralChoices { choices: self.named.len() });
        }
        let mut choices: Vec<Choice> =
            self.named.iter().map(|project| Choice { project: *project, points: 1 }).collect();
        // A project named twice was told above.
        if self.gathering.add(&mut choices).is_err() {
            self.gathering.people.push(0);
        }
    }

    fn scored(&mut self, line: u64, cells: &[&str]) {
        let Some(cell) = self.points_cell else { return };
        let texts = || {
            listed(cells.get(cell).copied().unwrap_or_default()).split(',').map(str::trim).filter(|one| !one.is_empty())
        };
        let found = texts().count();
        if found != self.named.len() {
            return self.fault(line, Some(cell), FaultKind::PointsCount { projects: self.named.len(), points: found });
        }
        if let Some(id) = self.twice() {
            return self.fault(line, Some(cell), FaultKind::NamedTwice { id });
        }
        let mut points = Vec::with_capacity(found);
        for (number, text) in texts().enumerate() {
            match self.amount(line, cell, text) {
                Some(read) => points.push((self.named[number], read)),
                None => return,
            }
        }
        self.points.push(points);
    }

    /// What can only be said at the end of the file.
    fn closing(&mut self) {
        for section in [Section::Meta, Section::Projects, Section::Votes] {
            if !self.seen.contains(&section) {
                self.fault(0, None, FaultKind::MissingSection { section });
            }
        }
        if self.awaiting_heads
            && let Some(section) = self.section
        {
            let name = if section == Section::Votes { "vote" } else { "project_id" };
            self.fault(0, None, FaultKind::MissingColumn { section, name: name.to_owned() });
        }
        if self.seen.contains(&Section::Meta) && self.entry("budget").is_none() {
            self.fault(0, None, FaultKind::MissingEntry { key: "budget".to_owned() });
        }
        let people = self.gathering.people.len().max(self.points.len());
        for (key, found) in [("num_projects", self.costs.len()), ("num_votes", people)] {
            let Some((_, said, line)) = self.entry(key).cloned() else { continue };
            if said != found.to_string() {
                self.fault(line, Some(1), FaultKind::Count { key: key.to_owned(), said, found });
            }
        }
    }

    fn finished(mut self, bytes: &[u8]) -> (Option<Election>, Vec<Fault>) {
        let election = if self.refused { None } else { self.election(bytes) };
        (election.filter(|_| !self.refused), self.faults)
    }

    fn election(&mut self, bytes: &[u8]) -> Option<Election> {
        let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()?;
        let (_, said, line) = self.entry("budget").cloned()?;
        let budget = self.amount(line, 1, &said)?;
        let vote_type = self.vote_type?;
        let decimals = self.costs.iter().map(|cost| cost.decimals).chain([budget.decimals]).max().unwrap_or(0);
        let points_decimals = self.points.iter().flatten().map(|(_, one)| one.decimals).max().unwrap_or(0);
        for ballot in std::mem::take(&mut self.points) {
            let mut choices = Vec::with_capacity(ballot.len());
            for (project, read) in ballot {
                let points = read.in_units(points_decimals).and_then(|points| u32::try_from(points).ok());
                let Some(points) = points.filter(|points| *points <= MOST_POINTS) else { return self.too_large() };
                choices.push(Choice { project, points });
            }
            self.gathering.add(&mut choices).ok()?;
        }
        let costs: Option<Vec<u64>> = self.costs.iter().map(|cost| cost.in_units(decimals)).collect();
        let (Some(costs), Some(budget)) = (costs, budget.in_units(decimals)) else { return self.too_large() };
        let gathering = std::mem::replace(&mut self.gathering, Gathering::new(vote_type));
        let election = Election {
            vote_type,
            budget,
            decimals,
            points_decimals,
            ids: std::mem::take(&mut self.ids),
            costs,
            ballots: gathering.ballots,
            people: gathering.people,
            text: Arc::from(text),
            described: OnceLock::new(),
            columns: OnceLock::new(),
            spelled: OnceLock::new(),
        };
        election.checked().map_or_else(|_| self.too_large(), Some)
    }

    fn too_large(&mut self) -> Option<Election> {
        self.fault(0, None, FaultKind::TooLarge);
        None
    }
}
