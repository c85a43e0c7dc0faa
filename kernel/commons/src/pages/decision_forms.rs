//! Drafting, publishing and correcting a decision.

use arpent_core::Id;
use arpent_core::permission::Person;
use arpent_web::respond::done;
use arpent_web::{Choice, Ctx, Field, PageError, Refusal};
use axum::extract::Path;
use axum::response::Response;
use jiff::ToSpan as _;
use uuid::Uuid;

use super::frame::Frame;
use super::loop_form::{About, Edit, Reader, Typed, amount, boxes, frame, records};
use super::options::Heard;
use crate::commands::decisions::{self as commands, get, may_draft};
use crate::domain::decisions::{Consultation, Decision, DecisionSheet, Dissent};
use crate::domain::experiments::Experiment;
use crate::domain::initiative::Initiative;
use crate::domain::options::PolicyOption;
use crate::domain::people::{Organisation, Power};
use crate::domain::text::{REASON, SHORT, TITLE};
use crate::store::people::{OrganisationRow, mandates_of, organisations};
use crate::store::{decisions, experiments, options};
use crate::texts::Texts;

/// Lines offered for those who do not agree.
const DISSENT_LINES: usize = 3;
/// Days before a decision is looked at again, unless one says otherwise: a year.
const USUAL_REVIEW_DAYS: i32 = 365;

/// What the lists of the form offer.
struct Lists {
    options: Vec<PolicyOption>,
    experiments: Vec<Experiment>,
    consultations: Vec<Consultation>,
    organisations: Vec<OrganisationRow>,
    /// The organisation this reader has a mandate to decide for, proposed first.
    own: Option<Id<Organisation>>,
}

impl Lists {
    async fn read(ctx: &Ctx, id: Id<Initiative>) -> Result<Self, Refusal> {
        let mandates = match ctx.actor.person {
            Some(person) => mandates_of(&ctx.db, person, ctx.today()).await?,
            None => vec![],
        };
        Ok(Self {
            options: options::of_initiative(&ctx.db, id).await?,
            experiments: experiments::of_initiative(&ctx.db, id).await?,
            consultations: decisions::consultations(&ctx.db, id).await?,
            organisations: organisations(&ctx.db).await?,
            own: mandates.iter().find(|m| m.power == Power::Decide).map(|m| m.organisation),
        })
    }

    fn organisations(&self, none: &str, current: &str) -> Vec<Choice> {
        records(none, self.organisations.iter().map(|o| (o.id.uuid(), o.name.clone())), current)
    }

    fn options(&self, typed: &Typed, name: &'static str) -> Vec<Choice> {
        boxes(self.options.iter().map(|o| (o.id.uuid(), o.sheet.title.clone())), &ticked(typed, name))
    }

    fn fields(&self, w: Texts, typed: &Typed) -> Vec<Field> {
        let field = |name, label| Field::text(name, label, typed.get(name));
        let tried = self.experiments.iter().filter(|e| e.authorised.is_some());
        let tried = boxes(tried.map(|e| (e.id.uuid(), e.sheet.title.clone())), &ticked(typed, "experiments"));
        let heard = self.consultations.iter().map(|c| {
            let line = Heard::new(w, c);
            (c.id.uuid(), format!("{} · {} · {}", line.said, line.subject, line.who))
        });
        let organisation = typed.get("organisation");
        let mut fields = vec![
            field("title", w.field_title()).required().max(TITLE),
            field("question", w.decision_question()).kind("textarea").required().max(REASON),
            Field::choices("examined", w.decision_examined(), self.options(typed, "examined"))
                .kind("checkboxes")
                .required(),
            Field::choices("chosen", w.decision_chosen(), self.options(typed, "chosen"))
                .kind("checkboxes")
                .hint(w.decision_chosen_hint()),
            field("choice", w.decision_choice()).kind("textarea").hint(w.decision_choice_hint()).required().max(REASON),
            field("reasons", w.decision_reasons())
                .kind("textarea")
                .hint(w.decision_reasons_hint())
                .required()
                .max(REASON),
            Field::choices("experiments", w.experiments_title(), tried)
                .kind("checkboxes")
                .hint(w.decision_experiments_hint()),
            field("departs_from_verdict", w.decision_departs())
                .kind("textarea")
                .hint(w.decision_departs_hint())
                .max(REASON),
            Field::choices("consultations", w.consultations_title(), boxes(heard, &ticked(typed, "consultations")))
                .kind("checkboxes"),
            Field::choices("organisation", w.decision_organisation(), self.organisations(w.choose_one(), organisation))
                .kind("select")
                .required(),
            field("legal_base", w.decision_legal_base())
                .kind("textarea")
                .hint(w.decision_legal_base_hint())
                .max(REASON),
            field("cost", w.decision_cost()).max(SHORT),
            field("cost_euros", w.option_cost_euros()),
            field("review_day", w.decision_review()).kind("date").required(),
        ];
        fields.retain(|field| field.kind != "checkboxes" || !field.options.is_empty());
        fields.extend((0..DISSENT_LINES).flat_map(|line| self.dissent(w, typed, line)));
        fields
    }

