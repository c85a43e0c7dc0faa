//! Commitments, their reports, and the measures they are judged by.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::Timestamp;
use uuid::Uuid;

use super::metrics;
use crate::domain::commitments::{Commitment, Outcome, Report, ReportState, Withdrawal};
use crate::domain::decisions::Decision;
use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Measure, Metric};

macro_rules! commitment {
    () => {
        "SELECT c.id, c.initiative, c.decision, c.organisation, c.holder, c.role, c.text, c.metric, c.expected_change,
         c.expected_value, c.signed_day, c.due_day, c.created_at, o.name AS organisation_name, p.name AS holder_name,
         w.day AS w_day, w.reason AS w_reason, w.role AS w_role, r.day AS r_day, r.state AS r_state,
         i.slug AS initiative_slug, i.title AS initiative_title
         FROM commitment c JOIN organisation o ON o.id = c.organisation JOIN person p ON p.id = c.holder
         JOIN initiative i ON i.id = c.initiative
         LEFT JOIN commitment_withdrawal w ON w.commitment = c.id
         LEFT JOIN commitment_report r ON r.commitment = c.id AND r.id = (SELECT x.id FROM commitment_report x
             WHERE x.commitment = c.id ORDER BY x.day DESC, x.at DESC, x.id DESC LIMIT 1)"
    };
}

statements! {
    ADD = "INSERT INTO commitment (id, initiative, decision, organisation, holder, role, text, metric, expected_change,
           expected_value, signed_day, due_day, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    ADD_REPORT = "INSERT INTO commitment_report (id, commitment, day, state, text, proof, person, role, at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    WITHDRAW = "INSERT INTO commitment_withdrawal (commitment, day, reason, person, role, at)
                VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (commitment) DO NOTHING";
    COMPARE = "INSERT INTO commitment_comparison (commitment, before, after, person, role, at)
               VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (commitment) DO UPDATE SET before = excluded.before,
               after = excluded.after, person = excluded.person, role = excluded.role, at = excluded.at";
    BY_ID = concat!(commitment!(), " WHERE c.id = $1");
    OF_INITIATIVE = concat!(commitment!(), " WHERE c.initiative = $1 ORDER BY c.due_day, c.signed_day, c.id");
    OF_DECISION = concat!(commitment!(), " JOIN decision d ON d.id = c.decision WHERE d.root = $1
        ORDER BY c.due_day, c.signed_day, c.id");
    ALL = concat!(commitment!(), " WHERE i.state <> 'draft' AND (c.organisation = $1 OR $1 IS NULL)
        AND (c.initiative = $2 OR $2 IS NULL) ORDER BY c.due_day, c.signed_day, c.id");
    HELD_BY = concat!(commitment!(), " WHERE c.holder = $1 ORDER BY c.due_day, c.id");
    REPORTS = "SELECT day, state, text, proof, role FROM commitment_report WHERE commitment = $1 ORDER BY day, at, id";
    COMPARISON = "SELECT before, after FROM commitment_comparison WHERE commitment = $1";
    COMPARISONS = "SELECT x.commitment, x.before, x.after FROM commitment_comparison x
                   JOIN commitment c ON c.id = x.commitment WHERE c.initiative = $1";
    ADD_LEARNING = "INSERT INTO learning (id, initiative, commitment, text, person, role, at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)";
    LEARNINGS = "SELECT commitment, text, role, at FROM learning WHERE initiative = $1 ORDER BY at, id";
}

/// A commitment with the démarche a list shows it under.
#[derive(Debug, Clone)]
pub struct CommitmentRow {
    /// The commitment.
    pub commitment: Commitment,
    /// Its démarche's address.
    pub initiative_slug: String,
    /// Its démarche's title.
    pub initiative_title: String,
}

fn withdrawal(row: &Row) -> Result<Option<Withdrawal>, StoreError> {
    let Some(day) = row.get("w_day")? else { return Ok(None) };
    Ok(Some(Withdrawal { day, reason: row.get("w_reason")?, role: row.get("w_role")? }))
}

impl FromRow for CommitmentRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let last_day: Option<jiff::civil::Date> = row.get("r_day")?;
        let last_report = last_day.map(|day| Ok::<_, StoreError>((day, row.parse("r_state", ReportState::parse)?)));
        let commitment = Commitment {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            decision: row.get("decision")?,
            organisation: row.get("organisation")?,
            organisation_name: row.get("organisation_name")?,
            holder: row.get("holder")?,
            holder_name: row.get("holder_name")?,
            role: row.get("role")?,
            text: row.get("text")?,
            metric: row.get("metric")?,
            expected_change: row.get("expected_change")?,
            expected_value: row.get("expected_value")?,
            signed: row.get("signed_day")?,
            due: row.get("due_day")?,
            withdrawal: withdrawal(row)?,
            last_report: last_report.transpose()?,
            created_at: row.get("created_at")?,
        };
        Ok(Self {
            commitment,
            initiative_slug: row.get("initiative_slug")?,
            initiative_title: row.get("initiative_title")?,
        })
    }
}

