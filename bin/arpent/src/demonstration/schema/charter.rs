//! The table `[charter]` of a démarche, and the file of `charter/` it opens.

use serde::Deserialize;

use super::Offset;

/// A charter ready to be opened, as `arpent import --charter` reads it.
pub const CHARTER: &str = include_str!("../../../../../demo/charter/biodiversite.toml");

/// A charter: a first draft that everyone reads, then what becomes of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// Who opened it, publishes it, keys what is signed on paper.
    pub by: String,
    /// The day it was opened.
    pub opened_day: Offset,
    /// What its articles rest on.
    #[serde(default)]
    pub behind: Vec<Behind>,
    /// Its published versions, the first one first.
    #[serde(default)]
    pub version: Vec<Edition>,
    /// The day on which a version began to be written after the last one.
    #[serde(default)]
    pub next_day: Option<Offset>,
    /// Who signed.
    #[serde(default)]
    pub signature: Vec<Signature>,
    /// What signatories did.
    #[serde(default)]
    pub report: Vec<Told>,
    /// What was proposed on the last version.
    #[serde(default)]
    pub suggestion: Vec<Suggestion>,
    /// What signatories are offered.
    #[serde(default)]
    pub support: Vec<SupportOffer>,
}

/// Contributions behind an article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behind {
    /// Rank of the article, from 1.
    pub article: usize,
    /// Keys.
    pub contributions: Vec<String>,
}

/// A published version.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The day it was published.
    pub day: Offset,
    /// Its last day; it holds from the day it was published.
    pub to: Offset,
    /// The vote.
    pub deliberation: String,
}

/// A signature of the version in force that day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Its key.
    pub key: String,
    /// The day.
    pub day: Offset,
    /// Code of the kind of signatory that its sub-charter is for.
    pub sub: String,
    /// In whose name; without it, in one's own.
    #[serde(default)]
    pub organisation: Option<String>,
    /// Who signs on the site.
    #[serde(default)]
    pub person: Option<String>,
    /// Who signed on paper, for those without `person`.
    #[serde(default)]
    pub signer: String,
    /// What gave her the mandate.
    #[serde(default)]
    pub proof: String,
    /// Someone who signs in her own name accepts to be named.
    #[serde(default)]
    pub named: bool,
    /// Ranks of the actions chosen, from 1.
    pub actions: Vec<usize>,
    /// One per line.
    #[serde(default)]
    pub commitments: String,
    /// What it does not share.
    #[serde(default)]
    pub reservations: String,
    /// The day it was taken back, and why.
    #[serde(default)]
    pub taken_back: Option<TakenBack>,
}

/// A signature taken back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenBack {
    /// The day.
    pub day: Offset,
    /// Why.
    pub why: String,
}

/// What a signatory did.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// Whose.
    pub signature: String,
    /// The day it was told; the year is that of the day.
    pub day: Offset,
    /// Rank of the action, from 1.
    pub action: usize,
    /// What was done.
    pub text: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// How much.
    #[serde(default)]
    pub quantity: String,
    /// Of what.
    #[serde(default)]
    pub unit: String,
}

/// Other words for a paragraph of the version in force that day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// Its key.
    pub key: String,
    /// The day.
    pub day: Offset,
    /// Who; nobody known without it.
    #[serde(default)]
    pub person: Option<String>,
    /// In whose name.
    #[serde(default)]
    pub organisation: Option<String>,
    /// In which capacity.
    pub capacity: String,
    /// Rank of the article, from 1.
    pub article: usize,
    /// Rank of the paragraph, from 1.
    pub paragraph: usize,
    /// The words.
    pub proposed: String,
    /// Why.
    pub why: String,
    /// What was answered.
    #[serde(default)]
    pub answer: Option<SuggestionAnswer>,
}

/// What a suggestion became.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuggestionAnswer {
    /// The day.
    pub day: Offset,
    /// Code of the status.
    pub status: String,
    /// Why.
    pub reason: String,
    /// The version being written takes its very words.
    #[serde(default)]
    pub taken: bool,
}

/// Something offered to signatories.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportOffer {
    /// The day it was offered.
    pub day: Offset,
    /// Code of its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub text: String,
    /// The day it takes place.
    #[serde(default)]
    pub on: Option<Offset>,
}

/// What happens to a charter.
#[derive(Debug, Clone, Copy)]
pub enum CharterAct<'a> {
    /// Its first draft.
    Open,
    /// Its articles say what they rest on.
    Rest(&'a Behind),
    /// A version after the last one begins to be written.
    Next,
    /// What is being written is published.
    Publish(&'a Edition),
    /// Someone signs.
    Sign(&'a Signature),
    /// Someone takes a signature back.
    TakeBack(&'a Signature),
    /// A signatory says what it did.
    Tell(&'a Told),
    /// Someone proposes other words.
    Suggest(&'a Suggestion),
    /// Someone answers.
    Answer(&'a Suggestion),
    /// Something is offered.
    Offer(&'a SupportOffer),
}

impl Charter {
    /// Everything that happens to it, each with its day.
    pub fn acts(&self) -> Vec<(Offset, CharterAct<'_>)> {
        let mut acts = vec![(self.opened_day, CharterAct::Open)];
        acts.extend(self.behind.iter().map(|behind| (self.opened_day, CharterAct::Rest(behind))));
        for (at, version) in self.version.iter().enumerate() {
            // The second one and those after are begun the day they are published: the story tells nothing between.
            acts.extend((at > 0).then_some((version.day, CharterAct::Next)));
            acts.push((version.day, CharterAct::Publish(version)));
        }
        acts.extend(self.next_day.map(|day| (day, CharterAct::Next)));
        acts.extend(self.support.iter().map(|one| (one.day, CharterAct::Offer(one))));
        for one in &self.suggestion {
            acts.push((one.day, CharterAct::Suggest(one)));
            acts.extend(one.answer.as_ref().map(|answer| (answer.day, CharterAct::Answer(one))));
        }
        for one in &self.signature {
            acts.push((one.day, CharterAct::Sign(one)));
            acts.extend(one.taken_back.as_ref().map(|taken| (taken.day, CharterAct::TakeBack(one))));
        }
        acts.extend(self.report.iter().map(|one| (one.day, CharterAct::Tell(one))));
        acts
    }
}

impl CharterAct<'_> {
    /// What it is about, to name an act that is refused.
    pub fn key(&self) -> &str {
        match self {
            Self::Open | Self::Rest(_) | Self::Next => "",
            Self::Publish(version) => &version.deliberation,
            Self::Sign(one) | Self::TakeBack(one) => &one.key,
            Self::Tell(one) => &one.signature,
            Self::Suggest(one) | Self::Answer(one) => &one.key,
            Self::Offer(one) => &one.title,
        }
    }
}
