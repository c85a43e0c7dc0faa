//! What this module shows on pages that everyone shares.

use std::collections::BTreeMap;

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, MOST_PLACED, Placed, Planned, Shown, Slots, Sort, Waiting};
use arpent_commons::pages::frame::Tab;
use arpent_core::{Id, Scope};
use arpent_look::parts::{Anchor, Knot, State};
use arpent_store::StoreError;
use arpent_web::Ctx;
use askama::Template;

use crate::commands::scope;
use crate::domain::debrief::due;
use crate::domain::worksite::WorksiteState;
use crate::pages::Line;
use crate::store::shifts::{self, ShiftRow};
use crate::store::worksites::{self, PlacedRow};
use crate::texts::Texts;
use crate::{RUN, WELCOME, words};

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace, tab, plan, placed };

/// A spade.
const SIGN: &str = "M-3-7.5H3V-5.5H1V0H4V2.5Q4 6.5 0 8Q-4 6.5-4 2.5V0H-1V-5.5H-3z";
/// Shifts to come on the page of a démarche.
const NEXT: usize = 3;

#[derive(Debug, Template)]
#[template(path = "block_worksites.html")]
struct WorksitesBlock {
    t: Texts,
    coming: Vec<Line>,
    done: Vec<Line>,
    href: String,
    begin: Option<String>,
}

fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Block> {
    Box::pin(async move {
        let (t, may_run) = (Texts::new(ctx.lang), ctx.may(RUN, scope(initiative.id)));
        let rows = shifts::of_initiative(&ctx.db, initiative.id, may_run).await?;
        if rows.is_empty() && !may_run {
            return Ok(vec![]);
        }
        let href = format!("/demarches/{}/chantiers", initiative.slug);
        let public = |row: &&ShiftRow| row.worksite_state != WorksiteState::Draft;
        let coming = rows.iter().filter(public).filter(|row| row.accepts(ctx.now())).take(NEXT);
        let done = rows.iter().rev().filter(public).filter(|row| row.debrief.is_some()).take(2);
        let block = WorksitesBlock {
            t,
            coming: coming.map(|row| Line::new(ctx, row)).collect(),
            done: done.map(|row| Line::new(ctx, row)).collect(),
            begin: (may_run && rows.is_empty()).then(|| format!("{href}/nouveau")),
            href,
        };
        let html = block.render().map_err(|error| StoreError::Unreadable {
            column: "block_worksites.html".to_owned(),
            value: error.to_string(),
        })?;
        Ok(vec![Block { title: t.worksites().to_owned(), html }])
    })
}

fn tab<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Tab> {
    Box::pin(async move {
        let may_run = ctx.may(RUN, scope(initiative.id));
        let any = !worksites::of_initiative(&ctx.db, initiative.id, may_run).await?.is_empty();
        Ok(any.then(|| Tab::new(initiative, Texts::new(ctx.lang).tab_worksites(), "chantiers")).into_iter().collect())
    })
}

/// Where the worksites of a démarche stand: shifts to come, shifts told of, and the next gesture.
fn plan<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Planned> {
    Box::pin(async move {
        let (t, may) = (Texts::new(ctx.lang), ctx.may(RUN, scope(initiative.id)));
        let rows = shifts::of_initiative(&ctx.db, initiative.id, true).await?;
        let none = worksites::of_initiative(&ctx.db, initiative.id, true).await?.is_empty();
        let coming = rows.iter().filter(|row| row.accepts(ctx.now())).count();
        let told = rows.iter().filter(|row| row.debrief.is_some()).count();
        let (state, text) = match (none, coming) {
            (true, _) => (State::Next, t.plan_none().to_owned()),
            (_, 0) if told > 0 => (State::Done, t.plan_shifts(coming, told)),
            _ => (State::Here, t.plan_shifts(coming, told)),
        };
        let href = format!("/demarches/{}/chantiers", initiative.slug);
        let next = match (none, may) {
            (true, false) => None,
            (true, true) => Some((t.plan_begin(), href + "/nouveau")),
            (false, _) => Some((t.worksites(), href)),
        };
        let next = next.map(|(label, href)| Anchor { label: label.to_owned(), href });
        Ok(vec![Planned { code: "worksites", state, text, next }])
    })
}

/// The worksites that have a place, with their next shift or their last one.
fn placed<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Shown<'a, Placed> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let sort = Sort { code: "chantiers", one: t.placed_one(), many: t.worksites(), sign: SIGN };
        let rows = worksites::placed(&ctx.db, initiative.id, ctx.now(), MOST_PLACED).await?;
        Ok(rows.into_iter().map(|row| spot(ctx, sort, row)).collect())
    })
}

fn spot(ctx: &Ctx, sort: Sort, row: PlacedRow) -> Placed {
    let t = Texts::new(ctx.lang);
    let (said, over) = match (row.state, row.hours) {
        (WorksiteState::Cancelled, _) => (words::state(t, row.state).to_owned(), true),
        (_, Some(hours)) if hours.1 > ctx.now() => (t.placed_next(words::hours(t, hours)), false),
        (_, Some(hours)) => (t.placed_last(words::hours(t, hours)), true),
        (_, None) => (t.no_shift().to_owned(), true),
    };
    Placed {
        sort,
        title: row.title,
        href: format!("/chantiers/{}", row.id),
        point: row.point,
        place: row.place,
        at: row.hours.map(|(start, _)| start),
        said,
        over,
    }
}

/// Debriefs that are awaited, and people to call because a shift was called off.
fn home(ctx: &Ctx) -> Shown<'_, Waiting> {
    Box::pin(async move {
        let mut waiting = Vec::new();
        if ctx.may(RUN, Scope::Anywhere) {
            waiting.extend(debriefs(ctx, &shifts::silent(&ctx.db, ctx.now()).await?));
        }
        if ctx.may(WELCOME, Scope::Anywhere) {
            for row in shifts::called_off(&ctx.db, ctx.now()).await? {
                if row.to_call > 0 && ctx.may(WELCOME, scope(row.initiative)) {
                    waiting.push(Waiting {
                        text: Texts::new(ctx.lang).home_calls(row.to_call, &row.title),
                        href: format!("/seances/{}/appels", row.shift.id),
                        count: row.to_call,
                        late: false,
                    });
                }
            }
        }
        Ok(waiting)
    })
}

fn debriefs(ctx: &Ctx, rows: &[ShiftRow]) -> Vec<Waiting> {
    let t = Texts::new(ctx.lang);
    let mut owed: BTreeMap<_, Waiting> = BTreeMap::new();
    for row in rows.iter().filter(|row| ctx.may(RUN, scope(row.initiative))) {
        let one = owed.entry(row.shift.worksite).or_insert_with(|| Waiting {
            text: t.home_debriefs(&row.title),
            href: format!("/chantiers/{}", row.shift.worksite),
            count: 0,
            late: false,
        });
        one.count += 1;
        one.late |= ctx.today() > due(row.shift.sheet.end);
    }
    owed.into_values().collect()
}

/// What is said on a worksite is noted at its table, as a meeting's: a worksite carries no contribution of its own.
fn trace(_: &Ctx, _: Id<Contribution>) -> Shown<'_, Knot> {
    Box::pin(async { Ok(vec![]) })
}
