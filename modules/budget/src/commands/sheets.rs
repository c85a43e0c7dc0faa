//! Paper: numbered sheets, each read by two people; a third one settles when they differ.

use std::collections::{BTreeMap, BTreeSet};

use arpent_documents::tables::{Limits, read};
use arpent_web::{Caller, Refusal};

use super::ballots::Slate;
use super::{event, scope};
use crate::domain::ballot::Marks;
use crate::domain::settings::BallotKind;
use crate::domain::sheet::{Standing, settles, standing};
use crate::domain::voter::{receipt_hash, stub};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::store::sheets::{self, Sheet, SheetState};
use crate::texts::Texts;
use crate::{BOOTH, EDIT};

/// Most sheets printed at once.
pub const MOST: i64 = 2_000;

/// Prepares so many numbered sheets; gives the first number.
///
/// # Errors
/// Not allowed, a number out of bounds, a ballot that is not open.
pub async fn print(caller: &Caller, budget: &Budget, count: i64) -> Result<i64, Refusal> {
    let tx = caller.begin(EDIT, scope(budget.initiative)).await?;
    if !(1..=MOST).contains(&count) {
        return Err(Refusal::field("count", "range", |l| Texts::new(l).letters_problem(MOST)));
    }
    let now = budgets::lock(&tx, budget.id).await?;
    let open = now.secret.as_deref().filter(|_| now.state == BudgetState::Voting);
    let Some(secret) = open else {
        return Err(Refusal::rule("vote-not-open", |l| Texts::new(l).vote_not_open().into()));
    };
    let first = sheets::last(&tx, budget.id).await? + 1;
    for number in first..first + count {
        let receipt = receipt_hash(&budget.id.to_string(), &stub(secret, number)).ok_or(Refusal::NotFound)?;
        sheets::add(&tx, caller.id(), budget.id, (number, &receipt)).await?;
    }
    tx.commit(event("booth.printed", budget).with("sheets", count)).await?;
    Ok(first)
}

/// A sheet that must be there.
///
/// # Errors
/// At the field where its number is typed.
pub async fn find(caller: &Caller, budget: &Budget, number: i64) -> Result<Sheet, Refusal> {
    let unknown = || Refusal::field("number", "unknown", |l| Texts::new(l).sheet_unknown().into());
    sheets::by_number(&caller.db, budget.id, number).await?.ok_or_else(unknown)
}

/// Where a sheet stands for whoever calls.
///
/// # Errors
/// The database does not answer.
pub async fn stands(caller: &Caller, sheet: &Sheet) -> Result<Standing, Refusal> {
    let readings = sheets::readings(&caller.db, sheet.id).await?;
    Ok(standing(sheet.state != SheetState::Printed, &readings, caller.actor.person))
}

fn keyable(budget: &Budget) -> Result<(), Refusal> {
    if matches!(budget.state, BudgetState::Voting | BudgetState::Closed | BudgetState::Counted) {
        return Ok(());
    }
    Err(Refusal::rule("vote-not-open", |l| Texts::new(l).vote_not_open().into()))
}

/// What a reading is refused for.
fn again(standing: &Standing) -> Option<Refusal> {
    match standing {
        Standing::Settled => Some(Refusal::field("number", "settled", |l| Texts::new(l).sheet_settled().into())),
        Standing::Another => Some(Refusal::field("number", "another", |l| Texts::new(l).sheet_another().into())),
        Standing::ToKey(_) | Standing::Differ(..) => None,
    }
}

/// Keys a reading of a sheet; no marks for a spoiled one. What breaks the rules of the ballot is a spoiled sheet: paper
/// cannot be corrected.
///
/// # Errors
/// Not allowed; a sheet that is settled, or that the same person read already.
pub async fn key(caller: &Caller, budget: &Budget, number: i64, marks: Option<&Marks>) -> Result<Standing, Refusal> {
    let tx = caller.begin(BOOTH, scope(budget.initiative)).await?;
    keyable(budget)?;
    budgets::lock(&tx, budget.id).await?;
    let slate = Slate::of(&tx, budget).await?;
    let marks = marks.filter(|marks| slate.problems(budget, marks).is_empty());
    let after = read_in(&tx, caller, budget, number, marks).await?;
    tx.commit(event("booth.keyed", budget).with("sheets", 1)).await?;
    Ok(after)
}

async fn read_in(
    tx: &arpent_store::Tx,
    caller: &Caller,
    budget: &Budget,
    number: i64,
    marks: Option<&Marks>,
) -> Result<Standing, Refusal> {
    let unknown = || Refusal::field("number", "unknown", |l| Texts::new(l).sheet_unknown().into());
    let sheet = sheets::by_number(tx, budget.id, number).await?.ok_or_else(unknown)?;
    let readings = sheets::readings(tx, sheet.id).await?;
    let settled = sheet.state != SheetState::Printed;
    if let Some(refusal) = again(&standing(settled, &readings, caller.actor.person)) {
        return Err(refusal);
    }
    let round = i64::try_from(readings.len()).unwrap_or(2) + 1;
    sheets::key(tx, sheet.id, round, marks).await?;
    if settles(&readings, marks) {
        sheets::settle(tx, sheet.id, marks).await?;
        return Ok(Standing::Settled);
    }
    let readings = sheets::readings(tx, sheet.id).await?;
    Ok(standing(false, &readings, None))
}

