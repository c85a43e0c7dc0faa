//! What representatives were told or said: recorded once, never retouched.

use arpent_core::Id;
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::frame::Frame;
use super::loop_form::{About, Edit, Reader, Typed, frame};
use super::loop_words::{on, signed};
use super::options::Heard;
use crate::commands::decisions as commands;
use crate::domain::decisions::{Consultation, ConsultationKind, ConsultationSheet, Opinion, Vote};
use crate::domain::people::OrganisationKind;
use crate::domain::text::{REASON, SHORT};
use crate::store::decisions;
use crate::store::people::{OrganisationRow, organisations};
use crate::texts::Texts;
use crate::words;

#[derive(Debug, Template)]
#[template(path = "consultation.html")]
struct Show {
    shell: Shell,
    frame: Frame,
    w: Texts,
    said: String,
    unanimous: Option<bool>,
    sent: String,
    met: String,
    consultation: Consultation,
    signed: String,
}

/// A consultation with its votes.
///
/// # Errors
/// Not found.
pub async fn show(ctx: Ctx, Path(id): Path<Id<Consultation>>) -> Result<Response, PageError> {
    let consultation = decisions::consultation(&ctx.db, id).await?.ok_or(Refusal::NotFound)?;
    let mut frame = frame(&ctx, consultation.initiative).await?;
    let w = frame.t;
    let mut shell = frame.shell(&ctx, consultation.sheet.subject.clone(), "options");
    shell.crumbs.push(Crumb::new(w.options_title(), frame.href("options")));
    page(&Show {
        said: Heard::new(w, &consultation).said,
        unanimous: consultation.sheet.unanimous,
        sent: on(w, consultation.sheet.sent),
        met: on(w, consultation.sheet.met),
        signed: signed(w, &consultation.role),
        consultation,
        shell,
        w,
        frame,
    })
}

fn fields(w: Texts, typed: &Typed, voters: &[OrganisationRow]) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name));
    let coded = |prefix: &str, code: &str, name| Choice::new(code, words::coded(w, prefix, code), typed.get(name));
    let kinds = ConsultationKind::ALL.iter().map(|kind| coded("consultation", kind.code(), "kind")).collect();
    let none = Choice::new("", w.consultation_no_opinion(), typed.get("opinion"));
    let opinions = Opinion::ALL.iter().map(|opinion| coded("consultation", opinion.code(), "opinion"));
    let mut fields = vec![
        Field::choices("kind", w.consultation_kind(), kinds).kind("radio").required(),
        field("body", w.consultation_body()).hint(w.consultation_body_hint()).required().max(SHORT),
        field("subject", w.consultation_subject()).required().max(REASON),
        field("sent_day", w.consultation_sent()).kind("date").required(),
        field("met_day", w.consultation_met()).kind("date").required(),
        Field::choices("opinion", w.consultation_opinion_given(), std::iter::once(none).chain(opinions).collect())
            .kind("radio")
            .required(),
        field("unanimous", w.consultation_unanimous()).kind("checkbox"),
        field("text", w.consultation_text()).kind("textarea").hint(w.consultation_text_hint()).required().max(REASON),
    ];
    fields.extend(voters.iter().enumerate().flat_map(|(line, voter)| votes(w, typed, line, voter)));
    fields
}

fn votes(w: Texts, typed: &Typed, line: usize, voter: &OrganisationRow) -> [Field; 4] {
    let count = |name: &'static str, label: String| {
        let value = typed.all(name).nth(line).unwrap_or("");
        let mut field = Field::text(name, label, value).kind("number");
        field.id = format!("{name}-{line}");
        field
    };
    let mut id = Field::text("voter", "", voter.id.to_string()).kind("hidden");
    id.id = format!("voter-{line}");
    [
        id,
        count("in_favour", w.consultation_in_favour(&voter.name)),
        count("against", w.consultation_against(&voter.name)),
        count("abstained", w.consultation_abstained(&voter.name)),
    ]
}

/// A line left empty did not vote; a line half filled counts its empty boxes as zero.
fn read_votes(typed: &Typed) -> Vec<Vote> {
    let counts = |name: &'static str| typed.all(name).collect::<Vec<_>>();
    let (favour, against, abstained) = (counts("in_favour"), counts("against"), counts("abstained"));
    let number = |list: &[&str], line: usize| list.get(line).and_then(|n| n.trim().parse().ok());
    let lines = typed.all("voter").enumerate().filter_map(|(line, id)| {
        let counted = [number(&favour, line), number(&against, line), number(&abstained, line)];
        let organisation = id.parse().ok()?;
        counted.iter().any(Option::is_some).then(|| Vote {
            organisation,
            name: String::new(),
            in_favour: counted[0].unwrap_or(0),
            against: counted[1].unwrap_or(0),
            abstained: counted[2].unwrap_or(0),
        })
    });
    lines.collect()
}

fn read(typed: &Typed) -> Result<ConsultationSheet, Refusal> {
    let mut r = Reader::new(typed);
    let kind = r.owed("kind", |r, name| Some(r.choice(name, ConsultationKind::parse)));
    let sent = r.owed("sent_day", |r, name| Some(r.day(name)));
    let met = r.owed("met_day", |r, name| Some(r.day(name)));
    let opinion = r.choice("opinion", Opinion::parse);
    let (body, subject, text) = (r.text("body"), r.text("subject"), r.text("text"));
    let (Some(kind), Some(sent), Some(met)) = (kind, sent, met) else {
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    let unanimous = opinion.map(|_| typed.ticked("unanimous"));
    r.done(ConsultationSheet { kind, body, subject, sent, met, opinion, unanimous, text, votes: read_votes(typed) })
}

async fn blank(ctx: &Ctx, slug: &str, typed: &Typed) -> Result<(Edit, Frame), PageError> {
    let frame = Frame::open(ctx, slug).await?;
    let w = frame.t;
    let mut voters = organisations(&ctx.db).await?;
    voters.retain(|organisation| organisation.kind == OrganisationKind::Union);
    let about = About {
        title: w.consultation_new_title().to_owned(),
        tab: "options",
        lead: w.consultation_new_lead().to_owned(),
        submit: w.consultation_save(),
        back: frame.href("options"),
        version: None,
    };
    Ok((Edit::new(ctx, frame.clone(), about, fields(w, typed, &voters)), frame))
}

/// The empty form of a consultation.
///
/// # Errors
/// Not found.
pub async fn new(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    blank(&ctx, &slug, &Typed::of([("kind", "opinion".to_owned())])).await?.0.page()
}

/// Records a consultation.
///
/// # Errors
/// Not allowed, not found.
pub async fn create(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (edit, frame) = blank(&ctx, &slug, &typed).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => commands::record_consultation(&ctx, frame.initiative.id, &sheet).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|id| format!("/consultations/{id}")), frame.t.consultation_saved())
}
