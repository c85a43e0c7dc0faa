//! Decisions, their dissent, the consultations before them, and the voices they rest on.

use arpent_core::Id;
use arpent_store::{FromRow, Reads, Row, StoreError, Tx, args, statements};
use jiff::civil::Date;
use uuid::Uuid;

use super::options::Reference;
use super::trace::Seeds;
use crate::domain::contribution::Voices;
use crate::domain::decisions::{
    Consultation, ConsultationKind, ConsultationSheet, Decision, DecisionSheet, DecisionState, Dissent, Opinion, Taken,
    Vote,
};
use crate::domain::initiative::Initiative;
use crate::domain::people::Capacity;

macro_rules! decision {
    () => {
        "SELECT d.id, d.initiative, d.root, d.revision, d.replaces, d.correction, d.title, d.question, d.choice, d.reasons,
         d.departs_from_verdict, d.organisation, d.legal_base, d.cost, d.cost_euros, d.review_day, d.state, d.decider,
         d.decider_role, d.decided_on, d.published_at, d.version, o.name AS organisation_name, p.name AS decider_name,
         (SELECT n.id FROM decision n WHERE n.replaces = d.id AND n.state = 'published') AS replaced_by
         FROM decision d JOIN organisation o ON o.id = d.organisation LEFT JOIN person p ON p.id = d.decider"
    };
}

macro_rules! consultation {
    () => {
        "SELECT c.id, c.initiative, c.kind, c.body, c.subject, c.sent_day, c.met_day, c.opinion, c.unanimous, c.text, c.role
         FROM consultation c"
    };
}

// What a decision rests on: the contributions its options rest on, directly or by theme, and those merged into them.
// Each is counted once, whatever the number of arrows that lead to it.
macro_rules! voices {
    ($select:literal, $rest:literal) => {
        concat!(
            "WITH base AS (SELECT l.to_id FROM link x JOIN link l ON l.from_id = x.to_id AND l.kind = 'rests_on'
                 WHERE x.from_id = $1 AND x.kind = 'examines'),
             voice AS (SELECT to_id AS id FROM base
                 UNION SELECT m.id FROM contribution m JOIN base b ON m.theme = b.to_id
                 UNION SELECT m.id FROM contribution m JOIN base b ON m.merged_into = b.to_id
                 UNION SELECT m.id FROM contribution m JOIN contribution k ON k.id = m.merged_into
                     JOIN base b ON k.theme = b.to_id) SELECT ",
            $select,
            " FROM contribution c JOIN voice v ON v.id = c.id WHERE c.state = 'published' ",
            $rest
        )
    };
}

