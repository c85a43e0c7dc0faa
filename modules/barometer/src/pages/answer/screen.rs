//! The screens of a questionnaire, drawn.

use arpent_documents::qr;
use arpent_texts::{Lang, date};
use arpent_web::respond::{PageError, page_with};
use arpent_web::{Ctx, FieldError, Sent, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::comments::Followed;
use super::door::Entry;
use super::tablet::{Tablet, Told};
use crate::commands::answering::Door;
use crate::domain::answer::Replies;
use crate::domain::collection::Screen;
use crate::domain::protocol::Protocol;
use crate::domain::question::Question;
use crate::domain::wave::Mode;
use crate::pages::asked::{Asked, Voice};
use crate::pages::at_wave::AtWave;
use crate::pages::replies::{Typed, needs_box};
use crate::texts::Texts;

/// Seconds that a question takes, answered without hurry.
const SECONDS: usize = 8;

/// In which words the questionnaire speaks.
#[derive(Debug, Clone)]
pub(super) struct Look {
    /// Language of the questions: any that the protocol has.
    pub(super) language: String,
    /// The easier version.
    pub(super) easy: bool,
    /// Texts around them: French or English.
    pub(super) t: Texts,
}

impl Look {
    fn new(ctx: &Ctx, language: &str, easy: bool) -> Self {
        let language = if language.is_empty() { ctx.lang.code() } else { language };
        let around = Lang::parse(language).unwrap_or(ctx.lang);
        Self { language: language.to_owned(), easy, t: Texts::new(around) }
    }

    /// As the address asks.
    pub(super) fn of(ctx: &Ctx) -> Self {
        let query = ctx.request().address.split_once('?').map_or("", |(_, query)| query);
        let value = |name: &str| {
            query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).unwrap_or("").to_owned()
        };
        Self::new(ctx, &value("langue"), value("facile") == "1")
    }

    /// As the form carries it, changed by the button pressed.
    pub(super) fn read(ctx: &Ctx, sent: &Sent) -> Self {
        let (mut language, mut easy) = (sent.text("_lang"), sent.get("_easy") == "1");
        match sent.get("_to").split_once('-') {
            Some(("lang", code)) => code.clone_into(&mut language),
            Some(("easy", wanted)) => easy = wanted == "1",
            _ => {}
        }
        Self::new(ctx, &language, easy)
    }
}

/// Someone answering.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) place: AtWave,
    pub(super) door: Door,
    /// Where the form is sent.
    pub(super) action: String,
    pub(super) secret: String,
    pub(super) look: Look,
    pub(super) screens: Vec<Screen>,
}

impl Session {
    pub(super) fn new(place: AtWave, door: Door, action: &str, secret: String, mut look: Look) -> Self {
        let protocol = &place.version.protocol;
        if !protocol.languages.contains(&look.language) {
            look.language = protocol.languages.first().cloned().unwrap_or_else(|| "fr".to_owned());
            look.t = Texts::new(Lang::parse(&look.language).unwrap_or(look.t.lang()));
        }
        let screens = Screen::all(protocol, &door.population, door.service.as_deref());
        Self { action: action.to_owned(), secret, look, screens, place, door }
    }

    pub(super) const fn protocol(&self) -> &Protocol {
        &self.place.version.protocol
    }

    pub(super) fn clamp(&self, at: usize) -> usize {
        at.min(self.screens.len() - 1)
    }

    /// The questions of a screen that someone who answered so is asked.
    pub(super) fn called_for<'a>(&'a self, at: usize, replies: &'a Replies) -> impl Iterator<Item = &'a Question> {
        let questions = self.screens[at].questions(self.protocol(), &self.door.population);
        questions.filter(|question| replies.calls_for(question))
    }

    fn is_worth_showing(&self, at: usize, replies: &Replies) -> bool {
        self.screens[at] == Screen::End || self.called_for(at, replies).next().is_some()
    }

