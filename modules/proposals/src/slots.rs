//! What this module shows on pages that everyone shares.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Slots, Waiting, nothing};
use arpent_commons::store::contributions::{self, Filter, Listed, ThemeRow};
use arpent_commons::words;
use arpent_core::clock::paris_date;
use arpent_core::{Id, Scope};
use arpent_look::parts::{Anchor, Knot, State};
use arpent_store::StoreError;
use arpent_texts::date;
use arpent_web::shell::MenuEntry;
use arpent_web::{Ctx, Pending, Refusal};
use askama::Template;

use crate::QUEUE;
use crate::store::{assignments, comments, queue};
use crate::texts::Texts;

/// Contributions shown on the page of a démarche.
const LATEST: i64 = 4;

/// The oldest of a queue: if none of them is late, the younger ones are not either, but for a day chosen on purpose.
const LOOKED_AT: i64 = 100;

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace, tab: nothing, plan: nothing, placed: nothing };

/// The agent's queue, for those who have one.
pub(crate) fn menu(ctx: &Ctx) -> Vec<MenuEntry> {
    if ctx.may(QUEUE, Scope::Anywhere) {
        vec![MenuEntry::new(Texts::new(ctx.lang).menu_queue(), "/ma-file")]
    } else {
        vec![]
    }
}

#[derive(Debug, Template)]
#[template(path = "block_initiative.html")]
struct InitiativeBlock {
    t: Texts,
    href: String,
    accepts: bool,
    themes: Vec<ThemeRow>,
    latest: Vec<(Listed, &'static str)>,
    total: i64,
}

fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Block>, Refusal>> {
    Box::pin(async move {
        let (t, c) = (Texts::new(ctx.lang), arpent_commons::texts::Texts::new(ctx.lang));
        let filter = Filter { limit: LATEST, ..Filter::of(initiative.id) };
        let latest = contributions::list(&ctx.db, &filter).await?;
        let block = InitiativeBlock {
            t,
            href: format!("/demarches/{}", initiative.slug),
            accepts: initiative.state.code() == "open",
            themes: contributions::themes(&ctx.db, initiative.id).await?,
            total: contributions::count(&ctx.db, &filter).await?,
            latest: latest
                .into_iter()
                .map(|one| {
                    let who = words::capacity(c, one.contribution.capacity);
                    (one, who)
                })
                .collect(),
        };
        let html = block.render().map_err(|error| StoreError::Unreadable {
            column: "block_initiative.html".to_owned(),
            value: error.to_string(),
        })?;
        Ok(vec![Block { title: t.block_title().to_owned(), html }])
    })
}

fn home(ctx: &Ctx) -> Pending<'_, Result<Vec<Waiting>, Refusal>> {
    Box::pin(async move {
        let Some(person) = ctx.actor.person.filter(|_| ctx.may(QUEUE, Scope::Anywhere)) else { return Ok(vec![]) };
        let count = queue::count_hers(&ctx.db, person, ctx.today(), "").await?;
        if count == 0 {
            return Ok(vec![]);
        }
        let oldest = queue::hers(&ctx.db, person, ctx.today(), "", LOOKED_AT).await?;
        let late = oldest.iter().any(|one| crate::pages::is_late(one, ctx.today()));
        let text = Texts::new(ctx.lang).queue_count(count);
        Ok(vec![Waiting { text, href: "/ma-file".to_owned(), count, late }])
    })
}

fn trace(ctx: &Ctx, id: Id<Contribution>) -> Pending<'_, Result<Vec<Knot>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let mut knots = Vec::new();
        if let Some(held) = assignments::of(&ctx.db, id).await?
            && let Some(unit) = held.unit_name
        {
            knots.push(Knot {
                title: t.trace_assigned(unit),
                state: State::Done,
                when: Some(date(ctx.lang, paris_date(held.assigned_at))),
                who: None,
                voice: None,
                text: None,
                link: None,
            });
        }
        let count = comments::count(&ctx.db, id).await?;
        if count > 0 {
            knots.push(Knot {
                title: t.comments_count(count),
                state: State::Done,
                when: None,
                who: None,
                voice: None,
                text: None,
                link: Some(Anchor {
                    label: t.trace_comments().to_owned(),
                    href: format!("/contributions/{id}#commentaires"),
                }),
            });
        }
        Ok(knots)
    })
}