/// Why a line of a file of sheets was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// No sheet has this number.
    Unknown,
    /// The file names this sheet twice.
    Twice,
    /// Settled already, or read by the same person.
    Again,
    /// What is chosen cannot be read.
    Unreadable,
}

/// What a file of sheets became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Read for the first time: they wait for a second file.
    pub waiting: i64,
    /// Settled by this file.
    pub settled: i64,
    /// The two readings differ: a third person settles.
    pub differing: Vec<i64>,
    /// Lines left out, with why.
    pub left: Vec<(u64, Left)>,
}

/// Brings in the readings of many sheets from a file: the number of the sheet, then the projects it chooses. Double entry
/// is two files, brought in by two people.
///
/// # Errors
/// Not allowed, a file that is no table, columns that are not there.
pub async fn bring_in(caller: &Caller, budget: &Budget, (file_name, bytes): (&str, &[u8])) -> Result<Brought, Refusal> {
    let tx = caller.begin(BOOTH, scope(budget.initiative)).await?;
    keyable(budget)?;
    let table = read(bytes, file_name, &Limits::default()).map_err(|error| super::voters::refused(&error))?;
    if table.headers.len() < 2 {
        return Err(Refusal::field("file", "columns", |l| Texts::new(l).sheets_columns().into()));
    }
    budgets::lock(&tx, budget.id).await?;
    let slate = Slate::of(&tx, budget).await?;
    let (mut brought, mut seen) = (Brought::default(), BTreeSet::new());
    for line in &table.lines {
        let cells = (line.cells.first().map_or("", |c| c.trim()), line.cells.get(1).map_or("", |c| c.trim()));
        let (number, marks) = match (cells.0.parse::<i64>(), parse(budget.settings.ballot, cells.1)) {
            (Ok(number), Some(marks)) => (number, marks),
            (Err(_), _) => {
                brought.left.push((line.number, Left::Unknown));
                continue;
            }
            (_, None) => {
                brought.left.push((line.number, Left::Unreadable));
                continue;
            }
        };
        if !seen.insert(number) {
            brought.left.push((line.number, Left::Twice));
            continue;
        }
        let marks = marks.marks().filter(|marks| slate.problems(budget, marks).is_empty());
        match read_in(&tx, caller, budget, number, marks.as_ref()).await {
            Ok(Standing::Settled) => brought.settled += 1,
            Ok(Standing::Differ(..)) => brought.differing.push(number),
            Ok(_) => brought.waiting += 1,
            Err(Refusal::Invalid(problems)) => {
                let unknown = problems.iter().any(|problem| problem.code == "unknown");
                brought.left.push((line.number, if unknown { Left::Unknown } else { Left::Again }));
            }
            Err(refusal) => return Err(refusal),
        }
    }
    let keyed = brought.settled + brought.waiting;
    tx.commit(event("booth.keyed", budget).with("sheets", keyed)).await?;
    Ok(brought)
}

/// What a line of a file says.
#[derive(Debug, PartialEq)]
enum Typed {
    Spoiled,
    Read(Marks),
}

impl Typed {
    fn marks(self) -> Option<Marks> {
        match self {
            Self::Spoiled => None,
            Self::Read(marks) => Some(marks),
        }
    }
}

/// Reads "3 7 12", or "3:2 7:1" with points, ranks or grades; "nul" or "null" is a spoiled sheet, nothing a blank one.
/// Ranks may be left out: the order says them.
fn parse(kind: BallotKind, text: &str) -> Option<Typed> {
    if matches!(text.to_lowercase().as_str(), "nul" | "null") {
        return Some(Typed::Spoiled);
    }
    let words: Vec<&str> = text.split([' ', ',', '|', '/']).filter(|word| !word.is_empty()).collect();
    let mut marks = BTreeMap::new();
    for (rank, word) in (1..).zip(words) {
        let (number, value) = match word.split_once([':', '=']) {
            Some((number, value)) => (number.parse().ok()?, value.parse().ok()?),
            None if kind == BallotKind::Ranked => (word.parse().ok()?, rank),
            None => (word.parse().ok()?, 1),
        };
        if marks.insert(number, value).is_some() {
            return None;
        }
    }
    Some(Typed::Read(Marks(marks)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_file_says_what_the_sheet_says() {
        let read =
            |kind, text| parse(kind, text).map(|typed| typed.marks().map(|m| m.0.into_iter().collect::<Vec<_>>()));
        assert_eq!(read(BallotKind::Approval, "3 7, 12"), Some(Some(vec![(3, 1), (7, 1), (12, 1)])));
        assert_eq!(read(BallotKind::Ranked, "7 3"), Some(Some(vec![(3, 2), (7, 1)])));
        assert_eq!(read(BallotKind::Points, "3:6 7:4"), Some(Some(vec![(3, 6), (7, 4)])));
        assert_eq!(read(BallotKind::Approval, "NUL"), Some(None));
        assert_eq!(read(BallotKind::Approval, ""), Some(Some(vec![])));
        assert_eq!((read(BallotKind::Approval, "3 3"), read(BallotKind::Approval, "x")), (None, None));
    }
}
