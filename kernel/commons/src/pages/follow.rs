//! A démarche followed from elsewhere: its days in a calendar, its news in a feed.

use arpent_core::Id;
use arpent_documents::calendar::{self, Calendar, Day};
use arpent_documents::feed::{self, News, NewsFeed};
use arpent_texts::date;
use arpent_web::{Ctx, PageError, Refusal};
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use jiff::civil::Date;

use super::frame::Frame;
use super::loop_words::{Unit, measure_line, signed, threshold};
use super::meeting_agenda;
use crate::domain::commitments::Commitment;
use crate::domain::decisions::{Decision, Taken};
use crate::domain::experiments::Experiment;
use crate::domain::metrics::{Measure, Metric};
use crate::domain::options::PolicyOption;
use crate::domain::text::first_words;
use crate::store::{commitments, decisions, experiments, meetings, metrics, options};
use crate::words;

/// News in a feed: the latest ones, as its readers keep the others.
const MOST: usize = 60;
/// Letters of a title made of the first words of a text.
const TITLE: usize = 100;
/// What the days of the authority are the days of.
pub const ZONE: &str = "Europe/Paris";
/// How long an answer may be kept by who asked for it, in seconds: software asks often, days change seldom.
const KEPT: &str = "private, max-age=900";

/// A file that software asks for again and again.
pub fn file(content_type: &'static str, name: &str, content: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
        (header::CACHE_CONTROL, KEPT.to_owned()),
        (header::VARY, "Cookie, Accept-Language".to_owned()),
    ];
    (StatusCode::OK, headers, content).into_response()
}

/// What a subscription needs of the démarche it is about.
struct Source<'a> {
    ctx: &'a Ctx,
    frame: &'a Frame,
}

impl Source<'_> {
    fn page(&self, below: &str) -> String {
        self.ctx.absolute(&self.frame.href(below))
    }

    fn record(&self, kind: &str, id: impl std::fmt::Display) -> String {
        self.ctx.absolute(&format!("/{kind}/{id}"))
    }

    /// When the démarche was opened; a draft, which only its team reads, dates from now.
    fn since(&self) -> Timestamp {
        self.frame.initiative.opened_at.unwrap_or_else(|| self.ctx.now())
    }
}

/// The days of a démarche, for a calendar: phases, next date, meetings, reviews of decisions, commitments due.
///
/// # Errors
/// Not found.
pub async fn agenda(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let source = Source { ctx: &ctx, frame: &frame };
    let id = frame.initiative.id;
    let mut days: Vec<Day> = phases(&source);
    days.extend(next(&source));
    let decided = decisions::of_initiative(&ctx.db, id, false).await?;
    days.extend(decided.iter().filter_map(|row| review(&source, &row.decision)));
    let taken = commitments::of_initiative(&ctx.db, id).await?;
    days.extend(taken.iter().filter_map(|row| due(&source, &row.commitment)));
    let meetings = meetings::of_initiative(&ctx.db, id, false).await?;
    let calendar = Calendar {
        name: frame.title.clone(),
        text: frame.purpose.clone(),
        href: source.page(""),
        zone: ZONE.to_owned(),
        days,
        hours: meetings.iter().filter_map(|row| meeting_agenda::hours(&ctx, row)).collect(),
    };
    Ok(file(calendar::CONTENT_TYPE, &format!("{slug}.ics"), calendar.write()))
}

/// A name that no other thing of any site has.
fn uid(source: &Source, id: impl std::fmt::Display, what: &str) -> String {
    format!("{id}-{what}@{}", host(source.ctx))
}

/// The name of this site, as names that no other thing has end with.
pub fn host(ctx: &Ctx) -> &str {
    let host = ctx.base_url.split("://").last().unwrap_or_default();
    host.split(['/', ':']).next().unwrap_or_default()
}

