//! The list of voters: codes on letters, codes sent to addresses, registers. Only keyed hashes are kept.

use arpent_core::chance::short_code;
use arpent_documents::tables::{Limits, TableError, read};
use arpent_store::Reads;
use arpent_web::identity::Email;
use arpent_web::mail::{self, Letter};
use arpent_web::{App, Caller, FieldProblem, Refusal};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{event, scope};
use crate::domain::phase::Step;
use crate::domain::settings::Access;
use crate::domain::voter::{Claim, code_hash, is_of_age, read_day};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::voters;
use crate::texts::Texts;
use crate::{BOOTH, EDIT};

/// Most codes made at once.
pub const MOST: i64 = 20_000;

fn secret(budget: &Budget) -> Result<&str, Refusal> {
    budget.secret.as_deref().ok_or_else(|| Refusal::rule("list-closed", |l| Texts::new(l).list_closed().into()))
}

fn before_the_close(budget: &Budget) -> Result<(), Refusal> {
    if matches!(budget.state, BudgetState::Closed | BudgetState::Counted) {
        return Err(Refusal::rule("list-closed", |l| Texts::new(l).list_closed().into()));
    }
    Ok(())
}

fn by(budget: &Budget, access: &[Access]) -> Result<(), Refusal> {
    if access.contains(&budget.settings.access) {
        return Ok(());
    }
    Err(Refusal::rule("other-access", |l| Texts::new(l).other_access().into()))
}

/// Makes codes for as many letters, each for one voter. They are given once and never again: only hashes are kept.
///
/// # Errors
/// Not allowed, a budget whose voters are known otherwise, a number out of bounds.
pub async fn letters(caller: &Caller, budget: &Budget, count: i64) -> Result<Vec<String>, Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    by(budget, &[Access::Letter])?;
    before_the_close(budget)?;
    if !(1..=MOST).contains(&count) {
        return Err(Refusal::field("count", "range", |l| Texts::new(l).letters_problem(MOST)));
    }
    let mut codes = Vec::new();
    while i64::try_from(codes.len()).unwrap_or(MOST) < count {
        let code = short_code(&*caller.chance);
        if voters::add(&tx, budget.id, &Claim::Letter(code.clone()).hash(secret(budget)?)).await? {
            codes.push(code);
        }
    }
    tx.commit(event("voters.listed", budget).with("voters", count)).await?;
    Ok(codes)
}

/// Which columns of a register say who.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// The number, or the name.
    pub first: String,
    /// The given name, when it is apart.
    pub second: String,
    /// The day of birth.
    pub birth: String,
}

/// What a register became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Voters added.
    pub added: i64,
    /// Voters who were on the list already.
    pub already: i64,
    /// People too young on the last day of the vote.
    pub young: i64,
    /// Lines that say nothing that can be read: their numbers.
    pub left: Vec<u64>,
}

/// Puts the people of a register on the list. Nothing of the file is kept but a keyed hash for each line.
///
/// # Errors
/// Not allowed, voters known otherwise, a file that is no table, a column that is not there.
pub async fn register(
    caller: &Caller,
    budget: &Budget,
    (file_name, bytes): (&str, &[u8]),
    columns: &Columns,
) -> Result<Listed, Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    by(budget, &[Access::Number, Access::Birth])?;
    before_the_close(budget)?;
    let table = read(bytes, file_name, &Limits::default()).map_err(|error| refused(&error))?;
    let column = |name: &str| table.headers.iter().position(|header| header.trim().eq_ignore_ascii_case(name.trim()));
    let first = column(&columns.first).ok_or_else(|| no_column("first"))?;
    let second = column(&columns.second);
    let birth = if budget.settings.access == Access::Birth {
        Some(column(&columns.birth).ok_or_else(|| no_column("birth"))?)
    } else {
        column(&columns.birth)
    };
    let day = voting_end(&tx, caller.today(), budget).await?;
    let mut listed = Listed::default();
    for line in &table.lines {
        let cell = |at: Option<usize>| at.and_then(|at| line.cells.get(at)).map_or("", String::as_str);
        let born = read_day(cell(birth));
        if birth.is_some() && born.is_none() {
            listed.left.push(line.number);
            continue;
        }
        let claim = match (budget.settings.access, born) {
            (Access::Birth, Some(born)) => Claim::Birth([cell(Some(first)), cell(second)].join(" "), born),
            _ => Claim::Number(cell(Some(first)).to_owned()),
        };
        if claim.is_empty() {
            listed.left.push(line.number);
        } else if born.is_some_and(|born| !is_of_age(born, day, budget.settings.min_age)) {
            listed.young += 1;
        } else if voters::add(&tx, budget.id, &claim.hash(secret(budget)?)).await? {
            listed.added += 1;
        } else {
            listed.already += 1;
        }
    }
    listed.left.extend(table.problems.iter().map(|problem| problem.line));
    tx.commit(event("voters.listed", budget).with("voters", listed.added)).await?;
    Ok(listed)
}

fn no_column(field: &'static str) -> Refusal {
    Refusal::field(field, "column", |l| Texts::new(l).column_problem().into())
}

/// A file that is no table, in words.
pub(crate) fn refused(error: &TableError) -> Refusal {
    let detail = error.to_string();
    Refusal::field("file", error.code(), move |l| Texts::new(l).file_problem(&detail))
}

async fn voting_end(src: &impl Reads, today: Date, budget: &Budget) -> Result<Date, Refusal> {
    let phases = budgets::phases(src, budget.id).await?;
    Ok(phases.iter().find(|phase| phase.step == Step::Vote).map_or(today, |phase| phase.end))
}

