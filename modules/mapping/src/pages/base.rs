//! What lies under the maps and who is asked for addresses, as the administrator chooses.

use arpent_commons::domain::text::SHORT;
use arpent_core::Scope;
use arpent_web::respond::{done, page_with};
use arpent_web::shell::Crumb;
use arpent_web::{Choice, Ctx, Field, FieldProblem, Form, PageError, Refusal, Sent, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::BASE;
use crate::commands::settings::{self, Chosen, KNOWN};
use crate::outside::tiles;
use crate::store::settings::{BaseMap, base_map, geocoder};
use crate::texts::Texts;

/// What the choice of a file of the data folder begins with.
const FILE: &str = "file:";
/// Another address.
const OTHER: &str = "other";

#[derive(Debug, Template)]
#[template(path = "base_map.html")]
struct BasePage {
    shell: Shell,
    t: Texts,
    form: Form,
    fields: Vec<Field>,
    folder: String,
    /// The address of the file for the maps of others.
    file: Option<String>,
    geocoder: Field,
    house: bool,
}

/// What was typed in both forms.
struct Typed {
    choice: String,
    tiles: String,
    credit: String,
    geocoder: String,
}

impl Typed {
    async fn kept(ctx: &Ctx) -> Result<Self, Refusal> {
        let base = base_map(&ctx.db).await?;
        let known = KNOWN.iter().find(|known| known.tiles == base.tiles);
        let choice = match known {
            Some(known) => known.code.to_owned(),
            None if !base.file.is_empty() => format!("{FILE}{}", base.file),
            None if base.tiles.is_empty() => String::new(),
            None => OTHER.to_owned(),
        };
        let tiles = if choice == OTHER { base.tiles } else { String::new() };
        let credit = if known.is_some() { String::new() } else { base.credit };
        Ok(Self { choice, tiles, credit, geocoder: geocoder(&ctx.db).await? })
    }

    fn chosen(&self) -> Chosen<'_> {
        match self.choice.as_str() {
            "" => Chosen::None,
            OTHER => Chosen::Other { tiles: &self.tiles, credit: &self.credit },
            choice => match choice.strip_prefix(FILE) {
                Some(name) => Chosen::File { name, credit: &self.credit },
                None => Chosen::Known(choice),
            },
        }
    }
}

/// The forms.
pub(super) async fn show(ctx: Ctx) -> Result<Response, PageError> {
    ctx.require(BASE, Scope::Instance)?;
    draw(&ctx, &Typed::kept(&ctx).await?, &[]).await
}

/// The choice of a base map was sent.
pub(super) async fn choose(ctx: Ctx, sent: Sent) -> Result<Response, PageError> {
    ctx.require(BASE, Scope::Instance)?;
    let typed = Typed {
        choice: sent.text("base"),
        tiles: sent.text("tiles"),
        credit: sent.text("credit"),
        ..Typed::kept(&ctx).await?
    };
    match settings::choose(&ctx, &ctx.app().config.data_dir, typed.chosen()).await {
        Ok(()) => Ok(done(&ctx, "/admin/fonds-de-carte", Texts::new(ctx.lang).base_saved())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// The choice of a geocoder was sent.
pub(super) async fn choose_geocoder(ctx: Ctx, sent: Sent) -> Result<Response, PageError> {
    ctx.require(BASE, Scope::Instance)?;
    let typed = Typed { geocoder: sent.text("geocoder"), ..Typed::kept(&ctx).await? };
    match settings::choose_geocoder(&ctx, &typed.geocoder).await {
        Ok(()) => Ok(done(&ctx, "/admin/fonds-de-carte", Texts::new(ctx.lang).geocoder_saved())),
        Err(Refusal::Invalid(problems)) => draw(&ctx, &typed, &problems).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn draw(ctx: &Ctx, typed: &Typed, problems: &[FieldProblem]) -> Result<Response, PageError> {
    let t = Texts::new(ctx.lang);
    let kept: BaseMap = base_map(&ctx.db).await?;
    let mut fields = vec![
        Field::choices("base", t.base_choice(), choices(ctx, t, &typed.choice)).kind("radio").required(),
        Field::text("tiles", t.base_tiles(), &typed.tiles).hint(t.base_tiles_hint()).max(400),
        Field::text("credit", t.base_credit(), &typed.credit).hint(t.base_credit_hint()).max(SHORT),
        Field::text("geocoder", t.geocoder_label(), &typed.geocoder).hint(t.geocoder_hint()).max(400),
    ];
    let form = Form::refused(problems, ctx.lang, &mut fields);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let crumbs = vec![Crumb::new(ctx.t().admin_title(), "/admin")];
    let page = BasePage {
        shell: ctx.shell(t.base_title(), crumbs),
        geocoder: fields.pop().unwrap_or_default(),
        folder: tiles::folder(&ctx.app().config.data_dir).display().to_string(),
        file: (!kept.file.is_empty()).then(|| ctx.absolute(&format!("/fonds-de-carte/{}", kept.file))),
        house: ctx.app().config.geocoder.is_some(),
        t,
        form,
        fields,
    };
    page_with(status, &page)
}

fn choices(ctx: &Ctx, t: Texts, current: &str) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", t.base_none(), current).hint(t.base_none_hint())];
    for known in &KNOWN {
        choices.push(Choice::new(known.code, known.name, current).hint(t.base_known_hint(known.credit, known.host)));
    }
    for name in tiles::files(&ctx.app().config.data_dir) {
        choices.push(Choice::new(format!("{FILE}{name}"), t.base_file(&name), current).hint(t.base_file_hint()));
    }
    choices.push(Choice::new(OTHER, t.base_other(), current));
    choices
}
