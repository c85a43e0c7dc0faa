//! The California school samples of R's `survey`, with the designs that the reference cases name.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "unreadable test data is a failed test; codes are small whole numbers"
)]

use arpent_survey::{Design, DesignBuilder};

use super::reference::{code_column, folder, number_column};

/// A sample and its design.
pub struct Sample {
    file: String,
    pub design: Design,
}

impl Sample {
    /// The design that a case calls `name`; none without the data. Panics on a name unknown here, so that a new case
    /// cannot be skipped.
    pub fn named(name: &str) -> Option<Self> {
        let (file, build): (&str, fn(&Self, DesignBuilder) -> DesignBuilder) = match name {
            "srs" => ("apisrs.csv", |sample, design| design.populations(sample.numbers("fpc"))),
            "srs_nofpc" => ("apisrs.csv", |sample, design| design.weights(sample.numbers("pw"))),
            "strat" => ("apistrat.csv", |sample, design| {
                let weighted = design.weights(sample.numbers("pw")).strata(sample.codes("stype").0);
                weighted.populations(sample.numbers("fpc"))
            }),
            "clus1" => ("apiclus1.csv", |sample, design| {
                let clusters = sample.numbers("dnum").iter().map(|code| *code as u32).collect();
                design.weights(sample.numbers("pw")).clusters(clusters).populations(sample.numbers("fpc"))
            }),
            other => panic!("no design is called {other} here"),
        };
        let rows = number_column(&folder()?.join(file), "api00").len();
        let blank = Design::builder(rows).weights(vec![1.0; rows]).build().unwrap();
        let mut sample = Self { file: file.to_owned(), design: blank };
        sample.design = build(&sample, Design::builder(rows)).build().unwrap();
        Some(sample)
    }

    pub fn numbers(&self, name: &str) -> Vec<f64> {
        number_column(&folder().unwrap().join(&self.file), name)
    }

    pub fn codes(&self, name: &str) -> (Vec<u32>, Vec<String>) {
        code_column(&folder().unwrap().join(&self.file), name)
    }

    /// The 0/1 column of an R condition: `api00>800`, `sch.wide=="Yes"`.
    pub fn condition(&self, text: &str) -> Vec<f64> {
        let text = text.replace(['\'', '"', ' '], "");
        let flag = |yes: bool| f64::from(u8::from(yes));
        if let Some((name, value)) = text.split_once("==") {
            let (codes, levels) = self.codes(name);
            return codes
                .iter()
                .map(|code| flag(levels.get(*code as usize).is_some_and(|level| level == value)))
                .collect();
        }
        let (name, value) = text.split_once('>').unwrap_or_else(|| panic!("no condition in {text}"));
        let limit: f64 = value.parse().unwrap();
        self.numbers(name).iter().map(|number| flag(*number > limit)).collect()
    }

    /// A column for each category of a factor, with names as R gives them: `stypeE`.
    pub fn factor(&self, name: &str) -> Vec<(String, Vec<f64>)> {
        let (codes, levels) = self.codes(name);
        let column = |code: usize| codes.iter().map(|c| f64::from(u8::from(*c as usize == code))).collect();
        levels.iter().enumerate().map(|(code, level)| (format!("{name}{level}"), column(code))).collect()
    }
}

/// What stands between one text and another.
pub fn between<'a>(text: &'a str, after: &str, until: &str) -> &'a str {
    let (_, rest) = text.split_once(after).unwrap_or_else(|| panic!("no {after} in {text}"));
    rest.split(until).next().unwrap()
}
