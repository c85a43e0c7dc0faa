//! What this module shows on pages that everyone shares.

use arpent_commons::domain::contribution::Contribution;
use arpent_commons::domain::initiative::Initiative;
use arpent_commons::module::{Block, Planned, Slots, Waiting, nothing};
use arpent_commons::pages::frame::Tab;
use arpent_commons::store::initiatives;
use arpent_core::{Id, Scope};
use arpent_look::parts::{Anchor, Knot, State};
use arpent_store::StoreError;
use arpent_web::{Ctx, Pending, Refusal};
use askama::Template;

use crate::commands::publishing::unanswered;
use crate::domain::charter::{draft, in_force};
use crate::domain::signature::SignatureState;
use crate::pages::{alert, version_words};
use crate::store::{articles, charters, invitations, signatures, suggestions};
use crate::texts::Texts;
use crate::{EDIT, SIGN};

/// The slots, for the composition.
pub(crate) const SLOTS: Slots = Slots { initiative, home, trace, tab, plan, placed: nothing };

#[derive(Debug, Template)]
#[template(path = "block_charter.html")]
struct CharterBlock {
    t: Texts,
    notice: &'static str,
    intent: String,
    version: Option<String>,
    signatories: Option<String>,
    href: String,
    sign: Option<String>,
    draft: Option<String>,
}

fn drawn(block: &impl Template, title: &str) -> Result<Vec<Block>, Refusal> {
    let html = block.render().map_err(|error| StoreError::Unreadable {
        column: "block_charter.html".to_owned(),
        value: error.to_string(),
    })?;
    Ok(vec![Block { title: title.to_owned(), html }])
}

#[derive(Debug, Template)]
#[template(path = "block_charter_none.html")]
struct NoneBlock {
    t: Texts,
    href: String,
}

fn initiative<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Block>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let place = format!("/demarches/{}/charte", initiative.slug);
        let Some(charter) = charters::of_initiative(&ctx.db, initiative.id).await? else {
            if !ctx.may(EDIT, Scope::Initiative(initiative.id.uuid())) {
                return Ok(vec![]);
            }
            return drawn(&NoneBlock { t, href: format!("{place}/ouvrir") }, t.block_title());
        };
        let versions = charters::versions(&ctx.db, charter.id).await?;
        let last = in_force(&versions);
        let signatories = match last {
            Some(version) => Some(t.signatories_count(signatures::count(&ctx.db, version.id).await?)),
            None => None,
        };
        let open = last.is_some_and(|version| !version.is_over(ctx.today()));
        let may = !ctx.actor.is_signed_in() || ctx.may(SIGN, Scope::Anywhere);
        let block = CharterBlock {
            t,
            notice: t.notice_short(),
            intent: charter.intent,
            version: last.map(|version| version_words(t, version)),
            signatories,
            sign: (open && may).then(|| format!("{place}/signer")),
            draft: draft(&versions).map(|version| format!("{place}/versions/{}", version.number)),
            href: place,
        };
        drawn(&block, &charter.title)
    })
}

fn tab<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Tab>, Refusal>> {
    Box::pin(async move {
        let charter = charters::of_initiative(&ctx.db, initiative.id).await?;
        let tab = || Tab::new(initiative, Texts::new(ctx.lang).tab_charter(), "charte");
        Ok(charter.iter().map(|_| tab()).collect())
    })
}

/// Where the charter stands, and its next gesture.
fn plan<'a>(ctx: &'a Ctx, initiative: &'a Initiative) -> Pending<'a, Result<Vec<Planned>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let place = format!("/demarches/{}/charte", initiative.slug);
        let may = ctx.may(EDIT, Scope::Initiative(initiative.id.uuid()));
        let anchor = |label: &str, href: String| Anchor { label: label.to_owned(), href };
        let Some(charter) = charters::of_initiative(&ctx.db, initiative.id).await? else {
            let next = may.then(|| anchor(t.open_title(), format!("{place}/ouvrir")));
            let text = t.plan_none().to_owned();
            return Ok(vec![Planned { code: "charter", state: State::Next, text, next }]);
        };
        let versions = charters::versions(&ctx.db, charter.id).await?;
        let mut said = Vec::new();
        if let Some(version) = in_force(&versions) {
            said.push(t.plan_published(signatures::count(&ctx.db, version.id).await?, version_words(t, version)));
            said.extend(alert(ctx, version));
        }
        if let Some(version) = draft(&versions) {
            let articles = articles::of_version(&ctx.db, version.id).await?.len();
            said.push(t.plan_draft(articles, version.number, unanswered(ctx, charter.id).await?.len()));
        }
        let state = if in_force(&versions).is_some() { State::Done } else { State::Here };
        let next = if may { anchor(t.steer(), format!("{place}/conduire")) } else { anchor(t.read_charter(), place) };
        Ok(vec![Planned { code: "charter", state, text: said.join(" "), next: Some(next) }])
    })
}

