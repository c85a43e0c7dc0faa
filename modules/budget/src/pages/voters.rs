//! The list of voters, and striking them off at a booth.

use arpent_commons::pages::frame::Frame;
use arpent_core::chance::read_short_code;
use arpent_documents::qr;
use arpent_web::respond::{CSV, done, download, page_with};
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::forms::{self, Around};
use super::place::Place;
use super::vote::{claim, who_fields};
use super::words;
use crate::commands::voters as acts;
use crate::domain::settings::Access;
use crate::store::voters;
use crate::texts::Texts;
use crate::{BOOTH, EDIT};

#[derive(Debug, Template)]
#[template(path = "voters.html")]
struct VotersPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    who: &'static str,
    counts: String,
    form: Form,
    /// Where the form is sent, its fields, its button; none when addresses make the list.
    asked: Option<(String, Vec<Field>, &'static str, bool)>,
    left: Vec<u64>,
}

async fn draw(
    ctx: &Ctx,
    mut place: Place,
    sent: &Sent,
    problems: &[FieldProblem],
    left: Vec<u64>,
) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let turnout = voters::turnout(&ctx.db, place.budget.id).await?;
    let access = place.budget.settings.access;
    let mut asked = match access {
        Access::Email => None,
        Access::Letter => {
            let count = Field::text("count", t.field_count(), sent.get("count")).kind("number").required();
            let choices =
                vec![Choice::new("page", t.letters_page(), "page"), Choice::new("csv", t.letters_csv(), "page")];
            let form = Field::choices("as", t.letters_as(), choices).kind("radio").hint(t.letters_once()).required();
            Some((place.href("electeurs/codes"), vec![count, form], t.letters_send(), false))
        }
        Access::Number | Access::Birth => {
            let mut fields =
                vec![Field::text("file", t.field_register(), "").kind("file").hint(t.register_hint()).required()];
            let label = if access == Access::Number { t.column_number() } else { t.column_name() };
            fields.push(Field::text("first", label, sent.get("first")).required());
            if access == Access::Birth {
                fields.push(Field::text("second", t.column_given(), sent.get("second")));
                fields.push(Field::text("birth", t.column_birth(), sent.get("birth")).required());
            }
            Some((place.href("electeurs/registre"), fields, t.register_send(), true))
        }
    };
    let fields = asked.iter_mut().flat_map(|(_, fields, ..)| fields.iter_mut());
    let form = Form::refused(problems, ctx.lang, fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = VotersPage {
        shell: place.shell(ctx, t.tool_voters()),
        frame: place.frame,
        who: words::word(t, "who", access.code()),
        counts: t.turnout(turnout.listed, turnout.online, turnout.paper),
        form,
        asked,
        left,
        t,
    };
    page_with(status, &shown)
}

/// How many are on the list, and how to add to it.
pub(super) async fn show(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    draw(&ctx, place, &Sent::default(), &[], vec![]).await
}

/// A letter to cut out.
#[derive(Debug)]
struct Slip {
    code: String,
    qr: String,
}

#[derive(Debug, Template)]
#[template(path = "letters.html")]
struct LettersPage {
    shell: Shell,
    frame: Frame,
    t: Texts,
    address: String,
    slips: Vec<Slip>,
}

/// Makes codes, shown this once: as a page to print, or as a file for the printer.
pub(super) async fn letters(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let mut place = Place::open_for(&ctx, &slug, EDIT).await?;
    let codes = match acts::letters(&ctx, &place.budget, sent.choice("count").unwrap_or(0)).await {
        Ok(codes) => codes,
        Err(Refusal::Invalid(problems)) => return draw(&ctx, place, &sent, &problems, vec![]).await,
        Err(refusal) => return Err(refusal.into()),
    };
    let t = Texts::new(ctx.lang);
    let address = ctx.absolute(&place.href("voter"));
    if sent.get("as") == "csv" {
        let lines = codes.iter().map(|code| [code, ";", &address, "\r\n"].concat());
        let text: String =
            std::iter::once([t.csv_code(), ";", t.csv_address(), "\r\n"].concat()).chain(lines).collect();
        return Ok(download("codes.csv", CSV, text));
    }
    let drawn = qr::svg(&address, t.gesture_vote()).unwrap_or_default();
    let slips = codes.into_iter().map(|code| Slip { code, qr: drawn.clone() }).collect();
    page(&LettersPage { shell: place.shell(&ctx, t.letters_title()), frame: place.frame, t, address, slips })
}

/// Reads a register; nothing of it stays but hashes.
pub(super) async fn register(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, EDIT).await?;
    let Some(file) = &sent.file else {
        let missing = FieldProblem::new("file", "missing", |l| Texts::new(l).file_missing().into());
        return draw(&ctx, place, &sent, &[missing], vec![]).await;
    };
    let columns = acts::Columns { first: sent.text("first"), second: sent.text("second"), birth: sent.text("birth") };
    let t = Texts::new(ctx.lang);
    match acts::register(&ctx, &place.budget, (&file.name, &file.bytes), &columns).await {
        Ok(listed) if listed.left.is_empty() => {
            let words = t.register_done(listed.added, listed.already, listed.young);
            Ok(done(&ctx, &place.href("electeurs"), &words))
        }
        Ok(listed) => draw(&ctx, place, &Sent::default(), &[], listed.left).await,
        Err(Refusal::Invalid(problems)) => draw(&ctx, place, &sent, &problems, vec![]).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn draw_strike(ctx: &Ctx, place: Place, sent: &Sent, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let mut fields = who_fields(ctx, &place.budget, sent, false);
    // What is refused is said at the first field, whatever it is called.
    let name = fields.first().map_or("code", |field| field.name);
    let problems: Vec<FieldProblem> =
        problems.iter().cloned().map(|problem| FieldProblem { field: name, ..problem }).collect();
    for field in &mut fields {
        field.autocomplete = Some("off");
        // Whoever holds the booth reads them, not the voter.
        words::word(t, "shown", field.name).clone_into(&mut field.label);
    }
    let age = place.budget.settings.min_age;
    let around = Around {
        lead: t.strike_lead().to_owned(),
        notes: (age > 0).then(|| t.rule_age(age)).into_iter().collect(),
        button: t.strike_send().to_owned(),
        ..Around::default()
    };
    forms::draw(ctx, place, t.tool_strike(), around, (fields, &problems))
}

/// The list of the booth.
pub(super) async fn strike_form(ctx: Ctx, Path(slug): Path<String>) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, BOOTH).await?;
    draw_strike(&ctx, place, &Sent::default(), &[])
}

/// Strikes someone off.
pub(super) async fn strike(ctx: Ctx, Path(slug): Path<String>, sent: Sent) -> Result<Response, PageError> {
    let place = Place::open_for(&ctx, &slug, BOOTH).await?;
    match acts::strike(&ctx, &place.budget, &claim(&place.budget, &sent)).await {
        Ok(()) => {
            let shown = read_short_code(sent.get("code")).unwrap_or_default();
            let t = Texts::new(ctx.lang);
            let words = if shown.is_empty() { t.struck().to_owned() } else { t.struck_code(shown) };
            Ok(done(&ctx, &place.href("emargement"), &words))
        }
        Err(Refusal::Invalid(problems)) => draw_strike(&ctx, place, &sent, &problems),
        Err(refusal) => Err(refusal.into()),
    }
}
