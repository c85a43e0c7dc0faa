//! Voting: who one is, the ballot, reading it again, the receipt. Works on a phone, by keyboard and without scripts.

use arpent_commons::pages::frame::Frame;
use arpent_texts::date;
use arpent_web::limits::Limited;
use arpent_web::respond::{done, page_with};
use arpent_web::{Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::ballot::{Sheet, read_for, sheet};
use super::forms::{self, Around};
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
    let carried = CARRIED.into_iter().map(|name| (name, sent.text(name))).filter(|(_, value)| !value.is_empty());
    let hidden = carried.chain(review.then(|| ("_receipt", acts::new_receipt(ctx))));
    let title = if review { t.review_title() } else { t.ballot_title() };
    let ballot = BallotPage {
        action: place.href("bulletin"),
        hidden: hidden.collect(),
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
        Ok(()) => acts::cast(&ctx, &place.budget, &claim(&place.budget, &sent), (&marks, sent.get("_receipt"))).await,
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

fn draw_receipt_form(ctx: &Ctx, place: Place, typed: &str, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let fields = vec![
        Field::text("receipt", t.field_receipt(), typed).hint(t.field_receipt_hint()).required().autocomplete("off"),
    ];
    let around = Around { lead: t.receipt_lead().to_owned(), button: t.receipt_send().to_owned(), ..Around::default() };
    forms::draw(ctx, place, t.gesture_receipt(), around, (fields, problems))
}

/// Checking that one's ballot is in the box.
pub(super) async fn receipt_form(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open(&ctx, &slug).await?;
    draw_receipt_form(&ctx, place, "", &[])
}

/// Opens a ballot with its receipt.
pub(super) async fn open_receipt(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let place = Place::open(&ctx, &slug).await?;
    let typed: String = sent.get("receipt").chars().filter(char::is_ascii_alphanumeric).collect();
    match acts::opened_by(&ctx, &place.budget, &typed).await {
        Ok(_) => Ok(redirect(&place.href(&format!("recu/{typed}")))),
        Err(Refusal::Invalid(problems)) => draw_receipt_form(&ctx, place, sent.get("receipt"), &problems),
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Debug, Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    code: String,
    blank: bool,
    form: Form,
    sheet: Sheet,
    changing: bool,
}

/// A code in groups of four, as it is written by hand.
fn spaced(code: &str) -> String {
    let letters: Vec<char> = code.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

async fn draw_receipt(
    ctx: &Ctx,
    mut place: Place,
    (code, marks): (&str, &Marks),
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let slate = Slate::of(&ctx.db, &place.budget).await?;
    let phases = budgets::phases(&ctx.db, place.budget.id).await?;
    let in_time = phases.iter().any(|phase| phase.step == Step::Vote && phase.holds(ctx.today()));
    let receipt = ReceiptPage {
        code: spaced(code),
        blank: marks.0.is_empty(),
        form: Form::refused(problems, ctx.lang, []),
        sheet: sheet(ctx, &place.budget, &slate, marks, &place.href("")),
        changing: place.budget.state == BudgetState::Voting && in_time,
        shell: place.shell(ctx, t.receipt_title()),
        frame: place.frame,
        t,
    };
    page_with(if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &receipt)
}

/// The ballot in the box, as it was typed, for whoever holds its receipt.
pub(super) async fn receipt(ctx: Ctx, Path((slug, code)): Path<(String, String)>) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let place = Place::open(&ctx, &slug).await?;
    let ballot = acts::opened_by(&ctx, &place.budget, &code).await.map_err(|_| Refusal::NotFound)?;
    draw_receipt(&ctx, place, (&code, &ballot.marks), &[]).await
}

/// Changes one's mind.
pub(super) async fn change(
    ctx: Ctx,
    Path((slug, code)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, PageError> {
    ctx.app().limits.count(Limited::AnswerScreen, &ctx.request().from)?;
    let place = Place::open(&ctx, &slug).await?;
    let marks = read_for(&place.budget, &sent);
    match acts::change(&ctx, &place.budget, &code, &marks).await {
        Ok(()) => Ok(done(&ctx, &place.href(&format!("recu/{code}")), Texts::new(ctx.lang).ballot_changed())),
        Err(Refusal::Invalid(problems)) => draw_receipt(&ctx, place, (&code, &marks), &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}