statements! {
    ADD = "INSERT INTO decision (id, initiative, root, revision, replaces, correction, title, question, choice, reasons,
           departs_from_verdict, organisation, legal_base, cost, cost_euros, review_day, state, created_at, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'draft', $17, 1)";
    EDIT = "UPDATE decision SET title = $3, question = $4, choice = $5, reasons = $6, departs_from_verdict = $7,
            organisation = $8, legal_base = $9, cost = $10, cost_euros = $11, review_day = $12, version = version + 1
            WHERE id = $1 AND version = $2 AND state = 'draft'";
    PUBLISH = "UPDATE decision SET state = 'published', decider = $2, decider_role = $3, decided_on = $4, published_at = $5,
               version = version + 1 WHERE id = $1 AND state = 'draft'";
    CLEAR_LINKS = "DELETE FROM link WHERE from_id = $1 AND kind IN ('examines', 'chooses', 'rests_on')";
    CLEAR_DISSENT = "DELETE FROM decision_dissent WHERE decision = $1";
    ADD_DISSENT = "INSERT INTO decision_dissent (decision, position, person, organisation, text)
                   VALUES ($1, $2, $3, $4, $5)";
    BY_ID = concat!(decision!(), " WHERE d.id = $1");
    OF_INITIATIVE = concat!(decision!(), " WHERE d.initiative = $1 AND (d.state = 'published' OR $2 = 1)
        AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.replaces = d.id AND n.state = 'published')
        ORDER BY d.created_at, d.revision");
    VERSIONS = concat!(decision!(), " WHERE d.root = $1 AND (d.state = 'published' OR $2 = 1) ORDER BY d.revision DESC");
    LATEST = concat!(decision!(), " JOIN initiative i ON i.id = d.initiative WHERE d.state = 'published'
        AND i.state <> 'draft' AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.replaces = d.id AND n.state = 'published')
        ORDER BY d.published_at DESC LIMIT $1");
    REACHED = concat!(decision!(), " WHERE d.state = 'published'
        AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.replaces = d.id AND n.state = 'published')
        AND (EXISTS (SELECT 1 FROM link x JOIN link l ON l.from_id = x.to_id AND l.kind IN ('rests_on', 'answers')
                WHERE x.from_id = d.id AND x.kind = 'examines' AND l.to_id IN ($1, $2, $3))
             OR EXISTS (SELECT 1 FROM link l JOIN decision v ON v.id = l.from_id
                WHERE v.root = d.root AND l.kind = 'answers' AND l.to_id IN ($1, $2)))
        ORDER BY d.published_at");
    COUNT_PUBLISHED = "SELECT COUNT(*) AS value FROM decision WHERE initiative = $1 AND state = 'published'";
    ARROWS = "SELECT kind, to_kind, to_id FROM link WHERE from_id = $1 AND kind IN ('examines', 'chooses', 'rests_on')
              ORDER BY at, to_id";
    DISSENT = "SELECT x.person, x.organisation, x.text, p.name AS person_name, o.name AS organisation_name
               FROM decision_dissent x LEFT JOIN person p ON p.id = x.person
               LEFT JOIN organisation o ON o.id = x.organisation WHERE x.decision = $1 ORDER BY x.position";
    CAPACITIES = voices!("c.capacity, COUNT(*) AS n", "GROUP BY c.capacity");
    VOICES = voices!("c.id, c.number, c.title, c.theme", "ORDER BY c.number LIMIT $2 OFFSET $3");
    COUNT_VOICES = voices!("COUNT(*) AS value", "");
    ADD_CONSULTATION = "INSERT INTO consultation (id, initiative, kind, body, subject, sent_day, met_day, opinion, unanimous,
        text, person, role, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    ADD_VOTE = "INSERT INTO consultation_vote (consultation, organisation, in_favour, against, abstained)
        VALUES ($1, $2, $3, $4, $5)";
    CONSULTATION_BY_ID = concat!(consultation!(), " WHERE c.id = $1");
    CONSULTATIONS = concat!(consultation!(), " WHERE c.initiative = $1 ORDER BY c.met_day, c.id");
    CONSULTATIONS_OF = concat!(consultation!(), " JOIN link l ON l.to_id = c.id AND l.kind = 'rests_on'
        WHERE l.from_id = $1 ORDER BY c.met_day, c.id");
    VOTES = "SELECT v.consultation, v.organisation, v.in_favour, v.against, v.abstained, o.name FROM consultation_vote v
        JOIN organisation o ON o.id = v.organisation JOIN consultation c ON c.id = v.consultation
        WHERE c.initiative = $1 ORDER BY o.name";
}

/// A decision with the names a page shows.
#[derive(Debug, Clone)]
pub struct DecisionRow {
    /// The decision; its lists of records are empty here, see [`arrows`].
    pub decision: Decision,
    /// The organisation that decides.
    pub organisation_name: String,
    /// Who took it.
    pub decider_name: Option<String>,
    /// The published version that corrects it.
    pub replaced_by: Option<Id<Decision>>,
}

fn taken(row: &Row) -> Result<Option<Taken>, StoreError> {
    let Some(at) = row.get("published_at")? else { return Ok(None) };
    Ok(Some(Taken { person: row.get("decider")?, role: row.get("decider_role")?, on: row.get("decided_on")?, at }))
}

