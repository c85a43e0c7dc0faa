//! An agent asks the questions, by telephone or face to face: the same questionnaire on one page, the next one in a click.

use arpent_core::chance::secret;
use arpent_web::respond::{PageError, done, page_with};
use arpent_web::{Choice, Ctx, Field, FieldError, Sent, Shell};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::{mode, quotas};
use crate::KEY;
use crate::commands::answering;
use crate::domain::answer::Replies;
use crate::domain::collection::public_population;
use crate::domain::protocol::Protocol;
use crate::domain::question::Question;
use crate::domain::wave::Mode;
use crate::pages::answer::{relay, words};
use crate::pages::asked::{Asked, Voice};
use crate::pages::at_wave::AtWave;
use crate::pages::replies::{Typed, needs_box};
use crate::texts::Texts;

/// A question on a long page.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) asked: Asked,
    /// It needs its own box to say "I do not know".
    pub(super) unknown: bool,
    /// To be asked only if an earlier question calls for it.
    pub(super) only_if: String,
}

/// Every question of a population, on one page.
pub(super) fn lines<'a>(
    t: Texts,
    (place, language): (&AtWave, &str),
    questions: impl Iterator<Item = &'a Question>,
    replies: &Replies,
    typed: &Typed,
) -> Vec<Line> {
    let protocol = &place.version.protocol;
    let voice = Voice { language, easy: false };
    questions
        .map(|question| {
            let earlier = question.show_if.as_ref().and_then(|condition| protocol.question(&condition.question));
            let asked = typed.ask(t, protocol, question, voice, replies);
            Line {
                unknown: needs_box(&asked),
                asked,
                only_if: earlier.map_or_else(String::new, |one| t.interview_only_if(one.wording.say(language))),
            }
        })
        .collect()
}

/// What the interview before leaves to the next one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct Kept {
    population: String,
    mode: String,
    stratum: String,
}

#[derive(Debug, Template)]
#[template(path = "interview.html")]
struct InterviewPage {
    shell: Shell,
    t: Texts,
    action: String,
    secret: String,
    mode: Field,
    /// Where there are several strata.
    stratum: Option<Field>,
    /// Quotas that need nobody more, said before she starts.
    full: Vec<quotas::Line>,
    /// Those that still need someone.
    wanted: Vec<quotas::Line>,
    population: String,
    populations: Vec<Choice>,
    lines: Vec<Line>,
    errors: Vec<FieldError>,
}

/// An empty questionnaire.
pub(in crate::pages) async fn begin(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    Query(kept): Query<Kept>,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, KEY).await?;
    answering::refuse_unless_open(&place.wave)?;
    draw(&ctx, &place, &kept, &secret(&*ctx.chance), &Replies::default(), &Typed::default()).await
}

async fn draw(
    ctx: &Ctx,
    place: &AtWave,
    kept: &Kept,
    secret: &str,
    replies: &Replies,
    typed: &Typed,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let protocol = &place.version.protocol;
    let known = protocol.population(&kept.population).map(|one| one.code.as_str());
    let population = known.or_else(|| public_population(protocol)).unwrap_or("").to_owned();
    let current = Mode::parse(&kept.mode).unwrap_or(Mode::Phone).code();
    let (full, wanted) = quotas::of(ctx, place, &population).await?.into_iter().partition(|one| one.full);
    let modes = [Mode::Phone, Mode::Face].map(|one| Choice::new(one.code(), mode(t, one), current));
    let page = InterviewPage {
        shell: place.shell(ctx, t.interview_title()),
        t,
        action: place.href("entretien"),
        secret: secret.to_owned(),
        stratum: stratum(t, protocol, &population, &kept.stratum),
        full,
        wanted,
        mode: Field::choices("_mode", t.interview_mode(), modes.to_vec()).kind("radio").required(),
        populations: place.populations(ctx, &population),
        lines: lines(t, (place, ctx.lang.code()), protocol.asked(&population), replies, typed),
        errors: typed.errors(),
        population,
    };
    let status = if typed.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &page)
}

/// Someone met by telephone or in the street says where she belongs: her quota, and her weight, rest on it.
fn stratum(t: Texts, protocol: &Protocol, population: &str, held: &str) -> Option<Field> {
    let strata = protocol.strata(population);
    let choices = strata.iter().map(|one| Choice::new(one.code.as_str(), one.name.as_str(), held));
    let choices: Vec<Choice> =
        std::iter::once(Choice::new("", t.interview_stratum_none(), held)).chain(choices).collect();
    (strata.len() > 1).then(|| Field::choices("_stratum", t.interview_stratum(), choices).kind("select"))
}

/// Keeps the answer and offers the next one.
pub(in crate::pages) async fn send(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, KEY).await?;
    let kept = Kept { population: sent.text("_population"), mode: sent.text("_mode"), stratum: sent.text("_stratum") };
    let (t, protocol) = (Texts::new(ctx.lang), &place.version.protocol);
    let mut replies = Replies::default();
    let typed = Typed::read(t, protocol, protocol.asked(&kept.population), &sent, &mut replies);
    let secret = sent.text("_k");
    if !typed.is_right() || secret.len() != 64 {
        return draw(&ctx, &place, &kept, &secret, &replies, &typed).await;
    }
    let mode = Mode::parse(&kept.mode).filter(|one| *one == Mode::Face).unwrap_or(Mode::Phone);
    let known = protocol.strata(&kept.population).iter().find(|one| one.code == kept.stratum);
    let door = answering::door(&place.wave, &kept.population, mode, None).of_stratum(known.map(|one| one.code.clone()));
    answering::keep(&ctx, &door, protocol, &secret, replies, true).await?;
    let said = words(protocol, &kept.population, &sent);
    let followed = relay(&ctx, &place, (&kept.population, mode, None), &secret, &said).await?;
    let code = followed.iter().find_map(|one| one.code.as_deref());
    let told = code.map(|code| t.keying_words_code(code)).unwrap_or_default();
    let next = format!("{}?population={}&mode={}", place.href("entretien"), kept.population, mode.code());
    Ok(done(&ctx, &next, format!("{} {told}", t.interview_done()).trim()))
}
