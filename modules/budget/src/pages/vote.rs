//! Voting: who one is, the ballot, reading it again. Works on a phone, by keyboard and without scripts.

use arpent_commons::pages::frame::Frame;
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::respond::page_with;
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::ballot::{Sheet, read_for, sheet};
use super::forms::{self, Around};
use super::groups;
use super::place::Place;
use super::words;
use crate::commands::ballots::{self as acts, Slate};
use crate::commands::voters::{may_vote, send_code as ask_code};
use crate::domain::ballot::Marks;
use crate::domain::phase::Step;
use crate::domain::settings::Access;
use crate::domain::voter::{Claim, read_day};
use crate::store::budgets::{self, Budget, BudgetState};
use crate::texts::Texts;

/// What says who one is, carried from screen to screen.
const CARRIED: [&str; 6] = ["email", "code", "number", "name", "birth", "age"];

/// Who someone says she is.
pub(super) fn claim(budget: &Budget, sent: &Sent) -> Claim {
    match budget.settings.access {
        Access::Email => Claim::Email(sent.text("email"), sent.text("code")),
        Access::Letter => Claim::Letter(sent.text("code")),
        Access::Number => Claim::Number(sent.text("number")),
        Access::Birth => read_day(sent.get("birth")).map_or_else(
            // A day that cannot be read names nobody.
            || Claim::Birth(String::new(), jiff::civil::Date::MIN),
            |day| Claim::Birth(sent.text("name"), day),
        ),
    }
}

/// The fields that say who one is.
pub(super) fn who_fields(ctx: &Ctx, budget: &Budget, sent: &Sent, with_code: bool) -> Vec<Field> {
    let t = Texts::new(ctx.lang);
    let code = || {
        Field::text("code", t.field_code(), sent.get("code")).hint(t.field_code_hint()).required().autocomplete("off")
    };
    let email =
        || Field::text("email", t.field_email(), sent.get("email")).kind("email").autocomplete("email").required();
    match budget.settings.access {
        Access::Email if with_code => vec![code()],
        Access::Email => vec![email().hint(t.field_email_hint())],
        Access::Letter => vec![code()],
        Access::Number => {
            vec![Field::text("number", t.field_number(), sent.get("number")).hint(t.field_number_hint()).required()]
        }
        Access::Birth => vec![
            Field::text("name", t.field_name(), sent.get("name"))
                .hint(t.field_name_hint())
                .autocomplete("name")
                .required(),
            Field::text("birth", t.field_birth(), sent.get("birth")).kind("date").autocomplete("bday").required(),
        ],
    }
}

fn draw_who(
    ctx: &Ctx,
    place: Place,
    sent: &Sent,
    with_code: bool,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let settings = place.budget.settings.clone();
    let mut fields = who_fields(ctx, &place.budget, sent, with_code);
    let mut around = Around { lead: words::word(t, "who", settings.access.code()).to_owned(), ..Around::default() };
    around.notes.extend([t.rule_secret().to_owned(), t.rule_mind().to_owned()]);
    if settings.access == Access::Email && !with_code {
        around.action = place.href("voter/code");
        t.code_send().clone_into(&mut around.button);
        return forms::draw(ctx, place, t.gesture_vote(), around, (fields, problems));
    }
    if with_code {
        around.notes = vec![t.code_sent(sent.get("email"))];
        around.hidden.push(("email", sent.text("email")));
    }
    if settings.min_age > 0 && settings.access != Access::Birth {
        fields.push(Field::text("age", t.field_age(settings.min_age), sent.get("age")).kind("checkbox").required());
    }
    around.action = place.href("voter");
    t.who_send().clone_into(&mut around.button);
    forms::draw(ctx, place, t.gesture_vote(), around, (fields, problems))
}

/// Refuses, saying from when, unless people vote today.
async fn open(ctx: &Ctx, slug: &str) -> Result<Place, PageError> {
    let place = Place::open(ctx, slug).await?;
    let phases = budgets::phases(&ctx.db, place.budget.id).await?;
    let vote = phases.into_iter().find(|phase| phase.step == Step::Vote);
    let today = ctx.today();
    if place.budget.state == BudgetState::Voting && vote.is_some_and(|phase| phase.holds(today)) {
        return Ok(place);
    }
    let coming = vote.map(|phase| phase.start).filter(|start| *start > today);
    Err(Refusal::rule("vote-not-open", move |l| {
        let t = Texts::new(l);
        coming.map_or_else(|| t.vote_not_open().into(), |start| t.vote_opens(date(l, start)))
    })
    .into())
}

