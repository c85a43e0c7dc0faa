//! Experiments and their results.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};

use super::metrics::{columns, sample};
use super::trace::Seeds;
use crate::domain::decisions::Decision;
use crate::domain::experiments::{Authorisation, Experiment, ExperimentResult, ExperimentSheet};
use crate::domain::initiative::Initiative;
use crate::domain::metrics::Aim;
use crate::domain::options::PolicyOption;

macro_rules! experiment {
    () => {
        "SELECT e.id, e.initiative, e.title, e.hypothesis, e.metric, e.aim, e.threshold, e.min_n, e.verdict_rule, e.start_day,
         e.end_day, e.place, e.touches_work, e.user_metric, e.agent_metric, e.authorised_by, e.authorised_role,
         e.authorised_at, e.version,
         (SELECT t.to_id FROM link t WHERE t.from_id = e.id AND t.kind = 'tests' AND t.to_kind = 'option') AS option_id,
         r.version AS r_version, r.n AS r_n, r.successes AS r_successes, r.mean AS r_mean, r.sd AS r_sd, r.text AS r_text,
         r.reason AS r_reason, r.role AS r_role, r.at AS r_at
         FROM experiment e LEFT JOIN experiment_result r ON r.experiment = e.id
         AND r.version = (SELECT MAX(x.version) FROM experiment_result x WHERE x.experiment = e.id)"
    };
}

statements! {
    ADD = "INSERT INTO experiment (id, initiative, title, hypothesis, metric, aim, threshold, min_n, verdict_rule, start_day,
           end_day, place, touches_work, user_metric, agent_metric, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)";
    EDIT = "UPDATE experiment SET title = $3, hypothesis = $4, metric = $5, aim = $6, threshold = $7, min_n = $8,
            verdict_rule = $9, start_day = $10, end_day = $11, place = $12, touches_work = $13, user_metric = $14,
            agent_metric = $15, version = version + 1 WHERE id = $1 AND version = $2 AND authorised_at IS NULL";
    AUTHORISE = "UPDATE experiment SET authorised_by = $2, authorised_role = $3, authorised_at = $4, version = version + 1
                 WHERE id = $1 AND authorised_at IS NULL";
    ADD_RESULT = "INSERT INTO experiment_result (experiment, version, n, successes, mean, sd, text, reason, person, role, at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    BY_ID = concat!(experiment!(), " WHERE e.id = $1");
    OF_INITIATIVE = concat!(experiment!(), " WHERE e.initiative = $1 ORDER BY e.start_day, e.id");
    OF_OPTION = concat!(experiment!(), " WHERE EXISTS (SELECT 1 FROM link t
        WHERE t.from_id = e.id AND t.kind = 'tests' AND t.to_id = $1) ORDER BY e.start_day, e.id");
    OF_DECISION = concat!(experiment!(), " WHERE EXISTS (SELECT 1 FROM link x
        WHERE x.from_id = $1 AND x.kind = 'examines' AND x.to_id = e.id) ORDER BY e.start_day, e.id");
    REACHED = concat!(experiment!(), " WHERE e.authorised_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM link t JOIN link l ON l.from_id = t.to_id AND l.kind IN ('rests_on', 'answers')
            WHERE t.from_id = e.id AND t.kind = 'tests' AND l.to_id IN ($1, $2, $3)) ORDER BY e.start_day, e.id");
    RESULTS = "SELECT version AS r_version, n AS r_n, successes AS r_successes, mean AS r_mean, sd AS r_sd, text AS r_text,
               reason AS r_reason, role AS r_role, at AS r_at FROM experiment_result
               WHERE experiment = $1 ORDER BY version DESC";
}

impl FromRow for ExperimentResult {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            version: row.get("r_version")?,
            sample: sample(row, "r_n", "r_successes", ["r_mean", "r_sd"])?,
            text: row.get("r_text")?,
            reason: row.get("r_reason")?,
            role: row.get("r_role")?,
            at: row.get("r_at")?,
        })
    }
}