fn phases(source: &Source) -> Vec<Day> {
    let frame = source.frame;
    let day = |phase: &crate::domain::initiative::PhaseDates| Day {
        uid: uid(source, frame.initiative.id, phase.step.code()),
        first: phase.start,
        last: phase.end,
        title: format!("{} : {}", words::step(frame.t, phase.step), frame.title),
        text: phase.text.clone(),
        href: source.page(""),
        said_at: source.since(),
        revision: frame.initiative.version,
    };
    frame.phases.iter().map(day).collect()
}

fn next(source: &Source) -> Option<Day> {
    let initiative = &source.frame.initiative;
    let on = initiative.next_day?;
    let said = first_words(&initiative.next_text, TITLE);
    let title = if said.is_empty() { source.frame.t.initiative_next().to_owned() } else { said };
    Some(Day {
        uid: uid(source, initiative.id, "next"),
        title: format!("{title} ({})", source.frame.title),
        text: initiative.next_text.clone(),
        revision: initiative.version,
        ..one_day(source, on, source.since())
    })
}

fn one_day(source: &Source, on: Date, said_at: Timestamp) -> Day {
    Day {
        uid: String::new(),
        first: on,
        last: on,
        title: String::new(),
        text: String::new(),
        href: source.page(""),
        said_at,
        revision: 0,
    }
}

fn review(source: &Source, decision: &Decision) -> Option<Day> {
    let taken = decision.taken.as_ref()?;
    Some(Day {
        uid: uid(source, decision.root, "review"),
        title: source.frame.t.agenda_review(&decision.sheet.title),
        text: decision.sheet.choice.clone(),
        href: source.record("decisions", decision.id),
        revision: decision.revision,
        ..one_day(source, decision.sheet.review, taken.at)
    })
}

fn due(source: &Source, commitment: &Commitment) -> Option<Day> {
    if commitment.withdrawal.is_some() {
        return None;
    }
    Some(Day {
        uid: uid(source, commitment.id, "due"),
        title: source.frame.t.agenda_due(first_words(&commitment.text, TITLE)),
        text: format!("{}\n{}", commitment.text, commitment.organisation_name),
        href: source.record("engagements", commitment.id),
        ..one_day(source, commitment.due, commitment.created_at)
    })
}

/// What happened in a démarche, for a feed reader: opened, options, verdicts, decisions, commitments, measures, closed.
///
/// # Errors
/// Not found.
pub async fn news(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let frame = Frame::open(&ctx, &slug).await?;
    let source = Source { ctx: &ctx, frame: &frame };
    let mut news = happened(&source).await?;
    news.sort_by_key(|one| std::cmp::Reverse(one.at));
    news.truncate(MOST);
    let feed = NewsFeed {
        id: urn(frame.initiative.id, ""),
        title: frame.title.clone(),
        text: frame.purpose.clone(),
        author: ctx.app().settings.current().name.clone(),
        href: source.page(""),
        own_href: source.page("fil.atom"),
        language: ctx.lang.to_string(),
        since: source.since(),
        news,
    };
    Ok(file(feed::CONTENT_TYPE, &format!("{slug}.atom"), feed.write()))
}

async fn happened(source: &Source<'_>) -> Result<Vec<News>, Refusal> {
    let (db, id) = (&source.ctx.db, source.frame.initiative.id);
    let all_metrics = metrics::of_initiative(db, id).await?;
    let metric = |id: Id<Metric>| all_metrics.iter().find(|metric| metric.id == id);
    let mut news: Vec<News> = opened(source).into_iter().chain(closed(source)).collect();
    news.extend(options::of_initiative(db, id).await?.iter().map(|option| proposed(source, option)));
    let tried = experiments::of_initiative(db, id).await?;
    news.extend(tried.iter().filter_map(|experiment| judged(source, experiment, metric(experiment.sheet.metric)?)));
    let decided = decisions::of_initiative(db, id, false).await?;
    news.extend(decided.iter().filter_map(|row| Some(taken(source, &row.decision, row.decision.taken.as_ref()?))));
    let commitments = commitments::of_initiative(db, id).await?;
    news.extend(commitments.iter().map(|row| committed(source, &row.commitment)));
    let measures = metrics::measures_of_initiative(db, id).await?;
    news.extend(measures.iter().filter_map(|measure| Some(measured(source, measure, metric(measure.metric)?))));
    Ok(news)
}