impl FromRow for Report {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            day: row.get("day")?,
            state: row.parse("state", ReportState::parse)?,
            text: row.get("text")?,
            proof: row.get("proof")?,
            role: row.get("role")?,
        })
    }
}

/// The two series a commitment is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Comparison {
    /// Where it starts from.
    pub before: Id<Measure>,
    /// Where it arrived, when it was named.
    pub after: Option<Id<Measure>>,
}

impl FromRow for Comparison {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { before: row.get("before")?, after: row.get("after")? })
    }
}

struct ComparisonOf(Uuid, Comparison);

impl FromRow for ComparisonOf {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.get("commitment")?, Comparison::from_row(row)?))
    }
}

/// What is remembered.
#[derive(Debug, Clone)]
pub struct Learning {
    /// From which commitment.
    pub commitment: Option<Id<Commitment>>,
    /// In one or two sentences.
    pub text: String,
    /// As whom it was written.
    pub role: String,
    /// When.
    pub at: Timestamp,
}

impl FromRow for Learning {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            commitment: row.get("commitment")?,
            text: row.get("text")?,
            role: row.get("role")?,
            at: row.get("at")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, c: &Commitment) -> Result<(), StoreError> {
    let row = args![
        c.id,
        c.initiative,
        c.decision,
        c.organisation,
        c.holder,
        &c.role,
        &c.text,
        c.metric,
        &c.expected_change,
        c.expected_value,
        c.signed,
        c.due,
        c.created_at
    ];
    tx.run(&ADD, row).await.map(drop)
}

pub(crate) async fn add_report(tx: &Tx, id: Uuid, commitment: Id<Commitment>, r: &Report) -> Result<(), StoreError> {
    let row = args![id, commitment, r.day, r.state.code(), &r.text, &r.proof, tx.author.person, &r.role, tx.author.at];
    tx.run(&ADD_REPORT, row).await.map(drop)
}

/// Withdraws; `false` when it already was.
pub(crate) async fn withdraw(tx: &Tx, id: Id<Commitment>, w: &Withdrawal) -> Result<bool, StoreError> {
    let row = args![id, w.day, &w.reason, tx.author.person, &w.role, tx.author.at];
    Ok(tx.run(&WITHDRAW, row).await? > 0)
}

pub(crate) async fn compare(tx: &Tx, id: Id<Commitment>, c: Comparison) -> Result<(), StoreError> {
    let row = args![id, c.before, c.after, tx.author.person, tx.author.role, tx.author.at];
    tx.run(&COMPARE, row).await.map(drop)
}

pub(crate) async fn add_learning(tx: &Tx, id: Uuid, of: Id<Initiative>, l: &Learning) -> Result<(), StoreError> {
    let row = args![id, of, l.commitment, &l.text, tx.author.person, &l.role, l.at];
    tx.run(&ADD_LEARNING, row).await.map(drop)
}

