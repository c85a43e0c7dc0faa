//! Metrics and their measures.

use arpent_core::Id;
use arpent_core::verdict::Sample;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, Value, args, statements};

use crate::domain::initiative::Initiative;
use crate::domain::metrics::{Aim, Measure, Metric, MetricKind};

macro_rules! metric {
    () => {
        "SELECT m.id, m.initiative, m.title, m.unit, m.kind, m.aim, m.margin, m.min_n, m.method, m.version FROM metric m"
    };
}

macro_rules! measure {
    () => {
        "SELECT v.id, v.metric, v.series, v.version, v.label, v.period_start, v.period_end, v.n, v.successes, v.mean, v.sd,
         v.source, v.method, v.reason, v.role, v.at,
         NOT EXISTS (SELECT 1 FROM measure w WHERE w.series = v.series AND w.version > v.version) AS is_current
         FROM measure v"
    };
}

statements! {
    ADD = "INSERT INTO metric (id, initiative, title, unit, kind, aim, margin, min_n, method, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    EDIT = "UPDATE metric SET title = $3, method = $4, version = version + 1 WHERE id = $1 AND version = $2";
    BY_ID = concat!(metric!(), " WHERE m.id = $1");
    OF_INITIATIVE = concat!(metric!(), " WHERE m.initiative = $1 ORDER BY m.created_at, m.id");
    ADD_MEASURE = "INSERT INTO measure (id, metric, series, version, label, period_start, period_end, n, successes, mean, sd,
        source, method, reason, person, role, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    MEASURE_BY_ID = concat!(measure!(), " WHERE v.id = $1");
    MEASURES = concat!(measure!(), " WHERE v.metric = $1 ORDER BY v.period_start, v.series, v.version");
    CURRENT = concat!(measure!(), " WHERE v.series = $1 ORDER BY v.version DESC LIMIT 1");
    LATEST_SINCE = concat!(measure!(), " WHERE v.metric = $1 AND v.period_start > $2 AND v.series <> $3
        AND NOT EXISTS (SELECT 1 FROM measure w WHERE w.series = v.series AND w.version > v.version)
        ORDER BY v.period_end DESC, v.at DESC LIMIT 1");
    OF_ALL = concat!(measure!(), " JOIN metric m ON m.id = v.metric WHERE m.initiative = $1
        AND NOT EXISTS (SELECT 1 FROM measure w WHERE w.series = v.series AND w.version > v.version)
        ORDER BY m.created_at, m.id, v.period_start, v.at");
}

impl FromRow for Metric {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            title: row.get("title")?,
            unit: row.get("unit")?,
            kind: row.parse("kind", MetricKind::parse)?,
            aim: row.parse("aim", Aim::parse)?,
            margin: row.get("margin")?,
            min_n: row.get("min_n")?,
            method: row.get("method")?,
            version: row.get("version")?,
        })
    }
}

impl FromRow for Measure {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.get("id")?,
            metric: row.get("metric")?,
            series: row.get("series")?,
            version: row.get("version")?,
            label: row.get("label")?,
            from: row.get("period_start")?,
            to: row.get("period_end")?,
            sample: sample(row, "n", "successes", ["mean", "sd"])?,
            source: row.get("source")?,
            method: row.get("method")?,
            reason: row.get("reason")?,
            role: row.get("role")?,
            at: row.get("at")?,
            current: row.get("is_current")?,
        })
    }
}

/// What was observed, from its columns.
pub(super) fn sample(row: &Row, n: &str, successes: &str, [mean, sd]: [&str; 2]) -> Result<Sample, StoreError> {
    let n = row.get(n)?;
    Ok(match row.get::<Option<i64>>(successes)? {
        Some(successes) => Sample::proportion(successes, n),
        None => Sample::mean(row.get(mean)?, row.get(sd)?, n),
    })
}

/// The columns `n, successes, mean, sd`.
pub(super) fn columns(sample: &Sample) -> [Value; 4] {
    let (successes, mean, sd) = match *sample {
        Sample::Proportion { successes, .. } => (Some(successes), None, None),
        Sample::Mean { mean, sd, .. } => (None, Some(mean), Some(sd)),
    };
    [sample.n().into(), successes.into(), mean.into(), sd.into()]
}

pub(crate) async fn add(tx: &Tx, m: &Metric) -> Result<(), StoreError> {
    let row = args![
        m.id,
        m.initiative,
        &m.title,
        &m.unit,
        m.kind.code(),
        m.aim.code(),
        m.margin,
        m.min_n,
        &m.method,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves the words unless someone saved first; the unit, the direction and the margin never change.
pub(crate) async fn edit(
    tx: &Tx,
    (id, version): (Id<Metric>, i64),
    title: &str,
    method: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(&EDIT, args![id, version, title, method]).await? > 0)
}

pub(crate) async fn add_measure(tx: &Tx, m: &Measure) -> Result<(), StoreError> {
    let mut row = args![m.id, m.metric, m.series, m.version, &m.label, m.from, m.to];
    row.extend(columns(&m.sample));
    row.extend(args![&m.source, &m.method, &m.reason, tx.author.person, &m.role, m.at]);
    tx.run(&ADD_MEASURE, row).await.map(drop)
}

/// A metric.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Metric>) -> Result<Option<Metric>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Metrics of a démarche, in the order they were set.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Metric>, StoreError> {
    src.all(&OF_INITIATIVE, args![id]).await
}

/// A measure, corrected since or not.
///
/// # Errors
/// The database does not answer.
pub async fn measure(src: &impl Reads, id: Id<Measure>) -> Result<Option<Measure>, StoreError> {
    src.maybe(&MEASURE_BY_ID, args![id]).await
}

/// Every measure of a metric by period, corrected ones included.
///
/// # Errors
/// The database does not answer.
pub async fn measures(src: &impl Reads, metric: Id<Metric>) -> Result<Vec<Measure>, StoreError> {
    src.all(&MEASURES, args![metric]).await
}

/// Measures that stand, of every metric of a démarche.
///
/// # Errors
/// The database does not answer.
pub async fn measures_of_initiative(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Measure>, StoreError> {
    src.all(&OF_ALL, args![id]).await
}

/// The value that stands in a series.
///
/// # Errors
/// The database does not answer.
pub async fn current(src: &impl Reads, series: Id<Measure>) -> Result<Option<Measure>, StoreError> {
    src.maybe(&CURRENT, args![series]).await
}

/// The latest measure of a metric whose period began after a day, other than a given one.
///
/// # Errors
/// The database does not answer.
pub async fn latest_since(
    src: &impl Reads,
    metric: Id<Metric>,
    day: jiff::civil::Date,
    other_than: Id<Measure>,
) -> Result<Option<Measure>, StoreError> {
    src.maybe(&LATEST_SINCE, args![metric, day, other_than]).await
}