/// The same for ever: the record's own id, and what happened to it where several things can.
fn urn(id: impl std::fmt::Display, what: &str) -> String {
    let mark = if what.is_empty() { "" } else { "#" };
    format!("urn:uuid:{id}{mark}{what}")
}

fn opened(source: &Source) -> Option<News> {
    let (t, initiative) = (source.frame.t, &source.frame.initiative);
    Some(News {
        id: urn(initiative.id, "opened"),
        at: initiative.opened_at?,
        title: t.news_opened(&source.frame.title),
        text: format!("{}\n{}", source.frame.purpose, initiative.promise),
        href: source.page(""),
        who: initiative.sponsor.clone(),
    })
}

fn closed(source: &Source) -> Option<News> {
    let initiative = &source.frame.initiative;
    Some(News {
        id: urn(initiative.id, "closed"),
        at: initiative.closed_at?,
        title: source.frame.t.news_closed(&source.frame.title),
        text: initiative.closing_text.clone(),
        href: source.page(""),
        who: initiative.sponsor.clone(),
    })
}

fn proposed(source: &Source, option: &PolicyOption) -> News {
    News {
        id: urn(option.id, ""),
        at: option.created_at,
        title: source.frame.t.news_option(&option.sheet.title),
        text: option.sheet.description.clone(),
        href: source.record("options", option.id),
        who: String::new(),
    }
}

fn judged(source: &Source, experiment: &Experiment, metric: &Metric) -> Option<News> {
    let (result, sheet, t) = (experiment.result.as_ref()?, &experiment.sheet, source.frame.t);
    experiment.authorised.as_ref()?;
    let said = threshold(Unit::of(t, metric), &result.sample, (sheet.aim, sheet.threshold), sheet.min_n);
    Some(News {
        id: urn(experiment.id, "verdict"),
        at: result.at,
        title: t.news_verdict(&sheet.title, said.word),
        text: format!("{}\n{}", said.sentence, result.text),
        href: source.record("essais", experiment.id),
        who: signed(t, &result.role),
    })
}

fn taken(source: &Source, decision: &Decision, taken: &Taken) -> News {
    let (t, sheet) = (source.frame.t, &decision.sheet);
    let corrected = decision.replaces.is_some();
    News {
        id: urn(decision.root, ""),
        at: taken.at,
        title: if corrected { t.news_decision_corrected(&sheet.title) } else { t.news_decision(&sheet.title) },
        text: format!("{}\n{}", sheet.choice, sheet.reasons),
        href: source.record("decisions", decision.id),
        who: signed(t, &taken.role),
    }
}

fn committed(source: &Source, commitment: &Commitment) -> News {
    let t = source.frame.t;
    News {
        id: urn(commitment.id, ""),
        at: commitment.created_at,
        title: t.news_commitment(first_words(&commitment.text, TITLE)),
        text: format!("{}\n{}", commitment.text, t.news_due(date(t.lang(), commitment.due))),
        href: source.record("engagements", commitment.id),
        who: commitment.organisation_name.clone(),
    }
}

fn measured(source: &Source, measure: &Measure, metric: &Metric) -> News {
    let t = source.frame.t;
    News {
        id: urn(measure.series, ""),
        at: measure.at,
        title: t.news_measure(&measure.label, &metric.title),
        text: format!("{}\n{}", measure_line(Unit::of(t, metric), measure), measure.source),
        href: source.record("indicateurs", metric.id),
        who: signed(t, &measure.role),
    }
}
