//! Voting on line: one person, one ballot, and nothing that ties one to the other.
//!
//! The voter is struck off and her ballot put in the box in one transaction, so that neither happens without the other
//! and two people with one code leave one ballot. No line of the journal says that someone voted: a line has an instant,
//! and an instant says who to whoever watched the door. See the README for what the database keeps of it.

use std::collections::BTreeMap;

use arpent_core::Id;
use arpent_core::chance::{Chance, secret};
use arpent_store::Reads;
use arpent_web::{Caller, FieldProblem, Refusal};

use super::voters::{Bar, may_vote, voting_today};
use crate::domain::ballot::{Fault, Marks};
use crate::domain::groups::Said;
use crate::domain::project::Project;
use crate::domain::voter::{Claim, receipt, receipt_hash};
use crate::store::ballots::{self, Ballot};
use crate::store::budgets::{self, Budget};
use crate::store::sheets::{self, Sheet};
use crate::store::{projects, voters};
use crate::texts::Texts;

/// How many others are written again with each new ballot where the engine keeps which transaction wrote what.
const MIXED: usize = 32;

/// The projects one can choose today, with what may be spent.
#[derive(Debug, Clone)]
pub struct Slate {
    /// By number.
    pub projects: Vec<Project>,
    /// What may be spent, in cents.
    pub amount: i64,
}

impl Slate {
    /// Of a budget, as it stands.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn of(src: &impl Reads, budget: &Budget) -> Result<Self, Refusal> {
        let all = projects::of_budget(src, budget.id).await?;
        let envelopes = budgets::envelopes(src, budget.id).await?;
        Ok(Self {
            projects: all.into_iter().filter(Project::is_eligible).collect(),
            amount: envelopes.iter().map(|envelope| envelope.amount).sum(),
        })
    }

    /// What each project costs, in cents, by number.
    pub fn costs(&self) -> BTreeMap<i64, i64> {
        self.projects.iter().map(|one| (one.number, one.cost.unwrap_or(0))).collect()
    }

    /// What is wrong with a ballot, in words.
    pub fn problems(&self, budget: &Budget, marks: &Marks) -> Vec<FieldProblem> {
        let (most, amount) = (budget.settings.most, self.amount);
        let faults = marks.faults(&budget.settings, &self.costs(), amount);
        faults.into_iter().map(|fault| problem(fault, most)).collect()
    }
}

fn problem(fault: Fault, most: i64) -> FieldProblem {
    FieldProblem::new("marks", "ballot", move |l| {
        let t = Texts::new(l);
        match fault {
            Fault::Unknown(number) => t.fault_unknown(number),
            Fault::TooMany(count) => t.fault_too_many(count - most, most),
            Fault::TooDear(over) => t.fault_too_dear(arpent_texts::euros(l, over)),
            Fault::TooManyPoints(points) => t.fault_points(points - most, most),
            Fault::Unreadable(number) => t.fault_unreadable(number),
            Fault::SameRank(rank) => t.fault_same_rank(rank),
        }
    })
}

