//! What the command line asks, as options of the engine.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use arpent_participatory_budget::amount::Decimal;
use arpent_participatory_budget::{
    Add1, Comparison, Completion, Election, Envelope, Options, Rule, Satisfaction, Ties, VoteType,
};

use crate::texts::Texts;
use crate::trouble::trouble;

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum RuleName {
    EqualShares,
    Greedy,
    Knapsack,
    Phragmen,
    MajorityJudgment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Gain {
    Cost,
    Cardinality,
    Points,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum CompletionName {
    None,
    Greedy,
    Add1,
    Add1u,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Compared {
    Approved,
    Represented,
}

/// The rule and its options.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// The rule.
    #[arg(long, value_name = "RULE", default_value = "equal-shares")]
    rule: RuleName,
    /// What a voter gains from a project.
    #[arg(long, value_name = "GAIN")]
    satisfaction: Option<Gain>,
    /// What follows equal shares.
    #[arg(long, value_name = "COMPLETION", default_value = "add1u")]
    completion: CompletionName,
    /// The step of Add1.
    #[arg(long, value_name = "AMOUNT", value_parser = amount)]
    increment: Option<Decimal>,
    /// Add1 goes on when nothing fits.
    #[arg(long)]
    not_exhaustive: bool,
    /// Add1 starts from a whole endowment.
    #[arg(long)]
    integral: bool,
    /// The order that ends ties.
    #[arg(long, value_name = "TIES", default_value = "id")]
    ties: String,
    /// A cap for a theme or a place.
    #[arg(long = "envelope", value_name = "ENVELOPE", value_parser = envelope)]
    envelopes: Vec<(String, Decimal)>,
    /// Keep the greedy outcome if more voters prefer it.
    #[arg(long, value_name = "COMPARISON")]
    comparison: Option<Compared>,
}

fn amount(typed: &str) -> Result<Decimal, String> {
    Decimal::read(typed).map_err(|_| "12.50".to_owned())
}

fn envelope(typed: &str) -> Result<(String, Decimal), String> {
    let (name, cap) = typed.rsplit_once('=').ok_or_else(|| "NAME=12.50".to_owned())?;
    Ok((name.to_owned(), amount(cap)?))
}

impl Asked {
    pub(super) fn options(&self, election: &Election, t: Texts) -> Result<Options> {
        let mut options = Options::new(self.rule(election, t)?);
        options.ties = self.ties(election, t)?;
        for (name, cap) in &self.envelopes {
            let envelope = Envelope::of_category(election, name, units(election, *cap, t)?);
            if envelope.projects.is_empty() {
                return Err(trouble(t.count_envelope(name), "", t.count_envelope_next()));
            }
            options.envelopes.push(envelope);
        }
        options.comparison = self.comparison.map(|one| match one {
            Compared::Approved => Comparison::ApprovedWinners,
            Compared::Represented => Comparison::Represented,
        });
        Ok(options)
    }

    fn rule(&self, election: &Election, t: Texts) -> Result<Rule> {
        let approvals = matches!(election.vote_type(), VoteType::Approval | VoteType::ChooseOne);
        let satisfaction = match self.satisfaction {
            Some(Gain::Cost) => Satisfaction::Cost,
            Some(Gain::Cardinality) => Satisfaction::Cardinality,
            None if approvals => Satisfaction::Cost,
            Some(Gain::Points) | None => Satisfaction::Points,
        };
        Ok(match self.rule {
            RuleName::EqualShares => Rule::EqualShares { satisfaction, completion: self.completion(election, t)? },
            RuleName::Greedy => Rule::Greedy { satisfaction },
            RuleName::Knapsack => Rule::Knapsack { satisfaction },
            RuleName::Phragmen => Rule::Phragmen,
            RuleName::MajorityJudgment => Rule::MajorityJudgment,
        })
    }

    fn completion(&self, election: &Election, t: Texts) -> Result<Completion> {
        let increment = self.increment.map(|amount| units(election, amount, t)).transpose()?;
        let add1 = Add1 { increment, exhaustive: !self.not_exhaustive, integral: self.integral };
        Ok(match self.completion {
            CompletionName::None => Completion::NONE,
            CompletionName::Greedy => Completion::GREEDY,
            CompletionName::Add1 => Completion { add1: Some(add1), greedy: false },
            CompletionName::Add1u => Completion { add1: Some(add1), greedy: true },
        })
    }

    /// A known order, or a file of identifiers, one a line.
    fn ties(&self, election: &Election, t: Texts) -> Result<Ties> {
        match self.ties.as_str() {
            "id" => return Ok(Ties::Id),
            "votes-cost-id" => return Ok(Ties::VotesCostId),
            _ => {}
        }
        let path = PathBuf::from(&self.ties);
        let unusable = |why: String| trouble(t.count_ties(&self.ties), why, t.count_ties_next());
        let text = fs::read_to_string(path).map_err(|error| unusable(error.to_string()))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let places: Result<Vec<usize>> =
            lines.map(|id| election.place(id).ok_or_else(|| unusable(t.count_says_unknown_project(id)))).collect();
        Ok(Ties::Explicit(places?))
    }
}

/// An amount in units of the election, which must be as fine as it.
fn units(election: &Election, amount: Decimal, t: Texts) -> Result<u64> {
    amount.in_units(election.decimals()).ok_or_else(|| {
        let shown = arpent_participatory_budget::amount::written(amount.digits, amount.decimals);
        trouble(t.count_amount(shown), "", t.count_amount_next(i64::from(election.decimals())))
    })
}
