//! Inviting by e-mail: the list, the letters, who answered, what came back.

use arpent_texts::date;
use arpent_web::respond::{PageError, done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, Refusal, Sent, Shell};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use crate::COLLECT;
use crate::commands::invitations::{self as commands, Left, Listed, Round};
use crate::domain::collection::public_population;
use crate::domain::wave::WaveState;
use crate::pages::at_wave::AtWave;
use crate::store::invitations::{self, Invitation, Standing};
use crate::texts::Texts;

/// People shown.
const SHOWN: i64 = 200;

/// A person of the list.
#[derive(Debug)]
struct Person {
    name: String,
    email: String,
    population: String,
    state: String,
}

#[derive(Debug, Template)]
#[template(path = "invitations.html")]
struct InvitationsPage {
    shell: Shell,
    t: Texts,
    place: AtWave,
    open: bool,
    standing: Standing,
    waiting: i64,
    people: Vec<Person>,
    /// What became of the list just sent.
    told: Vec<String>,
    form: Form,
    fields: Vec<Field>,
}

async fn draw(
    ctx: &Ctx,
    place: AtWave,
    population: &str,
    problems: &[FieldProblem],
    told: Vec<String>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let standing = invitations::standing(&ctx.db, place.wave.id).await?;
    let people = invitations::of_wave(&ctx.db, place.wave.id, SHOWN).await?;
    let mut fields = vec![
        Field::text("file", t.invitations_file(), "").kind("file").hint(t.invitations_file_hint()).required(),
        Field::choices("population", t.point_population(), place.populations(ctx, population))
            .kind("select")
            .required(),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let page = InvitationsPage {
        shell: place.shell(ctx, t.invitations_title()),
        t,
        open: place.wave.state == WaveState::Open,
        waiting: standing.invited - standing.sent,
        people: people.iter().map(|one| person(ctx, t, &place, one)).collect(),
        standing,
        told,
        form,
        fields,
        place,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &page)
}

fn person(ctx: &Ctx, t: Texts, place: &AtWave, one: &Invitation) -> Person {
    let mut state = Vec::new();
    match (&one.bounced, one.answered, one.sent_on) {
        (_, true, _) => state.push(t.invitations_state_answered().to_owned()),
        (Some(why), _, _) => state.push(why.clone()),
        (None, false, Some(day)) => state.push(t.invitations_state_sent(date(ctx.lang, day))),
        (None, false, None) => state.push(t.invitations_state_waiting().to_owned()),
    }
    if one.reminders > 0 && !one.answered {
        state.push(t.invitations_state_reminded(one.reminders));
    }
    Person {
        name: one.name.clone(),
        email: one.email.clone().unwrap_or_else(|| t.invitations_forgotten().to_owned()),
        population: place.population(ctx, &one.population),
        state: state.join(", "),
    }
}

/// The page of invitations.
pub(in crate::pages) async fn show(ctx: Ctx, Path((slug, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let population = public_population(&place.version.protocol).unwrap_or("").to_owned();
    draw(&ctx, place, &population, &[], vec![]).await
}

/// Adds a list.
pub(in crate::pages) async fn add(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let population = sent.text("population");
    let Some(file) = &sent.file else {
        let missing = FieldProblem::new("file", "missing", |l| Texts::new(l).invitations_file_missing().into());
        return draw(&ctx, place, &population, &[missing], vec![]).await;
    };
    let list = (file.name.as_str(), file.bytes.as_slice());
    match commands::add(&ctx, &place.wave, &place.version.protocol, &population, list).await {
        Ok(listed) => {
            let told = told(Texts::new(ctx.lang), &listed);
            draw(&ctx, place, &population, &[], told).await
        }
        Err(Refusal::Invalid(problems)) => draw(&ctx, place, &population, &problems, vec![]).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn told(t: Texts, listed: &Listed) -> Vec<String> {
    let mut told = vec![t.invitations_added(listed.added)];
    told.extend((listed.already > 0).then(|| t.invitations_already(listed.already)));
    told.extend(listed.left.iter().take(50).map(|(line, why)| match why {
        Left::Email => t.invitations_left_email(*line),
        Left::Stratum => t.invitations_left_stratum(*line),
    }));
    told
}

/// Writes to those who had no letter.
pub(in crate::pages) async fn send(ctx: Ctx, Path(place): Path<(String, i64)>) -> Result<Response, PageError> {
    ask(&ctx, &place, Round::First).await
}

/// Reminds those who have not answered.
pub(in crate::pages) async fn remind(ctx: Ctx, Path(place): Path<(String, i64)>) -> Result<Response, PageError> {
    ask(&ctx, &place, Round::Reminder).await
}

async fn ask(ctx: &Ctx, (slug, number): &(String, i64), round: Round) -> Result<Response, PageError> {
    let place = AtWave::open(ctx, slug, *number, COLLECT).await?;
    commands::ask(ctx, &place.wave, round).await?;
    ctx.app().bell.notify_one();
    Ok(done(ctx, &place.href("invitations"), Texts::new(ctx.lang).invitations_asked()))
}

/// Notes what came back.
pub(in crate::pages) async fn bounced(
    ctx: Ctx,
    Path((slug, number)): Path<(String, i64)>,
    sent: Sent,
) -> Result<Response, PageError> {
    let place = AtWave::open(&ctx, &slug, number, COLLECT).await?;
    let known = commands::bounced(&ctx, &place.wave, sent.get("addresses")).await?;
    Ok(done(&ctx, &place.href("invitations"), &Texts::new(ctx.lang).invitations_bounces_saved(known)))
}
