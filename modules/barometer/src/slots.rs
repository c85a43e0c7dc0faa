//! What this module shows on pages that everyone shares.

use std::collections::BTreeSet;

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Shown, Slots, Waiting, nothing};
use arpent_core::{Id, Scope};
use arpent_look::parts::Knot;
use arpent_store::StoreError;
use arpent_web::shell::MenuEntry;
use arpent_web::{Ctx, Refusal};
use askama::Template;

use crate::commands::scope;
use crate::domain::wave::{Wave, WaveState};
use crate::pages::answer_href;
use crate::pages::results::mine::own;
use crate::store::barometers::{self, BarometerRow};
use crate::store::{signals, waves};
use crate::texts::Texts;
use crate::{HANDLE, PROTOCOL_EDIT};

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace, tab: nothing, plan: nothing, placed: nothing };

/// The list of barometers, for everyone.
pub(crate) fn menu(ctx: &Ctx) -> Vec<MenuEntry> {
    vec![MenuEntry::new(Texts::new(ctx.lang).barometers(), "/barometres")]
}

#[derive(Debug, Template)]
#[template(path = "block_initiative.html")]
struct InitiativeBlock {
    t: Texts,
    rows: Vec<Row>,
    /// Where a barometer begins, for those who may.
    begin: Option<String>,
}

/// A barometer with the waves that concern everyone.
#[derive(Debug)]
struct Row {
    slug: String,
    title: String,
    open: Vec<(String, String)>,
    published: Vec<(String, String)>,
}

fn row(t: Texts, barometer: &BarometerRow, waves: &[Wave]) -> Row {
    let of = |state| waves.iter().filter(move |wave| wave.barometer == barometer.id && wave.state == state);
    let published = |wave: &Wave| {
        let href = format!("/barometres/{}/vagues/{}", barometer.slug, wave.number);
        (href, t.wave_named(wave.number, wave.title.as_str()))
    };
    let open = |wave: &Wave| (answer_href(&barometer.slug, wave.number), t.block_answer(wave.title.as_str()));
    Row {
        open: of(WaveState::Open).map(open).collect(),
        published: of(WaveState::Published).map(published).collect(),
        slug: barometer.slug.clone(),
        title: barometer.title.clone(),
    }
}

/// Those who run it see every barometer; everyone else sees those with something to answer or to read.
fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Block> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let may_edit = ctx.may(PROTOCOL_EDIT, scope(initiative.id));
        let all = barometers::of_initiative(&ctx.db, initiative.id).await?;
        let waves = if all.is_empty() { vec![] } else { waves::of_initiative(&ctx.db, initiative.id).await? };
        let rows = all.iter().map(|one| row(t, one, &waves));
        let rows: Vec<Row> = rows.filter(|row| may_edit || !row.open.is_empty() || !row.published.is_empty()).collect();
        if rows.is_empty() && !may_edit {
            return Ok(vec![]);
        }
        let begin = may_edit.then(|| format!("/demarches/{}/barometre", initiative.slug));
        let html = InitiativeBlock { t, rows, begin }.render().map_err(|error| StoreError::Unreadable {
            column: "block_initiative.html".to_owned(),
            value: error.to_string(),
        })?;
        Ok(vec![Block { title: t.block_barometer().to_owned(), html }])
    })
}

fn home(ctx: &Ctx) -> Shown<'_, Waiting> {
    Box::pin(async move {
        let mut waiting = signals_waiting(ctx).await?;
        waiting.extend(own_results(ctx).await?);
        Ok(waiting)
    })
}

async fn signals_waiting(ctx: &Ctx) -> Result<Vec<Waiting>, Refusal> {
    if !ctx.may(HANDLE, Scope::Anywhere) {
        return Ok(vec![]);
    }
    let (count, Some(slug)) = signals::waiting(&ctx.db).await? else { return Ok(vec![]) };
    let text = Texts::new(ctx.lang).signals_count(count);
    Ok(vec![Waiting { text, href: format!("/barometres/{slug}/signaux"), count, late: false }])
}

/// What is said of her own services and nobody else reads yet.
async fn own_results(ctx: &Ctx) -> Result<Option<Waiting>, Refusal> {
    let own = own(ctx).await?;
    let unread = own.iter().filter(|one| one.wave.state == WaveState::Closed);
    let names: BTreeSet<&str> = unread.flat_map(|one| &one.services).map(|(_, name)| name.as_str()).collect();
    if names.is_empty() {
        return Ok(None);
    }
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let text = Texts::new(ctx.lang).mine_waiting(names.into_iter().collect::<Vec<_>>().join(", "));
    Ok(Some(Waiting { text, href: "/mes-services".to_owned(), count, late: false }))
}

fn trace(_ctx: &Ctx, _contribution: Id<Contribution>) -> Shown<'_, Knot> {
    Box::pin(async move { Ok(vec![]) })
}
