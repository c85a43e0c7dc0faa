//! *Que devient ma contribution ?*: one thread, from her own words at the top to the measure at the bottom.

use arpent_core::chance::read_short_code;
use arpent_core::clock::{paris_date, paris_midnight};
use arpent_look::parts::{Anchor, Knot, State};
use arpent_texts::date_short;
use arpent_web::limits::Limited;
use arpent_web::respond::page_with;
use arpent_web::shell::Crumb;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;

use super::commitments::{due, outcome_line, said_of};
use super::experiments::judged;
use super::loop_form::Typed;
use super::loop_words::{on, signed};
use super::meeting_notes::{self, Origin};
use crate::domain::commitments::{Commitment, CommitmentState};
use crate::domain::contribution::{Answer, AnswerStatus, ContributionState};
use crate::domain::experiments::{Experiment, ExperimentState};
use crate::domain::initiative::{Initiative, InitiativeState, PhaseDates};
use crate::domain::metrics::Metric;
use crate::module::Modules;
use crate::store::trace::{self, OptionOf, Trace};
use crate::store::{contributions, initiatives, metrics, notes, sign_ups};
use crate::texts::Texts;
use crate::words;

#[derive(Debug, Template)]
#[template(path = "trace_find.html")]
struct Find {
    shell: Shell,
    w: Texts,
    form: Form,
    field: Field,
}

#[derive(Debug, Template)]
#[template(path = "trace.html")]
struct Thread {
    shell: Shell,
    w: Texts,
    code: String,
    number: i64,
    initiative: (String, String),
    status: String,
    knots: Vec<Knot>,
    /// An address was left: its owner may have it forgotten.
    address_left: bool,
    /// Where she shows that it is hers, as long as she has not.
    confirm: Option<String>,
}

/// Nobody but its reader learns the address of a thread: no index, no referrer.
pub fn private(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
}

fn ask(ctx: &Ctx, typed: &str, problem: Option<&FieldProblem>) -> Result<Response, PageError> {
    let w = Texts::new(ctx.lang);
    let mut field = Field::text("code", w.follow_code(), typed).hint(w.follow_code_hint()).required();
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form =
        Form::refused(problem.map(std::slice::from_ref).unwrap_or_default(), ctx.lang, std::iter::once(&mut field));
    page_with(status, &Find { shell: ctx.shell(w.follow_title(), vec![]), w, form, field })
}

fn unreadable() -> FieldProblem {
    FieldProblem::new("code", "unreadable", |l| Texts::new(l).follow_unreadable().into())
}

fn unknown() -> FieldProblem {
    FieldProblem::new("code", "unknown", |l| Texts::new(l).follow_unknown().into())
}

/// Where one types the code of a receipt.
///
/// # Errors
/// A template that cannot be written.
pub async fn find(ctx: Ctx) -> Result<Response, PageError> {
    ask(&ctx, "", None)
}

/// Reads the code as people write it, and leads to its thread.
///
/// # Errors
/// Too many attempts.
pub async fn open(ctx: Ctx, typed: Typed) -> Result<Response, PageError> {
    let raw = typed.get("code");
    match read_short_code(raw) {
        Some(code) => Ok(redirect(&words::follow_path(&code))),
        None => ask(&ctx, raw, Some(&unreadable())),
    }
}

/// The thread of a contribution.
///
/// # Errors
/// Too many attempts.
pub async fn show(ctx: Ctx, modules: Modules, Path(typed): Path<String>) -> Result<Response, PageError> {
    // Counted before looking: otherwise a script could tell good codes from bad ones at any pace.
    ctx.app().limits.count(Limited::FollowCode, &ctx.request().from)?;
    let Some(code) = read_short_code(&typed) else { return ask(&ctx, &typed, Some(&unreadable())) };
    if code != typed {
        return Ok(redirect(&words::follow_path(&code)));
    }
    let Some(said) = contributions::by_code(&ctx.db, &code).await? else { return elsewhere(&ctx, &code).await };
    let initiative = initiatives::by_id(&ctx.db, said.contribution.initiative).await?.ok_or(Refusal::NotFound)?;
    let own = said.contribution.id;
    let trace = trace::trace(&ctx.db, said).await?;
    let extra = modules.knots(&ctx, own).await?;
    let mut response = page_with(StatusCode::OK, &thread(&ctx, code, &initiative, &trace, extra).await?)?;
    private(&mut response);
    Ok(response)
}