/// Who one is.
pub(super) async fn begin(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = open(&ctx, &slug).await?;
    draw_who(&ctx, place, &Sent::default(), false, &[])
}

/// Sends a code to an address, then asks for it.
pub(super) async fn send_code(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::SignIn, &ctx.request().from)?;
    let place = open(&ctx, &slug).await?;
    match ask_code(ctx.app(), &ctx, &place.budget, sent.get("email")).await {
        Ok(()) => draw_who(&ctx, place, &sent, true, &[]),
        Err(Refusal::Invalid(problems)) => draw_who(&ctx, place, &sent, false, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Template)]
#[template(path = "ballot.html")]
struct BallotPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    action: String,
    form: Form,
    hidden: Vec<(&'static str, String)>,
    sheet: Sheet,
    review: bool,
    /// What is asked of the voter beside her ballot, or what she said once she reads it again.
    asked: Vec<Field>,
    said: String,
}

async fn draw_ballot(
    ctx: &Ctx,
    mut place: Place,
    (sent, marks): (&Sent, &Marks),
    problems: &[FieldProblem],
    review: bool,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let slate = Slate::of(&ctx.db, &place.budget).await?;
    let form = Form::refused(problems, ctx.lang, []);
    let said = groups::said(sent);
    let carried = CARRIED.into_iter().map(|name| (name, sent.text(name))).filter(|(_, value)| !value.is_empty());
    let hidden = carried.chain(review.then(|| ("_receipt", acts::new_receipt(ctx))));
    let hidden = hidden.chain(if review { groups::carried(&said) } else { Vec::new() });
    let title = if review { t.review_title() } else { t.ballot_title() };
    let ballot = BallotPage {
        action: place.href("bulletin"),
        hidden: hidden.collect(),
        asked: groups::fields(ctx, &place.budget.settings, &said),
        said: groups::in_words(t, &said),
        sheet: sheet(ctx, &place.budget, &slate, marks, &place.href("")),
        shell: place.shell(ctx, title),
        frame: place.frame,
        form,
        review,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &ballot)
}

fn of_age(budget: &Budget, sent: &Sent) -> Result<(), Refusal> {
    let asked = budget.settings.min_age > 0 && budget.settings.access != Access::Birth;
    if asked && !sent.ticked("age") {
        return Err(Refusal::field("age", "missing", |l| Texts::new(l).age_missing().into()));
    }
    Ok(())
}

/// Looks at who one is, then shows the ballot.
pub(super) async fn enter(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::Answer, &ctx.request().from)?;
    let place = open(&ctx, &slug).await?;
    let with_code = place.budget.settings.access == Access::Email;
    let known = match of_age(&place.budget, &sent) {
        Ok(()) => may_vote(&ctx, &place.budget, &claim(&place.budget, &sent)).await.map(drop),
        Err(refusal) => Err(refusal),
    };
    match known {
        Ok(()) => draw_ballot(&ctx, place, (&sent, &Marks::default()), &[], false).await,
        Err(Refusal::Invalid(problems)) => draw_who(&ctx, place, &sent, with_code, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Counts what is chosen, shows the ballot to be read again, or puts it in the box.
pub(super) async fn go_on(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    // Casting tries who one is once more; looking again at one's ballot does not.
    let limited = if sent.get("_go") == "send" { Limited::Answer } else { Limited::AnswerScreen };
    ctx.app().limits.count(limited, &ctx.request().from)?;
    let place = open(&ctx, &slug).await?;
    let marks = read_for(&place.budget, &sent);
    match sent.get("_go") {
        "total" | "back" => return draw_ballot(&ctx, place, (&sent, &marks), &[], false).await,
        "send" => {}
        _ => {
            let slate = Slate::of(&ctx.db, &place.budget).await?;
            let problems = slate.problems(&place.budget, &marks);
            return draw_ballot(&ctx, place, (&sent, &marks), &problems, problems.is_empty()).await;
        }
    }
    let with_code = place.budget.settings.access == Access::Email;
    let cast = match of_age(&place.budget, &sent) {
        Ok(()) => {
            let filled = (&marks, &groups::said(&sent), sent.get("_receipt"));
            acts::cast(&ctx, &place.budget, &claim(&place.budget, &sent), filled).await
        }
        Err(refusal) => Err(refusal),
    };
    match cast {
        Ok(code) => Ok(redirect(&place.href(&format!("recu/{code}")))),
        Err(Refusal::Invalid(problems)) if problems.iter().all(|problem| problem.field == "marks") => {
            draw_ballot(&ctx, place, (&sent, &marks), &problems, false).await
        }
        Err(Refusal::Invalid(problems)) => draw_who(&ctx, place, &sent, with_code, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}