/// What waits for whoever signed the version before: a signature never passes from one version to the next.
async fn renewals(ctx: &Ctx) -> Result<Vec<Waiting>, Refusal> {
    let Some(person) = ctx.actor.person else { return Ok(Vec::new()) };
    let t = Texts::new(ctx.lang);
    let told = invitations::of_hand(&ctx.db, person, ctx.today()).await?.into_iter().map(|one| Waiting {
        text: match one.name {
            Some(name) => t.home_renew(&one.charter, name),
            None => t.home_renew_self(&one.charter),
        },
        href: format!("/demarches/{}/charte", one.slug),
        count: 1,
        late: false,
    });
    Ok(told.collect())
}

/// For whoever runs a charter: what waits for an answer, who waits for a mandate, what ends soon. For whoever signed the
/// version before: the new one.
fn home(ctx: &Ctx) -> Pending<'_, Result<Vec<Waiting>, Refusal>> {
    Box::pin(async move {
        let mut waiting = renewals(ctx).await?;
        if !ctx.may(EDIT, Scope::Anywhere) {
            return Ok(waiting);
        }
        for charter in charters::all(&ctx.db).await? {
            if !ctx.may(EDIT, Scope::Initiative(charter.initiative.uuid())) {
                continue;
            }
            let Some(initiative) = initiatives::by_id(&ctx.db, charter.initiative).await? else { continue };
            let (t, href) = (Texts::new(ctx.lang), format!("/demarches/{}/charte/conduire", initiative.slug));
            let mut tell = |text: String, count: i64, late: bool| {
                waiting.push(Waiting { text, href: href.clone(), count, late });
            };
            let versions = charters::versions(&ctx.db, charter.id).await?;
            let asked = unanswered(ctx, charter.id).await?.len();
            if asked > 0 {
                tell(t.home_suggestions(&charter.title, asked), i64::try_from(asked).unwrap_or(i64::MAX), false);
            }
            let Some(version) = in_force(&versions) else { continue };
            let pending = signatures::of_version(&ctx.db, version.id, SignatureState::Pending).await?.len();
            if pending > 0 {
                tell(t.home_pending(&charter.title, pending), i64::try_from(pending).unwrap_or(i64::MAX), false);
            }
            if let Some(text) = alert(ctx, version) {
                tell(t.home_alert(&charter.title, text), 1, true);
            }
        }
        Ok(waiting)
    })
}

fn knot(title: String, text: Option<String>, label: String, href: String) -> Knot {
    Knot { title, state: State::Done, when: None, who: None, voice: None, text, link: Some(Anchor { label, href }) }
}

/// Which article her words proposed to change, and which ones rest on them.
fn trace(ctx: &Ctx, id: Id<Contribution>) -> Pending<'_, Result<Vec<Knot>, Refusal>> {
    Box::pin(async move {
        let t = Texts::new(ctx.lang);
        let mut knots = Vec::new();
        let suggestion = suggestions::by_id(&ctx.db, id).await?;
        for led in articles::led_to(&ctx.db, id).await? {
            let taken = suggestion.as_ref().and_then(|one| one.taken_in);
            let title = match taken {
                Some(version) => t.trace_taken(&led.title, version),
                None => t.trace_article(&led.title),
            };
            let text = if led.published { None } else { Some(t.trace_draft().to_owned()) };
            let number = taken.unwrap_or(led.version);
            let href = format!("/demarches/{}/charte/versions/{number}#article-{}", led.slug, led.article);
            knots.push(knot(title, text, t.trace_read().to_owned(), href));
        }
        Ok(knots)
    })
}
