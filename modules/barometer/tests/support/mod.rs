//! The model barometer of ten services: users in two waves, agents, elected officials, margins of the census, as answers to
//! a protocol made from the template.

#![expect(clippy::expect_used, reason = "a test that cannot read its data stops there")]

use std::collections::BTreeMap;

use arpent_barometer::domain::answer::{Replies, Reply};
use arpent_barometer::domain::protocol::{Frame, MarginCell, MarginTable, Population, Protocol, Service, Stratum};
use arpent_barometer::domain::question::{Aspect, Choice, Kind, Question};
use arpent_barometer::domain::template::{self, AGENTS, ELECTED, USERS};
use arpent_barometer::domain::wave::{Mode, Wave};
use arpent_barometer::domain::wording::Wording;
use arpent_barometer::store::answers::AnswerRow;
use arpent_core::Id;
use jiff::civil::date;

/// The services, in the order of the files.
pub const SERVICES: [&str; 10] = [
    "dechets",
    "mobilite",
    "eau",
    "piscine",
    "petite_enfance",
    "mediatheque",
    "accueil_siege",
    "action_sociale",
    "habitat",
    "developpement_eco",
];

/// A line by column.
pub type Line = BTreeMap<String, String>;

/// The lines of a file of the survey engine's tests.
pub fn lines(file: &str) -> Vec<Line> {
    let path = format!("{}/../../engines/survey/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the file");
    let mut rows = text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()));
    let heads: Vec<String> = rows.next().expect("a header").collect();
    rows.map(|row| heads.iter().cloned().zip(row).collect()).collect()
}

/// The users of a wave.
pub fn users(wave: &str) -> Vec<Line> {
    lines("barometre_usagers.csv").into_iter().filter(|line| line["wave"] == wave).collect()
}

/// The protocol: the template with these services, the census margins and the strata of the three populations.
pub fn protocol() -> Protocol {
    let service = |code: &&str| Service {
        code: (*code).to_owned(),
        name: Wording::french(code.replace('_', " ")),
        unit: None,
        places: Vec::new(),
        threshold: Some(55.0),
    };
    let mut protocol = template::protocol(&SERVICES.iter().map(service).collect::<Vec<_>>());
    let margins = lines("barometre_marges.csv");
    for variable in ["sexe", "age", "csp", "commune", "logement"] {
        let of = || margins.iter().filter(|line| line["variable"] == variable);
        let choices = of()
            .map(|line| Choice { code: line["modalite"].clone(), label: Wording::french(line["modalite"].clone()) });
        let question = Question {
            code: variable.to_owned(),
            kind: Kind::Choice { choices: choices.collect() },
            aspect: Aspect::Profile,
            service: None,
            asked_to: vec![USERS.to_owned()],
            wording: Wording::french(variable),
            easy: Wording::default(),
            hint: Wording::default(),
            required: false,
            show_if: None,
        };
        protocol.questions.retain(|one| one.code != variable);
        protocol.questions.push(question);
        let cells = of().map(|line| MarginCell {
            code: line["modalite"].clone(),
            total: line["effectif"].parse().expect("people"),
        });
        protocol.margins.push(MarginTable {
            variable: variable.to_owned(),
            population: USERS.to_owned(),
            source: "Recensement".to_owned(),
            year: 2021,
            cells: cells.collect(),
        });
    }
    let of_users = lines("barometre_usagers.csv");
    let of_agents = lines("barometre_agents.csv");
    for population in &mut protocol.populations {
        frame(population, &of_users, &of_agents);
    }
    protocol.rules.trim_above = 20.0;
    protocol.rules.trim_below = 0.01;
    protocol.rules.suppress_under = 10;
    protocol
}

fn frame(population: &mut Population, users: &[Line], agents: &[Line]) {
    let strata = match population.code.as_str() {
        USERS => strata(users, "strate"),
        AGENTS => strata(agents, "direction"),
        _ => vec![Stratum { code: "conseil".to_owned(), name: "Conseil".to_owned(), size: 62 }],
    };
    population.frame = Frame::Survey { strata, quotas: false, expected: None };
}

fn strata(lines: &[Line], column: &str) -> Vec<Stratum> {
    let sizes: BTreeMap<&String, &String> = lines.iter().map(|line| (&line[column], &line["N_h"])).collect();
    let stratum = |(code, size): (&&String, &&String)| Stratum {
        code: (*code).clone(),
        name: (*code).clone(),
        size: size.parse().expect("people"),
    };
    sizes.iter().map(stratum).collect()
}

/// A line as an answer of a population.
pub fn answer(wave: Id<Wave>, number: u128, population: &str, line: &Line) -> AnswerRow {
    let users = population == USERS;
    let text = |column: &str| line.get(column).filter(|cell| users && *cell != "NA").cloned();
    let mut replies = BTreeMap::new();
    for (column, cell) in line {
        let number = column.starts_with("use_")
            || column.starts_with("sat_")
            || column.starts_with("imp_")
            || column.starts_with("perc_")
            || column == "globale_0_10";
        if number && let Ok(value) = cell.parse() {
            replies.insert(column.clone(), Reply::Number(value));
        } else if users && ["sexe", "age", "csp", "commune", "logement"].contains(&column.as_str()) && cell != "NA" {
            replies.insert(column.clone(), Reply::Text(cell.clone()));
        }
    }
    let stratum = match population {
        USERS => text("strate"),
        AGENTS => line.get("direction").cloned(),
        _ => None,
    };
    AnswerRow {
        id: uuid::Uuid::from_u128(number).to_string().parse().expect("an id"),
        wave,
        population: population.to_owned(),
        mode: mode(line.get("mode").map_or("web", String::as_str)),
        place: None,
        week: date(2026, 3, 2),
        complete: true,
        respondent: text("pid"),
        stratum,
        base_weight: text("w_base").and_then(|weight| weight.parse().ok()),
        replies: Replies(replies),
        key: format!("{population} {number}"),
    }
}

fn mode(word: &str) -> Mode {
    match word {
        "papier" => Mode::Paper,
        "telephone" => Mode::Phone,
        "face_a_face" => Mode::Face,
        "borne" => Mode::Kiosk,
        _ => Mode::Web,
    }
}

/// The answers of a wave: users always, agents and elected officials in the second.
pub fn answers(wave: Id<Wave>, number: u8) -> Vec<AnswerRow> {
    let mut rows = Vec::new();
    let first = u128::from(number) * 1_000_000;
    let mut add = |population: &str, lines: &[Line]| {
        for line in lines {
            rows.push(answer(wave, first + rows.len() as u128 + 1, population, line));
        }
    };
    add(USERS, &users(&number.to_string()));
    if number == 2 {
        add(AGENTS, &lines("barometre_agents.csv"));
        add(ELECTED, &lines("barometre_elus.csv"));
    }
    rows
}