    /// One of those who do not agree: her organisation, her words.
    fn dissent(&self, w: Texts, typed: &Typed, line: usize) -> [Field; 3] {
        let nth = |name: &'static str| typed.all(name).nth(line).unwrap_or("").to_owned();
        let who = nth("dissent_organisation");
        let mut organisation = Field::choices(
            "dissent_organisation",
            w.dissent_organisation(line + 1),
            self.organisations(w.choose_none(), &who),
        )
        .kind("select");
        let mut words = Field::text("dissent", w.dissent_words(line + 1), nth("dissent")).kind("textarea").max(REASON);
        let person = Field::text("dissent_person", "", nth("dissent_person")).kind("hidden");
        if line > 0 {
            organisation.id = format!("dissent_organisation-{line}");
            words.id = format!("dissent-{line}");
        }
        [person, organisation, words]
    }
}

fn ticked(typed: &Typed, name: &'static str) -> Vec<Uuid> {
    typed.all(name).filter_map(|id| id.parse().ok()).collect()
}

fn typed_of(d: &Decision) -> Typed {
    let s = &d.sheet;
    let mut pairs = vec![
        ("version", d.version.to_string()),
        ("title", s.title.clone()),
        ("question", s.question.clone()),
        ("choice", s.choice.clone()),
        ("reasons", s.reasons.clone()),
        ("departs_from_verdict", s.departs_from_verdict.clone()),
        ("organisation", s.organisation.to_string()),
        ("legal_base", s.legal_base.clone()),
        ("cost", s.cost.clone()),
        ("cost_euros", amount(s.cost_euros)),
        ("review_day", s.review.to_string()),
    ];
    pairs.extend(s.examined.iter().map(|id| ("examined", id.to_string())));
    pairs.extend(s.chosen.iter().map(|id| ("chosen", id.to_string())));
    pairs.extend(s.experiments.iter().map(|id| ("experiments", id.to_string())));
    pairs.extend(s.consultations.iter().map(|id| ("consultations", id.to_string())));
    for dissent in &s.dissent {
        pairs.push(("dissent_person", dissent.person.map(|id| id.to_string()).unwrap_or_default()));
        pairs.push(("dissent_organisation", dissent.organisation.map(|id| id.to_string()).unwrap_or_default()));
        pairs.push(("dissent", dissent.text.clone()));
    }
    Typed::of(pairs)
}

fn read_dissent(typed: &Typed) -> Vec<Dissent> {
    let people = typed.all("dissent_person").map(|id| id.parse::<Id<Person>>().ok());
    let organisations = typed.all("dissent_organisation").map(|id| id.parse::<Id<Organisation>>().ok());
    let lines = typed.all("dissent").zip(organisations).zip(people);
    lines.map(|((text, organisation), person)| Dissent { person, organisation, text: text.to_owned() }).collect()
}

fn read(typed: &Typed) -> Result<DecisionSheet, Refusal> {
    let mut r = Reader::new(typed);
    let organisation = r.owed("organisation", |r, name| Some(r.id(name)));
    let review = r.owed("review_day", |r, name| Some(r.day(name)));
    let cost_euros = r.whole("cost_euros");
    let text = |name| typed.get(name).trim().to_owned();
    let (Some(organisation), Some(review)) = (organisation, review) else {
        return Err(r.done(()).err().unwrap_or(Refusal::NotFound));
    };
    r.done(DecisionSheet {
        title: text("title"),
        question: text("question"),
        examined: typed.ids("examined"),
        chosen: typed.ids("chosen"),
        choice: text("choice"),
        reasons: text("reasons"),
        departs_from_verdict: text("departs_from_verdict"),
        organisation,
        legal_base: text("legal_base"),
        cost: text("cost"),
        cost_euros,
        review,
        consultations: typed.ids("consultations"),
        experiments: typed.ids("experiments"),
        dissent: read_dissent(typed),
    })
}

