//! The synthetic barometer, as designs and columns.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "unreadable test data is a failed test; codes are small whole numbers"
)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use arpent_survey::Design;
use arpent_survey::margin::Margin;
use arpent_survey::raking::{RakingOptions, rake};

use super::reference::{Case, column, number_column};

/// A file of the barometer.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The reference cases.
pub fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(file("13_barometre.json")).unwrap();
    super::reference::parsed(&serde_json::from_str(&text).unwrap())
}

/// A column of the users' file, which is read once.
fn users(name: &str) -> &'static [String] {
    static COLUMNS: OnceLock<HashMap<String, Vec<String>>> = OnceLock::new();
    let read = || {
        let path = file("barometre_usagers.csv");
        let headers = csv::Reader::from_path(&path).unwrap().headers().unwrap().clone();
        headers.iter().map(|name| (name.to_owned(), column(&path, name))).collect()
    };
    &COLUMNS.get_or_init(read)[name]
}

/// The users of one wave.
pub struct Users {
    rows: Vec<usize>,
}

impl Users {
    pub fn of_wave(wave: f64) -> Self {
        let waves = users("wave").iter().map(|cell| cell.parse::<f64>().unwrap());
        Self { rows: waves.enumerate().filter(|(_, of)| (of - wave).abs() < 0.5).map(|(row, _)| row).collect() }
    }

    pub fn texts(&self, name: &str) -> Vec<String> {
        let all = users(name);
        self.rows.iter().map(|row| all[*row].clone()).collect()
    }

    pub fn numbers(&self, name: &str) -> Vec<f64> {
        self.texts(name).iter().map(|cell| cell.parse().unwrap_or(f64::NAN)).collect()
    }

    /// Codes of a column in the alphabetical order of its categories.
    pub fn codes(&self, name: &str) -> (Vec<u32>, Vec<String>) {
        let cells = self.texts(name);
        let mut levels: Vec<String> = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect();
        levels.sort();
        levels.dedup();
        let code = |cell: &String| levels.binary_search(cell).map_or(u32::MAX, |place| u32::try_from(place).unwrap());
        (cells.iter().map(code).collect(), levels)
    }

    /// The person behind each answer, the same in both waves.
    pub fn persons(&self) -> Vec<u32> {
        self.numbers("pid").iter().map(|id| *id as u32).collect()
    }

    /// 1 for the two satisfied answers, 0 for the two others, nothing for "don't know" and for those not asked.
    pub fn satisfied(&self, service: &str) -> Vec<f64> {
        self.numbers(&format!("sat_{service}")).into_iter().map(satisfied).collect()
    }

    /// Drawn by stratum.
    pub fn drawn(&self) -> Design {
        let builder = Design::builder(self.rows.len()).strata(self.codes("strate").0);
        builder.weights(self.numbers("w_base")).build().unwrap()
    }

    /// Drawn by stratum, raked to the five margins.
    pub fn raked(&self) -> Design {
        rake(&self.drawn(), &self.margins(), &RakingOptions::default()).unwrap().design
    }

    pub fn margin(&self, name: &str) -> Margin {
        Margin::from_names(name, census(name), &self.texts(name)).unwrap()
    }

    pub fn margins(&self) -> Vec<Margin> {
        ["sexe", "age", "csp", "commune", "logement"].map(|name| self.margin(name)).into()
    }
}

/// 1 for answers 3 and 4, 0 for 1 and 2, not a number otherwise.
pub fn satisfied(answer: f64) -> f64 {
    match answer {
        3.0 | 4.0 => 1.0,
        1.0 | 2.0 => 0.0,
        _ => f64::NAN,
    }
}

/// Categories of a variable in the census, with people in each.
pub fn census(variable: &str) -> Vec<(String, f64)> {
    let path = file("barometre_marges.csv");
    let (variables, names) = (column(&path, "variable"), column(&path, "modalite"));
    let people = number_column(&path, "effectif");
    let rows = (0..variables.len()).filter(|row| variables[*row] == variable);
    rows.map(|row| (names[row].clone(), people[row])).collect()
}