    pub(super) fn after(&self, at: usize, replies: &Replies) -> usize {
        (at + 1..self.screens.len()).find(|next| self.is_worth_showing(*next, replies)).unwrap_or(at)
    }

    pub(super) fn before(&self, at: usize, replies: &Replies) -> usize {
        (0..at).rev().find(|before| self.is_worth_showing(*before, replies)).unwrap_or(0)
    }

    /// The first screen that still asks something.
    pub(super) fn resumes_at(&self, replies: &Replies) -> usize {
        let unanswered =
            |at: &usize| self.called_for(*at, replies).any(|question| !replies.0.contains_key(&question.code));
        (0..self.screens.len()).find(unanswered).unwrap_or(self.screens.len() - 1)
    }

    pub(super) fn voice(&self) -> Voice<'_> {
        Voice { language: &self.look.language, easy: self.look.easy }
    }

    fn frame(&self, ctx: &Ctx, title: String) -> Frame {
        let protocol = self.protocol();
        let mut shell = ctx.shell(title, vec![]);
        let around = self.look.t.lang();
        (shell.lang, shell.t) = (around, arpent_web::texts::Texts::new(around));
        Frame {
            t: self.look.t,
            barometer: self.place.row.title.clone(),
            action: self.action.clone(),
            secret: self.secret.clone(),
            language: self.look.language.clone(),
            easy: self.look.easy,
            has_easy: protocol.questions.iter().any(|question| !question.easy.is_empty()),
            languages: protocol.languages.iter().filter(|code| **code != self.look.language).cloned().collect(),
            kiosk: self.door.mode == Mode::Kiosk,
            shell,
        }
    }

    pub(super) fn heading(&self, at: usize) -> String {
        let t = self.look.t;
        match &self.screens[at] {
            Screen::Service(code) => {
                let service = self.protocol().service(code);
                service.map_or_else(|| code.clone(), |one| one.name.say(&self.look.language).to_owned())
            }
            Screen::Whole => t.answer_whole().to_owned(),
            Screen::Profile => t.answer_profile().to_owned(),
            Screen::End => t.answer_end().to_owned(),
        }
    }
}

/// What every screen needs.
#[derive(Debug)]
struct Frame {
    shell: Shell,
    t: Texts,
    barometer: String,
    action: String,
    secret: String,
    language: String,
    easy: bool,
    has_easy: bool,
    /// The other languages.
    languages: Vec<String>,
    kiosk: bool,
}

impl Frame {
    /// A language in its own words, as far as these texts know it.
    fn language_name(&self, code: &str) -> String {
        let name = self.t.say(&format!("language-{code}"));
        name.map_or_else(|| code.to_uppercase(), Into::into)
    }
}

#[derive(Debug, Template)]
#[template(path = "answer_welcome.html")]
struct WelcomePage {
    f: Frame,
    who: String,
    population: String,
    purpose: String,
    minutes: i64,
    closes: String,
    /// The screen to go on at.
    resumes: Option<usize>,
    invited: bool,
    /// On a tablet, the whole questionnaire.
    tablet: Option<Tablet>,
    told: Told,
}

/// The first page: who asks, why, how long it takes, what is kept.
pub(super) fn welcome(ctx: &Ctx, session: &Session, resumes: Option<usize>) -> Result<Response, PageError> {
    let asked =
        session.screens.iter().flat_map(|screen| screen.questions(session.protocol(), &session.door.population));
    let minutes = (asked.count() * SECONDS).div_ceil(60).max(1);
    let language = &session.look.language;
    let population = session.protocol().population(&session.door.population);
    let service = session.door.service.as_deref().and_then(|code| session.protocol().service(code));
    let page = WelcomePage {
        who: ctx.app().settings.current().name.clone(),
        population: population.map_or_else(String::new, |one| one.name.say(language).to_owned()),
        purpose: service.map_or_else(String::new, |one| one.name.say(language).to_owned()),
        minutes: i64::try_from(minutes).unwrap_or(i64::MAX),
        closes: date(session.look.t.lang(), session.place.wave.closes),
        resumes,
        invited: session.door.mode == Mode::Invited,
        tablet: (session.door.mode == Mode::Kiosk).then(|| Tablet::of(session)),
        told: Told::new(session.look.t),
        f: session.frame(ctx, session.place.row.title.clone()),
    };
    page_with(StatusCode::OK, &page)
}

