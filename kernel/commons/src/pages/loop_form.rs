//! Forms of the second half of the loop: read as people type, drawn again with what they typed, differences shown.

use std::str::FromStr;

use arpent_core::Id;
use arpent_core::verdict::Sample;
use arpent_web::refusal::{Conflict, Differing};
use arpent_web::respond::{done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Shell};
use askama::Template;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::{Date, Time};
use uuid::Uuid;

use super::frame::Frame;
use crate::domain::initiative::Initiative;
use crate::domain::metrics::MetricKind;
use crate::domain::point;
use crate::domain::problems::Problems;
use crate::store::initiatives;
use crate::texts::Texts;

/// What a form sends, in the order of the page; a name may come several times.
#[derive(Debug, Clone, Default)]
pub struct Typed(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let sent = axum::extract::Form::<Vec<(String, String)>>::from_request(request, state).await;
        let incomplete = || Refusal::field("form", "unreadable", |l| Texts::new(l).form_too_old().into());
        sent.map(|form| Self(form.0)).map_err(|_| PageError(incomplete()))
    }
}

impl Typed {
    /// The values a record holds, as its form would send them.
    pub fn of(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A field, empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A check box.
    pub fn ticked(&self, name: &str) -> bool {
        self.all(name).any(|value| value == "true" || value == "on")
    }

    /// The version the form was drawn from.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(0)
    }

    /// Every id of a name; what is not an id was not sent by our page and is left out.
    pub fn ids<T>(&self, name: &str) -> Vec<Id<T>> {
        self.all(name).filter_map(|value| value.parse().ok()).collect()
    }

    /// An id that may be left out.
    pub fn id<T>(&self, name: &str) -> Option<Id<T>> {
        self.get(name).parse().ok()
    }
}

/// Reads fields one after the other and says everything that is wrong at once.
#[derive(Debug)]
pub struct Reader<'a> {
    typed: &'a Typed,
    problems: Problems,
}

impl<'a> Reader<'a> {
    /// Reads what was typed.
    pub fn new(typed: &'a Typed) -> Self {
        Self { typed, problems: Problems::default() }
    }

    fn raw(&self, name: &str) -> &'a str {
        self.typed.get(name).trim()
    }

    /// A text as it is.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).to_owned()
    }

    /// A whole number: `1 200`, `9 500`.
    pub fn whole(&mut self, name: &'static str) -> Option<i64> {
        self.parse(name, |raw| digits(raw).parse().ok(), |l| Texts::new(l).loop_whole_problem().into())
    }

    /// A number: `12,4`.
    pub fn real(&mut self, name: &'static str) -> Option<f64> {
        let read = |raw: &str| digits(raw).replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite());
        self.parse(name, read, |l| Texts::new(l).loop_number_problem().into())
    }

    /// A value of a metric: a share is typed as a percentage.
    pub fn value(&mut self, name: &'static str, kind: MetricKind) -> Option<f64> {
        let scale = if kind == MetricKind::Proportion { 100.0 } else { 1.0 };
        self.real(name).map(|typed| typed / scale)
    }

    /// A day.
    pub fn day(&mut self, name: &'static str) -> Option<Date> {
        self.parse(name, |raw| raw.parse().ok(), |l| Texts::new(l).loop_day_problem().into())
    }

    /// An hour of a day: `18:30`, `18h30`, `18 h`.
    pub fn hour(&mut self, name: &'static str) -> Option<Time> {
        self.parse(name, hour, |l| Texts::new(l).meeting_hour_problem().into())
    }

    /// A place on a map: latitude and longitude (WGS 84), `45.3642, 5.5901` or `45,3642 ; 5,5901`.
    pub fn point(&mut self, name: &'static str) -> Option<(f64, f64)> {
        self.parse(name, point::read, |l| Texts::new(l).point_format().into())
    }

    /// A choice of a list.
    pub fn choice<T>(&mut self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.parse(name, read, |l| Texts::new(l).loop_choice_problem().into())
    }

    /// An id of a list.
    pub fn id<T>(&mut self, name: &'static str) -> Option<Id<T>> {
        self.choice(name, |raw| Id::from_str(raw).ok())
    }

    /// What was observed, as the kind of its metric is noted.
    pub fn sample(&mut self, kind: MetricKind) -> Sample {
        let n = self.owed("n", Self::whole);
        match kind {
            MetricKind::Proportion => Sample::proportion(self.owed("successes", Self::whole), n),
            MetricKind::Mean => Sample::mean(self.owed("mean", Self::real), self.owed("sd", Self::real), n),
        }
    }

    /// A field that must be filled: nothing read is a problem at the field.
    pub fn owed<T: Default>(&mut self, name: &'static str, read: impl Fn(&mut Self, &'static str) -> Option<T>) -> T {
        let empty = self.raw(name).is_empty();
        self.problems.require(!empty, || FieldProblem::new(name, "missing", |l| Texts::new(l).text_missing().into()));
        read(self, name).unwrap_or_default()
    }

    fn parse<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&str) -> Option<T>,
        problem: fn(arpent_texts::Lang) -> String,
    ) -> Option<T> {
        let raw = self.raw(name);
        if raw.is_empty() {
            return None;
        }
        let value = read(raw);
        self.problems.require(value.is_some(), || FieldProblem::new(name, "format", problem));
        value
    }

    /// The record, unless something is wrong.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], every problem at once.
    pub fn done<T>(self, record: T) -> Result<T, Refusal> {
        self.problems.done().map(|()| record)
    }
}