async fn blank(ctx: &Ctx, slug: &str, typed: Option<&Typed>) -> Result<(Edit, Frame), PageError> {
    let frame = Frame::open(ctx, slug).await?;
    let w = frame.t;
    if !may_draft(ctx, frame.initiative.id) {
        ctx.require(crate::permission::DECISION_TAKE, crate::commands::initiatives::scope(frame.initiative.id))?;
    }
    let lists = Lists::read(ctx, frame.initiative.id).await?;
    let review = ctx.today().checked_add(USUAL_REVIEW_DAYS.days()).map(|day| day.to_string()).unwrap_or_default();
    let every = lists.options.iter().map(|option| ("examined", option.id.to_string()));
    let own = lists.own.map(|id| id.to_string()).unwrap_or_default();
    let usual = Typed::of([("review_day", review), ("organisation", own)].into_iter().chain(every));
    let about = About {
        title: w.decision_new_title().to_owned(),
        tab: "options",
        lead: w.decision_new_lead().to_owned(),
        submit: w.decision_save_draft(),
        back: frame.href("options"),
        version: None,
    };
    let fields = lists.fields(w, typed.unwrap_or(&usual));
    Ok((Edit::new(ctx, frame.clone(), about, fields), frame))
}

/// The form of a draft, every option examined to begin with.
///
/// # Errors
/// Not allowed, not found.
pub async fn new(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    blank(&ctx, &slug, None).await?.0.page()
}

/// Drafts a decision.
///
/// # Errors
/// Not allowed, not found.
pub async fn create(ctx: Ctx, Path(slug): Path<String>, typed: Typed) -> Result<Response, PageError> {
    let (edit, frame) = blank(&ctx, &slug, Some(&typed)).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => commands::draft(&ctx, frame.initiative.id, &sheet).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|id| format!("/decisions/{id}")), frame.t.decision_drafted())
}

async fn filled(ctx: &Ctx, id: Id<Decision>, typed: Option<&Typed>) -> Result<(Edit, Texts), PageError> {
    let decision = get(ctx, id).await?;
    let frame = frame(ctx, decision.initiative).await?;
    let w = frame.t;
    let lists = Lists::read(ctx, decision.initiative).await?;
    let stored = typed_of(&decision);
    let typed = typed.unwrap_or(&stored);
    let about = About {
        title: w.decision_edit_title(&decision.sheet.title),
        tab: "options",
        lead: w.decision_new_lead().to_owned(),
        submit: w.decision_save_draft(),
        back: format!("/decisions/{id}"),
        version: Some(typed.version()),
    };
    Ok((Edit::new(ctx, frame, about, lists.fields(w, typed)), w))
}

/// The form of a draft, filled.
///
/// # Errors
/// Not found.
pub async fn edit(ctx: Ctx, Path(id): Path<Id<Decision>>) -> Result<Response, PageError> {
    filled(&ctx, id, None).await?.0.page()
}

/// Saves a draft.
///
/// # Errors
/// Not allowed, not found, published.
pub async fn save(ctx: Ctx, Path(id): Path<Id<Decision>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = filled(&ctx, id, Some(&typed)).await?;
    let outcome = match read(&typed) {
        Ok(sheet) => commands::edit(&ctx, id, typed.version(), &sheet).await,
        Err(refusal) => Err(refusal),
    };
    edit.answer(&ctx, outcome.map(|()| format!("/decisions/{id}")), w.decision_drafted())
}

/// Takes the decision and publishes it.
///
/// # Errors
/// Not allowed, no mandate, conditions not met.
pub async fn publish(ctx: Ctx, Path(id): Path<Id<Decision>>) -> Result<Response, PageError> {
    commands::publish(&ctx, id).await?;
    Ok(done(&ctx, &format!("/decisions/{id}"), Texts::new(ctx.lang).decision_published()))
}

async fn correction(ctx: &Ctx, id: Id<Decision>, typed: &Typed) -> Result<(Edit, Texts), PageError> {
    let decision = get(ctx, id).await?;
    let frame = frame(ctx, decision.initiative).await?;
    let w = frame.t;
    let reason = Field::text("reason", w.correction_reason(), typed.get("reason")).kind("textarea");
    let about = About {
        title: w.decision_correct_title(&decision.sheet.title),
        tab: "options",
        lead: w.decision_correct_lead().to_owned(),
        submit: w.decision_correct_open(),
        back: format!("/decisions/{id}"),
        version: None,
    };
    let fields = vec![reason.hint(w.correction_reason_hint()).required().max(REASON)];
    Ok((Edit::new(ctx, frame, about, fields), w))
}

/// Where one says why a decision is corrected.
///
/// # Errors
/// Not found.
pub async fn correct(ctx: Ctx, Path(id): Path<Id<Decision>>) -> Result<Response, PageError> {
    correction(&ctx, id, &Typed::default()).await?.0.page()
}

/// Opens a new version of a published decision.
///
/// # Errors
/// Not allowed, not found, already being corrected.
pub async fn open_correction(ctx: Ctx, Path(id): Path<Id<Decision>>, typed: Typed) -> Result<Response, PageError> {
    let (edit, w) = correction(&ctx, id, &typed).await?;
    let outcome = commands::correct(&ctx, id, typed.get("reason")).await;
    edit.answer(&ctx, outcome.map(|new| format!("/decisions/{new}/modifier")), w.decision_correction_opened())
}