impl FromRow for DecisionRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let decision = Decision {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            root: row.get("root")?,
            revision: row.get("revision")?,
            replaces: row.get("replaces")?,
            correction: row.get("correction")?,
            sheet: DecisionSheet {
                title: row.get("title")?,
                question: row.get("question")?,
                examined: Vec::new(),
                chosen: Vec::new(),
                choice: row.get("choice")?,
                reasons: row.get("reasons")?,
                departs_from_verdict: row.get("departs_from_verdict")?,
                organisation: row.get("organisation")?,
                legal_base: row.get("legal_base")?,
                cost: row.get("cost")?,
                cost_euros: row.get("cost_euros")?,
                review: row.get("review_day")?,
                consultations: Vec::new(),
                experiments: Vec::new(),
                dissent: Vec::new(),
            },
            state: row.parse("state", DecisionState::parse)?,
            taken: taken(row)?,
            version: row.get("version")?,
        };
        Ok(Self {
            decision,
            organisation_name: row.get("organisation_name")?,
            decider_name: row.get("decider_name")?,
            replaced_by: row.get("replaced_by")?,
        })
    }
}

struct Arrow {
    kind: String,
    to_kind: String,
    to: Uuid,
}

impl FromRow for Arrow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { kind: row.get("kind")?, to_kind: row.get("to_kind")?, to: row.get("to_id")? })
    }
}

/// Someone who does not agree, with the names a page shows.
#[derive(Debug, Clone)]
pub struct DissentRow {
    /// Who, for whom, in which words.
    pub dissent: Dissent,
    /// Her name.
    pub person_name: Option<String>,
    /// Her organisation's.
    pub organisation_name: Option<String>,
}

impl FromRow for DissentRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            dissent: Dissent {
                person: row.get("person")?,
                organisation: row.get("organisation")?,
                text: row.get("text")?,
            },
            person_name: row.get("person_name")?,
            organisation_name: row.get("organisation_name")?,
        })
    }
}

impl FromRow for Consultation {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let opinion: Option<String> = row.get("opinion")?;
        let unanimous: Option<i64> = row.get("unanimous")?;
        Ok(Self {
            id: row.get("id")?,
            initiative: row.get("initiative")?,
            sheet: ConsultationSheet {
                kind: row.parse("kind", ConsultationKind::parse)?,
                body: row.get("body")?,
                subject: row.get("subject")?,
                sent: row.get("sent_day")?,
                met: row.get("met_day")?,
                opinion: opinion.as_deref().and_then(Opinion::parse),
                unanimous: unanimous.map(|said| said != 0),
                text: row.get("text")?,
                votes: Vec::new(),
            },
            role: row.get("role")?,
        })
    }
}

struct VoteRow(Uuid, Vote);

impl FromRow for VoteRow {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        let vote = Vote {
            organisation: row.get("organisation")?,
            name: row.get("name")?,
            in_favour: row.get("in_favour")?,
            against: row.get("against")?,
            abstained: row.get("abstained")?,
        };
        Ok(Self(row.get("consultation")?, vote))
    }
}

struct CapacityCount(Capacity, i64);

impl FromRow for CapacityCount {
    fn from_row(row: &Row) -> Result<Self, StoreError> {
        Ok(Self(row.parse("capacity", Capacity::parse)?, row.get("n")?))
    }
}

pub(crate) async fn add(tx: &Tx, d: &Decision) -> Result<(), StoreError> {
    let s = &d.sheet;
    let row = args![
        d.id,
        d.initiative,
        d.root,
        d.revision,
        d.replaces,
        &d.correction,
        &s.title,
        &s.question,
        &s.choice,
        &s.reasons,
        &s.departs_from_verdict,
        s.organisation,
        &s.legal_base,
        &s.cost,
        s.cost_euros,
        s.review,
        tx.author.at
    ];
    tx.run(&ADD, row).await.map(drop)
}