/// Refuses unless people vote today.
pub(crate) async fn voting_today(src: &impl Reads, today: Date, budget: &Budget) -> Result<(), Refusal> {
    let phases = budgets::phases(src, budget.id).await?;
    let in_time = phases.iter().any(|phase| phase.step == Step::Vote && phase.holds(today));
    if budget.state == BudgetState::Voting && in_time {
        return Ok(());
    }
    Err(Refusal::rule("vote-not-open", |l| Texts::new(l).vote_not_open().into()))
}

/// Sends a code to an address. The code is written nowhere: only its hash is kept, beside the hash of the address.
/// Whoever has voted is told so by the letter alone, so that nobody else learns it.
///
/// # Errors
/// Not an address, a vote that is not open, voters known otherwise.
pub async fn send_code(app: &App, caller: &Caller, budget: &Budget, typed: &str) -> Result<(), Refusal> {
    by(budget, &[Access::Email])?;
    voting_today(&caller.db, caller.today(), budget).await?;
    let email = Email::parse(typed, "email").map_err(|problem| Refusal::Invalid(vec![problem]))?;
    let claim = Claim::Email(email.as_str().to_owned(), String::new());
    let (hash, code) = (claim.hash(secret(budget)?), short_code(&*caller.chance));
    let until = caller.today().saturating_add(1.days());
    let tx = caller.begin_public().await?;
    let kept = voters::send(&tx, budget.id, (&hash, &code_hash(secret(budget)?, &hash, &code)), until).await?;
    tx.keep_house("asking for a code is nobody's act: the list would say who is about to vote").await?;
    let t = Texts::new(caller.lang);
    let text =
        if kept { t.code_letter(budget.title.as_str(), code) } else { t.code_letter_voted(budget.title.as_str()) };
    let letter = Letter { to: email.as_str().to_owned(), subject: t.code_subject(budget.title.as_str()), text };
    mail::post(app, letter).await.map_err(|_| Refusal::field("email", "unsent", |l| Texts::new(l).code_unsent().into()))
}

/// Why someone cannot vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Not on the list, or the code is not the one sent.
    Unknown,
    /// She has voted: on line or on paper.
    Voted,
    /// Too young on the last day of the vote.
    Young,
}

impl Bar {
    /// At the field where it is typed.
    pub fn problem(self, access: Access) -> FieldProblem {
        let field = match access {
            Access::Email | Access::Letter => "code",
            Access::Number => "number",
            Access::Birth => "name",
        };
        FieldProblem::new(field, "barred", move |l| {
            let t = Texts::new(l);
            match (self, access) {
                (Self::Voted, _) => t.bar_voted().into(),
                (Self::Young, _) => t.bar_young().into(),
                (Self::Unknown, Access::Email | Access::Letter) => t.bar_code().into(),
                (Self::Unknown, Access::Number | Access::Birth) => t.bar_list().into(),
            }
        })
    }
}

/// The hash of someone who may vote now.
///
/// # Errors
/// The vote is not open, or the field where she is told why she may not.
pub async fn may_vote(caller: &Caller, budget: &Budget, claim: &Claim) -> Result<String, Refusal> {
    voting_today(&caller.db, caller.today(), budget).await?;
    let barred = |bar: Bar| Refusal::Invalid(vec![bar.problem(budget.settings.access)]);
    if claim.access() != budget.settings.access || claim.is_empty() {
        return Err(barred(Bar::Unknown));
    }
    let key = secret(budget)?;
    let hash = claim.hash(key);
    let voter = voters::one(&caller.db, budget.id, &hash).await?.ok_or_else(|| barred(Bar::Unknown))?;
    if voter.voted {
        return Err(barred(Bar::Voted));
    }
    match claim {
        Claim::Email(_, code) => {
            let right = voter.code.as_deref() == Some(code_hash(key, &hash, code).as_str());
            let in_time = voter.code_until.is_some_and(|until| caller.today() <= until);
            if right && in_time { Ok(hash) } else { Err(barred(Bar::Unknown)) }
        }
        Claim::Birth(_, born) => {
            let day = voting_end(&caller.db, caller.today(), budget).await?;
            if is_of_age(*born, day, budget.settings.min_age) { Ok(hash) } else { Err(barred(Bar::Young)) }
        }
        Claim::Letter(_) | Claim::Number(_) => Ok(hash),
    }
}

/// Strikes a voter off at a booth, on the very list used on line, so that nobody votes twice.
///
/// # Errors
/// Not allowed, the vote is not open, not on the list, or has voted.
pub async fn strike(caller: &Caller, budget: &Budget, claim: &Claim) -> Result<(), Refusal> {
    let tx = caller.begin(BOOTH, scope(budget.initiative)).await?;
    voting_today(&tx, caller.today(), budget).await?;
    let barred = |bar: Bar| Refusal::Invalid(vec![bar.problem(budget.settings.access)]);
    if claim.access() != budget.settings.access || claim.is_empty() {
        return Err(barred(Bar::Unknown));
    }
    let hash = claim.hash(secret(budget)?);
    budgets::lock(&tx, budget.id).await?;
    if budget.settings.access == Access::Email {
        // The address shown at the booth makes her a voter as a code would.
        voters::add(&tx, budget.id, &hash).await?;
    }
    if !voters::strike(&tx, budget.id, &hash, "paper").await? {
        let there = voters::one(&tx, budget.id, &hash).await?.is_some();
        return Err(barred(if there { Bar::Voted } else { Bar::Unknown }));
    }
    Ok(tx.commit(event("voter.struck", budget)).await?)
}