/// A code of no contribution may be that of a note of a meeting, or of a seat there.
async fn elsewhere(ctx: &Ctx, code: &str) -> Result<Response, PageError> {
    if let Some(row) = notes::by_code(&ctx.db, code).await? {
        let mut response = meeting_notes::followed(ctx, &row).await?;
        private(&mut response);
        return Ok(response);
    }
    match sign_ups::by_code(&ctx.db, code).await? {
        Some(_) => Ok(redirect(&words::sign_up_path(code))),
        None => ask(ctx, code, Some(&unknown())),
    }
}

async fn thread(
    ctx: &Ctx,
    code: String,
    initiative: &Initiative,
    trace: &Trace,
    extra: Vec<Knot>,
) -> Result<Thread, PageError> {
    let w = Texts::new(ctx.lang);
    let phases = initiatives::phases(&ctx.db, initiative.id).await?;
    let all =
        if trace.experiments.is_empty() { vec![] } else { metrics::of_initiative(&ctx.db, initiative.id).await? };
    let contact = contributions::contact(&ctx.db, trace.said.contribution.id).await?;
    let place = (format!("/demarches/{}", initiative.slug), initiative.title.clone());
    let crumb = Crumb::new(w.menu_follow(), "/suivi");
    let origin = meeting_notes::origin(ctx, trace.said.contribution.id).await?;
    let teller = Teller { ctx, w, initiative, trace, phases: &phases, metrics: &all, origin };
    Ok(Thread {
        shell: ctx.shell(w.trace_title(), vec![crumb]),
        number: trace.said.contribution.number,
        status: teller.status(),
        address_left: contact.as_ref().is_some_and(|contact| contact.email.is_some()),
        confirm: contact
            .filter(contributions::Contact::is_to_confirm)
            .map(|contact| format!("{}#adresse", words::receipt_path(&contact.code))),
        knots: teller.knots(extra),
        initiative: place,
        code,
        w,
    })
}

/// Tells the chain as knots.
struct Teller<'a> {
    ctx: &'a Ctx,
    w: Texts,
    initiative: &'a Initiative,
    trace: &'a Trace,
    phases: &'a [PhaseDates],
    metrics: &'a [Metric],
    /// The table and the meeting where she said it.
    origin: Option<Origin>,
}

/// A knot with the instant it is sorted by.
type Dated = (Timestamp, Knot);

fn knot(title: impl Into<String>, state: State, when: String, who: impl Into<Option<String>>) -> Knot {
    Knot { title: title.into(), state, when: Some(when), who: who.into(), voice: None, text: None, link: None }
}

fn with_text(knot: Knot, text: impl Into<String>) -> Knot {
    let text = text.into();
    Knot { text: (!text.is_empty()).then_some(text), ..knot }
}

fn with_link(knot: Knot, label: impl Into<String>, href: impl Into<String>) -> Knot {
    Knot { link: Some(Anchor { label: label.into(), href: href.into() }), ..knot }
}