/// A commitment.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Commitment>) -> Result<Option<CommitmentRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Commitments of a démarche, by due day.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<CommitmentRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![id]).await
}

/// Commitments that carry out a decision, whichever version they were taken under.
///
/// # Errors
/// The database does not answer.
pub async fn of_decision(src: &impl Reads, root: Id<Decision>) -> Result<Vec<CommitmentRow>, StoreError> {
    src.all(&OF_DECISION, args![root]).await
}

/// Commitments of the territory, of one organisation or one démarche when asked, by due day.
///
/// # Errors
/// The database does not answer.
pub async fn all(
    src: &impl Reads,
    organisation: Option<Uuid>,
    initiative: Option<Uuid>,
) -> Result<Vec<CommitmentRow>, StoreError> {
    src.all(&ALL, args![organisation, initiative]).await
}

/// Commitments a person signed.
///
/// # Errors
/// The database does not answer.
pub async fn held_by(src: &impl Reads, person: Id<Person>) -> Result<Vec<CommitmentRow>, StoreError> {
    src.all(&HELD_BY, args![person]).await
}

/// Reports on a commitment, the first first.
///
/// # Errors
/// The database does not answer.
pub async fn reports(src: &impl Reads, id: Id<Commitment>) -> Result<Vec<Report>, StoreError> {
    src.all(&REPORTS, args![id]).await
}

/// The measures a commitment is judged by, when they were named.
///
/// # Errors
/// The database does not answer.
pub async fn comparison(src: &impl Reads, id: Id<Commitment>) -> Result<Option<Comparison>, StoreError> {
    src.maybe(&COMPARISON, args![id]).await
}

/// What was remembered in a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn learnings(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Learning>, StoreError> {
    src.all(&LEARNINGS, args![id]).await
}

/// What a commitment moved: `None` when it names no metric or no starting measure.
///
/// # Errors
/// The database does not answer.
pub async fn outcome(src: &impl Reads, c: &Commitment) -> Result<Option<(Metric, Outcome)>, StoreError> {
    let (Some(metric), Some(named)) = (c.metric, comparison(src, c.id).await?) else { return Ok(None) };
    let (Some(metric), Some(before)) = (metrics::by_id(src, metric).await?, metrics::current(src, named.before).await?)
    else {
        return Ok(None);
    };
    let after = match named.after {
        Some(series) => metrics::current(src, series).await?,
        None => metrics::latest_since(src, metric.id, c.signed.max(before.to), named.before).await?,
    };
    let outcome = Outcome::new(&metric, before, after);
    Ok(Some((metric, outcome)))
}

/// What each commitment of a démarche moved, in three statements however many there are.
///
/// # Errors
/// The database does not answer.
pub async fn outcomes(
    src: &impl Reads,
    initiative: Id<Initiative>,
    commitments: &[CommitmentRow],
) -> Result<Vec<(Id<Commitment>, Metric, Outcome)>, StoreError> {
    let named: Vec<ComparisonOf> = src.all(&COMPARISONS, args![initiative]).await?;
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let all_metrics = metrics::of_initiative(src, initiative).await?;
    let measures = metrics::measures_of_initiative(src, initiative).await?;
    let judge = |row: &CommitmentRow| {
        let c = &row.commitment;
        let named = named.iter().find(|ComparisonOf(of, _)| *of == c.id.uuid())?.1;
        let metric = all_metrics.iter().find(|metric| Some(metric.id) == c.metric)?;
        let of_series = |series| measures.iter().find(|measure| measure.series == series).cloned();
        let before = of_series(named.before)?;
        let since = c.signed.max(before.to);
        let later = measures.iter().filter(|m| m.metric == metric.id && m.from > since && m.series != before.series);
        let after = named.after.map_or_else(|| later.max_by_key(|m| (m.to, m.at)).cloned(), of_series);
        Some((c.id, metric.clone(), Outcome::new(metric, before, after)))
    };
    Ok(commitments.iter().filter_map(judge).collect())
}