/// A random id (UUID version 4, RFC 9562): unlike the others it says nothing of when.
fn random_id<T>(chance: &dyn Chance) -> Id<T> {
    let mut bytes = [0_u8; 16];
    chance.fill(&mut bytes);
    Id::from_uuid(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// Others written again with each new ballot, as a JSON array of points drawn at random.
fn drawn(one: impl Fn() -> String) -> String {
    let points: Vec<String> = (0..MIXED).map(|_| ["\"", &one(), "\""].concat()).collect();
    ["[", &points.join(","), "]"].concat()
}

/// A receipt to be, drawn with the page that casts the ballot: sent twice, the same form gives the same receipt.
pub fn new_receipt(caller: &Caller) -> String {
    receipt(&*caller.chance)
}

/// Of what a voter says of herself, what the budget asks.
fn asked(budget: &Budget, said: &Said) -> Said {
    let is_named = |zone: &String| budget.settings.zones.contains(zone);
    Said { age: said.age.filter(|_| budget.settings.ages), zone: said.zone.clone().filter(is_named) }
}

/// Casts a ballot under a receipt drawn by [`new_receipt`]; gives the receipt that opens it, which nobody else will ever
/// hold. The same form sent again changes nothing.
///
/// # Errors
/// The vote is not open, whoever votes may not or has voted, a ballot to correct.
pub async fn cast(
    caller: &Caller,
    budget: &Budget,
    claim: &Claim,
    (marks, said, code): (&Marks, &Said, &str),
) -> Result<String, Refusal> {
    let drawn_with_the_page = receipt_hash(&budget.id.to_string(), code).is_some();
    let code = if drawn_with_the_page { code.to_owned() } else { new_receipt(caller) };
    let kept = receipt_hash(&budget.id.to_string(), &code).ok_or(Refusal::NotFound)?;
    if ballots::by_receipt(&caller.db, budget.id, &kept).await?.is_some() {
        return Ok(code);
    }
    let hash = may_vote(caller, budget, claim).await?;
    let problems = Slate::of(&caller.db, budget).await?.problems(budget, marks);
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    let ballot = Ballot { id: random_id(&*caller.chance), marks: marks.clone(), said: asked(budget, said) };
    let tx = caller.begin_public().await?;
    let now = budgets::lock(&tx, budget.id).await?;
    voting_today(&tx, caller.today(), &now).await?;
    if !voters::strike(&tx, budget.id, &hash, "online").await? {
        let mine = ballots::by_receipt(&tx, budget.id, &kept).await?.is_some();
        let voted = || Refusal::Invalid(vec![Bar::Voted.problem(budget.settings.access)]);
        return if mine { Ok(code) } else { Err(voted()) };
    }
    ballots::put(&tx, budget.id, &ballot, &kept).await?;
    voters::mix(&tx, budget.id, &hash, &drawn(|| secret(&*caller.chance))).await?;
    ballots::mix(&tx, budget.id, ballot.id, &drawn(|| random_id::<Ballot>(&*caller.chance).to_string())).await?;
    tx.keep_house("a ballot is nobody's act: its hour would say whose it is").await?;
    Ok(code)
}

/// What a receipt opens.
#[derive(Debug, Clone)]
pub enum Opened {
    /// A ballot cast on line.
    Online(Ballot),
    /// A sheet of paper, by the code of its stub.
    Paper(Sheet),
}

/// The ballot or the sheet that a receipt opens.
///
/// # Errors
/// Not a receipt, or of nothing.
pub async fn find(caller: &Caller, budget: &Budget, typed: &str) -> Result<Opened, Refusal> {
    let unknown = || Refusal::field("receipt", "unknown", |l| Texts::new(l).receipt_unknown().into());
    let hash = receipt_hash(&budget.id.to_string(), typed).ok_or_else(unknown)?;
    if let Some(ballot) = ballots::by_receipt(&caller.db, budget.id, &hash).await? {
        return Ok(Opened::Online(ballot));
    }
    sheets::by_receipt(&caller.db, budget.id, &hash).await?.map(Opened::Paper).ok_or_else(unknown)
}

/// The ballot that a receipt opens.
///
/// # Errors
/// Not a receipt, or of no ballot cast on line.
async fn opened_by(caller: &Caller, budget: &Budget, typed: &str) -> Result<Ballot, Refusal> {
    match find(caller, budget, typed).await? {
        Opened::Online(ballot) => Ok(ballot),
        Opened::Paper(_) => Err(Refusal::rule("paper-stays", |l| Texts::new(l).paper_stays().into())),
    }
}

/// Changes one's mind, as long as the vote is open, with the receipt.
///
/// # Errors
/// The vote is not open, not a receipt, a ballot to correct.
pub async fn change(caller: &Caller, budget: &Budget, typed: &str, marks: &Marks) -> Result<(), Refusal> {
    let slate = Slate::of(&caller.db, budget).await?;
    let problems = slate.problems(budget, marks);
    if !problems.is_empty() {
        return Err(Refusal::Invalid(problems));
    }
    let before = opened_by(caller, budget, typed).await?;
    let hash = receipt_hash(&budget.id.to_string(), typed).ok_or(Refusal::NotFound)?;
    let tx = caller.begin_public().await?;
    let now = budgets::lock(&tx, budget.id).await?;
    voting_today(&tx, caller.today(), &now).await?;
    ballots::change(&tx, budget.id, &hash, marks).await?;
    ballots::mix(&tx, budget.id, before.id, &drawn(|| random_id::<Ballot>(&*caller.chance).to_string())).await?;
    Ok(tx.keep_house("a ballot is nobody's act: its hour would say whose it is").await?)
}
