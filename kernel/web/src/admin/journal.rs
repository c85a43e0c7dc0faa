//! The journal: who did what, when, to what; verified, and exported for the data-protection officer.

use std::collections::BTreeMap;

use arpent_store::journal::{Fault, Line, before, verify};
use arpent_texts::datetime;
use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::response::Response;
use futures_util::stream;
use serde::Deserialize;
use uuid::Uuid;

use super::{crumbs, figure};
use crate::context::{Ctx, role_name};
use crate::form::{Field, Form};
use crate::identity::READ_JOURNAL;
use crate::refusal::FieldProblem;
use crate::respond::{CSV, PageError, download, page};
use crate::routes::{Access, Routes};
use crate::shell::Shell;
use crate::texts::Texts;

const PER_PAGE: i64 = 50;
/// Lines read at a time for the export: memory stays flat whatever the length.
const PER_READ: i64 = 1_000;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/admin/journal", Access::Needs(READ_JOURNAL), show)
        .get("/admin/journal.csv", Access::Needs(READ_JOURNAL), export)
        .get("/admin/journal/verification", Access::Needs(READ_JOURNAL), verification)
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    objet: String,
    avant: Option<i64>,
}

impl Asked {
    /// The record asked for; an id that is not one is said at its field.
    fn subject(&self) -> Result<Option<Uuid>, FieldProblem> {
        let typed = self.objet.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        typed
            .parse()
            .map(Some)
            .map_err(|_| FieldProblem::new("objet", "format", |l| Texts::new(l).journal_subject_problem().into()))
    }
}

#[derive(Template)]
#[template(path = "admin/journal.html")]
struct JournalPage {
    shell: Shell,
    form: Form,
    subject: Field,
    lines: Vec<Shown>,
    older: Option<String>,
    export: String,
}

struct Shown {
    seq: String,
    at: String,
    role: String,
    actor: Option<Uuid>,
    kind: String,
    subject_kind: String,
    subject: Uuid,
    details: Vec<String>,
}

fn shown(ctx: &Ctx, line: Line) -> Shown {
    let t = ctx.t();
    let role = match line.role.as_str() {
        "public" => t.role_public().to_owned(),
        "system" => t.role_system().to_owned(),
        role => arpent_core::Role::parse(role).map_or(line.role.clone(), |role| role_name(t, role)),
    };
    Shown {
        seq: figure(ctx, line.seq),
        at: datetime(ctx.lang, line.at),
        role,
        actor: line.actor,
        kind: line.kind,
        subject_kind: line.subject_kind,
        subject: line.subject,
        details: details(&line.details),
    }
}

/// The codes and ids of a line, `role: agent`.
fn details(json: &str) -> Vec<String> {
    let pairs: BTreeMap<String, String> = serde_json::from_str(json).unwrap_or_default();
    pairs.into_iter().map(|(key, value)| format!("{key}: {value}")).collect()
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let t = ctx.t();
    let mut subject = Field::text("objet", t.journal_subject(), asked.objet.trim()).hint(t.journal_subject_hint());
    let (wanted, form) = match asked.subject() {
        Ok(wanted) => (wanted, Form::default()),
        Err(problem) => (None, Form::refused(&[problem], ctx.lang, [&mut subject])),
    };
    let lines = before(&ctx.db, asked.avant.unwrap_or(i64::MAX), wanted, PER_PAGE).await?;
    let filter = wanted.map(|id| format!("objet={id}")).unwrap_or_default();
    let is_whole = i64::try_from(lines.len()).is_ok_and(|count| count == PER_PAGE);
    let last = lines.last().map(|line| line.seq).filter(|seq| is_whole && *seq > 1);
    page(&JournalPage {
        shell: ctx.shell(t.journal_title(), crumbs(&ctx)),
        form,
        subject,
        older: last.map(|seq| format!("/admin/journal?{filter}&avant={seq}")),
        export: format!("/admin/journal.csv?{filter}"),
        lines: lines.into_iter().map(|line| shown(&ctx, line)).collect(),
    })
}

/// The lines as CSV, latest first, sent as they are read.
async fn export(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response, PageError> {
    let subject = asked.subject().map_err(|problem| crate::refusal::Refusal::Invalid(vec![problem]))?;
    let db = ctx.db.clone();
    let pages = stream::try_unfold(i64::MAX, move |from| {
        let db = db.clone();
        async move {
            let lines = before(&db, from, subject, PER_READ).await?;
            let Some(last) = lines.last().map(|line| line.seq) else {
                return Ok::<_, Failed>(None);
            };
            Ok(Some((rows(&lines, from == i64::MAX)?, last)))
        }
    });
    Ok(download("journal.csv", CSV, Body::from_stream(pages)))
}

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// Ids and codes only, as the journal holds them: nothing that a spreadsheet would run.
fn rows(lines: &[Line], first: bool) -> Result<Vec<u8>, Failed> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if first {
        writer.write_record([
            "seq",
            "at",
            "actor",
            "role",
            "kind",
            "subject_kind",
            "subject",
            "initiative",
            "details",
            "hash",
        ])?;
    }
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    for line in lines {
        let (seq, at, subject) = (line.seq.to_string(), line.at.to_string(), line.subject.to_string());
        let (actor, initiative) = (id(line.actor), id(line.initiative));
        writer.write_record([
            &seq,
            &at,
            &actor,
            &line.role,
            &line.kind,
            &line.subject_kind,
            &subject,
            &initiative,
            &line.details,
            &line.hash,
        ])?;
    }
    Ok(writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

#[derive(Template)]
#[template(path = "admin/verification.html")]
struct VerificationPage {
    shell: Shell,
    lines: String,
    head: String,
    faults: Vec<String>,
}

/// Walks the whole chain and says what does not hold.
async fn verification(ctx: Ctx) -> Result<Response, PageError> {
    let t = ctx.t();
    let found = verify(&ctx.db).await?;
    let mut crumbs = crumbs(&ctx);
    crumbs.push(crate::shell::Crumb::new(t.journal_title(), "/admin/journal"));
    page(&VerificationPage {
        shell: ctx.shell(t.verification_title(), crumbs),
        lines: t.journal_count(found.lines),
        head: found.head,
        faults: found.faults.iter().map(|fault| in_words(t, fault)).collect(),
    })
}

fn in_words(t: Texts, fault: &Fault) -> String {
    match *fault {
        Fault::Changed(seq) => t.fault_changed(seq),
        Fault::Removed { from, to } => t.fault_removed(from, to),
        Fault::Inserted(seq) => t.fault_inserted(seq),
        Fault::CutAfter { last, head } => t.fault_cut(head, last),
        Fault::HeadReplaced => t.fault_head().into(),
    }
}