/// Saves a draft unless someone saved first or it was published; `false` then.
pub(crate) async fn edit(tx: &Tx, id: Id<Decision>, version: i64, s: &DecisionSheet) -> Result<bool, StoreError> {
    let row = args![
        id,
        version,
        &s.title,
        &s.question,
        &s.choice,
        &s.reasons,
        &s.departs_from_verdict,
        s.organisation,
        &s.legal_base,
        &s.cost,
        s.cost_euros,
        s.review
    ];
    Ok(tx.run(&EDIT, row).await? > 0)
}

/// Takes away what a draft pointed at, before it is drawn again.
pub(crate) async fn clear(tx: &Tx, id: Id<Decision>) -> Result<(), StoreError> {
    tx.run(&CLEAR_DISSENT, args![id]).await?;
    tx.run(&CLEAR_LINKS, args![id]).await.map(drop)
}

pub(crate) async fn add_dissent(tx: &Tx, id: Id<Decision>, position: i64, d: &Dissent) -> Result<(), StoreError> {
    tx.run(&ADD_DISSENT, args![id, position, d.person, d.organisation, &d.text]).await.map(drop)
}

/// Publishes; `false` when it already was.
pub(crate) async fn publish(tx: &Tx, id: Id<Decision>, on: Date) -> Result<bool, StoreError> {
    let row = args![id, tx.author.person, tx.author.role, on, tx.author.at];
    Ok(tx.run(&PUBLISH, row).await? > 0)
}

pub(crate) async fn add_consultation(tx: &Tx, c: &Consultation) -> Result<(), StoreError> {
    let s = &c.sheet;
    let row = args![
        c.id,
        c.initiative,
        s.kind.code(),
        &s.body,
        &s.subject,
        s.sent,
        s.met,
        s.opinion.map(Opinion::code),
        s.unanimous,
        &s.text,
        tx.author.person,
        tx.author.role,
        tx.author.at
    ];
    tx.run(&ADD_CONSULTATION, row).await?;
    for vote in &s.votes {
        let row = args![c.id, vote.organisation, vote.in_favour, vote.against, vote.abstained];
        tx.run(&ADD_VOTE, row).await?;
    }
    Ok(())
}

/// A decision with its names; its arrows are read by [`arrows`].
///
/// # Errors
/// The database does not answer.
pub async fn by_id(src: &impl Reads, id: Id<Decision>) -> Result<Option<DecisionRow>, StoreError> {
    src.maybe(&BY_ID, args![id]).await
}

/// Fills in what a decision points at: options, experiments, consultations and dissent.
///
/// # Errors
/// The database does not answer.
pub async fn arrows(src: &impl Reads, decision: &mut Decision) -> Result<(), StoreError> {
    let arrows: Vec<Arrow> = src.all(&ARROWS, args![decision.id]).await?;
    let sheet = &mut decision.sheet;
    for arrow in arrows {
        match (arrow.kind.as_str(), arrow.to_kind.as_str()) {
            ("examines", "option") => sheet.examined.push(Id::from_uuid(arrow.to)),
            ("examines", "experiment") => sheet.experiments.push(Id::from_uuid(arrow.to)),
            ("chooses", "option") => sheet.chosen.push(Id::from_uuid(arrow.to)),
            ("rests_on", "consultation") => sheet.consultations.push(Id::from_uuid(arrow.to)),
            _ => {}
        }
    }
    sheet.dissent = dissent(src, decision.id).await?.into_iter().map(|row| row.dissent).collect();
    Ok(())
}

/// Those who do not agree.
///
/// # Errors
/// The database does not answer.
pub async fn dissent(src: &impl Reads, id: Id<Decision>) -> Result<Vec<DissentRow>, StoreError> {
    src.all(&DISSENT, args![id]).await
}

/// Decisions of a démarche that no published version replaces.
///
/// # Errors
/// The database does not answer.
pub async fn of_initiative(
    src: &impl Reads,
    id: Id<Initiative>,
    with_drafts: bool,
) -> Result<Vec<DecisionRow>, StoreError> {
    src.all(&OF_INITIATIVE, args![id, with_drafts]).await
}