fn hour(raw: &str) -> Option<Time> {
    let written = digits(raw).to_lowercase().replace('h', ":");
    let (hour, minute) = written.split_once(':')?;
    let minute = if minute.is_empty() { 0 } else { minute.get(..2)?.parse().ok()? };
    Time::new(hour.parse().ok()?, minute, 0, 0).ok()
}

/// A number without the spaces of its thousands.
fn digits(raw: &str) -> String {
    raw.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The frame of a record's démarche.
///
/// # Errors
/// [`Refusal::NotFound`] for a draft and a reader who does not run it.
pub async fn frame(ctx: &Ctx, initiative: Id<Initiative>) -> Result<Frame, Refusal> {
    Frame::of(ctx, initiatives::by_id(&ctx.db, initiative).await?.ok_or(Refusal::NotFound)?).await
}

/// A form of one column, whatever it edits.
#[derive(Debug, Template)]
#[template(path = "loop_edit.html")]
pub struct Edit {
    shell: Shell,
    frame: Frame,
    /// What one is about to do, and what follows.
    lead: String,
    form: Form,
    fields: Vec<Field>,
    differing: Vec<Differing>,
    version: Option<i64>,
    submit: &'static str,
    back: String,
    draft: String,
}

/// What a form needs besides its fields.
#[derive(Debug)]
pub struct About {
    /// Title of the page.
    pub title: String,
    /// End of the address of its tab.
    pub tab: &'static str,
    /// What one is about to do.
    pub lead: String,
    /// Words of the button.
    pub submit: &'static str,
    /// Where one comes from.
    pub back: String,
    /// The version edited, for what two people may edit at once.
    pub version: Option<i64>,
}

impl Edit {
    /// The form as it opens.
    pub fn new(ctx: &Ctx, mut frame: Frame, about: About, fields: Vec<Field>) -> Self {
        let mut shell = frame.shell(ctx, about.title, about.tab);
        shell.crumbs.push(arpent_web::shell::Crumb::new(tab_label(&frame, about.tab), frame.href(about.tab)));
        let draft = ctx.request().address.split('?').next().unwrap_or("").trim_matches('/').replace('/', "-");
        Self {
            draft: format!("{draft}-{}", about.version.unwrap_or(0)),
            shell,
            frame,
            lead: about.lead,
            form: Form::default(),
            fields,
            differing: Vec::new(),
            version: about.version,
            submit: about.submit,
            back: about.back,
        }
    }

    /// The page of the form.
    ///
    /// # Errors
    /// A template that cannot be written.
    pub fn page(&self) -> Result<Response, PageError> {
        let refused = !self.form.errors.is_empty() || !self.differing.is_empty();
        page_with(if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, self)
    }

    /// What follows an act: the next page when it was done, the form with what was typed when it can be mended.
    ///
    /// # Errors
    /// A refusal that no correction of the form would lift.
    pub fn answer(mut self, ctx: &Ctx, outcome: Result<String, Refusal>, said: &str) -> Result<Response, PageError> {
        match outcome {
            Ok(to) => Ok(done(ctx, &to, said)),
            Err(Refusal::Invalid(problems)) => {
                self.form = Form::refused(&problems, ctx.lang, &mut self.fields);
                self.page()
            }
            Err(Refusal::Conflict(conflict)) => {
                self.differ(ctx, &conflict);
                self.page()
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// The next save is made on the version now stored: the reader has seen what it holds.
    fn differ(&mut self, ctx: &Ctx, conflict: &Conflict) {
        self.version = Some(conflict.version);
        self.differing = conflict.told(ctx.lang);
    }
}

fn tab_label(frame: &Frame, tab: &str) -> String {
    let href = frame.href(tab);
    frame.tabs.iter().find(|tab| tab.href == href).map(|tab| tab.label.to_owned()).unwrap_or_default()
}

/// An empty choice, then records by id.
pub fn records(none: &str, records: impl IntoIterator<Item = (Uuid, String)>, current: &str) -> Vec<Choice> {
    let empty = Choice::new("", none, current);
    std::iter::once(empty)
        .chain(records.into_iter().map(|(id, label)| Choice::new(id.to_string(), label, current)))
        .collect()
}

/// Check boxes over records, those of `current` ticked.
pub fn boxes(records: impl IntoIterator<Item = (Uuid, String)>, current: &[Uuid]) -> Vec<Choice> {
    let tick = |(id, label): (Uuid, String)| Choice {
        value: id.to_string(),
        label,
        hint: None,
        checked: current.contains(&id),
    };
    records.into_iter().map(tick).collect()
}

/// An amount as the form shows it.
pub fn amount(value: Option<i64>) -> String {
    value.map(|n| n.to_string()).unwrap_or_default()
}

/// A value of a metric as the form shows it: a share as a percentage, without the noise of binary fractions.
pub fn typed_value(value: f64, kind: MetricKind) -> String {
    let scaled = if kind == MetricKind::Proportion { value * 100.0 } else { value };
    ((scaled * 1e6).round() / 1e6).to_string()
}

/// The fields of what was observed, as the kind of its metric is noted.
pub fn sample_fields(w: Texts, kind: MetricKind, typed: &Typed) -> Vec<Field> {
    let field = |name, label| Field::text(name, label, typed.get(name)).required();
    let n = field("n", w.sample_n()).kind("number");
    match kind {
        MetricKind::Proportion => {
            vec![n, field("successes", w.sample_successes()).kind("number").hint(w.sample_successes_hint())]
        }
        MetricKind::Mean => {
            vec![n, field("mean", w.sample_mean()), field("sd", w.sample_sd()).hint(w.sample_sd_hint())]
        }
    }
}

/// The values of what was observed, as the form shows them.
pub fn sample_pairs(sample: &Sample) -> Vec<(&'static str, String)> {
    match *sample {
        Sample::Proportion { successes, n } => vec![("n", n.to_string()), ("successes", successes.to_string())],
        Sample::Mean { mean, sd, n } => {
            vec![("n", n.to_string()), ("mean", mean.to_string()), ("sd", sd.to_string())]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &'static str, value: &str) -> Typed {
        Typed::of([(name, value.to_owned())])
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let amount = typed("cost_euros", "9\u{202f}500");
        assert_eq!(Reader::new(&amount).whole("cost_euros"), Some(9_500));
        let share = typed("threshold", "65,5");
        let mut reader = Reader::new(&share);
        let read = reader.value("threshold", MetricKind::Proportion).expect("a share");
        assert!((read - 0.655).abs() < 1e-12);
    }

    #[test]
    fn hours_are_read_as_people_type_them() {
        let read = |raw: &str| hour(raw).map(|time| time.to_string());
        assert_eq!(
            ["18:30", "18h30", "9 h", "08:05:00"].map(read),
            ["18:30:00", "18:30:00", "09:00:00", "08:05:00"].map(|time| Some(time.to_owned()))
        );
        assert_eq!([read("25:00"), read("midi")], [None, None]);
    }

    #[test]
    fn what_is_not_a_number_is_said_at_its_field() {
        let wrong = typed("n", "une centaine");
        let mut reader = Reader::new(&wrong);
        let sample = reader.sample(MetricKind::Proportion);
        let Err(Refusal::Invalid(problems)) = reader.done(sample) else { panic!("accepted") };
        assert_eq!(
            problems.iter().map(|p| (p.field, p.code)).collect::<Vec<_>>(),
            [("n", "format"), ("successes", "missing")]
        );
    }

    #[test]
    fn a_share_is_shown_without_the_noise_of_fractions() {
        assert_eq!(typed_value(0.07, MetricKind::Proportion), "7");
        assert_eq!(typed_value(13.0, MetricKind::Mean), "13");
    }
}