fn authorised(row: &Row) -> Result<Option<Authorisation>, StoreError> {
    let Some(at) = row.get("authorised_at")? else { return Ok(None) };
    Ok(Some(Authorisation { person: row.get("authorised_by")?, role: row.get("authorised_role")?, at }))
}

impl FromRow for Experiment {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let judged = row.get::<Option<i64>>("r_version")?.is_some();
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            sheet: ExperimentSheet {
                title: row.get("title")?,
                hypothesis: row.get("hypothesis")?,
                metric: row.get("metric")?,
                aim: row.parse("aim", Aim::parse)?,
                threshold: row.get("threshold")?,
                min_n: row.get("min_n")?,
                verdict_rule: row.get("verdict_rule")?,
                start: row.get("start_day")?,
                end: row.get("end_day")?,
                place: row.get("place")?,
                touches_work: row.get("touches_work")?,
                user_metric: row.get("user_metric")?,
                agent_metric: row.get("agent_metric")?,
                option: row.get("option_id")?,
            },
            authorised: authorised(row)?,
            result: judged.then(|| ExperimentResult::from_row(row)).transpose()?,
            version: row.get("version")?,
        })
    }
}

pub(crate) async fn add(tx: &Tx, e: &Experiment) -> Result<(), StoreError> {
    let s = &e.sheet;
    let row = args![
        e.id,
        e.initiative,
        &s.title,
        &s.hypothesis,
        s.metric,
        s.aim.code(),
        s.threshold,
        s.min_n,
        &s.verdict_rule,
        s.start,
        s.end,
        &s.place,
        s.touches_work,
        s.user_metric,
        s.agent_metric,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves unless someone saved first or it is frozen; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<Experiment>, version: i64, s: &ExperimentSheet) -> Result<bool, StoreError> {
    let row = args![
        id,
        version,
        &s.title,
        &s.hypothesis,
        s.metric,
        s.aim.code(),
        s.threshold,
        s.min_n,
        &s.verdict_rule,
        s.start,
        s.end,
        &s.place,
        s.touches_work,
        s.user_metric,
        s.agent_metric
    ];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// Freezes it; `false` when it already was.
pub(crate) async fn authorise(tx: &Tx, id: Id<Experiment>) -> Result<bool, StoreError> {
    Ok(tx.run(&AUTHORISE, args![id, tx.author.person, tx.author.role, tx.author.at]).await? > 0)
}

pub(crate) async fn add_result(tx: &Tx, id: Id<Experiment>, r: &ExperimentResult) -> Result<(), StoreError> {
    let mut row = args![id, r.version];
    row.extend(columns(&r.sample));
    row.extend(args![&r.text, &r.reason, tx.author.person, &r.role, r.at]);
    tx.run(&ADD_RESULT, row).await.map(drop)
}

/// An experiment with the result that stands.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Experiment>) -> Result<Option<Experiment>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Experiments of a démarche, by start.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Experiment>, StoreError> {
    src.all(&OF_INITIATIVE, args![id]).await
}

/// Experiments that test an option.
///
/// # Errors
/// The database does not answer.
pub async fn of_option(src: &impl Reads, id: Id<PolicyOption>) -> Result<Vec<Experiment>, StoreError> {
    src.all(&OF_OPTION, args![id]).await
}

/// Experiments a decision examined.
///
/// # Errors
/// The database does not answer.
pub async fn of_decision(src: &impl Reads, id: Id<Decision>) -> Result<Vec<Experiment>, StoreError> {
    src.all(&OF_DECISION, args![id]).await
}

/// Authorised experiments that what someone said led to.
///
/// # Errors
/// The database does not answer.
pub async fn reached(src: &impl Reads, seeds: &Seeds) -> Result<Vec<Experiment>, StoreError> {
    src.all(&REACHED, seeds.args()).await
}

/// Every version of a result, the one that stands first.
///
/// # Errors
/// The database does not answer.
pub async fn results(src: &impl Reads, id: Id<Experiment>) -> Result<Vec<ExperimentResult>, StoreError> {
    src.all(&RESULTS, args![id]).await
}