/// Versions of a decision, the latest first.
///
/// # Errors
/// The database does not answer.
pub async fn versions(src: &impl Reads, root: Id<Decision>, with_drafts: bool) -> Result<Vec<DecisionRow>, StoreError> {
    src.all(&VERSIONS, args![root, with_drafts]).await
}

/// The latest published decisions of the territory, for its home page.
///
/// # Errors
/// The database does not answer.
pub async fn latest(src: &impl Reads, limit: i64) -> Result<Vec<DecisionRow>, StoreError> {
    src.all(&LATEST, args![limit]).await
}

/// Published decisions that what someone said led to.
///
/// # Errors
/// The database does not answer.
pub async fn reached(src: &impl Reads, seeds: &Seeds) -> Result<Vec<DecisionRow>, StoreError> {
    src.all(&REACHED, seeds.args()).await
}

/// How many decisions of a démarche are published.
///
/// # Errors
/// The database does not answer.
pub async fn count_published(src: &impl Reads, id: Id<Initiative>) -> Result<i64, StoreError> {
    src.one(&COUNT_PUBLISHED, args![id]).await
}

/// The voices a decision rests on, by capacity, small counts suppressed.
///
/// # Errors
/// The database does not answer.
pub async fn voices(src: &impl Reads, id: Id<Decision>) -> Result<Voices, StoreError> {
    let counts: Vec<CapacityCount> = src.all(&CAPACITIES, args![id]).await?;
    Ok(Voices::count(&counts.into_iter().map(|CapacityCount(capacity, n)| (capacity, n)).collect::<Vec<_>>()))
}

/// The contributions a decision rests on, one page at a time, and how many there are.
///
/// # Errors
/// The database does not answer.
pub async fn contributions(
    src: &impl Reads,
    id: Id<Decision>,
    (limit, offset): (i64, i64),
) -> Result<(Vec<Reference>, i64), StoreError> {
    let total = src.one(&COUNT_VOICES, args![id]).await?;
    Ok((src.all(&VOICES, args![id, limit, offset]).await?, total))
}

async fn with_votes(
    src: &impl Reads,
    initiative: Option<Id<Initiative>>,
    mut consultations: Vec<Consultation>,
) -> Result<Vec<Consultation>, StoreError> {
    let Some(initiative) = initiative else { return Ok(consultations) };
    let votes: Vec<VoteRow> = src.all(&VOTES, args![initiative]).await?;
    for consultation in &mut consultations {
        let own = votes.iter().filter(|VoteRow(of, _)| *of == consultation.id.uuid());
        consultation.sheet.votes = own.map(|VoteRow(_, vote)| vote.clone()).collect();
    }
    Ok(consultations)
}

/// A consultation with its votes.
///
/// # Errors
/// The database does not answer.
pub async fn consultation(src: &impl Reads, id: Id<Consultation>) -> Result<Option<Consultation>, StoreError> {
    let found: Vec<Consultation> = src.all(&CONSULTATION_BY_ID, args![id]).await?;
    let initiative = found.first().map(|consultation| consultation.initiative);
    Ok(with_votes(src, initiative, found).await?.pop())
}

/// Consultations of a démarche with their votes, by date.
///
/// # Errors
/// The database does not answer.
pub async fn consultations(src: &impl Reads, id: Id<Initiative>) -> Result<Vec<Consultation>, StoreError> {
    with_votes(src, Some(id), src.all(&CONSULTATIONS, args![id]).await?).await
}

/// Consultations a decision rests on, with their votes.
///
/// # Errors
/// The database does not answer.
pub async fn consultations_of(src: &impl Reads, id: Id<Decision>) -> Result<Vec<Consultation>, StoreError> {
    let found: Vec<Consultation> = src.all(&CONSULTATIONS_OF, args![id]).await?;
    let initiative = found.first().map(|consultation| consultation.initiative);
    with_votes(src, initiative, found).await
}
