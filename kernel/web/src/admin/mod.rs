//! Running the instance: jobs, journal, accounts, settings, and people's requests about their data.

mod accounts;
mod jobs;
mod journal;
mod people;
mod settings;

use arpent_core::{Permission, Scope};
use arpent_texts::number;
use askama::Template;
use axum::response::Response;

use crate::context::Ctx;
use crate::identity::{ERASE, MANAGE, MANAGE_JOBS, READ_JOURNAL, store};
use crate::respond::{PageError, page};
use crate::routes::{Access, Routes};
use crate::shell::{Crumb, Shell};

/// Opening the administration at all; each of its pages asks for its own permission.
pub const SEE: Permission = Permission("admin.see");

pub(crate) fn routes() -> Routes {
    let home = Routes::new().get("/admin", Access::Needs(SEE), home);
    [accounts::routes(), jobs::routes(), journal::routes(), people::routes(), settings::routes()]
        .into_iter()
        .fold(home, Routes::merge)
}

/// Where every page of the administration stands.
fn crumbs(ctx: &Ctx) -> Vec<Crumb> {
    vec![Crumb::new(ctx.t().home(), "/"), Crumb::new(ctx.t().admin_title(), "/admin")]
}

#[derive(Template)]
#[template(path = "admin/home.html")]
struct HomePage {
    shell: Shell,
    doors: Vec<Door>,
}

/// A page of the administration, with what stands behind it.
struct Door {
    label: &'static str,
    href: &'static str,
    state: String,
    wrong: bool,
}

async fn home(ctx: Ctx) -> Result<Response, PageError> {
    let t = ctx.t();
    let mut doors = Vec::new();
    if ctx.may(MANAGE_JOBS, Scope::Instance) {
        let failed = arpent_store::jobs::count(&ctx.db, "failed").await?;
        let queued = arpent_store::jobs::count(&ctx.db, "queued").await?;
        let state = if failed > 0 { t.jobs_failed_count(failed) } else { t.jobs_queued_count(queued) };
        doors.push(Door { label: t.jobs_title(), href: "/admin/taches", state, wrong: failed > 0 });
    }
    if ctx.may(MANAGE, Scope::Instance) {
        let state = t.accounts_count(store::count_accounts(&ctx.db, "").await?);
        doors.push(Door { label: t.accounts_title(), href: "/admin/comptes", state, wrong: false });
    }
    if ctx.may(READ_JOURNAL, Scope::Instance) {
        let last = arpent_store::journal::before(&ctx.db, i64::MAX, None, 1).await?;
        let state = t.journal_count(last.first().map_or(0, |line| line.seq));
        doors.push(Door { label: t.journal_title(), href: "/admin/journal", state, wrong: false });
    }
    if ctx.may(crate::settings::EDIT, Scope::Instance) {
        let state = ctx.app().settings.current().name.clone();
        doors.push(Door { label: t.settings_title(), href: "/admin/reglages", state, wrong: false });
    }
    if ctx.may(ERASE, Scope::Instance) {
        let state = t.people_door().to_owned();
        doors.push(Door { label: t.people_title(), href: "/admin/personnes/effacer", state, wrong: false });
    }
    page(&HomePage { shell: ctx.shell(t.admin_title(), vec![Crumb::new(t.home(), "/")]), doors })
}

/// A number of the journal or a count, the way of the language.
fn figure(ctx: &Ctx, value: i64) -> String {
    number(ctx.lang, value)
}
