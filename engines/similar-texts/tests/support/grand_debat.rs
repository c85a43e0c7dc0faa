//! The real answers of the Grand Débat with their human topics, when the folder is there, and how well neighbours
//! share them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use arpent_similar_texts::{GroupOptions, Index, group};
use flate2::read::GzDecoder;
use serde_json::Value;

/// Topics that say "none of the others": sharing them says nothing.
const CATCH_ALL: [&str; 3] = ["Z ", "A Aucun", "Sans réponse"];

pub struct Answer {
    pub question: String,
    pub text: String,
    /// Each with the number of readers who chose it.
    pub topics: BTreeMap<String, u64>,
}

/// Where the answers lie beside a checkout.
pub fn usual_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/texts/grand_debat_idees_marquantes.jsonl.gz")
}

pub fn read(path: &Path) -> std::io::Result<Vec<Answer>> {
    let lines = BufReader::new(GzDecoder::new(File::open(path)?)).lines();
    lines.map(|line| Ok(answer(&serde_json::from_str(&line?)?))).collect()
}

fn answer(value: &Value) -> Answer {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let topics = value["categories"].as_object().into_iter().flatten();
    let topics = topics
        .filter(|(topic, _)| !CATCH_ALL.iter().any(|prefix| topic.starts_with(prefix)))
        .map(|(topic, readers)| (topic.clone(), readers.as_u64().unwrap_or_default()));
    Answer { question: text("question_id"), text: text("text"), topics: topics.collect() }
}

/// The answers with a topic; `distinct`: without those repeated word for word within their question.
pub fn with_topic(answers: &[Answer], distinct: bool) -> Vec<&Answer> {
    let mut seen = BTreeSet::new();
    let key = |answer: &Answer| {
        let words: Vec<String> = answer.text.split_whitespace().map(str::to_lowercase).collect();
        (answer.question.clone(), words.join(" "))
    };
    answers
        .iter()
        .filter(|answer| !answer.topics.is_empty())
        .filter(|answer| !distinct || seen.insert(key(answer)))
        .collect()
}

fn share_topic(one: &Answer, other: &Answer) -> bool {
    one.topics.keys().any(|topic| other.topics.contains_key(topic))
}

/// Share of neighbours of the same question with a common topic, at rank 1, over the first 5, and by chance.
pub struct Precision {
    pub scored: usize,
    pub first: f64,
    pub first_five: f64,
    pub chance: f64,
}

/// Indexes all answers together and looks for the neighbours of each within its question.
pub fn precision(answers: &[&Answer]) -> Precision {
    let index = Index::build(answers.iter().map(|answer| answer.text.as_str()).enumerate());
    let mut total = Precision { scored: 0, first: 0.0, first_five: 0.0, chance: 0.0 };
    for (id, answer) in answers.iter().enumerate() {
        let peers: Vec<usize> =
            (0..answers.len()).filter(|peer| *peer != id && answers[*peer].question == answer.question).collect();
        let akin = peers.iter().filter(|peer| share_topic(answer, answers[**peer])).count();
        if akin == 0 {
            continue;
        }
        let near = index.nearest_to_where(id, 5, |other| answers[other].question == answer.question);
        let near: Vec<usize> = near.into_iter().map(|found| found.id).collect();
        let hit = |near: &usize| f64::from(u8::from(share_topic(answer, answers[*near])));
        total.scored += 1;
        total.first += near.first().map_or(0.0, hit);
        total.first_five += near.iter().map(hit).sum::<f64>() / peers.len().min(5) as f64;
        total.chance += akin as f64 / peers.len() as f64;
    }
    let scored = total.scored as f64;
    let Precision { first, first_five, chance, .. } = total;
    Precision { scored: total.scored, first: first / scored, first_five: first_five / scored, chance: chance / scored }
}

/// How well proposed themes agree with the topic most readers chose, by B-cubed (Bagga and Baldwin 1998), each
/// unclassified text standing alone; questions are grouped one by one.
pub struct Agreement {
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    pub themes: usize,
    pub classified: f64,
}

/// Groups the answers of every question that has at least twenty.
pub fn agreement(answers: &[&Answer], options: &GroupOptions) -> Agreement {
    let mut questions: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for answer in answers {
        questions.entry(&answer.question).or_default().push(answer);
    }
    questions.retain(|_, answers| answers.len() >= 20);
    let (mut precision, mut recall, mut themes, mut classified) = (0.0, 0.0, 0, 0);
    for answers in questions.values() {
        let texts: Vec<(usize, &str)> = answers.iter().map(|answer| answer.text.as_str()).enumerate().collect();
        let grouping = group(&texts, options);
        themes += grouping.groups.len();
        classified += texts.len() - grouping.unclassified.len();
        let alone = grouping.unclassified.into_iter().map(|id| vec![id]);
        for members in grouping.groups.into_iter().map(|theme| theme.members).chain(alone) {
            for one in &members {
                let topic = main_topic(answers[*one]);
                let same = members.iter().filter(|other| main_topic(answers[**other]) == topic).count() as f64;
                let akin = answers.iter().filter(|answer| main_topic(answer) == topic).count() as f64;
                precision += same / members.len() as f64;
                recall += same / akin;
            }
        }
    }
    let texts = questions.values().map(Vec::len).sum::<usize>() as f64;
    let (precision, recall) = (precision / texts, recall / texts);
    let f1 = 2.0 * precision * recall / (precision + recall);
    Agreement { precision, recall, f1, themes, classified: classified as f64 / texts }
}

/// The topic most readers chose, the first in order among equals.
fn main_topic(answer: &Answer) -> Option<&str> {
    let topics = answer.topics.iter().rev();
    topics.max_by_key(|(_, readers)| **readers).map(|(topic, _)| topic.as_str())
}