/// A question with the box that says "I do not know", where its shape has no line for it.
#[derive(Debug)]
struct Line {
    asked: Asked,
    unknown: bool,
}

#[derive(Debug, Template)]
#[template(path = "answer_screen.html")]
struct ScreenPage {
    f: Frame,
    lines: Vec<Line>,
    errors: Vec<FieldError>,
    at: usize,
    total: usize,
    last: bool,
}

/// One screen, with what is kept or what was typed.
pub(super) fn ask(
    ctx: &Ctx,
    session: &Session,
    at: usize,
    replies: &Replies,
    typed: &Typed,
    status: StatusCode,
) -> Result<Response, PageError> {
    let line = |question: &Question| {
        let asked = typed.ask(session.look.t, session.protocol(), question, session.voice(), replies);
        Line { unknown: needs_box(&asked), asked }
    };
    let page = ScreenPage {
        lines: session.called_for(at, replies).map(line).collect(),
        errors: typed.errors(),
        at,
        total: session.screens.len(),
        last: session.screens[at] == Screen::End,
        f: session.frame(ctx, session.heading(at)),
    };
    page_with(status, &page)
}

#[derive(Debug)]
struct Said {
    text: String,
    masked: bool,
    code: Option<String>,
    href: String,
    qr: String,
}

#[derive(Debug, Template)]
#[template(path = "answer_thanks.html")]
struct ThanksPage {
    f: Frame,
    said: Vec<Said>,
    /// It had been sent before.
    again: bool,
    invited: bool,
    results: String,
}

/// The end: thanks, and what becomes of the words.
pub(super) fn thanks(ctx: &Ctx, session: &Session, said: &[Followed], again: bool) -> Result<Response, PageError> {
    let t = session.look.t;
    let line = |one: &Followed| {
        let href = one.code.as_deref().map(arpent_commons::words::follow_path).unwrap_or_default();
        Said {
            text: one.text.clone(),
            masked: one.masked,
            code: one.code.clone(),
            qr: qr::svg(&ctx.absolute(&href), t.answer_follow()).unwrap_or_default(),
            href,
        }
    };
    let page = ThanksPage {
        said: said.iter().map(line).collect(),
        again,
        invited: session.door.mode == Mode::Invited,
        results: format!("/barometres/{}", session.place.row.slug),
        f: session.frame(ctx, t.answer_thanks().to_owned()),
    };
    page_with(StatusCode::OK, &page)
}

#[derive(Debug, Template)]
#[template(path = "answer_closed.html")]
struct ClosedPage {
    shell: Shell,
    t: Texts,
    barometer: String,
    why: String,
    results: String,
}

/// Nobody answers here: not yet, not any more, or not twice.
pub(super) fn not_open(ctx: &Ctx, place: &AtWave, entry: &Entry, status: StatusCode) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let (title, why) = match entry {
        Entry::Early => (t.answer_early(), t.answer_early_why(date(ctx.lang, place.wave.opens))),
        Entry::Answered => (t.answer_again(), t.answer_again_why().to_owned()),
        Entry::Unknown => (t.answer_unknown(), t.answer_unknown_why().to_owned()),
        Entry::Closed | Entry::Open(_) => (t.answer_closed(), t.answer_closed_why().to_owned()),
    };
    let page = ClosedPage {
        shell: ctx.shell(title, vec![]),
        t,
        barometer: place.row.title.clone(),
        why,
        results: format!("/barometres/{}", place.row.slug),
    };
    page_with(status, &page)
}