impl Teller<'_> {
    /// What happened in order (that of the loop within one instant), then what modules add, then what will come.
    fn knots(&self, extra: Vec<Knot>) -> Vec<Knot> {
        let mut past: Vec<Dated> = Vec::new();
        past.extend(self.moderated());
        past.extend(self.merged());
        past.extend(self.understood());
        past.extend(self.trace.answers.iter().map(|answer| self.answered(answer)));
        past.extend(self.trace.options.iter().map(|option| self.designed(option)));
        let tried = self.trace.experiments.iter().map(|experiment| self.tried(experiment));
        let (done, under_way): (Vec<Dated>, Vec<Dated>) = tried.partition(|(_, knot)| knot.state == State::Done);
        past.extend(done);
        past.extend(self.trace.decisions.iter().filter_map(|row| self.decided(row)));
        past.extend(self.trace.commitments.iter().flat_map(|row| self.committed(&row.commitment)));
        past.extend(self.other_commitments());
        past.extend(self.measured());
        past.extend(self.learnt());
        past.extend(self.closed());
        let mut coming = under_way;
        coming.extend(self.promised());
        coming.extend(self.next_phase());
        coming.extend(self.reviews());
        coming.extend(self.trace.commitments.iter().filter_map(|row| self.awaited(&row.commitment)));
        past.sort_by_key(|(at, _)| *at);
        coming.sort_by_key(|(at, _)| *at);
        // What modules add is about how her words were handled: it follows their reading.
        let read = [self.merged(), self.understood()].into_iter().flatten().map(|(at, _)| at).max();
        let (read, after): (Vec<Dated>, Vec<Dated>) = past.into_iter().partition(|(at, _)| Some(*at) <= read);
        let undated = |(_, knot): Dated| knot;
        let told = std::iter::once(self.said()).chain(read.into_iter().map(undated)).chain(extra);
        told.chain(after.into_iter().map(undated)).chain(coming.into_iter().map(undated)).collect()
    }

    fn day(&self, at: Timestamp) -> String {
        on(self.w, paris_date(at))
    }

    fn by(&self, role: &str) -> String {
        signed(self.w, role)
    }

    /// Her answer as it stands, in a line above the thread.
    fn status(&self) -> String {
        let standing = self.trace.answers.iter().find(|answer| answer.current);
        match standing {
            Some(answer) if answer.status.is_final() => {
                self.w.trace_answered(words::answer_status(self.w, answer.status))
            }
            _ => self.w.trace_not_answered(on(self.w, self.promised_on())),
        }
    }

    fn said(&self) -> Knot {
        let c = &self.trace.said.contribution;
        let who = format!("{} · {}", words::capacity(self.w, c.capacity), words::channel(self.w, c.channel));
        let voice = Some(c.text.clone());
        let told = Knot { voice, ..knot(self.w.trace_said(), State::Done, on(self.w, c.said_on), Some(who)) };
        match &self.origin {
            None => told,
            Some(origin) => {
                let (title, href) = origin.meeting.clone();
                with_link(with_text(told, format!("{}. {}", origin.table, origin.signed)), title, href)
            }
        }
    }

    fn moderated(&self) -> Option<Dated> {
        let last = self.trace.moderations.first()?;
        let hidden = self.trace.said.contribution.state == ContributionState::Hidden;
        let role = self.trace.last("contribution.moderated").map(|happened| happened.role.clone())?;
        let (title, state) =
            if hidden { (self.w.trace_hidden(), State::Stopped) } else { (self.w.trace_checked(), State::Done) };
        let ground = words::ground(self.w, last.ground);
        let told = knot(title, state, self.day(last.at), self.by(&role));
        Some((last.at, with_text(told, format!("{ground}. {}", last.reason))))
    }

    fn merged(&self) -> Option<Dated> {
        let kept = &self.trace.kept.as_ref()?.contribution;
        let happened = self.trace.last("contribution.merged")?;
        let told = knot(self.w.trace_merged(kept.number), State::Done, self.day(happened.at), self.by(&happened.role));
        let told = with_text(told, self.w.trace_merged_text());
        Some((happened.at, with_link(told, kept.title.clone(), format!("/contributions/{}", kept.id))))
    }

    fn understood(&self) -> Option<Dated> {
        let standing = self.trace.kept.as_ref().unwrap_or(&self.trace.said);
        let theme = standing.theme_title.as_ref()?;
        let happened = self.trace.last("contribution.classified")?;
        let told = knot(self.w.trace_understood(), State::Done, self.day(happened.at), self.by(&happened.role));
        Some((happened.at, with_text(told, self.w.trace_theme(theme))))
    }

    fn answered(&self, answer: &Answer) -> Dated {
        let title = self.w.trace_answer(words::answer_status(self.w, answer.status));
        let told = knot(title, State::Done, self.day(answer.at), self.by(&answer.role));
        let changed = if answer.current { "" } else { self.w.trace_answer_replaced() };
        let means = words::means(self.w, answer.means);
        let parts = [answer.reason.as_str(), &means, changed];
        let text = parts.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
        (answer.at, with_text(told, text))
    }

    fn designed(&self, option: &OptionOf) -> Dated {
        let text = if option.direct { self.w.trace_option_direct() } else { self.w.trace_option_theme() };
        let told = with_text(knot(self.w.trace_option(), State::Done, self.day(option.created_at), None), text);
        (option.created_at, with_link(told, option.title.clone(), format!("/options/{}", option.id)))
    }

    fn tried(&self, experiment: &Experiment) -> Dated {
        let sheet = &experiment.sheet;
        let href = format!("/essais/{}", experiment.id);
        let at = experiment.result.as_ref().map_or_else(|| paris_midnight(sheet.end), |result| result.at);
        let role = experiment.authorised.as_ref().map(|a| self.by(&a.role));
        let told = match (&experiment.result, experiment.state(self.ctx.today())) {
            (Some(result), _) => {
                let metric = self.metrics.iter().find(|metric| metric.id == sheet.metric);
                let sentence = metric.and_then(|metric| judged(self.w, metric, experiment)).map(|said| said.sentence);
                let told = knot(self.w.trace_tried(), State::Done, self.day(result.at), self.by(&result.role));
                with_text(told, format!("{} {}", sentence.map(|s| format!("{s}.")).unwrap_or_default(), result.text))
            }
            (None, ExperimentState::Running) => {
                with_text(knot(self.w.trace_trying(), State::Here, self.until(sheet.end), role), &*sheet.hypothesis)
            }
            (None, _) => {
                with_text(knot(self.w.trace_to_try(), State::Next, self.until(sheet.end), role), &*sheet.hypothesis)
            }
        };
        (at, with_link(told, sheet.title.clone(), href))
    }

    fn until(&self, day: Date) -> String {
        self.w.trace_until(on(self.w, day))
    }

    fn decided(&self, row: &crate::store::decisions::DecisionRow) -> Option<Dated> {
        let taken = row.decision.taken.as_ref()?;
        let name = row.decider_name.clone().unwrap_or_default();
        let who = self.w.trace_decider(name, &row.organisation_name, signed(self.w, &taken.role));
        let sheet = &row.decision.sheet;
        let told = knot(self.w.trace_decided(), State::Done, on(self.w, taken.on), Some(who));
        let told = with_text(told, format!("{} {}", sheet.choice, sheet.reasons));
        Some((taken.at, with_link(told, sheet.title.clone(), format!("/decisions/{}", row.decision.id))))
    }

    fn committed(&self, c: &Commitment) -> Vec<Dated> {
        let who = format!("{}, {}", signed(self.w, &c.role), c.organisation_name);
        let told = knot(self.w.trace_committed(), State::Done, on(self.w, c.signed), who);
        let done = c.last_report.filter(|_| c.state(self.ctx.today()) == CommitmentState::Done);
        let done = done.map(|(day, _)| self.w.trace_done(on(self.w, day))).unwrap_or_default();
        let told = with_text(told, format!("{} {done}", c.text));
        let told = with_link(told, self.w.trace_see_commitment(), format!("/engagements/{}", c.id));
        let withdrawn = c.withdrawal.as_ref().map(|withdrawal| {
            let (day, who) = (on(self.w, withdrawal.day), self.by(&withdrawal.role));
            let told = knot(self.w.commitment_withdrawn(), State::Stopped, day, who);
            (paris_midnight(withdrawal.day), with_text(told, &*withdrawal.reason))
        });
        std::iter::once((c.created_at, told)).chain(withdrawn).collect()
    }

    /// The commitments of the same decisions that move something else, in one knot.
    fn other_commitments(&self) -> Option<Dated> {
        let decision = &self.trace.decisions.last()?.decision;
        let others = Some(self.trace.other_commitments).filter(|others| *others > 0)?;
        let last = self.trace.commitments.iter().map(|row| &row.commitment).max_by_key(|c| c.created_at)?;
        let told = knot(self.w.trace_other_commitments(others), State::Done, on(self.w, last.signed), None);
        let href = format!("/decisions/{}#commitments", decision.id);
        Some((last.created_at, with_link(told, self.w.trace_see_commitments(), href)))
    }

    fn measured(&self) -> Vec<Dated> {
        let line = |(id, metric, outcome): &(_, Metric, crate::domain::commitments::Outcome)| {
            let after = outcome.after.as_ref()?;
            let said = said_of(self.w, &self.trace.outcomes, *id)?;
            let told = knot(self.w.trace_measured(said.word), State::Done, self.day(after.at), self.by(&after.role));
            let text = format!("{}. {}. {}", metric.title, said.sentence, outcome_line(self.w, metric, outcome));
            Some((after.at, with_link(with_text(told, text), self.w.trace_see_measure(), format!("/engagements/{id}"))))
        };
        self.trace.outcomes.iter().filter_map(line).collect()
    }

    fn learnt(&self) -> Vec<Dated> {
        let line = |learning: &crate::store::commitments::Learning| {
            let told = knot(self.w.trace_learnt(), State::Done, self.day(learning.at), self.by(&learning.role));
            (learning.at, with_text(told, &*learning.text))
        };
        self.trace.learnings.iter().map(line).collect()
    }

    fn closed(&self) -> Option<Dated> {
        let at = self.initiative.closed_at?;
        let told = knot(self.w.trace_closed(), State::Done, self.day(at), None);
        Some((at, with_text(told, &*self.initiative.closing_text)))
    }

    fn promised_on(&self) -> Date {
        paris_date(self.trace.said.contribution.promised_by(self.initiative.answer_delay_days))
    }

    /// The answer she still waits for, with the date promised; late is said.
    fn promised(&self) -> Option<Dated> {
        let answered = self.trace.answers.iter().any(|a| a.current && a.status != AnswerStatus::UnderStudy);
        if answered {
            return None;
        }
        let day = self.promised_on();
        let late = day < self.ctx.today();
        let title = if late { self.w.trace_answer_late() } else { self.w.trace_answer_promised() };
        let told = knot(title, State::Next, self.w.trace_before(on(self.w, day)), None);
        Some((paris_midnight(day), with_text(told, &*self.initiative.who_answers)))
    }

    /// Before any decision, the step that comes next in the démarche.
    fn next_phase(&self) -> Option<Dated> {
        if !self.trace.decisions.is_empty() || self.initiative.state != InitiativeState::Open {
            return None;
        }
        let today = self.ctx.today();
        let next = self.phases.iter().find(|phase| phase.start > today)?;
        let when = self.w.phase_dates(date_short(self.ctx.lang, next.end), date_short(self.ctx.lang, next.start));
        let told = knot(next.title.clone(), State::Next, when, None);
        Some((paris_midnight(next.start), with_text(told, &*next.text)))
    }

    fn reviews(&self) -> Vec<Dated> {
        let coming = self.trace.decisions.iter().filter(|row| row.decision.sheet.review > self.ctx.today());
        let told = coming.map(|row| {
            let day = row.decision.sheet.review;
            let told = knot(self.w.trace_review(), State::Next, on(self.w, day), Some(row.organisation_name.clone()));
            (paris_midnight(day), with_text(told, self.w.trace_review_text()))
        });
        told.collect()
    }

    fn awaited(&self, c: &Commitment) -> Option<Dated> {
        let state = c.state(self.ctx.today());
        if matches!(state, CommitmentState::Done | CommitmentState::Withdrawn) {
            return None;
        }
        let told =
            knot(self.w.trace_awaited(), State::Next, due(self.ctx, self.w, c), Some(c.organisation_name.clone()));
        Some((paris_midnight(c.due), with_link(told, first(&c.text), format!("/engagements/{}", c.id))))
    }
}

fn first(text: &str) -> String {
    crate::domain::text::first_words(text, 80)
}
